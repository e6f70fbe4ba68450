"""Lists of names with what is said of each set beside it, in plain text.

The name stands at the left, the rest begins in one column and goes on below in that same column:

    NIGHT FERRY   Firth College (lead), Harbour Trust
                  2023-2024, £275,000
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ledwerk.loaders.publication.layout.joining import cell_joined
from ledwerk.loaders.publication.layout.label_words import is_label
from ledwerk.loaders.publication.layout.printed import Printed, PrintedTable

_TERM = re.compile(r"(?P<term>\S(?:\S| (?! )){1,48}?)\s{2,}(?P<rest>\S.*)")
_FEWEST = 2
# What is said beside the name of a project, and not of a person or a figure.
_OF_PROJECTS = re.compile(
    r"\((?:trekker|penvoerder|kartrekker|lead(?: partner)?|coördinator|promotor|aanvrager)\)|"
    r"\b(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_NEW_FACT = re.compile(
    r"(?:(?:19|20)\d\d\b|[€£$]|(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|march|may|"
    r"oct)[a-z]*\.? (?:19|20)\d\d)",
    re.IGNORECASE,
)


def terms_in(group: Sequence[Printed]) -> PrintedTable | None:
    """A group of lines as a table of names and what is said of each; None where it is none."""
    if len(group) < _FEWEST * 2 or not any(_OF_PROJECTS.search(line.text) for line in group):
        return None
    rows: list[list[str]] = []
    numbers: list[int] = []
    column = 0
    for line in group:
        text = line.text.expandtabs().rstrip()
        indent = len(text) - len(text.lstrip())
        found = _TERM.match(text, indent)
        if found and (not column or found.start("rest") == column) and indent < _DEEP:
            column = found.start("rest")
            rows.append([found["term"].strip(), found["rest"].strip()])
            numbers.append(line.number)
        elif rows and indent == column:
            rows[-1][1] = _joined(rows[-1][1], text.strip())
        else:
            return None
    if len(rows) < _FEWEST or len(rows) == len(group) or any(is_label(row[0]) for row in rows):
        return None
    if sum(bool(_OF_PROJECTS.search(row[1])) for row in rows) * 2 < len(rows):
        return None
    return PrintedTable(tuple((a, b) for a, b in rows), tuple(numbers), group[0].page)


_DEEP = 4  # signs that a name may be set in


def _joined(before: str, after: str) -> str:
    """A text with its next line; a new line with a year or a sum begins another fact."""
    parted = _NEW_FACT.match(after) and before[-1] not in ",;:(-–"
    return f"{before}; {after}" if parted else cell_joined(before, after)


def entries_of(table: PrintedTable) -> list[str] | None:
    """The lines "NAME: what is said of it" of such a table; None for any other."""
    rows = table.rows
    if len(rows) < _FEWEST or any(len(row) != _FEWEST or not all(row) for row in rows):
        return None
    if any(is_label(row[0]) or not _OF_PROJECTS.search(row[1]) for row in rows):
        return None
    return [f"{row[0].rstrip(' :')}: {row[1]}" for row in rows]
