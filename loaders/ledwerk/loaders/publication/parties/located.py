"""Who is where, as a sentence tells it of a party: behind its name, before it, or by what it is.

behind        Tauw uit Lier; Bolt Ltd, based in Marlow; Tauw, dat in Lier zit; Tauw (Lier)
what it is    Tauw, een wasserij uit Lier; Bolt is a company limited by guarantee, based in Marlow
before        het in Lier gevestigde Tauw; Marlow-based Bolt; the Marlow start-up Bolt
adjective     de Lierse wasserij Tauw
by its noun   de wasserij uit Lier, where one party of that sort was named
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ledwerk.loaders.publication.findings import Ref
from ledwerk.loaders.publication.parties.bodies_named import takes_part
from ledwerk.loaders.publication.parties.known_names import PARTIES, Known
from ledwerk.loaders.publication.parties.names_found import parties_in
from ledwerk.loaders.publication.parties.names_placed import (
    apart,
    may_be_place,
    place_behind,
    placed,
)
from ledwerk.loaders.publication.parties.parties_at import Spot, named_at, span_at
from ledwerk.loaders.publication.parties.party_words import DESCRIPTOR, OPENERS
from ledwerk.loaders.publication.parties.sort_words import SITE, SORT
from ledwerk.loaders.publication.parties.town_names import PLACE
from ledwerk.loaders.publication.parties.towns_told import town_of_adjective
from ledwerk.loaders.publication.people.function_words import FUNCTION_HEADS
from ledwerk.loaders.publication.people.given_names import has_given_name


@dataclass(frozen=True, slots=True)
class Located:
    """A party and the place where a text says that it is; where in the text that stands."""

    ref: Ref
    place: str
    start: int
    end: int


# A house, a street or a campus that stands between: "at Mill House in Marlow".
_AT = r"(?:(?:in|op|aan|at|on|near|bij|te) (?:(?:de|het|the|een|a) )?[^,.;:()]{2,50},? )?"
_IS = (
    r"(?:(?:is|zijn|are|was|were|heeft|has|werd|wordt) )?(?:(?:sinds|since) \d{4} |nu |inmiddels |"
    r"ook |now |also |still |nog |onlangs |recently )?"
)
_SEATED = (
    re.compile(
        rf",? (?:(?:dat|die|which|that|who|waarvan het kantoor) )?{_IS}(?:gevestigd|gehuisvest|"
        r"neergestreken|based|located|headquartered|situated|housed) "
        rf"{_AT}(?:in|te|at|near) {PLACE}"
    ),
    re.compile(
        r",? (?:have|has|had|heeft|hebben|houdt|kreeg) (?:(?:haar|zijn|its|their|een|a|an) )?"
        r"(?:hoofd)?(?:kantoor|vestiging|zetel|head ?office|headquarters|office|base|seat|fabriek|"
        rf"factory|plant|werkplaats|workshop) {_AT}(?:in|te|at) {PLACE}"
    ),
    re.compile(
        r",? (?:(?:dat|die) )?(?:zit(?:ten)?|zetelt|huist|huizen|staat|staan|ligt|liggen|sits?|"
        rf"stands?|lies?|werkt vanuit|works? (?:from|out of)) (?:\w+ )?{_AT}"
        rf"(?:(?:in|te|at|near|bij) )?{PLACE}"
    ),
    re.compile(
        r",? (?:(?:dat|die|which|that|who) )?(?:(?:is|has|have|are|werd|was) )?(?:onlangs |nu |"
        r"inmiddels |recently |now |in \d{4} |since )*(?:verhuisd?|verhuisde[n]?|getrokken|moved|"
        rf"relocated|opgericht|gestart|founded|set up|established|born|started) {_AT}(?:naar|to|in|"
        rf"te|at) {PLACE}"
    ),
    re.compile(
        rf",? (?:dat|die) (?:\w+ ){{0,2}}naar {PLACE} (?:kwam|verhuisde|trok|is verhuisd|"
        r"is getrokken)\b"
    ),
    # what it is: ", een wasserij uit Lier", " is a company limited by guarantee, based in Marlow"
    re.compile(
        r"(?:(?:,| is| was| are| zijn) | \()(?:een|an?|het|de|the|our|onze|ons) "
        r"(?:[a-zà-ÿ’'-]+ ){0,4}?"
        rf"(?:{SORT}|{SITE})(?:(?: [\w’'-]+){{0,5}}?,? (?:gevestigd|gehuisvest|based|located|"
        r"headquartered|situated)(?: at [^,.;()]{2,40}?)? (?:in|te|at|near)|,? (?:uit|in|te|of|"
        r"from|at|near)|(?: (?:op|on|at) (?:het|de|the)(?: [\w’'-]+){1,4}|(?: (?:that|which|die|"
        r"dat))? (?:we|wij|they|ze)(?: [a-z]+){1,3}),? (?:in|te|at)) "
        rf"{PLACE}(?![\w-]| [A-ZÀ-Þ])"
    ),
    re.compile(
        r",? (?:dat|die) (?:ook |nu |al \w+ )?(?:in|te|bij) (?:het \w+ )?"
        rf"{PLACE} (?:is )?(?:staat|staan|zit|zitten|ligt|liggen|zetelt|huist|werkt|woont|"
        r"gevestigd|gehuisvest|teelt|maakt|bouwt)\b"
    ),
    # an address: ", Stationsplein 9, Hardewijk", ", 12 Dock Street, Easterwick"
    re.compile(
        r", (?:[A-ZÀ-Þ][\w’'-]{2,30}(?: [\w’'-]{2,20}){0,3} \d{1,4}[a-zA-Z]?|"
        r"\d{1,4}[a-z]? (?:[A-Z][\w’'-]{1,20} ){1,3}(?:Street|Road|Lane|Square|Quay|Avenue|"
        r"Place|Terrace|Row|Way|Wharf)), "
        rf"(?:[1-9]\d{{3}}(?: ?[A-Z]{{2}})? +)?{PLACE}(?=[.,;)]|\s*$)"
    ),
)
_IN_SEATED = re.compile(
    rf"(?:[Hh]et|[Dd]e|[Tt]he|[Ee]en|a) in {PLACE} (?:gevestigde|gehuisveste|staande) "
    r"(?=(?P<party>[A-ZÀ-Þ]))"
)
_BASED = re.compile(rf"{PLACE}-based (?:[a-z]+ ){{0,3}}(?=(?P<party>[A-ZÀ-Þ]))")
_TOWN_SORT = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?) {PLACE} (?:[a-z]+ )?(?:{DESCRIPTOR.pattern}|startup|scale-?up|maker|"
    r"spin-?out|mill|yard|works|foundry|brewery|lab|workshop) (?=(?P<party>[A-ZÀ-Þ]))"
)
_JUST_IN = re.compile(rf",? (?:in|te|uit|near) {PLACE}(?=[.,;:)]|\s[a-zà-ÿ]+\b|$)")
# "on the Marlow Business Campus, Marlow, where …": what is a site's name goes on with its town.
_SITE_COMMA = re.compile(rf", {PLACE}(?=[.,;:)]|\s*$)")
# "de Lierse wasserij Tauw"
_OF_TOWN = re.compile(
    rf"\b(?P<adjective>[A-ZÀ-Þ][a-zà-ÿ-]+(?:se|sche)) (?:[a-zà-ÿ-]+ )?{SORT} "
    r"(?=(?P<party>[A-ZÀ-Þ]))"
)
_OF = re.compile(rf" of {PLACE}(?=[.,;:)]|\s[a-zà-ÿ]+\b|$)")
_IN_BRACKETS = re.compile(rf" \({PLACE}\)")
# What is told of by a noun with "the": "de wasserij uit Lier", "the start-up from Marlow".
_NOUN_FROM = re.compile(
    rf"\b(?:[Dd]e|[Hh]et|[Tt]he) (?P<noun>[a-zà-ÿ-]{{3,25}}) (?:uit|from|in|te) {PLACE}"
    r"(?![\w-]| [A-ZÀ-Þ])"
)


def located_in(
    text: str, known: Known, earlier: list[Ref], whole: str = "", us: Ref | None = None
) -> Iterator[Located]:
    """The parties of a sentence with their places.

    `earlier` are parties named before it, `whole` is what the document says, and `us` whom "we"
    means in it.
    """
    unknown = unknown_in(text, known) if takes_part(text) else ()
    spots = [*named_at(text, known, PARTIES), *unknown, *_ourselves(text, us)]
    for spot in spots:
        if spot.ref.kind not in ("Organisation", "Campus", "Group"):
            continue
        place, end = _told(text, spot, whole)
        if may_be_place(place):
            yield Located(spot.ref, place, spot.start, max(end, spot.end))
    for noun in _NOUN_FROM.finditer(text):
        before = [spot.ref for spot in spots if spot.end <= noun.start()]
        ref = _of_sort(noun["noun"], [*earlier, *before], known)
        if ref is not None:
            yield Located(ref, noun["place"], noun.start(), noun.end())


_WE = re.compile(r"(?:^|[.,;:] )(?P<we>[Ww]e|[Ww]ij)(?= (?:are|zijn|zitten|werken|work|moved)\b)")


def _ourselves(text: str, us: Ref | None) -> Iterator[Spot]:
    """Where "we" stands for whose publication it is."""
    if us is not None:
        for found in _WE.finditer(text):
            yield Spot(us, found.start("we"), found.end("we"))


_GOES_ON = re.compile(r" [A-ZÀ-Þ]|-")  # a longer name: "moved to Marlow Marine Park"


def _told(text: str, spot: Spot, whole: str) -> tuple[str, int]:
    """What tells of a party's place, behind its name or before it, and where that ends."""
    if has_given_name(spot.ref.name):
        return "", 0
    seated = (found for p in _SEATED if (found := p.match(text, spot.end)))
    found = next((m for m in seated if not _GOES_ON.match(text, m.end("place"))), None)
    if found is None and spot.ref.kind == "Campus":
        found = _SITE_COMMA.match(text, spot.end)
    if found is None and spot.ref.kind in ("Organisation", "Campus"):
        found = place_behind(text, spot.end) or _JUST_IN.match(text, spot.end)
        found = found or _bracketed(text, spot.end)
        of = _OF.match(text, spot.end)
        if found is None and of and apart(text[spot.start : of.end()])[1]:
            found = of
    found = found or _before(text, spot.start)
    if found is not None:
        return placed(found), found.end()
    adjective = next((m for m in _OF_TOWN.finditer(text) if m.start("party") == spot.start), None)
    return (town_of_adjective(adjective["adjective"], whole), spot.end) if adjective else ("", 0)


def _bracketed(text: str, start: int) -> re.Match[str] | None:
    """A place in brackets, and no function or first letters."""
    found = _IN_BRACKETS.match(text, start)
    return found if found and not _FUNCTION.search(found["place"]) else None


_FUNCTION = re.compile(rf"(?:{FUNCTION_HEADS})$|[Ll]id$|[Pp]artner$|[Tt]rekker$", re.IGNORECASE)
_FEW = 4  # letters of a noun that are enough to tell a party by


def _of_sort(noun: str, refs: list[Ref], known: Known) -> Ref | None:
    """The last named party that is such a thing by its name or by the word said of it."""
    if len(noun) < _FEW and noun != "vzw":
        return None
    for ref in reversed(refs[-_BACK:]):
        words = " ".join((ref.name, *known.names_of(ref))).lower().split()
        if ref.kind == "Organisation" and any(word.endswith(noun) for word in words):
            return ref
    return None


_BACK = 6  # parties back that a noun may mean

# What is told to be in a town by a name whose last word says that it is a place to work or learn.
_SITE_IN = re.compile(
    r"(?:\b(?:[Hh]et|[Dd]e|[Ee]en|[Tt]he|an?|bij|at) )(?P<party>(?:[A-ZÀ-Þ][\w&’'-]{1,25} ){0,4}"
    r"(?:[A-ZÀ-Þ][a-zà-ÿ]*[Pp]ark|Campus|Centre|Center|[A-ZÀ-Þ][a-zà-ÿ]*centrum|Academy|Academie|"
    r"Lab|Hub|Fieldlab|Innovatielab|Innovation District|Science Park))"
    rf"(?: (?P<more>[A-ZÀ-Þ][a-zà-ÿ]{{2,20}}))? (?:in|te) {PLACE}(?![\w-]| [A-Z])"
)
_WORD = r"[A-ZÀ-Þ0-9][\w’'-]*"
# A name that nothing else is known of than that it is from somewhere: "Frigotel uit Lier".
_FROM = re.compile(
    rf"(?<![\w’'-])(?P<party>{_WORD}(?: (?:(?:de|het|van|en|&|of|and) ){{0,2}}{_WORD}){{0,4}}"
    r"(?: (?:bv|nv|cv|vzw|vof))?),? (?:uit|from|te)(?= (?P<place>[A-ZÀ-Þ]))"
)
_COMMON_SITE = re.compile(r"Campus|Park|Centre|Center|Lab|Hub|Academy|Academie|Centrum|Fieldlab")
_CAMPUS = re.compile(r"(?:[Pp]ark|Campus)$")
_LED_IN = re.compile(r"(?:(?:De|Het|Een|The|A|An|En|And|Ook|Met|Of|Bij|Van) )+(?=[A-ZÀ-Þ])")


def unknown_in(text: str, known: Known) -> Iterator[Spot]:
    """Parties that nothing is known of, but that they are based somewhere."""
    for found in _SITE_IN.finditer(text):
        name = f"{found['party']} {found['more']}" if found["more"] else found["party"]
        if not known.find(name) and not _COMMON_SITE.fullmatch(name):
            kind = "Campus" if _CAMPUS.search(found["party"]) else "Organisation"
            start = found.start("party")
            yield Spot(Ref(kind, name), start, start + len(name))
    for pattern in (_IN_SEATED, _BASED, _TOWN_SORT):
        for found in pattern.finditer(text):
            span = span_at(text, found.start("party"))
            named = parties_in(span[0]) if span else ()
            if span and len(named) == 1 and not known.find(span[0]):
                yield Spot(named[0].ref, found.start("party"), span[1])
    yield from _from_somewhere(text, known)


def _from_somewhere(text: str, known: Known) -> Iterator[Spot]:
    for found in _FROM.finditer(text):
        led = _LED_IN.match(found["party"])
        start = found.start("party") + (led.end() if led else 0)
        name = text[start : found.end("party")]
        first = name.split()[0]
        begins = not text[:start].strip(" \"'“‘•-")
        alone = name == first and begins  # "Boeren uit Lier": a word that a sentence begins with
        opens = first.lower() in OPENERS and (begins or " " not in name)
        common = opens or (alone and name.lower().endswith(("en", "s", "ers")))
        if common or has_given_name(name) or known.find(name, _ANYTHING):
            continue
        if any(known.longest_at(text, at, _ANYTHING) for at in (start,)):
            continue
        named = parties_in(name)
        if len(named) == 1 and named[0].ref.kind == "Organisation" and _telling(name, text, start):
            yield Spot(named[0].ref, start, found.end("party"))


_ANYTHING = PARTIES | {"Project", "Programme", "Person", "Place", "Board", "Municipality"}
_LISTED = (",", " en", " and", " met", " with", "En", "And", " door", " by")
_SORT_BEFORE = re.compile(rf"(?:{DESCRIPTOR.pattern}|bedrijf|maker|bouwer) $")


def _telling(name: str, text: str, start: int) -> bool:
    """Whether a name is surely a party's: of a form of its own, or with its sort before it."""
    words = name.split()
    if _SORT_BEFORE.search(text[max(0, start - 40) : start]):
        return True
    before = text[:start].rstrip()
    return len(words) > 1 or not before or before.endswith(_LISTED)


def _before(text: str, start: int) -> re.Match[str] | None:
    for pattern in (_IN_SEATED, _BASED, _TOWN_SORT):
        for found in pattern.finditer(text):
            if found.start("party") == start:
                return found
    return None
