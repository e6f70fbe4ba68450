"""How large marks are by a measure of centrality."""

from __future__ import annotations

from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from ledwerk.graph.analysis.centrality import centralities
from ledwerk.graph.analysis.reckoning import Reckoning
from ledwerk.graph.analysis.shortest_paths import PATH_MEASURES
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import Network
from ledwerk.viz.style import Style

EXACT_UP_TO = 3_000  # parties; of more, measures of shortest paths are estimated
SAMPLES = 300
_LEAST, _MOST = 7, 26  # radius in pixels


@dataclass(frozen=True, eq=False, slots=True)
class Sizes:
    """A measure of every party by id, its largest value, and of how many samples it is one."""

    values: dict[str, float]
    largest: float
    samples: int | None = None

    def radius(self, value: float) -> int:
        """The radius for a value: its square root, so that larger ones are never smaller."""
        share = (max(value, 0.0) / self.largest) ** 0.5 if self.largest > 0 else 0.0
        return round(_LEAST + (_MOST - _LEAST) * share)

    def sized(self, look: Style, node: str) -> tuple[Style, float | None]:
        """A look in the size of its value, with the value; as it is for who has none."""
        value = self.values.get(node)
        if value is None or look.boxed:
            return look, value
        return replace(look, size=self.radius(value)), value


_MADE: WeakKeyDictionary[Network, dict[str, Sizes]] = WeakKeyDictionary()


def sizes_of(reckoning: Reckoning, measure: str) -> Sizes:
    """A measure on the ties of all parties over all time, made once; see `centrality.MEASURES`.

    In a large network those of shortest paths are estimated from some sources (by seed, so the
    same for everybody).
    """
    made = _MADE.setdefault(reckoning.network, {})
    if measure not in made:
        made[measure] = _measured(reckoning, measure)
    return made[measure]


def _measured(reckoning: Reckoning, measure: str) -> Sizes:
    matrix = reckoning.subject(Lens()).matrix
    few = len(matrix) <= EXACT_UP_TO or measure not in PATH_MEASURES
    samples = None if few else SAMPLES
    found = centralities(matrix, (measure,), samples=samples, distance_samples=samples)[measure]
    values = {str(node): float(value) for node, value in found.values.items()}
    return Sizes(values, max(values.values(), default=0.0), None if found.exact else samples)
