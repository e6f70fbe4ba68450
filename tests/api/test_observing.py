"""What a service tells about itself: request ids, log lines, figures, spans."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode
from prometheus_client.parser import text_string_to_metric_families
from starlette.types import Message, Receive, Scope, Send

from ledwerk.api.log_lines import ACCESS, AccessLine, GatheredLines, LogFormat, set_up_logging
from ledwerk.api.observing import Observed
from ledwerk.api.tracing import Tracing, tracing_from
from ledwerk.schema.errors import StoreUnavailable


async def small_app(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers by the path; what it is told about the request comes back in the body."""
    if scope["type"] == "lifespan":
        return
    if scope["type"] == "websocket":
        await receive()
        return
    path = scope["path"]
    if path == "/graphql/broken":
        raise RuntimeError("a bug")
    if path == "/graphql/left":
        raise asyncio.CancelledError
    if path == "/graphql":
        scope["state"]["who"] = "Anna"
        scope["state"]["operation"] = "Partners"
    status = 404 if path == "/nowhere" else 200
    await send({"type": "http.response.start", "status": status, "headers": [(b"a", b"b")]})
    if path == "/graphql/half":
        await send({"type": "http.response.body", "body": b"half", "more_body": True})
        raise RuntimeError("a bug, too late")
    body = scope["state"]["request_id"].encode()
    await send({"type": "http.response.body", "body": body, "more_body": True})
    await send({"type": "http.response.body", "body": b"!"})


class Answer:
    """One request to an application, and what came back."""

    def __init__(
        self, app: Any, path: str = "/graphql", method: str = "POST", **headers: str
    ) -> None:
        self.messages: list[Message] = []
        self.error: BaseException | None = None
        named = [(key.replace("_", "-").encode(), v.encode()) for key, v in headers.items()]
        scope = {"type": "http", "method": method, "path": path, "headers": named,
                 "query_string": b"token=ledwerk_secret"}  # fmt: skip

        async def receive() -> Message:
            return {"type": "http.request", "body": b"a secret body"}

        async def send(message: Message) -> None:
            self.messages.append(message)

        async def run() -> None:
            try:
                await app(scope, receive, send)
            except (RuntimeError, asyncio.CancelledError) as error:
                self.error = error

        asyncio.run(run())

    @property
    def id(self) -> str:
        (found,) = [value for key, value in self.messages[0]["headers"] if key == b"x-request-id"]
        return str(found.decode())

    @property
    def body(self) -> bytes:
        return b"".join(message["body"] for message in self.messages[1:])


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All that is logged as JSON; to be read after `written`."""
    yield from _logging("json")


@pytest.fixture
def text_log() -> Iterator[io.StringIO]:
    yield from _logging("text")


def _logging(form: LogFormat) -> Iterator[io.StringIO]:
    names = ("", "ledwerk", ACCESS)
    before = [logging.getLogger(name).level for name in names]
    stream = io.StringIO()
    handler = set_up_logging(form, stream=stream)
    yield stream
    logging.getLogger().removeHandler(handler)
    handler.close()
    for name, level in zip(names, before, strict=True):
        logging.getLogger(name).setLevel(level)


def written(stream: io.StringIO) -> list[str]:
    for handler in logging.getLogger().handlers:
        if isinstance(handler, GatheredLines):
            handler.flush()
    return stream.getvalue().splitlines()


def figures(observed: Observed) -> dict[str, float]:
    text, content_type = asyncio.run(observed.metrics_answer())
    assert content_type.startswith("text/plain")
    return {
        sample.name + "".join(f",{key}={value}" for key, value in sorted(sample.labels.items())): (
            sample.value
        )
        for family in text_string_to_metric_families(text.decode())
        for sample in family.samples
    }


# Ids


def test_a_sane_id_is_taken_over() -> None:
    answer = Answer(Observed(small_app), x_request_id="job-7.2_b")
    assert answer.id == "job-7.2_b"
    assert answer.body == b"job-7.2_b!"
    assert (b"a", b"b") in answer.messages[0]["headers"]


@pytest.mark.parametrize("bad", ["", "x" * 65, "a b", "a\nb", "a\n", 'a"b', "é", "<script>"])
def test_another_id_is_made_in_place_of_a_bad_one(bad: str) -> None:
    answer = Answer(Observed(small_app), x_request_id=bad)
    assert answer.id != bad
    assert re.fullmatch(r"[A-Za-z0-9._-]{10,64}", answer.id)


def test_made_ids_differ_also_between_processes() -> None:
    one, other = Observed(small_app), Observed(small_app)
    assert len({Answer(app).id for app in (one, one, other, other)}) == 4


# Lines


def test_a_line_for_each_request(log: io.StringIO) -> None:
    answer = Answer(Observed(small_app), "/graphql", x_request_id="r-1", authorization="Bearer t-1")
    (line,) = written(log)
    made = json.loads(line)
    assert time.time() - 60 < _seconds(made.pop("time")) <= time.time()
    assert 0 <= made.pop("ms") < 10_000
    assert made == {
        "level": "INFO", "logger": "ledwerk.access", "id": "r-1", "method": "POST",
        "path": "/graphql", "status": 200, "bytes": len(answer.body), "who": "Anna",
        "operation": "Partners", "trace": None,
    }  # fmt: skip
    for secret in ("ledwerk_secret", "token=", "t-1", "a secret body"):
        assert secret not in line


def _seconds(moment: str) -> float:
    from datetime import datetime

    return datetime.fromisoformat(moment).timestamp()


def test_failures_are_lines_too(log: io.StringIO) -> None:
    observed = Observed(small_app)
    assert isinstance(Answer(observed, "/graphql/broken").error, RuntimeError)
    assert isinstance(Answer(observed, "/graphql/half").error, RuntimeError)
    assert isinstance(Answer(observed, "/graphql/left").error, asyncio.CancelledError)
    Answer(observed, "/nowhere", "GET")
    assert [json.loads(line)["status"] for line in written(log)] == [500, 500, 499, 404]


def test_nobody_forges_a_line(log: io.StringIO) -> None:
    Answer(Observed(small_app), '/a"}\n{"level":"ERROR"}\ud800\x1b[31m', "GET")
    (line,) = written(log)
    assert json.loads(line)["path"].startswith('/a"}\n{"level')


def test_nobody_forges_a_line_of_text(text_log: io.StringIO) -> None:
    Answer(Observed(small_app), "/a\nERROR all is lost\x1b[31m", "GET", x_request_id="r-1")
    Answer(Observed(small_app), "/graphql", x_request_id="r-2")
    first, second = written(text_log)
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} 200 GET /a\\nERROR all is lost\\x1b\[31m "
        r"\d+\.\dms 4B id=r-1", first,
    )  # fmt: skip
    assert second.endswith(" 4B id=r-2 who=Anna operation=Partners")


def test_other_loggers_write_in_the_same_form(log: io.StringIO) -> None:
    try:
        raise RuntimeError("deep down")
    except RuntimeError:
        logging.getLogger("ledwerk").exception("it %s", "failed")
    logging.getLogger("somebody.else").info("not of interest")
    (line,) = written(log)
    made = json.loads(line)
    assert (made["level"], made["logger"], made["message"]) == ("ERROR", "ledwerk", "it failed")
    assert "deep down" in made["exception"]


def test_access_lines_can_be_left_out(log: io.StringIO) -> None:
    stream = io.StringIO()
    handler = set_up_logging("json", access=False, stream=stream)
    try:
        Answer(Observed(small_app))
        logging.getLogger("ledwerk").warning("still here")
        assert [json.loads(line)["message"] for line in written(stream)] == ["still here"]
        assert log.getvalue() == ""  # setting up anew takes the place of the one before
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()


class SlowStream(io.StringIO):
    """A stream whose reader is away until it is let through."""

    def __init__(self) -> None:
        super().__init__()
        self.through = threading.Event()

    def write(self, text: str) -> int:
        self.through.wait()
        return super().write(text)


def test_a_line_says_what_was_so_when_it_was_logged(log: io.StringIO) -> None:
    changing = {"now": 1}
    logging.getLogger("ledwerk").warning("%s", changing)
    changing["now"] = 2
    assert json.loads(written(log)[0])["message"] == "{'now': 1}"


def test_who_logs_never_waits_for_the_stream() -> None:
    stream = SlowStream()
    handler = GatheredLines(stream)
    handler.setFormatter(logging.Formatter())
    record = logging.makeLogRecord({"msg": "x", "name": "ledwerk"})
    handler.emit(record)
    time.sleep(0.2)  # its thread is in write now
    started = time.perf_counter()
    for _ in range(120_000):
        handler.emit(record)
    assert time.perf_counter() - started < 10
    stream.through.set()
    handler.close()
    lines = stream.getvalue().splitlines()
    assert len(lines) == 1 + 100_000 + 1
    assert lines[-1] == "20000 log lines were left out: they could not be written in time"


def test_lines_are_written_without_anybody_asking() -> None:
    stream = io.StringIO()
    handler = GatheredLines(stream)
    handler.emit(logging.makeLogRecord({"msg": "x"}))
    end = time.monotonic() + 5
    while not stream.getvalue():
        assert time.monotonic() < end
        time.sleep(0.01)
    (thread,) = (one for one in threading.enumerate() if one is handler._thread)
    handler.close()
    assert not thread.is_alive()
    handler.emit(logging.makeLogRecord({"msg": "y"}))
    while stream.getvalue() != "x\ny\n":
        assert time.monotonic() < end
        time.sleep(0.01)
    handler.close()


def test_a_closed_stream_stops_nobody() -> None:
    stream = io.StringIO()
    handler = GatheredLines(stream)
    stream.close()
    handler.emit(logging.makeLogRecord({"msg": "x"}))
    handler.close()


def test_a_record_that_cannot_be_made_into_a_line_spoils_no_other(log: io.StringIO) -> None:
    (handler,) = (h for h in logging.getLogger().handlers if isinstance(h, GatheredLines))
    handler.handle(logging.makeLogRecord({"name": "ledwerk", "msg": "%d", "args": ("no number",)}))
    logging.getLogger("ledwerk").warning("fine")
    first, second = written(log)
    assert first.startswith("a log line of ledwerk could not be made: TypeError")
    assert json.loads(second)["message"] == "fine"


def test_the_last_lines_are_written_when_the_process_ends() -> None:
    code = (
        "import logging; from ledwerk.api.log_lines import set_up_logging; set_up_logging('json');"
        "logging.getLogger('ledwerk').warning('the end')"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert json.loads(done.stderr)["message"] == "the end"


def test_somebody_who_configures_logging_afterwards_silences_nothing() -> None:
    """As servers do: all handlers are closed, and forgotten by what is done at the end."""
    code = (
        "import logging, logging.config; from ledwerk.api.log_lines import set_up_logging;"
        "set_up_logging('json'); log = logging.getLogger('ledwerk'); log.warning('first');"
        "logging.config.dictConfig({'version': 1, 'disable_existing_loggers': False});"
        "log.warning('last')"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    lines = done.stderr.splitlines()
    assert [json.loads(line)["message"] for line in lines] == ["first", "last"]


def test_closing_writes_the_last_lines_before_a_process_is_killed() -> None:
    code = (
        "import logging, os, signal; from ledwerk.api.log_lines import set_up_logging;"
        "from ledwerk.api.observing import Observed; set_up_logging('json');"
        "logging.getLogger('ledwerk').warning('the end'); Observed(None).close();"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode < 0
    assert json.loads(done.stderr)["message"] == "the end"


def test_a_line_is_whole_json_whatever_is_in_it() -> None:
    line = AccessLine(0.0, "r", "GET", "/\ud800", 200, 1.0, 2)
    assert json.loads(str(line))["path"] == "/\ud800"


# Figures


def test_requests_are_counted_by_path_and_status() -> None:
    observed = Observed(small_app)
    for path in ("/graphql", "/graphql", "/graphql/broken", "/nowhere", "/static/viz/a.js", "/"):
        Answer(observed, path)
    found = figures(observed)
    total = "ledwerk_http_requests_total,path={},status={}"
    assert found[total.format("/graphql", 200)] == 2
    assert found[total.format("/graphql", 500)] == 1
    assert found[total.format("/static", 200)] == 1
    assert found[total.format("/", 200)] == 1
    assert found[total.format("other", 404)] == 1
    bucket = "ledwerk_http_request_duration_seconds_bucket,le={},path=/graphql"
    assert found[bucket.format("+Inf")] == 3
    assert found[bucket.format("10.0")] == 3
    assert found["ledwerk_http_request_duration_seconds_count,path=/graphql"] == 3
    assert 0 < found["ledwerk_http_request_duration_seconds_sum,path=/graphql"] < 10
    assert found["ledwerk_http_requests_in_flight"] == 0
    assert [key for key in found if key.startswith("ledwerk_build_info,python=3.")]
    assert found["process_resident_memory_bytes"] > 1_000_000


def test_durations_fall_into_their_buckets() -> None:
    observed = Observed(small_app)
    for seconds in (0.0005, 0.0006, 0.3, 60):
        observed._metrics.note("/graphql", 200, seconds)
    found = figures(observed)
    bucket = "ledwerk_http_request_duration_seconds_bucket,le={},path=/graphql"
    counts = [found[bucket.format(le)] for le in ("0.0005", "0.001", "0.25", "0.5", "10.0", "+Inf")]
    assert counts == [1, 2, 2, 3, 3, 4]


def test_made_up_paths_fill_no_memory() -> None:
    observed = Observed(small_app)
    for number in range(100):
        Answer(observed, f"/{number}/x")
        Answer(observed, f"//{number}")
    paths = {key for key in figures(observed) if key.startswith("ledwerk_http_requests_total")}
    assert paths == {"ledwerk_http_requests_total,path=other,status=200"}


def test_what_is_under_way_is_counted_while_it_is() -> None:
    seen = []

    async def looking(scope: Scope, receive: Receive, send: Send) -> None:
        text, _ = await observed.metrics_answer()
        seen.extend(line for line in text.decode().splitlines() if line.endswith(" 1.0"))
        await small_app(scope, receive, send)

    observed = Observed(looking)
    Answer(observed)
    assert any(line.startswith("ledwerk_http_requests_in_flight ") for line in seen)
    seen.clear()
    scope = {"type": "websocket", "path": "/graphql", "headers": []}

    async def receive() -> Message:
        return {"type": "websocket.disconnect"}

    async def send(_: Message) -> None:
        raise AssertionError

    asyncio.run(observed(scope, receive, send))
    assert any(line.startswith("ledwerk_websockets_open ") for line in seen)
    assert figures(observed)["ledwerk_websockets_open"] == 0


def test_the_graph_s_revision_is_asked_when_figures_are() -> None:
    async def revision() -> int:
        if away:
            raise StoreUnavailable("the store is away")
        return 7

    away = False
    observed = Observed(small_app, revision=revision)
    assert figures(observed)["ledwerk_graph_revision"] == 7
    away = True
    assert figures(observed)["ledwerk_graph_revision"] != 7  # not a number
    assert "ledwerk_graph_revision" not in figures(Observed(small_app))


# Spans


@pytest.fixture
def spans() -> Iterator[tuple[Tracing, InMemorySpanExporter]]:
    kept = InMemorySpanExporter()
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(kept))
    tracing = Tracing(provider)
    yield tracing, kept
    tracing.close()


def test_a_span_below_the_caller_s(
    spans: tuple[Tracing, InMemorySpanExporter], log: io.StringIO
) -> None:
    tracing, kept = spans
    parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    Answer(Observed(small_app, tracing=tracing), x_request_id="r-1", traceparent=parent)
    (span,) = kept.get_finished_spans()
    assert span.name == "POST /graphql"
    assert span.kind is SpanKind.SERVER
    assert f"{span.context.trace_id:032x}" == "0af7651916cd43dd8448eb211c80319c"
    assert span.parent is not None
    assert f"{span.parent.span_id:016x}" == "b7ad6b7169203331"
    assert dict(span.attributes or {}) == {
        "http.request.method": "POST", "url.path": "/graphql", "url.scheme": "http",
        "http.route": "/graphql", "ledwerk.request_id": "r-1", "http.response.status_code": 200,
        "graphql.operation.name": "Partners",
    }  # fmt: skip
    assert json.loads(written(log)[0])["trace"] == "0af7651916cd43dd8448eb211c80319c"


@pytest.mark.parametrize("bad", ["", "nonsense", "00-0-0-01", "é"])
def test_a_bad_traceparent_begins_a_trace_of_its_own(
    spans: tuple[Tracing, InMemorySpanExporter], bad: str
) -> None:
    tracing, kept = spans
    Answer(Observed(small_app, tracing=tracing), traceparent=bad)
    (span,) = kept.get_finished_spans()
    assert span.parent is None


def test_a_failure_is_an_error_and_leaves_nothing_behind(
    spans: tuple[Tracing, InMemorySpanExporter],
) -> None:
    tracing, kept = spans
    observed = Observed(small_app, tracing=tracing)
    Answer(observed, "/graphql/broken")
    Answer(observed, "/nowhere")
    broken, nowhere = kept.get_finished_spans()
    assert broken.status.status_code is StatusCode.ERROR
    assert nowhere.status.status_code is StatusCode.UNSET
    assert nowhere.parent is None


def test_without_configuration_nothing_is_imported_for_traces() -> None:
    code = (
        "import sys; from ledwerk.api.observing import Observed;"
        "from ledwerk.api.tracing import tracing_from; assert tracing_from({}) is None;"
        "Observed(None); found = [m for m in sys.modules if m.startswith('opentelemetry')];"
        "assert not found, found"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_configured_and_not_installed_is_said_once(caplog: pytest.LogCaptureFixture) -> None:
    pytest.importorskip("opentelemetry.sdk")
    try:
        import opentelemetry.exporter.otlp.proto.http  # type: ignore  # noqa: F401, PGH003
    except ImportError:
        pass
    else:
        pytest.skip("the extra is installed here")
    with caplog.at_level(logging.WARNING, "ledwerk"):
        assert tracing_from({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://localhost:4318"}) is None
    assert caplog.messages == [
        "OTEL_EXPORTER_OTLP_ENDPOINT is set, but no traces are sent: "
        "pip install 'ledwerk[telemetry]' first"
    ]


def test_other_connections_pass() -> None:
    async def receive() -> Message:
        return {"type": "lifespan.startup"}

    async def send(_: Message) -> None:
        raise AssertionError

    asyncio.run(Observed(small_app)({"type": "lifespan"}, receive, send))
