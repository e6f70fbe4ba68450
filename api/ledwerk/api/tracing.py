"""Spans for OpenTelemetry, where it is configured. Nothing is imported where it is not."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.trace import Span

_LOG = logging.getLogger("ledwerk")
_ENDPOINTS = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
_CARRIED = (b"traceparent", b"tracestate")


class Tracing:
    """Makes one span a request with a provider, which it closes."""

    def __init__(self, provider: TracerProvider) -> None:
        from opentelemetry import context, trace
        from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

        self._provider = provider
        self._tracer = provider.get_tracer("ledwerk", version("ledwerk"))
        self._extract = TraceContextTextMapPropagator().extract
        self._trace = trace
        self._context = context

    def begin(
        self, name: str, headers: Iterable[tuple[bytes, bytes]], attributes: Mapping[str, str]
    ) -> tuple[Span, Any]:
        """A span that has begun, below that of the caller if there is one; and what ends it."""
        carried = {
            key.decode(): value.decode("latin-1") for key, value in headers if key in _CARRIED
        }
        span = self._tracer.start_span(
            name, self._extract(carried), self._trace.SpanKind.SERVER, attributes
        )
        return span, self._context.attach(self._trace.set_span_in_context(span))

    def end(self, begun: tuple[Span, Any], status: int, attributes: Mapping[str, str]) -> None:
        """End a span, with what is known only now."""
        span, token = begun
        self._context.detach(token)
        span.set_attributes({"http.response.status_code": status, **attributes})
        if status >= 500:
            span.set_status(self._trace.StatusCode.ERROR)
        span.end()

    def close(self) -> None:
        """Send what has not been sent yet."""
        self._provider.shutdown()


def trace_id(begun: tuple[Span, Any]) -> str:
    """The trace's id as log lines and other tools show it."""
    return f"{begun[0].get_span_context().trace_id:032x}"


def tracing_from(environment: Mapping[str, str]) -> Tracing | None:
    """Tracing as OpenTelemetry's own variables configure it; None where they do not.

    Where they do and the extra `telemetry` is not installed, that is said once, and None too.
    """
    named = next((name for name in _ENDPOINTS if environment.get(name)), None)
    if named is None or environment.get("OTEL_SDK_DISABLED", "").lower() == "true":
        return None
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # type: ignore[import-not-found,unused-ignore]
            OTLPSpanExporter,
        )
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        _LOG.warning(
            "%s is set, but no traces are sent: pip install 'ledwerk[telemetry]' first",
            named,
        )
        return None
    about = {"service.version": version("ledwerk")}
    if not environment.get("OTEL_SERVICE_NAME"):
        about["service.name"] = "ledwerk"
    provider = TracerProvider(resource=Resource.create(about))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    return Tracing(provider)
