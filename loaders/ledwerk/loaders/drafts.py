"""Rows into drafts: every cell read by its type, every problem noted, references still words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rapidfuzz import process

from ledwerk.loaders.columns import Kind, Role, header_words, tables
from ledwerk.loaders.readers import Table
from ledwerk.loaders.sheets import Taken
from ledwerk.schema.errors import InvalidValue, Problem
from ledwerk.schema.fields import Value, first_day, last_day
from ledwerk.schema.kinds import Model, NodeKind
from ledwerk.schema.names import fold, slug

# What may follow the kind in an id.
ID_REST = re.compile(r"[\w.@+~-]{1,200}")


@dataclass(frozen=True, slots=True)
class Draft:
    """A row that read well: its place, kind, key cells, properties and statement cells.

    `made` says that its id was made of its name, `titles` how its file calls the columns.
    """

    file: str
    line: int
    kind: Kind
    keys: tuple[str, ...]
    values: tuple[tuple[str, Value], ...]
    about: tuple[tuple[str, Value], ...]
    made: bool = False
    titles: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)

    @property
    def name(self) -> str:
        """What it is called; empty where the row does not say."""
        return str(dict(self.values).get("name") or "")

    @property
    def cited(self) -> tuple[Value, ...]:
        """Where it is from: statements of one thing that share this have to agree."""
        about = dict(self.about)
        return tuple(about.get(name) for name in ("source", "locator", "basis"))

    def problem(self, column: str | None, message: str) -> Problem:
        """A problem at this row, its column called as the file calls it."""
        shown = self.titles.get(column, column) if column else None
        return Problem(self.file, self.line, shown, message)


def drafts(model: Model, found: list[Table], problems: list[Problem]) -> Iterator[Draft]:
    """The rows of tables as drafts; rows with a problem are left out and noted."""
    kinds = tables(model)
    for table in found:
        kind = kinds.get(table.name)
        if kind is None:
            near = [name for name, *_ in process.extract(table.name, list(kinds), limit=3)]
            message = f"no table is called {table.name!r}; did you mean {' or '.join(near)}?"
            problems.append(Problem(table.file, None, None, message))
            continue
        roles = _roles(table, kind, problems)
        if roles is None:
            continue
        titles = {role.property.name: title for title, role in roles}
        if isinstance(table, Taken):
            titles |= table.titles
        for line, cells in table.rows:
            draft = _draft(kind, table.file, line, roles, titles, cells, problems)
            if draft is not None:
                yield draft


def _roles(table: Table, kind: Kind, problems: list[Problem]) -> list[tuple[str, Role]] | None:
    """The role of each column, or None where the header cannot be used."""
    words = header_words(kind)
    before = len(problems)
    roles: list[tuple[str, Role]] = []
    for title in table.header:
        role = words.get(title) or words.get(fold(title))
        if role is None:
            known = [role.property.name for role in dict.fromkeys(words.values())]
            near = [name for name, *_ in process.extract(title, known, limit=2)]
            message = f"no such column; did you mean {' or '.join(near)}?"
            problems.append(Problem(table.file, 1, title or "(no title)", message))
        elif any(role == other for _, other in roles):
            problems.append(Problem(table.file, 1, title, "this column is there twice; keep one"))
        else:
            roles.append((title, role))
    have = {role.property.name for _, role in roles}
    if isinstance(kind, NodeKind):
        if kind.named and not have & {"id", "name"}:
            problems.append(Problem(table.file, 1, None, "no column id or name; add one of them"))
        elif not kind.named and "id" not in have:
            problems.append(Problem(table.file, 1, None, "the column id is missing; add it"))
    else:
        problems.extend(
            Problem(table.file, 1, None, f"the column {name} is missing; add it")
            for name in (kind.source_column, kind.target_column)
            if name not in have
        )
    return None if len(problems) > before else roles


def _draft(
    kind: Kind,
    file: str,
    line: int,
    roles: list[tuple[str, Role]],
    titles: Mapping[str, str],
    cells: tuple[str, ...],
    problems: list[Problem],
) -> Draft | None:
    parts: dict[str, dict[str, Value]] = {"key": {}, "property": {}, "statement": {}, "fixed": {}}
    before = len(problems)
    for (title, role), cell in zip(roles, cells, strict=True):
        try:
            parts[role.part][role.property.name] = role.property.type.read(cell)
        except InvalidValue as error:
            problems.append(Problem(file, line, title, str(error)))
    draft = Draft(
        file,
        line,
        kind,
        _keys(kind, parts),
        tuple(sorted((n, v) for n, v in parts["property"].items() if v is not None)),
        tuple(parts["statement"].items()),
        isinstance(kind, NodeKind) and not parts["key"].get("id"),
        titles,
    )
    problems.extend(_row_problems(draft, parts))
    return draft if len(problems) == before else None


def _keys(kind: Kind, parts: dict[str, dict[str, Value]]) -> tuple[str, ...]:
    if isinstance(kind, NodeKind):
        given = parts["key"].get("id")
        name = parts["property"].get("name")
        made = f"{kind.prefix}:{slug(str(name))}" if name and slug(str(name)) else ""
        return (str(given or made),)
    return tuple(
        str(parts["key"].get(name) or "") for name in (kind.source_column, kind.target_column)
    )


def _row_problems(draft: Draft, parts: dict[str, dict[str, Value]]) -> Iterator[Problem]:
    kind = draft.kind
    if isinstance(kind, NodeKind):
        yield from _id_problems(draft, kind)
        for name, value in kind.fixed:
            if parts["fixed"].get(name) not in {None, value}:
                yield draft.problem(name, f"is always {value} in this table; leave it empty")
    else:
        for name, cell in zip((kind.source_column, kind.target_column), draft.keys, strict=True):
            if not cell:
                yield draft.problem(name, "empty; write an id or a name")
    values = dict(draft.values)
    for prop in kind.properties:
        if prop.required and values.get(prop.name) is None:
            yield draft.problem(prop.name, "empty; a value is needed here")
    start, end = values.get("start"), values.get("end")
    if isinstance(start, str) and isinstance(end, str) and last_day(end) < first_day(start):
        yield draft.problem("end", f"{end} is before the start, {start}; one of the two is wrong")
    confidence = dict(draft.about).get("confidence")
    if isinstance(confidence, float) and not 0 <= confidence <= 1:
        yield draft.problem("confidence", f"{confidence:g} is outside 0 to 1")


def _id_problems(draft: Draft, kind: NodeKind) -> Iterator[Problem]:
    (node_id,) = draft.keys
    if not node_id:
        if kind.named:
            yield draft.problem("name", "neither id nor name; fill in one of them")
        else:
            yield draft.problem("id", f"empty; write one that begins with {kind.prefix}:")
        return
    prefix, colon, rest = node_id.partition(":")
    if not colon or prefix != kind.prefix:
        right = f"{kind.prefix}:{slug(rest or prefix) or 'name'}"
        yield draft.problem("id", f"{node_id!r} does not begin with {kind.prefix}:; write {right}")
    elif not ID_REST.fullmatch(rest):
        right = f"{kind.prefix}:{slug(rest)[:200] or 'name'}"
        yield draft.problem("id", f"{node_id!r} has signs that no id has; write {right}")
