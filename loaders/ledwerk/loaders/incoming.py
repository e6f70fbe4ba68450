"""What a source says, as a store may take it: after what people decided about it.

Every loader asks this once its statements are made and before they are compared with the store, so
that decisions outlive the next load.
"""

from __future__ import annotations

from dataclasses import dataclass

from ledwerk.graph.store import Store
from ledwerk.loaders.forgotten import without_forgotten
from ledwerk.loaders.merging import placed
from ledwerk.loaders.reviewing import Terms, reviewed
from ledwerk.loaders.withdrawing import without_withdrawn
from ledwerk.schema.statements import Statement


@dataclass(frozen=True, slots=True)
class Incoming:
    """Statements as they may be written, and what a person should know of what became of them."""

    statements: list[Statement]
    notices: tuple[str, ...] = ()


def incoming(
    store: Store | None, statements: list[Statement], terms: Terms | None = None
) -> Incoming:
    """Statements from outside, without people that the store has forgotten, what cites a withdrawn
    source, and what a program read and nobody has accepted; under the ids that stay where two nodes
    were found to be the same.
    """
    kept, people = without_forgotten(store, statements)
    notices = []
    if people == 1:
        notices.append("1 person was left out: they were erased from this store")
    elif people:
        notices.append(f"{people} people were left out: they were erased from this store")
    kept, cited = without_withdrawn(store, kept)
    notices += [
        f"{count} rows are left out, since they cite {source}, which was withdrawn; "
        f"ledwerk withdraw {source} --take-back lets them in again"
        for source, count in cited.items()
    ]
    kept = placed(store, kept)
    looked_at = reviewed(store, kept, terms or Terms())
    return Incoming(looked_at.statements, (*notices, *looked_at.notices))
