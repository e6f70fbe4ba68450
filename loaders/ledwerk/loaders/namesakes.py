"""Rows whose ids are made of their names: what to do where two things have one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ledwerk.loaders.drafts import Draft
from ledwerk.schema.errors import Problem
from ledwerk.schema.names import name_key

# Numbers that a register gives out once. Where they differ, so do the things.
IDENTIFIERS = ("kvk", "ror", "pic", "vat", "code")


def namesakes(rows: Iterable[Draft]) -> Iterator[Problem]:
    """Rows that would be taken for one thing by their name, and are not one by what they say."""
    for same in _by_made_id(rows):
        first = same[0]
        numbers: dict[str, tuple[str, Draft]] = {}
        for row in same:
            if name_key(row.name) != name_key(first.name):
                yield row.problem(
                    "name",
                    f"{row.name!r} would get the id {row.keys[0]}, which {first.name!r} in line "
                    f"{first.line} has; write one of the two names differently, or fill in ids",
                )
                continue
            yield from _numbered(row, numbers)


def repeated(rows: Iterable[Draft]) -> Iterator[str]:
    """What to tell of rows that say what an earlier row of the same name says, and no more."""
    for same in _by_made_id(rows):
        seen: dict[object, Draft] = {}
        for row in same:
            first = seen.setdefault((row.values, row.about), row)
            if first is not row:
                yield (
                    f"{row.file}: line {row.line} says of {row.name!r} what line {first.line} "
                    "says; if it is another of that name, write behind the name what tells it apart"
                )


def _by_made_id(rows: Iterable[Draft]) -> Iterator[Sequence[Draft]]:
    found: dict[str, list[Draft]] = defaultdict(list)
    for row in rows:
        if row.made:
            found[row.keys[0]].append(row)
    return (same for same in found.values() if len(same) > 1)


def _numbered(row: Draft, numbers: dict[str, tuple[str, Draft]]) -> Iterator[Problem]:
    values = dict(row.values)
    for name in IDENTIFIERS:
        if (value := values.get(name)) is None:
            continue
        before, at = numbers.setdefault(name, (str(value), row))
        if before != str(value) and row.cited != at.cited:  # else it is told as a contradiction
            yield row.problem(
                name,
                f"says {value!r} where line {at.line} says {before!r} of {row.name!r}; if they are "
                "two of one name, write behind a name what tells it apart, such as "
                f"{row.name + ' (Venlo)'!r}",
            )
