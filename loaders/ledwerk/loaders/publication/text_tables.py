"""Tables in plain text: cells between bars or tabs, or under one another with space between."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ledwerk.loaders.publication.heading_words import bullet
from ledwerk.loaders.publication.printed import Printed, PrintedTable

_RULE = re.compile(r"[\s|:+=–—_-]+")
_WIDE = re.compile(r"\s{2,}|\t+")
_FEWEST_ROWS = 2

Found = tuple[Sequence[Printed], PrintedTable, Sequence[Printed]]


def table_in(group: Sequence[Printed]) -> Found | None:
    """The lines before a table in a group, the table and the lines after it; None without one."""
    return _by_sign(group, "|") or _by_sign(group, "\t") or _by_space(group)


def _by_sign(group: Sequence[Printed], sign: str) -> Found | None:
    having = [i for i, line in enumerate(group) if line.text.strip().count(sign) >= 1]
    if len(having) < _FEWEST_ROWS:
        return None
    first, last = having[0], having[-1]
    inside = [line for line in group[first : last + 1] if not _RULE.fullmatch(line.text)]
    if len(inside) < _FEWEST_ROWS or any(sign not in line.text for line in inside):
        return None
    rows = [_cells(line.text, sign) for line in inside]
    return group[:first], _table(rows, inside), group[last + 1 :]


def _cells(text: str, sign: str) -> list[str]:
    bare = text.strip().strip("|") if sign == "|" else text
    return [cell.strip(" *") for cell in re.split(r"\t+" if sign == "\t" else r"\|", bare)]


def _by_space(group: Sequence[Printed]) -> Found | None:
    """Columns with at least two spaces between them on every line of a stretch."""
    bare = [line.text.strip()[len(bullet(line.text.strip())) :] for line in group]
    wide = [i for i, text in enumerate(bare) if _WIDE.search(text)]
    if len(wide) < _FEWEST_ROWS + 1:
        return None
    first, last = wide[0], wide[-1]
    inside = [line for line in group[first : last + 1] if not _RULE.fullmatch(line.text)]
    begins = _columns([line.text.expandtabs() for line in inside])
    if len(begins) < _FEWEST_ROWS or len(wide) * 2 < len(inside):
        return None
    rows: list[list[str]] = []
    kept: list[Printed] = []
    for line in inside:
        text = line.text.expandtabs()
        ends = [*begins[1:], max(len(text), begins[-1])]
        cells = [text[a:b].strip() for a, b in zip(begins, ends, strict=True)]
        if rows and not cells[0]:
            rows[-1] = [f"{old} {new}".strip() for old, new in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
            kept.append(line)
    return group[:first], _table(rows, kept), group[last + 1 :]


def _columns(texts: Sequence[str]) -> list[int]:
    """Where columns begin: after two signs or more that are a space on every line."""
    width = max(len(text) for text in texts)
    empty = [all(text[i : i + 1] in ("", " ") for text in texts) for i in range(width)]
    begins, run = [], 2
    for i, is_empty in enumerate(empty):
        if is_empty:
            run += 1
            continue
        if run > 1:
            begins.append(i)
        run = 0
    return begins


def _table(rows: Sequence[Sequence[str]], lines: Sequence[Printed]) -> PrintedTable:
    width = max(len(row) for row in rows)
    whole = tuple((*row, *[""] * (width - len(row))) for row in rows)
    return PrintedTable(whole, tuple(line.number for line in lines), lines[0].page)
