"""Edits as statements: what each wish does, what it refuses, and that all of it can be undone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.contract.making import ask, drawn, link, listed, node, put

from ledwerk.graph.opening import open_store
from ledwerk.graph.resolution import resolve
from ledwerk.graph.store import Outcome, Store
from ledwerk.loaders import editing
from ledwerk.loaders.editing import Editor, Provenance
from ledwerk.loaders.merging import merge_nodes, placed
from ledwerk.schema.errors import ChangedSince, InvalidEdit
from ledwerk.schema.model import MODEL

A, B, P, Q = "organisation:a", "organisation:b", "project:p", "project:q"
BASE = (
    node("source:s", name="S", date="2016"),
    node(A, name="Alpha", helix="industry", aliases=("Al",), cited="source:s", locator="1"),
    node(B, name="Beta", website="https://b.org", aliases=("Be",), cited="source:s", locator="2"),
    node(P, name="P", start="2014", end="2016"),
    node(Q, name="Q"),
    link("PARTNER_IN", A, P, role="lead", cited="source:s", locator="3"),
    link("PARTNER_IN", B, P, role="partner", start="2015", cited="source:s", locator="4"),
    link("PARTNER_IN", B, Q, role="lead", cited="source:s", locator="5"),
    link("FUNDS", B, P, amount=5.0, year="2016", state="granted"),
)


@pytest.fixture
def store() -> Iterator[Store]:
    made = open_store("sqlite::memory:")
    put(made, *BASE)
    yield made
    made.close()


def by(store: Store, expected: int | None = None, **words: str) -> Editor:
    return Editor(MODEL, store, Provenance("eva", **words), expected)


def done(store: Store, made: editing.Edit) -> Outcome:
    return store.amend(made.amendment)


def shown(store: Store, key: str, dates: Mapping[str, str] | None = None) -> dict[str, Any] | None:
    rows = list(store.statements(key=key))
    fact = resolve(MODEL.kind(rows[0].kind), rows, dates or {}) if rows else None
    return dict(fact.values) if fact else None


def own(store: Store, key: str) -> list[tuple[dict[str, Any], bool]]:
    return [(row.values(), row.denied) for row in store.statements("edits", key)]


def reloaded(store: Store) -> None:
    """The dataset says again what it said, after it said something else."""
    for rows in (BASE[:1], BASE):
        put(store, *placed(store, rows))


def test_a_new_node_gets_a_readable_id_that_nobody_has(store: Store) -> None:
    keys = []
    for _ in range(3):
        made = editing.create_node(by(store), "Organisation", {"name": "Zuyd Hogeschool"})
        done(store, made)
        keys.append(made.key)
    start = "organisation:zuyd-hogeschool"
    assert keys == [start, f"{start}-2", f"{start}-3"]
    seat = editing.create_node(by(store), "Seat", {"role": "Voorzitter"})
    assert seat.key == "seat:voorzitter"


def test_values_are_read_as_cells_are(store: Store) -> None:
    wish = {
        "name": "  Nieuw ", "budget": 1.234, "start": "2016-02", "aliases": ["N|w", "N"],
        "end": None, "description_en": "",
    }  # fmt: skip
    made = editing.create_node(by(store, source="source:s", locator="p. 3"), "Project", wish)
    (row,) = made.amendment.add
    assert row.values() == {
        "name": "Nieuw", "budget": 1.234, "start": "2016-02", "aliases": ("N|w", "N"),
    }  # fmt: skip
    assert (row.dataset, row.basis, row.cited, row.locator) == (
        "edits",
        "edited",
        "source:s",
        "p. 3",
    )


def test_an_edit_wins_and_the_newest_of_two(store: Store) -> None:
    first = {"name": "Alfa", "helix": "knowledge", "website": "https://a.org"}
    done(store, editing.update_node(by(store), "Organisation", A, first))
    later = by(store, source="source:s")
    done(store, editing.update_node(later, "Organisation", A, {"name": "Alva", "website": None}))
    reloaded(store)
    values = shown(store, A)
    assert values is not None
    assert (values["name"], values["helix"], values.get("website")) == ("Alva", "knowledge", None)
    assert own(store, A) == [
        ({"helix": "knowledge"}, False), ({"name": "Alva", "website": None}, False),
    ]  # fmt: skip
    done(store, editing.update_node(by(store), "Organisation", A, {"name": "A", "website": ""}))
    assert own(store, A) == [({"helix": "knowledge", "name": "A", "website": None}, False)]


def test_the_same_edit_twice_changes_nothing(store: Store) -> None:
    wish = {"helix": "civil", "aliases": ["Alfa"]}
    first = done(store, editing.update_node(by(store), "Organisation", A, wish))
    again = done(store, editing.update_node(by(store), "Organisation", A, wish))
    assert again.revision == first.revision
    assert again.difference.empty


def test_an_edited_list_replaces_and_can_be_emptied(store: Store) -> None:
    done(store, editing.update_node(by(store), "Organisation", A, {"aliases": ["Alfa"]}))
    assert (shown(store, A) or {})["aliases"] == ("Alfa",)
    done(store, editing.update_node(by(store), "Organisation", A, {"aliases": []}))
    assert "aliases" not in (shown(store, A) or {})


def test_what_is_removed_stays_away_until_somebody_says_it_again(store: Store) -> None:
    done(store, editing.update_node(by(store), "Organisation", A, {"website": "https://a.org"}))
    done(store, editing.remove_node(by(store, note="twice"), "Organisation", A))
    reloaded(store)
    assert own(store, A) == [({}, True)]
    assert shown(store, A) is None
    with pytest.raises(InvalidEdit, match="there is no organisation:a"):
        editing.remove_node(by(store), "Organisation", A)
    done(store, editing.create_node(by(store), "Organisation", {"name": "Alpha II"}, A))
    assert own(store, A) == [({"name": "Alpha II"}, False)]
    assert (shown(store, A) or {})["helix"] == "industry"


def test_a_node_that_only_a_relation_mentions(store: Store) -> None:
    put(store, link("PARTNER_IN", "organisation:c", P), dataset="two")
    done(store, editing.update_node(by(store), "Organisation", "organisation:c", {"sme": True}))
    assert (shown(store, "organisation:c") or {})["sme"] is True
    with pytest.raises(InvalidEdit) as raised:
        editing.update_node(by(store), "Organisation", "organisation:c", {"name": None})
    assert (raised.value.field, raised.value.code) == ("name", "REQUIRED")
    done(store, editing.remove_node(by(store), "Organisation", "organisation:c"))
    assert "organisation:c" not in {row["id"] for row in ask(store, listed("Organisation"))}


def test_relations_are_told_apart_by_their_identity(store: Store) -> None:
    wish = {"amount": 7, "year": "2016", "state": "granted"}
    done(store, editing.update_relation(by(store), "FUNDS", B, P, wish))
    with pytest.raises(InvalidEdit) as raised:
        editing.update_relation(by(store), "FUNDS", B, P, {"amount": 7, "year": "2015"})
    assert (raised.value.field, raised.value.code) == ("target", "NOT_STATED")
    other = editing.add_relation(by(store), "FUNDS", B, P, {"amount": 1, "year": "2015"})
    done(store, other)
    key = f"FUNDS:{B}>{P}[state=granted;year=2016]"
    assert shown(store, key) == {"amount": 7.0, "year": "2016", "state": "granted"}
    assert other.key == f"FUNDS:{B}>{P}[year=2015]"
    removed = editing.remove_relation(
        by(store), "FUNDS", B, P, {"year": "2016", "state": "granted"}
    )
    done(store, removed)
    reloaded(store)
    assert shown(store, key) is None
    assert shown(store, other.key) == {"amount": 1.0, "year": "2015"}
    done(store, editing.add_relation(by(store), "FUNDS", B, P, wish))
    assert own(store, key) == [({"amount": 7.0, "year": "2016", "state": "granted"}, False)]


def test_a_merge_moves_all_that_was_said(store: Store) -> None:
    put(
        store,
        link("TENANT_OF", A, "campus:c"),
        link("FUNDS", A, B),
        link("FUNDS", B, A),
        dataset="two",
    )
    done(store, merge_nodes(by(store, note="same number"), A, B))
    reloaded(store)
    assert shown(store, B) is None
    (gone,) = store.statements("edits", B)
    assert gone.note == f"merged into {A}: same number"
    values = shown(store, A) or {}
    assert (values["name"], values["aliases"]) == ("Alpha", ("Al", "Be", "Beta"))
    assert (values["website"], values["helix"]) == ("https://b.org", "industry")
    # Both were in P: what is shown of each property is by the rule for conflicts. B alone was in Q.
    assert shown(store, f"PARTNER_IN:{A}>{P}") == {"role": "lead", "start": "2015"}
    assert shown(store, f"PARTNER_IN:{A}>{Q}") == {"role": "lead"}
    assert shown(store, f"FUNDS:{A}>{P}[state=granted;year=2016]") == {
        "amount": 5.0, "state": "granted", "year": "2016",
    }  # fmt: skip
    (moved,) = store.statements("d", f"PARTNER_IN:{A}>{Q}")
    assert (moved.cited, moved.locator, moved.stated_as) == ("source:s", "5", f"{B}>{Q}")
    assert shown(store, f"PARTNER_IN:{B}>{Q}") is None
    kept = {row["id"] for row in ask(store, listed("Organisation"))}
    assert kept == {A}
    steps = asyncio.run(store.walks(["FUNDS"])).steps
    assert steps == ((A, P, "FUNDS"),)


def test_statements_of_several_sources_move_with_their_places(store: Store) -> None:
    put(store, node("source:t", name="T", date="2018"),
        link("PARTNER_IN", B, Q, role="participant", start="2017", cited="source:t"),
        dataset="two")  # fmt: skip
    dates = {"source:s": "2016", "source:t": "2018"}
    before = shown(store, f"PARTNER_IN:{B}>{Q}", dates)
    assert before == {"role": "participant", "start": "2017"}
    done(store, merge_nodes(by(store), A, B))
    key = f"PARTNER_IN:{A}>{Q}"
    assert {row.cited for row in store.statements(key=key)} == {"source:s", "source:t"}
    assert shown(store, key, dates) == before


WRONG: tuple[tuple[Callable[[Editor], object], str, str], ...] = (
    (lambda e: editing.create_node(e, "Organisation", {}), "name", "REQUIRED"),
    (lambda e: editing.create_node(e, "Organisation", {"name": " "}), "name", "REQUIRED"),
    (lambda e: editing.create_node(e, "Organisation", {"name": "日本"}), "id", "REQUIRED"),
    (lambda e: editing.create_node(e, "Organisation", {"name": "\ud800"}), "name", "INVALID_VALUE"),
    (lambda e: editing.create_node(e, "Organisation", {"name": 7}), "name", "INVALID_VALUE"),
    (lambda e: editing.create_node(e, "Organisation", {"name": "X"}, A), "id", "TAKEN"),
    (lambda e: editing.create_node(e, "Organisation", {"name": "X"}, P), "id", "WRONG_KIND"),
    (lambda e: editing.create_node(e, "Organisation", {"name": "X"}, "organisation:a b"), "id", "INVALID_VALUE"),
    (lambda e: editing.create_node(e, "Organisation", {"name": "X", "colour": "red"}), "colour", "UNKNOWN_FIELD"),
    (lambda e: editing.create_node(e, "Campus", {"name": "X", "kind": "company"}), "kind", "INVALID_VALUE"),
    (lambda e: editing.update_node(e, "Organisation", A, {"helix": "none"}), "helix", "INVALID_VALUE"),
    (lambda e: editing.update_node(e, "Organisation", A, {"sme": "perhaps"}), "sme", "INVALID_VALUE"),
    (lambda e: editing.update_node(e, "Organisation", A, {"name": None}), "name", "REQUIRED"),
    (lambda e: editing.update_node(e, "Organisation", A, {}), "id", "NOTHING_TO_DO"),
    (lambda e: editing.update_node(e, "Organisation", "organisation:z", {"sme": True}), "id", "UNKNOWN_NODE"),
    (lambda e: editing.update_node(e, "Person", A, {"name": "X"}), "id", "WRONG_KIND"),
    (lambda e: editing.update_node(e, "Project", P, {"budget": float("nan")}), "budget", "INVALID_VALUE"),
    (lambda e: editing.update_node(e, "Project", P, {"budget": True}), "budget", "INVALID_VALUE"),
    (lambda e: editing.update_node(e, "Project", P, {"budget": 10**400}), "budget", "INVALID_VALUE"),
    (lambda e: editing.update_node(e, "Project", P, {"end": "2013"}), "end", "WRONG_PERIOD"),
    (lambda e: editing.update_node(e, "Project", P, {"start": "20-1-2016"}), "start", "INVALID_VALUE"),
    (lambda e: editing.remove_node(e, "Project", "project:z"), "id", "UNKNOWN_NODE"),
    (lambda e: editing.add_relation(e, "PARTNER_IN", A, P, {}), "target", "TAKEN"),
    (lambda e: editing.add_relation(e, "PARTNER_IN", P, A, {}), "source", "WRONG_KIND"),
    (lambda e: editing.add_relation(e, "PARTNER_IN", A, "project:z", {}), "target", "UNKNOWN_NODE"),
    (lambda e: editing.add_relation(e, "FUNDS", A, A, {}), "target", "SAME_NODE"),
    (lambda e: editing.update_relation(e, "PARTNER_IN", A, Q, {"role": "lead"}), "target", "NOT_STATED"),
    (lambda e: editing.update_relation(e, "PARTNER_IN", A, P, {}), "target", "NOTHING_TO_DO"),
    (lambda e: editing.remove_relation(e, "PARTNER_IN", A, Q, {}), "target", "NOT_STATED"),
    (lambda e: merge_nodes(e, A, A), "id", "SAME_NODE"),
    (lambda e: merge_nodes(e, A, P), "id", "WRONG_KIND"),
    (lambda e: merge_nodes(e, A, "organisation:z"), "id", "UNKNOWN_NODE"),
    (lambda e: editing.undo(e, 99), "revision", "UNKNOWN_REVISION"),
    (lambda e: editing.undo(e, 0), "revision", "UNKNOWN_REVISION"),
)  # fmt: skip


@pytest.mark.parametrize(("make", "field", "code"), WRONG)
def test_a_wrong_wish_is_refused_with_its_field_and_why(
    store: Store, make: Callable[[Editor], object], field: str, code: str
) -> None:
    with pytest.raises(InvalidEdit) as raised:
        make(by(store))
    assert (raised.value.field, raised.value.code) == (field, code)
    assert str(raised.value)


@pytest.mark.parametrize("cited", ["source:z", A, "nothing"])
def test_a_source_that_is_cited_must_be_there(store: Store, cited: str) -> None:
    with pytest.raises(InvalidEdit) as raised:
        editing.update_node(by(store, source=cited), "Organisation", A, {"sme": True})
    assert (raised.value.field, raised.value.code) == ("source", "UNKNOWN_SOURCE")


def test_a_seat_has_one_holder_and_groups_do_not_go_round(store: Store) -> None:
    put(store, node("person:x", name="X"), node("person:y", name="Y"), node("seat:1", role="lid"),
        link("HOLDS", "person:x", "seat:1"), node("group:g", name="G"), node("group:h", name="H"),
        link("MEMBER_OF", "group:g", "group:h"), dataset="two")  # fmt: skip
    with pytest.raises(InvalidEdit) as raised:
        editing.add_relation(by(store), "HOLDS", "person:y", "seat:1", {})
    assert raised.value.code == "TAKEN"
    with pytest.raises(InvalidEdit) as raised:
        editing.add_relation(by(store), "MEMBER_OF", "group:h", "group:g", {})
    assert raised.value.code == "CIRCLE"
    done(store, editing.remove_relation(by(store), "HOLDS", "person:x", "seat:1", {}))
    done(store, editing.add_relation(by(store), "HOLDS", "person:y", "seat:1", {}))
    (seat,) = ask(store, listed("Seat", "name"))
    assert seat["name"] == "Y"


def test_who_has_seen_an_older_revision_is_told_so(store: Store) -> None:
    done(store, editing.update_node(by(store), "Organisation", A, {"sme": True}))
    done(store, editing.update_node(by(store, 1), "Organisation", B, {"sme": True}))
    with pytest.raises(ChangedSince, match="eva in revision 2") as raised:
        done(store, editing.update_node(by(store, 1), "Organisation", A, {"sme": False}))
    assert (raised.value.key, raised.value.expected, raised.value.revision) == (A, 1, 2)
    done(store, editing.update_node(by(store, 2), "Organisation", A, {"sme": False}))


def test_between_looking_and_writing_nobody_is_overwritten(store: Store) -> None:
    one = editing.create_node(by(store), "Organisation", {"name": "New"})
    two = editing.create_node(by(store), "Organisation", {"name": "New"})
    done(store, one)
    with pytest.raises(ChangedSince):
        done(store, two)
    made, _ = editing.edit(
        store, lambda: editing.create_node(by(store), "Organisation", {"name": "New"})
    )
    assert made.key == "organisation:new-2"


def test_undo_refuses_what_was_changed_again_and_can_be_undone(store: Store) -> None:
    before = drawn(store)
    done(store, merge_nodes(by(store), A, B))
    merged = drawn(store)
    done(store, editing.undo(by(store), 2))
    assert drawn(store) == before
    done(store, editing.undo(by(store), 3))
    assert drawn(store) == merged
    done(store, editing.update_node(by(store), "Organisation", A, {"sme": True}))
    with pytest.raises(ChangedSince, match=f"{A} was changed by eva in revision 5"):
        done(store, editing.undo(by(store), 2))
    done(store, editing.undo(by(store), 5))
    done(store, editing.undo(by(store), 2))
    assert drawn(store) == before


# -- random edits, all undone -----------------------------------------------------------------

NODES = st.sampled_from([A, B, P, Q, "organisation:c", "organisation:new", "project:new"])
TEXTS = st.sampled_from(["New", "Alpha", "Ünïcode", ""])
WISHES = st.fixed_dictionaries(
    {},
    optional={
        "name": TEXTS | st.none(),
        "aliases": st.lists(TEXTS, max_size=2) | st.none(),
        "website": st.sampled_from(["https://x.org", None]),
        "start": st.sampled_from(["2014", "2015-02", None]),
        "end": st.sampled_from(["2016", None]),
    },
)
LINKS = st.fixed_dictionaries(
    {},
    optional={
        "role": st.sampled_from(["lead", "partner", None]),
        "start": st.sampled_from(["2014", None]),
        "year": st.sampled_from(["2016", None]),
        "state": st.sampled_from(["granted", None]),
        "amount": st.sampled_from([5.0, 1, None]),
    },
)
KINDS = st.sampled_from(["PARTNER_IN", "FUNDS"])
ACTS = st.one_of(
    st.tuples(st.just("create"), st.sampled_from(["Organisation", "Project"]), WISHES),
    st.tuples(st.just("update"), NODES, WISHES),
    st.tuples(st.just("remove"), NODES),
    st.tuples(st.just("add"), KINDS, NODES, NODES, LINKS),
    st.tuples(st.just("change"), KINDS, NODES, NODES, LINKS),
    st.tuples(st.just("take"), KINDS, NODES, NODES, LINKS),
    st.tuples(st.just("merge"), NODES, NODES),
)


def wished(editor: Editor, act: tuple[Any, ...]) -> editing.Edit:
    """The edit that an act makes; properties that a kind has not are left out."""
    name, *args = act
    if name in {"create", "update", "add", "change", "take"}:
        kind = MODEL.kind_of(args[0]) if name == "update" else MODEL.kind(args[0])
        assert kind is not None
        known = {prop.name for prop in kind.properties}
        args[-1] = {key: value for key, value in args[-1].items() if key in known}
    if name in {"update", "remove"}:
        kind = MODEL.kind_of(args[0])
        assert kind is not None
        args = [kind.name, *args]
    does: dict[str, Callable[..., editing.Edit]] = {
        "create": editing.create_node, "update": editing.update_node,
        "remove": editing.remove_node, "add": editing.add_relation,
        "change": editing.update_relation, "take": editing.remove_relation, "merge": merge_nodes,
    }  # fmt: skip
    return does[name](editor, *args)


def standing(store: Store) -> set[str]:
    return {row.digest for row in store.statements()}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(ACTS, st.sampled_from(["", "source:s"])), min_size=1, max_size=12))
def test_edits_keep_their_promises_and_are_undone_one_by_one(
    acts: list[tuple[tuple[Any, ...], str]],
) -> None:
    store = open_store("sqlite::memory:")
    try:
        put(store, *BASE)
        past = [(1, standing(store), drawn(store))]
        for act, cited in acts:
            try:
                outcome = done(store, wished(by(store, source=cited), act))
            except InvalidEdit:
                continue
            if outcome.revision > past[-1][0]:
                past.append((outcome.revision, standing(store), drawn(store)))
            _check_edits(store)
        for revision, _, _ in reversed(past[1:]):
            done(store, editing.undo(by(store), revision))
            before = next(one for one in reversed(past) if one[0] < revision)
            assert standing(store) == before[1]
            assert drawn(store) == before[2]
    finally:
        store.close()


def _check_edits(store: Store) -> None:
    """Of one key editors say each property once, and a denial stands alone."""
    rows = list(store.statements("edits"))
    for key in {row.key for row in rows}:
        own_rows = [row for row in rows if row.key == key]
        names = [name for row in own_rows for name, _ in row.properties if not row.denied]
        assert len(names) == len(set(names)), key
        assert len(own_rows) == 1 or not any(row.denied for row in own_rows), key
        assert len({row.place for row in own_rows}) == len(own_rows)
