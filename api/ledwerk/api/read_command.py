"""`ledwerk read`: a publication read by a program, as tables that a person looks through."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ledwerk.api.language import language_of, say, show
from ledwerk.schema.errors import LedwerkError
from ledwerk.schema.kinds import NodeKind
from ledwerk.schema.model import MODEL

if TYPE_CHECKING:
    from ledwerk.loaders.publication.scoring import Score
    from ledwerk.schema.statements import Statement

READ_HELP = "read a publication and propose what it states, as tables to look through"
_SHOWN = 10  # of what was missed or wrong, of each kind


def add_read_options(command: argparse.ArgumentParser) -> None:
    """What `ledwerk read` is told."""
    command.add_argument("file", metavar="FILE", help="a text (.txt, .md), a PDF or a .docx")
    command.add_argument("--out", metavar="FOLDER", help="where to write the tables")
    command.add_argument(
        "--dataset",
        metavar="NAME",
        help="the dataset's name; default made from the file's",
    )
    command.add_argument("--force", action="store_true", help="replace tables that are there")
    command.add_argument(
        "--against",
        metavar="FOLDER",
        help="compare with the tables of somebody who read the same text: precision and recall of "
        "each kind of fact",
    )
    command.add_argument("--list", action="store_true", help="list all that was wrong or missed")
    command.add_argument("--json", action="store_true", help="scores as one line of JSON a kind")


def read_publication(options: argparse.Namespace) -> int:
    """Read a file, then write tables, print scores, or both. Raises LedwerkError or LoadAborted."""
    from ledwerk.loaders.publication.layout.extracting import extracted
    from ledwerk.loaders.publication.reading import read_document
    from ledwerk.loaders.publication.writing import proposal

    if not options.out and not options.against:
        raise LedwerkError("say where the tables go with --out FOLDER, or compare with --against")
    dataset = options.dataset or _dataset(Path(options.file))
    folder = Path(options.out) if options.out else None
    if folder is not None:
        _check_folder(folder, dataset, force=options.force)
    document = extracted(Path(options.file))
    rows = proposal(MODEL, document, read_document(document), dataset)
    if folder is not None:
        _write(rows, folder, document.title, dataset)
    if options.against:
        _compare(rows, Path(options.against), whole=options.list, as_json=options.json)
    return 0


def _dataset(file: Path) -> str:
    from ledwerk.schema.names import slug

    return slug(file.stem)[:80].strip("-") or "publication"


def _check_folder(folder: Path, dataset: str, *, force: bool) -> None:
    from ledwerk.loaders.datapackage import valid_name

    if not valid_name(dataset):
        raise LedwerkError(
            f"{dataset!r} is no dataset name; small letters, digits, dots and dashes"
        )
    if folder.is_file():
        raise LedwerkError(f"{folder} is a file; give a folder")
    if folder.is_dir() and any(folder.iterdir()) and not force:
        raise LedwerkError(
            f"{folder} has something in it; another folder, or --force to replace its tables"
        )


def _write(rows: Sequence[Statement], folder: Path, title: str, dataset: str) -> None:
    from ledwerk.loaders.columns import tables
    from ledwerk.loaders.datapackage import FILE
    from ledwerk.loaders.publication.writing import counted
    from ledwerk.loaders.writers import write_folder

    for name in (*(f"{table}.csv" for table in tables(MODEL)), FILE):  # none of an earlier reading
        (folder / name).unlink(missing_ok=True)
    written = write_folder(MODEL, rows, folder, {"name": dataset, "title": title})
    show(f"{folder}: {', '.join(written)}")
    _summary(counted(MODEL, rows))
    if all(row.kind == "Source" for row in rows):
        say("nothing was found that a person would look through")
        return
    say("look through the tables, put your name in the column accepted of each row that is right")
    say(f"then: ledwerk load {folder} (it takes the accepted rows; --unreviewed takes all of them)")


def _summary(found: Mapping[str, tuple[int, float]]) -> None:
    """How many of each kind were found, and how sure that is on average."""
    for kind, (count, sure) in found.items():
        sys.stdout.write(f"  {_label(kind):<28} {count:>5}   {sure:.2f}\n")


def _label(kind: str) -> str:
    declared = MODEL.kind(kind)
    many = declared.plural if isinstance(declared, NodeKind) else declared.label
    return many.nl if language_of((), os.environ) == "nl" else many.en


def _compare(rows: Sequence[Statement], folder: Path, *, whole: bool, as_json: bool) -> None:
    from ledwerk.loaders.publication.scoring import UNREAD, score
    from ledwerk.loaders.reviewing import Terms
    from ledwerk.loaders.run import check

    truth = check(MODEL, folder, terms=Terms("", unreviewed=True)).change.statements
    scores = score(rows, truth)
    if as_json:
        for one in scores:
            sys.stdout.write(f"{json.dumps(_as_json(one), ensure_ascii=False)}\n")
        return
    show("kind of fact                      right  wrong missed  precision  recall")
    for one in scores:
        sys.stdout.write(
            f"{one.kind:<32} {one.right:>6} {len(one.wrong):>6} {len(one.missed):>6}"
            f"  {_share(one.precision):>9} {_share(one.recall):>7}"
            f"{'  -' if one.kind in UNREAD else ''}\n"
        )
    if any(one.kind in UNREAD for one in scores):
        show("-: not looked for; the sum of what is read leaves it out")
    for one in scores:
        if one.kind.startswith("all"):
            continue
        if one.wrong:
            show(f"wrong, {one.kind}:")
            _listed(one.wrong, whole=whole)
        if one.missed and one.kind not in UNREAD:
            show(f"missed, {one.kind}:")
            _listed(one.missed, whole=whole)


def _listed(facts: Sequence[str], *, whole: bool) -> None:
    shown = facts if whole else facts[:_SHOWN]
    for fact in shown:
        sys.stdout.write(f"  {fact}\n")
    if len(shown) < len(facts):
        show(f"  and {len(facts) - len(shown)} more; --list shows all")


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _as_json(score: Score) -> dict[str, object]:
    return {
        "kind": score.kind,
        "right": score.right,
        "wrong": list(score.wrong),
        "missed": list(score.missed),
        "left_out": score.left_out,
        "precision": score.precision,
        "recall": score.recall,
    }
