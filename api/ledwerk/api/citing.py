"""Answers with numbered sources: lines to read, the same as data, and what both rest on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
Ask = Callable[[str, Json], Awaitable[Any]]

# What is asked of everything that is told.
CITATION = "sources { title locator basis denied unreviewed }"
BRIEF = "__typename id name"


@dataclass
class Notes:
    """Numbers sources in the order in which an answer first rests on them."""

    numbers: dict[tuple[Any, ...], int] = field(default_factory=dict)

    def cite(self, citations: Iterable[Json]) -> list[int]:
        """The numbers of these citations, each once."""
        keys = [
            (
                one["title"],
                one["locator"],
                one["basis"],
                one.get("denied", False),
                one.get("unreviewed", False),
            )
            for one in citations
        ]
        return list(dict.fromkeys(self.numbers.setdefault(k, len(self.numbers) + 1) for k in keys))

    def listed(self) -> list[Json]:
        """All sources so far, by number."""
        return [
            {
                "number": number,
                "title": title,
                "locator": place,
                "basis": basis,
                "denied": denied,
                "unreviewed": unreviewed,
            }
            for (title, place, basis, denied, unreviewed), number in self.numbers.items()
        ]


@dataclass(frozen=True)
class Answer:
    """Lines for reading, the same as data, and what it rests on."""

    lines: Sequence[str]
    found: Any
    notes: Notes


def numbered(value: Any, notes: Notes) -> Any:
    """An answer with the citations anywhere in it replaced by their numbers."""
    if isinstance(value, list):
        if value and all(isinstance(v, dict) and {"title", "locator", "basis"} <= v.keys()
                         and "value" not in v for v in value):  # fmt: skip
            return notes.cite(value)
        return [numbered(one, notes) for one in value]
    if isinstance(value, dict):
        return {key: numbered(one, notes) for key, one in value.items()}
    return value


def marks(numbers: Iterable[int]) -> str:
    """The numbers as they stand behind what they support."""
    words = ", ".join(map(str, numbers))
    return f" [{words}]" if words else ""
