"""Which records are worth comparing: those that share something that few have.

Comparing every pair of 36,000 parties would take hours. Two records are candidates where they
share a number of a register, a word of their names that is not frequent, the consonants of such a
word (for typing mistakes), an abbreviation, or all of a name that has general words only.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ledwerk.graph.identity.name_parts import OWN, name_parts
from ledwerk.graph.identity.person_names import person_name
from ledwerk.graph.identity.record import PERSON, Record
from ledwerk.graph.identity.vocabulary import FILLER, PLACE
from ledwerk.schema.names import fold

_MOST_COMMON = 600  # records that have a key, above which it tells nothing
_MOST = 20  # candidates of one record
_LONG = 5
_VOWELS = str.maketrans("", "", "aeiouyhj")

Key = tuple[str, str]


class Blocks:
    """Records by what they may share."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records
        self._by_key: dict[Key, list[int]] = defaultdict(list)
        for number, record in enumerate(records):
            for key in set(keys(record)):
                self._by_key[key].append(number)
        self._size = max(2, len(records))

    def candidates(self, record: Record) -> Iterator[Record]:
        """Those that share most with a record, the best first; also itself, if it is in."""
        weights: dict[int, float] = defaultdict(float)
        for key in set(keys(record)):
            having = self._by_key.get(key, ())
            if 0 < len(having) <= _MOST_COMMON or (having and key[0] in {"number", "all"}):
                weight = math.log(self._size / len(having)) + 0.1
                weight *= 5 if key[0] == "number" else 1
                for number in having[:_MOST_COMMON]:
                    weights[number] += weight
        best = heapq.nlargest(_MOST, weights.items(), key=lambda item: (item[1], -item[0]))
        for number, _ in best:
            yield self._records[number]


def keys(record: Record) -> Iterator[Key]:
    """What a record may share with one that is the same."""
    for name, value in record.identifiers:
        yield "number", f"{name} {value}"
    for name in record.names:
        yield from _of_person(name) if record.node_kind == PERSON else _of_name(name)


def _of_person(name: str) -> Iterator[Key]:
    for word in person_name(name).family:
        yield "word", word
        yield "bones", _bones(word)


def _of_name(name: str) -> Iterator[Key]:
    parts = name_parts(name)
    texts = sorted({word.text for word in parts.words if word.kind != FILLER})
    yield "all", " ".join(texts)
    telling = [word for word in parts.words if word.kind in {OWN, PLACE}]
    for word in telling or parts.words:
        yield "word", word.text
        if len(word.text) >= _LONG:
            yield "bones", _bones(word.text)
    yield from (("short", one) for one in parts.initials if len(one) > 2)
    if len(parts.plain) == 1 and len(parts.plain[0]) <= 6:
        yield "short", fold(parts.plain[0])
    yield "run", parts.run[:12]


def _bones(word: str) -> str:
    """A word's first letter and its consonants, each once in a row."""
    bare = word[1:].translate(_VOWELS)
    return word[:1] + "".join(c for n, c in enumerate(bare) if not n or bare[n - 1] != c)


def pairs(records: Iterable[Record], among: Blocks) -> Iterator[tuple[Record, Record]]:
    """Each record with each of its candidates, every pair once, by id."""
    seen: set[tuple[str, str]] = set()
    for record in records:
        for other in among.candidates(record):
            pair = (min(record.id, other.id), max(record.id, other.id))
            if record.id == other.id or not _comparable(record, other) or pair in seen:
                continue
            seen.add(pair)
            yield (record, other) if record.id == pair[0] else (other, record)


def _comparable(one: Record, two: Record) -> bool:
    """A party may be of another kind in another file; a person is no party."""
    return one.node_kind == two.node_kind or PERSON not in {one.node_kind, two.node_kind}
