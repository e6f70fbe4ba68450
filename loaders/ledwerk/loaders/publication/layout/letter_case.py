"""Names printed in capitals, spelled as the rest of the text spells them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ledwerk.loaders.publication.document import Document

_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"\w+")
_SMALL = frozenset({
    "van", "de", "het", "der", "den", "een", "en", "of", "voor", "in", "op", "aan", "bij", "te",
    "the", "and", "for", "at", "on", "a", "an", "to", "by", "with", "met",
})  # fmt: skip
_INITIALS = 4  # letters that are an abbreviation where the text spells them in no other way


def cased(text: str, document: Document) -> str:
    """A text; where all of it is capitals, with those that its words have elsewhere.

    "STUURGROEP LEVEND LAND" is "Stuurgroep Levend Land"; "MKB" stays where it is never "Mkb".
    """
    if not text.isupper():
        return text
    spelled = _spellings(_Same(document))
    return _WORD.sub(lambda found: _spelled(found[0], spelled), text)


class _Same:
    """A document, the same as no other one; telling two apart by what they say takes long."""

    __slots__ = ("document",)

    def __init__(self, document: Document) -> None:
        self.document = document

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.document is other.document

    def __hash__(self) -> int:
        return id(self.document)


@lru_cache(maxsize=2)
def _spellings(one: _Same) -> dict[str, set[str]]:
    """How the words of a document are spelled, by their small letters, but for shouted blocks."""
    spelled: dict[str, set[str]] = {}
    for block in one.document.blocks:
        if not _shouts(block.text):
            for word in _TOKEN.findall(block.text):
                spelled.setdefault(word.lower(), set()).add(word)
    return spelled


def _shouts(text: str) -> bool:
    """Whether most of a text's letters are capitals."""
    return sum(sign.isupper() for sign in text) > sum(sign.islower() for sign in text)


def _spelled(word: str, spelled: Mapping[str, set[str]]) -> str:
    lower = word.lower()
    if lower in _SMALL:
        return lower
    seen = spelled.get(lower, set())
    mixed: list[str] = sorted(one for one in seen if one not in (word, lower))
    if mixed:
        return mixed[0]
    abbreviated = word in seen or (not seen and len(word) <= _INITIALS and not _VOWEL.search(lower))
    return word if abbreviated else word.title()


_VOWEL = re.compile(r"[aeiouyà-ÿ]")
