"""Campuses and science parks that a text names, and the parties that have their place there.

A campus is told by its name: "Maritieme Campus Werkenstad", "Northfold Science Park". A party is a
tenant where a sentence that names the campus, or comes after one that does, says that it rents,
moved in or has its rooms there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import IN_A_SENTENCE, Finding, FoundNode, Ref, tie
from ledwerk.loaders.publication.layout.sections import Section, sections_of
from ledwerk.loaders.publication.layout.sentences import Stretch, sentences_of
from ledwerk.loaders.publication.parties.names_found import Mention, parties_in
from ledwerk.loaders.publication.partners.partner_cues import about_others
from ledwerk.loaders.publication.partners.partner_sentences import ending_parties
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.loaders.publication.people.person_names import bare_name

_WORD = r"[A-ZÀ-Þ][\w’'&-]*"
_PARK = (
    r"(?:[A-ZÀ-Þ]?[\w-]{0,20}[Cc]ampus|Science ?[Pp]ark|Tech(?:nology)? ?[Pp]ark|"
    r"Innovation [Pp]ark|Research [Pp]ark|Kennispark|Technopark|Bio ?[Pp]ark|Enterprise [Pp]ark)"
)
_NAMED = re.compile(
    rf"(?<![\w’'-])(?P<name>(?:{_WORD}\s+){{0,4}}(?<![’']s )(?P<park>{_PARK})"
    rf"(?P<after>(?:\s+{_WORD}){{0,3}}))(?![\w@’'-])"
)
_LED_IN = re.compile(
    r"^(?:(?:De|Het|The|Op|Bij|Aan|Onze|Our|On|At|In|Naar|Van|Ook|A|Een|To|From|This|"
    r"Deze|And|En|With|Met|Visit|Bezoek|Welkom)\s+)+"
)
# A campus without a name of its own: "Science Park", "Campus".
_GENERIC = re.compile(
    r"[Cc]ampus|(?:Science|Tech|Technology|Innovation|Research|Enterprise|Bio) ?[Pp]ark|"
    r"[A-ZÀ-Þ]?[a-z]+campus|Kennispark|Technopark"
)
_BODY = re.compile(r"(?:Stichting|Vereniging|Co[öo]peratie|\w*[Oo]rganisatie|Foundation)\b")
_THERE = (
    r"(?:er|daar|hier|there|op de campus|op het (?:park|terrein)|on (?:the )?campus|at the (?:park|"
    r"campus)|on site)"
)
# What a tenant does, behind its name.
_DOES = re.compile(
    r"\s+(?:(?:(?:has|have|is|are|was|were|zijn|heeft|hebben)\s+)?(?:\w+\s+){0,2}?"
    r"(?:moved (?:in)?to|moved in|move[ds]? onto|settled (?:at|on|in)|set up (?:shop|a base)|"
    r"opened (?:an? |its |their )?(?:new |first |second )?(?:office|lab|laboratory|workshop|branch|"
    r"base|unit|site)|took (?:up )?(?:space|rooms|a unit|units|a lease)|"
    r"taken (?:up )?(?:space|rooms|a unit)|"
    r"signed a lease|rents?|rented|leases?|occup(?:y|ies|ied)|based (?:at|on|in)|located (?:at|on)|"
    r"housed (?:at|on|in)|situated (?:at|on)|tenants? (?:of|at|on)|"
    r"gevestigd (?:op|aan|in)|gehuisvest (?:op|in)|verhuisd naar|ingetrokken (?:op|in|bij)|"
    r"neergestreken op)|"
    r"betro[kc]k?(?:ken)?|betrekken|betrekt|huur(?:t|de|den)|huren|vestig(?:t|de|den|en) zich|"
    r"zit(?:ten)? (?:sinds|inmiddels|nu|ook|al|op)|zat(?:en)? op|trok(?:ken)?(?: \w+){0,4} in|"
    r"trek(?:t|ken)(?: \w+){0,4} in|n[ae]m(?:en|t)?(?: \w+){0,5} (?:intrek|in gebruik)|"
    r"open(?:t|de|den)(?: \w+){0,4} (?:kantoor|vestiging|lab|laboratorium|werkplaats)|"
    r"(?:heeft|hebben|kreeg|kregen)(?: \w+){0,5} (?:kantoor|vestiging|lab|laboratorium|onderdak|"
    r"werkplaats|plek|ruimte|hal)|verhuis(?:t|de|den|en) naar|stre(?:ek|ken|kt)(?: \w+){0,3} neer|"
    r"(?:is|zijn|wordt|werd|werden|worden)(?: \w+){0,3} huurders?|"
    r"(?:is|are|was|were|became)(?: \w+){0,3} tenants?|verzorgen het onderwijs op|"
    r"geven (?:er )?les op)\b"
)
# The tenants stand behind it.
_HOME = re.compile(
    r"\b(?:(?:is|was|biedt|bood|offers|gives|gave) (?:\w+ )?(?:home to|huisvesting aan|"
    r"onderdak aan|plaats aan|ruimte aan|a home to|the home of)|houses|hosts|huisvest|"
    r"(?:tenants|huurders|bewoners|residents)(?: (?:of|van|on|op) [^:.;]{2,60})?"
    r"(?: (?:are|zijn|include))?:?|"
    r"(?:moved|trokken|move|verhuisden|vestigden zich)[^.:;]{2,90}:)\s+"
)
_NOT = re.compile(
    r"\b(?:left|leaves|has moved out|moved out|vertrok(?:ken)?|verliet(?:en)?|verlaat|verlaten|"
    r"geen (?:plaats|plek|ruimte)|niet|not|no longer|hopes?|wants?|wil(?:len)?|hoopt|hopen|"
    r"overweegt|may|might|plans?|talks|gesprekken|blijft in|blijven in|visited|bezocht(?:en)?)\b",
    re.IGNORECASE,
)


def read_campuses(document: Document) -> Iterator[Finding]:
    """The campuses of a text, and who is a tenant of which."""
    for section in sections_of(document):
        if section.silent:
            continue
        last = _in_heading(section)
        for block in section.blocks:
            if block.kind is BlockKind.TABLE:
                continue
            for sentence in sentences_of(block.text):
                if about_others(sentence.text):
                    continue
                named = [*_in_lines(block, sentence)]
                for name, start in named:
                    at = sentence.start + start
                    place = document.locator(block, at, at + len(name))
                    yield FoundNode(Ref("Campus", name), place, IN_A_SENTENCE)
                last = named[-1][0] if named else last
                if last:
                    yield from _tenants(document, block, sentence, last, bool(named))


def _in_heading(section: Section) -> str:
    """The campus that a heading names, which the text under it may call "the campus"."""
    heading = section.heading
    names = [name for name, _ in campuses_in(heading.text)] if heading is not None else []
    return names[-1] if names else ""


def _in_lines(block: Block, sentence: Stretch) -> Iterator[tuple[str, int]]:
    """The campuses of a sentence; a name ends where a line of a list does."""
    listed = any(line.broken for line in block.lines[:-1])
    for name, start in campuses_in(sentence.text):
        begin = sentence.start + start
        ends = [
            after.offset - begin
            for line, after in pairwise(block.lines)
            if (line.broken or listed) and begin < after.offset < begin + len(name)
        ]
        kept = name[: ends[0]].strip() if ends else name
        if re.search(_PARK, kept):
            yield kept, start


def campuses_in(text: str) -> Iterator[tuple[str, int]]:
    """The names of campuses in a text, with where they stand."""
    for found in _NAMED.finditer(text):
        led_in = _LED_IN.match(found["name"])
        start = led_in.end() if led_in else 0
        name = found["name"][start:]
        if found["after"] and has_given_name(found["after"]):  # a list: its next line is a person
            name = name[: -len(found["after"])]
        if name.isupper() or _GENERIC.fullmatch(name) or _BODY.match(name):
            continue
        if found["park"].islower() and not found["after"]:
            continue
        yield name, found.start() + start


def _tenants(
    document: Document,
    block: Block,
    sentence: Stretch,
    campus: str,
    named: bool,
) -> Iterator[Finding]:
    place = document.locator(block, sentence.start, sentence.end)
    begin = 0
    text = sentence.text
    there = named or re.search(rf"\b{_THERE}\b", text) or _RENTS.search(text)
    if not there:
        return
    home = _HOME.search(text)
    if home and not _NOT.search(text):
        yield from _tied(parties_in(text[home.end() :], prose=True), campus, place)
        return
    for found in _DOES.finditer(text):
        before = text[begin : found.start()]
        begin = found.end()
        if _NOT.search(before) or _NOT.search(found[0]):
            continue
        yield from _tied(ending_parties(before), campus, place)


_RENTS = re.compile(r"\b(?:huurders?|huurt|huren|betrok(?:ken)?|tenants?|moved in|rents?)\b")


def _tied(parties: Iterable[Mention], campus: str, place: str) -> Iterator[Finding]:
    for one in parties:
        ref = one.ref
        if one.generic or ref.kind in ("Campus", "Municipality", "Group"):
            continue
        if bare_name(ref.name) and has_given_name(ref.name):
            continue
        yield FoundNode(ref, place, IN_A_SENTENCE, (), one.aliases)
        yield tie("TENANT_OF", ref, Ref("Campus", campus), place, IN_A_SENTENCE)
