"""When each project or programme runs, from the sentences and labels that are about it."""

from __future__ import annotations

from collections.abc import Iterator

from ledwerk.loaders.publication.activity_found import Activities
from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import IN_A_LIST, IN_A_SENTENCE, Finding, Ref, node
from ledwerk.loaders.publication.labels import labelled
from ledwerk.loaders.publication.partners_found import activities_in
from ledwerk.loaders.publication.periods import Period, period_behind, period_in_cell, period_said
from ledwerk.loaders.publication.sections import Section
from ledwerk.loaders.publication.sentences import Stretch, clauses_of, sentences_of


def read_periods(document: Document, activities: Activities) -> Iterator[Finding]:
    """Start and end of activities, each where it is said first."""
    seen: set[tuple[Ref, str]] = set()
    for section in activities.sections:
        if section.silent:
            continue
        for block in section.blocks:
            if block.kind is BlockKind.TABLE:
                continue
            for ref, period, start, end, sure in _periods(section, block, activities):
                values = {
                    name: value
                    for name, value in (("start", period.start), ("end", period.end))
                    if value and (ref, name) not in seen
                }
                seen.update((ref, name) for name in values)
                if values:
                    place = document.locator(block, start, end)
                    found = node(ref.kind, ref.name, place, sure)
                    yield type(found)(ref, place, sure, tuple(values.items()))


Dated = tuple[Ref, Period, int, int, float]


def _periods(section: Section, block: Block, activities: Activities) -> Iterator[Dated]:
    owners = activities.of_heading(section.topic)
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
            named = activities_in(clause.text, activities.known)
            topic = named or topic
            for ref in named:
                behind = _behind(clause.text, ref)
                if behind.start:
                    yield ref, behind, clause.start, clause.end, IN_A_SENTENCE
            period = period_said(clause.text)
            if not (period.start or period.end) or not topic:
                continue
            if named or _of_it(clause, topic, at):
                yield _nearest(clause, topic, activities), period, clause.start, clause.end, (
                    IN_A_SENTENCE
                )  # fmt: skip


def _behind(text: str, ref: Ref) -> Period:
    at = text.lower().find(ref.name.lower())
    end = at + len(ref.name)
    for word in (" programma", " programme", " project"):
        if text.startswith(word, end):
            end += len(word)
    return period_behind(text, end) if at >= 0 else Period()


_IT = (
    "project", "programma", "programme", "pilot", "het loopt", "it ", "looptijd", "de samenwerking",
    "the partnership", "the scheme", "start:", "einde:", "het onderzoek", "de proef",
    "het experiment",
    "de proeftuin", "het traject", "het initiatief", "the trial", "the research", "the study",
    "the work ", "the initiative", "hij loopt", "zij loopt", "ze loopt", "de werkzaamheden",
)  # fmt: skip


def _of_it(clause: Stretch, topic: tuple[Ref, ...], at: int) -> bool:
    """Whether a sentence that names no activity is about the one that the section is about."""
    low = clause.text.lower()
    return len(topic) == 1 and (
        any(word in low for word in _IT) or (at == 0 and low.startswith(("sinds ", "since ")))
    )


def _nearest(clause: Stretch, topic: tuple[Ref, ...], activities: Activities) -> Ref:
    """Of several that a clause names, the one nearest before the date, or else the first."""
    del activities
    places = [(clause.text.lower().find(ref.name.lower()), ref) for ref in topic]
    named = [ref for place, ref in sorted(places, key=lambda pair: pair[0]) if place >= 0]
    return named[0] if named else topic[0]
