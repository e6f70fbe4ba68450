"""A node as a mark: its name on lines, and the room that both take."""

from __future__ import annotations

from ledwerk.viz.layout import Box
from ledwerk.viz.style import MARGIN, Style

_LINE, _LONGEST, _LINES = 17, 40, 5
_LETTER = 0.56  # of the size of the text: a letter of a wide face
_SPACING = 1.12


def wrapped(name: str) -> str:
    """A name on lines of some seventeen letters, cut between words; what is too long ends in …"""
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + len(word) >= _LINE:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], f"{lines[_LINES - 1]} …"]
    return "\n".join(line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…" for line in lines)


def box_of(node: str, label: str, look: Style, *, loose: bool) -> Box:
    """The room of a mark with its label."""
    lines = label.split("\n")
    width = max(len(line) for line in lines) * look.text * _LETTER
    height = len(lines) * look.text * _SPACING
    if look.boxed:
        width, height = width + 2 * MARGIN, height + 2 * MARGIN
        if look.shape == "ellipse":
            width, height = width * 1.25, height * 1.3
    else:
        width, height = max(width, 2 * look.size), height + 2 * look.size
    return Box(node, round(width) + 6, round(height) + 4, loose)


def hang(label: str, look: Style) -> int:
    """How far the middle of mark and label together lies below that of the mark."""
    return 0 if look.boxed else round((label.count("\n") + 1) * look.text * _SPACING / 2)
