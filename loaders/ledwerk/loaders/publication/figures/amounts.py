"""Quantities in text: money, per cents and counts, with range, precision and what is counted.

[precision] [sign] number [scale] [sign] ["tot" number …] [unit]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ledwerk.loaders.publication.figures.money_words import GIVES
from ledwerk.loaders.publication.layout.counting_words import SMALL_NUMBERS

_SIGNS = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euro's": "EUR", "euros": "EUR", "£": "GBP",
    "gbp": "GBP", "pound": "GBP", "pounds": "GBP", "pond": "GBP", "$": "USD", "usd": "USD",
    "dollar": "USD", "dollars": "USD", "sek": "SEK", "dkk": "DKK", "nok": "NOK", "chf": "CHF",
}  # fmt: skip
_SCALES = {
    "duizend": 1e3, "thousand": 1e3, "k": 1e3, "miljoen": 1e6, "mln": 1e6, "million": 1e6,
    "mio": 1e6, "m": 1e6, "miljard": 1e9, "mld": 1e9, "mrd": 1e9, "billion": 1e9, "bn": 1e9,
}  # fmt: skip
_WORDS = SMALL_NUMBERS | {
    "dertien": 13, "veertien": 14, "vijftien": 15,
    "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19, "twintig": 20, "dertig": 30,
    "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80, "negentig": 90,
    "honderd": 100, "tweehonderd": 200, "driehonderd": 300, "duizend": 1000, "tweetal": 2,
    "anderhalf": 1.5, "anderhalve": 1.5, "drietal": 3, "viertal": 4,
    "vijftal": 5, "zestal": 6, "tiental": 10,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_UNITS_NL = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TENS_NL = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_UNITS_EN = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TENS_EN = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# "vierendertig", "tweeëntwintig"; "twenty-three"
_WORDS |= {
    f"{one}{'ën' if one.endswith(('ee', 'ie')) else 'en'}{ten}": _WORDS[ten] + i
    for ten in _TENS_NL for i, one in enumerate(_UNITS_NL, start=1)
} | {
    f"{ten}-{one}": _WORDS[ten] + i
    for ten in _TENS_EN for i, one in enumerate(_UNITS_EN, start=1)
}  # fmt: skip
_HUNDREDTHS = {"pence": "GBP", "eurocent": "EUR", "eurocents": "EUR", "cent": "EUR"}
_PRECISION = (
    r"ruim|circa|ca\.?|ongeveer|bijna|meer dan|minder dan|minstens|minimaal|ten minste|tenminste|"
    r"maximaal|hooguit|zo['’]n|rond de|tegen de|krap|een kleine|een dikke|naar schatting|"
    r"about|around|nearly|almost|more than|less than|fewer than|over|at least|up to|"
    r"approximately|approx\.?|some|just over|just under|roughly|an estimated|well over"
)
_NUMBER = r"\d{1,3}(?:[.,\u2009\u202f ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?"
_SCALE = r"duizend|thousand|miljoen|mln\.?|million|mio|miljard|mld\.?|mrd|billion|bn|m|k"
_SIGN = r"€|£|\$|EUR|GBP|USD|SEK|DKK|NOK|CHF"
_UNIT_SIGN = (
    r"pence|eurocents?|cent|euro['’]?s?|pounds?|pond|dollars?|EUR|GBP|USD|SEK|DKK|NOK|kronor|kroner"
)
_ANY = "|".join(sorted(_WORDS, key=len, reverse=True))
_PERCENT = r"(?:%|procent\b|percent\b|per cent\b)"
_QUANTITY = re.compile(
    rf"(?<![\w.,/-])(?:(?P<precision>{_PRECISION})\s+)?(?:(?P<sign>{_SIGN})\s{{0,3}})?"
    rf"(?P<number>{_NUMBER}|(?:{_ANY})\b)"
    rf"(?:(?:\s?{_PERCENT}\s?(?:-|–|tot|à|to|and)\s?(?={_NUMBER}\s?{_PERCENT})|"
    rf"\s?(?:-|–|tot|à|to|to about|and)\s?(?:{_SIGN})?\s?)(?P<to>{_NUMBER})(?=\s?(?:%|[a-zà-ÿ])))?"
    rf"(?:,-|,--|,–)?(?:\s?(?P<scale>{_SCALE})(?![\w]))?"
    rf"(?:\s?(?:(?P<percent>%|procent\b|percent\b|per cent\b|procentpunten?\b)|"
    rf"(?P<after>{_UNIT_SIGN})(?!\w)))?",
    re.IGNORECASE,
)
# A "ton" of money is a hundred thousand euros; of anything else it is a weight.
_TON = re.compile(
    rf"(?<![\w.,-])(?:(?P<precision>{_PRECISION})\s+)?(?P<number>{_NUMBER}|(?:{_ANY})\b) ton"
    r"(?= (?:euro|subsidie|bij\b|beschikbaar|budget|aan (?:subsidie|cofinanciering)))(?: euro)?|"
    # "de gemeente legt er twee ton in": a small number, nothing weighed, and somebody gives
    rf"(?<![\w.,-])(?P<small>(?:{_ANY})\b|\d(?:[.,]\d)?(?![\d.,])) ton(?=[.,;)]|$|"
    rf" (?:(?:en|voor|in|uit|toe|"
    r"opzij|extra|daarvan|gegeven|ingelegd|bijgelegd|toegezegd|toegekend|betaald|gereserveerd|"
    r"vrijgemaakt|neer|neergelegd|op tafel|gekost|te geven)\b))",
    re.IGNORECASE,
)
# "Begroting: 1,1 ton": behind a word for money it is money as well.
_TON_OF = re.compile(
    rf"\b(?:kost|kosten|kostte|begroting|begroot(?: op)?|budget|subsidie|bijdrage|bedrag)\b"
    rf"(?:\s(?:van|is|bedraagt|was|op))?:?\s(?:(?P<precision>{_PRECISION})\s+)?"
    rf"(?P<number>{_NUMBER}|(?:{_ANY})\b) ton\b(?! [a-z])",
    re.IGNORECASE,
)
_THOUSAND = 1000
_TIMES_BEFORE = re.compile(r"[x×*]\s{0,3}$", re.IGNORECASE)
_AFTER_NUMBER = re.compile(r"[\w/]|-[\w]|[.,]\d|:\d")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in text. `unit` is a currency's code, "%", or empty for a count.

    `to` is the higher end of a range. `worded` tells that it is written out ("vier"), `plain` that
    it is four digits and nothing else, as a year is.
    """

    value: float
    start: int
    end: int
    unit: str = ""
    to: float | None = None
    precision: str = ""
    worded: bool = False
    plain: bool = False

    @property
    def money(self) -> bool:
        """Whether it is a sum of money."""
        return self.unit not in ("", "%")


def quantities(text: str, language: str) -> Iterator[Quantity]:
    """The quantities of a text, in order; numbers read as its language writes them."""
    tons = [*_TON.finditer(text), *_TON_OF.finditer(text)] if language == "nl" else []
    tons = [ton for ton in tons if not ton.groupdict().get("small") or _of_giving(text)]
    made = [one for ton in tons if (one := _tons(ton, language))]
    for found in _QUANTITY.finditer(text):
        if any(ton.start() <= found.end("number") - 1 < ton.end() for ton in tons):
            continue
        if language == "nl" and found["number"].lower() == "ten":
            continue  # "ten noorden van"
        if _AFTER_NUMBER.match(text, found.end()) and not found["percent"] and not found["after"]:
            continue
        one = _quantity(found, language)
        in_thousands = one is not None and one.value == _THOUSAND
        if in_thousands and _TIMES_BEFORE.search(text[: found.start()]):
            continue  # "(x € 1.000)"
        if one is not None:
            made.append(one)
    yield from sorted(made, key=lambda one: one.start)


def _tons(ton: re.Match[str], language: str) -> Quantity | None:
    group = "number" if ton["number"] else "small"
    count = _value(ton[group], language)
    if count is None:
        return None
    precision = (ton["precision"] or "").lower()
    value = round(count * 1e5, 6)
    return Quantity(value, ton.start(group), ton.end(), "EUR", precision=precision)


def _of_giving(text: str) -> bool:
    """Whether a sentence is about money that somebody gives, and weighs nothing."""
    return GIVES.search(text) is not None and _WEIGHED.search(text) is None


_WEIGHED = re.compile(
    r"\b(?:co2|kilo(?:gram)?|afval|gewicht|weegt|wegen|woog|oogst\w*|laad\w*|"
    r"lading|vracht|uitstoot|stikstof|slib|per hectare|per jaar|per dag)\b",
    re.IGNORECASE,
)


# "Kosten: 9.400.000, waarvan 2.200.000 uit …": money without a sign, by the word before it.
_COSTING = re.compile(
    r"(?:\b(?:(?:project|plan|stichtings|bouw|investerings|proces|meer)?kost(?:en|te|t)?|begroting|"
    r"begroot|budget|projectsom|projectomvang|omvang|financiering|cofinanciering|subsidies?|"
    r"bijdragen?|"
    r"dekking|gevraagd|toegezegd|toegekend|cost(?:s|ing)?|grants?|funding|contributions?|value)"
    r"(?: (?:van|is|zijn|op|bedra(?:agt|gen)|was|waren|of|at|in totaal|totaal|in total|total))?"
    r"(?: \((?:in )?(?:euro['’]?s?|pounds|totaal|total)\))?:?|"
    r"\b(?:waarvan|daarvan|hiervan|of which)) $",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"[^.;:\d]{0,60}(?:,|\b(?:en|and|plus|waarvan|daarvan|of which))"
    r"(?: (?:waarvan|of which|nog))? $|; $"
)
_NOTHING_COUNTED = re.compile(
    r"\s*(?:[.,;:)]|$|(?:aan|uit|van|voor|door|bij|in|tot|over|per|en|and|from|for|by|of|to|"
    r"gevraagd|aangevraagd|toegezegd|toegekend|gereserveerd|afkomstig|requested|granted|awarded|"
    r"pledged|reserved|Voortgang|Status|Looptijd)\b)"
)


def unsigned_sums(text: str, made: list[Quantity], currency: str) -> list[Quantity]:
    """Quantities with those as money that have no sign, but a word for what something costs."""
    told: list[Quantity] = []
    for one in made:
        start = told[-1].end if told else 0
        before = text[start : one.start]
        large = one.value >= _THOUSAND and one.to is None and not (one.plain or one.worded)
        goes_on = bool(told) and told[-1].money and _GOES_ON.fullmatch(before)
        sort = one.unit == "" and large and _NOTHING_COUNTED.match(text, one.end)
        if sort and (goes_on or _COSTING.search(before)):
            told.append(replace(one, unit=currency))
        else:
            told.append(one)
    return told


_IN_THREES = re.compile(r"\d{1,3}[.,]\d{3}")


def _quantity(found: re.Match[str], language: str) -> Quantity | None:
    worded = found["number"].lower() in _WORDS
    value = _value(found["number"], language)
    to = _read(found["to"], language) if found["to"] else None
    if value is None:
        return None
    scale = _SCALES[found["scale"].lower().rstrip(".")] if found["scale"] else 1
    short = found["scale"] and found["scale"].lower() in ("m", "k")
    sign = (found["sign"] or found["after"] or "").lower().replace("’", "'")
    if short and not sign:
        return None
    scale *= 0.01 if sign in _HUNDREDTHS else 1
    unit = _HUNDREDTHS.get(sign) or _SIGNS.get(sign, "SEK" if sign.startswith("kron") else "")
    if found["percent"]:
        unit = "%"
    elif unit and scale == 1 and _IN_THREES.fullmatch(found["number"]):
        value = float(re.sub(r"\D", "", found["number"]))  # money has no thousandths
    if to is not None and to <= value:
        to = None
    end = found.end()
    return Quantity(
        round(value * scale, 6), found.start(), end, unit,
        round(to * scale, 6) if to is not None else None,
        (found["precision"] or "").lower(), worded, re.fullmatch(r"\d{4}", found[0]) is not None,
    )  # fmt: skip


def _value(number: str, language: str) -> float | None:
    word = _WORDS.get(number.lower())
    return float(word) if word is not None else _read(number, language)


def _read(number: str, language: str) -> float | None:
    """A number as a language writes it; "1.730" is a thousand in Dutch, "1,730" in English."""
    text = re.sub(r"[\u2009\u202f ]", "", number)
    if text != number and re.fullmatch(r"\d{1,3}(?:[.,\u2009\u202f ]\d{3})+", number):
        return float(re.sub(r"\D", "", number))  # "17 754.150": two ways to part thousands
    thousands, decimal = (".", ",") if language == "nl" else (",", ".")
    if re.fullmatch(
        rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+(?:{re.escape(decimal)}\d+)?", text
    ):
        return float(text.replace(thousands, "").replace(decimal, "."))
    if re.fullmatch(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+", text):
        return float(re.sub(r"[.,]", "", text))
    plain = text.replace(decimal, ".") if text.count(decimal) == 1 else text
    plain = plain if plain.count(".") <= 1 and "," not in plain else plain.replace(",", ".", 1)
    try:
        return float(plain)
    except ValueError:
        return None
