"""`ledwerk match`: likely doubles with their reasons, and decisions about them, in the terminal."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ledwerk.api.answers import WHICH
from ledwerk.api.language import language_of
from ledwerk.api.run_editor import run_editor
from ledwerk.graph.identity.decided import decided
from ledwerk.graph.identity.evidence import DOUBTFUL, SURE
from ledwerk.graph.identity.matching import Match, as_merges, counted, matches
from ledwerk.graph.identity.record import Record
from ledwerk.graph.identity.records import kinds, records
from ledwerk.graph.store import Store
from ledwerk.loaders import editing, merging
from ledwerk.schema.errors import LedwerkError
from ledwerk.schema.kinds import Model
from ledwerk.viz.texts import said
from ledwerk.viz.texts_match import MATCH_TEXTS

Tell = Callable[[str, dict[str, Any]], Any]


def run_match(model: Model, store: Store, tell: Tell, options: argparse.Namespace) -> int:
    """List doubles, or decide on some."""
    if options.accept or options.different or options.take_back:
        return _decide(model, store, tell, options)
    if options.decided:
        _write(_decisions(store))
        return 0
    found = matches(records(model, store, _kinds(model, options.kind)), inside=options.inside)
    if options.merge_sure:
        return _merge_sure(model, store, found, options)
    _write(_listed(store, found, options))
    return 0


def doubles(model: Model, store: Store, keys: Iterable[str]) -> int:
    """How many of these nodes are likely doubles of others; nothing is looked at in one dataset."""
    wanted = set(keys)
    if not wanted or len(set(store.datasets())) < 2:
        return 0
    every = records(model, store)
    return len(matches(every, among=[one for one in every if one.id in wanted]))


def _kinds(model: Model, kind: str | None) -> list[str] | None:
    if kind is None:
        return None
    known = {one.lower(): one for one in kinds(model)}
    if kind.lower() not in known:
        raise LedwerkError(f"{kind!r} is no kind of party or person; {', '.join(known.values())}")
    return [known[kind.lower()]]


def _decide(model: Model, store: Store, tell: Tell, options: argparse.Namespace) -> int:
    editor = _editor(model, store, options, options.note)
    one, two = (
        _id_of(tell, word) for word in options.accept or options.different or options.take_back
    )
    if options.accept:
        _, outcome = editing.edit(store, lambda: merging.merge_nodes(editor, one, two))
        _tell("c_same", gone=two, kept=one, revision=outcome.revision)
    elif options.different:
        _, outcome = editing.edit(store, lambda: merging.mark_different(editor, one, two))
        _tell("c_apart", one=one, other=two, revision=outcome.revision)
    else:
        _, outcome = editing.edit(store, lambda: merging.take_back(editor, one, two))
        _tell("c_back", revision=outcome.revision)
    return 0


def _id_of(tell: Tell, word: str) -> str:
    """An id as it is, also of a node that was merged away; else the one that a name means."""
    if ":" in word:
        return word
    return str(tell(WHICH, {"name": word})["path"]["nodes"][0]["id"])


def _merge_sure(model: Model, store: Store, found: list[Match], options: argparse.Namespace) -> int:
    sure = [match for match in found if match.sure]
    editor = _editor(model, store, options, options.note)
    made = merging.merge_all(editor, as_merges(sure))
    if made is None:
        _tell("c_no_sure")
        return 0
    outcome = store.amend(made.amendment)
    _write(_shown(sure))
    count = sum(1 for row in made.amendment.add if row.denied and row.key in _gone(sure))
    _tell("c_merged", count=count, revision=outcome.revision)
    return 0


def _gone(found: Iterable[Match]) -> set[str]:
    return {one.id for match in found for one in (match.kept, match.gone)}


def _editor(
    model: Model, store: Store, options: argparse.Namespace, note: str = ""
) -> editing.Editor:
    actor = options.actor or run_editor().name
    return editing.Editor(model, store, editing.Provenance(actor, note=note, why=options.why))


# -- lines ----------------------------------------------------------------------------------


def _listed(store: Store, found: list[Match], options: argparse.Namespace) -> Iterator[str]:
    if not found and not options.inside and len(set(store.datasets())) < 2:
        yield _words("c_one")
        return
    counts = counted(found)
    chosen = [match for match in found if match.sure or not options.sure]
    shown = chosen[: options.most] if options.most > 0 else chosen
    yield from _shown(shown)
    if len(chosen) > len(shown):
        yield _words("c_more", count=f"{len(chosen) - len(shown):,}")
    yield _words("c_count", sure=f"{counts[SURE]:,}", doubtful=f"{counts[DOUBTFUL]:,}")
    if found:
        yield _words("c_next")


def _shown(found: Iterable[Match]) -> Iterator[str]:
    lang = _lang()
    for match in found:
        answer = said(MATCH_TEXTS[match.verdict.answer], lang).lower()
        yield f"{_about(match.kept)}"
        yield f"= {_about(match.gone)}"
        reasons = "; ".join(
            f"{said(one.text, lang)} ({one.weight:+.1f})" for one in match.verdict.evidence
        )
        yield f"  {answer} {match.verdict.score:.1f}: {reasons}"
        yield ""


def _about(one: Record) -> str:
    about = [one.id, ", ".join(sorted(one.datasets)), *one.places[:1], one.country]
    return f"{one.names[0]}  ({'; '.join(word for word in about if word)})"


def _decisions(store: Store) -> Iterator[str]:
    found = decided(store)
    if not found:
        yield _words("none_decided")
    for one in found:
        name = "merged_line" if one.same else "apart_line"
        told = _words(name, gone=one.gone, kept=one.kept, one=one.gone, other=one.kept)
        why = one.note.removeprefix(f"merged into {one.kept}").removeprefix(": ")
        about = "; ".join(word for word in (one.by, one.at[:10], why) if word)
        yield f"{told}  ({about})"


def _lang() -> str:
    return language_of((), os.environ)


def _words(name: str, /, **words: object) -> str:
    return said(MATCH_TEXTS[name], _lang()).format(**words)


def _tell(name: str, /, **words: object) -> None:
    sys.stdout.write(f"{_words(name, **words)}\n")


def _write(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
