"""What readers of a publication find: nodes by kind and name, ties between them, each with a place.

Readers name things; ids are made when tables are written, where names of one thing are brought
together. A seat has no name of its own: its `Ref` is named after board and holder.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ledwerk.schema.fields import Value


@dataclass(frozen=True, slots=True)
class Ref:
    """A thing by its kind (as in the model, such as "Organisation") and the name it is given."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class FoundNode:
    """A thing that the text names, with what is said of it there.

    `aliases` are other names that the text gives it. `confidence` is from 0 to 1.
    """

    ref: Ref
    locator: str
    confidence: float
    properties: tuple[tuple[str, Value], ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundTie:
    """A relation, by its kind (such as "PARTNER_IN"), that the text states between two things."""

    kind: str
    source: Ref
    target: Ref
    locator: str
    confidence: float
    properties: tuple[tuple[str, Value], ...] = ()


Finding = FoundNode | FoundTie

# How sure a reader is of what it found: a table's cell or a list under a plain heading; a sentence
# with a plain cue; a sentence from which it has to be gathered; a guess worth a look.
IN_A_TABLE = 0.95
IN_A_LIST = 0.9
IN_A_SENTENCE = 0.85
GATHERED = 0.7
GUESSED = 0.5


def node(
    kind: str,
    name: str,
    locator: str,
    confidence: float,
    *,
    aliases: tuple[str, ...] = (),
    **properties: Value,
) -> FoundNode:
    """A found node; properties that say nothing are left out."""
    return FoundNode(Ref(kind, name), locator, confidence, _said(properties), aliases)


def tie(
    kind: str, source: Ref, target: Ref, locator: str, confidence: float, **properties: Value
) -> FoundTie:
    """A found relation; properties that say nothing are left out."""
    return FoundTie(kind, source, target, locator, confidence, _said(properties))


def _said(properties: Mapping[str, Value]) -> tuple[tuple[str, Value], ...]:
    return tuple(sorted((k, v) for k, v in properties.items() if v not in (None, "", ())))
