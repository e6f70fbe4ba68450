"""A mapping proposed for tables that nobody has described: from their titles and their values.

What is chosen is said in comments, with what is doubtful at the top; the person who knows the
tables goes on from there. Nothing is looked up elsewhere, and no file is changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ledwerk.loaders.mapping import find_mapping, packaged
from ledwerk.loaders.mapping_reading import read_mapping
from ledwerk.loaders.matching import header_of, match_files, missing_columns
from ledwerk.loaders.proposing_parties import (
    REGISTERS,
    Draft,
    organisation,
    party_id,
    people,
    whereabouts,
)
from ledwerk.loaders.proposing_projects import (
    active,
    belongs,
    funding,
    has_partners,
    listed_partners,
    partner,
    project,
    project_id,
    wide_partners,
)
from ledwerk.loaders.proposing_tables import Sheet, read_sheets
from ledwerk.loaders.proposing_writing import written
from ledwerk.loaders.proposing_yaml import Page, listed, scalar
from ledwerk.loaders.readers import Reading
from ledwerk.schema.errors import LoadAborted, Problem
from ledwerk.schema.kinds import Model
from ledwerk.schema.names import slug

_NETWORKS = frozenset({"nodes-and-ties", "graphml", "gexf", "board-seats"})


@dataclass(frozen=True, slots=True)
class Proposal:
    """The text of a mapping file, what is doubtful in it, and what one should know of the files."""

    text: str
    doubts: tuple[str, ...]
    notices: tuple[str, ...]


def propose(model: Model, paths: Sequence[Path], name: str = "") -> Proposal:
    """A mapping for the tables of files. Raises LoadAborted where no table can be made out."""
    reading = Reading()
    sheets = read_sheets(paths, reading)
    if reading.problems:
        raise LoadAborted(reading.problems)
    dataset = name or _named(paths)
    if uses := _network(sheets):
        return _using(uses, dataset, sheets, reading)
    drafts = _drafts(sheets, dataset)
    if not any(draft.nodes.lines for draft in drafts):
        titles = ", ".join(t for sheet in sheets for t in list(sheet.columns)[:12])
        message = (
            f"no column is called like a project, an organisation or a person; there are {titles}"
        )
        raise LoadAborted([Problem(paths[0].name, 1, None, message)])
    doubts = [doubt for draft in drafts for doubt in draft.doubts]
    text = written(dataset, drafts, doubts, _ready(model, sheets), reading)
    return Proposal(text, tuple(doubts), tuple(dict.fromkeys(reading.notices)))


def _named(paths: Sequence[Path]) -> str:
    stem = paths[0].name.partition(".")[0] if paths[0].is_file() else paths[0].resolve().name
    return slug(stem) or "tables"


def _network(sheets: Sequence[Sheet]) -> str:
    """The ready mapping for what is nothing but nodes and ties, or persons on boards by year."""
    if any(sheet.has("source_end", "target_end") for sheet in sheets):
        return "nodes-and-ties"
    if {"persons", "memberships"} <= {sheet.candidate.sheet for sheet in sheets}:
        return "popolo"
    if (
        len(sheets) == 1
        and sheets[0].has("person", "party", "year_of")
        and not sheets[0].has("project")
    ):
        return "board-seats"
    return ""


def _using(uses: str, dataset: str, sheets: Sequence[Sheet], reading: Reading) -> Proposal:
    page = Page()
    files = ", ".join(dict.fromkeys(sheet.candidate.path.name for sheet in sheets))
    page.write_remark(
        0,
        f"Proposed for {files}. The ready mapping {uses} fits: its titles are those of such "
        "tables.",
    )
    page.write_remark(
        0, "See what it makes of them in the file of that name that comes with ledwerk."
    )
    for line in (
        "mapping: 1",
        f"dataset: {scalar(dataset)}",
        f"title: {scalar(dataset)}",
        f"uses: {uses}",
    ):
        page.write_line(0, line)
    return Proposal(page.text(), (), tuple(dict.fromkeys(reading.notices)))


def _ready(model: Model, sheets: Sequence[Sheet]) -> str:
    """A mapping that comes along and has a file for each of its tables here."""
    for name in packaged():
        if name in _NETWORKS:
            continue
        mapping = read_mapping(model, find_mapping(name))
        reading = Reading()
        found = match_files(mapping, [sheet.candidate for sheet in sheets], reading)
        lacking = [
            problem
            for table in mapping.tables
            for one in found[table.name]
            for problem in missing_columns(
                mapping, table, one.file, header_of(mapping, table, one, reading)[1], 1
            )
        ]
        if not reading.problems and not lacking and all(found.values()):
            return name
    return ""


def _drafts(sheets: Sequence[Sheet], dataset: str) -> list[Draft]:
    keys = _shared_keys(sheets)
    with_project = [s for s in sheets if s.has("project") or s.has("project_id")]
    coded = all(s.has("project_id") for s in with_project)
    made = []
    for sheet in sheets:
        draft = Draft(sheet, dataset)
        _rules(draft, keys, coded=coded)
        made.append(draft)
    return made


def _shared_keys(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """Registers whose numbers every table with parties has, so that they mean the same ones."""
    if any(s.has("partners") or s.wide for s in sheets):
        return ()  # partners are known by their names, and so must be who has a number as well
    tables = [s for s in sheets if s.has("party") or any(s.has(c) for c, _, _ in REGISTERS)]
    return tuple(concept for concept, _, _ in REGISTERS if all(s.has(concept) for s in tables))


def _rules(draft: Draft, keys: tuple[str, ...], *, coded: bool) -> None:
    sheet = draft.sheet
    if sheet.matrix:
        _crosses(draft)
        return
    key = _project_key(draft, coded=coded)
    party = party_id(draft, keys) if sheet.has("party") or any(map(sheet.has, keys)) else ""
    if sheet.about == "person" and "person" in sheet.meant:
        party = party if "party" in sheet.meant else ""
    if party:
        organisation(draft, party)
        whereabouts(draft, party)
        if not key and sheet.about == "party":
            active(draft, f"organisation:{party}")
    if key:
        project(draft, key)
        belongs(draft, key)
    if "person" in sheet.meant and (party or "board" in sheet.meant) and not key:
        people(draft, party)
    if key:
        _taking_part(draft, party, key)


def _project_key(draft: Draft, *, coded: bool) -> str:
    meant = draft.sheet.meant
    if "project" in meant or (coded and "project_id" in meant):
        return project_id(draft, coded=coded)
    return ""


def _taking_part(draft: Draft, party: str, key: str) -> None:
    sheet = draft.sheet
    if party:
        alone = sheet.columns[sheet.meant.get("project_id", sheet.meant.get("project", ""))].unique
        lead = "lead" if "role" not in sheet.meant and (alone or "is_lead" in sheet.meant) else ""
        partner(draft, party, key, role=lead)
        if alone and lead and "is_lead" not in sheet.meant:
            title = sheet.meant.get("party", "")
            draft.doubts.append(f"{title}: a project has one, who is taken to lead it")
    if "lead" in sheet.meant:
        _lead(draft, key)
    if "partners" in sheet.meant:
        table = f"{sheet.name}-partners"
        draft.unpivot += listed_partners(draft, sheet.meant["partners"], key, table)
    if wide := has_partners(sheet):
        draft.unpivot += wide_partners(draft, wide, key, f"{sheet.name}-beside")
    if "funder" in sheet.meant:
        funding(draft, key)


def _lead(draft: Draft, key: str) -> None:
    column = draft.sheet.column("lead")
    hole = draft.hole(column.title)
    draft.nodes.write_line(0, "")
    draft.nodes.write_line(2, "- kind: Organisation")
    draft.nodes.write_line(4, f"from: {draft.sheet.name}")
    draft.nodes.write_line(4, f"id: {scalar(hole)}")
    draft.nodes.write_line(4, f"set: {{name: {scalar(column.title)}}}")
    partner(draft, hole, key, role="lead")


def _crosses(draft: Draft) -> None:
    """A matrix: rows are parties, columns what they take part in, crosses say who in what."""
    sheet = draft.sheet
    first = next(iter(sheet.columns))
    draft.used.update(sheet.columns)
    draft.unpivot = [
        "unpivot:",
        "  name: activity",
        "  value: cross",
        f"  columns: {listed(sheet.matrix)}",
    ]
    draft.doubts.append("rows are taken for organisations and columns for projects; are they?")
    said = '["1", x, X, ja, yes, "✓", "●", "•"]'
    for kind, column in (("Organisation", first), ("Project", "activity")):
        draft.nodes.write_line(2, f"- kind: {kind}")
        draft.nodes.write_line(4, f"from: {sheet.name}")
        draft.nodes.write_line(4, f"id: {scalar('{' + column + '}')}")
        draft.nodes.write_line(4, f"set: {{name: {scalar(column)}}}")
    draft.relations.write_line(2, "- kind: PARTNER_IN")
    draft.relations.write_line(4, f"from: {sheet.name}")
    draft.relations.write_line(4, f"when: {{cross: {said}}}")
    draft.relations.write_line(4, f"party: {scalar('organisation:{' + first + '}')}")
    draft.relations.write_line(4, 'activity: "project:{activity}"')
