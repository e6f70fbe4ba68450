"""The options of `ledwerk confirm` and `ledwerk withdraw`."""

from __future__ import annotations

import argparse

CONFIRM_HELP = "say that something is still so, as of today: a node, or a relation by its key"
WITHDRAW_HELP = "withdraw a source, and with it whatever nobody else says"
_ACTOR = "who decides it, for the log; default the name that you are logged in by"
_WHY = "why, for the log"


def add_confirm_options(confirm: argparse.ArgumentParser) -> None:
    """Declare those of confirm; nothing slow is imported for it."""
    confirm.add_argument("name", metavar="NAME", help="its name, alias or id")
    confirm.add_argument("--note", default="", metavar="TEXT", help="a word to the reader")
    _who(confirm)


def add_withdraw_options(withdraw: argparse.ArgumentParser) -> None:
    """Declare those of withdraw; nothing slow is imported for it."""
    withdraw.add_argument("source", metavar="SOURCE", help="the source's name or id")
    withdraw.add_argument(
        "--dry-run", action="store_true", help="only say what would go, change and stay"
    )
    withdraw.add_argument("--yes", action="store_true", help="do not ask")
    withdraw.add_argument(
        "--take-back", action="store_true", help="let the source count again; what went comes back"
    )
    _who(withdraw)


def _who(command: argparse.ArgumentParser) -> None:
    command.add_argument("--actor", default="", metavar="NAME", help=_ACTOR)
    command.add_argument("--why", default="", metavar="TEXT", help=_WHY)
