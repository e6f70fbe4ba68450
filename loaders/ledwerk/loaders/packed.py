"""Workbooks looked into before they are opened: how large they are, and whether they are whole.

A few kilobytes can unpack to more than a machine has, a sheet of two cells can lie at both ends of
a table of seventeen thousand million, and XML can be written that unfolds without end. What reads a
workbook makes room for all of it first; so this is looked at first, piece by piece.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from ledwerk.loaders.packed_xml import (
    MOST_LETTERS,
    MOST_OF_ONE,
    PartReader,
    check_cells,
    check_letters,
)

MOST_BYTES = 192 * 1024 * 1024  # unpacked
MOST_PARTS = 5_000
_BLOCK = 1024 * 1024
_SHEET = "xl/worksheets/"
_CELL = re.compile(rb'<(?:\w+:)?c\s(?:[^<>]*?\s)?r="([A-Za-z]+)([0-9]+)"[^<>]*(?<!/)>')
_PLAIN_CELL = re.compile(rb'<c r="([A-Za-z]+)([0-9]+)"[^<>]*(?<!/)>')  # as nearly all are written
_ERROR = re.compile(rb'<(?:\w+:)?c\s[^<>]*\bt="e"[^<>]*>')
_PLACE = re.compile(rb'\br="(\w+)"')
_SHARED = re.compile(rb'<(?:\w+:)?c\s[^<>]*\bt="s"[^<>]*>\s*<(?:\w+:)?v>\s*([0-9]+)')
_PROTECTED = 1


def check_packed(file: Path) -> None:
    """Raises ValueError, with the reason, for a workbook that is broken or would fill the memory.

    Also zipfile.BadZipFile and OSError, as reading it would.
    """
    with zipfile.ZipFile(file) as book:
        parts = book.infolist()
        _check_parts(parts)
        strings: list[int] = []
        shown = 0
        for part in parts:
            _check_size(book, part)
            if part.filename.endswith((".xml", ".rels")):
                with book.open(part) as stream:
                    shown += _check_part(stream, part.filename, strings)
        if shown * max(strings, default=0) > MOST_LETTERS:
            check_letters(_letters_shown(book, strings))


def _check_parts(parts: list[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & _PROTECTED for part in parts):
        raise ValueError("it is protected by a password; save it without one")
    if len(parts) > MOST_PARTS:
        raise ValueError(f"{len(parts):,} parts; at most {MOST_PARTS:,} are read")
    if sum(part.file_size for part in parts) > MOST_BYTES:
        raise ValueError(f"larger than {MOST_BYTES // 2**20} MB unpacked; split it")


def _check_size(book: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Unpack a part and let go of it: what a zip file says of its size need not be so."""
    if part.compress_type == zipfile.ZIP_STORED:
        size = part.compress_size
    elif part.compress_type == zipfile.ZIP_DEFLATED:
        size = _unpacked(book, part)
    else:
        raise ValueError(f"{part.filename} is packed in a way that workbooks are not")
    if size != part.file_size:
        raise ValueError(f"{part.filename} does not unpack to what it says; is the file damaged?")


def _unpacked(book: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """How many bytes a part unpacks to; counted no further than one beyond what it says."""
    stream = book.fp
    assert stream is not None
    stream.seek(part.header_offset + 26)
    lengths = stream.read(4)
    if len(lengths) < 4:
        raise zipfile.BadZipFile("the file is cut off")
    names = int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
    stream.seek(part.header_offset + 30 + names)
    left, size, packer = part.compress_size, 0, zlib.decompressobj(-15)
    try:
        while left > 0 and not packer.eof and (block := stream.read(min(_BLOCK, left))):
            left -= len(block)
            while block and size <= part.file_size:
                size += len(packer.decompress(block, _BLOCK))
                block = packer.unconsumed_tail
            if size > part.file_size:
                break
    except zlib.error as error:
        raise ValueError(f"{part.filename} cannot be unpacked; is the file damaged?") from error
    return size


def _check_part(stream: IO[bytes], name: str, strings: list[int]) -> int:
    """Look through a part in XML; how many of its cells show one of the workbook's strings."""
    reader, corner, shown = PartReader(name, strings), _Corner(name), 0
    for block in _whole_tags(stream, reader):
        if name.startswith(_SHEET):
            corner.see(block)
            shown += block.count(b't="s"')
    return shown


def _whole_tags(stream: IO[bytes], reader: PartReader | None = None) -> Iterator[bytes]:
    """A part in pieces that no tag is cut in two by; the reader, if any, sees it as well."""
    kept = b""
    while block := stream.read(_BLOCK):
        if reader:
            reader.read(block)
        kept += block
        at = max(kept.rfind(b"<"), 0)
        if len(kept) - at > MOST_OF_ONE:
            raise ValueError("a cell has more than 1,000,000 characters")
        yield kept[:at]
        kept = kept[at:]
    if reader:
        reader.read(b"", last=True)
    yield kept


def _letters_shown(book: zipfile.ZipFile, strings: list[int]) -> int:
    """How many letters the cells of all sheets show, where they show a string of the workbook."""
    letters = 0
    for part in book.infolist():
        if part.filename.startswith(_SHEET):
            with book.open(part) as stream:
                for block in _whole_tags(stream):
                    numbers = (int(number[-9:]) for number in _SHARED.findall(block))
                    letters += sum(strings[n] for n in numbers if n < len(strings))
    return letters


class _Corner:
    """The last row and column of a sheet in which a cell holds something."""

    def __init__(self, name: str) -> None:
        self.name, self.row, self.column = name, 0, 0
        self._columns: set[bytes] = set()

    def see(self, text: bytes) -> None:
        """Look at the cells in a piece of a sheet."""
        if b't="e"' in text and (wrong := _ERROR.search(text)):
            place = _PLACE.search(wrong[0])
            at = f" {place[1].decode()}" if place else ""
            raise ValueError(
                f"{self.name}: cell{at} shows an error of the spreadsheet; mend its formula or "
                "empty it"
            )
        found = _PLAIN_CELL.findall(text)
        if text.count(b"<c ") > text.count(b'<c r="') or b":c " in text:
            found = _CELL.findall(text)
        if not found:
            return
        columns, lines = zip(*found, strict=True)
        for column in set(columns) - self._columns:
            self._columns.add(column)
            self.column = max(self.column, _number(column))
        self.row = max(self.row, *(int(line[:12]) for line in set(lines)))
        check_cells(self.row * self.column)


def _number(column: bytes) -> int:
    number = 0
    for letter in column[:8].upper():
        number = number * 26 + letter - 64
    return number
