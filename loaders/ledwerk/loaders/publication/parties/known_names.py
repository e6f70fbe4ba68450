"""What a document's readers have named so far, found again by any of its names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from ledwerk.loaders.publication.facts_named import spellings
from ledwerk.loaders.publication.findings import Finding, FoundNode, Ref
from ledwerk.schema.names import name_key

PARTIES = frozenset({"Organisation", "Campus", "Municipality", "Group"})
ACTIVITIES = frozenset({"Project", "Programme"})


@lru_cache(maxsize=16_384)
def _keys(name: str) -> tuple[str, ...]:
    """The keys of a name: the same words of a text are looked up many times."""
    return tuple(spellings(name))


class Known:
    """Names to things, of one document. Later readers add to it what they find."""

    def __init__(self, found: Iterable[Finding] = ()) -> None:
        self._by_key: dict[str, list[Ref]] = {}
        self._names: dict[Ref, list[str]] = {}
        self._firsts: set[str] = set()  # words that keys begin with: most words begin no name
        for finding in found:
            if isinstance(finding, FoundNode):
                self.add(finding.ref, *finding.aliases)

    def add(self, ref: Ref, *names: str, first: bool = False) -> None:
        """Make a thing known by its name and others; `first`, before others of these names."""
        for name in (ref.name, *names):
            self._names.setdefault(ref, []).append(name)
            for key in _keys(name):
                refs = self._by_key.setdefault(key, [])
                self._firsts.add(key.partition(" ")[0])
                if key and first:
                    refs[:] = [ref, *(other for other in refs if other != ref)]
                elif key and ref not in refs:
                    refs.append(ref)

    def find(self, name: str, kinds: frozenset[str] = PARTIES) -> Ref | None:
        """The first thing of such a kind that has this name; None where there is none."""
        for key in _keys(name):
            for ref in self._by_key.get(key, ()):
                if ref.kind in kinds:
                    return ref
        return None

    def names_of(self, ref: Ref) -> tuple[str, ...]:
        """The names that a thing is given, as they are written."""
        return tuple(dict.fromkeys(self._names.get(ref, ())))

    def all_of(self, kind: str) -> tuple[Ref, ...]:
        """The things of a kind, in the order in which they were found."""
        return tuple(ref for ref in self._names if ref.kind == kind)

    def sole(self, kind: str) -> Ref | None:
        """The one thing of a kind that there is; None where there are several."""
        refs = {ref for ref in self._names if ref.kind == kind}
        return next(iter(refs)) if len(refs) == 1 else None

    def only(self, word: str, kinds: frozenset[str]) -> Ref | None:
        """The one thing with a name that begins with a word, as "het waterschap" may mean it."""
        start = f"{name_key(word)} "
        refs = {r for key, rs in self._by_key.items() if key.startswith(start) for r in rs}
        fit = [ref for ref in refs if ref.kind in kinds]
        return fit[0] if len(fit) == 1 else None

    def ending(self, word: str) -> Ref | None:
        """The one party with a name that ends in a word, as "the college" may mean it."""
        end = f" {name_key(word)}"
        refs = {r for key, rs in self._by_key.items() if key.endswith(end) for r in rs}
        fit = [ref for ref in refs if ref.kind in PARTIES]
        return fit[0] if len(fit) == 1 else None

    def headed(self, heading: str, kinds: frozenset[str]) -> Ref | None:
        """The thing that a heading names, by itself or with a subtitle behind it."""
        heading = _NUMBERING.sub("", heading)
        found = self.find(heading, kinds) or self.find(_SORT_BEFORE.sub("", heading), kinds)
        if found:
            return found
        behind = heading.rpartition(": ")[2]  # "Uitgelicht: Stroomcoaches"
        found = self.find(behind, kinds) if behind != heading else None
        if found:
            return found
        whole = name_key(heading).replace(" ", "")
        fits = [
            (len(key), ref)
            for key, refs in self._by_key.items()
            for ref in refs
            if ref.kind in kinds and len(key) >= _TELLING and whole.startswith(key.replace(" ", ""))
        ]
        return max(fits, key=lambda fit: fit[0])[1] if fits else None

    def longest_at(self, text: str, start: int, kinds: frozenset[str]) -> tuple[Ref, int] | None:
        """What a text names from `start` on, by the longest name, and where that ends."""
        first = _FIRST_WORD.match(text, start)
        word = name_key(first[0]).partition(" ")[0] if first else ""
        # A key has no article and no "stichting" before it, which the name may have.
        if word not in self._firsts and word not in _BEFORE_NAMES:
            return None
        for end in reversed([*islice(_words(text, start), _MOST_WORDS)]):
            ref = self.find(text[start:end], kinds)
            if ref:
                return ref, end
        return None


_NUMBERING = re.compile(
    r"^\s*(?:(?:project(?:fiche|blad)?|fiche|programma(?:lijn)?|programme|lijn|line|strand|thema|"
    r"theme) )?(?:[A-Z]{0,3}[.-]?\d+(?:\.\d+)*[a-z]?[.:)]?|[a-zA-Z][.)]|[IVX]+\.)[\s:–-]+(?=\S)",
    re.IGNORECASE,
)
# "Het programma Zilt en Zoet"
_SORT_BEFORE = re.compile(
    r"^(?:(?:het|ons|the|our) )?(?:(?:sub|deel)?programma|programme|(?:\w{0,12})project|pilot)"
    r"[\s:–-]+(?=\S)",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"[^\W_]+(?:[.&'’/-][^\W_]+)*\.?")
_BEFORE_NAMES = frozenset({
    "de", "het", "een", "the", "a", "an", "t", "stichting", "vereniging", "cooperatie",
})  # fmt: skip
_TELLING = 8  # letters of a name by which a longer heading is known
_MOST_WORDS = 9


def _words(text: str, start: int) -> Iterable[int]:
    """Where each word from a place on ends."""
    for found in _WORD_END.finditer(text, start, min(len(text), start + _FARTHEST)):
        yield found.end()


_WORD_END = re.compile(r"[^\W_](?![^\W_])")
_FARTHEST = 200  # signs: no name is longer
