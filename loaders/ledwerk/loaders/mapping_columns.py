"""What a mapping says of columns: how they are cleaned, and where they stand in templates."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ledwerk.loaders.cells import CASES, DATES, NUMBERS, Cleaning
from ledwerk.loaders.mapping import Slot, TableRule, Template
from ledwerk.loaders.templates import has_id_signs, id_part, parse_template
from ledwerk.loaders.yaml_nodes import Written, near
from ledwerk.schema.kinds import Model

CLEANING = ("missing", "words", "otherwise", "case", "split", "numbers", "dates")


@dataclass(frozen=True, slots=True)
class Scope:
    """What the words of a mapping may refer to."""

    model: Model
    tables: dict[str, TableRule]

    def table(self, written: Written) -> TableRule | None:
        """The table that a word names."""
        word = written.text()
        if word not in self.tables:
            written.problem(f"no table is called {word!r}{near(word, self.tables)}")
        return self.tables.get(word)

    def slot(self, table: TableRule, word: str, at: Written, filter_: str = "") -> Slot | None:
        """The column that a word means in rows of a table: its own, or one joined to them."""
        owner, column = table, word
        before, dot, after = word.partition(".")
        if dot and before in self.tables:
            owner, column = self.tables[before], after
            if owner is not table and before not in [match.table for match in table.joins]:
                at.problem(f"{table.name} is not joined with {before}; give it a join")
                return None
        if not column:
            at.problem("no column is named here")
            return None
        return Slot(owner.name, column, cleaning_of(owner, column), filter_, at.line)

    def template(
        self, table: TableRule, at: Written, text: str, filter_: str = ""
    ) -> Template | None:
        """A text with columns in it. `filter_` is for those that name none."""
        parts: list[str | Slot] = []
        try:
            pieces = list(parse_template(text))
        except ValueError as error:
            at.problem(str(error))
            return None
        for piece in pieces:
            if isinstance(piece, str):
                parts.append(piece)
                continue
            slot = self.slot(table, piece.column, at, piece.filter or filter_)
            if slot is None:
                return None
            parts.append(slot)
        return tuple(parts)

    def key(self, table: TableRule, at: Written, prefix: str, rest: str) -> Template | None:
        """A template for ids: the kind's prefix, then text of which every sign can be in an id."""
        template = self.template(table, at, rest, "slug")
        if template is None:
            return None
        literals = [part for part in template if isinstance(part, str)]
        wrong = next((part for part in literals if not has_id_signs(part)), None)
        if wrong is not None:
            at.problem(f"{wrong!r} has signs that no id has; write {id_part(wrong) or '-'!r}")
            return None
        if not template:
            at.problem("empty; write what tells one from another, such as {code}")
            return None
        return (f"{prefix}:", *template)


def cleaning_of(table: TableRule, column: str) -> Cleaning:
    """How a table cleans a column."""
    return dict(table.columns).get(column, table.cleaning)


def read_cleaning(fields: Mapping[str, Written], base: Cleaning) -> Cleaning:
    """A cleaning as `fields` change it; what they do not say stays as it is."""
    changed: dict[str, Any] = {}
    if "missing" in fields:
        changed["missing"] = fields["missing"].texts()
    if "words" in fields:
        at = fields["words"]
        words = {word: value.text() for word, value in at.pairs().items()}
        changed |= {"words": tuple(words.items()), "words_at": f"{at.file}:{at.line}"}
        changed["otherwise"] = None
    if "otherwise" in fields:
        changed["otherwise"] = fields["otherwise"].text()
        if not (changed.get("words") or base.words):
            fields["otherwise"].problem("there are no words that it could be beside; add words")
    if "split" in fields:
        changed["split"] = fields["split"].node.value
        if not isinstance(changed["split"], str) or not changed["split"]:
            fields["split"].problem('no sign to split at; write one such as ";"')
    for word, known in (("case", CASES), ("numbers", NUMBERS), ("dates", DATES)):
        if word in fields:
            changed[word] = one_of(fields[word], known)
    return replace(base, **changed)


def one_of(written: Written, known: Collection[str]) -> str:
    """A word from a list; empty, with a problem noted, for another."""
    word = written.text()
    if word in known:
        return word
    written.problem(f"{word!r} is not known here{near(word, known)}")
    return ""
