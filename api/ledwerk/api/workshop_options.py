"""The options of `ledwerk workshop`."""

from __future__ import annotations

import argparse

from ledwerk.api.serve_options import port

HELP = "begin a workshop: a code and a QR for the room, and the facilitator's page"


def add_workshop_options(workshop: argparse.ArgumentParser) -> None:
    """Declare them; nothing slow is imported for it."""
    workshop.add_argument("--name", metavar="TITLE", help="what it is called; default with the day")
    workshop.add_argument(
        "--facilitator", metavar="NAME", help="who decides, as the log names them"
    )
    workshop.add_argument(
        "--host",
        metavar="ADDRESS",
        help="an address of this machine that the room reaches; without it there is a question, "
        "and without an answer only this machine",
    )
    workshop.add_argument("--port", type=port, help="default 8000, or another when that is taken")
    workshop.add_argument(
        "--new", action="store_true", help="end a workshop that is still open, and begin another"
    )
    workshop.add_argument(
        "--no-browser", action="store_true", help="do not open the facilitator's page"
    )
    workshop.add_argument(
        "--tokens", metavar="FILE", help="where tokens are kept; see ledwerk token --help"
    )
    workshop.add_argument(
        "--log",
        choices=("text", "json", "off"),
        default="off",
        help="a line a request; default off",
    )
