"""`ledwerk analyse`: on bare lists of ties against published values, and on a store."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import SHARED, missing

from ledwerk.api.analyse_options import ANALYSES as TOLD
from ledwerk.api.cli import main
from ledwerk.graph.analysis.analyses import ANALYSES
from ledwerk.graph.store import Store

REFERENCE = SHARED / "data" / "reference_values"
GRAPHS = ("florentine_marriage", "davis_women", "h2020_limburg_47")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*words: str) -> tuple[int, str, str]:
        code = main(words)
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return command


def table(text: str) -> list[dict[str, str]]:
    """The rows of a CSV text."""
    return list(csv.DictReader(io.StringIO(text)))


def test_the_help_tells_every_analysis() -> None:
    assert [one.name for one in ANALYSES] == [name for name, _ in TOLD]


@pytest.mark.shared
@pytest.mark.parametrize("name", GRAPHS)
def test_reference_values(run: Run, name: str) -> None:
    if not REFERENCE.is_dir():
        missing("no ../shared/data/reference_values")
    files = ("--ties", str(REFERENCE / f"{name}_edges.csv"),
             "--nodes", str(REFERENCE / f"{name}_nodes.csv"), "--csv")  # fmt: skip
    code, out, _ = run("analyse", "centrality", *files)
    assert code == 0
    assert out.splitlines()[0] == (
        "node,degree,betweenness,closeness,harmonic,constraint,effective_size,eigenvector,pagerank,"
        "core"
    )
    found = {row["node"]: row for row in table(out)}
    expected = table((REFERENCE / f"{name}_reference.csv").read_text(encoding="utf-8"))
    assert len(found) == len(expected)
    pairs = (("degree", "degree"), ("betweenness", "betweenness"), ("harmonic", "harmonic"),
             ("closeness", "closeness_wf"), ("constraint", "constraint"))  # fmt: skip
    for row in expected:
        for ours, theirs in pairs:
            if row[theirs] == "NA":
                assert found[row["node"]][ours] == ""
            else:
                value = float(found[row["node"]][ours])
                assert value == pytest.approx(float(row[theirs]), abs=1e-6), (row["node"], ours)
    if "gf_t" not in expected[0]:
        return
    code, out, _ = run("analyse", "brokerage", *files)
    assert out.splitlines()[0] == (
        "node,group,coordinator,itinerant,gatekeeper,representative,liaison,total"
    )
    roles = (("coordinator", "gf_w_I"), ("itinerant", "gf_w_O"), ("representative", "gf_b_IO"),
             ("gatekeeper", "gf_b_OI"), ("liaison", "gf_b_O"), ("total", "gf_t"))  # fmt: skip
    brokers = {row["node"]: row for row in table(out)}
    for row in expected:
        for ours, theirs in roles:
            assert float(brokers[row["node"]][ours]) == float(row[theirs])


def written(folder: Path, name: str, text: str) -> str:
    """A file with this text."""
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def test_strength_counts_only_when_asked(run: Run, tmp_path: Path) -> None:
    # a-b is weak (long), a-c-b strong (short): only with weights c is between.
    ties = written(tmp_path, "t.csv", "u,v,weight\na,b,0.1\na,c,5\nc,b,5\n")
    plain = {row["node"]: row for row in table(run("analyse", "centrality", "--ties", ties,
                                                   "--csv")[1])}  # fmt: skip
    heavy = {row["node"]: row for row in table(run("analyse", "centrality", "--ties", ties, "--csv",
                                                   "--weighted")[1])}  # fmt: skip
    assert (plain["c"]["betweenness"], heavy["c"]["betweenness"]) == ("0", "1")


def test_json_table_and_notices(run: Run, tmp_path: Path) -> None:
    ties = written(tmp_path, "t.csv", "u,v\n1,2\n2,3\n3,3\n")
    nodes = written(tmp_path, "n.csv", "node,group\n1,x\n2,y\n4,x\n")
    code, out, err = run("analyse", "brokerage", "--ties", ties, "--nodes", nodes, "--json")
    assert code == 0
    # 2 stands between 1 (x) and 3 (no group): liaisons, in both directions.
    assert [one for one in json.loads(out) if one["node"] == "2"] == [
        {"node": "2", "group": "y", "coordinator": 0, "itinerant": 0, "gatekeeper": 0,
         "representative": 0, "liaison": 2, "total": 2}
    ]  # fmt: skip
    assert "1 ties of a node with itself are left out" in err
    assert "1 nodes have ties but are not listed: 3" in err
    shown = run("analyse", "centrality", "--ties", ties)[1].splitlines()
    assert shown[1].split()[:3] == ["2", "2", "1"]
    empty = written(tmp_path, "e.csv", "u,v\n")
    for name in ("centrality", "brokerage", "components", "cutting", "mixing", "stability"):
        assert run("analyse", name, "--ties", empty, "--csv")[0] == 0


def test_mistakes_have_their_place(run: Run, tmp_path: Path) -> None:
    ties = written(tmp_path, "t.csv", "u,v,weight\na,b,much\n")
    code, _, err = run("analyse", "centrality", "--ties", ties)
    assert code == 1
    assert "t.csv:2: weight: 'much' is no strength" in err
    code, _, err = run("analyse", "money", "--ties", ties)
    assert (code, "leave --ties out" in err) == (1, True)


@pytest.fixture
def store(led: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEDWERK_STORE", led.address)


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("name", [one.name for one in ANALYSES])
def test_every_analysis_runs_on_a_store(run: Run, name: str) -> None:
    words = ("--programme", "programme:programma-2016-2020") if name == "before-after" else ()
    code, out, _ = run("analyse", name, "--csv", *words)
    assert code == 0
    header = out.splitlines()[0].split(",")
    assert len(set(header)) == len(header)
    assert all(set(row) == set(header) for row in table(out))
    assert run("analyse", name, *words)[0] == 0


@pytest.mark.usefixtures("store")
def test_through_a_lens(run: Run) -> None:
    def ties(*words: str) -> int:
        rows = table(run("analyse", "centrality", "--csv", *words)[1])
        return sum(int(row["degree"]) for row in rows) // 2

    assert ties() == 855
    assert ties("--through", "board") < ties("--through", "board,project,programme,campus") == 973
    assert ties("--as-of", "2014") == ties("--during", "2014-02..2014-03") == 218
    assert ties("--helix", "industry") < 855
    assert ties("--programme", "programme:programma-2016-2020") < 855


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("centrality", "--through", "church"), "nothing makes such a tie"),
        (("centrality", "--during", "2014"), "write FROM..TO"),
        (("centrality", "--as-of", "2016", "--during", "2014..2015"), "not both"),
        (("centrality", "--as-of", "soon"), "--as-of soon"),
        (("centrality", "--helix", "kennis"), "there is none such"),
        (("centrality", "--programme", "programme:none"), "no programme here"),
        (("gaps", "--from", "giants"), "'giants' is no sort of party"),
        (("before-after",), "--programme ID"),
        (("money", "--by", "colour"), "not by colour"),
        (("triple-helix", "--by", "colour"), "not by colour"),
    ],
)
def test_words_that_mean_nothing(run: Run, words: tuple[str, ...], told: str) -> None:
    code, _, err = run("analyse", *words)
    assert (code, told in err) == (1, True), err
