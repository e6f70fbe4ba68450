"""Texts that a plan is made with before they are known: a question is made ready once, and asked
with other texts each time.

A `Given` stands for such a text wherever it is only compared. It must reach the statement as a
parameter of its own; `made` carries along what is to be done with it. What would look into the text
instead finds a mark that no text has by chance, and `ready` refuses the statement.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from ledwerk.graph.plan import Plan
from ledwerk.schema.errors import LedwerkError

_MARK = f"given{secrets.token_hex(12)}"  # letters and digits: folding leaves it as it is

Path = tuple[str, ...]
Change = Callable[[str], Any]


class CannotPrepare(LedwerkError):
    """The question has to be made anew each time; ask it with `answer`."""


class Given(str):
    """The text at a path of the variables, and what is done with it.

    `prefix` is what is known of an id: the part that tells its kind; `long` what is known of the
    words of a search.
    """

    path: Path
    changes: tuple[Change, ...]
    prefix: str
    long: tuple[bool, ...]

    __slots__ = ("changes", "long", "path", "prefix")

    def __new__(
        cls,
        path: Path,
        changes: tuple[Change, ...] = (),
        prefix: str = "",
        long: tuple[bool, ...] = (),
    ) -> Self:
        """A text to come; equal where path and changes are."""
        names = ".".join((*path, *map(_name, changes)))
        given = super().__new__(cls, _MARK + names.encode().hex())
        given.path, given.changes = path, changes
        given.prefix, given.long = prefix, long
        return given

    def of(self, variables: Mapping[str, Any]) -> Any:
        """The value, now that the variables are known."""
        found: Any = variables
        for step in self.path:
            found = found[step]
        for change in self.changes:
            found = change(found)
        return found


def _name(change: Change) -> str:
    return getattr(change, "__qualname__", None) or repr(change)


def made(change: Change, text: str) -> Any:
    """The changed text, at once or as soon as it is known."""
    return Given(text.path, (*text.changes, change)) if isinstance(text, Given) else change(text)


def id_prefix(node_id: str) -> str:
    """The part of an id that tells its kind, also where no more is known of it."""
    return node_id.prefix if isinstance(node_id, Given) else node_id.partition(":")[0]


def bound(value: Any, variables: Mapping[str, Any]) -> Any:
    """A parameter with its texts filled in."""
    if isinstance(value, Given):
        return value.of(variables)
    if isinstance(value, list | tuple):
        return [bound(one, variables) for one in value]
    return value


@dataclass(slots=True)
class Prepared:
    """A statement made ready, its parameters in order or by name, and where texts go in.

    `quick` is what a store has seen of its cost, and changes; the rest does not.
    """

    plan: Plan
    text: str
    keys: tuple[Any, ...]
    values: tuple[Any, ...]
    slots: tuple[int, ...] = ()
    quick: bool = field(default=False, compare=False)

    def filled(self, variables: Mapping[str, Any]) -> list[Any]:
        """The parameters, in order."""
        values = list(self.values)
        for slot in self.slots:
            values[slot] = bound(values[slot], variables)
        return values


def ready(plan: Plan, text: str, keys: Iterable[Any], values: Iterable[Any]) -> Prepared:
    """A statement made ready. Raises CannotPrepare where a text was looked into."""
    kept = tuple(values)
    if _MARK in text or any(_looked_into(value) for value in kept):
        raise CannotPrepare("the statement depends on a text that is not known yet")
    slots = tuple(place for place, value in enumerate(kept) if _holds(value))
    return Prepared(plan, text, tuple(keys), kept, slots)


def _holds(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return any(_holds(one) for one in value)
    return isinstance(value, Given)


def _looked_into(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return any(_looked_into(one) for one in value)
    return isinstance(value, str) and not isinstance(value, Given) and _MARK in value
