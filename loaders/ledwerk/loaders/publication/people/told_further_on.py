"""Where somebody works, told further on in the sentence about him.

person, role, by day function at party      Ria Bos, penningmeester, in het dagelijks leven …
person … and is function at party           Ria Bos teelt kool en is eigenaar van Melkunie
person, who at party … as function          Ria Bos, die bij Melkunie als adviseur werkt
at party works person as function           Bij Melkunie werkt Ria Bos als adviseur
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ledwerk.loaders.publication.parties.known_names import Known
from ledwerk.loaders.publication.people.functions import Post, begins_function, post
from ledwerk.loaders.publication.people.person_names import PersonName
from ledwerk.loaders.publication.people.working_ways import party_at

PostAt = Callable[[str, Known], Post | None]

_LED_IN = (
    r"(?:in (?:het|zijn|haar) (?:dagelijkse?|gewone|werkzame) leven|overdag|by day|in daily life|"
    r"tevens|ook|also|now|nu|daarnaast|bovendien|destijds|toen|zelf|(?:sinds|since) \d{4}|"
    r"hij is|zij is|(?:he|she) is|werkt als|works as|werkzaam als|de|het|een|the|an?|onze|our|"
    r"[a-z]+ generatie|[a-z]+-generation)"
)
_BEHIND_COMMA = re.compile(
    rf"(?:\s*\([^()]{{1,60}}\))?(?P<between>(?:, [^,;.()]{{3,60}}){{0,2}})[,;] "
    rf"(?:en |and )?(?:{_LED_IN} )*"
)
_AND_IS = re.compile(
    rf"(?:\s*\([^()]{{1,60}}\))? (?:is|was|werkt als|works as)(?: {_LED_IN})* |"
    rf"[^.;]{{0,160}}? (?:en|and|maar|but) (?:is|was|werkt als|works as)(?: {_LED_IN})* "
)
_WHO_AT = re.compile(
    r"(?:, (?:die|who)| (?:werkt|werkte|works|worked|is))(?: [a-z]+){0,2}? "
    r"(?:bij|voor|at|for|van|namens) (?:(?:de|het|the) )?"
)
# "Ria Bos, who leads the work for Melkunie", "Ria Bos coördineert namens Melkunie de bouw"
_WORK = (
    r"(?:leidt|trekt|co[öo]rdineert|begeleidt|bewaakt|regelt|volgt|leads|manages|coordinates|"
    r"oversees|supervises|runs|heads)"
)
_LEADS_FOR = re.compile(
    rf",? (?:(?:die|who) )?{_WORK}(?: [^,.;()]{{1,50}}?)?? (?:voor|namens|bij|for|at|on behalf of) "
    r"(?:(?:de|het|the) )?(?=[A-ZÀ-Þ]|[a-z]+ [A-ZÀ-Þ])"
)
_DOES_THERE = re.compile(rf"[^,.;]{{0,60}} {_WORK}(?=[ ,.;]|$)|(?: (?:de|het|een) [^,.;]*)?[,.;]|$")
_AS = re.compile(r"(?:,? [a-zà-ÿ]+){0,3}? (?:als|as) (?:(?:de|het|een|the|an?) )?(?=[a-zà-ÿ])")
_AT_WORKS = re.compile(
    r"(?:^|[\s,;])(?:[Bb]ij|[Vv]oor|[Aa]t|[Ff]or) (?:(?:de|het|the) )?(?P<party>[^,.;:]{3,70}?),? "
    r"(?:werkt|werkte|is|works|leidt|runs)(?: [a-z]+)? $"
)
_VERBS = re.compile(
    r"\b(?:zegt|vertelt|vindt|is|was|werd|wordt|heeft|had|kreeg|krijgt|gaat|says|said|has|will)\b"
)


def further_on(
    text: str, person: PersonName, people: Sequence[PersonName], known: Known, post_at: PostAt
) -> Post | None:
    """What a sentence tells of somebody's function and party, not right beside his name."""
    after = text[person.end : person.end + _FAR]
    beside = min((one.start for one in people if one.start > person.end), default=_FAR * 9)
    until = beside - person.end
    for way in (_BEHIND_COMMA, _AND_IS):
        lead = way.match(after)
        if not lead or lead.end() >= until or _VERBS.search(lead.groupdict().get("between") or ""):
            continue
        made = _function_at(after, lead.end(), until, known, post_at)
        if made:
            return made
    return _party_first(text[: person.start], after[:until], known)


def _function_at(after: str, at: int, until: int, known: Known, post_at: PostAt) -> Post | None:
    """The function and party that begin at a place, if they end before somebody else is named."""
    if not begins_function(after[at:]):
        return None
    made = post_at(after[at:], known)
    end = after.find(made.party, at) + len(made.party) if made and made.party else 0
    return made if made and made.party and end + _APART <= until else None


def _party_first(before: str, after: str, known: Known) -> Post | None:
    """The party before the function: "die bij Melkunie als adviseur werkt"."""
    who = _WHO_AT.match(after) or _LEADS_FOR.match(after)
    party = party_at(after[who.end() :], known) if who else ""
    rest = after[who.end() + len(party) :] if who and party else ""
    if not party:
        works = _AT_WORKS.search(before)
        party = party_at(works["party"], known) if works else ""
        party = party if works and party == works["party"] else ""
        rest = after
    if party and who and _DOES_THERE.match(rest):
        return Post("", party)
    told = _AS.match(rest) if party else None
    if not told or not begins_function(rest[told.end() :]):
        return None
    words = re.split(r"[,.;]| (?:over|aan|in|met|werkt|gaat|on|with|works)\b", rest[told.end() :])[
        0
    ]
    made = post(words)
    return Post(made.function, party) if made.function and not made.party else None


_FAR = 300  # letters behind a name in which it is told
_APART = 2  # letters between a party and the next name
