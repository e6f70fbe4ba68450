"""Tables of projects: a row a project with columns for lead, partners, period and budget; a table
of one project's parties; a row a party with a mark under each project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from ledwerk.loaders.publication.activities.activity_found import Activities, Activity, years_in
from ledwerk.loaders.publication.activities.activity_headings import titled, without_code
from ledwerk.loaders.publication.activities.activity_names import PROGRAMME, PROJECT
from ledwerk.loaders.publication.activities.periods import period_in_cell
from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.figures.amounts import quantities
from ledwerk.loaders.publication.figures.cell_sums import caption_over, sum_in_cell
from ledwerk.loaders.publication.findings import IN_A_TABLE, Ref
from ledwerk.loaders.publication.layout.labels import meaning_of
from ledwerk.loaders.publication.layout.sections import Section
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES
from ledwerk.loaders.publication.parties.names_found import (
    LEAD,
    PARTICIPANT,
    PARTNER,
    one_party_in,
    parties_in,
)
from ledwerk.loaders.publication.parties.party_words import GONE, PAID
from ledwerk.loaders.publication.partners.partner_cues import turned_down
from ledwerk.loaders.publication.partners.partners_found import Partners
from ledwerk.schema.names import fold

_ROLES = (LEAD, PARTNER, PARTICIPANT)
_PARTY_HEADS = re.compile(
    r"(?:naam )?(?:organisatie|partij|partner|instelling|bedrijf|deelnemer|projectpartner)s?|"
    r"(?:name of )?(?:organi[sz]ation|partner|party|participant|company|institution|member)s?|"
    r"naam|name"
)
_ROLE_HEADS = re.compile(
    r"(?:rol|role|functie|status|bijdrage|type|hoedanigheid|function|taak|part)"
)
_PROGRAMME_HEADS = re.compile(r"programma(?:naam)?|programme(?: name)?")
_STATUS_HEADS = re.compile(
    r"status|stand|stand van zaken|state|fase|phase|opmerking(?:en)?|remarks?|notes?"
)
_MARK = re.compile(
    r"[xX✓✔●•■*○◦+✗✘▪◆◼]+|ja|yes|lead|trekker|penvoerder|promotor|co-?ordinator|partner|deelnemer|"
    r"co-?promotor|[lptcm]",
    re.IGNORECASE,
)
_LEAD_MARK = re.compile(r"lead|trekker|penvoerder|promotor|co-?ordinator|l|t", re.IGNORECASE)
_NO_PROJECT = re.compile(
    r"\b(?:afgewezen|niet (?:gehonoreerd|toegekend|akkoord)|ingetrokken|vervallen|rejected|"
    r"declined|turned down|not (?:funded|approved)|withdrawn|cancelled|"
    r"in aanvraag afgewezen|idee|concept)\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"(?:sub)?tota+l.*|som|sum|overall", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table with what its columns mean, by their place."""

    document: Document
    block: Block
    meanings: Mapping[int, str]

    @property
    def body(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The rows under the header, each with its number."""
        for number, row in enumerate(self.block.rows[1:], start=1):
            if any(row) and not _TOTAL.fullmatch(row[0].strip()):
                yield number, row

    def cell(self, row: Sequence[str], meaning: str) -> str:
        """The cell of the first column that means so; empty without one."""
        return next((row[at] for at, one in self.meanings.items() if one == meaning), "")


def projects_in_tables(sections: Sequence[Section]) -> frozenset[str]:
    """The names of the projects in tables of projects."""
    names: set[str] = set()
    for block in (block for section in sections for block in section.blocks):
        if block.kind is not BlockKind.TABLE or len(block.rows) < _PAIR:
            continue
        header = [fold(cell).strip(" :.") for cell in block.rows[0]]
        meanings = {at: meaning_of(cell) for at, cell in enumerate(header)}
        if _is_of_projects(header, meanings):
            at = next((at for at, one in meanings.items() if one == "project"), 0)
            shown = (" ".join(row[at].split()) for row in block.rows[1:])
            names.update(without_code(name) for name in shown if name)
    return frozenset(names)


def read_tables(document: Document, activities: Activities, partners: Partners) -> None:
    """Add what tables say to the activities and partners."""
    for section in activities.sections:
        if section.silent:
            continue
        for block in section.blocks:
            if block.kind is BlockKind.TABLE and len(block.rows) > 1:
                _read(document, section, _upright(block), activities, partners)


_TELLING = frozenset({*_ROLES, "period", "start", "end", "budget"})
_FEWEST_LABELS = 2


def _upright(block: Block) -> Block:
    """A table with its header on top: without a title in its first row, and not on its side.

    On its side it has a column a project, and the labels in its first column.
    """
    rows = block.rows
    if not _heads_projects(rows[0]) and len(rows) > _PAIR and _heads_projects(rows[1]):
        return replace(block, rows=rows[1:], lines=block.lines[1:])
    labels = [meaning_of(row[0]) for row in rows[1:]]
    wide = len(rows[0]) > _PAIR and all(cell.strip() for cell in rows[0][1:])
    corner = not rows[0][0].strip() or meaning_of(rows[0][0]) == "project"
    if wide and corner and sum(one in _TELLING for one in labels) >= _FEWEST_LABELS:
        turned = tuple(zip_longest(*rows, fillvalue=""))
        first = ("Project", *turned[0][1:])
        lines = (block.lines[0],) * len(turned)
        return replace(block, rows=(first, *turned[1:]), lines=lines)
    return block


def _heads_projects(row: Sequence[str]) -> bool:
    header = [fold(cell).strip(" :.") for cell in row]
    return _is_of_projects(header, {at: meaning_of(cell) for at, cell in enumerate(header)})


def _read(
    document: Document, section: Section, block: Block, activities: Activities, partners: Partners
) -> None:
    owners = activities.of_heading(section.topic)
    labels = [meaning_of(row[0]) for row in block.rows if row]
    if len(block.rows[0]) == _PAIR and sum(map(bool, labels)) * 2 > len(labels):
        if owners:
            _labels(document, block, owners[0], activities, partners)
        return
    header = [fold(cell).strip(" :.") for cell in block.rows[0]]
    meanings = {at: meaning_of(cell) for at, cell in enumerate(header)}
    table = _Table(document, block, meanings)
    if _is_of_projects(header, meanings):
        for number, row in table.body:
            _project(table, number, row, activities, partners)
    elif _PARTY_HEADS.fullmatch(header[0]) and (named := _named_in_head(block)):
        place = document.row_locator(block, 0)
        ref = activities.add(Activity(Ref(PROJECT, named), place, IN_A_TABLE))
        _parties(table, header, (ref,), partners)
    elif owners and _PARTY_HEADS.fullmatch(header[0]):
        _parties(table, header, owners, partners)
    elif (not header[0] or _PARTY_HEADS.fullmatch(header[0])) and not _has_people(header):
        _marks(table, activities, partners)


_ROLE_IN = re.compile(
    r"(?:rol|role|functie|bijdrage|taak|part)\s+(?:in|aan|bij|binnen|to)\s+(?:het |the )?"
    r"(?:project )?(?P<name>[A-ZÀ-Þ0-9].+?)(?: project)?$",
    re.IGNORECASE,
)


def _named_in_head(block: Block) -> str:
    """The project that a header names: "Role in Dune Watch"."""
    found = (_ROLE_IN.match(" ".join(cell.split())) for cell in block.rows[0][1:])
    return next((one["name"] for one in found if one and not meaning_of(one["name"])), "")


_PAIR = 2


def _has_people(header: Sequence[str]) -> bool:
    return any(
        re.search(r"persoon|person|contact|vertegenwoordig|represent", one) for one in header
    )


def _is_of_projects(header: Sequence[str], meanings: Mapping[int, str]) -> bool:
    """Whether a table has a row a project: a column for its name, and one of a partner or "
    "period.
    """
    others = {meaning for at, meaning in meanings.items() if at} - {"", "project"}
    named = header[0] in ("naam", "name", "titel", "title")
    if "project" not in meanings.values() and not any(map(_PROGRAMME_HEADS.fullmatch, header[:1])):
        return False
    return bool(others & set(_ROLES)) or (bool(others) and not named)


def _project(
    table: _Table,
    number: int,
    row: Sequence[str],
    activities: Activities,
    partners: Partners,
) -> None:
    name = " ".join(table.cell(row, "project").split()) or " ".join(row[0].split())
    if not name or _NO_PROJECT.search(" ".join(row)) or meaning_of(name):
        return
    place = table.document.row_locator(table.block, number)
    ref = _activity(table, row, name, place, activities)
    line = " ".join(table.cell(row, "line").split())
    whole = activities.known.find(line, ACTIVITIES) if line else None
    above = " ".join(table.cell(row, "programme").split())
    if above and re.search(r"[^\W\d_]", above):
        whole = activities.add(Activity(Ref(PROGRAMME, above), place, IN_A_TABLE))
    if whole is not None and whole.kind == PROGRAMME and whole != ref:
        activities.parts.append((ref, whole, place))
    for at, meaning in table.meanings.items():
        if meaning in _ROLES and at < len(row):
            read = one_party_in if meaning == LEAD else parties_in
            for mention in read(row[at]) if not _NOBODY.fullmatch(row[at].strip()) else ():
                partners.add(mention, (ref,), mention.role or meaning, place, IN_A_TABLE)


def _activity(
    table: _Table, row: Sequence[str], name: str, place: str, activities: Activities
) -> Ref:
    kind = PROGRAMME if _PROGRAMME_HEADS.fullmatch(fold(table.block.rows[0][0])) else PROJECT
    said = titled(name)
    properties = _properties(table.document, {
        meaning: row[at] for at, meaning in table.meanings.items() if at < len(row)
    }, _budget_title(table))  # fmt: skip
    short = re.match(r"(?P<name>[^()]+?)\s*\((?P<short>[A-Z][\w-]{1,11})\)$", name)
    shown = short["name"] if short else said.names[0]
    aliases = (short["short"],) if short else ()
    return activities.add(Activity(Ref(kind, shown), place, IN_A_TABLE, aliases, properties))


_LEAST = 1000  # what a project costs, at the least
# What stands in a cell for parties and names none.
_NOBODY = re.compile(
    r"[(]?(?:see|zie|as|als|cf\.?) (?:above|below|text|overleaf|page|p\.|boven|hierboven|onder|"
    r"hieronder|tekst|pagina|blz\.?|toelichting|vorige|previous)[^,;]*|idem|ditto|n\.?v\.?t\.?|n/?a|"
    r"(?:nog )?onbekend|tbc|tbd|to be (?:confirmed|decided|announced)|nog te bepalen|geen|none|"
    r"various|diverse|divers(?:en)?|[-–—?]+",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r"\s\(|;|,\s|\b(?:waarvan|of which|including|inclusief)\b(?=.)")


def _budget_title(table: _Table) -> str:
    """What stands over the column of budgets, which may tell the money: "Budget (x € 1.000)"."""
    header = table.block.rows[0]
    at = next((i for i, meaning in table.meanings.items() if meaning == "budget"), len(header))
    title = header[at] if at < len(header) else ""
    return f"{title} {caption_over(table.document, table.block)}" if title else ""


def _properties(
    document: Document, values: Mapping[str, str], title: str = ""
) -> tuple[tuple[str, str | int | float], ...]:
    made: dict[str, str | int | float] = {}
    if values.get("period"):
        period = period_in_cell(values["period"])
        made |= {"start": period.start, "end": period.end}
    for one in ("start", "end"):
        if values.get(one):
            period = period_in_cell(values[one])
            made[one] = period.start or period.end
    if values.get("budget"):
        whole = _OF_WHICH.split(values["budget"])[0]
        money = [q for q in quantities(whole, document.language) if q.money]
        usual = "EUR" if document.language == "nl" else "GBP"
        bare = sum_in_cell(whole, title, document.language, usual)
        if bare is not None and bare.to is None and not money and bare.value >= _LEAST:
            made |= {"budget": bare.value, "currency": bare.unit}
        if len(money) == 1 and money[0].to is None:
            value = bare.value if bare is not None else money[0].value
            made |= {"budget": value, "currency": money[0].unit}
    if values.get("code") and re.search(r"\d", values["code"]):
        made["code"] = values["code"].strip()
    return tuple((name, value) for name, value in made.items() if value)


def _labels(
    document: Document, block: Block, owner: Ref, activities: Activities, partners: Partners
) -> None:
    """A table of two columns that says what it says by a label on the left."""
    values: dict[str, str] = {}
    for number, row in enumerate(block.rows):
        meaning = meaning_of(row[0])
        if not meaning or not row[1]:
            continue
        values.setdefault(meaning, row[1])
        place = document.row_locator(block, number)
        if meaning == "programme":
            part_of_label(row[1], owner, place, activities)
        if meaning in _ROLES and not turned_down(row[1]):
            for mention in (one_party_in if meaning == LEAD else parties_in)(row[1]):
                partners.add(mention, (owner,), mention.role or meaning, place, IN_A_TABLE)
    properties = _properties(document, values)
    if properties:
        place = document.row_locator(block, 0)
        activities.add(Activity(owner, place, IN_A_TABLE, (), properties))


_NO_PROGRAMME = re.compile(r"(?:n\.?v\.?t\.?|n/?a|geen|none|nee|no|-+|–)\.?", re.IGNORECASE)
_MOST_WORDS = 10


def part_of_label(value: str, owner: Ref, place: str, activities: Activities) -> None:
    """What a label says that a project is part of: "Programma: Interreg Schelde-Noord"."""
    name = " ".join(value.split()).strip(" .;\"“”‘’'")
    name = re.sub(r"^(?:het |de |the )?(?:programma|programme) (?=[A-ZÀ-Þ])", "", name)
    if not re.match(r"[A-ZÀ-Þ0-9]", name) or len(name.split()) > _MOST_WORDS:
        return
    if owner.kind != PROJECT or _NO_PROGRAMME.fullmatch(name):
        return
    whole = activities.add(Activity(Ref(PROGRAMME, name), place, IN_A_TABLE, (), years_in(name)))
    if whole.kind == PROGRAMME and whole != owner:
        activities.parts.append((owner, whole, place))


def _parties(
    table: _Table, header: Sequence[str], owners: tuple[Ref, ...], partners: Partners
) -> None:
    """A table of one activity's parties, with their roles in another column."""
    roles = [
        at
        for at, cell in enumerate(header)
        if at and (_ROLE_HEADS.fullmatch(cell) or _ROLE_IN.match(table.block.rows[0][at]))
    ]
    told = [at for at, cell in enumerate(header) if at and _STATUS_HEADS.fullmatch(cell)]
    for number, row in table.body:
        said = " ".join(row[at] for at in (*roles, *told) if at < len(row))
        if GONE.search(said) or PAID.search(said) or turned_down(said):
            continue
        role = next((m for at in roles if (m := meaning_of(row[at])) in _ROLES), PARTNER)
        place = table.document.row_locator(table.block, number)
        for mention in parties_in(row[0]):
            partners.add(mention, owners, mention.role or role, place, IN_A_TABLE)


def _marks(table: _Table, activities: Activities, partners: Partners) -> None:
    """A table with a party a row and a project a column: a mark where the two meet."""
    header = [" ".join(cell.split()) for cell in table.block.rows[0]]
    cells = [row[at] for _, row in table.body for at in range(1, len(row)) if row[at].strip()]
    if len(header) < _PAIR or not cells or not all(_MARK.fullmatch(c.strip(" .")) for c in cells):
        return
    heads = {}
    for at, name in enumerate(header):
        if at and name:
            place = table.document.row_locator(table.block, 0)
            heads[at] = activities.add(Activity(Ref(PROJECT, name), place, IN_A_TABLE))
    leading = _legend(table)
    for number, row in table.body:
        place = table.document.row_locator(table.block, number)
        for mention in parties_in(row[0]):
            for at, ref in heads.items():
                if at < len(row) and row[at].strip():
                    mark = row[at].strip()
                    led = leading or _LEAD_MARK
                    role = LEAD if led.fullmatch(mark) else PARTNER
                    partners.add(mention, (ref,), role, place, IN_A_TABLE)


_LEGEND = re.compile(r"(?<!\w)(?P<sign>[^\s=:;,]{1,3})\s*=\s*(?P<word>[^\W\d_][\w -]{2,24})")


def _legend(table: _Table) -> re.Pattern[str] | None:
    """The signs that a legend beside a table says are those of leads: "P = promotor"."""
    told = [
        found
        for block in table.document.blocks
        if block.path == table.block.path and block is not table.block
        for found in _LEGEND.finditer(block.text)
    ]
    signs = [re.escape(one["sign"]) for one in told if meaning_of(one["word"].strip()) == LEAD]
    return re.compile("|".join(signs)) if signs else None
