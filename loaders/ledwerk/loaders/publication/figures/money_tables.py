"""Tables of who pays how much.

funders         a column of funders and one of sums, perhaps one of projects
main funding    a row a project, and in one column "Aggregates Trust, £120,000"
split           a row a project, and a column for each who pays; or the other way round
income          a row for each who pays, and a column for each year: the publisher's own money
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ledwerk.loaders.publication.document import Block
from ledwerk.loaders.publication.figures.amounts import Quantity
from ledwerk.loaders.publication.figures.cell_sums import sum_in_cell, thousands
from ledwerk.loaders.publication.figures.money_parties import told
from ledwerk.loaders.publication.figures.money_told import payments_of
from ledwerk.loaders.publication.figures.money_words import LABEL
from ledwerk.loaders.publication.findings import Ref
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, PARTIES, Known
from ledwerk.loaders.publication.parties.names_found import parties_in
from ledwerk.loaders.publication.parties.parties_at import named_at
from ledwerk.loaders.publication.parties.parties_meant import MINISTRIES
from ledwerk.schema.names import fold

_COLUMNS = (
    (
        "payer",
        (
            r"(?:hoofd|mede|co-?)?financiers?|bijdragers?|wie(?: er)?(?: betaal\w*| draagt bij)?|"
            r"(?:who|who (?:paid|pays|gives?|contributes?))|fondsen|funds|"
            r"van(?: wie)?|from(?: whom)?|"
            r"paid for by|subsidieverstrekkers?|subsidiegevers?|geldgevers?|bijdrage van|"
            r"gevers?|betalers?|bekostigers?|donateurs?|sponsors?|herkomst|bron|wie betaalt|"
            r"betaald door|gefinancierd door|(?:main )?funders?|"
            r"funding (?:source|body)|funded by|source(?: of (?:funds|funding|income))?|paid by|"
            r"contributors?|donors?|grant from|awarded by|partner|partij|organisatie|"
            r"organi[sz]ation"
        ),
    ),
    (
        "amount",
        (
            r"bedrag(?:en)?.*|bijdrage.*|subsidie.*|toegekend.*|amount.*|contribution.*|award.*|"
            r"value.*|sum.*|(?:€|£|eur|gbp|euro).*|in (?:€|£|eur|euro).*|inleg|inbreng|toegezegd.*|"
            r"beschikt.*|verleend.*|gevraagd.*|aangevraagd.*|ontvangen.*|toezegging.*|pledged.*|"
            r"committed.*|granted.*|requested.*|approved.*|received.*|commitment.*|grant"
        ),
    ),
    (
        "receiver",
        (
            r"projecten|project(?:naam)?|projects|programma|programme|(?:bestemd |"
            r"bedoeld )?voor(?: wat)?|"
            r"for(?: what)?|doel|purpose|waarvoor|waaraan|what for|bestemming|besteed aan|"
            r"ten behoeve van|aan|naar|to|(?:awarded |paid )to|ontvanger|recipient|"
            r"supports?|activiteit|activity"
        ),
    ),
    ("state", r"status|stand|state|stage"),
)
_ALL = re.compile(r"^(?:(?:grand )?tota(?:al|len|ls?)|subtota\w+|som|sum|saldo)\b", re.IGNORECASE)
_STATES = (
    ("asked_for", re.compile(r"aangevraagd|in aanvraag|applied|requested|pending", re.IGNORECASE)),
    ("reserved", re.compile(r"gereserveerd|reserved|earmarked|toegezegd|pledged", re.IGNORECASE)),
)
_REFUSED = re.compile(
    r"\b(?:afgewezen|niet (?:toegekend|gehonoreerd)|ingetrokken|rejected|declined|refused|"
    r"withdrawn|unsuccessful)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Paid:
    """A payment that a table tells. `receiver` is None where it names no project."""

    row: int
    payer: Ref
    amount: float
    currency: str
    state: str
    receiver: Ref | None
    year: str = ""


@dataclass(frozen=True, slots=True)
class _Table:
    rows: tuple[tuple[str, ...], ...]
    heading: str
    known: Known
    language: str
    currency: str

    @property
    def header(self) -> tuple[str, ...]:
        return self.rows[0]

    def sum_in(self, cell: str, title: str) -> Quantity | None:
        """The one sum of money that a cell holds, in the money of its column."""
        around = f"{title} {self.header[0]} {self.heading}"
        return sum_in_cell(cell, around, self.language, self.currency)

    def payer(self, text: str) -> Ref | None:
        """The one party that a title or label names as who pays."""
        whole = _TOWNS.fullmatch(text.strip())
        if whole:
            return Ref("Group", whole[0])
        if _MINISTRY.fullmatch(text.strip()):
            return self.known.find(text.strip()) or Ref("Organisation", text.strip())
        led = _LED.match(text.strip())
        bare = _TAIL.sub("", text.strip()[led.end() if led else 0 :])
        bare = _SHORT.sub("", bare)
        if bare in MINISTRIES:
            name = f"Ministerie van {MINISTRIES[bare]}"
            return self.known.find(bare) or self.known.find(name) or Ref("Organisation", name)
        said = told(f"Van {bare}", self.known, self.language, self.currency)
        alone = said.parties[0].ref if len(said.parties) == 1 and not said.sums else None
        if alone is not None and alone.kind == "Group":
            return alone
        named = parties_in(bare)
        if len(named) == 1 and named[0].ref.name in (bare, bare.removesuffix(".")):
            return self.known.find(named[0].ref.name) or named[0].ref
        return alone


# "Gemeenten A en B": one sum that they pay together.
_TOWNS = re.compile(
    r"(?:Gemeenten|Provincies|Waterschappen) [A-ZÀ-Þ'’][^,;:()\d]{1,30}"
    r"(?:, [A-ZÀ-Þ'’][^,;:()\d]{1,30})*,? en [A-ZÀ-Þ'’][^,;:()\d]{1,30}"
)
# A ministry's name enumerates what it is of: "Ministerie van Landbouw, Natuur en Visserij".
_MINISTRY = re.compile(
    r"(?:Ministerie van|Ministry of|Department (?:of|for))(?: the)? [A-ZÀ-Þ][\w-]+"
    r"(?:(?:, | en | and |, and | & )[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?){0,4}"
)
# What it is for, behind who pays: "X Council towards running costs", "Y, bijdrage bureaukosten".
_TAIL = re.compile(
    r" (?:towards|for (?:the )?[a-z]|to the |aan (?:de|het|ons|onze) |voor (?:de |"
    r"het |ons |onze )?[a-z]|ten behoeve van|t\.b\.v\.|\(als |\(as ).*$|"
    r",? (?:jaarlijkse |annual )?(?:bijdrage|subsidie|grant|contribution|donatie|"
    r"donation|gift|inleg)\b.*$"
)
_SHORT = re.compile(r" \([A-Z][\w&]{1,9}\)$")  # "Ministerie van X (XYZ)"
_LED = re.compile(
    r"(?:(?:jaarlijkse|structurele|extra|annual|core|yearly) )?(?:bijdragen?|subsidies?|"
    r"contributie|"
    r"inleg|inbreng|toelage|werkingstoelage|financiering|contributions?|grants?|subsid(?:y|ies)|"
    r"funding|support|income)(?: (?:van|uit|of|from|by|door))?(?: (?:de|het|the))? |"
    r"(?:van|uit|from) (?:(?:de|het|the) )?",
    re.IGNORECASE,
)


def payments_in(
    block: Block, known: Known, language: str, currency: str, *, finances: bool, over: str = ""
) -> Iterator[Paid]:
    """Who pays what, by a table's rows; none where it is a table of something else.

    `over` is what stands over the table, where that has lost its header.
    """
    if len(block.rows) < _FEWEST:
        return
    years = years_over(over, block)
    rows = (years, *block.rows) if years else block.rows
    told_over = over if years or (len(over) <= _CAPTION and thousands(over) > 1) else ""
    table = _Table(rows, f"{block.heading} {told_over}", known, language, currency)
    shift = -1 if years else 0
    made = list(_payments(table, finances=finances or bool(years)))
    for paid in made or _listed(table, over):
        yield replace(paid, row=paid.row + shift)


def years_over(over: str, block: Block) -> tuple[str, ...]:
    """The header of a table without one, by the years at the end of the line over it."""
    found = re.search(r"((?:\s(?:19|20)\d\d)+)\s*$", over)
    years = found[1].split() if found else []
    first = block.rows[0]
    numbers = [cell for cell in first[1:] if cell.strip()]
    if years and len(years) == len(numbers) == len(first) - 1 and all(map(_is_sum, numbers)):
        return (over[: found.start()].strip() if found else "", *years)
    return ()


def _payments(table: _Table, *, finances: bool) -> Iterator[Paid]:
    columns = _columns(table.header)
    if "payer" in columns and "amount" in columns:
        funders = list(_of_funders(table, columns))
        yield from funders
        if funders:
            return
    yield from _in_one_column(table)
    split = list(_split(table)) or list(_turned(table))
    yield from split
    if not split and (finances or _INCOME.match(fold(table.header[0]))):
        yield from _income(table)


_FEWEST = 2
_INCOME = re.compile(
    r"(?:(?:core|basis|structurele|structural|externe|external|public|publieke|jaarlijkse|annual|"
    r"totale|total|onze|our|ontvangen)[ -]?)?(?:bijdragen?|subsidies?|grants?|inkomsten|baten|"
    r"opbrengsten|herkomst|financiers?|dekking|income|contributions?|"
    r"revenue|funding|sources?|funders?)\b"
)


# What stands over a list of who pays: "De dekking ziet er zo uit:", "Annual contributions".
OF_PAYERS = re.compile(
    r"\b(?:dekking|gedekt|\w*bijdragen|betal\w*|gefinancierd|financiering|financiers|subsidies|"
    r"wie betaalt|toezeggingen|inkomsten|contributions?|contributed|funding|funded|funders|grants|"
    r"who pays|paid for|financed|pledges|commitments|subscriptions)\b",
    re.IGNORECASE,
)
_OF_SPENDING = re.compile(
    r"\b(?:uitgaven|besteding\w*|lasten|kostenposten|expenditure|spending|spent)\b", re.IGNORECASE
)
_CAPTION = 200  # letters of a text that is about the table under it
_LEAST = 100


def _listed(table: _Table, over: str) -> Iterator[Paid]:
    """A list without titles: who pays in front, and the one sum of each row behind."""
    title = over[-_CAPTION:].rpartition(". ")[2]
    about = title if title.rstrip().endswith(":") else table.heading
    if not OF_PAYERS.search(about) or _OF_SPENDING.search(about):
        return
    receiver = _receiver_over(table, title)
    for number, row in enumerate(table.rows):
        first = row[0].strip()
        payer = (
            None
            if not first or _ALL.match(first) or _NO_PAYER.search(first)
            else table.payer(first)
        )
        around = f"{title} {' '.join(cell for cell in row if _SIGN.fullmatch(cell.strip()))}"
        sums = [one for cell in row[1:] if (one := table.sum_in(cell, around))]
        large = [one for one in sums if one.value >= _LEAST]
        if payer is None or len(large) != 1 or any(_REFUSED.search(cell) for cell in row):
            continue
        if telling(payer, table.known):
            state = _state(" ".join(row[1:]))
            yield Paid(number, payer, large[0].value, large[0].unit, state, receiver)


_SIGN = re.compile(r"€|£|EUR|GBP|euro", re.IGNORECASE)


def _receiver_over(table: _Table, text: str) -> Ref | None:
    """What or whom the sentence over a list says that they pay to."""
    activities = named_at(text, table.known, ACTIVITIES)
    if activities:
        return activities[-1].ref
    for spot in named_at(text, table.known, PARTIES):
        if _TO.search(text[: spot.start]):
            return spot.ref
    return None


_TO = re.compile(r"\b(?:aan|voor|to|for|towards|in) (?:de |het |the )?$", re.IGNORECASE)


def _columns(header: tuple[str, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for i, title in enumerate(header):
        words = fold(title).strip(" .:()")
        for sort, pattern in _COLUMNS:
            if sort not in found and re.fullmatch(pattern, words):
                found[sort] = i
                break
    return found


def _of_funders(table: _Table, columns: dict[str, int]) -> Iterator[Paid]:
    title = table.header[columns["amount"]]
    for number, row in enumerate(table.rows[1:], start=1):
        cells = {sort: row[i].strip() for sort, i in columns.items() if i < len(row)}
        payer = table.payer(cells.get("payer", ""))
        amount = table.sum_in(cells.get("amount", ""), title)
        if payer is None or amount is None or _ALL.match(cells["payer"]):
            continue
        if any(_REFUSED.search(cell) for cell in row):
            continue
        told_of = cells.get("receiver", "")
        receiver = table.known.headed(told_of, ACTIVITIES) if told_of else None
        if told_of and receiver is None and not _ITSELF.search(told_of):
            continue  # for something that has no name here
        state = _state(cells.get("state", "") or title) if "state" in columns else _titled(title)
        yield Paid(number, payer, amount.value, amount.unit, state, receiver)


# What an organisation needs for itself.
_ITSELF = re.compile(
    r"\b(?:running|core|office|operating|werking\w*|exploitatie\w*|bureau\w*|"
    r"secretariaat|organisatie\w*|"
    r"secretariat|network|netwerk|vereniging|stichting|alliantie|alliance|partnership|algemeen|"
    r"general|basis\w*|programm\w*|zelf|itself)\b",
    re.IGNORECASE,
)


def _titled(title: str) -> str:
    """How far the money of a column has come, by its title alone."""
    return "asked_for" if _ASKED.search(title) else "granted"


_ASKED = re.compile(r"gevraagd|requested|applied", re.IGNORECASE)


def _state(text: str) -> str:
    return next((state for state, words in _STATES if words.search(text)), "granted")


def _in_one_column(table: _Table) -> Iterator[Paid]:
    """The payer with the sum in one cell of a project's row: "Aggregates Trust, £120,000"."""
    columns = [i for i, title in enumerate(table.header) if LABEL.fullmatch(title.strip(" :"))]
    for number, row in enumerate(table.rows[1:], start=1):
        project = _project(table, row)
        if project is None or any(_REFUSED.search(cell) for cell in row):
            continue
        for i in columns:
            said = told(row[i], table.known, table.language, table.currency)
            for one in payments_of(said, labelled=True):
                for payer in one.payers:
                    state = one.state or "granted"
                    yield Paid(number, payer, one.amount.value, one.amount.unit, state, project)


def _project(table: _Table, row: tuple[str, ...]) -> Ref | None:
    for cell in row[:_FIRST_CELLS]:
        found = table.known.find(cell, ACTIVITIES) if cell.strip() else None
        if found:
            return found
    return None


_FIRST_CELLS = 3


def _split(table: _Table) -> Iterator[Paid]:
    """A row a project, a column for each who pays."""
    payers = {
        i: payer
        for i, title in enumerate(table.header)
        if i and not _NO_PAYER.search(title) and (payer := _paying(table, title))
    }
    for number, row in enumerate(table.rows[1:], start=1):
        project = _project(table, row)
        if project is None or any(_REFUSED.search(cell) for cell in row):
            continue
        for i, payer in payers.items():
            amount = table.sum_in(row[i], table.header[i]) if i < len(row) else None
            if amount is not None and amount.value:
                yield Paid(number, payer, amount.value, amount.unit, "granted", project)


def _turned(table: _Table) -> Iterator[Paid]:
    """A row for each who pays, a column a project."""
    projects = {
        i: found
        for i, title in enumerate(table.header)
        if i and (found := table.known.find(title, ACTIVITIES))
    }
    for number, row in enumerate(table.rows[1:], start=1):
        payer = _paying(table, row[0]) if projects and not _NO_PAYER.search(row[0]) else None
        for i, project in projects.items():
            amount = table.sum_in(row[i], table.header[i]) if i < len(row) else None
            if payer is not None and amount is not None and amount.value:
                yield Paid(number, payer, amount.value, amount.unit, "granted", project)


def _paying(table: _Table, title: str) -> Ref | None:
    """Who a column or row is of: a party or group, or "private", "bedrijven", "EU"."""
    bare = re.sub(r"\((?:€|£|EUR|GBP|x .{1,12}|in .{1,12})\)|[€£]|x 1[.,]000", "", title).strip()
    if _PRIVATE.fullmatch(bare):
        return Ref("Group", bare[:1].upper() + bare[1:])
    whole = table.known.only(bare, ACTIVITIES) or table.known.find(bare, ACTIVITIES)
    payer = None if whole else table.payer(bare)
    return payer if payer is not None and telling(payer, table.known) else None


_NO_PAYER = re.compile(
    r"\b(?:tota\w*|budget|begrot\w*|kosten|costs?|eigen|own|overige?|others?|project\w*|looptijd|"
    r"period\w*|trekker|lead|partners?|start|eind\w*|end|jaar|year|besteed|spent|uitgegeven|"
    r"derden|third part\w+|regio|region|realisatie|actual|leden|jobs|banen)\b",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"(?:private?|privaat|bedrijfsleven|markt|industry|private sector|private partners?|mkb|"
    r"overheden|public sector|public)",
    re.IGNORECASE,
)


def _income(table: _Table) -> Iterator[Paid]:
    """A row for each who pays the publisher, a column for each year."""
    columns = [i for i, title in enumerate(table.header) if i and not _SPENT.search(title)]
    for number, row in enumerate(table.rows):
        label = row[0].strip()
        if _ALL.match(label) or (number == 0 and not any(map(_is_sum, row[1:]))):
            continue
        if _COSTS.search(label):
            return
        payer = table.payer(label)
        if payer is None or not (
            _LED.match(label) or telling(payer, table.known) or _is_a_name(payer, label)
        ):
            continue
        for i in columns:
            title = table.header[i]
            amount = table.sum_in(row[i], title) if i < len(row) else None
            year = re.search(r"(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?", title)
            if amount is not None and amount.value and not _DATE.fullmatch(row[i].strip()):
                when = year[0] if year else ""
                yield Paid(number, payer, amount.value, amount.unit, "granted", None, when)


def _is_a_name(payer: Ref, label: str) -> bool:
    """Whether a whole label is a name of several words in capitals: "Invest Northern Ireland"."""
    return payer.name == label and _CAPITALS.fullmatch(label) is not None


_CAPITALS = re.compile(
    r"(?!.*\b(?:Fees?|Subscriptions?|Rents?|Rental|Income|Interest|Events?|Sales|Other|Sponsorship|"
    r"Services|Balance|Costs|Surplus|Contributie\w*|Rente|Huur\w*|Overige)\b)"
    r"[A-ZÀ-Þ][\w’'&-]+(?: (?:of|for|and|the|van|voor|en|de) )?(?: ?[A-ZÀ-Þ][\w’'&-]+){1,5}"
)
_SPENT = re.compile(
    r"\b(?:uitgegeven|besteed|spent|begroot|begroting|budget|verschil|difference|change|%|raming|"
    r"forecast|verandering)\b|%",
    re.IGNORECASE,
)
_COSTS = re.compile(
    r"^(?:lasten|uitgaven|kosten|expenditure|spending|costs?|personeel\w*|salar\w+|staff)\b",
    re.IGNORECASE,
)


_DATE = re.compile(r"(?:[a-zà-ÿ]{3,9}\.? |\d{1,2}[-/])?(?:19|20)\d\d", re.IGNORECASE)


def _is_sum(cell: str) -> bool:
    return bool(re.fullmatch(r"\W*\d[\d., ]*\W*", cell.strip())) and not re.fullmatch(
        r"(?:19|20)\d\d", cell.strip()
    )


def telling(payer: Ref, known: Known) -> bool:
    """Whether a name by itself tells that it is a party's."""
    return payer.kind != "Organisation" or bool(
        known.find(payer.name) or _OF_A_BODY.search(payer.name)
    )


_OF_A_BODY = re.compile(
    r"fonds|\bfund\b|council|provincie|gemeente|minister|waterschap|bank\b|agency|trust\b|"
    r"foundation|"
    r"stichting|universit|rijk\b|overheid|government|\bE[FR]|EU\b|europ|interreg|hogeschool|"
    r"college|"
    r"chamber|kamer|vlaanderen|enterprise|department|authority|lottery|loterij|\bLtd\b|\bplc\b|"
    r"\bLLP\b|\bCLG\b|\bDAC\b|\bCIC\b|\bvzw\b|B\.?V\.?$|N\.?V\.?$|EFRO|ERDF|JTF",
    re.IGNORECASE,
)
