"""The forms of the page of agreements: dialogs that its script opens."""

from __future__ import annotations

import html
from dataclasses import dataclass
from datetime import date

from ledwerk.graph.agreements import Named
from ledwerk.viz.page_words import PageWords


@dataclass(frozen=True, slots=True)
class Filled:
    """Who a form is filled in for; None where it is left open."""

    source: Named | None = None
    target: Named | None = None
    via: Named | None = None
    wanted: bool = False  # whether the form opens by itself


NOBODY = Filled()


def make_form(filled: Filled, today: date, words: PageWords) -> str:
    """The form of an agreement, in a dialog."""
    sides = (("via", filled.via), ("from", filled.source), ("to", filled.target))
    parties = "".join(
        f'<label for="f-{end}">{words(f"f_{end}")}</label>'
        f'<input id="f-{end}" list="l-{end}" autocomplete="off" required '
        f'value="{html.escape(who.name if who else "")}" '
        f'data-id="{html.escape(who.id if who else "")}" '
        f'aria-describedby="party-help e-{end}"><datalist id="l-{end}"></datalist>'
        f'<p class="wrong" id="e-{end}"></p>'
        for end, who in sides
    )
    return (
        '<dialog id="make" aria-labelledby="make-title"><form method="dialog" novalidate>'
        f'<h2 id="make-title">{words("form")}</h2><p id="party-help" class="soft">'
        f"{words('f_party_help')}</p>{parties}"
        f'<label for="f-due">{words("f_due")}</label><input id="f-due" type="date" required '
        f'aria-describedby="e-due"><p class="wrong" id="e-due"></p>'
        f'<label for="f-agreedOn">{words("f_on")}</label><input id="f-agreedOn" type="date" '
        f'value="{today.isoformat()}" aria-describedby="e-agreedOn">'
        f'<p class="wrong" id="e-agreedOn"></p>'
        f'<label for="f-agreedBy">{words("f_by")}</label><input id="f-agreedBy" maxlength="300" '
        f'aria-describedby="by-help"><p id="by-help" class="soft">{words("f_by_help")}</p>'
        f'<label for="f-note">{words("f_note")}</label><textarea id="f-note" rows="3" '
        f'maxlength="4000"></textarea><p class="wrong" id="e-all" role="alert"></p>'
        f'<p class="buttons"><button type="submit" class="first">{words("save")}</button>'
        f'<button type="button" data-close>{words("cancel")}</button></p></form></dialog>'
    )


def text_forms(words: PageWords) -> str:
    """The two questions that ask for a text."""
    made = ""
    for name, asked in (("outcome", "f_outcome"), ("drop", "f_reason")):
        made += (
            f'<dialog id="ask-{name}" aria-labelledby="t-{name}"><form method="dialog">'
            f'<h2 id="t-{name}"></h2><label for="w-{name}">{words(asked)}</label>'
            f'<textarea id="w-{name}" rows="4" maxlength="4000" required></textarea>'
            f'<p class="wrong" role="alert"></p><p class="buttons">'
            f'<button type="submit" class="first">{words("save")}</button>'
            f'<button type="button" data-close>{words("cancel")}</button></p></form></dialog>'
        )
    return made
