"""People of whom a text tells where they work in a roundabout way.

surname is function at party        Nijhuis is lector bij Saxen, where Sander Nijhuis was named
both work for party                 Beiden zijn werkzaam bij Melkunie
party …; function is person         Melkunie begon in 2013; directeur is Ria Bos
party, with person as function      Melkunie, met Ria Bos als directeur
party …, led by function person     Melkunie staat onder leiding van directeur Ria Bos
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ledwerk.loaders.publication.parties.known_names import PARTIES, Known
from ledwerk.loaders.publication.people.functions import Post, begins_function, post
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.loaders.publication.people.person_names import PersonName

_SAID = (
    r"(?:zegt|vertelt|aldus|volgens|benadrukt|stelt|vindt|meent|lacht|besluit|zei|says|said|"
    r"explains|explained|adds|added|according to)"
)
_TITLE = (
    r"(?:(?:[Mm]evrouw|[Dd]e heer|[Mm]w\.|[Dd]hr\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Cllr\.?|Prof\.?) )?"
)
_TELLS = re.compile(r",? (?:is|was|werkt|works|wordt|becomes)\b|, (?:(?:de|het|the) )?[a-z]")
_LEADS_UP = re.compile(rf"(?:^|[\"”’'] |\b{_SAID} )$", re.IGNORECASE)


def surname_of(name: str) -> str:
    """A name without the given name; empty where it has none that is known."""
    given, _, rest = name.partition(" ")
    return rest if given and rest and has_given_name(name) and "." not in given else ""


def by_surname(text: str, named: Iterable[str], found: Sequence[PersonName]) -> list[PersonName]:
    """Those of the people named before whom a text tells something of by surname.

    Only at the beginning of a sentence, or behind a verb of saying, and where one alone is meant.
    """
    whole: dict[str, set[str]] = {}
    for name in named:
        surname = surname_of(name)
        if surname:
            whole.setdefault(f"{surname[:1].upper()}{surname[1:]}", set()).add(name)
    made: list[PersonName] = []
    for surname, names in whole.items():
        at = text.find(surname)
        if len(names) > 1 or at < 0:
            continue
        before = re.search(rf"{_TITLE}$", text[max(0, at - _REACH) : at])
        start = at - len(before[0]) if before else at
        end = at + len(surname)
        if any(one.start < end and start < one.end for one in found):
            continue
        if _LEADS_UP.search(text[max(0, start - _REACH) : start]) and _TELLS.match(text, end):
            made.append(PersonName(next(iter(names)), start, end, True))
    return made


_REACH = 30

# "Beiden zijn werkzaam bij Melkunie", "They both work for Fen Trust"
_WORK = re.compile(
    r"(?:(?P<both>Beiden?|Allebei|Alle(?:twee| twee)|Both(?: of them| are)?)|Zij|Ze|They)"
    r"(?: (?:zijn|are))?(?P<also> (?:beiden?|allebei|both))?"
    r" (?:werken|werkzaam|in dienst|work|working|employed|based|verbonden)"
    r"(?P<also2> (?:beiden?|allebei|both))? (?:bij|voor|van|aan|at|for|by|with) "
    r"(?:(?:de|het|the) )?(?=\S)"
)
_LABEL = re.compile(
    r"(?:^|[.;] )(?P<label>[A-ZÀ-Þ][a-zà-ÿ]+(?: [\w&-]+){0,5}?)(?: ?:| is| doet:?) $"
)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named a sentence or two ago, and what stood before the name."""

    person: PersonName
    before: str
    sentence: int


def work_together(text: str, recent: Sequence[Named], sentence: int) -> tuple[int, list[Named]]:
    """Of whom a sentence tells that they both work somewhere, and where that party begins."""
    found = _WORK.match(text)
    if not found:
        return 0, []
    near = [one for one in recent if sentence - one.sentence <= _NEAR]
    last = [one for one in near if sentence - one.sentence == 1]
    sure = found["both"] or found["also"] or found["also2"]
    told = near[-2:] if sure else last
    return (found.end(), list(told)) if len(told) == _TWO else (0, [])


_NEAR, _TWO = 2, 2


def labelled(before: str) -> str:
    """The function, or task, that stands before a name as a label; empty without one."""
    found = _LABEL.search(before)
    label = found["label"] if found else ""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


_FUNCTION = r"(?P<function>[a-zà-ÿ]+(?:[ -][a-zà-ÿ]+){0,2})"
_IS_ONE = re.compile(
    rf"[;,] (?:en |and |waarbij )?(?:(?:de|het|haar|zijn|hun|its|the|their) )?{_FUNCTION} "
    r"(?:is|are|heet|blijft|werd|wordt|was) $"
)
_WITH = re.compile(r",? (?:met|with) $")
_AS = re.compile(
    r",? (?:als|as) (?:(?:de|het|een|its|the|an?|algemeen|nieuwe|new) )*"
    r"(?P<function>[a-zà-ÿ]+(?:[ -][a-zà-ÿ]+){0,2}?)(?=[,.;]| (?:en|and|van|of|doet|takes)\b|$)"
)
_OF_WHICH = re.compile(r", (?:waarvan|of which|whose) $")
_IS = re.compile(
    rf" (?:de |the )?{_FUNCTION} is\b| is (?:de |the )?{_FUNCTION.replace('function', 'behind')}"
)
_LED_BY = re.compile(
    r"(?:onder leiding van|geleid door|voorgezeten door|vertegenwoordigd door|represented by|"
    r"led by|headed by|run by|chaired by) "
    rf"(?:(?:de|het|the|its|haar|zijn) )?{_FUNCTION} $"
)


def of_party_before(text: str, person: PersonName, known: Known) -> Post | None:
    """The function at the party that a sentence is about, where the name comes behind it."""
    before, after = text[: person.start], text[person.end :]
    is_one, led = _IS_ONE.search(before), _LED_BY.search(before)
    as_one = _AS.match(after) if _WITH.search(before) else None
    which = _IS.match(after) if _OF_WHICH.search(before) else None
    function = next((one["function"] for one in (is_one, led, as_one) if one), "")
    if which:
        function = which["function"] or which["behind"]
    told = post(function) if function and begins_function(function) else None
    if told is None or told.party or not told.function:
        return None
    near = _subject(before, known)
    return Post(function, near) if near else None


_FIRST = re.compile(r"(?:(?:De|Het|The|Onze|Our) )?(?=\S)")


def _subject(before: str, known: Known) -> str:
    """The known party that a sentence begins with, where no other is told of before the name."""
    lead = _FIRST.match(before)
    near = known.longest_at(before, lead.end(), PARTIES) if lead else None
    return before[lead.end() : near[1]] if lead and near else ""


def with_surnames(text: str, named: Iterable[str], found: list[PersonName]) -> list[PersonName]:
    """The people of a sentence, with those of whom it gives the surname alone."""
    return sorted([*found, *by_surname(text, named, found)], key=lambda one: one.start)


def names_of(people: Iterable[PersonName]) -> Iterator[str]:
    """The whole names among people's names."""
    return (one.name for one in people if surname_of(one.name))
