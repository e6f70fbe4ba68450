"""Tries to load broken files, each in a process of its own, and writes down what became of it.

`python -m tests.loaders.broken.attempt FOLDER STORE PART PARTS` tries every PARTS-th case; a process
is a fork of this one, which has loaded all that loading needs, and so takes milliseconds.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import resource
import shutil
import signal
import sys
import traceback
from pathlib import Path
from typing import Any

from tests.loaders.broken.case import Case
from tests.loaders.broken.every import every_case

_SECONDS = 600
_MOST_MEMORY = 3 * 2**30  # ends what would harm the machine; the test allows much less
_NOBODY = 65534


def attempt(case: Case, place: Path, store: Path) -> dict[str, Any]:
    """Load one case; its exit code, what was said, how much memory it took."""
    place.mkdir()
    path = case.make(place)
    before = _digest(store)
    said = place.parent / f"{place.name}.said"
    if case.unread:
        _take_away(place, store)
    process = os.fork()
    if process == 0:
        _in_a_process(case, path, place, store, said)
    _, status, used = os.wait4(process, 0)
    told = said.read_text(encoding="utf-8", errors="replace")
    made = {
        "name": case.name,
        "code": os.waitstatus_to_exitcode(status),
        "said": f"{told[:20_000]}\n{told[-20_000:]}" if len(told) > 40_000 else told,
        "megabytes": used.ru_maxrss // 1024,
        "unchanged": _digest(store) == before and not _out(place).exists(),
        "seconds": round(used.ru_utime + used.ru_stime, 2),
    }
    shutil.rmtree(place)
    said.unlink()
    return made


def _in_a_process(case: Case, path: Path, place: Path, store: Path, said: Path) -> None:
    """The fork: does what the case asks for, and ends."""
    code = 70
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
        signal.alarm(_SECONDS)
        out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(out, 1)
        os.dup2(out, 2)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        if case.unread and os.geteuid() == 0:
            os.setresuid(_NOBODY, _NOBODY, _NOBODY)
        from ledwerk.api.cli import main

        code = main(_words(case, path, place, store))
    except BaseException:  # noqa: BLE001 - whatever it is, the test has to see it
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _words(case: Case, path: Path, place: Path, store: Path) -> list[str]:
    """The command line."""
    if case.command != "load":
        return [case.command, str(path), "--out", str(_out(place))]
    words = ["load", str(path), "--store", f"sqlite:{store}"]
    if not case.mapping:
        return words
    named = case.mapping.startswith("/")
    return [*words, "--mapping", case.mapping[1:] if named else str(place / case.mapping)]


def _out(place: Path) -> Path:
    """What a command would write that reads one thing and writes another."""
    return place.with_name(f"{place.name}.out.yaml")


def _take_away(place: Path, store: Path) -> None:
    """Take the right to read the files away, also of the one who may read everything."""
    for file in place.iterdir():
        file.chmod(0)
    if os.geteuid() == 0:
        for one in (place, store, store.parent):
            os.chown(one, _NOBODY, _NOBODY)


def _digest(store: Path) -> str:
    waiting = store.with_name(f"{store.name}-wal")
    raw = store.read_bytes() + (waiting.read_bytes() if waiting.exists() else b"")
    return hashlib.sha256(raw).hexdigest()


def _warm(place: Path) -> None:
    """Load what loading loads, so that no process has to."""
    from ledwerk.loaders import candidates, readers_graph, readers_json  # noqa: F401

    for name in ("yaml", "python_calamine", "rapidfuzz.process", "tqdm", "sqlite3"):
        __import__(name)
    from tests.loaders.broken.case import alone, mapped
    from tests.loaders.broken.packing import xlsx

    from ledwerk.api.cli import main

    place.mkdir()
    with (
        Path(os.devnull).open("w") as nowhere,
        contextlib.redirect_stdout(nowhere),
        contextlib.redirect_stderr(nowhere),
    ):
        store = f"sqlite:{place / 'x.sqlite'}"
        main(["load", str(alone("a.xlsx", xlsx(projects=""))(place)), "--store", store])
        table = mapped("rows.csv", "name\nA\n")(place)
        main(["load", str(table), "--mapping", str(place / "m.yaml"), "--store", store])


def main(words: list[str]) -> None:
    """Try a share of the cases; the results are written line by line."""
    folder, store, part, parts = Path(words[0]), Path(words[1]), int(words[2]), int(words[3])
    only = set(filter(None, os.environ.get("BROKEN_ONLY", "").split("\n")))
    os.environ["LEDWERK_LANG"] = "en"
    os.umask(0o022)
    _warm(folder / f"warm{part}")
    for number, case in enumerate(every_case()):
        if number % parts == part and (not only or case.name in only):
            made = attempt(case, folder / f"case{number}", store)
            sys.stdout.write(f"{json.dumps(made)}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
