"""A file as a document: which reader takes it, and what is refused before anybody reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from ledwerk.loaders.publication.document import Block, Document
from ledwerk.loaders.publication.layout.blocks import blocks_of
from ledwerk.loaders.publication.layout.language_of_text import language_of_text
from ledwerk.loaders.publication.layout.markdown_text import is_markdown, markdown_pieces
from ledwerk.loaders.publication.layout.refusing import refused
from ledwerk.loaders.publication.layout.text_lines import printed_lines
from ledwerk.loaders.publication.parties.colophon import Colophon, colophon_of

MOST_BYTES = 100_000_000
_KNOWN = "a text (.txt, .md), a PDF or a Word file (.docx) can be read"


def extracted(file: Path) -> Document:
    """What a publication holds: UTF-8, Windows or Mac text, PDF or DOCX, told by its content.

    Raises LoadAborted, which says what is wrong and what would be right, for any other file, an
    empty one, one that is encrypted or broken, or one that would be too large unpacked.
    """
    name = file.name
    if not file.is_file():
        raise refused(name, f"there is no such file; {_KNOWN}")
    size = file.stat().st_size
    if size > MOST_BYTES:
        raise refused(name, f"{size:,} bytes; at most {MOST_BYTES:,} bytes are read")
    with file.open("rb") as stream:
        head = stream.read(1024)
    if b"%PDF-" in head:
        from ledwerk.loaders.publication.layout.pdf_pages import pdf_blocks

        return _document(file, pdf_blocks, "line")
    if head.startswith(b"PK\x03\x04"):
        from ledwerk.loaders.publication.layout.word_file import word_blocks

        return _document(file, word_blocks, "paragraph")
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise refused(name, "an old Word file (.doc), or a protected one; save it as .docx")
    return _document(file, _text_blocks, "line")


def _document(
    file: Path, read: Callable[[Path], tuple[Sequence[Block], str]], counted: str
) -> Document:
    found, named = read(file)
    blocks = [block for block in found if not _NO_WORD.search(block.text)]
    if not any(block.text for block in blocks):
        raise refused(file.name, f"there is no text in it; {_KNOWN}, and a scan needs OCR first")
    language = language_of_text(block.text for block in blocks)
    told: Colophon = colophon_of(blocks, named or file.stem)
    return Document(
        told.title, language, tuple(blocks), told.date, told.publisher, counted, file.name
    )


# Five hundred signs on end are data, and no text; nobody reads the block that holds them.
_NO_WORD = re.compile(r"\S{500}")


def _text_blocks(file: Path) -> tuple[Sequence[Block], str]:
    text = decoded(file.read_bytes(), file.name)
    if is_markdown(file.name, text):
        pieces, title = markdown_pieces(text)
        return blocks_of(pieces), title
    return blocks_of(printed_lines(text)), ""


def decoded(raw: bytes, name: str) -> str:
    """The text of bytes in UTF-8 or UTF-16, else in Windows-1252; what is no text is refused."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = raw.decode("utf-16", "replace")
    else:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("cp1252", "replace")
    strange = sum(1 for sign in text if (sign < " " and sign not in "\t\n\r\f") or sign == "\ufffd")
    if strange * _STRANGE > len(text):
        raise refused(name, f"this is no text that can be read; {_KNOWN}")
    return text.replace("\r\n", "\n").replace("\r", "\n")


_STRANGE = 200  # one sign in so many that no text has, and it is something else
