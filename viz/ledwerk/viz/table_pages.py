"""The pages with tables: a list of all tables, one table, and the one for bringing in a file."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ledwerk.schema.fields import Text
from ledwerk.viz.shell import Page, shown
from ledwerk.viz.texts import said
from ledwerk.viz.texts_import import IMPORT_TEXTS
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


def all_tables_page(tables: Sequence[Counted], lang: str) -> str:
    """Every table with its number of rows."""
    say = _sayer(TABLES_TEXTS, lang)
    nodes = [one for one in tables if not one.relation]
    relations = [one for one in tables if one.relation]
    body = (
        f'<div class="sheet tables"><h1>{say("tables_title")}</h1><p>{say("tables_lead")}</p>'
        f'<p class="buttons"><a class="button first" href="/import?lang={lang}">{say("import")}</a>'
        "</p>"
        f'<div class="both"><section><h2>{say("of_nodes")}</h2>{_list(nodes, lang)}</section>'
        f"<section><h2>{say('of_relations')}</h2>{_list(relations, lang)}"
        f"<p>{say('of_relations_lead')}</p></section></div></div>"
    )
    scripts = ("tables_drop.js",)
    texts = {**TABLES_TEXTS, **IMPORT_TEXTS}
    page = Page(said(TABLES_TEXTS["tables_title"], lang), body, lang, "/tables", scripts, _STYLES)
    return shown(_with(page, texts, {"table": ""}))


def table_page(told: Mapping[str, Any], lang: str) -> str:
    """One table. `told` is what its script has to know: columns, filters, the first rows."""
    say = _sayer(_WORDS, lang)
    name = _capital(str(told["title"]))
    title = html.escape(name)
    body = f"""<div class="sheet tables">
<p class="way"><a href="/tables?lang={lang}">{say("tables_title")}</a></p>
<h1 id="title">{title}</h1>
<form id="find" role="search" class="find">
<div><label for="q">{say("find")}</label>
<input id="q" type="search" autocomplete="off" aria-describedby="q-help">
<small id="q-help">{say("find_help_relation" if told["relation"] else "find_help")}</small></div>
<div id="filters" class="filters"></div>
</form>
<div class="bar">
<div class="buttons" id="edit-actions" hidden>
<button id="add" type="button" class="first">{say("add_row")}</button>
<button id="delete" type="button" disabled>{say("delete_rows")}</button>
<button id="merge" type="button" disabled>{say("merge_rows")}</button>
<button id="undo" type="button" disabled>{say("undo")}</button></div>
<div class="buttons">
<a id="import-link" class="button" href="/import">{say("import")}</a>
<a id="to-xlsx" class="button" href="#" download>{say("export_xlsx")}</a>
<a id="to-csv" class="button" href="#" download>{say("export_csv")}</a>
<details id="columns" class="choose"><summary class="button">{say("columns")}</summary>
<fieldset><legend>{say("columns")}</legend><div id="column-boxes"></div>
<p class="buttons"><button id="columns-usual" type="button">{say("columns_usual")}</button>
<button id="columns-all" type="button">{say("columns_all")}</button></p></fieldset></details></div>
</div>
<p id="hint" class="soft">{say("sign_in_hint")}</p>
<div id="notice" class="note" hidden></div>
<p id="trouble" class="note warn" role="alert" hidden></p>
<p class="count"><span id="count" role="status"></span></p>
<div class="wide" id="frame"><table id="grid" role="grid" aria-labelledby="title"
 aria-describedby="keys"><thead></thead><tbody></tbody></table></div>
<p id="keys" class="soft keys">{say("keys_reading")}</p>
<nav class="buttons turn" aria-label="{say("turn_pages")}">
<button id="page-first" type="button">{say("first_page")}</button>
<button id="page-previous" type="button">{say("previous_page")}</button>
<button id="page-next" type="button">{say("next_page")}</button>
<button id="page-last" type="button">{say("last_page")}</button></nav>
<details id="changes"><summary>{say("changes_title")}</summary><ol id="changes-list"></ol></details>
<dialog id="dialog" aria-labelledby="dialog-title"></dialog>
</div>"""
    scripts = (
        "tables_cells.js",
        "tables_grid.js",
        "tables_changes.js",
        "tables_dialogs.js",
        "tables_drop.js",
        "tables.js",
    )
    page = Page(name, body, lang, "/tables", scripts, _STYLES)
    return shown(_with(page, {**_WORDS, **IMPORT_TEXTS}, dict(told)))


def _with(page: Page, texts: Mapping[str, Text], data: Any) -> Page:
    return Page(
        page.title, page.body, page.lang, page.address, page.scripts, page.styles, texts, data
    )


def _sayer(words: Mapping[str, Text], lang: str) -> Any:
    return lambda name: html.escape(said(words[name], lang))


def _list(tables: Sequence[Counted], lang: str) -> str:
    say = _sayer(TABLES_TEXTS, lang)
    rows = "".join(
        f'<tr><th scope="row"><a href="/tables/{one.table}?lang={lang}">'
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
