"""`--known-at` and `--trust`: the options by which a command asks of the store as it is seen."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ledwerk.api.language import say

if TYPE_CHECKING:
    from ledwerk.graph.store import Store
    from ledwerk.graph.trust import Sight

_KNOWN_AT = "as the store stood then: a date (its end), or a moment such as 2026-10-01T14:30 (UTC)"
_TRUST = (
    "believe only these, as if the rest did not exist: dataset:NAME, source:ID, basis:WORD "
    "(edited, stated, assessed, derived, read), or reviewed; several with commas"
)


def add_seen_options(command: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Declare them."""
    command.add_argument("--known-at", metavar="MOMENT", default="", help=_KNOWN_AT)
    command.add_argument("--trust", metavar="WHOM", action="append", default=[], help=_TRUST)
    return command


def trust_words(options: argparse.Namespace) -> tuple[str, ...]:
    """What --trust names, word by word."""
    return tuple(word for text in getattr(options, "trust", ()) for word in text.split(","))


def sight_of(options: argparse.Namespace) -> Sight:
    """How a command asks to see the store. Raises InvalidQuestion for what cannot be read."""
    from ledwerk.graph.trust import sight_in_words

    return sight_in_words(getattr(options, "known_at", ""), trust_words(options))


@contextmanager
def as_seen(store: Store, options: argparse.Namespace) -> Iterator[Store]:
    """The store as a command asks to see it; where that is another than that of now, it says so."""
    from ledwerk.graph.seen import seen

    sight = sight_of(options)
    if sight.plain:
        yield store
        return
    with seen(store, sight) as found:
        if sight.known_at is not None:
            number = asyncio.run(found.revision())
            say(f"as it stood after revision {number}")
        yield found
