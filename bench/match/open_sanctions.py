"""The libraries of OpenSanctions as they compare names: fingerprints, and what rigour has.

They are not among what ledwerk needs, since PyICU has no wheels: build it (`libicu-dev`, a C++
compiler, `pip install PyICU fingerprints rigour`) to measure them; without it they are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import import_module, metadata
from typing import Any

from rapidfuzz import fuzz

Scorer = Callable[[str, str], float]  # how alike two names are, from 0 to 100


def scorers() -> Iterator[tuple[str, Scorer]]:
    """Each way to compare, with its name and version. Raises ImportError without the libraries."""
    prints, names = import_module("fingerprints"), import_module("rigour.names")
    version = metadata.version
    yield f"fingerprints {version('fingerprints')} equal", _equal(prints)
    yield f"fingerprints {version('fingerprints')} token_sort_ratio", _sorted(prints)
    yield f"rigour {version('rigour')} without org types, ratio", _without_types(names)
    yield f"rigour {version('rigour')} symbols and parts", _parts(names)


def _equal(prints: Any) -> Scorer:
    made = lru_cache(100_000)(prints.generate)
    return lambda one, two: 100.0 if made(one) and made(one) == made(two) else 0.0


def _sorted(prints: Any) -> Scorer:
    made = lru_cache(100_000)(prints.generate)
    return lambda one, two: fuzz.ratio(made(one) or "", made(two) or "")


def _without_types(names: Any) -> Scorer:
    text = import_module("normality")

    @lru_cache(100_000)
    def bare(name: str) -> str:
        plain = str(text.ascii_text(name)).casefold()
        return " ".join(sorted(names.tokenize_name(names.remove_org_types(plain) or plain)))

    return lambda one, two: fuzz.ratio(bare(one), bare(two))


def _parts(names: Any) -> Scorer:
    """Parts that mean the same by a symbol, and the others by how they are spelled.

    Each part counts as its letters do; a legal form's counts a fifth, as it tells little.
    """
    org = names.NameTypeTag.ORG

    @lru_cache(100_000)
    def read(name: str) -> Any:
        return next(iter(names.analyze_names(org, [name])), None)

    def score(one: str, two: str) -> float:
        left, right = read(one), read(two)
        if left is None or right is None:
            return 0.0
        best = 0.0
        for paired in names.pair_symbols(left, right) or [()]:
            known = {part for found in paired for part in (*found.qps, *found.rps)}
            rest = [[p for p in name.parts if p not in known] for name in (left, right)]
            whole = [*paired, *names.compare_parts(*rest)]
            best = max(best, _share(names, whole))
        return 100 * best

    return score


def _share(names: Any, found: list[Any]) -> float:
    """The share of two names' letters that are in what both have."""
    forms = names.SymbolCategory.ORG_CLASS
    total = same = 0.0
    for one in found:
        size = len(one.qstr) + len(one.rstr)
        size *= 0.2 if one.symbol is not None and one.symbol.category == forms else 1.0
        total += size
        same += size * one.score
    return same / total if total else 0.0
