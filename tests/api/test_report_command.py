"""`ledwerk report`: two files that appear together, or not at all."""

from __future__ import annotations

import argparse
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from ledwerk.api.cli import main
from ledwerk.api.report_command import files_of
from ledwerk.schema.errors import LedwerkError

ROOT = Path(__file__).parents[2]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a store with LED."""
    address = f"sqlite:{tmp_path_factory.mktemp('report') / 'led.sqlite'}"
    assert main(["load", str(ROOT / "data" / "led-2016"), "--yes", "--store", address]) == 0
    return address


@pytest.fixture
def run(store: str, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a report on LED; its exit code and what it said."""

    def command(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["report", *words, "--store", store])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


def test_a_page_and_its_numbers(run: Run, tmp_path: Path) -> None:
    page, numbers = tmp_path / "report.html", tmp_path / "report.csv"
    code, out, _ = run(str(page))
    assert code == 0
    assert [line.split(": ")[0] for line in out.splitlines()] == [str(page), str(numbers)]
    assert '<html lang="nl">' in page.read_text(encoding="utf-8")
    assert numbers.read_text(encoding="utf-8").startswith("table,row,column,value\n")
    assert sorted(tmp_path.iterdir()) == [numbers, page]


def test_language_lens_ends_and_another_place_for_the_numbers(run: Run, tmp_path: Path) -> None:
    page, numbers = tmp_path / "en.html", tmp_path / "deep" / "all.csv"
    code, *_ = run(
        str(page), "--lang", "en", "--csv", str(numbers), "--from", "industry", "--to",
        "organisation:zuyd-hogeschool", "--as-of", "2016-10", "--through", "project,board",
    )  # fmt: skip
    assert code == 0
    text = page.read_text(encoding="utf-8")
    assert "parties in industry" in text
    assert "have no tie with Zuyd Hogeschool" in text
    assert "projects and boards" in text
    assert numbers.exists()


def test_it_replaces_what_was_there(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    page.write_text("old", encoding="utf-8")
    assert run(str(page))[0] == 0
    assert "old" not in page.read_text(encoding="utf-8")[:100]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("report.pdf",), "name a file that ends in .html"),
        (("a.html", "--csv", "a.html"), "name another file with --csv"),
        (("a.html", "--csv", "."), ". is a folder"),
        (("a.html", "--from", "nobody"), "'nobody' is no sort of party"),
        (("a.html", "--through", "air"), "nothing makes such a tie"),
        (("a.html", "--programme", "programme:none"), "there is none such"),
        (("a.html", "--as-of", "2016", "--during", "2014.."), "not both"),
    ],
)
def test_what_goes_wrong_is_one_line_and_leaves_nothing(
    run: Run, words: tuple[str, ...], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, _, said = run(*words)
    assert code == 1
    assert says in said
    assert said.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_the_numbers_stand_beside_the_page_unless_said() -> None:
    def asked(file: str, csv: str | None = None) -> argparse.Namespace:
        return argparse.Namespace(file=file, csv=csv)

    assert files_of(asked("a/b.html")) == (Path("a/b.html"), Path("a/b.csv"))
    assert files_of(asked("b.HTM", "c.csv")) == (Path("b.HTM"), Path("c.csv"))
    with pytest.raises(LedwerkError):
        files_of(asked("b"))


def test_ctrl_c_leaves_nothing_half_written(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    page.write_text("old", encoding="utf-8")
    # In the middle of the analyses, which take seconds and have been imported by now.
    before = signal.signal(signal.SIGALRM, lambda *_: signal.raise_signal(signal.SIGINT))
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    try:
        code, out, said = run(str(page))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert (code, out) == (130, "")
    assert said.endswith("ledwerk: stopped\n")
    assert [file.name for file in tmp_path.iterdir()] == ["report.html"]
    assert page.read_text(encoding="utf-8") == "old"
