"""Pictures over HTTP, and as files of the command line."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

import httpx2 as httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from tests.conftest import LED

from ledwerk.api.app import CSP, create_app
from ledwerk.api.cli import main
from ledwerk.api.drawing import Draughtsman
from ledwerk.api.settings import Settings
from ledwerk.graph.store import Store
from ledwerk.schema.errors import LedwerkError
from ledwerk.viz.view import View

BASE = "http://127.0.0.1"
STARTS = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF-", "gexf": b"<?xml"}
MEDIA = {
    "svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf",
    "gexf": "application/gexf+xml",
}  # fmt: skip
ZUYD = "organisation:zuyd-hogeschool"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def app(led: Store) -> Iterator[FastAPI]:
    made = create_app(led, Settings())
    yield made
    made.state.pictures.close()
    made.state.analyst.close()


@pytest.fixture(scope="module")
def client(app: FastAPI) -> TestClient:
    return TestClient(app, base_url=BASE)


@pytest.mark.parametrize("ending", STARTS)
def test_every_picture_is_a_file_to_save(client: TestClient, ending: str) -> None:
    answer = client.get(f"/picture.{ending}")
    assert answer.status_code == 200
    assert answer.content.startswith(STARTS[ending])
    assert answer.headers["content-type"].startswith(MEDIA[ending])
    assert answer.headers["content-disposition"] == f'attachment; filename="netwerk.{ending}"'
    assert answer.headers["content-security-policy"] == CSP
    tag = answer.headers["etag"]
    again = client.get(f"/picture.{ending}", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_a_picture_is_of_the_view_that_the_address_asks_for(client: TestClient) -> None:
    query = urlencode({"focus": ZUYD, "steps": 1, "helix": "knowledge"})
    answer = client.get(f"/picture.svg?{query}")
    name = 'attachment; filename="netwerk-knowledge-zuyd-hogeschool.svg"'
    assert answer.headers["content-disposition"] == name
    text = answer.text
    assert "Zuyd Hogeschool" in text
    # The filter is said by the name that it has on the page, not by its word in the address.
    assert "Gefilterd op: kennis en onderwijs" in text
    assert len(text) < len(client.get("/picture.svg").text)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/picture.doc", "no picture ends in .doc"),
        ("/picture.svg?layout=spiral", "layout"),
        ("/picture.pdf?focus=organisation:nobody", "nobody"),
    ],
)
def test_what_cannot_be_drawn_says_why(client: TestClient, path: str, says: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    (error,) = answer.json()["errors"]
    assert says in error["message"]


def test_others_are_answered_while_a_picture_is_drawn(app: FastAPI) -> None:
    async def together() -> tuple[list[str], list[bytes]]:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
            done: list[str] = []

            async def ask(path: str) -> bytes:
                answer = await client.get(path)
                assert answer.status_code == 200
                done.append(path)
                return answer.content

            path = "/picture.png?helix=government"
            drawing = [asyncio.create_task(ask(path)) for _ in range(3)]
            while app.state.pictures.waiting == 0:
                await asyncio.sleep(0.01)
            for _ in range(5):
                await ask("/health/live")
            return done, await asyncio.gather(*drawing)

    done, pictures = asyncio.run(together())
    assert done[:5] == ["/health/live"] * 5
    assert len(set(pictures)) == 1


def test_a_process_that_died_is_started_again(app: FastAPI, client: TestClient) -> None:
    assert client.get("/picture.pdf?lang=en").status_code == 200
    app.state.pictures.desk.process.kill()
    app.state.pictures.desk.process.join()
    assert client.get("/picture.pdf?lang=en&helix=industry").content.startswith(b"%PDF-")


def test_a_service_that_stops_draws_no_more() -> None:
    drawing = Draughtsman()
    view = View("Titel", "nl", 1, (), (), (), ())

    async def stopped_in_the_middle() -> None:
        asked = asyncio.create_task(drawing.draw("pdf", view, {}))
        while drawing.desk.process is None:
            await asyncio.sleep(0.01)
        drawing.close()
        with pytest.raises(LedwerkError, match="is being stopped"):
            await asked

    asyncio.run(stopped_in_the_middle())
    assert drawing.desk.process is not None
    assert not drawing.desk.process.is_alive()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    made = f"sqlite:{tmp_path_factory.mktemp('view') / 'led.sqlite'}"
    assert main(["load", str(LED), "--yes", "--store", made]) == 0
    return made


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], address: str) -> Run:
    def command(*words: str) -> tuple[int, str, str]:
        code = main([*words, "--store", address])
        return code, *capsys.readouterr()

    return command


@pytest.mark.parametrize("ending", [*STARTS, "html"])
def test_the_ending_of_a_file_says_what_is_written(run: Run, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"Netwerk.{ending.upper()}"
    code, out, err = run("view", str(file), "--state", f"focus={ZUYD}")
    assert (code, err) == (0, "")
    assert out.startswith(f"{file}: ")
    assert file.read_bytes().startswith(STARTS.get(ending, b"<!doctype html>"))
    assert list(tmp_path.iterdir()) == [file]


def test_a_copied_address_gives_its_view_in_its_language(run: Run, tmp_path: Path) -> None:
    def written(name: str, *words: str) -> str:
        file = tmp_path / name
        assert run("view", str(file), *words)[0] == 0
        return file.read_text(encoding="utf-8")

    query = urlencode({"helix": "industry", "lang": "en"})
    copied = written("a.svg", "--state", f"http://127.0.0.1:8000/?{query}#main")
    assert copied == written("b.svg", "--state", "helix=industry", "--lang", "en")
    assert ET.fromstring(copied).get("lang") == "en"  # noqa: S314 - our own
    assert "Filtered by: industry" in copied


def test_the_file_is_the_picture_that_is_served(
    run: Run, tmp_path: Path, client: TestClient
) -> None:
    file = tmp_path / "net.svg"
    assert run("view", str(file), "--state", "helix=industry&steps=1")[0] == 0
    served = client.get("/picture.svg?helix=industry").content

    def dayless(text: bytes) -> bytes:  # the two stores were loaded at different moments
        return text.partition(b"Stand van")[0]

    assert dayless(file.read_bytes()) == dayless(served)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("net.docx",), "a view is a file that ends in .html, .svg, .png, .pdf or .gexf"),
        (("net",), "a view is a file that ends in"),
        (("no-folder/net.svg",), "there is no folder no-folder"),
        (("net.svg", "--state", "focsu=x"), "'focsu' is no part of a view"),
        (("net.svg", "--state", "&&"), "cannot be read"),
        (("net.svg", "--state", "steps=9"), "steps"),
        (("net.svg", "--state", "focus=organisation:nobody"), "nobody"),
    ],
)
def test_what_is_wrong_is_one_line_and_leaves_no_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    code, _, err = run("view", *words)
    assert (code, err.count("\n")) == (1, 1)
    assert says in err
    assert list(tmp_path.iterdir()) == []


def test_the_analysts_words_are_kept_out_of_file_names(client: TestClient) -> None:
    hostile: dict[str, Any] = {"sector": 'sector:"; a=b\r\nx: y'}
    answer = client.get(f"/picture.gexf?{urlencode(hostile)}")
    disposition = answer.headers.get("content-disposition", "")
    assert answer.status_code == 400 or disposition.endswith('netwerk-a-b-x-y.gexf"')
