"""A store that an older ledwerk wrote knows no other forms of a word, until it is brought up to date."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

import neo4j
import pytest
from tests.contract.conftest import Ground
from tests.contract.making import node, put
from tests.contract.test_search_forms import FORMS, hits

WANTED = [("alias", "ALIAS"), ("firm", "STEM"), ("exact", "TEXT"), ("form", "STEM")]


@pytest.fixture(params=["sqlite", "neo4j"])
def ground(grounds: Any, request: pytest.FixtureRequest) -> Ground:
    found: Ground = grounds(request.param)
    found.empty()
    return found


def made_old(ground: Ground) -> None:
    """As the store was before it kept stems."""
    if ground.kind == "neo4j":
        user = ground.environment["LEDWERK_NEO4J_USER"]
        auth = (user, ground.environment["LEDWERK_NEO4J_PASSWORD"])
        with neo4j.GraphDatabase.driver(ground.address, auth=auth) as driver:
            driver.execute_query("MATCH (s:Stem) DELETE s", database_="neo4j")
            driver.execute_query("MATCH (l:Ledwerk) REMOVE l.stems", database_="neo4j")
        return
    file = ground.folder / f"store-{ground._stores}.sqlite"
    with closing(sqlite3.connect(file)) as db:
        rows = db.execute("SELECT rowid, name, aliases, body FROM text_index").fetchall()
        db.execute("DROP TABLE text_index")
        db.execute(
            "CREATE VIRTUAL TABLE text_index USING fts5(name, aliases, body, tokenize='trigram')"
        )
        db.executemany(
            "INSERT INTO text_index (rowid, name, aliases, body) VALUES (?, ?, ?, ?)", rows
        )
        db.commit()


def test_an_older_store_finds_other_forms_once_it_was_changed(ground: Ground) -> None:
    """An embedded one does so at once; in a server's graph nothing is written to answer a question."""
    with closing(ground.open()) as store:
        put(store, *FORMS)
        assert hits(store, "bedrijven") == WANTED
    made_old(ground)
    with closing(ground.open()) as store:
        if ground.kind == "neo4j":
            assert hits(store, "bedrijven") == [WANTED[0], WANTED[2]]
        else:
            assert hits(store, "bedrijven") == WANTED
        put(store, node("project:new", name="Nieuw"), dataset="other")
        assert hits(store, "bedrijven") == WANTED
        put(store, node("project:new", name="Bedrijf B"), dataset="other")
        assert ("new", "STEM") in hits(store, "bedrijven")
