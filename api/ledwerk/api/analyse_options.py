"""The options of `ledwerk analyse` and `ledwerk report`. Nothing slow is imported for it."""

from __future__ import annotations

import argparse

# The names in graph/analysis/analyses.py, which is slow to import; a test compares them.
ANALYSES = (
    ("centrality", "who is central: degree, betweenness, closeness, … of every party"),
    ("brokerage", "who stands between others of the same or another helix"),
)
_WHO = "sme, a helix or a kind, such as campus"


def add_analyse_options(analyse: argparse.ArgumentParser) -> None:
    """Declare those of analyse."""
    analyse.formatter_class = argparse.RawDescriptionHelpFormatter
    listed = "\n".join(f"  {name:<14}{about}" for name, about in ANALYSES)
    analyse.description = f"{analyse.description}\n\nanalyses:\n{listed}"
    analyse.add_argument(
        "name", metavar="NAME", choices=[name for name, _ in ANALYSES], help="one of those above"
    )
    form = analyse.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="every number, as CSV")
    form.add_argument("--json", action="store_true", help="every number, as JSON")
    analyse.add_argument(
        "--ties", metavar="FILE.csv", help="a bare list of ties instead of the store: u,v[,weight]"
    )
    analyse.add_argument("--nodes", metavar="FILE.csv", help="with --ties: node,group")
    analyse.add_argument("--weighted", action="store_true", help="look at how strong ties are, too")
    analyse.add_argument(
        "--samples", type=_positive, metavar="NUMBER",
        help="look from so many nodes only, where a graph is large, and say the error",
    )  # fmt: skip
    analyse.add_argument(
        "--seed", type=int, default=1, help="of what is drawn at random; default 1"
    )
    analyse.add_argument("--from", dest="from_", default="sme", metavar="WHO", help=_WHO)
    analyse.add_argument("--to", default="campus", metavar="WHOM", help="the same")
    add_lens_options(analyse)


def add_lens_options(command: argparse.ArgumentParser) -> None:
    """Declare through what the graph is seen."""
    command.add_argument("--as-of", metavar="DATE", help="only what holds then, such as 2016-10")
    command.add_argument(
        "--during", metavar="FROM..TO", help="only what holds on some day then, such as 2014..2016"
    )
    command.add_argument(
        "--through", metavar="KINDS", default="project,programme,campus",
        help="what makes a tie; default project,programme,campus; board is another",
    )  # fmt: skip
    command.add_argument("--programme", metavar="ID", help="only it and what is part of it")
    command.add_argument(
        "--helix", action="append", default=[], metavar="HELIX", help="only these; repeatable"
    )
    command.add_argument(
        "--weight", choices=("count", "newman", "budget"), default="count",
        help="what a tie's strength is; default count",
    )  # fmt: skip


def _positive(text: str) -> int:
    if text.isdigit() and int(text):
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number above 0")
