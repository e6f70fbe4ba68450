"""The frames of sentences that say who is a member of the publisher: of "us", "the network".

In a frame P is the sign of a span of parties, W what means the publisher, A articles and adverbs,
G other words without any name (see `partner_frames`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledwerk.loaders.publication.findings import Ref
from ledwerk.loaders.publication.parties.known_names import Known
from ledwerk.loaders.publication.parties.names_found import Mention
from ledwerk.loaders.publication.parties.party_spans import (
    PARTY,
    PERSON,
    Span,
    is_generic,
    spans_in,
)
from ledwerk.loaders.publication.partners.frame_words import frames
from ledwerk.loaders.publication.partners.partner_frames import laid_out, signs_in

BODY = (
    r"(?:stichting|vereniging|co[öo]peratie|alliantie|federatie|kring|club|netwerk|platform|"
    r"cluster|samenwerkingsverband|samenwerking|verbond|bond|streekverband|partnership|foundation|"
    r"association|"
    r"network|alliance|federation|company|organi[sz]ation|organisatie|consortium|coalition|"
    r"coalitie|board of trade|community)"
)
_OURSELVES = "\uf003"
_WE = (
    rf"(?:{_OURSELVES}|\b(?:we|wij|ze|zij|us|ons|it|het|onze \w+|our \w+|(?:de|het|the|this|dit|"
    rf"deze) {BODY})\b)"
)
_US = (
    rf"(?:{_OURSELVES}|\b(?:us|ons|(?:onze|our) (?:gelederen|ranks|{BODY})|(?:de|het|the|this|dit|"
    rf"deze) {BODY})\b)"
)
_HAVE = (
    r"(?:is|zijn|was|waren|werd|werden|wordt|worden|are|were|has|have|had|heeft|hebben|became|"
    r"become)"
)
_IN = r"(?:lid|leden|members?|aangesloten|toegetreden|member organi[sz]ations?|lid geworden)"

_MEMBER = frames(
    # P joined us
    rf"<P>\s+{_HAVE}<G>\b{_IN}(?:\s+(?:geworden|van|of|bij)\b)?(?=<G>(?:[.,;]|$)|\s+(?:van|of|"
    rf"bij)\s+{_US})",
    rf"<P>\s+(?:{_HAVE}\s+)?(?:\w+\s+){{0,3}}?joined(?:\s+(?:\w+\s)?(?:{_US}|"
    rf"as (?:a )?(?:\w+ )?members?))",
    rf"<P>\s+(?:trad|traden|treedt|treden|sloot|sloten|sluit|sluiten)<G>\s(?:tot|"
    rf"bij)\s+{_US}<G>\b(?:aan|toe)?\b",
    r"<P>\s+(?:trad|traden|treedt|treden)<G>\btoe\s+als\s+(?:\w+\s)?lid",
    r"<P>,?\s+(?:die|dat|who|which)\s+<G>\b(?:aangesloten|aansloten|aansloot|toetraden|toetrad|"
    r"joined|lid (?:werd|werden|zijn|is)|became (?:a )?members?|signed up)\b",
    rf"<P>\s+(?:{_HAVE}\s+)?(?:\w+\s+){{0,2}}?(?:signed up|came on board|come on board)\b",
    rf"<P>\s+(?:maa?kt?|maken|form|are|is)\s+(?:\w+\s+)?(?:deel uit|part)\s+(?:van|of)\s+{_US}",
    rf"(?:sinds|since|per|vanaf|in|op)\s<G>\s?(?:is|zijn|werd|werden)\s+<A><P>\s+<G>\b{_IN}\b",
    rf"\b{_HAVE}\s+<A><P>\s+(?:\w+\s+){{0,3}}?{_IN}\b",
    rf"\b(?:sloot|sloten|traden|trad|sluit|sluiten)\s+<A><P>\s+(?:zich\s+)?(?:\w+\s+){{0,2}}?"
    rf"(?:(?:bij|tot)\s+{_US}\s+)?(?:aan|toe)\s+(?:bij|als lid|tot)\b",
    r"<P>\s+joined\s+(?:<G>\b(?:later|since|then|in (?:19|20)\d\d)\b|(?:in|at|from)\s)",
    r"<P>\s+(?:sloot|sloten|kwam|kwamen|traden|trad)<G>\b(?:later|daarna|sindsdien|in (?:19|"
    r"20)\d\d)\b<G>\b(?:aan|bij|toe)\b",
    # our members are P
    rf"\b(?:nieuwe?|new|our|onze|de|the|alle|all|{_OURSELVES})\s+(?:\w+\s+){{0,2}}?(?:leden|lid|"
    rf"members?|"
    r"aangeslotenen|member organi[sz]ations)\b(?:<G>\b(?:zijn|is|are|were|include|includes|zoals|"
    r"such as|waaronder|onder wie|from|van|namelijk)\b|<G>:)\s*<A><P>(?:\s+(?:to|tot)\s+<A><P>)?",
    r"\b(?:nieuwe?|new)\s+(?:\w+\s+)?(?:leden|lid|members?|is|are|zijn)\s+<A><P>(?!\s+as\b)",
    # welcome P
    r"\b(?:welkom|welcomed?|welcoming|verwelkom\w*|begroet\w*)\s+(?:we\s+|wij\s+|also\s+|ook\s+)?"
    r"(?:aan\s+|to\s+)?<A>(?:nieuwe?\s+leden\s+|new\s+members?\s+|als\s+(?:nieuwe?\s+)?(?:lid|"
    r"leden)\s+)?<P>",
    # the network is P
    rf"{_WE}(?:,[^,]{{2,80}},)?\s+(?:is|are|zijn|was)\s+<G>\b(?:{BODY}|partnership|initiative|"
    rf"samenwerkingsverband)\s+(?:van|of|between|tussen|met)\b(?:<G>:)?\s*<A>(?:\w+\s+){{0,4}}?<P>",
    rf"{_WE}\s+(?:\w+\s+){{0,2}}?(?:verenigt|unites?|brings? together|bestaat uit|consists? of|"
    rf"comprises?|is made up of|is formed by|wordt gevormd door|telt als leden|heeft als leden|"
    rf"counts)\b(?:<G>:)?\s*<A>(?:\w+\s+){{0,2}}?<P>",
    rf"<P>\s+(?:vorm(?:t|en|den)|form|make up|makes up|werken)\s+(?:samen\s+)?(?:in\s+)?{_US}",
    rf"\bin\s+{_US}\s+werken\s+<A><P>",
    rf"\bbrengt\s+{_WE}?\s*<A><P>\s+(?:samen|bijeen|bij elkaar)",
)
_NOT = re.compile(r"\b(?:niet|geen|nooit|not|never)\b", re.IGNORECASE)
_SPOKEN = re.compile(
    r"\b(?:members?|membership|leden|lid|ledental|ledenlijst|lidmaatschap|aangesloten|"
    r"aangeslotenen|joined|toegetreden|samenwerkingsverband|signed up)\b",
    re.IGNORECASE,
)


def members_in(
    text: str, around: str, publisher: Ref, activities: Known, known: Known
) -> Iterator[Mention]:
    """Who a clause says is a member of the publisher; `around` is the text that it stands in."""
    if not _SPOKEN.search(around):
        return
    spans = spans_in(text, activities, known)
    if any(span.kind not in (PARTY, PERSON) for span in spans):
        return  # it speaks of an activity: who joins that is a partner in it
    own = [span for span in spans if span.kind == PARTY and _is_own(span, publisher, known)]
    laid = laid_out(text, tuple(s for s in spans if s not in own), tuple(own))
    found: dict[int, None] = {}
    for pattern in _MEMBER:
        if not any(_NOT.search(one[0]) for one in pattern.finditer(laid.text)):
            found.update(dict.fromkeys(signs_in(pattern, laid.text)))
    for number in found:
        for one in laid.spans[number].mentions:
            if not (is_generic(one) or one.out or one.ref == publisher):
                yield one


def _is_own(span: Span, publisher: Ref, known: Known) -> bool:
    if len(span.mentions) != 1:
        return False
    name = span.mentions[0].ref.name
    longer = name.startswith(f"{publisher.name} ") or publisher.name.startswith(f"{name} ")
    return longer or name == publisher.name or known.find(name) == publisher
