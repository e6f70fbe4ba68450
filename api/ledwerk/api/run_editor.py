"""`ledwerk serve --edit`: an editor for as long as this run of the service lasts.

The address that is printed lets whoever opens it change the network; it counts no longer once the
service ends, and is kept nowhere.
"""

from __future__ import annotations

import argparse
import getpass
import hmac
import secrets
from dataclasses import dataclass, field

PREFIX = "ledwerk_run_"
_HELP = (
    "print an address at which tables can be changed and files brought in, until this run ends; "
    "NAME is who the log says it was, default the name that you are logged in by"
)


@dataclass(frozen=True, slots=True)
class RunEditor:
    """Who may change the network meanwhile, with a token that is only known to this run."""

    name: str
    token: str = field(repr=False)
    role: str = "editor"

    def has(self, token: str) -> bool:
        """Whether it is theirs; how long that takes tells nothing about it."""
        return hmac.compare_digest(token.encode(), self.token.encode())


def run_editor(name: str = "") -> RunEditor:
    """An editor of that name, or of whoever runs the command."""
    return RunEditor(name or _own_name(), f"{PREFIX}{secrets.token_urlsafe(24)}")


def add_edit_option(serve: argparse.ArgumentParser) -> None:
    """Declare --edit."""
    serve.add_argument("--edit", nargs="?", const="", metavar="NAME", help=_HELP)


def _own_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a system without names
        return "editor"
