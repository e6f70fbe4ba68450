"""A text read as a publication, and what was found in it by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ledwerk.loaders.publication.findings import Finding, FoundNode, FoundTie
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.reading import read_document

Reader = Callable[[str], Sequence[Finding]]


def reader(folder: Path) -> Reader:
    """Reads a text as a publication, whole."""

    def whole(text: str) -> Sequence[Finding]:
        file = folder / "bericht.txt"
        file.write_text(text, encoding="utf-8")
        return read_document(extracted(file))

    return whole


def ties(found: Sequence[Finding], kind: str) -> set[tuple[str, str]]:
    """The relations of a kind, by the names at their ends."""
    return {
        (f.source.name, f.target.name) for f in found if isinstance(f, FoundTie) and f.kind == kind
    }


def names(found: Sequence[Finding], kind: str) -> set[str]:
    """What is found of a kind."""
    return {f.ref.name for f in found if isinstance(f, FoundNode) and f.ref.kind == kind}
