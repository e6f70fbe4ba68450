"""Names of projects and programmes by all that a document says beside them.

No single sentence needs to call something a project. What a text starts, ends, pays for, takes part
in, lists under a code, sets in capitals and says belongs to a programme is one, when these signs
together weigh enough; what pays, employs and is represented is a party.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from ledwerk.loaders.publication.activities.activity_found import Named
from ledwerk.loaders.publication.activities.activity_headings import (
    never_an_activity,
    without_code,
)
from ledwerk.loaders.publication.activities.activity_names import (
    NO_NAME,
    PROGRAMME,
    PROJECT,
    Naming,
)
from ledwerk.loaders.publication.activities.name_signs import (
    AGAINST_BEFORE,
    AGAINST_BEHIND,
    BELONGS_TO,
    NEXT,
    SIGNS_BEFORE,
    SIGNS_BEHIND,
)
from ledwerk.loaders.publication.activities.name_spans import Span, Spans, in_a_row, spans_of
from ledwerk.loaders.publication.document import Block, BlockKind
from ledwerk.loaders.publication.layout.counting_words import MONTH
from ledwerk.loaders.publication.layout.sections import Section
from ledwerk.loaders.publication.layout.sentences import sentences_of
from ledwerk.loaders.publication.parties.party_words import PARTY_WORD
from ledwerk.loaders.publication.parties.town_names import town_called
from ledwerk.loaders.publication.partners.partner_cues import about_others, never_came_about
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.schema.names import name_key

_ENOUGH = 3
_WITH_OTHERS = 2
_BEFORE, _BEHIND = 110, 180  # signs of text beside a name that are looked at
_CODED = 2  # headings with a code that there must be


@dataclass(slots=True)
class _Weighed:
    """What is known of one name so far: its weight, by kind too, and where it stands first."""

    weight: int = 0
    by_kind: dict[str, int] = field(default_factory=dict)
    first: tuple[Span, Block, Section] | None = None
    headed: bool = False

    def add(self, weight: int, kind: str = "") -> None:
        self.weight += weight
        if kind:
            self.by_kind[kind] = self.by_kind.get(kind, 0) + weight


def weighed_names(sections: tuple[Section, ...], named: frozenset[str]) -> Iterator[Named]:
    """The names that weigh enough, each where it first stands; none of those already `named`."""
    dated = [name_key(_WITH_YEARS.sub("", one.heading.text)) for one in sections
             if one.heading is not None and _WITH_YEARS.search(one.heading.text)]  # fmt: skip
    for key, one in weighed(sections).items():
        # A heading with years, "Voortgang X (2024-2028)", tells by itself what X is.
        if any(f" {key}" in heading for heading in dated):
            continue
        covered = any(key == name or f" {name} " in f" {key} " for name in named)
        if one.first is not None and _is_enough(key, one) and not covered:
            span, block, section = one.first
            kind = PROGRAMME if _is_programme(span.name, one) else PROJECT
            yield Naming(kind, span.name, span.start, span.end, span.quoted), block, section


def weighed(sections: tuple[Section, ...]) -> dict[str, _Weighed]:
    """Every name with what it weighs, by its key."""
    spans = spans_of(sections)
    made: dict[str, _Weighed] = {}
    rows: list[_Row] = []
    for section in sections:
        if section.silent:
            continue
        asks = section.heading is not None and "?" in section.heading.text
        for block in (section.heading, *section.blocks) if asks else section.blocks:
            if block is not None and block.kind is not BlockKind.TABLE:
                rows += _weigh_block(block, section, spans, made)
    _weigh_headings(sections, made)
    for row in rows:  # what is enumerated with others is as they are
        if any(_is_enough(key, made[key]) for key in row.keys):
            for key in row.keys:
                if not _is_enough(key, made[key]) and made[key].weight >= 0:
                    made[key].add(_WITH_OTHERS)
    for row in rows:
        if row.whole and any(_is_enough(key, made[key]) for key in row.keys):
            made[row.whole].add(3, PROGRAMME)
    return made


@dataclass(frozen=True, slots=True)
class _Row:
    """Names that are enumerated, by key, and that to which a sentence says they belong."""

    keys: tuple[str, ...]
    whole: str = ""


def _is_enough(key: str, one: _Weighed) -> bool:
    if one.first is None:
        return False
    name = one.first[0].name
    return one.weight + _by_shape(name, headed=one.headed) >= _ENOUGH and _may_be(name, key)


def _weigh_block(
    block: Block, section: Section, spans: Spans, made: dict[str, _Weighed]
) -> Iterator[_Row]:
    """Weigh the names of a block; gives the rows in which they are enumerated."""
    sentences = [*sentences_of(block.text)]
    others = [about_others(one.text) for one in sentences]
    first_of_others = others.index(True) if True in others else len(sentences)
    for at, sentence in enumerate(sentences):
        text = sentence.text
        after = sentences[at + 1].text if at + 1 < len(sentences) else ""
        # What is said behind a sentence about others is about them too.
        elsewhere = at >= first_of_others or never_came_about(text)
        found = [*in_a_row(spans.within(text), text)]
        for at_row, row in enumerate(found):
            told_after = after if row is found[-1] and len(row) == 1 else ""
            signs = [] if elsewhere else _signs_of(row, text, told_after)
            for number, span in enumerate(row):
                one = made.setdefault(name_key(span.name), _Weighed())
                if elsewhere:
                    one.add(-2)
                    continue
                _weigh(one, span, text, signs[min(number, 1)])
                if one.first is None and sum(weight for weight, _ in signs[min(number, 1)]) >= 0:
                    one.first = (span.moved(sentence.start), block, section)
            behind_it = found[at_row + 1] if at_row + 1 < len(found) else None
            whole = ""
            if behind_it and BELONGS_TO.fullmatch(text[row[-1].past : behind_it[0].start]):
                whole = name_key(behind_it[0].name)
                made.setdefault(whole, _Weighed())
            yield _Row(tuple(name_key(span.name) for span in row), whole)


_Signs = list[tuple[int, str]]


def _weigh(one: _Weighed, span: Span, text: str, signs: _Signs) -> None:
    for weight, kind in signs:
        one.add(weight, kind)
    if span.capitals and not text.startswith(":", span.end):
        one.add(2)


def _signs_of(row: list[Span], text: str, after: str) -> tuple[_Signs, _Signs]:
    """What a sentence, and the next one, say of the first name of a row, and of the others."""
    before = text[max(0, row[0].start - _BEFORE) : row[0].start]
    behind = text[row[-1].past : row[-1].past + _BEHIND]
    first = [*_signs(before, behind)]
    first += [(weight, kind) for pattern, weight, kind in NEXT if pattern.match(after)][:1]
    # "het programma X, Y en Z zijn er": a noun for one is the first one's.
    bare = _NOUN_BEFORE.sub("", before)
    rest = [*_signs(bare, behind)] if bare != before else first
    if any(_PARTY.search(span.name) for span in row[:-1]):  # a row of parties
        return [one for one in first if one[0] < 0], [one for one in rest if one[0] < 0]
    return first, rest


def _signs(before: str, behind: str) -> Iterator[tuple[int, str]]:
    """The weights of what stands on both sides: of each side the heaviest for it and against it."""
    for signs, text, at_end in (
        (SIGNS_BEFORE, before, True), (AGAINST_BEFORE, before, True),
        (SIGNS_BEHIND, _without_aside(behind), False), (AGAINST_BEHIND, behind, False),
    ):  # fmt: skip
        there = [
            (abs(sign.weight), sign.weight, sign.kind)
            for sign in signs
            if (sign.pattern.search(text) if at_end else sign.pattern.match(text))
        ]
        if there:
            _, weight, kind = max(there)
            yield weight, kind


_NOUN_BEFORE = re.compile(
    r"\S*(?:project|pilot|proef|programma|programme|initiatief|initiative|scheme|deal)[,:]? "
    r"[\"“‘']?$",
    re.IGNORECASE,
)
# "Vakroute 37, genoemd naar de snelweg, is een van de projecten"; "Zoet (zie p. 4) loopt tot 2025"
_ASIDE = re.compile(
    r"^(?:,? (?:genoemd|vernoemd|kortweg|kort|named|short|of|over|about|on|een|an?|de|het|the)\b"
    r"[^,.;:()]{2,70},(?= [a-z])| \((?!\D{0,12}(?:19|20)\d\d)[^()]{2,40}\)(?= [a-z]))"
)


def _without_aside(behind: str) -> str:
    """What goes on behind an aside, where that says more; else as it is."""
    aside = _ASIDE.match(behind)
    if aside is None:
        return behind
    rest = behind[aside.end() :]
    return rest if any(sign.pattern.match(rest) for sign in SIGNS_BEHIND) else behind


# "A1 Hotplate", "CC-05 Glovebox Zero", "3 | PASVORM", "3.2 Glovebox Zero (CC-05)": a code that
# others have as well.
_CODE = re.compile(
    r"^(?!(?:ITEM|PART|PAGE|DEEL|PUNT|WEEK|JAAR|YEAR|FASE|STAP|STEP|ZAAL|HALL|BLZ|NR|NO)\b)"
    r"(?P<letters>[A-Z]{1,4})[-. ]?\d{1,2}[a-z]?\.?:?\s+(?:[–|-]\s+)?(?=\S)|^\d{1,2} ?[|–] (?=\S)|"
    r" ?\((?P<behind>[A-Z]{1,4})[-. ]?\d{1,2}[a-z]?\)$"
)


def _weigh_headings(sections: tuple[Section, ...], made: dict[str, _Weighed]) -> None:
    """A name that is a heading too, with a code before it as others have: "A2 – Stille Kade"."""
    headed = [
        (section.heading, section)
        for section in sections
        if section.heading is not None
        and not (section.silent or never_an_activity(_bare(section.heading.text)))
    ]
    sorts = Counter(_sort_of_code(heading.text) for heading, _ in headed)
    for heading, section in headed:
        sort = _sort_of_code(heading.text)
        bare = _bare(heading.text)
        if sort and sorts[sort] >= _CODED and _is_short(bare):
            _weigh_alike(bare, heading, section, made)
            continue
        for key in dict.fromkeys(map(name_key, (bare, *_parts(bare)))):
            if key in made:
                made[key].headed = True
                made[key].add(3 if _WITH_YEARS.search(heading.text) else 1)
    _weigh_siblings(headed, made)


def _weigh_siblings(headed: list[tuple[Block, Section]], made: dict[str, _Weighed]) -> None:
    """Parts numbered together, "3.1", "3.2", are alike: where most are projects, all are."""
    rows: dict[str, list[tuple[Block, Section]]] = defaultdict(list)
    for heading, section in headed:
        number = _NUMBER.match(heading.text)
        if number and _is_short(_bare(heading.text)):
            rows[number["chapter"]].append((heading, section))
    for row in rows.values():
        keys = [name_key(_bare(heading.text)) for heading, _ in row]
        enough = [key for key in keys if key in made and _is_enough(key, made[key])]
        if len(enough) < _CODED or len(enough) * 2 < len(keys):
            continue
        for (heading, section), key in zip(row, keys, strict=True):
            if key not in enough:
                one = _weigh_alike(_bare(heading.text), heading, section, made)
                if one is not None:
                    one.headed = True


def _weigh_alike(
    name: str, heading: Block, section: Section, made: dict[str, _Weighed]
) -> _Weighed | None:
    """What a heading names that is made as those of projects are; None where it is about others."""
    if about_others(_prose(section)):
        return None
    one = made.setdefault(name_key(name), _Weighed())
    one.add(3)
    start = heading.text.find(name)
    if one.first is None and start >= 0:
        one.first = (Span(name, start, start + len(name), past=start + len(name)), heading, section)
    return one


_NUMBER = re.compile(r"(?P<chapter>\d{1,2})(?:\.\d{1,2}|[a-z])[.)]?\s")


def _is_short(name: str) -> bool:
    return 0 < len(name.split()) <= _LONGEST


def _bare(heading: str) -> str:
    """A heading without its number and code; of two languages the first, without explanation."""
    bare = _CODE.sub("", without_code(_CODE.sub("", heading)))
    return _EXPLAINED.sub("", bare.partition(" / ")[0]).strip()


_EXPLAINED = re.compile(r" \([^()]{3,60}\)$")
_WITH_YEARS = re.compile(
    r" [(,] ?(?:[a-z]+\.? )?(?:19|20)\d\d ?(?:[-–]|to|tot|t/m) ?(?:[a-z]+\.? )?(?:19|20)?\d\d\)?$",
    re.IGNORECASE,
)


def _parts(heading: str) -> list[str]:
    """What a heading may name: "Skills: the Glove School", "Eerste smelt in de Stille Oven"."""
    behind = [heading.rpartition(": ")[2]]
    behind += [found["name"] for found in _AT_ITS_END.finditer(heading)]
    return [_ARTICLE.sub("", part) for part in behind if part and part != heading]


_AT_ITS_END = re.compile(
    r"\b(?:in|op|van|voor|met|of|on|for|with|at|to)\s+(?=(?:de |het |"
    r"the )?(?P<name>[A-ZÀ-Þ].{2,60})$)"
)
_ARTICLE = re.compile(r"^(?:de|het|the) ", re.IGNORECASE)


def _sort_of_code(heading: str) -> str:
    """By what a code is like others: its letters, or "|" for a number with a bar."""
    found = _CODE.search(heading) or _CODE.search(without_code(heading))
    return (found["letters"] or found["behind"] or "|") if found else ""


def _prose(section: Section) -> str:
    return " ".join(block.text for block in section.blocks)[:_LOOKED_AT]


_LONGEST = 7  # words of a name
_LOOKED_AT = 600  # signs of a section that tell whether it is about others


_PARTICLE = re.compile(
    r"[\w’'] (?:op|zonder|naar|over|langs|uit|tegen|om|met|in|to|on|without|into|beyond|"
    r"from) (?:[\w’']+ )?\w",
    re.IGNORECASE,
)
_CALLED_PROGRAMME = re.compile(r"\S+ (?:\S+ )*(?:[Pp]rogramme|PROGRAMME|[Pp]rogramma|PROGRAMMA)$")


_PARTY = re.compile(
    r"\b(?:stichting|vereniging|gemeente|provincie|universiteit|hogeschool|college|ministerie|bank|"
    r"council|university|waterschap|association|alliance|department|ziekenhuis|hospital|raad|kamer|"
    r"coöperatie|bv|ltd|institute|instituut|authority|agency|society|trust)\b",
    re.IGNORECASE,
)


def _by_shape(name: str, *, headed: bool = False) -> int:
    """What a name's own words weigh: party words against it, small words within it for it."""
    weight = 0
    if PARTY_WORD.search(name):
        weight -= 3 if _PARTY.search(name) else 1
    if _PARTICLE.search(name):
        weight += 1
    if _CALLED_PROGRAMME.fullmatch(name):
        weight += 3
    if " " not in name and not headed:
        weight -= 1
    return weight


def _is_programme(name: str, one: _Weighed) -> bool:
    programme, project = one.by_kind.get(PROGRAMME, 0), one.by_kind.get(PROJECT, 0)
    return bool(_CALLED_PROGRAMME.fullmatch(name)) or programme > project


_NEVER = re.compile(
    r"(?:Vlaams|Nederlands|Europes|Belgisch|Duits|Brabants|Limburgs|Zeeuws|Gronings|Fries|Gelders|"
    r"Hollands|Brits|Iers|Frans)e?|(?:Dutch|Flemish|European|British|Irish|Welsh|Scottish|English)|"
    r"(?:[A-Z]{1,5}|\d.*|.*\b(?:B\.?V|N\.?V|vzw|Ltd|plc|Council|Gemeente|Provincie|Universiteit|"
    r"University|Hogeschool|Ministerie|Department|Waterschap|Stichting|Vereniging)\b.*)",
)


_MONTH = re.compile(rf"(?:{MONTH})\b")
_NO_NAMES = frozenset({
    "total", "totale", "totaal", "work", "chair", "budget", "kosten", "looptijd", "partners",
    "programma", "project", "mensen", "bouwen", "europa", "nederland", "vlaanderen", "regio deals",
    "europese structuurfondsen",
})  # fmt: skip


def _may_be(name: str, key: str) -> bool:
    if key in _NO_NAMES or _MONTH.match(key):
        return False
    if NO_NAME.fullmatch(name) or _NEVER.fullmatch(name) or town_called(name) or not key:
        return False
    return not (" " in name and has_given_name(name) and not _PARTICLE.search(name))
