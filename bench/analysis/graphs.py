"""The graphs that are analysed: H2020's participations, Limburg's part, and ten times as many."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ledwerk.graph.lens import Lens
from ledwerk.graph.network import Network, network_of
from ledwerk.graph.store import NetworkRows

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data" / "h2020"
LENS = Lens(through=("Project",))
HELIX = {"HES": "knowledge", "REC": "knowledge", "PRC": "industry", "PUB": "government"}
_ELSEWHERE = 0.1  # the share of participations that join two copies of the graph

Participation = tuple[str, str, str]  # party, project, helix
Whole = NDArray[np.int64]


def wanting() -> str | None:
    """What is to be there before anything can be measured, or None."""
    if not DATA.is_dir():
        return f"the data of H2020 are not at {DATA}"
    return None


def participations(file: str) -> list[Participation]:
    """Who takes part in what, and of which helix it is."""
    with gzip.open(DATA / file, "rt", encoding="utf-8") as stream:
        return [
            (row["pic"], row["rcn"], HELIX.get(row["type"], "unknown"))
            for row in csv.DictReader(stream)
        ]


def limburg() -> Network:
    """Limburg's organisations, and everybody they work with in their projects."""
    return network(participations("limburg_participations.csv.gz"))


def h2020(times: int = 1) -> Network:
    """All of H2020; or several copies, where a tenth of the parties come from another copy."""
    found = participations("h2020_participations.csv.gz")
    if times == 1:
        return network(found)
    drawn = np.random.default_rng(1)
    copies = []
    for copy in range(times):
        other = np.where(
            drawn.random(len(found)) < _ELSEWHERE, drawn.integers(times, size=len(found)), copy
        ).tolist()
        copies += [
            (f"{party}-{one}", f"{project}-{copy}", helix)
            for (party, project, helix), one in zip(found, other, strict=True)
        ]
    return network(copies)


def network(found: list[Participation]) -> Network:
    """The columns of participations."""
    helixes = {party: helix for party, _, helix in found}
    projects = dict.fromkeys(project for _, project, _ in found)
    nodes = [
        (f"organisation:{party}", "Organisation", party, party, helix, *_NONE)
        for party, helix in helixes.items()
    ]
    nodes += [(f"project:{one}", "Project", one, one, None, *_NONE) for one in projects]
    relations = [
        ("PARTNER_IN", f"organisation:{party}", f"project:{project}", *_NONE, None)
        for party, project, _ in dict.fromkeys(found)
    ]
    return network_of(NetworkRows(1, nodes, relations))


_NONE = (None,) * 6
