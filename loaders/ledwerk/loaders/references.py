"""Drafts into statements: references found, doubles dropped, contradictions noted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process

from ledwerk.loaders.drafts import Draft
from ledwerk.schema.errors import Problem
from ledwerk.schema.kinds import Form, Model, NodeKind, RelationKind
from ledwerk.schema.names import name_key
from ledwerk.schema.statements import Statement, relation_key, said

# Relations that lead from a part to its whole.
NESTED = ("MEMBER_OF", "PART_OF")
MOST_SHOWN = 12  # of a circle


@dataclass(slots=True)
class Directory:
    """Every node that a row may refer to: the dataset's own and those the store has."""

    ids: set[str] = field(default_factory=set)
    keys: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    shown: dict[str, str] = field(default_factory=dict)

    def add(self, node_id: str, names: Iterable[str]) -> None:
        """Make a node known under its id and names."""
        self.ids.add(node_id)
        for name in names:
            self.keys[name_key(name)].add(node_id)
            self.shown.setdefault(name, node_id)

    def find(self, word: str, prefixes: Sequence[str]) -> str | Iterator[str]:
        """The id that a cell means; otherwise what is wrong with it, as an iterator of one."""
        if word in self.ids:
            if word.partition(":")[0] in prefixes:
                return word
            right = " or ".join(prefixes)
            return iter((f"{word!r} cannot stand here; a {right} can",))
        found = {i for i in self.keys.get(name_key(word), ()) if i.partition(":")[0] in prefixes}
        if len(found) == 1:
            return found.pop()
        if found:
            return iter(
                (f"{word!r} is the name of {', '.join(sorted(found))}; write one of these",)
            )
        fit = {name: i for name, i in self.shown.items() if i.partition(":")[0] in prefixes}
        pool = [*fit, *dict.fromkeys(fit.values())] if ":" in word else list(fit)
        near = [n for n, *_ in process.extract(word, pool, limit=3, score_cutoff=50)]
        hint = f"; did you mean {' or '.join(repr(n) for n in near)}?" if near else ""
        return iter((f"{word!r} is neither an id nor a name{hint}",))


def statements(
    model: Model,
    dataset: str,
    rows: Sequence[Draft],
    known: Sequence[tuple[str, str]],
    problems: list[Problem],
) -> list[Statement]:
    """The statements that rows make; `known` are (name, id) pairs that the store has already."""
    directory = _directory(rows, known)
    sources = sorted({row.keys[0] for row in rows if row.kind.name == "Source"})
    made: dict[tuple[object, ...], tuple[Statement, Draft]] = {}
    for row in rows:
        statement = _statement(model, dataset, row, directory, sources, problems)
        if statement is None:
            continue
        first = made.setdefault(statement.place, (statement, row))
        if first[0] != statement:
            problems.append(_contradiction(first[0], first[1], statement, row))
    check_single(model, made.values(), problems)
    check_cycles(made.values(), problems)
    return sorted((s for s, _ in made.values()), key=lambda s: (s.kind, *map(str, s.place)))


def _directory(rows: Sequence[Draft], known: Sequence[tuple[str, str]]) -> Directory:
    directory = Directory()
    for row in rows:
        if isinstance(row.kind, NodeKind):
            values = dict(row.values)
            aliases = values.get("aliases")
            names = [str(values["name"])] if values.get("name") else []
            names += list(aliases) if isinstance(aliases, tuple) else []
            directory.add(row.keys[0], names)
    own = set(directory.ids)
    for name, node_id in known:
        if node_id not in own:
            directory.add(node_id, [name] if name else [])
    return directory


def _statement(
    model: Model,
    dataset: str,
    row: Draft,
    directory: Directory,
    sources: Sequence[str],
    problems: list[Problem],
) -> Statement | None:
    about = dict(row.about)
    cited = _cited(row, str(about.get("source") or ""), directory, sources, problems)
    ends = _ends(model, row, directory, problems)
    if cited is None or ends is None:
        return None
    values = dict(row.values)
    source_id, target_id = ends
    key = (
        relation_key(row.kind, source_id, target_id, values)
        if isinstance(row.kind, RelationKind)
        else row.keys[0]
    )
    confidence = about.get("confidence")
    return Statement(
        dataset,
        row.kind.name,
        key,
        said(values),
        source_id,
        target_id,
        cited,
        str(about.get("locator") or ""),
        str(about.get("basis") or "stated"),
        confidence if isinstance(confidence, float) else None,
        about.get("denied") is True,
        str(about.get("note") or ""),
        str(about.get("accepted") or ""),
    )


def _cited(
    row: Draft, word: str, directory: Directory, sources: Sequence[str], problems: list[Problem]
) -> str | None:
    """The source's id. A source cites itself; where a dataset has one source, that is meant."""
    if not word:
        if row.kind.name == "Source":
            return row.keys[0]
        if len(sources) == 1:
            return sources[0]
        message = "empty; every fact has a source: write the id of a row in the table sources"
        problems.append(row.problem("source", message))
        return None
    found = directory.find(word, ("source",))
    if isinstance(found, str):
        return found
    problems.append(row.problem("source", next(found)))
    return None


def _ends(
    model: Model, row: Draft, directory: Directory, problems: list[Problem]
) -> tuple[str, str] | None:
    kind = row.kind
    if not isinstance(kind, RelationKind):
        return ("", "")
    ids: list[str] = []
    for column, word, kinds in (
        (kind.source_column, row.keys[0], kind.source),
        (kind.target_column, row.keys[1], kind.target),
    ):
        found = directory.find(word, [model.node(name).prefix for name in kinds])
        if isinstance(found, str):
            ids.append(found)
        else:
            problems.append(row.problem(column, next(found)))
    if len(ids) == 2 and ids[0] == ids[1]:
        problems.append(row.problem(kind.target_column, f"{ids[0]} is related to itself"))
        return None
    return (ids[0], ids[1]) if len(ids) == 2 else None


def _contradiction(first: Statement, at: Draft, second: Statement, row: Draft) -> Problem:
    one, two = first.values(), second.values()
    differing = sorted(name for name in one.keys() | two.keys() if one.get(name) != two.get(name))
    column = differing[0] if differing else None
    now, then = (two.get(column), one.get(column)) if column else (second.note, first.note)
    if row.made and at.made:
        message = (
            f"says {_short(now)} where line {at.line} says {_short(then)} of {row.name!r} at the "
            "same place of the same source; keep one. If they are two of one name, write behind a "
            f"name what tells it apart, such as {row.name + ' (Venlo)'!r}"
        )
        return row.problem(column or "note", message)
    message = (
        f"says {_short(now)} where line {at.line} says {_short(then)} of the same "
        f"{'relation' if first.source_id else 'node'} at the same place of the same source; "
        "keep one, or give the other its own locator or basis"
    )
    return row.problem(column or "note", message)


def _short(value: object) -> str:
    text = "nothing" if value in (None, "") else repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…'"


def check_single(
    model: Model, made: Iterable[tuple[Statement, Draft]], problems: list[Problem]
) -> None:
    """A seat is on one board, held by one person, from one organisation."""
    seen: dict[tuple[str, str, str], tuple[str, Draft]] = {}
    for statement, row in made:
        kind = row.kind
        if not isinstance(kind, RelationKind) or kind.period or statement.denied:
            continue
        for link, near, far in (
            *((link, statement.source_id, statement.target_id) for link in kind.forward),
            *((link, statement.target_id, statement.source_id) for link in kind.backward),
        ):
            prefixes = {model.node(name).prefix for name in link.to}
            if link.form is not Form.ONE or (prefixes and far.partition(":")[0] not in prefixes):
                continue
            other, at = seen.setdefault((kind.name, link.name, near), (far, row))
            if other != far:
                message = f"{near} has {far} here and {other} in line {at.line}; it can have one"
                problems.append(row.problem(None, message))


def check_cycles(made: Iterable[tuple[Statement, Draft]], problems: list[Problem]) -> None:
    """A group cannot be a member of itself, also not through other groups; nor can a programme be
    a part of itself.
    """
    ties: dict[str, dict[tuple[str, str], Draft]] = {kind: {} for kind in NESTED}
    for statement, row in made:
        if statement.kind in ties and not statement.denied:
            ties[statement.kind][statement.source_id, statement.target_id] = row
    for kind, at in ties.items():
        wholes = _within_circles(at)
        for start in sorted(wholes):
            circle = _circle(wholes, start)
            if circle and start == min(circle):
                problems.append(_told_circle(kind, circle, at))


def _within_circles(ties: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The ties that may be in a circle: whatever has no whole, or no part, is taken away."""
    wholes: dict[str, set[str]] = defaultdict(set)
    parts: dict[str, set[str]] = defaultdict(set)
    for part, whole in ties:
        wholes[part].add(whole)
        parts[whole].add(part)
    for near, far in ((wholes, parts), (parts, wholes)):
        loose = [node for node in far if node not in near]
        while loose:
            node = loose.pop()
            for other in far.pop(node, ()):
                near[other].discard(node)
                if not near[other]:
                    del near[other]
                    loose.append(other)
    return {node: sorted(found) for node, found in wholes.items()}


def _told_circle(kind: str, circle: Sequence[str], at: Mapping[tuple[str, str], Draft]) -> Problem:
    row = at[circle[-1], circle[0]]
    shown = circle if len(circle) <= MOST_SHOWN else (*circle[: MOST_SHOWN - 1], "…")
    way = " → ".join((*shown, circle[0]))
    if kind == "PART_OF":
        return row.problem(None, f"parts go round in a circle: {way}")
    return row.problem(None, f"members go round in a circle: {way}")


def _circle(wholes: Mapping[str, Sequence[str]], start: str) -> list[str]:
    """The way from a member back to itself, or nothing."""
    came: dict[str, str] = {}
    todo = [start]
    while todo:
        node = todo.pop()
        for whole in wholes.get(node, ()):
            if whole == start:
                way = [node]
                while way[-1] != start:
                    way.append(came[way[-1]])
                return way[::-1]
            if whole not in came:
                came[whole] = node
                todo.append(whole)
    return []
