"""A view as a page. The one file that knows pyvis, which is given marks and ties one by one.

pyvis' own page asks other hosts for style and does not escape titles, so its nodes and edges are
put into a page of ours; vis-network, which draws, comes with the pyvis package.
"""

from __future__ import annotations

import html
from dataclasses import asdict
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from string import Template
from typing import Any

from ledwerk.viz.shell import own_files, script_json
from ledwerk.viz.state import address_of
from ledwerk.viz.texts import TEXTS, said, text
from ledwerk.viz.view import Mark, Tie, View

_VIS = "pyvis/templates/lib/vis-9.1.2/vis-network.min.js"
_SCRIPTS = ("vis-network.min.js", "network.js")

Json = dict[str, Any]


def page(view: View) -> str:
    """The served page: no script or style of its own in it, everything from this service."""
    head = '<link rel="stylesheet" href="/static/viz/network.css">'
    scripts = "\n".join(f'<script src="/static/viz/{name}"></script>' for name in _SCRIPTS)
    return _filled(view, head, scripts, served=True)


def standalone(view: View) -> str:
    """The same page as one file that needs neither service nor internet."""
    files = static_files()
    style = files["network.css"].read_text(encoding="utf-8")
    head = f"<style>\n{style}\n</style>"
    # "</script" inside a script would end it.
    bodies = (
        files[name].read_text(encoding="utf-8").replace("</script", "<\\/script")
        for name in _SCRIPTS
    )
    scripts = "\n".join(f"<script>\n{body}\n</script>" for body in bodies)
    return _filled(view, head, scripts, served=False)


@cache
def static_files() -> dict[str, Path]:
    """The files that the served page loads, by name."""
    library = next(file for file in metadata.files("pyvis") or () if str(file) == _VIS)
    return own_files() | {"vis-network.min.js": Path(str(library.locate()))}


def _filled(view: View, head: str, scripts: str, *, served: bool) -> str:
    folder = resources.files("ledwerk.viz") / "templates"
    template = Template((folder / "page.html").read_text(encoding="utf-8"))
    words = {name: html.escape(said(both, view.lang)) for name, both in TEXTS.items()}
    return template.substitute(
        words,
        lang=view.lang,
        other="en" if view.lang == "nl" else "nl",
        head=head,
        scripts=scripts,
        served="" if served else "hidden",
        whole="" if view.left_out else "hidden",
        left_out=f"{view.left_out}",
        data=script_json(_data(view)),
    )


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


def _data(view: View) -> Json:
    return drawing(view) | {
        "facts": {fact.id: asdict(fact) for fact in view.facts},
        "texts": {name: text(name, view.lang) for name in TEXTS},
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
        "width": tie.look.width,
        "smooth": False,
    }
