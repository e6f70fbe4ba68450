"""A Word file as blocks: headings by their style, lists, tables, text boxes and footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ledwerk.loaders.publication.blocks import table_block, under_headings
from ledwerk.loaders.publication.document import Block, BlockKind, Line
from ledwerk.loaders.publication.heading_words import bullet, level_of, looks_like_heading
from ledwerk.loaders.publication.printed import PrintedTable
from ledwerk.loaders.publication.refusing import refused
from ledwerk.loaders.publication.unpacking import check_archive

_HEADING_STYLE = re.compile(r"(?:heading|kop|berschrift)\s*(\d)", re.IGNORECASE)
_TITLE_STYLE = re.compile(r"title|titel", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list|lijst|opsomming", re.IGNORECASE)
_CAPTION_STYLE = re.compile(r"caption|bijschrift", re.IGNORECASE)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word_blocks(file: Path) -> tuple[Sequence[Block], str]:
    """The blocks of a Word file in its order, and the title in its properties.

    A place is counted in paragraphs, each row of a table as one; headers and footers are left out.
    """
    check_archive(file, "word/document.xml")
    import docx

    try:
        word = docx.Document(str(file))
        styles = {style.style_id: style.name or "" for style in word.styles}
        blocks = [*_blocks(word.element.body, styles), *_notes(word)]
        title = str(word.core_properties.title or "").strip()
    except Exception as error:  # noqa: BLE001 - the library raises what its parsers raise
        raise refused(file.name, f"a broken Word file ({error}); save it again") from None
    return tuple(under_headings(blocks)), "" if title.lower() in _NO_TITLES else title


_NO_TITLES = frozenset({"", "word document", "document", "untitled"})


class _Counter:
    """Numbers of paragraphs, from 1."""

    def __init__(self) -> None:
        self.last = 0

    def next(self) -> int:
        self.last += 1
        return self.last


def _blocks(body: Any, styles: dict[str, str]) -> Iterator[Block]:
    counter = _Counter()
    for element in _in_order(body):
        if element.tag == f"{_W}tbl":
            yield from _table(element, styles, counter)
        else:
            yield from _paragraph(element, styles, counter)


def _in_order(body: Any) -> Iterator[Any]:
    """Paragraphs and tables from the outside in, those of content controls among them."""
    for element in body:
        if element.tag in (f"{_W}p", f"{_W}tbl"):
            yield element
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _in_order(element)


def _paragraph(element: Any, styles: dict[str, str], counter: _Counter) -> Iterator[Block]:
    boxed = element.findall(f".//{_W}txbxContent")
    # Word writes a box twice, the second for older versions.
    boxes = {_text(box): box for box in boxed if not _inside(box, "Fallback")}
    number = counter.next()
    for text in _text(element, skip_boxes=True).split("\n"):
        bare = " ".join(text.split())
        if bare:
            yield _block(element, bare, styles, number)
    for box in boxes.values():
        for inner in _in_order(box):
            yield from (
                _table(inner, styles, counter)
                if inner.tag == f"{_W}tbl"
                else _paragraph(inner, styles, counter)
            )


def _block(element: Any, text: str, styles: dict[str, str], number: int) -> Block:
    style = _style(element, styles)
    kind, level = _kind(element, style, text)
    cut = len(bullet(text)) if kind is BlockKind.ITEM else 0
    shown = text[cut:].strip()
    return Block(kind, shown, (Line(shown, number),), level=level)


def _kind(element: Any, style: str, text: str) -> tuple[BlockKind, int]:
    numbered = _HEADING_STYLE.search(style)
    if numbered:
        return BlockKind.HEADING, int(numbered[1])
    if _TITLE_STYLE.search(style):
        return BlockKind.HEADING, 1
    if _CAPTION_STYLE.search(style):
        return BlockKind.CAPTION, 0
    listed = element.find(f"{_W}pPr/{_W}numPr") is not None or _LIST_STYLE.search(style)
    if listed or bullet(text):
        return BlockKind.ITEM, 0
    if _all_bold(element) and looks_like_heading(text):
        return BlockKind.HEADING, max(level_of(text), _BY_HAND)
    return BlockKind.PARAGRAPH, 0


_BY_HAND = 3  # a heading made by hand stands under those with a style


def _style(element: Any, styles: dict[str, str]) -> str:
    found = element.find(f"{_W}pPr/{_W}pStyle")
    ident = "" if found is None else str(found.get(f"{_W}val") or "")
    return styles.get(ident, ident)


def _all_bold(element: Any) -> bool:
    runs = [run for run in element.iter(f"{_W}r") if _text(run).strip()]
    return bool(runs) and all(
        (bold := run.find(f"{_W}rPr/{_W}b")) is not None
        and bold.get(f"{_W}val") not in ("0", "false")
        for run in runs
    )


def _text(element: Any, *, skip_boxes: bool = False) -> str:
    """The letters under an element, without deleted ones; breaks as line ends."""
    parts: list[str] = []
    for node in element.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        if skip_boxes and _inside(node, "txbxContent", element):
            continue
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag == f"{_W}tab":
            parts.append(" ")
        else:
            parts.append("-" if node.tag == f"{_W}noBreakHyphen" else "\n")
    return "".join(parts)


def _inside(node: Any, name: str, top: Any = None) -> bool:
    """Whether an element of that name stands around another, below `top`."""
    for above in node.iterancestors():
        if above is top:
            return False
        if str(above.tag).endswith(f"}}{name}"):
            return True
    return False


def _framed(element: Any, styles: dict[str, str], counter: _Counter) -> Iterator[Block]:
    """The paragraphs and tables of a table of one row, cell by cell."""
    for cell in element.iter(f"{_W}tc"):
        if _inside(cell, "tc", element):
            continue
        for inner in _in_order(cell):
            if inner.tag == f"{_W}tbl":
                yield from _table(inner, styles, counter)
            else:
                yield from _paragraph(inner, styles, counter)


def _table(element: Any, styles: dict[str, str], counter: _Counter) -> Iterator[Block]:
    rows: list[tuple[str, ...]] = []
    for row in element.iter(f"{_W}tr"):
        cells = [_cell(cell) for cell in row.findall(f"{_W}tc")]
        if any(cells):
            rows.append(tuple(cells))
    if not rows:
        return
    if len(rows) == 1:  # a frame around a text, or texts beside each other
        yield from _framed(element, styles, counter)
        return
    width = max(len(row) for row in rows)
    whole = tuple((*row, *[""] * (width - len(row))) for row in rows)
    yield table_block(PrintedTable(whole, tuple(counter.next() for _ in whole)))


def _cell(cell: Any) -> str:
    lines = (line for one in cell.iter(f"{_W}p") for line in _text(one).split("\n"))
    texts = [" ".join(line.split()) for line in lines]
    return "\n".join(text for text in texts if text)


def _notes(word: Any) -> Iterator[Block]:
    """The footnotes, after the text, as notes."""
    from lxml import etree

    for relation in word.part.rels.values():
        if not relation.reltype.endswith("/footnotes"):
            continue
        safe = etree.XMLParser(resolve_entities=False, no_network=True)
        counter = _Counter()
        for note in etree.fromstring(relation.target_part.blob, safe):
            text = " ".join(_text(note).split())
            if text:
                number = counter.next()
                yield Block(BlockKind.NOTE, text, (Line(text, number),))
