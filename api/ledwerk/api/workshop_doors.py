"""How one gets into a workshop: its code, the passes, and how often one may guess."""

from __future__ import annotations

import hmac
import secrets
import time
import unicodedata
from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass

from ledwerk.api.access import NotAllowed
from ledwerk.api.tokens_file import digest
from ledwerk.schema.errors import InvalidEdit

PREFIX = "ledwerk-zaal_"
CODE_LENGTH = 6
# Without signs that are taken for another: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V.
_SIGNS = "34679ACDEFGHJKMNPQRTWXY"
_LONGEST_NAME = 40
_SECRET_BYTES = 32
_MINUTE = 60.0
WRONG_PER_ADDRESS, WRONG_IN_ALL = 10, 100  # a minute


@dataclass(frozen=True, slots=True)
class Key:
    """A new pass: its id, its token, which is told once, and what is kept of that."""

    id: str
    token: str
    sha256: str


def new_code() -> str:
    """A code that can be read aloud."""
    return "".join(secrets.choice(_SIGNS) for _ in range(CODE_LENGTH))


def same_code(given: str, code: str) -> bool:
    """Whether somebody typed the code, in whatever letters; takes as long for any."""
    typed = "".join(given.upper().split()).replace("-", "")
    return hmac.compare_digest(typed.encode("utf-8", "replace"), code.encode())


def new_key() -> Key:
    """A pass with 256 random bits."""
    made = secrets.token_hex(6)
    token = f"{PREFIX}{made}_{secrets.token_urlsafe(_SECRET_BYTES)}"
    return Key(made, token, digest(token))


def id_of(token: str) -> str:
    """The id in a token; no secret."""
    return token[len(PREFIX) : len(PREFIX) + 12]


def opens(token: str, sha256: str) -> bool:
    """Whether a token is the one that this is the hash of."""
    return hmac.compare_digest(sha256, digest(token))


def first_name(given: object, taken: Collection[str]) -> str:
    """A name for somebody who joins, unlike those that are there: "Anna 2".

    Raises InvalidEdit for what is no name.
    """
    text = given if isinstance(given, str) else ""
    shown = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text)
    name = " ".join(shown.split())
    if not name:
        raise InvalidEdit("name", "REQUIRED", "a name is missing; your first name will do")
    if len(name) > _LONGEST_NAME:
        message = f"the name has {len(name)} letters; at most {_LONGEST_NAME} will do"
        raise InvalidEdit("name", "INVALID_VALUE", message)
    there = {one.casefold() for one in taken}
    made, number = name, 1
    while made.casefold() in there:
        number += 1
        made = f"{name} {number}"
    return made


class Attempts:
    """Counts wrong codes, so that nobody guesses one. `clock` tells seconds.

    For one process; a workshop is served by one.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._all: deque[tuple[float, str]] = deque()

    def check(self, address: str) -> None:
        """Raises NotAllowed, with status 429, where there were too many wrong ones lately."""
        self._forget()
        mine = sum(1 for _, one in self._all if one == address)
        if mine >= WRONG_PER_ADDRESS or len(self._all) >= WRONG_IN_ALL:
            message = "too many wrong codes; wait a minute and look at the screen again"
            raise NotAllowed(message, 429)

    def wrong(self, address: str) -> None:
        """Count one."""
        self._all.append((self._clock(), address))

    def _forget(self) -> None:
        while self._all and self._all[0][0] <= self._clock() - _MINUTE:
            self._all.popleft()
