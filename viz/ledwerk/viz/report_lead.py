"""What a reader should know first: findings in plain sentences, each from a table below."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ledwerk.schema.fields import Text
from ledwerk.viz.report_parts import Finding
from ledwerk.viz.report_telling import HELICES, NOUNS, Telling

_MOST = 10
_SIZE = Text(
    "{tied} van de {n} [partij|partijen] werken met een ander samen: {ties} banden uit "
    "{activities} projecten en programma's. {together}",
    "{tied} of the {n} [party|parties] work with another: {ties} ties from {activities} projects "
    "and programmes. {together}",
)
_ALL_TOGETHER = Text(
    "Langs die banden hangen zij allemaal met elkaar samen.",
    "By those ties, all of them hang together.",
)
_SOME_TOGETHER = Text(
    "Langs die banden hangen er {largest} met elkaar samen.",
    "By those ties, {largest} of them hang together.",
)
_CENTRAL = Text(
    "{name} staat het vaakst tussen anderen: op {paths} van de kortste wegen tussen twee anderen. "
    "Laat men een tiende van de banden weg, dan staat {name} {place}.",
    "{name} stands between others most often: on {paths} of the shortest ways between two others. "
    "When a tenth of the ties is left out, {name} is {place}.",
)
_SAME = Text("nog steeds op plaats {low}", "still at rank {low}")
_RANGE = Text("op plaats {low} tot {high}", "at rank {low} to {high}")
_AFTER = Text("Daarna volgen {names}.", "After that come {names}.")
_BROKER = Text(
    "{name} bemiddelt het vaakst tussen partijen die elkaar niet kennen: {n} keer, waarvan "
    "{across} keer over een grens tussen helices.",
    "{name} most often brokers between parties that do not know each other: {n} times, of which "
    "{across} across a border between helices.",
)
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
    "In {n} van de {of} projecten en programma's ontbreekt een helix: {parts}.",
    "In {n} of the {of} projects and programmes a helix is missing: {parts}.",
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
_MIXED = Text(
    "{share} van de banden loopt tussen verschillende helices; de grootste groep loopt {one} "
    "({n}).",
    "{share} of the ties are between different helices; the largest group is {one} ({n}).",
)
_WITHIN = Text("binnen {helix}", "within {helix}")
_BETWEEN = Text("tussen {helix} en {other}", "between {helix} and {other}")
_MONEY = Text(
    "Op papier is {amount} {state}.",
    "On record, {amount} has been {state}.",
)
_CAME = Text(
    "In {year} kwamen er {came} partijen bij, de meeste van alle jaren, en vertrokken er {left}.",
    "In {year} {came} parties came, the most of all years, and {left} left.",
)
_UNSURE = Text(
    "Wat de gegevens niet weten: van {n} [partij is|partijen is] geen band vastgelegd, van "
    "{helix} is de helix onbekend en van {assessed} alleen ingeschat, en van {sme} van de "
    "{business} bedrijven is niet bekend of ze mkb zijn.",
    "What the data do not know: of {n} [party|parties] no tie is on record, of {helix} the helix "
    "is unknown and of {assessed} only assessed, and of {sme} of the {business} businesses it is "
    "not known whether they are SMEs.",
)


def lead(telling: Telling) -> tuple[Finding, ...]:
    """The findings that there are, ten at most; the last is what the data do not know."""
    found = [finding for told in _TOLD for finding in told(telling)]
    return (*found[: _MOST - 1], *_unsure(telling))


def _size(telling: Telling) -> Iterator[Finding]:
    size = telling.found.size
    words = _ALL_TOGETHER if size.largest == size.tied else _SOME_TOGETHER
    text = telling.say(
        _SIZE,
        tied=size.tied,
        n=size.parties,
        ties=size.ties,
        activities=size.activities,
        together=telling.say(words, largest=size.largest) if size.tied else "",
    )
    yield Finding(text.strip(), "network")


def _central(telling: Telling) -> Iterator[Finding]:
    if not telling.central:
        return
    first, tongue = telling.central[0], telling.tongue
    _, low, high = telling.ranks["betweenness"][first]
    place = telling.say(_SAME, low=low) if low == high else telling.say(_RANGE, low=low, high=high)
    paths = telling.found.measures["betweenness"].values[first]
    if not round(paths):
        return
    text = telling.say(_CENTRAL, name=telling.name(first), paths=tongue.rounded(paths), place=place)
    if len(telling.central) > 3:
        text = f"{text} {telling.say(_AFTER, names=telling.names(telling.central[1:4]))}"
    yield Finding(text, "centrality")


def _broker(telling: Telling) -> Iterator[Finding]:
    roles = telling.found.brokerage.roles
    if not telling.central:
        return
    first = max(telling.central, key=lambda node: roles[node].total)
    one = roles[first]
    if one.total:
        yield Finding(
            telling.say(
                _BROKER, name=telling.name(first), n=one.total, across=one.total - one.coordinator
            ),
            "brokers",
        )


def _gaps(telling: Telling) -> Iterator[Finding]:
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


def _cut(telling: Telling) -> Iterator[Finding]:
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


def _missing(telling: Telling) -> Iterator[Finding]:
    found = telling.found.helixes
    lacking = [one for one in found if one.missing]
    if not lacking:
        return
    counts = {helix: sum(helix in one.missing for one in lacking) for helix in HELICES}
    parts = [
        telling.say(_MISSING_PART, n=count, noun=telling.say(NOUNS[helix]))
        for helix, count in sorted(counts.items(), key=lambda one: -one[1])
        if count
    ]
    text = telling.say(_MISSING, n=len(lacking), of=len(found), parts=telling.tongue.names(parts))
    yield Finding(text, "missing")


def _seats(telling: Telling) -> Iterator[Finding]:
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


def _mixed(telling: Telling) -> Iterator[Finding]:
    (whole,) = telling.found.helix["all"]
    mixing, tongue = whole.mixing, telling.tongue
    ties = mixing.internal + mixing.external
    if not ties:
        return
    pairs = [(a, b) for at, a in enumerate(mixing.labels) for b in mixing.labels[at:]]
    a, b = max(pairs, key=lambda pair: mixing.between(*pair))
    helix, other = tongue.helix(a), tongue.helix(b)
    one = (
        telling.say(_WITHIN, helix=helix)
        if a == b
        else telling.say(_BETWEEN, helix=helix, other=other)
    )
    yield Finding(
        telling.say(
            _MIXED,
            share=tongue.percent(mixing.external / ties),
            one=one,
            n=mixing.between(a, b),
        ),
        "mixing",
    )


def _money(telling: Telling) -> Iterator[Finding]:
    tongue = telling.tongue
    for one in telling.found.money["all"]:
        for total in one.totals:
            if one.what == "granted" and not total.per and total.currency:
                amount = tongue.euro(total.amount, total.currency)
                state = tongue.word(one.what)
                yield Finding(
                    telling.say(_MONEY, amount=amount, state=state, n=one.unknown), "money_all"
                )


def _came(telling: Telling) -> Iterator[Finding]:
    years = telling.found.timeline.years[1:]  # in the first, everybody came
    if years and any(one.came for one in years):
        most = max(years, key=lambda one: len(one.came))
        yield Finding(
            telling.say(_CAME, year=f"{most.year}", came=len(most.came), left=len(most.left)),
            "years",
        )


def _unsure(telling: Telling) -> Iterator[Finding]:
    found, size = telling.found.blanks, telling.found.size
    grounds = telling.evidence.support.grounds
    assessed = sum(one.properties.get("helix", {}).get("assessed", 0) for one in grounds)
    yield Finding(
        telling.say(
            _UNSURE, n=len(found.never_asked), helix=len(found.helix_unknown), assessed=assessed,
            sme=size.unknown_sme, business=size.business,
        ),
        "never_asked",
    )  # fmt: skip


_TOLD: tuple[Callable[[Telling], Iterator[Finding]], ...] = (
    _size, _central, _broker, _gaps, _cut, _missing, _seats, _mixed, _money, _came,
)  # fmt: skip
