"""The stems of words in Neo4j, by which a search finds other forms of a word.

They are reckoned here, as for every store. A graph drawn by an older ledwerk has none; the first
change gives them to all that is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from ledwerk.graph.neo4j_standing import Run
from ledwerk.graph.resolution import Fact
from ledwerk.graph.searching import SEARCHED
from ledwerk.graph.stems import stem_bag
from ledwerk.schema.names import fold

_MOST_LETTERS = 7_000  # in one row: an index takes 32,766 bytes, and a letter has four at most
_BATCH = 1_000

T = TypeVar("T")


def stem_rows(fact: Fact) -> Iterator[dict[str, Any]]:
    """The stems in a node's names and in its texts, in pieces that an index takes."""
    name = fact.values.get("name")
    if not name:
        return
    aliases = fact.values.get("aliases")
    names = [str(name), *(aliases if isinstance(aliases, tuple) else ())]
    texts = [str(fact.values[one]) for one in SEARCHED if fact.values.get(one)]
    yield from _rows(fact.key, "name", map(fold, names))
    yield from _rows(fact.key, "text", map(fold, texts))


def _rows(node: str, within: str, folded: Iterable[str]) -> Iterator[dict[str, Any]]:
    for piece in _pieces(stem_bag(folded)):
        yield {"of": node, "within": within, "words": piece}


def _pieces(bag: str) -> Iterator[str]:
    """A bag of stems in bags of a size."""
    while len(bag) > _MOST_LETTERS:
        cut = bag.rfind(" ", 1, _MOST_LETTERS)
        if cut < 1:  # one stem is longer than that; nobody looks for it whole
            cut = bag.find(" ", 1)
            bag = bag[cut:]
            continue
        yield bag[: cut + 1]
        bag = bag[cut:]
    if len(bag) > 1:
        yield bag


def bring_up_to_date(run: Run) -> None:
    """Give stems to a graph that was drawn without them; once, inside the open transaction."""
    ((there,),) = run("MATCH (l:Ledwerk) RETURN coalesce(l.stems, false)")
    if there:
        return
    list(run("MATCH (l:Ledwerk) SET l.stems = true RETURN 1"))
    names = run("MATCH (w:Name) RETURN w.of, collect(coalesce(w.folded, w.long))")
    texts = run(
        "MATCH (t:Text) WHERE t.property IN $searched "
        "RETURN t.of, collect(coalesce(t.folded, t.long))",
        searched=list(SEARCHED),
    )
    for within, found in (("name", list(names)), ("text", list(texts))):
        made = (row for node, folded in found for row in _rows(node, within, folded))
        for some in _batches(made):
            list(run("UNWIND $rows AS row CREATE (s:Stem) SET s = row", rows=some))


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    left = iter(items)
    while some := list(islice(left, _BATCH)):
        yield some
