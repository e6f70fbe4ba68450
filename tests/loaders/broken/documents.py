"""Publications that are cut off, that unfold without end, or that are none; and tables to map."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.loaders.broken.case import Case, Content, Make, alone, cuts
from tests.loaders.broken.packing import LAUGHS, OUTSIDE, packed, with_zeros, xlsx

_BODY = "word/document.xml"


def document_cases() -> Iterator[Case]:
    """All of them."""
    yield from _word()
    yield from _pdf()
    yield from _plain()
    yield from _mapped()


def _read(name: str, file: str, content: Content, says: str) -> Case:
    return Case(
        f"read {name}", alone(file, content), file.replace(".", r"\."), says, command="read"
    )


def _word_parts() -> dict[str, bytes]:
    from docx import Document

    made = io.BytesIO()
    document = Document()
    document.add_heading("Brug over de beek", 1)
    document.add_paragraph("Projectpartners zijn Zuidwerk BV en Gemeente Beekdal.")
    document.save(made)
    with zipfile.ZipFile(made) as book:
        return {name: book.read(name) for name in book.namelist()}


def _word() -> Iterator[Case]:
    parts = _word_parts()
    for share, part in cuts(packed(parts), (0.0, 0.2, 0.5, 0.9, 0.99)):
        yield _read(
            f"docx cut at {share}", "x.docx", part, "broken|no text|no Word file|not be read"
        )
    body = parts[_BODY]
    for share, part in cuts(body, (0.3, 0.9)):
        cut = packed({**parts, _BODY: part})
        yield _read(f"docx body cut at {share}", "x.docx", cut, "broken|not|damaged")
    yield _read("docx another zip", "x.docx", packed({"a.txt": b"a"}), "no Word file")
    yield _read("docx a workbook", "x.docx", xlsx(), "no Word file")
    head, _, rest = body.decode().partition("?>")
    for name, before in (("billion laughs", LAUGHS), ("an outside entity", OUTSIDE)):
        text = f"{head}?>{before}{rest}".replace("Zuidwerk", "&a9;")
        yield _read(
            f"docx {name}", "x.docx", packed({**parts, _BODY: text}), "entit|DOCTYPE|broken"
        )
    bomb = partial(with_zeros, parts, {"word/media/1.png": 320})
    yield _read("docx bomb", "x.docx", bomb, "unpacked|larger|bytes")


def _pdf_of(*streams: bytes) -> bytes:
    """A PDF with a page for each packed stream of drawing commands."""
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(len(streams)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(streams)}>>".encode(),
    ]
    for n, stream in enumerate(streams):
        page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {4 + 2 * n} 0 R>>"
        head = f"<</Length {len(stream)}/Filter/FlateDecode>>stream\n".encode()
        objects += [page.encode(), head + stream + b"\nendstream"]
    whole, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(whole))
        whole += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    tail = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(whole)}\n%%EOF\n"
    return whole + (tail + end).encode()


def _pdf() -> Iterator[Case]:
    whole = _pdf_of(zlib.compress(b"BT (x) Tj ET"))
    for share, part in cuts(whole, (0.0, 0.05, 0.4)):
        yield _read(f"pdf cut at {share}", "x.pdf", part, "PDF|empty|text|read")
    yield _read("pdf without a text", "x.pdf", whole, "text")
    yield _read("pdf junk", "x.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 50, "PDF|text|read")
    yield _read("pdf bomb", "x.pdf", _pdf_bomb, "unpacked|larger|bytes")


def _pdf_bomb() -> bytes:
    packer = zlib.compressobj(9)
    spaces = b"".join(packer.compress(b" " * 1_000_000) for _ in range(400))
    return _pdf_of(spaces + packer.flush())


def _plain() -> Iterator[Case]:
    yield _read("empty text", "x.txt", "", "empty|nothing|no text")
    yield _read("junk as text", "x.txt", bytes(range(256)) * 50, "text")
    yield _read("nul in a text", "x.txt", b"Projectpartners zijn A\0 en B.\n", "text|no ")
    yield _read(
        "no publication", "x.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0\1" * 9, "text|can be read"
    )
    yield Case(
        "read nowhere", _nowhere, r"x\.txt", "no such file|not there|No such", command="read"
    )


def _nowhere(place: Path) -> Path:
    return place / "x.txt"


def _mapped() -> Iterator[Case]:
    def one(name: str, make: Make, place: str, says: str) -> Case:
        return Case(f"map {name}", make, place, says, command="map")

    yield one("junk", alone("x.csv", b"\0\x01\xff" * 900), r"x\.csv", "not readable as text")
    yield one("empty", alone("x.csv", ""), r"x\.csv", "empty")
    yield one("a million columns", alone("x.csv", lambda: ",".join(f"c{n}" for n in range(1_000_000)) + "\n"),
              r"x\.csv", "columns; at most 500")  # fmt: skip
    yield one("cut", alone("x.json", '[{"name": "A"'), r"x\.json", "not JSON")
    yield one(
        "a cut workbook", alone("x.xlsx", xlsx()[:900]), r"x\.xlsx", "cannot be read as a workbook"
    )
    yield one("billion laughs", alone("x.gexf", f'<?xml version="1.0"?>{LAUGHS}<gexf>&a9;</gexf>'),
              r"x\.gexf", "declares entities")  # fmt: skip
