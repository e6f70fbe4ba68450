"""A proposed mapping written down, with what is doubtful at its top."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ledwerk.loaders.proposing_columns import Column
from ledwerk.loaders.proposing_parties import Draft
from ledwerk.loaders.proposing_yaml import Page, listed, scalar
from ledwerk.loaders.readers import Reading


def written(
    dataset: str, drafts: Sequence[Draft], doubts: Sequence[str], ready: str, reading: Reading
) -> str:
    """The whole file: what is doubtful, then tables, nodes and relations."""
    page = Page()
    used = [draft for draft in drafts if draft.nodes.lines]
    files = ", ".join(dict.fromkeys(draft.sheet.candidate.file for draft in drafts))
    page.write_remark(
        0, f"Proposed for {files}, from the titles of columns and from what stands in them."
    )
    if ready:
        page.write_remark(
            0, f"The mapping {ready} comes with ledwerk and fits these files; it is the better one."
        )
    for notice in dict.fromkeys(reading.notices):
        page.write_remark(0, notice)
    if doubts:
        page.write_remark(0, "Look at what is doubtful:")
        for doubt in dict.fromkeys(doubts):
            page.write_remark(0, f"- {doubt}")
    for line in (
        "mapping: 1",
        f"dataset: {scalar(dataset)}",
        f"title: {scalar(dataset)}",
        "",
        "tables:",
    ):
        page.write_line(0, line)
    for at, draft in enumerate(used):
        _table(page, draft, dataset, first=at == 0, alone=len(drafts) == 1)
    page.write_line(0, "nodes:")
    for draft in used:
        page.lines += draft.nodes.lines
        page.write_line(0, "")
    relations = [line for draft in used for line in draft.relations.lines]
    if relations:
        page.write_line(0, "relations:")
        page.lines += relations
    return re.sub(r"\n{3,}", "\n\n", page.text())


def _table(page: Page, draft: Draft, dataset: str, *, first: bool, alone: bool) -> None:
    sheet = draft.sheet
    page.write_line(2, f"{sheet.name}:")
    if not alone:
        where = "sheet" if sheet.candidate.sheet else "file"
        page.write_line(4, f"{where}: {scalar(sheet.candidate.sheet or sheet.candidate.path.name)}")
    if sheet.line:
        page.write_line(4, f"header: {sheet.line}  # what stands above it is left out")
    if first:
        page.write_line(
            4, "# Who says so, and when? Add publisher, date, url and licence where you know them."
        )
        page.write_line(
            4, f"source: {{id: {scalar(dataset)}, name: {scalar(sheet.candidate.path.name)}}}"
        )
    else:
        page.write_line(4, f"source: {scalar(dataset)}")
    missing = sorted(
        {word for c in sheet.columns.values() if c.title in draft.used for word in c.missing}
    )
    if missing:
        page.write_line(4, f"missing: {listed(missing)}")
    reshaped = draft.unpivot and draft.unpivot[0] == "unpivot:"
    for line in draft.unpivot if reshaped else ():
        page.write_line(4, line)
    if draft.added:
        page.write_line(4, "add:")
        for column, parts in draft.added.items():
            page.write_line(6, f"{column}: {parts}")
    _columns(page, draft)
    unused = [title for title in sheet.columns if title not in draft.used]
    if unused:
        page.write_remark(4, f"Not used: {', '.join(unused)}")
    if draft.unpivot and not reshaped:
        _tables_within(page, draft)
    page.write_line(0, "")


def _tables_within(page: Page, draft: Draft) -> None:
    """The tables that read the same files once more, for lists and columns side by side."""
    page.write_line(0, "")
    table = ""
    for line in [*draft.unpivot, ""]:
        if not line.startswith(" "):
            _partner_name(page, draft, table)
            table = line.removesuffix(":")
        if line:
            page.write_line(2, line)


def _partner_name(page: Page, draft: Draft, table: str) -> None:
    """A column with a partner's name without what stands in brackets behind it."""
    for place, said in draft.cleaning.items():
        within, mark, title = place.partition("\0")
        if mark and within == table:
            page.write_line(4, f"add: {{partner name: [{scalar('{' + title + '}')}]}}")
            page.write_line(4, f"columns: {{partner name: {{{said[0]}}}}}")


def _columns(page: Page, draft: Draft) -> None:
    cleaned = {
        t: said for t, said in draft.cleaning.items() if said and "\0" not in t and t in draft.used
    }
    if not cleaned:
        return
    page.write_line(4, "columns:")
    for title, said in cleaned.items():
        remark = _example(draft.sheet.columns[title])
        page.write_line(6, f"{scalar(title)}: {{{', '.join(dict.fromkeys(said))}}}  # {remark}")


def _example(column: Column) -> str:
    """A few values, so that one sees why."""
    few = [" ".join(word.split())[:30] for word, _ in column.counts.most_common(3)]
    return "such as " + "; ".join(few)
