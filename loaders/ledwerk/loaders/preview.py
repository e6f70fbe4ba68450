"""What a file would do, before anything is done: read and checked as every load is."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ledwerk.graph.store import Change, Difference, Outcome, Store
from ledwerk.loaders.datapackage import valid_name
from ledwerk.loaders.drafts import drafts
from ledwerk.loaders.incoming import incoming
from ledwerk.loaders.namesakes import namesakes, repeated
from ledwerk.loaders.preview_effects import Effect, effects
from ledwerk.loaders.preview_matches import Matched, matched
from ledwerk.loaders.preview_tables import (
    Fitted,
    Wanted,
    fitted,
    named_in,
    undecided_problems,
    with_source,
)
from ledwerk.loaders.readers import Reading
from ledwerk.loaders.references import statements
from ledwerk.loaders.run import MOST_REMOVED
from ledwerk.loaders.sheets import as_tables
from ledwerk.schema.errors import Problem, RemovalRefused
from ledwerk.schema.kinds import Model
from ledwerk.schema.names import name_key, slug
from ledwerk.schema.statements import EDITS


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything that somebody wants to know before they agree.

    With problems there is nothing to agree to. `datasets` are those that are there, `source` is
    the source of rows that name none, `rows` how many were read, `digest` what two previews share
    that would do the same.
    """

    dataset: str
    datasets: tuple[str, ...]
    source: str
    rows: int
    fit: Fitted
    problems: tuple[Problem, ...]
    notices: tuple[str, ...]
    found: Matched
    change: Change
    difference: Difference
    effects: tuple[Effect, ...]

    @property
    def exists(self) -> bool:
        """Whether something was said under this name before."""
        return self.dataset in self.datasets

    @property
    def digest(self) -> str:
        """32 hexadecimal digits."""
        told = hashlib.blake2b(self.dataset.encode(), digest_size=16)
        diff = self.difference
        for row in sorted(row.digest for row in diff.added):
            told.update(f"+{row}".encode())
        for row in sorted(f"{a.digest}{b.digest}" for a, b in diff.changed):
            told.update(f"~{row}".encode())
        for row in sorted(row.digest for row in diff.removed):
            told.update(f"-{row}".encode())
        told.update(repr([(one.what, one.key, one.fields) for one in self.effects]).encode())
        return told.hexdigest()

    @property
    def counts(self) -> dict[str, int]:
        """How many nodes and relations appear, change or go."""
        return {
            kind: sum(effect.what == kind for effect in self.effects)
            for kind in ("new", "changed", "gone")
        }

    @property
    def removes_much(self) -> bool:
        """Whether more goes of what the dataset said than is taken without asking."""
        return len(self.difference.removed) > MOST_REMOVED * self.difference.standing


def preview(
    model: Model,
    store: Store,
    reading: Reading,
    wanted: Wanted,
    file: str,
    *,
    today: date | None = None,
) -> Preview:
    """What reading a file with these choices would do. Nothing is written."""
    reading = replace(reading, tables=as_tables(model, reading))
    problems = list(reading.problems)
    dataset = wanted.dataset or named_in(reading) or _name_of(file)
    problems += _dataset_problems(dataset, file)
    fit = fitted(model, reading, wanted)
    problems += undecided_problems(fit, reading)
    known = [] if problems else store.names_beside(dataset)
    source = ""
    if fit.lacking:
        source = wanted.source or Path(file).stem
        fit = with_source(fit, *_source_of(known, source), today)
    rows = list(drafts(model, list(fit.tables), problems))
    problems += namesakes(rows)
    found = matched(rows, known, wanted)
    made = [] if problems else statements(model, dataset, found.rows, known, problems)
    taken = incoming(store, made)
    change = Change(dataset, () if problems else taken.statements, "")
    nothing = Difference((), (), (), 0)
    diff = nothing if problems else store.difference(change)
    told = tuple(effects(model, store, diff))
    return Preview(
        dataset, tuple(store.datasets()), source, len(rows), fit, tuple(dict.fromkeys(problems)),
        (*reading.notices, *repeated(rows), *taken.notices), found, change, diff, told,
    )  # fmt: skip


def take_over(store: Store, agreed: Preview, actor: str, why: str, *, removing: bool) -> Outcome:
    """Write what a preview showed. Raises RemovalRefused where much would go and `removing` is not
    set; StoreError else; and then nothing is written.
    """
    if agreed.removes_much and not removing:
        diff = agreed.difference
        raise RemovalRefused(
            f"{len(diff.removed)} of the {diff.standing} rows that {agreed.dataset} had would go; "
            "nothing was written. Say that this is meant, or choose another dataset"
        )
    change = Change(agreed.dataset, agreed.change.statements, actor, "load", why)
    return store.commit(change, agreed.difference)


def _name_of(file: str) -> str:
    return slug(Path(file).stem)[:80] or "import"


def _dataset_problems(dataset: str, file: str) -> Sequence[Problem]:
    if dataset == EDITS:
        message = f"{EDITS} holds what people change here by hand; choose another dataset"
        return [Problem(file, None, None, message)]
    if not valid_name(dataset):
        right = "small letters, digits, dots and dashes, such as led-2016"
        return [Problem(file, None, None, f"{dataset!r} is no dataset name; {right}")]
    return []


def _source_of(known: Sequence[tuple[str, str]], word: str) -> tuple[str, str]:
    """Name and id of the known source of that name or id; else the name alone, for a new one."""
    sources = {node_id: name for name, node_id in reversed(known) if node_id.startswith("source:")}
    if word in sources:
        return sources[word], word
    key = name_key(word)
    found = {node_id for name, node_id in known if node_id in sources and name_key(name) == key}
    if len(found) != 1:
        return word, ""
    (node_id,) = found
    return sources[node_id] or word, node_id
