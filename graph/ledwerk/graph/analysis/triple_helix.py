"""The triple helix of a whole graph, and of each project, programme, board, sector, place, year."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ledwerk.graph.analysis.mixing import Mixing, mixing_matrix, mixing_of_members
from ledwerk.graph.analysis.projections import TwoMode, projection, two_mode
from ledwerk.graph.analysis.synergy import Synergy, synergy_of
from ledwerk.graph.analysis.timeline import years_of
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import Network, Places

HELICES = ("knowledge", "industry", "government")
SCOPES = ("all", "project", "programme", "board", "sector", "municipality", "year")


@dataclass(frozen=True, eq=False, slots=True)
class HelixRow:
    """One scope: its parties by helix, how their ties mix, and the synergy over its activities.

    `node` is the scope's id, None for a year or everything. `synergy` is None with fewer than two
    activities, of which nothing can be said.
    """

    label: str
    node: str | None
    parties: int
    counts: Mapping[str, int]
    mixing: Mixing
    synergy: Synergy | None

    def count(self, helix: str) -> int:
        """How many of its parties are of a helix."""
        return self.counts.get(helix, 0)

    @property
    def other(self) -> int:
        """How many are of none of the three, or of an unknown one."""
        return self.parties - sum(self.count(helix) for helix in HELICES)


def triple_helix(network: Network, lens: Lens, by: str = "all") -> tuple[HelixRow, ...]:
    """The triple helix of each scope, the one with most parties first; years one after another.

    Definition: a project's, programme's or board's parties are those that take part in it (a
    programme's: in it or in what is part of it); a sector's are active in it, a municipality's lie
    in it, a year's take part in something that year. Shares are counts of them by helix; mixing is
    of the ties between them that the scope's own activities make, or for sectors and municipalities
    of all ties between them; synergy is Leydesdorff's T over its activities, by which helices of
    its parties take part. Sources and limits: see `mixing` and `synergy`. A party counts once in a
    scope and may be in several. O(participations + ties) for each scope that is not one activity.

    Raises KeyError for another word than those in `SCOPES`.
    """
    rows = list(_SCOPES[by](network, lens))
    if by == "year":
        return tuple(rows)
    return tuple(sorted(rows, key=lambda row: (-row.parties, row.label, row.node or "")))


def _all(network: Network, lens: Lens) -> Iterator[HelixRow]:
    two = two_mode(network, lens)
    there = np.flatnonzero(_taking_part(two))
    yield _of_parties("", None, _only(two, there))


def _years(network: Network, lens: Lens) -> Iterator[HelixRow]:
    for year in years_of(network, lens):
        for row in _all(network, lens.at(f"{year:04}")):
            yield replace(row, label=f"{year:04}")


def _activities(kind: str) -> Callable[[Network, Lens], Iterator[HelixRow]]:
    def rows(network: Network, lens: Lens) -> Iterator[HelixRow]:
        two = two_mode(network, replace(lens, through=(kind,)))
        helix = network.helix[two.members]
        columns = two.incidence.tocsc()
        for column, place in enumerate(two.meetings.tolist()):
            start, end = columns.indptr[column : column + 2]
            counts = _counted(helix[columns.indices[start:end]])
            yield HelixRow(
                network.name[place], network.ids[place], int(end - start), counts,
                mixing_of_members(counts), None,
            )  # fmt: skip

    return rows


def _programmes(network: Network, lens: Lens) -> Iterator[HelixRow]:
    for place in np.flatnonzero(network.of_kinds(("Programme",))).tolist():
        inside = replace(lens, programme=network.ids[place], through=("Project", "Programme"))
        two = two_mode(network, inside)
        there = np.flatnonzero(_taking_part(two))
        if len(there):
            yield _of_parties(network.name[place], network.ids[place], _only(two, there))


def _party_sets(relation: str, kind: str) -> Callable[[Network, Lens], Iterator[HelixRow]]:
    def rows(network: Network, lens: Lens) -> Iterator[HelixRow]:
        two = two_mode(network, lens)
        inside: dict[int, list[int]] = {}
        for party, places in network.targets(relation, (kind,)).items():
            for place in places if party in two.numbers else ():
                inside.setdefault(place, []).append(two.numbers[party])
        for place, parties in inside.items():
            part = _only(two, np.array(sorted(set(parties)), dtype=np.int64))
            yield _of_parties(network.name[place], network.ids[place], part)

    return rows


_SCOPES: dict[str, Callable[[Network, Lens], Iterator[HelixRow]]] = {
    "all": _all,
    "project": _activities("Project"),
    "programme": _programmes,
    "board": _activities("Board"),
    "sector": _party_sets("ACTIVE_IN", "Sector"),
    "municipality": _party_sets("LOCATED_IN", "Municipality"),
    "year": _years,
}


def _of_parties(label: str, node: str | None, two: TwoMode) -> HelixRow:
    network = two.network
    helix = network.helix[two.members]
    matrix = projection(two)
    groups = dict(zip(matrix.nodes, helix, strict=True))
    return HelixRow(
        label, node, len(two.members), _counted(helix), mixing_matrix(matrix, groups),
        _synergy(two, helix),
    )  # fmt: skip


def _synergy(two: TwoMode, helix: np.ndarray[Any, Any]) -> Synergy | None:
    if len(two.meetings) < 2:
        return None
    ways = two.incidence.T.tocsr()
    here = np.stack([(helix == word).astype(np.float64) for word in HELICES], axis=1)
    return synergy_of((ways @ here) > 0)


def _taking_part(two: TwoMode) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Who takes part in something, or is tenant or owner, or hosts one."""
    found = np.asarray(two.incidence.sum(axis=1)).ravel() > 0
    found[two.direct.ravel()] = True
    return found


def _only(two: TwoMode, rows: Places) -> TwoMode:
    """The same of some of the members, in meetings that have any of them."""
    incidence = two.incidence[rows]
    columns = np.flatnonzero(np.asarray(incidence.sum(axis=0)).ravel())
    place = np.full(len(two.members), -1, dtype=np.int64)
    place[rows] = np.arange(len(rows))
    direct = place[two.direct]
    incidence = incidence[:, columns].tocsr()
    incidence.sort_indices()
    return TwoMode(
        two.network, two.members[rows], two.meetings[columns], incidence,
        direct[(direct >= 0).all(axis=1)], two.budgets[columns],
    )  # fmt: skip


def _counted(words: np.ndarray[Any, Any]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in words.tolist():
        counts[word or "unknown"] = counts.get(word or "unknown", 0) + 1
    return counts
