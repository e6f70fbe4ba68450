"""The page of gaps and agreements: HTML that a screen reader reads at once, without a script."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledwerk.graph.agreements import STATES, Agreement, Named
from ledwerk.graph.analysis.agreed import GapList, GapRow, Offer
from ledwerk.schema.vocabularies import HELIX, PARTY_KIND
from ledwerk.viz.agreements_forms import NOBODY, Filled, make_form, text_forms
from ledwerk.viz.agreements_outcome import closing_html
from ledwerk.viz.page_words import PageWords
from ledwerk.viz.seen_as import NOW, SeenAs
from ledwerk.viz.shell import Page
from ledwerk.viz.shell import shown as framed
from ledwerk.viz.texts import said
from ledwerk.viz.texts_agreements import AGREEMENT_TEXTS

FIRST = 25  # gaps on one page


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the page shows: agreements as they stand on `today`, gaps of `kind` from `start` on.

    `gaps` are None while they are still being reckoned; `late` says that something still is.
    """

    agreements: Sequence[Agreement]
    gaps: GapList | None
    kind: str
    start: int
    today: date
    filled: Filled = NOBODY
    late: bool = False
    seen: SeenAs = NOW


def agreements_page(shelf: Shelf, lang: str) -> str:
    """The page as HTML."""
    words = PageWords(AGREEMENT_TEXTS, lang, shelf.seen)
    body = (
        f'<div class="sheet"><h1>{words("title")}</h1><p class="lead">{words("lead")}</p>'
        f'<nav class="jump" aria-label="{words("on_page")}"><a href="#agreements">'
        f"{words('agreements')} ({len(shelf.agreements)})</a> "
        f'<a href="#gaps">{words("gaps")}{_total(shelf)}</a></nav>'
        f"{_agreements(shelf, words)}{_gaps(shelf, words)}</div>"
        f"{make_form(shelf.filled, shelf.today, words)}{text_forms(words)}"
    )
    wanted = shelf.filled.wanted and shelf.seen.plain
    data = {"kind": shelf.kind, "open": wanted, "late": shelf.late}
    return framed(
        Page(
            said(AGREEMENT_TEXTS["title"], lang), body, lang, "/agreements",
            scripts=("agreements.js",), styles=("agreements.css",),
            texts=AGREEMENT_TEXTS, data=data, seen=shelf.seen,
            now=NOW.address("/agreements", [("gaps", shelf.kind), ("lang", lang)]),
        )
    )  # fmt: skip


# -- agreements -----------------------------------------------------------------------------------


def _agreements(shelf: Shelf, words: PageWords) -> str:
    states = Counter(one.state(shelf.today) for one in shelf.agreements)
    rows = "".join(_agreement(one, shelf.today, words) for one in by_due(shelf.agreements))
    if not rows:
        return (
            f'<section id="agreements"><h2>{words("agreements")}</h2>'
            f'<p class="note">{words("none_yet")}</p></section>'
        )
    buttons = "".join(
        f'<button type="button" data-state="{state}" aria-pressed="{str(not state).lower()}">'
        f"{words(state or 'all')} ({states[state] if state else len(shelf.agreements)})</button>"
        for state in ("", *STATES)
    )
    orders = "".join(
        f'<option value="{order}">{words(f"sort_{order}")}</option>'
        for order in ("due", "agreed", "name")
    )
    return (
        f'<section id="agreements"><h2>{words("agreements")}</h2>'
        f'<div class="choose"><div role="group" aria-label="{words("show")}" class="states">'
        f'{buttons}</div><label>{words("sort")} <select id="order">{orders}</select></label>'
        f'<a href="{words.address("/agreements.xlsx")}" download>{words("xlsx")}</a>'
        f'<a href="{words.address("/agreements.ics")}" download>{words("ics")}</a></div>'
        f'<p id="none-such" class="soft" hidden>{words("none_such")}</p>'
        f'<ul class="agreements">{rows}</ul></section>'
    )


def by_due(agreements: Sequence[Agreement]) -> list[Agreement]:
    """What has to happen first, first; what needs nothing any more after all that does."""
    return sorted(
        agreements,
        key=lambda one: (one.dropped is not None, one.closing is not None, one.due, one.id),
    )


def _agreement(one: Agreement, today: date, words: PageWords) -> str:
    state = one.state(today)
    about = {"via": one.via.name, "source": one.source.name, "target": one.target.name}
    until = "late" if state == "overdue" else "due_on"
    agreed = "agreed_who" if one.agreed_by else "agreed"
    way = words.address("/", source=one.source.id, target=one.target.id)
    note = f'<p class="said">{html.escape(one.note)}</p>' if one.note else ""
    return (
        f'<li id="agreement-{html.escape(one.id)}" class="agreement {state}" tabindex="-1" '
        f'data-id="{html.escape(one.id)}" data-state="{state}" data-due="{one.due}" '
        f'data-agreed="{one.agreed_on}"><h3>{words("introduces", **about)}</h3>'
        f'<p><strong class="state">{words(state)}</strong> '
        f"{words(until, day=words.day(one.due))}</p>"
        f"<p>{words(agreed, day=words.day(one.agreed_on), who=one.agreed_by)}; "
        f"{words('written', who=one.made_by or words.plain('nobody'))}.</p>"
        f"{note}{_course(one, words)}{closing_html(one, words)}{_evidence(one, words)}"
        f'<p class="buttons"><a class="button" href="{way}">'
        f"{words('look')}</a>{_acts(one, words)}</p></li>"
    )


def _acts(one: Agreement, words: PageWords) -> str:
    if not words.seen.plain:
        return ""
    record = f'<button type="button" data-act="outcome">{words("record")}</button>'
    drop = f'<button type="button" data-act="drop">{words("drop")}</button>'
    return record + ("" if one.dropped or one.closing else drop)


def _course(one: Agreement, words: PageWords) -> str:
    """What became of it, in sentences."""
    made = []
    if one.lost is not None:
        told = words("lost_on", day=words.day(one.lost.at), revision=one.lost.revision)
        made.append(f'<p class="note warn">{told}</p>')
    if one.dropped is not None:
        gone = one.dropped
        told = words("dropped_on", day=words.day(gone.at), who=gone.by, text=gone.text)
        made.append(f'<p class="said">{told}</p>')
    if one.outcomes:
        lines = "".join(
            f"<li>{words('outcome_by', text=each.text, who=each.by, day=words.day(each.at))}</li>"
            for each in one.outcomes
        )
        made.append(f'<h4>{words("outcome")}</h4><ul class="said">{lines}</ul>')
    return "".join(made)


def _evidence(one: Agreement, words: PageWords) -> str:
    shared = one.evidence
    lines = [
        _shared(one.via, one.source, shared.with_source, words),
        _shared(one.via, one.target, shared.with_target, words),
    ]
    if shared.strength is not None:
        lines.append(words("strength", n=_plain(shared.strength)))
    when = words("as_then", day=words.day(one.made_at))
    listed = "".join(f"<li>{line}</li>" for line in lines)
    return (
        f"<details><summary>{words('evidence')}</summary><p>{when}</p><ul>{listed}</ul></details>"
    )


def _shared(via: Named, other: Named, met: Sequence[Named], words: PageWords) -> str:
    if not met:
        return words("shared_none", via=via.name, other=other.name)
    return words(
        "shared", via=via.name, other=other.name, names=words.names([each.name for each in met])
    )


# -- gaps -----------------------------------------------------------------------------------------


def _gaps(shelf: Shelf, words: PageWords) -> str:
    one, _, other = shelf.kind.partition("~")
    sides = {"one": words.kind(one), "other": words.kind(other)}
    found = shelf.gaps or GapList((), 0, 0)
    total, parties = found.total, found.parties
    if shelf.gaps is None:
        told = words("gaps_late")
    elif not parties:
        told = words("no_parties", **sides)
    elif total:
        told = words("counted", n=total, parties=parties, **sides)
    else:
        told = words("no_gaps", parties=parties, **sides)
    rows = "".join(_gap(row, words) for row in found.rows)
    link = f'<a href="{words.address("/", gaps=shelf.kind)}">{words("picture")}</a>'
    return (
        f'<section id="gaps"><h2>{words("gaps")}</h2><div class="choose">'
        f'<label>{words("whose")} <select id="gaps-from">{_options(one, words)}</select>'
        f'</label><label>{words("to_whom")} <select id="gaps-to">{_options(other, words)}</select>'
        f'</label><button type="button" id="show-gaps">{words("show_gaps")}</button>'
        f"{link if total else ''}</div><p>{told}</p>"
        f'<ol class="gaps" start="{shelf.start + 1}">{rows}</ol>{_pages(shelf, words)}</section>'
    )


def _options(chosen: str, words: PageWords) -> str:
    left_out = {"unknown", "other", "group"}
    values = ["sme", *(v for voc in (HELIX, PARTY_KIND) for v in voc.values if v not in left_out)]
    return "".join(
        f'<option value="{html.escape(value)}"{" selected" if value == chosen else ""}>'
        f"{html.escape(words.kind(value))}</option>"
        for value in dict.fromkeys([*values, chosen])
    )


def _total(shelf: Shelf) -> str:
    return "" if shelf.gaps is None else f" ({shelf.gaps.total})"


def _gap(row: GapRow, words: PageWords) -> str:
    helix = html.escape(words.tongue.helix(row.helix))
    if row.distance is None:
        told = words("not_connected")
    else:
        told = words("away", n=row.distance, names=words.names([each.name for each in row.nearest]))
    offers = "".join(_offer(row, one, words) for one in row.offers)
    listed = f'<ul class="offers">{offers}</ul>' if offers else ""
    name = html.escape(row.party.name)
    return f'<li class="gap"><h3>{name} <small>{helix}</small></h3><p>{told}</p>{listed}</li>'


def _offer(row: GapRow, one: Offer, words: PageWords) -> str:
    shared = one.evidence
    lines = [_shared(one.via, row.party, shared.with_source, words)]
    if one.target is None:
        head = words("first_step", via=one.via.name)
    else:
        head = words("could", via=one.via.name, target=one.target.name)
        lines.append(_shared(one.via, one.target, shared.with_target, words))
    if one.could_close > 1:
        lines.append(f"{html.escape(one.via.name)}: {words('closes_more', n=one.could_close)}.")
    target = one.target or row.nearest[0]
    three = {"from": row.party, "to": target, "via": one.via}
    data = " ".join(
        f'data-{end}="{html.escape(who.id)}" data-{end}-name="{html.escape(who.name)}"'
        for end, who in three.items()
    )
    listed = "".join(f"<li>{line}</li>" for line in lines)
    if not words.seen.plain:
        return f"<li><p><strong>{head}</strong></p><ul>{listed}</ul></li>"
    label = words("make_for", via=one.via.name, source=row.party.name, target=target.name)
    return (
        f"<li><p><strong>{head}</strong></p><ul>{listed}</ul>"
        f'<p class="buttons"><button type="button" class="make" aria-label="{label}" {data}>'
        f"{words('make')}</button></p></li>"
    )


def _pages(shelf: Shelf, words: PageWords) -> str:
    total = shelf.gaps.total if shelf.gaps else 0
    if total <= FIRST:
        return ""
    last = min(shelf.start + FIRST, total)
    told = words("part", first=min(shelf.start + 1, total), last=last, total=total)
    links = []
    for name, start in (("previous", shelf.start - FIRST), ("next", shelf.start + FIRST)):
        if -FIRST < start < total:
            there = words.address("/agreements", gaps=shelf.kind, start=str(max(start, 0)))
            links.append(f'<a href="{there}#gaps">{words(name)}</a>')
    return f'<p class="pages-of">{told} {" ".join(links)}</p>'


def _plain(number: float) -> int | float:
    return int(number) if float(number).is_integer() else number
