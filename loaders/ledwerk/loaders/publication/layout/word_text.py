"""The letters of a Word file's paragraphs, and the paragraphs of its body in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ledwerk.loaders.publication.layout.word_type import Setting, W, is_bold

_WRAPS = ("sdt", "sdtContent", "ins", "customXml", "smartTag", "moveTo")
_NO_WIDTH = str.maketrans("", "", "\xad\u200b\u200c\u200d\ufeff")


def in_order(body: Any) -> Iterator[Any]:
    """Paragraphs and tables from the outside in, those of content controls among them."""
    for element in body:
        if element.tag in (f"{W}p", f"{W}tbl"):
            yield element
        elif element.tag in tuple(f"{W}{name}" for name in _WRAPS):
            yield from in_order(element)


def children(element: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, those of content controls among them."""
    for one in element:
        if one.tag == f"{W}{name}":
            yield one
        elif one.tag in tuple(f"{W}{wrap}" for wrap in _WRAPS):
            yield from children(one, name)


def text_of(element: Any, *, skip_boxes: bool = False) -> str:
    """The letters under an element, without deleted ones; breaks as line ends, tabs as tabs."""
    parts: list[str] = []
    for node in element.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen"):
        if skip_boxes and inside(node, "txbxContent", element):
            continue
        if inside(node, "tabs", element):
            continue
        if node.tag == f"{W}t":
            parts.append(node.text or "")
        elif node.tag == f"{W}tab":
            parts.append("\t")
        else:
            parts.append("-" if node.tag == f"{W}noBreakHyphen" else "\n")
    return "".join(parts).translate(_NO_WIDTH)


def inside(node: Any, name: str, top: Any = None) -> bool:
    """Whether an element of that name stands around another, below `top`."""
    for above in node.iterancestors():
        if above is top:
            return False
        if str(above.tag).endswith(f"}}{name}"):
            return True
    return False


def bold_before(paragraph: Any, style: Setting) -> str:
    """The letters in bold that a paragraph begins with, before others; empty if all are alike."""
    lead, after = "", False
    for run in paragraph.iter(f"{W}r"):
        text = text_of(run)
        if not text.strip():
            lead += "" if after else text
            continue
        if is_bold(run, style) and not after:
            lead += text
        else:
            after = True
    return lead if after else ""
