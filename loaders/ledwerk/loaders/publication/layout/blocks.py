"""Printed lines to blocks: what is a heading, a paragraph, a list item, a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ledwerk.loaders.publication.document import Block, BlockKind, Line
from ledwerk.loaders.publication.layout.cards import captioned
from ledwerk.loaders.publication.layout.heading_words import (
    bullet,
    heads_a_part,
    is_signature,
    level_of,
    looks_like_heading,
    no_title_line,
)
from ledwerk.loaders.publication.layout.joining import joined, words_of
from ledwerk.loaders.publication.layout.label_layout import label_blocks, read_as_laid_out
from ledwerk.loaders.publication.layout.label_lines import labels_at, over_values, with_colons
from ledwerk.loaders.publication.layout.label_words import tells_of_one
from ledwerk.loaders.publication.layout.labels import is_labelled
from ledwerk.loaders.publication.layout.line_starts import (
    counting,
    heads_in_capitals,
    in_cells,
    is_clause,
    is_titled,
)
from ledwerk.loaders.publication.layout.printed import Piece, Printed, PrintedTable
from ledwerk.loaders.publication.layout.running_on import run_on
from ledwerk.loaders.publication.layout.text_tables import table_in
from ledwerk.loaders.publication.people.member_layout import a_member_each, with_role_labels
from ledwerk.loaders.publication.people.seat_entries import label_alone

_FULL = 0.85  # of the widest line; a line that could have taken the next word was broken on purpose
_NARROWEST = 34
_SHORT = 0.65  # of the margin: what a line of a title in several lines has at most
_MOST_TITLE_LINES = 4
# A line that ends in one of these goes on, whatever stands between.
_HANGING = re.compile(
    r"(?:\b(?:de|het|een|van|voor|met|en|of|in|op|te|aan|door|bij|namens|om|tot|"
    r"the|a|an|of|for|with|and|or|to|at|by|from|on)|,)\s*$"
)
_SENTENCE_END = (".", "!", "?", ":", ";", "…", ".”", ".’", '."')


def blocks_of(pieces: Sequence[Piece]) -> tuple[Block, ...]:
    """The blocks of a document, each with the headings it stands under."""
    whole = _print_of(pieces)
    return tuple(under_headings(run_on([*_blocks(pieces, whole)], whole.words)))


def under_headings(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks with their `path`."""
    path: list[tuple[int, str]] = []
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            path = [pair for pair in path if pair[0] < block.level]
        yield replace(block, path=tuple(text for _, text in path))
        if block.kind is BlockKind.HEADING:
            path.append((block.level, block.text))


def table_block(table: PrintedTable) -> Block:
    """A table as a block: a line for each row, the text of its cells one after another."""
    text, lines = "", []
    pages = table.pages or (table.page,) * len(table.rows)
    for row, number, page in zip(table.rows, table.numbers, pages, strict=True):
        shown = " | ".join(row)
        lines.append(Line(shown, number, page, len(text)))
        text += f"{shown}\n"
    return Block(BlockKind.TABLE, text.rstrip("\n"), tuple(lines), rows=table.rows)


@dataclass(frozen=True, slots=True)
class _Print:
    """What holds for a whole document: its words, and how many letters its full lines have."""

    words: frozenset[str]
    margin: int
    weighted: bool = False  # headings are in larger or bolder type, so that other lines are none


def _print_of(pieces: Sequence[Piece]) -> _Print:
    lines = [piece for piece in pieces if isinstance(piece, Printed)]
    lengths = sorted(len(line.text.strip()) for line in lines if not line.weight) or [0]
    weighted = sum(1 for line in lines if line.weight) >= _FEWEST_WEIGHTED
    margin = lengths[len(lengths) * 8 // 10]
    return _Print(words_of(line.text for line in lines), margin, weighted)


_FEWEST_WEIGHTED = 5


def laid_out(table: PrintedTable, level: int) -> Iterator[Block]:
    """The blocks of a table as it is meant; `level` is that of the heading it stands under."""
    for part in read_as_laid_out(table):
        if isinstance(part, str):
            line = Line(part, table.numbers[0], table.page)
            yield Block(BlockKind.HEADING, part, (line,), level=level + 1)
        elif isinstance(part, PrintedTable):
            yield table_block(part)
        else:
            yield from label_blocks(part)


def _blocks(pieces: Sequence[Piece], whole: _Print) -> Iterator[Block]:
    under_heading, level = False, 0
    for group in _groups(_labelled(pieces), whole):
        if isinstance(group, PrintedTable):
            yield from laid_out(group, level)
            under_heading = False
            continue
        for block in _group(group, whole, under_heading):
            if block.kind is BlockKind.TABLE:
                lines = block.lines
                numbers = tuple(line.number for line in lines)
                yield from laid_out(PrintedTable(block.rows, numbers, lines[0].page), level)
            else:
                yield block
            under_heading = block.kind is BlockKind.HEADING or block.text.endswith(":")
            level = block.level or level


def _labelled(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with labels that stand over their values put before them."""
    made: list[Piece] = []
    lines: list[Printed] = []
    for piece in pieces:
        if isinstance(piece, Printed):
            lines.append(piece)
        else:
            made += [*over_values(with_colons(captioned(lines))), piece]
            lines = []
    return made + over_values(with_colons(captioned(lines)))


def _groups(pieces: Sequence[Piece], whole: _Print) -> Iterator[list[Printed] | PrintedTable]:
    """Lines that stand together, and tables."""
    group: list[Printed] = []
    for piece in pieces:
        if isinstance(piece, PrintedTable):
            if group:
                yield group
            yield piece
            group = []
            continue
        if group and _begins(group, piece, whole):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _begins(group: Sequence[Printed], line: Printed, whole: _Print) -> bool:
    """Whether a line begins something new after those before it."""
    last, text = group[-1], line.text.strip()
    apart = line.weight != last.weight or line.text.startswith("#")
    if apart or (line.weight and not line.gap):
        return apart  # a heading of several lines is one, set in the middle perhaps
    ended = last.text.rstrip().endswith(_SENTENCE_END)
    if line.gap:
        return (
            line.weight > 0
            or ended
            or bool(bullet(line.text))
            or not (
                _HANGING.search(last.text)
                or (
                    text[:1].islower()
                    and (bullet(group[0].text) or not _is_broken(last, line, whole))
                )
            )
        )
    if in_cells(group, line):
        return False
    if _left_of_item(group, line):
        return ended or _is_broken(last, line, whole)
    return _further_in(group, line, whole)


def _further_in(group: Sequence[Printed], line: Printed, whole: _Print) -> bool:
    """Whether a line begins something new by how far in it begins."""
    last, text = group[-1], line.text.strip()
    ended = last.text.rstrip().endswith(_SENTENCE_END)
    if line.indent < last.indent and is_titled(text):
        return not last.text.isupper()
    left = line.indent <= last.indent or line.indent <= min(one.indent for one in group[-_REACH:])
    if left or not text[:1].isalnum() or text[:1].islower():
        return False
    item = bullet(group[0].text)
    if item:  # what an item goes on with stands under its text
        return ended and line.indent < len(item)
    return ended or _is_broken(last, line, whole)


_REACH = 100  # lines before one that are looked at for what it goes on with


def _left_of_item(group: Sequence[Printed], line: Printed) -> bool:
    """Whether a line begins left of the sign of the item before it, and is no item itself."""
    if not line.text.strip()[:1].isupper() or bullet(line.text):
        return False
    item = next((one for one in reversed(group[-_REACH:]) if bullet(one.text)), None)
    if item is None:
        return False
    return line.indent < item.indent or (
        line.indent == item.indent and _LABEL.match(line.text.strip()) is not None
    )


_LABEL = re.compile(r"[A-ZÀ-Þ][\w.]+(?: [\w.]+){0,2}\s*:\s")


def _is_broken(line: Printed, after: Printed | None, whole: _Print | int) -> bool:
    """Whether a line ends before the margin though the next word would have fitted."""
    if after is None:
        return True
    margin = whole.margin if isinstance(whole, _Print) else whole
    first = after.text.split()[0] if after.text.split() else ""
    return len(line.text.strip()) + 1 + len(first) <= max(margin, _NARROWEST) * _FULL


def _group(group: Sequence[Printed], whole: _Print, under_heading: bool) -> Iterator[Block]:
    """The blocks of lines that stand together."""
    if not group:
        return
    if group[0].weight:
        text = " ".join(line.text.strip() for line in group)
        if is_signature(text):
            yield _block(BlockKind.PARAGRAPH, group, [True] * len(group), whole)
        elif _QUOTE.fullmatch(text):
            yield _block(BlockKind.CAPTION, group, [True] * len(group), whole)
        else:
            yield _heading(group, whole, group[0].weight)
        return
    if group[0].text.startswith("#") or _is_underlined(group):
        yield from _marked_heading(group, whole)
        return
    group = with_role_labels(group)
    table = table_in(group)
    if table is not None:
        before, rows, after = table
        yield from _group(before, whole, under_heading)
        yield table_block(rows)
        yield from _group(after, whole, False)
        return
    yield from _plain(group, whole, under_heading)


def _plain(group: Sequence[Printed], whole: _Print, under_heading: bool) -> Iterator[Block]:
    margin = max(len(line.text.strip()) for line in group)
    following = [*group[1:], None]
    broken = [_is_broken(line, after, margin) for line, after in zip(group, following, strict=True)]
    if _is_title(group, whole, under_heading):
        first, *rest = group
        if rest and first.text.isupper() and not any(line.text.isupper() for line in rest):
            yield _heading([first], whole, 0)  # a name in capitals, and a title under it
            group = rest
        yield _heading(group, whole, 0)
        return
    head = 0
    if len(group) > 1 and _heads(group, broken[0]):
        made = _heading(group[:1], whole, 0)
        # Where headings are larger, one in small type heads the few lines under it only.
        yield replace(made, level=max(made.level, _IN_SMALL)) if whole.weighted else made
        head = 1
    place = head
    for kind, some, cut in _units(group[head:], broken[head:]):
        after = group[place + 1] if place + 1 < len(group) else None
        place += len(some)
        if kind is BlockKind.ITEM and _is_numbered_head(some, after, whole):
            level = _level_of_number(some[0].text) + (_IN_SMALL if whole.weighted else 0)
            yield replace(_heading(some[:1], whole, 0), level=level)
            some, cut, kind = some[1:], cut[1:], BlockKind.PARAGRAPH  # noqa: PLW2901
        elif kind is BlockKind.ITEM and _heads_items(some, after):
            bare = some[0].text.strip()[len(bullet(some[0].text.strip())) :]
            made = _heading([replace(some[0], text=bare)], whole, 0)
            yield replace(made, level=_OVER_ITEMS)
            continue
        if some:
            yield from _of_unit(kind, some, cut, whole)


def _of_unit(
    kind: BlockKind, some: Sequence[Printed], cut: Sequence[bool], whole: _Print
) -> Iterator[Block]:
    """A paragraph or item; of a list of members, each is an item of its own."""
    starts = a_member_each(some, cut) if kind is BlockKind.PARAGRAPH else []
    if not starts:
        yield _block(kind, some, cut, whole)
        return
    for a, b in zip(starts, [*starts[1:], len(some)], strict=True):
        alone = label_alone(some[a].text.strip())
        sort = BlockKind.PARAGRAPH if alone else BlockKind.ITEM
        yield _block(sort, some[a:b], cut[a:b], whole)


_QUOTE = re.compile(r"[\"“‘'«„‚].{8,}[\"”’'».]")  # in larger type, and no heading
_IN_SMALL = 20
_NUMBER = re.compile(r"\s*\(?(?:(?P<digit>\d{1,2}(?:\.\d{1,2})*)|(?P<letter>[a-z]))[.)]\s+")


def _is_numbered_head(some: Sequence[Printed], after: Printed | None, whole: _Print) -> bool:
    """Whether a numbered line heads what follows: "a. Name" over a text, "2. Name" over "a."."""
    below = some[1] if len(some) > 1 else after
    if heads_in_capitals(some[0], below):
        return _is_broken(some[0], below, whole)
    number = _NUMBER.match(some[0].text)
    bare = some[0].text[number.end() :].strip() if number else ""
    if not number or not looks_like_heading(bare) or is_labelled(bare):
        return False
    if len(some) > 1:
        return _is_broken(some[0], some[1], whole) and some[1].text.strip()[:1].isupper()
    under = _NUMBER.match(after.text) if after is not None else None
    return bool(under and number["digit"] and under["letter"])


def _heads_items(some: Sequence[Printed], after: Printed | None) -> bool:
    """Whether an item heads those that stand deeper under it: "- Partners:" over "  o X"."""
    if len(some) > 1 or after is None:
        return False
    sign = bullet(some[0].text)
    bare = some[0].text.strip()[len(sign.strip()) :].strip()
    deeper = bool(bullet(after.text)) and after.indent > some[0].indent
    return deeper and heads_a_part(bare)


_OVER_ITEMS = 30  # under whatever heads the list


def _level_of_number(text: str) -> int:
    number = _NUMBER.match(text)
    if number and number["digit"]:
        return 2 + number["digit"].count(".")
    return 3


def _is_title(group: Sequence[Printed], whole: _Print, under_heading: bool) -> bool:
    """Whether all of a group is one heading, printed on one line or a few short ones."""
    texts = [line.text.strip() for line in group]
    if is_labelled(texts[0]) or (len(group) == 1 and is_signature(texts[0])):
        return False
    if whole.weighted and not group[0].weight:
        return len(group) == 1 and heads_a_part(texts[0])
    if len(group) == 1:
        return looks_like_heading(texts[0])
    together = " ".join(texts)
    if under_heading or len(group) > _MOST_TITLE_LINES or heads_a_part(texts[0]):
        return False
    if any(bullet(text) or no_title_line(text) for text in texts) or "," in together:
        return False
    short = all(len(text) <= whole.margin * _SHORT for text in texts)
    return short and looks_like_heading(together)


def _heads(group: Sequence[Printed], is_broken: bool) -> bool:
    """Whether the first line of a group is a heading over the rest of it."""
    first, second = group[0].text.strip(), group[1].text.strip()
    if not looks_like_heading(first) or bullet(first) or is_labelled(first):
        return False
    if heads_a_part(first) or heads_in_capitals(group[0], group[1]):
        return True
    return (
        is_broken
        and "," not in first
        and bool(bullet(second) or second[:1].isupper())
        and (len(second) > len(first) and len(group) > 2)
    )


def _units(
    group: Sequence[Printed], broken: Sequence[bool]
) -> Iterator[tuple[BlockKind, Sequence[Printed], Sequence[bool]]]:
    """List items and paragraphs of a group, each with its lines."""
    begin, kind = 0, BlockKind.PARAGRAPH
    labels = labels_at(group, broken)
    apart = len(labels) > 1 and not tells_of_one([group[i].text for i in labels])
    counts = counting(group)
    for i, line in enumerate(group):
        if i in counts and i > begin:
            yield kind, group[begin:i], broken[begin:i]
            begin, kind = i, BlockKind.PARAGRAPH
        # Each label with its value is a line of its own.
        if i > begin and ((apart and i in labels) or is_clause(line, group[i - 1])):
            yield kind, group[begin:i], broken[begin:i]
            begin, kind = i, BlockKind.PARAGRAPH
        runs_on = i > 0 and not broken[i - 1] and _runs_on(group[i - 1].text, line.text)
        if bullet(line.text) and not runs_on:
            if i > begin:
                yield kind, group[begin:i], broken[begin:i]
            begin, kind = i, BlockKind.ITEM
    if begin < len(group):
        yield kind, group[begin:], broken[begin:]


def _runs_on(before: str, text: str) -> bool:
    """Whether a line that begins as an item does is the rest of a sentence: "in all there were /
    96. The next year".
    """
    return _NUMBER.match(text) is not None and not before.rstrip().endswith(_SENTENCE_END)


def _block(
    kind: BlockKind, group: Sequence[Printed], broken: Sequence[bool], whole: _Print
) -> Block:
    cut = len(bullet(group[0].text)) if kind is BlockKind.ITEM else 0
    lines = [
        Line(line.text[cut if i == 0 else 0 :].strip(), line.number, line.page, broken=broken[i])
        for i, line in enumerate(group)
    ]
    text, placed = joined(lines, whole.words)
    return Block(kind, text, placed)


def _heading(group: Sequence[Printed], whole: _Print, weight: int) -> Block:
    made = _block(BlockKind.HEADING, group, [True] * len(group), whole)
    text = made.text.strip(" *_:")
    level = level_of(text)
    if weight:  # a part stands under what is printed as it is, "Partners" under a project's name
        level = 2 * weight + (level == _PART_LEVEL)
    return replace(made, text=text, level=level)


_PART_LEVEL = 4


def _is_underlined(group: Sequence[Printed]) -> bool:
    return (
        len(group) > 1
        and not _COLUMNS.search(group[0].text.strip())
        and len(set(group[1].text.strip())) == 1
        and (group[1].text.strip()[0] in "=-~" and len(group[1].text.strip()) > 2)
    )


_COLUMNS = re.compile(r"\S {3,}\S|\t")  # a table's header, with a line under it


def _marked_heading(group: Sequence[Printed], whole: _Print) -> Iterator[Block]:
    """A heading marked by signs, as in Markdown, and what stands under it without a gap."""
    first = group[0]
    if first.text.startswith("#"):
        bare = first.text.lstrip("#")
        level, rest = len(first.text) - len(bare), group[1:]
    else:
        bare, level, rest = first.text, 1 if group[1].text.strip()[0] == "=" else 2, group[2:]
    if bare.strip():
        yield replace(_heading([replace(first, text=bare.strip())], whole, 0), level=level)
    yield from _group(rest, whole, True)
