"""`ledwerk new`: an empty workbook for people who live in spreadsheets."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from ledwerk.schema.errors import LedwerkError

NEW_HELP = "make an empty workbook to fill in, with names and words to choose from"


def add_new_options(command: argparse.ArgumentParser) -> None:
    """What `ledwerk new` is told."""
    command.add_argument("file", metavar="FILE.xlsx", help="the workbook to make")
    command.add_argument("--lang", choices=("nl", "en"), default="nl", help="default nl")
    command.add_argument("--force", action="store_true", help="replace a file that is there")
    command.add_argument(
        "--store",
        metavar="ADDRESS",
        help="offer what this store has to choose from as well: sqlite:FILE or neo4j://HOST:7687",
    )


def write_new_workbook(options: argparse.Namespace) -> Path:
    """Make the workbook and give its name. Raises LedwerkError where it cannot be made."""
    from ledwerk.loaders.workbook import Wish, empty_workbook
    from ledwerk.schema.model import MODEL
    from ledwerk.schema.names import slug

    file = Path(options.file)
    if file.suffix.lower() != ".xlsx":
        raise LedwerkError(f"{file.name!r} is no workbook's name; let it end in .xlsx")
    if file.is_dir() or (file.exists() and not options.force):
        raise LedwerkError(f"{file} is there already; another name, or --force to replace it")
    known = tuple(_known(options.store)) if options.store else ()
    dataset = slug(file.stem)[:80].strip("-") or ("network" if options.lang == "en" else "netwerk")
    body = empty_workbook(MODEL, Wish(options.lang, dataset, known=known))
    made = file.with_name(f".{file.name}.part")  # a file that is there stays whole until the end
    try:
        made.write_bytes(body)
        made.replace(file)
    finally:
        made.unlink(missing_ok=True)
    return file


def _known(address: str) -> Iterator[tuple[str, str]]:
    """What a store has, by name and table."""
    from ledwerk.graph.opening import is_made, open_store
    from ledwerk.schema.model import MODEL

    if not is_made(address):
        raise LedwerkError(f"{address} is not there; begin with: ledwerk load FOLDER")
    store = open_store(address)
    try:
        found = store.names_beside("")
    finally:
        store.close()
    for name, node_id in found:
        kind = MODEL.kind_of(node_id)
        if name and kind:
            yield name, kind.table
