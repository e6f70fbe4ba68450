"""Who belongs to a body that a sentence names, in the words of memberships.

parties are members of body     A en B zijn per 1 juni lid geworden van de Kring; A joined the Club
parties joined body             A heeft zich aangesloten bij B; A trad toe tot B
in body parties work together   In de Euregio werken A, B en C samen
body is of parties              De Kring is het samenwerkingsverband van A, B en C
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import IN_A_SENTENCE, Finding, FoundNode, Ref, tie
from ledwerk.loaders.publication.layout.counting_words import SMALL_NUMBER
from ledwerk.loaders.publication.layout.sections import sections_of
from ledwerk.loaders.publication.layout.sentences import Stretch, clauses_of, sentences_of
from ledwerk.loaders.publication.parties.founders import meant
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, Known
from ledwerk.loaders.publication.parties.names_found import Mention, parties_in
from ledwerk.loaders.publication.parties.party_spans import PARTY, spans_in
from ledwerk.loaders.publication.parties.publisher import publisher_of
from ledwerk.loaders.publication.partners.partner_cues import about_others, turned_down
from ledwerk.loaders.publication.partners.partner_sentences import ending_parties
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.loaders.publication.people.person_names import bare_name

_WHO = r"(?P<who>[^;:]{2,400}?)"
_WHOLE = (
    r"(?P<whole>(?:ons|us|onze|our|de|het|the|deze|this) [a-zà-ÿ]+\b(?! [A-ZÀ-Þ])|"
    r"(?:de |het |the )?(?:[a-zà-ÿ]+ )?(?:[A-ZÀ-Þ][\w&’'.-]*)"
    r"(?: (?:(?:van|voor|de|het|en|of|for|and|the|&|’t|'t|in) ){0,3}[A-ZÀ-Þ0-9][\w&’'-]*){0,8}"
    r"(?: (?:vzw|nv|bv|cvba|plc))?|(?:ons|us)\b)"
)
_FEW = r"(?:,? [\w’'-]+){0,6}?"
_ARE = r"(?:is|zijn|was|waren|werd|werden|wordt|worden|blijft|blijven)"
_BODY = (
    r"(?:samenwerkings?verband|samenwerking|vereniging|co[öo]peratie|koepel|federatie|netwerk|"
    r"platform|verbond|alliantie|partnership|association|network|alliance|federation|union|"
    r"umbrella (?:body|organi[sz]ation)|cluster|collaboration|co-?operative|bundeling)"
)
# The members are a list behind a colon: "De volgende bedrijven zijn lid van de Kring: A, B en C".
_LISTED = (
    re.compile(
        rf"^[^:;]{{0,80}}?\b{_ARE}{_FEW} (?:lid|leden|members?|aangesloten)(?: geworden)? "
        rf"(?:van|of|bij) {_WHOLE}(?: (?:in|sinds|since|per) [^:;]{{2,30}})?: (?P<behind>.+)"
    ),
    re.compile(
        r"^(?:(?:[Nn]ieuwe?|[Nn]ew|[Oo]ur|[Oo]nze|[Dd]e|[Tt]he) )*(?:[Ll]id|[Ll]eden|[Mm]embers?)"
        rf"(?: geworden)? (?:van|of) {_WHOLE}(?: (?:are|zijn))?: (?P<behind>.+)"
    ),
)
# The members stand before what they do.
_BEFORE = (
    re.compile(rf"^{_WHO} {_ARE}{_FEW} (?:lid|leden)(?: geworden)? van {_WHOLE}"),
    re.compile(rf"^{_WHO} (?:maakt|maken|maakte[n]?){_FEW} deel uit van {_WHOLE}"),
    re.compile(rf"^{_WHO} {_ARE}{_FEW} (?:toegetreden tot|aangesloten bij) {_WHOLE}"),
    re.compile(
        rf"^{_WHO} (?:heeft|hebben|had|hadden) zich{_FEW} (?:aangesloten bij|verenigd in|"
        rf"georganiseerd in|verbonden in|gebundeld in) {_WHOLE}"
    ),
    re.compile(rf"^{_WHO} (?:sloot|sloten|sluit|sluiten) zich{_FEW} aan bij {_WHOLE}"),
    re.compile(rf"^{_WHO} (?:trad|traden|treedt|treden){_FEW} toe tot {_WHOLE}"),
    re.compile(
        rf"^{_WHO} (?:(?:has|have|had|is|are|was|were|became|become|becomes)(?: [\w’'-]+){{0,3}}?)"
        rf" (?:members?|joined members) of {_WHOLE}"
    ),
    re.compile(rf"^{_WHO} (?:(?:has|have|had) )?(?:recently |also )?join(?:ed|s) {_WHOLE}"),
    re.compile(rf"^{_WHO} (?:acceded to|affiliated (?:to|with)|signed up to) {_WHOLE}"),
    re.compile(
        rf"(?:[Dd]at|that) {_WHO} zich{_FEW} (?:bij|in) {_WHOLE} (?:aansluit|aansluiten|"
        r"heeft aangesloten|hebben aangesloten)\b"
    ),
)
# The members stand behind it.
_BEHIND = (
    re.compile(
        rf"^[Ii]n {_WHOLE} (?:werken|zijn|bundelen|hebben|slaan|vinden) {_WHO} (?:samen|verenigd|"
        r"vertegenwoordigd|de krachten|hun krachten|de handen|zich verenigd|elkaar)\b"
    ),
    re.compile(rf"^[Bb]ij {_WHOLE} zijn (?:ook )?{_WHO} aangesloten\b"),
    re.compile(
        rf"^{_WHOLE} (?:is|vormt|was) (?:een|het|a|an|the)(?: [\w’'-]+){{0,3}}? {_BODY} (?:van|of|"
        r"tussen|between)(?: (?:"
        rf"{SMALL_NUMBER}|"
        r"\d+)(?: [\w’'-]+){0,3}:?)? (?P<behind>.+)"
    ),
    re.compile(
        rf"^{_WHOLE} (?:unites|verenigt|has as (?:its )?members|heeft als leden|telt als leden|"
        r"heeft (?:als )?\w+ leden:|has \w+ members:|bestaat uit|is made up of|consists of)"
        r"(?: (?:ook|onder andere|onder meer|o\.a\.|among others))?:? (?P<behind>.+)"
    ),
)
# Such a name is a body's, also where a project is called after it.
_BODY_FIRST = re.compile(
    r"(?:[Dd]e |[Hh]et |[Tt]he )?(?P<body>(?:Euregio|Regio|Stichting|Vereniging|Co[öo]peratie|"
    r"Federatie|Metropoolregio|Samenwerkingsverband) [A-ZÀ-Þ])"
)
_SHORT = re.compile(r"(?!EU$|UK$|VK$|VS$|US$|CO2$)[A-Z][A-Z&-]{1,6}[A-Z]|[A-Z]{2}")
_NOT = re.compile(r"\b(?:geen|niet|nooit|not|no|never|nog)\b", re.IGNORECASE)
# "In Zuidland zijn drie gemeenten lid": where it is, and not who.
_WHERE = re.compile(
    r"(?:In|Op|Bij|Met|Volgens|Sinds|Binnen|Vanuit|Voor|Onder|At|On|With|Since|From|For)\b"
)
_PRONOUN = re.compile(r"(?:[Zz]ij|[Zz]e|[Tt]hey|[Bb]eide|[Aa]lle(?:n| drie| vier)?|[Bb]oth)")


def read_members(document: Document, found: Iterable[Finding]) -> Iterator[Finding]:
    """Who is a member of what, by the sentences of a text that is not about others."""
    known = Known(found)
    publisher = publisher_of(document, known)
    for section in sections_of(document):
        if section.silent:
            continue
        for block in section.blocks:
            if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
                yield from _of_block(document, block, publisher, known)


def _of_block(
    document: Document, block: Block, publisher: Ref | None, known: Known
) -> Iterator[Finding]:
    before: tuple[Mention, ...] = ()
    for sentence in sentences_of(block.text):
        for clause in clauses_of(sentence):
            if turned_down(clause.text) or about_others(clause.text):
                continue
            told = _told(clause, publisher, known, before)
            if told is None:
                continue
            members, whole = told
            place = document.locator(block, clause.start, clause.end)
            for one in members:
                if one.ref != whole:
                    yield FoundNode(one.ref, place, IN_A_SENTENCE, (), one.aliases)
                    yield FoundNode(whole, place, IN_A_SENTENCE)
                    yield tie("MEMBER_OF", one.ref, whole, place, IN_A_SENTENCE)
        before = _named(sentence.text, known)


def _told(
    clause: Stretch, publisher: Ref | None, known: Known, before: tuple[Mention, ...]
) -> tuple[list[Mention], Ref] | None:
    """The members and the whole that a clause tells of; None where it does not."""
    for pattern in (*_LISTED, *_BEFORE, *_BEHIND):
        found = pattern.search(clause.text)
        if not found or _NOT.search(found[0]):
            continue
        said = found.groupdict()
        who = said.get("who")
        whole = _whole(said, publisher, known)
        if whole is None or (who and (known.find(who, ACTIVITIES) or _WHERE.match(who))):
            continue
        members = _members(who, said.get("behind"), before)
        if members:
            return members, whole
    return None


def _whole(said: dict[str, str | None], publisher: Ref | None, known: Known) -> Ref | None:
    """What they belong to: what is named, or the publisher where nothing is."""
    name = said.get("whole") or ""
    if name in ("ons", "us"):
        return publisher
    bare = name.strip(" .,")
    ref = meant(bare, publisher, known, spoken=True)
    if ref is None and (_BODY_FIRST.match(bare) or _SHORT.fullmatch(bare)):
        ref = Ref("Organisation", _BODY_FIRST.sub(r"\g<body>", bare))
    return ref if ref is not None and ref.kind in ("Organisation", "Group") else None


def _members(who: str | None, behind: str | None, before: tuple[Mention, ...]) -> list[Mention]:
    inside = _TOWNS.search(behind or "")
    towns = parties_in(f"gemeenten {inside['in']}") if inside else ()
    if who is None:
        rest = _JOINT.sub("", (behind or "")[inside.end() if inside else 0 :])
        named = parties_in(rest, prose=True)
    elif _PRONOUN.fullmatch(who):
        named = before
    else:
        named = ending_parties(who) or parties_in(who, prose=True)
    kept = [one for one in named if not one.generic and not one.out and not _somebody(one)]
    return [*towns, *kept]


_JOINT = re.compile(r"^[\s,]*(?:(?:en|and|evenals|as well as) )?")
# "verenigt zes gemeentebesturen (Baak, Hoog en Laag), de POM en een school"
_TOWNS = re.compile(
    r"^(?:\w+ )?(?:[a-z]*gemeent(?:en|es|ebesturen)|(?:lokale )?besturen|steden(?: en gemeenten)?)"
    r" \((?P<in>[A-ZÀ-Þ'’][^()]{2,200})\)"
)


def _named(text: str, known: Known) -> tuple[Mention, ...]:
    """The parties of a sentence, which "they" in the next one may be."""
    spans = spans_in(text, known, known)
    return tuple(one for span in spans if span.kind == PARTY for one in span.mentions)


# "Zuid-Limburg maakt deel uit van …": a region is no member.
_REGION = re.compile(
    r"(?:(?:Noord|Zuid|Oost|West|Midden|Noordoost|Noordwest|Zuidoost|Zuidwest|North|South|East|"
    r"Mid)-[A-ZÀ-Þ][\w-]+|Nederland|Vlaanderen|Europa)"
)


def _somebody(one: Mention) -> bool:
    """Whether it is a person or a region, and no member."""
    if _REGION.fullmatch(one.ref.name):
        return True
    return bare_name(one.ref.name) is not None and has_given_name(one.ref.name)
