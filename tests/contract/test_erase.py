"""Somebody who is erased was never there, whatever store it is; everybody else stays."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import LED
from tests.contract.conftest import Ground
from tests.contract.making import drawn, link, node, put

from ledwerk.graph.opening import open_store
from ledwerk.graph.rewriting import Rewriting, spans_united
from ledwerk.graph.store import Amendment, Change, Store
from ledwerk.loaders.archive import backup, copy
from ledwerk.loaders.editing import Editor, Provenance, create_node, edit, undo
from ledwerk.loaders.erasing import erase, erasure_of, traces_of
from ledwerk.loaders.forgotten import WHO_WAS_ERASED, forgotten_by
from ledwerk.loaders.incoming import incoming
from ledwerk.loaders.merging import merge_nodes
from ledwerk.loaders.run import check, load
from ledwerk.loaders.taking_back import take_back
from ledwerk.schema.errors import InvalidEdit, StoreError
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import EDITS, Statement

PERSON, SEAT = "person:jos-schneiders", "seat:bestuur-jos-schneiders"
WORDS = (b"schneiders", b"Schneiders", b"SCHNEIDERS")


@pytest.fixture
def filled(ground: Ground) -> Iterator[Store]:
    """The LED network with a history, in a store that nobody else uses."""
    ground.empty()
    store = ground.open()
    load(store, check(MODEL, LED, store))
    said = node("event:aantreden-jos-schneiders", dataset=EDITS, basis="edited",
                name="Jos Schneiders treedt aan", start="2016-05")  # fmt: skip
    gone = node("project:x", name="Plan van J. Schneiders", dataset=EDITS, basis="edited")
    store.amend(Amendment((said, gone), (), "Jos Schneiders", why="door Jos Schneiders zelf"))
    store.amend(Amendment((), (gone,), "anna", why="vergissing"))
    yield store
    store.close()


def _everything(store: Store) -> str:
    told = [*store.revisions(), *store.events(), *asyncio.run(store.names())]
    return repr((told, drawn(store))).lower()


def test_nothing_is_left_of_a_person(filled: Store, ground: Ground, tmp_path: Path) -> None:
    before = drawn(filled)
    assert "schneiders" in _everything(filled)
    erasure = erasure_of(filled, PERSON)
    done = erase(filled, erasure, "anna", "op verzoek van Jos Schneiders")
    assert done.left == ()
    assert done.statements == erasure.statements
    assert "schneiders" not in _everything(filled)
    *_, last = filled.revisions()
    assert (last.action, last.actor, last.why) == ("erase", "anna", "op verzoek van […]")
    backup(filled, tmp_path / "later.backup")
    if ground.kind == "sqlite":
        for file in ground.folder.glob(f"{Path(filled.address.partition(':')[2]).name}*"):
            found = file.read_bytes()
            assert not any(word in found for word in WORDS), file
    # Everybody else is there, and the board still has a seat for a chair.
    after = drawn(filled)
    assert _others(after) == _others(before)
    seats = [row for row in filled.statements() if row.kind == "ON" and "erased-" in row.key]
    assert {row.target_id for row in seats} == {"board:bestuur-led", "board:stuurgroep-mtc"}


def _others(shown: dict[str, object]) -> set[str]:
    text = (row for part in shown.values() if isinstance(part, list | tuple) for row in part)
    return {repr(row) for row in text if not any(w in repr(row).lower() for w in _GONE)}


_GONE = ("schneiders", "erased", "[…]", "edits", "seat")


def test_a_later_load_brings_nobody_back_and_changes_nothing(filled: Store) -> None:
    erase(filled, erasure_of(filled, PERSON), "anna")
    checked = check(MODEL, LED, filled)
    assert any("erased" in notice for notice in checked.notices)
    assert filled.difference(checked.change).empty
    assert "schneiders" not in _everything(filled)


def test_history_goes_on_after_it(filled: Store) -> None:
    newest = asyncio.run(filled.revision())
    erase(filled, erasure_of(filled, PERSON), "anna")
    assert asyncio.run(filled.revision()) == newest + 1
    assert filled.changed(["organisation:apg"])["organisation:apg"] <= newest
    other = open_store("sqlite::memory:")
    copy(filled, other)
    assert list(other.events()) == list(filled.events())
    assert drawn(other) == drawn(filled)
    other.close()


def test_somebody_of_the_same_name_is_not_erased_unasked(filled: Store) -> None:
    filled.amend(Amendment((node("person:j-2", name="Jos Schneiders"),), (), "anna"))
    erasure = erasure_of(filled, PERSON)
    assert erasure.namesakes == ("person:j-2",)
    with pytest.raises(InvalidEdit, match="person:j-2 is called the same"):
        erase(filled, erasure, "anna")
    assert "schneiders" in _everything(filled)


def test_two_are_erased_one_after_the_other(filled: Store) -> None:
    erase(filled, erasure_of(filled, PERSON), "anna")
    erase(filled, erasure_of(filled, "person:sjraar-cox"), "anna")
    text = _everything(filled)
    assert "schneiders" not in text
    assert "sjraar" not in text
    assert filled.difference(check(MODEL, LED, filled).change).empty
    assert len(forgotten_by(filled).people) == 2


def test_an_erasure_cannot_be_undone(filled: Store) -> None:
    done = erase(filled, erasure_of(filled, PERSON), "anna")
    editor = Editor(MODEL, filled, Provenance("anna"))
    with pytest.raises(InvalidEdit, match="cannot be taken back"):
        undo(editor, done.revision)
    with pytest.raises(InvalidEdit, match="cannot be taken back"):
        take_back(MODEL, filled, done.revision, actor="anna")
    with pytest.raises(InvalidEdit, match="take another id"):
        create_node(editor, "Person", {"name": "Erased"}, WHO_WAS_ERASED)
    assert filled.difference(check(MODEL, LED, filled).change).empty


def test_whoever_was_merged_goes_under_every_id(filled: Store) -> None:
    filled.amend(Amendment((node("person:js", name="J. M. Schneiders"),), (), "anna"))
    editor = Editor(MODEL, filled, Provenance("anna"))
    edit(filled, lambda: merge_nodes(editor, PERSON, "person:js"))
    erasure = erasure_of(filled, PERSON)
    assert erasure.traces.ids == (PERSON, "person:js")
    erase(filled, erasure, "anna")
    assert "schneiders" not in _everything(filled)
    again = [node("person:js", name="J. M. Schneiders"), node(PERSON, name="Jos Schneiders")]
    assert incoming(filled, again).statements == []


def test_what_never_was_cannot_be_erased(store: Store) -> None:
    put(store, node("person:a", name="Anna"))
    with pytest.raises(InvalidEdit, match="there is no person:b"):
        traces_of(store, "person:b")


def test_statements_that_become_one_stand_as_long_as_one_of_them_did(store: Store) -> None:
    """A stood in revisions 1 to 2, B in 2 to 3, C all the time and is always what they become."""
    a, b, c = (node("project:p", name="P", note=note) for note in ("a", "b", "c"))
    put(store, a)
    put(store, b)
    put(store, link("PARTNER_IN", "organisation:a", "project:p"))
    put(store, c)
    rewriting = Rewriting(
        lambda row: replace(row, note="c") if row.note else row,
        lambda row: row,
        Amendment((), (), "anna", "erase"),
    )
    store.rewrite(rewriting)
    events = [(e.revision, e.sign) for e in store.events() if e.statement == c]
    assert events == [(1, "+"), (3, "-"), (4, "+")]
    assert [row for row in store.statements() if row.kind == "Project"] == [c]


def test_a_rewriting_that_fails_changes_nothing(filled: Store) -> None:
    def fails(row: Statement) -> Statement | None:
        if row.kind == "Person":
            raise StoreError("no")
        return replace(row, note="x")

    before = _everything(filled)
    with pytest.raises(StoreError, match="no"):
        filled.rewrite(Rewriting(fails, lambda row: row, Amendment((), (), "anna", "erase")))
    assert _everything(filled) == before


def test_it_goes_on_being_written_to(filled: Store) -> None:
    erase(filled, erasure_of(filled, PERSON), "anna")
    new = node("person:new", name="Nieuw Iemand")
    filled.commit(Change("d", [new], "anna"))
    assert ("Nieuw Iemand", "person:new", "Person") in [
        tuple(n) for n in asyncio.run(filled.names())
    ]


@given(st.lists(st.tuples(st.integers(0, 2), st.booleans()), max_size=12))
def test_united_spans_stand_where_one_of_them_does(steps: list[tuple[int, bool]]) -> None:
    standing: set[int] = set()
    log, expected = [], []
    for number, (which, on) in enumerate(steps):
        if on == (which in standing):
            continue
        before = bool(standing)
        (standing.add if on else standing.discard)(which)
        log.append((number, "+" if on else "-"))
        if bool(standing) != before:
            expected.append((number, "+" if standing else "-"))
    assert list(spans_united(log)) == expected
