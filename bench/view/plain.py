"""The same marks and ties by plain pyvis, with physics, as its own examples show it."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import Any

_AT_REST = "drawGraph();\nnetwork.once('stabilizationIterationsDone', () => { atRest = true; });\n"


def name() -> str:
    """The peer and its version."""
    return f"pyvis {version('pyvis')} with physics"


def page(drawing: dict[str, Any], file: Path) -> str:
    """Write a page of a drawing of ours; returns its address.

    Nothing is added to what pyvis writes but that it says when it has come to rest.
    """
    from pyvis.network import Network

    network = Network(height="900px", width="100%", cdn_resources="in_line")
    for node in drawing["nodes"]:
        network.add_node(
            node["id"], label=node["label"], shape=node["shape"], color=node["color"]["background"]
        )
    for edge in drawing["edges"]:
        network.add_edge(edge["from"], edge["to"], title=edge["title"])
    made = network.generate_html()
    before, call, after = made.rpartition("drawGraph();")
    if not call:
        raise RuntimeError("pyvis writes another page than it did; look where it draws")
    file.write_text(f"<script>var atRest = false;</script>{before}{_AT_REST}{after}", "utf-8")
    return file.as_uri()
