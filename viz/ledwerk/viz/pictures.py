"""A view as a file: SVG, PNG, PDF or GEXF. The same view and labels give the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ledwerk.viz.gexf import view_gexf
from ledwerk.viz.pictures_sheet import sheet
from ledwerk.viz.pictures_svg import svg
from ledwerk.viz.pictures_words import Labels
from ledwerk.viz.view import View

NO_LABELS: Labels = {}


def picture(ending: str, view: View, labels: Labels = NO_LABELS) -> bytes:
    """The file of a view in one of FORMATS. Raises KeyError for another ending.

    `labels` are names of what the state speaks of and is not drawn: see `state_words`.
    """
    return FORMATS[ending](view, labels)


def _as_svg(view: View, labels: Labels) -> bytes:
    return svg(sheet(view, labels)).encode()


def _as_png(view: View, labels: Labels) -> bytes:
    from ledwerk.viz.pictures_print import png

    return png(sheet(view, labels))


def _as_pdf(view: View, labels: Labels) -> bytes:
    from ledwerk.viz.pictures_print import pdf

    return pdf(sheet(view, labels))


def _as_gexf(view: View, _: Labels) -> bytes:
    return "".join(view_gexf(view)).encode()


FORMATS: Mapping[str, Callable[[View, Labels], bytes]] = {
    "svg": _as_svg,
    "png": _as_png,
    "pdf": _as_pdf,
    "gexf": _as_gexf,
}
