"""The columns of a network as loads said it: what is made once a load is made of these."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ledwerk.graph.network import NO_RELATIONS, OPEN_END, OPEN_START, Network, Places, Relations
from ledwerk.schema.names import sort_key
from ledwerk.viz.loaded import UNEDITED, Known, Loaded, Step


def network_before(network: Network, loaded: Loaded) -> Network:
    """A network without what editors made of it, in its kinds, names, helices and relations.

    Of what they removed neither dates nor amounts, roles and budgets are known.
    """
    if loaded == UNEDITED:
        return network
    back = {one.id for one in loaded.removed} - set(network.ids)
    ids = tuple(sorted((set(network.ids) | back) - set(loaded.added)))
    own = np.array([network.numbers.get(ident, -1) for ident in ids], dtype=np.int64)
    found = Network(
        network.revision, ids,
        _again(network.kind, own, ""), _again(network.name, own, ""),
        _again(network.sort, own, ""), _again(network.helix, own, ""),
        _again(network.type, own, ""), _again(network.sme, own, -1),
        _again(network.first, own, OPEN_START), _again(network.last, own, OPEN_END),
        _again(network.budget, own, np.nan), _again(network.currency, own, ""), {},
    )  # fmt: skip
    _rename(found, (*loaded.removed, *loaded.altered))
    there = np.full(len(network), -1, dtype=np.int64)
    there[own[own >= 0]] = np.flatnonzero(own >= 0)
    kinds = {*network.relations, *(kind for _, _, kind in loaded.gone_steps)}
    relations = {kind: _before(network, found, kind, there, loaded) for kind in sorted(kinds)}
    return replace(found, relations=relations)


def _again(column: NDArray[Any], own: Places, missing: object) -> NDArray[Any]:
    """A column in another order; at place -1 stands what is missing."""
    end = np.empty(1, dtype=column.dtype)
    end[0] = missing
    return np.concatenate([column, end])[own]


def _rename(network: Network, known: Iterable[Known]) -> None:
    for one in known:
        place = network.numbers.get(one.id)
        if place is not None:
            network.kind[place], network.name[place] = one.kind, one.name
            network.helix[place], network.sort[place] = one.helix, sort_key(one.name)


def _before(
    network: Network, found: Network, kind: str, there: Places, loaded: Loaded
) -> Relations:
    """The relations of a kind between the nodes found, those that editors added left out."""
    rows = network.relation(kind)
    new = {step for step in loaded.new_steps if step[2] == kind}
    pairs = zip(rows.source.tolist(), rows.target.tolist(), strict=True) if new else ()
    kept = (there[rows.source] >= 0) & (there[rows.target] >= 0)
    for row, (source, target) in enumerate(pairs):
        kept[row] &= (network.ids[source], network.ids[target], kind) not in new
    rows = rows.taken(np.flatnonzero(kept))
    old = replace(rows, source=there[rows.source], target=there[rows.target])
    return _joined(old, _returned(found, (one for one in loaded.gone_steps if one[2] == kind)))


def _returned(found: Network, steps: Iterable[Step]) -> Relations:
    numbers = found.numbers
    ends = [(numbers[a], numbers[b]) for a, b, _ in steps if a in numbers and b in numbers]
    if not ends:
        return NO_RELATIONS
    pairs = np.array(ends, dtype=np.int64)
    count = len(ends)
    wordless: NDArray[np.object_] = np.full(count, "", dtype=object)
    return Relations(
        pairs[:, 0], pairs[:, 1],
        np.full(count, OPEN_START, dtype=np.int64), np.full(count, OPEN_END, dtype=np.int64),
        np.full(count, np.nan), wordless, wordless, wordless, wordless,
    )  # fmt: skip


def _joined(one: Relations, other: Relations) -> Relations:
    names = Relations.__slots__
    return Relations(*(np.concatenate([getattr(one, n), getattr(other, n)]) for n in names))
