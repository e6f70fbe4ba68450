"""The parties and people of a store, as they are compared: read in one stream."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ledwerk.graph.identity.decisions import decisions
from ledwerk.graph.identity.record import IDENTIFIERS, PERSON, Record
from ledwerk.graph.store import Store
from ledwerk.graph.whole import Supported, Whole
from ledwerk.schema.kinds import Model
from ledwerk.schema.statements import EDITS

_PLACES = ("Municipality", "Place")
# By which relations of a person, or of the seats that they hold, others know them.
_OF_PERSON = ("WORKS_FOR",)
_OF_SEAT = ("ON", "FROM", "ON_BEHALF_OF")

Names = Mapping[str, str]


def kinds(model: Model) -> tuple[str, ...]:
    """The kinds of which doubles are looked for: all parties, and people."""
    return (*model.parties, PERSON)


def records(model: Model, store: Store, only: Iterable[str] | None = None) -> list[Record]:
    """Every party and person, or those of some kinds. A node without a name is there if it has a
    number in a register.
    """
    asked = tuple(only) if only is not None else kinds(model)
    apart: dict[str, set[str]] = defaultdict(set)
    for one, two in decisions(store.statements(EDITS)).apart():
        apart[one].add(two)
        apart[two].add(one)
    with store.whole() as whole:
        around = _Around(whole, people=PERSON in asked)
        made = [
            _record(one, around, apart.get(one.fact.key, set()))
            for kind in asked
            for one in whole.supported(kind)
        ]
    return [one for one in made if one.identifiers or one.names]


class _Around:
    """Where parties are, and what people are known by."""

    def __init__(self, whole: Whole, *, people: bool) -> None:
        places = {
            fact.key: (str(fact.values.get("name") or ""), str(fact.values.get("country") or ""))
            for kind in _PLACES
            for fact in whole.facts(kind)
        }
        self.places: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for fact in whole.facts("LOCATED_IN"):
            if fact.target_id in places:
                self.places[fact.source_id].append(places[fact.target_id])
        self.related: dict[str, set[str]] = defaultdict(set)
        if people:
            self._read_people(whole)

    def _read_people(self, whole: Whole) -> None:
        holders: dict[str, list[str]] = defaultdict(list)
        for fact in whole.facts("HOLDS"):
            holders[fact.target_id].append(fact.source_id)
        known: dict[str, set[str]] = defaultdict(set)
        for kind in (*_OF_PERSON, *_OF_SEAT):
            for fact in whole.facts(kind):
                for person in holders.get(fact.source_id, [fact.source_id]):
                    if person.startswith("person:"):
                        known[fact.target_id].add(person)
        wanted = {node_id.partition(":")[0] for node_id in known}
        for kind in ("Organisation", "Campus", "Municipality", "Group", "Board"):
            if kind.lower() in wanted:
                for fact in whole.facts(kind):
                    for person in known.get(fact.key, ()):
                        self.related[person].add(str(fact.values.get("name") or fact.key))


def _record(one: Supported, around: _Around, apart: set[str]) -> Record:
    fact = one.fact
    values = {name: str(value) for name, value in fact.values.items() if isinstance(value, str)}
    aliases = fact.values.get("aliases")
    others = aliases if isinstance(aliases, tuple) else ()
    numbers = tuple((name, values[name]) for name in IDENTIFIERS if values.get(name))
    # A name that was made from an id says what the number says; without one it says nothing.
    names = () if fact.derived_name and not numbers else (values.get("name", fact.key), *others)
    places = around.places.get(fact.key, [])
    described = {row.dataset for row in one.statements if not row.denied} - {EDITS}
    return Record(
        fact.key,
        fact.kind,
        tuple(dict.fromkeys(names)),
        values.get("country") or next((country for _, country in places if country), ""),
        tuple(name for name, _ in places if name),
        values.get("kind", ""),
        values.get("helix", ""),
        values.get("website", ""),
        numbers,
        frozenset(described or {EDITS}),
        frozenset(around.related.get(fact.key, ())),
        frozenset(apart),
    )
