"""What follows from nodes and relations by the model's own rules, the same on every store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from ledwerk.schema.names import name_from_id

OPEN_START, OPEN_END = "0001-01-01", "9999-12-31"

Span = tuple[str, str]
N = TypeVar("N", int, str)
D = TypeVar("D", int, str)  # days: in words, or as numbers such as 20161001


def members(direct: Mapping[N, Sequence[tuple[N, Span]]], whole: N) -> dict[N, Span]:
    """Everybody in a group, also through a group within it, each with the span of membership.

    A way counts only where its memberships have a day in common. Somebody in it by two ways
    counts from the first beginning to the last end.
    """
    return members_within(direct, whole, (OPEN_START, OPEN_END))


def members_within(
    direct: Mapping[N, Sequence[tuple[N, tuple[D, D]]]], whole: N, always: tuple[D, D]
) -> dict[N, tuple[D, D]]:
    """The same for days of any sort, of which `always` is all."""
    found: dict[N, tuple[D, D]] = {}
    seen: set[tuple[N, tuple[D, D]]] = set()
    todo: list[tuple[N, tuple[D, D]]] = [(whole, always)]
    while todo:
        group, span = todo.pop()
        for member, (start, end) in direct.get(group, ()):
            both = (max(span[0], start), min(span[1], end))
            if both[0] > both[1] or (member, both) in seen:
                continue
            seen.add((member, both))
            known = found.get(member, both)
            found[member] = (min(known[0], both[0]), max(known[1], both[1]))
            todo.append((member, both))
    found.pop(whole, None)
    return found


def seat_name(seat_id: str, holders: Sequence[str], boards: Sequence[str]) -> str:
    """A seat has no name of its own: it is shown as "holder, board"."""
    parts = (" / ".join(sorted(holders)), min(boards, default=""))
    return ", ".join(part for part in parts if part) or name_from_id(seat_id)
