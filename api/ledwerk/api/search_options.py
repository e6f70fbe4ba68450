"""The options of `ledwerk search`."""

from __future__ import annotations

import argparse

SEARCH_HELP = (
    "look for words in names and texts, other forms and typing mistakes included, best first"
)


def add_search_options(search: argparse.ArgumentParser) -> None:
    """Declare them; nothing slow is imported for it."""
    search.add_argument("words", metavar="WORDS", nargs="+", help="what to look for; all of them")
    search.add_argument("--kind", metavar="KIND", help="only this kind, such as Project")
    search.add_argument("--json", action="store_true", help="as JSON, for other programs")
