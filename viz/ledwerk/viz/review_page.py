"""The page on which people review what a program read: HTML that can be read without a script."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from ledwerk.schema.kinds import Model
from ledwerk.viz.page_words import PageWords
from ledwerk.viz.shell import Page
from ledwerk.viz.shell import shown as framed
from ledwerk.viz.texts import said
from ledwerk.viz.texts_review import REVIEW_TEXTS

ON_A_PAGE = 100
_LEAST = ("0.95", "0.9", "0.8", "0.5")


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A row that waits: what it is about and says, where it was read, how sure the program is.

    `note` is what the program adds, such as the words that it read.
    """

    id: str
    kind: str
    about: str
    says: str
    source: str
    locator: str
    confidence: float | None
    note: str


@dataclass(frozen=True, slots=True)
class Pile:
    """What the page shows: `rows` from `start` on, of the `kind` that is looked at ("" for all).

    `counts` says how many wait of each kind, in the order of the model.
    """

    rows: Sequence[ReviewRow]
    counts: Mapping[str, int]
    kind: str
    start: int

    @property
    def total(self) -> int:
        """How many wait, of the kind that is looked at."""
        return self.counts.get(self.kind, 0) if self.kind else sum(self.counts.values())


def review_page(model: Model, pile: Pile, lang: str) -> str:
    """The page as HTML."""
    words = PageWords(REVIEW_TEXTS, lang)
    inner = _pile(model, pile, words) if pile.counts else f'<p class="note">{words("rv_none")}</p>'
    body = (
        f'<div class="sheet review"><h1>{words("rv_title")}</h1>'
        f'<p class="lead">{words("rv_lead")}</p>{inner}</div>'
    )
    return framed(
        Page(
            said(REVIEW_TEXTS["rv_title"], lang), body, lang, "/review",
            scripts=("review.js",), styles=("review.css",), texts=REVIEW_TEXTS,
            data={"total": pile.total},
        )
    )  # fmt: skip


def _pile(model: Model, pile: Pile, words: PageWords) -> str:
    groups = groupby(pile.rows, key=lambda row: row.kind)
    tables = "".join(_table(model, kind, list(rows), words) for kind, rows in groups)
    return (
        f"{_kinds(model, pile, words)}"
        f'<p id="readers" class="note">{words("rv_readers")}</p>'
        f"{_tools(words)}{tables}{_pages(pile, words)}"
    )


def _kinds(model: Model, pile: Pile, words: PageWords) -> str:
    links = [_kind_link("", words.plain("rv_all"), sum(pile.counts.values()), pile, words)]
    for kind, count in pile.counts.items():
        links.append(_kind_link(kind, _called(model, kind, words.lang), count, pile, words))
    return f'<nav class="kinds" aria-label="{words("rv_tables")}"><ul>{"".join(links)}</ul></nav>'


def _kind_link(kind: str, name: str, count: int, pile: Pile, words: PageWords) -> str:
    current = ' aria-current="true"' if kind == pile.kind else ""
    address = _address(kind, 0, words)
    return f'<li><a href="{address}"{current}>{html.escape(name)} ({count})</a></li>'


def _called(model: Model, kind: str, lang: str) -> str:
    """What a kind's rows are called: several nodes, or the relation."""
    node = next((one for one in model.nodes if one.name == kind), None)
    label = node.plural if node else model.relation(kind).label
    return said(label, lang)


def _tools(words: PageWords) -> str:
    options = "".join(f'<option value="{least}">{least}</option>' for least in _LEAST)
    return (
        f'<div class="tools" hidden><p class="soft">{words("rv_keys")}</p>'
        f'<label>{words("rv_choose_all")} <select id="least"><option value=""></option>{options}'
        f'<option value="0">{words("rv_any")}</option></select></label> '
        '<span id="chosen" role="status"></span> '
        f'<button type="button" id="accept" class="first">{words("rv_accept_chosen")}</button> '
        f'<button type="button" id="reject">{words("rv_reject_chosen")}</button>'
        f'<span id="done" hidden><span id="told"></span> '
        f'<button type="button" id="undo">{words("rv_undo")}</button></span></div>'
    )


def _table(model: Model, kind: str, rows: Sequence[ReviewRow], words: PageWords) -> str:
    name = html.escape(_called(model, kind, words.lang))
    heads = "".join(
        f'<th scope="col"{extra}>{words(one)}</th>'
        for one, extra in (
            ("rv_choose", ' class="choose"'), ("rv_what", ""), ("rv_where", ""),
            ("rv_decide", ' class="acts"'),
        )
    )  # fmt: skip
    body = "".join(_row(row, words) for row in rows)
    return (
        f'<section class="pile" data-kind="{html.escape(kind)}"><h2>{name}</h2>'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></section>"
    )


def _row(row: ReviewRow, words: PageWords) -> str:
    about = html.escape(row.about)
    sure = (
        words("rv_unsure")
        if row.confidence is None
        else words("rv_confidence", value=_decimal(row.confidence, words.lang))
    )
    says = f'<div class="says">{html.escape(row.says)}</div>' if row.says else ""
    note = f'<blockquote class="soft">{html.escape(row.note)}</blockquote>' if row.note else ""
    where = html.escape(", ".join(filter(None, (row.source, row.locator))))
    confidence = "" if row.confidence is None else f"{row.confidence:g}"
    choose = words("rv_choose_row", about=row.about)
    accept, reject = (
        words("rv_accept_this", about=row.about),
        words("rv_reject_this", about=row.about),
    )
    return (
        f'<tr data-id="{html.escape(row.id)}" data-confidence="{confidence}">'
        f'<td class="choose"><input type="checkbox" aria-label="{choose}"></td>'
        f'<th scope="row">{about}{says}{note}</th>'
        f'<td>{where}<div class="soft">{sure}</div></td>'
        f'<td class="acts"><button type="button" data-act="accept" aria-label="{accept}">'
        f'{words("rv_accept")}</button> <button type="button" data-act="reject" '
        f'aria-label="{reject}">{words("rv_reject")}</button></td></tr>'
    )


def _decimal(number: float, lang: str) -> str:
    return f"{number:g}" if lang == "en" else f"{number:g}".replace(".", ",")


def _pages(pile: Pile, words: PageWords) -> str:
    first, last = pile.start + 1, pile.start + len(pile.rows)
    links = []
    if pile.start:
        before = _address(pile.kind, max(0, pile.start - ON_A_PAGE), words)
        links.append(f'<a href="{before}">{words("rv_earlier")}</a>')
    if last < pile.total:
        links.append(f'<a href="{_address(pile.kind, last, words)}">{words("rv_later")}</a>')
    told = words("rv_page", first=first, last=last, total=pile.total)
    return f'<p class="pages-of">{told} {" ".join(links)}</p>'


def _address(kind: str, start: int, words: PageWords) -> str:
    asked = {
        "lang": words.lang,
        **({"kind": kind} if kind else {}),
        **({"start": start} if start else {}),
    }
    return f"/review?{html.escape(urlencode(asked))}"
