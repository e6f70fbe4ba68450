"""Who belongs to a body, in sentences that enumerate them behind what is said of the body.

body in which parties work      De Kring, waarin A, B en C samenwerken
so many members, among them     De kring telt 84 leden, onder wie A en B; nine joined, including A
new: parties                    Nieuw als lid: A en B; Admitted: A and B
parties belong to body          Sinds mei horen A en B bij het netwerk
they were in it already         A trad toe tot de Kring. B en C zaten daar al in
it is a member of body          Our network … It is a member of the Bond
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import IN_A_SENTENCE, Finding, FoundNode, Ref, tie
from ledwerk.loaders.publication.layout.sentences import Stretch, sentences_of
from ledwerk.loaders.publication.parties.founders import meant, parties_told
from ledwerk.loaders.publication.parties.founding_words import BODY
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, Known
from ledwerk.loaders.publication.parties.publisher import publisher_of
from ledwerk.loaders.publication.parties.publisher_shown import IS_A_BODY
from ledwerk.loaders.publication.partners.partner_cues import about_others, turned_down

_NAME = (
    r"[A-ZÀ-Þ][\w&’'.-]*(?: (?:(?:van|voor|de|het|en|of|for|and|the|&|’t|'t|in) ){0,3}"
    r"[A-ZÀ-Þ0-9][\w&’'-]*){0,8}(?: (?:vzw|nv|bv|plc))?"
)
_OUR = rf"(?:(?i:de|het|the|our|onze|ons|deze|dit|this) (?i:{BODY})\b(?! [A-ZÀ-Þ]))"
_WHOLE = rf"(?P<whole>{_OUR}|(?:[Dd]e |[Hh]et |[Tt]he )?{_NAME}|ons|us)"
# Who do it; "Sinds de zomer" is when.
_WHO = (
    r"(?P<who>(?!(?:Sinds|Vanaf|Per|In|Op|Met|Bij|Voor|Na|Since|From|At|On|With|After)\b)"
    r"[^.;:]{2,400}?)"
)
_LIST = r"(?P<list>[^;:]{2,500})"
_MEMBERS = (
    r"(?:leden|lidorganisaties|lidbedrijven|aangeslotenen|members?|member (?:organi[sz]ations|"
    r"firms|companies|bodies))"
)
_FIRMS = (
    r"(?:organisaties|organisations|organizations|bedrijven|ondernemingen|ondernemers|firms|"
    r"companies|businesses|enterprises|partijen|parties|instellingen|institutions|gemeenten|"
    r"councils|nieuwkomers|newcomers)"
)
_AMONG = (
    r"(?:onder wie|onder meer|onder andere|waaronder|waarvan|zoals|including|among them|among whom|"
    r"such as|notably)"
)
_MEET = (
    r"(?:samen\w*|verenig\w*|vertegenwoordig\w*|aangesloten|georganiseerd|gebundeld|bundelen|elkaar|"
    r"de handen|deelnemen|participeren|overleggen|zitten|zitting hebben|optrekken|"
    r"work|works|co-?operate|collaborate|join|are|meet|come|sit|unite|pool)"
)
_JOINED = (
    r"(?:(?:meldd?en|sloten|sluiten) zich (?:[^.;:,]{0,50} )?aan|traden (?:[^.;:,]{0,40} )?toe|"
    r"treden (?:[^.;:,]{0,40} )?toe|werden (?:\w+ )?lid|zijn (?:\w+ ){0,3}(?:lid geworden|"
    r"toegetreden|aangesloten|bijgekomen)|kwamen erbij|joined|signed up|became members|have joined|"
    r"came on board|were admitted)"
)
_NEW = (
    r"(?:nieuw(?:e(?: leden| deelnemers| gezichten)?| lid)?|new(?: members?| faces| joiners)?|"
    r"newcomers?|nieuwkomers?|toegelaten|toegetreden|aangemeld|aangesloten|lid geworden|"
    r"ingeschreven|admitted(?: as members?| to membership)?|joined|joining|joiners|elected|"
    r"welcome|welkom|welcomed)"
)
_CAN_BE = r"(?:is|zijn|was|waren|werd|werden|are|were|has been|have been)"

_INSIDE = re.compile(
    rf"{_WHOLE}(?: \([\w&’' -]{{2,20}}\))?,? (?:(?:is|vormt|was) (?:het|een|the|an?) "
    r"[a-zà-ÿ ]{3,40}? )?(?:waarin|waarbinnen|in which|within which|through which) "
    rf"(?P<list>[^;:]{{4,500}}? {_MEET}\b)"
)
_COUNTED = (
    re.compile(
        rf"^(?:{_WHOLE}|[Ww]e|[Ww]ij|[Ii]t|[Zz]ij|[Zz]e|[Hh]et) (?:nu |inmiddels |now |vandaag )?"
        rf"(?:telt|tellen|telde|heeft|hebben|kent|has|have|counts?|numbers?|boasts?) "
        rf"[^.;:]{{0,40}}?\b{_MEMBERS}\b[^.;:]{{0,60}}?,? {_AMONG} {_LIST}"
    ),
    re.compile(rf"\b{_FIRMS} {_JOINED}\b(?! (?:voor|for))[^.;:]{{0,40}}?,? {_AMONG} {_LIST}"),
)
_LABEL = re.compile(
    rf"^(?i:{_NEW})(?: (?:als|as|in|onder|to|bij|this|dit|sinds|since|per|van|of|our|onze|ons|de|"
    rf"het|the|een|deelnemers?|leden|lid|members?|gelederen|ranks|family|familie|club|netwerk|network|"
    rf"quarter|kwartaal|year|jaar|month|maand|season|seizoen|\d{{4}}|a)){{0,7}}: {_LIST}$"
)
_BELONG = (
    re.compile(
        rf"^{_WHO} (?:heeft|hebben|had|hadden) zich (?:[\w’']+ ){{0,6}}?(?:aangesloten bij|"
        rf"gevoegd bij|verenigd in) {_WHOLE}"
    ),
    re.compile(rf"^{_WHO} (?:sloot|sloten) zich (?:[\w’']+ ){{0,6}}?aan bij {_WHOLE}"),
    re.compile(rf"^{_WHO} (?:trad|traden) (?:[\w’']+ ){{0,6}}?toe tot {_WHOLE}"),
    re.compile(rf"^{_WHO} (?:has |have )?(?:recently |also )?joined {_WHOLE}"),
    re.compile(
        rf"^{_WHO} (?:heeft|hebben|had|hadden) zich (?:[\w’']+ ){{0,6}}?(?:bij|tot) {_WHOLE} "
        r"(?:aangesloten|gevoegd|bekend)\b"
    ),
    re.compile(
        rf"^{_WHO} {_CAN_BE} (?:[\w’']+ ){{0,6}}?(?:bij|tot|van) {_WHOLE} (?:aangesloten|"
        r"toegetreden|lid(?: geworden)?)\b"
    ),
    re.compile(
        rf"^{_WHO} (?:hoort|horen|behoort|behoren) (?:[\w’']+ ){{0,6}}?(?:bij|tot) {_WHOLE}"
    ),
    re.compile(
        rf"^(?:[Ss]inds|[Vv]anaf|[Pp]er|[Ii]n) [\w’' ]{{2,30}}? (?:hoort|horen|behoort|behoren) "
        rf"{_WHO} (?:ook |nu )?(?:bij|tot) {_WHOLE}"
    ),
    re.compile(
        rf"^(?:[Ss]inds|[Vv]anaf|[Pp]er|[Ii]n|[Oo]p) [\w’' ]{{2,30}}? (?:is|zijn) {_WHO} "
        rf"(?:ook |nu )?(?:lid van|aangesloten bij|toegetreden tot) {_WHOLE}"
    ),
)
_ALREADY = re.compile(
    rf"^{_WHO} (?:(?:zat|zaten|zit|zitten) (?:daar|er|hier) (?:al|reeds)(?: \w+)? in|"
    r"(?:was|waren|is|zijn) (?:daar |er |hier )?(?:al|reeds) (?:eerder )?(?:lid|aangesloten|bij|"
    r"van de partij)|(?:was|were|is|are) already (?:a )?(?:members?|in|on board|part of it))\b"
)
_PART = re.compile(
    rf"^(?:We|Wij|It|Zij|Ze|Het|{_OUR}) (?:is|are|zijn|zelf is)(?: (?:zelf|ook|also|itself|in turn|"
    r"on its turn))?(?: een| een trots| an?| a proud)? (?:members? of|lid van|aangesloten bij|"
    rf"affiliated (?:to|with)) (?:the |de |het )?(?P<body>{_NAME})"
)
_NOT = re.compile(r"\b(?:niet|geen|nooit|niemand|not|no|never|nobody)\b", re.IGNORECASE)
_OF_MEMBERS = re.compile(
    r"\b(?:members?|membership|leden|lid|ledenlijst|lidmaatschap|ledenvergadering|aangeslotenen|"
    r"vereniging|association|zegden op|opgezegd|deelnemers?|resigned)\b",
    re.IGNORECASE,
)
_OURS = re.compile(rf"\b(?:(?:[Oo]ur|[Oo]nze|[Oo]ns) (?i:{BODY})|[Ww]e|[Ww]ij)\b")


def read_joined(document: Document, found: Iterable[Finding]) -> Iterator[Finding]:
    """Who belongs to what, by the sentences that enumerate them."""
    known = Known(found)
    publisher = publisher_of(document, known)
    publisher = publisher if publisher and publisher.kind == "Organisation" else None
    for block in document.blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            continue
        last: Ref | None = None
        ours = False
        for sentence in sentences_of(block.text):
            text = " ".join(sentence.text.split())
            told = _told(text, block, publisher, known, last, ours)
            ours = bool(_OURS.search(text) or (publisher and publisher.name in text))
            if told is None or turned_down(text) or about_others(text):
                last = None if told is None else last
                continue
            members, last = told
            yield from _tied(document, block, sentence, members, last)


Told = tuple[list[Ref], Ref]


def _told(
    text: str, block: Block, publisher: Ref | None, known: Known, last: Ref | None, ours: bool
) -> Told | None:
    """The members and the body that a sentence tells of; None where it does not."""
    inside = _INSIDE.search(text)
    is_body = inside is not None and IS_A_BODY.search(inside["whole"])
    whole = _whole(inside["whole"], publisher, known) if inside and is_body else None
    if inside and whole:
        return _with(inside["list"], whole, known)
    for pattern in _BELONG:
        found = pattern.search(text)
        whole = _whole(found["whole"], publisher, known) if found else None
        if found and whole and not _NOT.search(found[0]):
            return _with(found["who"], whole, known)
    already = _ALREADY.search(text)
    if already and last:
        return _with(already["who"], last, known)
    part = _PART.match(text)
    if part and publisher and (ours or _OURS.match(text)):
        body = known.find(part["body"]) or Ref("Organisation", part["body"].rstrip("."))
        return None if known.find(part["body"], ACTIVITIES) else ([publisher], body)
    return _enumerated(text, block, publisher, known)


def _enumerated(text: str, block: Block, publisher: Ref | None, known: Known) -> Told | None:
    """Members in a list behind "84 members, among them" or "New members:"."""
    around = _OF_MEMBERS.search(f"{block.heading} {block.text}")
    if any(known.headed(heading, ACTIVITIES) for heading in block.path):
        return None  # who is new under the heading of an activity takes part in that
    for pattern in (*_COUNTED, _LABEL):
        found = pattern.search(text)
        if not found or not around:
            continue
        named = found.groupdict().get("whole")
        whole = _whole(named, publisher, known) if named else publisher
        if whole:
            return _with(found["list"], whole, known)
    return None


def _whole(name: str, publisher: Ref | None, known: Known) -> Ref | None:
    """The body that is meant by its name, its noun or "us"; None for an activity."""
    if name in ("ons", "us"):
        return publisher
    ref = meant(name.strip(" .,"), publisher, known, spoken=True)
    return ref if ref is not None and ref.kind in ("Organisation", "Group") else None


def _with(text: str, whole: Ref, known: Known) -> Told | None:
    """The parties of an enumeration that have a name, and are no people or activities."""
    members = [
        known.find(one.ref.name) or one.ref
        for one in parties_told(text, text, known)
        if not (one.generic or one.out) and not known.find(one.ref.name, ACTIVITIES)
    ]
    members = [one for one in dict.fromkeys(members) if one != whole]
    return (members, whole) if members else None


def _tied(
    document: Document, block: Block, sentence: Stretch, members: list[Ref], whole: Ref
) -> Iterator[Finding]:
    place = document.locator(block, sentence.start, sentence.end)
    yield FoundNode(whole, place, IN_A_SENTENCE)
    for one in members:
        yield FoundNode(one, place, IN_A_SENTENCE)
        yield tie("MEMBER_OF", one, whole, place, IN_A_SENTENCE)
