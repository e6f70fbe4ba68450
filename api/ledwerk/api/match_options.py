"""The options of `ledwerk match`."""

from __future__ import annotations

import argparse

MATCH_HELP = "find parties and people that are there twice, and merge them"
_MOST = 25
_PAIR = ("A", "B")


def add_match_options(match: argparse.ArgumentParser) -> None:
    """Declare them; nothing slow is imported for it."""
    match.add_argument("--sure", action="store_true", help="list only those that are beyond doubt")
    match.add_argument(
        "--kind", metavar="KIND", help="only this kind, such as Organisation or Person"
    )
    match.add_argument(
        "--inside",
        action="store_true",
        help="also doubles within one dataset, not only between two",
    )
    match.add_argument(
        "--most", type=int, default=_MOST, metavar="NUMBER", help="how many to list; 0 is all"
    )
    match.add_argument("--decided", action="store_true", help="list what was decided before")
    acts = match.add_mutually_exclusive_group()
    acts.add_argument("--merge-sure", action="store_true", help="merge those beyond doubt")
    acts.add_argument(
        "--accept", nargs=2, metavar=_PAIR, help="these two are one: B is merged into A"
    )
    acts.add_argument(
        "--different", nargs=2, metavar=_PAIR, help="these two are not one; do not ask again"
    )
    acts.add_argument(
        "--take-back", nargs=2, metavar=_PAIR, help="take back what was decided of these two"
    )
    match.add_argument("--note", default="", metavar="TEXT", help="a word to the reader")
    match.add_argument(
        "--actor",
        default="",
        metavar="NAME",
        help="who decides it, for the log; default the name that you are logged in by",
    )
    match.add_argument("--why", default="", metavar="TEXT", help="why, for the log")
