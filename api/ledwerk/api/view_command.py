"""`ledwerk view`: the network, or a part of it, as one file; its ending says what."""

from __future__ import annotations

import argparse
import asyncio
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from ledwerk.api.export_formats import appearing
from ledwerk.graph.store import Store
from ledwerk.schema.errors import InvalidQuestion, LedwerkError
from ledwerk.viz.state import PLAIN, ViewState, state_of

if TYPE_CHECKING:
    from ledwerk.viz.view import View

ENDINGS = ("html", "svg", "png", "pdf", "gexf")
_BESIDE = {"lang", "theme"}  # what an address of the page has beside the state


def write_view(store: Store, options: argparse.Namespace) -> Path:
    """Write the file; it appears when it is whole. Raises LedwerkError with what is wrong."""
    from ledwerk.viz.view import network_view

    file = file_of(options.file)
    state, lang = asked(options.state)
    lang = options.lang or lang
    whole = file.suffix.lower() == ".html"
    view = asyncio.run(network_view(store, state=state, lang=lang, facts=whole))
    made = _made(file.suffix.lower()[1:], view, _facets(store, lang, needed=state != PLAIN))
    with appearing(file) as out:
        out.write(made)
    return file


def file_of(name: str) -> Path:
    """The file to write. Raises LedwerkError where it cannot be one."""
    file = Path(name)
    if file.suffix.lower()[1:] not in ENDINGS:
        raise LedwerkError(
            f"{file}: a view is a file that ends in .html, .svg, .png, .pdf or .gexf"
        )
    if file.is_dir():
        raise LedwerkError(f"{file} is a folder; name a file in it")
    if not file.parent.is_dir():
        raise LedwerkError(f"{file}: there is no folder {file.parent}; make it first")
    return file


def asked(text: str) -> tuple[ViewState, str]:
    """The state and language of an address, whole or its query alone.

    Raises InvalidQuestion for words that are no part of a view, which a page would pass over.
    """
    query = urlsplit(text).query if "?" in text or "://" in text else text
    pairs = parse_qsl(query, keep_blank_values=True)
    if query and not pairs:
        raise InvalidQuestion(f"--state {text!r} cannot be read; write such as helix=industry")
    known = {one.name for one in fields(ViewState)}
    for name, _ in pairs:
        if name not in known | _BESIDE:
            raise InvalidQuestion(
                f"--state: {name!r} is no part of a view; it has {', '.join(sorted(known))}"
            )
    lang = dict(pairs).get("lang", "nl")
    return state_of(query), lang if lang in {"nl", "en"} else "nl"


def _facets(store: Store, lang: str, *, needed: bool) -> dict[str, Any]:
    """What the filters of the network offer, by which a picture names what it was filtered by."""
    if not needed:
        return {}
    from ledwerk.graph.analysis.reckoning import Reckoning
    from ledwerk.graph.network import network_of
    from ledwerk.viz.facets import facets

    return facets(Reckoning(network_of(asyncio.run(store.network()))), lang=lang)


def _made(ending: str, view: View, facets: dict[str, Any]) -> bytes:
    if ending == "html":
        from ledwerk.viz.render import standalone

        return standalone(view).encode()
    from ledwerk.viz.pictures import picture
    from ledwerk.viz.pictures_words import labels_of

    return picture(ending, view, labels_of(facets))
