"""A network small enough to work out by hand what a view of it holds.

Ties: bakker and school meet in brug and weg (2), both meet stad in brug (1 each), school is tenant
of veld (1), smid meets raad in oven through the group bond (1). alleen has none, and dorp is only
where bakker is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ledwerk.graph.analysis.reckoning import Reckoning
from ledwerk.graph.network import network_of
from ledwerk.graph.store import NetworkRows
from ledwerk.viz.scene import scene
from ledwerk.viz.state import ViewState
from ledwerk.viz.view import View

Node = tuple[Any, ...]
Step = tuple[Any, ...]

BAKKER, SMID, SCHOOL, RAAD, ALLEEN = (
    f"organisation:{name}" for name in ("bakker", "smid", "school", "raad", "alleen")
)
VELD, BOND = "campus:veld", "group:bond"
STAD, DORP = "municipality:stad", "municipality:dorp"
BRUG, WEG, OVEN = "project:brug", "project:weg", "project:oven"
GROEI, PLAN = "programme:groei", "programme:plan"
BOUW, ZORG = "sector:bouw", "sector:zorg"
PARTIES = {BAKKER, SMID, SCHOOL, RAAD, ALLEEN, VELD, BOND, STAD}
ACTIVITIES = {BRUG, WEG, OVEN, GROEI, PLAN}


def node(ident: str, kind: str, helix: str = "", type_: str = "", sme: int | None = None,
         days: tuple[str | None, str | None] = (None, None)) -> Node:  # fmt: skip
    """A node as the store reads it; its name is what its id says."""
    name = ident.partition(":")[2].capitalize()
    return (ident, kind, name, name.lower(), helix, type_, sme, *days, None, None)


def step(kind: str, source: str, target: str, first: str | None = None) -> Step:
    """A relation as the store reads it."""
    return (kind, source, target, first, None, None, None, None, None, None)


NODES = (
    node(BAKKER, "Organisation", "industry", "company", 1),
    node(SMID, "Organisation", "industry", "company", 1),
    node(SCHOOL, "Organisation", "knowledge", "university", 0),
    node(RAAD, "Organisation", "government", "ministry"),
    node(ALLEEN, "Organisation"),
    node(VELD, "Campus", "hybrid", "campus"),
    node(BOND, "Group", "", "group"),
    node(STAD, "Municipality", "government", "municipality"),
    node(DORP, "Municipality", "government", "municipality"),
    node(BRUG, "Project", days=("2014-01-01", "2015-12-31")),
    node(WEG, "Project", days=("2016-01-01", "2018-12-31")),
    node(OVEN, "Project"),
    node(GROEI, "Programme"),
    node(PLAN, "Programme"),
    node(BOUW, "Sector"),
    node(ZORG, "Sector"),
)
STEPS = (
    *(step("PARTNER_IN", party, BRUG) for party in (BAKKER, SCHOOL, STAD)),
    *(step("PARTNER_IN", party, WEG) for party in (BAKKER, SCHOOL)),
    *(step("PARTNER_IN", party, OVEN) for party in (BOND, RAAD)),
    step("PARTNER_IN", RAAD, GROEI),
    step("PART_OF", WEG, GROEI),
    step("PART_OF", GROEI, PLAN),
    step("MEMBER_OF", SMID, BOND),
    step("TENANT_OF", SCHOOL, VELD),
    step("LOCATED_IN", BAKKER, DORP),
    step("LOCATED_IN", SCHOOL, STAD),
    step("ACTIVE_IN", BRUG, BOUW),
    step("ACTIVE_IN", RAAD, ZORG),
)


def reckoning(nodes: Iterable[Node] = NODES, steps: Iterable[Step] = STEPS) -> Reckoning:
    """A network to ask views of."""
    return Reckoning(network_of(NetworkRows(1, list(nodes), list(steps))))


def seen(lang: str = "en", of: Reckoning | None = None, **state: Any) -> View:
    """The view of a state of the villages."""
    return scene(of or reckoning(), state=ViewState(**state), lang=lang)


def ids(view: View) -> set[str]:
    """What is drawn."""
    return {mark.id for mark in view.marks}


def ties(view: View) -> set[tuple[str, str]]:
    """Who is tied to whom, gaps apart."""
    return {(tie.source, tie.target) for tie in view.ties if not tie.gap}
