"""When a project or programme runs: "loopt van 2021 tot en met 2024", "started in May 2020"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ledwerk.loaders.publication.layout.counting_words import SMALL_NUMBERS, longest_first

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
    r"spring|summer|autumn|early|late|mid|end of|the end of|the (?:start|beginning) of|"
    r"het begin van|het eind van)[\s-]+(?:van\s+|of\s+)?"
)
_DATE = (
    rf"(?:(?:{_SEASON})?(?:(?:\d{{1,2}}(?:st|nd|rd|th|"
    rf"e)?\s+)?(?:{_MONTH})\.?\s+(?:\d{{1,2}},\s+)?)?"
    r"(?:19|20)\d\d|(?<!\d)(?:\d{1,2}[-/.])?\d{1,2}[-/.](?:19|20)\d\d)"
)
_PARTS = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|e)?\s+)?(?:(?P<month>{_MONTH})\.?\s+)?"
    rf"(?:(?P<day2>\d{{1,2}}),\s+)?(?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"(?<!\d)(?:(?P<day>\d{1,2})[-/.])?(?P<month>\d{1,2})[-/.](?P<year>(?:19|20)\d\d)"
)
_UNTIL = (
    r"(?:\s*[-–—/]\s*|,?\s+(?:en\s+|and\s+)?(?:tot(?: en met)?|t/m|until|till|to|through|and|en|"
    r"up to)\s+)"
)
_RANGE = re.compile(
    rf"(?P<start>(?:{_DATE}|(?:{_MONTH})\.?)){_UNTIL}(?:(?:eind|end of|"
    rf"het einde van)\s+)?(?P<end>{_DATE})",
    re.IGNORECASE,
)
_RUNS = re.compile(
    rf"\b(?:loopt|lopen|liep(?:en)?|duurt|duren|duurde|looptijd|projectperiode|runs?|ran|running|"
    rf"draait|draaide|wordt uitgevoerd|werd uitgevoerd|will run|is funded|gefinancierd|lasts?|"
    rf"lasted|active|actief|gaande|project period)\b[^.;]{{0,40}}?{_RANGE.pattern}",
    re.IGNORECASE,
)
# A range by itself, where the sentence names what it is about: "van 2018 tot 2021".
_FROM_TO = re.compile(
    rf"(?:\b(?:van|vanaf|from|between|tussen|(?:in|voor|over) de (?:periode|jaren)|gedurende|"
    rf"during|"
    rf"(?:in|for|over) the (?:period|years))\s+(?:de jaren\s+)?|\(|^(?:[A-Z][\w ]{{2,20}}:\s*)?)"
    rf"{_RANGE.pattern}",
    re.IGNORECASE,
)
# What such a range is of, if it is a figure: "steeg van 2018 tot 2021 met 4 procent".
_GREW = re.compile(
    r"\b(?:steeg|stegen|daalde[n]?|groei(?:t|de|den)|nam(?:en)? (?:toe|af)|rose|fell|grew|"
    r"increased|decreased|dropped|verdubbelde|kromp|doubled|halved)\b",
    re.IGNORECASE,
)
_STARTS = re.compile(
    rf"\b(?:sinds|since|met ingang van|vanaf|as of|with effect from|"
    rf"(?:ging(?:en)?|gaat|gaan) (?:in|op|per)|met for the first time in)\s+(?P<date>{_DATE})",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf"(?:\b(?:tot(?: en met)?|t/m|until|eindigt? (?:in|op)|eindigde[n]? (?:in|op)|"
    rf"loopt (?:nog )?(?:door )?tot"
    rf"(?: en met)?|afgerond in|einde?:|afgesloten in|gereed in|ends? (?:in|on)|ended (?:in|on)|"
    rf"(?:was )?completed in|finish(?:es|ed) in|will end in|due to end in|closes? in|closed in|"
    rf"conclud(?:es?|ed|ing) (?:in|on)|wraps? up (?:in|on)|wrapped up (?:in|on)|expires? (?:in|on)|"
    rf"(?:draait|duurt|duren|gaan|gaat|loopt) (?:nog )?(?:door )?tot(?: en met)?|"
    rf"(?:is|are|was|were) (?:due|expected|scheduled|set) to (?:finish|end|close|conclude|be "
    rf"(?:completed|finished|ready)) (?:in|on|by)|due for completion (?:in|by)|"
    rf"will (?:finish|end|close|conclude|run until|be (?:completed|finished|ready))(?: (?:in|on|"
    rf"by))?|"
    rf"to be completed (?:in|by)|(?:einde|end|afronding|oplevering) (?:is )?(?:voorzien|gepland|"
    rf"verwacht|expected|planned|foreseen) (?:in|op|for)|continues? until|will continue until|"
    rf"completed (?:in|on)|"
    rf"finished (?:in|on)|wound up (?:in|on)|gereed (?:in|op)|opgeleverd (?:in|op)|"
    rf"afgerond (?:in|op)|afgesloten (?:in|op)|be[eë]indigd (?:in|op)|voltooid (?:in|op)|"
    rf"eind(?:igt|igde)? (?:in|op)|loopt af (?:in|op)|liep af (?:in|op)|moet klaar zijn (?:in|op)|"
    rf"is (?:in|op|per) (?={_DATE}\s+(?:afgerond|be[eë]indigd|afgesloten|gestopt|voltooid))|"
    rf"runs until|ran until|is klaar in|klaar in|gereed|(?:handover|completion|delivery|close|"
    rf"closure|oplevering|afronding|overdracht|sluiting) (?:is |staat )?(?:set|planned|scheduled|"
    rf"due|expected|gepland|voorzien|verwacht) (?:for|in|by|on|op|voor)|(?:zal|moet) (?:per|in|op)"
    rf"(?=\s(?:(?:eind|begin|medio) )?{_DATE}\s(?:aflopen|eindigen|stoppen|klaar zijn)))\s+"
    rf"(?:(?:eind|end of|the end of|het einde van)\s+)?(?P<date>{_DATE})|"
    rf"\b(?:[Ii]n|[Oo]p|[Oo]n)\s+(?P<date2>{_DATE})\s+(?:is\s+)?(?:(?!(?:and|"
    rf"en)\b)[\w’'-]+\s+){{0,5}}?"
    rf"(?:sloot|eindigde|eindigt|werd (?:\w+ ){{0,5}}?afgerond|afgerond|afgesloten|be[eë]indigd|"
    rf"voltooid|opgeleverd|ended|ends|was completed|finished|wound up|is klaar|klaar|"
    rf"loopt (?:\w+ ){{0,4}}?af|(?:liep(?:en)?|kwam(?:en)?|komt|komen)\s+(?:[\w’'-]+\s+){{0,6}}?"
    rf"(?:ten einde|tot een einde|af)|came to an end|comes to an end|came to a close|closed|closes|"
    rf"(?:must|should|moet|zal)\s+(?:[\w’'-]+\s+){{0,5}}?(?:be (?:finished|clear|ready)|klaar zijn|"
    rf"duidelijk zijn|gereed zijn)))",
    re.IGNORECASE,
)
# Any verb or noun of beginning or ending, with a date that only small words part from it.
_BEGINNING = (
    r"(?:g(?:ing|aat|ingen|aan)(?=[^.;]{0,60}\b(?:van start|open|de lucht in)\b)|startte[n]?|"
    r"starts?|started|starting|gestart|startdatum|start date|begon(?:nen)?|begin(?:t|nen|s)|began|"
    r"begun|beginning|launch(?:ed|es)?|gelanceerd|aanvang|aangevangen|(?:ving|vangt) aan|aftrap|"
    r"kick-?off|kicked off|kicks off|inaugurated|commenc(?:ed|es|ing)|under way|got going|opgezet|"
    r"set up|opgericht|in het leven geroepen|geopend|in gebruik(?: genomen)?|open(?:t|de|den|s|ed)|"
    r"(?:loopt|draait) sinds|(?:has run|running) since)"
)
_ENDING = (
    r"(?:sluit(?:en)?(?: (?:af|het))?|sloot|sloten|eindig(?:t|en|de|den)|einddatum|"
    r"end date|afgerond|"
    r"afgesloten|afronding|afloopt|opgeleverd|oplevering|voltooid|klaar|gereed|completed?|"
    r"completion|handover|delivery|overdracht|sluiting|einde|beëindigd|gestopt|af(?:lopen|loopt)|"
    r"loopt af|liep(?:en)? af|ten einde|tot een einde|came to (?:an end|a close)|"
    r"comes to (?:an end|a close)|"
    r"finish(?:es|ed)?|finishing|ends?|ended|ending|conclud(?:es?|ed|ing)|closes?|closed|closure|"
    r"wraps? up|wrapped up|wound up|expires?|(?:will |due to )?(?:run|continue)s? until)"
)
_GAP = r"(?:\s(?!(?:en|and)\b)[a-zà-ÿ’'-]+){0,5}?"
_BEGUN = re.compile(
    rf"\b{_BEGINNING}:?{_GAP}\s(?P<date>{_DATE})|\b(?P<date2>{_DATE}),?{_GAP}\s{_BEGINNING}\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    rf"\b{_ENDING}:?{_GAP}\s(?P<date>{_DATE})|\b(?P<date2>{_DATE}),?{_GAP}\s{_ENDING}\b|"
    rf"\b(?:in|op|eind|by|at the end of|per)\s(?P<date3>{_DATE}) (?:moet|moeten|zal|should|must) "
    r"[^.;]{0,60}\b(?:liggen|staan|draaien|af zijn|rond zijn|be (?:there|done|complete))\b",
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
        if not 1 <= month <= _MOST:
            return "" if numbers["day"] else str(numbers["year"])
        day = f"-{int(numbers['day']):02d}" if numbers["day"] else ""
        return f"{numbers['year']}-{month:02d}{day}"
    found = _PARTS.search(text)
    if not found:
        return ""
    month = month_of(found["month"] or "")
    day = found["day"] or found["day2"]
    if month and day and 1 <= int(day) <= _LONGEST:
        return f"{found['year']}-{month:02d}-{int(day):02d}"
    return f"{found['year']}-{month:02d}" if month else str(found["year"])


_MOST, _LONGEST = 12, 31


def month_of(word: str) -> int:
    """The number of a month by its name; 0 for another word."""
    low = word.lower()
    return next((number for name, number in _MONTHS.items() if low.startswith(name)), 0)


_COUNTS = {
    "een": 1, "één": 1, "one": 1, "anderhalf": 1.5, "anderhalve": 1.5, "tweeënhalf": 2.5,
    "vijftien": 15, "achttien": 18, "vierentwintig": 24, "dertig": 30, "zesendertig": 36,
    "fifteen": 15, "eighteen": 18, "twenty-four": 24, "thirty": 30, "thirty-six": 36,
    **SMALL_NUMBERS,
}  # fmt: skip
_LASTS = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{longest_first(dict.fromkeys(_COUNTS, 0))})[- ]"
    r"(?P<unit>maanden|months?|jaar|jaren|years?)\b",
    re.IGNORECASE,
)


# "schooljaren 2023-2024 tot en met 2025-2026": from the first year of the first to the last's last.
_SCHOOL_YEARS = re.compile(
    r"(?P<first>(?:19|20)\d\d)\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)(?!\d)(?:\s*,\s*(?:19|20)\d\d\s?[-–/]"
    r"\s?(?:(?:19|20)\d\d|\d\d)(?!\d)){0,6}(?:\s*[-–]\s*|\s+(?:tot(?: en met)?|t/m|until|to|"
    r"through|en|and|up to)\s+)(?:(?:het |the )?"
    r"(?:school|studie|academic |school )(?:jaar|year)\s+)?"
    r"(?P<last>(?:19|20)\d\d)\s?[-–/]\s?(?P<end>(?:19|20)\d\d|\d\d)(?!\d)"
)


def _school_years(text: str) -> str:
    """A text with a row of school years as the years from the first to the last."""
    return _SCHOOL_YEARS.sub(
        lambda f: f"{f['first']} tot en met {f['last'][: 4 - len(f['end'])]}{f['end']}", text
    )


def period_in_cell(text: str) -> Period:
    """The period that a cell or a label's value gives: "2021-2024", "sept. 2022", "tot 2025".

    "36 maanden, vanaf 1 januari 2023" ends on the last day of those months.
    """
    text = _written_out(_school_years(text))
    found = _RANGE.search(text)
    if found:
        return _ranged(found)
    ends = re.match(rf"\s*(?:tot(?: en met)?|t/m|until|till|to)\s+({_DATE})", text, re.IGNORECASE)
    if ends:
        return Period("", date_of(ends[1]))
    only = re.search(_DATE, text, re.IGNORECASE)
    start = date_of(only[0]) if only else ""
    lasts = _LASTS.search(text)
    return Period(start, _after(start, lasts) if start and lasts else "")


def _after(start: str, lasts: re.Match[str]) -> str:
    """The last day, month or year of what begins then and lasts so long."""
    word = lasts["count"].lower()
    count = _COUNTS.get(word) or int(word)
    monthly = lasts["unit"].lower().startswith(("maand", "month"))
    months = round(count if monthly else count * 12)
    parts = [int(part) for part in start.split("-")]
    if len(parts) == 1:
        return str(parts[0] + months // 12 - 1) if months >= 12 else str(parts[0])
    whole = parts[0] * 12 + parts[1] - 1 + months
    if len(parts) == 2:
        whole -= 1
        return f"{whole // 12}-{whole % 12 + 1:02d}"
    first = date(whole // 12, whole % 12 + 1, min(parts[2], 28))
    return (first - timedelta(days=1)).isoformat() if parts[2] <= 28 else ""


def _ranged(found: re.Match[str]) -> Period:
    end = date_of(found["end"])
    start = date_of(found["start"])
    if not start:  # "maart - juni 2022"
        start = date_of(f"{found['start']} {end[:4]}")
    return Period(start, end)


def _own(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """A beginning or end that is not of a part: "een campagne die … start", "start de groep"."""
    found = pattern.search(text)
    if found and (_OF_A_PART.search(text[: found.start()]) or _A_GROUP.match(text, found.end())):
        return None
    return found


_OF_A_PART = re.compile(
    r"(?<!,)(?<! project)(?<!programma)(?<!programme)(?<! scheme)(?<! pilot)(?<! of work) "
    r"(?:die|dat|which|that) (?:\w+ ){0,2}$"
)
_A_GROUP = re.compile(
    r"\s(?:de|het|een|the|a) (?:[a-z]+ ){0,2}(?:groep|lichting|cohort|klas|ronde|editie|group|"
    r"class|intake|round|edition)\b"
)


def _written_out(text: str) -> str:
    """A text with whole years behind months, "mei '24", and quarters as their year."""
    text = _SHORT_YEAR.sub(r"\g<month> 20\g<year>", text)
    return _QUARTER.sub("", text)


_SHORT_YEAR = re.compile(rf"\b(?P<month>{_MONTH})\.? ['’](?P<year>\d\d)\b", re.IGNORECASE)
_QUARTER = re.compile(
    r"\b(?:[QK][1-4]|(?:[1-4]e|eerste|tweede|derde|vierde|laatste|first|second|third|fourth|last) "
    r"(?:kwartaal|quarter))(?: van| of|,|/|-)?\s?(?=(?:19|20)\d\d)",
    re.IGNORECASE,
)
# "Het liep van 2020 tot juli 2023 en is verlengd, tot juli 2026": the later end counts.
_LONGER = re.compile(
    rf"\b(?:verlengd|extended|doorgetrokken|prolonged)\b[^.;]{{0,60}}?\b"
    rf"(?:tot(?: en met)?|t/m|until|to)\s+(?:(?:eind|end of|het einde van|the end of)\s+)?"
    rf"(?P<date>{_DATE})",
    re.IGNORECASE,
)


def period_said(text: str) -> Period:
    """The period that a sentence gives of what it is about, with how far it was extended."""
    period = _period_said(text)
    longer = _LONGER.search(text)
    return Period(period.start, date_of(longer["date"])) if longer else period


def _period_said(text: str) -> Period:
    """The period that a sentence gives of what it is about."""
    text = _written_out(_school_years(text))
    found = _RUNS.search(text)
    if found:
        return _ranged(found)
    starts, ends = _STARTS.search(text), _ENDS.search(text)
    ranged = _FROM_TO.search(text)
    if ranged:
        return Period() if _GREW.search(text) else _ranged(ranged)
    starts, ends = starts or _own(_BEGUN, text), ends or _own(_CLOSED, text)
    start = date_of(next(filter(None, starts.groups()), "")) if starts else ""
    end = date_of(next(filter(None, ends.groups()), "")) if ends else ""
    return _lasting(text, start) if not end else Period(start, end)


# "startte in mei 2024 en duurt vier jaar", "ran for 18 months from January 2023"
_FOR = re.compile(
    r"\b(?:duurt|duren|duurde|duurden|looptijd van|lasts?|lasted|will last|runs? for|ran for|"
    r"running for|will run for|gedurende|for a period of|voor een periode van|loopt|lopen)\s+"
    rf"(?:(?:in totaal|in all|about|ongeveer|precies|a further)\s+)?{_LASTS.pattern}|"
    rf"{_LASTS.pattern.replace('?P<count>', '?P<count2>').replace('?P<unit>', '?P<unit2>')}\s+"
    r"(?:lang|duurt|duren|duurde|loopt|lopen|liep)\b|"
    rf"(?<=\d\d\d\d),? (?:(?:en|and|for|voor) )?"
    rf"{_LASTS.pattern.replace('?P<count>', '?P<count3>').replace('?P<unit>', '?P<unit3>')}",
    re.IGNORECASE,
)
_MONTHS_LONG = re.compile("maand|month", re.IGNORECASE)
_FROM = re.compile(
    rf"\b(?:from|starting in|vanaf|met ingang van)\s+(?P<date>{_DATE})", re.IGNORECASE
)


_YEAR_ALONE = len("2022")


def _lasting(text: str, start: str) -> Period:
    """A start, with the end that follows where a sentence says how long it lasts."""
    lasts = _FOR.search(text)
    if not lasts:
        return Period(start, "")
    begins = _FROM.search(text) if not start else None
    start = date_of(begins["date"]) if begins else start
    told = _LASTS.search(lasts[0])
    dated = len(start) > _YEAR_ALONE  # "in 2022, for three years" may end in either of two years
    end = _after(start, told) if dated and told else ""
    half = told is not None and isinstance(_COUNTS.get(told["count"].lower()), float)
    in_years = told is not None and not half and not _MONTHS_LONG.match(told["unit"])
    return Period(start, end[:4] if in_years else end)  # "three years" is not meant to the day


_BRACKETED = re.compile(r",?\s*\((?P<start>(?:19|20)\d\d)(?:\s*[-–/]\s*(?P<end>(?:19|20)\d\d))?\)")
_IN_BRACKETS = re.compile(r"\((?P<inner>[^()]{4,80})\)")


def period_behind(text: str, at: int) -> Period:
    """The years in brackets behind a name that ends there: "Blue Skills (2018-2023)"."""
    found = _BRACKETED.match(text, at)
    if not found:
        return Period()
    return Period(found["start"], found["end"] or found["start"])


def period_in_brackets(text: str, at: int = 0) -> Period:
    """The range that brackets behind a place give among other things: "(2022-2025, € 2 "
    "miljoen)".
    """
    for found in _IN_BRACKETS.finditer(text, at):
        ranged = _RANGE.match(found["inner"].strip()) or _RANGE.search(found["inner"])
        if ranged:
            return _ranged(ranged)
    return Period()
