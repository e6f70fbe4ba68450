"""Where the columns of a page begin, each for the stretch of the page that it goes down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ledwerk.loaders.publication.layout.cards import is_figure
from ledwerk.loaders.publication.layout.pdf_lines import Row, Table

_FEWEST = 3  # lines that begin at one place, before it is taken for a column
_NEAR = 6.0  # points
_FILLED = 0.55  # of a column's width, on average: text; less is a table without rules
_WORDS, _WORDS_BESIDE = 3.0, 1.5  # in a line of a text column, on average
_LETTERS = 0.6  # of the signs of a column of text; a column of amounts has fewer
_PARTED = 1.8  # times a heading's size: white beside it, for a heading over both columns

Piece = Row | Table


@dataclass(frozen=True, slots=True)
class Rule:
    """A line drawn across a page."""

    left: float
    right: float
    height: float


_Band = Sequence[Piece]


def level_with(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces that stand beside each other, from the top of the page down."""
    bands: list[list[Piece]] = []
    bottom = 0.0
    for piece in sorted(pieces, key=lambda one: (one.top, one.left)):
        height = piece.bottom - piece.top
        if bands and piece.top + height * 0.25 < bottom:
            bands[-1].append(piece)
            bottom = max(bottom, piece.bottom)
        else:
            bands.append([piece])
            bottom = piece.bottom
    return bands


def cuts_of(
    bands: Sequence[_Band],
    body: float,
    grid: Collection[float] = (),
    rules: Sequence[Rule] = (),
) -> list[tuple[float, ...]]:
    """For each band, where its second and further columns begin.

    `grid` holds where columns begin on other pages: one or two lines tell of such a column. A line
    drawn across ends columns.
    """
    active: list[list[float]] = [[] for _ in bands]
    rows = [piece for band in bands for piece in band if isinstance(piece, Row)]
    if not rows:
        return [()] * len(bands)
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    begins = Counter(round(row.left) for row in rows)
    for place, count in sorted(begins.items()):
        near = sum(n for at, n in begins.items() if abs(at - place) <= 1)
        in_grid = any(abs(place - at) <= _ON_GRID for at in grid)
        fewest = 1 if in_grid else _FEWEST
        if count and near >= fewest and place >= left + (right - left) * 0.2:
            _take(place, bands, active, left, body, fewest, rules)
    _beside_tables(bands, active, grid)
    return [tuple(sorted(cuts)) for cuts in active]


def _beside_tables(
    bands: Sequence[_Band], active: list[list[float]], grid: Collection[float]
) -> None:
    """Add a column of the page to where a table stands in it beside something else."""
    for place in {place for cuts in active for place in cuts} | set(grid):
        for band, cuts in zip(bands, active, strict=True):
            crossed = any(one.left < place - 2 and one.right > place - 2 for one in band)
            begins = any(abs(one.left - place) <= _ON_GRID for one in band)
            before = any(one.right < place for one in band)
            table = any(isinstance(one, Table) for one in band)
            near = any(abs(place - cut) < _NEAR * 4 for cut in cuts)
            if table and begins and before and not crossed and not near:
                cuts.append(place)


_ON_GRID = 2.0  # points


def _take(
    place: float,
    bands: Sequence[_Band],
    active: list[list[float]],
    left: float,
    body: float,
    fewest: int,
    rules: Sequence[Rule],
) -> None:
    """Add a place to the bands of each stretch in which a column begins there."""
    for run in _runs(place, bands, rules):
        for begin, end in _fitting(place, run, bands, active, left, body, fewest):
            for first, last in _sections(place, bands, begin, end, body):
                for cuts in active[first:last]:
                    cuts.append(place)


def _fitting(
    place: float,
    run: tuple[int, int],
    bands: Sequence[_Band],
    active: Sequence[Sequence[float]],
    left: float,
    body: float,
    fewest: int,
) -> list[tuple[int, int]]:
    """The stretch itself if there is a column in it, or else its parts: of as many columns, or
    under a heading each.
    """
    others = [i for i in range(run[0] + 1, run[1]) if active[i] != active[i - 1]]
    heads = [i for i in range(run[0] + 1, run[1]) if _is_alone(bands[i], place, body)]
    for places in ([], others, sorted({*others, *heads})):
        fit = []
        for begin, end in pairwise([run[0], *places, run[1]]):
            cuts = [cut for cuts in active[begin:end] for cut in cuts]
            apart = not cuts or place - max(cuts) >= _NEAR * 4
            before = max(cuts, default=left)
            if apart and _is_column(place, before, bands[begin:end], fewest):
                fit.append((begin, end))
        if fit:
            return fit
    return []


def _is_alone(band: _Band, place: float, body: float) -> bool:
    """Whether a heading is all that stands on a height."""
    return all(piece.right < place for piece in band) and _is_heading(band, body)


def _runs(place: float, bands: Sequence[_Band], rules: Sequence[Rule]) -> Iterator[tuple[int, int]]:
    """Stretches of bands that nothing crosses a place in, and no line between them."""
    begin = 0
    for i, band in enumerate([*bands, None]):
        crossed = (
            band is None
            or _are_figures(band)
            or any(piece.left < place - 2 and piece.right > place - 2 for piece in band)
        )
        if crossed:
            if i > begin:
                yield begin, i
            begin = i + 1
        elif i > begin and band is not None and _ruled_off(place, bands[i - 1], band, rules):
            yield begin, i
            begin = i


def _ruled_off(place: float, before: _Band, band: _Band, rules: Sequence[Rule]) -> bool:
    """Whether a line stands across a place between two bands."""
    bottom, top = max(one.bottom for one in before), min(one.top for one in band)
    return any(
        rule.left < place - _NEAR and rule.right > place + _NEAR
        and bottom - 2 <= rule.height <= top + 2
        for rule in rules
    )  # fmt: skip


def _are_figures(band: _Band) -> bool:
    """Whether large figures stand beside each other, over what they count: no columns of text."""
    texts = [piece.text for piece in band if isinstance(piece, Row)]
    return len(texts) == len(band) >= _FEWEST and all(map(is_figure, texts))


def _is_column(place: float, before: float, bands: Sequence[_Band], fewest: int) -> bool:
    """Whether there is text on both sides of a place, level with each other."""
    rows = [piece for band in bands for piece in band if isinstance(piece, Row)]
    tables = [piece for band in bands for piece in band if isinstance(piece, Table)]
    here = [row for row in rows if row.left >= place - 2]
    ahead = [row for row in rows if before - 2 <= row.left < place - 2]
    begun = {round(row.top) for row in here if abs(row.left - place) <= 2}
    if len(begun) < fewest:
        return False
    top, bottom = min(row.top for row in here), max(row.bottom for row in here)
    beside = lines_in(here)
    if _is_prose(beside):  # whatever it stands beside, a table or a list
        others: list[Piece] = [*ahead, *(table for table in tables if table.right < place)]
        return any(one.bottom > top and one.top < bottom for one in others)
    level = [row for row in ahead if row.bottom > top and row.top < bottom]
    if tables or len({round(row.top) for row in level}) < fewest:
        return False
    lines = lines_in(level)
    before = max(before, min(row.left for row in level))
    if columns_recur(lines) and sum(1 for line in lines if len(line) > 1) >= _FEWEST:
        return False
    widths = sorted(line[-1].right - line[0].left for line in lines)
    filled = widths[len(widths) * 3 // 4] > (place - before) * _FILLED
    several = sum(1 for line in beside if sum(map(_has_words, line)) or len(line) > 1)
    return (
        filled
        and _is_text(lines, _WORDS)
        and _is_text(beside, _WORDS_BESIDE)
        and several * 3 >= len(beside)
    )


def _has_words(row: Row) -> bool:
    """Whether a line is more than a sign or a number."""
    return any(word[:1].isalpha() and len(word) > 1 for word in row.text.split())


def _is_prose(lines: Sequence[Sequence[Row]]) -> bool:
    """Whether lines are running text: whole, long, many of them the rest of a sentence."""
    text = [" ".join(row.text for row in line) for line in lines]
    words = sum(len(line.split()) for line in text)
    edge = max((line[-1].right for line in lines), default=0.0)
    full = [line[-1].right > edge - line[-1].size * _RAGGED for line in lines]
    rest = [is_full and line[-1:] not in _ENDS for is_full, line in zip(full, text, strict=True)]
    small = sum(
        1
        for before, line in zip([False, *rest], text, strict=False)
        if before or line[:1].islower()
    )
    whole = sum(1 for line in lines if len(line) == 1)
    return (
        len(lines) >= _FEWEST_OF_PROSE
        and words >= _WORDS_OF_PROSE * len(lines)
        and small * 3 >= len(lines)
        and whole * 4 >= len(lines) * 3
    )


_FEWEST_OF_PROSE = 5
_RAGGED = 4.0  # times the type's size: how far before the margin a full line ends at most
_ENDS = (".", "!", "?", ":", ";", "”", '"', "’")
_WORDS_OF_PROSE = 4.0


def lines_in(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows of one column that stand on one line, which wide spaces have parted."""
    lines: list[list[Row]] = []
    for row in sorted(rows, key=lambda one: (one.bottom, one.left)):
        size = min(row.size, lines[-1][0].size) if lines else 0
        if lines and abs(lines[-1][0].bottom - row.bottom) < size / 2:
            lines[-1].append(row)
        else:
            lines.append([row])
    return [sorted(line, key=lambda one: one.left) for line in lines]


def columns_recur(lines: Sequence[Sequence[Row]]) -> bool:
    """Whether what stands beside another begins where others do: columns, no wide spaces.

    A place is one of a column where a good part of the lines that are parted have something begin.
    """
    parted = [line for line in lines if len(line) > 1]
    inner = [row.left for line in parted for row in line[1:]]
    fewest = max(2.0, len(parted) * _RECURRING)
    again = 0
    for at in inner:
        at_it = sum(1 for line in parted if any(abs(row.left - at) < 2 for row in line[1:]))
        again += at_it >= fewest
    return bool(inner) and again * 2 >= len(inner)


_RECURRING = 0.4  # of the lines that wide spaces part


def _is_text(lines: Sequence[Sequence[Row]], words: float) -> bool:
    text = [" ".join(row.text for row in line) for line in lines]
    signs = "".join("".join(line.split()) for line in text)
    letters = sum(1 for sign in signs if sign.isalpha())
    return (
        sum(len(line.split()) for line in text) >= words * len(text)
        and letters >= _LETTERS * len(signs)
    )  # fmt: skip


def _sections(
    place: float, bands: Sequence[_Band], begin: int, end: int, body: float
) -> Iterator[tuple[int, int]]:
    """A stretch of columns, parted at each heading that stands over all of them."""
    beside = [
        [piece for piece in band if piece.left >= place - 2] for band in bands[begin:end]
    ]  # fmt: skip
    breaks = [begin]
    for i in range(begin, end):
        if beside[i - begin] or not _is_heading(bands[i], body):
            continue
        above = [piece.bottom for some in beside[: i - begin] for piece in some]
        below = [piece.top for some in beside[i - begin :] for piece in some]
        size = max(piece.size for piece in bands[i] if isinstance(piece, Row))
        first = next((begin + k for k, some in enumerate(beside) if some), i)
        larger = [p.size for b in bands[first:i] for p in b if isinstance(p, Row) and p.bold]
        ends = (
            not below and size >= max(larger, default=0) and not _fills(bands[i + 1 : end], place)
        )
        if ends or (above and below and min(below) - max(above) > size * _PARTED):
            breaks.append(i)
    for first, last in zip(breaks, [*breaks[1:], end], strict=True):
        inside = [i for i in range(first, last) if beside[i - begin]]
        begun = [p for i in inside for p in beside[i - begin] if abs(p.left - place) <= 2]
        if len(begun) > 1:
            yield inside[0], last


def _fills(bands: Sequence[_Band], place: float) -> bool:
    """Whether lines below go as far as a column does, so that they are still of it."""
    rows = [piece for band in bands for piece in band if isinstance(piece, Row)]
    lines = lines_in(rows)
    left = min((row.left for row in rows), default=0.0)
    full = sum(1 for line in lines if line[-1].right - left > (place - left) * _FULL)
    return full * 3 > len(lines)


_FULL = 0.8


def _is_heading(band: _Band, body: float) -> bool:
    return all(isinstance(piece, Row) and (piece.size > body or piece.bold) for piece in band)
