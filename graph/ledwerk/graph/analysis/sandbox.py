"""A network with changes made in it, beside the one that is stored."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields, replace
from typing import Any

import numpy as np

from ledwerk.graph.analysis.changes import Changes, NewActivity, NewParty, check
from ledwerk.graph.analysis.takings import within
from ledwerk.graph.analysis.tie_matrix import TieMatrix, matrix_of_pairs
from ledwerk.graph.network import (
    ALWAYS,
    NO_RELATIONS,
    OPEN_END,
    OPEN_START,
    Mask,
    Network,
    Relations,
)
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.names import sort_key

_Row = tuple[str, str, int, int]  # source, target, first and last day


def changed(network: Network, changes: Changes) -> Network:
    """The network as it would be; the one given stays as it is.

    Everything but ties, which belong to no activity: see `changed_ties`. A group of which all
    members go, goes with them. What is new has no period of its own: a new partner takes part as
    long as the activity lasts. O(network).
    Raises UnknownName for an id that is not there, and InvalidQuestion for what cannot be.
    """
    check(network, changes)
    draft = _Draft(network)
    draft.leave(changes.leave)
    draft.remove_seats(changes.remove_seats)
    for ident in (*changes.remove_parties, *changes.remove_projects):
        draft.gone[network.numbers[ident]] = True
    draft.remove_empty_groups()
    for party in changes.add_parties:
        draft.add(party)
    for activity in changes.add_projects:
        draft.add(activity)
        for party_id in activity.parties:
            draft.link("PARTNER_IN", party_id, activity.id)
        for programme in activity.part_of:
            draft.link("PART_OF", activity.id, programme)
    for party_id, activity_id in changes.join:
        draft.link("PARTNER_IN", party_id, activity_id)
    for number, (party_id, board) in enumerate(changes.add_seats, 1):
        draft.add_seat(f"seat:what-if-{number}", party_id, board)
    return draft.network()


def changed_ties(matrix: TieMatrix, changes: Changes) -> TieMatrix:
    """The ties with those removed that are to go, and with those that are to come.

    A new tie has strength 1; one that is there already gets so much stronger. Raises
    InvalidQuestion where there is no tie to remove, or a party is not among the nodes.
    """
    if not (changes.add_ties or changes.remove_ties):
        return matrix
    numbers = matrix.numbers
    for ident in (end for pair in (*changes.add_ties, *changes.remove_ties) for end in pair):
        if ident not in numbers:
            raise InvalidQuestion(
                f"{ident} is not among the parties that are looked at; a group with members is "
                "not, since they stand for it"
            )
    strengths = matrix.strengths.tocoo()
    keep = strengths.row < strengths.col
    ties = {
        (int(a), int(b)): float(strength)
        for a, b, strength in zip(
            strengths.row[keep], strengths.col[keep], strengths.data[keep], strict=True
        )
    }
    for one, two in changes.remove_ties:
        if ties.pop(_ends(numbers, one, two), None) is None:
            raise InvalidQuestion(f"{one} and {two} have no tie that could be removed")
    for one, two in changes.add_ties:
        ends = _ends(numbers, one, two)
        ties[ends] = ties.get(ends, 0.0) + 1.0
    nodes = matrix.nodes
    return matrix_of_pairs(nodes, ((nodes[a], nodes[b], w) for (a, b), w in ties.items()))


def _ends(numbers: dict[Any, int], one: str, two: str) -> tuple[int, int]:
    a, b = sorted((numbers[one], numbers[two]))
    return a, b


class _Draft:
    """What is taken out of a network and put into it, before it is one again."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self.gone: Mask = np.zeros(len(network), dtype=bool)
        self._kept = {
            kind: np.ones(len(rows), dtype=bool) for kind, rows in network.relations.items()
        }
        self._rows: dict[str, list[_Row]] = defaultdict(list)
        self._nodes: list[dict[str, Any]] = []

    def remove_empty_groups(self) -> None:
        """Groups of which every member is gone; they would else be parties of their own."""
        if not self.gone.any():
            return
        everybody = self._network.memberships
        while empty := [
            group
            for group, inside in everybody.items()
            if inside and not self.gone[group] and self.gone[list(inside)].all()
        ]:
            self.gone[empty] = True

    def add(self, node: NewParty | NewActivity) -> None:
        sme = getattr(node, "sme", None)
        self._node(
            node.id, node.kind, node.name, getattr(node, "helix", ""), -1 if sme is None else sme
        )

    def add_seat(self, ident: str, party: str, board: str) -> None:
        self._node(ident, "Seat", ident)
        self.link("HOLDS", party, ident)
        self.link("ON", ident, board)

    def _node(self, ident: str, kind: str, name: str, helix: str = "", sme: int = -1) -> None:
        self._nodes.append(
            {
                "ids": ident, "kind": kind, "name": name, "sort": sort_key(name), "helix": helix,
                "type": "", "sme": int(sme), "first": OPEN_START, "last": OPEN_END,
                "budget": np.nan, "currency": "",
            }
        )  # fmt: skip

    def link(
        self, kind: str, source: str, target: str, first: int = OPEN_START, last: int = OPEN_END
    ) -> None:
        self._rows[kind].append((source, target, first, last))

    def leave(self, pairs: tuple[tuple[str, str], ...]) -> None:
        """Some parties out of some activities; who is in by a group is taken out of it."""
        numbers, ids = self._network.numbers, self._network.ids
        leaving: dict[int, set[int]] = defaultdict(set)
        for party, activity in pairs:
            leaving[numbers[activity]].add(numbers[party])
        rows = self._network.relation("PARTNER_IN")
        for activity_, parties in leaving.items():
            chosen = np.arange(len(self._network)) == activity_
            takings = within(self._network, ALWAYS, chosen)
            groups = {
                group
                for group, inside in self._network.memberships.items()
                if parties & inside.keys()
            }
            out = np.isin(rows.source, list(parties | groups)) & (rows.target == activity_)
            there = {*rows.source[out].tolist(), *takings.member.tolist()}
            for party_ in sorted(parties - there):
                raise InvalidQuestion(f"{ids[party_]} takes no part in {ids[activity_]}")
            self._kept["PARTNER_IN"] &= ~out
            for member, first, last, via in zip(
                *(c.tolist() for c in (takings.member, takings.first, takings.last, takings.via)),
                strict=True,
            ):
                if via in groups - parties and member not in parties:
                    self.link("PARTNER_IN", ids[member], ids[activity_], first, last)

    def remove_seats(self, pairs: tuple[tuple[str, str], ...]) -> None:
        """Every seat on a board that a party holds, sends or is represented by."""
        numbers = self._network.numbers
        on, holds = self._network.relation("ON"), self._network.relation("HOLDS")
        for party, board in pairs:
            seats = {*holds.target[holds.source == numbers[party]].tolist()}
            for kind in ("FROM", "ON_BEHALF_OF"):
                rows = self._network.relation(kind)
                seats |= {*rows.source[rows.target == numbers[party]].tolist()}
            seats &= {*on.source[on.target == numbers[board]].tolist()}
            if not seats:
                raise InvalidQuestion(f"{party} has no seat on {board}")
            self.gone[list(seats)] = True

    def network(self) -> Network:
        """The network that comes of it."""
        old, stay = self._network, np.flatnonzero(~self.gone)
        ids = [*(old.ids[place] for place in stay.tolist()), *(n["ids"] for n in self._nodes)]
        order = np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int64)
        columns = {
            name: _column(getattr(old, name)[stay], [n[name] for n in self._nodes])[order]
            for name in (field.name for field in fields(old))
            if name not in ("revision", "ids", "relations")
        }
        ordered = tuple(ids[at] for at in order.tolist())
        numbers = {ident: place for place, ident in enumerate(ordered)}
        moved = np.full(len(old), -1, dtype=np.int64)
        where = np.empty(len(ids), dtype=np.int64)
        where[order] = np.arange(len(ids))
        moved[stay] = where[: len(stay)]
        relations = {
            kind: found
            for kind in sorted({*old.relations, *self._rows})
            if len(found := self._relations(kind, moved, numbers))
        }
        return replace(old, ids=ordered, relations=relations, **columns)

    def _relations(self, kind: str, moved: Any, numbers: dict[str, int]) -> Relations:
        old = self._network.relation(kind)
        kept = old.taken(self._kept[kind]) if kind in self._kept else NO_RELATIONS
        kept = replace(kept, source=moved[kept.source], target=moved[kept.target])
        kept = kept.taken((kept.source >= 0) & (kept.target >= 0))
        # Who takes over from a group may be gone too.
        new = [
            (numbers[source], numbers[target], first, last)
            for source, target, first, last in self._rows[kind]
            if source in numbers and target in numbers
        ]
        plain: dict[str, list[Any]] = {
            "source": [row[0] for row in new], "target": [row[1] for row in new],
            "first": [row[2] for row in new], "last": [row[3] for row in new],
            "amount": [np.nan] * len(new),
        }  # fmt: skip
        found = Relations(
            *(
                _column(getattr(kept, name), plain.get(name, [""] * len(new)))
                for name in (field.name for field in fields(kept))
            )
        )
        return found.taken(np.lexsort((found.target, found.source)))


def _column(known: Any, new: list[Any]) -> Any:
    """A column with values added to it, of the type that it has."""
    added = np.empty(len(new), dtype=known.dtype)
    added[:] = new
    return np.concatenate([known, added])
