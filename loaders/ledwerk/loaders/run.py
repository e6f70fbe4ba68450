"""Loading: read, check everything, then replace what the dataset said, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ledwerk.graph.store import Change, Difference, Outcome, Store
from ledwerk.loaders.candidates import candidates
from ledwerk.loaders.datapackage import read_descriptor, valid_name
from ledwerk.loaders.drafts import Draft, drafts
from ledwerk.loaders.incoming import incoming
from ledwerk.loaders.mapped import Problems, mapped_statements, only_mentioned
from ledwerk.loaders.mapping_reading import read_mapping
from ledwerk.loaders.matching import match_files
from ledwerk.loaders.merging import placed
from ledwerk.loaders.namesakes import namesakes, repeated
from ledwerk.loaders.readers import Reading, Table, read_tables
from ledwerk.loaders.references import statements
from ledwerk.loaders.reviewing import Terms
from ledwerk.loaders.sheets import as_tables
from ledwerk.schema.errors import LoadAborted, Problem, RemovalRefused
from ledwerk.schema.kinds import Model

MOST_REMOVED = 0.2
ROWS_IN_A_PART = 20_000

Progress = Callable[[Iterable[Draft], str], Iterable[Draft]]


def silent(rows: Iterable[Draft], what: str) -> Iterable[Draft]:
    """Progress that nobody sees."""
    del what
    return rows


@dataclass(frozen=True, slots=True)
class Checked:
    """A dataset without a problem: the change it makes, and what a person should know."""

    change: Change
    notices: tuple[str, ...]


def check(
    model: Model,
    path: Path,
    store: Store | None = None,
    *,
    dataset: str | None = None,
    progress: Progress = silent,
    terms: Terms | None = None,
) -> Checked:
    """Everything a folder or workbook says, checked. Raises LoadAborted with all its problems.

    References may go to nodes that other datasets in `store` brought. `terms` say which rows that
    a program read are taken; without them those that somebody accepted.
    """
    reading = read_tables(path)
    problems = Problems(reading.problems)
    reading.problems = problems
    reading.tables = as_tables(model, reading)
    name = dataset or _named(path, reading)
    if not valid_name(name):
        message = (
            f"{name!r} is no dataset name; small letters, digits, dots and dashes, such as led-2016"
            if name
            else "the dataset has no name; add it to datapackage.json or give --dataset NAME"
        )
        reading.problems.append(Problem(path.name, None, None, message))
    tables = [table for table in reading.tables if table.name != "datapackage"]
    rows = list(progress(drafts(model, tables, reading.problems), "rows read"))
    known = store.names_beside(name or "") if store else ()
    reading.problems.extend(namesakes(rows))
    made = statements(model, name or "unnamed", rows, known, reading.problems)
    if problems:
        raise LoadAborted(problems.all())
    taken = incoming(store, made, terms)
    notices = (*reading.notices, *repeated(rows), *taken.notices)
    return Checked(Change(name or "", taken.statements, "loader"), notices)


def check_mapped(
    model: Model,
    paths: Sequence[Path],
    mapping: Path,
    store: Store | None = None,
    *,
    dataset: str | None = None,
    progress: Progress = silent,
    terms: Terms | None = None,
) -> Checked:
    """Everything that tables of another shape say by a mapping file (see `find_mapping`), checked.

    Raises LoadAborted with all problems of the mapping, or else with those of the tables.
    """
    rules = read_mapping(model, mapping)
    problems = Problems()
    reading = Reading(problems=problems)
    name = dataset or rules.dataset
    if not valid_name(name):
        message = f"{name!r} is no dataset name; small letters, digits, dots and dashes"
        problems.append(Problem(mapping.name, None, None, message))
    files = match_files(rules, candidates(paths, reading), reading)
    made = [] if problems else mapped_statements(model, rules, name, files, reading, progress)
    if problems:
        raise LoadAborted(problems.all())
    taken = incoming(store, made, terms)
    known = (node_id for _, node_id in store.names_beside(name)) if store else ()
    notices = (*reading.notices, *taken.notices, *only_mentioned(taken.statements, known))
    return Checked(Change(name, taken.statements, "loader"), tuple(dict.fromkeys(notices)))


def load(
    store: Store,
    checked: Checked,
    *,
    agree: Callable[[Difference], bool] | None = None,
    in_parts: bool = False,
) -> Outcome:
    """Write a checked dataset, in one transaction unless `in_parts` is asked for.

    Where more than a fifth of what the dataset said would go, `agree` is asked; without it, or
    when it says no, RemovalRefused is raised and nothing is written. In parts, each part is a
    revision of its own and readers see those that are written; whoever stops in between goes on by
    loading again.
    """
    # What people decided about who is who may be newer than what was checked.
    change = replace(checked.change, statements=placed(store, checked.change.statements))
    diff = store.difference(change)
    gone, before = len(diff.removed), diff.standing
    if gone > MOST_REMOVED * before and not (agree and agree(diff)):
        raise RemovalRefused(
            f"{gone} of the {before} rows that {checked.change.dataset} had would go; nothing was "
            "written. If that is meant, load again with --yes"
        )
    if not in_parts:
        return store.commit(change, diff)
    outcome = Outcome(diff.revision, diff)
    for part in parts(diff):
        done = store.commit(change, replace(part, revision=outcome.revision))
        outcome = Outcome(done.revision, diff)
    return outcome


def parts(diff: Difference, rows: int = ROWS_IN_A_PART) -> Iterator[Difference]:
    """A difference in pieces: nodes before the relations between them, what goes at the end."""
    new = sorted(diff.added, key=lambda row: bool(row.source_id))
    old = sorted(diff.removed, key=lambda row: not row.source_id)
    for start in range(0, len(new), rows):
        yield replace(diff, added=tuple(new[start : start + rows]), changed=(), removed=())
    for start in range(0, len(diff.changed), rows):
        yield replace(diff, added=(), changed=diff.changed[start : start + rows], removed=())
    for start in range(0, len(old), rows):
        yield replace(diff, added=(), changed=(), removed=tuple(old[start : start + rows]))


def _named(path: Path, reading: Reading) -> str:
    if path.is_dir():
        return str(read_descriptor(path, reading.problems).get("name") or "")
    about = next((table for table in reading.tables if table.name == "datapackage"), None)
    return _pairs(about).get("name", "") if about else ""


def _pairs(table: Table) -> dict[str, str]:
    """A sheet of two columns as a mapping; its first row is data as well."""
    rows = [table.header, *(cells for _, cells in table.rows)]
    return {row[0].strip(): row[1].strip() for row in rows if len(row) > 1}
