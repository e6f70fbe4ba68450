"""The page of what changed since a moment: in words, in numbers, in a picture."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ledwerk.graph.agreements import Agreement
from ledwerk.graph.analysis.what_if import Moved, WhatIf
from ledwerk.graph.net_change import ADDED, CORRECTED, REMOVED, NetChange
from ledwerk.graph.past import MOST_EVENTS
from ledwerk.graph.store import Revision
from ledwerk.schema.kinds import Model
from ledwerk.schema.relations import ACTIVITIES, PARTIES
from ledwerk.viz.changes_lists import Telling
from ledwerk.viz.page_words import PageWords
from ledwerk.viz.shell import Page, shown
from ledwerk.viz.state import ViewState, address_of
from ledwerk.viz.texts import said
from ledwerk.viz.texts_changes import CHANGE_TEXTS

_MEASURES = (
    "parties", "activities", "participations", "seats", "ties", "isolates", "components",
    "largest_component", "mean_distance", "gaps", "unreachable",
)  # fmt: skip
_ESTIMATED = ("mean_distance",)  # in a large network; what differs of it may be chance
_MOVED = 5
_LOGGED = 200


@dataclass(frozen=True, slots=True)
class Start:
    """Where the page looks from: a revision, and in words why that one.

    `how` is one of the texts since_…; `name` and `at` are what it is filled in with.
    """

    revision: int
    how: str
    at: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Ended:
    """A workshop that has ended, and the revision that it left."""

    name: str
    at: str
    revision: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """Everything that the page shows. `was` is None where the network of then cannot be rebuilt, or
    is still being reckoned, which `late` says.

    `made`, `closed` and `dropped` are agreements since; `sessions` and `recent` what else one could
    look from. `until` is the last revision that counts; None is the newest.
    """

    start: Start
    net: NetChange
    names: Mapping[str, str]
    was: WhatIf | None
    late: bool = False
    made: Sequence[Agreement] = ()
    closed: Sequence[Agreement] = ()
    dropped: Sequence[Agreement] = ()
    sessions: Sequence[Ended] = ()
    recent: Sequence[Revision] = ()
    until: Revision | None = None

    @property
    def ends(self) -> str:
        """The end as a part of an address; "" where that is now."""
        return "" if self.until is None else f"&amp;until={self.until.number}"


def changes_page(model: Model, meeting: Meeting, lang: str) -> str:
    """The page as HTML."""
    words = PageWords(CHANGE_TEXTS, lang)
    telling = Telling(model, meeting.names, words)
    start, net = meeting.start, meeting.net
    since = words(start.how, name=start.name, day=words.moment(start.at), revision=start.revision)
    if meeting.until is not None:
        last = meeting.until
        since += f" {words('until', day=words.moment(last.at), revision=last.number)}"
    parts = [f"<p><strong>{since}</strong> {_summary(net, words)}</p>"]
    if net.revisions:
        parts += [
            _picture(meeting, words),
            _numbers(meeting, words),
            _agreements(meeting, words),
            _lists(model, net, telling, words),
            _log(net.revisions, words),
        ]
    else:
        parts.append(_agreements(meeting, words))
    inner = _choose(meeting, words) + "".join(parts)
    body = f'<div class="sheet"><h1>{words("title")}</h1>{inner}</div>'
    page = Page(
        said(CHANGE_TEXTS["title"], lang), body, lang, "/changes",
        scripts=("changes.js",), styles=("changes.css",), data={"late": meeting.late},
    )  # fmt: skip
    return shown(page)


def _summary(net: NetChange, words: PageWords) -> str:
    if not net.revisions:
        return words("nothing")
    if not net.whole:
        return ""
    if not net.shifts:
        return words("nothing_net", n=len(net.revisions))
    counts = Counter(one.what for one in net.shifts)
    who = dict.fromkeys(one.actor or words.plain("nobody") for one in net.revisions)
    return words(
        "summary",
        added=counts[ADDED],
        removed=counts[REMOVED],
        corrected=counts[CORRECTED],
        n=len(net.revisions),
        who=words.names(list(who)),
    )


def _choose(meeting: Meeting, words: PageWords) -> str:
    """Links to look from other moments."""
    links = [
        (one.revision, words("session", name=one.name, day=words.moment(one.at)))
        for one in meeting.sessions
    ]
    links += [(one.number - 1, _revision(one, words)) for one in meeting.recent]
    links.append((0, words("everything")))
    listed = "".join(
        f'<li><a href="/changes?since={since}&amp;lang={words.lang}">{text}</a></li>'
        for since, text in links
    )
    return (
        f'<div class="choose"><details><summary>{words("other_start")}</summary>'
        f'<p><label>{words("date")} <input id="since" type="date"></label> '
        f'<label>{words("date_until")} <input id="until" type="date"></label> '
        f'<button id="show" type="button">{words("go")}</button></p><ul>{listed}</ul></details>'
        f'<a href="/changes.xlsx?since={meeting.start.revision}{meeting.ends}'
        f'&amp;lang={words.lang}" download>'
        f'{words("xlsx")}</a> <button id="print" type="button">{words("print")}</button></div>'
    )


def _revision(one: Revision, words: PageWords) -> str:
    return words(
        "revision",
        revision=one.number,
        at=words.moment(one.at),
        who=one.actor or words.plain("nobody"),
        what=words.done(one.action, one.dataset, one.why),
    )


def _picture(meeting: Meeting, words: PageWords) -> str:
    known = "" if meeting.until is None else meeting.until.at.replace("+00:00", "Z")
    address = html.escape(address_of(ViewState(fresh=meeting.start.revision, known=known)))
    drawn = {*PARTIES, *ACTIVITIES}
    new = [one.name for one in meeting.net.shifts if one.what == ADDED and one.kind in drawn]
    alt = (
        words("picture_alt", revision=meeting.start.revision, names=words.names(new, 12))
        if new
        else words("picture_none")
    )
    return (
        f'<section><h2>{words("picture")}</h2><figure><a href="/?{address}&amp;lang={words.lang}">'
        f'<img src="/picture.svg?{address}&amp;lang={words.lang}" alt="{alt}"></a><figcaption>'
        f'{words("picture_told")} <a href="/?{address}&amp;lang={words.lang}">'
        f"{words('picture_open')}</a></figcaption></figure></section>"
    )


# -- numbers --------------------------------------------------------------------------------------


def _numbers(meeting: Meeting, words: PageWords) -> str:
    title = f"<h2>{words('numbers')}</h2>"
    found = meeting.was
    if found is None:
        told = _no_numbers(meeting, words)
        return f'<section id="numbers">{title}<p class="note">{told}</p></section>'
    by_name = {one.name: one for one in found.measures}
    head = "".join(
        f'<th scope="col">{words(name)}</th>'
        for name in ("measure", "before", "after", "difference")
    )
    rows = "".join(
        _row(words(f"n_{name}"), by_name[name].before, by_name[name].after, words)
        for name in _MEASURES
        if found.exact or name not in _ESTIMATED
    )
    rough = "" if found.exact else f"<p>{words('estimated')}</p>"
    return (
        f'<section id="numbers">{title}<div class="wide" tabindex="0" role="region" '
        f'aria-label="{words("numbers")}"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>{_gaps(meeting, found, words)}"
        f"{_moves(meeting, found, words)}{rough}</section>"
    )


def _no_numbers(meeting: Meeting, words: PageWords) -> str:
    return words("numbers_late") if meeting.late else words("numbers_none", n=MOST_EVENTS)


def _row(label: str, before: float | None, after: float | None, words: PageWords) -> str:
    change = "–" if before is None or after is None else _signed(after - before, words)
    cells = "".join(f"<td>{_figure(value, words)}</td>" for value in (before, after))
    return f'<tr><th scope="row">{label}</th>{cells}<td><strong>{change}</strong></td></tr>'


def _figure(value: float | None, words: PageWords) -> str:
    if value is None:
        return "–"
    plain = int(value) if float(value).is_integer() else value
    return html.escape(words.tongue.number(plain))


def _signed(change: float, words: PageWords) -> str:
    if abs(change) < 0.005:
        return "0"
    return ("+" if change > 0 else "") + _figure(round(change, 2), words)


def _gaps(meeting: Meeting, found: WhatIf, words: PageWords) -> str:
    made = ""
    for name, ids in (("closed_gaps", found.gaps.closed), ("opened_gaps", found.gaps.opened)):
        if ids:
            names = words.names([meeting.names.get(one, one) for one in ids], 12)
            made += f"<p>{words(name, names=names)}</p>"
    return made


def _moves(meeting: Meeting, found: WhatIf, words: PageWords) -> str:
    if not found.exact:
        return ""

    def lines(up: bool) -> str:
        some = [one for one in found.moved if ((one.after or 0) > (one.before or 0)) == up]
        return "".join(f"<li>{_moved(one, meeting.names, words)}</li>" for one in some[:_MOVED])

    made = ""
    for name, up in (("risers", True), ("fallers", False)):
        if listed := lines(up):
            made += f"<h3>{words(name)}</h3><ul>{listed}</ul>"
    return made


def _moved(one: Moved, names: Mapping[str, str], words: PageWords) -> str:
    def value(number: float | None) -> str:
        return words.plain("not_there") if number is None else words.tongue.number(number, 1)

    name = names.get(one.party, one.party)
    return words("moved", name=name, before=value(one.before), after=value(one.after))


# -- agreements, lists, log -----------------------------------------------------------------------


def _agreements(meeting: Meeting, words: PageWords) -> str:
    made = ""
    for name, some in (
        ("closed", meeting.closed), ("made", meeting.made), ("dropped", meeting.dropped),
    ):  # fmt: skip
        if some:
            lines = "".join(f"<li>{_agreement(one, words)}</li>" for one in some)
            made += f"<h3>{words(f'agreements_{name}')} ({len(some)})</h3><ul>{lines}</ul>"
    made = made or f"<p>{words('agreements_none')}</p>"
    link = f'<a href="/agreements?lang={words.lang}">{words("to_agreements")}</a>'
    return f"<section><h2>{words('agreements')}</h2>{made}<p>{link}</p></section>"


def _agreement(one: Agreement, words: PageWords) -> str:
    told = words("introduces", via=one.via.name, source=one.source.name, target=one.target.name)
    return f'<a href="/agreements?lang={words.lang}#agreement-{html.escape(one.id)}">{told}</a>'


def _lists(model: Model, net: NetChange, telling: Telling, words: PageWords) -> str:
    if net.shifts:
        inner = telling.lists(net.shifts)
    elif net.whole:
        return ""
    else:
        kinds = "".join(
            f"<li>{html.escape(said(model.kind(kind).label, words.lang))}: "
            f"{words.tongue.number(count)}</li>"
            for kind, count in sorted(net.touched.items(), key=lambda one: -one[1])
        )
        inner = f"<p>{words('too_many', n=sum(net.touched.values()))}</p><ul>{kinds}</ul>"
    return f"<section><h2>{words('lists')}</h2>{inner}</section>"


def _log(revisions: Sequence[Revision], words: PageWords) -> str:
    shown_ = list(reversed(revisions))[:_LOGGED]
    lines = "".join(f"<li>{_revision(one, words)}</li>" for one in shown_)
    more = len(revisions) - len(shown_)
    rest = f"<p>{words('earlier', n=more)}</p>" if more else ""
    return f"<details><summary>{words('log')}</summary><ul>{lines}</ul>{rest}</details>"
