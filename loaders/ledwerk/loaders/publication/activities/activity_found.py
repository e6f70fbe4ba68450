"""Projects and programmes as they are found in a document, by name and by heading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ledwerk.loaders.publication.activities.activity_headings import titled
from ledwerk.loaders.publication.activities.activity_names import PROGRAMME, Naming
from ledwerk.loaders.publication.document import Block
from ledwerk.loaders.publication.findings import Ref
from ledwerk.loaders.publication.layout.sections import Section
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, Known
from ledwerk.schema.fields import Value

# A name in running text, the block it stands in and that block's section.
Named = tuple[Naming, Block, Section]


@dataclass(frozen=True, slots=True)
class Activity:
    """A project or programme with where it was found, how surely, and what else is said of it."""

    ref: Ref
    locator: str
    confidence: float
    aliases: tuple[str, ...] = ()
    properties: tuple[tuple[str, Value], ...] = ()


@dataclass(slots=True)
class Activities:
    """The activities of a document, by name and by heading."""

    sections: tuple[Section, ...]
    found: list[Activity] = field(default_factory=list)
    known: Known = field(default_factory=Known)
    headed: dict[int, tuple[Ref, ...]] = field(default_factory=dict)  # by id of the heading block
    parts: list[tuple[Ref, Ref, str]] = field(default_factory=list)  # part, whole, locator
    chapters: frozenset[int] = frozenset()  # headings that follow one such as "Onze projecten"

    def add(self, activity: Activity) -> Ref:
        """Make an activity known, or give back the one that is known by its name."""
        there = self.known.find(activity.ref.name, ACTIVITIES)
        if there is not None:
            self.known.add(there, *activity.aliases)
            if activity.properties or activity.aliases:
                self.found.append(
                    Activity(there, activity.locator, activity.confidence, activity.aliases,
                             activity.properties)
                )  # fmt: skip
            return there
        bare = without_years(activity.ref.name)
        if bare and not self.known.find(bare, ACTIVITIES):
            activity = replace(activity, aliases=(*activity.aliases, bare))
        short = _without_noun(bare or activity.ref.name) if activity.ref.kind == PROGRAMME else ""
        if short and not self.known.find(short, ACTIVITIES):
            activity = replace(activity, aliases=(*activity.aliases, short))
        self.found.append(activity)
        self.known.add(activity.ref, *activity.aliases)
        return activity.ref

    def of_heading(self, heading: Block | None) -> tuple[Ref, ...]:
        """What a heading stands for; nothing where it is no activity."""
        return self.headed.get(id(heading), ()) if heading is not None else ()


def years_in(name: str) -> tuple[tuple[str, str], ...]:
    """The years that a name ends in: "Slimme Delta 2021-2025"."""
    said = titled(name)
    return tuple((k, v) for k, v in (("start", said.start), ("end", said.end)) if v)


_LAST_YEARS = re.compile(
    r"(?P<name>.*[^\W\d_]{3,}),?\s+\(?(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)\)?"
)
_SHORTEST = 2  # words: "Programma 2016-2020" without its years is no name


_NOUN = re.compile(r"(?:The )?(?P<name>\S+(?: \S+)+?) (?:[Pp]rogramm?e?|[Pp]rogramma)")


def _without_noun(name: str) -> str:
    """A programme's name of two words or more without "Programme" at its end: "Beyond Peat"."""
    found = _NOUN.fullmatch(name)
    return found["name"] if found else ""


def without_years(name: str) -> str:
    """A name without the years at its end; empty where it has none, or nothing much before."""
    found = _LAST_YEARS.fullmatch(name)
    return found["name"] if found and len(found["name"].split()) >= _SHORTEST else ""
