"""The page for bringing in a file."""

from __future__ import annotations

import html

from ledwerk.schema.model import MODEL
from ledwerk.viz.shell import Page, shown
from ledwerk.viz.texts import said
from ledwerk.viz.texts_import import IMPORT_TEXTS


def import_page(lang: str) -> str:
    """Where a file is handed in and looked at."""

    def say(name: str) -> str:
        return html.escape(said(IMPORT_TEXTS[name], lang))

    options = "".join(
        f'<option value="{table}">{html.escape(label)}</option>' for table, label in _tables(lang)
    )
    body = f"""<div class="sheet tables import">
<p class="way"><a href="/tables?lang={lang}">{say("way_tables")}</a></p>
<h1>{say("import")}</h1>
<p>{say("import_lead")}</p>
<p id="editors-only" class="note warn" hidden>{say("editors_only")}</p>
<p id="trouble" class="note warn" role="alert" hidden></p>
<div id="hand-in" class="hand-in">
<div class="drop"><label for="file">{say("choose_file")}</label>
<input id="file" type="file" accept=".xlsx,.ods,.csv,.zip" aria-describedby="file-help">
<p id="file-help" class="soft">{say("file_kinds")}</p>
<p><a id="template" href="/import/template.xlsx?lang={lang}" download>{say("template")}</a></p>
</div><details><summary>{say("paste")}</summary><form id="paste">
<label for="pasted">{say("paste")}</label>
<textarea id="pasted" rows="6" aria-describedby="paste-help"></textarea>
<p id="paste-help" class="soft">{say("paste_help")}</p>
<label for="paste-table">{say("paste_table")}</label>
<select id="paste-table"><option value="">{say("paste_guess")}</option>{options}</select>
<p class="buttons"><button type="submit">{say("paste_look")}</button></p></form></details></div>
<section id="preview" tabindex="-1" aria-labelledby="preview-title" hidden></section>
</div>"""
    scripts = ("tables_drop.js", "tables_preview.js", "tables_import.js")
    title = said(IMPORT_TEXTS["import"], lang)
    page = Page(title, body, lang, "/tables", scripts, ("tables.css",), IMPORT_TEXTS)
    return shown(page)


def _tables(lang: str) -> list[tuple[str, str]]:
    nodes = [(kind.table, said(kind.plural, lang)) for kind in MODEL.nodes]
    return [*nodes, *((kind.table, said(kind.label, lang)) for kind in MODEL.relations)]
