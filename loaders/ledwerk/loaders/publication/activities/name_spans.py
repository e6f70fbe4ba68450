"""Where sentences name something by a title of its own, and how far such a name goes.

A capital begins a name, but a sentence too, and a name may go on in small letters: "Klas op 't
Veld", "Thuis over de meet". How far it goes is told by how it stands elsewhere in the document: by
itself in a heading, in capitals, in quotation marks, before a comma.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ledwerk.loaders.publication.activities.activity_headings import (
    never_an_activity,
    without_code,
)
from ledwerk.loaders.publication.activities.activity_names import TITLE
from ledwerk.loaders.publication.document import BlockKind
from ledwerk.loaders.publication.layout.labels import meaning_of
from ledwerk.loaders.publication.layout.sections import Section
from ledwerk.loaders.publication.layout.sentences import sentences_of
from ledwerk.loaders.publication.parties.party_words import OPENERS
from ledwerk.loaders.publication.parties.town_names import town_called
from ledwerk.schema.names import name_key


@dataclass(frozen=True, slots=True)
class Span:
    """A name in a text: how it is shown, where it stands, and how it is set.

    `past` is where the sentence goes on: behind the name, and a place that stands behind it.
    """

    name: str
    start: int
    end: int
    quoted: bool = False
    capitals: bool = False
    past: int = 0

    def moved(self, by: int) -> Span:
        """The same in a text that has `by` signs more before it."""
        return replace(self, start=self.start + by, end=self.end + by, past=self.past + by)


_QUOTED = re.compile(r"[\"“‘«](?P<name>[A-ZÀ-Þ0-9][^\"”’»“‘]{2,60})[\"”’»](?!\w)")
_TITLE = re.compile(TITLE)
_FIRST = re.compile(r"^[\"“‘]?([^\W\d_][\w’'-]*)\s+")
_JOINED = re.compile(r"\s+(?:en|and|als|noch|nor)\s+(?:(?:de|het|the)\s+)?")
_TAIL = re.compile(
    r"\s+(?:(?P<in>in|te|uit|near|at)|van|bij|voor|met|door|of|from|for|by|with)\s+(?:de\s+|het\s+|"
    r"the\s+)?(?P<rest>[A-ZÀ-Þ].*)$"
)
# "Welcome to Second Shift", "Work on Cold Chain Commons"
_LED_TO = re.compile(
    r"[A-ZÀ-Þ][a-z]+ (?:to|on|with|of|in|for|van|met|aan|bij|over|voor) (?:the |de |"
    r"het )?(?=[A-ZÀ-Þ])"
)
_GAP = re.compile(
    r"(?:,\s*|,?\s+(?:en|and|&|als|noch|nor|plus)\s+(?:(?:ook|also)\s+)?(?:(?:de|het|the)\s+)?)"
    r"[\"“‘]?$"
)
_ENDS = " \"“”‘’'«».,:;!?–-"
_MOST_WORDS = 7
_SHORT = 5  # letters of an abbreviation


@dataclass(frozen=True, slots=True)
class Spans:
    """What stands by itself in a document, and how often each title stands in its sentences."""

    alone: dict[str, str]  # by key, as it is written
    counted: Counter[str]
    lower: tuple[re.Pattern[str], ...] = ()

    def within(self, text: str) -> list[Span]:
        """The names in a sentence, in order; none within another."""
        made: list[Span] = []
        for found in _QUOTED.finditer(text):
            name = found["name"].strip(_ENDS)
            if len(name.split()) <= _MOST_WORDS:
                end = found.start("name") + len(name)
                made.append(Span(name, found.start("name"), end, True, past=end))
        for pattern in self.lower:
            made += (_span(text, f.start(), f.end()) for f in pattern.finditer(text))
        for start, end in _titles(text):
            made += self._parts(text, start, end)
        made.sort(key=lambda one: (one.start, one.start - one.end))
        return [*_outer(made)]

    def _parts(self, text: str, start: int, end: int) -> Iterator[Span]:
        """A title's name, or names where it is several in a row."""
        end = _before_label(text, start, end)
        name = text[start:end]
        joint = _JOINED.search(name)
        parts = joint and (
            self._elsewhere(name[: joint.start()]) or self._elsewhere(name[joint.end() :])
        )
        if joint and (parts or not self._whole(name)) and name_key(name) not in self.alone:
            yield from self._parts(text, start, start + joint.start())
            yield from self._parts(text, start + joint.end(), end)
            return
        led = _LED_TO.match(name)
        if led and not self._whole(name) and self._elsewhere(name[led.end() :]):
            yield from self._parts(text, start + led.end(), end)
            return
        past = end
        tail = _TAIL.search(name)
        if tail and not self._whole(name):
            cut = name[: tail.start()]
            if self._whole(cut) or (tail["in"] and town_called(tail["rest"])):
                end = start + len(cut)
        if end > start:
            yield replace(_span(text, start, end), past=past)

    def _elsewhere(self, name: str) -> bool:
        key = name_key(name)
        return key in self.alone or self.counted[key] > 0

    def _whole(self, name: str) -> bool:
        key = name_key(name)
        return key in self.alone or self.counted[key] > 1


def spans_of(sections: Iterable[Section]) -> Spans:
    """How names stand in a document."""
    sections = tuple(sections)
    alone = {name_key(name): name for name in _alone(sections)}
    alone.pop("", None)
    counted: Counter[str] = Counter()
    for section in sections:
        for block in section.blocks:
            if block.kind is not BlockKind.TABLE:
                for sentence in sentences_of(block.text):
                    counted.update(
                        name_key(sentence.text[start:end]) for start, end in _titles(sentence.text)
                    )
    return Spans(alone, counted, tuple(map(_in_any_case, filter(_has_tail, alone.values()))))


def in_a_row(spans: list[Span], text: str) -> Iterator[list[Span]]:
    """Names put together that are enumerated: "A, B en C"."""
    row: list[Span] = []
    for span in spans:
        if row and not _GAP.fullmatch(text, row[-1].past, span.start):
            yield row
            row = []
        row.append(span)
    if row:
        yield row


def _alone(sections: Iterable[Section]) -> Iterator[str]:
    """What stands by itself: headings, quoted words, the first cells of tables."""
    for section in sections:
        if section.silent:
            continue
        if section.heading is not None and not never_an_activity(section.heading.text):
            bare = without_code(section.heading.text)
            yield from (part.strip(_ENDS) for part in (bare, *re.split(r":\s|\s[–—-]\s", bare)))
        for block in section.blocks:
            if block.kind is BlockKind.TABLE:
                yield from (
                    without_code(cell).strip(_ENDS) for row in block.rows for cell in row[:2]
                )
            else:
                yield from (found["name"].strip(_ENDS) for found in _QUOTED.finditer(block.text))


_LABEL = re.compile(r"((?: [a-z]+){0,2}) ?:(?=\s)")


def _before_label(text: str, start: int, end: int) -> int:
    """Where a title ends that a label stands behind: "Programme: X Lead partner: Y"."""
    label = _LABEL.match(text, end)
    words = text[start:end].split(" ")
    for number in (1, 2):
        if label and len(words) > number:
            last = " ".join(words[-number:])
            if meaning_of(f"{last}{label[1]}"):
                return end - len(last) - 1
    return end


def _has_tail(name: str) -> bool:
    """Whether a name of two words or more goes on in small letters, so that no capital ends it."""
    words = name.split()
    return 1 < len(words) <= _MOST_WORDS and words[-1][:1].islower() and name[:1].isupper()


def _in_any_case(name: str) -> re.Pattern[str]:
    first, rest = name[:1], name[1:]
    spaced = r"\s+".join(map(re.escape, rest.split()))
    return re.compile(rf"(?<!\w){re.escape(first)}(?i:{spaced})(?!\w)")


def _titles(text: str) -> Iterator[tuple[int, int]]:
    """Where titles stand in a sentence, without the words that only begin the sentence."""
    for found in _TITLE.finditer(text):
        start, end = found.span()
        while text[start : start + 1] in '"“‘':
            start += 1
        while True:
            first = _FIRST.match(text[start:end])
            word = first[1].lower() if first else ""
            begins = not text[:start].strip(_ENDS) or text[:start].rstrip().endswith(
                (".", ":", "?", "!")
            )
            small = word in OPENERS or (start == 0 and word in _ARTICLES)
            if first is None or not begins or not small or (word in _ARTICLES and start > 0):
                break
            start += first.end()
        name = text[start:end]
        if len(name) > 2 and name.lower() not in OPENERS and len(name.split()) <= _MOST_WORDS + 3:
            yield start, end


_ARTICLES = frozenset({"de", "het", "een", "the", "a", "an"})


def _span(text: str, start: int, end: int) -> Span:
    name = " ".join(text[start:end].strip(_ENDS).split())
    letters = [sign for sign in name if sign.isalpha()]
    capitals = len(letters) > _SHORT and all(sign.isupper() for sign in letters)
    capitals = capitals and not text.isupper()
    return Span(name, start, end, capitals=capitals, past=end)


def _outer(spans: list[Span]) -> Iterator[Span]:
    end = 0
    for span in spans:
        if span.start >= end and span.name:
            yield span
            end = span.end
