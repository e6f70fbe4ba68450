"""The tools for an assistant, asked with the official client, of a real process."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from mcp import Client, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client
from tests.conftest import LED

from ledwerk.api import tokens_file
from ledwerk.api.assistant import TOOLS
from ledwerk.api.cli import main

START = ["-c", "import sys; from ledwerk.api.cli import main; sys.exit(main())", "mcp"]
CAMPUS = "Brightlands Chemelot Campus"
Call = Callable[..., Awaitable[Any]]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    made = f"sqlite:{tmp_path_factory.mktemp('assistant') / 'led.sqlite'}"
    assert main(["load", str(LED), "--store", made]) == 0
    return made


@pytest.fixture(scope="module")
def answers(address: str) -> dict[str, Any]:
    """What one process answers to a list of questions, over a pipe."""

    async def ask() -> dict[str, Any]:
        server = StdioServerParameters(command=sys.executable, args=[*START, "--store", address])
        async with Client(server) as client:
            made: dict[str, Any] = {"tools": await client.list_tools()}
            made["about"] = client.server_info, client.instructions
            for key, (tool, arguments) in QUESTIONS.items():
                made[key] = await client.call_tool(tool, arguments)
            return made

    return asyncio.run(ask())


QUESTIONS: dict[str, tuple[str, dict[str, Any]]] = {
    "works": ("who_works_with", {"name": "dsm", "limit": 3}),
    "group": ("who_works_with", {"name": "Kiss Engineering", "limit": 50}),
    "gaps": ("find_gaps", {"from": "sme", "to": "campus"}),
    "gaps by default": ("find_gaps", {}),
    "first gap": ("find_gaps", {"from": "sme", "to": "campus", "limit": 1}),
    "introduce": ("introduce", {"who": "4Webcom", "to_whom": CAMPUS}),
    "far": ("introduce", {"who": "Sananet Care", "to_whom": "APG"}),
    "near": ("introduce", {"who": "DSM", "to_whom": CAMPUS}),
    "person": ("introduce", {"who": "Atzo Nicolaï", "to_whom": "DSM"}),
    "same": ("introduce", {"who": "DSM", "to_whom": "organisation:dsm"}),
    "search": ("search", {"text": "sport", "limit": 2}),
    "by name": ("get", {"name": "bestuur"}),
    "by id": ("get", {"id": "organisation:dsm"}),
    "neither": ("get", {}),
    "graphql": (
        "graphql",
        {
            "query": "query ($n: String!) { party(name: $n) { name sources { title locator basis } } }",
            "variables": {"n": "dsm"},
        },
    ),
    "unsourced": ("graphql", {"query": "{ revision }"}),
    "mutation": ("graphql", {"query": "mutation { forget }"}),
    "hidden mutation": (
        "graphql", {"query": "query A { revision } mutation B { forget }"},
    ),
    "subscription": ("graphql", {"query": "subscription { graphChanged }"}),
    "no GraphQL": ("graphql", {"query": "{ revision"}),
    "no field": ("graphql", {"query": "{ nothing }"}),
    "too dear": (
        "graphql",
        {"query": "{ parties(first: 200) { nodes { projects(first: 200) { nodes { "
                  "partners(first: 200) { nodes { name } } } } } } }"},
    ),
    "unknown": ("who_works_with", {"name": "Zuid Hogeschol"}),
    "unknown twice": ("introduce", {"who": "DSM", "to_whom": "Zuyd"}),
    "no set": ("find_gaps", {"from": "bakers"}),
    "too many": ("search", {"text": "x", "limit": 51}),
    "no argument": ("search", {"words": "x"}),
    "no tool": ("forget", {}),
}  # fmt: skip


def _text(result: Any) -> str:
    return "\n".join(block.text for block in result.content)


def _data(result: Any) -> tuple[Any, list[dict[str, Any]]]:
    assert not result.is_error, _text(result)
    return result.structured_content["answer"], result.structured_content["sources"]


def test_the_tools_say_what_they_are_for(answers: dict[str, Any]) -> None:
    offered = {tool.name: tool for tool in answers["tools"].tools}
    assert sorted(offered) == [
        "find_gaps", "get", "graphql", "introduce", "search", "who_works_with",
    ]  # fmt: skip
    assert list(offered["find_gaps"].input_schema["properties"]) == ["from", "to", "limit"]
    for tool in offered.values():
        assert tool.annotations.read_only_hint
        assert len(tool.description) > 40
        assert tool.output_schema["required"] == ["answer", "sources"]
    info, instructions = answers["about"]
    assert info.name == "ledwerk"
    assert "Every fact has a source" in instructions


@pytest.mark.parametrize(
    "key", ["works", "group", "gaps", "introduce", "far", "near", "person", "search", "by name",
            "by id", "graphql"]
)  # fmt: skip
def test_every_answer_carries_its_sources(answers: dict[str, Any], key: str) -> None:
    found, sources = _data(answers[key])
    assert sources
    assert [one["number"] for one in sources] == list(range(1, len(sources) + 1))
    for one in sources:
        assert one["title"].startswith("LED Update najaar 2016")
        assert one["basis"]
        assert one["locator"] in _text(answers[key])
    if key != "graphql":  # whose answer stays as it was asked
        used = set(_numbers(found))
        assert used
        assert used <= {one["number"] for one in sources}


def _numbers(value: Any) -> Iterator[int]:
    if isinstance(value, dict):
        for key, one in value.items():
            if key == "sources":
                for number in one:
                    assert isinstance(number, int)
                yield number
            else:
                yield from _numbers(one)
    elif isinstance(value, list):
        for one in value:
            yield from _numbers(one)


def test_who_works_with(answers: dict[str, Any]) -> None:
    found, sources = _data(answers["works"])
    assert found["party"]["id"] == "organisation:dsm"
    assert (found["total"], len(found["worksWith"])) == (17, 3)
    first = found["worksWith"][0]
    assert (first["party"]["name"], first["weight"]) == (CAMPUS, 2)
    assert [one["name"] for one in first["together"]] == [
        "Limburg Business in Sports", "Brightlands Innovation Factory",
    ]  # fmt: skip
    # Where the two are said to take part, not where the project is mentioned.
    places = {one["number"]: one["locator"] for one in sources}
    stated = [places[number] for number in first["together"][0]["sources"]]
    assert stated == ["Limburg Business in Sports, regel 327"]


def test_every_tie_has_its_reason_with_a_source(answers: dict[str, Any]) -> None:
    """Also those through a group, on either side."""
    found, _ = _data(answers["group"])
    assert found["total"] == len(found["worksWith"]) > 5
    for one in found["worksWith"]:
        assert len(one["together"]) == one["weight"]
        assert all(row["sources"] for row in one["together"])


def test_find_gaps(answers: dict[str, Any]) -> None:
    found, _ = _data(answers["gaps"])
    assert answers["gaps by default"].structured_content == answers["gaps"].structured_content
    assert [gap["party"]["name"] for gap in found["gaps"]] == [
        "4Webcom", "Kiss Engineering", "Sananet Care BV",
    ]  # fmt: skip
    kiss = found["gaps"][1]
    assert kiss["distance"] == 2
    assert [one["name"] for one in kiss["introducers"]] == ["Cofely", "Zuyd Hogeschool"]
    assert [one["name"] for one in kiss["takesPartIn"]] == ["Zuid-Limburg Versnelt"]
    one, _ = _data(answers["first gap"])
    assert (one["total"], len(one["gaps"])) == (3, 1)
    assert "3 gaps from sme to campus; the first 1" in _text(answers["first gap"])


def test_introduce(answers: dict[str, Any]) -> None:
    found, _ = _data(answers["introduce"])
    assert found["distance"] == 2
    (zuyd,) = found["introducers"]
    assert (zuyd["name"], zuyd["strength"]) == ("Zuyd Hogeschool", 1)
    assert {one["name"] for one in zuyd["withWho"]} == {"4eHealth", "Telezorg Centrum"}
    assert [one["name"] for one in zuyd["withToWhom"]] == ["Economische profilering"]
    path = found["path"]
    assert (path[0]["from"]["name"], path[-1]["to"]["name"]) == ("4Webcom", CAMPUS)
    assert all(step["sources"] for step in path)
    assert path[0]["label"] == "is partner in"


def test_introduce_far_near_and_otherwise(answers: dict[str, Any]) -> None:
    found, _ = _data(answers["far"])
    assert (found["distance"], found["introducers"][0]["withToWhom"]) == (3, [])
    found, _ = _data(answers["near"])
    assert (found["distance"], found["introducers"]) == (1, [])
    assert len(found["together"]) == 2
    assert "work together already" in _text(answers["near"])
    found, _ = _data(answers["person"])
    assert found["distance"] is None
    assert [step["relation"] for step in found["path"]]
    assert all(step["sources"] for step in found["path"])


def test_search_and_get(answers: dict[str, Any]) -> None:
    found, _ = _data(answers["search"])
    assert (found["total"] > 2, len(found["matches"])) == (True, 2)
    assert all("sport" in one["snippet"].lower() + one["name"].lower() for one in found["matches"])
    found, _ = _data(answers["by name"])
    assert found["id"] == "board:bestuur-led"
    assert "CONFLICT" in _text(answers["by name"])
    found, _ = _data(answers["by id"])
    assert found["projects"]["edges"][0]["sources"]


def test_graphql(answers: dict[str, Any]) -> None:
    found, sources = _data(answers["graphql"])
    assert found["data"]["party"]["sources"][0]["locator"] == sources[0]["locator"]
    assert _data(answers["unsourced"]) == ({"data": {"revision": 1}, "errors": []}, [])
    assert "No sources were asked for" in _text(answers["unsourced"])


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("neither", "give either name or id"),
        ("same", "are both organisation:dsm; name two"),
        ("mutation", "a mutation is not possible here, only a query"),
        ("hidden mutation", "a mutation is not possible here, only a query"),
        ("subscription", "a subscription is not possible here, only a query"),
        ("no GraphQL", "the question cannot be read"),
        ("no field", "Cannot query field 'nothing'"),
        ("too dear", "ask for smaller pages"),
        ("unknown", "no party is called 'Zuid Hogeschol'; did you mean 'Zuyd Hogeschool'"),
        ("unknown twice", "no node is called 'Zuyd'; did you mean 'Zuyd Hogeschool'"),
        ("no set", "'bakers' is not known; one of sme"),
        ("too many", "limit: input should be less than or equal to 50"),
        ("no argument", "text: field required; words: extra inputs are not permitted"),
        ("no tool", "there is no tool 'forget'; there are who_works_with, find_gaps"),
    ],
)
def test_what_goes_wrong_is_told_in_plain_words(
    answers: dict[str, Any], key: str, says: str
) -> None:
    result = answers[key]
    assert result.is_error
    assert says in _text(result)
    assert _text(result).count("did you mean") <= 1


@pytest.fixture
def over_http(address: str) -> Iterator[Callable[..., str]]:
    running: list[subprocess.Popen[str]] = []

    def start(*words: str) -> str:
        process = subprocess.Popen(
            [sys.executable, *START, "--store", address, "--http", "--port", "0", *words],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        running.append(process)
        assert process.stdout is not None
        return process.stdout.readline().split()[0]

    yield start
    for process in running:
        process.terminate()
        _, err = process.communicate(timeout=10)
        assert "Traceback" not in err


def _status(url: str, **headers: str) -> int:
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
    asked = urllib.request.Request(
        url,
        json.dumps(body).encode(),
        {"content-type": "application/json", "accept": "application/json, text/event-stream",
         **headers},
    )  # fmt: skip
    try:
        with urllib.request.urlopen(asked, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


def test_over_http_from_this_machine_only(over_http: Callable[..., str]) -> None:
    url = over_http()
    assert url.startswith("http://127.0.0.1:")

    async def ask() -> Any:
        async with Client(url) as client:
            return await client.call_tool("find_gaps", {"from": "sme", "to": "campus"})

    found, sources = _data(asyncio.run(ask()))
    assert (found["total"], bool(sources)) == (3, True)
    assert _status(url) == 200
    assert _status(url, Host="evil.example") == 421
    assert _status(url, Origin="https://evil.example") == 403


def test_over_http_with_a_token(over_http: Callable[..., str], tmp_path: Path) -> None:
    path = tmp_path / "tokens.json"
    _, token = tokens_file.add(path, "assistant", "reader", None)
    url = over_http("--tokens", str(path))
    given = {"Authorization": f"Bearer {token}"}
    assert _status(url) == 401
    assert _status(url, Authorization=f"Bearer {token}x") == 401
    assert _status(url, Authorization=f"Basic {token}") == 401
    assert _status(url, **given) == 200

    async def ask() -> Any:
        async with (
            httpx2.AsyncClient(headers=given) as http,
            Client(streamable_http_client(url, http_client=http)) as client,
        ):
            return await client.call_tool("search", {"text": "sport"})

    assert _data(asyncio.run(ask()))[0]["total"] == 5
    tokens_file.revoke(path, "assistant")
    time.sleep(0.25)
    assert _status(url, **given) == 401


def test_beyond_this_machine_a_token_is_needed(
    address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("LEDWERK_TOKENS", str(tmp_path / "none.json"))
    assert main(["mcp", "--http", "--host", "0.0.0.0", "--port", "0", "--store", address]) == 1  # noqa: S104
    assert "make one with: ledwerk token add NAME" in capsys.readouterr().err


def test_every_tool_is_described_in_the_readme() -> None:
    readme = (LED.parents[1] / "README.md").read_text(encoding="utf-8")
    assert [tool.name for tool in TOOLS if f"`{tool.name}`" not in readme] == []
