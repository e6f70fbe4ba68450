"""Stores as they stood, and as some believe them, on both stores: as if the rest did not exist."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.contract.conftest import Ground
from tests.contract.making import link, node, put

from ledwerk.api.graphql_schema import make_schema
from ledwerk.graph import plan as p
from ledwerk.graph.opening import open_store
from ledwerk.graph.seen import Seen, revision_at, seen
from ledwerk.graph.store import Amendment, Change, Store
from ledwerk.graph.trust import Sight, Trust
from ledwerk.schema.errors import InvalidQuestion, QuestionTooExpensive, StoreError
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import EDITED, EDITS, Statement

A, B, PLAN = "organisation:a", "organisation:b", "project:p"
ROWS = {
    "one": [
        node(A, name="Alfa", helix="industry", cited="source:s", dataset="one"),
        node(PLAN, name="Plan", cited="source:s", dataset="one"),
        link("PARTNER_IN", A, PLAN, cited="source:s", dataset="one"),
        node("source:s", name="Krant", date="2016", dataset="one"),
    ],
    "two": [
        node(A, name="Alpha", helix="knowledge", cited="source:t", dataset="two"),
        node(B, name="Beta", cited="source:t", basis="read", dataset="two"),
        link("PARTNER_IN", B, PLAN, cited="source:t", basis="assessed", dataset="two"),
        node("source:t", name="Jaarverslag", date="2017", dataset="two"),
    ],
}
EDIT = Statement(EDITS, "Organisation", A, (("name", "Alpha BV"),), basis=EDITED)


def shown(store: Store) -> Any:
    """All that a store shows: what is drawn and reckoned, names and search, counts."""

    async def ask() -> Any:
        network, names = await store.network(), await store.names()
        counts = await store.answer(p.Tally(("nodes", "relations")))
        nodes = p.Find(p.OfKinds(_KINDS), p.ListOf(_ROW, 100), order=(p.Order("id"),))
        return [
            network.revision, sorted(network.nodes, key=repr), sorted(network.relations, key=repr),
            sorted(names), counts, await store.answer(nodes),
        ]  # fmt: skip

    return asyncio.run(ask())


_KINDS = tuple(kind.name for kind in MODEL.nodes)
_ROW = p.Shape((((), (p.Leaf("id", "id"), p.Leaf("name", "name"), p.Leaf("d", "derived_name"))),))


def told(store: Store, text: str) -> Any:
    result = asyncio.run(make_schema(MODEL, store).execute(text))
    return result.data, [error.message for error in result.errors or ()]


@pytest.fixture
def grown(store: Store) -> tuple[Store, list[datetime]]:
    """Three revisions, and a moment after each; the first moment is before all of them."""
    moments = [_now()]
    for change in (
        lambda: put(store, *ROWS["one"], dataset="one"),
        lambda: put(store, *ROWS["two"], dataset="two"),
        lambda: store.amend(Amendment((EDIT,), (), "An")),
    ):
        change()
        moments.append(_now())
    return store, moments


def _now() -> datetime:
    """Later than everything that was done, and earlier than all that comes: moments are kept in
    thousandths of a second.
    """
    time.sleep(0.003)
    now = datetime.now(UTC)
    time.sleep(0.003)
    return now


def test_a_store_answers_as_it_did_at_each_moment(store: Store) -> None:
    answers, moments = [shown(store)], [_now()]
    for change in (ROWS["one"], ROWS["two"], ROWS["one"][:1], []):
        put(store, *change, dataset=change[0].dataset if change else "two")
        answers.append(shown(store))
        moments.append(_now())
    for number, moment in enumerate(moments):
        assert revision_at(store, moment) == number
        with seen(store, Sight(moment)) as then:
            assert shown(then) == answers[number]
            assert asyncio.run(then.revision()) == number
            assert [one.number for one in then.revisions()] == list(range(1, number + 1))
    assert shown(store) == answers[-1]


def test_before_the_first_change_there_is_nothing_and_what_is_to_come_is_now(
    grown: tuple[Store, list[datetime]],
) -> None:
    store, moments = grown
    with seen(store, Sight(moments[0] - timedelta(days=9_000))) as then:
        assert list(then.statements()) == []
        assert asyncio.run(then.revision()) == 0
    with seen(store, Sight(moments[-1] + timedelta(days=9_000))) as then:
        assert then is store


@pytest.mark.parametrize(
    ("trust", "kept"),
    [
        (Trust(datasets=("one",)), [*ROWS["one"]]),
        (Trust(datasets=("one", EDITS)), [*ROWS["one"], EDIT]),
        (Trust(sources=("source:t",)), [*ROWS["two"]]),
        (Trust(bases=("edited",)), [EDIT]),
        (Trust(bases=("assessed",)), [*ROWS["two"][2:]]),  # with the source that it cites
        (Trust(unreviewed=False), [*ROWS["one"], *ROWS["two"][:1], *ROWS["two"][2:], EDIT]),
        (Trust(datasets=()), []),
    ],
)
def test_what_is_believed_is_answered_as_if_the_rest_did_not_exist(
    grown: tuple[Store, list[datetime]], tmp_path: Path, trust: Trust, kept: list[Statement]
) -> None:
    store, _ = grown
    other = open_store(f"sqlite:{tmp_path / 'other.sqlite'}")
    for dataset in ("one", "two", EDITS):
        rows = [row for row in kept if row.dataset == dataset]
        other.commit(Change(dataset, rows, "tester"))
    with seen(store, Sight(trust=trust)) as believed:
        assert shown(believed)[1:] == shown(other)[1:]
        assert sorted(s.digest for s in believed.statements()) == sorted(s.digest for s in kept)
    other.close()


def test_a_root_field_says_how_it_is_seen_and_others_beside_it_are_not(
    grown: tuple[Store, list[datetime]],
) -> None:
    store, moments = grown
    first = moments[1].isoformat()
    data, errors = told(
        store,
        f"""{{
          then: revision(knownAt: "{first}")
          now: revision
          old: organisation(id: "{A}", knownAt: "{first}") {{ name helix }}
          new: organisation(id: "{A}") {{ name helix }}
          two: organisation(id: "{A}", trust: {{ datasets: ["two"] }}) {{ name helix }}
          both: organisation(id: "{A}", knownAt: "{first}", trust: {{ datasets: ["two"] }}) {{ name }}
          alone: gaps(from: {{}}, to: {{}}, trust: {{ datasets: ["one"] }}) {{ totalCount }}
        }}""",
    )
    assert data["then"] == 1
    assert data["now"] == 3
    assert data["old"] == {"name": "Alfa", "helix": "INDUSTRY"}
    assert data["new"] == {"name": "Alpha BV", "helix": "KNOWLEDGE"}
    assert data["two"] == {"name": "Alpha", "helix": "KNOWLEDGE"}
    assert data["both"] is None
    assert len(errors) == 1
    assert "no organisation is called" in errors[0]


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        ('knownAt: "soon"', "'soon' is no moment"),
        (
            'trust: { datasets: ["three"] }',
            "there is no dataset 'three'; there are edits, one, two",
        ),
        ('trust: { sources: ["source:x"] }', "no source 'source:x'; there are source:s, source:t"),
        ("knownAt: 5", "write a moment as a text"),
        ("trust: { bases: [GUESSED] }", "GUESSED"),
    ],
)
def test_what_cannot_be_meant_is_told(
    grown: tuple[Store, list[datetime]], arguments: str, wrong: str
) -> None:
    _, errors = told(grown[0], f"{{ statistics({arguments}) {{ nodes {{ kind }} }} }}")
    assert len(errors) == 1
    assert wrong in errors[0]


def test_nothing_can_be_changed_in_it(grown: tuple[Store, list[datetime]]) -> None:
    store, moments = grown
    with seen(store, Sight(moments[1])) as then:
        for change in (
            lambda: then.commit(Change("one", [], "x")),
            lambda: then.amend(Amendment((EDIT,), (), "x")),
            lambda: then.restore([], []),
        ):
            with pytest.raises(StoreError, match="cannot be changed"):
                change()


def test_some_are_kept_and_the_one_used_longest_ago_goes(
    grown: tuple[Store, list[datetime]],
) -> None:
    store, moments = grown
    kept = Seen(store, most=2)

    async def look(sight: Sight) -> Store:
        async with kept.looking(sight) as found:
            assert await found.revision() <= 3
            return found

    async def go() -> None:
        first = await look(Sight(moments[1]))
        assert await look(Sight(moments[1] + timedelta(microseconds=1))) is first
        second = await look(Sight(trust=Trust(datasets=("one",))))
        assert await look(Sight(moments[1])) is first
        await look(Sight(moments[2]))  # the second goes
        assert await look(Sight(moments[1])) is first
        assert await look(Sight(trust=Trust(datasets=("one",)))) is not second
        assert await look(Sight(moments[3])) is store
        assert await look(Sight()) is store

    asyncio.run(go())
    folder = kept._folder
    assert folder is not None
    assert len(list(folder.glob("*.sqlite"))) == 2
    kept.close()
    assert not folder.exists()


def test_one_that_is_looked_at_stays_until_nobody_does(
    grown: tuple[Store, list[datetime]],
) -> None:
    store, moments = grown
    kept = Seen(store, most=1)

    async def go() -> None:
        async with kept.looking(Sight(moments[1])) as first:
            async with kept.looking(Sight(moments[2])) as second:
                assert await second.revision() == 2
            kept.forget()
            assert await first.revision() == 1
        with pytest.raises(Exception, match=r"closed|shutdown"):
            await first.revision()

    asyncio.run(go())
    kept.close()


def test_whoever_does_not_wait_so_long_is_told_and_it_goes_on(
    grown: tuple[Store, list[datetime]],
) -> None:
    store, moments = grown
    kept = Seen(store)

    async def go() -> None:
        with pytest.raises(QuestionTooExpensive, match="still being put together"):
            async with kept.looking(Sight(moments[1]), patience=0.0):
                raise AssertionError
        async with kept.looking(Sight(moments[1])) as then:
            assert await then.revision() == 1

    asyncio.run(go())
    kept.close()


def test_a_large_one_is_put_together_by_another_process(
    grown: tuple[Store, list[datetime]], monkeypatch: pytest.MonkeyPatch, ground: Ground
) -> None:
    store, moments = grown
    monkeypatch.setattr("ledwerk.graph.seen_building._LARGE", 0)
    for name, value in ground.environment.items():
        monkeypatch.setenv(name, value)
    kept = Seen(store)

    async def go() -> None:
        async with kept.looking(Sight(moments[2], Trust(datasets=("two",)))) as then:
            assert sorted(s.key for s in then.statements()) == sorted(s.key for s in ROWS["two"])

    asyncio.run(go())
    kept.close()


def test_after_an_erasure_nothing_older_is_kept(
    grown: tuple[Store, list[datetime]],
) -> None:
    store, moments = grown
    kept = Seen(store)

    async def look() -> Store:
        async with kept.looking(Sight(moments[1])) as found:
            return found

    async def go() -> None:
        first = await look()
        store.amend(Amendment((), (EDIT,), "An", action="edit"))
        assert await look() is first
        store.amend(Amendment((EDIT,), (), "An", action="erase"))
        assert await look() is not first

    asyncio.run(go())
    kept.close()


def test_who_never_was_there_is_no_source(grown: tuple[Store, list[datetime]]) -> None:
    store, _ = grown
    row = replace(EDIT, properties=(("website", "https://a.example"),))
    store.amend(Amendment((row,), (), "An"))
    with pytest.raises(InvalidQuestion), seen(store, Sight(trust=Trust(sources=(B[:-1],)))):
        raise AssertionError
