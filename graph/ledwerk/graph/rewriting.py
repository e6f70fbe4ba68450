"""Rewriting a store's whole history, as if it had always been so: for what has to be forgotten.

Everywhere else the log is append-only. Here statements and revisions are replaced where they stand,
so that nothing is left of what they were; who did it, and when, is a revision of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ledwerk.graph.store import Amendment, Revision
from ledwerk.schema.statements import Statement


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What a history becomes.

    `statement` gives what stands in a statement's place, `None` for nothing; `revision` the same
    for a revision's words (its number and moment stay). Both are asked of everything, also of what
    stands no more, and give back what is not concerned as it is. `amendment` is what the rewriting
    itself adds to the log.
    """

    statement: Callable[[Statement], Statement | None]
    revision: Callable[[Revision], Revision]
    amendment: Amendment


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What was done: the newest revision, and how many statements and revisions are others now.

    `left` says in words what could not be removed from disk yet, and what to do.
    """

    revision: int
    statements: int
    revisions: int
    left: tuple[str, ...] = ()


def spans_united(signs: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The events of several statements that became one, without those that say nothing new.

    In the order of the log. It stands as long as one of them stood.
    """
    standing = 0
    for number, sign in signs:
        if sign == "+":
            standing += 1
            if standing == 1:
                yield number, sign
        else:
            standing -= 1
            if standing == 0:
                yield number, sign
