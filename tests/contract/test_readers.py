"""Reading while somebody writes: all of a change or nothing of it, and no waiting for it."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from tests.contract.conftest import Ground
from tests.contract.making import link, node, put

from ledwerk.graph import plan as p
from ledwerk.graph.store import Change, Store
from ledwerk.schema.statements import Statement

PROJECTS = 20
LONGEST = 3.0  # seconds that a question may take while somebody writes, on a busy machine


def rows(count: int, helix: str) -> list[Statement]:
    """Organisations of one helix, each in one of some projects."""
    made = [node(f"project:{i}", name=f"P {i}") for i in range(PROJECTS)]
    for i in range(count):
        key = f"organisation:{i:05}"
        made.append(node(key, name=f"Org {i}", helix=helix))
        made.append(link("PARTNER_IN", key, f"project:{i % PROJECTS}", role="lead"))
    return made


def _by_helix(store: Store) -> Any:
    return asyncio.run(store.answer(p.Tally()))


def _through_projects(store: Store) -> Any:
    """Counts at the far end of every project's relations."""
    step = p.Step("participation", "PARTNER_IN", False, ("Organisation",))
    hop = p.Hop("by", step, p.Connection((p.Total("total"),), p.Page(1)))
    plan = p.Find(p.OfKinds(("Project",)), p.ListOf(p.Shape((((), (hop,)),))))
    return {row["by"]["total"] for row in asyncio.run(store.answer(plan))} or {0}


def _one_by_one(store: Store) -> Any:
    """The helix of the first and the last in the order of names, in one answer."""
    shape = p.Shape((((), (p.Leaf("helix", "helix"),)),))
    steps = (
        p.Step("participation", "PARTNER_IN", True, ("Project",)),
        p.Step("participation", "PARTNER_IN", False, ("Organisation",)),
    )
    inner = p.Hop("o", steps[1], p.ListOf(shape))
    outer = p.Hop("p", steps[0], p.ListOf(p.Shape((((), (inner,)),))))
    plan = p.Find(p.OfKinds(("Organisation",)), p.OneOf(p.Shape((((), (outer,)),))))
    found = asyncio.run(store.answer(plan))
    return {row["helix"] for one in (found or {"p": []})["p"] for row in one["o"]}


def _ties(store: Store) -> Any:
    found = asyncio.run(store.ties(None))
    return len(found.participations), len(found.nodes)


def _steps(store: Store) -> Any:
    return len(asyncio.run(store.walks(["PARTNER_IN"])).steps)


Questions = Sequence[Callable[[Store], Any]]
QUESTIONS: Questions = (
    _by_helix, _through_projects, _one_by_one, _ties, _steps,
)  # fmt: skip


@dataclass
class Seen:
    """What a reader saw: each answer, and from when to when it was waited for."""

    answers: list[Any] = field(default_factory=list)
    spans: list[tuple[float, float]] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)


@contextmanager
def reading(store: Store, questions: Questions) -> Iterator[list[Seen]]:
    """Readers of one question each, as fast as they can."""
    stop = threading.Event()
    every = [Seen() for _ in questions]

    def read(question: Callable[[Store], Any], seen: Seen) -> None:
        while not stop.is_set():
            since = time.monotonic()
            try:
                seen.answers.append(question(store))
            except Exception as error:  # noqa: BLE001
                seen.errors.append(error)
                return
            seen.spans.append((since, time.monotonic()))

    threads = [
        threading.Thread(target=read, args=pair) for pair in zip(questions, every, strict=True)
    ]
    for thread in threads:
        thread.start()
    try:
        yield every
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def _checked(store: Store, reader: Store, now: Sequence[Statement], asked: Questions) -> None:
    """Commit while readers ask; each answer is of before or of after, in this order."""
    before = [question(reader) for question in asked]
    with reading(reader, asked) as every:
        time.sleep(0.1)
        since = time.monotonic()
        put(store, *now)
        until = time.monotonic()
        time.sleep(0.2)
    for seen, old, question in zip(every, before, asked, strict=True):
        new = question(reader)
        assert not seen.errors
        assert old != new
        wrong = [answer for answer in seen.answers if answer not in (old, new)]
        assert not wrong, f"{question.__name__}: {len(wrong)} mixed, such as {wrong[0]!s:.99}"
        turns = [answer == new for answer in seen.answers]
        assert turns == sorted(turns), "an older answer came after a newer one"
        assert len(seen.answers) > 3, "nobody could read meanwhile"
        # Only while the writer writes: a machine may stop for seconds at any other time.
        waited = max(min(end, until) - max(start, since) for start, end in seen.spans)
        assert waited < max(LONGEST, 0.6 * (until - since)), "somebody waited for the writer"


@pytest.mark.parametrize("own", [True, False], ids=["same store", "another store"])
def test_a_change_of_thousands_is_seen_whole_or_not_at_all(
    ground: Ground, store: Store, own: bool
) -> None:
    reader = store if own else ground.open()
    try:
        _checked(store, reader, rows(3000, "industry"), QUESTIONS)
        _checked(store, reader, rows(3000, "knowledge"), (_by_helix, _one_by_one))
        _checked(store, reader, [], QUESTIONS)
    finally:
        if not own:
            reader.close()


def test_a_change_of_tens_of_thousands_is_seen_whole_or_not_at_all(
    ground: Ground, store: Store
) -> None:
    put(store, *rows(10, "civil"))
    patient = ground.open(time_limit=60)
    try:
        _checked(store, patient, rows(15_000, "industry"), (_by_helix, _ties))
    finally:
        patient.close()


def test_a_small_change_is_seen_whole_or_not_at_all(store: Store) -> None:
    put(store, *rows(400, "industry"))
    questions = (_by_helix, _one_by_one)
    allowed: list[list[Any]] = [[question(store)] for question in questions]
    with reading(store, questions) as every:
        for turn in range(6):
            put(store, *rows(400, ("knowledge", "civil", "industry")[turn % 3]))
    for helix in ("knowledge", "civil"):
        put(store, *rows(400, helix))
        for one, question in zip(allowed, questions, strict=True):
            one.append(question(store))
    for seen, right in zip(every, allowed, strict=True):
        assert not seen.errors
        assert [answer for answer in seen.answers if answer not in right] == []


def test_one_question_waits_for_no_other(store: Store) -> None:
    put(store, *rows(2000, "industry"))

    async def ask() -> tuple[float, float]:
        since = time.monotonic()
        many = [asyncio.create_task(store.ties(None)) for _ in range(8)]
        await store.revision()
        first = time.monotonic() - since
        await asyncio.gather(*many)
        return first, time.monotonic() - since

    first, every = asyncio.run(ask())
    assert first <= every


def _said(store: Store) -> Any:
    return {(row.key, row.digest) for row in store.statements()}


def _log(store: Store) -> Any:
    return len(list(store.events()))


def _beside(store: Store) -> Any:
    return len(store.names_beside("nobody"))


def _told(store: Store) -> Any:
    return [one.number for one in store.revisions()], store.datasets()


def _compared(store: Store) -> Any:
    diff = store.difference(Change("d", rows(200, "civil"), "tester"))
    return diff.revision, len(diff.added), len(diff.changed), len(diff.removed)


WHOLE: Questions = (_said, _log, _beside, _told, _compared)


@pytest.mark.parametrize("own", [True, False], ids=["same store", "another store"])
def test_whoever_reads_the_whole_store_sees_all_or_nothing(
    ground: Ground, store: Store, own: bool
) -> None:
    reader = store if own else ground.open()
    put(store, *rows(200, "civil"))
    try:
        _checked(store, reader, rows(3000, "industry"), WHOLE)
    finally:
        if not own:
            reader.close()
