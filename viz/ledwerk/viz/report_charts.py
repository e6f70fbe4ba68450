"""The drawings of a report: bars, shares, lines over years, a heat map, and rank intervals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ledwerk.viz.report_parts import Chart
from ledwerk.viz.report_svg import (
    INK,
    MARK,
    SOFT,
    WIDTH,
    box,
    dot,
    drawing,
    ink,
    label,
    line,
    path,
    text,
    ticks,
    width_of,
)

_LEFT, _RIGHT, _ROW = 250, 80, 24
_TOP, _BOTTOM, _START, _END = 36.0, 250.0, 60.0, WIDTH - 20.0  # of lines over years
_SERIES = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#8C8C8C", "#E69F00")
_DASHES = ("", "7 4", "2 3", "9 3 2 3", "4 4", "1 4")

Written = Callable[[float], str]
Bar = tuple[str, float, str]
"""A name, a value, a colour."""


def bars(
    name: str,
    title: str,
    about: str,
    rows: Sequence[Bar],
    written: Written,
    colours: Sequence[tuple[str, str]] = (),
) -> Chart:
    """Bars from left to right, each with its name and value; what colours mean, where they do."""
    most = max((value for _, value, _ in rows), default=0) or 1
    room = WIDTH - _LEFT - _RIGHT
    parts = [text(0, 16, title, size=14)]
    y = 30.0
    for who, value, colour in rows:
        wide = room * value / most
        parts.append(label(_LEFT - 8, y + 14, who))
        parts.append(box(_LEFT, y + 2, wide, _ROW - 7, colour, f"{who}: {written(value)}"))
        parts.append(text(_LEFT + wide + 6, y + 14, written(value), fill=SOFT))
        y += _ROW
    parts.append(line(_LEFT, 28, _LEFT, y, stroke=SOFT))
    if colours:
        legend, y = _legend([(words, colour, "") for words, colour in colours], y + 10)
        parts += legend
    return Chart(drawing(name, title, about, y + 6, parts))


Part = tuple[str, float, str]
"""What a part is of, how much, and its colour."""


def shares(
    name: str, title: str, about: str, rows: Sequence[tuple[str, Sequence[Part]]], written: Written
) -> Chart:
    """Bars of equal length, divided; the number of each part stands in it where it fits."""
    room = WIDTH - _LEFT - 66
    parts = [text(0, 16, title, size=14)]
    seen: dict[str, str] = {}
    y = 30.0
    for who, divided in rows:
        whole = sum(value for _, value, _ in divided) or 1
        parts.append(label(_LEFT - 8, y + 14, who))
        x = float(_LEFT)
        for what, value, colour in divided:
            if value:
                seen[what] = colour
                wide = room * value / whole
                parts.append(box(x, y + 2, wide - 1, _ROW - 7, colour, f"{what}: {written(value)}"))
                if wide > width_of(written(value), 11) + 6:
                    middle = x + wide / 2
                    parts.append(
                        text(
                            middle,
                            y + 14,
                            written(value),
                            anchor="middle",
                            fill=ink(colour),
                            size=11,
                        )
                    )
                x += wide
        parts.append(text(_LEFT + room + 6, y + 14, written(whole), fill=SOFT))
        y += _ROW
    legend, y = _legend([(what, colour, "") for what, colour in seen.items()], y + 10)
    return Chart(drawing(name, title, about, y + 6, [*parts, *legend]))


def lines(
    name: str,
    title: str,
    about: str,
    years: Sequence[int],
    series: Sequence[tuple[str, Sequence[float]]],
    written: Written,
) -> Chart:
    """Lines over years, told apart by colour and by dashes."""
    frame = _Frame(years, ticks(max((v for _, values in series for v in values), default=0)))
    parts = [text(0, 16, title, size=14), *frame.drawn(written)]
    entries = []
    for number, (what, values) in enumerate(series):
        colour, dashes = _SERIES[number % len(_SERIES)], _DASHES[number % len(_DASHES)]
        entries.append((what, colour, dashes))
        points = [frame.at(place, value) for place, value in enumerate(values)]
        parts.append(path(points, colour, dashes=dashes))
        parts += [
            dot(*point, colour, 3, f"{what}, {year}: {written(value)}")
            for point, year, value in zip(points, years, values, strict=True)
        ]
    if len(entries) < 2:
        return Chart(drawing(name, title, about, _BOTTOM + 26, parts))
    legend, y = _legend(entries, _BOTTOM + 34, lined=True)
    return Chart(drawing(name, title, about, y + 4, [*parts, *legend]))


@dataclass(frozen=True, slots=True)
class _Frame:
    """Years from left to right, values from the bottom up."""

    years: Sequence[int]
    scale: Sequence[float]

    def at(self, number: int, value: float) -> tuple[float, float]:
        """The place of a value in one of the years."""
        step = (_END - _START - 24) / max(len(self.years) - 1, 1)
        return _START + 12 + step * number, _BOTTOM - (_BOTTOM - _TOP) * value / self.scale[-1]

    def drawn(self, written: Written) -> Iterator[str]:
        """Lines and numbers of both sides; of many years not each is named."""
        for value in self.scale:
            y = self.at(0, value)[1]
            yield line(_START, y, _END, y)
            yield text(_START - 6, y + 4, written(value), anchor="end", fill=SOFT, size=12)
        every = -(-len(self.years) // 12)
        for number, year in enumerate(self.years):
            if number % every == 0:
                x = self.at(number, 0)[0]
                yield text(x, _BOTTOM + 18, f"{year}", anchor="middle", fill=SOFT, size=12)


def heat(
    name: str,
    title: str,
    about: str,
    labels: Sequence[str],
    values: Sequence[Sequence[float]],
    written: Written,
) -> Chart:
    """A square of cells, the darker the more, with the number in each; both halves are alike."""
    most = max((value for row in values for value in row), default=0) or 1
    left, top, tall = 150.0, 66.0, 34.0
    wide = min(100.0, (WIDTH - left) / max(len(labels), 1))
    parts = [text(0, 16, title, size=14)]
    for number, word in enumerate(labels):
        middle = left + wide * (number + 0.5)
        parts += _in_lines(middle, top - 8, word, wide - 1)
        parts.append(label(left - 8, top + tall * (number + 0.6), word, room=left - 10))
    for row, (one, cells) in enumerate(zip(labels, values, strict=True)):
        for column, (two, value) in enumerate(zip(labels, cells, strict=True)):
            fill = _blend((value / most) ** 0.5)
            x, y = left + wide * column, top + tall * row
            parts.append(box(x, y, wide - 2, tall - 2, fill, f"{one} – {two}: {written(value)}"))
            parts.append(
                text(
                    x + wide / 2, y + tall / 2 + 4, written(value), anchor="middle", fill=ink(fill)
                )
            )
    return Chart(drawing(name, title, about, top + tall * len(labels) + 8, parts))


Interval = tuple[str, int, int, int]
"""A name, its rank, and the lowest and highest that it may as well have."""


def intervals(
    name: str, title: str, about: str, rows: Sequence[Interval], written: Written
) -> Chart:
    """A dot for each rank and a line for where it may as well be; rank 1 is at the left."""
    most = max((high for *_, high in rows), default=1)
    room = WIDTH - _LEFT - 24

    def at(rank: float) -> float:
        return _LEFT + 10 + (room - 20) * (rank - 1) / max(most - 1, 1)

    top = 46.0
    bottom = top + _ROW * len(rows)
    marks = [max(1, round(value)) for value in ticks(most) if value <= most]
    parts = [text(0, 16, title, size=14)]
    for rank in dict.fromkeys([*marks, most] if most - marks[-1] > most / 12 else marks):
        parts.append(line(at(rank), top - 4, at(rank), bottom))
        parts.append(text(at(rank), top - 10, written(rank), anchor="middle", fill=SOFT, size=12))
    for number, (who, rank, low, high) in enumerate(rows):
        y = top + _ROW * (number + 0.5)
        parts.append(label(_LEFT - 8, y + 5, who))
        parts.append(line(at(low), y, at(high), y, stroke=INK, width=2))
        ends = (at(low), at(high))
        parts += [line(x, y - 5, x, y + 5, stroke=INK, width=1.5) for x in ends]
        told = f"{who}: {written(rank)} ({written(low)} – {written(high)})"
        parts.append(dot(at(rank), y, MARK, 5, told))
    return Chart(drawing(name, title, about, bottom + 8, parts))


def _in_lines(middle: float, bottom: float, words: str, room: float) -> list[str]:
    """Words above each other, the last at the bottom."""
    listed = [""]
    for word in words.split():
        if listed[-1] and width_of(f"{listed[-1]} {word}", 11) > room:
            listed.append(word)
        else:
            listed[-1] = f"{listed[-1]} {word}".strip()
    return [
        label(
            middle, bottom - 15 * (len(listed) - 1 - at), one, anchor="middle", room=room, size=11
        )
        for at, one in enumerate(listed[:3])
    ]


def _legend(
    entries: Sequence[tuple[str, str, str]], y: float, *, lined: bool = False
) -> tuple[list[str], float]:
    """What the colours mean, in as many lines as are needed, and where they end."""
    parts, x = list[str](), 0.0
    for words, colour, dashes in entries:
        wide = 30 + width_of(words, 12) + 14
        if x and x + wide > WIDTH:
            x, y = 0.0, y + 20
        if lined:
            parts.append(path([(x, y + 6), (x + 24, y + 6)], colour, dashes=dashes))
        else:
            parts.append(box(x + 8, y, 14, 12, colour))
        parts.append(text(x + 30, y + 11, words, size=12))
        x += wide
    return parts, y + 18


def _blend(share: float) -> str:
    """From paper to the blue of the pages."""
    light, dark = (243, 247, 250), (0, 82, 130)
    mixed = (round(a + (b - a) * share) for a, b in zip(light, dark, strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)
