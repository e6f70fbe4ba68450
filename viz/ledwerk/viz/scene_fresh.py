"""What came since somebody last looked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Fresh:
    """Nodes by id, and relations as (source id, target id, kind), that were not there before."""

    nodes: frozenset[str] = frozenset()
    steps: frozenset[tuple[str, str, str]] = frozenset()

    @cached_property
    def _taking(self) -> dict[str, set[str]]:
        """Of each party what it newly takes part in, is tenant of, or owns."""
        found: dict[str, set[str]] = {}
        for source, target, kind in self.steps:
            if kind in {"PARTNER_IN", "TENANT_OF", "OWNER_OF"}:
                found.setdefault(source, set()).add(target)
        return found

    def is_new_tie(self, one: str, other: str, weight: int) -> bool:
        """Whether a tie of two parties came: all that makes it is new."""
        if {one, other} & self.nodes:
            return True
        mine, theirs = self._taking.get(one, set()), self._taking.get(other, set())
        return bool(mine | theirs) and len(mine | theirs) >= weight


NOTHING_NEW = Fresh()
