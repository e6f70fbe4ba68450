"""Filling in a workbook as a person does, by writing cells into what is there."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

Cells = Sequence[str | float | None]


def fill(file: Path, rows: Mapping[str, Sequence[Cells]]) -> None:
    """Write rows on sheets, by the names of the sheets, below what stands there."""
    with zipfile.ZipFile(file) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    for sheet, lines in rows.items():
        path = _path(parts, sheet)
        text = parts[path].decode()
        line = max(map(int, re.findall(r'<row r="(\d+)"', text)), default=0)
        made = "".join(_row(line + n, cells) for n, cells in enumerate(lines, start=1))
        parts[path] = text.replace("</sheetData>", f"{made}</sheetData>").encode()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(name, part)


def _path(parts: Mapping[str, bytes], sheet: str) -> str:
    book, ties = parts["xl/workbook.xml"].decode(), parts["xl/_rels/workbook.xml.rels"].decode()
    name = re.escape(escape(sheet, quote=False))
    found = re.search(rf'<sheet name="{name}"[^>]*r:id="(\w+)"', book)
    assert found, f"no sheet {sheet}"
    target = re.search(rf'<Relationship Id="{found[1]}"[^>]*Target="([^"]+)"', ties)
    assert target
    return f"xl/{target[1]}"


def _row(line: int, cells: Cells) -> str:
    made = "".join(
        _cell(f"{chr(65 + place)}{line}", cell)
        for place, cell in enumerate(cells)
        if cell is not None
    )
    return f'<row r="{line}">{made}</row>'


def _cell(at: str, cell: str | float) -> str:
    if isinstance(cell, str):
        return f'<c r="{at}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
    return f'<c r="{at}"><v>{cell}</v></c>'
