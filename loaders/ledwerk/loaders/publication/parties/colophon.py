"""What a publication says of itself: its title, when it came out, who published it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ledwerk.loaders.publication.document import Block, BlockKind
from ledwerk.loaders.publication.layout.counting_words import MONTH, MONTHS

_SEASONS = r"voorjaar|najaar|zomer|winter|herfst|lente|spring|summer|autumn|fall|winter"
_SHORT_MONTHS = {
    "jan": 1, "feb": 2, "febr": 2, "mrt": 3, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_MONTH = MONTHS | _SHORT_MONTHS
_NAMED = rf"(?:{MONTH})|(?:{'|'.join(_SHORT_MONTHS)})\b\.?"
_DATE = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|e)?\s+)?(?<![\w-])(?P<month>{_NAMED})"
    rf"(?:\s+(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?,)?\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"\b(?:(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)|"
    r"(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>(?:19|20)\d\d))\b"
)
# "januari – juni 2024" is a time that it tells of, not when it came out.
_UP_TO = re.compile(
    rf"(?:{_NAMED})(?:\s+(?:19|20)\d\d)?\s*(?:[-–—]|t/m|tot(?: en met)?|to|until|and|en)\s*$",
    re.IGNORECASE,
)
_YEAR = re.compile(
    rf"\b(?:(?:{_SEASONS})\s+)?(?P<year>(?:19|20)\d\d)\b(?!\s*[-–/]\s*\d)", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"(?:een\s+)?(?:uitgave\s+van|(?:redactie\s+en\s+)?uitgave(?:\s+en\s+redactie)?\s*:|"
    r"(?:verantwoordelijke?\s+)?uitgever|v\.u\.|"
    r"(?:uitgegeven|uitgebracht|samengesteld\s+en\s+uitgegeven)\s+door|publisher|"
    r"(?:published|issued|produced\s+and\s+published)(?:\s+[\w-]+){0,6}?\s+by|"
    r"a\s+publication\s+of|redactie\s+en\s+uitgave|een\s+publicatie\s+van)"
    r"\s*:?\s+(?P<who>[^.\n;|–]+)",
    re.IGNORECASE,
)
_SERIES = re.compile(
    r"(?:jaarverslag|jaaroverzicht|annual report|nieuwsbrief|newsletter|magazine|jaarbericht|"
    r"notulen|verslag|besluitenlijst|actielijst|jaarboek|jaarplan|werkplan|jaarrekening|"
    r"(?:project|programma)(?:en|fiches|overzicht|enoverzicht|boek|enboek|blad)|factsheet|"
    r"(?:voortgangs|tussen|eind|kwartaal|halfjaar)?rapportage|bulletin|periodiek|ledenblad|"
    r"nieuwsblad|krant|monitor|minutes|decisions|update|progress report|review|yearbook|gazette|"
    r"project (?:sheets|book|overview|directory)|report|bericht|journaal|journal)\b",
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
    date = (
        _day([title, *(b.text for b in first[:_MASTHEAD_LINES])])
        or _date(top, _ANY_LENGTH)
        or _date([b.text for b in (*first, *last)], _LONGEST)
    )
    return Colophon(title, date, _publisher(published) or _named_on_top(first[:_MASTHEAD]))


_LAST = 20
_MASTHEAD = 3
_MASTHEAD_LINES = 5


def _title(first: Sequence[Block], named: str) -> str:
    """The heading that says what sort of publication it is, or a file's name that does.

    Without either it is the first heading.
    """
    heads = [b for b in first if b.kind is BlockKind.HEADING and len(b.text) <= _LONGEST]
    telling = [
        block
        for block in heads
        if _SERIES.search(block.text)
        and not _NUMBERED.match(block.text)
        and ": " not in _SERIES.sub("", block.text, count=1)[:2]
    ]
    masthead = first[0] if first else None
    if masthead is not None and not telling and masthead.kind is not BlockKind.HEADING:
        top = masthead.lines[0].text.strip()
        if len(masthead.lines) > 1 and _SERIES.search(masthead.text) and len(top) <= _SHORT:
            return top
    plain = " ".join(re.split(r"[\s_-]+", named)).strip()
    if telling or not heads or _SERIES.search(plain):
        return telling[0].text if telling else plain[:1].upper() + plain[1:]
    return heads[0].text


_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[A-Z]\d?|[IVX]{1,5})[.)]?\s")


def _day(texts: Iterable[str]) -> str:
    """The first whole date in the short lines at the head of a publication."""
    for text in texts:
        if len(text) <= _LONGEST:
            days = [one for one in _dates(text) if len(one) == _WHOLE]
            if days:
                return days[0]
    return ""


_WHOLE = len("2016-10-03")


def _date(texts: Iterable[str], longest: int) -> str:
    """The first date in texts; a day or month where one is given there, else the year."""
    for text in texts:
        if len(text) > longest:
            continue
        year = _YEAR.search(text)
        dates = _dates(text)
        if dates:
            return dates[0]
        if year:
            return year["year"]
    return ""


def _dates(text: str) -> list[str]:
    """The dates in a text with at least their month, in the order in which they stand."""
    found = [
        (one.start(), _iso(one))
        for one in _DATE.finditer(text)
        if one["day"] or not _UP_TO.search(text[max(0, one.start() - _NEAR) : one.start()])
    ]
    for one in _FIGURES.finditer(text):
        year, month, day = one["year"] or one["y"], one["month"] or one["m"], one["day"] or one["d"]
        if 1 <= int(month) <= _MONTHS_OF_A_YEAR and 1 <= int(day) <= _LONGEST_MONTH:
            found.append((one.start(), f"{year}-{int(month):02d}-{int(day):02d}"))
    return [date for _, date in sorted(found)]


_NEAR = 40  # letters before a month, in which another may stand
_MONTHS_OF_A_YEAR = 12


def _iso(found: re.Match[str]) -> str:
    month = f"{found['year']}-{_MONTH[found['month'].lower().rstrip('.')]:02d}"
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
            who = _GOES_ON.sub("", _WHEN.sub("", found["who"]))
            who = _ADDRESS.split(who)[0].strip(" :,")
            if not _LISTED.search(who):
                who = who.split(", ")[0]
            return re.sub(r"^(?:de|het|the)\s+(?=[A-ZÀ-Þ])", "", who)[:_LONGEST]
    return ""


_LISTED = re.compile(r"\s(?:en|and|&)\s")  # "A, B en C"; else what follows is where it sits


# What stands behind a publisher's name: an address, or another line of a colophon.
_ADDRESS = re.compile(
    r",\s+(?=[^,]{2,40}\s\d{1,4}[a-zA-Z]?\b)|,?\s+(?=\d{4}\s?[A-Z]{2}\b)|"
    r",\s+(?:postbus|p\.?o\.? box|the old|website|tel|e-?mail)\b|"
    r"\s+(?=(?:redactie|tekst(?:en)?|druk|vormgeving|ontwerp|opmaak|foto(?:.s|grafie)?|contact|"
    r"oplage|editors?|text|design|print(?:ed|ing)?|photos?|photography|eindredactie|"
    r"hoofdredactie|website|e-?mail|tel(?:efoon)?|isbn|issn)\b\s*:?)",
    re.IGNORECASE,
)
