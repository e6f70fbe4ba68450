"""Agreements: who introduces whom to whom, by when, and what came of it.

They are no facts of a graph but promises about one, and are kept in the journal. An agreement is
what its entries add up to: it was made, the tie appeared in the data (or went again), somebody
wrote down what came of it, or dropped it. Nothing is ever overwritten.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from ledwerk.graph.sqlite_journal import Entry

TOPIC = "agreement"
STATES = ("open", "overdue", "closed", "dropped")
ROLES = ("source", "target", "via")
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Named:
    """A node as it was called when something was written down."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How two parties and who introduces them stand at a revision.

    `distance` is in ties, None where there is no way. `gaps` counts those of the agreement's sort
    (such as sme~campus), `reached` how many of its first set are no gap. `ties` and `betweenness`
    are of the two and the introducer, in the order of ROLES, None for who is not among the parties;
    betweenness is estimated where not `exact`. `parties` and `all_ties` are of the whole network.
    """

    revision: int
    distance: int | None
    gaps: int
    reached: int
    ties: tuple[int | None, ...]
    betweenness: tuple[float | None, ...]
    parties: int
    all_ties: int
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the introducer shared with each of the two, and how strong the weaker tie was."""

    with_source: tuple[Named, ...] = ()
    with_target: tuple[Named, ...] = ()
    strength: float | None = None


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """A change between the agreement and the tie; `brought` says that it made the tie.

    `about` names some of what it touched, `others` says that there was more.
    """

    revision: int
    at: str
    actor: str
    action: str
    dataset: str
    why: str
    brought: bool
    about: tuple[str, ...] = ()
    others: bool = False


@dataclass(frozen=True, slots=True)
class Closing:
    """The tie appeared, as seen at a moment in a revision.

    `after` is how things stood then, `apart` the same network without what brought both together:
    the difference of both is what the introduction did, all else is what changed meanwhile.
    `left_out` is what one of the two came to take part in since the agreement and is left out in
    `apart`; where it is empty, only the tie itself is. `more` counts changes that are not listed.
    """

    at: str
    after: Standing
    apart: Standing
    met_in: tuple[Named, ...]
    left_out: tuple[Named, ...]
    meanwhile: tuple[Meanwhile, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """A text that somebody wrote down."""

    at: str
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class Lost:
    """The tie was there and went again."""

    at: str
    revision: int
    distance: int | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement. Dates are whole (2016-10-01), moments in UTC; `before` is how things stood.

    `kind` says of which sort of gaps it closes one. `closing` is there while the tie is, `lost`
    after it went again; `turns` counts how often it came or went.
    """

    id: str
    made_at: str
    made_by: str
    source: Named
    target: Named
    via: Named
    due: str
    agreed_on: str
    agreed_by: str
    note: str
    kind: str
    evidence: Evidence
    before: Standing
    closing: Closing | None = None
    lost: Lost | None = None
    outcomes: tuple[Said, ...] = ()
    dropped: Said | None = None
    turns: int = 0

    def state(self, today: date) -> str:
        """One of STATES: what was dropped stays so; who is due today is not late yet."""
        if self.dropped is not None:
            return "dropped"
        if self.closing is not None:
            return "closed"
        return "overdue" if self.due < today.isoformat() else "open"

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of the two who are to meet."""
        return (self.source.id, self.target.id)


def agreements_of(entries: Iterable[Entry]) -> tuple[Agreement, ...]:
    """What entries add up to, the newest agreement first. Other topics are passed over."""
    found: dict[str, Agreement] = {}
    for entry in entries:
        if entry.topic != TOPIC:
            continue
        if entry.body["act"] == "made":
            found.setdefault(entry.key, _made(entry))
        elif entry.key in found:
            found[entry.key] = _then(found[entry.key], entry)
    return tuple(reversed(found.values()))


def made_body(wish: Json, evidence: Evidence, before: Standing) -> dict[str, Any]:
    """The entry of an agreement that is made; `wish` has its parties as Named, and its words."""
    told = {key: asdict(one) if isinstance(one, Named) else one for key, one in wish.items()}
    return {"act": "made", **told, "evidence": asdict(evidence), "before": asdict(before)}


def tied_body(closing: Closing) -> dict[str, Any]:
    """The entry of a tie that appeared."""
    told = asdict(closing)
    del told["at"]  # an entry knows when it was written
    return {"act": "tied", **told}


def lost_body(revision: int, distance: int | None) -> dict[str, Any]:
    """The entry of a tie that went again."""
    return {"act": "lost", "revision": revision, "distance": distance}


def _made(entry: Entry) -> Agreement:
    body = entry.body
    shared = body["evidence"]
    return Agreement(
        entry.key, entry.at, entry.actor,
        _named(body["source"]), _named(body["target"]), _named(body["via"]),
        body["due"], body["agreed_on"], body["agreed_by"], body["note"], body["kind"],
        Evidence(_all(shared["with_source"]), _all(shared["with_target"]), shared["strength"]),
        _standing(body["before"]),
    )  # fmt: skip


def _then(one: Agreement, entry: Entry) -> Agreement:
    body = entry.body
    match body["act"]:
        case "tied":
            closing = Closing(
                entry.at,
                _standing(body["after"]),
                _standing(body["apart"]),
                _all(body["met_in"]),
                _all(body["left_out"]),
                tuple(
                    Meanwhile(**{**each, "about": tuple(each["about"])})
                    for each in body["meanwhile"]
                ),
                body["more"],
            )
            return replace(one, closing=closing, lost=None, turns=one.turns + 1)
        case "lost":
            gone = Lost(entry.at, body["revision"], body["distance"])
            return replace(one, closing=None, lost=gone, turns=one.turns + 1)
        case "outcome":
            told = Said(entry.at, entry.actor, body["text"])
            return replace(one, outcomes=(*one.outcomes, told))
        case "dropped" if one.dropped is None:
            return replace(one, dropped=Said(entry.at, entry.actor, body["reason"]))
    return one


def _named(body: Json) -> Named:
    return Named(body["id"], body["name"])


def _all(bodies: Iterable[Json]) -> tuple[Named, ...]:
    return tuple(map(_named, bodies))


def _standing(body: Json) -> Standing:
    told = dict(body)
    return Standing(
        **{**told, "ties": tuple(told["ties"]), "betweenness": tuple(told["betweenness"])}
    )
