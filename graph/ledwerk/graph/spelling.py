"""What a search may have meant, where nothing has its words as they were typed.

Words are compared with those that stand in names and texts, so that both stores mean the same:
their words are read once a revision. A word of four letters may have one mistake in it, one of
eight two: a letter too many, missing, another, or two next to each other the wrong way round; y for
ij is one. Where that finds nothing, a longer word may also be a part of one that stands there,
since Dutch joins words: “techniek onderwys” finds “Techniekonderwijs”.
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
PART_WITH_ONE, PART_WITH_TWO = 7, 11  # the same for what is only a part of a word
_BEGUN = 5  # letters of a word that is being typed, and already has a mistake in it
_ROUNDED = 0.01  # of a hundred
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
        two; then every word; then a word that is still being typed; then one that is a part.
        """
        words = words_in(text)
        unknown = [word not in self.joined for word in words]
        every = [True] * len(words)
        seen: set[Near] = set()
        for doubted, most, find in (
            (unknown, 1, self._near), (unknown, 2, self._near),
            (every, 1, self._near), (every, 2, self._near), (unknown, 1, self._begun),
            (unknown, 1, self._parts), (unknown, 2, self._parts),
        ):  # fmt: skip
            near = tuple(
                (word, *(find(word, most) if doubt else ()))
                for word, doubt in zip(words, doubted, strict=True)
            )
            if near not in seen and any(len(some) > 1 for some in near):
                seen.add(near)
                yield near

    def _near(self, word: str, most: int) -> list[str]:
        """The words closest to one, sorted by how many mistakes that is."""
        allowed = _allowed(word, most, ONE_MISTAKE, TWO_MISTAKES)
        least, most = _lengths(word, allowed)
        pool = [one for one in self.words if least <= len(one) <= most]
        return _closest(word, pool, pool, allowed)

    def _begun(self, word: str, most: int) -> list[str]:
        """The same for one that is still being typed."""
        allowed = _allowed(word, most, _BEGUN, TWO_MISTAKES)
        long = [one for one in self.words if len(one) > len(word)]
        return _closest(word, [one[: len(word)] for one in long], long, allowed)

    def _parts(self, word: str, most: int) -> list[str]:
        """What stands in longer words and is closest to one."""
        from rapidfuzz.fuzz import partial_ratio
        from rapidfuzz.process import extract

        allowed = _allowed(word, most, PART_WITH_ONE, PART_WITH_TWO)
        if not allowed:
            return []
        long = [one for one in self.words if len(one) > len(word)]
        pieces: set[str] = set()
        for typed, pool in _spelled(word, long):
            # A part with so many mistakes is at least as similar as this.
            least = 100 * (1 - allowed / len(typed)) - _ROUNDED
            found = extract(typed, pool, scorer=partial_ratio, score_cutoff=least, limit=None)
            pieces.update(piece for _, _, at in found for piece in _pieces(long[at], word, allowed))
        return _closest(word, sorted(pieces), sorted(pieces), allowed)


def _allowed(word: str, most: int, one: int, two: int) -> int:
    """How many mistakes a word may have, by its letters: from `one` on, and from `two` on."""
    if _WORD.fullmatch(word) is None:
        return 0
    return min(most, sum(len(word) >= letters for letters in (one, two)))


def _spelled(word: str, pool: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """A word and others as they are written, and with one letter for ij."""
    yield word, pool
    if "y" in word or "ij" in word:
        yield word.replace("ij", "y"), [one.replace("ij", "y") for one in pool]


def _lengths(word: str, allowed: int) -> tuple[int, int]:
    """How short and how long a word may be that another one with mistakes is meant for."""
    return len(word) - allowed - word.count("ij"), len(word) + allowed + word.count("y")


def _pieces(long: str, word: str, allowed: int) -> Iterator[str]:
    """What stands in a long word that may be another one with mistakes in it.

    It begins and ends as that does: else every word would be close to one that lacks a letter.
    """
    least, most = _lengths(word, allowed)
    for at in (at for at, letter in enumerate(long) if letter == word[0]):
        for end in range(at + max(least, 1), min(at + most, len(long)) + 1):
            if long[end - 1] == word[-1]:
                yield long[at:end]


def _closest(word: str, pool: Sequence[str], meant: Sequence[str], allowed: int) -> list[str]:
    """Of what is `meant` by the words of a pool, that with few enough mistakes, fewest first."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    if not allowed:
        return []
    nearest: dict[str, float] = {}
    for typed, spelled in _spelled(word, pool):
        found = extract(typed, spelled, scorer=OSA.distance, score_cutoff=allowed, limit=None)
        for _, distance, place in found:
            one = meant[place]
            nearest[one] = min(max(distance, 1), nearest.get(one, allowed))
    nearest.pop(word, None)
    return sorted(nearest, key=lambda one: (nearest[one], one))[:_MOST_NEAR]


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
    ways = words.meant(start.text)  # each is reckoned where the likelier ones find nothing
    while (near := await asyncio.to_thread(next, ways, None)) is not None:
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
