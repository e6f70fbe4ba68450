"""The page of history: every revision, what one changed, what rests on it, and taking it back."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ledwerk.graph.net_change import NetChange
from ledwerk.graph.store import Revision
from ledwerk.schema.kinds import Model
from ledwerk.viz.changes_lists import Telling
from ledwerk.viz.page_words import PageWords
from ledwerk.viz.shell import Page, shown
from ledwerk.viz.state import ViewState, address_of
from ledwerk.viz.texts import said
from ledwerk.viz.texts_changes import CHANGE_TEXTS
from ledwerk.viz.texts_history import HISTORY_TEXTS

MOST_COUNTED = 10_000  # statements of a revision that are counted
_MOST_RESTING = 200
_TEXTS = CHANGE_TEXTS | HISTORY_TEXTS


@dataclass(frozen=True, slots=True)
class Line:
    """A revision in the list: how many statements came and went, None for too many to count, and
    whether it was taken back.
    """

    revision: Revision
    counts: tuple[int, int] | None
    void: bool


@dataclass(frozen=True, slots=True)
class Rests:
    """One thing that rests on a revision; `about` is what it is called."""

    how: str
    revision: int
    about: str = ""
    property: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A revision that is looked at. `refused` says why it cannot be taken back; "" where it can.

    `counts` are the statements that would come back and go.
    """

    revision: Revision
    net: NetChange
    names: Mapping[str, str]
    rests: Sequence[Rests]
    counts: tuple[int, int]
    refused: str = ""


def history_page(lines: Sequence[Line], older: int | None, newest: int, lang: str) -> str:
    """The list as a page. `older` is the revision that the next page begins below."""
    words = PageWords(_TEXTS, lang)
    inner = f"<p>{words('about')}</p>"
    if lines:
        inner += _compare(lines, words) + _table(lines, words) + _pages(lines, older, newest, words)
    else:
        inner += f'<p class="note">{words("empty")}</p>'
    return _page(f"<h1>{words('title')}</h1>{inner}", lang)


def revision_page(model: Model, one: Opened, lang: str) -> str:
    """One revision as a page."""
    words = PageWords(_TEXTS, lang)
    number = one.revision.number
    known = html.escape(address_of(ViewState(known=one.revision.at.replace("+00:00", "Z"))))
    body = (
        f'<p><a href="/history?lang={lang}">{words("back_to")}</a></p>'
        f"<h1>{words('one', n=number)}</h1><p>{_told(one.revision, words)}</p>"
        f'<p><a href="/?{known}&amp;lang={lang}">{words("as_then")}</a></p>'
        f"{_changed(model, one, words)}{_rests(one, words)}{_back(one, words)}"
    )
    return _page(body, lang, {"revision": number})


def _page(body: str, lang: str, data: object = None) -> str:
    page = Page(
        said(HISTORY_TEXTS["title"], lang), f'<div class="sheet">{body}</div>', lang, "/history",
        scripts=("history.js",), styles=("changes.css", "history.css"),
        texts={name: HISTORY_TEXTS[name] for name in ("sign_in_first", "done")}, data=data,
    )  # fmt: skip
    return shown(page)


def _told(one: Revision, words: PageWords) -> str:
    who = one.actor or words.plain("nobody")
    what = words.done(one.action, one.dataset, one.why)
    return words("told", at=words.moment(one.at), who=who, what=what)


# -- the list -------------------------------------------------------------------------------------


def _compare(lines: Sequence[Line], words: PageWords) -> str:
    """Two moments to compare; without its script it is a form that leads there."""
    numbers = [line.revision for line in lines]

    def chooser(name: str, label: str, chosen: int, shift: int) -> str:
        options = "".join(
            f'<option value="{one.number + shift}"{" selected" if one.number == chosen else ""}>'
            f"{one.number} · {html.escape(words.moment(one.at))}</option>"
            for one in numbers
        )
        return f'<label>{words(label)} <select name="{name}" id="{name}">{options}</select></label>'

    return (
        f'<form id="compare" class="choose" aria-label="{words("compare")}">'
        f"{chooser('since', 'compare_from', numbers[-1].number, -1)} "
        f"{chooser('until', 'compare_to', numbers[0].number, 0)} "
        f'<button type="submit">{words("compare_go")}</button></form>'
    )


def _table(lines: Sequence[Line], words: PageWords) -> str:
    names = ("revision", "when", "who", "what", "much")
    head = "".join(f'<th scope="col">{words(name)}</th>' for name in names)
    rows = "".join(_row(line, words) for line in lines)
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{words("title")}">'
        f'<table class="revisions"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
        "</div>"
    )


def _row(line: Line, words: PageWords) -> str:
    one = line.revision
    label = words("open", n=one.number)
    link = (
        f'<a href="/history?revision={one.number}&amp;lang={words.lang}" aria-label="{label}">'
        f"{one.number}</a>"
    )
    mark = f' <span class="void">{words("void")}</span>' if line.void else ""
    what = html.escape(words.done(one.action, one.dataset, one.why))
    much = words("many", n=MOST_COUNTED)
    if line.counts is not None:
        much = words("signs", came=line.counts[0], gone=line.counts[1])
    return (
        f'<tr><th scope="row">{link}</th><td>{html.escape(words.moment(one.at))}</td>'
        f"<td>{html.escape(one.actor or words.plain('nobody'))}</td><td>{what}{mark}</td>"
        f"<td>{much}</td></tr>"
    )


def _pages(lines: Sequence[Line], older: int | None, newest: int, words: PageWords) -> str:
    links = []
    if lines[0].revision.number < newest:
        links.append(f'<a href="/history?lang={words.lang}">{words("newest")}</a>')
    if older is not None:
        way = f"/history?before={older}&amp;lang={words.lang}"
        links.append(f'<a href="{way}" rel="next">{words("older")}</a>')
    return f'<p class="choose">{" ".join(links)}</p>' if links else ""


# -- one revision ---------------------------------------------------------------------------------


def _changed(model: Model, one: Opened, words: PageWords) -> str:
    if one.net.shifts:
        inner = Telling(model, one.names, words).lists(one.net.shifts)
    elif one.net.whole:
        inner = f"<p>{words('nothing_net')}</p>"
    else:
        kinds = "".join(
            f"<li>{html.escape(said(model.kind(kind).label, words.lang))}: "
            f"{words.tongue.number(count)}</li>"
            for kind, count in sorted(one.net.touched.items(), key=lambda pair: -pair[1])
        )
        inner = f"<p>{words('too_many', n=sum(one.net.touched.values()))}</p><ul>{kinds}</ul>"
    return f"<section><h2>{words('changed')}</h2>{inner}</section>"


def _rests(one: Opened, words: PageWords) -> str:
    if one.refused:
        return ""
    if not one.rests:
        inner = f"<p>{words('rests_none')}</p>"
    else:
        lines = "".join(f"<li>{_resting(each, words)}</li>" for each in one.rests[:_MOST_RESTING])
        more = len(one.rests) - _MOST_RESTING
        rest = f"<p>{words('rests_more', n=more)}</p>" if more > 0 else ""
        inner = f"<ul>{lines}</ul>{rest}"
    return f"<section><h2>{words('rests')}</h2>{inner}</section>"


def _resting(one: Rests, words: PageWords) -> str:
    told = words(f"rests_{one.how}", n=one.revision, about=one.about, property=one.property)
    return f'<a href="/history?revision={one.revision}&amp;lang={words.lang}">{told}</a>'


def _back(one: Opened, words: PageWords) -> str:
    title = f"<h2>{words('back')}</h2>"
    came, gone = one.counts
    if one.refused:
        told = words("back_not", why=one.refused)
        return f'<section>{title}<p class="note">{told}</p></section>'
    if not (came or gone or one.rests):
        return f'<section>{title}<p class="note">{words("back_none")}</p></section>'
    how = ""
    if one.rests:
        choices = "".join(
            f'<label><input type="radio" name="dependents" value="{value}" required> '
            f"{words(label)}</label>"
            for value, label in (("KEEP", "back_keep"), ("TOO", "back_too"))
        )
        how = f"<fieldset><legend>{words('back_how')}</legend>{choices}</fieldset>"
    does = words("back_does", came=came, gone=gone)
    return (
        f'<section>{title}<p>{does} {words("sure")}</p><form id="back">{how}'
        f'<label>{words("why")} <input name="why" id="why" maxlength="500" autocomplete="off">'
        f'</label><p class="buttons"><button type="submit">'
        f"{words('back_now', n=one.revision.number)}</button></p>"
        f'<p id="back-told" role="alert"></p></form></section>'
    )
