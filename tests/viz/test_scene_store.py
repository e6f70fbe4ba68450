"""Views of a store that is edited: what is new, what stays where it stood, where it is from."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from tests.viz.conftest import BOOK, HOSTILE, PAPER

from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store
from ledwerk.loaders import editing
from ledwerk.loaders.editing import Editor, Provenance
from ledwerk.schema.model import MODEL
from ledwerk.viz.keeping import NOTHING, Kept
from ledwerk.viz.scene_asking import fresh_since, spots_of
from ledwerk.viz.scene_fresh import Fresh
from ledwerk.viz.state import ViewState
from ledwerk.viz.view import View, network_view


def seen(store: Store, kept: Kept = NOTHING, **state: object) -> View:
    made = ViewState(**state)  # type: ignore[arg-type]
    return asyncio.run(network_view(store, state=made, lang="en", facts=False, kept=kept))


@pytest.fixture
def editor(small: Store) -> Editor:
    return Editor(MODEL, small, Provenance("eva"))


def join(editor: Editor, store: Store, name: str, activity: str) -> str:
    """A new organisation that takes part in something."""
    wish = {"name": name, "helix": "industry"}
    made, _ = editing.edit(store, lambda: editing.create_node(editor, "Organisation", wish))
    tie = (editor, "PARTNER_IN", made.key, activity, {})
    editing.edit(store, lambda: editing.add_relation(*tie))
    return made.key


def test_what_came_since_a_revision_is_new(small: Store, editor: Editor) -> None:
    before = asyncio.run(small.revision())
    new = join(editor, small, "Nieuw", "project:brug")
    view = seen(small, fresh=before)
    assert [mark.id for mark in view.marks if mark.fresh] == [new]
    assert [(t.source, t.target) for t in view.ties if t.fresh] == [(new, "project:brug")]
    assert not any(mark.fresh for mark in seen(small, fresh=before + 2).marks)


def test_a_new_tie_of_old_parties_is_new_and_what_is_renamed_is_not(
    small: Store, editor: Editor
) -> None:
    before = asyncio.run(small.revision())
    rename = {"name": "Alfa Beheer"}
    alfa = "organisation:alfa"
    editing.edit(small, lambda: editing.update_node(editor, "Organisation", alfa, rename))
    tie = (editor, "PARTNER_IN", alfa, "project:weg", {})
    editing.edit(small, lambda: editing.add_relation(*tie))
    assert fresh_since(small, before) == Fresh(
        frozenset(), frozenset({(alfa, "project:weg", "PARTNER_IN")})
    )
    parties = seen(small, fresh=before, group="none", most=20, kind=("Organisation",))
    assert parties.detail == "activities"
    alone = Fresh(frozenset(), frozenset({(alfa, "project:weg", "PARTNER_IN")}))
    assert alone.is_new_tie(alfa, "municipality:grootdorp", 1)
    assert not alone.is_new_tie(alfa, "municipality:grootdorp", 2)
    assert not alone.is_new_tie("organisation:beta", "municipality:grootdorp", 1)


def test_everything_is_new_since_the_beginning(small: Store) -> None:
    found = fresh_since(small, 0)
    assert {"organisation:alfa", "project:brug", "person:an-ank"} <= found.nodes
    assert ("organisation:alfa", "project:brug", "PARTNER_IN") in found.steps


@pytest.mark.parametrize("detail", ["activities", "parties"])
def test_an_edit_moves_nobody(led: Store, tmp_path: Path, detail: str) -> None:
    store = open_store(f"sqlite:{tmp_path / 'own.sqlite'}")
    store.restore(led.revisions(), led.events())
    most = {"activities": 400, "parties": 100}[detail]
    kept = Kept(tmp_path / "kept")
    first = seen(store, kept, most=most)
    assert first.detail == detail
    before = {mark.id: (mark.x, mark.y) for mark in first.marks}
    new = join(Editor(MODEL, store, Provenance("eva")), store, "Nieuw", "project:4ehealth")
    after = {mark.id: (mark.x, mark.y) for mark in seen(store, kept, most=most).marks}
    assert {one: after[one] for one in before} == before
    assert new in after
    store.close()


def test_a_view_is_the_same_whether_or_not_it_was_kept(
    small: Store, editor: Editor, tmp_path: Path
) -> None:
    kept = Kept(tmp_path / "kept")
    seen(small, kept)
    join(editor, small, "Nieuw", "project:brug")
    for state in ({}, {"group": "community"}, {"layout": "columns"}, {"most": 20}):
        first = seen(small, kept, **state)
        assert first == seen(small, kept, **state) == seen(small, **state)


def test_sources_and_the_day_are_those_of_the_store(small: Store) -> None:
    view = seen(small)
    (revision,) = small.revisions()
    assert view.sources == (PAPER, BOOK)  # by name
    assert view.date == revision.at[:10]


def test_hostile_names_are_names(small: Store) -> None:
    (mark,) = [mark for mark in seen(small).marks if mark.id == "organisation:hostile"]
    assert mark.name == HOSTILE


def test_whoever_has_coordinates_is_on_the_map(led: Store) -> None:
    spots = {ident: (north, east) for ident, north, east in asyncio.run(spots_of(led))}
    north, east = spots["municipality:gemeente-maastricht"]
    assert (round(north, 1), round(east, 1)) == (50.8, 5.7)
    view = seen(led, layout="map")
    assert view.detail == "parties"
    assert "Gemeente Maastricht" in {region.label for region in view.regions}


def test_where_nothing_has_coordinates_the_map_says_so(small: Store) -> None:
    view = seen(small, layout="map")
    assert any("where it is" in note for note in view.notes)
    assert [region.label for region in view.regions] == ["Whereabouts unknown"]
