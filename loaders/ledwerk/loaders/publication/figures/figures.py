"""Figures in a publication: of sentences, lists, tables, and numbers that stand under a label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.figures.amounts import quantities
from ledwerk.loaders.publication.figures.figure_tables import figures_in, of_a_payer
from ledwerk.loaders.publication.figures.sentence_figures import (
    Figure,
    capital,
    figures_of,
    is_year,
)
from ledwerk.loaders.publication.findings import GATHERED, IN_A_LIST, IN_A_SENTENCE, Finding, node
from ledwerk.loaders.publication.layout.sentences import Stretch, sentences_of


def read_figures(document: Document, read: frozenset[int] = frozenset()) -> Iterator[Finding]:
    """The figures of a publication, but for blocks that are `read` as lists of people."""
    seen: dict[str, tuple[float, str]] = {}
    names: dict[str, str] = {}
    for number, block in enumerate(document.blocks):
        aside = _aside(block)
        if number in read or (aside and not _STILL.search(block.text)):
            continue
        if block.kind is BlockKind.TABLE:
            over = document.blocks[number - 1].text if number else ""
            for cell in figures_in(block, document.language, over):
                if of_a_payer(cell.label, f"{block.heading} {over} {' '.join(block.rows[0])}"):
                    continue
                figure = Figure(
                    cell.quantity, cell.unit, cell.label, year=cell.year, state=cell.state
                )
                place = document.row_locator(block, cell.row)
                yield _found(_apart(figure, seen, names, block.heading), place, block)
            continue
        alone = _alone(document, number)
        if alone is not None:
            yield _found(_apart(alone, seen, names, block.heading), document.locator(block), block)
            continue
        counted = ""
        for sentence in _stretches(block):
            for figure in figures_of(sentence.text, document.language, counted):
                counted = figure.unit if not figure.quantity.unit else counted
                if aside and not _STILL.search(sentence.text):
                    continue
                if block.kind is BlockKind.HEADING and figure.quantity.start == 0:
                    continue  # "2.1 Board"
                start = sentence.start + figure.quantity.start
                place = document.locator(block, start, sentence.start + figure.quantity.end)
                yield _found(_apart(figure, seen, names, block.heading), place, block)


def _stretches(block: Block) -> list[Stretch]:
    """The sentences of a block, or its lines where each ends before the margin as in a list."""
    lines = block.lines
    short = len(lines) > 1 and all(len(line.text) < _LINE for line in lines)
    given = sum(1 for line in lines if _GIVEN.match(line.text.strip())) * 3 >= len(lines) * 2
    if short and (given or all(line.broken for line in lines)):
        ends = [*(line.offset for line in lines[1:]), len(block.text)]
        return [
            Stretch(block.text[line.offset : end].rstrip(), line.offset)
            for line, end in zip(lines, ends, strict=True)
        ]
    return list(sentences_of(block.text))


_GIVEN = re.compile(r"[A-ZÀ-Þa-z][^:.]{2,50}:\s*(?:[€£$]|EUR|GBP|ca\.?|circa|ruim|about)?\s?\d")
_LINE = 60  # letters of a line that may be an item of a list


def _alone(document: Document, number: int) -> Figure | None:
    """A figure that stands alone under a heading or above its caption: "Kenniswerkers / 2.992"."""
    block = document.blocks[number]
    before = document.blocks[number - 1] if number else None
    lines = [line.text.strip() for line in block.lines]
    label, figure = " ".join(lines[:-1]), lines[-1]
    if len(lines) > 1 and _NUMBER_ALONE.fullmatch(lines[0]):
        label, figure = " ".join(lines[1:]), lines[0]
    if not label and before is not None and before.kind is BlockKind.HEADING:
        label = before.text
    if not label or len(lines) > _MOST_LABEL_LINES or not _NUMBER_ALONE.fullmatch(figure):
        return None
    found = next(quantities(figure, document.language), None)
    if found is None or (found.plain and is_year(found)) or re.search(r"\d", label):
        return None
    at = block.text.find(figure)
    found = replace(found, start=max(at, 0), end=max(at, 0) + len(figure))
    name = capital(label)
    return Figure(found, found.unit or name[:1].lower() + name[1:], name)


_NUMBER_ALONE = re.compile(r"(?:(?:€|£|\$) ?)?(?:\d{1,3}(?:[.,]\d{3})+|\d{3,}|"
                           r"\d+(?:[.,]\d+)?(?= ?(?:%|mi|ml)))"
                           r"(?: ?(?:%|miljoen|miljard|mln|million|billion))?")  # fmt: skip
_MOST_LABEL_LINES = 4


def _aside(block: Block) -> bool:
    return any(_ASIDE.search(heading) for heading in (*block.path, block.text[:40]))


# What is told in a colophon too: "oplage 900", "De streek telt 97.500 inwoners".
_STILL = re.compile(
    r"\b(?:oplage|exemplaren|stuks|print run|copies|telt|tellen|wonen|woont|inhabitants|"
    r"inwoners|werken|drew|guests|is home to|are home to)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"^(?:colofon|colophon|imprint|contact|literatuur|bronnen|references|further reading|agenda|"
    r"verder lezen|inhoud(?:sopgave)?|contents|inside|in this issue|in dit nummer)\b",
    re.IGNORECASE,
)


def _apart(
    figure: Figure, seen: dict[str, tuple[float, str]], names: dict[str, str], heading: str
) -> Figure:
    """A figure whose name is no other figure's; the same count of the same is one figure."""
    counted = figure.unit.split()[-1].lower()
    worth = (figure.quantity.value, counted)
    name = figure.name
    if not figure.quantity.unit:
        same = f"{figure.quantity.value:g} {figure.quantity.to or ''} {counted}"
        name = names.setdefault(same, name)
    for candidate in (name, f"{name} ({heading})", *(f"{name} ({n})" for n in range(2, 99))):
        if seen.setdefault(candidate.lower(), worth) == worth:
            return replace(figure, name=candidate)
    return figure


def _found(figure: Figure, place: str, block: Block) -> Finding:
    quantity = figure.quantity
    sure = IN_A_LIST if block.kind is BlockKind.ITEM else IN_A_SENTENCE
    return node(
        "Indicator",
        figure.name,
        place,
        GATHERED if quantity.worded else sure,
        value=_whole(quantity.value),
        value_to=_whole(quantity.to) if quantity.to is not None else None,
        unit=figure.unit,
        per=figure.per,
        precision=quantity.precision,
        year=figure.year,
        start=figure.start,
        end=figure.end,
        state=figure.state,
    )


def _whole(value: float) -> float:
    return round(value, 6)
