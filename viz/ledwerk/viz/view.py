"""The view model: what to draw and what to say of it. No HTML and no positions by hand."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ledwerk.graph.plan import Tally
from ledwerk.graph.store import Store, WalkRows
from ledwerk.schema.kinds import Model
from ledwerk.schema.model import MODEL
from ledwerk.schema.names import sort_key
from ledwerk.viz.facts import Facts, facts_of, facts_plans
from ledwerk.viz.layout import Box, positions
from ledwerk.viz.state import PLAIN, ViewState
from ledwerk.viz.style import MARGIN, TIES, LegendEntry, Shade, Style, legend, shade, style
from ledwerk.viz.texts import said, text

CLUSTER = "Cluster"
DRAWN = ("Organisation", "Campus", "Municipality", "Group", "Project", "Programme")
_LINE, _LONGEST, _LINES = 17, 40, 5
_ROUNDS = 3
_LETTER = 0.56  # of the size of the text: a letter of a wide face
_SPACING = 1.12

_ALL = 3_000  # nodes that are all read and drawn
_MOST_TIED = 400  # of more nodes, how many are

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """A node as drawn, or a cluster of them, whose kind is `CLUSTER`.

    `label` is the name on lines. `loose` marks stand apart, since nothing drawn ties them. A
    cluster has `members`, and is opened by adding its id to `ViewState.open`. `fresh` is new since
    the revision asked for; `lit` are the ends and steps of a path, and introducers of gaps. `value`
    is what the mark is sized by, where a measure was asked for.
    """

    id: str
    label: str
    kind: str
    style: Style
    x: int
    y: int
    loose: bool
    name: str = ""
    kind_label: str = ""
    helix: str = ""
    members: int = 0
    fresh: bool = False
    lit: bool = False
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """A line between two marks. `weight` counts what stands behind it; a `gap` is a tie that is not
    there.
    """

    source: str
    target: str
    look: Shade
    title: str
    weight: int = 1
    gap: bool = False
    fresh: bool = False
    lit: bool = False


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the picture with a word above it: what stands apart, or an opened cluster.

    `closes` is the id of the cluster that it shows the members of; x and y are its corner.
    """

    x: int
    y: int
    width: int
    height: int
    label: str
    closes: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """A picture with its legend, and the facts behind every node, also of those not drawn.

    `detail` says what its marks are: `activities` (parties beside what they take part in),
    `parties` (their ties alone) or `clusters`. `left_out` counts what passes the filters and is not
    drawn, not even in a cluster; `notes` are sentences to the reader; `sources` and `date` say
    where all this is from and of which day it is. `facts` are empty in a view that is served: they
    are asked for.
    """

    title: str
    lang: str
    revision: int
    marks: tuple[Mark, ...]
    ties: tuple[Tie, ...]
    legend: tuple[LegendEntry, ...]
    facts: tuple[Facts, ...]
    left_out: int = 0
    state: ViewState = PLAIN
    detail: str = "activities"
    regions: tuple[Region, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    date: str = ""


async def network_view(
    store: Store,
    *,
    state: ViewState = PLAIN,
    lang: str = "nl",
    facts: bool = True,
    model: Model = MODEL,
) -> View:
    """The network: parties beside the projects and programmes they take part in.

    Of a network with more than some thousand nodes only the most tied are drawn, since nobody
    reads more; `left_out` says how many are not.
    """
    rows, walks, left_out = await _read(store, model)
    drawn = {row["id"]: row for row in rows if row["label"] in DRAWN}
    pairs = _drawn_ties(walks, drawn)
    drawn, pairs = _let_through(state, drawn, pairs)
    tied = {end for source, target, _ in pairs for end in (source, target)}
    looks = {i: style(model, r["label"], (r.get("helix") or "").lower()) for i, r in drawn.items()}
    labels = {i: wrapped(r["name"]) for i, r in drawn.items()}
    boxes = tuple(_box(i, labels[i], looks[i], loose=i not in tied) for i in sorted(drawn))
    ends = tuple(dict.fromkeys((source, target) for source, target, _ in pairs))
    places = await asyncio.to_thread(positions, boxes, ends)
    return View(
        text("title", lang),
        lang,
        walks.revision,
        tuple(
            Mark(
                i,
                labels[i],
                drawn[i]["label"],
                looks[i],
                places[i][0],
                places[i][1] - _hang(labels[i], looks[i]),
                loose=i not in tied,
                name=drawn[i]["name"],
                kind_label=said(model.node(drawn[i]["label"]).label, lang),
                helix=(drawn[i].get("helix") or "").lower(),
            )
            for i in sorted(drawn)
        ),
        tuple(_tie(model, *pair, lang) for pair in pairs),
        _legend(model, drawn.values(), {kind for _, _, kind in pairs}, lang),
        tuple(facts_of(model, row, lang) for row in rows) if facts else (),
        left_out,
        state,
    )


def _let_through(
    state: ViewState, drawn: dict[str, Json], pairs: list[tuple[str, str, str]]
) -> tuple[dict[str, Json], list[tuple[str, str, str]]]:
    """What the filters let through: parties, and what they take part in; then the focus."""
    kept = set(drawn)
    if state.helix or state.kind:
        kept = {
            one
            for one, row in drawn.items()
            if (not state.helix or (row.get("helix") or "unknown").lower() in state.helix)
            and (not state.kind or {row["label"], (row.get("kind") or "").lower()} & {*state.kind})
        }
        kept |= {target for source, target, _ in pairs if source in kept}
    if state.focus:
        near, steps = {state.focus}, 2 * state.steps
        for _ in range(steps):
            near |= {end for a, b, _ in pairs if {a, b} & near and {a, b} <= kept for end in (a, b)}
        kept &= near
    return (
        {one: row for one, row in drawn.items() if one in kept},
        [pair for pair in pairs if {pair[0], pair[1]} <= kept],
    )


def _drawn_ties(walks: WalkRows, drawn: Mapping[str, Json]) -> list[tuple[str, str, str]]:
    """The ties between drawn nodes, as (source, target, kind)."""
    return sorted(
        (source, target, kind)
        for source, target, kind in walks.steps
        if source in drawn
        and target in drawn
        and source != target
        # Being a member of an organisation is no working together.
        and not (kind == "MEMBER_OF" and drawn[target]["label"] != "Group")
    )


async def _read(store: Store, model: Model) -> tuple[list[Json], WalkRows, int]:
    """Facts and ties of one revision, read again where a change came in between."""
    for _ in range(_ROUNDS):
        before = await store.revision()
        counts = (await store.answer(Tally(("nodes",))))["nodes"]
        walks = await store.walks(list(TIES))
        ids = _most_tied(walks) if sum(counts.values()) > _ALL else None
        found: dict[str, Json] = defaultdict(dict)
        for plan in facts_plans(model, ids):
            for row in await store.answer(plan):
                found[row["id"]].update(row)
        rows = sorted(found.values(), key=lambda row: (sort_key(row["name"]), row["id"]))
        if walks.revision == before == await store.revision():
            break
    drawable = sum(counts.get(kind, 0) for kind in DRAWN)
    return rows, walks, 0 if ids is None else drawable - len(ids)


def _most_tied(walks: WalkRows) -> tuple[str, ...]:
    """The parties with the most ties, and what most of them take part in, half and half.

    The smaller id goes first among equals.
    """
    degree = Counter(source for source, _, _ in walks.steps)
    sources = set(_first(degree, _MOST_TIED // 2))
    shared = Counter(target for source, target, _ in walks.steps if source in sources)
    return (*sorted(sources), *_first(shared, _MOST_TIED - len(sources), without=sources))


def _first(counts: Counter[str], most: int, *, without: Container[str] = ()) -> list[str]:
    ranked = sorted(counts, key=lambda node: (-counts[node], node))
    return [node for node in ranked if node not in without][:most]


def wrapped(name: str) -> str:
    """A name on lines of some seventeen letters, cut between words; what is too long ends in …"""
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + len(word) >= _LINE:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], f"{lines[_LINES - 1]} …"]
    return "\n".join(line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…" for line in lines)


def _box(node: str, label: str, look: Style, *, loose: bool) -> Box:
    lines = label.split("\n")
    width = max(len(line) for line in lines) * look.text * _LETTER
    height = len(lines) * look.text * _SPACING
    if look.boxed:
        width, height = width + 2 * MARGIN, height + 2 * MARGIN
        if look.shape == "ellipse":
            width, height = width * 1.25, height * 1.3
    else:
        width, height = max(width, 2 * look.size), height + 2 * look.size
    return Box(node, round(width) + 6, round(height) + 4, loose)


def _hang(label: str, look: Style) -> int:
    """How far the middle of mark and label together lies below that of the mark."""
    return 0 if look.boxed else round((label.count("\n") + 1) * look.text * _SPACING / 2)


def _tie(model: Model, source: str, target: str, kind: str, lang: str) -> Tie:
    look = shade(kind)
    return Tie(source, target, look, said(model.relation(kind).label, lang))


def _legend(
    model: Model, rows: Iterable[Json], ties: set[str], lang: str
) -> tuple[LegendEntry, ...]:
    seen = list(rows)
    helices = {(row.get("helix") or "unknown").lower() for row in seen if "helix" in row}
    return legend(model, {row["label"] for row in seen}, helices, ties, lang)
