"""A sheet as PDF and as PNG, by matplotlib, which is imported only here and when first asked for.

The fonts are those that come with matplotlib, so that a picture looks the same wherever it is made.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from ledwerk.viz.font_widths import width_of
from ledwerk.viz.pictures_parts import PAPER, Line, Outline, Sheet, Strokes, Words

WIDE = 2_400  # pixels of a PNG, more where words would be too small
WIDEST = 3_840
_LEAST_LETTER = 11.0  # pixels
_LOST = "\ufffd"  # for signs that the font has not
_CAP = 0.74  # of the size of the text: how high letters are

# matplotlib's settings are one for the whole process.
_one_at_a_time = threading.Lock()


def pdf(sheet: Sheet) -> bytes:
    """A PDF of one page, drawn in lines and text; the same sheet gives the same bytes."""
    stream = io.BytesIO()
    with _figure(sheet) as figure:
        from matplotlib.backends.backend_pdf import FigureCanvasPdf

        canvas: Any = FigureCanvasPdf(figure)
        canvas.print_pdf(
            stream,
            metadata={
                "Title": sheet.title,
                "Subject": sheet.about,
                "Creator": "ledwerk",
                "Producer": "ledwerk",
                "CreationDate": None,
            },
        )
    return stream.getvalue()


def png(sheet: Sheet) -> bytes:
    """A PNG as wide as a slide, or wider where its smallest words would not be legible."""
    stream = io.BytesIO()
    with _figure(sheet) as figure:
        from matplotlib.backends.backend_agg import FigureCanvasAgg

        figure.set_dpi(72 * png_width(sheet) / sheet.width)
        canvas: Any = FigureCanvasAgg(figure)
        canvas.print_png(stream, metadata={"Software": "ledwerk"})
    return stream.getvalue()


def png_width(sheet: Sheet) -> int:
    """How many pixels wide the PNG of a sheet is."""
    smallest = min(part.size for part in sheet.parts() if isinstance(part, Words))
    return round(min(WIDEST, max(WIDE, _LEAST_LETTER * sheet.width / smallest)))


@contextmanager
def _figure(sheet: Sheet) -> Iterator[Any]:
    """The sheet as a figure, for as long as matplotlib's settings are those that it needs."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with _one_at_a_time, mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams["pdf.fonttype"] = 42  # whole letters, that can be searched and copied
        mpl.rcParams["path.simplify"] = False
        figure = Figure(figsize=(sheet.width / 72, sheet.height / 72), dpi=72, facecolor=PAPER)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set(xlim=(0, sheet.width), ylim=(sheet.height, 0))
        for number, part in enumerate(sheet.parts()):
            for artist in _artists(part):
                artist.set_zorder(number)
                axes.add_artist(artist)
        yield figure


def _artists(part: Outline | Line | Words) -> Iterator[Any]:
    match part:
        case Outline():
            yield _patch(part)
        case Line():
            yield _straight(part)
        case Words():
            if part.halo:
                yield _patch(Outline(_behind(part), part.halo, opacity=0.72))
            yield _text(part)


def _patch(part: Outline) -> Any:
    from matplotlib.patches import PathPatch

    return PathPatch(
        _path(part.strokes),
        facecolor=part.fill or "none",
        edgecolor=part.stroke or "none",
        linewidth=part.width,
        linestyle=_dashes(part.dashes, part.width),
        alpha=part.opacity if part.opacity < 1 else None,
        clip_on=False,
    )


def _dashes(dashes: tuple[float, ...], width: float) -> Any:
    # matplotlib multiplies dashes by the width of the line.
    return (0, tuple(one / width for one in dashes)) if dashes else "-"


def _straight(part: Line) -> Any:
    from matplotlib.lines import Line2D

    (x1, y1), (x2, y2) = part.start, part.end
    return Line2D(
        (x1, x2),
        (y1, y2),
        color=part.colour,
        linewidth=part.width,
        linestyle=_dashes(part.dashes, part.width),
        alpha=part.opacity if part.opacity < 1 else None,
        dash_capstyle="butt",
        clip_on=False,
    )


def _text(part: Words) -> Any:
    from matplotlib.text import Text

    anchors: Any = {"start": "left", "middle": "center", "end": "right"}
    return Text(
        part.x,
        part.y,
        _known(part.text, bold=part.bold),
        fontproperties=_face(part.bold).copy(),
        fontsize=part.size,
        color=part.fill,
        horizontalalignment=anchors[part.anchor],
        verticalalignment="baseline",
        parse_math=False,  # a $ is a $
        clip_on=False,
    )


def _behind(part: Words) -> Strokes:
    """The paper behind a line of text that a tie may run through."""
    from ledwerk.viz.pictures_parts import rectangle

    width = width_of(part.text, part.size, bold=part.bold)
    left = part.x - {"start": 0.0, "middle": width / 2, "end": width}[part.anchor]
    return rectangle(left, part.y - _CAP * part.size, width, (_CAP + 0.14) * part.size)


def _path(strokes: Strokes) -> Any:
    from matplotlib.path import Path as Outlined

    codes = {
        "M": [Outlined.MOVETO],
        "L": [Outlined.LINETO],
        "C": [Outlined.CURVE4] * 3,
        "Z": [Outlined.CLOSEPOLY],
    }
    points: list[tuple[float, float]] = []
    moves: list[Any] = []
    for letter, where in strokes:
        points += where or [points[0]]
        moves += codes[letter]
    return Outlined(points, moves)


@cache
def _face(bold: bool) -> Any:
    import matplotlib as mpl
    from matplotlib.font_manager import FontProperties

    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return FontProperties(fname=str(Path(mpl.get_data_path()) / "fonts" / "ttf" / name))


@cache
def _signs(bold: bool) -> frozenset[int]:
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(_face(bold).get_file()).get_charmap())


def _known(text: str, *, bold: bool) -> str:
    """The text without signs that the font has not: they would be empty boxes and a warning."""
    signs = _signs(bold)
    return "".join(sign if ord(sign) in signs else _LOST for sign in text)
