"""Every error ledwerk raises on purpose, in one tree.

Messages are for the person who reads them: where, what is wrong, what would be right.
HTTP and GraphQL codes are not known here; `api/errors.py` maps types to codes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


class LedwerkError(Exception):
    """The root of the tree; catching it catches every expected failure and no bug."""


class InvalidModel(LedwerkError):
    """The declared model contradicts itself."""


class InvalidValue(LedwerkError):
    """A value cannot be read as its type; `right` says what would be right."""

    def __init__(self, wrong: str, right: str) -> None:
        super().__init__(f"{wrong}; {right}")
        self.wrong = wrong
        self.right = right


class InvalidQuestion(LedwerkError):
    """A question that cannot be asked this way (page size, cursor, filter)."""


HALF_A_LETTER = "a text holds half of a letter (a lone surrogate); send it whole"


class UnknownName(LedwerkError):
    """No node is called so; `nearest` holds the names that come closest.

    `elsewhere` holds ids of nodes of another kind that are called so.
    """

    def __init__(
        self, asked: str, what: str, nearest: Sequence[str], elsewhere: Sequence[str] = ()
    ) -> None:
        hint = f"; did you mean {_listed(nearest)}?" if nearest else ""
        if elsewhere:
            hint = f", but {_listed(elsewhere)} is; ask for that kind"
        super().__init__(f"no {what} is called {asked!r}{hint}")
        self.asked = asked
        self.nearest = tuple(nearest)


class AmbiguousName(LedwerkError):
    """Several nodes are called so; `matches` holds their ids."""

    def __init__(self, asked: str, matches: Sequence[str]) -> None:
        super().__init__(
            f"{asked!r} is the name of {len(matches)} nodes: {', '.join(matches)}; ask by id"
        )
        self.asked = asked
        self.matches = tuple(matches)


class StoreError(LedwerkError):
    """The store cannot be opened, read or written."""


class StoreUnavailable(StoreError):
    """The store is away for now; trying again later may help."""


class QuestionTooExpensive(StoreError):
    """A question ran into the store's time limit and was stopped."""


class TokensError(LedwerkError):
    """The file of tokens cannot be read or written; while that is so, no token counts."""


class ChangedSince(StoreError):
    """What somebody wants to change has been changed by somebody else since they looked.

    `expected` is the newest revision they had seen, `revision` the one that came after, by `actor`;
    `expected` is None where they wanted to let go of something that stands no more.
    """

    def __init__(self, key: str, expected: int | None, revision: int, actor: str) -> None:
        seen = "" if expected is None else f", after revision {expected} that was seen"
        super().__init__(
            f"{key} was changed by {actor or 'nobody known'} in revision {revision}{seen}; "
            "nothing was written. Look at it again and repeat the change if it is still wanted"
        )
        self.key = key
        self.expected = expected
        self.revision = revision
        self.actor = actor


class InvalidEdit(LedwerkError):
    """A change that cannot be made: of which field, why as a code, and what would be right.

    `field` is the property's name as asked, or "id", "source" or "target"; `code` is one of CODES.
    """

    CODES = (
        "REQUIRED", "INVALID_VALUE", "UNKNOWN_FIELD", "UNKNOWN_NODE", "UNKNOWN_SOURCE",
        "UNKNOWN_REVISION", "WRONG_KIND", "WRONG_PERIOD", "TAKEN", "NOT_STATED", "NOTHING_TO_DO",
        "SAME_NODE", "CIRCLE", "RESTS_ON",
    )  # fmt: skip

    def __init__(self, field: str, code: str, message: str) -> None:
        super().__init__(message)
        if code not in self.CODES:
            raise ValueError(code)
        self.field = field
        self.code = code


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in a file: where it is, what is wrong, what would be right."""

    file: str
    line: int | None
    column: str | None
    message: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        column = "" if self.column is None else f" {self.column}:"
        return f"{place}:{column} {self.message}"


class LoadAborted(LedwerkError):
    """Nothing was written; `problems` says why, all at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=_by_place))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class CannotExport(LedwerkError):
    """A format cannot hold what would go into it, or there is nothing such to export."""


class RemovalRefused(LedwerkError):
    """A load would remove more than a fifth of what its dataset said, and nobody agreed."""


def _by_place(problem: Problem) -> tuple[str, int, str, str]:
    return (problem.file, problem.line or 0, problem.column or "", problem.message)


def _listed(names: Sequence[str]) -> str:
    quoted = [f"{name!r}" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
