"""Numbers and dates as other people write them, into what a value type never doubts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from ledwerk.schema.errors import InvalidValue
from ledwerk.schema.names import fold

# Numbers: into digits with a dot.

_SPACES = str.maketrans(dict.fromkeys(" \t\u00a0\u2009\u202f'’"))
# What may stand before or after a number, folded and without spaces and dots, and what it means:
# a currency or a unit says nothing of the number, other words multiply it.
_UNITS = (
    "€ eur euro euros $ usd us$ dollar £ gbp sek nok dkk isk chf fr sfr pln zl czk kc huf ft kr :- "
    "% pct procent percent prozent ca circa c. ± ~"
)
_TIMES = {
    1_000: "k t tsd tds duizend dzd thousand tusen tausend mille mil",
    1_000_000: "m mn mio mln mill mil. miljoen million millions millionen millioner miljon miljoner"
    " millon millones milioni",
    1_000_000_000: "mrd md mld bn miljard milliard milliards miljarder milliarden billion billions",
}
_MEANT: dict[str, int] = {
    **dict.fromkeys(_UNITS.split(), 1),
    **{word: times for times, words in _TIMES.items() for word in words.split()},
}
# Written as one: T€, M€, Mkr, tkr, k€.
_GLUED = re.compile(r"(k|t|m|mn|mio|mln|md|mrd)(€|eur|euro|kr|sek|nok|dkk|chf|usd|\$|£|gbp)")
_AROUND = re.compile(r"([^\d+\-−.,]*)([+\-−]?[\d.,]*\d)([.,][-–—]+)?(\D*)")


def _bare(text: str, example: str) -> tuple[str, int]:
    """The number without spaces, currency and unit, and what these multiply it by."""
    match = _AROUND.fullmatch(text.translate(_SPACES))
    if not match:
        raise _no_number(text, example)
    times = 1
    for words in (match[1], match[4]):
        for word in _words(words):
            if word not in _MEANT:
                raise _no_number(text, example)
            times *= _MEANT[word]
    return match[2].replace("−", "-"), times


def _words(text: str) -> Iterator[str]:
    word = fold(text).strip(".,;()[]")
    if word in _MEANT or not word:
        yield from [word] if word else []
    elif glued := _GLUED.fullmatch(word):
        yield from glued.groups()
    else:  # `mlneuro`, `€mio`: the longest that it begins with, and the rest
        start = max((one for one in _MEANT if len(one) > 1 and word.startswith(one)), key=len,
                    default=word[0] if word[0] in "€$£%~±" else "")  # fmt: skip
        if not start or start == word:
            yield word
        else:
            yield start
            yield from _words(word[len(start) :])


def _no_number(text: str, example: str) -> InvalidValue:
    return InvalidValue(f"{text!r} is not a number as this table writes it", example)


def _grouped(thousands: str, decimal: str, example: str) -> Callable[[str], str]:
    group = f"[{re.escape(thousands)}]" if thousands else "(?!)"
    right = re.compile(
        rf"([+-]?(?:\d{{1,3}}(?:{group}\d{{3}})+|\d+))(?:[{re.escape(decimal)}](\d+))?"
    )

    def read(text: str) -> str:
        bare, times = _bare(text, example)
        match = right.fullmatch(bare)
        if not match:
            raise _no_number(text, example)
        whole = re.sub(r"[.,]", "", match[1])
        return _multiplied(_undoubted(whole, match[2]), times)

    return read


def _multiplied(number: str, times: int) -> str:
    if times == 1:
        return number
    whole, _, fraction = format(Decimal(number) * times, "f").partition(".")
    return _undoubted(whole, fraction.rstrip("0"))


_PLAIN = re.compile(r"([+-]?\d+)(?:\.(\d+))?([eE][+-]?\d+)?")


def _plain_number(text: str) -> str:
    if text.isdecimal() and text.isascii():
        return text
    match = _PLAIN.fullmatch(text)
    if not match:
        raise InvalidValue(f"{text!r} is not a plain number", "digits and a dot, such as 1234.56")
    return text if match[3] else _undoubted(match[1], match[2])


def _undoubted(whole: str, fraction: str | None) -> str:
    """Three digits after the sign could be thousands; a fourth says that they are not."""
    if not fraction:
        return whole
    return f"{whole}.{fraction}0" if len(fraction) == 3 else f"{whole}.{fraction}"


_BOTH_DOTS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_BOTH_COMMAS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")


def sure_number(text: str) -> str:
    """A number that can be read in one way only, whatever its notation; others stay as they are.

    `1.238.920` and `1.234,5` have thousands, `12,5` has decimals; `1.234` may be either.
    """
    if text.isdecimal() and text.isascii():
        return text
    if _PLAIN.fullmatch(text):
        return text
    try:
        bare, times = _bare(text, "")
    except InvalidValue:
        return text
    for form, notation in ((_BOTH_DOTS, "nl"), (_BOTH_COMMAS, "en")):
        if form.fullmatch(bare) and len(re.findall(r"[.,]", bare)) > 1:
            return _multiplied(NUMBERS[notation](bare), times)
    if times == 1 or re.search(r"[.,]\d{3}$", bare):
        return bare if re.fullmatch(r"[+-]?\d+(?:[.,]\d+)?", bare) else text
    return _multiplied(NUMBERS["decimal"](bare), times)


NUMBERS: dict[str, Callable[[str], str]] = {
    "nl": _grouped(".", ",", "such as 1.234,56"),
    "en": _grouped(",", ".", "such as 1,234.56"),
    "sv": _grouped("", ",", "such as 1 234,56"),
    "ch": _grouped("", ".", "such as 1'234.56"),
    "decimal": _grouped("", ".,", "such as 1234.56 or 1234,56, without thousands"),
    "plain": _plain_number,
}
# The same notation under the names of other languages that have it.
NUMBERS |= dict.fromkeys(("de", "es", "it", "da", "pt"), NUMBERS["nl"])
NUMBERS |= dict.fromkeys(("fr", "fi", "no", "pl", "cs"), NUMBERS["sv"])

# Dates: into ISO order; whether the day exists is the value type's question.

_MONTHS = (
    "jan januari january januar janvier enero gennaio janv ene gen janeiro jaen janner",
    "feb februari february februar fevrier febrero febbraio fev fevr febr fevereiro feber",
    "mrt maart mar march marz mars marzo maerz mrz marts marco",
    "apr april avril abril aprile avr abr",
    "mei may mai maj mayo maggio mag maio",
    "jun juni june juin junio giugno giu junho",
    "jul juli july juillet julio luglio juil lug julho",
    "aug augustus august augusti aout agosto ago augusto",
    "sep sept september septembre septiembre settembre set setembro",
    "okt oktober oct october octobre octubre ottobre ott out outubro",
    "nov november novembre noviembre novembro",
    "dec december dez dezember decembre diciembre dicembre dic des desember dezembro",
)
_MONTH = {word: at for at, words in enumerate(_MONTHS, 1) for word in words.split()}
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}.*")
_THREE = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})")
_DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})")
_TWO = re.compile(r"(\d{1,2})[-/. ]+(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEAR_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})")
_NAMED = re.compile(
    r"(?:\w+, ?)?(?:(\d{1,2})(?:\.|er|o|st|nd|rd|th|e)?[- ]*(?:de |den )?)?"
    r"([a-z]{3,})\.?(?: (\d{1,2})(?:st|nd|rd|th)?,)?[- ]*(?:de |del )?(\d{4}|'\d{2})"
)
_QUARTER = re.compile(
    r"(?:q|k|t|kw|kv)([1-4])[-/ ]*(\d{4})|(\d{4})[-/ ]*(?:q|k|t|kw|kv)([1-4])"
    r"|([1-4])(?:e|\.|er|o|st|nd|rd|th)? ?"
    r"(?:kwartaal|quartal|quarter|trimestre|kvartal(?:et)?) (\d{4})"
)


def sure_date(text: str) -> str:
    """A date that can be read in one way only: ISO, with the month in words, or with dots."""
    bare = _TIME.sub("", text)
    if match := _DOTTED.fullmatch(bare):
        return _day(match[3], match[2], match[1])
    return _named(bare) or _iso(bare)


def _iso(text: str) -> str:
    bare = _TIME.sub("", text)
    match = _YEAR_FIRST.fullmatch(bare) or _COMPACT.fullmatch(bare)
    if match:
        return _day(*match.groups())
    if match := _YEAR_MONTH.fullmatch(bare):
        return f"{match[1]}-{int(match[2]):02d}"
    return _named(bare) or bare


def _named(text: str) -> str:
    """A date with its month in words, or a quarter of a year; empty for another."""
    folded = fold(text).strip(" .")
    if match := _QUARTER.fullmatch(folded):
        quarter = int(next(g for g in (match[1], match[4], match[5]) if g))
        year = next(g for g in (match[2], match[3], match[6]) if g)
        return f"{year}-Q{quarter}"
    match = _NAMED.fullmatch(folded)
    month = _MONTH.get(match[2], 0) if match else 0
    if not match or not month:
        return ""
    year = _year(match[4].lstrip("'"))
    day = match[1] or match[3]
    return f"{year}-{month:02d}" + (f"-{int(day):02d}" if day else "")


def _day(year: str, month: str, day: str) -> str:
    return f"{_year(year)}-{int(month):02d}-{int(day):02d}"


def _year(text: str) -> str:
    """Two digits are of 1970 to 2069."""
    if len(text) == 4:
        return text
    return f"{'19' if int(text) >= 70 else '20'}{text}"


def _day_first(text: str) -> str:
    bare = _TIME.sub("", text)
    if match := _THREE.fullmatch(bare):
        return _day(match[3], match[2], match[1])
    return _month_or_iso(bare)


def _month_first(text: str) -> str:
    bare = _TIME.sub("", text)
    if match := _THREE.fullmatch(bare):
        return _day(match[3], match[1], match[2])
    return _month_or_iso(bare)


def _month_or_iso(text: str) -> str:
    match = _TWO.fullmatch(text)
    return f"{match[2]}-{int(match[1]):02d}" if match else _iso(text)


_SECONDS = re.compile(r"-?\d{1,13}(?:\.\d+)?")


def _unix(text: str) -> str:
    """Seconds or milliseconds since 1970: the day whose midnight is nearest, in any time zone."""
    if not _SECONDS.fullmatch(text):
        raise InvalidValue(f"{text!r} counts no seconds since 1970", "such as 1199142000")
    seconds = float(text) / (1000 if len(text.partition(".")[0].lstrip("-")) > 11 else 1)
    start = datetime(1970, 1, 1, tzinfo=UTC)
    return (start + timedelta(days=round(seconds / 86400))).date().isoformat()


def _year_only(text: str) -> str:
    """The year in a text such as `2014/15` or `FY 2014`."""
    match = re.search(r"(?<!\d)(?:1[89]|20)\d{2}(?!\d)", text)
    if not match:
        raise InvalidValue(f"{text!r} has no year in it", "such as 2016")
    return match[0]


DATES: dict[str, Callable[[str], str]] = {
    "iso": _iso, "dmy": _day_first, "mdy": _month_first, "unix": _unix, "year": _year_only,
}  # fmt: skip


def whole_quarter(text: str, *, last: bool) -> str:
    """`2016-Q3` as its first month, or its last; other texts as they are."""
    match = re.fullmatch(r"(\d{4})-Q([1-4])", text)
    if not match:
        return text
    return f"{match[1]}-{int(match[2]) * 3 - (0 if last else 2):02d}"


# Booleans.

_YES_WORDS = "yes ja oui si sì sí y j x ✓ ✔ true waar wahr vrai sant 1 aan on tak kylla kyllä"
_NO_WORDS = "no nee nein non nej n - ✗ false onwaar falsch faux falskt 0 uit off nie ei"
_YES, _NO = frozenset(_YES_WORDS.split()), frozenset(_NO_WORDS.split())


def boolean_word(text: str) -> str:
    """A word of other languages for yes or no as our own; others as they are."""
    word = unicodedata.normalize("NFC", text).casefold().strip(" .")
    if word in _YES:
        return "yes"
    return "no" if word in _NO else text
