"""What `ledwerk story` is told."""

from __future__ import annotations

import argparse

STORY_HELP = "write a story that was saved as one file that plays without internet"


def add_story_options(command: argparse.ArgumentParser) -> None:
    """What `ledwerk story` is told."""
    command.add_argument("story", metavar="STORY", help="its id or its title")
    command.add_argument("file", metavar="FILE.html", help="the file to write")
    command.add_argument(
        "--lang", dest="words", choices=("nl", "en"), default="nl", help="default nl"
    )
