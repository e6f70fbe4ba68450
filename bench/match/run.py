"""Matching of parties and people on pairs that a person labelled, and how long it takes.

Parties beside RapidFuzz alone, and beside the libraries of OpenSanctions where they are installed
(`open_sanctions.py` says how). Prints one JSON object a line. A peer's thresholds are chosen on the
half of the pairs that ours was tuned on, so that each is at its best; all are scored on the other
half.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import open_sanctions
import rapidfuzz
from rapidfuzz import fuzz

from ledwerk.graph.identity.matching import matches, verdict
from ledwerk.graph.identity.record import Record
from ledwerk.schema.names import name_key

ROOT = Path(__file__).parents[2]
PAIRS = ROOT / "tests" / "graph" / "identity" / "pairs.csv"
PEOPLE = PAIRS.with_name("people_pairs.csv")
DATA = ROOT.parent / "shared" / "data"
_KINDS = {"REC": "research_institute", "PRC": "company", "PUB": "public_body"}
_HELICES = {"HES": "knowledge", "REC": "knowledge", "PRC": "industry", "PUB": "government"}
_KIND_HELICES = {
    "company": "industry", "university": "knowledge", "ministry": "government",
    "university_of_applied_sciences": "knowledge", "province": "government",
    "municipality": "government", "chamber_of_commerce": "government", "public_body": "government",
}  # fmt: skip

Row = dict[str, str]
Line = dict[str, Any]
Scorer = open_sanctions.Scorer


def pairs(part: str) -> list[tuple[Record, Record, bool]]:
    """The labelled pairs of a part, as they are compared."""
    with PAIRS.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["part"] == part]
    return [(_first(row), _second(row), row["same"] == "yes") for row in rows]


def _first(row: Row) -> Record:
    names = tuple(name for name in (row["first"], row["alias"]) if name)
    places = (row["place"],) if row["place"] else ()
    helix = _KIND_HELICES.get(row["kind"], "")
    return Record("a", "Organisation", names, row["country"], places, row["kind"], helix)


def _second(row: Row) -> Record:
    names = tuple(name for name in (row["second"], row["second_alias"]) if name)
    places = (row["second_place"],) if row["second_place"] else ()
    type_ = row["second_type"]
    kind, helix = _KINDS.get(type_, ""), _HELICES.get(type_, "")
    return Record("b", "Organisation", names, row["second_country"], places, kind, helix)


def people(part: str) -> list[tuple[Record, Record, bool]]:
    """The labelled pairs of people of a part, as they are compared."""
    with PEOPLE.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["part"] == part]
    return [
        (_person(row["first"], row["first_at"]), _person(row["second"], row["second_at"]),
         row["same"] == "yes")
        for row in rows
    ]  # fmt: skip


def _person(name: str, parties: str) -> Record:
    at = frozenset(one.strip() for one in parties.split(";") if one.strip())
    return Record(name, "Person", (name,), related=at)


Answer = Callable[[Record, Record], str]
Pairs = list[tuple[Record, Record, bool]]


def scored(some: Pairs, answer: Answer) -> Line:
    """Precision and recall of sure matches, and of sure and doubtful ones together."""
    told = [(answer(one, two), same) for one, two, same in some]
    every = sum(same for _, same in told)
    found: Line = {"pairs": len(told), "same": every}
    for name, answers in (("sure", {"sure"}), ("proposed", {"sure", "doubtful"})):
        taken = [same for got, same in told if got in answers]
        found[f"{name}_precision"] = round(sum(taken) / max(1, len(taken)), 3)
        found[f"{name}_recall"] = round(sum(taken) / max(1, every), 3)
    return found


def ours(one: Record, two: Record) -> str:
    """What ledwerk says."""
    return verdict(one, two).answer


def alike(scorer: Scorer) -> Callable[[Record, Record], float]:
    """How alike the most alike of two parties' names are, by a peer."""
    return lambda one, two: max(scorer(a, b) for a in one.names for b in two.names)


def beyond(scores: dict[tuple[int, int], float], sure: float, doubtful: float) -> Answer:
    """A peer's answers by its thresholds."""

    def answer(one: Record, two: Record) -> str:
        best = scores[id(one), id(two)]
        return "sure" if best >= sure else "doubtful" if best >= doubtful else ""

    return answer


def tuned(scores: dict[tuple[int, int], float], some: Pairs) -> tuple[float, float]:
    """The thresholds at which a peer does best: sure ones at 0.98 precision or as near to it as
    it comes, and as many found among those proposed as ours finds.
    """
    wanted = scored(some, ours)
    steps = [100 - step / 2 for step in range(180)]
    lines = {step: scored(some, beyond(scores, step, step)) for step in steps}
    good = [step for step in steps if lines[step]["sure_precision"] >= 0.98]
    found = [step for step in good if lines[step]["sure_recall"] > 0]
    sure = min(found, default=max(steps, key=lambda step: lines[step]["sure_precision"]))
    enough = [s for s in steps if lines[s]["proposed_recall"] >= wanted["proposed_recall"]]
    return sure, max(enough, default=min(steps))


_MEASURES = ("sure_precision", "sure_recall", "proposed_precision", "proposed_recall")


def quality() -> Iterable[Line]:
    """Ours on the half that was set aside, beside each peer: one line a measure and peer."""
    yield from _beside("match", pairs, _peers())
    yield from _beside("match/people", people, ())


def _beside(
    called: str, read: Callable[[str], Pairs], peers: Iterable[tuple[str, Scorer]]
) -> Iterable[Line]:
    tune, test = read("tune"), read("test")
    own = scored(test, ours)
    for measure in _MEASURES:
        yield _line(called, own, measure, None, None)
    for name, scorer in peers:
        likeness = alike(scorer)
        scores = {(id(a), id(b)): likeness(a, b) for a, b, _ in (*tune, *test)}
        sure, doubtful = tuned(scores, tune)
        other = scored(test, beyond(scores, sure, doubtful))
        for measure in _MEASURES:
            yield _line(called, own, measure, f"{name} from {sure} and {doubtful}", other)


def _line(called: str, own: Line, measure: str, against: str | None, other: Line | None) -> Line:
    return {
        "name": f"{called}/{measure.replace('_', '-')}", "value": own[measure], "unit": "share",
        "against": against, "peer": other[measure] if other else None,
        "pairs": own["pairs"], "same": own["same"],
    }  # fmt: skip


def _peers() -> Iterable[tuple[str, Scorer]]:
    for name in ("ratio", "token_sort_ratio", "token_set_ratio", "WRatio"):
        yield f"rapidfuzz {rapidfuzz.__version__} {name}", _without_forms(getattr(fuzz, name))
    try:
        yield from open_sanctions.scorers()
    except ImportError as error:
        print(f"without the libraries of OpenSanctions: {error}", file=sys.stderr)


def _without_forms(scorer: Callable[..., float]) -> Scorer:
    return lambda one, two: scorer(name_key(one), name_key(two))


def speed() -> Iterable[Line]:
    """All of FP7's sample against all named parties of H2020, candidates found and scored."""
    if not DATA.is_dir():
        print("no shared data, so no speed", file=sys.stderr)
        return
    known, new = _h2020(), _fp7()
    started, worked = time.perf_counter(), time.process_time()
    found = matches([*known, *new])
    seconds, cpu = time.perf_counter() - started, time.process_time() - worked
    yield {
        "name": "match/seconds", "value": round(seconds, 2), "unit": "s", "against": None,
        "left": len(new), "right": len(known), "cpu_seconds": round(cpu, 2),
        "sure": sum(one.sure for one in found), "proposed": len(found),
        "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }  # fmt: skip


def _h2020() -> list[Record]:
    with gzip.open(DATA / "h2020" / "organisations_2017.csv.gz", "rt", encoding="utf-8") as file:
        return [
            Record(
                f"organisation:pic-{row['pic']}", "Organisation",
                tuple(dict.fromkeys(n for n in (row["name"], row["shortName"]) if n)),
                row["country"], (row["city"],), _KINDS.get(row["activityType"], ""),
                _HELICES.get(row["activityType"], ""), "", (("pic", row["pic"]),),
                frozenset({"h2020"}),
            )
            for row in csv.DictReader(file)
        ]  # fmt: skip


def _fp7() -> list[Record]:
    with gzip.open(DATA / "cordis_fp7_geo" / "projects_big.json.gz") as file:
        named = {
            (one["name"], one["country"], one["city"] or "")
            for project in json.load(file)
            for one in project["participants"]
            if one["name"]
        }
    return [
        Record(f"organisation:fp7-{n}", "Organisation", (name,), country, (city,) if city else (),
               datasets=frozenset({"fp7"}))
        for n, (name, country, city) in enumerate(sorted(named))
    ]  # fmt: skip


def main() -> int:
    """Run what is asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("what", nargs="?", choices=("all", "quality", "speed"), default="all")
    what = asked.parse_args().what
    for name, measure in (("quality", quality), ("speed", speed)):
        if what in {name, "all"}:
            for line in measure():
                print(json.dumps(line), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
