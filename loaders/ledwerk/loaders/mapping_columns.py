"""What a mapping says of columns: how they are cleaned, and where they stand in templates."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ledwerk.loaders.cells import CASES, Cleaning
from ledwerk.loaders.mapping import Slot, TableRule, Template
from ledwerk.loaders.notations import DATES, NUMBERS
from ledwerk.loaders.templates import has_id_signs, id_part, parse_template
from ledwerk.loaders.yaml_nodes import Written, near
from ledwerk.schema.kinds import Model

CLEANING = (
    "missing", "words", "otherwise", "case", "split", "find", "drop", "numbers", "factor", "dates",
)  # fmt: skip
MOST_PATTERN = 300
# A repetition of what repeats itself can take for ever on a text that does not fit.
_ENDLESS = re.compile(r"[+*}]\)[+*{]")


WHOLE_ID = re.compile(r"\{([^{}|]+)\|\s*id\s*\}")


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
        joined = {match.name: match.table for match in table.joins}
        if dot and before in joined:
            far = self.tables[joined[before]]
            return Slot(before, after, cleaning_of(far, after), filter_, at.line)
        if dot and before in self.tables:
            owner, column = self.tables[before], after
            if owner.name != table.name:
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
        """A template for ids: the kind's prefix, then text of which every sign can be in an id.

        `{column|id}` is a whole id, with its prefix, in that column.
        """
        if whole := WHOLE_ID.fullmatch(rest):
            slot = self.slot(table, whole[1].strip(), at, "id")
            return (slot,) if slot else None
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
        changed["split"] = read_split(fields["split"])
    for word in ("find", "drop"):
        if word in fields:
            changed[word] = read_pattern(fields[word])
    if "factor" in fields:
        changed["factor"] = _factor(fields["factor"])
    for word, known in (("case", CASES), ("numbers", NUMBERS), ("dates", DATES)):
        if word in fields:
            changed[word] = one_of(fields[word], known)
    return replace(base, **changed)


def read_split(at: Written) -> str:
    """The pattern of what stands between values: a sign, one of several, or `{pattern: …}`."""
    if at.sort == "mapping":
        fields = at.fields(("pattern",), ("pattern",))
        return read_pattern(fields["pattern"]) if "pattern" in fields else ""
    signs = [item.node.value for item in at.items()]
    if not signs or not all(isinstance(sign, str) and sign for sign in signs):
        at.problem('no sign to split at; write one such as ";"')
        return ""
    return "|".join(map(re.escape, sorted(signs, key=len, reverse=True)))


def read_pattern(at: Written) -> str:
    """A regular pattern; empty, with a problem noted, where it is none."""
    text = at.text()
    try:
        made = re.compile(text)
    except (re.error, OverflowError) as error:
        at.problem(f"{text!r} is no regular pattern: {error}")
        return ""
    if len(text) > MOST_PATTERN or _ENDLESS.search(text):
        at.problem("this pattern could take for ever; repeat nothing that repeats itself")
        return ""
    if made.fullmatch(""):
        at.problem(f"{text!r} fits an empty text as well; say what must be there")
        return ""
    return text


def _factor(at: Written) -> float:
    text = at.text()
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if math.isfinite(number) and number != 0:
        return number
    at.problem(f"{text!r} is no number to multiply by; write one such as 1000")
    return 1.0


def one_of(written: Written, known: Collection[str]) -> str:
    """A word from a list; empty, with a problem noted, for another."""
    word = written.text()
    if word in known:
        return word
    written.problem(f"{word!r} is not known here{near(word, known)}")
    return ""
