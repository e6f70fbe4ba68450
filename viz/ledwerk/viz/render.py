"""A view as a page. The one file that knows pyvis, which is given marks and ties one by one.

pyvis' own page asks other hosts for style and does not escape titles, so its nodes and edges are
put into a page of ours; vis-network, which draws, comes with the pyvis package.
"""

from __future__ import annotations

import base64
import gzip
import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from string import Template
from typing import Any

from ledwerk.schema.fields import Text
from ledwerk.schema.vocabularies import HELIX, PARTY_KIND
from ledwerk.viz.facts import Facts
from ledwerk.viz.shell import Page, own_files, shown
from ledwerk.viz.state import COLOURS, LAYOUTS, MOST_MARKS, MOST_STEPS, PLAIN, address_of
from ledwerk.viz.texts import said
from ledwerk.viz.texts_page import PAGE_TEXTS
from ledwerk.viz.texts_seen import SEEN_TEXTS
from ledwerk.viz.view import Mark, Tie, View

_VIS = "pyvis/templates/lib/vis-9.1.2/vis-network.min.js"
# Each uses those before it; `ledwerk.view` and its events are what other pages' scripts go by.
_SCRIPTS = (
    "vis-network.min.js",
    "network-state.js",
    "network-history.js",
    "network-reach.js",
    "network-file.js",
    "network-dress.js",
    "network-settle.js",
    "network-draw.js",
    "network-regions.js",
    "network-sheet.js",
    "network-light.js",
    "network-seen.js",
    "network-summary.js",
    "network-panel.js",
    "network-gap.js",
    "network-search.js",
    "network-filters.js",
    "network-chips.js",
    "network-legend.js",
    "network-table.js",
    "network-keys.js",
    "network-tools.js",
    "network-live.js",
)
_STYLES = ("network.css", "network-sides.css")
# Of other parts, where they are there; they add to the page by its events.
_GUESTS = ("workshop.js", "story.js")
_GUEST_STYLES = ("workshop.css", "story.css")

Json = dict[str, Any]


def page(
    view: View | None,
    facets: Mapping[str, Any] | None = None,
    lang: str = "",
    story: Mapping[str, Any] | None = None,
) -> str:
    """The served page: no script or style of its own in it, everything from this service.

    `facets` are what its filters offer, as the service gives them. Without them, or without a view
    because it is still being reckoned, the page asks for them itself.
    """
    lang = lang or (view.lang if view else "nl")
    title = view.title if view else said(PAGE_TEXTS["title"], lang)
    data = _data("served", lang, [drawing(view)] if view else [], facets) | {"story": story}
    return shown(_page(title, lang, data))


def standalone(
    views: View | Sequence[View],
    facts: Sequence[Facts] | None = None,
    facets: Mapping[str, Any] | None = None,
    lang: str = "",
    story: Mapping[str, Any] | None = None,
) -> str:
    """The same page as one file that needs neither service nor internet.

    The first view is shown first, the others can be gone to; `facts` are those of the first where
    none are given. `story` is {"title", "steps": [{"title", "text", "address"}]}, whose addresses
    are those of views. The same views give the same bytes.
    """
    several = (views,) if isinstance(views, View) else tuple(views)
    known = several[0].facts if facts is None else facts
    lang = lang or several[0].lang
    data = _data("file", lang, [], facets) | {"story": story}
    packed = {
        "views": [drawing(view) for view in several],
        "facts": {fact.id: asdict(fact) for fact in known},
    }
    made = _page(several[0].title, lang, data)
    texts = {name: file.read_text(encoding="utf-8") for name, file in static_files().items()}
    return shown(made, texts, _packed(packed))


def _page(title: str, lang: str, data: Json) -> Page:
    folder = resources.files("ledwerk.viz") / "templates"
    template = Template((folder / "page.html").read_text(encoding="utf-8"))
    words = {name: html.escape(said(both, lang)) for name, both in PAGE_TEXTS.items()}
    there = own_files()
    return Page(
        title=title,
        body=template.substitute(words | {"title": html.escape(title)}),
        lang=lang,
        address="/",
        scripts=(*_SCRIPTS, *(name for name in _GUESTS if name in there)),
        styles=(*_STYLES, *(name for name in _GUEST_STYLES if name in there)),
        texts=PAGE_TEXTS | SEEN_TEXTS,
        data=data,
    )


def _data(mode: str, lang: str, views: list[Json], facets: Mapping[str, Any] | None) -> Json:
    """What the page's script begins with. `plain` are the fields of a state in their order, with
    the values of the plain page.
    """
    return {
        "mode": mode,
        "views": views,
        "facets": facets,
        "facts": {},
        "story": None,
        "plain": [[one.name, getattr(PLAIN, one.name)] for one in fields(PLAIN)],
        "layouts": LAYOUTS,
        "colours": COLOURS,
        "mostSteps": MOST_STEPS,
        "mostMarks": MOST_MARKS,
        "gapWords": [{"value": word, "label": said(both, lang)} for word, both in _gap_words()],
    }


def _gap_words() -> list[tuple[str, Text]]:
    """The words that gaps are asked for by, as `ledwerk gaps` knows them."""
    known = {"sme": PAGE_TEXTS["word_sme"]}
    for term in (*HELIX.terms, *PARTY_KIND.terms):
        if term.value != "unknown":
            known.setdefault(term.value, term.label)
    return list(known.items())


def _packed(data: Json) -> str:
    """JSON in as few letters as a page can hold; without a time, so that equal data are equal."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return base64.b64encode(gzip.compress(text.encode(), 9, mtime=0)).decode("ascii")


@cache
def static_files() -> dict[str, Path]:
    """The files that the served page loads, by name."""
    library = next(file for file in metadata.files("pyvis") or () if str(file) == _VIS)
    return own_files() | {"vis-network.min.js": Path(str(library.locate()))}


def drawing(view: View) -> Json:
    """The view as the page's script draws it: nodes and edges in vis-network's words, as pyvis
    gives them, with what the page says of them; no facts.
    """
    nodes, edges = _network(view)
    return {
        "title": view.title,
        "lang": view.lang,
        "revision": view.revision,
        "address": address_of(view.state),
        "state": asdict(view.state),
        "detail": view.detail,
        "nodes": nodes,
        "edges": edges,
        "regions": [asdict(region) for region in view.regions],
        "legend": [asdict(entry) for entry in view.legend],
        "notes": list(view.notes),
        "leftOut": view.left_out,
        "sources": list(view.sources),
        "date": view.date,
    }


def _network(view: View) -> tuple[list[Json], list[Json]]:
    from pyvis.network import Network

    # Directed, because pyvis drops parallel ties of an undirected network.
    network = Network(directed=True)
    for mark in view.marks:
        network.add_node(mark.id, **_node(mark))
    for number, tie in enumerate(view.ties):
        network.add_edge(tie.source, tie.target, id=number, **_edge(tie))
    return network.nodes, network.edges


def _node(mark: Mark) -> Json:
    look = mark.style
    touched = {"background": look.fill, "border": "#000000"}
    font: Json = {"color": look.ink, "size": look.text}
    if not look.boxed:
        # A rim in the colour of the page keeps a name legible where a tie runs behind it.
        font |= {"strokeWidth": 4, "strokeColor": "#f5f7f9", "vadjust": -2}
    return {
        "label": mark.label,
        "x": mark.x,
        "y": mark.y,
        "loose": mark.loose,
        "name": mark.name,
        "kind": mark.kind,
        "kindLabel": mark.kind_label,
        "helix": mark.helix,
        "members": mark.members,
        "fresh": mark.fresh,
        "lit": mark.lit,
        "unreviewed": mark.unreviewed,
        "number": mark.value,
        "shape": look.shape,
        "size": look.size,
        "color": {
            "background": look.fill,
            "border": look.colour,
            "highlight": touched,
            "hover": touched,
        },
        "borderWidth": look.border,
        "font": font,
        "physics": False,
    }


def _edge(tie: Tie) -> Json:
    return {
        "color": dict.fromkeys(("color", "highlight", "hover"), tie.look.colour) | {"opacity": 0.6},
        "dashes": [7, 5] if tie.look.dashed else False,
        "arrows": "",
        "title": tie.title,
        "weight": tie.weight,
        "gap": tie.gap,
        "fresh": tie.fresh,
        "lit": tie.lit,
        "unreviewed": tie.unreviewed,
        "via": [list(one) for one in tie.via],
        "width": tie.look.width,
        "smooth": False,
    }
