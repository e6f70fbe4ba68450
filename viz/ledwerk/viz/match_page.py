"""The page of likely doubles: pairs side by side with the reasons, and what was decided."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from ledwerk.graph.identity.decided import Decided
from ledwerk.graph.identity.matching import Match
from ledwerk.graph.identity.record import Record
from ledwerk.schema.vocabularies import HELIX, PARTY_KIND
from ledwerk.viz.page_words import PageWords
from ledwerk.viz.shell import Page, shown
from ledwerk.viz.texts import said
from ledwerk.viz.texts_match import MATCH_TEXTS

MOST_PAIRS = 40  # of each sort on the page
MOST_DECIDED = 100
_LABELS = {"kvk": "KvK", "ror": "ROR", "pic": "PIC", "vat": "VAT"}


@dataclass(frozen=True, slots=True)
class Doubles:
    """What the page shows; `found` is None while doubles are still being looked for. `names` are
    those of the nodes that decisions speak of, by id.
    """

    found: Sequence[Match] | None
    decided: Sequence[Decided]
    names: dict[str, str]


def match_page(doubles: Doubles, lang: str) -> str:
    """The page as HTML."""
    words = PageWords(MATCH_TEXTS, lang)
    found = doubles.found or ()
    doubtful = [match for match in found if not match.sure]
    sure = [match for match in found if match.sure]
    parts = (("doubtful", len(doubtful)), ("sure", len(sure)), ("decided", len(doubles.decided)))
    jump = " ".join(f'<a href="#{name}">{words(name)} ({count})</a>' for name, count in parts)
    body = (
        f'<div class="sheet"><h1>{words("title")}</h1><p class="lead">{words("lead")}</p>'
        f'<nav class="jump" aria-label="{words("on_page")}">{jump}</nav>'
        f'<p id="sign-first" class="note" hidden>{words("sign_in_first")}</p>'
        f"{_waiting(doubles, words)}{_doubtful(doubtful, words)}{_sure(sure, words)}"
        f"{_decided(doubles, words)}</div>"
    )
    return shown(
        Page(
            said(MATCH_TEXTS["title"], lang), body, lang, "/match",
            scripts=("match.js",), styles=("match.css",), texts=MATCH_TEXTS,
            data={"late": doubles.found is None},
        )
    )  # fmt: skip


def _waiting(doubles: Doubles, words: PageWords) -> str:
    return f'<p class="note">{words("reckoned")}</p>' if doubles.found is None else ""


def _doubtful(found: Sequence[Match], words: PageWords) -> str:
    rest = len(found) - MOST_PAIRS
    more = f'<p class="soft">{words("more", count=rest)}</p>' if rest > 0 else ""
    about = f"<p>{words('doubtful_about')} {words('keys')}</p>" if found else ""
    none = "" if found else f'<p class="note">{words("none_doubtful")}</p>'
    return (
        f'<section id="doubtful"><h2>{words("doubtful")}</h2>{about}{none}'
        f"{_pairs(found, words, decide=True)}{more}"
        f'<p id="done" class="note good" hidden tabindex="-1">{words("all_done")} '
        f'<button type="button" id="again" hidden>{words("again")}</button></p></section>'
    )


def _sure(found: Sequence[Match], words: PageWords) -> str:
    if not found:
        none = f'<p class="soft">{words("none_sure")}</p>'
        return f'<section id="sure"><h2>{words("sure")}</h2>{none}</section>'
    rest = len(found) - MOST_PAIRS
    more = f'<p class="soft">{words("more", count=rest)}</p>' if rest > 0 else ""
    return (
        f'<section id="sure"><h2>{words("sure")}</h2><p>{words("sure_about")}</p>'
        f'<p><button type="button" class="first" id="merge-sure">'
        f"{words('merge_sure', count=len(found))}</button></p>"
        f"{_pairs(found, words, decide=True)}{more}</section>"
    )


def _pairs(found: Sequence[Match], words: PageWords, *, decide: bool) -> str:
    shown_ = found[:MOST_PAIRS]
    made = "".join(_pair(match, n, words, decide=decide) for n, match in enumerate(shown_, 1))
    return f'<ol class="pairs">{made}</ol>' if made else ""


def _pair(match: Match, number: int, words: PageWords, *, decide: bool) -> str:
    one, two = match.kept, match.gone
    named = words("pair", number=number, one=one.names[0], other=two.names[0])
    reasons = "".join(
        f'<li class="{"for" if one.weight > 0 else "against"}">'
        f"{html.escape(said(one.text, words.lang))} <span>{_signed(one.weight, words)}</span></li>"
        for one in match.verdict.evidence
    )
    score = words("score", score=_signed(match.verdict.score, words))
    roles = ("stays", "goes") if match.mergeable else ("", "")
    sides = "".join(_side(one, role, words) for one, role in zip((one, two), roles, strict=True))
    acts = _acts(words, mergeable=match.mergeable) if decide else ""
    kinds = "" if match.mergeable else ' data-kinds="2"'
    return (
        f'<li><article class="pair" tabindex="-1" aria-label="{named}" '
        f'data-keep="{html.escape(one.id)}" data-merge="{html.escape(two.id)}"{kinds}>'
        f'<div class="sides">{sides}</div>'
        f'<h4>{words("why")}</h4><ul class="reasons">{reasons}</ul>'
        f'<p class="soft">{score}</p>{acts}</article></li>'
    )


def _acts(words: PageWords, *, mergeable: bool) -> str:
    made = "".join(
        f'<button type="button" data-act="{act}"{style}>{words(act)} '
        f'<kbd aria-hidden="true">{words(f"key_{act}").upper()}</kbd></button>'
        for act, style in (("same", ' class="first"'), ("different", ""), ("later", ""))
        if mergeable or act != "same"
    )
    if not mergeable:
        about = f'<p class="note">{words("two_kinds")}</p>'
        return f'{about}<p class="buttons">{made}</p><p class="wrong" role="alert"></p>'
    other = f'<button type="button" data-act="swap">{words("change_stays")}</button>'
    return f'<p class="buttons">{made}{other}</p><p class="wrong" role="alert"></p>'


def _side(one: Record, role: str, words: PageWords) -> str:
    rows = "".join(
        f"<dt>{label}</dt><dd>{html.escape(value)}</dd>" for label, value in _told(one, words)
    )
    told = f'<p class="role">{words(role)}</p>' if role else ""
    return (
        f'<div class="side" data-role="{role}"><h3><a href="/node/{html.escape(one.id)}?lang='
        f'{words.lang}">{html.escape(one.names[0])}</a></h3>'
        f"{told}<dl>{rows}</dl></div>"
    )


def _told(one: Record, words: PageWords) -> list[tuple[str, str]]:
    """What is known of one side, as labels (escaped) and texts."""
    lang = words.lang
    kind = " · ".join(
        said(vocabulary.term(value).label, lang)
        for vocabulary, value in ((PARTY_KIND, one.kind), (HELIX, one.helix))
        if value and value != "unknown"
    )
    numbers = ", ".join(f"{_LABELS[name]} {value}" for name, value in one.identifiers)
    told = (
        ("from", ", ".join(sorted(one.datasets))),
        ("other_names", ", ".join(one.names[1:6])),
        ("kind", kind),
        ("place", ", ".join(one.places[:3])),
        ("country", one.country),
        ("with", ", ".join(sorted(one.related)[:5])),
        ("number", numbers),
        ("website", one.website),
    )
    return [(words(name), value) for name, value in told if value]


def _decided(doubles: Doubles, words: PageWords) -> str:
    rows = "".join(_decision(one, doubles.names, words) for one in doubles.decided[:MOST_DECIDED])
    listed = (
        f'<ul class="decisions">{rows}</ul>'
        if rows
        else f'<p class="soft">{words("none_decided")}</p>'
    )
    return f'<section id="decided"><h2>{words("decided")}</h2>{listed}</section>'


def _decision(one: Decided, names: dict[str, str], words: PageWords) -> str:
    gone, kept = (f"{names.get(node, node)} ({node})" for node in (one.gone, one.kept))
    if one.same:
        line = words("merged_line", gone=gone, kept=kept)
    else:
        line = words("apart_line", one=gone, other=kept)
    why = one.note.removeprefix(f"merged into {one.kept}").removeprefix(": ")
    about = " · ".join(text for text in (one.by, one.at[:10], why) if text)
    label = f"{words('take_back')}: {line}"
    return (
        f'<li data-one="{html.escape(one.gone)}" data-other="{html.escape(one.kept)}">{line} '
        f'<span class="soft">{html.escape(about)}</span> '
        f'<button type="button" data-act="back" aria-label="{label}">{words("take_back")}</button>'
        f'<span class="wrong" role="alert"></span></li>'
    )


def _signed(weight: float, words: PageWords) -> str:
    text = f"{weight:+.1f}"
    return text.replace(".", ",") if words.lang == "nl" else text
