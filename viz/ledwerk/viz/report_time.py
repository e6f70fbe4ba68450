"""Over time: year by year, what ends soon, and before and after each programme."""

from __future__ import annotations

from collections.abc import Sequence

from ledwerk.graph.analysis.before_after import BeforeAfter
from ledwerk.graph.analysis.timeline import Timeline
from ledwerk.schema.fields import Text
from ledwerk.viz.report_charts import lines
from ledwerk.viz.report_parts import Chart, Column, Row, Section, Sort, Table
from ledwerk.viz.report_telling import NAME, Telling

_FOLLOWED = 6  # lines that a reader can tell apart
_TABLED = 50
_LAST = 12  # years beside each other
_YEARS = (
    Column("year", Text("jaar", "year")),
    Column("parties", Text("partijen", "parties"), Sort.COUNT),
    Column("ties", Text("banden", "ties"), Sort.COUNT),
    Column("came", Text("gekomen", "came"), Sort.COUNT),
    Column("left", Text("vertrokken", "left"), Sort.COUNT),
    Column("stayed", Text("gebleven", "stayed"), Sort.COUNT),
    Column("who_came", Text("wie kwam", "who came"), Sort.NODES),
    Column("who_left", Text("wie vertrok", "who left"), Sort.NODES),
)
_ENDING = (
    NAME,
    Column("kind", Text("soort", "kind"), Sort.WORD),
    Column("last", Text("laatste dag", "last day"), Sort.DATE),
    Column("days", Text("over dagen", "in days"), Sort.COUNT),
    Column("only_ties", Text("banden die eindigen", "ties that end"), Sort.COUNT),
    Column("who", Text("wie", "who"), Sort.NODES),
)
_PHASES = (
    Column("programme", Text("programma", "programme"), Sort.NODE),
    Column("phase", Text("wanneer", "when"), Sort.WORD),
    Column("since", Text("van", "from"), Sort.DATE),
    Column("until", Text("tot en met", "until"), Sort.DATE),
    Column("parties", Text("partijen", "parties"), Sort.COUNT),
    Column("ties", Text("banden", "ties"), Sort.COUNT),
    Column("cross_share", Text("tussen helices", "between helices"), Sort.SHARE),
    Column("components", Text("delen", "parts"), Sort.COUNT),
    Column("partner_ties", Text("banden per deelnemer", "ties a participant"), Sort.NUMBER),
    Column("other_ties", Text("banden per ander", "ties of others"), Sort.NUMBER),
)
_EFFECTS = (
    Column("programme", Text("programma", "programme"), Sort.NODE),
    Column("measure", Text("wat", "what"), Sort.WORD),
    Column("phase", Text("wanneer", "when"), Sort.WORD),
    Column("beside", Text("buiten het programma om", "beside the programme"), Sort.TEXT),
    Column("partners", Text("deelnemers", "participants"), Sort.COUNT),
    Column("others", Text("anderen", "others"), Sort.COUNT),
    Column("effect", Text("verschil in verschil", "difference in differences"), Sort.NUMBER),
    Column("low", Text("van", "from"), Sort.NUMBER),
    Column("high", Text("tot", "to"), Sort.NUMBER),
)
_NO_YEARS = Text(
    "Van geen enkele deelname is een begin of einde bekend.",
    "No participation has a known beginning or end.",
)
_UNDATED = Text(
    "Van {n} [deelname is|deelnames is] geen begin en geen einde bekend; die [telt|tellen] in elk "
    "jaar mee. Over de eerste en de laatste jaren weten de gegevens minder: lees er geen groei of "
    "krimp in.",
    "Of {n} [participation|participations] no beginning and no end is known; [it counts|they "
    "count] in every year. Of the first and last years the data know less: do not read growth or "
    "decline into them.",
)
_ENDS = Text(
    "Tussen {since} en {until} [eindigt één zetel, project of programma|eindigen {n} zetels, "
    "projecten en programma's]. Van {unknown} andere is geen einde bekend.",
    "Between {since} and {until} [one seat, project or programme ends|{n} seats, projects and "
    "programmes end]. Of {unknown} others no end is known.",
)
_EFFECT_TOLD = Text(
    "Bij elk programma met een begin is vergeleken hoeveel banden deelnemers en anderen hadden, "
    "ervoor, tijdens en erna. Het verschil in die verschillen bewijst niet dat het programma de "
    "oorzaak is: deelnemers kozen ervoor.",
    "For each programme with a beginning, the ties of participants and of others were compared "
    "before, during and after. The difference between those differences is no proof that the "
    "programme is the cause: participants chose it.",
)
_ENDS_TITLE = Text("Wat binnen een jaar eindigt", "What ends within a year")
_PHASES_TITLE = Text("Voor, tijdens en na een programma", "Before, during and after a programme")
_EFFECTS_TITLE = Text("Verschil in verschil", "Difference in differences")
_GROWTH = Text("Partijen en banden per jaar", "Parties and ties by year")
_PARTIES = Text("Partijen met een band, per jaar", "Parties with a tie, by year")
_TIES = Text("Banden per jaar", "Ties by year")
_CENTRAL = Text(
    "Banden per jaar van de meest centrale partijen", "Ties by year of the most central parties"
)


def time_section(telling: Telling) -> Section:
    """The network of each year, who came and left, and what changed around programmes."""
    found = telling.found
    told = [telling.say(_UNDATED, n=found.timeline.undated)]
    if not found.timeline.years:
        told = [telling.say(_NO_YEARS)]
    ends = found.endings
    told.append(
        telling.say(
            _ENDS, n=len(ends.ending), since=ends.since, until=ends.until,
            unknown=sum(ends.unknown.values()),
        )
    )  # fmt: skip
    if found.programmes:
        told.append(telling.say(_EFFECT_TOLD))
    return Section(
        "time", Text("Door de tijd", "Over time"), tuple(told), _drawn(telling), _tables(telling)
    )


def _drawn(telling: Telling) -> tuple[Chart, ...]:
    time, tongue = telling.found.timeline, telling.tongue
    if len(time.years) < 2:
        return ()
    years = [one.year for one in time.years]
    made = []
    for name, title, values in (
        ("c-parties", _PARTIES, [float(one.parties) for one in time.years]),
        ("c-ties", _TIES, [float(one.ties) for one in time.years]),
    ):
        words = telling.say(title)
        about = "; ".join(f"{y}: {tongue.rounded(v)}" for y, v in zip(years, values, strict=True))
        made.append(lines(name, words, about, years, [(words, values)], tongue.rounded))
    first = [str(node) for node in telling.central[:_FOLLOWED]]
    series = [
        (telling.name(node), [float(one.degree) for one in time.standings(node)]) for node in first
    ]
    about = "; ".join(f"{who}: {', '.join(tongue.rounded(v) for v in of)}" for who, of in series)
    made.append(lines("c-central", telling.say(_CENTRAL), about, years, series, tongue.rounded))
    return tuple(made)


def _tables(telling: Telling) -> tuple[Table, ...]:
    found = telling.found
    standings = [
        Row(str(node), (telling.name(node), *_standing(found.timeline, str(node))))
        for node in telling.central[:_TABLED]
    ]
    effects = [row for one in found.programmes for row in _effects(one)]
    tables = (
        Table("years", _GROWTH, _YEARS, _years(found.timeline)),
        Table("standings", _CENTRAL, _standing_columns(found.timeline), standings),
        Table("ending", _ENDS_TITLE, _ENDING, _ending(telling)),
    )
    if not found.programmes:
        return tables
    return (
        *tables,
        Table("before_after", _PHASES_TITLE, _PHASES, _phases(found.programmes)),
        Table("effects", _EFFECTS_TITLE, _EFFECTS, effects),
    )


def _years(time: Timeline) -> list[Row]:
    return [
        Row(
            f"{one.year}",
            (
                f"{one.year}", one.parties, one.ties, len(one.came), len(one.left), one.stayed,
                one.came, one.left,
            ),
        )
        for one in time.years
    ]  # fmt: skip


def _ending(telling: Telling) -> list[Row]:
    return [
        Row(one.id, (telling.name(one.id), one.kind, one.last, one.days, one.only_ties, one.who))
        for one in telling.found.endings.ending
    ]


def _phases(programmes: Sequence[BeforeAfter]) -> list[Row]:
    return [
        Row(
            f"{one.programme} {phase.name}",
            (
                one.programme, phase.name, phase.since, phase.until, phase.parties, phase.ties,
                phase.cross_share, phase.components, phase.partner_ties, phase.other_ties,
            ),
        )
        for one in programmes
        for phase in one.phases
    ]  # fmt: skip


def _standing_columns(time: Timeline) -> tuple[Column, ...]:
    """The number of ties in each year, of which the page shows the last, and the rank."""
    years = [one.year for one in time.years]
    return (
        NAME,
        *(
            Column(f"degree_{y}", Text(f"{y}", f"{y}"), Sort.COUNT, shown=y in years[-_LAST:])
            for y in years
        ),
        *(Column(f"rank_{y}", Text(f"{y}", f"{y}"), Sort.COUNT, shown=False) for y in years),
    )


def _standing(time: Timeline, node: str) -> tuple[int | None, ...]:
    there = time.standings(node)
    return (*(one.degree for one in there), *(one.rank for one in there))


def _effects(one: BeforeAfter) -> list[Row]:
    return [
        Row(
            f"{one.programme} {effect.measure} {effect.phase}{' beside' if effect.beside else ''}",
            (
                one.programme, effect.measure, effect.phase,
                effect.beside, one.partners, one.others,
                effect.estimate.value, effect.estimate.low, effect.estimate.high,
            ),
        )
        for effect in one.effects
    ]  # fmt: skip
