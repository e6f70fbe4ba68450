"""Analyses of one revision, asked one after another: what they share is made once and kept."""

from __future__ import annotations

from collections import OrderedDict

from ledwerk.graph.analysis.subject import Subject, subject_of_network
from ledwerk.graph.lens import Lens, Mode
from ledwerk.graph.network import Network

_KEPT = 4  # ties of so many lenses


class Reckoning:
    """A graph, with the ties seen through the lenses asked for last."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self._subjects: OrderedDict[tuple[Lens, Mode], Subject] = OrderedDict()

    def subject(self, lens: Lens, mode: Mode = Mode.PARTIES) -> Subject:
        """The ties of a mode through a lens."""
        key = (lens, mode)
        if key not in self._subjects:
            self._subjects[key] = subject_of_network(self.network, lens, mode)
            while len(self._subjects) > _KEPT:
                self._subjects.popitem(last=False)
        self._subjects.move_to_end(key)
        return self._subjects[key]
