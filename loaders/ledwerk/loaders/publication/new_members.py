"""Members of the publisher: who is new among them, who joined, and lists of them by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import (
    IN_A_LIST,
    IN_A_SENTENCE,
    Finding,
    FoundNode,
    Ref,
    tie,
)
from ledwerk.loaders.publication.names_found import Mention, parties_in, party
from ledwerk.loaders.publication.partner_cues import turned_down
from ledwerk.loaders.publication.partner_sentences import ending_parties
from ledwerk.loaders.publication.sections import Section
from ledwerk.loaders.publication.sentences import sentences_of
from ledwerk.schema.names import fold

_OF_MEMBERS = re.compile(r"\b(?:members?|membership|leden|lid|lidmaatschap)\b", re.IGNORECASE)
_SINCE = r"(?:\s+(?:since|this|sinds|dit|deze|in|per|from|as of)\b[^,.:;]{0,30}?)?"
_NEW = re.compile(
    rf"^(?:(?:(?:our|onze|the|de)\s+)?(?:new(?:est|comers?)?|nieuwe?|nieuwkomers?)(?:\s+(?:members?|"
    rf"leden|lid))?{_SINCE}\s*(?:are|is|zijn|:)\s+|(?:we|wij)\s+(?:\w+\s+){{0,2}}(?:welcomed?|"
    rf"verwelkom(?:en|den))\s+(?:\w+\s+){{0,2}}?(?:as\s+(?:new\s+|our newest\s+)?members?:?\s+|"
    rf"als\s+(?:nieuwe?\s+)?(?:leden|lid):?\s+)?|(?:lid (?:werden|zijn geworden)|joined"
    rf"(?: this \w+)?)\s*:?\s+)(?=\S)",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\s+(?:(?:werd(?:en)?|is|zijn)\s+(?:\w+\s+){0,2}lid(?:\s+geworden)?|traden toe|trad toe|"
    r"(?:have |has )?(?:joined|become members?)|became (?:a )?members?)"
    r"(?:\s+(?:of|van|the|de|het|als lid|as (?:a )?members?)\b[^.;]{0,60})?[.\s]*$",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:(?:onze|our|de|the|nieuwe|new|welkom|welcome)\s+)*(?:leden|members)(?:lijst)?"
    r"(?:\s+(?:van|of|in|per|sinds|since)\s.*)?"
)


def read_new_members(document: Document, section: Section) -> Iterator[Finding]:
    """Who became a member of the party that publishes, in sentences and lists about members."""
    whole = party(document.publisher) if document.publisher else None
    if whole is None or section.silent or whole.kind not in ("Organisation", "Group"):
        return
    headed = section.heading.text if section.heading else ""
    lists = _HEADING.fullmatch(fold(headed).strip(" :.!")) is not None
    about = _OF_MEMBERS.search(headed) is not None
    announced = False
    for block in section.blocks:
        if block.kind is BlockKind.TABLE:
            continue
        if block.kind is BlockKind.ITEM and (lists or announced):
            place = document.locator(block)
            found = parties_in(block.text)
            if len(found) == 1 and not turned_down(block.text):
                yield from _members(found, whole, place, IN_A_LIST)
            continue
        for mentions, start, end in _said(block, about):
            place = document.locator(block, start, end)
            yield from _members(mentions, whole, place, IN_A_SENTENCE)
        last = [*sentences_of(block.text)][-1:]
        announced = any(
            one.text.endswith(":") and _OF_MEMBERS.search(one.text) and _NEWS.search(one.text)
            for one in last
        )


_NEWS = re.compile(r"\b(?:new|nieuwe?|joined|welcome|verwelkom\w*|toegetreden)\b", re.IGNORECASE)


def _said(block: Block, about: bool) -> Iterator[tuple[tuple[Mention, ...], int, int]]:
    """The parties that a sentence about members names as new, with where it stands."""
    for sentence in sentences_of(block.text):
        spoken = about or _OF_MEMBERS.search(sentence.text) is not None
        about = spoken  # "The partnership has 86 members. New are …"
        new = _NEW.match(sentence.text)
        joined = _JOINED.search(sentence.text)
        if not spoken or turned_down(sentence.text):
            continue
        if new:
            yield parties_in(sentence.text[new.end() :], prose=True), sentence.start, sentence.end
        elif joined:
            yield ending_parties(sentence.text[: joined.start()]), sentence.start, sentence.end


def _members(
    mentions: tuple[Mention, ...], whole: Ref, place: str, sure: float
) -> Iterator[Finding]:
    for one in mentions:
        if one.generic or one.out or one.ref == whole:
            continue
        yield FoundNode(one.ref, place, sure, (), one.aliases)
        yield tie("MEMBER_OF", one.ref, whole, place, sure)
