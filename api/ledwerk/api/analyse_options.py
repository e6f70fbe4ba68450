"""The options of `ledwerk analyse` and `ledwerk report`. Nothing slow is imported for it."""

from __future__ import annotations

import argparse

# The names in graph/analysis/analyses.py, which is slow to import; a test compares them.
ANALYSES = (
    ("centrality", "who is central: degree, betweenness, closeness, … of every party"),
    ("stability", "how sure the order by betweenness is, where ties are missing"),
    ("brokerage", "who stands between others, of the same or another helix"),
    ("components", "which parts the network falls into, and who holds them together"),
    ("cutting", "whose leaving would cut whom off"),
    ("mixing", "ties within and between helices"),
    ("gaps", "parties without a tie to others (--from, --to), and who could introduce them"),
    ("introductions", "the fewest introductions that close those gaps"),
    ("new-ties", "the single new ties that would help most of those with a gap"),
    ("helixes", "projects and programmes in which a helix is missing"),
    ("seats", "partners and payers without a seat, and seats without partners"),
    ("separation", "sectors, or --by municipality, whose parties do not work with each other"),
    ("triple-helix", "shares, mixing and synergy; --by project, programme, board, …, year"),
    ("money", "granted, reserved, asked for; --by programme, payer or helix"),
    ("timeline", "the network year by year, who came and who left"),
    ("ending", "seats and projects that end soon (--since, --days)"),
    ("before-after", "before, during and after a programme (--programme)"),
    ("predicted", "ties that may come: predictions, not facts"),
    ("prediction", "what such predictions would have been worth on later projects"),
    ("unknown", "what the data cannot know"),
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
    analyse.add_argument("--by", default="", metavar="WHAT", help="what to tell apart; see above")
    analyse.add_argument("--since", default="", metavar="DATE", help="for ending; default today")
    analyse.add_argument("--days", type=_positive, default=365, help="for ending; default 365")
    analyse.add_argument(
        "--first", type=_positive, default=100, metavar="NUMBER",
        help="how many of cutting, new-ties and predicted; default 100",
    )  # fmt: skip
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
