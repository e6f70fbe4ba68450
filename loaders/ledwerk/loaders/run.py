"""Loading: read, check everything, then replace what the dataset said, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from ledwerk.graph.store import Change, Difference, Outcome, Store
from ledwerk.loaders.datapackage import read_descriptor, valid_name
from ledwerk.loaders.drafts import Draft, drafts
from ledwerk.loaders.readers import Reading, Table, read_tables
from ledwerk.loaders.references import statements
from ledwerk.schema.errors import LoadAborted, Problem, RemovalRefused
from ledwerk.schema.kinds import Model

MOST_REMOVED = 0.2

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
) -> Checked:
    """Everything a folder or workbook says, checked. Raises LoadAborted with all its problems.

    References may go to nodes that other datasets in `store` brought.
    """
    reading = read_tables(path)
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
    made = statements(model, name or "unnamed", rows, known, reading.problems)
    if reading.problems:
        raise LoadAborted(reading.problems)
    return Checked(Change(name or "", made, "loader"), tuple(reading.notices))


def load(
    store: Store, checked: Checked, *, agree: Callable[[Difference], bool] | None = None
) -> Outcome:
    """Write a checked dataset.

    Where more than a fifth of what the dataset said would go, `agree` is asked; without it, or
    when it says no, RemovalRefused is raised and nothing is written.
    """
    diff = store.difference(checked.change)
    gone, before = len(diff.removed), diff.standing
    if gone > MOST_REMOVED * before and not (agree and agree(diff)):
        raise RemovalRefused(
            f"{gone} of the {before} rows that {checked.change.dataset} had would go; nothing was "
            "written. If that is meant, load again with --yes"
        )
    return store.commit(checked.change, diff)


def _named(path: Path, reading: Reading) -> str:
    if path.is_dir():
        return str(read_descriptor(path, reading.problems).get("name") or "")
    about = next((table for table in reading.tables if table.name == "datapackage"), None)
    return _pairs(about).get("name", "") if about else ""


def _pairs(table: Table) -> dict[str, str]:
    """A sheet of two columns as a mapping; its first row is data as well."""
    rows = [table.header, *(cells for _, cells in table.rows)]
    return {row[0].strip(): row[1].strip() for row in rows if len(row) > 1}
