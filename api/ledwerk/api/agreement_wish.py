"""What somebody says when an agreement is made, read and checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledwerk.schema.errors import InvalidEdit

KIND = "sme~campus"  # the gaps that are looked at unless it is said
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_KIND = re.compile(r"[\w -]{1,60}~[\w -]{1,60}")
_LONGEST_NAMES, _LONGEST_NOTE = 300, 4_000


@dataclass(frozen=True, slots=True)
class Wish:
    """An agreement to be made: ids, dates as 2016-10-01, texts."""

    source: str
    target: str
    via: str
    due: str
    agreed_on: str
    agreed_by: str
    note: str
    kind: str

    def words(self) -> dict[str, str]:
        """All but the parties."""
        return {
            "due": self.due,
            "agreed_on": self.agreed_on,
            "agreed_by": self.agreed_by,
            "note": self.note,
            "kind": self.kind,
        }


def wish_of(given: Mapping[str, Any], today: date) -> Wish:
    """The wish that an `AgreementInput` holds; what was agreed without a date was agreed today.

    Raises InvalidEdit, which names the field.
    """
    ids = {name: _line(given, name, _LONGEST_NAMES) for name in ("from", "to", "via")}
    for name, ident in ids.items():
        if not ident:
            raise InvalidEdit(name, "REQUIRED", f"{name} is empty; give the id of a party")
    if len(set(ids.values())) < len(ids):
        field = "to" if ids["from"] == ids["to"] else "via"
        raise InvalidEdit(field, "SAME_NODE", "three different parties are needed: one introduces "
                          "two others")  # fmt: skip
    agreed_on = _day("agreedOn", given.get("agreedOn") or today.isoformat())
    due = _day("due", given.get("due") or "")
    if due < agreed_on:
        raise InvalidEdit(
            "due", "WRONG_PERIOD", f"due {due} lies before {agreed_on}, when it was agreed"
        )
    kind = _line(given, "gaps", 130) or KIND
    if not _KIND.fullmatch(kind):
        raise InvalidEdit(
            "gaps", "INVALID_VALUE", f"{kind!r} cannot be read; write FROM~TO, such as {KIND}"
        )
    by, note = _line(given, "agreedBy", _LONGEST_NAMES), _line(given, "note", _LONGEST_NOTE)
    return Wish(ids["from"], ids["to"], ids["via"], due, agreed_on, by, note, kind)


def _line(given: Mapping[str, Any], name: str, most: int) -> str:
    text = str(given.get(name) or "").strip()
    if len(text) > most:
        raise InvalidEdit(
            name, "INVALID_VALUE", f"{name} has {len(text):,} letters; at most {most:,} will do"
        )
    return text


def _day(name: str, text: str) -> str:
    if not text:
        raise InvalidEdit(name, "REQUIRED", f"{name} is empty; give a date, such as 2027-01-31")
    try:
        if not _DATE.fullmatch(text):
            raise ValueError(text)
        return date.fromisoformat(text).isoformat()
    except ValueError:
        message = f"{name}={text!r} is no date; write it as 2027-01-31"
        raise InvalidEdit(name, "INVALID_VALUE", message) from None
