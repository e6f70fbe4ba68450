"""The command line and the errors of pages in Dutch and English, as people meet them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.conftest import LED

from ledwerk.api.app import create_app
from ledwerk.api.cli import main, parser
from ledwerk.api.dutch_parser import put_in_dutch
from ledwerk.api.language import language_of
from ledwerk.api.settings import Settings
from ledwerk.api.their_language import language_asked, translated
from ledwerk.graph.store import Store

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    ("words", "environ", "language"),
    [
        ((), {}, "en"),
        ((), {"LANG": "nl_NL.UTF-8"}, "nl"),
        ((), {"LANG": "nl_BE"}, "nl"),
        ((), {"LANG": "en_GB.UTF-8"}, "en"),
        ((), {"LANG": "C.UTF-8"}, "en"),
        ((), {"LANG": "de_DE.UTF-8"}, "en"),
        ((), {"LANG": "en_US.UTF-8", "LC_MESSAGES": "nl_NL.UTF-8"}, "nl"),
        ((), {"LANG": "nl_NL.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ((), {"LANG": "nl_NL.UTF-8", "LC_MESSAGES": "nl_NL.UTF-8", "LC_ALL": "C"}, "en"),
        ((), {"LANG": "nl_NL.UTF-8", "LC_ALL": ""}, "nl"),
        ((), {"LANG": "nl_NL.UTF-8", "LEDWERK_LANG": "en"}, "en"),
        ((), {"LANG": "en_US.UTF-8", "LEDWERK_LANG": "nl"}, "nl"),
        (("--lang", "nl", "load"), {"LEDWERK_LANG": "en"}, "nl"),
        (("--lang=en", "load"), {"LANG": "nl_NL.UTF-8"}, "en"),
        (("--version", "--lang", "nl"), {}, "nl"),
        (("view", "--lang", "nl", "x.html"), {"LANG": "en_US"}, "en"),
        (("--lang",), {"LANG": "nl_NL"}, "nl"),
    ],
)
def test_which_language(words: tuple[str, ...], environ: dict[str, str], language: str) -> None:
    assert language_of(words, environ) == language


@pytest.mark.skipif(sys.platform == "win32", reason="it asks the settings there")
def test_windows_says_it_in_its_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("locale.getlocale", lambda: ("Dutch_Netherlands", "1252"))
    assert language_of((), {}) == "nl"
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    assert language_of((), {}) == "en"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("LEDWERK_STORE", f"sqlite:{tmp_path / 'cli.sqlite'}")

    def command(*words: str) -> tuple[int, str, str]:
        try:
            code = main(["--lang", "nl", *words])
        except SystemExit as ended:
            code = int(ended.code or 0)
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return command


def test_a_session_in_dutch(run: Run, tmp_path: Path) -> None:
    assert run("check", str(LED))[1].startswith("geen problemen: ")
    code, out, _ = run("load", str(LED), "--dry-run")
    assert (code, "zou toevoegen: " in out, "… en nog " in out) == (0, True, True)
    assert " toegevoegd, 0 gewijzigd, 0 verwijderd; revisie 1" in run("load", str(LED))[1]
    assert "3 gaten van sme naar campus" in run("gaps")[1]
    out = run("who", "zuyd hogeschool")[1]
    assert "  soort: " in out
    assert "  bronnen:" in out
    assert "Zuid-Limburg Versnelt" in out
    assert "TEGENSPRAAK: niet zo volgens " in run("who", "bestuur")[1]
    assert json.loads(run("query", "{ revision }")[1]) == {"data": {"revision": 1}}
    file = tmp_path / "backup.gz"
    assert " uitspraken, " in run("backup", str(file))[1]
    assert "let op: " in run("analyse", "gaps")[2]


def test_a_load_with_mistakes_in_dutch(run: Run, mini: Callable[..., Path]) -> None:
    folder = mini(
        organisations="id,name,sme,start,source\norganisation:a,A,perhaps,2016-13,\n",
        partes="x\n1\n",
    )
    code, _, err = run("load", str(folder))
    assert code == 1
    assert (
        "organisations.csv:2: sme: 'perhaps' is geen ja of nee; schrijf ja, nee of laat het leeg"
        in err
    )
    assert "geen tabel heet partes; bedoelde je" in err.replace("'", "")
    assert "problemen; er is niets geschreven" in err
    assert "is not" not in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("load", "nergens"), "nergens: dit bestand of deze map bestaat niet"),
        (("who", "niemand"), "ledwerk: geen knoop heet 'niemand'"),
        (("query", "geen-bestand"), "ledwerk: 'geen-bestand' is geen vraag en geen bestand"),
        (("gaps", "--from", "bakkers"), "ledwerk: 'bakkers' is niet bekend; een van sme"),
        (("serve", "--port", "x"), "fout: argument --port: 'x' is geen poort; schrijf een getal"),
        (("load",), "fout: deze argumenten zijn nodig: MAP"),
        (("lood",), "fout: argument OPDRACHT: ongeldige keuze: 'lood' (kies uit"),
        (("gaps", "--naar"), "fout: "),
        (("view", "/nergens/x.html"), "de map /nergens bestaat niet; maak die eerst"),
        (("analyse", "gaps", "--as-of", "x"), "'x' is geen datum; schrijf 2016, 2016-10 of"),
        (
            ("check", str(LED), "--store", "mysql:x"),
            "is geen adres van een opslag die deze versie kent",
        ),
    ],
)
def test_mistakes_in_dutch(run: Run, words: tuple[str, ...], said: str) -> None:
    code, _, err = run(*words)
    assert code in {1, 2}
    assert said in err


COMMANDS = tuple(next(iter(parser()._subparsers._group_actions)).choices)  # type: ignore[union-attr]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_in_dutch(run: Run, command: str) -> None:
    code, out, _ = run(command, "--help")
    assert code == 0
    assert out.startswith(f"gebruik: ledwerk {command}")
    assert "toon deze hulp en stop" in out
    english = {" the ", " of the ", " which ", "default", "such as"}
    assert not {word for word in english if word in out.replace("\n", " ")}


def test_the_whole_help_in_dutch_leaves_the_english_one_alone(run: Run) -> None:
    out = run("--help")[1]
    assert "voorbeelden:\n  ledwerk load data/led-2016        zet een map" in out
    assert "OPDRACHT" in out
    assert "put a folder of tables" in parser().format_help()
    assert "zet een map met tabellen" in put_in_dutch(parser()).format_help()


def test_english_loads_no_catalogue() -> None:
    """What is only needed for Dutch is not read by who does not speak it."""
    code = (
        "import sys; from ledwerk.api.cli import main\n"
        "try: main(['--lang', 'en', '--help'])\n"
        "except SystemExit: pass\n"
        "print([name for name in sys.modules if 'dutch' in name], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize(
    ("query", "header", "language"),
    [
        (b"", b"", None),
        (b"", b"*", None),
        (b"", b"nl-NL,nl;q=0.9,en;q=0.8", "nl"),
        (b"", b"en-GB,nl;q=0.5", "en"),
        (b"lang=en&x=1", b"nl", "en"),
        (b"lang=nl", b"en", "nl"),
    ],
)
def test_which_language_a_request_asks_for(
    query: bytes, header: bytes, language: str | None
) -> None:
    headers = [(b"accept-language", header)] if header else []
    assert language_asked(query, headers) == language


def test_answers_without_errors_stay_the_same_bytes() -> None:
    for body in (
        b'{"data":{"name":"\\"errors\\""}}',
        b'{"errors": []}',
        b"[1]",
        b'"errors" but not JSON',
    ):
        assert translated(body) is body


def test_errors_of_pages_and_of_graphql_are_in_the_language_of_the_reader(led: Store) -> None:
    with TestClient(create_app(led, Settings()), "http://127.0.0.1") as http:
        wrong = {"query": '{ search(text: "", first: 5) { __typename } }'}
        plain = http.post("/graphql", json=wrong).json()["errors"][0]["message"]
        dutch = http.post("/graphql", json=wrong, headers={"accept-language": "nl"})
        assert plain == "the text to search for is empty; give at least one word"
        assert (
            dutch.json()["errors"][0]["message"] == "de zoektekst is leeg; geef minstens één woord"
        )
        assert dutch.headers["content-length"] == str(len(dutch.content))
        for lang, said in (
            ("nl", "is niet bekend; het is een van"),
            ("en", "is not known; it is one of"),
        ):
            answer = http.get(f"/view.json?layout=<i>&lang={lang}")
            assert answer.status_code == 400
            assert said in answer.json()["errors"][0]["message"]
            page = http.get(f"/?layout=<i>&lang={lang}", headers={"accept": "text/html"})
            assert page.status_code == 400
            assert said in page.text
            assert "<i>" not in page.text
            assert f'<html lang="{lang}">' in page.text
