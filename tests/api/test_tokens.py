"""Tokens: made once, kept as hashes, ended and revoked in time."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import time
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ledwerk.api import tokens_file
from ledwerk.api.cli import main
from ledwerk.api.tokens import Bearer, Tokens, tokens_path
from ledwerk.schema.errors import InvalidValue, TokensError

COMMAND = [sys.executable, "-c", "import sys; from ledwerk.api.cli import main; sys.exit(main())"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "tokens.json"


def _wait_until_seen(tokens: Tokens, token: str, wanted: Bearer | None) -> None:
    end = time.monotonic() + 2
    while tokens.who(token) != wanted:
        assert time.monotonic() < end, f"still {tokens.who(token)}"
        time.sleep(0.01)


def test_a_token_lets_in_whom_it_was_made_for(path: Path) -> None:
    _, token = tokens_file.add(path, "Anna", "editor", None)
    _, other = tokens_file.add(path, "robot 7", "reader", date(2100, 1, 31))
    tokens = Tokens(path)
    assert tokens.who(token) == Bearer("Anna", "editor", None)
    assert tokens.who(other) == Bearer("robot 7", "reader", date(2100, 1, 31))
    assert tokens.refusal(token) == ""
    assert tokens


def test_a_token_has_256_bits_and_is_kept_as_a_hash_in_a_private_file(path: Path) -> None:
    kept, token = tokens_file.add(path, "Anna", "reader", None)
    _, made, secret = token.split("_", 2)
    assert made == kept.id
    assert len(secret) >= 43  # 32 bytes in base64
    assert secret not in path.read_text(encoding="utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not list(path.parent.glob(".tokens-*"))
    assert secret not in repr((kept, Tokens(path), Tokens(path)._known))
    assert kept.sha256 not in repr((kept, Tokens(path)._known))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: "",
        lambda _: "x",
        lambda t: t[:-1],
        lambda t: t + "x",
        lambda t: t[:-1] + ("A" if t[-1] != "A" else "B"),
        lambda t: t.replace("ledwerk", "ledwerx"),
        lambda t: t.swapcase(),
        lambda t: f"é{t[1:]}",
        lambda t: f"\udcff{t[1:]}",
        lambda t: t + "y" * 1_000_000,
    ],
)
def test_a_wrong_token_lets_nobody_in(path: Path, spoil: object) -> None:
    _, token = tokens_file.add(path, "Anna", "editor", None)
    tokens = Tokens(path)
    wrong = spoil(token)  # type: ignore[operator]
    assert tokens.who(wrong) is None
    assert "not known" in tokens.refusal(wrong)
    assert "Anna" not in tokens.refusal(wrong)


def test_the_last_day_counts_to_its_end(path: Path) -> None:
    last = date.today() + timedelta(days=3)  # noqa: DTZ011 - the day where this runs
    _, token = tokens_file.add(path, "Anna", "reader", last)
    midnight = datetime.combine(last + timedelta(days=1), datetime.min.time()).timestamp()
    now = [midnight - 0.001]
    tokens = Tokens(path, clock=lambda: now[0])
    assert tokens.who(token)
    assert tokens
    now[0] = midnight
    assert tokens.who(token) is None
    assert tokens.refusal(token).startswith(f"this token ended on {last}")
    assert not tokens


def test_a_revocation_by_another_process_is_seen(path: Path) -> None:
    _, token = tokens_file.add(path, "Anna", "editor", None)
    tokens = Tokens(path)
    assert tokens.who(token)
    subprocess.run(
        [*COMMAND, "token", "revoke", "Anna", "--tokens", str(path)],
        check=True,
        capture_output=True,
    )
    _wait_until_seen(tokens, token, None)
    assert "was revoked on" in tokens.refusal(token)


def test_a_token_made_or_a_file_taken_away_while_running_is_seen(path: Path) -> None:
    tokens = Tokens(path)
    assert not tokens
    _, token = tokens_file.add(path, "Anna", "editor", None)
    _wait_until_seen(tokens, token, Bearer("Anna", "editor"))
    path.unlink()
    _wait_until_seen(tokens, token, None)


def test_each_role_includes_those_below() -> None:
    table = [
        [Bearer("x", role).may(needed) for needed in tokens_file.ROLES]
        for role in tokens_file.ROLES
    ]
    assert table == [[True, False, False], [True, True, False], [True, True, True]]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{", "is damaged"),
        ("[]", "is damaged"),
        ('{"format": 1}', "'tokens' is missing"),
        ('{"format": 2, "tokens": []}', "has format 2; this version reads format 1"),
        ('{"format": 1, "tokens": [{"name": "a", "role": "king"}]}', "role 'king' of 'a'"),
        (
            '{"format": 1, "tokens": [{"name": "a", "role": "editor", "sha256": "abc"}]}',
            "no SHA-256",
        ),
        ('{"format": 1, "tokens": [{"name": "a", "role": "editor", "sha256": 5}]}', "is damaged"),
    ],
)
def test_a_broken_file_is_a_clear_error(path: Path, content: str, says: str) -> None:
    path.parent.mkdir()
    path.write_text(content, encoding="utf-8")
    with pytest.raises(TokensError, match=r"tokens\.json") as error:
        Tokens(path)
    assert says in str(error.value)


def test_a_file_broken_while_running_lets_nobody_in_until_it_is_mended(path: Path) -> None:
    _, token = tokens_file.add(path, "Anna", "editor", None)
    tokens, whole = Tokens(path), path.read_text(encoding="utf-8")
    path.write_text("{", encoding="utf-8")
    time.sleep(0.25)
    for _ in range(2):
        with pytest.raises(TokensError, match="is damaged, so nobody is let in"):
            tokens.who(token)
    path.write_text(whole, encoding="utf-8")
    assert tokens.who(token)


@pytest.mark.parametrize("name", ["", " ", " Anna", "An\nna", "x" * 81])
def test_a_name_that_is_none_is_refused(path: Path, name: str) -> None:
    with pytest.raises(InvalidValue):
        tokens_file.add(path, name, "reader", None)
    assert not path.exists()


def test_a_name_is_free_again_once_revoked(path: Path) -> None:
    tokens_file.add(path, "Anna", "reader", None)
    with pytest.raises(InvalidValue, match="there is a token called 'Anna'"):
        tokens_file.add(path, "Anna", "editor", None)
    tokens_file.revoke(path, "Anna")
    with pytest.raises(InvalidValue, match="'Anna' is revoked already"):
        tokens_file.revoke(path, "Anna")
    _, token = tokens_file.add(path, "Anna", "editor", None)
    assert Tokens(path).who(token) == Bearer("Anna", "editor")


def test_a_token_is_revoked_by_the_id_in_it(path: Path) -> None:
    kept, token = tokens_file.add(path, "Anna", "reader", None)
    assert tokens_file.revoke(path, kept.id)[0].name == "Anna"
    assert Tokens(path).who(token) is None


def test_many_writers_lose_nothing(path: Path) -> None:
    running = [
        subprocess.Popen(
            [*COMMAND, "token", "add", f"writer {n}", "--tokens", str(path)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for n in range(6)
    ]  # fmt: skip
    made = [process.communicate(timeout=60)[0].strip() for process in running]
    tokens = Tokens(path)
    assert sorted(who.name for token in made if (who := tokens.who(token))) == [
        f"writer {n}" for n in range(6)
    ]


def test_the_commands(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEDWERK_TOKENS", str(path))
    assert main(["token", "add", "Anna", "--role", "editor", "--until", "2100-01-31"]) == 0
    out, err = capsys.readouterr()
    token = out.strip()
    assert Tokens(path).who(token) == Bearer("Anna", "editor", date(2100, 1, 31))
    assert "to the end of 2100-01-31" in err
    assert token not in err
    assert main(["token", "list"]) == 0
    out, _ = capsys.readouterr()
    assert "Anna  editor" in out
    assert "2100-01-31" in out
    assert token.split("_", 2)[2] not in out
    assert main(["token", "revoke", "Anna"]) == 0
    assert capsys.readouterr().out.startswith("revoked: Anna (editor")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("add", "Anna", "--until", "31-1-2027"), "write year-month-day, such as 2027-01-31"),
        (("add", "Anna", "--until", "2027-02-30"), "is no date"),
        (("add", "Anna", "--until", "20270131"), "is no date"),
        (("add", "Anna", "--until", "2020-01-31"), "2020-01-31 is past"),
        (("revoke", "nobody"), "no token is called 'nobody'"),
    ],
)
def test_what_goes_wrong_is_one_line(
    path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], says: str
) -> None:
    assert main(["token", *words, "--tokens", str(path)]) == 1
    err = capsys.readouterr().err
    assert says in err
    assert err.count("\n") == 1


def test_where_tokens_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LEDWERK_TOKENS", raising=False)
    assert tokens_path().parts[-2:] == ("ledwerk", "tokens.json")
    monkeypatch.setenv("LEDWERK_TOKENS", "/a/b.json")
    assert tokens_path() == Path("/a/b.json")
    assert tokens_path("c.json") == Path("c.json")


@pytest.mark.skipif(os.name != "posix", reason="links are made otherwise")
def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    tokens_file.add(path, "Anna", "reader", None)
    link = tmp_path / "link.json"
    link.symlink_to(path)
    _, token = tokens_file.add(link, "Bert", "reader", None)
    assert link.is_symlink()
    assert Tokens(path).who(token)
    assert len(json.loads(path.read_text(encoding="utf-8"))["tokens"]) == 2
