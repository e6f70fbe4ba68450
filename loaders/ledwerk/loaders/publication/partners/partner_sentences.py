"""The parties that a sentence says take part, by the cue before or behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from ledwerk.loaders.publication.layout.counting_words import SMALL_NUMBER
from ledwerk.loaders.publication.parties.names_found import PARTNER, Mention, parties_in
from ledwerk.loaders.publication.partners.partner_cues import about_a_meeting
from ledwerk.loaders.publication.partners.partner_frames import NO_NAMES, Names, parties_framed
from ledwerk.loaders.publication.partners.partners_found import WORKER

_THEY = re.compile(r"\b[a-zà-ÿ]{2,}en\s+(?:zij|ze)\b|\bthey\b", re.IGNORECASE)
_WITH = re.compile(r"\b(?:samen|gezamenlijk|together|jointly)\b", re.IGNORECASE)
_THEY_ARE = re.compile(
    r"^(?:samen (?:zijn|vormen|werken) (?:zij|ze|deze \w+)|(?:zij|ze|deze (?:partijen|organisaties|"
    r"partners|\w+ partijen)|beiden?|allebei|both|"
    rf"all?e? (?:{SMALL_NUMBER})|"
    r"die \w* ?partijen|they|these (?:\w+ )?(?:parties|organi[sz]ations|"
    r"partners)|together,? they|all \w+|alle \w+)\s)[^.;]*\b(?:partners?|consortium|samenwerking"
    r"(?:sverband)?|samen|mee|together|part in)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\b(?:(?:onder|mede)?(?:ge)?tekend|ondertekend|afgesloten|gesloten|gemaakt|signed|concluded|"
    r"endorsed)\s+(?:door|tussen|by|between)\s+",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"\s+(?:(?:heeft|hebben|have|has)\s+(?:\w+\s+){0,4}(?:ge|onder)tekend|(?:onder)?tekende(?:n)?|"
    r"zetten? (?:\w+ )?(?:een|hun) handtekening|sign(?:ed)?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Partnered:
    """The parties that a sentence names as taking part, each with its role.

    `listed` is whether a plain list of several is meant; `begin` is where it begins; `subjects`
    are the parties that the sentence begins with.
    """

    mentions: tuple[tuple[Mention, str], ...] = ()
    listed: bool = False
    begin: int = 0
    subjects: tuple[Mention, ...] = ()


def parties_said(text: str, before: tuple[Mention, ...] = (), names: Names = NO_NAMES) -> Partnered:
    """Who a clause says takes part; `before` are those that "they" in it would be."""
    if about_a_meeting(text):
        return Partnered(subjects=subjects_of(text))
    framed = parties_framed(text, names)
    found = {
        (one.ref.kind, one.ref.name): (one, role)
        for one, role in framed
        if role != WORKER or names is not NO_NAMES
    }
    begin = min((one.start for one, _ in found.values()), default=0)
    if not found and before and _THEY_ARE.search(text):
        they = tuple((replace(one, start=0, end=0), PARTNER) for one in before)
        return Partnered(they, listed=True, subjects=before)
    if before and _THEY.search(text) and (found or _WITH.search(text)):
        for one in before:
            found.setdefault((one.ref.kind, one.ref.name), (replace(one, start=0, end=0), PARTNER))
    return Partnered(tuple(found.values()), len(found) > 1, begin, subjects_of(text))


_ASKED = re.compile(
    r"^(?:en |and )?(?:wie (?:zit|zat|sta|doe|werk|hor)\w* (?:er )?(?:nog |verder |allemaal |"
    r"meer )*(?:in|aan|bij|om)\b[^?]{0,40}|"
    r"who (?:else )?(?:is|are|sits) (?:else )?(?:in|at|on|around)\b[^?]{0,40})\?$|"
    r"^(?:en |and )?(?:wie|met wie|welke \w+|who|which \w+)\b[^?]{0,60}\b(?:mee|deel|samen|"
    r"betrokken|partners?|involved|part|together|on board|partij)\b[^?]{0,30}\?$",
    re.IGNORECASE,
)


def is_asked(text: str) -> bool:
    """Whether a sentence asks who takes part."""
    return _ASKED.match(text.strip()) is not None


def answered(text: str) -> Partnered:
    """Those whom the answer to that names first, whatever they are in it for."""
    begin = _ANSWER.match(text)
    start = begin.end() if begin else 0
    listed = tuple(
        (replace(one, start=one.start + start, end=one.end + start), PARTNER)
        for one in parties_in(text[start:], prose=True)
    )
    return Partnered(listed, listed=len(listed) > 1)


# "And since this spring A.", "The council, for its quay.": answers that go on.
_ANSWER = re.compile(
    r"[\"“”'‘]*(?:(?:en|and|plus|verder|ook|also|dan|then|sinds|since|vanaf|from)\s+(?:(?:sinds|"
    r"since|dit|vorig|this|last|\d{4}|[a-z]{3,10})\s+){0,3})?(?=(?:de |het |the )?[A-ZÀ-Þa-z])",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"^[^.;]{2,80}?,\s+(?:voor|omdat|vanwege|want|om|wegens|for|because|since|as)\b|"
    r"^[^,.;]{2,60}[.”\"]*$"
)


def goes_on_answering(text: str) -> bool:
    """Whether a sentence behind an answer names one more: a name and what he is in it for."""
    return _REASON.match(text) is not None and not _FINITE.search(text.split(",", maxsplit=1)[0])


_FINITE = re.compile(
    r"\b(?:is|zijn|was|are|were|heeft|has|have|praten|talk|doen|doet|komt|kost|klopt)\b",
    re.IGNORECASE,
)


def ending_parties(text: str) -> tuple[Mention, ...]:
    """The parties of the list that a text ends with."""
    for begin in islice(_begins(text), _MOST_BEGINS):
        mentions = parties_in(text[begin:], prose=True)
        if mentions and mentions[-1].end >= len(text[begin:].rstrip(" ,")) - 1:
            return tuple(replace(m, start=m.start + begin, end=m.end + begin) for m in mentions)
    return ()


_MOST_BEGINS = 60  # places where a list may begin; more is made to keep a reader busy


def _begins(text: str) -> Iterator[int]:
    """Where a list that runs up to the end of a text may begin, the earliest first."""
    yield 0
    for found in re.finditer(
        r"\b(?:waar\w*|dat|omdat|als|that|which|where|when|because|doet|deed|doen|deden|ook|also|"
        r"is|zijn|are|heeft|hebben|have|has|en|and|met|with|door|by|tussen|between)\s+|[,:]\s+|"
        r"\s[–—]\s+",
        text,
        re.IGNORECASE,
    ):
        yield found.end()


def subjects_of(text: str) -> tuple[Mention, ...]:
    """Those that "they" in the next sentence are: who it begins with, or who signed."""
    signed = _SIGNED.search(text)
    if signed:
        return parties_in(text[signed.end() :], prose=True)
    sign = _SIGN.search(text)
    if sign:
        return ending_parties(text[: sign.start()])
    for begin in islice(_begins(text), _MOST_BEGINS):
        mentions = parties_in(text[begin:], prose=True)
        if sum(1 for one in mentions if not one.generic) > 1:
            return mentions
    return ()
