"""Projects that a text lists: under a heading "Projecten", behind "the following projects:", or in
quotation marks behind the word for what they are. Said under or of a programme, they are its parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledwerk.loaders.publication.activities.activity_found import Activities, Activity
from ledwerk.loaders.publication.activities.activity_headings import heads_projects
from ledwerk.loaders.publication.activities.activity_names import PROGRAMME, PROJECT, TITLE, Naming
from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import GATHERED, Ref
from ledwerk.loaders.publication.layout.counting_words import SMALL_NUMBER
from ledwerk.loaders.publication.partners.partner_cues import about_others, never_came_about

_ENTRY = re.compile(
    r"(?:[\"“‘](?P<quoted>[^\"”’]{2,80})[\"”’]|(?P<name>[^:;,.()]{2,70}?))"
    r"(?:\s*\((?P<in>[^)]*)\))?\s*(?::\s+\S.*|\s[–—-]\s.*|,\s+[a-z].*|;.*|\.|$)",
    re.DOTALL,
)
_MOST_WORDS = 8
_SORTS = (
    r"(?:[a-z]{0,20}projecten|projects|pilots|proeven|proeftuinen|fieldlabs|living labs|"
    r"initiatieven|initiatives|schemes|trajecten|experimenten|experiments|deelprojecten|field labs|"
    r"demonstrators|partnerships|trials)"
)
# "De vier projecten die subsidie krijgen zijn:", "The following schemes were approved:"
_ANNOUNCES = re.compile(
    rf"\b(?:de|het gaat om|dit zijn|deze|onze|volgende|following|these|the|our|"
    rf"\d+|{SMALL_NUMBER})\s+(?:\w+\s+){{0,3}}{_SORTS}\b[^.?!]{{0,120}}:\s*$",
    re.IGNORECASE,
)
# "De stuurgroep gaf vijf projecten groen licht.", before a list of them.
_GRANTED = re.compile(
    rf"\b(?:\d+|{SMALL_NUMBER})\s+"
    rf"(?:\w+\s+){{0,2}}{_SORTS}\b[^.]{{0,80}}\b(?:groen licht|goedgekeurd|gehonoreerd|"
    rf"geselecteerd|"
    r"approved|green light|selected|awarded)\b",
    re.IGNORECASE,
)
_PART_SORTS = (
    rf"(?:{_SORTS}|(?:actie|programma|project|ontwikkel)?lijnen|sporen|pijlers|strands|pillars|"
    r"tracks|work ?streams|onderdelen|thema['’]s|components)"
)
_ONE = r"[“‘\"«][^”’\"»“‘]{2,60}[”’\"»]"
_QUOTED_ROW = re.compile(
    rf"\b(?P<sort>{_PART_SORTS})\b[^.:“‘\"]{{0,40}}:?\s*"
    rf"(?P<row>{_ONE}(?:,\s+{_ONE}){{0,8}},?\s+(?:en|and)\s+{_ONE})"
)
_NAMED_ROW = re.compile(
    rf"\b(?:[Vv]oorbeelden van|[Ee]xamples of|[Pp]rojecten als|[Pp]rojects such as|"
    rf"[Pp]rojecten zoals|"
    rf"[Pp]rojects like)\b[^.:]{{0,90}}?(?:(?:zijn|are|include):?|(?<=als)|(?<=as)|(?<=zoals)|"
    rf"(?<=like))\s+"
    rf"(?P<row>{TITLE}(?:\s+\([^)]{{2,90}}\))?(?:,\s+{TITLE}(?:\s+\([^)]{{2,90}}\))?){{0,8}}"
    rf"(?:,?\s+(?:en|and)\s+{TITLE})?)"
)
# "Twee projecten bleven: A, die …, en de B, waarin …": names one after another.
_COLON_ROW = re.compile(
    r"\b(?:[Pp]rojecten|[Pp]rojects|pilots|proeftuinen|fieldlabs|initiatieven|schemes)\b"
    r"[^.:;]{0,160}:\s+(?P<row>(?:[Dd]e\s+|[Hh]et\s+|[Tt]he\s+)?[A-ZÀ-Þ“‘\"][^.;:]{3,400})"
)
_PIECE = re.compile(rf"(?:en|and)?\s*(?:de |het |the )?(?P<name>{TITLE})(?:\s+\([^)]*\))?\s*$")
_INNER = re.compile(r"[“‘\"«](?P<name>[^”’\"»“‘]{2,60})[”’\"»]")


def read_listed(document: Document, made: Activities) -> None:
    """Projects that are items of a list: a name by itself, or before what it is."""
    for section in made.sections:
        if section.silent:
            continue
        whole = next((r for r in made.of_heading(section.topic) if r.kind == PROGRAMME), None)
        headed = section.heading is not None and heads_projects(section.heading.text)
        listing = headed
        for block in section.blocks:
            if headed and block.kind is BlockKind.PARAGRAPH and is_of_names(block):
                for told in _names_in_lines(block):
                    _take(document, made, block, told, whole)
                continue
            if block.kind is not BlockKind.ITEM:
                granted = _GRANTED.search(block.text[:_LONGEST])
                listing = headed or bool(_ANNOUNCES.search(block.text[-_LONGEST:]) or granted)
                continue
            name = _name_of(block) if listing else None
            if name is not None:
                _take(document, made, block, name, whole)


def is_of_names(block: Block) -> bool:
    """Whether a paragraph under "Projecten" is of short lines, each of which is a name."""
    texts = [line.text.strip() for line in block.lines]
    return len(texts) >= _FEWEST_LINES and all(
        _NAME_LINE.fullmatch(text) and len(text.split()) <= _MOST_WORDS for text in texts
    )


_FEWEST_LINES = 3
_NAME_LINE = re.compile(r"[A-ZÀ-Þ][^.:;,!?€£$\d]{3,60}")
_NUMBER_BEFORE = re.compile(r"(?:Two|Three|Four|Five|Six|Twee|Drie|Vier|Vijf|Zes)\s+(?=[A-ZÀ-Þ])")


def _names_in_lines(block: Block) -> Iterator[tuple[str, int]]:
    """The name on each line, and where it ends."""
    for line in block.lines:
        text = line.text.strip()
        name = _NUMBER_BEFORE.sub("", text)
        yield name, line.offset + len(text)


_LONGEST = 400


def _name_of(block: Block) -> tuple[str, int] | None:
    found = _ENTRY.match(block.text)
    name = (found["quoted"] or found["name"]).strip() if found else ""
    if not found or not name[:1].isupper() or len(name.split()) > _MOST_WORDS:
        return None
    if about_others(block.text) or never_came_about(block.text):
        return None
    return name, found.end("quoted" if found["quoted"] else "name")


def _take(
    document: Document, made: Activities, block: Block, name: tuple[str, int], whole: Ref | None
) -> None:
    place = document.locator(block, 0, name[1])
    short = re.fullmatch(r".*\((?P<short>[A-Z][\w-]{1,11})\)\s*\S*", block.text)
    aliases = (short["short"],) if short else ()
    ref = made.add(Activity(Ref(PROJECT, name[0]), place, GATHERED, aliases))
    if whole is not None:
        made.parts.append((ref, whole, place))


def rows_named(text: str) -> Iterator[Naming]:
    """The names in a row behind a word for projects: "drie lijnen: ‘A’, ‘B’ en ‘C’"."""
    for found in _QUOTED_ROW.finditer(text):
        for one in _INNER.finditer(text, found.start("row"), found.end("row")):
            if any(sign.isupper() for sign in one["name"]):
                name = one["name"].strip(" ,.")
                yield Naming(PROJECT, name, one.start("name"), one.start("name") + len(name), True)
    for found in _COLON_ROW.finditer(text):
        yield from _pieces(found)
    for found in _NAMED_ROW.finditer(text):
        begin = found.start("row")
        for piece in re.finditer(r"(?:[^,(]|\([^)]*\))+", found["row"]):
            for part in re.split(r"\s+(?:en|and)\s+(?=[A-ZÀ-Þ])", piece[0]):
                name = part.split("(")[0].strip(" ,.")
                name = re.sub(r"^(?:en|and)\s+", "", name)
                at = text.find(name, begin + piece.start()) if name else -1
                if at >= 0 and name[:1].isupper():
                    yield Naming(PROJECT, name, at, at + len(name), False)


def _pieces(found: re.Match[str]) -> Iterator[Naming]:
    """The pieces of a row that are a name and nothing more."""
    at = found.start("row")
    for piece in re.split(r"(,\s+|\s+(?:en|and)\s+(?=(?:de |het |the )?[A-ZÀ-Þ]))", found["row"]):
        named = _PIECE.fullmatch(piece.strip())
        if named:
            start = found.string.index(named["name"], at)
            yield Naming(PROJECT, named["name"], start, start + len(named["name"]))
        at += len(piece)
