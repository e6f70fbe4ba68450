"""The page of a search: what was found, the best first, and why."""

from __future__ import annotations

import html

from ledwerk.graph.excerpt import MARK
from ledwerk.schema.model import MODEL
from ledwerk.viz.knowledge import Hit, Results
from ledwerk.viz.knowledge_page import node_link
from ledwerk.viz.page_words import PageWords
from ledwerk.viz.seen_as import NOW
from ledwerk.viz.shell import Page
from ledwerk.viz.shell import shown as framed
from ledwerk.viz.texts import said
from ledwerk.viz.texts_knowledge import SEARCH_TEXTS

SEARCHED_KINDS = tuple(kind.name for kind in MODEL.nodes if kind.named)


def search_page(found: Results, lang: str) -> str:
    """The page as HTML."""
    words = PageWords(SEARCH_TEXTS, lang, found.seen)
    rows = "".join(_hit(one, words) for one in found.hits)
    listed = f'<ol class="hits" start="{found.start + 1}">{rows}</ol>' if rows else ""
    body = (
        f'<div class="told searching"><h1>{words("search")}</h1>{_form(found, words)}'
        f'<div id="results">{_told(found, words)}{listed}{_pages(found, words)}</div></div>'
    )
    title = f"{words.plain('search')}: {found.asked}" if found.asked else words.plain("search")
    return framed(
        Page(
            title, body, lang, "/search", styles=("knowledge.css",), scripts=_SCRIPTS,
            seen=found.seen, now=_as_of_now(found, lang),
        )
    )  # fmt: skip


_SCRIPTS = ("search.js",)


def _form(found: Results, words: PageWords) -> str:
    kinds = "".join(
        f'<option value="{name}"{" selected" if name == found.kind else ""}>'
        f"{html.escape(said(MODEL.node(name).plural, words.lang))}</option>"
        for name in SEARCHED_KINDS
    )
    return (
        f'<form action="/search" method="get" role="search" class="ask">'
        f'<input type="hidden" name="lang" value="{words.lang}">{found.seen.hidden()}'
        f'<p><label for="asked">{words("words")}</label>'
        f'<input id="asked" name="q" type="search" maxlength="200" '
        f'value="{html.escape(found.asked)}" aria-describedby="search-help"></p>'
        f'<p><label for="of-kind">{words("kind")}</label><select id="of-kind" name="kind">'
        f'<option value="">{words("every_kind")}</option>{kinds}</select></p>'
        f'<p><button type="submit" class="first">{words("search")}</button></p></form>'
        f'<p id="search-help" class="soft">{words("help")}</p>'
    )


def _told(found: Results, words: PageWords) -> str:
    if not found.asked.strip():
        return ""
    if not found.hits:
        return f'<p class="note" role="status">{words("nothing", asked=found.asked)}</p>'
    count = f'<p role="status">{words("found", n=found.total)}</p>'
    if not found.meant:
        return count
    links = ", ".join(
        f'<a href="{_address(found, words, q=text)}">{html.escape(text)}</a>'
        for text in found.meant
    )
    return (
        f'<p class="note">{words("meant", asked=found.asked)}<br>{words("did_you_mean")} '
        f"{links}</p>{count}"
    )


def _hit(one: Hit, words: PageWords) -> str:
    kind = html.escape(said(MODEL.node(one.kind).label, words.lang))
    by = words(f"by_{one.matched.lower()}")
    marked = marked_html(one.marked)
    snippet = "" if one.marked.replace(MARK, "") == one.name else f'<p class="snippet">{marked}</p>'
    return (
        f'<li><p class="hit">{node_link(one.id, one.name, words)} <small>{kind} · {by}</small></p>'
        f"{snippet}</li>"
    )


def marked_html(marked: str) -> str:
    """A marked snippet as HTML."""
    parts = html.escape(marked).split(MARK)
    return "".join(f"<mark>{part}</mark>" if at % 2 else part for at, part in enumerate(parts))


def _pages(found: Results, words: PageWords) -> str:
    if not found.hits or (not found.after and not found.start):
        return ""
    last = found.start + len(found.hits)
    told = words("shown", first=found.start + 1, last=last, total=found.total)
    links = []
    if found.start:
        links.append(f'<a href="{_address(found, words)}">{words("first")}</a>')
    if found.after:
        address = _address(found, words, after=found.after, start=str(last))
        links.append(f'<a href="{address}">{words("next")}</a>')
    return f'<p class="pages-of">{told} {" ".join(links)}</p>'


def _as_of_now(found: Results, lang: str) -> str:
    pairs = (("q", found.asked), ("kind", found.kind), ("lang", lang))
    return NOW.address("/search", [pair for pair in pairs if pair[1]])


def _address(found: Results, words: PageWords, **more: str) -> str:
    return words.address("/search", **{"q": found.asked, "kind": found.kind, **more})
