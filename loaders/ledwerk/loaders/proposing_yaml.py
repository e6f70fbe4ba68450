"""Words of a proposed mapping as YAML, with comments for the person who goes on with it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from textwrap import wrap

_PLAIN = re.compile(r"[^\W\d_][\w ./-]*(?<! )")
_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "ja", "nee", "~"])
WIDTH = 98


def scalar(text: str) -> str:
    """A text as YAML reads it back: bare where that is safe."""
    bare = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS
    return text if bare else json.dumps(text, ensure_ascii=False)


def pattern(text: str) -> str:
    """A regular pattern, in which a backslash is a backslash."""
    return f"'{text.replace(chr(39), chr(39) * 2)}'"


def listed(words: Iterable[str]) -> str:
    """A list on one line."""
    return f"[{', '.join(map(scalar, words))}]"


@dataclass(slots=True)
class Page:
    """Lines of YAML, written from top to bottom."""

    lines: list[str] = field(default_factory=list)

    def write_line(self, indent: int, text: str) -> None:
        """A line."""
        self.lines.append(f"{' ' * indent}{text}" if text else "")

    def write_remark(self, indent: int, text: str) -> None:
        """A comment, wrapped."""
        for line in wrap(" ".join(text.split()), WIDTH - indent - 2, break_on_hyphens=False):
            self.write_line(indent, f"# {line}")

    def write_words(self, indent: int, pairs: Iterator[tuple[str, str, str]]) -> None:
        """What words mean, one a line, with a remark behind those that have one."""
        for word, meant, remark in pairs:
            value = f" {scalar(meant)}" if meant else ""
            self.write_line(indent, f"{scalar(word)}:{value}" + (f"  # {remark}" if remark else ""))

    def text(self) -> str:
        """The whole."""
        return "\n".join(self.lines) + "\n"
