"""The parties that a sentence says take part, by the cue before or behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from ledwerk.loaders.publication.findings import Ref
from ledwerk.loaders.publication.layout.counting_words import SMALL_NUMBER
from ledwerk.loaders.publication.parties.names_found import LEAD, PARTNER, Mention, parties_in
from ledwerk.loaders.publication.partners.partner_cues import CUES, Cue, Where, about_a_meeting
from ledwerk.loaders.publication.people.person_names import is_surely, person_at

_THEY = re.compile(r"\b(?:werken|gaan|bouwen|onderzoeken)\s+zij\b|\bthey\b", re.IGNORECASE)
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


def parties_said(text: str, before: tuple[Mention, ...] = ()) -> Partnered:
    """Who a clause says takes part; `before` are those that "they" in it would be."""
    found: dict[tuple[str, str], tuple[Mention, str]] = {}
    listed, begin = False, len(text)
    if about_a_meeting(text):
        return Partnered(subjects=_subjects(text))
    for cue in CUES:
        for match in islice(cue.pattern.finditer(text), _MOST_LISTS):
            mentions = [*_cued(text, cue, match)]
            if len(mentions) < cue.fewest:
                continue
            for mention in mentions:
                key = (mention.ref.kind, mention.ref.name)
                if key not in found or cue.role == LEAD:
                    found[key] = (mention, cue.role)
                begin = min(begin, mention.start)
            listed = listed or len(mentions) > 1
    if not found and before and _THEY_ARE.search(text):
        they = tuple((replace(one, start=0, end=0), "partner") for one in before)
        return Partnered(they, listed=True, subjects=before)
    if found and before and _THEY.search(text):
        for mention in before:
            found.setdefault(
                (mention.ref.kind, mention.ref.name), (replace(mention, start=0, end=0), "partner")
            )
    return Partnered(tuple(found.values()), listed, begin if found else 0, _subjects(text))


_ASKED = re.compile(
    r"^(?:en |and )?(?:wie|met wie|welke \w+|who|which \w+)\b[^?]{0,60}\b(?:mee|deel|samen|"
    r"betrokken|partners?|involved|part|together|on board|partij)\b[^?]{0,30}\?$",
    re.IGNORECASE,
)


def is_asked(text: str) -> bool:
    """Whether a sentence asks who takes part."""
    return _ASKED.match(text.strip()) is not None


def answered(text: str) -> Partnered:
    """Those whom the answer to that names first."""
    listed = tuple((one, PARTNER) for one in parties_in(text, prose=True))
    return Partnered(listed, listed=len(listed) > 1)


_MOST_LISTS = 12  # in one sentence, by one phrase; more is made to keep a reader busy
_WITH = re.compile(r"\bsamen met|\btogether with|\bin samenwerking met", re.IGNORECASE)
_VERB = re.compile(r"\s+[a-zë]+(?:t|en|de|den|te|ten|s|ed)\s+(?=\S)")


def _subject_after(match: re.Match[str], rest: str) -> tuple[Mention, ...]:
    """Who does it with them, where that stands behind the verb: "Samen met A en B bouwt C …"."""
    listed = parties_in(rest, prose=True)
    if match.start() > 0 or not listed or not _WITH.search(match[0]):
        return ()
    verb = _VERB.match(rest, listed[-1].end)
    if not verb:
        return ()
    return tuple(
        replace(one, start=one.start + verb.end(), end=one.end + verb.end())
        for one in parties_in(rest[verb.end() :], prose=True)
    )


_BESIDE = re.compile(
    r",?\s+(?:together with|along with|with|alongside|working with|in \w+ with|supported by|"
    r"(?:met|with) (?:de |the )?(?:steun|hulp|medewerking|inzet|support|help|backing|assistance) "
    r"(?:van|of|from)|samen met|in samenwerking met|met|backed by|assisted by|gesteund door|"
    r"geholpen "
    r"door|ondersteund door|bijgestaan door)\s",
    re.IGNORECASE,
)


def _cued(text: str, cue: Cue, match: re.Match[str]) -> Iterator[Mention]:
    if cue.where is Where.BEHIND:
        rest = text[match.end() :]
        if cue.role == LEAD:  # those that are named beside the lead are partners
            rest = _BESIDE.split(rest)[0]
        mentions = (*parties_in(rest, prose=True), *_subject_after(match, rest))
        for mention in mentions:
            if cue.role != LEAD or not _is_person(mention.ref.name):
                yield replace(
                    mention, start=mention.start + match.end(), end=mention.end + match.end()
                )
        return
    mentions = ending_parties(text[: match.start()])
    if not mentions and _ALSO_DO.search(text[: match.start()]):  # "A and B run x and are partners"
        mentions = parties_in(text, prose=True)
    if len(mentions) == _PAIR and _SINGULAR.match(match[0]):
        mentions = _one_name(text, mentions)
    if cue.role == LEAD:
        mentions = tuple(m for m in mentions if not _is_person(m.ref.name))
    yield from mentions


_ALSO_DO = re.compile(r"[^,;:]\s+(?:en|and)$")
_PAIR = 2
_SINGULAR = re.compile(
    r"\s*(?:is|was|wordt|treedt|fungeert|trekt|leidt|coördineert|doet|deed|werkt|neemt|heeft|sluit|"
    r"sloot|acts|serves|leads|coordinates|heads|runs|takes|participates|works|has)\b",
    re.IGNORECASE,
)


def _one_name(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Two names with "and" between them are one where only one is spoken of."""
    first, second = mentions
    between = text[first.end : second.start]
    if not re.fullmatch(r"\s+(?:en|and|&)\s+", between):
        return mentions
    name = f"{first.ref.name}{between}{text[second.start : second.end]}"
    return (replace(first, ref=Ref(first.ref.kind, name), end=second.end, aliases=()),)


def _is_person(name: str) -> bool:
    person = person_at(name)
    return person is not None and person.end == len(name) and is_surely(person)


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
        r"is|"
        r"zijn|are|heeft|hebben|have|has|en|and|met|with|door|by|tussen|between)\s+|[,:]\s+|"
        r"\s[–—]\s+",
        text,
        re.IGNORECASE,
    ):
        yield found.end()


def _subjects(text: str) -> tuple[Mention, ...]:
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
