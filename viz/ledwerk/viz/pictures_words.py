"""What a picture says of itself: which view it is, of which day, and from which sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from ledwerk.schema.names import slug
from ledwerk.viz.days import month_said
from ledwerk.viz.state import PLAIN, ViewState
from ledwerk.viz.texts import said
from ledwerk.viz.texts_pictures import PICTURE_TEXTS
from ledwerk.viz.texts_scene import scene_text
from ledwerk.viz.view import Mark, Tie, View

# What values of a state are called, such as "sector:chemie" or the word "industry" of `helix`.
Labels = Mapping[str, str]
_NAMING = ("helix", "kind", "sector", "programme", "municipality", "measures", "groupings")
_LONGEST_NAME = 80  # letters
_MOST_NAMED = 6  # values of one filter
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def words(name: str, lang: str, /, **given: object) -> str:
    """A sentence in a language, with what it speaks of filled in."""
    text = said(PICTURE_TEXTS[name], lang)
    return text.format(**given) if given else text


def labels_of(facets: Mapping[str, Any]) -> dict[str, str]:
    """What the values of the filters are called: see `facets.facets`."""
    lists = [values for name, values in facets.items() if name in _NAMING]
    return {one["value"]: one["label"] for values in reversed(lists) for one in values}


def file_stem(state: ViewState, lang: str) -> str:
    """What a file of a view is called, in plain letters, such as `netwerk-zuyd-hogeschool-2`."""
    values: list[object] = []
    for one in fields(state):
        value = getattr(state, one.name)
        if value != getattr(PLAIN, one.name) and one.name not in {"selected", "most"}:
            values += value if isinstance(value, tuple) else (value,)
    told = [slug(str(value).partition(":")[2] or str(value)) for value in values]
    words_ = [words("file", lang), *(one for one in told if one)]
    return "-".join(words_)[:_LONGEST_NAME].strip("-")


def state_words(view: View, labels: Labels) -> str:
    """In one sentence which part of the network a view shows, and how.

    `labels` are names of what the state speaks of and is not drawn; what has none is called by its
    id.
    """
    opened = {region.closes: region.label for region in view.regions if region.closes}
    names = {**labels, **opened, **{mark.id: mark.name or mark.label for mark in view.marks}}
    told = [*_chosen(view.state, names, view.lang), *_looks(view.state, names, view.lang)]
    filters = "; ".join(_filters(view.state, names, view.lang))
    if filters:
        told.insert(0, words("filtered", view.lang, value=filters))
    text = "; ".join(told) or words("whole", view.lang)
    return text[0].upper() + text[1:]


def _filters(state: ViewState, names: Labels, lang: str) -> Iterator[str]:
    for field in ("helix", "kind", "sector", "programme", "municipality"):
        values: tuple[str, ...] = getattr(state, field)
        if values:
            yield _listed([names.get(value, value) for value in values], lang)
    if state.since and state.until:
        yield words("between", lang, since=day(state.since, lang), until=day(state.until, lang))
    elif state.since:
        yield words("since", lang, since=day(state.since, lang))
    elif state.until:
        yield words("until", lang, until=day(state.until, lang))
    if state.strength > 1:
        yield words("strength", lang, n=state.strength)


def _chosen(state: ViewState, names: Labels, lang: str) -> Iterator[str]:
    if state.focus:
        word = "focus" if state.steps == 1 else "focus_many"
        yield words(word, lang, name=names.get(state.focus, state.focus), n=state.steps)
    ends = {"a": names.get(state.source, state.source), "b": names.get(state.target, state.target)}
    if state.source and state.target:
        yield words("path", lang, **ends)
    elif state.source:
        yield words("path_from", lang, **ends)
    elif state.target:
        yield words("path_to", lang, **ends)
    if state.gaps:
        one, other = state.gaps.split("~")
        own = {"sme": words("sme", lang), **names}
        yield words("gaps", lang, a=own.get(one, one), b=own.get(other, other))


def _looks(state: ViewState, names: Labels, lang: str) -> Iterator[str]:
    if state.layout != "network":
        yield words(f"layout_{state.layout}", lang)
    if state.group == "none":
        yield words("group_none", lang)
    elif state.group != "auto":
        yield words("group", lang, value=names.get(state.group, state.group))
    if state.size:
        yield words("size", lang, value=names.get(state.size, state.size))
    if state.colour != "helix":
        yield words("colour", lang, value=words(f"colour_{state.colour}", lang))
    if state.open:
        yield words("open", lang, value=_listed([names.get(i, i) for i in state.open], lang))
    if state.fresh:
        yield words("fresh", lang, n=state.fresh)


def _listed(names: list[str], lang: str) -> str:
    shown = names[:_MOST_NAMED]
    if len(names) > len(shown):
        shown.append(words("and_more", lang, n=len(names) - len(shown)))
    return ", ".join(shown)


def day(date: str, lang: str) -> str:
    """A day as people write it; what is known of it in part stays as it is."""
    match = _DAY.match(date)
    if match is None or not 1 <= int(match[2]) <= 12:
        return date
    return f"{int(match[3])} {month_said(int(match[2]), lang)} {match[1]}"


def dated(view: View) -> str:
    """Of which day and revision the picture is."""
    if not view.date:
        return words("revision", view.lang, n=view.revision)
    return words("as_of", view.lang, date=day(view.date, view.lang), n=view.revision)


def sourced(view: View) -> str:
    """From where it is; "" where nothing is said of it."""
    return words("source", view.lang, value="; ".join(view.sources)) if view.sources else ""


def told_mark(mark: Mark, lang: str) -> str:
    """A mark for those who do not see it."""
    parts = [mark.name or mark.label.replace("\n", " "), mark.kind_label]
    if mark.members:
        parts.append(words("members", lang, n=mark.members))
    if mark.fresh:
        parts.append(words("key_fresh", lang))
    if mark.lit:
        parts.append(words("key_lit", lang))
    if mark.unreviewed:
        parts.append(scene_text("unreviewed", lang))
    return ", ".join(part for part in parts if part)


def told_tie(tie: Tie, names: Mapping[str, str], lang: str) -> str:
    """A tie for those who do not see it: its ends, and what ties them."""
    ends = f"{names.get(tie.source, tie.source)} – {names.get(tie.target, tie.target)}"
    parts = [tie.title]
    if tie.gap and not tie.title:
        parts.append(words("is_gap", lang))
    if tie.weight > 1:
        parts.append(words("weight", lang, n=tie.weight))
    if tie.fresh:
        parts.append(words("key_fresh", lang))
    if tie.lit:
        parts.append(words("key_lit", lang))
    return f"{ends}: {', '.join(part for part in parts if part)}"


def told_view(view: View, labels: Labels) -> str:
    """The whole picture in a few sentences."""
    counts = words("holds", view.lang, marks=len(view.marks), ties=len(view.ties))
    told = [f"{state_words(view, labels)}.", counts, *view.notes, f"{dated(view)}.", sourced(view)]
    return " ".join(one for one in told if one)
