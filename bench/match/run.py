"""Matching of parties beside RapidFuzz alone: pairs that a person labelled, and how long it takes.

Prints one JSON object a line. The peer's thresholds are chosen on the half of the pairs that ours
was tuned on, so that each is at its best; both are scored on the other half.
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

import rapidfuzz
from rapidfuzz import fuzz

from ledwerk.graph.identity.matching import matches
from ledwerk.graph.identity.record import Record
from ledwerk.graph.identity.scoring import verdict
from ledwerk.schema.names import name_key

ROOT = Path(__file__).parents[2]
PAIRS = ROOT / "tests" / "graph" / "identity" / "pairs.csv"
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


def scored(part: str, answer: Callable[[Record, Record], str]) -> Line:
    """Precision and recall of sure matches, and of sure and doubtful ones together."""
    told = [(answer(one, two), same) for one, two, same in pairs(part)]
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


def fuzzy(scorer: Callable[..., float], sure: float, doubtful: float) -> Any:
    """RapidFuzz alone: the names without legal forms, and the best of all pairs of them."""

    def answer(one: Record, two: Record) -> str:
        best = max(scorer(name_key(a), name_key(b)) for a in one.names for b in two.names)
        return "sure" if best >= sure else "doubtful" if best >= doubtful else ""

    return answer


def tuned(scorer: Callable[..., float]) -> tuple[float, float]:
    """The thresholds at which RapidFuzz does best: sure ones at 0.98 precision or as near to it as
    it comes, and as many found among those proposed as ours finds.
    """
    wanted = scored("tune", ours)
    steps = [100 - step / 2 for step in range(120)]
    lines = {step: scored("tune", fuzzy(scorer, step, step)) for step in steps}
    good = [step for step in steps if lines[step]["sure_precision"] >= 0.98]
    sure = min(good, default=max(steps, key=lambda step: lines[step]["sure_precision"]))
    enough = [s for s in steps if lines[s]["proposed_recall"] >= wanted["proposed_recall"]]
    return sure, max(enough, default=min(steps))


_MEASURES = ("sure_precision", "sure_recall", "proposed_precision", "proposed_recall")


def quality() -> Iterable[Line]:
    """Ours on the half that was set aside, beside each peer: one line a measure and peer."""
    own = scored("test", ours)
    for name in ("ratio", "token_sort_ratio", "token_set_ratio", "WRatio"):
        scorer = getattr(fuzz, name)
        sure, doubtful = tuned(scorer)
        other = scored("test", fuzzy(scorer, sure, doubtful))
        for measure in _MEASURES:
            called = f"match/{measure.replace('_', '-')}"
            yield {
                "name": called, "value": own[measure], "unit": "share",
                "against": f"rapidfuzz {rapidfuzz.__version__} {name} from {sure} and {doubtful}",
                "peer": other[measure], "pairs": own["pairs"], "same": own["same"],
            }  # fmt: skip


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
