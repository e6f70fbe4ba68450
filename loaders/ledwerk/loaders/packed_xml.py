"""A part of a workbook read as XML, of which nothing is kept but how much there is of it."""

from __future__ import annotations

from xml.parsers import expat  # entities are refused, and nothing else is fetched or unfolded

MOST_CELLS = 5_000_000  # from a sheet's first row and column to its last
MOST_LETTERS = 100_000_000  # of all cells together
MOST_OF_ONE = 32_000_000  # letters; a cell of more than a million is refused with its place
_STRINGS, _OPEN = "xl/sharedStrings.xml", "content.xml"


def check_cells(cells: int) -> None:
    """Raises ValueError for a sheet that is larger than any honest one."""
    if cells > MOST_CELLS:
        raise ValueError(
            f"{cells:,} cells between its first and its last; at most {MOST_CELLS:,} are read. "
            "Remove what stands far away, or save it as CSV"
        )


def check_letters(letters: int) -> None:
    """Raises ValueError for more text than is read."""
    if letters > MOST_LETTERS:
        raise ValueError(
            f"{letters:,} characters in all its cells; at most {MOST_LETTERS:,} are read"
        )


class PartReader:
    """Reads a part piece by piece. Raises ValueError where it is no XML, or more than is read.

    The lengths of a workbook's strings are put into `strings`; in an open document the cells are
    counted, with those that are said to be repeated.
    """

    def __init__(self, name: str, strings: list[int]) -> None:
        self._name, self._parser, self._strings = name, expat.ParserCreate(), strings
        self._length = 0  # of the text that is being read
        self._rows = self._wide = self._row_letters = self._letters = 0
        self._cells = self._times = self._again = 1
        self._parser.StartDoctypeDeclHandler = _no_entities
        self._parser.EntityDeclHandler = _no_entities
        self._parser.buffer_text = True
        if name in {_STRINGS, _OPEN}:
            shared = name == _STRINGS
            self._parser.StartElementHandler = self._string_begins if shared else self._open_begins
            self._parser.EndElementHandler = self._string_ends if shared else self._open_ends
            self._parser.CharacterDataHandler = self._text

    def read(self, block: bytes, *, last: bool = False) -> None:
        """Read on; with `last`, nothing comes any more."""
        try:
            self._parser.Parse(block, last)
        except expat.ExpatError as error:
            why = expat.errors.messages.get(error.code, "broken")
            raise ValueError(
                f"{self._name}, line {error.lineno}, is not whole ({why}); is the file damaged?"
            ) from error

    def _text(self, text: str) -> None:
        self._length += len(text)
        if self._length > MOST_OF_ONE:
            raise ValueError("a cell has more than 1,000,000 characters")

    def _string_begins(self, name: str, _given: dict[str, str]) -> None:
        if _bare(name) == "si":
            self._length = 0

    def _string_ends(self, name: str) -> None:
        if _bare(name) == "si":
            self._strings.append(self._length)

    def _open_begins(self, name: str, given: dict[str, str]) -> None:
        match _bare(name):
            case "table":
                self._rows = self._wide = 0
            case "table-row":
                self._times = _times(given, "table:number-rows-repeated")
                self._cells = self._row_letters = 0
            case "table-cell" | "covered-table-cell":
                self._again = _times(given, "table:number-columns-repeated")
                self._length = int(any(key.startswith("office:value") for key in given))

    def _open_ends(self, name: str) -> None:
        match _bare(name):
            case "table-cell" | "covered-table-cell":
                self._cells += self._again
                if self._length:  # empty ones at a row's end are not read
                    self._wide = max(self._wide, self._cells)
                    self._row_letters += self._length * self._again
            case "table-row":
                self._rows += self._times
                if self._row_letters:  # nor are empty rows at the end
                    check_cells(self._rows * self._wide)
                    self._letters += self._row_letters * self._times
                    check_letters(self._letters)


def _bare(name: str) -> str:
    return name.rpartition(":")[2]


def _times(given: dict[str, str], name: str) -> int:
    """How often something is repeated; once where it does not say so."""
    text = given.get(name, "1")
    if not text.isdecimal():
        raise ValueError(f"{text!r} is no number of times that something is repeated")
    return int(text[:12])


def _no_entities(*_declared: object) -> None:
    raise ValueError("declares entities, which are not read; save it without a DOCTYPE")
