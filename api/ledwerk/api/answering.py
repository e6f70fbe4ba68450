"""From a plan to a whole answer: the store's one statement, then the questions left for later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any

from ledwerk.api import conditions, memory
from ledwerk.api.analyst import Analyst
from ledwerk.api.fields_asked import Request
from ledwerk.api.selection import Compiler, Ticket
from ledwerk.api.statement_answers import ToldOf, sources_wanted
from ledwerk.api.statement_asked import told_places
from ledwerk.graph import plan as p
from ledwerk.graph.analysis.within import within
from ledwerk.graph.claims import CLAIMED, contradictions
from ledwerk.graph.lens import Lens
from ledwerk.graph.projection import Projections
from ledwerk.graph.resolution import Conflict
from ledwerk.graph.splitting import laters
from ledwerk.graph.store import Store
from ledwerk.graph.trust import Sight
from ledwerk.schema.kinds import Model
from ledwerk.schema.names import fold, name_key
from ledwerk.schema.statements import Statement

CAMPUS_REACH = 2
_SUGGESTIONS = 5
_LONGEST_NAME = 200  # what is longer is no name, and would be slow to compare

Json = dict[str, Any]


@dataclass(frozen=True)
class Desk:
    """What a resolver works with: the model, the store, its projections, and who analyses it.

    `look` opens the same for the store as it is seen in another way.
    """

    model: Model
    store: Store
    projections: Projections
    analyst: Analyst
    look: Callable[[Sight], AbstractAsyncContextManager[Desk]] | None = None

    async def answer(self, compiler: Compiler, plan: p.Plan) -> Any:
        """The plan's answer, with every question left for later answered in place."""
        return await self.later(compiler, await self.store.answer(plan))

    async def later(self, compiler: Compiler, found: Any) -> Any:
        """What was found, once the questions in it are answered, and those in their answers."""
        while compiler.tickets and await self._fill(compiler, found):
            pass
        return found

    async def _fill(self, compiler: Compiler, found: Any) -> bool:
        """Answer every question in what was found; False where there is none."""
        places: dict[int, list[tuple[Any, Any, str]]] = defaultdict(list)
        for holder, key, number, node in laters(found):
            places[number].append((holder, key, node))
        for number, here in places.items():
            ticket = compiler.tickets[number]
            ids = list(dict.fromkeys(node for _, _, node in here))
            if ticket.question == "within":
                answers = await self._within(ticket, ids)
            else:
                answers = await self._conflicts(compiler.request, ticket, ids)
            for holder, key, node in here:
                holder[key] = answers[node]
        told = await self._fill_told(compiler, found)
        return bool(places) or told

    async def _fill_told(self, compiler: Compiler, found: Any) -> bool:
        """Make of the statements that were found what is asked of them; False for none."""
        places = list(told_places(found))
        fill = memory.Fill()
        for _, _, number, rows in places:
            for ids, shape in sources_wanted(rows, compiler.tickets[number].wanted):
                fill.want(ids, shape)
        await self.fetch(fill)
        for holder, key, number, rows in places:
            ticket, of = compiler.tickets[number], ToldOf(self.model, rows, fill)
            match ticket.question:
                case "confirmed":
                    holder[key] = of.confirmed()
                case "sideBySide":
                    only = ticket.asked.arguments.get("property")
                    holder[key] = of.side_by_side(ticket.wanted, only)
                case _:
                    holder[key] = of.statements(ticket.wanted)
        return bool(places)

    async def _within(self, ticket: Ticket, ids: Sequence[str]) -> dict[str, Any]:
        assert ticket.parts is not None
        as_of = conditions.as_of(ticket.asked.arguments)
        ties = await self.projections.ties(Lens(as_of=as_of))
        lists = {}
        for node in ids:
            near = within(ties, ties.numbers[node], CAMPUS_REACH)
            lists[node] = [memory.Row(ties.id(one), {"distance": steps}) for one, steps in near]
        return await self.connections(lists, ticket.parts)

    async def connections(
        self, lists: Mapping[str, Sequence[memory.Row]], take: p.Connection
    ) -> dict[str, Json]:
        """A connection over each list of rows, all filled in by one statement."""
        fill = memory.Fill()
        pages = {}
        for node, rows in lists.items():
            shown, after, before = memory.cut(rows, take.page)
            memory.want(shown, take, fill)
            pages[node] = (shown, (after, before, len(rows)))
        await self.fetch(fill)
        return {
            node: memory.connection(shown, take, page, fill)
            for node, (shown, page) in pages.items()
        }

    async def fetch(self, fill: memory.Fill) -> None:
        """One statement for everything a fill wants."""
        plan = fill.plan(tuple(kind.name for kind in self.model.nodes))
        if plan is not None:
            fill.put(await self.store.answer(plan))

    async def _conflicts(
        self, request: Request, ticket: Ticket, ids: Sequence[str]
    ) -> dict[str, Any]:
        cited = p.Citations("s", CLAIMED, distinct=False)
        shape = p.Shape((((), (p.Leaf("id", "id"), cited)),))
        kinds = tuple(kind.name for kind in self.model.nodes)
        rows = await self.store.answer(p.Find(p.ById(tuple(ids), kinds), p.ListOf(shape, len(ids))))
        asked = request.below([ticket.asked], "Conflict")
        made = {row["id"]: _told(request, asked, row["s"]) for row in rows}
        return {node: made.get(node, []) for node in ids}

    async def nearest_names(self, asked: str, kinds: Sequence[str]) -> list[str]:
        """The names that come closest to one that nobody has; nodes of `kinds` first."""
        from rapidfuzz import fuzz, process

        names = sorted(await self.store.names())  # of equals the first is offered, on every store
        wanted = [(name, kind) for name, _, kind in names if kind in kinds]
        pool = [name for name, _ in wanted] or [name for name, _, _ in names]
        asked = asked[:_LONGEST_NAME]
        key = name_key(asked) or fold(asked)
        found = process.extract(
            key, pool, scorer=fuzz.WRatio, processor=name_key, limit=_SUGGESTIONS, score_cutoff=55
        )
        return list(dict.fromkeys(name for name, _, _ in found))


def _told(request: Request, asked: Sequence[Any], rows: Sequence[Json]) -> list[Json]:
    found = contradictions(rows)
    return [_shown(request, asked, one, found.titles) for one in found.conflicts]


def _shown(
    request: Request, asked: Sequence[Any], one: Conflict, titles: Mapping[Statement, str | None]
) -> Json:
    made: Json = {}
    for field in asked:
        if field.name == "property":
            made[field.key] = one.property
        elif field.name == "statements":
            inner = request.below([field], "Claim")
            made[field.key] = [
                {i.key: _claim(one, s, titles)[i.name] for i in inner} for s in one.statements
            ]
        else:
            made[field.key] = "Conflict"
    return made


def _claim(one: Conflict, said: Statement, titles: Mapping[Statement, str | None]) -> Json:
    value = said.values().get(one.property) if one.property else None
    exists = "no" if said.denied else "yes"
    return {
        "value": exists if one.property is None else _text(value),
        "title": titles[said],
        "locator": said.locator or None,
        "basis": said.basis.upper(),
        "note": said.note or None,
        "__typename": "Claim",
    }


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)  # an editor said that it is empty
