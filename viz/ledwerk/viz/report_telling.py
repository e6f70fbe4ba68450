"""What every section of a report is told from, and what they all need to say."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ledwerk.graph.analysis.evidence import Evidence
from ledwerk.graph.analysis.findings import Findings
from ledwerk.graph.analysis.ranks import places
from ledwerk.schema.fields import Text
from ledwerk.schema.vocabularies import HELIX as WORDS
from ledwerk.viz.report_parts import Column, Sort
from ledwerk.viz.report_words import Shown, Tongue, colour

NAME = Column("name", Text("naam", "name"))
HELIX = Column("helix", Text("helix", "helix"), Sort.HELIX)
NOUNS = {
    "government": Text("overheid", "government body"),
    "industry": Text("bedrijf", "business"),
    "knowledge": Text("kennisinstelling", "knowledge institution"),
}


@dataclass(frozen=True, eq=False)
class Telling:
    """Findings, what they rest on, and the language to tell them in.

    `ends` says whose gaps to whom, as they were asked for: "sme", "campus", a helix, an id.
    """

    found: Findings
    evidence: Evidence
    tongue: Tongue
    ends: tuple[str, str] = ("sme", "campus")

    def say(self, words: Text, /, **values: Shown) -> str:
        """See `Tongue.say`."""
        return self.tongue.say(words, **values)

    def name(self, ident: Hashable) -> str:
        """What a node is called; the word itself, where it is no node."""
        return self.found.network.called(ident)

    def helix(self, ident: Hashable) -> str:
        """The helix of a node, "unknown" where it is."""
        at = self.found.network.numbers.get(str(ident))
        return "" if at is None else str(self.found.network.helix[at]) or "unknown"

    def party(self, ident: Hashable) -> tuple[str, str]:
        """Its name and helix, with which most rows begin."""
        return self.name(ident), self.helix(ident)

    def colour(self, ident: Hashable) -> str:
        """The colour of a node's helix."""
        return colour(self.helix(ident))

    def names(self, idents: Iterable[Hashable], most: int = 5) -> str:
        """Names in a sentence."""
        return self.tongue.names([self.name(one) for one in idents], most)

    def legend(self, idents: Iterable[Hashable]) -> list[tuple[str, str]]:
        """What the colours of some nodes mean."""
        seen = {self.helix(one) for one in idents}
        return [(self.tongue.helix(word), colour(word)) for word in WORDS.values if word in seen]

    def tied(self, ident: Hashable) -> bool:
        """Whether a party has a tie."""
        return self.found.measures["degree"].values[ident] > 0

    @cached_property
    def central(self) -> tuple[Hashable, ...]:
        """Parties with a tie by betweenness, the largest first; equals by degree, then name."""
        found, subject = self.found, self.found.subject
        between = found.measures["betweenness"].values
        degree = found.measures["degree"].values
        return tuple(node for node in subject.ranked(between, degree) if degree[node])

    @cached_property
    def ranks(self) -> Mapping[str, Mapping[Hashable, tuple[int, int, int]]]:
        """By measure and node its rank, and the lowest and highest that it may as well have."""
        found: dict[str, dict[Hashable, tuple[int, int, int]]] = {}
        nodes = self.found.subject.matrix.nodes
        for name, stable in self.found.stability.items():
            values = self.found.measures[name].values
            listed = np.array([values[node] for node in nodes], dtype=np.float64)
            # Not the rank in the resamples, which may be estimated from fewer.
            own = dict(zip(nodes, places(listed).tolist(), strict=True))
            found[name] = {
                one.node: (own[one.node], min(one.low, own[one.node]), max(one.high, own[one.node]))
                for one in stable.ranks
            }
        return found

    def shared(self) -> str:
        """Through how much ties are: projects and programmes, and boards if they count."""
        size = self.found.size
        if "Board" not in self.found.lens.through:
            return self.say(_ACTIVITIES, n=size.activities)
        return self.say(_AND_BOARDS, n=size.activities, boards=size.boards)

    def who(self) -> str:
        """Whose gaps, in words for many: "mkb-bedrijven"; or a name."""
        word = self.ends[0]
        return self.say(_MANY[word]) if word in _MANY else self.name(word)

    def whom(self) -> str:
        """Gaps to whom, in words for one: "een campus"; or a name."""
        word = self.ends[1]
        return self.say(_ONE[word]) if word in _ONE else self.name(word)


_ACTIVITIES = Text(
    "{n} [project of programma|projecten en programma's]",
    "{n} [project or programme|projects and programmes]",
)
_AND_BOARDS = Text(
    "{n} projecten en programma's en {boards} besturen",
    "{n} projects and programmes and {boards} boards",
)
_MANY = {
    "sme": Text("mkb-bedrijven", "SMEs"),
    "campus": Text("campussen", "campuses"),
    "municipality": Text("gemeenten", "municipalities"),
    "group": Text("groepen", "groups"),
    "organisation": Text("organisaties", "organisations"),
    "government": Text("overheden", "government bodies"),
    "industry": Text("partijen uit het bedrijfsleven", "parties in industry"),
    "knowledge": Text("kennisinstellingen", "knowledge institutions"),
    "civil": Text("maatschappelijke partijen", "civil society parties"),
    "hybrid": Text("gemengde partijen", "hybrid parties"),
    "unknown": Text("partijen zonder bekende helix", "parties of unknown helix"),
}
_ONE = {
    "sme": Text("een mkb-bedrijf", "an SME"),
    "campus": Text("een campus", "a campus"),
    "municipality": Text("een gemeente", "a municipality"),
    "group": Text("een groep", "a group"),
    "organisation": Text("een organisatie", "an organisation"),
    "government": Text("een overheid", "a government body"),
    "industry": Text("een partij uit het bedrijfsleven", "a party in industry"),
    "knowledge": Text("een kennisinstelling", "a knowledge institution"),
    "civil": Text("een maatschappelijke partij", "a civil society party"),
    "hybrid": Text("een gemengde partij", "a hybrid party"),
    "unknown": Text("een partij zonder bekende helix", "a party of unknown helix"),
}
