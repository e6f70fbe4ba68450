"""How wide words are in DejaVu Sans, which the printed pictures are set in. Other faces that a
reader's screen may take instead are narrower, so that what fits here fits there.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Thousandths of the size of the text, for the signs from the space to the tilde.
_ASCII = (
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
)  # fmt: skip
_OTHERS = {"…": 1000, "–": 500, "—": 1000, "·": 318, "→": 838, "“": 518, "”": 518, "’": 318}
_UNKNOWN, _WIDE, _NOTHING = 700, 1000, 0
_BOLD = 1.12  # how much wider the bold face is


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """The width of one line, in the unit of `size`; nearly exact for Latin, about so for others."""
    return sum(map(_width, words)) * size / 1000 * (_BOLD if bold else 1.0)


def fitting(words: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """Words on lines no wider than `room`; a single word that is wider is cut and ends in …"""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of(longer, size, bold=bold) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return [cut(line, size, room, bold=bold) for line in lines]


def cut(words: str, size: float, room: float, *, bold: bool = False) -> str:
    """One line no wider than `room`; where something is left out, it ends in …"""
    if width_of(words, size, bold=bold) <= room:
        return words
    while words and width_of(f"{words}…", size, bold=bold) > room:
        words = words[:-1]
    return f"{words.rstrip()}…"


@lru_cache(maxsize=4096)
def _width(sign: str) -> int:
    if " " <= sign <= "~":
        return _ASCII[ord(sign) - 32]
    if sign in _OTHERS:
        return _OTHERS[sign]
    if unicodedata.combining(sign):
        return _NOTHING
    base = unicodedata.normalize("NFKD", sign)[0]
    if " " <= base <= "~":
        return _ASCII[ord(base) - 32]
    return _WIDE if unicodedata.east_asian_width(sign) in {"W", "F"} else _UNKNOWN
