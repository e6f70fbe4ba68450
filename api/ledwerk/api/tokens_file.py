"""The file of tokens: what stands in it, and how it is changed by one writer at a time.

A token is `ledwerk_<id>_<secret>` with 256 random bits of secret. Only its SHA-256 is kept: a
secret that nobody can guess needs no slow hash.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Literal, get_args

from ledwerk.schema.errors import InvalidValue, TokensError

Role = Literal["reader", "participant", "editor"]
# In order: each may do what those before it may.
ROLES: tuple[Role, ...] = get_args(Role)

_FORMAT = 1
_SECRET_BYTES = 32
_LONGEST_NAME = 80
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Kept:
    """One token as the file has it; the token itself cannot be made from this."""

    id: str
    name: str
    role: Role
    made: date
    until: date | None
    revoked: date | None
    sha256: str = field(repr=False)

    @property
    def ends(self) -> float:
        """The moment, in seconds since 1970, when the last day is over where this runs."""
        if self.until is None or self.until == date.max:
            return float("inf")
        after = self.until + timedelta(days=1)
        return datetime.combine(after, time.min).astimezone().timestamp()


def digest(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def read(path: Path) -> tuple[Kept, ...]:
    """All tokens in a file, in the order in which they were made; none where it does not exist.

    Raises TokensError when the file cannot be read or is not a file of tokens.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not a text"
        raise TokensError(f"the tokens in {path} cannot be read: {reason}") from error
    try:
        content = json.loads(text)
        if content["format"] != _FORMAT:
            raise TokensError(
                f"{path} has format {content['format']!r}; this version reads format {_FORMAT}"
            )
        return tuple(_kept(row) for row in content["tokens"])
    except (ValueError, KeyError, TypeError) as error:
        raise TokensError(
            f"{path} is damaged, so nobody is let in: {_reason(error)}; put back a copy, or move "
            "the file away and make the tokens anew with: ledwerk token add NAME"
        ) from error


def add(
    path: Path, name: str, role: Role, until: date | None, *, now: datetime | None = None
) -> tuple[Kept, str]:
    """Make a token and keep it; the second value is the token, which nobody can see again.

    Raises InvalidValue for a name that is in use, or an end that is past.
    """
    now = now or datetime.now().astimezone()
    _check(name, until, now.date())
    made = secrets.token_hex(6)
    token = f"ledwerk_{made}_{secrets.token_urlsafe(_SECRET_BYTES)}"
    kept = Kept(made, name, role, now.date(), until, None, digest(token))
    with _alone(path):
        there = read(path)
        if any(_stands(one, now) and name in {one.name, one.id} for one in there):
            raise InvalidValue(
                f"there is a token called {name!r}",
                f"take another name, or first: ledwerk token revoke {name!r}",
            )
        _write(path, (*there, kept))
    return kept, token


def revoke(path: Path, name: str, *, now: datetime | None = None) -> tuple[Kept, ...]:
    """Revoke the tokens with this name or id; those that were standing. Nothing is forgotten.

    Raises InvalidValue when there is none that could be revoked.
    """
    now = now or datetime.now().astimezone()
    with _alone(path):
        there = read(path)
        meant = [one for one in there if name in {one.name, one.id}]
        standing = {one.id: replace(one, revoked=now.date()) for one in meant if not one.revoked}
        if not standing:
            names = ", ".join(dict.fromkeys(one.name for one in there if not one.revoked))
            wrong = f"{name!r} is revoked already" if meant else f"no token is called {name!r}"
            raise InvalidValue(wrong, f"those not revoked are: {names or 'none'}")
        _write(path, [standing.get(one.id, one) for one in there])
    return tuple(standing.values())


def day(text: str) -> date:
    """A whole date as people write it. Raises InvalidValue for anything else."""
    with suppress(ValueError):
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    raise InvalidValue(f"{text!r} is no date", "write year-month-day, such as 2027-01-31")


def _check(name: str, until: date | None, today: date) -> None:
    if not name.strip() or name != name.strip() or not name.isprintable():
        raise InvalidValue(f"{name!r} is no name for a token", "write a word or two")
    if len(name) > _LONGEST_NAME:
        raise InvalidValue(f"the name has {len(name)} letters", f"at most {_LONGEST_NAME} will do")
    if until and until < today:
        raise InvalidValue(f"{until} is past", f"the last day must be {today} or later")


def _stands(one: Kept, now: datetime) -> bool:
    return one.revoked is None and now.timestamp() < one.ends


def _kept(row: dict[str, Any]) -> Kept:
    if row["role"] not in ROLES:
        raise ValueError(
            f"role {row['role']!r} of {row['name']!r} is not one of {', '.join(ROLES)}"
        )
    if not re.fullmatch(r"[0-9a-f]{64}", row["sha256"]):
        raise ValueError(f"the hash of {row['name']!r} is no SHA-256")
    return Kept(
        str(row["id"]),
        str(row["name"]),
        row["role"],
        date.fromisoformat(row["made"]),
        _date(row["until"]),
        _date(row["revoked"]),
        row["sha256"],
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _reason(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)


def _write(path: Path, tokens: Sequence[Kept]) -> None:
    """Put a whole new file in the place of the old one, readable by its owner only."""
    rows = [asdict(one) for one in tokens]
    text = json.dumps({"format": _FORMAT, "tokens": rows}, indent=1, default=date.isoformat)
    target = path.resolve()
    try:
        handle, made = tempfile.mkstemp(prefix=".tokens-", dir=target.parent)  # its mode is 0600
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text + "\n")
                file.flush()
                os.fsync(handle)
            Path(made).replace(target)
        except BaseException:
            Path(made).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise TokensError(f"the tokens in {path} cannot be written: {error.strerror}") from error


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold the file for one writer; another waits until this one is done."""
    target = path.resolve()
    lock = target.with_name(f"{target.name}.lock")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise TokensError(f"the tokens in {path} cannot be written: {error.strerror}") from error
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
