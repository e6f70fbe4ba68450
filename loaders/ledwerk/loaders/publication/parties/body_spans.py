"""Stretches of capitals in a text, and which names among them tell that they are a body's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledwerk.loaders.publication.parties.body_words import ENDS, FRONTS, LEGAL, SMALL_FRONTS, WHOLE
from ledwerk.loaders.publication.parties.party_words import OPENERS
from ledwerk.loaders.publication.people.function_words import FUNCTION_HEADS
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.loaders.publication.people.person_names import is_surely, people_in

CAPITAL = r"(?:['’‘][st]-?)?[A-ZÀ-Þ0-9][\w&’'+/-]*(?:\.[A-Z]\.?){0,3}"
_JOINT = (
    r"(?:(?:van|voor|de|het|den|der|en|te|aan|op|of|for|and|the|&|in|'t|’t|du|des|la|le|ten|ter) )"
)
SPAN = re.compile(
    rf"(?<![\w@/.-])(?:(?:{SMALL_FRONTS}) (?:(?:van|voor|de|het|of|for|the) ){{0,2}})?"
    rf"{CAPITAL}(?: {_JOINT}{{0,2}}{CAPITAL}){{0,9}}(?: (?:{LEGAL}))?"
)
FRONT = re.compile(rf"(?:(?:De|Het|The) )?(?:{FRONTS}|{SMALL_FRONTS}) \S", re.IGNORECASE)
_END = re.compile(rf"\S .*?\b(?:{ENDS})(?: (?:of|for|van|voor|in) .+)?$")
LEGAL_END = re.compile(rf"\S ?\b(?:{LEGAL})\.?$")
_WHOLE = re.compile(rf"(?:{WHOLE})$")


def tells(name: str) -> bool:
    """Whether a name tells by a word of its own that it is a body's."""
    return bool(
        FRONT.match(name) or _END.search(name) or LEGAL_END.search(name) or _WHOLE.match(name)
    )


def people_at(text: str) -> list[tuple[int, int]]:
    """Where people are named in a text."""
    return sorted({*_sure(text), *_given(text)})


def _sure(text: str) -> Iterator[tuple[int, int]]:
    for one in people_in(text):
        if is_surely(one):
            yield one.start, one.end


_PARTICLES = r"(?:(?:van|de|der|den|ter|ten|von|el|al|la|’t|'t) ){0,2}"
_FIRST = re.compile(rf"(?<= )[A-ZÀ-Þ][\w-]+(?= {_PARTICLES}[A-ZÀ-Þ])")
_REST = re.compile(rf"(?: {_PARTICLES}[A-ZÀ-Þ][\w-]+){{1,2}}")


def _given(text: str) -> Iterator[tuple[int, int]]:
    """People behind a name without a sign between them: "Provincie Limburg Ria Bos"."""
    for found in _FIRST.finditer(text):
        royal = text[: found.start()].endswith(("oning ", "oningin ", "ing ", "ueen "))
        if has_given_name(found[0]) and not royal:
            rest = _REST.match(text, found.end())
            yield found.start(), rest.end() if rest else found.end()


# What is done there, and words for what one is, which lead in the name: "CEO van Simac Techniek".
_LED_IN = re.compile(
    rf"(?:(?:[A-Z][\w-]+ ){{0,2}}?(?:{FUNCTION_HEADS})(?: (?:van Bestuur|of State))?"
    r"(?: (?:van|of|bij|at|for)(?: (?:de|het|the))? | )|"
    r"(?:College|Raad) van (?:Bestuur|Toezicht|Commissarissen)(?: van)? |Uitgave van |"
    r"(?:Studenten|Leerlingen|Students|Medewerkers|Onderzoekers|Members|Leden) (?:van|of|from) )",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r" (?:(?:in|van|sinds|tot|for|from|since|voor) )?(?:19|20)\d\d\b| \d[\d.,]*\b(?! [A-Z])|"
    r" (?:Partners?|Projectpartners?|Projectleider|Partij|Observer|Lead|Rol|Contact|Budget|"
    r"Looptijd|Trekker|Penvoerder|Totale|Bijdrage|Projectenoverzicht)\b"
)


def cleared(
    text: str, start: int, end: int, people: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The parts of a span of capitals without people, functions, years and words before them."""
    cuts = [start]
    for begin, last in people:
        inside = max(start, cuts[-1]) <= begin and last <= end
        if inside and not _NAMED_AFTER.search(text, start, begin):
            cuts += [begin, last]
    cuts.append(end)
    for begin, last in zip(cuts[::2], cuts[1::2], strict=True):
        goes_on = _GOES_ON.search(text, begin, last)
        until = goes_on.start() if goes_on else last
        heads = [at.start() + 1 for at in _HEADS.finditer(text, begin + 1, until)]
        for at, stop in zip([begin, *heads], [*heads, until], strict=True):
            first = _first(text, at, stop)
            if first < stop:
                yield first, stop


def _first(text: str, start: int, end: int) -> int:
    """Where a name begins, behind functions and words that sentences begin with."""
    led = _LED_IN.match(text, start, end)
    at = led.end() if led else start
    at += len(text[at:end]) - len(text[at:end].lstrip())
    while (word := _OPENS.match(text, at, end)) and word[1].lower() in _LEADING:
        at = word.end()
    return at


# In a list that lost its lines another name begins: "Gemeente Baak Gemeente Hoog".
_HEADS = re.compile(
    r"(?<!Vereniging)(?<!Stichting) (?=(?:Gemeente|Provincie|Waterschap|Ministerie) [A-ZÀ-Þv])"
)
# A body may be named after somebody, where no such thing is named after a person.
_NAMED_AFTER = re.compile(
    r"(?:\b|(?<=[a-z]))(?:stichting|fonds|foundation|school|lyceum|college|instituut|bureau|"
    r"museum|bakkerij|garage|transport|praktijk|apotheek|kantoor|bedrijf) $",
    re.IGNORECASE,
)
# Words that sentences begin with, and names seldom: "Three Dales Union" does.
_LEADING = OPENERS - frozenset({
    "new", "nieuw", "nieuwe", "first", "three", "two", "four", "drie", "twee", "vier", "zeven",
    "seven", "boven", "midden",
})  # fmt: skip
_OPENS = re.compile(r"(?:([^\W\d_]+) )(?:(?:de|het|the) )?(?=\S)")
