"""The view model: what to draw and what to say of it. No HTML and no positions by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ledwerk.graph.store import Store
from ledwerk.schema.kinds import Model
from ledwerk.schema.model import MODEL
from ledwerk.viz.facts import Facts, facts_of, facts_plan
from ledwerk.viz.layout import Box, positions
from ledwerk.viz.style import LegendEntry, Style, legend, shades, style
from ledwerk.viz.texts import text

DRAWN = ("Organisation", "Campus", "Municipality", "Group", "Project", "Programme")
_TIES = (("PARTNER_IN", 0), ("TENANT_OF", 0), ("OWNER_OF", 0), ("MEMBER_OF", 1))
_LINE = 20

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """A node as drawn; `loose` marks stand apart, since nothing drawn ties them."""

    id: str
    label: str
    kind: str
    style: Style
    x: int
    y: int
    loose: bool


@dataclass(frozen=True, slots=True)
class Tie:
    """A line between two marks."""

    source: str
    target: str
    colour: str
    dashed: bool
    title: str


@dataclass(frozen=True, slots=True)
class View:
    """A picture with its legend, and the facts behind every node, also of those not drawn."""

    title: str
    lang: str
    revision: int
    marks: tuple[Mark, ...]
    ties: tuple[Tie, ...]
    legend: tuple[LegendEntry, ...]
    facts: tuple[Facts, ...]


async def network_view(store: Store, *, lang: str = "nl", model: Model = MODEL) -> View:
    """The whole network: parties beside the projects and programmes they take part in."""
    rows: list[Json] = await store.answer(facts_plan(model))
    walks = await store.walks([kind for kind, _ in _TIES])
    drawn = {row["id"]: row for row in rows if row["label"] in DRAWN}
    pairs = sorted(
        (source, target, kind)
        for source, target, kind in walks.steps
        if source in drawn and target in drawn
    )
    tied = {end for source, target, _ in pairs for end in (source, target)}
    styles = {i: style(model, r["label"], (r.get("helix") or "").lower()) for i, r in drawn.items()}
    labels = {i: wrapped(r["name"]) for i, r in drawn.items()}
    boxes = [_box(i, labels[i], styles[i], loose=i not in tied) for i in sorted(drawn)]
    places = positions(boxes, [(source, target) for source, target, _ in pairs])
    return View(
        text("title", lang),
        lang,
        walks.revision,
        tuple(
            Mark(i, labels[i], drawn[i]["label"], styles[i], *places[i], loose=i not in tied)
            for i in sorted(drawn)
        ),
        tuple(_tie(model, *pair, lang) for pair in pairs),
        legend(
            model,
            {row["label"] for row in drawn.values()},
            {r["helix"].lower() for r in drawn.values() if r.get("helix")},
            lang,
        ),
        tuple(facts_of(model, row, lang) for row in rows),
    )


def wrapped(name: str) -> str:
    """A name on lines of about twenty letters, cut between words."""
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + len(word) >= _LINE:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def _box(node: str, label: str, look: Style, *, loose: bool) -> Box:
    lines = label.split("\n")
    boxed = look.shape in {"box", "ellipse"}
    letter = 11.5 if boxed else 9.0  # a wide letter at the size of its label
    width = round(max(len(line) for line in lines) * letter) + 16
    if look.shape == "ellipse":
        width = round(width * 1.25)
    height = len(lines) * 21 + (20 if boxed else 2 * look.size + 8)
    return Box(node, width, height, loose)


def _tie(model: Model, source: str, target: str, kind: str, lang: str) -> Tie:
    sort = dict(_TIES)[kind]
    _, colour, dashed = shades(lang)[sort]
    words = model.relation(kind).label
    return Tie(source, target, colour, dashed, words.en if lang == "en" else words.nl)
