"""Files that were handed in and not yet taken over, each in a folder of its own for an hour.

They lie beside the store, so that every process of a service finds them. A key tells nobody what it
stands for, and only who handed a file in gets it back.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from ledwerk.graph.sqlite_journal import journal_path
from ledwerk.loaders.preview_files import ENDINGS, as_json, from_json, read_apart
from ledwerk.loaders.preview_tables import Wanted
from ledwerk.loaders.readers import Reading
from ledwerk.schema.errors import InvalidQuestion, LedwerkError, StoreError

KEPT_SECONDS = 60 * 60
MOST_HELD = 40  # of one editor at a time
_KEY = re.compile(r"[A-Za-z0-9_-]{20,40}")
_ABOUT, _READ, _DONE, _TAKEN = "about.json", "read.json", "done.json", "taken"


class NotHeld(LedwerkError):
    """There is no such file any more; it was taken over, or held for an hour."""

    status = 404


@dataclass(frozen=True, slots=True)
class Held:
    """A file that was handed in: by whom, under what name, and what was chosen for it."""

    key: str
    who: str
    name: str
    wanted: Wanted


class Shelf:
    """Keeps what was handed in, in a folder that only this user may read. For worker threads."""

    def __init__(self, folder: Path | None = None) -> None:
        self._given = folder

    @cached_property
    def _folder(self) -> Path:
        """The folder; of a store in memory one that only this process knows."""
        return self._given or Path(tempfile.mkdtemp(prefix="ledwerk-")) / "imports"

    def put(self, who: str, name: str, body: bytes, wanted: Wanted) -> Held:
        """Keep a file and read it. Raises StoreError where there is no place for it."""
        key = secrets.token_urlsafe(18)
        held = Held(key, who, _plain(name), wanted)
        place = self._folder / key
        try:
            self._clear()
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            place.mkdir(mode=0o700)
            file = place / held.name
            file.write_bytes(body)
            reading = read_apart(file)
            file.unlink()  # what was read of it is enough
            _write(place / _READ, as_json(reading))
            _write(place / _ABOUT, _about(held))
        except OSError as error:
            shutil.rmtree(place, ignore_errors=True)
            raise StoreError(f"the file cannot be kept for now: {error.strerror}") from error
        return held

    def get(self, key: str, who: str) -> tuple[Held, Reading]:
        """What was handed in under a key. Raises NotHeld where it is gone or somebody else's."""
        place = self._place(key)
        about = _read(place / _ABOUT)
        if about is None or about["who"] != who:
            raise NotHeld("this file is no longer held; hand it in again")
        read = _read(place / _READ)
        if read is None:
            raise NotHeld("this file is no longer held; hand it in again")
        return Held(key, about["who"], about["name"], wanted_of(about["wanted"])), from_json(read)

    def choose(self, held: Held, wanted: Wanted) -> Held:
        """Other choices for a file."""
        chosen = replace(held, wanted=wanted)
        _write(self._place(held.key) / _ABOUT, _about(chosen))
        return chosen

    def begin(self, key: str) -> bool:
        """Whether the caller may take the file over; nobody else may until `release`."""
        try:
            os.close(os.open(self._place(key) / _TAKEN, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        except FileExistsError:
            return False
        except OSError as error:
            raise NotHeld("this file is no longer held; hand it in again") from error
        return True

    def release(self, key: str) -> None:
        """It was not taken over; it may be tried again."""
        (self._place(key) / _TAKEN).unlink(missing_ok=True)

    def finish(self, key: str, outcome: Mapping[str, Any]) -> None:
        """It was taken over: what became of it is told to whoever asks again."""
        place = self._place(key)
        _write(place / _DONE, outcome)
        (place / _READ).unlink(missing_ok=True)

    def done(self, key: str, who: str) -> dict[str, Any] | None:
        """What became of a file that was taken over by somebody."""
        place = self._place(key)
        about = _read(place / _ABOUT)
        return _read(place / _DONE) if about is not None and about["who"] == who else None

    def _place(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise NotHeld("this file is no longer held; hand it in again")
        return self._folder / key

    def _clear(self) -> None:
        """Let go of what was held long enough."""
        with suppress(OSError):
            ages = {place: place.stat().st_mtime for place in self._folder.iterdir()}
            newest = sorted(ages, key=lambda place: ages[place], reverse=True)
            for place in newest:
                if time.time() - ages[place] > KEPT_SECONDS or place in newest[MOST_HELD:]:
                    shutil.rmtree(place, ignore_errors=True)


def shelf_of(address: str) -> Shelf:
    """The shelf of the store at an address."""
    journal = journal_path(address)
    return Shelf(None if journal == ":memory:" else Path(f"{journal}.imports"))


def wanted_of(given: Mapping[str, Any]) -> Wanted:
    """Choices as a page sends them. Raises InvalidQuestion for what are none."""
    try:
        return Wanted(
            _word(given.get("dataset")),
            _word(given.get("source")),
            _word(given.get("table")),
            tuple((_word(a), _word(b)) for a, b in given.get("tables") or ()),
            given.get("skip") is True,
            tuple((_word(a), _word(b)) for a, b in given.get("same") or ()),
            tuple(_word(one) for one in given.get("apart") or ()),
        )
    except (TypeError, ValueError) as error:
        raise InvalidQuestion("these choices cannot be read; load the page again") from error


def _word(given: object) -> str:
    if given is None:
        return ""
    if not isinstance(given, str) or len(given) > 1000:
        raise TypeError
    given.encode()  # half of a letter is no word
    return given.strip()


def _plain(name: str) -> str:
    """A file's name without folders or signs that a system may take amiss; its ending stays."""
    last = re.split(r"[/\\]", name)[-1]
    safe = re.sub(r"[^\w .()-]+", "-", last).strip(". ") or "bestand"
    stem, dot, ending = safe.rpartition(".")
    kept = f"{stem[:80]}{dot}{ending.lower()[:10]}" if dot else safe[:80]
    return kept if kept not in {_ABOUT, _READ, _DONE} else f"-{kept}"


def known_ending(name: str) -> bool:
    """Whether a file of this name can be read."""
    return name.lower().endswith(ENDINGS)


def _about(held: Held) -> dict[str, Any]:
    return {"who": held.who, "name": held.name, "wanted": asdict(held.wanted)}


def _write(file: Path, told: Mapping[str, Any]) -> None:
    """Whole or not at all, for whoever reads it meanwhile."""
    new = file.with_suffix(f".{secrets.token_hex(4)}")
    new.write_text(json.dumps(told), encoding="utf-8")
    new.replace(file)


def _read(file: Path) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found
