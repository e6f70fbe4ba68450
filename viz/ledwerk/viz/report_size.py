"""The first section: the network in numbers."""

from __future__ import annotations

from collections.abc import Sequence

from ledwerk.schema.fields import Text
from ledwerk.schema.kinds import Model
from ledwerk.viz.report_charts import bars
from ledwerk.viz.report_parts import Cell, Chart, Column, Row, Section, Sort, Table
from ledwerk.viz.report_telling import HELIX, Telling
from ledwerk.viz.report_words import colour

_WHAT = Column("what", Text("wat", "what"), filed=False)
_VALUE = Column("value", Text("aantal", "number"), Sort.NUMBER)
_ROWS: tuple[tuple[str, Text], ...] = (
    ("parties", Text("partijen", "parties")),
    ("tied", Text("partijen met een band", "parties with a tie")),
    ("ties", Text("banden", "ties")),
    ("mean_ties", Text("banden per partij, gemiddeld", "ties a party, on average")),
    (
        "density",
        Text(
            "dichtheid: deel van alle paren dat een band heeft",
            "density: share of all pairs that have a tie",
        ),
    ),
    (
        "activities",
        Text(
            "projecten en programma's met deelnemers", "projects and programmes with participants"
        ),
    ),
    ("single", Text("daarvan met maar één deelnemer", "of these with one participant only")),
    ("participations", Text("deelnames", "participations")),
    (
        "components",
        Text("losse delen van twee of meer partijen", "separate parts of two or more parties"),
    ),
    ("largest", Text("partijen in het grootste deel", "parties in the largest part")),
    (
        "bridges",
        Text(
            "banden die als enige twee delen verbinden", "ties that alone hold two parts together"
        ),
    ),
)
_TITLE = Text("Het netwerk in getallen", "The network in numbers")
_RECORD = Text("Wat er in het bestand staat", "What is on record")
_TOLD = Text(
    "Dit verslag gaat over {n} [partij|partijen], waarvan er {tied} met een ander samenwerken. "
    "Een band betekent hier: {ways}. Het zijn {ties} banden, uit {shared}.",
    "This report is about {n} [party|parties], of which {tied} work with another. A tie means "
    "here: {ways}. There are {ties} ties, from {shared}.",
)
_WAYS = {
    "Project": Text("samen in een project", "together in a project"),
    "Programme": Text("samen in een programma", "together in a programme"),
    "Board": Text("samen in een bestuur", "together on a board"),
    "Campus": Text("huurder of eigenaar van een campus", "tenant or owner of a campus"),
}
_OR = Text("{names} of {last}", "{names} or {last}")
_TOGETHER = Text(
    "Van wie een band heeft, [hangt één partij|hangen {n} partijen] met elkaar samen: langs "
    "banden kan ieder van hen ieder ander bereiken.",
    "Of those with a tie, [one party hangs|{n} parties hang] together: by ties each can reach "
    "each other.",
)
_HELIXES = Text("Partijen per helix", "Parties by helix")


def size_section(telling: Telling, model: Model) -> Section:
    """How much there is of what."""
    size = telling.found.size
    told = telling.say(
        _TOLD, n=size.parties, tied=size.tied, ways=_ways(telling), ties=size.ties,
        shared=telling.shared(),
    )  # fmt: skip
    rows: list[Row] = []
    for name, label in _ROWS:
        value: Cell = getattr(size, name)
        rows.append(Row(name, (telling.say(label), value)))
    named = {kind.name: kind.label for kind in model.nodes}
    kinds = [Row(kind, (telling.say(named[kind]), count)) for kind, count in size.nodes.items()]
    listed = sorted(size.helixes.items(), key=lambda one: -one[1])
    helixes = [Row(helix, (helix, count)) for helix, count in listed]
    return Section(
        "network", _TITLE,
        (told, telling.say(_TOGETHER, n=size.largest)) if size.largest else (told,),
        _drawn(telling, listed),
        (
            Table("network", _TITLE, (_WHAT, _VALUE), rows),
            Table("helixes", _HELIXES, (HELIX, _VALUE), helixes),
            Table("nodes", _RECORD, (_WHAT, _VALUE), kinds),
        ),
    )  # fmt: skip


def _drawn(telling: Telling, listed: Sequence[tuple[str, int]]) -> tuple[Chart, ...]:
    tongue = telling.tongue
    drawn = [(tongue.helix(word), float(count), colour(word)) for word, count in listed]
    about = ", ".join(f"{who} {tongue.rounded(n)}" for who, n, _ in drawn)
    made = bars("c-helixes", telling.say(_HELIXES), about, drawn, tongue.rounded)
    return (made,) if drawn else ()


def _ways(telling: Telling) -> str:
    """What makes a tie, in words."""
    through = telling.found.lens.through
    words = [telling.say(way) for kind, way in _WAYS.items() if kind in through]
    if len(words) < 2:
        return "".join(words)
    return telling.say(_OR, names=", ".join(words[:-1]), last=words[-1])
