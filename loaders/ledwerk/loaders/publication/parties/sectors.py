"""Sectors that a text names as such, who is active in them, and ambition areas.

enumeration      de sectoren Leisure, Logistiek en Zorg; key sectors: fishing, tourism
heading          "Zuid-Limburgse krachtsectoren" over a list of short lines
programme        Sectorprogramma Leisure; sectorprogramma's voor zorg en energie
label            Sector: logistiek (of the project whose section it is)
active           X is actief in de sectoren A en B; Logistiek is een speerpunt van X
driven           de ontwikkeling van A en B vindt plaats vanuit de campussen
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import (
    GATHERED,
    IN_A_LIST,
    IN_A_SENTENCE,
    Finding,
    FoundNode,
    Ref,
    node,
    tie,
)
from ledwerk.loaders.publication.layout.counting_words import SMALL_NUMBER
from ledwerk.loaders.publication.layout.sentences import Stretch, sentences_of
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, PARTIES, Known
from ledwerk.loaders.publication.parties.parties_at import named_at
from ledwerk.loaders.publication.parties.publisher import publisher_of

_WORD = (
    r"(?:(?:top|kracht|speerpunt|sleutel|kern|groei|stuwende |economische |kansrijke |"
    r"belangrijkste |"
    r"prioritaire |strategische |key |priority |core |growth |focus |target |strategic |main |"
    r"strong |leading |industry )?(?:sectoren|sectors)|"
    r"(?:(?:economische|onze|our) )?speerpunten|branches)"
)
_COUNT = rf"(?:(?:{SMALL_NUMBER}) )?"
_LISTED = re.compile(
    rf"\b{_COUNT}{_WORD}(?:(?: (?:van|of|in|for|voor|uit) [^:.,;]{{2,40}}?)?"
    r"(?: (?:zijn|are|include|including|waaronder|such as|zoals|namelijk|te weten|namely)\b:?|"
    r":| –))? (?P<list>[^.;:()]{3,200})",
    re.IGNORECASE,
)
_TIED = re.compile(r"(?:\s*[,;]\s*(?:en |and |&\s)?|\s+(?:en|and|alsmede|plus|as well as)\s+)")
_NAME = re.compile(
    r"(?:[A-ZÀ-Þa-zà-ÿ][\w’'/-]*)(?: (?:&|en|and|van de|of) [A-ZÀ-Þa-zà-ÿ][\w’'/-]*|"
    r" [A-ZÀ-Þa-zà-ÿ][\w’'/-]*){0,3}"
)
_NO_SECTOR = re.compile(
    r"\b(?:de|het|die|dat|een|the|a|that|which|who|is|are|was|zijn|heeft|have|has|wordt|worden|hun|their|"
    r"onze|our|deze|these|voor|for|met|with|niet|not|samen|together|waar|where|om|to|van|staan|stand|"
    r"centraal|heen|verder|gewoon|elkaar|worden|meer|more|andere|other|alle|all|sectoren|sectors|"
    r"bedrijven|projecten|projects|partners|overige|rest|elk|each|as|well|it|we|wij|er|maar|but)\b",
    re.IGNORECASE,
)
_TWO = re.compile(
    r"(?P<two>food (?:and|&) drink|agro (?:en|&) voedsel|agro (?:en|&) food|"
    r"life sciences (?:and|en|&) "
    r"health|chemie (?:en|&) materialen|high tech (?:systemen|systems) (?:en|and|&) (?:materialen|"
    r"materials)|zorg (?:en|&) welzijn|health (?:and|&) (?:social )?care|toerisme (?:en|"
    r"&) recreatie|"
    r"vrije tijd (?:en|&) toerisme|transport (?:en|and|&) (?:logistiek|logistics)|water (?:en|&) "
    r"maritiem|natuur (?:en|&) landschap|kunst (?:en|&) cultuur|bouw (?:en|&) infra|"
    r"handel (?:en|&) "
    r"logistiek|tuinbouw (?:en|&) uitgangsmaterialen|agri(?:culture)? (?:and|&) food|"
    r"media (?:and|en|"
    r"&) (?:ict|technology)|tourism (?:and|&) (?:leisure|hospitality)|arts (?:and|&) culture|"
    r"creative (?:and|&) digital|energy (?:and|&) (?:environment|water)|finance (?:and|&) business "
    r"services)",
    re.IGNORECASE,
)
_PROGRAMME = re.compile(r"(?:sectorprogramma|sectorplan|sectoraanpak|sector programme|sector plan)"
                        r"(?: (?:voor|for))? (?P<name>.{3,40})", re.IGNORECASE)  # fmt: skip
_LABEL = re.compile(
    r"(?:^|(?<=[\s|]))(?:Sector(?:en|s)?|Branches?|Topsector(?:en)?): (?P<list>[^:]{3,80}?)"
                    r"(?=$|\s[A-Z][\w-]+(?: [a-z]+)?:|\s•)")  # fmt: skip
_HEADING = re.compile(
    rf"(?:[\w-]+ )?(?:(?:de|onze|our|the) )?(?:[\w-]+ )?{_WORD}(?: (?:van|of|in|for) .{{2,40}})?",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    r"\b(?:actief|werkzaam|werkt|werken|richt zich|richten zich|focust|operates?|active|works?|"
    r"focus(?:es)?)\b[^.;:]{0,25}\b(?:in|op|on|across)\b[^.;:]{0,20}$",
    re.IGNORECASE,
)
_SPEARHEAD = re.compile(
    r"\b(?:is|zijn|vormt|are) (?:een|één|a|one|the)? ?(?:van )?(?:of )?(?:de |the |its |our )?(?:"
    r"speerpunt(?:en)?|topsector(?:en)?|key sectors?|priority sectors?|focus sectors?) (?:van|"
    r"of|for|voor) ",
    re.IGNORECASE,
)
_DRIVEN = re.compile(
    r"\bontwikkeling van (?P<list>[^.;:]{5,120}?) (?:vindt|vinden) plaats (?:vanuit|op|in)\b|"
    r"\bdevelopment of (?P<list_en>[^.;:]{5,120}?) (?:takes place|happens) (?:at|on|from)\b",
    re.IGNORECASE,
)
_LONGEST = 40
_FEWEST, _MOST_LINES = 3, 12


def read_sectors(document: Document, found: Iterable[Finding]) -> Iterator[Finding]:
    """Sectors, and who is active in them; ambition areas under a heading of theirs."""
    found = list(found)
    known = Known(found)
    publisher = publisher_of(document, known)
    names: dict[str, str] = {}
    yield from _named(document, known, publisher, names)
    yield from _programmes(found, names)
    yield from _ambitions(document)
    yield from _told_of(document, known, names)


def _named(
    document: Document, known: Known, publisher: Ref | None, names: dict[str, str]
) -> Iterator[Finding]:
    for block in document.blocks:
        if block.kind in (BlockKind.TABLE, BlockKind.HEADING):
            continue
        for label in _LABEL.finditer(block.text):
            about = next(
                (ref for h in reversed(block.path) if (ref := known.headed(h, ACTIVITIES))), None
            )
            place = document.locator(block, label.start(), label.end())
            for sector in sectors_in(label["list"]):
                yield _sector(sector, place, names, IN_A_LIST)
                if about is not None:
                    yield _tie("ACTIVE_IN", about, names[sector.lower()], place)
        for sentence in sentences_of(block.text):
            yield from _in_sentence(document, block, sentence, known, publisher, names)
    yield from _under_heading(document, names)


def _in_sentence(
    document: Document, block: Block, sentence: Stretch, known: Known, publisher: Ref | None,
    names: dict[str, str],
) -> Iterator[Finding]:  # fmt: skip
    place = document.locator(block, sentence.start, sentence.end)
    for found in _LISTED.finditer(sentence.text):
        sectors = sectors_in(found["list"])
        if len(sectors) < 2:
            continue
        for sector in sectors:
            yield _sector(sector, place, names, IN_A_SENTENCE)
        if _ACTIVE.search(sentence.text[: found.start()]):
            spots = named_at(sentence.text[: found.start()], known, PARTIES | ACTIVITIES)
            who = spots[0].ref if spots else publisher
            if who is not None:
                for sector in sectors:
                    yield _tie("ACTIVE_IN", who, names[sector.lower()], place)
    driven = _DRIVEN.search(sentence.text)
    campus = _campus(sentence.text[driven.end() :], known) if driven else None
    if driven and campus is not None:
        for sector in sectors_in(driven["list"] or driven["list_en"]):
            yield _sector(sector, place, names, IN_A_SENTENCE)
            yield _tie("DRIVES", campus, names[sector.lower()], place)


def _campus(text: str, known: Known) -> Ref | None:
    """The campus, or the campuses together, that a sentence goes on to name."""
    spots = named_at(text, known, frozenset({"Campus", "Group"}))
    if spots:
        return spots[0].ref
    found = _CAMPUSES.match(text)
    if not found:
        return None
    near = known.ending("campussen") or known.ending("campuses")
    same = near is not None and near.name[:_ALIKE].lower() == found["name"][:_ALIKE].lower()
    return near if same else Ref("Group", found["name"])


_CAMPUSES = re.compile(
    r"\s*(?:de |the |onze |our )?(?P<name>[A-ZÀ-Þ][\w-]+ [Cc]ampus(?:sen|es))(?!\w)"
)
_ALIKE = 8  # letters by which a name is told again where it is spelt in another way


def sectors_in(text: str) -> tuple[str, ...]:
    """The sectors of an enumeration, as they are called; none where it is something else."""
    kept = _TWO.sub(
        lambda two: two[0].replace(" en ", " \ue000 ").replace(" and ", " \ue001 "), text
    )
    made: list[str] = []
    for part in _TIED.split(kept):
        name = part.replace("\ue000", "en").replace("\ue001", "and").strip(" .:;–-")
        name = re.sub(r"^(?:de|het|the) (?=\w+$)", "", name)
        if not name or len(name) > _LONGEST or not _NAME.fullmatch(name) or _NO_SECTOR.search(name):
            break
        made.append(name[:1].upper() + name[1:])
    return tuple(made)


def _sector(name: str, place: str, names: dict[str, str], sure: float) -> FoundNode:
    shown = names.setdefault(name.lower(), name)
    return node("Sector", shown, place, sure)


def _tie(kind: str, who: Ref, sector: str, place: str) -> Finding:
    return tie(kind, who, Ref("Sector", sector), place, GATHERED)


def _under_heading(document: Document, names: dict[str, str]) -> Iterator[Finding]:
    """Short lines under a heading such as "Krachtsectoren", each a sector."""
    for heading, blocks in document.sections():
        if heading is None or not _HEADING.fullmatch(heading.text.strip(" :.")):
            continue
        lines = [b for b in blocks if b.kind in (BlockKind.ITEM, BlockKind.PARAGRAPH)]
        parts = [(b, " ".join(b.text.split()).strip(" .;")) for b in lines]
        if not _FEWEST <= len(parts) <= _MOST_LINES or any(
            len(text) > _LONGEST for _, text in parts
        ):
            continue
        for block, text in parts:
            if _NAME.fullmatch(text) and not _NO_SECTOR.search(text):
                yield _sector(text, document.locator(block), names, IN_A_LIST)


def _programmes(found: Iterable[Finding], names: dict[str, str]) -> Iterator[Finding]:
    """The sector of a sector programme: "Sectorprogramma Leisure"."""
    for one in found:
        told = _PROGRAMME.fullmatch(one.ref.name) if isinstance(one, FoundNode) else None
        if told is None or not isinstance(one, FoundNode) or one.ref.kind not in ACTIVITIES:
            continue
        name = re.sub(r"\s*(?:19|20)\d\d.*$", "", told["name"]).strip()
        if name and not _NO_SECTOR.search(name):
            yield _sector(name, one.locator, names, GATHERED)
            yield _tie("ACTIVE_IN", one.ref, names[name.lower()], one.locator)


def _told_of(document: Document, known: Known, names: dict[str, str]) -> Iterator[Finding]:
    """Who has a sector as its spearhead, and what stands in a section named as a sector."""
    for block in document.blocks:
        if block.kind in (BlockKind.TABLE, BlockKind.HEADING):
            continue
        for sentence in sentences_of(block.text):
            told = _SPEARHEAD.search(sentence.text)
            sector = names.get(sentence.text[: told.start()].strip().lower()) if told else None
            spots = named_at(sentence.text[told.end() :], known, PARTIES) if told else []
            if told and sector and spots:
                place = document.locator(block, sentence.start, sentence.end)
                yield _tie("ACTIVE_IN", spots[0].ref, sector, place)
        sector = names.get(block.heading.strip().lower())
        if sector is None:
            continue
        others = [name for name in names if name != sector.lower()]
        for spot in named_at(block.text, known, ACTIVITIES):
            if any(name in spot.ref.name.lower() for name in others):
                continue  # its own name tells another sector
            place = document.locator(block, spot.start, spot.end)
            yield _tie("ACTIVE_IN", spot.ref, sector, place)


_PILLARS = re.compile(
    r"\b(?:voorwaarden|pijlers|ambities|ambitiegebieden|ambitielijnen|bouwstenen|hoekstenen|opgaven|"
    r"pillars|ambitions|ambition areas|building blocks|cornerstones|conditions|missions)\b"
    r"(?: (?:zijn|are|namelijk|te weten|"
    r"namely))?:? (?P<list>[^.;:(]{5,160})(?:\((?P<also>[^)]{5,120})\))?",
    re.IGNORECASE,
)


def _ambitions(document: Document) -> Iterator[Finding]:
    """Areas that a sentence enumerates and that have a heading each."""
    headed = {
        block.text.strip(" :.").lower(): block
        for block in document.blocks
        if block.kind is BlockKind.HEADING
    }
    for block in document.blocks:
        for found in _PILLARS.finditer(block.text):
            names, also = _items(found["list"]), _items(found["also"] or "")
            pairs = list(zip(names, also, strict=True)) if len(names) == len(also) else []
            pairs = pairs or [(one, "") for one in names]
            told = [pair for pair in pairs if any(name.lower() in headed for name in pair if name)]
            if len(told) < 2:
                continue
            for pair in told:
                name = next(one for one in pair if one.lower() in headed)
                other = tuple(one for one in pair if one and one != name)
                head = headed[name.lower()]
                shown = head.text.strip(" :.")
                yield node("AmbitionArea", shown, document.locator(head), IN_A_LIST, aliases=other)


def _items(text: str) -> tuple[str, ...]:
    """The names of an enumeration; none where there is more to it than names."""
    parts = [part.strip(" .") for part in _TIED.split(text) if part.strip(" .")]
    return tuple(parts) if all(_NAME.fullmatch(part) for part in parts) else ()
