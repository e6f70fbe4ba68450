"""What a reader should know first: findings in plain sentences, each from a table below."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ledwerk.schema.fields import Text
from ledwerk.viz.report_lead_gaps import cut_told, gaps_told, missing_told, seats_told
from ledwerk.viz.report_parts import Finding
from ledwerk.viz.report_telling import Telling

_MOST = 10
_SIZE = Text(
    "{tied} van de {n} [partij|partijen] werken met een ander samen: {ties} banden uit {shared}. "
    "{together}",
    "{tied} of the {n} [party|parties] work with another: {ties} ties from {shared}. {together}",
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
    "{place}",
    "{name} stands between others most often: on {paths} of the shortest ways between two others. "
    "{place}",
)
_ABOUT = Text("naar schatting {paths}", "an estimated {paths}")
_SAME = Text(
    "Ook zonder een willekeurige tiende van de banden is dat plaats {low}.",
    "Without a random tenth of the ties, it is still at rank {low}.",
)
_RANGE = Text(
    "Zonder een willekeurige tiende van de banden is dat plaats {low} tot {high}.",
    "Without a random tenth of the ties, it is at rank {low} to {high}.",
)
_AFTER = Text("Daarna volgen {names}.", "After that come {names}.")
_BROKER = Text(
    "{name} bemiddelt het vaakst tussen partijen die elkaar niet kennen: {n} keer, waarvan "
    "{across} keer over een grens tussen helices.",
    "{name} most often brokers between parties that do not know each other: {n} times, of which "
    "{across} across a border between helices.",
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
_UNSURE = Text("Wat de gegevens niet weten: {parts}.", "What the data do not know: {parts}.")
_UNSURE_PARTS = {
    "asked": Text(
        "van {n} [partij|partijen] waaraan zij [meedoet|meedoen]",
        "of {n} [party|parties] what [it takes|they take] part in",
    ),
    "helix": Text("van {n} de helix", "of {n} the helix"),
    "assessed": Text(
        "van {n} anderen of de ingeschatte helix klopt",
        "of {n} others whether the helix that was assessed is right",
    ),
    "sme": Text(
        "van {n} van de {of} bedrijven of ze mkb zijn",
        "of {n} of the {of} businesses whether they are SMEs",
    ),
    "period": Text(
        "van {n} van de {of} deelnames wanneer", "of {n} of the {of} participations when"
    ),
}


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
        shared=telling.shared(),
        together=telling.say(words, largest=size.largest) if size.tied else "",
    )
    yield Finding(text.strip(), "network")


def _central(telling: Telling) -> Iterator[Finding]:
    if not telling.central:
        return
    first, tongue = telling.central[0], telling.tongue
    _, low, high = telling.ranks["betweenness"][first]
    place = telling.say(_SAME, low=low) if low == high else telling.say(_RANGE, low=low, high=high)
    between = telling.found.measures["betweenness"]
    if not round(between.values[first]):
        return
    paths = tongue.rounded(between.values[first])
    if not between.exact:  # more digits would say more than is known
        paths = telling.say(_ABOUT, paths=tongue.rounded(float(f"{between.values[first]:.2g}")))
    text = telling.say(_CENTRAL, name=telling.name(first), paths=paths, place=place)
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
    counted = {
        "asked": (len(found.never_asked), found.parties),
        "helix": (len(found.helix_unknown), found.parties),
        "assessed": (assessed, found.parties),
        "sme": (size.unknown_sme, size.business),
        "period": (found.undated_participations, found.participations),
    }
    parts = [telling.say(_UNSURE_PARTS[name], n=n, of=of) for name, (n, of) in counted.items() if n]
    if parts:
        yield Finding(telling.say(_UNSURE, parts=telling.tongue.names(parts)), "grounds")


_TOLD: tuple[Callable[[Telling], Iterator[Finding]], ...] = (
    _size, _central, _broker, gaps_told, cut_told, missing_told, seats_told, _mixed, _money, _came,
)  # fmt: skip
