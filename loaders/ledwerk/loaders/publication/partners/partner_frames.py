"""The frames of sentences that say who takes part and who leads, whatever the order of words.

A clause is laid out with one sign for each span that names parties, an activity or a person;
frames speak of these signs: "P haakte … aan", "onder leiding van P". Whoever stands where a frame
gives him no role takes part if the clause has a word of taking part, unless a preposition says
otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ledwerk.loaders.publication.findings import Ref
from ledwerk.loaders.publication.parties.known_names import Known
from ledwerk.loaders.publication.parties.names_found import LEAD, PARTNER, Mention
from ledwerk.loaders.publication.parties.party_spans import (
    ACTIVITY,
    OTHER,
    PARTY,
    PERSON,
    Span,
    is_generic,
    spans_in,
)
from ledwerk.loaders.publication.parties.party_words import PARTY_WORD
from ledwerk.loaders.publication.partners.frame_words import (
    ASIDE,
    DOING,
    DOING_WITH,
    DONE_WITH,
    LEADING,
    LEADING_ALONE,
    NAMED_WITH,
    NONE,
    NOT_DOING,
    SUPPORTING,
    TAKING_PART,
    TAKING_PART_TOGETHER,
    WITH_THEM,
)
from ledwerk.loaders.publication.partners.partners_found import DOER, WORKER, activities_in
from ledwerk.loaders.publication.partners.work_words import HIRED, WORKING

_FIRST = 0xE000  # signs of private use: one for each span of parties
_ACTIVITY = "\uf000"
_OWN = "\uf003"
_SIGNS = {ACTIVITY: _ACTIVITY, PERSON: "\uf001", OTHER: "\uf002"}


@dataclass(frozen=True, slots=True)
class Laid:
    """A clause laid out: its text with a sign for each span, and the spans of parties by sign."""

    text: str
    spans: tuple[Span, ...]
    words: str = ""  # as it was written


def laid_out(text: str, spans: Sequence[Span], own: Sequence[Span] = ()) -> Laid:
    """A clause with a sign in place of each span; one of its own for those in `own`."""
    parts: list[str] = []
    parties: list[Span] = []
    at = 0
    for span in sorted((*spans, *own), key=lambda span: span.start):
        parts.append(text[at : span.start])
        if span in own:
            parts.append(_OWN)
        elif span.kind == PARTY:
            parts.append(chr(_FIRST + len(parties)))
            parties.append(span)
        else:
            parts.append(_SIGNS[span.kind])
        at = span.end
    laid = "".join((*parts, text[at:]))
    return Laid(_without_places(laid, parties), tuple(parties), text)


# "P of Wednesbury was": where a party is does not come between it and what it does.
_OF_PLACE = re.compile(
    r"(?<=[\ue000-\uefff]),?\s(?:of|uit|te|from|in|based in|"
    r"gevestigd in)\s(?P<place>[\ue000-\uefff]),?(?=\s+[a-zà-ÿ])"
)


def _without_places(laid: str, parties: Sequence[Span]) -> str:
    def kept(found: re.Match[str]) -> str:
        place = parties[ord(found["place"]) - _FIRST]
        party = any(PARTY_WORD.search(one.ref.name) for one in place.mentions)
        return found[0] if len(place.mentions) > 1 or party else ""

    return _OF_PLACE.sub(kept, laid)


@dataclass(frozen=True, slots=True)
class Names:
    """What is known of names in a document: activities, parties, and words that it writes small."""

    activities: Known = field(default_factory=Known)
    parties: Known = field(default_factory=Known)
    common: frozenset[str] = frozenset()


NO_NAMES = Names()


def parties_framed(text: str, names: Names = NO_NAMES) -> tuple[tuple[Mention, str], ...]:
    """Who a clause says takes part, each with the role that it gives."""
    laid = laid_out(text, spans_in(text, names.activities, names.parties, names.common))
    roles = _roles(laid)
    return tuple(
        (mention, roles[i])
        for i, span in enumerate(laid.spans)
        for mention in span.mentions
        if i in roles and not mention.out and not _is_dull(mention, span)
    )


def _is_dull(mention: Mention, span: Span) -> bool:
    """Whether a mention has no name, and stands among none that has."""
    return is_generic(mention) and all(map(is_generic, span.mentions))


# "This study is no part of A" is not about A.
_NOT_PART = re.compile(
    r"\b(?:niet|geen|not|no|buiten|outside|los van|"
    r"apart from)\b[^.;\ue000-\uf8ff]{0,30}?(?:\b(?:bij|van|tot|onder|"
    r"part of|under|to|of|het|de|the)\s+)?(?P<it>\uf000)"
)
# An activity's name among those of parties is that of a party: "the consortium is A, B and C".
_AMONG = re.compile(
    r"[\ue000-\uefff]\s*,\s*(?P<it>\uf000)(?=\s*(?:,|\b(?:en|and)\b))|"
    r"[\ue000-\uefff],?\s+(?:en|and)\s+(?P<last>\uf000)(?=\s*[.;]?$)"
)


_BELONGS = re.compile(
    r"\b(?:hoort|horen|onderdeel|deel|valt|vallen|behoort|part|belongs?|falls?|comes?|buiten|"
    r"outside)\b",
    re.IGNORECASE,
)


def topics_in(text: str, activities: Known, parties: Known) -> tuple[Ref, ...]:
    """The activities that a clause is about, in its order."""
    named = activities_in(text, activities)
    if not named:
        return ()
    spans = spans_in(text, activities, parties)
    laid = laid_out(text, spans).text
    among = {found.start(found.lastgroup or 0) for found in _AMONG.finditer(laid)}
    if _BELONGS.search(laid):
        among |= {found.start("it") for found in _NOT_PART.finditer(laid)}
    if not among:
        return named
    signs = [at for at, sign in enumerate(laid) if sign == _ACTIVITY]
    found = [span for span in spans if span.kind == ACTIVITY]
    out = {
        ref
        for at, span in zip(signs, found, strict=False)
        if at in among
        for ref in activities_in(text[span.start : span.end], activities)
    }
    return tuple(ref for ref in named if ref not in out)


_PART_OF = re.compile(
    r"\b(?:onderdeel|deel|tak(?:ken)?|part|hoort|horen|valt|vallen|behoort|behoren|belongs?|"
    r"comes?|falls?|sits?)\b[^.;\ue000-\uf8ff]{0,40}(?P<whole>\uf000)"
)


def wholes_in(text: str, activities: Known, parties: Known) -> tuple[Ref, ...]:
    """What others are said to be part of: who is named behind it has to do with that alone."""
    if len(activities_in(text, activities)) < _PAIR:
        return ()
    spans = spans_in(text, activities, parties)
    laid = laid_out(text, spans).text
    found = _PART_OF.search(laid)
    if not found or re.search(r"[\ue000-\uefff]", laid[: found.start("whole")]):
        return ()
    number = laid[: found.start("whole")].count(_ACTIVITY)
    whole = [span for span in spans if span.kind == ACTIVITY][number]
    return activities_in(text[whole.start : whole.end], activities)


def paired(text: str, activities: Known, parties: Known) -> tuple[tuple[int, int, Ref], ...]:
    """Which stretches of a clause speak of which activity, where it goes by turns.

    "A is run by X, B by Y": X is in A, and Y in B. Nothing where there are no turns.
    """
    spans = [s for s in spans_in(text, activities, parties) if s.kind in (ACTIVITY, PARTY)]
    kinds = [span.kind for span in spans]
    turns = len(kinds) > _PAIR and all(one != other for one, other in pairwise(kinds))
    if not turns or kinds.count(ACTIVITY) < _PAIR or kinds.count(PARTY) < kinds.count(ACTIVITY):
        return ()
    step = -1 if kinds[0] == ACTIVITY else 1
    return tuple(
        (span.start, span.end, ref)
        for i, span in enumerate(spans)
        if span.kind == PARTY and 0 <= i + step < len(spans)
        for ref in activities_in(text[spans[i + step].start : spans[i + step].end], activities)
    )


_PAIR = 2


# "The Alliance is the body in which A and B work together" tells who is in it, and of no project.
_IS_NETWORK = re.compile(
    r"^(?:de |het |the )?[\ue000-\uefff](?: \([^()]{2,30}\))?,?\s(?:is|zijn|vormt)\s(?:de|het|een|"
    r"the|an?)\s(?!\w*(?:accountable|lead|managing|host|co-?ordinating|trekkende|leidende)\w*\s)"
    r"(?:[a-zà-ÿ-]+\s){0,3}(?:\w*verband|netwerk|\w*vereniging|alliantie|koepel\w*|platform|"
    r"netwerkorganisatie|co[öo]peratie|stichting|club|alliance|network|association|body|charity|"
    r"partnership|membership organi[sz]ation|organi[sz]ation|co-?operative|umbrella)\b",
    re.IGNORECASE,
)


def _roles(laid: Laid) -> dict[int, str]:
    """The role of each span that takes part, by its number."""
    if _IS_NETWORK.match(laid.text):
        return {}
    out = {i for pattern in NONE for i in signs_in(pattern, laid.text)}
    last = _IN_WHICH.split(laid.text)[-1]
    paid = _PAID.search(_BRACKETS.sub("", last)) is not None
    roles = _said(laid, out, paid=paid)
    apart = {i for pattern in ASIDE for i in signs_in(pattern, laid.text)}
    told = out | apart | set(roles)
    left = [i for i in range(len(laid.spans)) if i not in told and chr(_FIRST + i) in laid.text]
    if _all_take_part(laid, roles, left, paid=paid):
        roles.update((i, PARTNER) for i in left)
    beside = {i for pattern in NAMED_WITH for i in signs_in(pattern, laid.text)} - out - set(roles)
    roles.update((i, PARTNER) for i in beside if len(laid.spans[i].mentions) > 1)
    if not paid and not NOT_DOING.search(last):
        _do(laid, roles, out)
    if not HIRED.search(laid.words):
        work = {i for pattern in WORKING for i in signs_in(pattern, laid.text)} - out
        for i in filter(lambda one: _is_likely(laid.spans[one]), work):
            roles.setdefault(i, WORKER)
    return roles


def _said(laid: Laid, out: set[int], *, paid: bool) -> dict[int, str]:
    """The roles that frames give: who leads, who is named as with them."""
    roles: dict[int, str] = {}
    for pattern in LEADING:
        roles.update((i, LEAD) for i in signs_in(pattern, laid.text) if i not in out)
    for pattern in LEADING_ALONE:
        for i in signs_in(pattern, laid.text):
            if i not in out:
                roles.setdefault(i, LEAD if len(laid.spans[i].mentions) == 1 else PARTNER)
    funded = paid or _PAID.search(laid.text) is not None
    for pattern in (*WITH_THEM, *(() if funded else SUPPORTING)):
        for i in signs_in(pattern, laid.text):
            if i not in out:
                roles.setdefault(i, PARTNER)
    return roles


def _all_take_part(laid: Laid, roles: dict[int, str], left: Sequence[int], *, paid: bool) -> bool:
    """Whether those without a role take part: by a word of it, a lead or a role beside them."""
    if LEAD in roles.values() and not paid:
        return True
    if any(mention.role for i in left for mention in laid.spans[i].mentions):
        return True  # "A (lead) and B restore …"
    count = sum(len(laid.spans[i].mentions) for i in (*left, *roles))
    several = count > 1 and not paid and any(map(_is_told, laid.spans))
    words = (*TAKING_PART, *(TAKING_PART_TOGETHER if several else ()))
    return any(word.search(laid.text) for word in words)


def _do(laid: Laid, roles: dict[int, str], out: set[int]) -> None:
    """Those who do something together in what the clause speaks of, or one with others."""
    done = {i for pattern in DOING for i in signs_in(pattern, laid.text)} - out - set(roles)
    roles.update((i, PARTNER) for i in done if _several(laid.spans[i]))
    both = {i for pattern in (*DOING_WITH, *DONE_WITH) for i in signs_in(pattern, laid.text)}
    both = {i for i in both if i not in out and roles.get(i, PARTNER) == PARTNER}
    if any(_is_told(laid.spans[i]) for i in both):
        roles.update((i, PARTNER) for i in both)
        roles.update((i, DOER) for i in _doers(laid) if i in both)


def _several(span: Span) -> bool:
    return len(span.mentions) > 1 and _is_told(span)


def _doers(laid: Laid) -> Iterator[int]:
    """The one who is said to do something with others: who leads, where nobody else does."""
    for patterns, group in ((DOING_WITH, 1), (DONE_WITH, 2)):
        for found in (one for pattern in patterns for one in pattern.finditer(laid.text)):
            number = ord(found[group]) - _FIRST
            if len(laid.spans[number].mentions) == 1:
                yield number


def _is_likely(span: Span) -> bool:
    """Whether a capital at the head of a sentence is that of a name, and not of a plain word."""
    return _is_told(span) or any(
        " " in one.ref.name or not one.ref.name[1:].islower() for one in span.mentions
    )


def _is_told(span: Span) -> bool:
    """Whether a name of a span, or a word before it, tells that it is a party's."""
    return span.told or any(PARTY_WORD.search(one.ref.name) for one in span.mentions)


_IN_WHICH = re.compile(r",\s+(?:in which|waarin|waarbij|waaraan)\b(?=.)")
_BRACKETS = re.compile(r"\([^()]{1,60}\)")
_PAID = re.compile(r"[€£$]|\b(?:euro|eur|pond|pounds|subsidie|grant|funding)\b", re.IGNORECASE)


def signs_in(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    """The numbers of the spans that a frame's groups stand for."""
    for found in pattern.finditer(text):
        for group in found.groups():
            for sign in group or "":
                if _FIRST <= ord(sign) < ord(_ACTIVITY):
                    yield ord(sign) - _FIRST
