"""Text files that are cut off, in no encoding, too wide, too long, or no text at all."""

from __future__ import annotations

import gzip
import random
import zlib
from collections.abc import Iterator
from functools import partial

from tests.loaders.broken.case import Case, Content, alone, cuts, folder

_GOOD = 'name,description_nl\n"Jansen, Piet","Een regel\nen nog een"\n"Bakker, Jo","Twee"\n'
_TEN_MB = 10_000_000
_MILLION = 1_000_000


def text_cases() -> Iterator[Case]:
    """All of them."""
    yield from _bytes()
    yield from _cut()
    yield from _packed()
    yield from _large()
    yield from _rows()
    yield from _descriptors()


def _one(name: str, content: Content, says: str, place: str = r"projects\.csv") -> Case:
    return Case(name, folder({"projects": content}), place, says)


def _junk(seed: int, size: int = 4_000) -> bytes:
    return random.Random(seed).randbytes(size)


def _bytes() -> Iterator[Case]:
    unreadable = "not readable as text; save it as CSV in UTF-8"
    for seed in range(6):
        yield _one(f"junk {seed}", _junk(seed), unreadable)
    for name, start in (
        ("png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), ("elf", b"\x7fELF\2\1\1\0\0\0"),
        ("xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), ("zip", b"PK\3\4\x14\0\0\0\x08\0"),
        ("gz", b"\x1f\x8b\x08\0\0\0\0\0\0\3"), ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\0\1"),
        ("sqlite", b"SQLite format 3\0\x10\0"),
    ):  # fmt: skip
        yield _one(f"{name} by another name", start + _junk(7), unreadable)
    yield _one("nul in a cell", "name\nJo\0hn\n", unreadable)
    yield _one("nothing but nul", b"\0" * 5_000, unreadable)
    yield _one("control signs", b"name\nJo\x01\x02\xff\n", unreadable)
    yield _one("half of a letter in utf-16", b"\xff\xfen\0a\0m\0e\0\n\0J", unreadable)
    yield _one("utf-32", "name\nJo\n".encode("utf-32"), unreadable)
    yield _one(
        "a lone surrogate",
        "name\nJ\ud800o\n".encode("utf-8", "surrogatepass") + b"\x01",
        unreadable,
    )
    yield _one("ebcdic", "name\nJo\n".encode("cp500"), "not readable as text|no such column")
    yield _one("empty", "", "empty; the first row names the columns", r"projects\.csv:1:")
    yield _one("nothing but a mark", b"\xef\xbb\xbf", "empty; the first row", r"projects\.csv:1:")
    yield _one("nothing but lines", "\n\n\r\n\n", "empty; the first row", r"projects\.csv:1:")
    yield _one("nothing but commas", ",,,\n,,,\n", "empty; the first row", r"projects\.csv:1:")
    yield _one(
        "a page of the web", "<!DOCTYPE html>\n<html><body>404</body></html>\n", "no such column"
    )
    yield _one("json by another name", '{"name": "x"}\n', "not valid CSV|no such column")


def _cut() -> Iterator[Case]:
    raw = _GOOD.encode()
    for at in (21, 24, 38, 42, 52, 60, 70):
        yield _one(
            f"cut in a quote at {at}", raw[:at], "never closed; is the file cut off|cells where"
        )
    yield _one("a quote too many", 'name\n"a"b"\n', "not valid CSV", r"projects\.csv:2:")
    yield _one("a quote never closed", 'name\nA\n"B\nC\n', "is never closed", r"projects\.csv:3:")


def _packed() -> Iterator[Case]:
    whole = gzip.compress(b"name\n" + b"".join(b"Project %d\n" % n for n in range(5_000)))
    place = r"projects\.csv\.gz"

    def packed(name: str, content: Content, says: str) -> Case:
        return Case(name, folder({"projects.csv.gz": content}), place, says)

    for share, part in cuts(whole, (0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999)):
        yield packed(f"gz cut at {share}", part, "ended before|cut off|damaged|Compressed file")
    yield packed("gz with another sum", whole[:-8] + b"\0" * 8, "CRC check failed|damaged")
    yield packed(
        "gz with junk in it", whole[:60] + _junk(1, 60) + whole[120:], "invalid|damaged|CRC"
    )
    yield packed("junk after gz", whole + b"junk", "Not a gzipped file|damaged")
    yield packed("no gz", b"name\nJo\n", "Not a gzipped file|damaged")
    yield packed("gz in gz", gzip.compress(whole), "not readable as text")
    yield packed("empty gz", b"", "empty; the first row")
    head, large = gzip.compress(b"name\n"), "larger than"

    def bomb(name: str, start: bytes, piece: bytes, times: int, says: str) -> Case:
        return packed(name, lambda: start + gzip.compress(piece * 8_000_000) * times, says)

    yield bomb("gz bomb", b"", b"\0", 400, large)
    yield bomb("gz bomb in one cell", head, b"A", 200, large)
    yield bomb("gz of a cell", head, b"A", 16, "a cell has more than")
    yield bomb("gz bomb of rows", head, b"A\n", 10, "more than|larger than")
    wrong = gzip.compress(b"name,budget\n")
    yield bomb("gz bomb of wrong rows", wrong, b"A\n", 5, "more than|1 cells where")
    yield packed("zlib by another name", zlib.compress(b"name\nJo\n"), "Not a gzipped file|damaged")


def _large() -> Iterator[Case]:
    cell = "a cell has more than 1,000,000 characters"
    yield _one("10 MB in a cell", lambda: f"name\n{'x' * _TEN_MB}\n", cell, r"projects\.csv:2:")
    yield _one(
        "10 MB in quotes", lambda: 'name\nA\n"' + "x" * _TEN_MB + '"\n', cell, r"projects\.csv:3:"
    )
    yield _one("10 MB in the header", lambda: f"{'x' * _TEN_MB}\nA\n", cell, r"projects\.csv:1:")
    yield _one(
        "10 MB after a quote", lambda: 'name\n"' + "x" * _TEN_MB + "\n", cell, r"projects\.csv:2:"
    )
    yield _one(
        "10 MB of quotes", lambda: "name\n" + '""""' * 2_500_000 + "\n", cell, r"projects\.csv:2:"
    )
    for name, sign in (("commas", ","), ("semicolons", ";"), ("tabs", "\t"), ("bars", "|")):
        says = "1,000,000 columns; at most 500 are read"
        yield _one(
            f"a million columns with {name}", partial(_wide, sign), says, r"projects\.csv:1:"
        )

    def row() -> str:
        return "name,code\n" + "x," * _MILLION + "\n"

    yield _one("a million cells in a row", row, "cells where the header has 2", r"projects\.csv:2:")

    def empty() -> str:
        return "name" + "," * _MILLION + "code\nA\n"

    yield _one(
        "a million columns without a title",
        empty,
        "1,000,001 columns; at most 500",
        r"projects\.csv:1:",
    )

    def many() -> str:
        return "name,budget\n" + "A,x\n" * 100_000

    yield _one(
        "a hundred thousand mistakes", many, "'x' is not a number", r"projects\.csv:2: budget:"
    )
    for size in (501, 5_000):
        wide = ",".join(f"c{n}" for n in range(size))
        yield _one(
            f"{size} columns", f"{wide}\n", f"{size:,} columns; at most 500", r"projects\.csv:1:"
        )


def _wide(sign: str) -> str:
    return sign.join(f"c{n}" for n in range(_MILLION)) + "\n"


def _rows() -> Iterator[Case]:
    for name, row in (("few", "A"), ("many", "A,5,6"), ("far", "A,5,,,,,,6")):
        text = f"name,budget\nB,5\n{row}\n"
        yield _one(f"too {name} cells", text, "cells where the header has 2", r"projects\.csv:3:")
    yield _one(
        "another sign between cells", "name;budget\nA;5\nB,5\n", "cells where", r"projects\.csv:3:"
    )
    yield Case("a file of another kind", alone("x.doc", b"x"), r"x\.doc:", "not a kind of file")
    yield Case("a file without an ending", alone("x", b"x"), "x:", "not a kind of file")
    yield Case("a text", alone("x.txt", b"name\nA\n"), r"x\.txt:", "not a kind of file")
    yield Case(
        "a table without a dataset",
        alone("people.csv", "name\nJo\n"),
        r"people\.csv",
        "no name; add it",
    )


def _descriptors() -> Iterator[Case]:
    for name, about, says in (
        ("cut", '{"name": "bro', "not JSON"),
        ("empty", "", "not JSON"),
        ("a list", "[1, 2]", "not an object"),
        ("a text", '"broken"', "not an object"),
        ("without a name", "{}", "the dataset has no name"),
        ("a number for a name", '{"name": 5}', "is no dataset name"),
        ("capitals", '{"name": "Mijn Data"}', "is no dataset name"),
        ("a long name", f'{{"name": "{"x" * 101}"}}', "is no dataset name"),
        ("a path for a name", '{"name": "../x"}', "is no dataset name"),
        ("half of a letter", '{"name": "\\ud800"}', "is no dataset name"),
        ("nested", '{"name": ' + "[" * 100_000, "not JSON"),
        ("nested and closed", '{"a": ' + "[" * 100_000 + "]" * 100_000 + "}", "not JSON"),
        ("nul", b'{"name": "a\0b"}', "not JSON"),
        ("latin", '{"title": "café"}'.encode("latin-1"), "not JSON"),
        ("utf-16", '{"name": "x"}'.encode("utf-16"), "not JSON"),
        ("a long number", '{"name": ' + "9" * 100_000 + "}", "not JSON|no dataset name"),
        ("80 MB", lambda: b'{"name": "x", "a": [' + b"[]," * 27_000_000 + b"1]}", "larger than"),
    ):  # fmt: skip
        made = folder({"projects": "name\nA\n"}, about)
        yield Case(f"descriptor {name}", made, "datapackage.json|broken|folder|descriptor", says)
