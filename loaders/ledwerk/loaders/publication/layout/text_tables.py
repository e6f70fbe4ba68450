"""Tables in plain text: cells between bars or tabs, or under one another with space between."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ledwerk.loaders.publication.layout.heading_words import bullet
from ledwerk.loaders.publication.layout.joining import cell_joined
from ledwerk.loaders.publication.layout.line_starts import is_titled
from ledwerk.loaders.publication.layout.printed import Printed, PrintedTable
from ledwerk.loaders.publication.layout.text_terms import terms_in

_RULE = re.compile(r"[\s|:+=–—_-]+")
_WIDE = re.compile(r"\s{2,}|\t+")
_FEWEST_ROWS = 2

Found = tuple[Sequence[Printed], PrintedTable, Sequence[Printed]]


def table_in(group: Sequence[Printed]) -> Found | None:
    """The lines before a table in a group, the table and the lines after it; None without one."""
    terms = terms_in(group)
    if terms is not None:
        return (), terms, ()
    return _by_sign(group, "|") or _by_sign(group, "\t") or _by_dots(group) or _by_space(group)


def _is_rule(line: Printed) -> bool:
    return _RULE.fullmatch(line.text) is not None


def _by_sign(group: Sequence[Printed], sign: str) -> Found | None:
    having = [i for i, line in enumerate(group) if line.text.strip().count(sign) >= 1]
    having = [i for i in having if not (_is_rule(group[i]) and sign == "\t")]
    if len(having) < _FEWEST_ROWS:
        return None
    first, last = having[0], having[-1]
    while first and _is_rule(group[first - 1]):  # what is drawn around it is of the table
        first -= 1
    while last + 1 < len(group) and _is_rule(group[last + 1]):
        last += 1
    stretch = group[first : last + 1]
    inside = [line for line in stretch if not _is_rule(line)]
    if len(inside) < _FEWEST_ROWS or any(sign not in line.text for line in inside):
        return None
    rows, kept = _rows(stretch, sign)
    return group[:first], _table(rows, kept), group[last + 1 :]


def _rows(stretch: Sequence[Printed], sign: str) -> tuple[list[list[str]], list[Printed]]:
    """The rows of a table with the first line of each.

    Where a rule stands between most rows, the lines between two rules are one row; else a line
    without a first cell goes on with the row above it.
    """
    rules = [i for i, line in enumerate(stretch) if _is_rule(line)]
    inner = [i for i in rules if 0 < i < len(stretch) - 1]
    drawn = len(inner) > 1
    rows: list[list[str]] = []
    kept: list[Printed] = []
    new = True
    for line in stretch:
        if _is_rule(line):
            new = new or drawn
            continue
        cells = _cells(line.text, sign)
        goes_on = rows and (not new if drawn else sign == "|" and not cells[0] and any(cells))
        if goes_on:
            width = max(len(cells), len(rows[-1]))
            old = rows[-1] + [""] * (width - len(rows[-1]))
            more = cells + [""] * (width - len(cells))
            rows[-1] = [cell_joined(a, b) for a, b in zip(old, more, strict=True)]
        else:
            rows.append(cells)
            kept.append(line)
        new = not drawn
    return rows, kept


def _cells(text: str, sign: str) -> list[str]:
    bare = text.strip().strip("|") if sign == "|" else text
    return [cell.strip(" *") for cell in re.split(r"\t+" if sign == "\t" else r"\|", bare)]


# Dots that lead from a label to its figure: "Ingediende dossiers ........ 37".
_LEADERS = re.compile(r" ?(?:\. ?){4,}")


def _by_dots(group: Sequence[Printed]) -> Found | None:
    having = [i for i, line in enumerate(group) if _LEADERS.search(line.text)]
    if len(having) < _FEWEST_ROWS or having[-1] - having[0] >= len(having):
        return None
    inside = group[having[0] : having[-1] + 1]
    rows = [[cell.strip() for cell in _LEADERS.split(line.text)] for line in inside]
    return group[: having[0]], _table(rows, inside), group[having[-1] + 1 :]


def _by_space(group: Sequence[Printed]) -> Found | None:
    """Columns with at least two spaces between them on every line of a stretch."""
    bare = [line.text.strip()[len(bullet(line.text.strip())) :] for line in group]
    wide = [i for i, text in enumerate(bare) if _WIDE.search(text)]
    if len(wide) < _FEWEST_ROWS + 1 and not (len(wide) == _FEWEST_ROWS and _columned(bare, wide)):
        return None
    first, last = wide[0], wide[-1]
    inside = [line for line in group[first : last + 1] if not _is_rule(line)]
    begins = _columns([line.text.expandtabs() for line in inside])
    if len(begins) == _FEWEST_ROWS and all(_PART.match(bare[i]) for i in wide):
        return None  # the numbered parts of minutes
    while last + 1 < len(group) and _under(group[last + 1], begins):
        last += 1
        inside.append(group[last])
    placed = [line for line in inside if _under(line, begins)]
    if len(begins) < _FEWEST_ROWS or len(wide) * 2 < len(inside) - len(placed):
        return None
    rows: list[list[str]] = []
    kept: list[Printed] = []
    over = ""
    for line, below in zip(inside, [*inside[1:], None], strict=True):
        text = line.text.expandtabs()
        ends = [*begins[1:], max(len(text), begins[-1])]
        cells = [text[a:b].strip() for a, b in zip(begins, ends, strict=True)]
        if below and not any(cells[1:]) and _set_in(line, below, begins):
            over = cell_joined(over, cells[0])
            continue
        cells[0], over = cell_joined(over, cells[0]), ""
        if rows and _goes_on(cells, rows[-1]):
            rows[-1] = [cell_joined(old, new) for old, new in zip(rows[-1], cells, strict=True)]
        else:
            cells[0] = cells[0][len(bullet(cells[0])) :]
            rows.append(cells)
            kept.append(line)
    return group[:first], _table(rows, kept), group[last + 1 :]


_PART = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s")


def _set_in(line: Printed, below: Printed, begins: Sequence[int]) -> bool:
    """Whether the line below is set in, and has the other cells of a row that begins here."""
    text = below.text.expandtabs()
    if is_titled(line.text):
        return False
    deeper = len(line.text) - len(line.text.lstrip()) < len(text) - len(text.lstrip()) < begins[1]
    return deeper and bool(text[begins[1] :].strip())


def _under(line: Printed, begins: Sequence[int]) -> bool:
    """Whether a line has text in a later column alone: a cell that goes on."""
    text = line.text.expandtabs()
    bare = text.strip()
    return len(text) - len(text.lstrip()) in begins[1:] and not _WIDE.search(bare) and bare != ""


def _columned(bare: Sequence[str], wide: Sequence[int]) -> bool:
    """Whether two lines are enough: three columns or more in both, well apart."""
    cells = [len(re.split(r"\s{3,}|\t+", bare[i])) for i in wide]
    return min(cells) > _FEWEST_ROWS and len(set(cells)) == 1


def _goes_on(cells: Sequence[str], above: Sequence[str]) -> bool:
    """Whether a line goes on with the row above: no first cell, or the rest of a broken one."""
    if not cells[0]:
        return True
    fewer = sum(map(bool, cells)) < sum(map(bool, above))
    return fewer and (cells[0][:1].islower() or above[0].endswith("-"))


def _columns(texts: Sequence[str]) -> list[int]:
    """Where columns begin: after two signs or more that are a space on every line."""
    width = max(len(text) for text in texts)
    empty = [all(text[i : i + 1] in ("", " ") for text in texts) for i in range(width)]
    headed = _headed(texts, empty)
    begins, run = [], 2
    for i, is_empty in enumerate(empty):
        if is_empty:
            run += 1
            continue
        if run > 1 or i in headed:
            begins.append(i)
        run = 0
    return begins


def _headed(texts: Sequence[str], empty: Sequence[bool]) -> frozenset[int]:
    """Where a header's word begins a column that one space parts on a few lines only."""
    head = texts[0]
    starts = [m.start() for m in re.finditer(r"(?<=  )\S", head)]
    made = set()
    for at in starts:
        filled = [text for text in texts if text[at : at + 1].strip()]
        wide = sum(1 for text in filled if not text[at - 2 : at].strip())
        if empty[at - 1] and wide * 3 >= len(filled) * 2 and len(filled) >= _FEWEST_ROWS:
            made.add(at)
    return frozenset(made)


def _table(rows: Sequence[Sequence[str]], lines: Sequence[Printed]) -> PrintedTable:
    width = max(len(row) for row in rows)
    whole = tuple((*row, *[""] * (width - len(row))) for row in rows)
    return PrintedTable(whole, tuple(line.number for line in lines), lines[0].page)
