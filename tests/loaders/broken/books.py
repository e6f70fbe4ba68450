"""Workbooks that are cut off, that unfold without end, or that are put together wrongly."""

from __future__ import annotations

from collections.abc import Iterator

from tests.loaders.broken.case import Case, Content, alone, cuts
from tests.loaders.broken.packing import (
    ABOUT,
    HEAD,
    LAUGHS,
    OUTSIDE,
    SOURCES,
    lying,
    ods,
    ods_content,
    ods_row,
    packed,
    row,
    rows,
    sheet,
    with_zeros,
    xlsx,
    xlsx_parts,
)

_BOOK, _OPEN = r"book\.xlsx", r"book\.ods"
_UNREADABLE = "cannot be read as a workbook"
_SHEET = "xl/worksheets/sheet3.xml"
_GOOD = {"sources": SOURCES, "dataset": ABOUT, "projects": rows(("name", "budget"), ("A", "5"))}


def book_cases() -> Iterator[Case]:
    """All of them."""
    yield from _cut()
    yield from _parts()
    yield from _bombs()
    yield from _entities()
    yield from _sheets()
    yield from _open_documents()


def _xlsx(name: str, content: Content, says: str, place: str = _BOOK) -> Case:
    return Case(f"xlsx {name}", alone("book.xlsx", content), place, says)


def _ods(name: str, content: Content, says: str, place: str = _OPEN) -> Case:
    return Case(f"ods {name}", alone("book.ods", content), place, says)


def _cut() -> Iterator[Case]:
    whole = packed(xlsx_parts(_GOOD))
    for share, part in cuts(whole, (0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99)):
        yield _xlsx(f"cut at {share}", part, _UNREADABLE)
    for name, place in (("sheet", "xl/worksheets/sheet3.xml"), ("book", "xl/workbook.xml"),
                        ("strings", "xl/sharedStrings.xml"), ("ties", "xl/_rels/workbook.xml.rels")):  # fmt: skip
        for share in (0.3, 0.7, 0.95):
            parts = xlsx_parts(_GOOD)
            parts[place] = parts[place][: int(len(parts[place]) * share)]
            if name == "strings" and share > 0.3:
                parts[place] = parts[place] + "<si><t>"
            yield _xlsx(
                f"{name} cut at {share:.0%}",
                packed(parts),
                f"{_UNREADABLE}|is not whole|no such column|neither",
            )


def _parts() -> Iterator[Case]:
    for name in ("xl/workbook.xml", "xl/worksheets/sheet3.xml", "xl/_rels/workbook.xml.rels"):
        parts = xlsx_parts(_GOOD)
        del parts[name]
        yield _xlsx(f"without {name}", packed(parts), f"{_UNREADABLE}|no name; add it")
    yield _xlsx("an empty zip", packed({}), _UNREADABLE)
    yield _xlsx("another zip", packed({"foto.jpg": b"\xff\xd8"}), _UNREADABLE)
    yield _xlsx("an old workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4_000, _UNREADABLE)
    yield _xlsx("a table by another name", b"name\nA\n", _UNREADABLE)
    yield _xlsx("an open document by another name", ods(ods_content(ods_row("name"))), _UNREADABLE)
    yield _ods("a workbook by another name", packed(xlsx_parts(_GOOD)), _UNREADABLE)
    whole = bytearray(packed(xlsx_parts(_GOOD)))
    for at in range(len(whole) - 46):
        if whole[at : at + 4] == b"PK\1\2":
            whole[at + 8] |= 1
        elif whole[at : at + 4] == b"PK\3\4":
            whole[at + 6] |= 1
    yield _xlsx("with a password", bytes(whole), "protected by a password")
    damaged = bytearray(packed(xlsx_parts(_GOOD)))
    at = damaged.find(b"sheet3.xml") + 20
    damaged[at : at + 30] = b"\xff" * 30
    yield _xlsx("with junk in it", bytes(damaged), _UNREADABLE)


def _bombs() -> Iterator[Case]:
    parts = xlsx_parts(_GOOD)
    yield _xlsx(
        "bomb", lambda: with_zeros(parts, {"xl/media/1.bin": 300}), "larger than 192 MB unpacked"
    )
    ten = {f"xl/{number}.bin": 30 for number in range(10)}
    yield _xlsx("bomb in ten parts", lambda: with_zeros(parts, ten), "larger than 192 MB unpacked")
    says = "does not unpack to what it says"
    yield _xlsx("bomb that says it is small", lambda: lying(parts, _SHEET, 40_000_000), says)
    yield _xlsx("part that says it is small", lying(parts, _SHEET, 9_000), says)
    yield _xlsx(
        "20,000 parts", packed({**parts, **{f"x/{n}": b"" for n in range(20_000)}}), "parts"
    )
    for name, far, says in (
        ("column", "XFD1", "16,384 columns; at most 500"),
        ("corner", "XFD1048576", "cells between its first and its last"),
    ):
        text = row(1, "name") + f'<row r="2"><c r="{far}" t="inlineStr"><is><t>x</t></is></c></row>'
        yield _xlsx(f"a cell in the last {name}", xlsx(projects=text), f"{says}|cells where")
    text = (
        row(1, "name")
        + '<row r="2"><c r="AAAAAAAA99999999999" t="inlineStr"><is><t>x</t></is></c></row>'
    )
    yield _xlsx(
        "a cell outside of any sheet", xlsx(projects=text), f"{_UNREADABLE}|cells between|columns"
    )
    big = 10_000_000
    yield _xlsx(
        "10 MB in a cell",
        lambda: xlsx(projects=rows(("name",), ("x" * big,))),
        "more than 1,000,000 characters",
        rf"{_BOOK} \[projects\]:2:",
    )

    def strings(letters: int) -> str:
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        return f'{HEAD}<sst xmlns="{main}"><si><t>{"x" * letters}</t></si></sst>'

    shared = {**_GOOD, "projects": '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'}
    yield _xlsx(
        "10 MB in its strings",
        lambda: packed(xlsx_parts(shared, strings(big))),
        "more than 1,000,000 characters",
        rf"{_BOOK} \[projects\]:1:",
    )
    again = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 5_001))
    yield _xlsx(
        "10 MB again and again",
        lambda: packed(xlsx_parts({**_GOOD, "projects": again}, strings(big))),
        "characters in all its cells",
    )
    yield _xlsx(
        "1 MB again and again",
        lambda: packed(xlsx_parts({**_GOOD, "projects": again}, strings(900_000))),
        "characters in all|larger than",
    )
    wide = f'<row r="1">{"".join(f"<c r={chr(34)}{_at(n)}1{chr(34)} t={chr(34)}inlineStr{chr(34)}><is><t>c{n}</t></is></c>" for n in range(16_384))}</row>'
    yield _xlsx(
        "16,384 columns",
        xlsx(projects=wide),
        "16,384 columns; at most 500",
        rf"{_BOOK} \[projects\]:1:",
    )
    deep = "<a>" * 200_000
    yield _xlsx("nested", packed({**parts, "xl/worksheets/sheet3.xml": sheet(deep)}), _UNREADABLE)


def _at(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _entities() -> Iterator[Case]:
    refused = "declares entities, which are not read"
    for name, before in (("billion laughs", LAUGHS), ("an outside entity", OUTSIDE)):
        for part in (
            "xl/worksheets/sheet3.xml",
            "xl/workbook.xml",
            "xl/sharedStrings.xml",
            "[Content_Types].xml",
        ):
            parts = xlsx_parts({**_GOOD, "projects": rows(("name",), ("&a9;",))})
            parts[part] = parts[part].replace(HEAD, HEAD + before)
            yield _xlsx(f"{name} in {part}", packed(parts), refused)
        content = ods_content(ods_row("name") + ods_row("&a9;"), before)
        yield _ods(name, ods(content), refused)
    parts = xlsx_parts(_GOOD)
    wide = (HEAD.replace("UTF-8", "UTF-16") + LAUGHS).encode("utf-16") + b""
    yield _xlsx(
        "billion laughs in utf-16",
        packed({**parts, "xl/worksheets/sheet3.xml": wide}),
        f"{refused}|{_UNREADABLE}",
    )


def _sheets() -> Iterator[Case]:
    def one(name: str, says: str, place: str, **sheets: str) -> Case:
        return _xlsx(name, xlsx(**sheets), says, place)

    yield one(
        "an unknown sheet",
        "no table is called 'blad1'; did you mean",
        rf"{_BOOK} \[Blad1\]",
        Blad1=rows(("name",), ("A",)),
    )
    yield one(
        "a title twice",
        "is there twice; keep one",
        rf"{_BOOK} \[projects\]:1: name",
        projects=rows(("name", "name"), ("A", "B")),
    )
    yield one(
        "an unknown title",
        "no such column; did you mean",
        rf"{_BOOK} \[projects\]:1: kosten",
        projects=rows(("name", "kosten"), ("A", "5")),
    )
    yield one(
        "a row that is too long",
        "cells where the header has 1",
        rf"{_BOOK} \[projects\]:2:",
        projects=rows(("name",), ("A", "5")),
    )
    yield one(
        "an unknown word",
        "is not in the list",
        rf"{_BOOK} \[organisations\]:3: helix",
        organisations=rows(("name", "helix"), ("A", ""), ("B", "kunst")),
    )
    yield one(
        "an unknown name",
        "neither an id nor a name",
        rf"{_BOOK} \[Partners\]:2: partij",
        Partners=rows(("partij", "project of programma"), ("A", "B")),
    )
    yield one(
        "board members without a board",
        "the column board is missing",
        rf"{_BOOK} \[Bestuursleden\]:1:",
        Bestuursleden=rows(("persoon",), ("Jo",)),
    )
    yield one(
        "a board member who is nobody",
        "empty; write an id or a name",
        rf"{_BOOK} \[Bestuursleden\]:2: persoon",
        Bestuursleden=rows(("persoon", "orgaan"), ("", "B")),
    )
    for name, cell in (
        ("an error of the spreadsheet", '<c r="B2" t="e"><v>#REF!</v></c>'),
        ("a number without end", '<c r="B2"><v>1e999</v></c>'),
        ("no number", '<c r="B2"><v>vijf</v></c>'),
        ("a string that is not there", '<c r="B2" t="s"><v>99</v></c>'),
        ("a style that is not there", '<c r="B2" s="99"><v>x</v></c>'),
    ):  # fmt: skip
        text = (
            row(1, "name", "budget")
            + f'<row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c>{cell}</row>'
        )
        yield one(
            f"{name} in a cell",
            f"not a number|too large|an error of the spreadsheet|{_UNREADABLE}",
            _BOOK,
            projects=text,
        )
    yield _xlsx(
        "without a name",
        packed(xlsx_parts({"projects": rows(("name",), ("A",))})),
        "the dataset has no name",
    )
    yield _xlsx(
        "with a name that is none",
        packed(xlsx_parts({"dataset": rows(("naam", "Mijn Data")), "sources": SOURCES})),
        "is no dataset name",
    )
    yield _xlsx(
        "two sheets of one name",
        packed(xlsx_parts({**_GOOD, "Projects": rows(("nam",), ("A",))})),
        "no such column",
    )


def _open_documents() -> Iterator[Case]:
    good = ods_row("name", "budget") + ods_row("A", "5")
    whole = ods(ods_content(good))
    for share, part in cuts(whole, (0.0, 0.2, 0.5, 0.8, 0.98)):
        yield _ods(f"cut at {share}", part, _UNREADABLE)
    content = ods_content(good)
    for share in (0.2, 0.5, 0.8):
        yield _ods(
            f"content cut at {share:.0%}", ods(content[: int(len(content) * share)]), _UNREADABLE
        )
    for name, more, each in (
        ("rows", 'table:number-rows-repeated="1048576"', 'table:number-columns-repeated="400"'),
        ("columns", "", 'table:number-columns-repeated="1000000"'),
        ("columns without end", "", 'table:number-columns-repeated="4000000000"'),
        ("rows without end", 'table:number-rows-repeated="4000000000"', ""),
        ("rows of a number that is none", 'table:number-rows-repeated="-1"', ""),
    ):  # fmt: skip
        text = ods_row("name") + ods_row("A", more=more, each=each)
        yield _ods(
            f"repeated {name}",
            ods(ods_content(text)),
            f"cells between|columns; at most|{_UNREADABLE}|cells where",
        )
    yield _ods(
        "10 MB in a cell",
        lambda: ods(ods_content(ods_row("name") + ods_row("x" * 10_000_000))),
        "more than 1,000,000 characters",
        rf"{_OPEN} \[projects\]:2:",
    )
    text = ods_row("name") + ods_row("x" * 100_000, each='table:number-columns-repeated="3000"')
    yield _ods(
        "300 MB in repeated cells",
        ods(ods_content(text)),
        "characters in all|columns|cells where|cells between",
    )
    yield _ods("bomb", lambda: with_zeros({}, {"content.xml": 300}), "larger than 192 MB unpacked")
    yield _ods(
        "without content",
        packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
        _UNREADABLE,
    )
    yield _ods(
        "with an unknown title",
        ods(ods_content(ods_row("name", "kosten"))),
        "no such column",
        rf"{_OPEN} \[projects\]:1: kosten",
    )
    yield _ods("nested", ods(ods_content("<table:table-row>" * 100_000)), _UNREADABLE)
