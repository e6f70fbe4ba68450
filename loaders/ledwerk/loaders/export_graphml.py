"""The graph as GraphML: for NetworkX, igraph, yEd, Cytoscape and Gephi."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ledwerk.graph.marked import marked
from ledwerk.graph.resolution import Fact
from ledwerk.graph.whole import Whole
from ledwerk.graph.xml_text import xml_text, xml_type, xml_value
from ledwerk.schema.fields import Shape
from ledwerk.schema.kinds import Model, Property

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)


def graphml(model: Model, whole: Whole) -> Iterator[str]:
    """The document, in pieces: every node and relation with all that is shown of it.

    `node_kind` and `relation_kind` say what it is; `label` is what programs show. Lists are one
    text, as in the tables. What nobody has reviewed has `unreviewed`.
    """
    whole, mark = marked(model, whole)
    yield _HEAD
    yield from _keys("node", "node_kind", {**model.node_properties, **mark})
    yield from _keys("edge", "relation_kind", {**model.relation_properties, **mark})
    yield f'<graph id="revision-{whole.revision}" edgedefault="directed">\n'
    for node in model.nodes:
        for fact in whole.facts(node.name):
            name = str(fact.values.get("name") or fact.key)
            yield f'<node id="{xml_text(fact.key)}">{_data(fact, "node", name)}</node>\n'
    for relation in model.relations:
        for fact in whole.facts(relation.name):
            ends = f'source="{xml_text(fact.source_id)}" target="{xml_text(fact.target_id)}"'
            data = _data(fact, "edge", relation.label.en)
            yield f'<edge id="{xml_text(fact.key)}" {ends}>{data}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _keys(of: str, kind: str, properties: Mapping[str, Property]) -> Iterator[str]:
    for name in (kind, "label"):
        yield _key(of, name, Shape.TEXT)
    for prop in properties.values():
        yield _key(of, prop.name, prop.type.shape)


def _key(of: str, name: str, shape: Shape) -> str:
    return f'<key id="{of}.{name}" for="{of}" attr.name="{name}" attr.type="{xml_type(shape)}"/>\n'


def _data(fact: Fact, of: str, label: str) -> str:
    kind = "node_kind" if of == "node" else "relation_kind"
    every: Iterable[tuple[str, str]] = (
        (kind, fact.kind),
        ("label", xml_text(label)),
        *((name, xml_value(value)) for name, value in fact.values.items() if value is not None),
    )
    return "".join(f'<data key="{of}.{name}">{text}</data>' for name, text in every)
