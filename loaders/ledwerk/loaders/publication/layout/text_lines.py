"""A text file's lines, with the white space around them; two columns are read one after the other.

What only draws is left out: rules of signs, the number of a page, a table of contents with dots.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ledwerk.loaders.publication.layout.pdf_letters import plain
from ledwerk.loaders.publication.layout.printed import Printed
from ledwerk.loaders.publication.layout.text_columns import unfolded
from ledwerk.loaders.publication.layout.text_running import running

_MOST_LINES = 500_000
_RULE = re.compile(r"\s*(?:[=_*~#-]\s?){3,400}\s*|\s*[-=_*~—–·.•+<>/\\|]{4,400}\s*")
_GRID = re.compile(r"\s*\+[-=+:]{3,1000}\s*|\s*\|[-=+:| ]{3,1000}\|?\s*|\s*:?-{3,}:?\s*\|.{0,1000}")
_PAGE = re.compile(
    r"\s*(?:-+\s*\d{1,4}\s*-+|(?:pagina|page|blz\.?|p\.)\s*\d{1,4}(?:\s*(?:van|of|/)\s*\d{1,4})?|"
    r"\d{1,4}\s*/\s*\d{1,4}|.{1,80}(?:\s{2,}|[|·–—-]\s*|,\s*)(?:pagina|page|blz\.?)\s*\d{1,4})\s*",
    re.IGNORECASE,
)
_DOTTED = re.compile(r".{2,120}?(?:\s?\.){4,200}\s*(?P<page>\d{1,4})\s*")
_LED = re.compile(r"(?:\s?\.){4}")
_SPACED = re.compile(r"(?:[^\W_] ){3,60}[^\W_](?:\s{2,4}(?:[^\W_] ){0,60}[^\W_]){0,20}")
_SPACED_COLON = re.compile(r"(?<=[\w.)])[ \t]{1,30}:(?=\s)")
_LONGEST_LABEL = 32
_LONGEST_DECORATED = 120


def printed_lines(text: str) -> tuple[Printed, ...]:
    """The lines of a text that say something, numbered as an editor shows them."""
    lines: list[Printed] = []
    gap = True
    numbered = [*enumerate(text.split("\n"), start=1)][:_MOST_LINES]
    listed = _listed(numbered)
    contents = _contents(numbered) | running(numbered)
    for number, raw in unfolded(numbered):
        line = raw.rstrip("\r").rstrip()
        if "\f" in line or "\v" in line:
            gap, line = True, line.replace("\f", "").replace("\v", " ")
        bare = line.strip(" \t\u200b\ufeff\xa0")
        if not bare or number in contents or _draws(bare, lines, gap=gap):
            gap = True
            continue
        text = _as_read(line, decorated=number not in listed)
        if not text.strip():
            gap = True
            continue
        indent = len(line) - len(line.lstrip(" \xa0"))
        lines.append(Printed(text, number, 0, indent, gap))
        gap = False
    return tuple(lines)


def _contents(numbered: Sequence[tuple[int, str]]) -> frozenset[int]:
    """The numbers of the lines of tables of contents: dots, and pages that never go back.

    Dots that lead to figures do not: "Ingediende dossiers ...... 37", "Goedgekeurd ....... 9".
    """
    runs: list[list[tuple[int, int | None]]] = [[]]
    for number, raw in numbered:
        line = raw.strip()
        if _LED.search(line):
            page = _DOTTED.fullmatch(line)
            runs[-1].append((number, int(page["page"]) if page else None))
        elif line:
            runs.append([])
    made: list[int] = []
    for run in runs:
        pages = [page for _, page in run if page is not None]
        if pages and len(pages) == len(run) and pages == sorted(pages):
            made += [number for number, _ in run]
    return frozenset(made)


def _draws(bare: str, before: Sequence[Printed], *, gap: bool) -> bool:
    """Whether a line says nothing; a rule right under a line may underline a heading."""
    if _PAGE.fullmatch(bare):
        return True
    if not _RULE.fullmatch(bare) or _GRID.fullmatch(bare):
        return False
    if gap or not before or len(set(bare)) > 1 or bare[0] not in "=-~":
        return True
    over = len(before[-1].text.strip())
    return not over * 0.5 <= len(bare) <= over * 2 + 10


# "> quoted", ">> HEADING", "*** NEWS ***", "[ News ]": signs around a line, not of it.
_QUOTED = re.compile(r"\s{0,8}(?:>\s?){1,4}(?=\S|$)|\s{0,8}[»│┃|]\s+(?=[^|│]{1,400}$)")
_DECORATED = re.compile(
    r"(?P<sign>[*=~_+:.#»<>-]{2,12}|[★☆■□◆◇►▶●])\s+(?P<text>[^\s*=~_+].{0,100}?)"
    r"(?:\s+[*=~_+:.#«<>-]{2,60})?"
)


def _listed(numbered: Sequence[tuple[int, str]]) -> frozenset[int]:
    """Lines that begin with the same sign as the one above or below: items, and no titles."""
    made: set[int] = set()
    for (number, one), (after, other) in pairwise(numbered):
        sign = one.strip()[:2]
        if len(sign) > 1 and sign[1] == " " and sign[0] in _SIGNS and other.strip()[:2] == sign:
            made |= {number, after}
    return frozenset(made)


_SIGNS = "★☆■□◆◇►▶●»"


def _as_read(line: str, *, decorated: bool = True) -> str:
    """A line without what only sets it: ligatures, letters spaced out, a colon moved away."""
    line = plain(line)
    quoted = _QUOTED.match(line)
    if quoted:
        line = line[quoted.end() :]
    bare = line.strip()
    if len(bare) <= _LONGEST_DECORATED and not bare.startswith("#"):
        found = _DECORATED.fullmatch(bare) if decorated else None
        if found and found["text"].strip()[:1].isalnum():
            line = bare = found["text"].strip()
    if _SPACED.fullmatch(bare):
        words = re.split(r"\s{2,}", bare)
        return line[: len(line) - len(line.lstrip())] + " ".join(w.replace(" ", "") for w in words)
    head, colon, _ = line.partition(" :")
    if colon and len(head.strip()) <= _LONGEST_LABEL and head.strip()[:1].isupper():
        return _SPACED_COLON.sub(":", line, count=1)
    return line
