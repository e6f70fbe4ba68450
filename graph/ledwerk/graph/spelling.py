"""What a search may have meant, where nothing has its words as they were typed.

Words are compared with those that stand in names and texts, so that both stores mean the same:
their words are read once a revision. A word of four letters may have one mistake in it, one of
eight two: a letter too many, missing, another, or two next to each other the wrong way round.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from weakref import WeakKeyDictionary

from ledwerk.graph import plan as p
from ledwerk.graph.searching import SEARCHED, words_in
from ledwerk.graph.store import Store
from ledwerk.schema.kinds import Model
from ledwerk.schema.names import fold

ONE_MISTAKE, TWO_MISTAKES = 4, 8  # letters from which so many are forgiven
_BEGUN = 5  # letters of a word that is being typed, and already has a mistake in it
_MOST_NEAR = 20  # words that one may have been meant for
_MOST_TEXTS = 1_000_000
_WORD = re.compile(r"[^\W_]{3,}")

Near = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that stand in names and texts, each once and sorted, and all of them as one."""

    words: tuple[str, ...]
    joined: str

    @classmethod
    def of(cls, texts: Iterable[str]) -> Vocabulary:
        """The words of some texts."""
        words = sorted({word for text in texts for word in _WORD.findall(fold(text))})
        return cls(tuple(words), "\n".join(words))

    def meant(self, text: str) -> Iterator[Near]:
        """Of each word what it may have been meant for, itself first; the likeliest way first.

        First only words that stand nowhere are taken for mistakes, and with one mistake rather than
        two; then every word; then a word that is still being typed.
        """
        words = words_in(text)
        unknown = [word not in self.joined for word in words]
        every = [True] * len(words)
        seen: set[Near] = set()
        for doubted, most, begun in (
            (unknown, 1, False), (unknown, 2, False), (every, 1, False), (every, 2, False),
            (unknown, 1, True),
        ):  # fmt: skip
            near = tuple(
                (word, *(self._near(word, most, begun=begun) if doubt else ()))
                for word, doubt in zip(words, doubted, strict=True)
            )
            if near not in seen and any(len(some) > 1 for some in near):
                seen.add(near)
                yield near

    def _near(self, word: str, most: int, *, begun: bool) -> list[str]:
        """The words closest to one, sorted by how many mistakes that is."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        if _WORD.fullmatch(word) is None or len(word) < ONE_MISTAKE:
            return []
        allowed = min(most, 2 if len(word) >= TWO_MISTAKES else 1)
        if begun:
            if len(word) < _BEGUN:
                return []
            long = [one for one in self.words if len(one) > len(word)]
            pool: Sequence[str] = [one[: len(word)] for one in long]
        else:
            pool = long = [one for one in self.words if abs(len(one) - len(word)) <= allowed]
        found = extract(word, pool, scorer=OSA.distance, score_cutoff=allowed, limit=None)
        nearest = sorted((distance, long[place]) for _, distance, place in found)
        return [one for _, one in nearest if one != word][:_MOST_NEAR]


_kept: WeakKeyDictionary[Store, tuple[int, Vocabulary]] = WeakKeyDictionary()


async def vocabulary(store: Store, model: Model) -> Vocabulary:
    """The words of a store as it is now; read anew once it has changed."""
    revision = await store.revision()
    kept = _kept.get(store)
    if kept is None or kept[0] != revision:
        names = [text for text, _, _ in await store.names()]
        texts = await store.answer(_texts_plan(model))
        every = [*names, *(text for row in texts for text in row.values() if text)]
        kept = _kept[store] = (revision, await asyncio.to_thread(Vocabulary.of, every))
    return kept[1]


def _texts_plan(model: Model) -> p.Find:
    kinds = tuple(kind.name for kind in model.nodes if kind.named)
    shape = p.Shape((((), tuple(p.Leaf(name, name) for name in SEARCHED)),))
    has_one = p.AnyOf(tuple(p.Not(p.Compare(name, "eq", None)) for name in SEARCHED))
    return p.Find(p.OfKinds(kinds), p.ListOf(shape, _MOST_TEXTS), has_one)


async def as_meant(store: Store, model: Model, plan: p.Find) -> p.Find | None:
    """A search's plan with what its words may have been meant for.

    None where something has them as typed, and where nothing has what they may have meant.
    """
    start = plan.start
    assert isinstance(start, p.Matching)
    if not words_in(start.text) or await _finds(store, plan):
        return None
    words = await vocabulary(store, model)
    for near in await asyncio.to_thread(lambda: list(words.meant(start.text))):
        meant = replace(plan, start=replace(start, near=near))
        if await _finds(store, meant):
            return meant
    return None


async def searched(store: Store, model: Model, plan: p.Find) -> Any:
    """The answer to a search; where nothing has its words as typed, as they were meant."""
    found = await store.answer(plan)
    if not looks_empty(plan, found):
        return found
    meant = await as_meant(store, model, plan)
    return found if meant is None else await store.answer(meant)


def looks_empty(plan: p.Plan, found: Any) -> bool:
    """Whether a search's answer shows nothing that was found."""
    if not isinstance(plan, p.Find) or not isinstance(plan.start, p.Matching):
        return False
    if not isinstance(plan.take, p.Connection) or not isinstance(found, Mapping):
        return not found
    lists = [part.key for part in plan.take.parts if isinstance(part, p.Edges | p.NodesOf)]
    return not any(found[key] for key in lists)


async def _finds(store: Store, plan: p.Find) -> bool:
    shape = p.Shape((((), (p.Leaf("id", "id"),)),))
    return bool(await store.answer(p.Find(plan.start, p.ListOf(shape, 1), plan.where)))
