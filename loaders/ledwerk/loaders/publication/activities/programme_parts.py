"""What is part of which programme, by the sentences that say so in either direction.

"A en B vallen onder het programma X", "as part of X", "X omvat de projecten A en B", "Under the X
Strategy". Where a sentence says "the programme", it is the one last spoken of, or the only one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ledwerk.loaders.publication.activities.activity_found import Activities
from ledwerk.loaders.publication.activities.activity_names import PROGRAMME, PROJECT
from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import Ref
from ledwerk.loaders.publication.layout.counting_words import SMALL_NUMBER
from ledwerk.loaders.publication.layout.sections import Section
from ledwerk.loaders.publication.layout.sentences import Stretch, sentences_of
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, Known
from ledwerk.loaders.publication.partners.partner_cues import about_others, never_came_about
from ledwerk.schema.names import fold


@dataclass(frozen=True, slots=True)
class Spot:
    """An activity that a sentence names or means, and where."""

    ref: Ref
    start: int
    end: int


_KIND = (
    r"(?:[a-zë-]{0,20}programma(?:lijn)?|programme|program|[a-z]{0,12}strategie|strategy|"
    r"(?:regio |city |green )?deal|regiodeal|[a-z]{0,12}agenda|[a-z]{0,8}plan|"
    r"actielijn|programmalijn|lijn|pijler|strand|pillar|initiative|subsidieprogramma)"
)
_ARTICLE = (
    r"(?:(?:(?-i:[A-ZÀ-Þ][a-zà-ÿ]{3,16}s)|het|de|ons|onze|dit|deze|dat|die|the|our|its|this|that|vorige|previous|oude|old|nieuwe|"
    r"new|overkoepelende?|bredere|wider|broader|larger|grote|meerjarige?|regionale?|regional|"
    r"landelijke?|europese?|european)\s+){0,4}"
)
# What stands right before the name of a programme that something is part of.
_WITHIN = re.compile(
    r"(?:\b(?:binnen|onder(?: de (?:vlag|paraplu|noemer|hoede|koepel) van)?|in het kader van|"
    r"vanuit|uit|als (?:deel|onderdeel|uitwerking|uitvloeisel|vervolg) van|"
    r"(?:onder)?deel (?:uit )?van|(?:tot|bij|onder)|deel uit van|ondergebracht (?:bij|in)|"
    r"under(?:neath)?(?: the (?:umbrella|banner|flag|auspices) of)?|within|inside|"
    r"as part of|part of|"
    r"(?:kader(?:t|en|de|den)|pas(?:t|sen|te|ten)|opgenomen|zit(?:ten)?) (?:in|binnen)|"
    r"belong(?:s|ed|ing)?(?: \w+)? to|"
    r"(?:projecten?|projects?|oproep|call|ronde|round|pilots?|lijn(?:en)?|pijlers?|strands?|"
    r"pillars?|schemes?|"
    r"initiatie(?:f|ven)|initiatives?|fieldlabs?|deelprojecten|deelproject|trajecten|parts?)\s+"
    r"(?:van|binnen|uit|onder|in|of|under|within|from))\s+"
    rf"{_ARTICLE}(?:{_KIND},?\s+)?[“\"‘']?)$",
    re.IGNORECASE,
)
# Such words say so by themselves; "bij", "onder" and "uit" only with a verb of belonging.
_BARE = re.compile(
    rf"\b(?:tot|bij|onder|uit|under)\s+{_ARTICLE}(?:{_KIND}\s+)?[“\"‘']?$", re.IGNORECASE
)
BELONGS = re.compile(
    r"\b(?:val(?:t|len)|viel(?:en)?|hoor(?:t|de|den)|horen|behoor(?:t|de|den)|behoren|"
    r"hang(?:t|en)|ressorte(?:ert|ren)|loopt|lopen|liep(?:en)?|komt|kwam(?:en)?|komen|"
    r"gefinancierd|betaald|bekostigd|is|zijn|was|waren|gestart|ontstaan|voortgekomen|"
    r"falls?|fell|comes?|came|runs?|ran|sits?|sat|is|are|was|were|start(?:s|ed)?|"
    r"launched|delivered|financed|funded)\b",
    re.IGNORECASE,
)
HOLDS = re.compile(
    r"^[”\"’']?(?:\s+(?:programma|programme|program|deal|strategy))?(?:\s*\([^)]{2,40}\))?,?\s+"
    r"(?:omvat(?:te)?|waarvan(?=[^.;]{3,160}\b(?:deel|onderdeel) (?:van )?uitma)|"
    r"waar(?:toe|onder)(?=[^.;]{3,160}\b(?:behor|vall|hor))|"
    r"waar(?=[^.;]{3,120}\b(?:onder|bij|toe|in) (?:vall|hor|behor|zitt|pass))|"
    r"of which(?=[^.;]{3,160}\bparts?\b)|"
    r"which includes?|keur(?:t|de|den)(?=[^.:]{0,60}\bgoed\b)|approved|selected|"
    r"(?:(?:gaf|gaven|geeft|gave) )?(?:nog )?"
    rf"(?:\d+|{SMALL_NUMBER}) "
    r"projecten (?:groen licht|goed)|telt|"
    r"telde|kent|kende|bestaat(?: nu| dit jaar)? uit|bestond uit|bevat|"
    r"bundelt|includes?|included|comprises?|comprised|consists? of|consisted of|contains?|covers|"
    r"covered|brings? together|is made up of|was made up of|houses|(?:valt|falls) (?:uiteen )?"
    r"(?:in|into)|is verdeeld in|is divided into|(?:has|heeft|had)(?= (?:\w+ ){1,3}(?:projec|"
    r"lijn|strand|pijler|pillar|part|deel)))\b",
    re.IGNORECASE,
)
_MEANT = re.compile(
    rf"\b(?:het|dit|dat|ons|onze|deze|die|de|the|this|that|our)\s+(?P<noun>{_KIND}|Strategy|"
    r"Programme|Deal|Programma|Agenda)(?![\w-])(?!\s+(?-i:[“\"A-ZÀ-Þ0-9]))",
    re.IGNORECASE,
)
NOT = re.compile(
    r"\b(?:niet|geen|nooit|los van|buiten|not|never|outside|separate|instead|rather than|"
    r"unlike|anders dan|in plaats van)\b",
    re.IGNORECASE,
)
_IT = re.compile(
    r"^(?:(?:het|dit|deze|the|this)\s+(?:\w*project|pilot|proef|fieldlab|proeftuin|initiatief|"
    r"initiative|scheme|work|lab|loket|experiment|traject|regeling)|het|dit|it|this|als onderdeel|"
    r"as part)\b",
    re.IGNORECASE,
)


def read_parts(document: Document, made: Activities) -> None:
    """Add what sentences say of activities that are part of programmes."""
    wholes = {one.ref for one in made.found if one.ref.kind == PROGRAMME}
    if not wholes:
        return
    for section in made.sections:
        if section.silent:
            continue
        for block in section.blocks:
            if block.kind is not BlockKind.TABLE:
                _block(document, section, block, made, frozenset(wholes))


def _block(
    document: Document, section: Section, block: Block, made: Activities, wholes: frozenset[Ref]
) -> None:
    topic = made.of_heading(section.topic)
    last = next((ref for ref in topic if ref in wholes), None)
    about: tuple[Ref, ...] = ()
    for sentence in sentences_of(block.text):
        spots = spots_said(sentence.text, made.known, last, wholes)
        if last is not None:
            spots += [Spot(last, one.start(), one.end()) for one in OF_IT.finditer(sentence.text)]
        before = about
        named = [spot.ref for spot in spots if spot.ref in wholes]
        last = named[-1] if named else last
        projects = [spot.ref for spot in spots if spot.ref.kind == PROJECT]
        about = about if not projects else tuple(dict.fromkeys(projects))
        if NOT.search(sentence.text) or about_others(sentence.text):
            continue
        if never_came_about(sentence.text):
            continue
        place = document.locator(block, sentence.start, sentence.end)
        spots = sorted(spots, key=lambda spot: spot.start)
        for part, whole in _parts(sentence, spots, topic or before, wholes):
            if part != whole and not any((whole, part) == (a, b) for a, b, _ in made.parts):
                made.parts.append((part, whole, place))


def _parts(
    sentence: Stretch, spots: list[Spot], topic: tuple[Ref, ...], wholes: frozenset[Ref]
) -> Iterator[tuple[Ref, Ref]]:
    text = sentence.text
    for whole in (spot for spot in spots if spot.ref in wholes):
        before, after = text[: whole.start], text[whole.end :]
        others = [one for one in spots if one.ref != whole.ref and one.ref.kind == PROJECT]
        if HOLDS.match(after):
            yield from ((one.ref, whole.ref) for one in others if one.start > whole.end)
        elif is_within(before, text) or OF_IT.match(text, whole.start):
            inner = [s for s in spots if s.ref in wholes and s.end <= whole.start]
            inner = [s for s in inner if s.ref != whole.ref]
            if inner and _LINE_OF.search(text[inner[-1].end : whole.start]):
                yield inner[-1].ref, whole.ref
                continue
            ahead = [one for one in others if one.end <= whole.start]
            told = ahead or [one for one in others if one.start >= whole.end]
            yield from ((one.ref, whole.ref) for one in told)
            if not told and len(topic) == 1 and topic[0].kind == PROJECT and _IT.match(text):
                yield topic[0], whole.ref


# "vallen onder de lijn X, een van de drie lijnen van Y": X is a part of Y, not what is under X.
_LINE_OF = re.compile(
    r"\b(?:[a-z]{0,12}lijn(?:en)?|pijlers?|spoor|sporen|strands?|pillars?|tracks?|work ?streams?|"
    r"(?:onder)?deel|deelprogramma['’]?s?|parts?|(?:sub)?programmes?)\s+(?:uit )?"
    r"(?:van|of|in|within|binnen)\s",
    re.IGNORECASE,
)


def is_within(before: str, text: str) -> bool:
    """Whether what stands before a programme's name says that something is in it."""
    before = before[-_NEAR:]
    if not _WITHIN.search(before):
        return False
    return not _BARE.search(before) or bool(BELONGS.search(text))


_NEAR = 120


# "DuckFeed becomes part of it", "A en B maken daarvan deel uit".
OF_IT = re.compile(
    r"(?:(?<=part of )|(?<=under )|(?<=within )|(?<=belong to ))it\b|"
    r"\b(?:daarvan|hiervan|er)\b(?=[^.;]{0,40}\b(?:deel|onderdeel) (?:van )?(?:uit)?)|"
    r"\b(?:daaronder|hieronder|daarbinnen|hierbinnen)\b(?=[^.;]{0,40}\b(?:val|lo[op]|hoor|zit|"
    r"ligg))|(?<=vallen )(?:daaronder|hieronder|daarbinnen|hierbinnen)\b|"
    r"(?:(?<=vallen )|(?<=valt )|(?<=horen )|(?<=hoort )|(?<=zitten )|(?<=hangt )|(?<=hangen ))"
    r"er(?:onder|bij|binnen|in)\b(?! (?:om|dat|vanuit)\b)"
)


def spots_said(text: str, known: Known, last: Ref | None, wholes: frozenset[Ref]) -> list[Spot]:
    """The activities that a text names or means; `last` is the programme spoken of before."""
    spots = [*spots_in(text, known)]
    return [*spots, *_meant(text, spots, last, wholes)]


def _meant(
    text: str, spots: list[Spot], last: Ref | None, wholes: frozenset[Ref]
) -> Iterator[Spot]:
    """Where a text says "that programme": the one last spoken of, or the only one of that sort."""
    for found in _MEANT.finditer(text):
        if any(spot.start <= found.start() < spot.end for spot in spots):
            continue
        if any(spot.start == found.end("noun") + 1 for spot in spots):
            continue
        noun = fold(found["noun"])
        ahead = [s.ref for s in spots if s.end <= found.start() and s.ref in wholes]
        fit = [one for one in wholes if noun in fold(one.name)]
        same = fit or ([*wholes] if "program" in noun else [])
        ref = ahead[-1] if ahead else last
        ref = ref or (same[0] if len(same) == 1 else None)
        if ref is not None:
            yield Spot(ref, found.start("noun"), found.end("noun"))


def spots_in(text: str, known: Known) -> Iterator[Spot]:
    """The activities that a text names, with where it does."""
    at = 0
    while at < len(text):
        begins = at == 0 or not text[at - 1].isalnum()
        found = known.longest_at(text, at, ACTIVITIES) if begins and text[at].isalnum() else None
        if found and any(sign.isupper() for sign in text[at : found[1]]):
            yield Spot(found[0], at, found[1])
            at = found[1]
        else:
            at += 1
