"""The options of `ledwerk serve`, and the settings that they make."""

from __future__ import annotations

import argparse
import json
import os
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ledwerk.api.run_editor import add_edit_option, run_editor
from ledwerk.schema.errors import LedwerkError

if TYPE_CHECKING:  # slow to import, and not needed for the help
    from ledwerk.api.limits import Limits
    from ledwerk.api.settings import Settings


_MOST_UNASKED = 4
_MOST_WORKERS = 64


def add_serve_options(serve: argparse.ArgumentParser) -> None:
    """Declare them; nothing slow is imported for it."""
    serve.add_argument("--host", default="127.0.0.1", help="default 127.0.0.1: this machine only")
    serve.add_argument("--port", type=port, help="default 8000, or another when that is taken")
    serve.add_argument(
        "--workers", type=workers, metavar="NUMBER",
        help="processes that answer; default as many as processors, at most 4",
    )  # fmt: skip
    serve.add_argument(
        "--tokens", metavar="FILE", help="where tokens are kept; see ledwerk token --help"
    )
    add_edit_option(serve)
    serve.add_argument(
        "--read-token", action="store_true", help="ask for a token also of those who only read"
    )
    serve.add_argument(
        "--origin", action="append", default=[], metavar="URL",
        help="a web page of another host that may ask, such as https://example.org; repeatable",
    )  # fmt: skip
    serve.add_argument(
        "--documents", metavar="FILE.json", help="registered questions: an object of id and text"
    )
    serve.add_argument(
        "--only-documents", action="store_true", help="answer no other questions than those"
    )
    serve.add_argument(
        "--no-introspection", action="store_true", help="do not tell the schema, nor suggest words"
    )
    serve.add_argument(
        "--limit", action="append", default=[], metavar="NAME=NUMBER",
        help="what one question may ask: tokens, depth, fields, aliases, same, page, cost, seconds",
    )  # fmt: skip
    serve.add_argument(
        "--log",
        choices=("text", "json", "off"),
        default="off",
        help="a line a request; default off",
    )


def port(text: str) -> int:
    """A port number, for argparse."""
    if text.isdigit() and 0 <= int(text) <= 65535:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no port; write a number from 1 to 65535")


def workers(text: str) -> int:
    """A number of processes, for argparse."""
    if text.isdigit() and 1 <= int(text) <= _MOST_WORKERS:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r}: write a number from 1 to {_MOST_WORKERS}")


def workers_for(asked: int | None, store: str) -> int:
    """How many processes answer, of a store at that address. LedwerkError for what cannot be.

    Unasked, there is one wherever several would not share the work: only Linux shares connections
    out among processes.
    """
    in_memory = store == "sqlite::memory:"
    if asked is None:
        if in_memory or sys.platform != "linux":
            return 1
        return min(len(os.sched_getaffinity(0)), _MOST_UNASKED)
    if asked > 1 and in_memory:
        raise LedwerkError(
            f"--workers {asked}: a store in memory belongs to one process; "
            "leave --workers out, or keep the store in a file"
        )
    if asked > 1 and not hasattr(socket, "SO_REUSEPORT"):
        raise LedwerkError(
            f"--workers {asked}: this system does not let processes share a port; "
            "leave --workers out"
        )
    return asked


def settings_of(options: argparse.Namespace) -> Settings:
    """The settings. Raises LedwerkError for what cannot be."""
    from ledwerk.api.settings import Settings

    documents = _documents(options.documents) if options.documents else {}
    if options.only_documents and not documents:
        raise LedwerkError("--only-documents answers nothing without --documents FILE.json")
    return Settings(
        host=options.host,
        limits=_limits(options.limit),
        introspection=not options.no_introspection,
        read_token=options.read_token,
        origins=tuple(options.origin),
        documents=documents,
        only_documents=options.only_documents,
        tokens=options.tokens,
        editor=None if options.edit is None else run_editor(options.edit),
    )


def _limits(given: list[str]) -> Limits:
    from dataclasses import fields, replace

    from ledwerk.api.limits import Limits

    limits = Limits()
    names = {one.name for one in fields(Limits)}
    for text in given:
        name, _, number = text.partition("=")
        if name not in names:
            raise LedwerkError(
                f"--limit {name}: there is no such limit; {', '.join(sorted(names))}"
            )
        try:
            value = float(number) if name == "seconds" else int(number)
        except ValueError as error:
            raise LedwerkError(f"--limit {text}: write {name}=NUMBER") from error
        if value <= 0:
            raise LedwerkError(f"--limit {text}: it must be above 0")
        limits = replace(limits, **{name: value})  # type: ignore[arg-type]
    return limits


def _documents(file: str) -> dict[str, str]:
    try:
        found = json.loads(Path(file).read_text(encoding="utf-8"))
    except OSError as error:
        raise LedwerkError(f"{file}: {error.strerror}") from error
    except ValueError as error:
        raise LedwerkError(f"{file} is not JSON: {error}") from error
    if not isinstance(found, dict) or not all(isinstance(one, str) for one in found.values()):
        raise LedwerkError(f'{file}: write one object such as {{"who": "query ($id: ID!) …"}}')
    return found
