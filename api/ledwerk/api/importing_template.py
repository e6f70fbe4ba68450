"""An empty workbook to fill in: a sheet for every table, its columns explained and their words to
choose from.
"""

from __future__ import annotations

import io
from typing import Any

from ledwerk.loaders.columns import Kind, Role, header_words, table_columns, tables
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.fields import Shape, Text
from ledwerk.schema.kinds import Model, NodeKind
from ledwerk.schema.names import fold
from ledwerk.viz.texts import said

_ROWS = 1_000  # of a sheet, that offer the words of a list
_LONGEST_LIST = 255  # letters, that a cell's list of words may have
_WORDS = {
    "id": Text("Mag leeg blijven: dan wordt het van de naam gemaakt.", "May stay empty: it is then "
               "made from the name."),
    "end": Text("Naam of id, zoals in de andere bladen of in het netwerk.", "Name or id, as in the "
                "other sheets or in the network."),
    "dataset": Text("naam-van-deze-gegevens", "name-of-this-data"),
}  # fmt: skip


def template_workbook(model: Model, table: str, lang: str) -> bytes:
    """A workbook with the sheet of one table, or of all. Raises InvalidQuestion for no table."""
    import xlsxwriter

    known = tables(model)
    if table and table not in known:
        raise InvalidQuestion(f"there is no table {table!r}")
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True})
        if not table:
            about = book.add_worksheet("datapackage")
            about.write_row(0, 0, ["name", ""])
            about.write_row(1, 0, ["title", ""])
        for name in [table] if table else known:
            _add_sheet(book.add_worksheet(name), known[name], bold, lang)
    return made.getvalue()


def _add_sheet(sheet: Any, kind: Kind, bold: Any, lang: str) -> None:
    sheet.freeze_panes(1, 1)
    words = header_words(kind)
    for column, role in enumerate(table_columns(kind)):
        label = said(role.property.label, lang)
        found = words.get(label) or words.get(fold(label))
        title = label if found == role else role.property.name
        sheet.write_string(0, column, title, bold)
        sheet.set_column(column, column, max(12, len(title) + 2))
        sheet.write_comment(0, column, _explained(kind, role, lang), {"x_scale": 2})
        choices = _choices(role, lang)
        if choices and len(",".join(choices)) <= _LONGEST_LIST:
            rule = {"validate": "list", "source": choices, "error_type": "warning"}
            sheet.data_validation(1, column, _ROWS, column, rule)


def _explained(kind: Kind, role: Role, lang: str) -> str:
    if role.part == "key":
        return said(_WORDS["id" if isinstance(kind, NodeKind) else "end"], lang)
    hint = said(role.property.type.hint, lang)
    vocabulary = role.property.type.vocabulary
    if vocabulary:
        hint = ", ".join(said(term.label, lang) for term in vocabulary.terms)
    return f"{role.property.description} {hint}" if lang == "en" else hint


def _choices(role: Role, lang: str) -> list[str]:
    """The words to choose from, where there are few."""
    if role.property.type.vocabulary:
        return [said(term.label, lang) for term in role.property.type.vocabulary.terms]
    if role.property.type.shape is Shape.BOOLEAN:
        return ["yes", "no"] if lang == "en" else ["ja", "nee"]
    return []
