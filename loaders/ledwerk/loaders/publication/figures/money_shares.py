"""Who they are that each pay the same: "de vier gemeenten betalen elk € 45.000"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledwerk.loaders.publication.document import Block
from ledwerk.loaders.publication.figures.amounts import quantities
from ledwerk.loaders.publication.figures.money_receivers import Reading
from ledwerk.loaders.publication.findings import Ref
from ledwerk.loaders.publication.parties.parties_at import named_at

_BOTH = 2
_BARE_TOWN = re.compile(r"^(?:Gemeente|Municipality of|Stad|City of) | (?:\w+ )?Council$")
_COUNCIL = re.compile(r"(?<!Research)(?<!Arts)(?<!Funding)(?<!Works)(?<!Trades) Council$")
_SO_MANY = re.compile(
    r"(?:(?P<n>(?!the\b|de\b|our\b|onze\b)\w+) |^(?:the|de|our|onze) )"
    r"(?P<what>municipalities|gemeenten|gemeentes|councils)$",
    re.IGNORECASE,
)


def towns_of(payer: Ref, block: Block, about: Ref | None, reading: Reading) -> tuple[Ref, ...]:
    """The municipalities that "the three municipalities" are, where just so many are named."""
    told = _SO_MANY.search(payer.name) if payer.kind == "Group" else None
    if told is None:
        return (payer,)
    count = next(quantities(told["n"], reading.document.language), None) if told["n"] else None
    wanted = _BOTH if told["n"] in ("both", "beide") else int(count.value) if count else 0
    for towns in _candidates(payer, block, about, reading):
        # without a number, only where the councils are told of that cannot be told of otherwise
        if len(towns) > 1 and (len(towns) == wanted or (not wanted and _are_councils(towns))):
            return towns
    return (payer,)


def _are_councils(towns: tuple[Ref, ...]) -> bool:
    return all(ref.kind == "Organisation" for ref in towns)


def _candidates(
    payer: Ref, block: Block, about: Ref | None, reading: Reading
) -> Iterator[tuple[Ref, ...]]:
    """Municipalities that may be meant, the nearest first: in brackets, partners, all there are."""
    known = reading.known
    kinds = frozenset({"Municipality", "Organisation"})
    behind = re.search(rf"{re.escape(payer.name)} \(([^)]+)\)", block.text, re.IGNORECASE)
    if behind:
        yield _towns(spot.ref for spot in named_at(behind[1], known, kinds))
    yield _towns(reading.partners.get(about, ()) if about else ())
    yield _towns(spot.ref for spot in named_at(block.text, known, kinds))
    if reading.publisher is not None:
        yield _towns(reading.members)
    every = {_BARE_TOWN.sub("", ref.name): ref for ref in known.all_of("Municipality")}
    yield tuple(every.values()) or _towns(known.all_of("Organisation"))


def _towns(refs: Iterator[Ref] | tuple[Ref, ...]) -> tuple[Ref, ...]:
    """Those of some parties that are municipalities, each once."""
    made = {
        _BARE_TOWN.sub("", ref.name): ref
        for ref in refs
        if ref.kind == "Municipality" or _COUNCIL.search(ref.name)
    }
    return tuple(made.values())
