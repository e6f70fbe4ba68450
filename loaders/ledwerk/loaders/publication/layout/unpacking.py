"""How large a packed file would be, looked at before anything unpacks it."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from ledwerk.loaders.packed import check_packed
from ledwerk.loaders.publication.layout.refusing import refused

MOST_UNPACKED = 300_000_000
_MOST_PARTS = 5_000
_STREAM = re.compile(rb"stream\r?\n")
_PIECE = 1_000_000


def check_archive(file: Path, needed: str) -> None:
    """Refuse a ZIP file that is broken, protected, lacks a part, or would grow too large."""
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise refused(file.name, f"a broken file ({error}); save or send it again") from None
    if any(part.flag_bits & 1 for part in parts):
        raise refused(file.name, "it is protected by a password; save it without one")
    whole = sum(part.file_size for part in parts)
    if whole > MOST_UNPACKED or len(parts) > _MOST_PARTS:
        raise refused(
            file.name,
            f"it would be {whole:,} bytes in {len(parts):,} parts unpacked; at most "
            f"{MOST_UNPACKED:,} bytes in {_MOST_PARTS:,} parts are read",
        )
    if needed not in {part.filename for part in parts}:
        raise refused(file.name, "a ZIP file that is no Word file; a .docx can be read")
    try:
        check_packed(file)
    except (ValueError, zipfile.BadZipFile, OSError) as error:
        raise refused(file.name, f"a broken Word file ({error}); save it again") from None


def check_streams(file: Path) -> None:
    """Refuse a PDF whose packed streams would grow too large; they are unpacked piece by piece."""
    raw = file.read_bytes()
    whole = 0
    for found in _STREAM.finditer(raw):
        whole += _unpacked(raw, found.end(), MOST_UNPACKED - whole)
        if whole >= MOST_UNPACKED:
            raise refused(
                file.name,
                f"its streams would be more than {MOST_UNPACKED:,} bytes unpacked, which is the "
                "most that is read",
            )


def _unpacked(raw: bytes, begin: int, most: int) -> int:
    """How many bytes come out of a stream, counted up to `most`; 0 if it is not packed so."""
    packer, size, waiting = zlib.decompressobj(), 0, b""
    try:
        while not packer.eof and size < most:
            if not waiting:
                waiting, begin = raw[begin : begin + _PIECE], begin + _PIECE
                if not waiting:
                    break
            size += len(packer.decompress(waiting, _PIECE))
            waiting = packer.unconsumed_tail
    except zlib.error:
        return size
    return size
