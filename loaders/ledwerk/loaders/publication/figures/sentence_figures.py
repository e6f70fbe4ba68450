"""What a sentence counts or measures: value, unit, year, whether it is aimed at, and a name.

Not every number is a figure: dates, years, addresses, telephone numbers, ordinals, numbers in names
and on pages are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ledwerk.loaders.publication.figures.amounts import Quantity, quantities, unsigned_sums
from ledwerk.loaders.publication.figures.figure_counts import TIME, is_counted
from ledwerk.loaders.publication.figures.figure_phrases import VERB, meant, shares
from ledwerk.loaders.publication.figures.money_words import REFUSED
from ledwerk.loaders.publication.layout.counting_words import MONTH, SMALL_NUMBER

_MONTH = rf"{MONTH}|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|oct|nov|dec"
_NOT_BEFORE = re.compile(
    r"(?:\b(?:nr|nummer|no|number|pagina|blz|p|page|pp|artikel|art|article|fase|phase|stap|step|"
    r"versie|version|deel|part|volume|vol|hoofdstuk|chapter|paragraaf|section|groep|klas|grade|"
    r"kwartaal|quarter|q|level|niveau|werkpakket|work package|wp|tabel|table|figuur|figure|fig|"
    r"bijlage|annex|appendix|regel|zaal|kamer|room|tel|telefoon|phone|fax|mobiel|postbus|po box|"
    r"agendapunt|punt|item|issue|jaargang|editie|lijn|route|horizon|agenda|programma|programme|"
    r"interreg|visie|vision|target|"
    rf"{_MONTH})\.?:?\s*|[#+]|(?:op|on|per|vanaf|tot|from|until|since|sinds) )$",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(
    rf"\s*(?:(?:st|nd|rd|th|e|ste|de)\b|(?i:{_MONTH})\b|uur\b|o['’]clock|a\.?m\b|p\.?m\b|:\d\d|"
    r"\.\d\d uur|[A-Z]{2}\b(?! )|[A-Z]{2} [A-Z]|jaar geleden|years ago|maanden geleden|months ago|"
    r"weken geleden|days ago|dagen geleden|-?jarig|-year-old|jaar oud|years old|°|"
    r"graden\b(?! meer)|degrees (?:C|F|celsius|centigrade)|km/|"
    r"(?:hour|day|week|month)s? (?:later|earlier))",
)
# What is numbered is not counted, whatever stands behind: "in vergadering 13 is besloten".
_NUMBERED = re.compile(
    r"\b(?:vergadering|bijeenkomst|zitting|overleg|hoofdstuk|bijlage|agendapunt|punt|pagina|"
    r"paragraaf|artikel|werkpakket|nummer|nr\.?|meeting|session|chapter|annex|appendix|item|page|"
    r"section|article|work package|paper|decision|resolution|"
    r"action|notitie|nota|stuk|agendastuk|besluit|actie|number|no\.) $",
    re.IGNORECASE,
)
# "vijf meer dan in 2020": of what the sentence has just counted.
_MORE = re.compile(
    r"\s+(?P<more>meer|minder|more|fewer|less) (?:dan|than)(?: in)?(?: (?P<year>(?:19|20)\d\d))?"
)
_ADDRESS = re.compile(
    r"[A-ZÀ-Þ][\w’'-]*(?:straat|weg|laan|kade|plein|singel|gracht|dijk|markt|haven|park|hof|pad|"
    r"steeg|baan|dreef|plantsoen| Street| Road| Lane| Avenue| Square| Quay)\s+$|\bKade\s+$"
)
_YEARS = re.compile(
    r"(?P<from>(?:19|20)\d\d)\s*(?:[-–/]|tot en met|t/m|tot|to|until)\s*(?P<to>(?:19|20)?\d\d)\b"
)
_YEAR = re.compile(
    r"\b(?:in|voor|tegen|eind|begin|medio|over|anno|sinds|by|for|during|since|until|end of|target|"
    r"doel|per)\s+(?:[a-z]+ )?(?P<year>(?:19|20)\d\d)\b(?!\s*[-–/]\s*\d)",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:doel|doelstelling|streven|streeft|mikken|mikt|ambitie|moet(?:en)?|zal|zullen|willen?|"
    r"gaan|beoogt|beogen|verwachten|verwacht|plannen|target|aims?|goals?|will|plans?|intends?|"
    r"hopes?|should|expects?|expected|opleveren)\b",
    re.IGNORECASE,
)
_ESTIMATED = re.compile(
    r"\b(?:schatting|geschat|prognose|prognoses|raming|geraamd|estimate[ds]?|forecast|projected)\b",
    re.IGNORECASE,
)
_PER = re.compile(
    r"\s*(?:[a-zà-ÿ]+\s+)?(?:per|a|each|ieder|elk|elke|iedere|every)\s+(?P<per>jaar|maand|week|dag|"
    r"inwoner(?: per jaar)?|year|month|day|inhabitant|head|hectare|huishouden|household|student|"
    r"deelnemer|participant|annum)\b|\s*(?P<yearly>jaarlijks|annually)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\s*(?P<word>[a-zà-ÿA-ZÀ-Þ][\w’'&/-]*)")
_SMALL_WORDS = """
    van de het een en of in op te aan door bij met voor om tot uit over die dat is zijn was
    waren wordt worden werd werden heeft hebben had er als dan naar per nu al ook zo meer
    minder the a an and or on at to for with by from that which are were has have it as than
    more less fewer not niet zich kan kunnen keer maal times groot onder tussen tegen zonder
    sinds vanaf binnen buiten between under within inside outside against without since until
    during about into onto near around iets something niets nothing toch maar but moet moeten
    valt vallen mag mogen zal zou
    """
_SMALL = frozenset(_SMALL_WORDS.split())
_TIMES = re.compile(r"\s*(keer|maal|times)\s+(?:zo|as|meer|more|hoger|higher|groter|larger)\b")
_DURATION = re.compile(
    r"\b(?:duur|duurt|duration|lasts?|runs for|period of|periode van)\b(?!:)[^.:]{0,25}$",
    re.IGNORECASE,
)
_LASTING = re.compile(
    rf"\b(?P<n>{SMALL_NUMBER}|\d{{1,2}})-?\s?(?:jarige?|year)\s"
    r"(?P<what>(?:[\w/-]+ )?[\w/-]*(?:traject|opleiding|course|apprenticeship))\b",
    re.IGNORECASE,
)
_MOST_ADJECTIVES = 3
_LONGEST_NAME = 70


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with what the text says about it."""

    quantity: Quantity
    unit: str
    name: str
    per: str = ""
    year: str = ""
    start: str = ""
    end: str = ""
    state: str = "observed"


_AROUND = 300  # letters around a number in which it is told what it measures


def figures_of(text: str, language: str, counted: str = "") -> Iterator[Figure]:
    """The figures of a sentence; `counted` is what was counted last before it."""
    for lasting in _LASTING.finditer(text):
        years = next(quantities(lasting["n"], language), None)
        if years:
            span = replace(years, start=lasting.start(), end=lasting.end())
            unit, lasts = ("jaar", "Duur") if language == "nl" else ("years", "Duration of")
            yield Figure(span, unit, capital(f"{lasts} {lasting['what']}"))
    parts = list(shares(text, language))
    for part in parts:
        share = Quantity(part.percent, part.start, part.end, "%")
        yield Figure(share, "%", capital(text[part.start : part.end]))
    yield from _single(text)
    money = "EUR" if language == "nl" else "GBP"
    for quantity in unsigned_sums(text, list(quantities(text, language)), money):
        if any(part.start <= quantity.start < part.end for part in parts):
            continue
        made = _figure(text, quantity, language, counted)
        if made is not None:
            yield made
            counted = made.unit if not quantity.unit else counted


_ONE = re.compile(r"(?<![\w-])(?:één|one) (?P<what>[a-zà-ÿ]{4,})")


def _single(text: str) -> Iterator[Figure]:
    """One of what the sentence counts beside: "5 bedrijven uit Nederland, één bedrijf uit Peru"."""
    for found in _ONE.finditer(text):
        stem = found["what"][:_STEM].lower()
        many = re.search(rf"\b\d+ {stem}\w*(?:en|s)\b", text[: found.start()], re.IGNORECASE)
        if many:
            one = Quantity(1, found.start(), found.end("what"), worded=True)
            yield Figure(one, found["what"], capital(f"{found['what']} {text[found.end() :][:30]}"))


_STEM = 5  # letters that a noun and its plural share


def _figure(text: str, quantity: Quantity, language: str, counted: str) -> Figure | None:
    before = text[max(0, quantity.start - _AROUND) : quantity.start]
    after = re.sub(r"^\+?[*_]{0,3}", "", text[quantity.end : quantity.end + _AROUND])
    told = _by_phrase(quantity, before, after, language, counted)
    if told is not None or _none(quantity, before, after):
        return told
    if not quantity.unit:
        quantity = replace(quantity, unit=_unit_behind(quantity, after, language))
    unit = quantity.unit or _unit(after, opening=not before.strip()) or _number_of(before)
    known = quantity.unit or not quantity.worded or is_counted(quantity, unit, before, after)
    if not known or not (unit or _labelled(before, after)):
        return None
    per = _PER.match(after[len(unit) + 1 :] if unit and not quantity.unit else after)
    year, start, end = _when(before, after)
    if not unit:
        label = _name(before, after, quantity, unit)
        unit = label[:1].lower() + label[1:]
    return Figure(
        quantity, unit, _name(before, after, quantity, unit),
        (per["per"] or "jaar").lower() if per else "", year, start, end, _state(before + after),
    )  # fmt: skip


def _by_phrase(
    quantity: Quantity, before: str, after: str, language: str, counted: str
) -> Figure | None:
    """A figure that a phrase tells: of what was counted before."""
    if _PRINTED.search(before) and not quantity.unit:
        unit = "exemplaren" if language == "nl" else "copies"
        return Figure(quantity, unit, "Oplage" if language == "nl" else "Print run")
    same = meant(quantity, before, after, counted)
    if same and not (is_year(quantity) and quantity.plain):
        year, start, end = _when(before, after)
        state = _state(before + after)
        return Figure(quantity, same, capital(same), "", year, start, end, state)
    more = _MORE.match(after) if counted and not quantity.unit else None
    if more and not _none(quantity, before, after):
        than = after[more.end("more") : more.end()]
        return Figure(quantity, counted, capital(f"{more['more']} {counted}{than}"))
    return None


_PRINTED = re.compile(
    r"\b(?:oplage|print run|circulation)(?: (?:van|is|bedraagt|was|of))?:? "
    r"(?:(?:ca\.?|circa|ongeveer|about|some) )?$",
    re.IGNORECASE,
)


def _unit_behind(quantity: Quantity, after: str, language: str) -> str:
    """A unit that is told only behind: by the second of two numbers, or by what money does."""
    if _MONEY_BEHIND.match(after) and quantity.value >= _MILLION:
        return "EUR" if language == "nl" else "GBP"
    return "%" if _PERCENT_BEHIND.match(after) else ""


# "van 9,1 naar 7,4 procent"
_PERCENT_BEHIND = re.compile(
    r"\s*(?:naar|tot|to)\s+\d{1,3}(?:[.,]\d{1,2})?\s?(?:%|procent\b|per ?cent\b)"
)
# "20,4 miljoen beschikbaar": money without a sign.
_MONEY_BEHIND = re.compile(
    r"\s*(?:beschikbaar|besteed|uitgegeven|toegezegd|gereserveerd|vastgelegd|gekost|betaald|"
    r"toegekend|spent|pledged|bij\b|subsidie\b|available\b|in funding\b)"
)
_MILLION = 1_000_000


def _none(quantity: Quantity, before: str, after: str) -> bool:
    """Whether a number measures nothing."""
    if _is_numbering(quantity, before, after) or _VOTES.match(after):
        return True
    if quantity.unit:
        every = re.search(r"\b(?:every|each|elke|iedere)\s+$", before)
        refused = quantity.money and REFUSED.search(f"{before} {after}")
        share = quantity.unit == "%" and _OF_A_SUM.search(before)
        return bool(every or refused or share)
    if _NUMBERS_A_HEAD.match(after) and not before.strip() and not quantity.worded:
        return quantity.value < _MOST_HEADS
    address = _ADDRESS.search(before) and not _NOUN.match(after)
    year = is_year(quantity) and (quantity.plain or quantity.to is not None)
    hours = quantity.value >= _MANY and not quantity.plain and _HOURS.match(after)
    not_after = _NOT_AFTER.match(after) and not hours
    if not_after or address or year or _lasts(quantity, before, after) or _aged(quantity, before):
        return True
    if re.search(r"(?:19|20)\d\d\s?[-–/]\s?$", before) or _NUMBERED.search(before):
        return True
    alone = _NOT_BEFORE.search(before) is not None and not _WORD.match(after)
    return alone and not _number_of(before)  # "het aantal leden steeg tot 1,3 miljoen"


def _is_numbering(quantity: Quantity, before: str, after: str) -> bool:
    """Whether a number is a paragraph's, "6.2 Auditors: …", or no sum at all, as in "(£000)"."""
    if quantity.money:
        return not quantity.value
    opens = _OPENS_ONE.match(after) and _ENDED.search(before)
    return bool(opens and _PARAGRAPH.fullmatch(f"{quantity.value:g}"))


_PARAGRAPH = re.compile(r"\d{1,2}\.\d{1,2}")
_OPENS_ONE = re.compile(r" (?:[A-Z]{4,}|[A-ZÀ-Þ][a-zà-ÿ]+)\b")
_ENDED = re.compile(r"(?:^|[.!?:;”\"] ?)$")
_VOTES = re.compile(
    r"\s*(?:stem(?:men)?|tegenstemmen|onthoudingen|votes?|abstentions?)\b(?! aan)", re.IGNORECASE
)


def _aged(quantity: Quantity, before: str) -> bool:
    """Whether a number is somebody's age: "timmerlieden boven de veertig"."""
    return quantity.value < _MANY and _AGED.search(before) is not None


_HOURS = re.compile(r"\s*uur\b")
_AGED = re.compile(
    r"\b(?:(?:boven|onder|ver in|rond|voorbij|vanaf|ouder dan|jonger dan) de|ouder dan|jonger dan|"
    r"(?:people|men|women|those|residents|workers|anyone|everyone) (?:over|under|aged)|aged|"
    r"tussen de|between the ages of) $",
    re.IGNORECASE,
)
# A share in brackets behind a sum: "€ 62.000 (100 % Fluvius)".
_OF_A_SUM = re.compile(
    r"(?:[€£]\s?[\d.,]+|\d ?(?:euro|EUR|miljoen|million|mln|m|k|bn))(?: (?:euro|EUR))? ?\($"
)


def _lasts(quantity: Quantity, before: str, after: str) -> bool:
    """Whether a number is of a span of time, and no result or count of many hours."""
    if quantity.value >= _MANY or not TIME.match(_unit(after)):
        return False
    return not _TIMES.match(after) and not _DURATION.search(before)


_NOUN = re.compile(r" [a-zà-ÿ-]{4,}(?:en|s)\b")
# "4 Three questions for Tessa": the number of a heading.
_NUMBERS_A_HEAD = re.compile(
    r"\.? (?=[A-ZÀ-Þ][a-zà-ÿ]+(?:\s|$))(?!\w+(?:en|s) (?:komen|zijn|zitten))"
)
_MOST_HEADS = 30
_MANY = 100  # hours and nights from here on are a count of them, and no span of time


def is_year(quantity: Quantity) -> bool:
    """Whether a number may be a year."""
    return 1900 <= quantity.value <= 2100


def _unit(after: str, *, opening: bool = False) -> str:
    """What is counted: the first noun behind a number, with the words in between."""
    if re.match(
        r"\s*(?:vorig|volgend|komend|last|next|dit|this|deze|previous)\b", after, re.IGNORECASE
    ):
        return ""
    times = _TIMES.match(after)
    if times:
        return times[1]
    beside = _BESIDE.match(after)
    if beside:
        return beside["what"]
    at, words = 0, list[str]()
    while len(words) <= _MOST_ADJECTIVES:
        found = _WORD.match(after, at)
        if not found or (words and after[at : found.start("word")].strip()):
            break
        word = found["word"]
        if word.lower() in _SMALL or VERB.fullmatch(word):
            break
        if word[0].isupper() and not words and not opening and not _SHORT.match(word):
            break
        if TIME.match(word):
            return " ".join([*words, word])
        if words and word[0].isupper() and re.fullmatch(r"[a-z]+t", words[-1]):
            return ""  # "in hal 7 werkt Krimpmetaal"
        words.append(word)
        at = found.end()
        if re.search(r"(?:en|s|'s|’s)$", word) and not re.search(r"(?:ische|ste|sche)$", word):
            break
        if re.match(r"\s*[.,;:!?)]|$", after[at:]):
            break
    return " ".join(words)


# "15 van de 18 gemeenten", "24 instead of 40 students": the noun stands behind the other number.
_BESIDE = re.compile(
    r"\s*(?:van de|of the|out of|in plaats van|instead of|rather than|naar|to) "
    r"(?:\d{1,3}(?:[.,]\d{3})*|\d{1,6}|[a-zà-ÿ]{3,12}) "
    r"(?P<what>[a-zà-ÿ-]{3,}(?:en|s)|people|leden|mensen)\b"
)
_SHORT = re.compile(r"[A-Z]{2,4}(?:s|’s|'s|-[\w-]+)$|PhD$")  # SMEs, MKB-deals, MBO-HBO (campussen)


def _number_of(before: str) -> str:
    """What is counted, where that stands in front: "het aantal leden groeide van 31"."""
    found = re.search(
        r"\b(?:aantal|number of) ((?:[a-zà-ÿ]+ )?[a-zà-ÿ]+(?:en|s))\b[^.;]{0,90}$", before
    )
    return found[1] if found else ""


def _labelled(before: str, after: str) -> bool:
    """Whether a number stands behind a label, as in "bereikte studenten: 34.142"."""
    return bool(re.search(r"[a-zà-ÿ)0-9]\s*:\s+$", before)) and not after.strip(" .;")


def _when(before: str, after: str) -> tuple[str, str, str]:
    """The year, or the period, that a sentence gives for its figure: the nearest one."""
    text = f"{before} {after}"
    period = _YEARS.search(text)
    if period:
        end = period["to"]
        return "", period["from"], end if len(end) == _YEAR_DIGITS else period["from"][:2] + end
    near = list(_YEAR.finditer(text))
    if near:
        best = min(near, key=lambda one: abs(one.start("year") - len(before)))
        return best["year"], "", ""
    return "", "", ""


_YEAR_DIGITS = 4


def _state(text: str) -> str:
    if _ESTIMATED.search(text):
        return "estimated"
    return "target" if _TARGET.search(text) else "observed"


def _name(before: str, after: str, quantity: Quantity, unit: str) -> str:
    """A name for a figure from the words around it."""
    label = re.search(r"(?:^|[.;•])\s*([^.;:•]{3,70}):\s*$", before.rstrip(" ("))
    if label:
        return capital(label[1])
    behind = re.split(
        r"[.,](?!\d)|[;:()!?“”\"]|\s(?:die|dat|which|who|maar|but|terwijl|while)\s", after
    )[0].strip()
    if quantity.unit:
        front = re.split(r"[.,](?!\d)|[;:()!?“”\"]", before)[-1].strip()
        return capital(f"{front} {behind}".strip()) or quantity.unit
    return capital(behind if unit and behind.startswith(unit) else unit) or capital(behind)


def capital(name: str) -> str:
    """A name that begins with a capital and is not too long to show."""
    words = " ".join(name.split()).strip(" -–")
    if len(words) > _LONGEST_NAME:
        words = words[:_LONGEST_NAME].rsplit(" ", 1)[0]
    return words[:1].upper() + words[1:]
