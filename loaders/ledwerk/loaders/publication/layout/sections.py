"""The parts of a document that readers go through: a heading, what stands under it, whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.layout.heading_words import heads_a_part
from ledwerk.schema.names import fold


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the blocks under it, up to the next heading.

    `topic` is the heading that the section is about: its own, or, where it heads a part such as
    "Partners", the one above. `silent` is whether nothing under it is about the network itself:
    a colophon, a reading list, news from elsewhere.
    """

    heading: Block | None
    blocks: tuple[Block, ...]
    topic: Block | None
    silent: bool

    @property
    def part(self) -> str:
        """The heading's text, folded, if it heads a part of the topic; else empty."""
        if self.heading is None or self.heading is self.topic:
            return ""
        return fold(self.heading.text).strip(" :?.")


@dataclass(frozen=True, slots=True)
class Topic:
    """Everything that stands under a topic's heading, in sections."""

    heading: Block | None
    sections: tuple[Section, ...] = field(default=())

    @property
    def blocks(self) -> Iterator[Block]:
        """The blocks of all its sections."""
        for section in self.sections:
            yield from section.blocks

    @property
    def silent(self) -> bool:
        """Whether nothing under it is about the network itself."""
        return all(section.silent for section in self.sections)


_SILENT = re.compile(
    r"(?:\d+(?:\.\d+)*\.?\s+)?(?:het\s+|de\s+|the\s+|onze\s+|our\s+)?(?:"
    r"colofon|colophon|imprint|impressum|masthead|over deze uitgave|about this (?:report|issue)|"
    r"literatuur(?:lijst)?|bronnen|bronvermelding|leeslijst|leestips|verder lezen|meer lezen|"
    r"lees meer|gastsprekers?|guest speakers?|lezing|"
    r"boeken(?:tips)?|boekenplank|references|bibliography|sources|further reading|reading list|"
    r"recommended reading|books?|publications|publicaties|"
    r"elders(?: in .*)?|(?:nieuws )?(?:uit|van) (?:andere|de) (?:regio.?s|buren|provincies)|"
    r"over de grens(?: gekeken)?|(?:(?:een )?(?:kijkje|blik|bezoek) )?bij (?:de|onze) buren|"
    r"buiten de regio|elsewhere(?: in .*)?|op bezoek bij .*|(?:a )?visit to .*|"
    r"(?:over the (?:fence|border|water)|next door)|"
    r"(?:news )?from (?:other regions|elsewhere|our neighbours|abroad)|"
    r"(?:meanwhile,? )?in other regions|beyond (?:the|our) region|around the country|"
    r"wat (?:er )?(?:ging niet door|niet doorging|niet lukte)|afgevallen|niet (?:gehonoreerd|"
    r"doorgegaan)|"
    r"(?:rejected|unsuccessful|cancelled)(?: (?:proposals|projects|bids|applications))?|"
    r"afgewezen(?: (?:aanvragen|voorstellen|projecten))?|"
    r"leveranciers?|onze leveranciers|opdrachtnemers?|aannemers?|sponsors?|sponsoren|onze sponsors|"
    r"contractors?(?: and suppliers?)?|suppliers?(?: and contractors?)?|subcontractors|sponsorship|"
    r"(?:oud|voormalige|former|past|previous)[ -]?(?:project)?partners?|dankwoord|met dank aan|"
    r"acknowledge?ments?|thanks|credits|fotografie|photography|photo credits|illustrations?|"
    r"inhoud(?:sopgave)?|contents|table of contents|in dit nummer|in this issue|"
    r"adverten(?:tie|ties)|advertorial|vacatures?|vacancies|agenda|kalender|calendar|diary|events)",
    re.IGNORECASE,
)


def sections_of(document: Document) -> tuple[Section, ...]:
    """The sections of a document in order."""
    made: list[Section] = []
    topic: Block | None = None
    silent_level = 0
    for heading, blocks in document.sections():
        if heading is not None:
            if silent_level and heading.level <= silent_level and not heads_a_part(heading.text):
                silent_level = 0
            is_silent = _SILENT.fullmatch(fold(heading.text).strip(" :?.")) is not None
            if is_silent and not silent_level:
                silent_level = heading.level
            if not heads_a_part(heading.text) or is_silent or topic is None:
                topic = heading if not (is_silent and heads_a_part(heading.text)) else topic
            made.append(Section(heading, blocks, topic, silent_level > 0 or is_silent))
            if is_silent and heads_a_part(heading.text):
                silent_level = 0
        else:
            made.append(Section(None, blocks, None, silent=False))
    return tuple(made)


def topics_of(sections: tuple[Section, ...]) -> tuple[Topic, ...]:
    """Sections put together by what they are about."""
    made: list[Topic] = []
    for section in sections:
        if made and made[-1].heading is section.topic:
            made[-1] = Topic(section.topic, (*made[-1].sections, section))
        else:
            made.append(Topic(section.topic, (section,)))
    return tuple(made)


def is_list(block: Block) -> bool:
    """Whether a block is lines under one another, not running text."""
    return (
        len(block.lines) > 1
        and all(line.broken for line in block.lines[:-1])
        and (block.kind is BlockKind.PARAGRAPH)
    )
