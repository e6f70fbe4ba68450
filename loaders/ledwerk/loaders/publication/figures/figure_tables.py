"""Tables of figures: a label on the left, and numbers beside it, under years or words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ledwerk.loaders.publication.document import Block
from ledwerk.loaders.publication.figures.amounts import Quantity, quantities
from ledwerk.loaders.publication.figures.cell_sums import sign_in, thousands
from ledwerk.loaders.publication.figures.money_tables import OF_PAYERS, years_over
from ledwerk.loaders.publication.figures.money_words import FINANCES

_YEAR = re.compile(r"(?:19|20)\d\d")
_OTHER = re.compile(
    r"\b(?:project(?:en|s)?|partners?|lead|trekker|penvoerder|budget|periode|period|looptijd|naam|"
    r"name|organisat\w*|functie|function|role|rol|leden|members?|programma|programme|datum|date|"
    r"tijd|time|wie|who|funders?|financiers?|donors?|subsidieverstrekkers?|"
    r"telefoon|phone|adres|address)\b",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:doel|doelstelling|streef\w*|target|goal|planned|gepland|begroot)\b", re.IGNORECASE
)
_NUMBER = re.compile(
    r"(?:€|£|\$|EUR|GBP|ca\.?|circa|ruim)?\s{0,3}\d[\d.,  ]*(?:\s?-\s?\d[\d.,]*)?"
    r"\s?(?:%|procent|per cent|miljoen|miljard|million|billion|mln|mld|m|k|bn|"
    r"[a-zà-ÿ²³]{1,12})?\.?",
    re.IGNORECASE,
)
_IN_LABEL = re.compile(r"\((?P<unit>%|€|£|EUR|GBP|[^)]{1,30})\)\s*$")


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure in a table: its label, quantity and unit, and the row and heading it is under."""

    row: int
    label: str
    quantity: Quantity
    unit: str
    year: str = ""
    state: str = "observed"


def figures_in(block: Block, language: str, over: str = "") -> Iterator[Cell]:
    """The figures of a table; of one of projects, people or dates, only its sums of money.

    `over` is what stands over the table, where that has lost its header.
    """
    years = years_over(over, block) if block.rows else ()
    if not years:
        yield from _figures(block, language)
        return
    headed = replace(block, rows=(years, *block.rows), lines=(block.lines[0], *block.lines))
    for cell in _figures(headed, language):
        yield replace(cell, row=cell.row - 1)


def _figures(block: Block, language: str) -> Iterator[Cell]:
    if not block.rows:
        return
    header = block.rows[0]
    titled = not any(_NUMBER.fullmatch(cell.strip()) for cell in header[1:])
    if titled and any(_OTHER.search(cell) for cell in header):
        yield from _sums(block, language)
        return
    tiles = list(_tiles(block, language))
    if tiles:
        yield from tiles
        return
    money = _money_of(block, language)
    headed = not any(_NUMBER.fullmatch(cell.strip()) and not _YEAR.fullmatch(cell.strip())
                     for cell in header[1:]) and len(block.rows) > 1  # fmt: skip
    for number, row in enumerate(block.rows):
        if (headed and number == 0) or not _of_figures(row):
            continue
        label = row[0].strip()
        if not re.search(r"[^\W\d_]{2}", label) or len(label) > _LONGEST:
            continue
        for column, cell in enumerate(row[1:], start=1):
            if _NUMBER.fullmatch(cell.strip()) and not _PERIOD.fullmatch(cell.strip()):
                title = header[column].strip() if headed and column < len(header) else ""
                for made in _cell(number, label, title, cell.strip(), language):
                    counts = made.quantity.unit or _IN_LABEL.search(label) or _COUNTED.search(label)
                    yield made if counts or not money else _in_money(made, money, header[0])


def _tiles(block: Block, language: str) -> Iterator[Cell]:
    """Figures before what they count: "86 | companies", or number and words in a cell."""
    made = []
    for number, row in enumerate(block.rows):
        cells = [" ".join(cell.split()) for cell in row if cell.strip()]
        two = len(row) == _PAIR and len(cells) == _PAIR and not _TILE.fullmatch(cells[0])
        for cell in [" ".join(cells)] if two else cells:
            found = _TILE.fullmatch(cell)
            if found is None:
                return
            made += list(_cell(number, found["what"], "", found["number"], language))
    yield from made


_PAIR = 2
_TILE = re.compile(
    r"(?P<number>(?:[€£$] ?|EUR |GBP )?\d[\d.,]*(?: ?(?:%|m|k|bn|million|miljoen|"
    r"mln|billion|miljard))?) (?P<what>[a-zà-ÿ][^\d]{3,}.*)"
)


def _in_money(cell: Cell, money: str, corner: str) -> Cell:
    """A figure of a table of money, which its corner may tell to be in thousands: "(€’000)"."""
    told = thousands(corner) if cell.quantity.value < _LARGE else 1
    quantity = replace(cell.quantity, value=cell.quantity.value * told)
    return replace(cell, unit=money, quantity=quantity)


_LARGE = 100_000


def _of_figures(row: tuple[str, ...]) -> bool:
    """Whether a row holds figures, and no more words than those: else it is one of projects."""
    cells = [cell.strip() for cell in row[1:] if cell.strip()]
    figures = [cell for cell in cells if _NUMBER.fullmatch(cell) and not _PERIOD.fullmatch(cell)]
    return len(figures) * 2 >= len(cells)


_PERIOD = re.compile(r"(?:19|20)\d\d\s?[-–/]\s?(?:19|20)?\d\d")
_COUNTED = re.compile(
    r"\b(?:aantal|number of|fte)\b|"
    r"^(?!contributi|bijdrage|subscription|fees)(?:.*\b)?(?:leden|members)\b"
    r"(?!['’]| (?:subscr|contrib|fee|bijdrag))",
    re.IGNORECASE,
)


def _money_of(block: Block, language: str) -> str:
    """The money that a whole table is in, by its corner, its heading or what stands over it."""
    corner = block.rows[0][0]
    for text in (corner, " ".join(block.rows[0]), block.heading):
        sign = sign_in(text)
        if sign:
            return sign
    finances = any(FINANCES.fullmatch(heading.strip(" :?.")) for heading in block.path[-2:])
    if finances and any(_SUM.fullmatch(cell.strip()) for row in block.rows for cell in row[1:]):
        return "EUR" if language == "nl" else "GBP"
    return ""


_SUM = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_LONGEST = 90


def _sums(block: Block, language: str) -> Iterator[Cell]:
    """The sums of money of a table that has a row a project: "Budget van Groene Daken"."""
    header = block.rows[0]
    if not any(_PROJECTS.search(title) for title in header):
        return
    for number, row in enumerate(block.rows[1:], start=1):
        if any(_REJECTED.search(cell) for cell in row):
            continue
        named = next((cell.strip() for cell in row if re.search(r"[^\W\d_]{2}", cell)), "")
        for title, cell in zip(header, row, strict=False):
            if _NUMBER.fullmatch(cell.strip()) and len(named) <= _LONGEST and named != cell.strip():
                of = "van" if language == "nl" else "of"
                label = f"{title.strip()} {of} {named}"
                for made in _cell(number, label, title, cell.strip(), language):
                    told = _IN_LABEL.search(title)
                    share = "%" if told and told["unit"] == "%" else ""
                    unit = made.quantity.unit or share or sign_in(title)
                    if unit:
                        yield replace(made, unit=unit)


_PROJECTS = re.compile(
    r"^(?:(?:naam )?project(?:en|naam|s| name)?|initiatief|aanvra\w+|proposals?|"
    r"applications?|plan)$",
    re.IGNORECASE,
)
_REJECTED = re.compile(
    r"\b(?:afgewezen|niet (?:toegekend|gehonoreerd)|ingetrokken|rejected|declined|turned down|"
    r"withdrawn|not (?:funded|approved|granted)|unsuccessful)\b",
    re.IGNORECASE,
)


def _cell(row: int, label: str, title: str, text: str, language: str) -> Iterator[Cell]:
    found = next(quantities(text, language), None)
    if found is None:
        return
    told = _IN_LABEL.search(label)
    unit = found.unit
    factor = thousands(f"{label} {title}")
    bare = label[: told.start()].strip() if told else label
    if not unit and told:
        unit = {"€": "EUR", "£": "GBP"}.get(told["unit"], told["unit"])
        unit = "EUR" if factor > 1 and re.search("€|EUR", told["unit"]) else unit
    behind = text[found.end :].strip(" .")
    year = _YEAR.search(title)
    words = _YEAR.sub("", title).strip(" .:-")
    state = "target" if _TARGET.search(title) or _TARGET.search(label) else "observed"
    value = Quantity(found.value * factor, 0, len(text), found.unit, found.to, found.precision)
    shown = f"{bare} ({words})" if words and state == "target" else bare
    if year:
        shown = f"{shown} {year[0]}"
    yield Cell(row, shown, value, unit or behind or bare[:1].lower() + bare[1:],
               year[0] if year else "", state)  # fmt: skip


def of_a_payer(label: str, around: str) -> bool:
    """Whether a row tells who pays, in a table of money: that is a payment, and no figure."""
    if _BY_PAYER.search(label):
        return True
    return bool(_PAYER.search(label) and (OF_PAYERS.search(around) or thousands(around) > 1))


# "Harbour Works, grant from X", "own funds", "overige (zie onder)"
_BY_PAYER = re.compile(
    r"\b(?:grants?|contributions?|funding|support|subsidies?|bijdragen?|inleg|"
    r"inbreng) (?:from|van) |"
    r"\bown funds\b|\beigen (?:middelen|inbreng|bijdrage)\b|^(?:from|van) (?:de |"
    r"het |the )?(?-i:[A-Z])|\((?:zie|see) (?:onder|boven|below|above|tekst|text)\)",
    re.IGNORECASE,
)
_PAYER = re.compile(
    r"^(?:de |het |the )?(?:gemeenten?|provincie|ministerie|waterschap|rijk|stichting|fonds|"
    r"vereniging|\w*kring|ministry|department|municipality)\b|"
    r"\b(?:council|fund|foundation|trust|authority|fonds)$|^(?:totaal|total)$",
    re.IGNORECASE,
)
