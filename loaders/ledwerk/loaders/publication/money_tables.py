"""Tables of who pays how much: a column of funders, one of amounts, and perhaps one of projects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ledwerk.loaders.publication.amounts import quantities
from ledwerk.loaders.publication.document import Block
from ledwerk.loaders.publication.findings import Ref
from ledwerk.loaders.publication.known_names import ACTIVITIES, Known
from ledwerk.loaders.publication.names_found import parties_in
from ledwerk.schema.names import fold

_COLUMNS = (
    (
        "payer",
        (
            r"financiers?|subsidieverstrekkers?|subsidiegevers?|geldgevers?|bijdrage van|gevers?|"
            r"herkomst|funders?|funding (?:source|body)|source(?: of (?:funds|funding|income))?|"
            r"contributors?|donors?|grant(?: from)?|awarded by"
        ),
    ),
    (
        "amount",
        (
            r"bedrag(?:en)?.*|bijdrage.*|subsidie.*|toegekend.*|amount.*|contribution.*|award.*|"
            r"value.*|sum.*|(?:€|£|eur|gbp|euro).*|in (?:€|£|eur|euro).*"
        ),
    ),
    ("receiver", r"projecten|project|projects|programma|programme|voor|for|doel|purpose"),
    ("state", r"status|stand|state|stage"),
)
_ALL = re.compile(r"^(?:totaal|total|subtotaal|subtotal|som)\b", re.IGNORECASE)
_STATES = (
    ("asked_for", re.compile(r"aangevraagd|in aanvraag|applied|requested|pending", re.IGNORECASE)),
    ("reserved", re.compile(r"gereserveerd|reserved|earmarked|toegezegd|pledged", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Paid:
    """A row of such a table. `receiver` is None where the table names no project."""

    row: int
    payer: Ref
    amount: float
    currency: str
    state: str
    receiver: Ref | None


def payments_in(block: Block, known: Known, language: str) -> Iterator[Paid]:
    """Who pays what, by a table's rows; none where it is a table of something else."""
    if not block.rows:
        return
    columns = _columns(block.rows[0])
    if "payer" not in columns or "amount" not in columns:
        return
    title = block.rows[0][columns["amount"]]
    for number, row in enumerate(block.rows[1:], start=1):
        cells = {sort: row[i].strip() for sort, i in columns.items() if i < len(row)}
        made = _paid(number, cells, title, known, language)
        if made is not None:
            yield made


def _columns(header: tuple[str, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for i, title in enumerate(header):
        words = fold(title).strip(" .:()")
        for sort, pattern in _COLUMNS:
            if sort not in found and re.fullmatch(pattern, words):
                found[sort] = i
                break
    return found


def _paid(
    number: int, cells: dict[str, str], title: str, known: Known, language: str
) -> Paid | None:
    payers = parties_in(cells.get("payer", ""))
    amount = next(quantities(cells.get("amount", ""), language), None)
    if len(payers) != 1 or amount is None or _ALL.match(cells["payer"]):
        return None
    currency = amount.unit or ("GBP" if "£" in title or "gbp" in title.lower() else "EUR")
    factor = 1000 if re.search(r"1[.,]000|000s|k\b", title) and amount.value < _THOUSANDS else 1
    state = next((s for s, words in _STATES if words.search(cells.get("state", ""))), "granted")
    receiver = known.find(cells.get("receiver", ""), ACTIVITIES) if cells.get("receiver") else None
    payer = known.find(payers[0].ref.name) or payers[0].ref
    return Paid(number, payer, amount.value * factor, currency, state, receiver)


_THOUSANDS = 100_000  # a figure below this, in a column of thousands, is one of thousands
