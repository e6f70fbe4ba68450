"""How likely two parties are one: what their names, registers, places and kinds say together.

Weights are added, so that each reason can be shown. They were chosen on half of a list of pairs
that people labelled, and tried on the other half (docs/matching.md).
"""

from __future__ import annotations

from ledwerk.graph.identity.evidence import Verdict
from ledwerk.graph.identity.naming import names_say
from ledwerk.graph.identity.record import Record
from ledwerk.graph.identity.registers import registers
from ledwerk.graph.identity.whereabouts import kinds, places


def verdict(one: Record, two: Record) -> Verdict:
    """What two parties' descriptions say about whether they are one."""
    said = (registers(one, two), names_say(one, two), places(one, two), kinds(one, two))
    return Verdict(tuple(reason for reasons in said for reason in reasons))
