"""Workbooks put together part by part, so that any part may be wrong."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PKG = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
LAUGHS = (
    "<!DOCTYPE x [\n"
    '<!ENTITY a0 "haha">\n'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">\n' for n in range(1, 10))
    + "]>\n"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>\n'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        for name, part in parts.items():
            book.writestr(name, part)
    return made.getvalue()


def xlsx_parts(sheets: Mapping[str, str], strings: str = "") -> dict[str, str]:
    """The parts of a workbook; sheets by their name, each as the XML of its rows."""
    parts = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{_PKG}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{_PKG}/relationships"><Relationship Id="r1" '
        f'Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>'
        + "".join(
            f'<sheet name="{name}" sheetId="{n}" r:id="s{n}"/>' for n, name in enumerate(sheets, 1)
        )
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{_PKG}/relationships">'
        + "".join(
            f'<Relationship Id="s{n}" Type="{_REL}/worksheet" Target="worksheets/sheet{n}.xml"/>'
            for n, _ in enumerate(sheets, 1)
        )
        + f'<Relationship Id="t" Type="{_REL}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
        "xl/sharedStrings.xml": strings or f'{HEAD}<sst xmlns="{_MAIN}"/>',
    }
    for n, rows in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{n}.xml"] = sheet(rows)
    return parts


def sheet(rows: str, before: str = "") -> str:
    """A worksheet of rows."""
    return f'{HEAD}{before}<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def row(line: int, *cells: str) -> str:
    """A row of texts, from the first column on."""
    made = "".join(
        f'<c r="{chr(65 + n)}{line}" t="inlineStr"><is><t>{cell}</t></is></c>'
        for n, cell in enumerate(cells)
    )
    return f'<row r="{line}">{made}</row>'


def rows(*lines: tuple[str, ...]) -> str:
    """Rows of texts."""
    return "".join(row(line, *cells) for line, cells in enumerate(lines, 1))


SOURCES = rows(("name",), ("Bron",))
ABOUT = rows(("name", "broken"))


def xlsx(**sheets: str) -> bytes:
    """A workbook with these sheets, a source and a name."""
    return packed(xlsx_parts({"sources": SOURCES, "dataset": ABOUT, **sheets}))


_ODS = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (("office", "office"), ("table", "table"), ("text", "text"))
)
_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def ods_content(table: str, before: str = "") -> str:
    """The content of a sheet of an open document, beside a source and a name."""
    return (
        f"{HEAD}{before}<office:document-content {_ODS}><office:body><office:spreadsheet>"
        f'<table:table table:name="projects">{table}</table:table>'
        f'<table:table table:name="sources">{ods_row("name")}{ods_row("Bron")}</table:table>'
        f'<table:table table:name="dataset">{ods_row("name", "broken")}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )


def ods_row(*cells: str, more: str = "", each: str = "") -> str:
    """A row of texts; `more` and `each` are attributes of the row and of its cells."""
    made = "".join(
        f'<table:table-cell office:value-type="string" {each}><text:p>{cell}</text:p>'
        "</table:table-cell>"
        for cell in cells
    )
    return f"<table:table-row {more}>{made}</table:table-row>"


def ods(content: str) -> bytes:
    """An open document with this content."""
    manifest = (
        f'{HEAD}<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<m:file-entry m:full-path="/" m:media-type="{_ODS_TYPE}"/></m:manifest>'
    )
    return packed(
        {"mimetype": _ODS_TYPE, "META-INF/manifest.xml": manifest, "content.xml": content}
    )


def lying(parts: Mapping[str, str | bytes], name: str, letters: int, says: int = 900) -> bytes:
    """A zip file whose part `name` says that it is `says` bytes long, and has many letters.

    Its sum is that of what it says, so that whoever believes it finds nothing wrong.
    """
    content = sheet(rows(("name",), ("A" * letters,))).encode()
    whole = bytearray(packed({**parts, name: content}))
    for real, told in (
        (len(content), says),
        (zlib.crc32(content), zlib.crc32(content[:says])),
    ):
        at = 0
        while (at := whole.find(struct.pack("<L", real), at)) >= 0:
            whole[at : at + 4] = struct.pack("<L", told)
            at += 4
    return bytes(whole)


def with_zeros(parts: Mapping[str, str | bytes], megabytes: Mapping[str, int]) -> bytes:
    """A zip file with parts that are nothing but noughts, and so take next to no room."""
    made = io.BytesIO()
    million = b"\0" * 1_000_000
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        for name, part in parts.items():
            book.writestr(name, part)
        for name, many in megabytes.items():
            with book.open(name, "w", force_zip64=False) as stream:
                for _ in range(many):
                    stream.write(million)
    return made.getvalue()
