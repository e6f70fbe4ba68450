"""Tables of a page whose rows are parted by lines, and whose columns by white space only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from ledwerk.loaders.publication.layout.pdf_cells import CellLine, cell_line, texts_of
from ledwerk.loaders.publication.layout.pdf_columns import Rule
from ledwerk.loaders.publication.layout.pdf_lines import Table

_THIN = 3.0  # points: a line, no box
_SHORTEST = 15.0
_TOUCH = 4.0
_FARTHEST = 260.0  # points between two rules of one table
_FEWEST = 3
_GUTTER = 0.8  # times the type's size: white between two columns on every line
_LARGER = 1.15
_MOST_LINES = 9  # in one cell; more is a text between lines
_ABOVE = 1.6  # times the type's size: how far above the first rule the header stands at most
_APART = 1.35  # times the least distance of lines: a new row, where no rule parts rows

Word = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Rule:
    left: float
    right: float
    height: float
    edges: tuple[float, ...]  # where its pieces begin


def rule_tables(page: Any, words: Sequence[Word]) -> Iterator[Table]:
    """The tables that lines across the page make of its words."""
    for stack in _stacks(_rules(page)):
        for rules in _apart(stack, words):
            table = _table(rules, words)
            if table is not None:
                yield table


def lines_across(page: Any) -> list[Rule]:
    """The lines drawn across a page."""
    return [Rule(one.left, one.right, one.height) for one in _rules(page)]


def _rules(page: Any) -> list[_Rule]:
    """Lines across, put together from their pieces."""
    thin = [
        (float(one["x0"]), float(one["x1"]), float(one["top"]))
        for one in (*page.rects, *page.lines)
        if one["bottom"] - one["top"] <= _THIN and one["x1"] - one["x0"] >= _SHORTEST
    ]
    pieces = sorted((round(piece[2]), *piece) for piece in (*thin, *_edges(page, thin)))
    made: list[_Rule] = []
    for _, left, right, height in pieces:
        last = made[-1] if made else None
        if last and abs(last.height - height) < _THIN / 2 and -_THIN < left - last.right < _TOUCH:
            made[-1] = _Rule(last.left, max(right, last.right), height, (*last.edges, left))
        elif not (
            last and abs(last.height - height) < _THIN / 2 and last.left <= left < last.right
        ):
            made.append(_Rule(left, right, height, (left,)))
    return made


_Piece = tuple[float, float, float]


def _edges(page: Any, thin: Sequence[_Piece]) -> list[_Piece]:
    """The upper and lower edges of cells with a coloured ground over lines of the same width."""
    cells: dict[tuple[int, int], list[tuple[float, float]]] = {}
    places: dict[tuple[int, int], tuple[float, float]] = {}
    for one in page.rects:
        high, wide = one["bottom"] - one["top"], one["x1"] - one["x0"]
        if one.get("fill") and _THIN < high <= _HIGHEST_CELL and wide >= _SHORTEST:
            key = round(one["top"]), round(one["bottom"])
            cells.setdefault(key, []).append((float(one["x0"]), float(one["x1"])))
            places[key] = float(one["top"]), float(one["bottom"])
    made = []
    for key, row in cells.items():
        row.sort()
        beside = all(abs(after[0] - one[1]) < _TOUCH for one, after in pairwise(row))
        below = [one for one in thin if 0 < one[2] + 1 - places[key][1] < _FARTHEST]
        under = all(
            any(abs(one[0] - left) < _TOUCH and abs(one[1] - right) < _TOUCH for one in below)
            for left, right in row
        )
        if len(row) > 1 and beside and under:
            made += [(left, right, height) for left, right in row for height in places[key]]
    return made


_HIGHEST_CELL = 90.0  # points


def _stacks(rules: Sequence[_Rule]) -> Iterator[list[_Rule]]:
    """Lines of one width under one another."""
    left = [*rules]
    while left:
        stack = [left.pop(0)]
        for rule in [*left]:
            last = stack[-1]
            same = abs(rule.left - last.left) < _TOUCH and abs(rule.right - last.right) < _TOUCH
            if same and _in_line(last, rule) and _THIN < rule.height - last.height < _FARTHEST:
                stack.append(rule)
                left.remove(rule)
        if len(stack) >= _FEWEST or (len(stack) > 1 and len(stack[0].edges) > 1):
            yield stack


def _apart(stack: Sequence[_Rule], words: Sequence[Word]) -> Iterator[Sequence[_Rule]]:
    """The lines of each table in a stack: without those under a running head or a title.

    Lines drawn a column at a time are of a table; where most are so, a whole one stands outside.
    A line over a title in larger type, or over what a table is called, is of no table below it.
    """
    drawn = [len(rule.edges) > 1 for rule in stack]
    if sum(drawn) >= _FEWEST and not all(drawn) and sum(drawn) * 2 > len(drawn):
        for is_drawn, some in groupby(stack, key=lambda rule: len(rule.edges) > 1):
            if is_drawn:
                yield [*some]
        return
    begin = 0
    for i, (upper, lower) in enumerate(pairwise(stack)):
        band = [word for word in words if upper.height < _middle(word) < lower.height]
        rest = [word for word in words if lower.height < _middle(word) < stack[-1].height]
        if _is_title(band, rest):
            if i > begin:
                yield stack[begin : i + 1]
            begin = i + 1
    if begin < len(stack) - 1:
        yield stack[begin:]


def _middle(word: Word) -> float:
    return float(word["top"] + word["bottom"]) / 2


def _is_title(band: Sequence[Word], rest: Sequence[Word]) -> bool:
    if not band or not rest:
        return False
    called = _CALLED.match(" ".join(word["text"] for word in _lines(band)[0]))
    sizes = sorted(word["size"] for word in rest)
    return called is not None or band[0]["size"] > sizes[len(sizes) // 2] * _LARGER


_CALLED = re.compile(
    r"(?:tabel|table|figuur|figure|schema|overzicht)\s+[\dA-Z][\w.]{0,5}\b", re.IGNORECASE
)


def _in_line(one: _Rule, other: _Rule) -> bool:
    """Whether two lines are parted at the same places, where both are drawn a column at a time."""
    if len(one.edges) == 1 or len(other.edges) == 1:
        return True
    return len(one.edges) == len(other.edges) and all(
        abs(a - b) < _TOUCH for a, b in zip(one.edges, other.edges, strict=True)
    )


def _table(rules: Sequence[_Rule], words: Sequence[Word]) -> Table | None:
    inside = [
        word
        for word in words
        if rules[0].left - _TOUCH <= word["x0"] and word["x1"] <= rules[0].right + _TOUCH
    ]
    bands = [
        [w for w in inside if upper.height < (w["top"] + w["bottom"]) / 2 < lower.height]
        for upper, lower in pairwise(rules)
    ]
    bands = [band for band in bands if band]
    head = _head(rules[0], inside)
    largest = max((word["size"] for band in bands for word in band), default=0.0)
    called = head and _CALLED.match(" ".join(word["text"] for word in _lines(head)[0]))
    if called or (head and head[0]["size"] > largest * _LARGER):
        head = []  # what heads the section, or what the table is called
    if len(bands) + bool(head) < 2:
        return None
    begins = _begins(rules, [*bands, head] if head else bands)
    if len(begins) < 2:
        return None
    if not _is_head(head, begins):
        head = []
    if len(rules) <= _FEWEST:
        bands = [row for band in bands for row in _rows(band, begins)]
    rows = [_cells(band, begins) for band in ([head, *bands] if head else bands)]
    if any(len(cell) > _MOST_LINES for row in rows for cell in row):
        return None
    cells = texts_of(rows)
    top = min((word["top"] for word in head), default=rules[0].height)
    return Table(
        cells, (0,) * len(cells), rules[0].left, rules[0].right, float(top), rules[-1].height
    )


def _head(rule: _Rule, words: Sequence[Word]) -> list[Word]:
    """The words straight above the first line: the table's header, of one line or more."""
    above = sorted((w for w in words if w["bottom"] <= rule.height + 1), key=lambda w: -w["bottom"])
    made: list[Word] = []
    edge = rule.height
    for word in above:
        near = _ABOVE if not made else _ABOVE / 3
        beside = bool(made) and word["bottom"] > edge - word["size"] / 2
        alike = not made or word["fontname"] == made[0]["fontname"]
        if beside or (alike and edge - word["bottom"] < word["size"] * near):
            made.append(word)
        else:
            break
        edge = min(edge, word["top"]) if word["bottom"] <= edge else edge
    return made


def _is_head(words: Sequence[Word], begins: Sequence[float]) -> bool:
    """Whether words stand in the columns, more than one of them."""
    filled = {_column(word, begins) for word in words}
    return len(filled) > 1 and all(
        word["x1"] <= begin or word["x0"] >= begin - _TOUCH
        for word in words
        for begin in begins[1:]
    )


def _begins(rules: Sequence[_Rule], bands: Sequence[Sequence[Word]]) -> list[float]:
    """Where the columns begin: where every line is parted, or white on every line of the text."""
    edges = rules[0].edges
    alike = all(
        len(rule.edges) == len(edges)
        and all(abs(a - b) < _TOUCH for a, b in zip(rule.edges, edges, strict=True))
        for rule in rules
    )
    if alike and len(edges) > 1:
        return [*edges]
    words = [word for band in bands for word in band]
    found = sorted((float(word["x0"]), float(word["x1"])) for word in words)
    gutter = _GUTTER * max(float(word["size"]) for word in words)
    begins, end = [found[0][0]], found[0][1]
    for left, right in found[1:]:
        if left - end >= gutter:
            begins.append(left)
        end = max(end, right)
    return begins


def _column(word: Word, begins: Sequence[float]) -> int:
    return max((i for i, begin in enumerate(begins) if word["x0"] >= begin - 1), default=0)


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one["bottom"], one["x0"])):
        if lines and abs(lines[-1][0]["bottom"] - word["bottom"]) < word["size"] / 2:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda one: float(one["x0"])) for line in lines]


def _cells(words: Sequence[Word], begins: Sequence[float]) -> list[list[CellLine]]:
    """The lines of each cell."""
    cells = []
    for column in range(len(begins)):
        own = [word for word in words if _column(word, begins) == column]
        cells.append([cell_line(line) for line in _lines(own)])
    return cells


def _rows(band: Sequence[Word], begins: Sequence[float]) -> list[list[Word]]:
    """The rows of a stretch without lines in it: more white above, or most columns begun."""
    lines = _lines(band)
    gaps = [after[0]["bottom"] - line[0]["bottom"] for line, after in pairwise(lines)]
    wide = min(gaps, default=0.0) * _APART
    by_white = any(gap > wide for gap in gaps)
    rows = [lines[0]]
    for line, gap in zip(lines[1:], gaps, strict=True):
        filled = {_column(word, begins) for word in line}
        is_new = gap > wide if by_white else 0 in filled and len(filled) * 2 > len(begins)
        if is_new:
            rows.append(line)
        else:
            rows[-1] = [*rows[-1], *line]
    return rows
