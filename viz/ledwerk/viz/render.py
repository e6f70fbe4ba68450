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
        data=_script_json(_data(view)),
    )


def _script_json(data: Json) -> str:
    """JSON that no name in it can break out of."""
    made = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    unsafe: dict[str, str | int | None] = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028",
              "\u2029": "\\u2029"}  # fmt: skip
    return made.translate(str.maketrans(unsafe))


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
    boxed = mark.style.shape in {"box", "ellipse"}
    large = mark.kind in {"Campus", "Project", "Programme"}
    group = mark.kind == "Group"
    fill = "#ffffff" if group else mark.style.colour
    border = "#1f2933" if mark.kind == "Campus" else mark.style.colour
    return {
        "label": mark.label,
        "x": mark.x,
        "y": mark.y,
        "shape": mark.style.shape,
        "size": mark.style.size,
        "color": {
            "background": fill,
            "border": border,
            "highlight": {"background": fill, "border": "#000000"},
            "hover": {"background": fill, "border": "#000000"},
        },
        "borderWidth": 3 if mark.kind in {"Campus", "Group"} else 1,
        "font": {
            "color": "#ffffff" if boxed and not group else "#1f2933",
            "size": 18 if large else 15,
        },
        "physics": False,
    }


def _edge(tie: Tie) -> Json:
    return {
        "color": {"color": tie.colour, "opacity": 0.55},
        "dashes": tie.dashed,
        "arrows": "",
        "title": tie.title,
        "width": 1.4,
        "smooth": False,
    }
