"""How the three helices are mixed: a heat map, shares, and synergy with its interval."""

from __future__ import annotations

from collections.abc import Sequence

from ledwerk.graph.analysis.mixing import Mixing
from ledwerk.graph.analysis.triple_helix import HelixRow
from ledwerk.schema.fields import Text
from ledwerk.schema.vocabularies import HELIX as WORDS
from ledwerk.viz.report_charts import heat, shares
from ledwerk.viz.report_parts import Chart, Column, Row, Section, Sort, Table
from ledwerk.viz.report_telling import Telling
from ledwerk.viz.report_words import colour

_LABELS = {
    "programme": Text("programma", "programme"),
    "board": Text("bestuur", "board"),
    "sector": Text("sector", "sector"),
    "municipality": Text("gemeente", "municipality"),
    "year": Text("jaar", "year"),
    "project": Text("project", "project"),
}
_COLUMNS = (
    Column("parties", Text("partijen", "parties"), Sort.COUNT),
    Column("government", Text("overheid", "government"), Sort.COUNT),
    Column("industry", Text("bedrijven", "industry"), Sort.COUNT),
    Column("knowledge", Text("kennis", "knowledge"), Sort.COUNT),
    Column("other", Text("ander", "other"), Sort.COUNT),
    Column("ei_index", Text("E-I-index", "E-I index"), Sort.NUMBER),
    Column("assortativity", Text("assortativiteit", "assortativity"), Sort.NUMBER),
    Column("synergy", Text("synergie T", "synergy T"), Sort.FINE),
    Column("synergy_low", Text("van", "from"), Sort.FINE),
    Column("synergy_high", Text("tot", "to"), Sort.FINE),
)
_SCOPES = {
    "programme": Text("Per programma", "By programme"),
    "board": Text("Per bestuur", "By board"),
    "sector": Text("Per sector", "By sector"),
    "municipality": Text("Per gemeente", "By municipality"),
    "year": Text("Per jaar", "By year"),
    "project": Text("Per project", "By project"),
}
_TOLD = Text(
    "Van alle banden loopt {share} tussen verschillende helices (E-I-index {index}: −1 is alles "
    "binnen, 1 alles ertussen).",
    "Of all ties, {share} are between different helices (E-I index {index}: −1 is all within, 1 "
    "all between).",
)
_ASSORTED = Text(
    "Rekening houdend met hoeveel banden elke helix heeft, is de assortativiteit {value}: {words}.",
    "Allowing for how many ties each helix has, assortativity is {value}: {words}.",
)
_LIKE = Text(
    "banden lopen vaker binnen één helix dan het toeval zou geven",
    "ties stay within one helix more often than chance would give",
)
_UNLIKE = Text(
    "banden lopen vaker tussen helices dan het toeval zou geven",
    "ties are between helices more often than chance would give",
)
_CHANCE = Text("dat is zoals bij toeval te verwachten", "that is as chance would have it")
_SYNERGY = Text(
    "De synergie van de drie helices over {n} activiteiten is T = {value} bit (95%-interval {low} "
    "tot {high}; negatief is synergie): {words}.",
    "Synergy of the three helices over {n} activities is T = {value} bits (95% interval {low} to "
    "{high}; negative is synergy): {words}.",
)
_NO_SIGN = Text("van nul niet te onderscheiden", "not to be told from zero")
_SOME = Text("er is synergie", "there is synergy")
_REDUNDANT = Text("de helices zeggen eerder hetzelfde", "the helices rather say the same")
_HEAT = Text("Banden tussen en binnen helices", "Ties between and within helices")
_SHARES = Text("Helices per programma", "Helices by programme")
_BOARDS = Text("Helices per bestuur", "Helices by board")
_PAIR = (
    Column("one", Text("helix", "helix"), Sort.HELIX),
    Column("two", Text("met", "with"), Sort.HELIX),
    Column("ties", Text("banden", "ties"), Sort.COUNT),
)


def helix_section(telling: Telling) -> Section:
    """The triple helix of everything, and of each programme, board, sector, municipality, year."""
    (whole,) = telling.found.helix["all"]
    tables = [Table("mixing", _HEAT, _PAIR, _pairs(whole.mixing))]
    for scope, title in _SCOPES.items():
        rows = [_row(row) for row in telling.found.helix[scope]]
        if rows:
            tables.append(
                Table(f"helix_{scope}", title, (Column("label", _LABELS[scope]), *_COLUMNS), rows)
            )
    return Section(
        "helix", Text("Triple helix", "Triple helix"), tuple(_told(telling, whole)),
        _drawn(telling, whole), tuple(tables),
    )  # fmt: skip


def _told(telling: Telling, whole: HelixRow) -> list[str]:
    mixing, told = whole.mixing, []
    ties = mixing.internal + mixing.external
    if mixing.ei_index is not None:
        share = telling.tongue.percent(mixing.external / ties)
        told.append(telling.say(_TOLD, share=share, index=mixing.ei_index))
    if mixing.assortativity is not None:
        value = mixing.assortativity
        words = _CHANCE if abs(value) < 0.05 else _LIKE if value > 0 else _UNLIKE
        told.append(telling.say(_ASSORTED, value=value, words=telling.say(words)))
    if (found := whole.synergy) is not None:
        words = (
            _NO_SIGN if found.low <= 0 <= found.high else _SOME if found.value < 0 else _REDUNDANT
        )
        told.append(
            telling.say(
                _SYNERGY,
                n=found.activities,
                value=_bits(telling, found.value),
                low=_bits(telling, found.low),
                high=_bits(telling, found.high),
                words=telling.say(words),
            )
        )
    return told


def _bits(telling: Telling, value: float) -> str:
    return telling.tongue.number(round(value, 3) + 0.0, 3)


def _row(row: HelixRow) -> Row:
    found = row.synergy
    interval = (found.value, found.low, found.high) if found else (None, None, None)
    return Row(
        row.node or row.label,
        (
            row.label, row.parties, row.count("government"), row.count("industry"),
            row.count("knowledge"), row.other, row.mixing.ei_index, row.mixing.assortativity,
            *(None if value is None else round(value, 12) + 0.0 for value in interval),
        ),
    )  # fmt: skip


def _pairs(mixing: Mixing) -> list[Row]:
    labels = _listed(mixing)
    return [
        Row(f"{one or 'unknown'} {two or 'unknown'}", (one, two, mixing.between(one, two)))
        for number, one in enumerate(labels)
        for two in labels[number:]
    ]


def _listed(mixing: Mixing) -> list[str]:
    """The helices that occur, in the order of the model."""
    order = {word: place for place, word in enumerate(WORDS.values)}
    return sorted(mixing.labels, key=lambda word: order.get(word or "unknown", 99))


def _drawn(telling: Telling, whole: HelixRow) -> tuple[Chart, ...]:
    tongue, charts = telling.tongue, []
    labels = _listed(whole.mixing)
    if labels:
        values = [[float(whole.mixing.between(one, two)) for two in labels] for one in labels]
        about = "; ".join(
            f"{tongue.helix(one)} – {tongue.helix(two)}: {whole.mixing.between(one, two)}"
            for number, one in enumerate(labels)
            for two in labels[number:]
        )
        named = [tongue.helix(one) for one in labels]
        charts.append(heat("c-mixing", telling.say(_HEAT), about, named, values, tongue.rounded))
    for scope, title in (("programme", _SHARES), ("board", _BOARDS)):
        rows = telling.found.helix[scope][:12]
        if rows:
            charts.append(_shared(telling, f"c-{scope}", telling.say(title), rows))
    return tuple(charts)


def _shared(telling: Telling, name: str, title: str, rows: Sequence[HelixRow]) -> Chart:
    tongue = telling.tongue
    drawn = [
        (
            row.label,
            [(tongue.helix(word), float(row.count(word)), colour(word)) for word in WORDS.values],
        )
        for row in rows
    ]
    about = "; ".join(
        f"{who}: " + ", ".join(f"{what} {tongue.rounded(n)}" for what, n, _ in parts if n)
        for who, parts in drawn
    )
    return shares(name, title, about, drawn, tongue.rounded)
