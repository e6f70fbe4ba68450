"""What each command does. Thin: reading, asking and drawing live in their own rooms."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ledwerk.api.language import agreed, in_words, say, show
from ledwerk.api.seen_options import as_seen
from ledwerk.graph.opening import default_address, is_made, open_store
from ledwerk.graph.store import Difference, Store
from ledwerk.schema.errors import LedwerkError
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import Statement

if TYPE_CHECKING:
    from strawberry.types import ExecutionResult

    from ledwerk.loaders.archive import Contents
    from ledwerk.loaders.reviewing import Terms
    from ledwerk.loaders.run import Checked, Progress

_SHOWN = 20


def run(options: argparse.Namespace) -> int:
    """Run the command that was asked for."""
    if options.command in _WITHOUT_STORE:
        return _WITHOUT_STORE[options.command](options)
    if options.command == "analyse" and options.ties:
        return _analyse_ties(options)
    named = options.store or os.environ.get("LEDWERK_STORE")
    address = named or default_address()
    if not named:
        say(f"store: {address}")
    store = open_store(address)
    try:
        if options.command in _ASKING and not store.datasets():
            say("the store is empty; begin with: ledwerk load FOLDER")
        with as_seen(store, options) as seen:
            return int(_COMMANDS[options.command](seen, options))
    finally:
        store.close()


def _map(options: argparse.Namespace) -> int:
    from ledwerk.api.map_command import run_map

    return run_map(options)


def _check(options: argparse.Namespace) -> int:
    # References may go to what is loaded already; a store is not made for a check.
    address = options.store or os.environ.get("LEDWERK_STORE") or default_address()
    store = open_store(address) if is_made(address) else None
    try:
        checked = _checked(options, store, lambda rows, _: rows)
    finally:
        if store:
            store.close()
    _notices(checked.notices)
    show(f"no problems: {len(checked.change.statements)} rows of {checked.change.dataset}")
    return 0


def _checked(options: argparse.Namespace, store: Store | None, progress: Progress) -> Checked:
    from ledwerk.loaders.run import check, check_mapped

    paths = [Path(source) for source in options.source]
    terms = _terms(options)
    if options.mapping:
        from ledwerk.loaders.mapping import find_mapping

        mapping = find_mapping(options.mapping)
        return check_mapped(
            MODEL, paths, mapping, store, dataset=options.dataset, progress=progress, terms=terms
        )
    if len(paths) > 1:
        raise LedwerkError(
            "one folder or workbook at a time; several files belong to one --mapping, "
            "or put the tables in one folder"
        )
    return check(MODEL, paths[0], store, dataset=options.dataset, progress=progress, terms=terms)


def _terms(options: argparse.Namespace) -> Terms:
    """Which rows that a program read are taken: what stands in a table accepts whoever loads it."""
    from ledwerk.api.run_editor import run_editor
    from ledwerk.loaders.reviewing import Terms

    return Terms(run_editor().name, getattr(options, "unreviewed", False))


def _load(store: Store, options: argparse.Namespace) -> int:
    from tqdm import tqdm

    from ledwerk.loaders.run import load

    def progress(rows: Iterable[Any], what: str) -> Iterable[Any]:
        bar: Iterable[Any] = tqdm(rows, what, unit="", disable=None, leave=False)
        return bar

    if options.if_empty and (there := store.datasets()):
        show(f"nothing to do: the store has {', '.join(there)} already")
        return 0
    checked = _checked(options, store, progress)
    _notices(checked.notices)
    if options.dry_run:
        _print_difference(store.difference(checked.change))
        return 0
    outcome = load(
        store,
        checked,
        agree=lambda diff: options.yes or _ask(diff),
        in_parts=options.in_parts,
    )
    diff = outcome.difference
    show(
        f"{checked.change.dataset}: {len(diff.added)} added, {len(diff.changed)} changed, "
        f"{len(diff.removed)} removed; revision {outcome.revision}"
    )
    _tell_doubles(store, diff)
    return 0


def _tell_doubles(store: Store, diff: Difference) -> None:
    """How many of the nodes that are new are likely there under another id already."""
    from ledwerk.api.match_command import doubles

    found = doubles(MODEL, store, (row.key for row in diff.added if not row.source_id))
    if found == 1:
        show("1 likely double; ledwerk match shows it")
    elif found:
        show(f"{found} likely doubles; ledwerk match shows them")


def _ask(diff: Difference) -> bool:
    if not sys.stdin.isatty():
        return False
    show(f"{len(diff.removed)} of {diff.standing} rows would be removed, among them:")
    for row in diff.removed[:5]:
        print(f"  {_row(row)}")
    return agreed(in_words("Go on? [y/N] "))


def _notices(notices: Iterable[str]) -> None:
    for notice in notices:
        say(f"note: {notice}")


def _print_difference(diff: Difference) -> None:
    changed = [now for _, now in diff.changed]
    for word, rows in (("add", diff.added), ("change", changed), ("remove", diff.removed)):
        show(f"would {word}: {len(rows)}")
        for row in rows[:_SHOWN]:
            print(f"  {_row(row)}")
        if len(rows) > _SHOWN:
            show(f"  … and {len(rows) - _SHOWN} more")


def _row(row: Statement) -> str:
    what = f"{row.source_id} {row.kind} {row.target_id}" if row.source_id else row.key
    return f"{what}  ({row.locator or row.cited})"


def _serve(store: Store, options: argparse.Namespace) -> int:
    from ledwerk.api.serve_options import settings_of, workers_for

    settings = settings_of(options)
    count = workers_for(options.workers, store.address)
    if count > 1:
        from ledwerk.api.workers import serve_together

        store.close()  # each worker opens it for itself
        return serve_together(store.address, settings, options.port, options.log, count)
    from ledwerk.api.serving import serve

    if options.log != "off":
        from ledwerk.api.log_lines import set_up_logging

        set_up_logging(options.log)
    return serve(store, settings, options.port, logged=options.log != "off")


def _mcp(store: Store, options: argparse.Namespace) -> int:
    from ledwerk.api.assistant_serving import serve_http, serve_pipe

    if options.http:
        return serve_http(store, options.host, options.port, options.tokens)
    return serve_pipe(store)


def _asking(store: Store) -> Callable[..., ExecutionResult]:
    """Asks GraphQL of a store; the schema is made once for all of a command's questions."""
    from ledwerk.api.graphql_schema import make_schema

    schema = make_schema(MODEL, store)

    def ask(text: str, variables: dict[str, Any] | None = None) -> ExecutionResult:
        return asyncio.run(schema.execute(text, variable_values=variables))

    return ask


def _telling(store: Store) -> Callable[[str, dict[str, Any]], Any]:
    """The same for data alone: errors are raised."""
    ask = _asking(store)

    def tell(text: str, variables: dict[str, Any]) -> Any:
        result = ask(text, variables)
        if result.errors:
            raise LedwerkError("; ".join(error.message for error in result.errors))
        return result.data

    return tell


def _query(store: Store, options: argparse.Namespace) -> int:
    text = options.query
    if text == "-":
        text = sys.stdin.read()
    elif "{" not in text:
        file = Path(text)
        if not file.is_file():
            raise LedwerkError(f"{text!r} is neither a question nor a file")
        text = file.read_text(encoding="utf-8")
    result = _asking(store)(text)
    answer: dict[str, Any] = {"data": result.data}
    if result.errors:
        answer["errors"] = [error.formatted for error in result.errors]
    print(json.dumps(answer, ensure_ascii=False, indent=2))
    for error in result.errors or ():
        say(f"ledwerk: {error.message}")
    return 1 if result.errors else 0


def _analyse_ties(options: argparse.Namespace) -> int:
    from ledwerk.api.analyse import analyse_ties

    return analyse_ties(options)


def _analyse(store: Store, options: argparse.Namespace) -> int:
    from ledwerk.api.analyse import analyse_store

    return analyse_store(store, options)


def _report(store: Store, options: argparse.Namespace) -> int:
    from ledwerk.api.report_command import write_report

    for file in write_report(store, options):
        print(f"{file}: {file.stat().st_size / 1000:.0f} kB")
    return 0


def _gaps(store: Store, options: argparse.Namespace) -> int:
    from ledwerk.api.answers import GAPS, gap_lines, party_filter

    tell = _telling(store)
    after, count = None, 0
    while True:
        variables = {
            "from": party_filter(options.from_),
            "to": party_filter(options.to),
            "after": after,
        }
        found = tell(GAPS, variables)["gaps"]
        for line in gap_lines(found["edges"]):
            show(line)
        count += len(found["edges"])
        after = found["pageInfo"]["endCursor"]
        if not found["pageInfo"]["hasNextPage"]:
            break
    show(f"{count} gaps from {options.from_} to {options.to}")
    return 0


def _who(store: Store, options: argparse.Namespace) -> int:
    from ledwerk.api.answers import who_lines

    for line in who_lines(_telling(store), options.name):
        show(line)
    return 0


def _search(store: Store, options: argparse.Namespace) -> int:
    from ledwerk.api.search_command import run_search

    return run_search(store, options)


def _why(store: Store, options: argparse.Namespace) -> int:
    from ledwerk.api.why_command import run_why

    return run_why(MODEL, store, _telling(store), options)


def _match(store: Store, options: argparse.Namespace) -> int:
    from ledwerk.api.match_command import run_match

    return run_match(MODEL, store, _telling(store), options)


def _confirm(store: Store, options: argparse.Namespace) -> int:
    from ledwerk.api.deciding_command import run_confirm

    return run_confirm(MODEL, store, _telling(store), options)


def _withdraw(store: Store, options: argparse.Namespace) -> int:
    from ledwerk.api.deciding_command import run_withdraw

    return run_withdraw(MODEL, store, _telling(store), options)


def _view(store: Store, options: argparse.Namespace) -> int:
    from ledwerk.api.view_command import write_view

    file = write_view(store, options)
    print(f"{file}: {file.stat().st_size / 1000:.0f} kB")
    return 0


def _backup(store: Store, options: argparse.Namespace) -> int:
    from ledwerk.loaders.archive import backup

    show(f"{options.file}: {_told(backup(store, Path(options.file)))}")
    return 0


def _restore(store: Store, options: argparse.Namespace) -> int:
    from ledwerk.loaders.archive import restore_file

    show(f"{store.address}: {_told(restore_file(store, Path(options.file)))}")
    return 0


def _copy(options: argparse.Namespace) -> int:
    from ledwerk.loaders.archive import copy

    if not is_made(options.from_):
        raise LedwerkError(f"{options.from_} is not there; nothing was copied")
    source, target = open_store(options.from_), open_store(options.to)
    try:
        show(f"{target.address}: {_told(copy(source, target))}")
    finally:
        source.close()
        target.close()
    return 0


def _person(store: Store, options: argparse.Namespace) -> int:
    from ledwerk.api.person_command import run_person

    return run_person(store, options)


def _new(options: argparse.Namespace) -> int:
    from ledwerk.api.new_command import write_new_workbook

    file = write_new_workbook(options)
    show(f"{file}: fill it in, and then: ledwerk load {file}")
    return 0


def _read(options: argparse.Namespace) -> int:
    from ledwerk.api.read_command import read_publication

    return read_publication(options)


def _token(options: argparse.Namespace) -> int:
    from ledwerk.api import tokens, tokens_file

    path = tokens.tokens_path(options.tokens)
    if options.action == "list":
        for line in tokens.token_lines(path):
            print(line)
    elif options.action == "revoke":
        for one in tokens_file.revoke(path, options.name):
            show(f"revoked: {one.name} ({one.role}, made {one.made})")
    else:
        until = tokens_file.day(options.until) if options.until else None
        made, token = tokens_file.add(path, options.name, options.role, until)
        print(token)  # alone on its stream, for pipes
        end = f"to the end of {made.until}" if made.until else "until it is revoked"
        words = f"{made.role} {made.name!r}, {end}; keep it now: it cannot be shown again"
        say(words)
    return 0


def _told(moved: Contents) -> str:
    return (
        f"{moved.statements} statements, {moved.events} entries of the log in {moved.revisions} "
        f"revisions, {moved.entries} entries of the journal; checksum {moved.checksum}"
    )


def _export(store: Store, options: argparse.Namespace) -> int:
    from ledwerk.api.export_formats import Asked, appearing, format_of_file, opened

    target = Path(options.folder)
    format_ = format_of_file(target.name)
    if format_ is None:
        return _export_folder(store, target, options.dataset)
    if target.exists() and not options.force:
        raise LedwerkError(f"{target} is there already; another name, or --force to replace it")
    asked = Asked(options.dataset, options.base)
    with opened(store, format_, asked) as (revision, pieces), appearing(target) as out:
        out.writelines(pieces)
    show(f"{target}: revision {revision}, {target.stat().st_size / 1000:.0f} kB")
    return 0


def _export_folder(store: Store, target: Path, dataset: str | None) -> int:
    from ledwerk.api.export_formats import chosen
    from ledwerk.loaders.export_zip import folder_names
    from ledwerk.loaders.writers import write_folder

    with store.whole() as whole:
        names = chosen(whole, dataset)
        for name, plain in folder_names(names).items():
            place = target if len(names) == 1 else target / plain
            about = {"name": plain, "title": name}
            written = write_folder(MODEL, partial(whole.statements, name), place, about)
            print(f"{place}: {', '.join(written)}")
    return 0


def _workshop(store: Store, options: argparse.Namespace) -> int:
    from ledwerk.api.workshop_command import run_workshop

    return run_workshop(store, options)


def _agreements(store: Store, options: argparse.Namespace) -> int:
    from ledwerk.api.agreements_command import list_agreements

    return list_agreements(store, options)


def _story(store: Store, options: argparse.Namespace) -> int:
    from ledwerk.api.story_file import write_story

    file = write_story(store, options)
    show(f"{file}: {file.stat().st_size / 1000:.0f} kB")
    return 0


def _history(store: Store, options: argparse.Namespace) -> int:
    from ledwerk.api.history_command import list_changes, take_back_command

    return {"changes": list_changes}.get(options.command, take_back_command)(store, options)


_ASKING = {"gaps", "analyse", "report", "search", "who", "why", "view", "serve", "mcp", "workshop"}
_WITHOUT_STORE = {  # or with one of their own
    "check": _check,
    "copy": _copy,
    "map": _map,
    "new": _new,
    "read": _read,
    "token": _token,
}
_COMMANDS = {
    "load": _load,
    "serve": _serve,
    "workshop": _workshop,
    "mcp": _mcp,
    "query": _query,
    "gaps": _gaps,
    "analyse": _analyse,
    "report": _report,
    "who": _who,
    "search": _search,
    "why": _why,
    "match": _match,
    "confirm": _confirm,
    "withdraw": _withdraw,
    "view": _view,
    "agreements": _agreements,
    "changes": _history,
    "take-back": _history,
    "story": _story,
    "export": _export,
    "backup": _backup,
    "restore": _restore,
    "person": _person,
}
