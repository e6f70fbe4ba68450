"""The options of `ledwerk why`."""

from __future__ import annotations

import argparse

WHY_HELP = "say why something is shown: every statement about it, where from, and what was picked"


def add_why_options(why: argparse.ArgumentParser) -> None:
    """Declare them; nothing slow is imported for it."""
    why.add_argument("name", metavar="NAME", help="its name, alias or id")
    why.add_argument("--on", metavar="NAME", help="what lies between it and this one, step by step")
    why.add_argument(
        "--property", metavar="PROPERTY", help="only this property: each source's value"
    )
    why.add_argument("--json", action="store_true", help="as JSON, for other programs")
