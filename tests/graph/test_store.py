"""The promises of a store, each on the embedded one."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ledwerk.graph.opening import default_address, open_store
from ledwerk.graph.plan import Find as FindPlan
from ledwerk.graph.plan import Leaf, ListOf, OfKinds, Shape, Tally
from ledwerk.graph.resolution import resolve
from ledwerk.graph.store import Change, Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.errors import QuestionTooExpensive, StoreError
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import Statement, said

Mini = Callable[..., Path]

BASE = {
    "sources": "name,date\nBron,2016\n",
    "organisations": "name,locator\nAlpha,1\nBeta,2\n",
    "projects": "name,locator\nP,3\n",
    "partner_in": "party,activity,locator\nAlpha,P,3\nBeta,P,3\n",
}


def tally(store: Store) -> Any:
    return asyncio.run(store.answer(Tally()))


def put(store: Store, folder: Path, *, yes: bool = True) -> Any:
    return load(store, check(MODEL, folder, store), agree=lambda _: yes)


def test_the_same_again_raises_no_revision(store: Store, mini: Mini) -> None:
    first = put(store, mini(**BASE))
    again = put(store, mini(**BASE))
    assert (first.revision, again.revision, again.difference.empty) == (1, 1, True)


def test_a_row_removed_is_removed_and_its_relations_with_it(store: Store, mini: Mini) -> None:
    put(store, mini(**BASE))
    put(store, mini(**BASE | {
        "organisations": "name,locator\nAlpha,1\n",
        "partner_in": "party,activity,locator\nAlpha,P,3\n",
    }))  # fmt: skip
    found = tally(store)
    assert found["nodes"]["Organisation"] == 1
    assert found["relations"]["PARTNER_IN"] == 1


def test_facts_of_other_datasets_stay(store: Store, mini: Mini) -> None:
    put(store, mini("one", **BASE))
    other = {
        "sources": "name\nElders\n",
        "organisations": "name,locator,website\nAlpha,9,https://alpha.example\n",
        "partner_in": "party,activity,locator\nAlpha,P,9\n",
    }
    put(store, mini("two", **other))
    put(store, mini("one", sources=BASE["sources"], projects=BASE["projects"]))
    found = tally(store)
    assert found["nodes"]["Organisation"] == 1
    assert found["relations"] == {"PARTNER_IN": 1}
    assert store.datasets() == ["one", "two"]


def test_what_only_a_relation_mentions_is_shown_by_its_id(store: Store, mini: Mini) -> None:
    put(store, mini("one", **BASE))
    put(
        store,
        mini("two", sources="name\nElders\n", partner_in="party,activity,locator\nAlpha,P,9\n"),
    )
    put(store, mini("one", sources=BASE["sources"], projects=BASE["projects"]))
    plan = FindPlan(
        OfKinds(("Organisation",)),
        ListOf(Shape((((), (Leaf("n", "name"), Leaf("d", "derived_name"))),))),
    )
    assert asyncio.run(store.answer(plan)) == [{"n": "alpha", "d": True}]


def test_the_log_rebuilds_nodes_and_relations(store: Store, mini: Mini) -> None:
    """Replaying the log gives exactly the rows that questions run on."""
    put(store, mini(**BASE))
    put(
        store,
        mini(
            **BASE | {"organisations": "name,helix,locator\nAlpha,industry,1\nBeta,,2\nGamma,,2\n"}
        ),
    )
    standing: list[Statement] = []
    for event in store.events():
        if event.sign == "+":
            standing.append(event.statement)
        else:
            standing.remove(event.statement)
    assert sorted(standing, key=str) == sorted(store.statements(), key=str)
    keys = sorted({row.key for row in standing})
    facts = [
        resolve(MODEL.kind(rows[0].kind), rows, {"source:bron": "2016"})
        for rows in ([row for row in standing if row.key == key] for key in keys)
    ]
    with sqlite3.connect(store.address.removeprefix("sqlite:")) as db:
        kept = {
            key: (kind, name, helix)
            for key, kind, name, helix in db.execute("SELECT id, label, name, helix FROM node")
        }
        ties = set(db.execute(
            "SELECT r.key, s.id, t.id FROM relation r JOIN node s ON s.pk = r.source "
            "JOIN node t ON t.pk = r.target"
        ))  # fmt: skip
    db.close()
    assert kept == {
        f.key: (f.kind, f.values["name"], f.values.get("helix"))
        for f in facts if f and not f.source_id
    }  # fmt: skip
    assert ties == {(f.key, f.source_id, f.target_id) for f in facts if f and f.source_id}


def test_the_event_log_cannot_be_changed(store: Store, mini: Mini) -> None:
    put(store, mini(**BASE))
    db = sqlite3.connect(store.address.removeprefix("sqlite:"))
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.execute("UPDATE event SET sign = '-'")
    db.close()


def test_readers_see_all_or_nothing_and_never_wait(store: Store, mini: Mini) -> None:
    put(store, mini(**BASE))
    seen: list[int] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            seen.append(tally(store)["nodes"]["Organisation"])

    reader = threading.Thread(target=read)
    reader.start()
    many = "name,locator\nAlpha,1\nBeta,2\n" + "".join(f"Org {i},4\n" for i in range(3000))
    put(store, mini(**BASE | {"organisations": many}))
    time.sleep(0.2)
    stop.set()
    reader.join()
    assert set(seen) <= {2, 3002}
    assert seen[-1] == 3002


_LOADING = """
import sys
from pathlib import Path
from ledwerk.graph.opening import open_store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL
store = open_store(sys.argv[1])
checked = check(MODEL, Path(sys.argv[2]), store)
print("ready", flush=True)
load(store, checked, agree=lambda _: True)
print("done", flush=True)
"""


@pytest.mark.parametrize("delay", [0.0, 0.02, 0.06, 0.12, 0.2])
def test_a_killed_load_leaves_nothing_or_everything(
    tmp_path: Path, mini: Mini, delay: float
) -> None:
    folder = mini(**BASE | {
        "organisations": "name,locator\nAlpha,1\nBeta,2\n"
        + "".join(f"Org {i},4\n" for i in range(4000))
    })  # fmt: skip
    address = f"sqlite:{tmp_path / 'killed.sqlite'}"
    open_store(address).close()
    roots = os.pathsep.join(
        str(Path(__file__).parents[2] / room)
        for room in ("graph", "schema", "api", "loaders", "viz")
    )
    process = subprocess.Popen(
        [sys.executable, "-c", _LOADING, address, str(folder)],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": roots},
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    store = open_store(address)
    assert tally(store)["nodes"].get("Organisation", 0) in {0, 4002}
    put(store, folder)
    assert tally(store)["nodes"]["Organisation"] == 4002
    store.close()


def test_a_question_that_takes_too_long_is_stopped(tmp_path: Path, mini: Mini) -> None:
    store = open_store(f"sqlite:{tmp_path / 'slow.sqlite'}", time_limit=0.0)
    put(store, mini(**BASE | {
        "organisations": "name,locator\nAlpha,1\nBeta,2\n"
        + "".join(f"Org {i},4\n" for i in range(2000))
    }))  # fmt: skip
    with pytest.raises(QuestionTooExpensive, match="seconds"):
        tally(store)
    store.close()


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("postgres://x", "write sqlite:PATH"),
        ("sqlite:", "names no file"),
        ("sqlite:{tmp}", "is a folder"),
        ("sqlite:{tmp}/text.sqlite", "not a ledwerk store"),
        ("sqlite:{tmp}/other.sqlite", "another program"),
        ("sqlite:{tmp}/new.sqlite", "newer ledwerk"),
    ],
)
def test_a_wrong_address_is_explained(tmp_path: Path, address: str, says: str) -> None:
    (tmp_path / "text.sqlite").write_text("not a database, but long enough to look at" * 20)
    for name, sql in (("other", "CREATE TABLE t (x)"), ("new", "PRAGMA user_version = 999")):
        db = sqlite3.connect(tmp_path / f"{name}.sqlite")
        db.execute(sql)
        db.commit()
        db.close()
    with pytest.raises(StoreError, match=says):
        open_store(address.format(tmp=tmp_path))


def test_the_default_store_is_in_the_users_data_folder() -> None:
    assert default_address().startswith("sqlite:/")
    assert default_address().endswith("ledwerk.sqlite")


def test_membership_reaches_through_groups_within_groups(store: Store, mini: Mini) -> None:
    put(store, mini(
        sources=BASE["sources"], organisations=BASE["organisations"], projects=BASE["projects"],
        groups="name,locator\nInner,4\nOuter,4\n",
        member_of="member,whole,locator\nAlpha,Inner,5\nInner,Outer,5\n",
        partner_in="party,activity,locator\nOuter,P,6\nBeta,P,6\n",
    ))  # fmt: skip
    rows = asyncio.run(store.ties(None))
    names = {number: node[0] for number, node in rows.nodes.items()}
    # Both groups have members, so neither stands in the tie graph itself.
    assert sorted(names[party] for party, _ in rows.participations) == [
        "organisation:alpha", "organisation:beta",
    ]  # fmt: skip


def test_ties_on_a_day(store: Store, mini: Mini) -> None:
    """A participation without a period has its project's; a missing end is open."""
    put(store, mini(
        sources=BASE["sources"], organisations=BASE["organisations"],
        projects="name,start,end,locator\nP,2014,2015,3\n",
        partner_in="party,activity,start,locator\nAlpha,P,,3\nBeta,P,2015-06,3\n",
    ))  # fmt: skip

    def there(day: str | None) -> int:
        return len(asyncio.run(store.ties(day)).participations)

    assert [there(d) for d in ("2013-12-31", "2014-01-01", "2015-06-01", "2016-01-01", None)] == [
        0, 1, 2, 1, 2,
    ]  # fmt: skip


def test_a_statement_about_a_source_can_change_who_wins(store: Store, mini: Mini) -> None:
    tables = {
        "sources": "name,date,source\nOud,2010,Oud\nNieuw,2009,Nieuw\n",
        "organisations": "id,name,website,source\norganisation:a,A,https://oud.example,Oud\n"
        "organisation:a,A,https://nieuw.example,Nieuw\n",
    }
    put(store, mini(**tables))
    plan = FindPlan(OfKinds(("Organisation",)), ListOf(Shape((((), (Leaf("w", "website"),)),))))
    assert asyncio.run(store.answer(plan)) == [{"w": "https://oud.example"}]
    put(store, mini(**tables | {"sources": tables["sources"].replace("2009", "2020")}))
    assert asyncio.run(store.answer(plan)) == [{"w": "https://nieuw.example"}]


def test_commit_takes_statements_of_any_origin(store: Store) -> None:
    rows = [Statement("d", "Person", "person:x", said({"name": "X"}), cited="source:s")]
    assert store.commit(Change("d", rows, "test")).revision == 1
    assert store.commit(Change("d", rows, "test")).revision == 1
    assert store.commit(Change("d", [], "test")).revision == 2
    assert tally(store)["nodes"] == {}
