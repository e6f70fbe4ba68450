"""Names printed in capitals, spelled as the rest of the text spells them."""

from __future__ import annotations

import re

from ledwerk.loaders.publication.document import Document

_WORD = re.compile(r"[^\W\d_]+")
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
    plain = [block.text for block in document.blocks if not _shouts(block.text)]
    whole = "\n".join(plain)
    return _WORD.sub(lambda found: _spelled(found[0], whole), text)


def _shouts(text: str) -> bool:
    """Whether most of a text's letters are capitals."""
    return sum(sign.isupper() for sign in text) > sum(sign.islower() for sign in text)


def _spelled(word: str, whole: str) -> str:
    lower = word.lower()
    if lower in _SMALL:
        return lower
    seen = set(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", whole, re.IGNORECASE))
    mixed: list[str] = sorted(one for one in seen if one not in (word, lower))
    if mixed:
        return mixed[0]
    abbreviated = word in seen or (not seen and len(word) <= _INITIALS and not _VOWEL.search(lower))
    return word if abbreviated else word.title()


_VOWEL = re.compile(r"[aeiouyà-ÿ]")
