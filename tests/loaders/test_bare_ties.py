"""A bare list of ties: what is read of it, and what is said of mistakes in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledwerk.loaders.bare_ties import read_bare_ties
from ledwerk.schema.errors import LoadAborted


def written(folder: Path, name: str, text: str) -> Path:
    """A file with this text."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_ties_with_strength_and_nodes_with_groups(tmp_path: Path) -> None:
    ties = written(tmp_path, "ties.csv", "u,v,weight\na,b,2\nb,c,0.5\na,b,\n")
    nodes = written(tmp_path, "nodes.csv", "node,group\nz,x\nb,y\na,x\nc,\n")
    found = read_bare_ties(ties, nodes)
    assert found.nodes == ("z", "b", "a", "c")
    assert found.ties == (("a", "b", 2.0), ("b", "c", 0.5), ("a", "b", 1.0))
    assert found.groups == {"z": "x", "b": "y", "a": "x", "c": ""}
    assert found.notices == ()


def test_as_a_dutch_spreadsheet_saves_it(tmp_path: Path) -> None:
    file = tmp_path / "banden.csv"
    file.write_bytes("V;U;Weight;Opmerking\r\nDSM;Zuyd;2,5;é\r\n".encode("cp1252"))
    found = read_bare_ties(file)
    assert (found.nodes, found.ties) == (("Zuyd", "DSM"), (("Zuyd", "DSM", 2.5),))
    assert "Windows-1252" in found.notices[0]


def test_what_is_odd_is_told_and_does_not_stop(tmp_path: Path) -> None:
    ties = written(tmp_path, "ties.csv", "u,v\na,a\na,q\n")
    nodes = written(tmp_path, "nodes.csv", "node,group\na,x\n")
    found = read_bare_ties(ties, nodes)
    assert found.ties == (("a", "q", 1.0),)
    assert found.nodes == ("a", "q")
    assert found.notices == (
        "1 ties of a node with itself are left out",
        "1 nodes have ties but are not listed: q",
    )


def test_every_mistake_has_its_place(tmp_path: Path) -> None:
    ties = written(tmp_path, "ties.csv", "u,v,weight\na,,1\na,b,-1\na,b,veel\na,b,nan\n")
    nodes = written(tmp_path, "nodes.csv", "node,group\na,x\na,y\n,x\n")
    with pytest.raises(LoadAborted) as caught:
        read_bare_ties(ties, nodes)
    assert [(p.file, p.line, p.column) for p in caught.value.problems] == [
        ("nodes.csv", 3, "group"),
        ("nodes.csv", 4, "node"),
        ("ties.csv", 2, "v"),
        ("ties.csv", 3, "weight"),
        ("ties.csv", 4, "weight"),
        ("ties.csv", 5, "weight"),
    ]


def test_a_file_without_the_columns_says_which(tmp_path: Path) -> None:
    ties = written(tmp_path, "ties.csv", "source,target\na,b\n")
    with pytest.raises(LoadAborted, match="no column 'u'; the first row has to name u, v"):
        read_bare_ties(ties)
    with pytest.raises(LoadAborted, match="no such file"):
        read_bare_ties(tmp_path / "nowhere.csv")
