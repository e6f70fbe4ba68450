"""What a mapping says of a table's shape: where its header is, and which rows come of its rows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ledwerk.loaders.mapping import Added, Each, Shape, Slot, TableRule, Unpivot
from ledwerk.loaders.mapping_columns import Scope, read_split
from ledwerk.loaders.yaml_nodes import Written

SHAPE = ("header", "delimiter", "titles", "optional", "unpivot", "each", "add")
MOST_LINES = 1000


def read_shape(scope: Scope, table: TableRule, fields: Mapping[str, Written]) -> Shape:
    """The shape that the words of a table describe."""
    titles = fields["titles"].pairs() if "titles" in fields else {}
    return Shape(
        _line(fields["header"]) if "header" in fields else 0,
        _delimiter(fields["delimiter"]) if "delimiter" in fields else "",
        tuple((column, at.texts()) for column, at in titles.items()),
        fields["optional"].texts() if "optional" in fields else (),
        _unpivot(fields["unpivot"]) if "unpivot" in fields else None,
        _each(scope, table, fields["each"]) if "each" in fields else None,
        _added(scope, table, fields["add"]) if "add" in fields else (),
    )


def _line(at: Written) -> int:
    text = at.text()
    if re.fullmatch(r"[1-9]\d{0,3}", text) and int(text) <= MOST_LINES:
        return int(text)
    at.problem(f"{text!r} is no line; write the number of the line that names the columns")
    return 0


def _delimiter(at: Written) -> str:
    text = str(at.node.value)
    word = {"tab": "\t", "\\t": "\t"}.get(text.strip().lower(), text)
    if len(word) == 1 and word not in '"\r\n':
        return word
    at.problem('one sign, such as ";", or tab')
    return ""


def _unpivot(at: Written) -> Unpivot | None:
    fields = at.fields(("name", "columns", "value", "values"))
    if at.sort != "mapping":
        return None
    name = fields["name"].text() if "name" in fields else ""
    if "values" in fields:
        values = tuple((c, w.texts()) for c, w in fields["values"].pairs().items())
        if not values or "columns" in fields or "value" in fields:
            at.problem("needs either columns and value, or values")
        return Unpivot(name, values, at.line)
    if "columns" not in fields or "value" not in fields:
        at.problem("needs either columns and value, or values")
        return None
    return Unpivot(name, ((fields["value"].text(), fields["columns"].texts()),), at.line)


def _each(scope: Scope, table: TableRule, at: Written) -> Each | None:
    fields = at.fields(("column", "columns", "split"), ("split",))
    if ("column" in fields) == ("columns" in fields):
        at.problem("needs exactly one of column, columns")
        return None
    if "split" not in fields:
        return None
    words = fields["columns"].texts() if "columns" in fields else (fields["column"].text(),)
    slots = [_own(scope, table, at, word) for word in words]
    return Each(tuple(slot for slot in slots if slot), read_split(fields["split"]), at.line)


def _own(scope: Scope, table: TableRule, at: Written, word: str) -> Slot | None:
    """A column of the table itself: none that is joined is there yet."""
    slot = scope.slot(table, word, at)
    if slot and slot.table != table.name:
        at.problem("a column of another table cannot stand here; join comes after this")
        return None
    return slot


def _added(scope: Scope, table: TableRule, at: Written) -> tuple[Added, ...]:
    made = []
    for column, written in at.pairs().items():
        parts, between = written, None
        if written.sort == "mapping":
            fields = written.fields(("parts", "between"), ("parts", "between"))
            if len(fields) < 2:
                continue
            parts, between = fields["parts"], str(fields["between"].node.value)
        found = [scope.template(table, item, item.text()) for item in parts.items()]
        slots = (part for template in found for part in template or () if isinstance(part, Slot))
        if any(slot.table != table.name for slot in slots):
            written.problem("a column of another table cannot stand here; join comes after this")
        made.append(Added(column, tuple(template for template in found if template), between))
    return tuple(made)
