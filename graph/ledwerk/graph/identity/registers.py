"""What registers say of two parties: one number is one body, two numbers mostly are two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledwerk.graph.identity.evidence import Evidence, observed
from ledwerk.graph.identity.record import Record

_LABELS = {"kvk": "KvK", "ror": "ROR", "pic": "PIC", "vat": "VAT"}
# What two different numbers say: a body has one entry in a trade register, but parts of one body
# often have a participant code each, and one body may have two by mistake.
_DIFFERENT = {"kvk": -8.0, "ror": -8.0, "vat": -4.0, "pic": -2.0}


def registers(one: Record, two: Record) -> Iterator[Evidence]:
    """A reason for each register that has both."""
    first, second = dict(one.identifiers), dict(two.identifiers)
    for name, label in _LABELS.items():
        mine, yours = _bare(name, first.get(name, "")), _bare(name, second.get(name, ""))
        if not mine or not yours:
            continue
        if mine == yours:
            yield observed(10.0, f"hetzelfde nummer: {label} {mine}", f"one number: {label} {mine}")
        else:
            told = f"{label} {mine} / {yours}"
            yield observed(_DIFFERENT[name], f"andere nummers: {told}", f"two numbers: {told}")


def _bare(name: str, value: str) -> str:
    """A number as it is compared: without blanks, dots, or the address of its register."""
    text = value.strip().lower().rstrip("/").rpartition("/")[2]
    text = re.sub(r"[^0-9a-z]", "", text)
    return text.lstrip("0") if name in {"kvk", "pic"} else text
