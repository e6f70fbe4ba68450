"""Projects that are entries below one heading: each begins with its name, its facts follow.

"Naam: Blauwdruk Polder. Promotor: …", a table of labels with "Project 1: X" over it, or an item
"Fietsacademie: opleiding van …, gestart in 2022". Each becomes a section under a heading of its
own, so that what stands in it is said of it. An item is one only if what follows its name says so:
when it began or ended, who leads it, who takes part, or that it is a project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ledwerk.loaders.publication.activities.activity_headings import (
    heads_projects,
    never_an_activity,
)
from ledwerk.loaders.publication.activities.periods import period_said
from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.layout.heading_words import CODE, heads_a_part
from ledwerk.loaders.publication.layout.labels import labelled, meaning_of
from ledwerk.loaders.publication.layout.sections import Section
from ledwerk.loaders.publication.layout.sentences import sentences_of
from ledwerk.loaders.publication.parties.names_found import LEAD, PARTICIPANT, PARTNER
from ledwerk.loaders.publication.parties.party_words import NAME_HEADS
from ledwerk.loaders.publication.partners.partner_cues import (
    about_others,
    never_came_about,
    turned_down,
)
from ledwerk.loaders.publication.partners.partner_sentences import parties_said
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.loaders.publication.people.person_names import bare_name
from ledwerk.schema.names import fold

_TELLING = frozenset({LEAD, PARTNER, PARTICIPANT, "period", "start", "end", "budget"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A project's name where its entry begins, and whether the entry is that one block."""

    name: str
    alone: bool = False


ENTRY_LEVEL = 1_000  # deeper than any printed heading


def with_entries(document: Document, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections, with each entry of a project as one of its own under a heading made for it."""
    common = _small_words(document)
    return tuple(part for section in sections for part in _parted(section, common))


def is_entry(heading: Block | None) -> bool:
    """Whether a heading was made for an entry."""
    return heading is not None and heading.level == ENTRY_LEVEL


def _parted(section: Section, common: frozenset[str]) -> Iterator[Section]:
    """A section up to its first entry, then each entry, and again what follows an item."""
    heading = section.heading
    if section.silent or (heading is not None and _NO_PROJECTS.search(fold(heading.text))):
        yield section
        return
    listed = heading is not None and heads_projects(heading.text)
    under: list[Block] = []
    now, alone = section, False
    for block in section.blocks:
        entry = _entry(block, common, listed)
        if entry is None and not alone:
            under.append(block)
            continue
        if under or now is section:
            yield replace(now, blocks=tuple(under))
        now = _section(section, block, entry) if entry is not None else section
        under, alone = [block], entry is not None and entry.alone
    yield replace(now, blocks=tuple(under))


_PAIR = 2
_NO_PROJECTS = re.compile(
    r"\b(?:bestuur\w*|board|raad|council|committee|team|leden|members|agenda|aanwezig\w*|present|"
    r"contact\w*|colofon|personalia|people|mensen|vacatures?|cijfers|figures|actiepunten|"
    r"action points|besluiten(?:lijst)?|begroting|finances?|financi\w+|sponsor\w*|partners|"
    r"deelnemers|medewerkers|staff|wie is wie)\b"
)


def _section(section: Section, block: Block, entry: Entry) -> Section:
    above = section.heading
    path = (*above.path, above.text) if above is not None else block.path
    heading = Block(BlockKind.HEADING, entry.name, block.lines, path, ENTRY_LEVEL)
    return Section(heading, (), heading, silent=False)


def _entry(block: Block, common: frozenset[str], listed: bool) -> Entry | None:
    if block.kind is BlockKind.TABLE:
        return _of_table(block)
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
        return None
    return _of_labels(block) or _of_item(block, common, listed)


def _of_labels(block: Block) -> Entry | None:
    """A block of labels of which the first gives the name: "Naam: X Promotor: Y"."""
    said = [*labelled(block)]
    if not said or said[0].meaning != "project" or len(said) < _PAIR:
        return None
    if not any(one.meaning in _TELLING for one in said[1:]) or said[0].start > _LABEL:
        return None
    if block.text.startswith("---"):  # what describes the file itself
        return None
    value = _NEXT_LABEL.split(said[0].value)[0].strip(" .;\"“”‘’'")
    if not value or len(value.split()) > _MOST_WORDS:
        return None
    return Entry(value)


_LABEL = 30  # signs of the longest label
_NEXT_LABEL = re.compile(r"\s+(?=[A-Z][a-z]{2,20}(?: [a-z]{2,20}){0,2}:\s)")
_MOST_WORDS = 10


def _of_table(block: Block) -> Entry | None:
    """A table of labels with the project's name over them, or as the value of the first."""
    rows = block.rows
    if len(rows) < _PAIR or len(rows[0]) > _PAIR:
        return None
    labels = [meaning_of(row[0]) for row in rows[1:] if row]
    if not any(one in _TELLING for one in labels):
        return None
    first = [" ".join(cell.split()) for cell in rows[0]]
    filled = list(dict.fromkeys(cell for cell in first if cell))
    if len(filled) == 1 and not meaning_of(filled[0].split(":")[0]):
        name = filled[0]
    elif len(filled) == 1 and ":" in filled[0] and meaning_of(filled[0].split(":")[0]) == "project":
        name = filled[0].split(":", 1)[1].strip()
    elif len(filled) == _PAIR and meaning_of(first[0]) == "project":
        name = first[1]
    else:
        return None
    if not name or len(name.split()) > _MOST_WORDS or heads_a_part(name):
        return None
    return None if never_an_activity(name) else Entry(name)


_ITEM = re.compile(
    r"(?:[\"“‘](?P<quoted>[^\"”’]{2,80})[\"”’]|(?P<name>(?:[^:;,.()–—]|,(?=\s[A-ZÀ-Þ])){2,90}?))"
    r"(?:\s*\((?P<in>[^)]{2,80})\))?\s*(?::|\s[–—-]|\.|(?<=\))(?=\s))\s+(?P<rest>\S.*)",
    re.DOTALL,
)
_PROJECT = re.compile(
    r"(?:(?:het|de|een|the|our|ons|onze|this|dit|dat)\s+)?(?:[\w-]+)|.*\b(?:b\.?v\.?|n\.?v\.?|vzw|"
    r"ltd|plc|gmbh|university|universiteit|hogeschool|college|council|gemeente|waterschap|"
    r"provincie|ministerie)\b.*|.*\d{1,2} (?:jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)"
    r".*|(?:met|in|op|voor|aan|bij|tijdens|with|at|on|during|from|since|sinds|van|na|after|toen|"
    r"als|when|de andere|volgende|next|stand|actie|besluit|afspraak|decision)\b.*",
    re.IGNORECASE,
)
_PROJECT = re.compile(
    r"\b(?:project|pilot|proef|proeftuin|experiment|fieldlab|initiatief|initiative|scheme|"
    r"samenwerking|partnership|collaboration|budget|begroting|kosten|kostprijs|looptijd)\b",
    re.IGNORECASE,
)
_BELONGS = re.compile(
    r"\b(?:lid|leden|members?|voorzitter|chair|directeur|director|wethouder|bestuur|board|"
    r"vacature|sponsor\w*|aannemer|contractor|leverancier|supplier|ontslag|benoemd|appointed)\b",
    re.IGNORECASE,
)


def _of_item(block: Block, common: frozenset[str], listed: bool) -> Entry | None:
    numbered = _NUMBER.match(block.text) or CODE.match(block.text)
    found = _ITEM.match(block.text, numbered.end() if numbered else 0)
    if not found:
        return None
    name, quoted = (found["quoted"] or found["name"]).strip(), bool(found["quoted"])
    if not _may_be_name(name, quoted, common) or meaning_of(name):
        return None
    plain = block.kind is not BlockKind.ITEM and not numbered and not quoted
    if plain and (not _title_case(name) or found["in"]):
        return None
    rest = f"{found['in'] or ''} {found['rest']}"
    if _BELONGS.search(rest) or about_others(rest) or never_came_about(rest):
        return None
    if not (_evidence(rest) or (listed and plain)):
        return None
    return Entry(name, alone=True)


_NUMBER = re.compile(r"\s*(?:\d+\.\d+\.?|[A-Z]\d+[.:]?)\s+(?=[A-ZÀ-Þ“‘\"])")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]")


def _title_case(name: str) -> bool:
    """Whether a name at the head of a paragraph is written as one: each long word with a "
    "capital.
    """
    words = _LONG_WORD.findall(name)
    several = len(name.split()) > 1 and all(word[0].isupper() for word in words)
    capitals = name.isupper() and len(name) >= _LONG_CAPITALS
    return bool(words) and (several or capitals or bool(_INNER_CAPITAL.search(name)))


_LONG_CAPITALS = 5  # letters: "LET" and "NB" head a note


def _may_be_name(name: str, quoted: bool, common: frozenset[str]) -> bool:
    if not name[:1].isupper() or len(name.split()) > _MOST_WORDS:
        return False
    if quoted:
        return True
    first = name.split(maxsplit=1)[0]
    if (" " not in name and fold(name) in common) or NAME_HEADS.fullmatch(first):
        return False
    if heads_a_part(name) or never_an_activity(name):
        return False
    if _PARTY.search(name) or _LED_IN.match(name) or _VERB.search(name):
        return False
    return not (bare_name(name) and has_given_name(name))


_PARTY = re.compile(
    r"\b(?:b\.?v\.?|n\.?v\.?|vzw|ltd|plc|gmbh|llp|cic|university|universiteit|hogeschool|college|"
    r"council|gemeente|waterschap|provincie|ministerie|stichting|vereniging|coöperatie|trust)\b|"
    r"\d{4}$|\b(?:programme|programma|deal|strategy|agenda|stuurgroep|werkgroep|bestuur|committee|team|bureau|office)\b",
    re.IGNORECASE,
)
_LED_IN = re.compile(
    r"(?:Met|In|Op|Voor|Aan|Bij|Tijdens|With|At|On|During|From|Since|Sinds|Van|Na|After|Toen|Als|"
    r"When|Er|Ook|Wij|We|Dit|Deze|There|This|These|Per|Tot|Hoe|Wat|Wie|How|What|Who)\b"
)

_VERB = re.compile(
    r"\s(?:is|zijn|was|waren|gaat|gaan|ging|gingen|wordt|worden|werd|werden|heeft|hebben|had|komt|"
    r"kwam|kan|kunnen|moet|krijgt|kreeg|start|startte|stopt|doet|deed|has|have|are|were|will|gets|"
    r"got|goes|went|starts|started|ends|ended|can|helps|wins|won|opent|opens|opened)\s"
)


def _evidence(rest: str) -> bool:
    """Whether what follows a name says when it ran, who leads it, who is in it or what it is."""
    if _GIVEN_TO.match(rest.strip()) or _MARKED.search(rest) or _PRICED.search(rest):
        return True
    for sentence in sentences_of(rest):
        if turned_down(sentence.text):
            continue
        period = period_said(sentence.text)
        said = parties_said(sentence.text).mentions
        parties = len(said) > 1 or any(role == LEAD for _, role in said)
        if parties or (_PROJECT.search(sentence.text) and (said or period.start or period.end)):
            return True
        if period.start or period.end:
            return True
    return False


# "SPIRE 2: €6.4m to develop …": what the money is for makes it one.
_GIVEN_TO = re.compile(
    r"(?:EUR\s?|[€£$]\s?)[\d.,]+\s?(?:m|k|bn|miljoen|million|mln\.?)?\s+(?:to|for|om|voor)\s+[a-z]"
)


# Who leads in brackets behind a name; years with a sum beside them.
_MARKED = re.compile(
    r"\((?:project|mede)?-?(?:trekker|penvoerder|kartrekker|lead(?: partner)?|coördinator|promotor|"
    r"aanvrager|initiatiefnemer|co-?ordinator|applicant)\)",
    re.IGNORECASE,
)
_PRICED = re.compile(
    r"\b(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d\b[,;]?\s+(?:(?:budget|kosten|begroting|costs?):?\s+)?"
    r"[€£$]\s?\d"
)


def _small_words(document: Document) -> frozenset[str]:
    return frozenset(word for block in document.blocks for word in _SMALL_WORD.findall(block.text))


_SMALL_WORD = re.compile(r"(?<![\w.@-])[a-zà-ÿ]{3,}(?![\w@-])")
