"""Proposed rules for projects: what they are, who takes part, who pays, what they belong to."""

from __future__ import annotations

import re

from ledwerk.loaders.proposing_columns import Column
from ledwerk.loaders.proposing_parties import Draft, role_words, web_address
from ledwerk.loaders.proposing_tables import Sheet, brackets, list_sign, with_role
from ledwerk.loaders.proposing_words import CROWNS, role_of, words_of
from ledwerk.loaders.proposing_yaml import Page, pattern, scalar

_DUTCH = re.compile(
    r"naam|omschrijving|samenvatting|begin|eind|kosten|bedrag|deelnemer|penvoerder|plaats|beschrijving|aanvrager|looptijd"
)
_BEHIND = r"\s*\([^()]*\)\s*$"
_WITHIN = r"\(([^()]*)\)\s*$"


def project_id(draft: Draft, *, coded: bool) -> str:
    """The id of a row's project: by its number where every table has one, or else by its title."""
    meant = draft.sheet.meant
    if coded and "project_id" in meant:
        return f"{draft.prefix}-{draft.hole(meant['project_id'])}"
    return draft.hole(meant["project"])


def project(draft: Draft, key: str) -> None:
    """The rule for a project, with every property that a column gives."""
    sheet, page = draft.sheet, draft.nodes
    page.write_line(0, "")
    page.write_line(2, "- kind: Project")
    page.write_line(4, f"from: {sheet.name}")
    page.write_line(4, f"id: {scalar(key)}")
    page.write_line(4, "set:")
    if "project_id" in sheet.meant:
        page.write_line(6, f"code: {draft.use(sheet.meant['project_id'])}")
    name = sheet.meant.get("project", "")
    if name:
        page.write_line(6, f"name: {draft.use(name)}")
    if "acronym" in sheet.meant:
        page.write_line(
            6, f"aliases: {{column: {draft.use(sheet.meant['acronym'])}, differs: {scalar(name)}}}"
        )
    for concept in ("start", "end"):
        if concept in sheet.meant:
            page.write_line(6, f"{concept}: {draft.date(concept)}")
    if "period" in sheet.meant and not sheet.has("start"):
        _period(draft)
    if "budget" in sheet.meant:
        page.write_line(6, f"budget: {draft.number('budget')}")
        _currency(draft)
    if "description" in sheet.meant:
        dutch = any(_DUTCH.search(words_of(title)) for title in sheet.columns)
        page.write_line(
            6, f"description_{'nl' if dutch else 'en'}: {draft.use(sheet.meant['description'])}"
        )
    if "website" in sheet.meant and sheet.about == "project":
        page.write_line(6, f"website: {draft.use(sheet.meant['website'])}")
        web_address(draft)


def _currency(draft: Draft) -> None:
    code = draft.sheet.currency
    if "currency" in draft.sheet.meant:
        draft.nodes.write_line(6, f"currency: {draft.use(draft.sheet.meant['currency'])}")
    elif code and code != CROWNS:
        draft.nodes.write_line(6, f"currency: {{value: {code}}}")
    else:
        draft.nodes.write_line(6, "# currency: {value: EUR}  # of which currency? nothing says so")
        draft.doubts.append(f"{draft.sheet.meant['budget']}: of which currency is it?")


def _period(draft: Draft) -> None:
    column = draft.sheet.column("period")
    title = draft.use(column.title)
    years = column.share(lambda word: re.fullmatch(r"\d{4}\s*[-–/]\s*\d{4}", word)) > 0.9
    notation = ", dates: year" if years else ", dates: dmy"
    ways = (
        (r"^\s*(\d{4})", r"(\d{4})\s*$") if years else (r"^\s*([\d./-]*\d)", r"([\d./]*\d{4})\s*$")
    )
    for word, found in zip(("start", "end"), ways, strict=True):
        draft.nodes.write_line(6, f"{word}: {{column: {title}, find: {pattern(found)}{notation}}}")


def belongs(draft: Draft, key: str) -> None:
    """The programme that pays for a project, and its sector."""
    _in_kind(draft, "programme", "Programme", ("PART_OF", "part", f"project:{key}", "programme"))
    active(draft, f"project:{key}")


def active(draft: Draft, who: str) -> None:
    """The sector that a project or a party works in."""
    _in_kind(draft, "sector", "Sector", ("ACTIVE_IN", "who", who, "sector"))


def _in_kind(draft: Draft, concept: str, kind: str, way: tuple[str, str, str, str]) -> None:
    sheet = draft.sheet
    if concept not in sheet.meant or not sheet.column(concept).is_vocabulary:
        return
    column = sheet.column(concept)
    if list_sign(column, plural=False):
        draft.doubts.append(
            f"{column.title}: holds lists; a table that reads {sheet.name} could split them"
        )
        return
    hole = draft.hole(column.title)
    draft.nodes.write_line(0, "")
    draft.nodes.write_line(2, f"- kind: {kind}")
    draft.nodes.write_line(4, f"from: {sheet.name}")
    draft.nodes.write_line(4, f"id: {scalar(hole)}")
    draft.nodes.write_line(4, f"set: {{name: {scalar(column.title)}}}")
    relation, one, who, other = way
    draft.relations.write_line(2, f"- kind: {relation}")
    draft.relations.write_line(4, f"from: {sheet.name}")
    draft.relations.write_line(4, f"{one}: {scalar(who)}")
    draft.relations.write_line(4, f"{other}: {scalar(f'{kind.lower()}:{hole}')}")


def partner(draft: Draft, party: str, key: str, *, table: str = "", role: str = "") -> None:
    """Who takes part, as what, and with how much of the money."""
    sheet, page = draft.sheet, draft.relations
    page.write_line(2, "- kind: PARTNER_IN")
    page.write_line(4, f"from: {table or sheet.name}")
    page.write_line(4, f"party: {scalar(f'organisation:{party}')}")
    page.write_line(4, f"activity: {scalar(f'project:{key}')}")
    said = Page()
    if role:
        said.write_line(6, f"role: {{value: {role}}}")
    elif "role" in sheet.meant and not table:
        column = sheet.column("role")
        said.write_line(6, "role:")
        said.write_line(8, f"column: {draft.use(column.title)}")
        said.write_line(8, "words:")
        said.write_words(10, role_words(column))
        said.write_line(8, "otherwise: nothing")
    if "amount" in sheet.meant and not table and "funder" not in sheet.meant:
        _contribution(draft, said)
    if said.lines:
        page.write_line(4, "set:")
        page.lines += said.lines


def _contribution(draft: Draft, said: Page) -> None:
    column = draft.sheet.column("amount")
    code = draft.sheet.currency
    if code in {"", "EUR"}:
        said.write_line(6, f"contribution: {draft.number('amount')}")
        if not code:
            draft.doubts.append(f"{column.title}: taken to be in euro")
    else:
        draft.doubts.append(
            f"{column.title}: is in {code}, while a partner's contribution is in euro; left out. "
            "Where a column names who pays, FUNDS keeps an amount with its currency"
        )


def funding(draft: Draft, key: str) -> None:
    """Who pays for the project, and how much."""
    sheet = draft.sheet
    column = sheet.column("funder")
    hole = draft.hole(column.title)
    draft.nodes.write_line(0, "")
    draft.nodes.write_line(2, "- kind: Organisation")
    draft.nodes.write_line(4, f"from: {sheet.name}")
    draft.nodes.write_line(4, f"id: {scalar(hole)}")
    draft.nodes.write_line(4, f"set: {{name: {scalar(column.title)}}}")
    page = draft.relations
    page.write_line(2, "- kind: FUNDS")
    page.write_line(4, f"from: {sheet.name}")
    page.write_line(4, f"payer: {scalar(f'organisation:{hole}')}")
    page.write_line(4, f"receiver: {scalar(f'project:{key}')}")
    if "amount" in sheet.meant:
        code = sheet.currency
        money = f", currency: {{value: {code}}}" if code not in {"", CROWNS} else ""
        page.write_line(
            4, f"set: {{amount: {draft.number('amount')}{money}, state: {{value: granted}}}}"
        )


def listed_partners(draft: Draft, title: str, key: str, table: str) -> list[str]:
    """Partners that stand in one cell: a table with a row for each; its lines."""
    column = draft.sheet.columns[title]
    sign = list_sign(column, plural=True) or ";"
    lines = [f"{table}:", f"  reads: {draft.sheet.name}"]
    lines.append(f"  each: {{column: {draft.use(title)}, split: {_sign(sign)}}}")
    _named_partners(draft, column, sign, scalar(title), table, key)
    return lines


def wide_partners(
    draft: Draft, titles: dict[str, tuple[str, ...]], key: str, table: str
) -> list[str]:
    """Partners in columns side by side: a table with a row for each; its lines."""
    first = next(iter(titles))
    lines = [f"{table}:", f"  reads: {draft.sheet.name}", "  unpivot:", "    values:"]
    for at, stem in enumerate(titles):
        star = f"{titles[stem][0][: len(stem)]}*"
        named = "partner" if at == 0 else slug_of(stem)
        lines.append(f"      {named}: {scalar(star)}")
        draft.used.update(titles[stem])
    cells = [word for title in titles[first] for word in draft.sheet.columns[title].values]
    column = Column(
        "partner", tuple(cells), len(cells), draft.sheet.columns[titles[first][0]].counts, ()
    )
    _named_partners(draft, column, "", "partner", table, key)
    return lines


def slug_of(stem: str) -> str:
    """A stem of titles as a column's title of our own."""
    return words_of(stem) or "value"


def _named_partners(
    draft: Draft, column: Column, sign: str, title: str, table: str, key: str
) -> None:
    """The rules for a column with a partner in each row, with what stands behind the names."""
    bare = title[1:-1] if title.startswith('"') else title
    behind = with_role(column, sign)
    roles = (
        {word: role for word in brackets(column, sign) if (role := role_of(word))} if behind else {}
    )
    page = draft.nodes
    page.write_line(0, "")
    page.write_line(2, "- kind: Organisation")
    page.write_line(4, f"from: {table}")
    page.write_line(4, f"id: {scalar('{' + (_NAME if behind else bare) + '}')}")
    page.write_line(4, f"set: {{name: {_NAME if behind else title}}}")
    page = draft.relations
    page.write_line(2, "- kind: PARTNER_IN")
    page.write_line(4, f"from: {table}")
    page.write_line(4, f"party: {scalar('organisation:{' + (_NAME if behind else bare) + '}')}")
    page.write_line(4, f"activity: {scalar(f'project:{key}')}")
    if roles:
        page.write_line(4, "set:")
        page.write_line(6, "role:")
        page.write_line(8, f"column: {title}")
        page.write_line(8, f"find: {pattern(_WITHIN)}")
        page.write_line(8, "words:")
        page.write_words(10, ((word, role, "") for word, role in roles.items()))
        page.write_line(8, "otherwise: nothing")
    if behind:
        draft.cleaning[f"{table}\0{bare}"] = [f"drop: {pattern(_BEHIND)}"]


_NAME = "partner name"


def _sign(sign: str) -> str:
    return '"\\n"' if sign == "\n" else f'"{sign}"'


def has_partners(sheet: Sheet) -> dict[str, tuple[str, ...]]:
    """Columns side by side that name partners, those of their names first."""
    order = sorted(
        sheet.wide, key=lambda stem: bool(re.search(r"rol|land|count|city|plaats", words_of(stem)))
    )
    return {stem: sheet.wide[stem] for stem in order}
