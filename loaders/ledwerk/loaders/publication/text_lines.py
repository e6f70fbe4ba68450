"""A text file's lines, with the white space around them."""

from __future__ import annotations

from ledwerk.loaders.publication.printed import Printed

_MOST_LINES = 500_000


def printed_lines(text: str) -> tuple[Printed, ...]:
    """The lines of a text that say something, numbered as an editor shows them."""
    lines: list[Printed] = []
    gap = True
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.rstrip("\r").rstrip()
        if "\f" in line:
            gap, line = True, line.replace("\f", "")
        bare = line.strip(" \u200b\ufeff")
        if not bare:
            gap = True
            continue
        indent = len(line) - len(line.lstrip(" "))
        lines.append(Printed(line, number, 0, indent, gap))
        gap = False
    return tuple(lines[:_MOST_LINES])
