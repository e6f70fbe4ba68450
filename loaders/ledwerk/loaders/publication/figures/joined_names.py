"""Names of one body with a comma or an "and" in them: ministries, and "Arts and Crafts Council".

In a sentence about money the parts of such a name would each be one who pays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledwerk.loaders.publication.findings import Ref
from ledwerk.loaders.publication.parties.known_names import PARTIES, Known
from ledwerk.loaders.publication.parties.parties_at import Spot
from ledwerk.loaders.publication.parties.party_words import PORTFOLIOS, TOPICS

_WORD = r"[A-ZÀ-Þ][\w’'-]+"
_FIELD = rf"(?:the )?{_WORD}(?: {_WORD}){{0,2}}"
_MINISTRY = re.compile(
    r"\b(?:[Mm]inisterie van|[Mm]inistry (?:of|for)|[Dd]epartment (?:of|for)) "
    rf"(?P<fields>{_FIELD}(?:, {_FIELD}){{0,3}},? (?:en|and|&) (?P<last>{_FIELD}))"
)
_PARTS = re.compile(r",? (?:en|and|&) |, ")
_OF_THE_STATE = frozenset(
    field.lower() for fields in PORTFOLIOS for field in fields
) | {"landbouw", "natuur", "visserij", "voedselzekerheid", "voedselkwaliteit", "marine",
     "the marine", "communications", "equality", "islands", "tourism"}  # fmt: skip
# Bodies of one name in the singular, whose kind only its end tells.
_HEAD = (
    r"(?:(?:County|City|Borough|District|Town|Research|Metropolitan|Community|County Borough|"
    r"Borough|Unitary|Health|NHS|Development|Enterprise|Growth|Skills|Training) )*"
    r"(?:Council|Trust|Charity|Board|Authority|Partnership|Fund|Foundation|Agency|Association|"
    r"Commission|Corporation|Institute|Enterprise|Office)"
)
_NO_HEAD = (
    r"(?!(?:[Tt]he )?(?:University|College|Council|Trust|Bank|School|Institute|Innovate|Ltd|plc|"
    r"BV|NV|Fund|Foundation|Agency|Government|Department|Ministry)\b)"
)
_JOINED = re.compile(
    rf"(?P<the>\b[Tt]he )?(?<![\w’'-]){_NO_HEAD}(?P<one>{_WORD}[’']?(?: (?:City|"
    rf"District|Town|Health|"
    rf"Regional|Northern|Southern))?)(?P<and> (?:and|&) )(?:the )?{_NO_HEAD}"
    rf"(?P<two>{_WORD}[’']?(?: {_NO_HEAD}{_WORD}){{0,3}}? {_HEAD})\b(?! (?:and|&|of) )"
)
_OPENER = re.compile(r"(?:And|But|Both|With|From|By|For|In|Of|To|As|Then|Also)$")


def joined_in(text: str, known: Known) -> Iterator[Spot]:
    """The bodies of a text that are named after several things, each as one."""
    for found in _MINISTRY.finditer(text):
        end = _end_of_fields(text, found)
        name = text[found.start() : end]
        ref = known.find(name) or Ref("Organisation", name[:1].upper() + name[1:])
        if end > found.start("fields") and _PARTS.search(text, found.start("fields"), end):
            yield Spot(ref, found.start(), end)
    for found in _JOINED.finditer(text):
        one, start = found["one"], found.start("one")
        alone = known.find(one, PARTIES) if not found["the"] or " " in one else None
        if alone is None and not _OPENER.match(one) and _is_one(text, found):
            name = f"{one}{found['and']}{found['two']}"
            yield Spot(known.find(name) or Ref("Organisation", name), start, found.end())


def _end_of_fields(text: str, found: re.Match[str]) -> int:
    """Where a ministry's name ends: its fields are those of a state, or close the list."""
    start = end = found.start("fields")
    pieces = [*_PARTS.finditer(text, start, found.end("fields"))]
    stops = [*(piece.start() for piece in pieces), found.end("fields")]
    for number, stop in enumerate(stops):
        field = text[start:stop]
        if number and not _is_field(field):
            break
        end = stop
        start = pieces[number].end() if number < len(pieces) else stop
    return end


def _is_field(text: str) -> bool:
    bare = text.lower().removeprefix("the ")
    return TOPICS.fullmatch(text) is not None or bare in _OF_THE_STATE


def _is_one(text: str, found: re.Match[str]) -> bool:
    """Whether it is one body: an article before two halves without, a verb for one behind it."""
    article = found["the"] is not None
    after = text[found.end() :]
    council = found["two"].endswith("Council")
    single = re.match(r"(?: \([^)]{1,20}\))? (?:[a-z]{3,}(?<!s)s|has|is|was)\b", after) is not None
    plural = re.match(r"(?: \([^)]{1,20}\))? (?:have|are|were|both|each)\b", after) is not None
    bare = not re.search(r"\b(?:with|between|are|and|,) $", text[: found.start("one")])
    return not plural and (article or single or (council and bare))
