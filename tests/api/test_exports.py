"""Exports over HTTP and on the command line."""

from __future__ import annotations

import http.client
import io
import json
import re
import socket
import sqlite3
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient
from tests.conftest import LED
from tests.contract.making import link, node, put

from ledwerk.api.access import Access, Who
from ledwerk.api.cli import main
from ledwerk.api.export_formats import FORMATS, appearing, format_of_file
from ledwerk.api.exports import MOST_AT_ONCE, add_exports
from ledwerk.graph import sqlite_whole
from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store
from ledwerk.loaders.readers import read_tables
from ledwerk.loaders.run import check
from ledwerk.schema.errors import CannotExport, LoadAborted, StoreUnavailable
from ledwerk.schema.model import MODEL

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

MANY = 12_000
ENDINGS = [one.ending for one in FORMATS]

Run = Callable[..., tuple[int, str, str]]


def served(store: Store, access: Access | None = None) -> FastAPI:
    app = FastAPI()
    add_exports(app, store, access)
    return app


@pytest.fixture(scope="module")
def client(led: Store) -> TestClient:
    return TestClient(served(led))


@pytest.mark.parametrize("one", FORMATS, ids=ENDINGS)
def test_every_format_is_served(client: TestClient, one: Any) -> None:
    answer = client.get(f"/export.{one.ending}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == one.media_type
    wanted = f'attachment; filename="ledwerk-revision-1.{one.ending}"'
    assert answer.headers["content-disposition"] == wanted
    assert len(answer.content) > 10_000


def test_what_is_served_is_what_programs_read(client: TestClient, tmp_path: Path) -> None:
    graph = nx.parse_graphml(client.get("/export.graphml").text, force_multigraph=True)
    assert len(graph) == len(nx.read_gexf(io.BytesIO(client.get("/export.gexf").content)))
    assert len(json.loads(client.get("/export.jsonld").text)["@graph"]) > len(graph)
    with zipfile.ZipFile(io.BytesIO(client.get("/export.csv.zip").content)) as found:
        found.extractall(tmp_path / "out")
    assert check(MODEL, tmp_path / "out").change.dataset == "led-2016"
    (tmp_path / "out.xlsx").write_bytes(client.get("/export.xlsx?dataset=led-2016").content)
    assert check(MODEL, tmp_path / "out.xlsx").change.dataset == "led-2016"


def test_what_has_not_changed_is_not_sent_again(store: Store) -> None:
    put(store, node("organisation:a", name="A"))
    client = TestClient(served(store))
    tag = client.get("/export.graphml").headers["etag"]
    for known in (tag, f'"other", {tag}', tag.removeprefix("W/"), "*"):
        again = client.get("/export.graphml", headers={"if-none-match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    for other in ("/export.jsonld", "/export.csv.zip", "/export.csv.zip?dataset=d"):
        assert client.get(other, headers={"if-none-match": tag}).status_code == 200
    put(store, node("organisation:a", name="B"))
    newer = client.get("/export.graphml", headers={"if-none-match": tag})
    assert newer.status_code == 200
    assert newer.headers["etag"] != tag
    assert "revision-2" in newer.headers["content-disposition"]


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/export.doc", 404, "there is no export as 'doc'; there is csv.zip, xlsx, graphml"),
        ("/export.csv.zip?dataset=x", 400, "no such dataset; the store has led-2016"),
        ("/export.gexf?dataset=led-2016", 400, "gexf is of the whole graph"),
    ],
)
def test_what_cannot_be_had_is_told(client: TestClient, path: str, status: int, says: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert says in answer.json()["errors"][0]["message"]
    assert answer.headers["cache-control"] == "no-store"


def test_a_workbook_of_several_datasets_says_whose_a_row_is(store: Store, tmp_path: Path) -> None:
    for name in ("one", "two"):
        put(store, node("organisation:a", name=f"={name}", cited="source:s"), dataset=name)
    client = TestClient(served(store))
    book = tmp_path / "all.xlsx"
    book.write_bytes(client.get("/export.xlsx").content)
    (table,) = read_tables(book).tables
    assert table.header[-1] == "dataset"
    name = table.header.index("name")
    assert [(row[name], row[-1]) for _, row in table.rows] == [("=one", "one"), ("=two", "two")]
    with pytest.raises(LoadAborted, match="dataset"):
        check(MODEL, book)
    alone = client.get("/export.xlsx?dataset=one")
    wanted = 'attachment; filename="ledwerk-one-revision-2.xlsx"'
    assert alone.headers["content-disposition"] == wanted
    book.write_bytes(alone.content)
    assert "dataset" not in read_tables(book).tables[-1].header


def test_a_store_that_is_away_is_told_before_the_first_byte(
    led: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_: object) -> None:
        raise StoreUnavailable("the graph does not answer")

    monkeypatch.setattr(type(led), "whole", away)
    client = TestClient(served(led))
    for _ in range(MOST_AT_ONCE + 1):  # a failure leaves no place taken
        answer = client.get("/export.jsonld")
        assert answer.status_code == 503
        assert answer.headers["retry-after"]
        told = answer.json()["errors"][0]
        assert told["extensions"]["code"] == "STORE_UNAVAILABLE"
        assert told["message"] == "the graph does not answer"


def test_who_may_not_read_gets_nothing(led: Store) -> None:
    tokens = {"right": Who("Ann", "reader")}
    access = Access(tokens.get, lambda _: "this token is not known", read_token=True)
    client = TestClient(served(led, access))
    for headers in ({}, {"authorization": "Bearer wrong"}):
        answer = client.get("/export.jsonld", headers=headers)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
        assert "DSM" not in answer.text
    good = client.get("/export.jsonld", headers={"authorization": "Bearer right"})
    assert good.status_code == 200
    assert "DSM" in good.text


# -- over a real connection -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(f"sqlite:{tmp_path_factory.mktemp('many') / 'many.sqlite'}")
    rows = [node(f"organisation:o{n}", name=f"O{n}", description_nl="word " * 60)
            for n in range(MANY)]  # fmt: skip
    put(store, *rows, *(link("MEMBER_OF", row.key, "group:g") for row in rows[:1000]))
    yield store
    store.close()


@pytest.fixture(scope="module")
def port(many: Store) -> Iterator[int]:
    config = uvicorn.Config(served(many), port=0, log_level="critical", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    thread.join(10)


class Reading:
    """One reading of a whole graph, by the connection that it has to itself."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._asked: list[str] = []
        db.set_trace_callback(self._asked.append)

    @property
    def ended(self) -> bool:
        """Whether its connection is closed."""
        try:
            self._db.in_transaction  # noqa: B018
            self._db.total_changes  # noqa: B018
        except sqlite3.ProgrammingError:
            return True
        return False

    @property
    def came_to_the_last(self) -> bool:
        """Whether it got as far as what is read last."""
        last = MODEL.relations[-1].name
        return any(f"'{last}'" in text for text in self._asked)


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> list[Reading]:
    """The readings that are begun."""
    begun: list[Reading] = []
    connect = sqlite_whole.connect

    def remembered(*given: Any, **named: Any) -> sqlite3.Connection:
        db = connect(*given, **named)
        begun.append(Reading(db))
        return db

    monkeypatch.setattr(sqlite_whole, "connect", remembered)
    return begun


def soon(true: Callable[[], bool], seconds: float = 10.0) -> bool:
    until = time.monotonic() + seconds
    while not true():
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def ask(port: int, path: str) -> socket.socket:
    """A connection on which an answer begins, of which nothing is taken yet."""
    connection = socket.create_connection(("127.0.0.1", port), 10)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.sendall(f"GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n".encode())
    return connection


def test_a_whole_answer_comes_over_a_connection(port: int, watched: list[Reading]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", "/export.graphml")
    text = connection.getresponse().read().decode()
    connection.close()
    assert text.endswith("</graphml>\n")
    assert text.count("<node ") == MANY + 1
    assert soon(lambda: watched[0].ended)
    assert watched[0].came_to_the_last


def test_a_reader_that_goes_away_ends_the_work(port: int, watched: list[Reading]) -> None:
    for _ in range(MOST_AT_ONCE * 2):  # and leaves no place taken
        connection = ask(port, "/export.jsonld")
        assert connection.recv(4096).startswith(b"HTTP/1.1 200 OK")
        connection.close()
        assert soon(lambda: bool(watched) and all(one.ended for one in watched))
    assert len(watched) == MOST_AT_ONCE * 2
    assert not any(one.came_to_the_last for one in watched)


def test_nobody_waits_for_a_workbook_any_more(port: int, watched: list[Reading]) -> None:
    connection = ask(port, "/export.xlsx")
    assert soon(lambda: bool(watched))
    connection.close()
    assert soon(lambda: watched[0].ended)
    assert not watched[0].came_to_the_last


def test_too_many_at_once_are_asked_to_come_back(port: int, watched: list[Reading]) -> None:
    waiting = [ask(port, "/export.jsonld") for _ in range(MOST_AT_ONCE)]
    try:
        assert all(one.recv(16).startswith(b"HTTP/1.1 200") for one in waiting)
        late = ask(port, "/export.jsonld")
        said = late.recv(4096)
        late.close()
        assert said.startswith(b"HTTP/1.1 503")
        assert b"retry-after" in said
    finally:
        for one in waiting:
            one.close()
    assert soon(lambda: all(one.ended for one in watched))


# -- on the command line --------------------------------------------------------------------------


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("LEDWERK_STORE", f"sqlite:{tmp_path / 'cli.sqlite'}")

    def command(*words: str) -> tuple[int, str, str]:
        code = main(words)
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return code, out, err

    command("load", str(LED))
    return command


_MOMENT = re.compile(rb"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:[\d.]+\+00:00")


@pytest.mark.parametrize("ending", [one for one in ENDINGS if one != "gexf"])
def test_a_file_of_every_format(run: Run, client: TestClient, tmp_path: Path, ending: str) -> None:
    file = tmp_path / "new" / f"out.{ending}"
    code, out, _ = run("export", str(file))
    assert (code, out.startswith(f"{file}: revision 1, ")) == (0, True)
    assert [found.name for found in file.parent.iterdir()] == [file.name]
    if ending != "xlsx":
        # The two stores were loaded at other moments, which JSON-LD tells.
        one, two = file.read_bytes(), client.get(f"/export.{ending}").content
        assert _MOMENT.sub(b"", one) == _MOMENT.sub(b"", two)


def test_a_file_that_is_there_is_kept_unless_forced(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "out.graphml"
    file.write_text("mine")
    code, _, err = run("export", str(file))
    assert (code, "is there already" in err, file.read_text()) == (1, True, "mine")
    assert run("export", str(file), "--force")[0] == 0
    assert "graphml" in file.read_text()


def test_what_goes_wrong_leaves_the_old_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "out.jsonld"
    file.write_text("mine")
    code, _, err = run("export", str(file), "--force", "--base", "no base")
    assert (code, "no beginning for ids" in err, file.read_text()) == (1, True, "mine")
    with pytest.raises(TypeError), appearing(file) as out:
        out.writelines([b"half", None])  # type: ignore[list-item]
    assert file.read_text() == "mine"
    assert not list(tmp_path.glob(".out*"))


def test_ids_begin_with_the_base_that_is_given(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "out.jsonld"
    assert run("export", str(file), "--base", "https://data.example.org/id/")[0] == 0
    text = file.read_text(encoding="utf-8")
    assert '"https://data.example.org/id/organisation:dsm"' in text
    assert "urn:ledwerk" not in text


def test_a_folder_of_several_datasets(run: Run, tmp_path: Path) -> None:
    store = open_store(f"sqlite:{tmp_path / 'cli.sqlite'}")
    put(store, node("organisation:n", name="N"), dataset="other")
    store.close()
    assert run("export", str(tmp_path / "out"))[0] == 0
    assert {found.name for found in (tmp_path / "out").iterdir()} == {"led-2016", "other"}
    assert run("export", str(tmp_path / "one"), "--dataset", "other")[0] == 0
    assert {found.name for found in (tmp_path / "one").iterdir()} == {
        "organisations.csv",
        "datapackage.json",
    }


@pytest.mark.parametrize("name", ["x.zip", "x.json", "X.CSV", "x.xls"])
def test_the_name_of_a_file_that_cannot_be_written_makes_no_folder(name: str) -> None:
    with pytest.raises(CannotExport, match=r"a folder, or csv\.zip, xlsx, graphml"):
        format_of_file(name)


def test_a_name_without_a_known_end_is_a_folder() -> None:
    assert format_of_file("tables") is None
    assert format_of_file("v1.2") is None
    for ending in ENDINGS:
        found = format_of_file(f"Out.{ending.upper()}")
        assert found is not None
        assert found.ending == ending
