"""When each project or programme runs, from the sentences and labels that are about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ledwerk.loaders.publication.activities.activity_found import Activities, years_in
from ledwerk.loaders.publication.activities.periods import (
    Period,
    period_behind,
    period_in_brackets,
    period_in_cell,
    period_said,
)
from ledwerk.loaders.publication.activities.years_meant import with_years
from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import IN_A_LIST, IN_A_SENTENCE, Finding, Ref, node
from ledwerk.loaders.publication.layout.labels import labelled
from ledwerk.loaders.publication.layout.sentences import Stretch, clauses_of, sentences_of
from ledwerk.loaders.publication.partners.partners_found import activities_in


def read_periods(document: Document, activities: Activities) -> Iterator[Finding]:
    """Start and end of activities: what gives both first, then each where it is said first."""
    said = [*_said(document, activities)]
    whole = [one for one in said if one[1].start and one[1].end]
    seen: set[tuple[Ref, str]] = set()
    for ref, period, sure, place in (*whole, *said):
        if period.start and period.end and period.end < period.start[: len(period.end)]:
            continue
        values = {
            name: value
            for name, value in (("start", period.start), ("end", period.end))
            if value and (ref, name) not in seen
        }
        seen.update((ref, name) for name in values)
        if values:
            found = node(ref.kind, ref.name, place, sure)
            yield replace(found, properties=tuple(values.items()))


def _said(document: Document, activities: Activities) -> Iterator[tuple[Ref, Period, float, str]]:
    """All periods that sentences and labels give, with where they do."""
    for section in activities.sections:
        if section.silent:
            continue
        owners = activities.of_heading(section.topic)
        for block in section.blocks:
            if block.kind is BlockKind.TABLE:
                continue
            spoken = activities_in(block.text, activities.known)
            for ref, period, start, end, sure in _periods(document, block, owners, activities):
                yield ref, period, sure, document.locator(block, start, end)
            if not activities.of_heading(section.topic) and spoken:
                owners = spoken[-1:]  # "the project" in the next paragraph


Dated = tuple[Ref, Period, int, int, float]


def _periods(
    document: Document, block: Block, owners: tuple[Ref, ...], activities: Activities
) -> Iterator[Dated]:
    said = [one for one in labelled(block) if one.meaning in ("period", "start", "end")]
    for one in said:
        period = period_in_cell(one.value)
        if one.meaning == "end":
            period = Period("", period.end or period.start)
        elif one.meaning == "start":
            period = Period(period.start or period.end, "")
        for ref in owners[:1]:
            yield ref, period, one.start, one.start + len(one.value), IN_A_LIST
    if said:
        return
    topic = owners
    for at, sentence in enumerate(sentences_of(block.text)):
        for clause in clauses_of(sentence):
            named = activities_in(clause.text, activities.known) or _small(clause, activities)
            topic = _subject(clause.text, named) or topic
            yield from _of_clause(document, clause, named, topic, at)


def _subject(text: str, named: tuple[Ref, ...]) -> tuple[Ref, ...]:
    """What "it" is after a clause: the one that it begins with, or else all that it names."""
    low = _ARTICLE.sub("", text.lower())
    first = tuple(ref for ref in named if low.startswith(ref.name.lower()))
    return first[:1] if len(named) > 1 and first else named


_ARTICLE = re.compile(
    r"^(?:het |de |the |ons |our |dit |this )?(?:project |programma |programme )?"
)


def _small(clause: Stretch, activities: Activities) -> tuple[Ref, ...]:
    """What a clause names by a common noun that is its name: "een voucherregeling"."""
    low = clause.text.lower()
    words = {ref for ref in (one.ref for one in activities.found) if " " not in ref.name}
    named = (ref for ref in words if len(ref.name) >= _LONG and ref.name.lower() in low.split())
    return tuple(sorted(named, key=lambda ref: ref.name))


_LONG = 10  # letters of such a noun


def _of_clause(
    document: Document, clause: Stretch, named: tuple[Ref, ...], topic: tuple[Ref, ...], at: int
) -> Iterator[Dated]:
    """What a clause says of the activities that it names, or else of the one that it is about."""
    text = with_years(clause.text, document.date)
    behind = [(ref, _behind(text, ref)) for ref in named]
    for ref, period in behind:
        if period.start:
            yield ref, period, clause.start, clause.end, IN_A_SENTENCE
    topic = _explained(text, named) or topic
    dated = [ref for ref in topic if not years_in(ref.name)]
    if not dated or (named and any(period.start for _, period in behind)):
        return
    period = period_said(text)
    bracketed = not (period.start or period.end or named)
    period = period_in_brackets(text) if bracketed else period
    if not (period.start or period.end):
        return
    alone = _BY_ITSELF.match(text) and len(topic) == 1 and len(text) < _SHORT
    opening = at == 0 and len(topic) == 1 and bool(period.start and period.end)
    if named or alone or opening or _of_it(clause, topic, at) or (bracketed and len(topic) == 1):
        yield _nearest(text, tuple(dated), period), period, clause.start, clause.end, IN_A_SENTENCE


def _explained(text: str, named: tuple[Ref, ...]) -> tuple[Ref, ...]:
    """What a clause explains with its period: "… fall under X, the programme for 2022 to 2030"."""
    ends = ((ref, text.find(ref.name) + len(ref.name)) for ref in named if ref.name in text)
    return tuple(ref for ref, end in ends if _EXPLAINS.match(text, end))[-1:]


_EXPLAINS = re.compile(
    r", (?:the|a|an|our|het|een|ons|de) [^,.;]{0,60}?(?:programma|programme|project|scheme|pilot)\b"
    r"[^,.;]{0,80}\d{4}"
)
# A period by itself among the facts of a project: "2023-2024, € 275.000".
_BY_ITSELF = re.compile(
    r"\W*(?:[A-Za-z][a-z]{2,8}\.? )?(?:19|20)\d\d\s?[-–]\s?(?:[a-z]{3,9}\.? )?(?:19|20)\d\d\b"
)
_SHORT = 90  # signs of a clause that says little else


def _behind(text: str, ref: Ref) -> Period:
    at = text.lower().find(ref.name.lower())
    end = at + len(ref.name)
    for word in (" programma", " programme", " project"):
        if text.lower().startswith(word, end):
            end += len(word)
    if at < 0:
        return Period()
    behind = period_behind(text, end)
    if behind.start:
        return behind
    opened = _OPENED.match(text, end)
    return period_in_brackets(text, end) if opened else Period()


# Brackets right behind a name, or behind a apposition: "X, een project van A (2022-2025".
_OPENED = re.compile(r"(?:\s*|,\s+(?:een|an?) [^.;()]{3,160})\s?\((?=[^()]{0,60}\d{4})")


_IT = re.compile(
    r"^(?:running|opened|geopend|begon|begint|startte|start|liep|eindigde|eindigt|sinds|since|began|"
    r"begins|starts|ran|ended|ends|due|work (?:started|began)|handover|completion|oplevering|"
    r"begonnen|gestart|afgerond|started|begun|launched|completed|finished|loopt|runs) |"
    r"\b(?:project|programma|programme|pilot|looptijd|it|start:|einde:|competition|hij loopt|"
    r"(?:het|dit|ze|zij|hij) (?:begon|begint|startte|start|eindigde|eindigt|duurt|duurde|draait|"
    r"draaide|ging|gaat|is|was|werd|moet|zal|zou|kwam)|"
    r"zij loopt|ze loopt|(?:we|wij|ze) (?:zijn (?:\w+ )?(?:begonnen|gestart)|begonnen|startten|"
    r"started|began|are running|gaan door|lopen)|(?:jaar|maanden|years|months)[^.;]{0,30}:|"
    r"het liep|(?:school|studie|academi\w+ |school )(?:jaar|jaren|years?) \d{4}|"
    r"completed in|running since|due to|het loopt|"
    r"(?:de|het|deze|dit|the|this) (?:samenwerking|partnership|scheme|onderzoek|proef|experiment|"
    r"proeftuin|traject|initiatief|initiative|trial|research|study|work|werk|werkzaamheden|lab|"
    r"loket|fase|phase|challenge|fieldlab|opleiding|cursus|first|regeling|campagne|academy|"
    r"academie|hub|testbed|course|deal|agenda|akkoord))\b",
    re.IGNORECASE,
)


def _of_it(clause: Stretch, topic: tuple[Ref, ...], at: int) -> bool:
    """Whether a sentence that names no activity is about the one that the section is about."""
    low = clause.text.lower()
    return len(topic) == 1 and (
        bool(_IT.search(low)) or (at == 0 and low.startswith(("sinds ", "since ")))
    )


def _nearest(text: str, topic: tuple[Ref, ...], period: Period) -> Ref:
    """Of several that a clause names, the one nearest before the date, or else the first."""
    year = (period.start or period.end)[:4]
    date = text.find(year)
    places = sorted((text.lower().find(ref.name.lower()), ref.name, ref) for ref in topic)
    before = [ref for place, _, ref in places if 0 <= place < date]
    named = [ref for place, _, ref in places if place >= 0]
    return before[-1] if before else named[0] if named else topic[0]
