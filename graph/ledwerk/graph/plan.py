"""The query plan: what a question asks of a store, in a few small words.

A plan is a tree. `Find` says which nodes to start from; a `Hop` follows links from each of them;
items say what to put in the answer under which key. An interpreter turns a whole plan into one
statement. Keys are GraphQL response keys, so that the answer needs no second shaping.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from ledwerk.schema.fields import Value

# -- what is taken from a row -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Leaf:
    """A property of the row, or a built-in: `id`, `label`, `derived_name`, `unreviewed`, and on
    edges what the rows offer beside (`weight`, `snippet`).
    """

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Constant:
    """A value known beforehand, such as the type name of an edge."""

    key: str
    value: str | int | bool | None


@dataclass(frozen=True, slots=True)
class TypeName:
    """The kind of the node in the row."""

    key: str


@dataclass(frozen=True, slots=True)
class Record:
    """An object made of the same row, such as a period."""

    key: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Citations:
    """The statements behind the row, in the order of their places.

    Item names: `title source_id locator basis confidence denied note dataset date accepted_by
    stated_as unreviewed says kind key digest`, and of the change with which it began to stand
    `revision at actor action why`.
    `distinct` leaves out a second statement of one source and locator.
    """

    key: str
    items: tuple[Item, ...]
    distinct: bool


@dataclass(frozen=True, slots=True)
class NodeAt:
    """A node that an edge leads to; `role` says which: `node`, `via` (the group of a route), or
    a role of an answer made in memory, such as `nearest`.
    """

    key: str
    shape: Shape
    role: str = "node"


@dataclass(frozen=True, slots=True)
class Shared:
    """What two tied parties share."""

    key: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class Cursor:
    """The place of an edge in its order."""

    key: str


# The text of a node in a language, or else in the other: what a leaf of that name is made of.
TEXTS = {"text:nl": ("text_nl", "text_en"), "text:en": ("text_en", "text_nl")}
LATER = "$later"
EXCERPT = "$excerpt"  # where a store leaves the texts that an excerpt is to be made of
ID_KEY = "$id"  # where whoever makes a plan keeps the id of a row, apart from what is asked


@dataclass(frozen=True, slots=True)
class Later:
    """A question about the graph's shape: the store leaves `{LATER: ticket, id: node id}` here,
    which whoever holds the ticket replaces by the answer.
    """

    key: str
    ticket: int


@dataclass(frozen=True, slots=True)
class Shape:
    """What to take from a node, by its kind: (kinds, items) branches; other kinds give null."""

    branches: tuple[tuple[tuple[str, ...], tuple[Item, ...]], ...]


# -- which rows ---------------------------------------------------------------------------------

Operator = Literal["eq", "in", "contains", "starts", "lt", "lte", "gt", "gte"]


@dataclass(frozen=True, slots=True)
class Compare:
    """A property of the row against a value; `eq` with None asks for null."""

    name: str
    operator: Operator
    value: Value | tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every one of the conditions holds; none at all is true."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of the conditions holds; none at all is false."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The condition does not hold."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class Related:
    """Some node at the far end of a step meets the condition."""

    step: Step
    condition: Condition


@dataclass(frozen=True, slots=True)
class Order:
    """A property to order by; nulls come last either way."""

    name: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A piece of a long list: `first` after a cursor, or `last` before one."""

    size: int
    after: tuple[Any, ...] | None = None
    before: tuple[Any, ...] | None = None
    backwards: bool = False


# -- where rows come from -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Step:
    """A walk from the row at hand over one relation, participation or tie to nodes of kinds.

    With `days`, the first and last day of a time in the world, only over what holds on one of them
    at least: a missing start or end is open, a partial date covers the whole of its period, and a
    participation without a period has its project's.
    """

    over: Literal["relation", "participation", "ties"]
    relation: str
    outgoing: bool
    to: tuple[str, ...]
    days: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class OfKinds:
    """Every node of these kinds."""

    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ById:
    """The nodes of these ids, in the order given; unknown ids give nothing."""

    ids: tuple[str, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ByName:
    """The nodes whose name, alias or id is this one, compared by `name_key`."""

    name: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """Full-text search: every word stands somewhere in name, aliases or text.

    Ranking classes: the whole name or an alias; the name begins so; a word of name or alias
    begins so; name or alias contains it, or another form of it; a text does, or has another form.
    Within a class: name, id. Edges offer `snippet`, `marked` (the snippet with each hit between
    `**`) and `matched`, a word of `MATCHED`.

    With `near`, of each word what it may have been meant for, the word itself first: then that
    begins a word of a name, or is a part of one, or else begins one of a text.
    """

    text: str
    kinds: tuple[str, ...]
    near: tuple[tuple[str, ...], ...] = ()


MATCHED = ("NAME", "ALIAS", "STEM", "TEXT", "TYPO")


Start = OfKinds | ById | ByName | Matching

# -- lists of rows ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Edges:
    """The edges of a connection."""

    key: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class PageInfo:
    """Where the page stands; items are Leafs named as in Relay."""

    key: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """How many there are in all, counted only when asked."""

    key: str


@dataclass(frozen=True, slots=True)
class Connection:
    """A Relay connection: what is asked of it, key by key."""

    parts: tuple[Edges | PageInfo | Total | Constant | NodesOf, ...]
    page: Page


@dataclass(frozen=True, slots=True)
class NodesOf:
    """The nodes of a connection without their edges."""

    key: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class ListOf:
    """A plain list of nodes."""

    shape: Shape
    limit: int = 1000


@dataclass(frozen=True, slots=True)
class OneOf:
    """The first node, or null."""

    shape: Shape


@dataclass(frozen=True, slots=True)
class Hop:
    """Follow a step from the row at hand and take what is asked of the far end."""

    key: str
    step: Step
    take: Connection | ListOf | OneOf
    where: Condition | None = None
    order: tuple[Order, ...] = ()


@dataclass(frozen=True, slots=True)
class Find:
    """A plan's root: start, narrow, order, take."""

    start: Start
    take: Connection | ListOf | OneOf
    where: Condition | None = None
    order: tuple[Order, ...] = ()


SPHERES = ("knowledge", "industry", "government")  # the three of the triple helix


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts: nodes by kind, relations by kind, parties by helix. `parts` says which.

    Projects are counted by the words of `SPHERES` that their partners have, directly or through a
    group, joined by commas in that order; a project whose partners have none is under "".
    """

    parts: tuple[Literal["nodes", "relations", "helix", "projectsByHelix"], ...] = field(
        default=("nodes", "relations", "helix")
    )


Condition = Compare | All | AnyOf | Not | Related
Item = Leaf | Constant | TypeName | Record | Citations | NodeAt | Shared | Cursor | Later | Hop
Plan = Find | Tally
