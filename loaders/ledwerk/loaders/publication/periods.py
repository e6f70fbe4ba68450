"""When a project or programme runs: "loopt van 2021 tot en met 2024", "started in May 2020"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTHS = {
    "jan": 1, "feb": 2, "maart": 3, "mrt": 3, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_MONTH = (
    r"jan(?:uar[iy])?|feb(?:ruar[iy])?|maart|mrt|march|mar|apr(?:il)?|mei|may|jun[ie]|jun|jul[iy]|"
    r"jul|aug(?:ust(?:us)?)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_SEASON = (
    r"(?:(?:het|the|de)\s+)?(?:voorjaar|najaar|zomer|winter|herfst|lente|begin|eind|medio|midden|"
    r"spring|summer|autumn|early|late|mid|end of|the end of|het begin van|"
    r"het eind van)[\s-]+(?:van\s+|of\s+)?"
)
_DATE = (
    rf"(?:(?:{_SEASON})?(?:(?:\d{{1,2}}(?:st|nd|rd|th|"
    rf"e)?\s+)?(?:{_MONTH})\.?\s+(?:\d{{1,2}},\s+)?)?"
    r"(?:19|20)\d\d|\d{1,2}[-/]\d{1,2}[-/](?:19|20)\d\d)"
)
_PARTS = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|e)?\s+)?(?:(?P<month>{_MONTH})\.?\s+)?"
    rf"(?:(?P<day2>\d{{1,2}}),\s+)?(?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(?P<day>\d{1,2})[-/](?P<month>\d{1,2})[-/](?P<year>(?:19|20)\d\d)")
_UNTIL = r"(?:\s*[-–—/]\s*|\s+(?:tot(?: en met)?|t/m|until|till|to|through|and|en|up to)\s+)"
_RANGE = re.compile(
    rf"(?P<start>(?:{_DATE}|(?:{_MONTH})\.?)){_UNTIL}(?:(?:eind|end of|"
    rf"het einde van)\s+)?(?P<end>{_DATE})",
    re.IGNORECASE,
)
_RUNS = re.compile(
    rf"\b(?:loopt|lopen|liep(?:en)?|duurt|duren|duurde|looptijd|projectperiode|runs?|ran|running|"
    rf"lasts?|"
    rf"lasted|active|actief|gaande|project period)\b[^.;]{{0,40}}?{_RANGE.pattern}",
    re.IGNORECASE,
)
_STARTS = re.compile(
    rf"(?:\b(?:sinds|since|gestart (?:in|op)|startte[n]? (?:in|op)|start(?:s|ed)?(?: (?:in|on|"
    rf"op))?:?|"
    rf"begonnen in|begon(?:nen)? in|is begonnen in|begint in|van start (?:gegaan )?(?:in|op)|"
    rf"ging in|gelanceerd in|launched (?:in|on)|began (?:in|on)|begins? in|under way since|"
    rf"opgezet in|geopend in|opened in|set up in|kicked off in|loopt sinds|draait sinds|"
    rf"running since)\s+"
    rf"(?P<date>{_DATE})|\b(?:[Ii]n|[Oo]p|"
    rf"[Oo]n)\s+(?P<date2>{_DATE})\s+(?:is\s+)?(?:[\w’'-]+\s+){{0,5}}?"
    rf"(?:startte[n]?|begon(?:nen)?|ging(?:en)? van start|van start gegaan|gestart|started|began|"
    rf"was launched|launched|gelanceerd|opgericht))",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf"(?:\b(?:tot(?: en met)?|t/m|until|eindigt? (?:in|op)|eindigde[n]? (?:in|op)|"
    rf"loopt (?:nog )?(?:door )?tot"
    rf"(?: en met)?|afgerond in|einde?:|afgesloten in|gereed in|ends? (?:in|on)|ended (?:in|on)|"
    rf"(?:was )?completed in|finish(?:es|ed) in|will end in|due to end in|closes? in|closed in|"
    rf"concluded in|"
    rf"runs until|ran until|is klaar in|klaar in)\s+(?:(?:eind|end of|the end of|"
    rf"het einde van)\s+)?(?P<date>{_DATE})|"
    rf"\b(?:[Ii]n|[Oo]p|[Oo]n)\s+(?P<date2>{_DATE})\s+(?:is\s+)?(?:[\w’'-]+\s+){{0,5}}?"
    rf"(?:sloot|eindigde|werd (?:\w+ ){{0,5}}?afgerond|afgerond|ended|was completed|finished|"
    rf"came to an end|closed))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """Start and end as they are given, to the day, month or year; empty where not said."""

    start: str = ""
    end: str = ""


def date_of(text: str) -> str:
    """A date in words or numbers as year, month, day; as exact as it is given. Empty without "
    "one.
    """
    numbers = _NUMBERS.search(text)
    if numbers:
        month = int(numbers["month"])
        return f"{numbers['year']}-{month:02d}-{int(numbers['day']):02d}" if month <= _MOST else ""
    found = _PARTS.search(text)
    if not found:
        return ""
    month = _month(found["month"] or "")
    day = found["day"] or found["day2"]
    if month and day and 1 <= int(day) <= _LONGEST:
        return f"{found['year']}-{month:02d}-{int(day):02d}"
    return f"{found['year']}-{month:02d}" if month else str(found["year"])


_MOST, _LONGEST = 12, 31


def _month(word: str) -> int:
    low = word.lower()
    return next((number for name, number in _MONTHS.items() if low.startswith(name)), 0)


def period_in_cell(text: str) -> Period:
    """The period that a cell or a label's value gives: "2021-2024", "sept. 2022", "tot 2025"."""
    found = _RANGE.search(text)
    if found:
        return _ranged(found)
    ends = re.match(rf"\s*(?:tot(?: en met)?|t/m|until|till|to)\s+({_DATE})", text, re.IGNORECASE)
    if ends:
        return Period("", date_of(ends[1]))
    only = re.search(_DATE, text, re.IGNORECASE)
    return Period(date_of(only[0])) if only else Period()


def _ranged(found: re.Match[str]) -> Period:
    end = date_of(found["end"])
    start = date_of(found["start"])
    if not start:  # "maart - juni 2022"
        start = date_of(f"{found['start']} {end[:4]}")
    return Period(start, end)


def period_said(text: str) -> Period:
    """The period that a sentence gives of what it is about."""
    found = _RUNS.search(text)
    if found:
        return _ranged(found)
    starts, ends = _STARTS.search(text), _ENDS.search(text)
    return Period(
        date_of(starts["date"] or starts["date2"]) if starts else "",
        date_of(ends["date"] or ends["date2"]) if ends else "",
    )


_BRACKETED = re.compile(r",?\s*\((?P<start>(?:19|20)\d\d)(?:\s*[-–/]\s*(?P<end>(?:19|20)\d\d))?\)")


def period_behind(text: str, at: int) -> Period:
    """The years in brackets behind a name that ends there: "Blue Skills (2018-2023)"."""
    found = _BRACKETED.match(text, at)
    if not found:
        return Period()
    return Period(found["start"], found["end"] or found["start"])
