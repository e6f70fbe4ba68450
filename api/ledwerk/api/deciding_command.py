"""`ledwerk confirm` and `ledwerk withdraw`: decisions about what is stated, from the terminal."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any

from ledwerk.api.answers import WHICH
from ledwerk.api.decisions import ORDER, today
from ledwerk.api.language import agreed, language_of
from ledwerk.api.node_names import node_names
from ledwerk.api.run_editor import run_editor
from ledwerk.graph.store import Store
from ledwerk.loaders import confirming, editing, withdrawing
from ledwerk.schema.kinds import Model
from ledwerk.viz.because import label
from ledwerk.viz.texts import said
from ledwerk.viz.texts_deciding import DECIDING_TEXTS

Tell = Callable[[str, dict[str, Any]], Any]
_SHOWN = 10
_SOURCE = "query ($name: String!) { source(name: $name) { id } }"


def run_confirm(model: Model, store: Store, tell: Tell, options: argparse.Namespace) -> int:
    """Confirm what a name, an id or a relation's key means."""
    key = options.name
    if ">" not in key:
        key = tell(WHICH, {"name": key})["path"]["nodes"][0]["id"]
    editor = _editor(model, store, options, options.note)
    _, outcome = editing.edit(store, lambda: confirming.confirm(editor, key, today()))
    _print("confirmed", name=options.name, day=today(), revision=outcome.revision)
    return 0


def run_withdraw(model: Model, store: Store, tell: Tell, options: argparse.Namespace) -> int:
    """Withdraw a source, once it has been said what that does; or take that back."""
    source = tell(_SOURCE, {"name": options.source})["source"]["id"]
    editor = _editor(model, store, options)
    if options.take_back:
        back = withdrawing.restoration(editor, store, source)
        outcome = store.amend(back.edit.amendment)
        _print("restored", name=back.name, rows=back.rows, revision=outcome.revision)
        return 0
    found = withdrawing.withdrawal(editor, source, today())
    for line in _preview(model, store, found):
        sys.stdout.write(f"{line}\n")
    if options.dry_run:
        return 0
    if not options.yes and not agreed(_phrase("ask")):
        _print("left")
        return 1
    outcome = store.amend(found.edit.amendment)
    _print("withdrawn", name=found.name, source=source, revision=outcome.revision)
    return 0


def _editor(
    model: Model, store: Store, options: argparse.Namespace, note: str = ""
) -> editing.Editor:
    actor = options.actor or run_editor().name
    by = editing.Provenance(actor, note=note, why=options.why)
    return editing.Editor(model, store, by)


def _preview(model: Model, store: Store, found: withdrawing.Withdrawal) -> Iterator[str]:
    yield _phrase("rests", name=found.name, rows=found.rows)
    shown = [one for what in ORDER[:-1] for one in found.of(what)[:_SHOWN]]
    names = node_names(
        model, store, (end for one in shown for end in (one.source_id, one.target_id))
    )
    for what in ORDER:
        some = found.of(what)
        if not some:
            continue
        yield f"  {_phrase(what, count=len(some))}"
        if what == withdrawing.STAYS:
            continue
        for one in some[:_SHOWN]:
            yield f"    {_effect(model, one, names)}"
        if len(some) > _SHOWN:
            yield f"    {_phrase('more', count=len(some) - _SHOWN)}"


def _effect(model: Model, one: withdrawing.Effect, names: dict[str, str]) -> str:
    kind, lang = model.kind(one.kind), _lang()
    word = said(kind.label, lang)
    if one.source_id:
        ends = (names.get(end, end) for end in (one.source_id, one.target_id))
        about = f" {word} ".join(ends)
    else:
        about = f"{one.name} ({word}, {one.key})"
    if not one.lost:
        return about
    lost = ", ".join(label(kind, name, lang) for name in one.lost)
    return _phrase("lost", about=about, names=lost)


def _lang() -> str:
    return language_of((), os.environ)


def _phrase(name: str, /, **words: object) -> str:
    return said(DECIDING_TEXTS[name], _lang()).format(**words)


def _print(name: str, /, **words: object) -> None:
    sys.stdout.write(f"{_phrase(name, **words)}\n")
