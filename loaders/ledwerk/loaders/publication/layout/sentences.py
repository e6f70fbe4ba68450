"""Sentences and clauses of a text, each with where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_END = re.compile(r"[.!?…][”’\"')]*\s+(?=[\"“‘'’(]*[A-ZÀ-Þ0-9•€£$])|\n")
_ABBREVIATED = re.compile(
    r"(?:(?<![’'])\b(?:[A-Za-z]\.)+|\b(?:dr|drs|ir|ing|mr|mrs|ms|prof|dhr|hr|mw|mevr|mej|ds|mgr|past|fam|"
    r"gebr|wed|fa|weth|burg|plv|wnd|cllr|clr|rev|sgt|capt|col|gen|hon|messrs|"
    r"st|ste|mt|ft|dept|univ|assoc|asst|vol|fig|figs|tab|par|hfst|blz|pag|vgl|afd|afb|bijl|nr|nrs|"
    r"no|nos|art|artt|vs|ca|o\.a|m\.m|e\.a|i\.s\.m|t\.b\.v|incl|excl|resp|bijv|bv|evt|gem|"
    r"max|min|jl|ll|co|tel|p|pp|ed|eds|cf|approx|est|ev|sect|ch|ref|gld)\.)$",
    re.IGNORECASE,
)
# "3 mrt. 2024" goes on; "op 3 mrt. Aanwezig is" does not.
_SHORT_MONTH = re.compile(
    r"\b(?:jan|febr?|mrt|mar|apr|aug|sept?|okt|oct|nov|dec)\.$", re.IGNORECASE
)
_LEGAL_CAPITALS = re.compile(r"\b(?:BV|NV|VOF|CV|UA)\.$")
_LEGAL_END = re.compile(
    r"\b(?:[A-Z]\.){2,}$|\b(?:Ltd|Inc|Co|Corp|Zn|plc|bv|nv)\.$|\b(?:c\.s|e\.a|e\.d)\.$"
)
_NEXT_BEGINS = re.compile(
    r"(?:De|Het|Een|In|Op|Aan|Met|Voor|Dit|Deze|Dat|Die|Er|Ook|Sinds|Zij|Ze|Hij|Wij|We|Daarnaast|"
    r"Daarin|Daarbij|Daarmee|Samen|Trekker|Penvoerder|Onze|Ons|Hun|Naast|Na|Tijdens|Door|Om|Als|"
    r"Dankzij|Inmiddels|Verder|Bovendien|Tot|Vanaf|Per|Bij|Volgens|Toch|Nu|Hierbij|Hiervoor|Hiermee|"
    r"Partners|Looptijd|Budget|Wie|Wat|Vorig|Dankzij|Zo|Begin|Eind|Medio|"
    r"The|This|That|These|Those|It|They|A|An|On|At|With|Since|Both|Together|For|Its|Their|Our|His|"
    r"Her|He|She|There|Also|After|Before|During|By|From|Under|As|When|While|Another|Other|Members|"
    r"Work|Funding|So|Last|To)\b"
)
_CLAUSE = re.compile(
    r";\s+|,?\s+(?:maar|but|while|whereas|terwijl|though|although|hoewel)\s+|(?<!partners)\s+–\s+(?=[a-z])"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a text, with where it begins."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


def sentences_of(text: str) -> Iterator[Stretch]:
    """The sentences of a text in order.

    One longer than any that is written is cut, and one with a word longer than any left out: such
    texts are made to keep a reader busy.
    """
    for sentence in _sentences(text):
        for start in range(0, len(sentence.text), _LONGEST):
            piece = sentence.text[start : start + _LONGEST]
            if not _LONG_WORD.search(piece):
                yield Stretch(piece, sentence.start + start)


_LONGEST = 3_000
_LONGEST_MARK = 40  # an abbreviation with its letters and full stops
_LONG_WORD = re.compile(r"\S{300}")


def _sentences(text: str) -> Iterator[Stretch]:
    begin = 0
    for found in _END.finditer(text):
        before = text[max(begin, found.start() - _LONGEST_MARK) : found.start() + 1]
        if found[0].startswith(".") and _goes_on(before, text[found.end() : found.end() + 1]):
            legal = _LEGAL_END.search(before)
            if not (legal and _NEXT_BEGINS.match(text[found.end() :])):
                continue
        yield from _stretch(text, begin, found.end())
        begin = found.end()
    yield from _stretch(text, begin, len(text))


def _goes_on(before: str, after: str) -> bool:
    """Whether the full stop is one of an abbreviation."""
    if _SHORT_MONTH.search(before):
        return after.isdigit()
    if _LEGAL_CAPITALS.search(before):  # "Acme BV." ends; "bv." does not
        return False
    return _ABBREVIATED.search(before) is not None


def clauses_of(sentence: Stretch) -> tuple[Stretch, ...]:
    """The parts of a sentence that say different things, parted by ";", "but", "while"."""
    parts: list[Stretch] = []
    begin = 0
    for found in _CLAUSE.finditer(sentence.text):
        parts += _stretch(sentence.text, begin, found.start(), sentence.start)
        begin = found.end()
    parts += _stretch(sentence.text, begin, len(sentence.text), sentence.start)
    return tuple(parts)


def _stretch(text: str, start: int, end: int, offset: int = 0) -> Iterator[Stretch]:
    inner = text[start:end]
    bare = inner.strip()
    if bare:
        yield Stretch(bare, offset + start + len(inner) - len(inner.lstrip()))
