"""`ledwerk agreements`: who introduces whom to whom, and what came of it, one line each."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys

from ledwerk.api.language import language_of
from ledwerk.graph.agreements import STATES
from ledwerk.graph.store import Store

AGREEMENTS_HELP = "list who introduces whom to whom, by when, and what came of it"


def add_agreements_options(command: argparse.ArgumentParser) -> None:
    """What `ledwerk agreements` is told."""
    command.add_argument(
        "--state", choices=STATES, help="only those in this state; all if left out"
    )


def list_agreements(store: Store, options: argparse.Namespace) -> int:
    """Look at the data, so that who has a tie now is closed, and print what stands."""
    from ledwerk.api.agreements import Agreements
    from ledwerk.api.agreements_lists import agreement_lines
    from ledwerk.api.analyst import Analyst
    from ledwerk.graph.sqlite_journal import journal_beside

    opened = journal_beside(store.address)
    kept = Agreements(store, Analyst(store), opened)
    try:
        today = kept.today()
        found = [
            one for one in asyncio.run(kept.looked()) if options.state in (None, one.state(today))
        ]
        # In the language of whoever reads, so that nothing is left to translate.
        for line in agreement_lines(found, today, language_of((), os.environ)):
            sys.stdout.write(f"{line}\n")
    finally:
        opened().close()
    return 0
