"""Stories: saved views in a row, each with a title and a text, kept in the journal.

Each change is one entry with the whole story; the newest counts, and older ones can be had back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ledwerk.graph.sqlite_journal import Entry
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.viz.state import address_of, state_of

TOPIC = "story"
MOST_STEPS = 60
LONGEST_TITLE, LONGEST_TEXT = 200, 4_000
_LONGEST_ADDRESS = 20_000
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """One view of a story: `address` is a state's, in the form that `address_of` gives."""

    title: str
    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Story:
    """A story as its newest entry says it; `number` is that entry's, `deleted` that it is gone."""

    id: str
    title: str
    steps: tuple[Step, ...]
    number: int
    at: str
    by: str
    deleted: bool = False

    def told(self) -> dict[str, Any]:
        """What a page's script plays, in plain values."""
        steps = [
            {"title": one.title, "text": one.text, "address": one.address} for one in self.steps
        ]
        return {"id": self.id, "title": self.title, "steps": steps, "number": self.number}


def stories_of(entries: Iterable[Entry]) -> dict[str, Story]:
    """The newest of each story, deleted ones too, in the order in which they were begun."""
    found: dict[str, Story] = {}
    for entry in entries:
        if entry.topic == TOPIC:
            found[entry.key] = _story(entry)
    return found


def _story(entry: Entry) -> Story:
    body = entry.body
    steps = tuple(Step(one["title"], one["text"], one["address"]) for one in body["steps"])
    gone = bool(body.get("deleted"))
    return Story(entry.key, body["title"], steps, entry.number, entry.at, entry.actor, gone)


def body_of(title: str, steps: Sequence[Step], *, deleted: bool = False) -> dict[str, Any]:
    """The entry of a story."""
    told = [{"title": one.title, "text": one.text, "address": one.address} for one in steps]
    return {"title": title, "steps": told} | ({"deleted": True} if deleted else {})


def story_asked(given: Json) -> tuple[str, tuple[Step, ...]]:
    """The title and steps that somebody sends. Raises InvalidQuestion, which says what is wrong."""
    steps = given.get("steps")
    if not isinstance(steps, list):
        raise InvalidQuestion("steps is missing; send a list of views, each with its address")
    if len(steps) > MOST_STEPS:
        raise InvalidQuestion(f"a story has at most {MOST_STEPS} views, not {len(steps)}")
    return _title(given), tuple(_step(one, place) for place, one in enumerate(steps, 1))


def _title(given: Json) -> str:
    title = given.get("title", "")
    if not isinstance(title, str):
        raise InvalidQuestion("the story's title is no text")
    plain = title.strip()
    if not plain:
        raise InvalidQuestion("the story has no title; write at least a word")
    if len(plain) > LONGEST_TITLE:
        raise InvalidQuestion(
            f"the story's title has {len(plain):,} letters; at most {LONGEST_TITLE:,} will do"
        )
    return plain


def _step(given: object, place: int) -> Step:
    if not isinstance(given, dict):
        raise InvalidQuestion(f"view {place} is no object with title, text and address")
    title = _text(given, "title", LONGEST_TITLE, place)
    if not title:
        raise InvalidQuestion(f"view {place} has no title; write at least a word")
    address = _text(given, "address", _LONGEST_ADDRESS, place)
    text = _text(given, "text", LONGEST_TEXT, place)
    return Step(title, text, address_of(state_of(address.removeprefix("?"))))


def _text(given: Json, name: str, most: int, place: int) -> str:
    text = given.get(name, "")
    if not isinstance(text, str):
        raise InvalidQuestion(f"view {place}: {name} is no text")
    plain = text.strip()
    if len(plain) > most:
        raise InvalidQuestion(
            f"view {place}: {name} has {len(plain):,} letters; at most {most:,} will do"
        )
    return plain
