"""Who has a place on a campus: who rents, moved in, has rooms there, in any order of words.

who does what        Tauw huurt er een hal; Bolt has its workshop there; Tauw (gevestigd op …)
there is who         Hier zitten Tauw en Bolt; waar ook Tauw en Bolt zitten; home to Tauw and Bolt
who came             De Kade verwelkomt Tauw; they were joined by Bolt; new this year: (a list)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ledwerk.loaders.publication.document import Block, Document
from ledwerk.loaders.publication.findings import IN_A_SENTENCE, Finding, FoundNode, Ref, tie
from ledwerk.loaders.publication.layout.sentences import Stretch, sentences_of
from ledwerk.loaders.publication.parties.names_found import Mention, parties_in
from ledwerk.loaders.publication.partners.partner_sentences import ending_parties
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.loaders.publication.people.person_names import bare_name

_THERE = (
    r"(?:er|daar|hier|there|here|op de campus|op het (?:park|terrein)|on (?:the )?campus|"
    r"at the (?:park|campus)|on site)"
)
# What a tenant does, behind its name.
_DOES = re.compile(
    r"\s+\(?(?:(?:(?:has|have|is|are|was|were|zijn|heeft|hebben)\s+)?(?:[a-z]+\s+){0,2}?"
    r"(?:moved (?:in)?to|moved in|move[ds]? onto|settled (?:at|on|in)|set up (?:shop|a base)|"
    r"opened (?:an? |its |their )?(?:new |first |second )?(?:office|lab|laboratory|workshop|branch|"
    r"base|unit|site)|(?:took|taken) (?:up |on )?(?:(?:an?|two|three|more|some) )?(?:space|"
    r"rooms?|units?|desks?|offices?|labs?|lease|workshops?)|"
    r"(?:ha(?:s|ve|d)|keeps?|run[s]?) (?:its|their|an?|two|three)(?: [a-z]+){0,3}"
    r" (?:offices?|workshops?|labs?|laborator(?:y|ies)|base|home|studios?|premises|units?)|"
    r"signed a lease|rents?|rented|leases?|occup(?:y|ies|ied)|based (?:at|on|in)|located (?:at|on)|"
    r"housed (?:at|on|in)|situated (?:at|on)|tenants? (?:of|at|on)|"
    r"gevestigd (?:op|aan|in)|gehuisvest (?:op|in)|verhuisd naar|ingetrokken (?:op|in|bij)|"
    r"neergestreken op)|"
    r"betro[kc]k?(?:ken)?|betrekken|betrekt|huur(?:t|de|den)|huren|vestig(?:t|de|den|en) zich|"
    r"(?:zit(?:ten)?|huist|huizen|werkt|werken) (?:er|daar|hier|sinds|inmiddels|nu|ook|al|op|vanaf|"
    r"met|tegenwoordig|thans|voortaan)|zat(?:en)? op|trok(?:ken)?(?: \w+){0,4} in|"
    r"trek(?:t|ken)(?: \w+){0,4} in|n[ae]m(?:en|t)?(?: \w+){0,5} (?:intrek|in gebruik)|"
    r"open(?:t|de|den)(?: \w+){0,4} (?:kantoor|vestiging|lab|laboratorium|werkplaats)|"
    r"(?:heeft|hebben|kreeg|kregen)(?: \w+){0,5} (?:kantoor|vestiging|lab|laboratorium|onderdak|"
    r"werkplaats|plek|ruimte|hal)|verhuis(?:t|de|den|en) naar|stre(?:ek|ken|kt)(?: \w+){0,3} neer|"
    r"(?:is|zijn|wordt|werd|werden|worden)(?: \w+){0,3} huurders?|"
    r"(?:is|are|was|were|became|has been|have been)(?: \w+){0,3} tenants?|"
    r"verzorgen het onderwijs op|geven (?:er )?les op)\b"
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


# There is who: "Hier zitten nu onder meer Tauw en Bolt", "waar ook Tauw en Bolt zitten".
_ARE = (
    r"(?:zit(?:ten)?|huurt|huren|huist|huizen|werkt|werken|vind(?:t|en)? (?:je|u|we)|staat|staan|"
    r"is|zijn|are|is|works?|rents?|you find|you will find)"
)
_ALSO = (
    r"(?:(?:nu|ook|al|inmiddels|onder meer|onder andere|o\.a\.|sinds kort|momenteel|thans|also|now|"
    r"among others|already|currently) )*"
)
_THERE_ARE = re.compile(
    rf"\b(?:[Hh]ier|[Dd]aar|[Ee]r|[Oo]p de campus|[Oo]p het (?:park|terrein)|[Hh]ere|[Oo]n campus) "
    rf"{_ARE} {_ALSO}(?=(?:[a-zà-ÿ-]+ )?[A-ZÀ-Þ0-9])"
)
_WHERE = re.compile(
    rf"\b(?:waar|where) {_ALSO}(?P<who>(?:[a-zà-ÿ-]+ )?[A-ZÀ-Þ0-9][^.;:]{{2,160}}?) "
    r"(?:(?:al|ook|nu|reeds|inmiddels|eveneens|sinds \w+|also|already|now|both) )*"
    r"(?:zit(?:ten)?|huist|huizen|huurt|huren|gevestigd (?:is|zijn)|(?:is|zijn) gevestigd|"
    r"(?:een|hun|zijn|haar) (?:kantoor|lab|werkplaats)\w* (?:heeft|hebben)|werkt|werken|"
    r"onderdak (?:vindt|vinden)|ha(?:s|ve) (?:its|their|an?)|rents?|(?:is|are) (?:based|housed))\b"
)
_JOINED = re.compile(
    r"\b(?:(?:was|were|is|are|werden?|been) joined by|verwelkomt|verwelkomde[n]?|welcome[sd]|"
    r"new tenants?:?|nieuwe huurders?(?: (?:is|zijn))?:?|nieuwe bewoners?(?: zijn)?:?|"
    r"[Oo]ok nieuw:?|[Nn]ieuw (?:is|zijn|op de campus):?|[Aa]lso new:?|kreeg gezelschap van) "
)
_NEW_HERE = re.compile(
    r"\b(?:new|nieuwe?|moved|tenants?|huurders?|bewoners|residents|newcomers|nieuwkomers|arrivals|"
    r"welcomed|verwelkomden|huren|rent|vestigden|ingetrokken|betrokken)\b",
    re.IGNORECASE,
)


# Who is next to them: "Our neighbours there are Bolt and Tauw", "two doors from Bolt".
NEXT_TO = re.compile(
    r"\b(?:(?:buren|buurman|neighbours?)(?: [a-z]+){0,2} (?:zijn|is|are)|"
    r"(?:doors?|floors?)(?: [a-z]+){0,2} from|next door to|(?:deur|verdieping)(?:en)? van) "
)
# Where whose publication it is has its own place: "our office is on …", "u vindt ons op …".
_OURS = re.compile(
    r"\b(?:(?:[Oo]ur|[Tt]he|[Ii]ts|[Oo]ns|[Hh]et|[Hh]aar|[Zz]ijn) (?:[a-z’'-]+ ){0,2}?(?:office|"
    r"offices|headquarters|secretariat|home|kantoor(?:tje)?|bureau|secretariaat|hoofdkantoor)\b"
    r"[^.;:]{0,60}?\b(?:at|on|in|op|aan|naar|to)\b|"
    r"(?:[Yy]ou|[Uu]|[Jj]e)(?: can| will| kunt| kan)? (?:find us|vindt ons|ons vinden|vind ons)\b|"
    r"[Ww](?:e are|ij zijn|e zijn) (?:based|housed|gevestigd|gehuisvest)\b|"
    r"[Ww](?:e|ij) (?:rent|huren|zitten|werken vanuit|work from|houden kantoor)\b)"
)


def tenants_in(
    document: Document,
    block: Block,
    sentence: Stretch,
    campus: str,
    *,
    named: bool,
    us: Ref | None = None,
) -> Iterator[Finding]:
    """The tenants of a campus in a sentence that names it, or comes after one that does."""
    place = document.locator(block, sentence.start, sentence.end)
    text = sentence.text
    ours = _OURS.search(text) if us is not None else None
    if ours and us is not None and text.find(campus, ours.end()) >= 0 and not _NOT.search(text):
        yield from _tied((Mention(us, 0, 0),), campus, place)
    there = re.search(rf"\b(?i:{_THERE})\b", text) or _RENTS.search(text)
    if named or there or NEXT_TO.search(text):
        for one in _named_tenants(text):
            yield from _tied((one,), campus, place)


def _named_tenants(text: str) -> Iterator[Mention]:
    if _NOT.search(text) is None:
        for pattern in (_HOME, _THERE_ARE, _JOINED, NEXT_TO):
            found = pattern.search(text)
            if found:
                yield from parties_in(text[found.end() :], prose=True)
        for where in _WHERE.finditer(text):
            yield from parties_in(where["who"])
        if _HOME.search(text):
            return
    begin = 0
    so = _SO_IS.search(text)
    if so and _DOES.search(text, 0, so.start()) and not _NOT.search(text):
        yield from parties_in(text[so.end() :], prose=True)
    for does in _DOES.finditer(text):
        before = text[begin : does.start()]
        begin = does.end()
        if not _NOT.search(before) and not _NOT.search(does[0]):
            who = ending_parties(before)
            yield from who[-1:] if does[0].strip().startswith("(") else who


# Of whom the same is said: "Bolt is based there, and so is Tauw".
_SO_IS = re.compile(
    r",? (?:and so (?:is|are|does|do|has|have)|evenals|net als|as (?:is|are|does)) "
)


def tenants_of_items(
    document: Document, block: Block, led_in: str, campus: str
) -> Iterator[Finding]:
    """The tenant that an item tells of, under "New on the quay this year:"."""
    last = [one.text for one in sentences_of(led_in)][-1:]
    if not last or not _NEW_HERE.search(last[0]) or _NOT.search(last[0]):
        return
    first = next(iter(sentences_of(block.text)), None)
    if first is not None and not _NOT.search(first.text):
        place = document.locator(block, first.start, first.end)
        yield from _tied(parties_in(first.text, prose=True)[:1], campus, place)


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
