"""A report of everything that was found: sentences, drawings, tables, method and limits."""

from __future__ import annotations

from ledwerk.graph.analysis.evidence import Evidence
from ledwerk.graph.analysis.findings import Findings
from ledwerk.graph.lens import THROUGH
from ledwerk.schema.fields import Text
from ledwerk.schema.kinds import Model
from ledwerk.schema.model import MODEL
from ledwerk.viz.report_central import broker_section, central_section
from ledwerk.viz.report_gaps import gap_section, point_section
from ledwerk.viz.report_helix import helix_section
from ledwerk.viz.report_lead import lead
from ledwerk.viz.report_method import methods
from ledwerk.viz.report_missing import missing_section, seat_section
from ledwerk.viz.report_money import money_section
from ledwerk.viz.report_parts import Report, Section
from ledwerk.viz.report_predicted import apart_section, predicted_section
from ledwerk.viz.report_size import size_section
from ledwerk.viz.report_sure import sure_section
from ledwerk.viz.report_telling import Telling
from ledwerk.viz.report_time import time_section
from ledwerk.viz.report_words import Tongue

_TITLE = Text("Wie werkt met wie: verslag", "Who works with whom: a report")
_REVISION = Text("Revisie", "Revision")
_OF = Text("{number}, van {at}", "{number}, of {at}")
_DATASETS = Text("Gegevens", "Data")
_SOURCES = Text("Bronnen", "Sources")
_THROUGH = Text("Banden door", "Ties through")
_WHEN = Text("Wanneer", "When")
_ALWAYS = Text("alles wat is vastgelegd", "all that is on record")
_FROM_TO = Text("van {start} tot en met {end}", "from {start} until {end}")
_PROGRAMME = Text("Alleen programma", "Programme only")
_HELIX = Text("Alleen helix", "Helix only")
_WEIGHT = Text("Sterkte", "Strength")
_GAPS = Text("Gaten", "Gaps")
_WHO_WHOM = Text("van {who} naar {whom}", "from {who} to {whom}")
_EXACT = Text("Berekend", "Reckoned")
_WEIGHTS = {
    "count": Text("aantal gedeelde activiteiten", "number of shared activities"),
    "newman": Text(
        "Newman: elk gedeelde gedeeld door de andere deelnemers",
        "Newman: each shared one divided by the other participants",
    ),
    "budget": Text("budget van wat gedeeld is", "budget of what is shared"),
}
_KINDS = {
    "Project": Text("projecten", "projects"),
    "Programme": Text("programma's", "programmes"),
    "Campus": Text("campussen", "campuses"),
    "Board": Text("besturen", "boards"),
}
_ALL_EXACT = Text("alles exact", "everything exact")
_SAMPLED = Text(
    "tussenpositie vanaf {samples} getrokken partijen, stabiliteit uit {draws} trekkingen vanaf "
    "{resampled}; de rest exact",
    "betweenness from {samples} drawn parties, stability from {draws} draws from {resampled}; the "
    "rest exact",
)


def report(
    found: Findings,
    evidence: Evidence,
    lang: str = "nl",
    ends: tuple[str, str] = ("sme", "campus"),
    model: Model = MODEL,
) -> Report:
    """The report in a language, `nl` or `en`; `ends` are the words that gaps were asked for with.

    The same findings give the same report: it has no date but that of the revision.
    """
    telling = Telling(found, evidence, Tongue(lang), ends)
    return Report(
        lang,
        telling.say(_TITLE),
        tuple(_about(telling)),
        lead(telling),
        tuple(one for one in _sections(telling, model) if one.told or one.tables),
        methods(telling.tongue),
        telling.name,
    )


def _sections(telling: Telling, model: Model) -> tuple[Section, ...]:
    return (
        size_section(telling, model),
        central_section(telling),
        broker_section(telling),
        gap_section(telling),
        missing_section(telling),
        seat_section(telling),
        apart_section(telling),
        point_section(telling),
        helix_section(telling),
        money_section(telling),
        time_section(telling),
        predicted_section(telling),
        sure_section(telling, model),
    )


def _about(telling: Telling) -> list[tuple[str, str]]:
    say, evidence = telling.say, telling.evidence
    lens, how = telling.found.lens, telling.found.sampling
    at = evidence.at[:16].replace("T", " ")
    said = [
        (say(_REVISION), say(_OF, number=f"{evidence.revision}", at=f"{at} UTC") if at else "0"),
        (say(_DATASETS), ", ".join(evidence.support.sources.by_dataset) or "–"),
        (say(_SOURCES), _sources(telling)),
        (
            say(_THROUGH),
            telling.tongue.names([say(_KINDS[k]) for k in THROUGH if k in lens.through]),
        ),
        (say(_WHEN), _when(telling)),
        (say(_WEIGHT), say(_WEIGHTS[lens.weight.value])),
        (say(_GAPS), say(_WHO_WHOM, who=telling.who(), whom=telling.whom())),
    ]
    if lens.programme:
        said.append((say(_PROGRAMME), telling.name(lens.programme)))
    if lens.helixes:
        said.append(
            (say(_HELIX), telling.tongue.names([telling.tongue.helix(h) for h in lens.helixes]))
        )
    exact = say(_ALL_EXACT)
    if how.samples is not None:
        exact = say(
            _SAMPLED, samples=how.samples, draws=how.resamples, resampled=how.resampled or 0
        )
    return [*said, (say(_EXACT), exact)]


def _sources(telling: Telling) -> str:
    names = [
        f"{one.name} ({one.date})" if one.date and one.date not in one.name else one.name
        for one in telling.evidence.sources
    ]
    return telling.tongue.names(names) or "–"


def _when(telling: Telling) -> str:
    lens = telling.found.lens
    if lens.as_of is not None:
        return lens.as_of
    if lens.during is not None:
        start, end = (word or "…" for word in lens.during)
        return telling.say(_FROM_TO, start=start, end=end)
    return telling.say(_ALWAYS)
