"""The graph as GEXF 1.3: opens in Gephi as a picture, with colours, positions and periods."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ledwerk.graph.marked import marked
from ledwerk.graph.resolution import Fact
from ledwerk.graph.whole import Whole
from ledwerk.graph.xml_text import xml_text, xml_type, xml_value
from ledwerk.schema.fields import Value, first_day, last_day
from ledwerk.schema.kinds import Model, Property, RelationKind
from ledwerk.viz.placing import Placing, placing
from ledwerk.viz.state import address_of
from ledwerk.viz.style import TIES, Style, style
from ledwerk.viz.view import Mark, Tie, View

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
)
_GREY = "#b8c0c8"
# Gephi's shapes that come nearest to those of the page.
_SHAPES = {"square": "square", "box": "square", "triangle": "triangle", "triangleDown": "triangle",
           "diamond": "diamond", "star": "diamond"}  # fmt: skip


def gexf(model: Model, whole: Whole) -> Iterator[str]:
    """The document, in pieces: every node and relation with all that is shown of it.

    Of up to `placing.MOST_LAID_OUT` nodes the positions are a layout; of more each kind is a disc
    by itself, and `<description>` says so. Where a period is known, it is a spell, by whole days.
    """
    places = placing(model, whole)
    whole, mark = marked(model, whole)
    yield _HEAD
    yield (
        f"<meta><creator>ledwerk</creator><description>Revision {whole.revision}. "
        f"{xml_text(places.told)}</description></meta>\n"
        '<graph defaultedgetype="directed" mode="dynamic" timeformat="date" '
        'timerepresentation="interval">\n'
    )
    yield _attributes("node", "node_kind", {**model.node_properties, **mark})
    yield _attributes("edge", "relation_kind", {**model.relation_properties, **mark})
    yield "<nodes>\n"
    for node in model.nodes:
        for fact in whole.facts(node.name):
            yield _node(model, fact, places)
    yield "</nodes>\n<edges>\n"
    for relation in model.relations:
        for fact in whole.facts(relation.name):
            yield _edge(relation, fact)
    yield "</edges>\n</graph>\n</gexf>\n"


def view_gexf(view: View) -> Iterator[str]:
    """What a view shows and nothing else, in pieces: its marks where they stand, and its ties.

    A tie's weight is what it counts; a gap is a tie whose attribute `gap` is true. What nobody has
    reviewed has `unreviewed`.
    """
    yield _HEAD
    yield (
        f"<meta><creator>ledwerk</creator><description>{xml_text(view.title)}. Revision "
        f"{view.revision}. {xml_text(address_of(view.state))}</description></meta>\n"
        '<graph defaultedgetype="undirected" mode="static">\n'
    )
    yield _columns("node", _MARK_COLUMNS)
    yield _columns("edge", _TIE_COLUMNS)
    yield "<nodes>\n"
    yield from map(_mark, view.marks)
    yield "</nodes>\n<edges>\n"
    marks = {mark.id for mark in view.marks}
    drawn = [tie for tie in view.ties if {tie.source, tie.target} <= marks]
    yield from (_view_tie(number, tie) for number, tie in enumerate(drawn))
    yield "</edges>\n</graph>\n</gexf>\n"


_MARK_COLUMNS = (
    ("node_kind", "string"), ("kind_label", "string"), ("helix", "string"), ("members", "long"),
    ("fresh", "boolean"), ("lit", "boolean"), ("value", "double"), ("unreviewed", "boolean"),
)  # fmt: skip
_TIE_COLUMNS = (
    ("tie", "string"), ("gap", "boolean"), ("fresh", "boolean"), ("lit", "boolean"),
    ("unreviewed", "boolean"),
)  # fmt: skip


def _mark(mark: Mark) -> str:
    values = (
        mark.kind, mark.kind_label, mark.helix, mark.members, mark.fresh, mark.lit, mark.value,
        mark.unreviewed,
    )  # fmt: skip
    return (
        f'<node id="{xml_text(mark.id)}" label="{xml_text(mark.name or mark.label)}">'
        f"{_told(_MARK_COLUMNS, values)}{_colour(_fill(mark.style))}"
        f'<viz:position x="{mark.x}" y="{-mark.y}" z="0"/><viz:size value="{mark.style.size}"/>'
        f'<viz:shape value="{_SHAPES.get(mark.style.shape, "disc")}"/></node>\n'
    )


def _view_tie(number: int, tie: Tie) -> str:
    values = (tie.look.label, tie.gap, tie.fresh, tie.lit, tie.unreviewed)
    shape = "dotted" if tie.unreviewed else "dashed" if tie.gap or tie.look.dashed else "solid"
    return (
        f'<edge id="{number}" source="{xml_text(tie.source)}" target="{xml_text(tie.target)}" '
        f'label="{xml_text(tie.title)}" weight="{tie.weight}">'
        f"{_told(_TIE_COLUMNS, values)}"
        f'{_colour(tie.look.colour)}<viz:thickness value="{tie.look.width}"/>'
        f'<viz:shape value="{shape}"/></edge>\n'
    )


def _told(columns: Sequence[tuple[str, str]], values: Sequence[Value]) -> str:
    made = (
        f'<attvalue for="{name}" value="{xml_value(value)}"/>'
        for (name, _), value in zip(columns, values, strict=True)
        if value is not None
    )
    return f"<attvalues>{''.join(made)}</attvalues>"


def _columns(of: str, columns: Sequence[tuple[str, str]]) -> str:
    lines = (f'<attribute id="{name}" title="{name}" type="{type_}"/>\n' for name, type_ in columns)
    return f'<attributes class="{of}" mode="static">\n{"".join(lines)}</attributes>\n'


def _attributes(of: str, kind: str, properties: Mapping[str, Property]) -> str:
    every = [(kind, "string"), *((p.name, xml_type(p.type.shape)) for p in properties.values())]
    return _columns(of, every)


def _node(model: Model, fact: Fact, places: Placing) -> str:
    look = style(model, fact.kind, str(fact.values.get("helix") or "unknown"))
    x, y = places.of(fact)
    name = str(fact.values.get("name") or fact.key)
    return (
        f'<node id="{xml_text(fact.key)}" label="{xml_text(name)}">'
        f"{_values('node_kind', fact)}{_spells(fact)}{_colour(_fill(look))}"
        # A page's y goes down, Gephi's goes up.
        f'<viz:position x="{x}" y="{-y}" z="0"/><viz:size value="{look.size}"/>'
        f'<viz:shape value="{_SHAPES.get(look.shape, "disc")}"/></node>\n'
    )


def _edge(kind: RelationKind, fact: Fact) -> str:
    look = TIES.get(kind.name)
    colour, width = (look.colour, look.width) if look else (_GREY, 1.0)
    return (
        f'<edge id="{xml_text(fact.key)}" source="{xml_text(fact.source_id)}" '
        f'target="{xml_text(fact.target_id)}" kind="{kind.name}" label="{xml_text(kind.label.en)}">'
        f"{_values('relation_kind', fact)}{_spells(fact)}{_colour(colour)}"
        f'<viz:thickness value="{width}"/></edge>\n'
    )


def _values(kind: str, fact: Fact) -> str:
    made = [
        f'<attvalue for="{name}" value="{xml_value(value)}"/>'
        for name, value in fact.values.items()
        if value is not None
    ]
    return f'<attvalues><attvalue for="{kind}" value="{fact.kind}"/>{"".join(made)}</attvalues>'


def _spells(fact: Fact) -> str:
    """The time that it lasts; an end that is not known is open."""
    start, end = fact.values.get("start"), fact.values.get("end")
    days = f' start="{first_day(str(start))}"' if start else ""
    days += f' end="{last_day(str(end))}"' if end else ""
    return f"<spells><spell{days}/></spells>" if days else ""


def _fill(look: Style) -> str:
    """A group is white with a coloured edge on the page; Gephi knows one colour."""
    return look.colour if look.fill == "#ffffff" else look.fill


def _colour(colour: str) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'
