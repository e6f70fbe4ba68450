"""`ledwerk map`: proposes a mapping file, and lists those that come along."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from ledwerk.api.language import say, show
from ledwerk.schema.errors import LedwerkError
from ledwerk.schema.model import MODEL


def run_map(options: argparse.Namespace) -> int:
    """Propose a mapping, or list the ready ones."""
    if options.list:
        sys.stdout.writelines(f"{line}\n" for line in ready_lines())
        return 0
    if not options.source:
        raise LedwerkError("name the files that a mapping is wanted for, or ask for --list")
    from ledwerk.loaders.datapackage import valid_name
    from ledwerk.loaders.proposing import propose

    if options.dataset and not valid_name(options.dataset):
        raise LedwerkError(
            f"{options.dataset!r} is no dataset name; small letters, digits, dots and dashes, "
            "such as led-2016"
        )
    out = _place(options)
    made = propose(MODEL, [Path(source) for source in options.source], options.dataset or "")
    for notice in made.notices:
        say(f"note: {notice}")
    if out is None:
        sys.stdout.write(made.text)
        return 0
    out.write_text(made.text, encoding="utf-8")
    files = " ".join(_quoted(source) for source in options.source)
    if made.doubts:
        show(f"{out}: a mapping is proposed; {len(made.doubts)} choices are doubtful, see its top")
    else:
        show(f"{out}: a mapping is proposed")
    show(f"look at it, then: ledwerk load --mapping {_quoted(str(out))} {files}")
    return 0


def _place(options: argparse.Namespace) -> Path | None:
    """Where the mapping goes; raises LedwerkError where it cannot go there."""
    if not options.out:
        return None
    out = Path(options.out)
    if out.suffix not in {".yaml", ".yml"}:
        raise LedwerkError(f"{out}: the name of a mapping file ends in .yaml")
    if out.is_dir() or (out.exists() and not options.force):
        raise LedwerkError(f"{out} is there already; --force replaces it")
    if not out.parent.is_dir():
        raise LedwerkError(f"{out.parent}: no such folder")
    return out


def _quoted(word: str) -> str:
    return f'"{word}"' if " " in word else word


def ready_lines() -> Iterator[str]:
    """The mappings that come along: what each is for, and the files and columns that it wants."""
    from ledwerk.loaders.mapping import find_mapping, packaged
    from ledwerk.loaders.mapping_reading import read_mapping

    for name in packaged():
        mapping = read_mapping(MODEL, find_mapping(name))
        yield f"{name}: {mapping.title}"
        for table in mapping.tables:
            if table.reads:
                continue
            where = " ".join(part for part in (table.file, table.sheet) if part)
            columns = list(mapping.needed_titles(table.name))
            yield f"    {where or table.name}: {', '.join(columns[:8])}{' …' * (len(columns) > 8)}"
