"""Money: by programme, payer and helix; what was granted apart from what was asked for."""

from __future__ import annotations

from ledwerk.graph.analysis.money import Money, Total
from ledwerk.schema.fields import Text
from ledwerk.viz.report_charts import bars
from ledwerk.viz.report_parts import Chart, Column, Row, Section, Sort, Table
from ledwerk.viz.report_telling import Telling

_STATES = {
    "granted": "#0072B2",
    "reserved": "#56B4E9",
    "asked_for": "#E69F00",
    "unstated": "#8C8C8C",
}
_LABELS = {
    "all": Text("van", "of"),
    "programme": Text("programma", "programme"),
    "helix": Text("helix", "helix"),
    "payer": Text("betaler of ontvanger van een bijdrage", "payer, or who has a contribution"),
}
_COLUMNS = (
    Column("what", Text("soort geld", "sort of money"), Sort.WORD),
    Column("amount", Text("bedrag", "amount"), Sort.MONEY),
    Column("currency", Text("munt", "currency")),
    Column("per", Text("per", "per")),
    Column("sums", Text("uit zoveel bedragen", "of so many sums"), Sort.COUNT),
    Column("unknown", Text("bedrag onbekend", "amount unknown"), Sort.COUNT),
)
_TITLES = {
    "all": Text("Alles samen", "Everything together"),
    "programme": Text("Geld per programma", "Money by programme"),
    "helix": Text("Geld per helix van de betaler", "Money by the payer's helix"),
    "payer": Text("Geld per betaler", "Money by payer"),
}
_TOLD = Text(
    "Bedragen van verschillende soort (toegekend, gereserveerd, aangevraagd, begroting, "
    "bijdrage), in verschillende munten, of per inwoner en als geheel, worden niet bij elkaar "
    "geteld. Van {n} [bedrag is|bedragen is] de hoogte niet bekend; [dat is|die zijn] niet als "
    "nul geteld, maar overgeslagen.",
    "Sums of different sorts (granted, reserved, asked for, budget, contribution), in different "
    "currencies, or by inhabitant and as a whole, are not added up. Of {n} [sum|sums] the amount "
    "is not known; [it was|they were] not counted as nothing, but passed over.",
)
_NOTHING = Text("Er zijn geen bedragen vastgelegd.", "No sums are on record.")
_CHART = Text("Geld naar programma's, miljoenen euro", "Money to programmes, millions of euro")
_OUTSIDE = Text("buiten programma's", "outside programmes")
_NOBODY = Text("niet vermeld", "not stated")


def money_section(telling: Telling) -> Section:
    """What there is, of each sort by itself."""
    found = telling.found.money
    known = any(one.totals for one in found["all"])
    unknown = sum(one.unknown for one in found["all"])
    tables = [_table(telling, by, title) for by, title in _TITLES.items() if found[by]]
    return Section(
        "money", Text("Geld", "Money"),
        (telling.say(_TOLD, n=unknown) if known else telling.say(_NOTHING),),
        _drawn(telling), tuple(tables) if known else (),
    )  # fmt: skip


def _table(telling: Telling, by: str, title: Text) -> Table:
    """The table by something; of what has no amount on record only the file of numbers tells."""
    rows = _rows(telling, by, telling.found.money[by])
    known = sum(row.cells[2] is not None for row in rows)
    most = len(rows) if by == "all" else min(20, known)
    return Table(
        f"money_{by}",
        title,
        (Column("label", _LABELS[by], filed=False), *_COLUMNS),
        rows,
        most=most,
    )


def label(telling: Telling, by: str, word: str) -> str:
    """What money under a label is of."""
    if by == "all":
        return telling.say(_TITLES["all"])
    if not word:
        return telling.say(_OUTSIDE if by == "programme" else _NOBODY)
    return telling.tongue.helix(word) if by == "helix" else telling.name(word)


def _rows(telling: Telling, by: str, found: tuple[Money, ...]) -> list[Row]:
    listed: list[tuple[float, str, Row]] = []
    for one in found:
        who = label(telling, by, one.label)
        for total in one.totals or (Total("", "", 0.0, 0),):
            amount = total.amount if total.sums else None
            cells = (who, one.what, amount, total.currency, total.per, total.sums, one.unknown)
            # An id of its own for each row: what it is of, and of which sort.
            key = " ".join(filter(None, (one.label or "none", one.what, total.currency, total.per)))
            listed.append((-(amount or 0), key, Row(key, cells)))
    return [row for *_, row in sorted(listed, key=lambda entry: entry[:2])]


def _drawn(telling: Telling) -> tuple[Chart, ...]:
    tongue, rows = telling.tongue, []
    for one in telling.found.money["programme"]:
        for total in one.totals:
            if one.what in _STATES and total.currency == "EUR" and not total.per:
                who = f"{label(telling, 'programme', one.label)} ({tongue.word(one.what)})"
                rows.append((who, total.amount / 1e6, _STATES[one.what]))
    rows.sort(key=lambda bar: -bar[1])
    if not rows:
        return ()

    def written(value: float) -> str:
        return tongue.number(value, 1)

    about = "; ".join(f"{who}: {written(value)}" for who, value, _ in rows[:12])
    return (bars("c-money", telling.say(_CHART), about, rows[:12], written),)
