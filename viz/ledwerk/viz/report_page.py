"""A report as one page of HTML: no script, nothing to fetch, every word escaped."""

from __future__ import annotations

import html
from base64 import b64encode
from hashlib import sha256
from importlib import resources
from string import Template

from ledwerk.schema.fields import Text
from ledwerk.viz.report_parts import Cell, Column, Entry, Report, Row, Section, Sort, Table
from ledwerk.viz.report_words import Tongue
from ledwerk.viz.texts import said

_WHOLE = 1_000  # larger numbers are shown without what is behind the comma
_NAMED = 4  # names in a cell
_LONGEST = 160  # letters of one
_RIGHT = {Sort.COUNT, Sort.NUMBER, Sort.FINE, Sort.SHARE, Sort.MONEY}

_TEXTS = {
    "findings": Text("Wat opvalt", "What stands out"),
    "contents": Text("Inhoud", "Contents"),
    "method": Text("Methode en grenzen", "Method and limits"),
    "method_told": Text(
        "Wat elke maat betekent, van wie zij is, en waarvoor zij niet gebruikt moet worden.",
        "What each measure means, whose it is, and what it must not be used for.",
    ),
    "about": Text("Waarover dit verslag gaat", "What this report is of"),
    "numbers": Text(
        "Elk getal staat ook in een CSV-bestand, met de kolommen table, row, column en value.",
        "Every number is in a CSV file too, with the columns table, row, column and value.",
    ),
    "source": Text("Bron", "Source"),
    "limits": Text("Grens", "Limit"),
}
_MORE = Text("… en nog {n}, in het CSV-bestand", "… and {n} more, in the CSV file")
_EMPTY = Text("Geen.", "None.")
_SEE = Text("tabel", "table")
_PREDICTED = Text("voorspeld, geen feit", "predicted, not a fact")


def page(report: Report) -> str:
    """The page. The same report gives the same bytes."""
    folder = resources.files("ledwerk.viz") / "templates"
    template = Template((folder / "report.html").read_text(encoding="utf-8"))
    style = f"\n{(folder / 'report.css').read_text(encoding='utf-8')}"
    written = _Page(report)
    return template.substitute(
        {name: html.escape(said(both, report.lang)) for name, both in _TEXTS.items()},
        lang=report.lang,
        title=html.escape(report.title),
        style=style,
        # Only this style sheet is let in, by its hash.
        digest=b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii"),
        facts=written.about(),
        told=written.findings(),
        toc=written.contents(),
        sections="\n".join(written.section(section) for section in report.sections),
        methods="\n".join(written.method(entry) for entry in report.methods),
    )


class _Page:
    """Pieces of a page in a report's language."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._tongue = Tongue(report.lang)

    def about(self) -> str:
        return "\n".join(
            f"<div><dt>{html.escape(name)}</dt><dd>{html.escape(value)}</dd></div>"
            for name, value in self._report.about
        )

    def findings(self) -> str:
        see = html.escape(self._tongue.say(_SEE))
        there = {section.name: f"s-{section.name}" for section in self._report.sections}
        for section in self._report.sections:
            there |= {table.name: f"t-{table.name}" for table in section.tables}
        return "\n".join(
            f"<li>{html.escape(one.text)}"
            + (f' <a href="#{there[one.table]}">{see}</a></li>' if one.table in there else "</li>")
            for one in self._report.findings
        )

    def contents(self) -> str:
        listed = [(one.name, self._tongue.say(one.title)) for one in self._report.sections]
        listed.append(("method", said(_TEXTS["method"], self._report.lang)))
        return "\n".join(
            f'<li><a href="#s-{name}">{html.escape(title)}</a></li>' for name, title in listed
        )

    def section(self, section: Section) -> str:
        title = html.escape(self._tongue.say(section.title))
        parts = [f"<p>{html.escape(words)}</p>" for words in section.told]
        parts += [f"<figure>{chart.svg}</figure>" for chart in section.charts]
        parts += [self.table(table) for table in section.tables]
        kind = ' class="predicted"' if section.predicted else ""
        return (
            f'<section id="s-{section.name}"{kind}>\n<h2>{title}</h2>\n'
            + "\n".join(parts)
            + "\n</section>"
        )

    def table(self, table: Table) -> str:
        caption = html.escape(self._tongue.say(table.title))
        if not table.rows:
            none = html.escape(self._tongue.say(_EMPTY))
            return f'<div id="t-{table.name}" class="none"><h3>{caption}</h3><p>{none}</p></div>'
        shown = [(at, column) for at, column in enumerate(table.columns) if column.shown]
        heads = "".join(
            f'<th scope="col"{_side(column)}>{html.escape(self._tongue.say(column.label))}</th>'
            for _, column in shown
        )
        rows = "\n".join(self._row(row, shown) for row in table.rows[: table.most])
        more = ""
        if len(table.rows) > table.most:
            words = html.escape(self._tongue.say(_MORE, n=len(table.rows) - table.most))
            more = f'\n<tfoot><tr><td colspan="{len(shown)}">{words}</td></tr></tfoot>'
        kind = ' class="predicted"' if table.predicted else ""
        return (
            f'<div class="table"><table id="t-{table.name}"{kind}>\n<caption>{caption}</caption>\n'
            f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>{more}\n</table></div>"
        )

    def _row(self, row: Row, shown: list[tuple[int, Column]]) -> str:
        cells = []
        for number, (at, column) in enumerate(shown):
            words = html.escape(self.cell(row.cells[at], column.sort))
            if number == 0:
                cells.append(f'<th scope="row"{_side(column)}>{words}</th>')
            else:
                cells.append(f"<td{_side(column)}>{words}</td>")
        return f"<tr>{''.join(cells)}</tr>"

    def cell(self, cell: Cell, sort: Sort) -> str:
        """A value as people read it."""
        tongue = self._tongue
        if cell is None:
            return "–"
        if isinstance(cell, bool):
            return tongue.word("yes" if cell else "no")
        if isinstance(cell, int | float):
            return self._number(cell, sort)
        if isinstance(cell, tuple):
            return self._listed(cell, sort)
        named = {Sort.HELIX: tongue.helix, Sort.NODE: self._report.name, Sort.WORD: tongue.word}
        return _cut(named[sort](cell) if sort in named else cell)

    def _number(self, value: float, sort: Sort) -> str:
        tongue = self._tongue
        match sort:
            case Sort.COUNT:
                return tongue.rounded(value)
            case Sort.SHARE:
                return f"{tongue.number(100 * float(value), 1)}%"
            case Sort.FINE:
                return tongue.number(float(value), 4)
            case Sort.MONEY:
                whole = float(value).is_integer() or abs(value) >= _WHOLE
                return tongue.number(float(value), 0 if whole else 2)
        if isinstance(value, int) or abs(value) >= _WHOLE:
            return tongue.rounded(value)
        return tongue.number(value)

    def _listed(self, cell: tuple[str, ...], sort: Sort) -> str:
        if sort is Sort.HELIXES:
            return ", ".join(self._tongue.helix(one) for one in cell) or "–"
        names = [_cut(self._report.name(one)) for one in cell[: _NAMED + 2]]
        names += [""] * (len(cell) - len(names))  # not looked at, only counted
        return self._tongue.names(names, _NAMED) or "–"

    def method(self, entry: Entry) -> str:
        texts = _TEXTS["source"], _TEXTS["limits"]
        source, limits = (html.escape(said(one, self._report.lang)) for one in texts)
        return (
            f"<dt>{html.escape(entry.term)}</dt>\n<dd>{html.escape(entry.text)} "
            f"<em>{limits}: {html.escape(entry.limits)}</em> "
            f"<small>{source}: {html.escape(entry.source)}</small></dd>"
        )


def _side(column: Column) -> str:
    if column.sort is Sort.DATE:
        return ' class="d"'
    return ' class="n"' if column.sort in _RIGHT else ""


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
