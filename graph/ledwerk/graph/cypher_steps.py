"""Steps from a node to others in Cypher: over a relation, a participation, or a tie."""

from __future__ import annotations

from ledwerk.graph import plan as p
from ledwerk.graph.cypher_rows import Rows, Writer
from ledwerk.graph.cypher_schema import quoted

Days = tuple[str, str] | None


class Steps(Writer):
    """Writes the rows at the far end of a step."""

    def step(self, step: p.Step, parent: str) -> Rows:
        """The rows at the far end of a step from the node in the variable `parent`."""
        n = self.variable("n")
        if step.over == "ties":
            return self._ties(n, parent, step)
        r = self.variable("r")
        kind = self.model.relation(step.relation)
        if step.over == "participation":
            return self._participation(n, r, parent, step)
        possible = kind.target if step.outgoing else kind.source
        clauses = f"MATCH {_way(parent, r, kind.name, n, step.outgoing)}"
        where = [*self.narrow(n, step.to, possible), *self._held(r, step.days)]
        rows = Rows(n, clauses, step.to, where, r, kind.name)
        rows.last_keys = [f"{r}.key"]
        return rows

    def _participation(self, n: str, r: str, parent: str, step: p.Step) -> Rows:
        via = self.variable("via")
        kind = self.model.relation(step.relation)
        possible = kind.target if step.outgoing else kind.source
        narrowed = self.narrow(n, step.to, possible)
        member, activity = (parent, n) if step.outgoing else (n, parent)
        direct = _where(narrowed, self._taken_part(r, activity, step.days))
        called = (
            f"CALL ({parent}) {{ MATCH {_way(parent, r, kind.name, n, step.outgoing)}{direct} "
            f"RETURN {n}, {r}, null AS {via} UNION ALL "
            f"{self._through(member, via, r, activity, step.days, narrowed)} "
            f"RETURN DISTINCT {n}, {r}, {via} }}"
        )
        rows = Rows(n, called, step.to, [], r, kind.name, called=True, bound=[via])
        rows.extra["via"] = via
        rows.last_keys = [f"coalesce({via}.id, '')"]
        return rows

    def _through(
        self, member: str, via: str, r: str, activity: str, days: Days, also: list[str]
    ) -> str:
        """A party takes part through a group that it is in, also through a group within it."""
        ms = f"{via}_m"
        found = (
            f"MATCH ({member})-[{ms}:MEMBER_OF*1..20]->({via}:Group)-[{r}:PARTNER_IN]->({activity})"
            f"{_where(also, _chained(via, member))}"
        )
        if days is None:
            return found
        # By several ways: from the first beginning to the last end, as memberships are counted.
        first, last = f"{ms}_first", f"{ms}_last"
        spans = self._taken_part(r, activity, days, (first, last))
        return (
            f"{found} WITH {member}, {via}, {r}, {activity}, min({_span(ms, 'first')}) AS {first}, "
            f"max({_span(ms, 'last')}) AS {last}{_where(spans)}"
        )

    def _ties(self, n: str, parent: str, step: p.Step) -> Rows:
        a, v, u, shared = (self.variable(letter) for letter in ("a", "v", "u", "shared"))
        q, days = self.variable("q"), step.days
        stands, other = self._stands(parent, days), self._stands(n, days)
        apart = f"{n} <> {parent}"
        own = (
            f"CALL ({parent}) {{ MATCH ({parent})-[{q}:PARTNER_IN]->({a})"
            f"{_where([stands], self._taken_part(q, a, days))} RETURN {a} UNION "
            f"{self._through(parent, v, q, a, days, [stands])} RETURN {a} }}"
        )
        others = (
            f"CALL ({parent}, {a}) {{ MATCH ({a})<-[{q}:PARTNER_IN]-({n})"
            f"{_where([apart, other], self._taken_part(q, a, days))} RETURN {n} UNION "
            f"{self._through(n, u, q, a, days, [apart, other])} RETURN {n} }}"
        )
        held = _where(self._held(q, days))
        tenancy = (
            f"MATCH ({parent})-[{q}:TENANT_OF|OWNER_OF]->({n}){held} RETURN {n}, {n} AS {a} "
            f"UNION MATCH ({parent})<-[{q}:TENANT_OF|OWNER_OF]-({n}){held} "
            f"RETURN {n}, {parent} AS {a}"
        )
        called = (
            f"CALL ({parent}) {{ {own} {others} "
            f"RETURN {n}, {a} UNION {tenancy} }} WITH {n}, collect({a}) AS {shared}"
        )
        narrowed = self.narrow(n, step.to, self.model.parties)
        rows = Rows(n, called, step.to, narrowed, called=False, bound=[shared])
        rows.keys = [(f"size({shared})", True)]
        rows.extra["weight"] = f"size({shared})"
        rows.extra["shared"] = shared
        return rows

    # -- time -----------------------------------------------------------------------------------

    def _held(self, row: str, days: Days) -> list[str]:
        """A relation holds within days; a missing start or end is open."""
        return (
            []
            if days is None
            else self._within((f"{row}.startFirstDay",), (f"{row}.endLastDay",), days)
        )

    def _taken_part(
        self, row: str, activity: str, days: Days, also: tuple[str, str] | None = None
    ) -> list[str]:
        """A participation holds within days, and so does what it goes through."""
        if days is None:
            return []
        none = f"{row}.startFirstDay IS NULL AND {row}.endLastDay IS NULL"
        first = f"CASE WHEN {none} THEN {activity}.startFirstDay ELSE {row}.startFirstDay END"
        last = f"CASE WHEN {none} THEN {activity}.endLastDay ELSE {row}.endLastDay END"
        firsts, lasts = ((first, also[0]), (last, also[1])) if also else ((first,), (last,))
        return self._within(firsts, lasts, days)

    def _within(
        self, firsts: tuple[str, ...], lasts: tuple[str, ...], days: tuple[str, str]
    ) -> list[str]:
        """All of these spans have a day in common, and it is one of the days."""
        begin, end = (f"date({self.value(day)})" for day in days)
        pairs = [(first, end) for first in firsts] + [(begin, last) for last in lasts]
        pairs += [(first, last) for first in firsts for last in lasts]
        return [f"coalesce({one} <= {other}, true)" for one, other in pairs]

    def _stands(self, party: str, days: Days) -> str:
        """A group stands in the tie graph only while it has no members."""
        m = self.variable("m")
        members = f"MATCH ({party})<-[{m}:MEMBER_OF]-(){_where(self._held(m, days))}"
        return f"NOT ({party}:Group AND EXISTS {{ {members} }})"


def _where(*conditions: list[str]) -> str:
    every = [one for some in conditions for one in some]
    return f" WHERE {' AND '.join(every)}" if every else ""


def _span(relations: str, which: str) -> str:
    """The latest first day of relations in a row, or the earliest last day."""
    if which == "first":
        open_end, key, sign = "date('0001-01-01')", "startFirstDay", ">"
    else:
        open_end, key, sign = "date('9999-12-31')", "endLastDay", "<"
    taken = f"CASE WHEN x.{key} {sign} d THEN x.{key} ELSE d END"
    return f"reduce(d = {open_end}, x IN {relations} | {taken})"


def _way(parent: str, relation: str, kind: str, node: str, outgoing: bool) -> str:
    left, right = ("-", "->") if outgoing else ("<-", "-")
    return f"({parent}){left}[{relation}:{quoted(kind)}]{right}({node})"


def _chained(via: str, member: str) -> list[str]:
    """A chain of memberships counts where they have a day in common, and ends in another."""
    ms = f"{via}_m"
    return [
        f"{via} <> {member}",
        f"all(m IN {ms}[..-1] WHERE endNode(m):Group)",
        (
            f"all(a IN {ms} WHERE all(b IN {ms} "
            "WHERE coalesce(a.startFirstDay <= b.endLastDay, true)))"
        ),
    ]
