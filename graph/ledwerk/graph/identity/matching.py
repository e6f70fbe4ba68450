"""Which descriptions in a store are likely of one and the same party or person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ledwerk.graph.identity import across_kinds, people, scoring
from ledwerk.graph.identity.blocking import Blocks, pairs
from ledwerk.graph.identity.evidence import DOUBTFUL, SURE, SURE_FROM, Verdict, observed
from ledwerk.graph.identity.person_names import person_name
from ledwerk.graph.identity.record import PERSON, Record

_REGISTERED = ("pic-", "rcn-", "kvk-", "ror-", "vat-")  # how ids begin that are made of a number


@dataclass(frozen=True, slots=True)
class Match:
    """Two descriptions that may be one, and why. `kept` is the one whose id would stay."""

    kept: Record
    gone: Record
    verdict: Verdict

    @property
    def mergeable(self) -> bool:
        """Whether they can be merged: nodes of two kinds cannot."""
        return self.kept.node_kind == self.gone.node_kind

    @property
    def sure(self) -> bool:
        """Whether they are taken for the same without asking anybody."""
        return self.verdict.answer == SURE


def verdict(one: Record, two: Record) -> Verdict:
    """What two descriptions say about whether they are one: of two people, or of two parties."""
    if one.node_kind != two.node_kind:
        return across_kinds.verdict(one, two)
    judge = people.verdict if one.node_kind == PERSON else scoring.verdict
    return judge(one, two)


def matches(
    records: Sequence[Record], *, among: Iterable[Record] | None = None, inside: bool = False
) -> list[Match]:
    """Likely doubles, sure ones first, then by score and id.

    Records of one dataset are not compared with each other unless `inside` says so: who lists two
    means two. With `among`, only matches with one of these at least. Those that somebody called
    different are left out.
    """
    ranked = sorted(records, key=lambda record: record.id)
    # The smaller side is looked up in the larger.
    asked = _asked(ranked) if among is None else sorted(among, key=lambda record: record.id)
    if inside and among is None:
        asked = ranked
    found: list[Match] = []
    for one, two in pairs(asked, Blocks(ranked)):
        if one.id in two.apart or two.id in one.apart:
            continue
        if not inside and not one.datasets.isdisjoint(two.datasets):
            continue
        said = verdict(one, two)
        if said.answer:
            kept, gone = ordered(one, two)
            found.append(Match(kept, gone, said))
    found = list(_told_apart(found))
    found.sort(key=lambda m: (not m.sure, -m.verdict.score, m.kept.id, m.gone.id))
    return found


def ordered(one: Record, two: Record) -> tuple[Record, Record]:
    """The one whose id would stay, and the other: a name is easier to read than a number, and a
    given name than its initial.
    """
    first, second = sorted((one, two), key=lambda r: (_is_number(r.id), _is_curt(r), r.id))
    return first, second


def _is_curt(record: Record) -> bool:
    """Whether a person is called by initials."""
    if record.node_kind != PERSON:
        return False
    return all(len(word) == 1 for word in person_name(record.names[0]).given)


def _is_number(node_id: str) -> bool:
    return node_id.partition(":")[2].startswith(_REGISTERED)


def _asked(records: Sequence[Record]) -> list[Record]:
    """Every record but those of the largest set of datasets: its matches are found from theirs."""
    sizes: dict[frozenset[str], int] = defaultdict(int)
    for record in records:
        sizes[record.datasets] += 1
    if len(sizes) < 2:
        return []
    largest = max(sizes, key=lambda some: (sizes[some], sorted(some)))
    return [record for record in records if record.datasets != largest]


def _told_apart(found: Sequence[Match]) -> Iterator[Match]:
    """Where one fits two that are not each other's match, none of them is sure."""
    partners: dict[str, list[Record]] = defaultdict(list)
    for match in found:
        if match.sure:
            partners[match.kept.id].append(match.gone)
            partners[match.gone.id].append(match.kept)
    for match in found:
        rivals = [
            rival for one, other in ((match.kept, match.gone), (match.gone, match.kept))
            for rival in partners[one.id]
            if rival.id != other.id and verdict(rival, other).answer != SURE
        ]  # fmt: skip
        if match.sure and rivals:
            name = rivals[0].names[0]
            less = observed(
                SURE_FROM - 0.1 - match.verdict.score,
                f"past ook bij {name}",
                f"fits {name} as well",
            )
            yield replace(match, verdict=Verdict((*match.verdict.evidence, less)))
        else:
            yield match


def counted(found: Iterable[Match]) -> dict[str, int]:
    """How many are sure and how many doubtful."""
    counts = {SURE: 0, DOUBTFUL: 0}
    for match in found:
        counts[match.verdict.answer] += 1
    return counts


def reasons(match: Match) -> str:
    """Why two are taken for one, in English, for the log and for readers of the statement."""
    return "; ".join(one.text.en for one in match.verdict.evidence)


def as_merges(found: Iterable[Match]) -> Iterator[tuple[str, str, str]]:
    """Matches as merges: the id that stays, the one that goes, and why."""
    for match in found:
        yield match.kept.id, match.gone.id, reasons(match)
