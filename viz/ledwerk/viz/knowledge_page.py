"""The page of a node: what it is, who it works with, who says so. HTML without a script's help.

Printed it is a profile on one sheet: long lists and texts are cut there, and say where the rest is.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import date

from ledwerk.viz.cited import Cited
from ledwerk.viz.facts import Entry
from ledwerk.viz.knowledge import Knowledge, Neighbour
from ledwerk.viz.markdown import page_address, rendered
from ledwerk.viz.page_words import PageWords
from ledwerk.viz.shell import Page
from ledwerk.viz.shell import shown as framed
from ledwerk.viz.texts_knowledge import KNOWLEDGE_TEXTS
from ledwerk.viz.texts_statements import STATEMENT_TEXTS

_SHOWN = 12  # entries of a list; the rest opens
_PRINTED = 5  # of them on paper
_LONG = 900  # letters of a text from which it is cut on paper
_MOST_SOURCES = 30


def knowledge_page(known: Knowledge, lang: str, today: date) -> str:
    """The page as HTML."""
    words = PageWords(KNOWLEDGE_TEXTS, lang, known.seen)
    facts = known.facts
    side = f"{_facts(known, words)}{_gaps(known, words)}{_picture(known, words)}"
    body = (
        f'<article class="profile" data-node="{html.escape(facts.id)}">'
        f"{_head(known, words)}"
        f'<div class="parts"><div class="main-part">{_text(known, words)}'
        f"{_neighbours(known, words)}{_lists(known, words)}</div>"
        f'<div class="side-part">{side}</div></div>'
        f"{_said(known, words)}{_colophon(known, words, today)}</article>"
    )
    data = {
        "id": facts.id,
        "kind": known.kind.name,
        "party": known.kind.party and known.kind.name != "Campus",
        "texts": dict(known.texts),
        "revision": known.revision,
    }
    return framed(
        Page(
            facts.name, body, lang, page_address(facts.id),
            scripts=("knowledge.js", "statements.js"), styles=("knowledge.css", "statements.css"),
            texts={**KNOWLEDGE_TEXTS, **STATEMENT_TEXTS}, data=data,
            seen=known.seen, now=f"{page_address(facts.id)}?lang={lang}",
        )
    )  # fmt: skip


def node_link(node: str, name: str, words: PageWords) -> str:
    """A link to a node's page."""
    return f'<a href="{words.address(page_address(node))}">{html.escape(name)}</a>'


def _head(known: Knowledge, words: PageWords) -> str:
    facts = known.facts
    kind = html.escape(facts.kind)
    also = f'<p class="also">{words("known_as", names=", ".join(facts.aliases))}</p>'
    derived = f'<p class="soft">{words("derived")}</p>' if known.derived_name else ""
    return (
        f'<header class="named"><p class="kind">{kind}</p><h1>{html.escape(facts.name)}</h1>'
        f"{also if facts.aliases else ''}{derived}"
        f'<p class="buttons"><button type="button" id="print">{words("print")}</button></p>'
        "</header>"
    )


# -- the text -------------------------------------------------------------------------------------


def _text(known: Knowledge, words: PageWords) -> str:
    other = "en" if words.lang == "nl" else "nl"
    text = known.texts.get(words.lang, "")
    shown, lang = (text, words.lang) if text else (known.texts.get(other, ""), other)
    note = f'<p class="soft">{words("other_language")}</p>' if shown and not text else ""
    blank = "" if shown else ' class="blank"'
    if shown:
        long = "long" if len(shown) > _LONG else ""
        address = page_address(known.facts.id)
        pointer = f'<p class="longer">{words("longer", address=address)}</p>' if long else ""
        seen = "" if words.seen.plain else words.seen.address("", [("lang", words.lang)])
        told = f'<div class="prose {long}" lang="{lang}">{rendered(shown, seen)}</div>{pointer}'
    else:
        told = f'<p class="soft empty">{words("no_text")}</p>'
    return (
        f'<section id="text"{blank} aria-labelledby="h-text"><h2 id="h-text">{words("text")}</h2>'
        f'{note}<div id="shown-text">{told}</div>{_form(known, words, bool(text))}</section>'
    )


def _form(known: Knowledge, words: PageWords, there: bool) -> str:
    person = f'<p class="note">{words("person_help")}</p>' if known.kind.name == "Person" else ""
    if not known.seen.plain:
        return ""
    return (
        f'<p class="buttons editors"><button type="button" id="edit">'
        f"{words('edit' if there else 'write')}</button></p>"
        f'<form id="writing" hidden>{person}<label for="markdown">{words("edit_label")}</label>'
        f'<textarea id="markdown" rows="14" aria-describedby="edit-help wrong"></textarea>'
        f'<p id="edit-help" class="soft">{words("edit_help")}</p>'
        f'<p id="wrong" class="wrong" role="alert"></p>'
        f'<div id="seen" class="prose" aria-live="polite"></div><p class="buttons">'
        f'<button type="submit" class="first">{words("save")}</button>'
        f'<button type="button" id="preview">{words("preview")}</button>'
        f'<button type="button" id="leave">{words("cancel")}</button></p></form>'
    )


# -- facts and lists ------------------------------------------------------------------------------


def _facts(known: Knowledge, words: PageWords) -> str:
    rows = "".join(
        f"<dt>{html.escape(label)}</dt><dd>{_value(value)}</dd>"
        for label, value in known.facts.rows
    )
    disputes = "".join(
        f"<h3>{html.escape(one.about)}</h3><ul>"
        f"{''.join(f'<li>{html.escape(claim)}</li>' for claim in one.claims)}</ul>"
        for one in known.facts.disputes
    )
    if disputes:
        disputes = (
            f'<div class="note warn conflict"><strong>{words("conflict")}</strong>{disputes}</div>'
        )
    if not rows and not disputes:
        return ""
    return (
        f'<section id="facts-of" aria-labelledby="h-facts"><h2 id="h-facts">{words("facts")}</h2>'
        f"<dl>{rows}</dl>{disputes}</section>"
    )


def _value(value: str) -> str:
    text = html.escape(value)
    if value.startswith(("http://", "https://")) and " " not in value:
        return f'<a href="{text}" rel="noopener noreferrer">{text}</a>'
    return text.replace("\n", "<br>")


def _neighbours(known: Knowledge, words: PageWords) -> str:
    if not known.neighbours:
        return ""
    lines = [_neighbour(one, words) for one in known.neighbours]
    shown = len(known.neighbours)
    more = f'<p class="soft">{words("strongest", n=shown)}</p>' if known.more else ""
    counted = "" if known.more else f" <small>{shown}</small>"
    return (
        f'<section id="near" aria-labelledby="h-near"><h2 id="h-near">{words("works_with")}'
        f"{counted}</h2>{more}{_listed(lines, words)}</section>"
    )


def _neighbour(one: Neighbour, words: PageWords) -> str:
    left = one.weight - len(one.shared)
    names = ", ".join(node_link(node, name, words) for node, name in one.shared)
    more = f" {words('and_more', n=left)}" if left > 0 else ""
    together = words("in_what", names="\0").replace("\0", f"{names}{more}") if names else ""
    return (
        f"{node_link(one.id, one.name, words)} "
        f"<small>({words('strength', n=one.weight)}{'; ' if together else ''}{together})</small>"
    )


def _lists(known: Knowledge, words: PageWords) -> str:
    return "".join(
        f"<section><h2>{html.escape(label[:1].upper() + label[1:])} <small>{len(entries)}</small>"
        f"</h2>{_listed([_entry(one, words) for one in entries], words)}</section>"
        for label, entries in known.facts.lists
    )


def _entry(one: Entry, words: PageWords) -> str:
    name = node_link(one.id, one.name, words) if one.id else html.escape(one.name)
    note = f" <small>({html.escape(one.note)})</small>" if one.note else ""
    where = f' <small class="cited">{html.escape(one.cited)}</small>' if one.cited else ""
    return f"{name}{note}{where}"


def _listed(lines: Sequence[str], words: PageWords) -> str:
    """A list of which only so much is seen at once, and less on paper."""
    made = [
        f'<li class="beyond">{line}</li>' if at >= _PRINTED else f"<li>{line}</li>"
        for at, line in enumerate(lines)
    ]
    left = len(lines) - _PRINTED
    on_paper = f'<li class="paper">{words("and_more", n=left)}</li>' if left > 0 else ""
    first = f'<ul class="plain">{"".join(made[:_SHOWN])}{on_paper}</ul>'
    if len(made) <= _SHOWN:
        return first
    rest = len(made) - _SHOWN
    return (
        f"{first}<details><summary>{words('show_more', n=rest)}</summary>"
        f'<ul class="plain">{"".join(made[_SHOWN:])}</ul></details>'
    )


# -- around it ------------------------------------------------------------------------------------


def _picture(known: Knowledge, words: PageWords) -> str:
    if not known.drawn:
        return ""
    facts = known.facts
    picture = words.address("/picture.svg", focus=facts.id)
    network = words.address("/", focus=facts.id, selected=facts.id)
    return (
        f'<section id="around" aria-labelledby="h-around"><h2 id="h-around">{words("around")}</h2>'
        f'<p class="picture"><img src="{picture}" loading="lazy" '
        f'width="600" height="420" alt="{words("picture_of", name=facts.name)}"></p>'
        f'<p><a href="{network}">{words("in_network")}</a></p></section>'
    )


def _gaps(known: Knowledge, words: PageWords) -> str:
    if not known.kind.party or known.kind.name == "Campus":
        return ""
    return (
        f'<section id="gaps" aria-labelledby="h-gaps"><h2 id="h-gaps">{words("gaps")}</h2>'
        f'<div id="gap-list" aria-live="polite"><p class="soft">{words("gaps_wait")}</p></div>'
        f'<p class="screen"><a href="/agreements?lang={words.lang}">{words("gap_all")}</a></p>'
        "</section>"
    )


# -- who says so ----------------------------------------------------------------------------------


def _said(known: Knowledge, words: PageWords) -> str:
    node = html.escape(known.facts.id)
    lines = [_source(one) for one in known.facts.sources[:_MOST_SOURCES]]
    listed = _listed(lines, words) if lines else ""
    cited = (
        f'<section id="sources" aria-labelledby="h-sources"><h2 id="h-sources">{words("sources")}'
        f"</h2>{listed}</section>"
    )
    return (
        f'<div class="said-so">{cited if listed else ""}'
        f'<section id="statements" data-node="{node}" aria-label="{words("statements")}"></section>'
        f'<section id="history" aria-labelledby="h-history">'
        f'<h2 id="h-history">{words("history")}</h2>'
        f'<p class="buttons"><button type="button" id="show-history">{words("history_show")}'
        f'</button></p><div id="history-list" aria-live="polite"></div></section></div>'
    )


def _source(one: Cited) -> str:
    place = ", ".join(part for part in (one.title, one.locator) if part)
    note = f"<br><small>{html.escape(one.note)}</small>" if one.note else ""
    return f"{html.escape(place)} <small>[{html.escape(one.basis)}]</small>{note}"


def _colophon(known: Knowledge, words: PageWords, today: date) -> str:
    told = words("printed", day=words.day(today.isoformat()))
    address = html.escape(page_address(known.facts.id))
    return f'<p class="paper colophon">{told} {address}</p>'
