"""What a graph can be exported as: a literal list, for the service and the command line."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from threading import Event
from typing import IO

from ledwerk.graph.store import Store
from ledwerk.graph.whole import Whole
from ledwerk.schema.errors import CannotExport
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import Statement

_BLOCK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted of an export: one dataset's tables, or ids that begin with another base.

    `store` is what it is of, once it is opened. Setting `gone` stops the work where nothing can be
    given before all of it is made.
    """

    dataset: str | None = None
    base: str | None = None
    store: Store | None = None
    gone: Event = field(default_factory=Event)


@dataclass(frozen=True, slots=True)
class Format:
    """A format by the end of a file's name; `make` gives the file in pieces, while it reads.

    `tables` are of statements, by dataset; other formats are of the nodes and relations shown.
    """

    ending: str
    media_type: str
    make: Callable[[Whole, Asked], Iterator[bytes]]
    tables: bool = False


def format_of(ending: str) -> Format:
    """The format of that ending. Raises CannotExport, which names them all."""
    found = next((one for one in FORMATS if one.ending == ending.lower()), None)
    if found is None:
        raise CannotExport(f"there is no export as {ending!r}; there is {_listed()}")
    return found


def format_of_file(name: str) -> Format | None:
    """The format that a file's name asks for; None for a folder's name.

    Raises CannotExport for the name of a file that we cannot write.
    """
    lower = name.lower()
    found = next((one for one in FORMATS if lower.endswith(f".{one.ending}")), None)
    if found is None and lower.endswith(_OTHERS):
        raise CannotExport(f"{name} is no file that can be written; a folder, or {_listed()}")
    return found


@contextmanager
def opened(store: Store, format_: Format, asked: Asked) -> Iterator[tuple[int, Iterator[bytes]]]:
    """The revision of an export and its pieces, to be taken while this is open.

    Raises CannotExport at once, or with the first piece, for what cannot be had.
    """
    if asked.dataset is not None and not format_.tables:
        raise CannotExport(
            f"{format_.ending} is of the whole graph; a dataset by itself is had as "
            f"{', '.join(one.ending for one in FORMATS if one.tables)}"
        )
    with store.whole() as whole:
        yield whole.revision, format_.make(whole, replace(asked, store=store))


def chosen(whole: Whole, dataset: str | None) -> Sequence[str]:
    """The dataset asked for, or all. Raises CannotExport where there is none."""
    known = list(whole.datasets())
    names = known if dataset is None else [dataset]
    if not names or not set(known).issuperset(names):
        raise CannotExport(f"no such dataset; the store has {', '.join(known) or 'none'}")
    return names


@contextmanager
def appearing(file: Path) -> Iterator[IO[bytes]]:
    """A file to write that has its name, in place of an older one, only when all went well."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name[:80]}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _csv_zip(whole: Whole, asked: Asked) -> Iterator[bytes]:
    from ledwerk.loaders.export_zip import csv_zip

    return csv_zip(MODEL, whole, chosen(whole, asked.dataset))


def _xlsx(whole: Whole, asked: Asked) -> Iterator[bytes]:
    from ledwerk.loaders.export_zip import folder_names
    from ledwerk.loaders.writers import write_workbook

    names = chosen(whole, asked.dataset)

    def supplied(kind: str) -> Iterator[Statement]:
        for row in chain.from_iterable(whole.statements(name, kind) for name in names):
            if asked.gone.is_set():
                raise CannotExport("stopped: nobody waits for it any more")
            yield row

    about = {"name": folder_names(names)[names[0]], "title": names[0]} if len(names) == 1 else None
    with tempfile.TemporaryDirectory(prefix="ledwerk-") as folder:
        file = Path(folder) / "export.xlsx"
        write_workbook(MODEL, supplied, file, about)
        with file.open("rb") as made:
            while block := made.read(_BLOCK):
                yield block


def _graphml(whole: Whole, asked: Asked) -> Iterator[bytes]:  # noqa: ARG001
    from ledwerk.loaders.export_graphml import graphml

    return _blocks(graphml(MODEL, whole))


def _gexf(whole: Whole, asked: Asked) -> Iterator[bytes]:  # noqa: ARG001
    from ledwerk.viz.gexf import gexf

    return _blocks(gexf(MODEL, whole))


def _jsonld(whole: Whole, asked: Asked) -> Iterator[bytes]:
    from ledwerk.graph.beginnings import changes
    from ledwerk.loaders.export_jsonld import BASE, json_ld

    base = BASE if asked.base is None else asked.base
    told = changes(asked.store, whole.revision) if asked.store else None
    return _blocks(json_ld(MODEL, whole, base, told))


def _cypher(whole: Whole, asked: Asked) -> Iterator[bytes]:  # noqa: ARG001
    from ledwerk.loaders.export_cypher import cypher_script

    return _blocks(cypher_script(MODEL, whole))


def _blocks(texts: Iterable[str]) -> Iterator[bytes]:
    """Texts as bytes, many at a time."""
    some: list[str] = []
    size = 0
    for text in texts:
        some.append(text)
        size += len(text)
        if size >= _BLOCK:
            yield "".join(some).encode("utf-8", "replace")
            some, size = [], 0
    if some:
        yield "".join(some).encode("utf-8", "replace")


FORMATS: tuple[Format, ...] = (
    Format("csv.zip", "application/zip", _csv_zip, tables=True),
    Format(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _xlsx,
        tables=True,
    ),
    Format("graphml", "application/graphml+xml", _graphml),
    Format("gexf", "application/gexf+xml", _gexf),
    Format("jsonld", "application/ld+json", _jsonld),
    Format("cypher", "application/x-cypher-query", _cypher),
)
# Endings that no folder has, and that somebody may try.
_OTHERS = (".zip", ".csv", ".xls", ".ods", ".json", ".xml", ".gml", ".ttl", ".rdf", ".cql")


def _listed() -> str:
    return ", ".join(one.ending for one in FORMATS)
