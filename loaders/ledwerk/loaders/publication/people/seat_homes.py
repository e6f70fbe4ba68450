"""Where somebody with a seat is from, and what he is there, where the board's list does not say it.

Whoever is told elsewhere to work at one party, and at no other, comes from there; an alderman who
sits for a municipality is the alderman of that one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ledwerk.loaders.publication.findings import (
    GATHERED,
    Finding,
    FoundNode,
    FoundTie,
    Ref,
    node,
    tie,
)
from ledwerk.loaders.publication.parties.known_names import PARTIES

# Whose work is for no house: a farmer who sits for the growers is not employed by them.
_TRADE = re.compile(
    r"farmer|grower|boer(?:in)?|[\w-]*teler|kweker|[\w-]*veehoud(?:er|ster)|akkerbouwer|tuinder|"
    r"schipper|skipper|visser|fisher\w*|winkelier|bakker|molenaar|horecaondernemer|"
    r"ondernem(?:er|ster)|entrepreneur|owner|eigena(?:ar|res)|oprichter|founder|adviseur|advis[eo]r|consultant|"
    r"zelfstandig.*|freelance.*|self-employed.*|student(?:e)?|inwoner|resident|notaris|advocaat|"
    r"lawyer|solicitor|accountant|oud-.*|voormalig.*|former.*|retired.*",
    re.IGNORECASE,
)


# Editors write for themselves, wherever they work.
_EDITORS = re.compile(r"\b(?:redactie|editor)", re.IGNORECASE)


@dataclass(slots=True)
class _Told:
    """What is told of a seat, and of where it stands."""

    holder: Ref | None = None
    place: str = ""
    function: str = ""
    board: Ref | None = None
    behalf: set[Ref] = field(default_factory=set)
    settled: Ref | None = None  # where it is from
    role: str = ""


def homes_told(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, and where the seats are from of whose holders it is told beside them."""
    found = list(findings)
    yield from found
    works, owners = _told_of_parties(found)
    for seat, told in _seats(found).items():
        if told.holder is None or told.board is None:
            continue
        if told.settled:
            said = "" if told.function else works[told.holder].get(told.settled, "")
            if said and said.lower() != told.role.lower():
                yield node("Seat", seat.name, told.place, GATHERED, function=said)
        elif not _EDITORS.search(told.board.name):
            home = _home(told, works[told.holder])
            if home is not None and home not in owners[told.board]:
                yield tie("FROM", seat, home, told.place, GATHERED)


def _told_of_parties(
    found: Iterable[Finding],
) -> tuple[dict[Ref, dict[Ref, str]], dict[Ref, set[Ref]]]:
    """Whom people work for, with their function there; and whose the boards are."""
    works: dict[Ref, dict[Ref, str]] = defaultdict(dict)
    owners: dict[Ref, set[Ref]] = defaultdict(set)
    for one in found:
        if isinstance(one, FoundTie) and one.kind == "WORKS_FOR":
            said = str(dict(one.properties).get("function", "") or "")
            works[one.source][one.target] = works[one.source].get(one.target, "") or said
        elif isinstance(one, FoundTie) and one.kind == "BOARD_OF":
            owners[one.source].add(one.target)
    return works, owners


def _seats(found: Iterable[Finding]) -> dict[Ref, _Told]:
    """What the findings tell of each seat."""
    seats: dict[Ref, _Told] = defaultdict(_Told)
    for one in found:
        if isinstance(one, FoundNode):
            if one.ref.kind == "Seat":
                said = str(dict(one.properties).get("function", "") or "")
                seats[one.ref].function = seats[one.ref].function or said
                seats[one.ref].role = str(dict(one.properties).get("role", "") or "")
        elif one.kind == "HOLDS":
            seats[one.target].holder, seats[one.target].place = one.source, one.locator
        elif one.kind == "ON":
            seats[one.source].board = one.target
        elif one.kind == "ON_BEHALF_OF":
            seats[one.source].behalf.add(one.target)
        elif one.kind == "FROM":
            seats[one.source].settled = seats[one.source].settled or one.target
    return seats


def _home(told: _Told, works: Mapping[Ref, str]) -> Ref | None:
    """Where somebody is from: the one house he works for, or else the one he has a function in."""
    if works:
        home = next(iter(works))
        return home if len(works) == 1 and told.behalf <= {home} else None
    if not told.function or _TRADE.fullmatch(told.function) or len(told.behalf) != 1:
        return None
    sent_by = next(iter(told.behalf))
    return sent_by if sent_by.kind in PARTIES - {"Group"} else None
