"""How sure it all is: what the data cannot know, and what they rest on."""

from __future__ import annotations

from ledwerk.schema.fields import Text
from ledwerk.schema.kinds import Model
from ledwerk.viz.report_charts import shares
from ledwerk.viz.report_parts import Chart, Column, Row, Section, Sort, Table
from ledwerk.viz.report_telling import HELIX, NAME, Telling
from ledwerk.viz.texts import said

_COLOURS = {
    "edited": "#009E73", "stated": "#0072B2", "assessed": "#E69F00", "derived": "#56B4E9",
    "read": "#CC79A7", "unsupported": "#8C8C8C",
}  # fmt: skip
_BASES = tuple(_COLOURS)
_GROUNDS = (
    Column("kind", Text("wat", "what"), filed=False),
    Column("facts", Text("feiten", "facts"), Sort.COUNT),
    Column("stated", Text("vermeld", "stated"), Sort.COUNT),
    Column("edited", Text("door redacteur", "by an editor"), Sort.COUNT),
    Column("assessed", Text("ingeschat", "assessed"), Sort.COUNT),
    Column("derived", Text("afgeleid", "derived"), Sort.COUNT),
    Column("read", Text("niet nagekeken", "not reviewed"), Sort.COUNT),
    Column("unsupported", Text("alleen genoemd", "only mentioned"), Sort.COUNT),
    Column("disputed", Text("tegengesproken", "disputed"), Sort.COUNT),
)
_SOURCES = (
    NAME,
    Column("publisher", Text("uitgever", "publisher")),
    Column("date", Text("datum", "date")),
    Column("url", Text("adres", "address")),
    Column("licence", Text("licentie", "licence")),
    Column("statements", Text("uitspraken", "statements"), Sort.COUNT),
)
_UNASKED = Text(
    "Van {n} van de {of} partijen is niets vastgelegd waaraan zij meedoen: geen project, "
    "programma, zetel of campus. Of zij dat niet doen, of dat er nooit naar gevraagd is, weten de "
    "gegevens niet.",
    "Of {n} of the {of} parties nothing is on record that they take part in: no project, "
    "programme, seat or campus. Whether they do not, or were never asked, the data do not know.",
)
_OUTSIDE = Text(
    "Wie in geen enkele bron voorkomt, komt hier niet voor; hoeveel partijen dat zijn, kan geen "
    "enkele rekenwijze zeggen. Alles hier komt uit [één bron|{n} bronnen].",
    "Who is in no source is not in here; how many parties that are, no calculation can say. "
    "Everything here comes from [one source|{n} sources].",
)
_HELIX = Text(
    "Van {n} [partij|partijen] is de helix niet bekend; van {assessed} is die ingeschat en door "
    "geen bron vermeld.",
    "Of {n} [party|parties] the helix is not known; of {assessed} it is assessed and stated by no "
    "source.",
)
_SME = Text(
    "Van {n} van de {of} bedrijven is niet bekend of ze mkb zijn; van {assessed} organisaties is "
    "dat ingeschat.",
    "Of {n} of the {of} businesses it is not known whether they are SMEs; of {assessed} "
    "organisations that is assessed.",
)
_PERIOD = Text(
    "Van {n} van de {of} projecten en programma's zijn begin en einde onbekend, van {endless} "
    "alleen het einde; van {undated} van de {all} deelnames is de periode onbekend.",
    "Of {n} of the {of} projects and programmes neither beginning nor end is known, of {endless} "
    "only the end is not; of {undated} of the {all} participations the period is not known.",
)
_ALONE = Text(
    "{alone} projecten en programma's hebben maar één deelnemer en {deserted} geen enkele: zij "
    "tellen mee als project en geven geen band.",
    "{alone} projects and programmes have one participant only and {deserted} none: they count as "
    "projects and make no tie.",
)
_EMPTY = Text(
    "Nergens is iets vastgelegd over: {names}.",
    "There is nothing on record of these kinds: {names}.",
)
_UNREVIEWED = Text(
    "Van {n} knopen en relaties zegt alleen een programma dat ze er zijn; niemand heeft dat "
    "nagekeken. Ze tellen in alle cijfers mee.",
    "Of {n} nodes and relations only a program says that they are there; nobody has reviewed "
    "that. They count in every number here.",
)
_CHART = Text("Waarop de feiten rusten", "What the facts rest on")


def sure_section(telling: Telling, model: Model) -> Section:
    """What is unknown, assessed or disputed, and the sources."""
    found, rests = telling.found.blanks, telling.evidence.support
    size = telling.found.size
    told = [
        telling.say(_UNASKED, n=len(found.never_asked), of=found.parties),
        telling.say(_OUTSIDE, n=len(telling.evidence.sources)),
        telling.say(
            _HELIX, n=len(found.helix_unknown),
            assessed=assessed(telling, "helix"),
        ),
        telling.say(
            _SME, n=size.unknown_sme, of=size.business, assessed=assessed(telling, "sme")
        ),
        telling.say(
            _PERIOD, n=len(found.undated), of=found.activities, endless=len(found.endless),
            undated=found.undated_participations, all=found.participations,
        ),
        telling.say(_ALONE, alone=len(found.alone), deserted=len(found.deserted)),
    ]  # fmt: skip
    if unreviewed := sum(one.bases.get("read", 0) for one in rests.grounds):
        told.append(telling.say(_UNREVIEWED, n=unreviewed))
    if rests.empty:
        names = telling.tongue.names(
            [f"“{_kind(telling, model, kind)}”" for kind in rests.empty], 99
        )
        told.append(telling.say(_EMPTY, names=names))
    return Section(
        "sure", Text("Hoe zeker is dit", "How sure is this"), tuple(told),
        _drawn(telling, model), _tables(telling, model),
    )  # fmt: skip


def assessed(telling: Telling, name: str) -> int:
    """Of how many facts a property is assessed only."""
    grounds = telling.evidence.support.grounds
    return sum(one.properties.get(name, {}).get("assessed", 0) for one in grounds)


def _kind(telling: Telling, model: Model, kind: str) -> str:
    """What a kind of node or relation is called."""
    labels = {one.name: one.label for one in model.nodes}
    labels |= {one.name: one.label for one in model.relations}
    return said(labels[kind], telling.tongue.lang)


def _drawn(telling: Telling, model: Model) -> tuple[Chart, ...]:
    tongue = telling.tongue
    grounds = sorted(telling.evidence.support.grounds, key=lambda one: -one.facts)[:12]
    if not grounds:
        return ()
    rows = [
        (
            _kind(telling, model, one.kind),
            [
                (tongue.word(basis), float(one.bases.get(basis, 0)), _COLOURS[basis])
                for basis in _BASES
            ],
        )
        for one in grounds
    ]
    about = "; ".join(
        f"{who}: " + ", ".join(f"{what} {tongue.rounded(n)}" for what, n, _ in parts if n)
        for who, parts in rows
    )
    return (shares("c-grounds", telling.say(_CHART), about, rows, tongue.rounded),)


def _tables(telling: Telling, model: Model) -> tuple[Table, ...]:
    rests = telling.evidence
    grounds = [
        Row(
            one.kind,
            (
                _kind(telling, model, one.kind),
                one.facts,
                *(
                    one.bases.get(basis, 0)
                    for basis in ("stated", "edited", "assessed", "derived", "read", "unsupported")
                ),
                one.disputed,
            ),
        )
        for one in rests.support.grounds
    ]
    sources = [
        Row(one.id, (one.name, one.publisher, one.date, one.url, one.licence, one.statements))
        for one in rests.sources
    ]
    unasked = [
        Row(one, (telling.name(one), telling.helix(one)))
        for one in telling.found.blanks.never_asked
    ]
    return (
        Table("sources", Text("Bronnen", "Sources"), _SOURCES, sources),
        Table("grounds", _CHART, _GROUNDS, grounds),
        Table(
            "never_asked",
            Text(
                "Partijen die misschien nooit gevraagd zijn",
                "Parties that were perhaps never asked",
            ),
            (NAME, HELIX),
            unasked,
        ),
    )
