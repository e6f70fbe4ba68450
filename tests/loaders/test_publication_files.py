"""Publications as PDF and Word files: order, columns, running heads, tables; and hostile files."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from tests.loaders.publications.northfold_report import PARTS, TITLE
from tests.loaders.publications.printing import print_pdf, save_word

from ledwerk.loaders.publication.document import BlockKind, Document
from ledwerk.loaders.publication.layout import unpacking
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.schema.errors import LoadAborted

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def heads(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.kind is BlockKind.HEADING]


WANTED = [str(what) for kind, what in PARTS if kind in ("h1", "h2", "h3")]


def test_a_pdf_is_read_in_order_without_its_running_heads(tmp_path: Path) -> None:
    document = extracted(print_pdf(tmp_path / "r.pdf", PARTS, head=TITLE))
    assert heads(document) == WANTED
    texts = [block.text for block in document.blocks]
    for kind, what in PARTS:
        if kind == "p":
            assert str(what) in texts
    item = next(block for block in document.blocks if block.kind is BlockKind.ITEM)
    assert document.locator(item).startswith("p. 1, line ")
    assert not any(text.strip().isdigit() for text in texts)


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    parts = [part for part in PARTS if part[0] != "table"]
    document = extracted(print_pdf(tmp_path / "r.pdf", parts, columns=2))
    assert heads(document) == WANTED
    texts = [block.text for block in document.blocks]
    assert all(str(what) in texts for kind, what in parts if kind == "p")


@pytest.mark.parametrize("ruled", [True, False])
def test_tables_of_a_pdf(tmp_path: Path, ruled: bool) -> None:
    document = extracted(print_pdf(tmp_path / "r.pdf", PARTS, ruled=ruled))
    (table,) = [block for block in document.blocks if block.kind is BlockKind.TABLE]
    rows = next(what for kind, what in PARTS if kind == "table")
    assert table.rows == rows
    assert document.row_locator(table, 1).startswith("p. 1, line ")


def test_a_word_file_counts_paragraphs(tmp_path: Path) -> None:
    document = extracted(save_word(tmp_path / "r.docx", PARTS))
    assert heads(document) == WANTED
    item = next(block for block in document.blocks if block.kind is BlockKind.ITEM)
    assert document.locator(item) == "Partners, paragraph 18"


def test_text_boxes_and_deleted_text_of_a_word_file(tmp_path: Path) -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("Buiten de doos. ")
    box = (
        f"<w:r {_W}><w:pict><w:txbxContent><w:p><w:r><w:t>In de doos</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r>"
    )
    paragraph._p.append(parse_xml(box))
    gone = f"<w:del {_W} w:id='1'><w:r><w:delText>weg</w:delText></w:r></w:del>"
    paragraph._p.append(parse_xml(gone))
    word.save(str(tmp_path / "r.docx"))
    texts = [block.text for block in extracted(tmp_path / "r.docx").blocks]
    assert texts == ["Buiten de doos.", "In de doos"]


def refused(file: Path) -> str:
    with pytest.raises(LoadAborted) as caught:
        extracted(file)
    (problem,) = caught.value.problems
    assert problem.file == file.name
    return problem.message


def archive(file: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, body in parts.items():
            made.writestr(name, body)
    return file


def test_a_word_file_that_is_none(tmp_path: Path) -> None:
    assert "no Word file" in refused(archive(tmp_path / "a.docx", {"x.txt": b"x"}))
    broken = archive(tmp_path / "b.docx", {"word/document.xml": b"<w:document"})
    assert "a broken Word file" in refused(broken)
    cut = save_word(tmp_path / "c.docx", PARTS)
    cut.write_bytes(cut.read_bytes()[:-400])
    assert "broken file" in refused(cut)


def test_a_word_file_that_would_grow_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "MOST_UNPACKED", 1_000_000)
    bomb = archive(tmp_path / "a.docx", {"word/document.xml": b"<" * 2_000_000})
    assert bomb.stat().st_size < 10_000
    assert "at most 1,000,000 bytes" in refused(bomb)


def test_entities_of_a_word_file_are_not_followed(tmp_path: Path) -> None:
    laughs = "".join(
        f'<!ENTITY l{i} "{"&l" + str(i - 1) + ";" if i else "ha"}{"&l" + str(i - 1) + ";" if i else ""}">'
        for i in range(30)
    )
    sound = save_word(tmp_path / "a.docx", PARTS)
    with zipfile.ZipFile(sound) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    body = f"<!DOCTYPE w [{laughs}]><w:document {_W}><w:body><w:p><w:r><w:t>&l29;</w:t></w:r></w:p>"
    parts["word/document.xml"] = f"{body}</w:body></w:document>".encode()
    assert refused(archive(tmp_path / "b.docx", parts))


def test_a_pdf_whose_streams_would_grow_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "MOST_UNPACKED", 1_000_000)
    file = print_pdf(tmp_path / "r.pdf", PARTS)
    extracted(file)
    packed = zlib.compress(b" " * 3_000_000)
    bomb = b"%%PDF-1.4\n1 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed)
    file.write_bytes(bomb + packed + b"\nendstream\nendobj\n")
    assert "unpacked" in refused(file)


@pytest.mark.parametrize(
    "body",
    [
        b"%PDF-1.7\nnothing",
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer << /Root 1 0 R >>",
        b"%PDF-1.4\n" + b"1 0 obj\n<<" * 5_000,
    ],
)
def test_a_broken_pdf_is_told(tmp_path: Path, body: bytes) -> None:
    file = tmp_path / "r.pdf"
    file.write_bytes(body)
    assert refused(file)


def test_a_pdf_cut_in_the_middle(tmp_path: Path) -> None:
    file = print_pdf(tmp_path / "r.pdf", PARTS)
    file.write_bytes(file.read_bytes()[:1500])
    assert refused(file)


def test_a_pdf_with_a_password(tmp_path: Path) -> None:
    sound = print_pdf(tmp_path / "r.pdf", PARTS).read_bytes()
    locked = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >> /ID [(a) (b)]" % (
        b"o" * 32,
        b"u" * 32,
    )
    file = tmp_path / "s.pdf"
    file.write_bytes(sound.replace(b"/Root 1 0 R", b"/Root 1 0 R " + locked))
    assert "protected by a password" in refused(file)


def test_pages_without_letters_have_nothing_to_read(tmp_path: Path) -> None:
    assert "a scan needs OCR" in refused(print_pdf(tmp_path / "r.pdf", [("p", "")]))


def test_streams_are_counted_piece_by_piece(tmp_path: Path) -> None:
    file = tmp_path / "r.pdf"
    body = io.BytesIO()
    for _ in range(5):
        body.write(b"stream\n" + zlib.compress(b"a" * 100_000) + b"\nendstream\n")
    file.write_bytes(body.getvalue())
    unpacking.check_streams(file)  # half a million bytes, far below what is read
