"""`ledwerk view`: the network, or a part of it, as one file; its ending says what."""

from __future__ import annotations

import argparse
import asyncio
from contextlib import suppress
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from ledwerk.api.export_formats import appearing
from ledwerk.api.language import page_language
from ledwerk.api.seen_options import sight_of, trust_words
from ledwerk.graph.seen import seen
from ledwerk.graph.store import Store
from ledwerk.schema.errors import InvalidQuestion, LedwerkError
from ledwerk.viz.state import PLAIN, ViewState, state_of

if TYPE_CHECKING:
    from ledwerk.viz.view import View

ENDINGS = ("html", "svg", "png", "pdf", "gexf")
BESIDE = (
    PLAIN,
    ViewState(layout="columns"),
    ViewState(layout="map"),
    ViewState(group="helix"),
    ViewState(colour="sector"),
    ViewState(colour="community"),
    ViewState(gaps="sme~campus"),
)
_SMALL = 3_000  # nodes; of more, each of these views takes longer than somebody waits
_NO_STATE = {"lang", "theme"}  # what an address of the page has beside the state


def write_view(store: Store, options: argparse.Namespace) -> Path:
    """Write the file; it appears when it is whole. Raises LedwerkError with what is wrong."""
    file = file_of(options.file)
    state, lang = asked(options.state)
    lang = options.lang or lang
    ending = file.suffix.lower()[1:]
    write = _page if ending == "html" else partial(_picture, ending)
    if sight_of(options).plain:  # else it is the store as it is seen already
        with seen(store, state.sight) as found:
            made = write(found, state, lang)
    else:
        state = replace(state, known=options.known_at, trust=tuple(sorted(trust_words(options))))
        made = write(store, state, lang)
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
        if name not in known | _NO_STATE:
            raise InvalidQuestion(
                f"--state: {name!r} is no part of a view; it has {', '.join(sorted(known))}"
            )
    lang = dict(pairs).get("lang", "nl")
    return state_of(query), page_language(lang)


def _page(store: Store, state: ViewState, lang: str) -> bytes:
    """The page as one file. In that of a small network one can also go to the views of BESIDE."""
    from ledwerk.viz.render import standalone

    async def views() -> list[View]:
        first = await _view(store, state, lang, facts=True)
        found = [first]
        for one in BESIDE if len(first.facts) <= _SMALL else ():
            other = replace(one, known=state.known, trust=state.trust)
            if other != state:
                with suppress(InvalidQuestion):  # such as gaps to campuses where there are none
                    found.append(await _view(store, other, lang, facts=False))
        return found

    return standalone(asyncio.run(views())).encode()


def _picture(ending: str, store: Store, state: ViewState, lang: str) -> bytes:
    from ledwerk.viz.pictures import picture
    from ledwerk.viz.pictures_words import labels_of

    view = asyncio.run(_view(store, state, lang, facts=False))
    return picture(ending, view, labels_of(_facets(store, lang)) if state != PLAIN else {})


async def _view(store: Store, state: ViewState, lang: str, *, facts: bool) -> View:
    from ledwerk.viz.keeping import kept_of
    from ledwerk.viz.view import network_view

    view = await network_view(store, state=state, lang=lang, facts=facts, kept=kept_of(store))
    return replace(view, notes=(*state.seen.notes(lang), *view.notes))


def _facets(store: Store, lang: str) -> dict[str, Any]:
    """What the filters offer, by which a picture names what it was filtered by."""
    from ledwerk.graph.analysis.reckoning import Reckoning
    from ledwerk.graph.network import network_of
    from ledwerk.viz.facets import facets

    return facets(Reckoning(network_of(asyncio.run(store.network()))), lang=lang)
