"""The options of `ledwerk report`. Nothing slow is imported for it."""

from __future__ import annotations

import argparse

from ledwerk.api.analyse_options import add_lens_options

_WHO = "sme, a helix or a kind, or one id"


def add_report_options(report: argparse.ArgumentParser) -> None:
    """Declare them."""
    report.add_argument("file", metavar="FILE.html", help="the page, such as report.html")
    report.add_argument("--lang", choices=("nl", "en"), default="nl", help="default nl")
    report.add_argument(
        "--csv", metavar="FILE.csv", help="where every number goes; default beside the page"
    )
    report.add_argument(
        "--from", dest="from_", default="sme", metavar="WHO", help=f"whose gaps: {_WHO}"
    )
    report.add_argument("--to", default="campus", metavar="WHOM", help="to whom: the same")
    add_lens_options(report)
