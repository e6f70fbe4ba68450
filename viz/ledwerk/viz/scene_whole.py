"""Where everything of a small network stands, whatever is filtered of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from ledwerk.schema.kinds import Model
from ledwerk.viz.layout import Box, Place, Ties
from ledwerk.viz.layout_steady import steady_positions
from ledwerk.viz.loaded import Known, Loaded, Step
from ledwerk.viz.scene_ground import KINDS, Ground
from ledwerk.viz.scene_marks import box_of, wrapped
from ledwerk.viz.scene_standing import Standing
from ledwerk.viz.style import style
from ledwerk.viz.view import DRAWN


def whole_positions(
    model: Model,
    ground: Ground,
    boxes: tuple[Box, ...],
    ties: Ties,
    standing: Standing,
    most_ties: int | None = None,
) -> dict[str, Place]:
    """Places of everything of a small network, that stay as they are while it is edited and
    filtered: they stand upon what loads said, in the sizes of the plain picture.

    With `most_ties`, of parties alone, which so many of their strongest ties hold together.
    """
    nodes, steps = _before(ground, standing.loaded)
    if most_ties is None:
        tied = {end for source, target, _ in steps for end in (source, target)}
        shown = [one for i, one in nodes.items() if i in tied or one.kind != "Municipality"]
        before = tuple(dict.fromkeys((source, target) for source, target, _ in steps))
    else:
        shown, before = _parties(nodes, steps, most_ties)
    ends = {end for tie in before for end in tie}
    loaded = tuple(_box(model, one, loose=one.id not in ends) for one in shown)
    return steady_positions(boxes, ties, loaded, before, standing.kept)


def _before(ground: Ground, loaded: Loaded) -> tuple[dict[str, Known], list[Step]]:
    """What is drawn of what loads said."""
    network = ground.network
    drawn = (ground.parties | ground.activities).nonzero()[0].tolist()
    known = {
        network.ids[at]: Known(
            network.ids[at], str(network.kind[at]), str(network.name[at]), str(network.helix[at])
        )
        for at in drawn
    }
    nodes = {i: one for i, one in loaded.nodes_before(known).items() if one.kind in DRAWN}
    rows = ground.rows
    columns = (rows.source.tolist(), rows.target.tolist(), rows.kind.tolist())
    now = [(network.ids[a], network.ids[b], KINDS[k]) for a, b, k in zip(*columns, strict=True)]
    return nodes, [step for step in loaded.steps_before(now) if _is_drawn(step, nodes)]


def _box(model: Model, one: Known, *, loose: bool) -> Box:
    return box_of(one.id, wrapped(one.name), style(model, one.kind, one.helix), loose=loose)


def _parties(
    nodes: Mapping[str, Known], steps: Iterable[Step], most: int
) -> tuple[list[Known], Ties]:
    """The parties, but groups with members, and their strongest ties."""
    taking: defaultdict[str, set[str]] = defaultdict(set)
    inside: defaultdict[str, set[str]] = defaultdict(set)
    weights: Counter[tuple[str, str]] = Counter()
    tied: set[str] = set()
    for source, target, kind in steps:
        tied |= {source, target}
        if kind == "PARTNER_IN":
            taking[target].add(source)
        elif kind == "MEMBER_OF":
            inside[target].add(source)
        elif kind != "PART_OF":
            weights[min(source, target), max(source, target)] += 1
    for partners in taking.values():
        everybody = {one for partner in partners for one in _members(partner, inside)}
        weights.update(combinations(sorted(everybody), 2))
    ranked = sorted(weights, key=lambda pair: (-weights[pair], pair))[:most]
    shown = [
        one
        for i, one in nodes.items()
        if one.kind not in {"Project", "Programme"}
        and i not in inside
        and (i in tied or one.kind != "Municipality")
    ]
    return shown, tuple(sorted(ranked))


def _members(party: str, inside: Mapping[str, set[str]]) -> set[str]:
    """Who takes part where a party does: itself, or everybody in it if it is a group."""
    found, todo, seen = set[str](), [party], {party}
    while todo:
        one = todo.pop()
        within = inside.get(one, set())
        if not within:
            found.add(one)
        todo += within - seen
        seen |= within
    return found


def _is_drawn(step: Step, nodes: Mapping[str, Known]) -> bool:
    source, target, kind = step
    if kind not in KINDS or source == target or not {source, target} <= nodes.keys():
        return False
    return kind != "MEMBER_OF" or nodes[target].kind == "Group"
