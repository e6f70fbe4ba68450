"""Where parties and activities are named in running text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ledwerk.loaders.publication.findings import Ref
from ledwerk.loaders.publication.parties.joined_names import whole_at
from ledwerk.loaders.publication.parties.known_names import Known
from ledwerk.loaders.publication.parties.names_found import parties_in

_TELLING = re.compile(
    r"\b(?:[Gg]emeente|[Pp]rovincie|[Ww]aterschap|[Hh]oogheemraadschap|[Mm]inisterie van|"
    r"[Uu]niversiteit|[Hh]ogeschool|[Ss]tichting|[Rr]egio|[Vv]ereniging|[Mm]unicipality of|"
    r"[Uu]niversity of|[Mm]inistry of|[Dd]epartment (?:of|for)|[Pp]rovince of|"
    r"[Cc]ounty of|[Cc]ity of)\s+(?:(?:van|of|de|het|den|the) )?(?:'s-|’s-)?[A-ZÀ-Þ][\w’'-]+"
    r"(?: (?:(?:aan|van|en|of|and|de|den|der|het|the|op) )*[A-ZÀ-Þ][\w’'-]+)*"
)
_WHOLE = re.compile(
    r"\b(?:Europese Unie|Europese Commissie|European Union|European Commission|het Rijk|"
    r"Rijksoverheid|EU|UK Government|Welsh Government|Scottish Government|Rijkswaterstaat)\b"
)
_SPAN = re.compile(
    r"[A-ZÀ-Þ][\w&’'.-]*(?:(?: (?:van|de|der|den|het|voor|en|of|and|the|for|&|’t|'t))* "
    r"[A-ZÀ-Þ0-9][\w&’'-]*)*"
)
_WORD_START = re.compile(r"(?<![\w-])[\w’']")


@dataclass(frozen=True, slots=True)
class Spot:
    """A thing that a text names, and where."""

    ref: Ref
    start: int
    end: int


def named_at(text: str, known: Known, kinds: frozenset[str]) -> list[Spot]:
    """The known things that a text names, and parties whose name tells what they are."""
    spots: list[Spot] = []
    at = 0
    for found in _WORD_START.finditer(text):
        if found.start() < at:
            continue
        near = known.longest_at(text, found.start(), kinds)
        if near and _is_name(text, found.start(), near[1]):
            spots.append(Spot(near[0], found.start(), near[1]))
            at = near[1]
            continue
        telling = _telling(text, found.start(), kinds) or _meant(text, found.start(), known, kinds)
        if telling:
            spots.append(telling)
            at = telling.end
    return spots


def _telling(text: str, start: int, kinds: frozenset[str]) -> Spot | None:
    """A party that is not known, at a place of a text, told by its words."""
    found = _TELLING.match(text, start) or _WHOLE.match(text, start)
    end = whole_at(text, start) or (found.end() if found else 0)
    if not end or "Organisation" not in kinds:
        return None
    name = text[start:end]
    named = parties_in(name)
    ref = named[0].ref if len(named) == 1 else Ref("Organisation", name.removeprefix("het "))
    return Spot(ref, start, end)


_COMMON = re.compile(
    r"(?:[Pp]rovincie|[Ww]aterschap|[Gg]emeente|universiteit|hogeschool|university|college|council|province|"
    r"municipality|rabobank|stichting|co[öo]peratie)(?= [a-zà-ÿ\d€£]|[.,;])"
)


_THE = re.compile(r"\b(?:de|het|the) $", re.IGNORECASE)
# "bij Provincie ingediend": a capital does for the article.
_SAYS_OF = re.compile(r"\b(?:bij|door|van|aan|met|en|namens) $")
_BEFORE = 10
_ARTICLE = 5  # letters of an article, with the space before and behind it


def _meant(text: str, start: int, known: Known, kinds: frozenset[str]) -> Spot | None:
    """The one party that a common noun can mean here: "het waterschap draagt bij"."""
    found = _COMMON.match(text, start)
    if not found:
        return None
    articled = _THE.search(text[max(0, start - _ARTICLE) : start])
    if not articled and not (found[0][0].isupper() and _SAYS_OF.search(text[:start][-_BEFORE:])):
        return None
    ref = known.only(found[0], kinds)
    return Spot(ref, found.start(), found.end()) if ref else None


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether letters are a name there, and no common word that happens to be one."""
    word = text[start:end]
    return any(sign.isupper() or sign.isdigit() for sign in word) or " " in word or len(word) > 6


def span_at(text: str, start: int) -> tuple[str, int] | None:
    """The name in capitals that a text has at a place, article left off, and where it ends."""
    article = re.compile(r"(?:(?:de|het|een|the|an?) )?").match(text, start)
    begin = article.end() if article else start
    found = _SPAN.match(text, begin)
    return (found[0].rstrip(".,"), found.end()) if found else None
