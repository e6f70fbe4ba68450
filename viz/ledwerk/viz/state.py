"""What somebody wants to see, as a value, and as it stands in an address.

Everything that decides what a picture shows is here, so that a link, a saved view, a follower's
screen and a printed picture are the same view. Which theme or window somebody has is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any
from urllib.parse import parse_qsl, urlencode

from ledwerk.graph.analysis.centrality import MEASURES
from ledwerk.graph.trust import Sight
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.viz.seen_as import SeenAs

LAYOUTS = ("network", "columns", "map")
GROUPINGS = ("auto", "none", "community", "helix", "sector", "municipality", "programme")
COLOURS = ("helix", "sector", "community")
MOST_STEPS = 3
MOST_MARKS = (20, 2_000)  # what `most` may be
_LONGEST = 300  # letters of one value
_MOST_VALUES = 200
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_GAPS = re.compile(r"[\w:.-]+~[\w:.-]+")


@dataclass(frozen=True, slots=True)
class ViewState:
    """A view asked for. Every field has the value that the plain page has.

    `group` says by what parties are put together: `auto` does so only where more would be drawn
    than `most` marks, `none` never does. `open` are ids of groups that stand opened. `helix` (words
    of the vocabulary), `kind` (node kinds such as Campus, or words of the vocabulary of parties),
    `sector`, `programme` and `municipality` (ids) let through what has one of them; all if empty.
    `since` and `until` are partial dates. `strength` is the least weight of a tie between parties.
    `focus` is an id, around which everything within `steps` ties is shown. `source` and `target`
    are the ends of a path. `size` is a measure of centrality; "" sizes by kind. `gaps` is FROM~TO
    in the words of `ledwerk gaps`, such as sme~campus. `selected` is an id. `fresh` is a revision:
    what came after it is marked as new. `known` is a moment: what is shown is what was known then;
    "" is now. `trust` is whom to believe, in the words of `trust_of_words`; everybody if empty.
    """

    layout: str = "network"
    group: str = "auto"
    open: tuple[str, ...] = ()
    helix: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    programme: tuple[str, ...] = ()
    municipality: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    strength: int = 1
    focus: str = ""
    steps: int = 1
    source: str = ""
    target: str = ""
    size: str = ""
    colour: str = "helix"
    gaps: str = ""
    selected: str = ""
    fresh: int = 0
    most: int = 400
    known: str = ""
    trust: tuple[str, ...] = ()

    @property
    def seen(self) -> SeenAs:
        """As of which moment it is seen, and believing whom."""
        return SeenAs(self.known, self.trust)

    @property
    def sight(self) -> Sight:
        """How the store is to be looked at."""
        return self.seen.sight


PLAIN = ViewState()
_NAMES = tuple(one.name for one in fields(ViewState))
_CHOICES = {
    "layout": LAYOUTS,
    "group": GROUPINGS,
    "colour": COLOURS,
    "size": ("", *MEASURES),
}
_LEAST_MOST = {"strength": (1, 1_000), "steps": (1, MOST_STEPS), "most": MOST_MARKS}


def address_of(state: ViewState) -> str:
    """The state as a query string: its fields in order, those with their plain value left out.

    Equal states have equal addresses, since values of a list come in the order of their letters.
    """
    pairs: list[tuple[str, str]] = []
    for name in _NAMES:
        value = getattr(state, name)
        if value == getattr(PLAIN, name):
            continue
        several = sorted(set(value)) if isinstance(value, tuple) else [value]
        pairs += [(name, str(one)) for one in several]
    return urlencode(pairs)


def state_of(query: str) -> ViewState:
    """The state that a query string asks for; names that are none of a view's are passed over.

    Raises InvalidQuestion, which names the value and what it may be.
    """
    if query.count("&") >= _MOST_VALUES:
        raise InvalidQuestion(f"a view has at most {_MOST_VALUES} values; open a shorter address")
    given: dict[str, list[str]] = {}
    for name, value in parse_qsl(query):
        if name in _NAMES:
            if len(value) > _LONGEST:
                raise InvalidQuestion(
                    f"{name} has {len(value)} letters; at most {_LONGEST} will do"
                )
            given.setdefault(name, []).append(value)
    made: dict[str, Any] = {name: _read(name, values) for name, values in given.items()}
    state = ViewState(**made)
    _ = state.sight  # raises for what is no moment, or says not whom to believe
    return state


def _read(name: str, values: list[str]) -> Any:
    plain = getattr(PLAIN, name)
    if isinstance(plain, tuple):
        return tuple(sorted(set(values)))
    value = values[-1]
    if isinstance(plain, int):
        return _number(name, value)
    if name in _CHOICES and value not in _CHOICES[name]:
        raise InvalidQuestion(
            f"{name}={value!r} is not known; it is one of {_told(_CHOICES[name])}"
        )
    if name in {"since", "until"} and not _DATE.fullmatch(value):
        raise InvalidQuestion(f"{name}={value!r} is no date; write 2016, 2016-10 or 2016-10-01")
    if name == "gaps" and not _GAPS.fullmatch(value):
        raise InvalidQuestion(f"gaps={value!r} cannot be read; write FROM~TO, such as sme~campus")
    return value


def _number(name: str, value: str) -> int:
    least, most = _LEAST_MOST.get(name, (0, 2**53))
    if not value.isascii() or not value.isdigit() or not least <= int(value) <= most:
        raise InvalidQuestion(f"{name}={value!r} is not a whole number from {least} to {most}")
    return int(value)


def _told(words: Iterable[str]) -> str:
    return ", ".join(word for word in words if word)
