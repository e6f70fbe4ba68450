"""A sheet as SVG: one file that fetches nothing and runs nothing, and whose names are text."""

from __future__ import annotations

from collections.abc import Iterator

from ledwerk.graph.xml_text import xml_text
from ledwerk.viz.pictures_parts import (
    Item,
    Layer,
    Line,
    Outline,
    Part,
    Sheet,
    Strokes,
    Words,
)

FACES = "DejaVu Sans, Verdana, Segoe UI, system-ui, sans-serif"
_NUMBER = ".2f"


def svg(sheet: Sheet) -> str:
    """The file. Marks, ties and lines of the legend are things of their own for a screen reader."""
    body = "\n".join(line for layer in sheet.layers for line in _layer(layer))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="420mm" height="297mm" '
        f'viewBox="0 0 {_n(sheet.width)} {_n(sheet.height)}" lang="{xml_text(sheet.lang)}" '
        f'xml:lang="{xml_text(sheet.lang)}" role="graphics-document" '
        f'aria-labelledby="title about" font-family="{FACES}">\n'
        f'<title id="title">{xml_text(sheet.title)}</title>\n'
        f'<desc id="about">{xml_text(sheet.about)}</desc>\n{body}\n</svg>\n'
    )


def _layer(layer: Layer) -> Iterator[str]:
    if not layer.items:
        return
    told = f' role="list" aria-label="{xml_text(layer.told)}"' if layer.told else ""
    yield f'<g id="{layer.name}"{told}>'
    for item in layer.items:
        yield _item(item)
    yield "</g>"


def _item(item: Item) -> str:
    inner = "".join(map(_part, item.parts))
    if not item.told:
        return inner
    told = xml_text(item.told)
    whose = f' data-id="{xml_text(item.id)}"' if item.id else ""
    return f'<g role="listitem" aria-label="{told}"{whose}><title>{told}</title>{inner}</g>'


def _part(part: Part) -> str:
    match part:
        case Outline():
            edge = f' stroke="{part.stroke}" stroke-width="{_n(part.width)}"' if part.stroke else ""
            faint = f' opacity="{_n(part.opacity)}"' if part.opacity < 1 else ""
            fill, dashed = part.fill or "none", _dashed(part.dashes)
            return f'<path d="{_path(part.strokes)}" fill="{fill}"{edge}{dashed}{faint}/>'
        case Line():
            return _line(part)
        case Words():
            return _words(part)


def _line(part: Line) -> str:
    (x1, y1), (x2, y2) = part.start, part.end
    dashed = _dashed(part.dashes)
    faint = f' opacity="{_n(part.opacity)}"' if part.opacity < 1 else ""
    return (
        f'<path d="M{_n(x1)} {_n(y1)}L{_n(x2)} {_n(y2)}" fill="none" stroke="{part.colour}" '
        f'stroke-width="{_n(part.width)}"{dashed}{faint}/>'
    )


def _dashed(dashes: tuple[float, ...]) -> str:
    return f' stroke-dasharray="{" ".join(map(_n, dashes))}"' if dashes else ""


def _words(part: Words) -> str:
    anchor = f' text-anchor="{part.anchor}"' if part.anchor != "start" else ""
    bold = ' font-weight="bold"' if part.bold else ""
    halo = ""
    if part.halo:
        rim = _n(0.24 * part.size)
        halo = (
            f' paint-order="stroke" stroke="{part.halo}" stroke-width="{rim}" '
            'stroke-linejoin="round"'
        )
    return (
        f'<text x="{_n(part.x)}" y="{_n(part.y)}" font-size="{_n(part.size)}" '
        f'fill="{part.fill}"{anchor}{bold}{halo}>{xml_text(part.text)}</text>'
    )


def _path(strokes: Strokes) -> str:
    return "".join(
        letter + " ".join(f"{_n(x)} {_n(y)}" for x, y in points) for letter, points in strokes
    )


def _n(value: float) -> str:
    """A number with no more digits than paper can show; minus nought is nought."""
    made = f"{value:{_NUMBER}}".rstrip("0").rstrip(".")
    return "0" if made == "-0" else made
