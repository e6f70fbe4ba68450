"""Other ways in which a text tells where somebody works, or what he does there.

person of party                     Irene Drenth van de Federatie Oost
person, party,                      Irene Drenth, Federatie Oost, opent de dag
person and person, both of party    Ria Bos en Jan Smit, beiden van Melkunie
function of party is person         Directeur van Melkunie is Ria Bos
function: person, party             Projectleider: Ria Bos (Melkunie)
at party is function person         Bij Melkunie is inkoper Ria Bos het aanspreekpunt
person runs party                   Ria Bos, who runs Bos Joinery
"""

from __future__ import annotations

import re

from ledwerk.loaders.publication.findings import Ref
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, PARTIES, Known
from ledwerk.loaders.publication.parties.names_found import parties_in
from ledwerk.loaders.publication.people.entry_tails import POLITICAL
from ledwerk.loaders.publication.people.function_words import FUNCTION_HEADS, FUNCTION_MODIFIERS
from ledwerk.loaders.publication.people.functions import BEFORE_PARTY, Post, begins_function, post
from ledwerk.loaders.publication.people.person_names import (
    PersonName,
    is_surely,
    people_in,
    person_at,
)

SPAN = re.compile(
    rf"(?:{BEFORE_PARTY} )?(?:(?:van|of) )?"
    r"(?:'s-|’s-)?[A-ZÀ-Þ0-9][\w&'’./+-]*(?:(?: (?:van|de|der|den|het|voor|en|of|and|the|for|op|&|"
    r"’t|'t|aan|te|upon|on|von|und|für|la|du|des))* [A-ZÀ-Þ0-9][\w&'’./+-]*)*"
)
# A name that tells by itself that it is a party's.
_TELLING = re.compile(
    rf"{BEFORE_PARTY} |(?!(?:{POLITICAL.pattern})\b)(?:[A-Z]{{3,8}}(?![\w-])|"
    rf"[A-Z]{{2}}[a-zà-ÿ]{{3,}}|[A-Z]{{2,8}} [A-Z][a-z]{{3,}})|"
    rf".*\b(?:B\.?V|N\.?V|Ltd|Limited|plc|LLP|CIC|GmbH|Inc|vzw|bvba|Holding|Groep|Group|"
    r"Universiteit|University|Hogeschool|College|School|Academy|Academie|Instituut|Institute|Bank|"
    r"Rabobank|Stichting|Vereniging|Co[öo]peratie|Co-?operative|Waterschap|Hoogheemraadschap|"
    r"Provincie|Council|Authority|Agency|Trust|Foundation|Association|Federation|Federatie|"
    r"Chamber|Kamer|Kring|Ministerie|Ministry|Department|Ziekenhuis|Hospital|Museum|Union|Bond|"
    r"Zorggroep|Woonstichting|Woningcorporatie|Netwerk|Network|Partnership|Alliance|Alliantie|"
    r"Cluster|Campus|ROC|LTO|MKB|VNO-NCW|OCMW|GGD|GGZ|UMC|NHS|VDAB|Shipping|Logistics|Logistiek|"
    r"Transport|Techniek|Bouw|Engineering|Energy|Energie|Water|Port|Haven|Farm|Farms|Dairy|Foods|"
    r"Zuivel|Metaal|Staal|Works|Laboratory|Consultancy|Advies|Solutions|Systems|Industries)\b",
)
_OF = re.compile(r"\s+(?:van|bij|of|at|from|with|uit)\s+(?:(?:de|het|the)\s+)?")
_BOTH = re.compile(
    r",?\s+\(?(?:beiden?|allebei|allen|both|all)\s+(?:werkzaam\s+)?"
    r"(?:(?:van|bij|of|at|from|with)\s+)?(?:(?:de|het|the)\s+)?"
)
_END = re.compile(r"\s*(?:[,;:.)\]?!]|[\"”’]|$)")
# No verb or preposition belongs to a function: "voorzitter is" is none.
NO_WORD = (
    r"(?!(?:is|was|wordt|heet|en|and|van|bij|of|at|in|die|dat|met|who|the|de|to|by|from|with|aan|"
    r"door|naar|over|namens|gaf|gave)\b)"
)
_FUNCTION = (
    rf"(?:(?:{FUNCTION_MODIFIERS})[- ]){{0,2}}[a-zà-ÿ-]*(?:{FUNCTION_HEADS})"
    rf"(?:(?-i: {NO_WORD}[a-zà-ÿ]+)){{0,3}}?"
)
_FIRST = re.compile(
    rf"(?<![\w-])(?P<function>{_FUNCTION}),? (?:van|bij|of|at|for|from|voor|aan|in) "
    r"(?:(?:de|het|the|our|onze) )?(?P<party>(?-i:[A-ZÀ-Þ0-9]|[a-zë]+ [A-ZÀ-Þ])[^,.;:()“”]{1,70}?)"
    r"(?:,(?: (?:zegt|zei|said|says|vertelt))?| is| heet| was| wordt| blijft|:| –| -)? $",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"(?:^|[.;•|]\s*|\n)(?P<function>(?:{_FUNCTION})|contact(?:persoon)?|informatie|information)"
    r"\s*:\s+$",
    re.IGNORECASE,
)
_AT_FIRST = re.compile(
    r"(?:^|[,;] |\b(?:en|and) )(?:[Bb]ij|[Aa]t|[Vv]an|[Vv]anuit|[Nn]amens|[Ff]rom) (?:(?:de|het|"
    r"the) )?"
    rf"(?P<party>[A-ZÀ-Þ][^,.;:()]{{1,60}}?),? (?:is|was|zijn|zegt|werkt|deed|says) "
    rf"(?:(?:de|het|the|een|a|an) )?(?P<function>{_FUNCTION}) $",
    re.IGNORECASE,
)
# "Trekker: LTO Oost, Ria Bos", "Trekker: Zorggroep Oost (Ria Bos, bestuurder)"
_HOUSE_FIRST = re.compile(r": (?P<party>(?:[a-zë]+ )?[A-ZÀ-Þ][^,.;:()]{2,60}?)(?P<sign>, | \()$")
_RUNS = re.compile(
    r",? (?:(?:who|die|dat) )?(?:runs|owns|founded|set up|runt|bestiert|has run|ran) "
    r"(?:(?:samen |together )?(?:met|with) (?:haar|zijn|her|his|their) [a-zà-ÿ]+ )?"
    r"(?:(?:the|de|het|his|her|haar|zijn|family|firm|bedrijf|business|company|familiebedrijf|"
    r"webshop|boerderij|farm) ){0,3}(?=[A-ZÀ-Þ])"
)
_LEADS = re.compile(
    r",? (?:(?:who|die|dat) )?(?:leads|heads(?: up)?|leidt|leidde|bestuurt|works for|"
    r"werkt (?:voor|bij))(?: (?:sinds|since|al|for|now|nu)(?: [a-z0-9]+){1,2}| sinds kort)? "
    r"(?:(?:the|de|het) )?(?=[A-ZÀ-Þ])"
)


def party_at(text: str, known: Known) -> str:
    """The party that a text begins with, if it is known or its name tells; otherwise empty."""
    somebody = person_at(text)
    if somebody is not None and is_surely(somebody):
        return ""
    near = known.longest_at(text, 0, PARTIES)
    if near and near[0].kind != "Municipality":
        return text[: near[1]]
    if near and re.match(r"(?:[Gg]emeente|[Ss]tad) ", text):
        return text[: near[1]]
    span = SPAN.match(text)
    name = span[0] if span else ""
    for joint in reversed(list(re.finditer(r" (?:en|and|&) ", name))):
        behind = people_in(name, joint.end())
        if behind and is_surely(behind[0]):
            name = name[: joint.start()]
    name = name.rstrip(".,")
    if not name or known.find(name, ACTIVITIES) or not _TELLING.match(name):
        return ""
    return name if len(parties_in(name)) == 1 else ""


def behind_name(after: str, known: Known) -> Post | None:
    """Person of party; person, party,; where no function is told."""
    of = _BOTH.match(after) or _OF.match(after)
    if of:
        name = party_at(after[of.end() :], known)
        return Post("", name) if name else None
    if not after.startswith(", "):
        return None
    name = party_at(after[2:], known)
    return Post("", name) if name and _END.match(after[2 + len(name) :]) else None


def of_both(text: str, person: PersonName, people: list[PersonName], known: Known) -> Post | None:
    """What stands behind the second of two names, told of both: "A en B, beiden van X"."""
    beside = next((one for one in people if one.start > person.start), None)
    between = text[person.end : beside.start] if beside else ""
    if beside is None or not re.fullmatch(r" (?:en|and|&) ", between):
        return None
    after = text[beside.end :]
    both = _BOTH.match(after)
    if both and begins_function(after[both.end() :]):
        return None
    of = both or _OF.match(after)
    name = party_at(after[of.end() :], known) if of else ""
    return Post("", name) if name else None


def before_name(before: str, after: str, known: Known) -> Post | None:
    """Function of party is person; function: person (party); at party is function person."""
    label = _LABEL.search(before)
    if label:
        function = label["function"]
        made = _beside(after, known)
        contact = function.lower().startswith("contact")
        told = post(function).function if begins_function(function) and not contact else ""
        return Post(told[:1].lower() + told[1:], made) if made else None
    house = _HOUSE_FIRST.search(before)
    name = house["party"] if house else ""
    if house and name and party_at(name, known) == name:
        behind = re.match(r", ([a-zà-ÿ][^,;()]*)\)", after) if house["sign"] == " (" else None
        return Post(behind[1] if behind and begins_function(behind[1]) else "", name)
    for way in (_FIRST, _AT_FIRST):
        found = way.search(before)
        if not found:
            continue
        name = _whole(found["party"], known)
        beside = people_in(before[: found.start("function")])
        between = before[beside[-1].end : found.start("function")] if beside else ""
        if re.fullmatch(r"(?:,| \() ?(?:de |het |the )?", between):
            continue  # "Ria Bos, directeur van Melkunie, Jan Smit": hers, and not his
        if name:
            function = found["function"]
            shown = function[:1] if function[1:2].isupper() else function[:1].lower()
            return Post(f"{shown}{function[1:]}", name)
    return None


def _whole(text: str, known: Known) -> str:
    """A text if all of it is one party's name."""
    found = known.find(text)
    if found:
        return text
    span = SPAN.match(text)
    whole = span is not None and span[0] == text
    return text if whole and not known.find(text, ACTIVITIES) else ""


def _beside(after: str, known: Known) -> str:
    """The party in brackets or behind a comma, right behind a name."""
    found = re.match(r"\s*(?:\((?P<in>[^()]{2,60})\)|,\s+(?P<behind>[^,;()]{2,60}))", after)
    text = (found["in"] or found["behind"]) if found else ""
    return party_at(text, known) or (_whole(text, known) if found and found["in"] else "")


def runs(after: str, known: Known) -> Post | None:
    """Who runs a firm works for it: the name is a party's where nothing else is known of it."""
    found = _RUNS.match(after)
    if found:
        span = SPAN.match(after[found.end() :])
        ref: Ref | None = known.find(span[0], ACTIVITIES) if span else None
        name = re.sub(r"['’]s$", "", span[0]) if span else ""
        return Post("", name) if name and ref is None else None
    found = _LEADS.match(after)
    name = party_at(after[found.end() :], known) if found else ""
    return Post("", name) if name else None
