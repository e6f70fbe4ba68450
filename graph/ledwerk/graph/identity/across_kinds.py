"""Two parties of two kinds that bear one name: an Organisation and a Municipality of Heerlen.

They may well be one body, but a node has one kind, so that they cannot be merged; who says that
they are one corrects the file that calls it the wrong kind. So they are only ever asked about.
"""

from __future__ import annotations

from dataclasses import replace

from ledwerk.graph.identity.evidence import SURE_FROM, Verdict, observed
from ledwerk.graph.identity.name_parts import name_parts
from ledwerk.graph.identity.naming import names_say
from ledwerk.graph.identity.record import Record
from ledwerk.graph.identity.registers import registers
from ledwerk.graph.identity.whereabouts import places

_SAME_NAME = 5.4  # the least that names have to say, as a kind is stated with a reason
_CALLED = {
    "Organisation": ("organisatie", "organisation"),
    "Campus": ("campus", "campus"),
    "Municipality": ("gemeente", "municipality"),
    "Group": ("groep", "group"),
}


def verdict(one: Record, two: Record) -> Verdict:
    """What two parties of two kinds say about whether they are one: never that it is sure."""
    left, right = _named(one), _named(two)
    numbers, names = tuple(registers(one, two)), tuple(names_say(left, right))
    told = sum(reason.weight for reason in names)
    if told < _SAME_NAME and not any(reason.weight > 0 for reason in numbers):
        return Verdict(())
    found = (*numbers, *names, *places(one, two))
    total = sum(reason.weight for reason in found)
    kinds = [_CALLED.get(r.node_kind, (r.node_kind.lower(),) * 2) for r in (one, two)]
    (first_nl, first_en), (second_nl, second_en) = sorted(kinds)
    less = observed(
        min(-1.0, SURE_FROM - 0.1 - total),
        f"van twee soorten ({first_nl} en {second_nl}), dus niet samen te voegen",
        f"of two kinds ({first_en} and {second_en}), so they cannot be merged",
    )
    return Verdict((*found, less))


def _named(record: Record) -> Record:
    """A municipality under the name that others call it by: Heerlen is Gemeente Heerlen."""
    if record.node_kind != "Municipality" or "municipality" in name_parts(record.names[0]).types:
        return record
    return replace(record, names=(f"Gemeente {record.names[0]}", *record.names[1:]))
