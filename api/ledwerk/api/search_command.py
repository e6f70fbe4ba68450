"""`ledwerk search`: what has the words, the best first, in lines or as JSON."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
from collections.abc import Iterator

from ledwerk.api.knowledge import search_results
from ledwerk.api.language import language_of, show
from ledwerk.graph.excerpt import MARK
from ledwerk.graph.searching import words_in
from ledwerk.graph.store import Store
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.model import MODEL
from ledwerk.viz.knowledge import Hit, Results
from ledwerk.viz.texts import said
from ledwerk.viz.texts_knowledge import SEARCH_TEXTS

_MOST_PAGES = 5


def run_search(store: Store, options: argparse.Namespace) -> int:
    """Print what is found; 1 where that is nothing."""
    text = " ".join(options.words)
    if not words_in(text):
        raise InvalidQuestion("the text to search for is empty; give at least one word")
    found, hits = _found(store, text, options.kind or "")
    if options.json:
        sys.stdout.write(f"{json.dumps(_json(found, hits), ensure_ascii=False, indent=2)}\n")
        return 0 if hits else 1
    for line in _lines(found, hits, language_of((), os.environ)):
        sys.stdout.write(f"{line}\n")
    if not hits:
        show(f"nothing found for {text!r}; try fewer words, or a part of the name")
    return 0 if hits else 1


def _found(store: Store, text: str, kind: str) -> tuple[Results, list[Hit]]:
    """The first hundred hits, and what their first page told."""
    first = found = asyncio.run(search_results(store, text, kind, "", 0))
    hits = list(found.hits)
    for _ in range(_MOST_PAGES - 1):
        if not found.after:
            break
        found = asyncio.run(search_results(store, text, kind, found.after, len(hits)))
        hits += found.hits
    return first, hits


def _lines(found: Results, hits: list[Hit], lang: str) -> Iterator[str]:
    if found.meant:
        meant = ", ".join(found.meant)
        yield f"{said(SEARCH_TEXTS['did_you_mean'], lang)} {meant}"
    for one in hits:
        kind = said(MODEL.node(one.kind).label, lang)
        by = said(SEARCH_TEXTS[f"by_{one.matched.lower()}"], lang)
        yield f"{one.name}  ({kind}, {one.id}; {by})"
        snippet = one.marked.replace(MARK, "")
        if snippet != one.name:
            yield f"    {snippet}"
    if found.total > len(hits):
        last = {"first": 1, "last": len(hits), "total": found.total}
        yield said(SEARCH_TEXTS["shown"], lang).format(**last)


def _json(found: Results, hits: list[Hit]) -> dict[str, object]:
    rows = [
        {
            "id": one.id, "name": one.name, "kind": one.kind, "matched": one.matched,
            "snippet": one.marked.replace(MARK, ""), "marked": one.marked,
        }
        for one in hits
    ]  # fmt: skip
    return {"asked": found.asked, "total": found.total, "meant": list(found.meant), "hits": rows}
