"""Steps from a node to others in Cypher: over a relation, a participation, or a tie."""

from __future__ import annotations

from ledwerk.graph import plan as p
from ledwerk.graph.cypher_rows import Rows, Writer
from ledwerk.graph.cypher_schema import quoted


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
        rows = Rows(n, clauses, step.to, self.narrow(n, step.to, possible), r, kind.name)
        rows.last_keys = [f"{r}.key"]
        return rows

    def _participation(self, n: str, r: str, parent: str, step: p.Step) -> Rows:
        via = self.variable("via")
        kind = self.model.relation(step.relation)
        possible = kind.target if step.outgoing else kind.source
        narrowed = self.narrow(n, step.to, possible)
        where = f" WHERE {' AND '.join(narrowed)}" if narrowed else ""
        direct = f"MATCH {_way(parent, r, kind.name, n, step.outgoing)}{where}"
        member, activity = (parent, n) if step.outgoing else (n, parent)
        grouped = (
            f"MATCH ({member}){self._chain(via)}-[{r}:{kind.name}]->({activity}) "
            f"WHERE {' AND '.join([*narrowed, *_chained(via, member)])}"
        )
        called = (
            f"CALL ({parent}) {{ {direct} RETURN {n}, {r}, null AS {via} "
            f"UNION ALL {grouped} RETURN DISTINCT {n}, {r}, {via} }}"
        )
        rows = Rows(n, called, step.to, [], r, kind.name, called=True, bound=[via])
        rows.extra["via"] = via
        rows.last_keys = [f"coalesce({via}.id, '')"]
        return rows

    @staticmethod
    def _chain(via: str) -> str:
        return f"-[{via}_m:MEMBER_OF*1..20]->({via}:Group)"

    def _ties(self, n: str, parent: str, step: p.Step) -> Rows:
        a, v, u, shared = (self.variable(letter) for letter in ("a", "v", "u", "shared"))
        through = f"({parent}){self._chain(v)}-[:PARTNER_IN]->({a})"
        back = f"({n}){self._chain(u)}-[:PARTNER_IN]->({a})"
        own = (
            f"CALL ({parent}) {{ MATCH ({parent})-[:PARTNER_IN]->({a}) WHERE {_stands(parent)} "
            f"RETURN {a} "
            f"UNION MATCH {through} WHERE {' AND '.join([_stands(parent), *_chained(v, parent)])} "
            f"RETURN {a} }}"
        )
        others = (
            f"CALL ({parent}, {a}) {{ MATCH ({a})<-[:PARTNER_IN]-({n}) WHERE {n} <> {parent} "
            f"AND {_stands(n)} RETURN {n} UNION MATCH {back} WHERE {n} <> {parent} "
            f"AND {' AND '.join([_stands(n), *_chained(u, n)])} RETURN {n} }}"
        )
        tenancy = (
            f"MATCH ({parent})-[:TENANT_OF|OWNER_OF]->({n}) RETURN {n}, {n} AS {a} "
            f"UNION MATCH ({parent})<-[:TENANT_OF|OWNER_OF]-({n}) RETURN {n}, {parent} AS {a}"
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


def _stands(party: str) -> str:
    """A group stands in the tie graph only while it has no members."""
    return f"NOT ({party}:Group AND EXISTS {{ ({party})<-[:MEMBER_OF]-() }})"
