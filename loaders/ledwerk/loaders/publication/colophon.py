"""What a publication says of itself: its title, when it came out, who published it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ledwerk.loaders.publication.document import Block, BlockKind

_MONTHS = (
    ("januari", "january"), ("februari", "february"), ("maart", "march"), ("april", "april"),
    ("mei", "may"), ("juni", "june"), ("juli", "july"), ("augustus", "august"),
    ("september", "september"), ("oktober", "october"), ("november", "november"),
    ("december", "december"),
)  # fmt: skip
_MONTH = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_SEASONS = r"voorjaar|najaar|zomer|winter|herfst|lente|spring|summer|autumn|fall|winter"
_DATE = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<month>{'|'.join(_MONTH)})"
    rf"(?:\s+(?P<day_after>\d{{1,2}}),)?\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(
    rf"\b(?:(?:{_SEASONS})\s+)?(?P<year>(?:19|20)\d\d)\b(?!\s*[-–/]\s*\d)", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"(?:een\s+)?(?:uitgave\s+van|uitgave:|uitgever|uitgegeven\s+door|publisher|published\s+by|"
    r"a\s+publication\s+of|redactie\s+en\s+uitgave)\s*:?\s+(?P<who>[^.\n;|–]+)",
    re.IGNORECASE,
)
_SERIES = re.compile(
    r"(?:jaarverslag|annual report|nieuwsbrief|newsletter|magazine|jaarbericht|notulen|verslag|"
    r"minutes|update|voortgangsrapportage|progress report|review)\b",
    re.IGNORECASE,
)
_FIRST = 12  # blocks in which a publication says what it is
_LONGEST = 120
_SHORT = 60
_ANY_LENGTH = 100_000


@dataclass(frozen=True, slots=True)
class Colophon:
    """What a publication is called, the date on it (as exact as it is given), who published it."""

    title: str
    date: str = ""
    publisher: str = ""


def colophon_of(blocks: Sequence[Block], named: str) -> Colophon:
    """What the blocks say of the publication; `named` is its title where they do not tell."""
    first, last = blocks[:_FIRST], blocks[-_LAST:]
    published = [block for block in blocks if _PUBLISHED.search(block.text)]
    title = _title(first, named)
    top = [title, *(b.text for b in published), *(b.text for b in first[:_MASTHEAD])]
    date = _date(top, _ANY_LENGTH) or _date([b.text for b in (*first, *last)], _LONGEST)
    return Colophon(title, date, _publisher(published) or _named_on_top(first[:_MASTHEAD]))


_LAST = 20
_MASTHEAD = 3


def _title(first: Sequence[Block], named: str) -> str:
    """The heading that says what sort of publication it is, or a file's name that does.

    Without either it is the first heading.
    """
    heads = [b for b in first if b.kind is BlockKind.HEADING and len(b.text) <= _LONGEST]
    telling = [block for block in heads if _SERIES.search(block.text)]
    masthead = first[0] if first else None
    if masthead is not None and not telling and masthead.kind is not BlockKind.HEADING:
        top = masthead.lines[0].text.strip()
        if len(masthead.lines) > 1 and _SERIES.search(masthead.text) and len(top) <= _SHORT:
            return top
    plain = " ".join(re.split(r"[\s_-]+", named)).strip()
    if telling or not heads or _SERIES.search(plain):
        return telling[0].text if telling else plain[:1].upper() + plain[1:]
    return heads[0].text


def _date(texts: Iterable[str], longest: int) -> str:
    """The first date in texts; a day or month where one is given there, else the year."""
    for text in texts:
        if len(text) > longest:
            continue
        found, year = _DATE.search(text), _YEAR.search(text)
        if found:
            return _iso(found)
        if year:
            return year["year"]
    return ""


def _iso(found: re.Match[str]) -> str:
    month = f"{found['year']}-{_MONTH[found['month'].lower()]:02d}"
    day = found["day"] or found["day_after"]
    return f"{month}-{int(day):02d}" if day and 1 <= int(day) <= _LONGEST_MONTH else month


_LONGEST_MONTH = 31


_WHEN = re.compile(
    rf",?\s+(?:in\s+)?(?:{'|'.join(_MONTH)}|{_SEASONS}|(?:19|20)\d\d)\b.*", re.IGNORECASE
)
_GOES_ON = re.compile(r"\s+(?:en|and|die|dat|verschijnt|appears|is|wordt|which|leest|leest u)\b.*")


# "Nieuwsbrief van de Coöperatie X | nr. 12": a body by its head, and no plain word.
_ON_TOP = re.compile(
    r"\b(?:nieuwsbrief|magazine|jaarverslag|jaarbericht|verslag|ledenblad|krant|bulletin|newsletter|"
    r"annual (?:report|review)|review|bulletin)\s+(?:van|of|from)\s+(?:(?:de|het|the)\s+)?(?-i:"
    r"(?P<who>(?:Stichting|Vereniging|Coöperatie|Federatie|Alliantie|Gemeente|Provincie|Regio|"
    r"[A-ZÀ-Þ][\w’'&-]*(?:\s+(?:(?:of|the|for|and|van|de|en)\s+)*[A-ZÀ-Þ][\w’'&-]*)*\s+"
    r"(?:Partnership|Network|Association|Alliance|Trust|Foundation|Federation|Council|Cluster))"
    r"(?:\s+(?:(?:van|de|het|of|the|for|en|and|in)\s+)*[A-ZÀ-Þ][\w’'&-]*)*))",
    re.IGNORECASE,
)


def _named_on_top(first: Sequence[Block]) -> str:
    """The body that a line at the head says the publication is of; empty without one."""
    found = (_ON_TOP.search(line.text) for block in first for line in block.lines)
    return next((one["who"] for one in found if one), "")


def _publisher(published: Sequence[Block]) -> str:
    for block in published:
        found = _PUBLISHED.search(block.text)
        if found:
            return _GOES_ON.sub("", _WHEN.sub("", found["who"])).strip(" :,")[:_LONGEST]
    return ""
