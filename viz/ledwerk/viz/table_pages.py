"""The pages with tables: a list of all tables, one table, and the one for bringing in a file."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from string import Template
from typing import Any

from ledwerk.schema.fields import Text
from ledwerk.viz.seen_as import NOW, SeenAs
from ledwerk.viz.shell import Page, shown
from ledwerk.viz.texts import said
from ledwerk.viz.texts_import import IMPORT_TEXTS
from ledwerk.viz.texts_match import MATCH_TEXTS
from ledwerk.viz.texts_tables import TABLES_TEXTS
from ledwerk.viz.texts_tables_editing import EDITING_TEXTS

_STYLES = ("tables.css",)
_WORDS = {**TABLES_TEXTS, **EDITING_TEXTS}


@dataclass(frozen=True, slots=True)
class Counted:
    """A table in the list of all: its address, its title, and how many rows it has."""

    table: str
    title: Text
    rows: int
    relation: bool


def all_tables_page(tables: Sequence[Counted], lang: str, seen: SeenAs = NOW) -> str:
    """Every table with its number of rows."""
    say = _sayer(TABLES_TEXTS, lang)
    nodes = [one for one in tables if not one.relation]
    relations = [one for one in tables if one.relation]
    body = (
        f'<div class="sheet tables"><h1>{say("tables_title")}</h1><p>{say("tables_lead")}</p>'
        f"{_changing(lang) if seen.plain else ''}"
        f'<div class="both"><section><h2>{say("of_nodes")}</h2>{_list(nodes, lang, seen)}</section>'
        f"<section><h2>{say('of_relations')}</h2>{_list(relations, lang, seen)}"
        f"<p>{say('of_relations_lead')}</p></section></div></div>"
    )
    title = said(TABLES_TEXTS["tables_title"], lang)
    texts = {**TABLES_TEXTS, **IMPORT_TEXTS}
    data = {"table": ""}
    page = Page(
        title, body, lang, "/tables", ("tables_drop.js",), _STYLES, texts, data,
        seen, f"/tables?lang={lang}",
    )  # fmt: skip
    return shown(page)


def _changing(lang: str) -> str:
    """Where one goes to change more than a cell."""
    return (
        f'<p class="buttons"><a class="button first" href="/import?lang={lang}">'
        f"{said(TABLES_TEXTS['import'], lang)}</a>"
        f' <a class="button" href="/match?lang={lang}">{said(MATCH_TEXTS["title"], lang)}</a></p>'
    )


def table_page(told: Mapping[str, Any], lang: str, seen: SeenAs = NOW, now: str = "") -> str:
    """One table. `told` is what its script has to know: columns, filters, the first rows.

    `now` is its address as of now, where it is seen otherwise.
    """
    name = _capital(str(told["title"]))
    template = resources.files("ledwerk.viz") / "templates" / "table.html"
    words = {name: html.escape(said(both, lang)) for name, both in _WORDS.items()}
    body = Template(template.read_text(encoding="utf-8")).substitute(
        words,
        lang=lang,
        title=html.escape(name),
        search_help=words["find_help_relation" if told["relation"] else "find_help"],
        way=html.escape(seen.address("/tables", [("lang", lang)])),
    )
    scripts = (
        "tables_cells.js",
        "tables_grid.js",
        "tables_changes.js",
        "tables_dialogs.js",
        "tables_drop.js",
        "tables.js",
    )
    texts = {**_WORDS, **IMPORT_TEXTS}
    return shown(Page(name, body, lang, "/tables", scripts, _STYLES, texts, dict(told), seen, now))


def _sayer(words: Mapping[str, Text], lang: str) -> Any:
    return lambda name: html.escape(said(words[name], lang))


def _list(tables: Sequence[Counted], lang: str, seen: SeenAs) -> str:
    say = _sayer(TABLES_TEXTS, lang)
    rows = "".join(
        f'<tr><th scope="row"><a href="'
        f'{html.escape(seen.address(f"/tables/{one.table}", [("lang", lang)]))}">'
        f"{html.escape(_capital(said(one.title, lang)))}</a></th>"
        f'<td class="number">{_number(one.rows, lang)}</td></tr>'
        for one in tables
    )
    head = (
        f'<thead><tr><th scope="col">{say("table")}</th>'
        f'<th scope="col" class="number">{say("how_many")}</th></tr></thead>'
    )
    return f'<div class="wide"><table class="counts">{head}<tbody>{rows}</tbody></table></div>'


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _number(number: int, lang: str) -> str:
    return f"{number:,}" if lang == "en" else f"{number:,}".replace(",", ".")
