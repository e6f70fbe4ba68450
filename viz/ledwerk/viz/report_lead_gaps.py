"""What a reader should know first of who is missing: gaps, single points, helixes, seats."""

from __future__ import annotations

from collections.abc import Iterator

from ledwerk.graph.analysis.missing import HELIXES
from ledwerk.schema.fields import Text
from ledwerk.viz.report_parts import Finding
from ledwerk.viz.report_telling import NOUNS, Telling

_GAPS = Text(
    "{n} van de {of} {who} [heeft|hebben] geen band met {whom}",
    "{n} of the {of} {who} [has|have] no tie with {whom}",
)
_ALL_BY_ONE = Text("{gaps}; {name} kan {them} voorstellen.", "{gaps}; {name} can introduce {them}.")
_BY_SOME = Text(
    "{gaps}; {names} kunnen samen {reached} van hen voorstellen.",
    "{gaps}; {names} together can introduce {reached} of them.",
)
_BY_NOBODY = Text(
    "{gaps}; niemand kent beide kanten om hen voor te stellen.",
    "{gaps}; nobody knows both sides to introduce them.",
)
_NO_GAPS = Text(
    "Alle {of} {who} hebben een band met {whom}.", "All {of} {who} have a tie with {whom}."
)
_UNKNOWN_GAPS = Text(
    "Gaten tussen {who} en {whom} zijn niet te zien: {why}.",
    "Gaps between {who} and {whom} cannot be seen: {why}.",
)
_NO_SOURCE = Text(
    "van niemand is bekend dat hij daartoe hoort", "nobody is known to be one of the former"
)
_NO_TARGET = Text("die zijn er niet", "there are none of the latter")
_THEM = (
    Text("die", "it"), Text("beide", "both"), Text("alle drie", "all three"),
    Text("alle vier", "all four"), Text("alle vijf", "all five"),
)  # fmt: skip
_ALL_OF = Text("alle {n}", "all {n}")
_OF_THEM = Text("{n} van hen", "{n} of them")
_CUT = Text(
    "Valt {name} weg, dan [raakt|raken] {n} [partij|partijen] los van de rest: {names}.",
    "When {name} goes, {n} [party is|parties are] cut off from the rest: {names}.",
)
_CUT_MORE = Text("Er zijn in totaal {n} zulke partijen.", "There are {n} such parties in all.")
_NO_CUT = Text(
    "Niemand is onmisbaar: wie er ook wegvalt, de anderen blijven verbonden.",
    "Nobody is indispensable: whoever goes, the others stay connected.",
)
_MISSING = Text(
    "In {n} van de {of} projecten en programma's met twee deelnemers of meer ontbreekt een helix: "
    "{parts}.",
    "In {n} of the {of} projects and programmes with two participants or more a helix is missing: "
    "{parts}.",
)
_MISSING_PART = Text("{n} zonder {noun}", "{n} without a {noun}")
_SEATED = Text(
    "{n} [partij zit|partijen zitten] in een bestuur maar [doet|doen] in geen project of "
    "programma mee: {names}.",
    "{n} [party has|parties have] a seat on a board but [takes|take] part in no project or "
    "programme: {names}.",
)
_PAYERS = Text(
    "{n} [betaler heeft|betalers hebben] geen zetel in een bestuur: {names}.",
    "{n} [payer has|payers have] no seat on a board: {names}.",
)


def gaps_told(telling: Telling) -> Iterator[Finding]:
    """Who has no tie with whom, and who could introduce them."""
    found, made = telling.found, telling.found.introductions
    who, whom = telling.who(), telling.whom()
    if not found.sources or not found.targets:
        why = telling.say(_NO_TARGET if found.sources else _NO_SOURCE)
        yield Finding(telling.say(_UNKNOWN_GAPS, who=who, whom=whom, why=why), "gaps")
        return
    if not made.gaps:
        yield Finding(telling.say(_NO_GAPS, of=len(found.sources), who=who, whom=whom), "gaps")
        return
    gaps = telling.say(_GAPS, n=made.gaps, of=len(found.sources), who=who, whom=whom)
    if not made.edges:
        text = telling.say(_BY_NOBODY, gaps=gaps)
    elif len(made.edges) == 1:
        name = telling.name(made.edges[0].introducer)
        text = telling.say(_ALL_BY_ONE, gaps=gaps, name=name, them=_them(telling))
    else:
        names = telling.names([one.introducer for one in made.edges])
        text = telling.say(_BY_SOME, gaps=gaps, names=names, reached=made.reached)
    yield Finding(text, "introductions" if made.edges else "gaps")


def _them(telling: Telling) -> str:
    made = telling.found.introductions
    if made.reached < made.gaps:
        return telling.say(_OF_THEM, n=made.reached)
    if made.gaps <= len(_THEM):
        return telling.say(_THEM[made.gaps - 1])
    return telling.say(_ALL_OF, n=made.gaps)


def cut_told(telling: Telling) -> Iterator[Finding]:
    """Whose leaving cuts off the most."""
    points = telling.found.points
    if not points.cuts:
        if telling.central:
            yield Finding(telling.say(_NO_CUT), "points")
        return
    first = points.cuts[0]
    text = telling.say(
        _CUT, name=telling.name(first.party), n=first.count, names=telling.names(first.cut_off)
    )
    if points.total > 1:
        text = f"{text} {telling.say(_CUT_MORE, n=points.total)}"
    yield Finding(text, "points")


def missing_told(telling: Telling) -> Iterator[Finding]:
    """How often a helix is missing."""
    found = [one for one in telling.found.helixes if one.partners > 1]
    lacking = [one for one in found if one.missing]
    if not lacking:
        return
    counts = {helix: sum(helix in one.missing for one in lacking) for helix in HELIXES}
    parts = [
        telling.say(_MISSING_PART, n=count, noun=telling.say(NOUNS[helix]))
        for helix, count in sorted(counts.items(), key=lambda one: -one[1])
        if count
    ]
    text = telling.say(_MISSING, n=len(lacking), of=len(found), parts=telling.tongue.names(parts))
    yield Finding(text, "missing")


def seats_told(telling: Telling) -> Iterator[Finding]:
    """Who sits without taking part, and who pays without sitting."""
    found = telling.found
    # Who takes part, or sits, through a group or a member is left to the tables.
    seated = [one.party for one in found.seat_only if not one.through]
    payers = [one.party for one in found.payers if not one.through]
    told = []
    if seated:
        told.append(telling.say(_SEATED, n=len(seated), names=telling.names(seated)))
    if payers and found.size.nodes.get("Board"):
        told.append(telling.say(_PAYERS, n=len(payers), names=telling.names(payers)))
    if told:
        yield Finding(" ".join(told), "seated" if seated else "payers")
