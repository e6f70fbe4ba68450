"""How an analysis is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from ledwerk.graph.analysis.path_sums import Progress


@dataclass(frozen=True, slots=True)
class Asking:
    """How an analysis is asked for; each looks only at what concerns it.

    `weighted`: look at strengths. `samples`: look from so many nodes only. `sources` and `targets`:
    whose gaps to whom, by id. `by`: what to tell apart, such as programme. `since` and `days`: what
    ends in so many days from a date. `first`: how many to list where there is no end of them.
    """

    weighted: bool = False
    samples: int | None = None
    seed: int = 1
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    by: str = ""
    since: str = ""
    days: int = 365
    first: int = 100
    progress: Progress | None = None
