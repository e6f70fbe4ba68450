"""Sets of parties by the words that people use for them, such as those of `ledwerk gaps`."""

from __future__ import annotations

import numpy as np

from ledwerk.graph.network import Network
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.relations import PARTIES
from ledwerk.schema.vocabularies import HELIX, PARTY_KIND

SME = ("sme", "mkb")


def parties_called(network: Network, word: str) -> tuple[str, ...]:
    """The ids of the parties that a word stands for: sme, a helix, or a kind of party.

    Capitals, hyphens and spaces do not count. Raises InvalidQuestion for another word.
    """
    plain = word.strip().lower().replace("-", "_").replace(" ", "_")
    parties = network.of_kinds(PARTIES)
    if plain in SME:
        chosen = parties & (network.sme == 1)
    elif plain in HELIX.values and plain != "unknown":
        chosen = parties & (network.helix == plain)
    elif plain in PARTY_KIND.values:
        chosen = parties & (network.type == plain)
    else:
        known = ", ".join(("sme", *HELIX.values, *PARTY_KIND.values))
        raise InvalidQuestion(f"{word!r} is not known; one of {known}")
    return tuple(network.ids[place] for place in np.flatnonzero(chosen).tolist())


def both_sides(network: Network, words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whose gaps and to whom, from FROM~TO. Raises InvalidQuestion where it is not so written."""
    one, between, other = words.partition("~")
    if not between:
        raise InvalidQuestion(f"{words!r} cannot be read; write FROM~TO, such as sme~campus")
    return parties_called(network, one), parties_called(network, other)
