"""The help of the command line in Dutch: every text of a parser, and of those of its commands."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable

from ledwerk.api.dutch import in_dutch
from ledwerk.api.dutch_help import METAVARS

_METAVARS = dict(METAVARS)


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or in_dutch("usage: "))


class _RawFormatter(_Formatter, argparse.RawDescriptionHelpFormatter):
    """The same, where a description keeps its lines."""


def put_in_dutch(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """The same parser, speaking Dutch."""
    raw = parser.formatter_class is argparse.RawDescriptionHelpFormatter
    parser.formatter_class = _RawFormatter if raw else _Formatter
    parser.description = parser.description and in_dutch(parser.description)
    parser.epilog = parser.epilog and in_dutch(parser.epilog)
    for group in parser._action_groups:  # noqa: SLF001 - there is no public way to them
        group.title = group.title and in_dutch(group.title)
    for action in parser._actions:  # noqa: SLF001
        _put_action(action)
    return parser


def metavar(english: str) -> str:
    """What stands for a value, word by word: FOLDER|FILE becomes MAP|BESTAND."""
    return re.sub(r"[A-Z]+", lambda word: _METAVARS.get(word[0], word[0]), english)


def _put_action(action: argparse.Action) -> None:
    if action.help and action.help is not argparse.SUPPRESS:
        action.help = in_dutch(action.help)
    if isinstance(action.metavar, str):
        action.metavar = metavar(action.metavar)
    if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
        for listed in action._choices_actions:  # noqa: SLF001
            _put_action(listed)
        for parser in {id(one): one for one in action.choices.values()}.values():
            put_in_dutch(parser)
