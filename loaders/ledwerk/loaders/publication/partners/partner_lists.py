"""Parties in lists: items and lines under a heading, and values of labels such as "Partners:"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledwerk.loaders.publication.activities.activity_found import Activities, Activity
from ledwerk.loaders.publication.activities.activity_names import PROJECT
from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import IN_A_LIST, Ref
from ledwerk.loaders.publication.layout.labels import labelled
from ledwerk.loaders.publication.layout.sections import is_list
from ledwerk.loaders.publication.layout.sentences import Stretch, sentences_of
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES
from ledwerk.loaders.publication.parties.names_found import (
    LEAD,
    PARTICIPANT,
    PARTNER,
    one_party_in,
    parties_in,
)
from ledwerk.loaders.publication.partners.partner_cues import turned_down
from ledwerk.loaders.publication.partners.partner_sentences import parties_said
from ledwerk.loaders.publication.partners.partners_found import Partners


def lists_parties(block: Block) -> bool:
    """Whether a block under a heading such as "Partners" is a list, and no talk about them."""
    if block.kind is BlockKind.ITEM or is_list(block):
        return True
    if _PAID_SAID.search(block.text):
        return False
    sentences = [*sentences_of(block.text)]
    return len(sentences) == 1 or not parties_said(sentences[0].text).mentions


_PAID_SAID = re.compile(
    r"\b(?:geleverd|gesponsord|gebouwd|gedrukt|ontworpen|verzorgd|ingehuurd|gehuurd|uitgevoerd|"
    r"gefotografeerd|geplaatst|ingericht|vervaardigd|supplied|sponsored|built|printed|designed|"
    r"hired|catered|installed|provided|delivered)\s+(?:door|bij|by|from)\b",
    re.IGNORECASE,
)


def read_list(
    document: Document,
    block: Block,
    owners: tuple[Ref, ...],
    role: str,
    activities: Activities,
    made: Partners,
) -> None:
    """Every party in a block that lists them, sentence by sentence or line by line."""
    said = [*labelled(block)]
    if said:
        read_labels(document, block, owners, activities, made)
        return
    for stretch in _lines(block):
        if turned_down(stretch.text):
            continue
        cut = _after_cue(stretch.text)
        for mention in parties_in(stretch.text[cut:], prose=cut > 0):
            start = stretch.start + cut + mention.start
            place = document.locator(block, start, start + mention.end - mention.start)
            made.add(mention, owners, mention.role or role, place, IN_A_LIST)


def _after_cue(text: str) -> int:
    """Where the list begins in "Partners zijn A en B" under a heading that says so already."""
    said = parties_said(text)
    return said.begin if said.mentions else 0


def _lines(block: Block) -> Iterator[Stretch]:
    """The entries of a list of lines, or the first sentence of a paragraph and those like it."""
    if not is_list(block):
        yield from sentences_of(block.text)
        return
    begin = 0
    for line, after in zip(block.lines, [*block.lines[1:], None], strict=True):
        if after is None or (line.broken and not after.text[:1].islower()):
            end = after.offset if after else len(block.text)
            yield Stretch(block.text[begin:end].strip(), begin)
            begin = end


def read_labels(
    document: Document,
    block: Block,
    owners: tuple[Ref, ...],
    activities: Activities,
    made: Partners,
) -> None:
    """The parties that labels give; a label "project" says of what."""
    said = [*labelled(block)]
    for one in said:
        if one.meaning == "project" and len(said) > 1 and one.value[:1].isupper():
            place = document.locator(block, one.start, one.start + len(one.value))
            owners = (activities.add(Activity(Ref(PROJECT, one.value), place, IN_A_LIST)),)
    _read_sorts(document, block, owners, made)
    for one in said:
        if one.meaning not in (LEAD, PARTNER, PARTICIPANT):
            continue
        value = _before_name(block, one.value, one.start, activities)
        for sentence in [*sentences_of(value)][:1]:  # what follows is no value of the label
            text = before_next(sentence.text)
            if turned_down(text):
                continue
            read = one_party_in if one.meaning == LEAD else parties_in
            for mention in read(text):
                start = one.start + sentence.start + mention.start
                place = document.locator(block, start, start + mention.end - mention.start)
                made.add(mention, owners, mention.role or one.meaning, place, IN_A_LIST)


_LEGAL_END = re.compile(r"\b(?:B\.V\.|N\.V\.|Ltd\.|Inc\.|Co\.|U\.A\.)(?=\s+[A-ZÀ-Þ])")


def before_next(text: str) -> str:
    """A list up to a sentence behind a legal form's full stop that turns somebody down."""
    if not turned_down(text):
        return text
    ends = [
        found.end() for found in _LEGAL_END.finditer(text) if not turned_down(text[: found.end()])
    ]
    return text[: max(ends)] if ends else text


# "Overheden: …", "Bedrijven: …": who takes part, by what sort of party they are.
_SORTS = re.compile(
    r"(?:^|(?<=[.;] ))(?P<sort>Overhe(?:id|den)|Bedrijven|Ondernemers|Bedrijfsleven|"
    r"Kennisinstellingen|"
    r"Onderwijs(?:instellingen)?|Onderzoek|Gemeenten|Maatschappelijke (?:organisaties|partners)|"
    r"Zorginstellingen|Scholen|Companies|Businesses|Industry|Knowledge institut(?:es|ions)|"
    r"Universities|Public "
    r"(?:bodies|sector)|Government|Councils|Schools|Education|Research|Civil society|"
    r"Charities):\s+(?=\S)"
)


def _read_sorts(document: Document, block: Block, owners: tuple[Ref, ...], made: Partners) -> None:
    """The parties behind labels of sorts of parties."""
    for found in _SORTS.finditer(block.text):
        end = next((m.start() for m in _SORTS.finditer(block.text, found.end())), len(block.text))
        value = next(iter(sentences_of(block.text[found.end() : end])), None)
        if value is None or turned_down(value.text):
            continue
        for mention in parties_in(value.text):
            start = found.end() + value.start + mention.start
            place = document.locator(block, start, start + mention.end - mention.start)
            if not mention.generic:
                made.add(mention, owners, mention.role or PARTNER, place, IN_A_LIST)


def _before_name(block: Block, value: str, start: int, activities: Activities) -> str:
    """A label's value up to a line that begins with an activity's name: a sentence about it."""
    for line in block.lines:
        inside = start < line.offset < start + len(value)
        if inside and activities.known.longest_at(block.text, line.offset, ACTIVITIES):
            return value[: line.offset - start]
    return value
