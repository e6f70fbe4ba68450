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
        if step.days is None:
            called = self._anyhow(parent, n, r, via, step, narrowed)
        else:
            called = self._then(parent, n, r, via, step, narrowed)
        rows = Rows(n, called, step.to, [], r, kind.name, called=True, bound=[via])
        rows.extra["via"] = via
        rows.last_keys = [f"coalesce({via}.id, '')"]
        return rows

    def _anyhow(
        self, parent: str, n: str, r: str, via: str, step: p.Step, narrowed: list[str]
    ) -> str:
        """Directly or through groups, whenever: one pattern, with no membership or some."""
        v, ms = self.variable("v"), f"{via}_m"
        member = parent if step.outgoing else n
        if step.outgoing:
            way = f"({parent})-[{ms}:MEMBER_OF*0..20]->({v})-[{r}:PARTNER_IN]->({n})"
        else:
            way = f"({parent})<-[{r}:PARTNER_IN]-({v})<-[{ms}:MEMBER_OF*0..20]-({n})"
        return (
            f"MATCH {way}{_where(narrowed, [_direct_or(ms, v, member)])} WITH DISTINCT {n}, {r}, "
            f"CASE WHEN size({ms}) = 0 THEN null ELSE {v} END AS {via}"
        )

    def _then(
        self, parent: str, n: str, r: str, via: str, step: p.Step, narrowed: list[str]
    ) -> str:
        """The same within days, where every way has to be looked at for when it holds."""
        member, activity = (parent, n) if step.outgoing else (n, parent)
        direct = _where(narrowed, self._taken_part(r, activity, step.days))
        way = _way(parent, r, "PARTNER_IN", n, step.outgoing)
        return (
            f"CALL ({parent}) {{ MATCH {way}{direct} RETURN {n}, {r}, null AS {via} UNION ALL "
            f"{self._through(member, via, r, activity, step.days, narrowed)} "
            f"RETURN DISTINCT {n}, {r}, {via} }}"
        )

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
        a, shared, q = (self.variable(letter) for letter in ("a", "shared", "q"))
        days = step.days
        held = _where(self._held(q, days))
        tenancy = (
            f"MATCH ({parent})-[{q}:TENANT_OF|OWNER_OF]->({n}){held} RETURN {n}, {n} AS {a} "
            f"UNION MATCH ({parent})<-[{q}:TENANT_OF|OWNER_OF]-({n}){held} "
            f"RETURN {n}, {parent} AS {a}"
        )
        together = self._together if days is None else self._together_then
        called = (
            f"CALL ({parent}) {{ {together(parent, n, a, days)} UNION {tenancy} }} "
            f"WITH {n}, collect({a}) AS {shared}"
        )
        narrowed = self.narrow(n, step.to, self.model.parties)
        rows = Rows(n, called, step.to, narrowed, called=False, bound=[shared])
        rows.keys = [(f"size({shared})", True)]
        rows.extra["weight"] = f"size({shared})"
        rows.extra["shared"] = shared
        return rows

    def _together(self, parent: str, n: str, a: str, days: Days) -> str:
        """What two take part in, each directly or through groups."""
        v, u, one, two = (self.variable(letter) for letter in ("v", "u", "one", "two"))
        apart = [f"{n} <> {parent}", self._stands(parent, days), self._stands(n, days)]
        mine, theirs = _direct_or(one, v, parent), _direct_or(two, u, n)
        # Two patterns: one relation may be walked by both, as by two members of a group.
        return (
            f"MATCH ({parent})-[{one}:MEMBER_OF*0..20]->({v})-[:PARTNER_IN]->({a}) WHERE {mine} "
            f"WITH DISTINCT {parent}, {a} "
            f"MATCH ({a})<-[:PARTNER_IN]-({u})<-[{two}:MEMBER_OF*0..20]-({n})"
            f"{_where(apart, [theirs])} RETURN {n}, {a}"
        )

    def _together_then(self, parent: str, n: str, a: str, days: Days) -> str:
        """The same within days, where every way has to be looked at for when it holds."""
        v, u, q = (self.variable(letter) for letter in ("v", "u", "q"))
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
        return f"{own} {others} RETURN {n}, {a}"

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


def _direct_or(memberships: str, via: str, member: str) -> str:
    """No membership lies between, or those that do count."""
    chained = " AND ".join([f"{via}:Group", *_chained(via, member, memberships)])
    return f"(size({memberships}) = 0 OR ({chained}))"


def _chained(via: str, member: str, memberships: str = "") -> list[str]:
    """A chain of memberships counts where they have a day in common, and ends in another."""
    ms = memberships or f"{via}_m"
    return [
        f"{via} <> {member}",
        f"all(m IN {ms}[..-1] WHERE endNode(m):Group)",
        (
            f"all(a IN {ms} WHERE all(b IN {ms} "
            "WHERE coalesce(a.startFirstDay <= b.endLastDay, true)))"
        ),
    ]
