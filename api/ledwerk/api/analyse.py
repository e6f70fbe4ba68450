"""`ledwerk analyse`: what an analysis finds, as a table, CSV or JSON."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from ledwerk.api.conditions import date
from ledwerk.api.language import say
from ledwerk.graph.analysis.analyses import Analysis, analysis
from ledwerk.graph.analysis.asking import Asking
from ledwerk.graph.analysis.result_table import ResultTable, as_csv, as_json
from ledwerk.graph.analysis.subject import Subject, subject_of_network, subject_of_ties
from ledwerk.graph.lens import THROUGH, Lens, Weight
from ledwerk.graph.network import Network, network_of
from ledwerk.graph.store import Store
from ledwerk.schema.errors import InvalidQuestion, LedwerkError
from ledwerk.schema.relations import PARTIES
from ledwerk.schema.vocabularies import HELIX

_SHOWN = 20  # rows of a table for people
_WIDEST = 40  # letters of a cell in it


def analyse_ties(options: argparse.Namespace) -> int:
    """Run an analysis on a bare list of ties."""
    from ledwerk.loaders.bare_ties import read_bare_ties

    asked = analysis(options.name)
    if not asked.bare:
        raise LedwerkError(
            f"{asked.name} needs more than ties; leave --ties out, and it runs on the store"
        )
    bare = read_bare_ties(Path(options.ties), Path(options.nodes) if options.nodes else None)
    for notice in bare.notices:
        say(f"note: {notice}")
    _told(asked, subject_of_ties(bare.nodes, bare.ties, bare.groups), _asking(options), options)
    return 0


def analyse_store(store: Store, options: argparse.Namespace) -> int:
    """Run an analysis on a store."""
    network = network_of(asyncio.run(store.network()))
    asked = analysis(options.name)
    subject = subject_of_network(network, lens_of(options))
    _told(asked, subject, _asking(options, network), options)
    return 0


def lens_of(options: argparse.Namespace) -> Lens:
    """Through what the graph is seen. Raises LedwerkError for words that mean nothing."""
    if options.as_of and options.during:
        raise LedwerkError("give --as-of or --during, not both")
    start, dots, end = (options.during or "").partition("..")
    if options.during and not dots:
        raise LedwerkError(f"--during {options.during}: write FROM..TO, such as 2014..2016")
    known = {kind.lower(): kind for kind in THROUGH}
    words = [word.strip().lower() for word in options.through.split(",") if word.strip()]
    for word in words:
        if word not in known:
            raise LedwerkError(f"--through {word}: nothing makes such a tie; {', '.join(known)}")
    for word in options.helix:
        if word not in HELIX.values:
            raise LedwerkError(f"--helix {word}: there is none such; {', '.join(HELIX.values)}")
    return Lens(
        as_of=_date("--as-of", options.as_of) or None,
        during=(_date("--during", start), _date("--during", end)) if options.during else None,
        through=tuple(sorted(known[word] for word in words)),
        programme=options.programme,
        helixes=tuple(sorted(options.helix)),
        weight=Weight(options.weight),
    )


def _date(option: str, text: str | None) -> str:
    return date(f"{option} {text}", text or "")


def _asking(options: argparse.Namespace, network: Network | None = None) -> Asking:
    return Asking(
        weighted=options.weighted,
        samples=options.samples,
        seed=options.seed,
        by=options.by,
        since=_date("--since", options.since) or datetime.now().astimezone().date().isoformat(),
        days=options.days,
        first=options.first,
        sources=parties_called(network, options.from_) if network else (),
        targets=parties_called(network, options.to) if network else (),
    )


def parties_called(network: Network, word: str) -> tuple[str, ...]:
    """The ids of the parties that are meant by sme, a helix, a kind, or one id."""
    chosen = network.of_kinds(PARTIES)
    plain = word.strip().lower()
    if plain in network.numbers:
        return (plain,)
    if plain == "sme":
        chosen &= network.sme == 1
    elif plain in HELIX.values:
        chosen &= network.helix == plain
    elif plain.capitalize() in PARTIES:
        chosen &= network.kind == plain.capitalize()
    elif (network.type == plain).any():
        chosen &= network.type == plain
    else:
        raise InvalidQuestion(f"{word!r} is no sort of party: write sme, a helix, a kind or an id")
    return tuple(ident for ident, there in zip(network.ids, chosen.tolist(), strict=True) if there)


def _told(asked: Analysis, subject: Subject, how: Asking, options: argparse.Namespace) -> None:
    from dataclasses import replace

    with progress(asked.name) as going:
        found = asked.run(subject, replace(how, progress=going))
    if options.csv:
        sys.stdout.write(as_csv(found))
    elif options.json:
        sys.stdout.write(as_json(found))
    else:
        sys.stdout.writelines(_lines(_for_people(found, asked.most)))
    for note in found.notes:
        say(f"note: {note}")


@contextmanager
def progress(what: str) -> Iterator[Callable[[float], None]]:
    """A bar for people, while something is reckoned; nothing where nobody looks."""
    from tqdm import tqdm

    with tqdm(
        total=100,
        desc=what,
        disable=None,
        leave=False,
        delay=1,
        bar_format="{l_bar}{bar}| {elapsed}",
    ) as bar:

        def going(share: float) -> None:
            bar.update(round(100 * share) - bar.n)

        yield going


def _for_people(found: ResultTable, most: str) -> ResultTable:
    """Names instead of ids, and the largest first."""
    rows = list(found.rows)
    if most:
        at = found.columns.index(most)
        rows.sort(key=lambda row: -float(row[at] or 0))
    places = list(range(len(found.columns)))
    if found.columns[0] == "node" and "name" in found.columns:
        named = found.columns.index("name")
        places = [named, *(place for place in places[1:] if place != named)]
    return ResultTable(
        tuple(found.columns[place] for place in places),
        tuple(tuple(row[place] for place in places) for row in rows),
        found.notes,
    )


def _lines(found: ResultTable) -> Iterator[str]:
    """The first rows, in columns."""
    shown = [tuple(map(_shown, row)) for row in found.rows[:_SHOWN]]
    numbers = [
        all(isinstance(row[place], int | float | None) for row in found.rows)
        for place in range(len(found.columns))
    ]
    rows = [found.columns, *shown]
    widths = [max(len(row[place]) for row in rows) for place in range(len(found.columns))]
    for row in rows:
        cells = (
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(row, widths, numbers, strict=True)
        )
        yield "  ".join(cells).rstrip() + "\n"
    if len(found.rows) > _SHOWN:
        yield f"… and {len(found.rows) - _SHOWN} more; --csv or --json has them all\n"


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.4g}"
    text = str(value)
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"
