"""How well a reader read: precision and recall against what a person read in the same text.

    precision = right / (right + wrong)        recall = right / (right + missed)

for each kind of fact. A fact that the person did not take from the text itself (assessed, derived,
edited) is no part of recall, and whoever finds it is neither right nor wrong. Facts are compared
by names, never by ids:

- a node by its kind and by one name in common, other names and short names in brackets included;
- a relation by its two ends, where readers may differ in what kind of party or activity it is;
- a seat by who holds it and the board, so HOLDS and ON are one fact with it; whom it is from and
  on behalf of, its role and its function (told either way, in either language) are facts of their
  own, as are the role of a partner,
  the function of who works somewhere, and the period and budget of a project;
- money by payer, receiver and amount;
- a figure by its value or range and its unit: the currency, per cent, or a count, each as often as
  it is there. What is counted, every reader words in his own way. A sum of money that he has as
  what is paid or as a budget is judged there: whether it is listed as a figure too, readers differ.

A kind of which the person read no fact at all is not judged, and is no part of the sum: he may not
have looked for it. Goals and events, and what figures are about, are not looked for: they count as
missed, and a second sum leaves them out. Where he says nothing of a role, a plain one (lid, member,
partner) is not judged. Limits: a node found twice under two names counts once; who is missed as a
seat is missed in all that hangs on that seat; descriptions and other names are not scored, and
neither is the row of the document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ledwerk.loaders.publication.facts_named import (
    Named,
    Said,
    gathered,
    loose,
    named,
    same_nodes,
    seats,
    unit_class,
)
from ledwerk.schema.model import MODEL
from ledwerk.schema.names import fold
from ledwerk.schema.statements import Statement

# Properties that are facts of their own: the kind that has them, the property.
OWN_FACTS = (
    ("Seat", "role"),
    ("Seat", "function"),
    ("WORKS_FOR", "function"),
    ("PARTNER_IN", "role"),
    ("Project", "start"),
    ("Project", "end"),
    ("Project", "budget"),
    ("Programme", "start"),
    ("Programme", "end"),
)
# Roles that say no more than that one belongs to it: a person often leaves them out.
PLAIN_ROLES = frozenset({"lid", "member", "partner"})
# What the reader does not look for: the person's own words name it, and no name can be compared.
UNREAD = frozenset({"Goal", "Event", "PURSUES", "ABOUT", "INVOLVES"})
_UNSCORED = ("Source", "Seat", "HOLDS", "ON", "Indicator")

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of one reader: what it is known by, how it is shown, whether the text says it.

    `about` is the key of the fact that this one is a property of.
    """

    kind: str
    key: Key
    shown: str
    stated: bool
    about: Key = ()


@dataclass(frozen=True, slots=True)
class Score:
    """Of one kind of fact: how many were right, which were wrong and missed, how many left out."""

    kind: str
    right: int
    wrong: tuple[str, ...]
    missed: tuple[str, ...]
    left_out: int = 0

    @property
    def precision(self) -> float | None:
        """The share of what was found that is so; None where nothing was found."""
        found = self.right + len(self.wrong)
        return self.right / found if found else None

    @property
    def recall(self) -> float | None:
        """The share of what is so that was found; None where the text states none."""
        there = self.right + len(self.missed)
        return self.right / there if there else None


def score(found: Sequence[Statement], gold: Sequence[Statement]) -> tuple[Score, ...]:
    """The scores of what was found, kind by kind in the order of the model, the sum at the end.

    Where there are kinds that are not read, the sum of all others comes before that of all.
    """
    said, truth = gathered(found), gathered(gold)
    nodes, true_nodes = named(said), named(truth)
    known = same_nodes(nodes, true_nodes)
    ours = {fact.key: fact for fact in _facts(said, nodes, known)}
    theirs = {fact.key: fact for fact in _facts(truth, true_nodes, {i: i for i in true_nodes})}
    ours = _told_either_way(ours, theirs)
    counted = _sums_of_money(truth)
    ours = {key: fact for key, fact in ours.items() if key[:-1] not in counted}
    theirs = {key: fact for key, fact in theirs.items() if key[:-1] not in counted}
    scores = [_of_kind(kind, ours, theirs) for kind in _kinds()]
    scores = [one for one in scores if one.right or one.wrong or one.missed or one.left_out]
    looked_for = [one for one in scores if one.kind not in UNREAD]
    if len(looked_for) < len(scores):
        return (*scores, _sum("all that is read", looked_for), _sum("all", scores))
    return (*scores, _sum("all", scores))


def _told_either_way(ours: Mapping[Key, Fact], theirs: Mapping[Key, Fact]) -> dict[Key, Fact]:
    """Ours, where what somebody does on a board is a role to one reader and a function to another
    as the person has it.
    """
    made = dict(ours)
    for key, fact in ours.items():
        other = _OTHERWISE.get(fact.kind)
        there = (other, *key[1:]) if other else key
        if key not in theirs and there in theirs and there not in ours:
            del made[key]
            made[there] = replace(fact, kind=there[0], key=there)
    return made


_OTHERWISE = {"Seat.role": "Seat.function", "Seat.function": "Seat.role"}


def _sums_of_money(said: Mapping[str, Said]) -> set[Key]:
    """The keys that figures would have whose sums are those of money paid and of budgets."""
    return {
        (
            "Indicator",
            _number(_only(one, name)),
            "",
            unit_class(str(_only(one, "currency") or "EUR")),
        )
        for one in said.values()
        for kind, name in (("FUNDS", "amount"), ("Project", "budget"))
        if one.kind == kind and _only(one, name) is not None
    }


def _kinds() -> Iterator[str]:
    owned = {kind: [name for k, name in OWN_FACTS if k == kind] for kind, _ in OWN_FACTS}
    names = [*(kind.name for kind in MODEL.nodes), *(kind.name for kind in MODEL.relations)]
    for kind in names:
        if kind not in ("Source", "HOLDS", "ON"):
            yield kind
            yield from (f"{kind}.{name}" for name in owned.get(kind, ()))


def _of_kind(kind: str, ours: Mapping[Key, Fact], theirs: Mapping[Key, Fact]) -> Score:
    mine = {key: fact for key, fact in ours.items() if fact.kind == kind}
    right, left_out, wrong = 0, 0, []
    for key, fact in mine.items():
        true = theirs.get(key)
        if true is not None and true.stated:
            right += 1
        elif true is not None or _plain(fact, theirs):
            left_out += 1
        else:
            wrong.append(fact.shown)
    missed = [
        fact.shown
        for key, fact in theirs.items()
        if fact.kind == kind and fact.stated and key not in mine
    ]
    if not any(fact.kind == kind and fact.stated for fact in theirs.values()):
        return Score(kind, 0, (), (), left_out + len(wrong))
    return Score(kind, right, tuple(sorted(wrong)), tuple(sorted(missed)), left_out)


def _plain(fact: Fact, theirs: Mapping[Key, Fact]) -> bool:
    """Whether it is a plain role of what the person knows without saying its role."""
    if fact.key[-1] not in PLAIN_ROLES or fact.about not in theirs:
        return False
    return not any(o.kind == fact.kind and o.about == fact.about for o in theirs.values())


def _sum(name: str, scores: Sequence[Score]) -> Score:
    return Score(
        name,
        sum(one.right for one in scores),
        tuple(shown for one in scores for shown in one.wrong),
        tuple(shown for one in scores for shown in one.missed),
        sum(one.left_out for one in scores),
    )


def _facts(
    said: Mapping[str, Said], nodes: Mapping[str, Named], known: Mapping[str, str]
) -> Iterator[Fact]:
    """Facts under the ids that `known` gives nodes; a node it does not know is nobody else's."""
    world = _World(said, nodes, known)
    yield from _node_facts(world)
    yield from _figures(world)
    yield from _seat_facts(world)
    yield from _relation_facts(world)


@dataclass(frozen=True, slots=True)
class _World:
    said: Mapping[str, Said]
    nodes: Mapping[str, Named]
    known: Mapping[str, str]

    def id(self, node_id: str) -> str:
        return self.known.get(node_id, f"?{node_id}" if node_id else "")

    def name(self, node_id: str) -> str:
        return self.nodes[node_id].name if node_id in self.nodes else node_id or "nobody"

    def properties(self, one: Said, about: Key, shown: str) -> Iterator[Fact]:
        """The properties of one node or relation that are facts of their own."""
        for kind, name in OWN_FACTS:
            if kind != one.kind:
                continue
            for value, stated in one.values.get(name, ()):
                key = (f"{kind}.{name}", *about[1:], loose(value))
                yield Fact(
                    key[0],
                    key,
                    f"{shown}: {value}",
                    stated and one.stated and not one.denied,
                    about,
                )


def _node_facts(world: _World) -> Iterator[Fact]:
    for node_id, node in world.nodes.items():
        if node.kind in _UNSCORED:
            continue
        key = (node.kind, world.id(node_id))
        yield Fact(node.kind, key, node.name, node.stated)
        yield from world.properties(world.said[node_id], key, node.name)


def _figures(world: _World) -> Iterator[Fact]:
    """Figures, those that the text states first: the same value may be there several times."""
    seen: Counter[Key] = Counter()
    rows = [(i, one) for i, one in world.said.items() if one.kind == "Indicator"]
    for node_id, one in sorted(rows, key=lambda row: (not row[1].stated, row[0])):
        value, to = (_only(one, name) for name in ("value", "value_to"))
        unit = str(_only(one, "unit") or "")
        base = ("Indicator", _number(value), _number(to), unit_class(unit))
        seen[base] += 1
        amount = f"{_number(value)}{f'-{_number(to)}' if to else ''} {unit}".strip()
        shown = f"{world.name(node_id)}: {amount}"
        yield Fact("Indicator", (*base, str(seen[base])), shown, one.stated and not one.denied)


def _only(one: Said, name: str) -> object:
    values = one.values.get(name)
    return values[0][0] if values else None


def _number(value: object) -> str:
    return f"{value:.12g}" if isinstance(value, int | float) else ""


def _seat_facts(world: _World) -> Iterator[Fact]:
    held = seats(world.said)
    ends: dict[str, list[tuple[str, Said]]] = {}
    for one in world.said.values():
        if one.kind in ("FROM", "ON_BEHALF_OF"):
            ends.setdefault(one.source_id, []).append((one.target_id, one))
    for seat_id, (holders, boards) in held.items():
        one = world.said[seat_id]
        for holder in holders:
            for board in boards:
                about = ("Seat", world.id(holder), world.id(board))
                shown = f"{world.name(holder)} on {world.name(board)}"
                yield Fact("Seat", about, shown, one.stated and not one.denied)
                yield from world.properties(one, about, shown)
                for party, end in ends.get(seat_id, ()):
                    key = (end.kind, *about[1:], world.id(party))
                    stated = end.stated and not (end.denied or one.denied)
                    yield Fact(end.kind, key, f"{shown}: {world.name(party)}", stated, about)


def _relation_facts(world: _World) -> Iterator[Fact]:
    for one in world.said.values():
        if not one.source_id or one.kind in ("HOLDS", "ON", "FROM", "ON_BEHALF_OF"):
            continue
        key: Key = (one.kind, world.id(one.source_id), world.id(one.target_id))
        shown = f"{world.name(one.source_id)} → {world.name(one.target_id)}"
        if one.kind == "FUNDS":
            amount = _only(one, "amount")
            key = (*key, _number(amount), fold(str(_only(one, "currency") or "eur")))
            shown = f"{shown}: {_number(amount)}"
        yield Fact(one.kind, key, shown, one.stated and not one.denied)
        yield from world.properties(one, key, shown)
