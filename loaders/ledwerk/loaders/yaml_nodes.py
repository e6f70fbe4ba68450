"""A YAML file as it is written: every word with its line, so that every error has a place.

All scalars are text (`NO` is Norway, not a boolean); what a word means is decided where it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz import process

from ledwerk.schema.errors import Problem

if TYPE_CHECKING:
    from yaml.nodes import Node

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 20
_CLOSE = 10  # percent; a word that is so much worse than the best is not meant


@dataclass(frozen=True, slots=True)
class Written:
    """A piece of a YAML file, with the key that it stands under and the line of that key.

    Reading it as what it is not notes a problem and gives nothing.
    """

    file: str
    key: str
    line: int
    node: Node
    problems: list[Problem]

    @property
    def sort(self) -> str:
        """What it is: scalar, sequence or mapping."""
        return {"ScalarNode": "scalar", "SequenceNode": "sequence"}.get(
            type(self.node).__name__, "mapping"
        )

    def problem(self, message: str) -> None:
        """Note that this piece is wrong."""
        self.problems.append(Problem(self.file, self.line, self.key or None, message))

    def text(self) -> str:
        """The text of a scalar."""
        if self.sort == "scalar":
            return str(self.node.value).strip()
        self.problem(f"a {self.sort} where a text belongs")
        return ""

    def items(self) -> list[Written]:
        """The items of a sequence; a scalar is a sequence of one."""
        if self.sort == "scalar":
            return [self]
        if self.sort == "sequence":
            return [self._part(self.key, item, item) for item in self.node.value]
        self.problem("a mapping where a list belongs; write [one, another]")
        return []

    def texts(self) -> tuple[str, ...]:
        """The texts of a sequence of scalars."""
        return tuple(item.text() for item in self.items())

    def pairs(self) -> dict[str, Written]:
        """The keys and values of a mapping."""
        found: dict[str, Written] = {}
        if self.sort != "mapping":
            self.problem(f"a {self.sort} where a mapping belongs; write key: value")
            return found
        for key, value in self.node.value:
            word = self._part(self.key, key, key).text()
            piece = self._part(word, key, value)
            if word in found:
                piece.problem(f"is here twice, first in line {found[word].line}; keep one")
            else:
                found[word] = piece
        return found

    def _part(self, key: str, at: Node, node: Node) -> Written:
        return Written(self.file, key, int(at.start_mark.line) + 1, node, self.problems)

    def fields(self, known: Sequence[str], required: Iterable[str] = ()) -> dict[str, Written]:
        """The pairs of a mapping whose keys are known words."""
        found = self.pairs()
        for word in [word for word in found if word not in known]:
            found.pop(word).problem(f"is not a word that can stand here{near(word, known)}")
        if self.sort == "mapping":
            for word in required:
                if word not in found:
                    self.problem(f"lacks {word}; add it")
        return found


def near(word: str, known: Iterable[str]) -> str:
    """The end of a message: what may have been meant, or else what is possible."""
    words = list(known)
    meant = did_you_mean(word, words)
    if meant:
        return f"; {meant}"
    return f"; known are {', '.join(words)}" if 0 < len(words) <= 30 else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The known words that come closest, as a question; empty where none comes close."""
    found = process.extract(word, list(known), limit=2, score_cutoff=60)
    close = [repr(name) for name, score, _ in found if score > found[0][1] - _CLOSE]
    return f"did you mean {' or '.join(close)}?" if close else ""


def read_yaml(file: Path, problems: list[Problem]) -> Written | None:
    """The file's top mapping; None, and why in `problems`, where it cannot be read."""
    import yaml

    try:
        if file.stat().st_size > MAX_BYTES:
            raise ValueError(f"larger than {MAX_BYTES // 1024} kB, which no mapping is")
        text = file.read_text(encoding="utf-8-sig")
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        if any(depth > MAX_DEPTH for depth in _depths(text)):
            raise ValueError(f"nested more than {MAX_DEPTH} deep")
        node = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        why = " ".join(str(part) for part in (error.problem, error.context) if part)
        problems.append(Problem(file.name, line, None, f"not YAML: {why}"))
    except OSError as error:
        problems.append(Problem(file.name, None, None, error.strerror or str(error)))
    except (ValueError, yaml.YAMLError) as error:
        problems.append(Problem(file.name, None, None, f"cannot be read: {error}"))
    else:
        if node is not None:
            return Written(file.name, "", int(node.start_mark.line) + 1, node, problems)
        problems.append(Problem(file.name, 1, None, "empty; begin with mapping: 1"))
    return None


def _depths(text: str) -> Iterator[int]:
    """How deep each event stands. Composing is recursive in C, where too deep ends the program."""
    import yaml

    depth = 0
    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        yield depth
