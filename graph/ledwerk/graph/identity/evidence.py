"""Why two descriptions are taken for the same, or not: reasons with their weight, in words."""

from __future__ import annotations

from dataclasses import dataclass

from ledwerk.schema.fields import Text


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason: what was seen, and how much it counts; below 0 it speaks against."""

    text: Text
    weight: float


SURE, DOUBTFUL = "sure", "doubtful"
# What the weights add up to, from which on two are sure to be the same, or may be.
SURE_FROM, DOUBTFUL_FROM = 6.0, 3.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was seen of two descriptions, and what it adds up to."""

    evidence: tuple[Evidence, ...]

    @property
    def score(self) -> float:
        """The sum of the weights."""
        return sum(one.weight for one in self.evidence)

    @property
    def answer(self) -> str:
        """`sure`, `doubtful`, or nothing where they are not taken for the same."""
        if self.score >= SURE_FROM:
            return SURE
        return DOUBTFUL if self.score >= DOUBTFUL_FROM else ""


def observed(weight: float, nl: str, en: str) -> Evidence:
    """A reason in both languages."""
    return Evidence(Text(nl, en), weight)
