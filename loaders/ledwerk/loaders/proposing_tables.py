"""The tables that a mapping is proposed for: where their header is, and what each column means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from ledwerk.loaders.candidates import Candidate, candidates
from ledwerk.loaders.proposing_columns import Column, column_of, date_of, number_of, separator_of
from ledwerk.loaders.proposing_words import meanings, words_of
from ledwerk.loaders.readers import Reading
from ledwerk.loaders.readers_json import PARENT
from ledwerk.schema.names import slug

MOST_ROWS = 200_000
_HEADER_AMONG = 15  # rows
_FLAGS = frozenset({"0", "1", "x", "X", "ja", "yes", "nee", "no", "✓", "●", "•"})
_NUMBERED = re.compile(r"(.*?\D)[ _.-]?(\d{1,2})")


@dataclass(slots=True)
class Sheet:
    """A table under its name in the mapping, its columns by title, and what these mean."""

    name: str
    candidate: Candidate
    line: int  # of its header; 0 where that is the first row
    columns: dict[str, Column]
    cells: list[Sequence[str]]
    meant: dict[str, str] = field(default_factory=dict)  # a concept and the title of its column
    wide: dict[str, tuple[str, ...]] = field(default_factory=dict)  # titles that end in a number
    matrix: tuple[str, ...] = ()

    def has(self, *concepts: str) -> bool:
        """Whether there is a column for each of these."""
        return all(concept in self.meant for concept in concepts)

    def column(self, concept: str) -> Column:
        """The column that means it."""
        return self.columns[self.meant[concept]]

    def pairs(self, one: str, other: str) -> set[tuple[str, str]]:
        """The different cells that two concepts have in one row."""
        titles = list(self.columns)
        at, to = titles.index(self.meant[one]), titles.index(self.meant[other])
        return {(cells[at].strip(), cells[to].strip()) for cells in self.cells}

    @property
    def currency(self) -> str:
        """The currency that any of its columns of money names."""
        money = [self.column(c) for c in ("amount", "budget") if c in self.meant]
        return next((code for column in money if (code := column.currency())), "")

    @property
    def about(self) -> str:
        """What its rows are: a project, a party or a person."""
        words = words_of(f"{self.candidate.sheet or self.candidate.path.name.partition('.')[0]}")
        for entity, pattern in _ABOUT:
            if re.search(pattern, words) and (entity != "project" or not self.has("party")):
                return entity
        if self.meant.keys() & {"board", "function", "person"} and not (
            self.meant.keys() & {"project", "project_id", "budget", "amount"}
        ):
            return "person"
        said = sum(concept in self.meant for concept in _OF_PROJECT)
        return "project" if said >= 2 or self.has("project") else "party"


_ABOUT = (
    ("project", r"project|projekt|projet|proyecto|grants?\b|operati"),
    ("person", r"person|people|mensen|mitglieder|ledamoter|bestuurders|directors"),
    ("party", r"partner|organi|bedrij|compan|deelnem|participant|instelling|unternehmen|foretag"),
)
_OF_PROJECT = (
    "acronym",
    "start",
    "end",
    "period",
    "budget",
    "description",
    "project_id",
    "partners",
    "lead",
    "programme",
)


def read_sheets(paths: Sequence[Path], reading: Reading) -> list[Sheet]:
    """Every table under paths that has rows, with the meaning of its columns."""
    made: list[Sheet] = []
    for candidate in candidates(paths, reading):
        sheet = _sheet(candidate, reading, {one.name for one in made})
        if sheet:
            made.append(sheet)
    for sheet in made:
        above = _parent(sheet, made)
        _shapes(sheet)
        _assign(sheet, above)
    _link(made)
    return made


def _sheet(candidate: Candidate, reading: Reading, taken: set[str]) -> Sheet | None:
    line = _header_line(candidate.top(reading))
    stream = candidate.open(reading, line)
    if stream is None:
        return None
    rows = [cells for _, cells in islice(stream.rows, MOST_ROWS)]
    if not rows:
        return None
    titles = [title or f"column {at}" for at, title in enumerate(stream.header, 1)]
    columns: dict[str, Column] = {}
    for at, title in enumerate(titles):
        columns.setdefault(title, column_of(title, [row[at] for row in rows]))
    stem = re.sub(
        r"[^a-z0-9]+", "-", slug(candidate.sheet or candidate.path.name.partition(".")[0])
    )
    name = stem.strip("-") or "rows"
    name = name if name[0].isalpha() and name != "parent" else f"t-{name}"
    while name in taken:
        name += "-2"
    return Sheet(name, candidate, line, columns, rows)


def _header_line(top: Sequence[tuple[int, Sequence[str]]]) -> int:
    """The line of the first row that names columns: as wide as the others, and no numbers."""
    widths = [sum(1 for cell in cells if cell.strip()) for _, cells in top]
    most = max(widths[:_HEADER_AMONG], default=0)
    for (line, cells), width in zip(top[:_HEADER_AMONG], widths, strict=False):
        filled = [cell for cell in cells if cell.strip()]
        named = sum(1 for cell in filled if re.search(r"[^\W\d_]", cell)) >= 0.5 * len(filled)
        if width >= 0.6 * most and width > (1 if most > 1 else 0) and named:
            return 0 if line == top[0][0] else line
    return 0


def _parent(sheet: Sheet, sheets: Sequence[Sheet]) -> Sheet | None:
    """The table within whose rows the rows of this one stand."""
    own = {t.removeprefix(PARENT) for t in sheet.columns if t.startswith(PARENT)}
    if not own:
        return None
    same = [s for s in sheets if s is not sheet and s.candidate.path == sheet.candidate.path]
    return next(
        (one for one in same if own <= set(one.columns) | own and own & set(one.columns)), None
    )


def _shapes(sheet: Sheet) -> None:
    """Columns that stand side by side for one thing: numbered ones, or a matrix of crosses."""
    stems: dict[str, list[str]] = {}
    for title in sheet.columns:
        if match := _NUMBERED.fullmatch(title):
            stems.setdefault(match[1], []).append(title)
    wanted = {"party", "partners", "lead", "role", "country", "city", "amount", "party_id", "name"}
    for stem, titles in stems.items():
        concept = next((c for c in meanings(stem.strip()) if c in wanted), "")
        if len(titles) > 1 and concept:
            sheet.wide[stem] = tuple(titles)
    titles = list(sheet.columns)
    flags = [t for t in titles[1:] if set(sheet.columns[t].counts) <= _FLAGS]
    plain = [t for t in flags if not any(_fits(c, sheet.columns[t]) for c in meanings(t))]
    if len(plain) >= 3 and len(plain) >= 0.8 * (len(titles) - 1):
        sheet.matrix = tuple(flags)


def _assign(sheet: Sheet, above: Sheet | None) -> None:
    """Give each concept the first column that is called so and whose values are of that sort."""
    apart = {title for titles in sheet.wide.values() for title in titles} | set(sheet.matrix)
    for title, column in sheet.columns.items():
        if title in apart or title.startswith(PARENT) or not column.values:
            continue
        for concept in meanings(title):
            if concept not in sheet.meant and _fits(concept, column):
                sheet.meant[concept] = title
                break
    if above is not None:
        for concept in ("project_id", "project", "acronym"):
            title = f"{PARENT}{above.meant.get(concept, '')}"
            if above.about == "project" and title in sheet.columns:
                sheet.meant.setdefault(concept, title)
    _settle(sheet)


_OF_PARTY = frozenset({"pic", "kvk", "ror", "vat", "register", "party_id", "type", "role", "sme"})


def _settle(sheet: Sheet) -> None:
    """What bare titles such as `id` and `name` mean by what the table is about."""
    meant = sheet.meant
    about = sheet.about
    if "name" in meant:
        wanted = {"project": "project", "person": "person"}.get(about, "party")
        if wanted == "project" and meant.keys() & _OF_PARTY:
            wanted = "party"
        order = (wanted, "party", "project")
        free = next((concept for concept in order if concept not in meant), None)
        if free:
            meant[free] = meant["name"]
    if "code" in meant:
        wanted = {"project": "project_id", "party": "party_id"}.get(about, "")
        if wanted and wanted not in meant:
            meant[wanted] = meant["code"]
    if "activity" in meant and "project" not in meant:
        meant["project"] = meant.pop("activity")
    if "acronym" in meant and "project" not in meant:
        meant["project"] = meant.pop("acronym")
    if "lead" in meant and "party" not in meant:
        meant["party"] = meant.pop("lead")
        meant["is_lead"] = meant["party"]
    if (
        "amount" in meant
        and about == "project"
        and not meant.keys() & {"budget", "party", "funder"}
    ):
        meant["budget"] = meant.pop("amount")
    if "short" in meant and "party" not in meant and "project" in meant:
        meant.setdefault("acronym", meant.pop("short"))


_SAME = 0.9  # of the values of a column are in another, which says that they mean the same


def _link(sheets: Sequence[Sheet]) -> None:
    """Tables that speak of the projects of another: the column whose values are its numbers."""
    for projects in sheets:
        keys = [one for one in projects.columns.values() if one.unique and len(one.counts) > 1]
        if projects.about != "project" or "project" not in projects.meant:
            continue
        for sheet in sheets:
            if sheet is projects or sheet.meant.keys() & {"project", "project_id"}:
                continue
            found = (
                (one, key) for key in keys for one in sheet.columns.values() if _is_in(one, key)
            )
            for one, key in islice(found, 1):
                sheet.meant["project_id"] = one.title
                projects.meant["project_id"] = key.title
                if "amount" in projects.meant:  # of the whole project, as partners have their own
                    projects.meant.setdefault("budget", projects.meant.pop("amount"))


def _is_in(one: Column, key: Column) -> bool:
    return len(one.counts) > 1 and one.share(lambda word: word in key.counts) >= _SAME


def _fits(concept: str, column: Column) -> bool:
    """Whether the values are of the sort that a concept wants."""
    test = _TESTS.get(concept)
    return test(column) if test else True


def _is_number(column: Column) -> bool:
    return number_of(column) is not None


def _is_date(column: Column) -> bool:
    return date_of(column) is not None


def _is_name(column: Column) -> bool:
    return column.is_text and not column.is_mail and not column.is_address and not _is_date(column)


_DEGREES = re.compile(r"-?\d{1,3}[.,]\d+")


def _within(most: float) -> Callable[[Column], bool]:
    def fits(column: Column) -> bool:
        found = [word for word in column.counts if _DEGREES.fullmatch(word)]
        near = all(abs(float(word.replace(",", "."))) <= most for word in found)
        return near and column.share(_DEGREES.fullmatch) > 0.8

    return fits


def _is_word(column: Column) -> bool:
    return column.is_vocabulary and column.is_text


_TESTS: dict[str, Callable[[Column], bool]] = {
    "latitude": _within(90), "longitude": _within(180), "sme": lambda c: c.is_boolean,
    "year_of": lambda c: c.share(lambda w: re.fullmatch(r"(?:19|20)\d\d", w)) > 0.9,
    "period": lambda c: c.is_period, "start": _is_date, "end": _is_date, "partners": _is_name,
    "website": lambda c: c.is_address, "funder": _is_name, "amount": _is_number,
    "budget": _is_number, "project": _is_name, "role": _is_word, "type": _is_word,
    "country": lambda c: _is_word(c) or c.share(lambda w: len(w) <= 3) > 0.9, "city": _is_name,
    "municipality": _is_name, "address": _is_name, "sector": _is_name, "board": _is_name,
    "programme": _is_name, "function": _is_name, "person": _is_name, "lead": _is_name,
    "party": _is_name, "name": _is_name, "description": _is_name,
    "project_id": lambda c: not _is_name(c) or c.share(lambda w: " " not in w) > 0.9,
    "short": _is_name,
    "currency": lambda c: c.share(lambda w: re.fullmatch(r"[A-Z]{3}", w)) == 1,
    "acronym": lambda c: c.share(lambda w: len(w) < 60) > 0.9,
}  # fmt: skip


def list_sign(column: Column, *, plural: bool) -> str:
    """What a column of names is split at: a comma only where the title speaks of several."""
    found = separator_of(column)
    if not found and plural and column.share(lambda word: ", " in word) >= 0.3:
        return ", "
    return found


def with_role(column: Column, sign: str) -> bool:
    """Whether names have something in brackets behind them, such as `A (lead)`."""
    pattern = re.compile(r"\([^()]{2,40}\)\s*$")
    parts = [p for word in column.counts for p in (word.split(sign) if sign else [word])]
    return sum(bool(pattern.search(p)) for p in parts) >= max(2, 0.1 * len(parts))


def brackets(column: Column, sign: str) -> Iterator[str]:
    """What stands in the brackets behind names."""
    for word in column.counts:
        for part in word.split(sign) if sign else [word]:
            if match := re.search(r"\(([^()]{2,40})\)\s*$", part):
                yield match[1].strip()
