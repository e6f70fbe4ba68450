"""A view as a page. The one file that knows pyvis, which is given marks and ties one by one.

pyvis' own page asks other hosts for style and does not escape titles, so its nodes and edges are
put into a page of ours; vis-network, which draws, comes with the pyvis package.
"""

from __future__ import annotations

import html
import json
from dataclasses import asdict
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from string import Template
from typing import Any

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
    own = Path(str(resources.files("ledwerk.viz") / "static"))
    library = next(file for file in metadata.files("pyvis") or () if str(file) == _VIS)
    found = {name: own / name for name in ("network.js", "network.css")}
    return found | {"vis-network.min.js": Path(str(library.locate()))}


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
        data=_script_json(_data(view)),
    )


def _script_json(data: Json) -> str:
    """JSON that no name in it can break out of."""
    made = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    unsafe = {letter: f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}
    return made.translate({ord(letter): text for letter, text in unsafe.items()})


def _data(view: View) -> Json:
    nodes, edges = _network(view)
    return {
        "title": view.title,
        "revision": view.revision,
        "nodes": nodes,
        "edges": edges,
        "legend": [asdict(entry) for entry in view.legend],
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
        "width": tie.look.width,
        "smooth": False,
    }
