"""`ledwerk why`: the answer in lines, in the language that is spoken, or as JSON."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ledwerk.api.answers import WHICH
from ledwerk.api.language import language_of
from ledwerk.api.node_names import node_names
from ledwerk.api.why import Asking, Chain, Grounds, Why, ids_in, property_named
from ledwerk.graph.decisions import day_confirmed, day_withdrawn, decision
from ledwerk.graph.store import Store
from ledwerk.graph.weighing import EXISTENCE, Weighed
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.kinds import Model
from ledwerk.schema.names import camel
from ledwerk.schema.statements import Statement
from ledwerk.viz.because import because, ground, label, told, value_said
from ledwerk.viz.texts import said
from ledwerk.viz.texts_why import WHY_TEXTS

Json = dict[str, Any]
Tell = Callable[[str, dict[str, Any]], Any]


def run_why(model: Model, store: Store, tell: Tell, options: argparse.Namespace) -> int:
    """Print the answer. `tell` asks GraphQL, which knows names and their spellings."""
    node = _found(model, store, tell, options.name)
    asking = Asking(model, store)
    if options.on and options.property:
        raise InvalidQuestion("give either --on or --property")
    if options.on:
        why = asking.between(node, _found(model, store, tell, options.on))
    else:
        why = asking.of_node(node)
    only = property_named(why.node.kind, options.property) if options.property else None
    names = node_names(model, store, ids_in(why))
    words = _Words(names, language_of((), os.environ))
    if options.json:
        lines = iter([json.dumps(_json(words, why, only), ensure_ascii=False, indent=2)])
    else:
        lines = words.lines(why, only)
    for line in lines:
        sys.stdout.write(f"{line}\n")
    return 0


def _found(model: Model, store: Store, tell: Tell, word: str) -> str:
    """The id that a word means; what an editor removed is known by its id only."""
    if model.kind_of(word) and next(iter(store.statements(key=word)), None) is not None:
        return word
    return str(tell(WHICH, {"name": word})["path"]["nodes"][0]["id"])


class _Words:
    """The answer in words of one language; `names` are those of nodes, by id."""

    def __init__(self, names: Mapping[str, str], lang: str) -> None:
        self._names, self.lang = names, lang

    def lines(self, why: Why, only: str | None) -> Iterator[str]:
        """Everything, a line each."""
        yield self.title(why.node)
        if why.other is None:
            yield from self.fact(why.node, only)
            return
        yield self.title(why.other)
        if not why.chains:
            ends = {"one": self.name(why.node.key), "other": self.name(why.other.key)}
            yield self._("apart", **ends)
        for chain in why.chains:
            yield ""
            yield from self.chain(chain)
        if why.more:
            yield ""
            yield self._("more", count=why.more)

    def chain(self, chain: Chain) -> Iterator[str]:
        """What connects two nodes in one way."""
        through = " – ".join(map(self.name, chain.through))
        yield self._("through", names=through) if chain.through else self._("direct")
        for fact in chain.facts:
            yield f"  {self.title(fact)}"
            for line in self.fact(fact, None):
                yield f"  {line}"

    def title(self, fact: Grounds) -> str:
        """What a fact is, in a line."""
        kind = said(fact.kind.label, self.lang)
        if fact.source_id:
            return f"{self.name(fact.source_id)} {kind} {self.name(fact.target_id)}"
        return f"{self.name(fact.key)}  ({kind}, {fact.key})"

    def fact(self, fact: Grounds, only: str | None) -> Iterator[str]:
        """Whether it is shown, since when that is confirmed, and every statement of it."""
        if not fact.statements:
            yield f"  {self._('none')}"
            return
        if not fact.there:
            yield f"  {self._('gone', because=self.because(fact, fact.told[0]))}"
        day = fact.confirmed or told("never", self.lang)
        yield f"  {told('last_confirmed', self.lang, day=day)}"
        chosen = [one for one in fact.told if only is None or one.name == only]
        if only is not None and not chosen:
            yield f"  {self._('not_said', label=label(fact.kind, only, self.lang))}"
        for one in chosen:
            if one.beaten is not None or only is not None:
                yield from (f"  {line}" for line in self.weighed(fact, one))
        rows = [row for row in fact.statements if only is None or only in row.values()]
        for number, row in enumerate(rows, 1):
            yield from (f"  {line}" for line in self.statement(fact, number, row))

    def weighed(self, fact: Grounds, one: Weighed) -> Iterator[str]:
        """What is shown of a property and why, and what every statement says of it."""
        yield self._(
            "picked",
            label=label(fact.kind, one.name, self.lang),
            value=value_said(fact.kind, one.name, one.value, self.lang),
            because=self.because(fact, one),
        )
        for side in one.sides:
            value = value_said(fact.kind, one.name, side.value, self.lang)
            source = f"{self.place(side.statement)} [{ground(side.statement, self.lang)}]"
            mark = "*" if side.shown else "-"
            yield f"  {mark} {self._('side', value=value, source=source)}"

    def because(self, fact: Grounds, one: Weighed) -> str:
        """Why that is what is shown."""
        return because(one, fact.dates, self.lang)

    def statement(self, fact: Grounds, number: int, row: Statement) -> Iterator[str]:
        """One statement: where, on what ground, what it says, and who brought it when."""
        marks = [ground(row, self.lang)]
        if row.accepted_by:
            marks.append(told("accepted", self.lang, who=row.accepted_by))
        if row.confidence is not None:
            marks.append(told("confidence", self.lang, value=f"{row.confidence:g}"))
        if row.denied:
            marks.append(told("denies", self.lang))
        yield f"{number}. {self.place(row)} [{', '.join(marks)}]"
        values = [
            f"{label(fact.kind, name, self.lang)}: {value_said(fact.kind, name, value, self.lang)}"
            for name, value in row.properties
        ]
        if decision(row) == "same":
            yield f"   {told('same', self.lang)}"
        elif not row.denied:
            yield f"   {self._('says', values='; '.join(values)) if values else self._plain(row)}"
        if row.note:
            yield f"   {row.note}"
        if row.stated_as:
            yield f"   {told('merged', self.lang, id=row.stated_as)}"
        if (since := fact.since.get(row)) is not None:
            yield "   " + told(
                "loaded",
                self.lang,
                dataset=row.dataset,
                revision=since.number,
                at=since.at[:16].replace("T", " "),
                actor=since.actor,
            )

    def place(self, row: Statement) -> str:
        """Where it is said: the source and the place in it."""
        source = self._names.get(row.cited, row.cited) or self._("by_hand")
        return ", ".join(filter(None, (source, "" if decision(row) else row.locator)))

    def _plain(self, row: Statement) -> str:
        if day := day_confirmed(row):
            return told("confirmed", self.lang, day=day)
        if day := day_withdrawn(row):
            return told("withdrawn", self.lang, day=day)
        if decision(row) == "different":
            return told("different", self.lang, place=row.locator)
        return self._("says_nothing")

    def name(self, node_id: str) -> str:
        """What a node is called, or its id."""
        return self._names.get(node_id, node_id)

    def _(self, name: str, /, **words: object) -> str:
        return said(WHY_TEXTS[name], self.lang).format(**words)


# -- as JSON --------------------------------------------------------------------------------------


def _json(words: _Words, why: Why, only: str | None) -> Json:
    if why.other is None:
        return _fact(words, why.node, only)
    chains = [
        {
            "through": [{"id": one, "name": words.name(one)} for one in chain.through],
            "facts": [_fact(words, fact, None) for fact in chain.facts],
        }
        for chain in why.chains
    ]
    ends = [{"id": one.key, "name": words.name(one.key)} for one in (why.node, why.other)]
    return {"from": ends[0], "to": ends[1], "chains": chains, "more": why.more}


def _fact(words: _Words, fact: Grounds, only: str | None) -> Json:
    made: Json = {"kind": fact.kind.name, "key": fact.key, "about": words.title(fact)}
    made |= {"shown": fact.there, "confirmed": fact.confirmed or None}
    told_ = [one for one in fact.told if only is None or one.name == only]
    made["properties"] = [_weighed(words, fact, one) for one in told_ if one.name != EXISTENCE]
    made["existence"] = [_weighed(words, fact, one) for one in told_ if one.name == EXISTENCE]
    rows = [row for row in fact.statements if only is None or only in row.values()]
    made["statements"] = [_statement(words, fact, row) for row in rows]
    return made


def _weighed(words: _Words, fact: Grounds, one: Weighed) -> Json:
    return {
        "name": camel(one.name) or None,
        "value": one.value,
        "reason": one.reason,
        "because": words.because(fact, one),
        "sides": [
            {"value": side.value, "shown": side.shown, "statement": side.statement.digest}
            for side in one.sides
        ],
    }


def _statement(words: _Words, fact: Grounds, row: Statement) -> Json:
    since = fact.since.get(row)
    return {
        "id": row.digest,
        "source": row.cited or None,
        "title": words.name(row.cited) or None,
        "locator": row.locator or None,
        "date": fact.dates.get(row.cited),
        "dataset": row.dataset,
        "basis": row.basis,
        "acceptedBy": row.accepted_by or None,
        "unreviewed": row.unreviewed,
        "confidence": row.confidence,
        "denied": row.denied,
        "note": row.note or None,
        "statedAs": row.stated_as or None,
        "says": {camel(name): value for name, value in row.properties},
        "shown": [camel(name) for name in fact.shown(row)],
        "confirmed": fact.as_of(row) or None,
        "revision": since and since.number,
        "at": since and since.at,
        "actor": since and since.actor,
        "action": since and since.action,
    }
