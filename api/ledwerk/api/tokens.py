"""Who asks: tokens, their roles, and whether they still count.

A service asks `Tokens.who` with every request. The file is looked at five times a second at most
and read again only when it is another one, so a token revoked by a command counts no longer a
moment later, in every process.
"""

from __future__ import annotations

import hmac
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ledwerk.api.language import in_words
from ledwerk.api.tokens_file import ROLES, Kept, Role, digest, read
from ledwerk.schema.errors import TokensError

_LOOK_EVERY = 0.2
_LONGEST = 200

_Mark = tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who a token belongs to, and what it allows."""

    name: str
    role: Role
    until: date | None = None

    def may(self, needed: Role) -> bool:
        """Whether this role includes another."""
        return ROLES.index(self.role) >= ROLES.index(needed)


@dataclass(frozen=True, slots=True)
class _Known:
    """A token ready for comparing."""

    digest: str = field(repr=False)
    bearer: Bearer
    ends: float
    revoked: date | None


def tokens_path(named: str | None = None) -> Path:
    """Where tokens are kept: as named, or in LEDWERK_TOKENS, or in ledwerk's own data folder."""
    place = named or os.environ.get("LEDWERK_TOKENS")
    if place:
        return Path(place)
    from platformdirs import user_data_path

    return Path(user_data_path("ledwerk", appauthor=False)) / "tokens.json"


class Tokens:
    """The tokens in a file, as they are now.

    A file that does not exist is no token at all. Raises TokensError, at first and whenever the
    file has changed, when it cannot be read: then nobody is let in. `clock` says the time in
    seconds since 1970.
    """

    def __init__(self, path: Path, *, clock: Callable[[], float] = time.time) -> None:
        self._path = path
        self._clock = clock
        self._known: dict[str, _Known] = {}
        self._mark: _Mark = (-1, -1, -1)
        self._looked = float("-inf")
        self._look()

    def __repr__(self) -> str:
        return f"Tokens({str(self._path)!r})"

    def __bool__(self) -> bool:
        """Whether there is any token that counts now."""
        self._look()
        now = self._clock()
        return any(not one.revoked and now < one.ends for one in self._known.values())

    def who(self, token: str) -> Bearer | None:
        """Whose token this is; None when it is unknown, revoked or past its last day."""
        one = self._find(token)
        if one is None or one.revoked or self._clock() >= one.ends:
            return None
        return one.bearer

    def refusal(self, token: str) -> str:
        """Why `who` says None; empty when it does not. Tells no more than the holder may know."""
        one = self._find(token)
        if one is None:
            return "this token is not known here; ask whoever runs the service for one"
        if one.revoked:
            return f"this token was revoked on {one.revoked}; ask whoever runs the service for one"
        if self._clock() >= one.ends:
            return f"this token ended on {one.bearer.until}; ask whoever runs the service for one"
        return ""

    def _find(self, token: str) -> _Known | None:
        self._look()
        if len(token) > _LONGEST:
            return None
        # An id is no secret; only what proves it is compared in constant time.
        one = self._known.get(token[8:20])
        if one is None or not hmac.compare_digest(one.digest, digest(token)):
            return None
        return one

    def _look(self) -> None:
        now = time.monotonic()
        if now - self._looked < _LOOK_EVERY:
            return
        mark = _mark(self._path)
        if mark != self._mark:
            self._known = {}  # until it is read, nobody is let in
            self._known = {one.id: _known(one) for one in read(self._path)}
            self._mark = mark
        self._looked = now


def token_lines(path: Path) -> Iterator[str]:
    """The tokens in a file, one a line; never what would let anybody in."""
    titles = ("NAME", "ROLE", "MADE", "UNTIL", "REVOKED", "ID")
    rows = [tuple(map(in_words, titles))]
    for one in read(path):
        until, revoked = (str(day) if day else "-" for day in (one.until, one.revoked))
        if time.time() >= one.ends:
            until += in_words(" (ended)")
        rows.append((one.name, one.role, str(one.made), until, revoked, one.id))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)).rstrip()


def _known(one: Kept) -> _Known:
    return _Known(one.sha256, Bearer(one.name, one.role, one.until), one.ends, one.revoked)


def _mark(path: Path) -> _Mark:
    try:
        seen = path.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise TokensError(f"the tokens in {path} cannot be read: {error.strerror}") from error
    return seen.st_mtime_ns, seen.st_size, seen.st_ino
