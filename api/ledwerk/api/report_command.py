"""`ledwerk report`: a page that tells what all analyses found, and a file of every number."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ledwerk.api.analyse import lens_of, parties_called, progress
from ledwerk.api.export_formats import appearing
from ledwerk.graph.store import Store
from ledwerk.schema.errors import LedwerkError
from ledwerk.schema.model import MODEL

if TYPE_CHECKING:
    from ledwerk.viz.report_parts import Report

_FOUND = 0.96  # of the time; the rest goes into writing


def write_report(store: Store, options: argparse.Namespace) -> tuple[Path, Path]:
    """Write the page and its numbers; both appear when they are whole, or neither does."""
    page_file, numbers_file = files_of(options)
    with progress("report") as going:
        told = _told(store, options, going)
        from ledwerk.viz.report_numbers import numbers
        from ledwerk.viz.report_page import page

        with appearing(page_file) as page_out, appearing(numbers_file) as numbers_out:
            page_out.write(page(told).encode("utf-8"))
            numbers_out.writelines(piece.encode("utf-8") for piece in numbers(told))
        going(1.0)
    return page_file, numbers_file


def files_of(options: argparse.Namespace) -> tuple[Path, Path]:
    """The page's file and that of the numbers. Raises LedwerkError where they cannot be."""
    page = Path(options.file)
    numbers = Path(options.csv) if options.csv else page.with_suffix(".csv")
    if page.suffix.lower() not in {".html", ".htm"}:
        raise LedwerkError(f"{page}: a report is a page; name a file that ends in .html")
    for file in (page, numbers):
        if file.is_dir():
            raise LedwerkError(f"{file} is a folder; name a file in it")
    if numbers == page:
        raise LedwerkError(f"{page} is the page; name another file with --csv")
    return page, numbers


def _told(store: Store, options: argparse.Namespace, going: Callable[[float], None]) -> Report:
    from ledwerk.graph.analysis.evidence import evidence_of
    from ledwerk.graph.analysis.findings import findings
    from ledwerk.graph.network import network_of
    from ledwerk.viz.report import report

    lens = lens_of(options)
    network = network_of(asyncio.run(store.network()))
    if lens.programme is not None and lens.programme not in network.numbers:
        raise LedwerkError(
            f"--programme {lens.programme}: there is none such; give an id, such as "
            "programme:programma-2016-2020"
        )
    ends = (options.from_.strip().lower(), options.to.strip().lower())
    sources, targets = (parties_called(network, word) for word in ends)
    evidence = evidence_of(MODEL, store)
    if evidence.revision != network.revision:
        raise LedwerkError("the network was changed meanwhile; ask again")
    found = findings(
        network,
        lens,
        sources,
        targets,
        since=evidence.newest or None,
        progress=lambda share: going(_FOUND * share),
    )
    return report(found, evidence, options.lang, ends)
