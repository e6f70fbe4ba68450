"""The tables of a graph in one zip file, made while it is read.

One dataset's tables lie at the top, as a folder of tables would; of several, each has a folder.
Unpacked, a folder loads as the same statements.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from ledwerk.graph.whole import Whole
from ledwerk.loaders.datapackage import FILE, as_text, descriptor, valid_name
from ledwerk.loaders.writers import kinds_of, table_lines, write_csv
from ledwerk.schema.kinds import Model

_BLOCK = 64 * 1024
_ROWS = 500


class _Pipe:
    """What is written, until it is taken; it cannot be gone back in, as a network's end cannot."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def take(self) -> bytes:
        taken = b"".join(self._parts)
        self._parts.clear()
        return taken


def csv_zip(model: Model, whole: Whole, datasets: Sequence[str]) -> Iterator[bytes]:
    """The zip file of these datasets' tables, in pieces; the same graph gives the same bytes."""
    pipe = _Pipe()
    names = folder_names(datasets)
    with zipfile.ZipFile(cast("io.BufferedWriter", pipe), "w") as packed:
        for dataset in datasets:
            folder = f"{names[dataset]}/" if len(datasets) > 1 else ""
            present: dict[str, str] = {}
            for kind in kinds_of(model):
                lines = table_lines(kind, whole.statements(dataset, kind.name))
                header = next(lines, None)
                if header is not None:
                    present[kind.table] = f"{kind.table}.csv"
                    blocks = _csv_blocks(header, lines)
                    yield from _entry(packed, pipe, f"{folder}{kind.table}.csv", blocks)
            about = {"name": names[dataset], "title": dataset}
            told = as_text(descriptor(model, present, about))
            yield from _entry(packed, pipe, f"{folder}{FILE}", [told])
    yield pipe.take()


def folder_names(datasets: Iterable[str]) -> dict[str, str]:
    """A name for each dataset that is safe as a folder's, and that a loaded dataset may have."""
    found: dict[str, str] = {}
    for dataset in datasets:
        plain = dataset if valid_name(dataset) else _plain(dataset)
        name, number = plain, 1
        while name in found.values():
            number += 1
            name = f"{plain}-{number}"
        found[dataset] = name
    return found


def _plain(dataset: str) -> str:
    return re.sub(r"[^a-z0-9_-]+", "-", dataset.lower()).strip("-_")[:90] or "dataset"


def _entry(
    packed: zipfile.ZipFile, pipe: _Pipe, name: str, blocks: Iterable[str]
) -> Iterator[bytes]:
    entry = zipfile.ZipInfo(name)  # dated 1980, so that a day more changes no byte
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    waiting = 0
    with packed.open(entry, "w") as out:
        for block in blocks:
            data = block.encode("utf-8", "replace")
            waiting += out.write(data)
            if waiting >= _BLOCK:
                waiting = 0
                yield pipe.take()
    yield pipe.take()


def _csv_blocks(header: Sequence[str], lines: Iterator[Sequence[str]]) -> Iterator[str]:
    """CSV text, some hundred rows at a time."""
    some: list[Sequence[str]] = [header]
    for line in lines:
        some.append(line)
        if len(some) >= _ROWS:
            yield _as_csv(some)
            some = []
    yield _as_csv(some)


def _as_csv(lines: Iterable[Sequence[str]]) -> str:
    out = io.StringIO(newline="")
    write_csv(out, lines)
    return out.getvalue()
