"""Tables of another shape into statements, as a mapping says: no name is looked up, ids are made.

A table's rows are read once, and never all kept. Two things need a table before its turn: `only`,
for which the other table goes first, and `join`, for which the columns asked for are read ahead.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Mapping as Words
from dataclasses import dataclass, field
from typing import Any

from ledwerk.graph.collecting import uncollected
from ledwerk.loaders.candidates import Candidate
from ledwerk.loaders.drafts import Draft
from ledwerk.loaders.mapping import Mapping, Match, Rule, TableRule
from ledwerk.loaders.matching import opened
from ledwerk.loaders.readers import Reading, Stream
from ledwerk.loaders.references import NESTED, check_cycles, check_single
from ledwerk.loaders.row_readers import Reader
from ledwerk.loaders.row_rules import Stated, Worker
from ledwerk.loaders.row_supply import Shared, Supply, own_places, read_ahead
from ledwerk.schema.errors import InvalidValue, Problem
from ledwerk.schema.kinds import Form, Model, RelationKind
from ledwerk.schema.statements import Statement

MOST_PROBLEMS = 1000

Progress = Callable[[Iterable[Any], str], Iterable[Any]]
Files = Words[str, Sequence[Candidate]]


class Problems(list[Problem]):
    """Problems, of which the first thousand are kept and the others counted."""

    more = 0

    def append(self, problem: Problem) -> None:
        """Keep a problem, or count it."""
        if len(self) < MOST_PROBLEMS:
            super().append(problem)
        else:
            self.more += 1

    def extend(self, problems: Iterable[Problem]) -> None:
        """Keep or count each."""
        for problem in problems:
            self.append(problem)

    def all(self) -> list[Problem]:
        """Those kept, each once, and one that says how many there are more."""
        last = Problem("…", None, None, f"and {self.more:,} more problems")
        return list(dict.fromkeys([*self, last] if self.more else self))


@dataclass(slots=True)
class Work:
    """A mapping at work: what it makes, and what tables need to know of each other."""

    mapping: Mapping
    dataset: str
    files: Files
    reading: Reading
    progress: Progress
    made: list[Statement] = field(default_factory=list)
    stated: dict[tuple[str, str, str], Stated] = field(default_factory=dict)
    shared: Shared = field(default_factory=Shared)

    def cited(self, table: TableRule) -> int:
        """How many files are cited as the table's source."""
        same = [other.name for other in self.mapping.tables if other.source == table.source]
        return len({candidate.file for name in same for candidate in self.files[name]})


def mapped_statements(
    model: Model,
    mapping: Mapping,
    dataset: str,
    files: Files,
    reading: Reading,
    progress: Progress,
) -> list[Statement]:
    """The statements that files make; what is wrong or worth knowing goes to `reading`."""
    work = Work(mapping, dataset, files, reading, progress)
    for source in mapping.sources:
        work.made.append(
            Statement(dataset, "Source", source.id, source.properties, cited=source.id)
        )
    with uncollected():
        for table in mapping.tables:
            for match in table.joins:
                _read_ahead(work, table, match)
        for table in in_order(mapping.tables):
            for candidate in files[table.name]:
                _load(work, table, candidate)
    _check_shape(model, work)
    return work.made


def in_order(tables: Sequence[TableRule]) -> list[TableRule]:
    """Tables such that one whose rows depend on another comes after it."""
    ordered: list[TableRule] = []
    by_name = {table.name: table for table in tables}

    def put(table: TableRule) -> None:
        if table.only:
            put(by_name[table.only.table])
        if table not in ordered:
            ordered.append(table)

    for table in tables:
        put(table)
    return ordered


def _load(work: Work, table: TableRule, candidate: Candidate) -> None:
    """Every statement that the rules make of one file."""
    there = opened(work.mapping, table, candidate, work.reading)
    if there is None:
        return
    reader = Reader(own_places(work.mapping, table, there.header))
    width = len(there.header)
    supply = Supply(work.mapping, table, candidate.file, reader, width, work.shared)
    rows = supply.rows(there.rows)
    unit = there.unit if isinstance(there, Stream) else "line"
    prefix = f"{candidate.file} {unit}" if work.cited(table) > 1 else unit
    workers = [
        Worker(rule, candidate.file, reader, _stated(work, table, rule), prefix)
        for rule in work.mapping.rules
        if rule.table == table.name
    ]
    left = _apply(workers, work.progress(rows, f"rows of {candidate.file}"), work.reading.problems)
    if left:
        work.reading.notices.append(
            f"{candidate.file}: {len(left):,} rows meet the conditions of no rule and make nothing "
            f"(the first is {unit} {left[0]})"
        )
    work.reading.notices.extend(supply.notices())
    for worker in workers:
        work.reading.notices.extend(worker.notices())


def _apply(
    workers: Sequence[Worker], rows: Iterable[Any], problems: list[Problem]
) -> Sequence[int]:
    """Hand every row to every rule; the lines of those that none of them took."""
    applied = [(worker.apply(), worker.wrong) for worker in workers]
    left = array("q")
    for line, cells in rows:
        taken = False
        for apply, wrong in applied:
            try:
                taken = apply(line, cells) or taken
            except InvalidValue as error:
                problems.extend(wrong(line, cells, error))
                taken = True
        if not taken:
            left.append(line)
    return left


def _stated(work: Work, table: TableRule, rule: Rule) -> Stated:
    key = (rule.kind.name, table.source, rule.basis)
    if key not in work.stated:
        work.stated[key] = Stated(work.made, work.dataset, *key)
    return work.stated[key]


def _read_ahead(work: Work, table: TableRule, match: Match) -> None:
    """The rows of a joined table. What is wrong with them is noted when its turn comes."""
    other = work.mapping.table(match.table)
    ahead = work.shared.ahead.setdefault(match, {})
    for candidate in work.files[other.name]:
        there = opened(work.mapping, other, candidate, Reading())
        if there is None:
            continue
        doubles = read_ahead(work.mapping, table, match, there.header, there.rows, ahead)
        if doubles:
            columns = ", ".join(far.column for _, far in match.pairs)
            work.reading.notices.append(
                f"{candidate.file}: {doubles:,} rows have the {columns} of an earlier row; "
                f"{table.name} is joined with the first"
            )


_LOCATOR = re.compile(r"(?:(.*) )?(?:line|item) (\d+)")


def _check_shape(model: Model, work: Work) -> None:
    """What holds for all loaded data: a seat is on one board, nothing is a part of itself."""
    kinds = [kind for kind in model.relations if kind.name in NESTED or _is_single(kind)]
    by_name = {kind.name: kind for kind in kinds}
    made = [(row, _draft(by_name[row.kind], row, work)) for row in work.made if row.kind in by_name]
    problems: list[Problem] = []
    check_single(model, made, problems)
    check_cycles(made, problems)
    work.reading.problems.extend(problems)


def _is_single(kind: RelationKind) -> bool:
    links = (*kind.forward, *kind.backward)
    return not kind.period and any(link.form is Form.ONE for link in links)


def _draft(kind: RelationKind, row: Statement, work: Work) -> Draft:
    """The row that a statement was made of."""
    match = _LOCATOR.fullmatch(row.locator)
    assert match is not None
    tables = [table.name for table in work.mapping.tables if table.source == row.cited]
    file = match[1] or next(c.file for name in tables for c in work.files[name])
    return Draft(file, int(match[2]), kind, (row.source_id, row.target_id), (), ())


def only_mentioned(made: Iterable[Statement], known: Iterable[str]) -> Iterator[str]:
    """A notice of nodes that relations speak of and that nothing describes."""
    rows = list(made)
    described = {row.key for row in rows if not row.source_id} | set(known)
    ends = {end for row in rows if row.source_id for end in (row.source_id, row.target_id)}
    lost = sorted(ends - described)
    if lost:
        few = ", ".join(lost[:3])
        yield f"{len(lost):,} nodes are described nowhere and shown by their id, such as {few}"
