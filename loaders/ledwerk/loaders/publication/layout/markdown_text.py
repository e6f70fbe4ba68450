"""Markdown as printed lines: what its signs mean is told apart from what they say.

Headings by `#` or a line under them, lists, quotes, tables, links, notes and a head of properties
as CommonMark and GitHub have them. What is struck through is no longer said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ledwerk.loaders.publication.layout.printed import Piece, Printed, PrintedTable

if TYPE_CHECKING:
    from markdown_it.token import Token

_HEADS = re.compile(r"^#{1,6} \S", re.MULTILINE)
_HEAD = re.compile(r"\A---[ \t]*\n(?P<head>(?:[^\n]*\n){1,60}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_PROPERTY = re.compile(
    r"^(?P<name>title|titel|publisher|uitgever|author|auteur|date|datum)[ \t]*:[ \t]*"
    r"[\"']?(?P<value>[^\n]{1,200}?)[\"']?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_NOTE = re.compile(r"^\[\^[^\]\n]{1,40}\]:[ \t]*", re.MULTILINE)
_MARK = re.compile(r"\[\^[^\]\n]{1,40}\]")
_TAG = re.compile(r"<!--[^>]{0,2000}-->|</?[a-zA-Z][^<>]{0,200}>")
_TASK = re.compile(r"^\[[ xX]\]\s+")
_FEWEST_HEADS = 3
_LOOKED_AT = 200_000
_BY_HAND, _RUN_IN = 7, 8  # weights of a line in bold, and of a sentence's first words
_MOST_WORDS = 8


def is_markdown(name: str, text: str) -> bool:
    """Whether a file is Markdown: by its name, or by several headings with `#`."""
    if name.lower().endswith((".md", ".markdown")):
        return True
    return len(_HEADS.findall(text[:_LOOKED_AT])) >= _FEWEST_HEADS


def markdown_pieces(text: str) -> tuple[tuple[Piece, ...], str]:
    """The lines and tables of a Markdown text, and the title in its head of properties."""
    from markdown_it import MarkdownIt

    head = _HEAD.match(text)
    said = {}
    if head:
        said = {one["name"].lower(): one["value"] for one in _PROPERTY.finditer(head["head"])}
        text = "\n" * head[0].count("\n") + text[head.end() :]
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = reader.disable("code").parse(_NOTE.sub("", text))
    pieces = (*_properties(said), *_pieces(tokens))
    return pieces, said.get("title") or said.get("titel") or ""


def _properties(said: dict[str, str]) -> Iterator[Printed]:
    """What a head of properties says of publisher and date, as lines at the top."""
    publisher = next((said[n] for n in ("publisher", "uitgever") if n in said), "")
    date = next((said[n] for n in ("date", "datum") if n in said), "")
    if publisher:
        yield Printed(f"Uitgave: {publisher}", 1, gap=True)
    if date:
        yield Printed(date, 1, gap=True)


def _pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    items: list[str] = []  # the signs of the items around a place
    begun = False  # whether the first line of the innermost item was read
    listed = False  # whether the line before is of the same list
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.type == "table_open":
            end = next(i for i in range(at, len(tokens)) if tokens[i].type == "table_close")
            yield _table(tokens[at:end])
            at, listed = end, False
        elif token.type == "list_item_open":
            number = f"{token.info}{token.markup} " if token.info else "• "
            items, begun = [*items, number], False
        elif token.type == "list_item_close":
            items = items[:-1]
        elif token.type == "inline":
            sign = items[-1] if items and not begun else ""
            weight = int(tokens[at - 1].tag[1:]) if tokens[at - 1].type == "heading_open" else 0
            yield from _lines(token, sign, weight, gap=not (listed and sign), depth=len(items))
            begun, listed = True, bool(items)
        elif token.type in ("fence", "html_block"):
            yield from _raw(token)
            listed = False
        at += 1


def _lines(token: Token, sign: str, weight: int, *, gap: bool, depth: int) -> Iterator[Printed]:
    """The lines of a paragraph, a heading or an item."""
    number = (token.map or [0, 0])[0] + 1
    texts = _texts(token)
    if sign and texts:
        texts[0] = sign + _TASK.sub("", texts[0])
    elif not weight and not depth:
        head = _bold_head(token, texts)
        if head:
            yield Printed(head, number, gap=True, weight=_RUN_IN if len(head) < len(texts[0]) or
                          len(texts) > 1 else _BY_HAND)  # fmt: skip
            texts[0] = texts[0][len(head) :].strip()
            gap = True
    for i, text in enumerate(texts):
        if text:
            indent = 2 * max(0, depth - 1) + (2 if depth and not (sign and i == 0) else 0)
            yield Printed(text, number + i, indent=indent, gap=gap, weight=weight)
            gap = False


def _texts(token: Token) -> list[str]:
    """The printed lines of inline text without its signs; none if it begins struck through."""
    if _begins_struck(token):
        return []
    text, struck = "", 0
    for one in token.children or []:
        if one.type in ("s_open", "s_close"):
            struck += 1 if one.type == "s_open" else -1
        elif struck or one.type == "image":
            continue
        elif one.type in ("softbreak", "hardbreak"):
            text += "\n"
        elif one.type in ("text", "code_inline"):
            text += one.content
        elif one.type == "html_inline" and one.content.lower().startswith("<br"):
            text += "\n"
    return [" ".join(_MARK.sub("", line).split()) for line in text.split("\n")]


def _begins_struck(token: Token) -> bool:
    first = next((one for one in token.children or [] if one.type != "text" or one.content), None)
    return first is not None and first.type == "s_open"


def _bold_head(token: Token, texts: Sequence[str]) -> str:
    """The words in bold that head a paragraph: all of a line, or before its first sentence."""
    inner = token.children or []
    if not texts or not inner or inner[0].content or len(inner) < _FEWEST:
        return ""
    start = next((i for i, one in enumerate(inner) if one.type == "strong_open"), -1)
    end = next((i for i, one in enumerate(inner) if one.type == "strong_close"), -1)
    if start != 0 and not (start == 1 and inner[0].type == "text" and not inner[0].content):
        return ""
    head = " ".join("".join(one.content for one in inner[start:end]).split())
    after = "".join(one.content for one in inner[end + 1 :]).strip()
    alone = not after and len(texts) == 1
    run_in = head.endswith((".", "?", "!")) and len(head.split()) <= _MOST_WORDS and after
    fits = texts[0].startswith(head) and not head.endswith(":") and ":" not in head
    return head if fits and (alone or run_in) else ""


_FEWEST = 3  # parts of a line that has something in bold


def _raw(token: Token) -> Iterator[Printed]:
    """The lines of what is fenced in, or in HTML."""
    number = (token.map or [0, 0])[0] + 1
    gap = True
    for i, line in enumerate(_TAG.sub("", token.content).split("\n")):
        if line.strip():
            yield Printed(line.strip(), number + i, gap=gap)
        gap = not line.strip()


def _table(tokens: Sequence[Token]) -> PrintedTable:
    rows: list[list[str]] = []
    numbers: list[int] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
            numbers.append((token.map or [0, 0])[0] + 1)
        elif token.type == "inline":
            rows[-1].append("\n".join(line for line in _texts(token) if line))
    kept = [(row, number) for row, number in zip(rows, numbers, strict=True) if any(row)]
    return PrintedTable(
        tuple(tuple(row) for row, _ in kept), tuple(number for _, number in kept)
    )  # fmt: skip
