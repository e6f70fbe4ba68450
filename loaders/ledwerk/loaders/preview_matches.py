"""Which rows of a file are nodes that are known already, and which could be, under another name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz, process

from ledwerk.loaders.drafts import Draft
from ledwerk.loaders.preview_tables import Wanted
from ledwerk.schema.kinds import NodeKind
from ledwerk.schema.names import name_key, slug

MOST_COMPARED = 400  # new names that near ones are looked for
_NEAR = 84  # of 100 letters, how many are at the same place
_MOST_NEAR = 3
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Match:
    """A row that is a known node: where it stands, its name, and the node's id and name."""

    file: str
    line: int
    name: str
    id: str
    known: str


@dataclass(frozen=True, slots=True)
class Near:
    """A row that would be new, and known nodes (id, name) that it could be the same as."""

    file: str
    line: int
    name: str
    id: str
    candidates: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """The rows, those that are known nodes under their ids; and what was found about them."""

    rows: tuple[Draft, ...]
    matches: tuple[Match, ...]
    near: tuple[Near, ...]


@dataclass(slots=True)
class _Known:
    """Known nodes of one kind: names by id, the first one first, and ids by the key of a name, by
    that key with its words in order, and by each word of it.
    """

    by_key: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    names: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    words: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    in_order: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def matched(rows: Sequence[Draft], known: Iterable[tuple[str, str]], wanted: Wanted) -> Matched:
    """Rows without an id of their own get that of the one known node of their name, or the one that
    was chosen. `known` are (name, id) pairs.
    """
    kinds = _known(known)
    same, apart = dict(wanted.same), set(wanted.apart)
    moved: dict[str, str] = {}
    matches: list[Match] = []
    near: list[Near] = []
    made: list[Draft] = []
    for row in rows:
        if not isinstance(row.kind, NodeKind):
            made.append(row)
            continue
        here = kinds[row.kind.prefix]
        node_id, name = row.keys[0], str(dict(row.values).get("name") or "")
        target = _target(here, row, name, same, apart)
        if target and target != node_id:
            moved[node_id] = target
        if target:
            matches.append(Match(row.file, row.line, name, target, _first(here, target)))
            made.append(_as_known(row, name, target, here))
        else:
            made.append(row)
            if name and node_id not in apart and len(near) < MOST_COMPARED:
                near.append(Near(row.file, row.line, name, node_id, _near(here, name)))
    ends = tuple(_moved(row, moved) if not isinstance(row.kind, NodeKind) else row for row in made)
    return Matched(ends, tuple(matches), tuple(one for one in near if one.candidates))


def _known(pairs: Iterable[tuple[str, str]]) -> defaultdict[str, _Known]:
    kinds: defaultdict[str, _Known] = defaultdict(_Known)
    for name, node_id in pairs:
        here = kinds[node_id.partition(":")[0]]
        here.names[node_id].append(name)
        if name:
            key = name_key(name)
            here.by_key[key].add(node_id)
            here.in_order[_in_order(key)].add(node_id)
            for word in key.split():
                here.words[word].add(node_id)
    return kinds


def _target(here: _Known, row: Draft, name: str, same: Mapping[str, str], apart: set[str]) -> str:
    """The known node that a row is, or nothing."""
    node_id = row.keys[0]
    if node_id in here.names:
        return node_id
    if same.get(node_id) in here.names:
        return same[node_id]
    own = not name or node_id != f"{row.kind.prefix}:{slug(name)}"  # type: ignore[union-attr]
    found = here.by_key.get(name_key(name), set()) if name else set()
    return next(iter(found)) if len(found) == 1 and not own and node_id not in apart else ""


def _as_known(row: Draft, name: str, target: str, here: _Known) -> Draft:
    """The row of a known node: it keeps its name there, and one that differs becomes an alias."""
    if row.keys[0] == target:
        return row
    first = _first(here, target)
    values = dict(row.values)
    if first:
        values["name"] = first
    if name_key(name) not in {name_key(one) for one in here.names[target]}:
        aliases = values.get("aliases")
        had = aliases if isinstance(aliases, tuple) else ()
        values["aliases"] = tuple(dict.fromkeys((*had, name)))
    return replace(row, keys=(target,), values=tuple(sorted(values.items())))


def _moved(row: Draft, moved: Mapping[str, str]) -> Draft:
    keys = tuple(moved.get(key, key) for key in row.keys)
    return row if keys == row.keys else replace(row, keys=keys)


def _in_order(key: str) -> str:
    """A name with its words in the order of letters."""
    return " ".join(sorted(key.split()))


def _first(here: _Known, node_id: str) -> str:
    return next((name for name in here.names[node_id] if name), "")


def _near(here: _Known, name: str) -> tuple[tuple[str, str], ...]:
    """Known nodes whose names come close: but for some letters, turned, or with more words."""
    key = name_key(name)[:_LONGEST]
    ids = list(here.by_key.get(key, ()))
    close = process.extract(
        _in_order(key), here.in_order.keys(), scorer=fuzz.ratio, limit=_MOST_NEAR,
        score_cutoff=_NEAR,
    )  # fmt: skip
    ids += [node for found, _, _ in close for node in sorted(here.in_order[found])]
    sets = [here.words.get(word, set()) for word in key.split() if len(word) > 2]
    longer = sorted(set.intersection(*sets)) if sets else []
    if len(longer) <= _MOST_NEAR:
        ids += longer
    chosen = list(dict.fromkeys(ids))[:_MOST_NEAR]
    return tuple((node, _first(here, node)) for node in chosen)
