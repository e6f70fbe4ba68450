"""Single edits: what a store promises of `amend`, and that edits outlive loads that say otherwise."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import LED
from tests.contract.conftest import Ground
from tests.contract.making import ask, drawn, link, listed, node, put, tally

from ledwerk.graph import neo4j_store
from ledwerk.graph import plan as p
from ledwerk.graph.store import Amendment, Event, Store
from ledwerk.loaders import editing
from ledwerk.loaders.archive import backup, restore_file
from ledwerk.loaders.editing import Editor, Provenance
from ledwerk.loaders.merging import merge_nodes
from ledwerk.loaders.run import check, load
from ledwerk.schema.errors import ChangedSince, StoreError
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import Statement, said

A, B, P, Q = "organisation:a", "organisation:b", "project:p", "project:q"
BASE = (
    node("source:s", name="S", date="2016"),
    node(A, name="Alpha", website="https://a.org", aliases=("Al",)),
    node(B, name="Beta"),
    node(P, name="P"),
    link("PARTNER_IN", A, P, role="lead"),
    link("PARTNER_IN", B, P),
)


def edited(key: str, *clear: str, **values: Any) -> Statement:
    about = {"dataset": "edits", "basis": "edited"}
    made = node(key, **about, **values)
    return replace(made, properties=said(made.values(), clear=clear))


def amendment(*add: Statement, drop: tuple[Statement, ...] = (), **more: Any) -> Amendment:
    return Amendment(add, drop, "eva", **more)


def by(store: Store, **words: str) -> Editor:
    return Editor(MODEL, store, Provenance("eva", **words))


def names(store: Store, kind: str = "Organisation") -> list[str]:
    return [row["name"] for row in ask(store, listed(kind, "name"))]


def test_an_amendment_is_one_revision_with_its_words(store: Store) -> None:
    put(store, *BASE)
    outcome = store.amend(amendment(edited(A, name="Ada"), action="update", why="as she is called"))
    assert outcome.revision == 2 == asyncio.run(store.revision())
    assert [row.values() for row in outcome.difference.added] == [{"name": "Ada"}]
    last = list(store.revisions())[-1]
    assert (last.number, last.actor, last.action) == (2, "eva", "update")
    assert (last.dataset, last.why) == ("edits", "as she is called")
    assert names(store) == ["Ada", "Beta"]
    assert list(store.events(1)) == [Event(2, "+", edited(A, name="Ada"))]


def test_what_stands_already_is_not_added_again(store: Store) -> None:
    put(store, *BASE)
    one = edited(A, name="Ada")
    assert store.amend(amendment(one, one)).revision == 2
    assert store.amend(amendment(one)).revision == 2
    assert store.amend(amendment()).revision == 2
    assert store.amend(amendment(one, drop=(one,))).revision == 2
    assert store.amend(amendment(BASE[1], edited(B, name="Bo"))).difference.added == (
        edited(B, name="Bo"),
    )
    assert len(list(store.events(1))) == 2


def test_statements_of_any_dataset_come_and_go(store: Store) -> None:
    put(store, *BASE)
    outcome = store.amend(amendment(edited(B, denied=True), drop=(BASE[1], BASE[4])))
    assert outcome.difference.removed == (BASE[1], BASE[4])
    assert tally(store) == (2, 0)
    assert [event.sign for event in store.events(1)] == ["+", "-", "-"]
    # They may come again, and the store is as it was.
    store.amend(amendment(BASE[1], BASE[4], drop=(edited(B, denied=True),)))
    assert tally(store) == (4, 2)
    assert put(store, *BASE).revision == 3


def test_a_statement_that_stands_no_more_cannot_be_let_go(store: Store) -> None:
    put(store, *BASE)
    put(store, *BASE[:-1])
    before = drawn(store)
    with pytest.raises(ChangedSince, match="by tester in revision 2") as raised:
        store.amend(amendment(edited(A, name="Ada"), drop=(BASE[-1],)))
    assert (raised.value.key, raised.value.expected) == (BASE[-1].key, None)
    with pytest.raises(ChangedSince):
        store.amend(amendment(drop=(edited(A, name="never"),)))
    assert drawn(store) == before
    assert asyncio.run(store.revision()) == 2


def test_a_conflict_only_if_that_very_key_was_touched(store: Store) -> None:
    put(store, *BASE)
    store.amend(amendment(edited(B, name="Bo")))
    store.amend(amendment(edited(A, name="Ada"), expected=((A, 1),)))
    before = drawn(store)
    for expected in (((A, 2),), ((B, 2), (A, 1)), ((B, 1),)):
        with pytest.raises(ChangedSince, match="eva in revision") as raised:
            store.amend(amendment(edited(A, sme=True), expected=expected))
        assert raised.value.key in {A, B}
        assert raised.value.revision > dict(expected)[raised.value.key]
    assert drawn(store) == before
    relation = BASE[4].key
    store.amend(amendment(edited(A, sme=True), expected=((A, 3), (relation, 1), ("project:z", 0))))
    put(store, *BASE[:4], BASE[5])
    with pytest.raises(ChangedSince) as raised:
        store.amend(amendment(edited(A, sme=False), expected=((relation, 1),)))
    assert (raised.value.revision, raised.value.actor) == (5, "tester")


def test_changed_tells_the_newest_revision_of_each_key(store: Store) -> None:
    assert store.changed([A]) == {}
    put(store, *BASE)
    put(store, *BASE[:-1])
    store.amend(amendment(edited(A, name="Ada")))
    store.amend(amendment(drop=(edited(A, name="Ada"),)))
    keys = [A, A, B, BASE[4].key, BASE[5].key, "person:x"]
    assert store.changed(keys) == {A: 4, B: 1, BASE[4].key: 1, BASE[5].key: 2}
    assert store.changed(iter([B])) == {B: 1}
    assert store.changed([]) == {}


def test_the_log_between_two_revisions(store: Store) -> None:
    put(store, *BASE)
    for name in ("Ada", "Eda", "Ida"):
        store.amend(amendment(edited(A, name=name, locator=name)))
    every = list(store.events())
    for since in range(6):
        for until in (None, *range(6)):
            asked = [e for e in every if e.revision > since and e.revision <= (until or 5)]
            if until == 0:
                asked = []
            assert list(store.events(since, until)) == asked


def test_statements_of_relations_at_an_end(store: Store) -> None:
    two = link("FUNDS", B, A, amount=1.0, dataset="two")
    put(store, *BASE)
    put(store, two, dataset="two")
    assert list(store.statements(end=A)) == [two, BASE[4]]
    assert list(store.statements("two", end=A)) == [two]
    assert list(store.statements("d", two.key, end=A)) == []
    assert list(store.statements(end=P)) == [BASE[4], BASE[5]]
    assert list(store.statements(end="person:x")) == []
    put(store, *BASE[:4])
    assert list(store.statements(end=P)) == []


def test_what_an_editor_emptied_is_empty_and_stays_so(store: Store) -> None:
    put(store, *BASE)
    emptied = edited(A, "website", "aliases", "helix", sme=True)
    store.amend(amendment(emptied))
    (row,) = ask(store, listed("Organisation", "website", "aliases", "helix", "sme",
                               where=p.Compare("id", "eq", A)))  # fmt: skip
    assert (row["website"], row["aliases"] or [], row["sme"]) == (None, [], True)
    assert list(store.statements("edits")) == [emptied]
    assert next(store.statements("edits")).digest == emptied.digest
    put(store, *BASE[2:])
    put(store, *BASE)
    assert put(store, *BASE).revision == 4
    assert [row["website"] for row in ask(store, listed("Organisation", "website"))] == [None, None]
    assert "Al" not in [name for name, *_ in asyncio.run(store.names())]


def test_what_is_emptied_is_kept_in_a_backup(ground: Ground, store: Store, tmp_path: Path) -> None:
    put(store, *BASE)
    store.amend(amendment(edited(A, "website", "aliases")))
    told, seen = backup(store, tmp_path / "b.gz"), drawn(store)
    ground.empty()
    with closing(ground.open()) as other:
        assert restore_file(other, tmp_path / "b.gz") == told
        assert drawn(other) == seen


def test_amendments_of_several_threads_come_one_after_the_other(store: Store) -> None:
    put(store, *BASE)
    errors: list[Exception] = []
    revisions: list[int] = []

    def work(number: int) -> None:
        try:
            for turn in range(5):
                made = edited(f"person:x-{number}-{turn}", name=f"X {number} {turn}")
                revisions.append(store.amend(amendment(made)).revision)
                revisions.append(
                    put(store, *BASE, node(f"group:{number}{turn}"), dataset=f"d{number}").revision
                )
                assert any(row.key == made.key for row in store.statements("edits"))
        except Exception as error:  # noqa: BLE001
            errors.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert sorted(revisions) == list(range(2, 32))
    assert len(names(store, "Person")) == 15


def test_of_two_who_expect_the_same_one_is_refused(store: Store) -> None:
    put(store, *BASE)
    start = threading.Barrier(2)
    found: list[object] = []

    def work(name: str) -> None:
        wish = amendment(edited(A, name=name, locator=name), expected=((A, 1),))
        start.wait()
        try:
            found.append(store.amend(wish).revision)
        except ChangedSince as error:
            found.append(error.revision)
            found.append(name)

    threads = [threading.Thread(target=work, args=(name,)) for name in ("Ada", "Ida")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    refused = next(name for name in found if isinstance(name, str))
    assert [number for number in found if isinstance(number, int)] == [2, 2]
    assert {*names(store), refused} == {"Ada", "Ida", "Beta"}


def test_a_new_date_of_a_source_ranks_anew_what_cites_it(store: Store) -> None:
    put(store, node("source:s", name="S", date="2015"), node("source:t", name="T", date="2016"),
        node(A, name="Old", cited="source:s"), node(A, name="New", cited="source:t"))  # fmt: skip
    assert names(store) == ["New"]
    store.amend(amendment(edited("source:s", date="2018")))
    assert names(store) == ["Old"]


# -- edits of the LED network ---------------------------------------------------------------------


@pytest.fixture
def network(ground: Ground) -> Iterator[Store]:
    """The LED network in a store of its own."""
    ground.empty()
    made = ground.open()
    load(made, check(MODEL, LED, made))
    yield made
    made.close()


def reloaded(store: Store) -> None:
    """The dataset says less for a while, and then all again."""
    checked = check(MODEL, LED, store)
    rows = [row for row in checked.change.statements if row.source_id]
    store.commit(replace(checked.change, statements=rows))
    load(store, check(MODEL, LED, store))


def _party(store: Store, node_id: str) -> dict[str, Any] | None:
    partners = p.Hop(
        "projects",
        p.Step("participation", "PARTNER_IN", True, ("Project", "Programme")),
        p.ListOf(p.Shape((((), (p.Leaf("id", "id"),)),)), 1000),
    )
    leaves = tuple(p.Leaf(name, name) for name in ("id", "name", "aliases", "website", "helix"))
    shape = p.Shape((((), (*leaves, partners)),))
    found = ask(store, p.Find(p.ById((node_id,), ("Organisation",)), p.OneOf(shape)))
    return dict(found) if found else None


def _edit(store: Store, make: Callable[[Editor], editing.Edit]) -> int:
    _, outcome = editing.edit(store, lambda: make(by(store, note="I know better")))
    return outcome.revision


def test_edits_outlive_the_next_load_and_are_undone(network: Store) -> None:
    dsm, apg = "organisation:dsm", "organisation:apg"
    source = next(row.key for row in network.statements() if row.kind == "Source")
    before = drawn(network)
    joined = _party(network, apg)
    assert joined
    ours = [
        _edit(network, lambda e: editing.update_node(
            replace(e, by=replace(e.by, source=source)), "Organisation", dsm,
            {"name": "DSM-Firmenich", "website": "https://www.dsm-firmenich.com", "sme": False})),
        _edit(network, lambda e: editing.update_node(e, "Organisation", dsm, {"helix": None})),
        _edit(network, lambda e: editing.create_node(e, "Project", {"name": "Nieuw"})),
        _edit(network, lambda e: editing.add_relation(
            e, "PARTNER_IN", dsm, "project:nieuw", {"role": "lead"})),
        _edit(network, lambda e: editing.remove_relation(
            e, "PARTNER_IN", apg, joined["projects"][0]["id"], {})),
    ]  # fmt: skip
    edited_ = drawn(network)
    reloaded(network)
    party = _party(network, dsm)
    assert party
    assert (party["name"], party["website"]) == ("DSM-Firmenich", "https://www.dsm-firmenich.com")
    assert party["helix"] == "UNKNOWN"
    assert "project:nieuw" in {row["id"] for row in party["projects"]}
    left = _party(network, apg)
    assert left
    assert left["projects"] == joined["projects"][1:]
    assert drawn(network) == edited_
    for revision in reversed(ours):
        _edit(network, lambda e, number=revision: editing.undo(e, number))  # type: ignore[misc]
    assert drawn(network) == before


def test_a_removed_node_stays_away_after_the_next_load(network: Store) -> None:
    dsm = "organisation:dsm"
    before = drawn(network)
    revision = _edit(network, lambda e: editing.remove_node(e, "Organisation", dsm))
    reloaded(network)
    assert _party(network, dsm) is None
    assert dsm not in {
        end for step in asyncio.run(network.walks(["PARTNER_IN"])).steps for end in step
    }
    _edit(network, lambda e: editing.undo(e, revision))
    assert drawn(network) == before


def test_a_merge_outlives_the_next_load_and_is_undone(network: Store) -> None:
    dsm, apg = "organisation:dsm", "organisation:apg"
    before = drawn(network)
    one, two = _party(network, dsm), _party(network, apg)
    assert one
    assert two
    revision = _edit(network, lambda e: merge_nodes(e, dsm, apg))
    merged = drawn(network)
    reloaded(network)
    assert drawn(network) == merged
    both = _party(network, dsm)
    assert both
    assert _party(network, apg) is None
    assert two["name"] in both["aliases"]
    every = {row["id"] for party in (one, two) for row in party["projects"]}
    assert {row["id"] for row in both["projects"]} == every
    _edit(network, lambda e: editing.undo(e, revision))
    assert drawn(network) == before


def test_a_store_that_fails_midway_changes_nothing(store: Store) -> None:
    put(store, *BASE)
    before = drawn(store)
    broken = Statement("edits", "Organisation", "organisation:z", (("website", object()),))  # type: ignore[arg-type]
    with pytest.raises((StoreError, TypeError, ValueError)):
        store.amend(amendment(edited(A, name="Ada"), broken))
    assert drawn(store) == before
    assert store.amend(amendment(edited(A, name="Ada"))).revision == 2


def test_an_amendment_of_which_no_word_came_back_is_done_once(
    ground: Ground, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server commits, and the connection breaks before it can say so."""
    if ground.kind != "neo4j":
        pytest.skip("there is no connection to break")
    driver = neo4j_store.neo4j
    put(store, *BASE)
    store.amend(amendment(edited(A, name="Ada")))
    commit, broken = driver.Transaction.commit, []

    def commits(self: Any) -> None:
        commit(self)
        if not broken:
            broken.append(self)
            raise driver.exceptions.ServiceUnavailable("the connection is gone")

    monkeypatch.setattr(driver.Transaction, "commit", commits)
    wish = amendment(edited(A, name="Eda"), drop=(edited(A, name="Ada"),), expected=((A, 2),))
    outcome = store.amend(wish)
    assert broken
    assert outcome.revision == 3 == asyncio.run(store.revision())
    assert outcome.difference.changed == ((edited(A, name="Ada"), edited(A, name="Eda")),)
    assert [event.sign for event in store.events(2)] == ["+", "-"]
