"""The one sum of money that a cell of a table holds, in the money its column or corner tells."""

from __future__ import annotations

import re

from ledwerk.loaders.publication.document import Block, Document
from ledwerk.loaders.publication.figures.amounts import Quantity, quantities

_MORE_WORDS = re.compile(r"[^\W\d_]{4,}(?<!euro)(?<!miljoen)(?<!million)", re.IGNORECASE)
_THOUSAND = re.compile(r"1[.,]000|\b000s|\bk[€£]|[€£]k\b|['’]000|duizend|thousand", re.IGNORECASE)
_THOUSANDS = 100_000  # a figure below this, in a column of thousands, is one of thousands
_SIGNS = {"€": "EUR", "£": "GBP", "euro": "EUR"}


def sum_in_cell(cell: str, around: str, language: str, currency: str) -> Quantity | None:
    """The one sum of a cell; `around` is its column's title and what else tells of the money."""
    found = list(quantities(cell.strip(), language))
    if len(found) != 1 or found[0].unit == "%" or _MORE_WORDS.search(cell):
        return None
    one = found[0]
    value = one.value * (thousands(around) if one.value < _THOUSANDS else 1)
    return Quantity(value, one.start, one.end, one.unit or sign_in(around) or currency, one.to)


def thousands(text: str) -> int:
    """By how much figures are to be multiplied: "(x € 1.000)", "€’000"."""
    return 1000 if _THOUSAND.search(text) else 1


def sign_in(text: str) -> str:
    """The currency that a title tells: "Budget (€)"."""
    found = re.search(r"€|£|\bEUR\b|\bGBP\b|\beuro(?=\b|['’]s)", text)
    return _SIGNS.get(found[0], found[0]) if found else ""


_CAPTION = 200  # letters of a line over a table


def caption_over(document: Document, block: Block) -> str:
    """The line over a table, where it tells that its sums are in thousands."""
    at = next((i for i, one in enumerate(document.blocks) if one is block), 0)
    over = document.blocks[at - 1].text if at else ""
    return over if len(over) <= _CAPTION and thousands(over) > 1 else ""
