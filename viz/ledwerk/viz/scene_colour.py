"""The colours of parties: by helix, sector or community. Shapes stay those of the helix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias
from weakref import WeakKeyDictionary

from ledwerk.graph.analysis.communities import communities, meeting_ties
from ledwerk.graph.analysis.reckoning import Reckoning
from ledwerk.graph.analysis.subject import Subject, two_of
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import Network
from ledwerk.viz.cluster_tree import OTHERS, cluster_tree
from ledwerk.viz.cluster_values import UNKNOWN
from ledwerk.viz.scene_sets import parts_of, takers_of
from ledwerk.viz.scene_standing import STANDING, Standing
from ledwerk.viz.style import LegendEntry, Style
from ledwerk.viz.texts_scene import scene_text

# Of Okabe and Ito (2008), which colour-blind readers can tell apart, and a dark grey for black.
PALETTE = (
    "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#3D4852",
)  # fmt: skip
OTHER = "#A3A3A3"
_NAMED = 2  # members in the name of a community
_BOTH, _LONGEST = 24, 34  # letters: a longer one stands alone; how much is left of that
_LARGE = 3_000  # parties of which communities are looked for again whenever something changes

Parts: TypeAlias = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, eq=False, slots=True)
class Colours:
    """Which class each party is in, by place, and the colour, name and filter of each class.

    A class of None is none of those that have a colour.
    """

    field: str
    classes: Mapping[int, str]
    shown: Mapping[str, tuple[str, str]]

    def coloured(self, look: Style, place: int) -> Style:
        """A look in the colour of its class."""
        colour = self.shown.get(self.classes.get(place, ""), (OTHER, ""))[0]
        if look.border > 1:  # campus and group keep their rim
            return replace(look, colour=colour) if look.boxed else replace(look, fill=colour)
        return replace(look, colour=colour, fill=colour)

    def entries(self, drawn: Iterable[int], lang: str) -> list[LegendEntry]:
        """What the legend says of the classes of what is drawn, in their order."""
        found = Counter(self.classes.get(place, "") for place in drawn)
        entries = [
            LegendEntry(name, colour, "dot", self.field, value if self.field else "", found[value])
            for value, (colour, name) in self.shown.items()
            if found[value]
        ]
        rest = found.total() - sum(entry.count for entry in entries)
        if rest:
            entries.append(LegendEntry(scene_text("other", lang), OTHER, "dot", count=rest))
        return entries


def colours_of(
    reckoning: Reckoning, by: str, lang: str, standing: Standing = STANDING
) -> Colours | None:
    """The colours of every party of a network; None by helix, which a look has by itself.

    Classes come in the order of how many parties they have, then of names; only as many as there
    are colours have one, so that a class keeps its colour whatever is filtered.
    """
    network = reckoning.network
    if by == "sector":
        classes = _sectors(network)
        names = {network.ids[at]: str(network.name[at]) for at in set(classes.values())}
        labels = {place: network.ids[sector] for place, sector in classes.items()}
        return _coloured("sector", labels, names)
    if by == "community":
        subject = reckoning.subject(Lens())
        parts = [part for part in communities_of(subject, standing) if len(part) > 1]
        labels, names = {}, {}
        for part in parts[: len(PALETTE)]:
            names[part[0]] = called(subject, part, lang)
            labels |= {network.numbers[one]: part[0] for one in part}
        return _coloured("", labels, names)
    return None


def _coloured(field: str, labels: Mapping[int, str], names: Mapping[str, str]) -> Colours:
    counts = Counter(labels.values())
    order = sorted(counts, key=lambda one: (-counts[one], names[one], one))
    shown = {one: (colour, names[one]) for one, colour in zip(order, PALETTE, strict=False)}
    return Colours(field, labels, shown)


def _sectors(network: Network) -> dict[int, int]:
    """The sector of each party: its own, else that in which it takes part in most; the first by
    name of equals.
    """
    rows = network.relation("ACTIVE_IN")
    takers, parts = takers_of(network), parts_of(network)
    found: dict[int, Counter[int]] = {}
    for who, sector in zip(rows.source.tolist(), rows.target.tolist(), strict=True):
        found.setdefault(who, Counter())[sector] += 1_000_000  # its own goes before all
        for part in parts.get(who, (who,)):
            for party in takers.get(part, ()):
                found.setdefault(party, Counter())[sector] += 1
    return {
        who: min(counts, key=lambda one: (-counts[one], network.order(one)))
        for who, counts in found.items()
    }


_MADE: WeakKeyDictionary[Network, Parts] = WeakKeyDictionary()


def communities_of(subject: Subject, standing: Standing) -> Parts:
    """The parties of each community of a network, the largest first; made once.

    Those of a large network are the ones that it is drawn in, which are kept.
    """
    two = two_of(subject)
    if two.network not in _MADE:
        if len(two.members) > _LARGE:
            parts = _drawn_in(two.network, standing)
        else:
            parties = {two.network.ids[place] for place in two.members.tolist()}
            found = communities(meeting_ties(two))
            parts = [tuple(str(one) for one in part if one in parties) for part in found]
        ranked = sorted((part for part in parts if part), key=lambda part: (-len(part), part[0]))
        _MADE[two.network] = tuple(ranked)
    return _MADE[two.network]


def _drawn_in(network: Network, standing: Standing) -> list[tuple[str, ...]]:
    tree = cluster_tree(
        network, "community", loaded=standing.loaded, kept=standing.kept, mark=standing.mark
    )
    found: dict[str, list[str]] = {}
    for party, leaf in sorted(tree.leaf.items()):
        group = leaf.partition("/")[0]
        if group.rpartition(":")[2] not in {OTHERS, UNKNOWN} and party in network.numbers:
            found.setdefault(group, []).append(party)
    return [tuple(part) for part in found.values()]


def called(subject: Subject, members: Iterable[str], lang: str) -> str:
    """What a community is called: after its most tied members."""
    matrix = subject.matrix
    strength = {one: int(matrix.degrees[matrix.numbers[one]]) for one in members}
    first = sorted(strength, key=lambda one: (-strength[one], subject.order[one]))[:_NAMED]
    if any(len(subject.name(one)) > _BOTH for one in first):
        del first[1:]
    names = ", ".join(_short(subject.name(one)) for one in first)
    more = len(strength) - len(first)
    return scene_text("and_others", lang, names=names) if more else names


def _short(name: str) -> str:
    """A name in few letters, cut between words."""
    if len(name) <= _LONGEST:
        return name
    head = name[:_LONGEST].rpartition(" ")[0] or name[:_LONGEST]
    return f"{head} …"
