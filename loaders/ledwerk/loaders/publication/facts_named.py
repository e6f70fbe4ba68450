"""What statements say, as facts that two readers of one text can be compared by.

Ids differ between readers; names do not. A node is known by its name and its other names, a seat
by who holds it and on which board, a figure by its value.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ledwerk.schema.model import MODEL
from ledwerk.schema.names import fold, name_key
from ledwerk.schema.statements import Statement

# Kinds whose nodes may stand for each other where a relation ends: readers differ in what sort
# of thing a party is, and still mean the same one.
FAMILIES = (
    frozenset(MODEL.parties) | {"Place"},
    frozenset({"Project", "Programme"}),
)
_BRACKETS = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<short>[^()]+)\)$")
_ARTICLES = re.compile(r"^(?:de|het|een|the|a|an|'t)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A node as statements name it. `stated` is whether the text itself does."""

    id: str
    kind: str
    name: str
    keys: frozenset[str]
    stated: bool


@dataclass(slots=True)
class Said:
    """What is said of one node or relation: its ends, and by property every value with its basis.

    `stated` and `denied` tell whether a statement of the text says that it is, or is not, so.
    """

    kind: str
    source_id: str
    target_id: str
    stated: bool = False
    affirmed: bool = False
    denied: bool = False
    values: dict[str, list[tuple[object, bool]]] = field(default_factory=lambda: defaultdict(list))


def gathered(statements: Iterable[Statement]) -> dict[str, Said]:
    """All that is said, by node and relation."""
    said: dict[str, Said] = {}
    for row in statements:
        one = said.setdefault(row.key, Said(row.kind, row.source_id, row.target_id))
        if row.denied:
            one.denied = True
            continue
        stated = row.basis in ("stated", "read")
        one.affirmed = True
        one.stated |= stated
        for name, value in row.properties:
            one.values[name].append((value, stated))
    return {key: one for key, one in said.items() if one.affirmed}


def spellings(name: str) -> Iterator[str]:
    """The keys of a name: with and without its article and what stands in brackets."""
    yield name_key(name)
    bare = _ARTICLES.sub("", name)
    yield name_key(bare)
    parts = _BRACKETS.match(bare)
    if parts:
        yield name_key(parts["name"])
        yield name_key(parts["short"])


def named(said: Mapping[str, Said]) -> dict[str, Named]:
    """The nodes that have names, by id."""
    nodes: dict[str, Named] = {}
    for node_id, one in said.items():
        if one.source_id or one.kind == "Seat":
            continue
        names = [str(value) for value, _ in one.values.get("name", ())]
        for value, _ in one.values.get("aliases", ()):
            names += [str(alias) for alias in value] if isinstance(value, tuple) else []
        keys = frozenset(key for name in names for key in spellings(name) if key)
        shown = names[0] if names else node_id
        nodes[node_id] = Named(node_id, one.kind, shown, keys, one.stated and not one.denied)
    return nodes


def same_nodes(found: Mapping[str, Named], gold: Mapping[str, Named]) -> dict[str, str]:
    """Found ids by the gold ids that mean the same: equal in a name, of one kind or family."""
    by_key: dict[str, list[Named]] = defaultdict(list)
    for node in gold.values():
        for key in node.keys:
            by_key[key].append(node)
    same: dict[str, str] = {}
    for node in found.values():
        near = {other.id: other for key in node.keys for other in by_key.get(key, ())}
        fit = [(_distance(node, other), other.id) for other in near.values()]
        best = min((pair for pair in fit if pair[0] is not None), default=None)
        if best is not None:
            same[node.id] = best[1]
    return same


def _distance(one: Named, other: Named) -> tuple[int, int] | None:
    """How far two nodes of one name are apart in kind and name; None where they cannot be one."""
    if one.kind == other.kind:
        apart = 0
    elif any({one.kind, other.kind} <= family for family in FAMILIES):
        apart = 1
    else:
        return None
    return (apart, 0 if name_key(one.name) == name_key(other.name) else 1)


def loose(text: object) -> str:
    """A function or role without the small words between its parts."""
    words = name_key(str(text)).split()
    said = " ".join(word for word in words if word not in _SMALL)
    return _ROLE.get(said, said)


_SMALL = frozenset(
    {"van", "de", "het", "der", "bij", "voor", "of", "the", "at", "for", "a", "een", "mede", "in"}
)


# Roles on a board are the same in either language and for women and men.
_ROLES = (
    ("voorzitter", "voorzitster", "chair", "chairman", "chairwoman", "chairperson"),
    ("vicevoorzitter", "vice voorzitter", "vice voorzitster", "ondervoorzitter", "vice chair",
     "vice chairman", "vice chairwoman", "deputy chair", "plaatsvervangend voorzitter"),
    ("secretaris", "secretary"),
    ("penningmeester", "treasurer"),
    ("lid", "member", "bestuurslid", "board member"),
    ("toehoorder", "observer"),
)  # fmt: skip
_ROLE = {word: words[0] for words in _ROLES for word in words}


def unit_class(unit: object) -> str:
    """Money by its currency, per cent, or a count: what is counted each reader words in his way."""
    text = fold(str(unit or ""))
    if text in ("%", "procent", "percent", "per cent"):
        return "%"
    return text.upper() if text.upper() in CURRENCIES else "count"


CURRENCIES = frozenset({"EUR", "USD", "GBP", "SEK", "DKK", "NOK", "CHF"})


def seats(said: Mapping[str, Said]) -> dict[str, tuple[Sequence[str], Sequence[str]]]:
    """Who holds each seat and on which boards it is, by the seat's id."""
    holders: dict[str, list[str]] = defaultdict(list)
    boards: dict[str, list[str]] = defaultdict(list)
    for one in said.values():
        if one.kind == "HOLDS":
            holders[one.target_id].append(one.source_id)
        elif one.kind == "ON":
            boards[one.source_id].append(one.target_id)
    return {
        seat: (sorted(holders.get(seat, [""])), sorted(boards.get(seat, [""])))
        for seat, one in said.items()
        if one.kind == "Seat"
    }
