"""The options of `ledwerk view`. Nothing slow is imported for it."""

from __future__ import annotations

import argparse


def add_view_options(view: argparse.ArgumentParser) -> None:
    """Declare them."""
    view.add_argument(
        "file",
        metavar="FILE",
        help="a page (.html), a picture (.svg or .png), a sheet of A3 (.pdf), or .gexf for Gephi",
    )
    view.add_argument(
        "--state",
        metavar="ADDRESS",
        default="",
        help='which part of it, such as "focus=organisation:zuyd-hogeschool&steps=2", or the '
        "address of the page as you copied it; default everything",
    )
    view.add_argument("--lang", choices=("nl", "en"), help="default nl, or that of the address")
