"""Publications for tests, printed as a PDF in one column or two, or saved as a Word file."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

Part = tuple[str, Any]
WIDTH, HEIGHT, MARGIN = 595, 842, 56
_SIZES = {"h1": 20, "h2": 14, "h3": 11, "p": 10, "ul": 10}
_WIDE, _NARROW = "mwMW@%&—", "ijlt.,:;'|!()[]fr-I "


class _Page:
    """The marks of one page, and how far down it is written in which column."""

    def __init__(self) -> None:
        self.marks: list[str] = []

    def text(self, words: str, x: float, y: float, size: float, *, bold: bool = False) -> None:
        coded = words.encode("cp1252", "replace")
        safe = coded.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        font = "F2" if bold else "F1"
        shown = safe.decode("latin-1")
        self.marks.append(f"BT /{font} {size} Tf {x:.1f} {y:.1f} Td ({shown}) Tj ET")

    def rule(self, x1: float, y1: float, x2: float, y2: float) -> None:
        self.marks.append(f"{x1:.1f} {y1:.1f} m {x2:.1f} {y2:.1f} l S")


def print_pdf(
    file: Path, parts: Sequence[Part], *, columns: int = 1, head: str = "", ruled: bool = True
) -> Path:
    """Print parts as a PDF; `head` stands on top of each page with the page's number below."""
    printer = _Printer(columns, head, ruled=ruled)
    for kind, what in parts:
        printer.part(kind, what)
    file.write_bytes(_pdf([page.marks for page in printer.pages]))
    return file


class _Printer:
    def __init__(self, columns: int, head: str, *, ruled: bool) -> None:
        self.columns, self.head, self.ruled = columns, head, ruled
        self.gutter = 24
        self.width = (WIDTH - 2 * MARGIN - (columns - 1) * self.gutter) / columns
        self.pages: list[_Page] = []
        self.column = columns
        self.y = 0.0
        self._next_column()

    def part(self, kind: str, what: Any) -> None:
        if kind == "table":
            self._table(what)
        elif kind == "ul":
            for item in what:
                self._lines(_wrapped(f"• {item}", self.width, 10), 10, gap=0)
            self.y -= 6
        else:
            size = _SIZES[kind]
            bold = kind.startswith("h")
            if bold and self.y < MARGIN + 80:
                self._next_column()
            self._lines(_wrapped(what, self.width, size), size, bold=bold, gap=8 if bold else 6)

    def _lines(self, lines: Iterable[str], size: float, *, bold: bool = False, gap: float) -> None:
        for line in lines:
            if self.y < MARGIN + size:
                self._next_column()
            self.pages[-1].text(line, self._x(), self.y, size, bold=bold)
            self.y -= size * 1.25
        self.y -= gap

    def _table(self, rows: Sequence[Sequence[str]]) -> None:
        count = len(rows[0])
        width = self.width / count
        for at, row in enumerate(rows):
            cells = [_wrapped(cell, width - 8, 9) for cell in row]
            high = max(map(len, cells)) * 11.5 + 5
            if self.y - high < MARGIN:
                self._next_column()
            top = self.y + 10
            for place, lines in enumerate(cells):
                x = self._x() + place * width
                for number, line in enumerate(lines):
                    self.pages[-1].text(line, x + 3, self.y - number * 11.5, 9, bold=at == 0)
            if self.ruled:
                self._box(top, top - high, count, width)
            self.y -= high
        self.y -= 12

    def _box(self, top: float, bottom: float, count: int, width: float) -> None:
        page, left = self.pages[-1], self._x()
        for y in (top, bottom):
            page.rule(left, y, left + count * width, y)
        for place in range(count + 1):
            page.rule(left + place * width, top, left + place * width, bottom)

    def _x(self) -> float:
        return MARGIN + self.column * (self.width + self.gutter)

    def _next_column(self) -> None:
        self.column += 1
        if self.column >= self.columns:
            self.pages.append(_Page())
            self.column = 0
            page = self.pages[-1]
            if self.head:
                page.text(self.head, MARGIN, HEIGHT - 30, 8)
                page.text(str(len(self.pages)), WIDTH / 2, 24, 8)
        self.y = HEIGHT - MARGIN - 12


def _wide(words: str, size: float) -> float:
    letters = sum(
        0.84 if sign in _WIDE else 0.3 if sign in _NARROW else 0.62 if sign.isupper() else 0.53
        for sign in words
    )
    return letters * size


def _wrapped(words: str, width: float, size: float) -> list[str]:
    """Lines no wider than `width`; a long word that does not fit is broken with a hyphen."""
    lines, line = [], ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if _wide(longer, size) <= width:
            line = longer
            continue
        room = next(
            (
                n
                for n in range(len(word) - 4, 3, -1)
                if word.isalpha() and word.islower() and _wide(f"{line} {word[:n]}-", size) <= width
            ),
            0,
        )
        if room and len(word) > 8:
            lines.append(f"{line} {word[:room]}-".strip())
            line = word[room:]
        else:
            lines.append(line)
            line = word
    return [one for one in [*lines, line] if one]


def _pdf(pages: Sequence[Sequence[str]]) -> bytes:
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for i, marks in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {6 + 2 * i} "
            "0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode()
        )
        body = zlib.compress("\n".join(marks).encode("latin-1"))
        objects.append(
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(body), body)
        )
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return made + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n" % (
        size, table, size,
    ) + b"startxref\n%d\n%%%%EOF\n" % len(made)  # fmt: skip


def save_word(file: Path, parts: Sequence[Part]) -> Path:
    """Save parts as a Word file with its styles."""
    from docx import Document

    word = Document()
    for kind, what in parts:
        if kind == "table":
            table = word.add_table(rows=0, cols=len(what[0]))
            for row in what:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        elif kind == "ul":
            for item in what:
                word.add_paragraph(item, style="List Bullet")
        elif kind.startswith("h"):
            word.add_heading(what, level=int(kind[1]))
        else:
            word.add_paragraph(what)
    word.save(str(file))
    return file
