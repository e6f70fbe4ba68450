"""`ledwerk changes` and `ledwerk take-back`: what changed since, and taking a change back."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ledwerk.api.language import language_of, say, show
from ledwerk.schema.model import MODEL

if TYPE_CHECKING:
    from ledwerk.graph.net_change import NetChange
    from ledwerk.graph.store import Revision, Store
    from ledwerk.loaders.taking_back import TakenBack
    from ledwerk.loaders.taking_back_rests import Resting

CHANGES_HELP = "list what changed since a moment, by whom and why, and what it adds up to"
TAKE_BACK_HELP = "take back what one change did, also later; newer work stays"
_MOST = 200  # things that are listed one by one


def add_changes_options(command: argparse.ArgumentParser) -> None:
    """What `ledwerk changes` is told."""
    moment = "a date, or a moment such as 2026-10-01T14:30 (UTC)"
    command.add_argument(
        "--since", metavar="MOMENT", required=True, help=f"{moment}; a date is from its beginning"
    )
    command.add_argument(
        "--until", metavar="MOMENT", default="", help="the same, to the end of a date; default now"
    )
    command.add_argument("--json", action="store_true", help="everything, as JSON")


def add_take_back_options(command: argparse.ArgumentParser) -> None:
    """What `ledwerk take-back` is told."""
    command.add_argument(
        "revision", metavar="REVISION", type=int, help="its number; ledwerk changes lists them"
    )
    what = command.add_mutually_exclusive_group()
    what.add_argument(
        "--with-dependents", action="store_true", help="take back what rests on it as well"
    )
    what.add_argument(
        "--keep", action="store_true",
        help="keep what rests on it; nodes that are gone are then shown by their ids",
    )  # fmt: skip
    command.add_argument(
        "--dry-run", action="store_true", help="only say what rests on it and what would change"
    )
    command.add_argument("--why", default="", metavar="TEXT", help="a word for the log")


def list_changes(store: Store, options: argparse.Namespace) -> int:
    """Print the changes between two moments."""
    from ledwerk.graph.net_change import net_change
    from ledwerk.graph.seen import revision_at
    from ledwerk.graph.trust import moment_of
    from ledwerk.schema.errors import InvalidQuestion

    since = moment_of(options.since, begins=True)
    until = moment_of(options.until) if options.until else None
    if until is not None and until < since:
        raise InvalidQuestion("--until is before --since; turn them round")
    start = revision_at(store, since)
    net = net_change(MODEL, store, start, None if until is None else revision_at(store, until))
    if options.json:
        sys.stdout.write(json.dumps(_as_json(net), ensure_ascii=False, indent=2) + "\n")
        return 0
    for line in _lines(store, net):
        sys.stdout.write(f"{line}\n")
    return 0


def _as_json(net: NetChange) -> dict[str, Any]:
    from dataclasses import asdict

    return {
        "since": net.since,
        "until": net.until,
        "revisions": [asdict(one) for one in net.revisions],
        "changes": [asdict(one) for one in net.shifts],
        "touched": dict(net.touched),
    }


def _lines(store: Store, net: NetChange) -> Iterator[str]:
    from ledwerk.api.changes_page import names_of
    from ledwerk.graph.net_change import ends_of
    from ledwerk.viz.changes_lists import WORDS, Telling
    from ledwerk.viz.page_words import PageWords
    from ledwerk.viz.texts import said
    from ledwerk.viz.texts_changes import CHANGE_TEXTS

    words = PageWords(CHANGE_TEXTS, language_of((), os.environ))
    if not net.revisions:
        yield words.plain("nothing")
        return
    for one in net.revisions:
        yield f"{one.number:>6}  {_revision(one, words)}"
    names = {one.key: one.name for one in net.shifts if one.name}
    telling = Telling(MODEL, names | names_of(store, ends_of(net.shifts)), words)
    for what in WORDS:
        some = [one for one in net.shifts if one.what == what]
        if some:
            yield f"{words.plain(what)} ({len(some)})"
        for shift in some[:_MOST]:
            edits = "; ".join(telling.edits(shift))
            yield f"  {telling.thing(shift)}" + (f": {edits}" if edits else "")
        if len(some) > _MOST:
            yield f"  … {len(some) - _MOST}"
    for kind, count in sorted(net.touched.items(), key=lambda one: -one[1]):
        yield f"  {said(MODEL.kind(kind).label, words.lang)}: {count}"


def _revision(one: Revision, words: Any) -> str:
    who = one.actor or words.plain("nobody")
    return f"{words.moment(one.at)}  {who}  {words.done(one.action, one.dataset, one.why)}"


def take_back_command(store: Store, options: argparse.Namespace) -> int:
    """Take a change back, or say what rests on it."""
    from ledwerk.loaders.taking_back import How, look, take_back

    how = How.TOO if options.with_dependents else How.KEEP if options.keep else How.REFUSE
    found = look(MODEL, store, options.revision, How.KEEP if how is How.REFUSE else how)
    _tell(found)
    if options.dry_run:
        show(
            f"would bring back {len(found.amendment.add)} statements and take away "
            f"{len(found.amendment.drop)}"
        )
        return 0
    if how is How.REFUSE and found.resting:
        say("nothing was taken back; add --with-dependents or --keep")
        return 1
    made, outcome = take_back(MODEL, store, options.revision, how, actor=_actor(), why=options.why)
    show(
        f"taken back: {len(made.amendment.add)} statements are there again, "
        f"{len(made.amendment.drop)} are gone; revision {outcome.revision}"
    )
    return 0


def _tell(found: TakenBack) -> None:
    if not found.resting:
        return
    show(f"on revision {found.revisions[0].number} rest {len(found.resting)}:")
    for one in found.resting[:_MOST]:
        show(_resting(one))
    if len(found.resting) > _MOST:
        show(f"  … and {len(found.resting) - _MOST} more")


def _resting(one: Resting) -> str:
    match one.how:
        case "edit":
            return f"  revision {one.revision} edited {one.key}, which would be gone"
        case "value":
            return f"  revision {one.revision} gave {one.key} another {one.property}"
        case "relation":
            return f"  revision {one.revision} added {one.key}, whose node would be gone"
        case "merge":
            return f"  revision {one.revision} merged nodes of it"
        case "acceptance":
            return f"  revision {one.revision} accepted rows of it"
        case _:
            return f"  revision {one.revision} loaded the dataset anew"


def _actor() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "command line"
