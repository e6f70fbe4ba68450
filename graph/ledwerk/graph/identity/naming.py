"""What all names of two parties say: those shown, others, parts of them, abbreviations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ledwerk.graph.identity.evidence import Evidence, observed
from ledwerk.graph.identity.name_comparing import compared
from ledwerk.graph.identity.name_likeness import PARTS, UNIVERSITIES, forms, likeness
from ledwerk.graph.identity.name_parts import NameParts, halves, name_parts, respaced, variants
from ledwerk.graph.identity.record import Record
from ledwerk.graph.identity.short_names import is_short, short_names_say, spells
from ledwerk.graph.identity.vocabulary import COUNTRIES, FILLER
from ledwerk.graph.identity.whereabouts import country_of, place_words
from ledwerk.schema.names import fold

_TOLD_BY_HALF = 5.0  # the least that the names themselves have to say for a match to be sure
_MOST_BESIDE_NAMES = 4.0  # what an alias may say where one of the names says more than the other
_WORDS = 3  # that a name has to have beside an abbreviation that goes without saying
_TELLING = 4  # letters of an abbreviation that hardly two of one place share
_MOST_BY_OTHER_NAME = 3.6  # what one word that is only an alias may say


def names_say(one: Record, two: Record) -> list[Evidence]:
    """What the pair of names says that fits best; a short name alone says little."""
    best: list[Evidence] = []
    main = _name_evidence(one, two, one.names[0], two.names[0])
    for first in _variants(one):
        for second in _variants(two):
            if first not in one.names and second not in two.names:
                continue  # what is left of two names when both lose a part says little
            found = _pair(one, two, first, second, main)
            more = _MOST_BESIDE_NAMES - _sum(found)
            if more < 0 and _says_more(one, two, first, second):
                found = [*found, observed(more, "de namen zelf verschillen", "the names differ")]
            if not best or _sum(found) > _sum(best):
                best = found
    if _sum(best) < _TOLD_BY_HALF:
        best = max((best, *_by_halves(one, two), *short_names_say(one, two)), key=_sum)
    return best


def _by_halves(one: Record, two: Record) -> Iterator[list[Evidence]]:
    """One half of a name in two halves that is all of the other name."""
    for whole, halved in ((one, two), (two, one)):
        sides = halves(halved.names[0])
        for side in sides:
            rest = [name_parts(other).types for other in sides if other != side]
            found = _name_evidence(whole, halved, whole.names[0], side)
            if _sum(found) >= _TOLD_BY_HALF and not any(types & PARTS for types in rest):
                nl, en = "als helft van een naam in tweeën", "as one half of a name in two"
                # Birkbeck College is in the University of London, and is not it.
                less = -2.7 if any(types & UNIVERSITIES for types in rest) else -2.2
                yield [*found, observed(less, nl, en)]


def _sum(found: Iterable[Evidence]) -> float:
    return sum(one.weight for one in found)


def _variants(record: Record) -> Iterator[str]:
    for name in record.names:
        yield name
        yield from variants(name)


def _pair(
    one: Record, two: Record, first: str, second: str, main: list[Evidence]
) -> list[Evidence]:
    """A pair of names; where one at least is another than the one shown, it may say less."""
    if (first, second) == (one.names[0], two.names[0]):
        return main
    short = [name for name in (first, second) if is_short(name)]
    if not short:
        found = _name_evidence(one, two, first, second)
        # What has the same other name may still be a part of it, or the whole.
        weight = min(-0.7, _MOST_BY_OTHER_NAME - _sum(found)) if _one_word(first, second) else -0.7
        return [*found, observed(weight, "alleen onder een andere naam", "only under another name")]
    spelled = [
        other for name, other in ((first, two), (second, one))
        if is_short(name) and spells(name, other.names[0])
    ]  # fmt: skip
    if fold(first) == fold(second) and (
        spelled or (is_short(one.names[0]) and is_short(two.names[0]))
    ):
        text = f"“{first}”"
        alone = is_short(one.names[0]) or is_short(two.names[0])
        weight = (5.0 if spelled and len(first) >= _TELLING else 4.0) if alone else 2.2
        return [observed(weight, f"dezelfde afkorting {text}", f"the same abbreviation {text}")]
    return main


def _says_more(one: Record, two: Record, first: str, second: str) -> bool:
    """Whether an alias fits of two whose names share words, but of which one says more.

    "Tata Steel" is for short what "Tata Steel Nederland Technology" is called.
    """
    if first not in one.names[1:] and second not in two.names[1:]:
        return False
    left, right = name_parts(one.names[0]), name_parts(two.names[0])
    same = compared(left, right, _silent(one, two), _silent(two, one))
    return bool(same.shared) and any(word.kind != FILLER for word in same.missing)


def _one_word(first: str, second: str) -> bool:
    return min(len(name_parts(name).words) for name in (first, second)) < 2


def _name_evidence(one: Record, two: Record, first: str, second: str) -> list[Evidence]:
    left, right = name_parts(respaced(first, second)), name_parts(respaced(second, first))
    same = compared(left, right, _silent(one, two), _silent(two, one))
    countries = {country_of(one), country_of(two)} - {""}
    country = countries.pop() if len(countries) == 1 else ""
    found = [likeness(left, right, same, country)]
    found += _countries_said(one, two, left, right)
    near = place_words(one), place_words(two)
    if not all(near) and same.unsaid & (near[0] | near[1]):
        # The Institut Pasteur is not that of Lille, as long as nobody says where it is.
        nl, en = "een plaats in één van beide namen", "a place in one of the names"
        found.append(observed(-1.0, nl, en))
    found += forms(left, right)
    if not all(country_of(record) for record in (one, two)):
        found += _elsewhere((one, left), (two, right))
    if left.numbers != right.numbers:
        told = " / ".join(", ".join(sorted(some)) or "–" for some in (left.numbers, right.numbers))
        weight = -6.0 if left.numbers and right.numbers else -3.0
        found.append(observed(weight, f"een ander nummer in de naam: {told}",
                             f"another number in the name: {told}"))  # fmt: skip
    return found


def _elsewhere(*told: tuple[Record, NameParts]) -> Iterator[Evidence]:
    """What tells two apart of which one at least does not say in which country it is."""
    lands = [{country_of(record)} if record.country else set(parts.lands) for record, parts in told]
    if all(lands) and not lands[0] & lands[1]:
        nl, en = "een rechtsvorm van een ander land", "a legal form of another country"
        yield observed(-2.5, nl, en)
    ministry = {word.told for _, parts in told for word in parts.words if word.text == "ministry"}
    if ministry - {"ministerie"}:
        nl, en = "elk land heeft zulke ministeries", "every country has such ministries"
        yield observed(-1.5, nl, en)


def _silent(record: Record, other: Record) -> set[str]:
    """Words that go without saying: where it is, unless the other is elsewhere; its initials."""
    words = {word.text for place in record.places for word in name_parts(place).words}
    near, far = place_words(record), place_words(other)
    if near and far and not near & far:
        words = set()
    elif near - far and far - near:
        words &= far  # Frankfurt am Main is not Frankfurt an der Oder
    words |= {COUNTRIES[code] for code in (country_of(record),) if code in COUNTRIES}
    short = [name for name in record.names[1:] if is_short(name)]
    words |= {fold(name) for name in short if spells(name, record.names[0])}
    return words | set(_before_name(record.names[0], map(fold, short)))


def _before_name(name: str, short: Iterable[str]) -> Iterator[str]:
    """An abbreviation that stands before or behind a name in full: "IFEU - Institut für..."."""
    parts = name_parts(name)
    telling = [word for word in parts.words if word.kind != FILLER]
    if len(telling) > _WORDS and not parts.types & UNIVERSITIES:
        yield from (one for one in short if one in (parts.plain[0], parts.plain[-1]))


def _countries_said(
    one: Record, two: Record, left: NameParts, right: NameParts
) -> Iterator[Evidence]:
    """The own country that one name alone says: Orange France may not be all of Orange."""
    for record, said, rest in ((one, left, right), (two, right, left)):
        word = COUNTRIES.get(country_of(record), "")
        only = {w.text for w in said.words}.difference(w.text for w in rest.words)
        telling = {w.text for w in said.words if w.kind != FILLER} & {w.text for w in rest.words}
        if word in only and len(telling) < _WORDS:
            yield observed(-0.5, "een land in één van beide namen", "a country in one of the names")
