"""`ledwerk person`: what is known of a person, written out or erased."""

from __future__ import annotations

import argparse
import asyncio
import getpass
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from ledwerk.api.language import agreed, in_words, say, show
from ledwerk.api.person_record import record_of
from ledwerk.graph.sqlite_journal import Journal, journal_path
from ledwerk.graph.store import Store
from ledwerk.loaders.erasing import Erasure, erase, erasure_of
from ledwerk.loaders.forgotten import Redaction, reader
from ledwerk.schema.errors import AmbiguousName, CannotExport, UnknownName
from ledwerk.schema.names import name_key

# Where a name may still stand that no program reaches from here, and who mends that.
_COPIES = (
    "backups, copies and exports made earlier, and the files that were loaded: delete or redact "
    "them; restoring such a backup brings the person back"
)
_ELSEWHERE = (
    _COPIES,
    "a service that is running keeps answers in memory: stop it and start it again",
    "what was printed, sent or downloaded, and pages still open in a browser",
    "logs of this service and of a web server before it: paths of pages that were asked for",
)
_TRANSACTIONS = (
    "the server's transaction logs keep what was written until they are pruned: its administrator "
    "sets db.tx_log.rotation.retention_policy, for instance to keep_none, and takes a checkpoint"
)
_SERVER = (
    _TRANSACTIONS,
    "the server's backups and query log: its administrator deletes them",
    "the journal of this store on other machines: do the same there",
)


def run_person(store: Store, options: argparse.Namespace) -> int:
    """Write a person's record, or erase the person."""
    person = _found(store, options.name)
    with_journal = _journal(store)
    try:
        if options.action == "export":
            return _export(store, person, options, with_journal)
        return _erase(store, person, options, with_journal)
    finally:
        if with_journal:
            with_journal.close()


def _found(store: Store, name: str) -> str:
    """The id of the person that is meant; an id may also be of one who is gone."""
    if name.startswith("person:"):
        return name
    people = [row for row in asyncio.run(store.names()) if row[2] == "Person"]
    found = sorted({ident for text, ident, _ in people if name_key(text) == name_key(name)})
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousName(name, found)
    from rapidfuzz import process

    texts = list(dict.fromkeys(text for text, *_ in people))
    near = [text for text, *_ in process.extract(name, texts, limit=3, score_cutoff=60)]
    raise UnknownName(name, "person", near)


def _journal(store: Store) -> Journal | None:
    """The journal beside the store, if there is one already."""
    path = journal_path(store.address)
    return Journal(path) if path != ":memory:" and Path(path).is_file() else None


def _export(store: Store, person: str, options: argparse.Namespace, journal: Journal | None) -> int:
    erasure = erasure_of(store, person, options.also)
    record = record_of(store, erasure.traces, erasure.redaction, journal)
    text = json.dumps(record, ensure_ascii=False, indent=2)
    if not options.out:
        sys.stdout.write(f"{text}\n")
        return 0
    file = Path(options.out)
    if file.exists():
        raise CannotExport(f"{file} is there already; name another file")
    file.write_text(f"{text}\n", encoding="utf-8")
    show(f"{file}: {len(record['statements'])} statements about {person}")
    return 0


def _erase(store: Store, person: str, options: argparse.Namespace, journal: Journal | None) -> int:
    erasure = erasure_of(store, person, options.also)
    _announce(erasure)
    if not options.yes and not agreed(in_words("Go on? [y/N] ")):
        say("nothing was erased; say --yes where nobody can be asked")
        return 1
    done = erase(store, erasure, options.actor or getpass.getuser(), options.why)
    entries = journal.rewrite(reader(erasure.redaction)) if journal else 0
    removed = list(_removed(store))
    show(
        f"erased: {done.statements} statements and {done.revisions} revisions read otherwise now, "
        f"and {entries} entries of the journal; revision {done.revision}"
    )
    for folder in removed:
        show(f"deleted: {folder}")
    for left in done.left:
        show(f"still to be done: {left}")
    show("what cannot be reached from here:")
    for line in (*_beside(store), *_tokens(erasure.redaction), *_ELSEWHERE, *_of_server(store)):
        show(f"- {in_words(line)}")
    return 0


def _announce(erasure: Erasure) -> None:
    traces = erasure.traces
    show(f"{', '.join(traces.ids)}, called {', '.join(map(repr, traces.names))}")
    show(
        f"{erasure.statements} statements would go or read otherwise; {len(traces.seats)} seats "
        "stay, without a word about who held them. This cannot be undone"
    )


def _removed(store: Store) -> Iterator[Path]:
    """Delete what was computed and what was handed in to be imported; yields what there was."""
    from ledwerk.viz.keeping import kept_folder

    imports = Path(f"{journal_path(store.address)}.imports")
    for folder in filter(None, (kept_folder(store), imports)):
        if folder.is_dir():
            shutil.rmtree(folder, ignore_errors=True)
            yield folder


def _beside(store: Store) -> Iterator[str]:
    """Copies of the store that lie beside it."""
    scheme, _, path = store.address.partition(":")
    if scheme == "sqlite" and path != ":memory:":
        file = Path(path)
        for copy in sorted(file.parent.glob(f"{file.name}.format-*.backup*")):
            yield f"{copy} is a copy of the store as it was before an update: delete it"


def _tokens(redaction: Redaction) -> Iterator[str]:
    """Tokens that are named after the person."""
    from ledwerk.api.tokens import tokens_path
    from ledwerk.api.tokens_file import read

    for kept in read(tokens_path()):
        if redaction.text(kept.name) != kept.name:
            yield f"a token is called {kept.name!r}: ledwerk token revoke ends it"


def _of_server(store: Store) -> tuple[str, ...]:
    return () if store.address.startswith("sqlite:") else _SERVER
