"""The options of `ledwerk map`."""

from __future__ import annotations

import argparse

MAP_HELP = "propose a mapping file for other people's tables, from their titles and values"


def add_map_options(command: argparse.ArgumentParser) -> None:
    """What can be said behind `ledwerk map`."""
    command.add_argument(
        "source",
        nargs="*",
        metavar="FILE",
        help="a table, workbook, JSON, GraphML or GEXF file, several that belong together, or a "
        "folder of them",
    )
    command.add_argument(
        "--out",
        metavar="FILE.yaml",
        help="where to write the mapping; without it, it is printed",
    )
    command.add_argument("--dataset", metavar="NAME", help="what to call the dataset")
    command.add_argument("--force", action="store_true", help="replace a file that is there")
    command.add_argument(
        "--list",
        action="store_true",
        help="list the mappings that come with ledwerk and the files that each wants",
    )
