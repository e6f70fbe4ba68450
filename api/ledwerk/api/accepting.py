"""What a client takes: the media type of the answer, and how it may be packed."""

from __future__ import annotations

import asyncio
import gzip
from functools import lru_cache

import brotli

GRAPHQL = "application/graphql-response+json"
JSON = "application/json"

_BROTLI_QUALITY = 4
_GZIP_LEVEL = 5
_IN_A_THREAD = 200_000  # bytes: packing more holds up the others


@lru_cache(256)
def accepted(header: str) -> str | None:
    """The media type to answer with, or None where neither is taken.

    Without a preference it is application/json, which every client reads.
    """
    weights = {}
    for part in header.split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weights[media] = _weight(parameters)
    everything = weights.get("*/*", 0.0)
    any_application = weights.get("application/*", everything)
    found = {media: weights.get(media, any_application) for media in (JSON, GRAPHQL)}
    best = max(found, key=lambda media: (found[media], media in weights, media == JSON))
    return best if found[best] > 0 else None


def _weight(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name == "q":
            try:
                return float(value)
            except ValueError:
                return 0.0
    return 1.0


@lru_cache(256)
def encoding_of(header: bytes) -> str:
    """`br`, `gzip`, or nothing where the client takes neither."""
    taken = {}
    for part in header.decode("latin-1").lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        taken[name] = _weight(parameters)
    return next((name for name in ("br", "gzip") if taken.get(name, 0.0) > 0), "")


async def compressed(body: bytes, encoding: str) -> bytes:
    """The body, packed."""
    if len(body) > _IN_A_THREAD:
        return await asyncio.to_thread(_pack, body, encoding)
    return _pack(body, encoding)


def _pack(body: bytes, encoding: str) -> bytes:
    if encoding == "br":
        packed: bytes = brotli.compress(body, quality=_BROTLI_QUALITY)
        return packed
    return gzip.compress(body, _GZIP_LEVEL, mtime=0)
