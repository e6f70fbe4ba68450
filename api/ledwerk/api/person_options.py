"""The options of `ledwerk person`."""

from __future__ import annotations

import argparse

HELP = "write out all that is known of a person, or erase them (GDPR)"
_STORE_HELP = "where the network is kept: sqlite:FILE or neo4j://HOST:7687"
_EXPORT = "write everything the store holds of a person, now and ever, as JSON"
_ERASE = "erase a person: from the network, its history, its search and what lies beside it"


def add_person_options(person: argparse.ArgumentParser) -> None:
    """Declare them; nothing slow is imported for it."""
    actions = person.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    export = actions.add_parser("export", help=_EXPORT, description=f"{_EXPORT}.")
    erase = actions.add_parser("erase", help=_ERASE, description=f"{_ERASE}.")
    for one in (export, erase):
        # It may stand before the action or after it; what stood before is kept.
        one.add_argument("--store", default=argparse.SUPPRESS, metavar="ADDRESS", help=_STORE_HELP)
        one.add_argument("name", metavar="NAME", help="their name, alias or id")
        one.add_argument(
            "--also",
            action="append",
            default=[],
            metavar="SPELLING",
            help="another spelling that means them, such as a surname alone; may be repeated",
        )
    export.add_argument("--out", metavar="FILE", help="a new file; without it, on the screen")
    erase.add_argument("--actor", default="", metavar="NAME", help="who does it, for the log")
    erase.add_argument("--why", default="", metavar="TEXT", help="why, for the log")
    erase.add_argument("--yes", action="store_true", help="do not ask; there is no way back")
