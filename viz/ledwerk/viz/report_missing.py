"""Who is missing: helixes in projects and programmes, partners and payers on boards."""

from __future__ import annotations

from collections.abc import Sequence

from ledwerk.graph.analysis.missing import HELIXES, Helixes, Payment
from ledwerk.schema.fields import Text
from ledwerk.viz.report_charts import bars
from ledwerk.viz.report_parts import Chart, Column, Row, Section, Sort, Table
from ledwerk.viz.report_telling import HELIX, NAME, NOUNS, Telling
from ledwerk.viz.report_words import colour

_KIND = Column("kind", Text("soort", "kind"), Sort.WORD)
_ACTIVITY = (
    NAME, _KIND,
    Column("partners", Text("deelnemers", "participants"), Sort.COUNT),
    Column("government", Text("overheid", "government"), Sort.COUNT),
    Column("industry", Text("bedrijven", "industry"), Sort.COUNT),
    Column("knowledge", Text("kennis", "knowledge"), Sort.COUNT),
    Column("unsure", Text("gemengd of onbekend", "hybrid or unknown"), Sort.COUNT),
    Column("missing", Text("ontbreekt", "missing"), Sort.HELIXES),
)  # fmt: skip
_THROUGH = Column("through", Text("wel via", "but through"), Sort.NODES)
_UNSEATED = (
    NAME, HELIX,
    Column("count", Text("projecten", "projects"), Sort.COUNT),
    Column("activities", Text("welke", "which"), Sort.NODES),
    _THROUGH,
)  # fmt: skip
_SEATED = (NAME, HELIX, Column("boards", Text("besturen", "boards"), Sort.NODES), _THROUGH)
_PAYING = (
    NAME, HELIX,
    Column("pays", Text("betaalt of wordt gevraagd", "pays, or is asked to"), filed=False),
    _THROUGH,
)  # fmt: skip
_TITLE = Text(
    "Wie ontbreekt in projecten en programma's", "Who is missing in projects and programmes"
)
_HELIXES = Text("Helices per project en programma", "Helices by project and programme")
_UNSEATED_TITLE = Text(
    "Deelnemers van veel projecten zonder zetel", "Participants of many projects without a seat"
)
_SEATED_TITLE = Text("Een zetel, maar geen deelname", "A seat, but no participation")
_PAYING_TITLE = Text("Betalers zonder zetel", "Payers without a seat")
_TOLD = Text(
    "In {n} van de {of} projecten en programma's met twee deelnemers of meer ontbreekt minstens "
    "één van de drie helices: overheid, bedrijfsleven of kennis. Bij {none} daarvan is er wel een "
    "partij van wie de helix gemengd of onbekend is, zodat de ontbrekende er toch kan zijn. Een "
    "helix kan met opzet ontbreken.",
    "In {n} of the {of} projects and programmes with two participants or more at least one of the "
    "three helices is missing: government, industry or knowledge. In {none} of these there is a "
    "party that is hybrid or of an unknown helix, so that what is missing may be there after all. "
    "A helix may be missing on purpose.",
)
_COMPLETE = Text(
    "In alle {of} projecten en programma's met twee deelnemers of meer zijn de drie helices er.",
    "In all {of} projects and programmes with two participants or more the three helices are "
    "there.",
)
_CHART = Text("Hoe vaak elke helix ontbreekt", "How often each helix is missing")
_SEATS = (
    Text(
        "{n} [partij|partijen] met drie projecten of meer [heeft|hebben] geen zetel in een "
        "bestuur.",
        "{n} [party|parties] with three projects or more [has|have] no seat on a board.",
    ),
    Text(
        "{n} [partij heeft|partijen hebben] een zetel maar [neemt|nemen] aan geen project of "
        "programma deel.",
        "{n} [party has|parties have] a seat but [takes|take] part in no project or programme.",
    ),
    Text("{n} [betaler heeft|betalers hebben] geen zetel.", "{n} [payer has|payers have] no seat."),
)
_THROUGH_TOLD = Text(
    "In de laatste kolom staat wie dat wel via een groep of via leden doet.",
    "The last column tells who does so through a group or through members.",
)
_NO_BOARDS = Text(
    "Er zijn geen besturen vastgelegd, dus wie er geen zetel heeft, is niet te zeggen.",
    "No boards are on record, so nobody can say who has no seat.",
)


def missing_section(telling: Telling) -> Section:
    """Where a helix is missing."""
    found = telling.found.helixes
    together = [one for one in found if one.partners > 1]
    lacking = [one for one in together if one.missing]
    told = telling.say(_COMPLETE, of=len(together))
    if lacking:
        unsure = sum(one.unsure > 0 for one in lacking)
        told = telling.say(_TOLD, n=len(lacking), of=len(together), none=unsure)
    rows = [
        Row(
            one.activity,
            (
                telling.name(one.activity), one.kind, one.partners,
                *(one.present.get(helix, 0) for helix in HELIXES), one.unsure, one.missing,
            ),
        )
        for one in sorted(found, key=_worth)
    ]  # fmt: skip
    return Section(
        "missing", _TITLE, (told,) if found else (), _drawn(telling, lacking),
        (Table("missing", _HELIXES, _ACTIVITY, rows),),
    )  # fmt: skip


def _worth(one: Helixes) -> tuple[bool, bool, int, int]:
    """First where a helix is missing among several of whom all is known; the rest as they come."""
    return one.partners < 2, one.unsure > 0, -len(one.missing), -one.partners


def _drawn(telling: Telling, lacking: Sequence[Helixes]) -> tuple[Chart, ...]:
    """How often each helix is missing."""
    if not lacking:
        return ()
    tongue = telling.tongue
    counts = {helix: sum(helix in one.missing for one in lacking) for helix in HELIXES}
    drawn = [(telling.say(NOUNS[helix]), float(n), colour(helix)) for helix, n in counts.items()]
    drawn.sort(key=lambda bar: -bar[1])
    about = ", ".join(f"{who}: {tongue.rounded(n)}" for who, n, _ in drawn)
    return (bars("c-missing", telling.say(_CHART), about, drawn, tongue.rounded),)


def seat_section(telling: Telling) -> Section:
    """Partners without a seat, seats without partners, payers without a seat."""
    found = telling.found
    told = [telling.say(_NO_BOARDS)]
    if found.size.nodes.get("Board"):
        counts = (len(found.unseated), len(found.seat_only), len(found.payers))
        told = [telling.say(words, n=n) for words, n in zip(_SEATS, counts, strict=True) if n]
        told.append(telling.say(_THROUGH_TOLD))
    title = Text("Zetels en deelnemers", "Seats and participants")
    boards = bool(found.size.nodes.get("Board"))
    return Section("seats", title, tuple(told), (), _tables(telling) if boards else ())


def _tables(telling: Telling) -> tuple[Table, ...]:
    found = telling.found
    unseated = [
        Row(
            one.party,
            (*telling.party(one.party), len(one.activities), one.activities, one.through),
        )
        for one in found.unseated
    ]
    seated = [
        Row(one.party, (*telling.party(one.party), one.boards, one.through))
        for one in found.seat_only
    ]
    paying = [
        Row(one.party, (*telling.party(one.party), _paid(telling, one.payments), one.through))
        for one in found.payers
    ]
    return (
        Table("unseated", _UNSEATED_TITLE, _UNSEATED, unseated),
        Table("seated", _SEATED_TITLE, _SEATED, seated),
        Table("payers", _PAYING_TITLE, _PAYING, paying),
    )


def _paid(telling: Telling, payments: Sequence[Payment]) -> str:
    told = []
    for one in payments:
        sum_ = "?" if one.amount is None else telling.tongue.euro(one.amount, one.currency or "EUR")
        per = f" per {one.per}" if one.per else ""
        state = f" ({telling.tongue.word(one.state)})" if one.state else ""
        told.append(f"{sum_}{per}{state}: {telling.name(one.receiver)}")
    return "; ".join(told)
