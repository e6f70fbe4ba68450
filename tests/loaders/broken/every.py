"""Every broken file there is."""

from __future__ import annotations

from collections.abc import Iterator

from tests.loaders.broken.books import book_cases
from tests.loaders.broken.case import Case
from tests.loaders.broken.documents import document_cases
from tests.loaders.broken.meant import meant_cases
from tests.loaders.broken.others import other_cases
from tests.loaders.broken.texts import text_cases


def every_case() -> Iterator[Case]:
    """In the order in which they are tried."""
    yield from meant_cases()
    yield from text_cases()
    yield from book_cases()
    yield from other_cases()
    yield from document_cases()
