"""In which language the command line speaks, and saying it so.

Messages are written in English where they arise; here, at the edge, they become Dutch.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

LANGUAGES = ("nl", "en")
VARIABLE = "LEDWERK_LANG"
_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that says something counts


def language_of(words: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language that is asked for: --lang, LEDWERK_LANG, or else the locale's; "nl" or "en".

    `words` are those of the command line; --lang counts before the command only, since commands
    have a --lang of their own for what they write.
    """
    for text in (_asked(words), environ.get(VARIABLE), _locale(environ)):
        if text:
            return "nl" if text.lower().startswith(("nl", "dutch", "nederlands")) else "en"
    return "en"


def page_language(asked: str) -> str:
    """The language that a page is asked for in; Dutch for one that there is not."""
    return asked if asked in LANGUAGES else "nl"


def _asked(words: Sequence[str]) -> str | None:
    """The value of --lang where it stands before the command."""
    for place, word in enumerate(words):
        if not word.startswith("-"):
            return None
        name, equals, value = word.partition("=")
        if name == "--lang":
            return value if equals else "".join(words[place + 1 : place + 2])
    return None


def _locale(environ: Mapping[str, str]) -> str | None:
    named = next((environ[name] for name in _LOCALES if environ.get(name)), None)
    if named is None and sys.platform == "win32":  # it has settings instead of these variables
        import locale

        return locale.getlocale()[0]
    return named


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak that language within; processes that are started meanwhile do too."""
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = language
    try:
        yield
    finally:
        if before is None:
            del os.environ[VARIABLE]
        else:
            os.environ[VARIABLE] = before


def in_words(text: str) -> str:
    """A message in the language that is spoken; what has no translation stays as it is."""
    if language_of((), os.environ) == "nl":
        from ledwerk.api.dutch import in_dutch

        return in_dutch(text)
    return text


def agreed(question: str) -> bool:
    """Whether somebody at the keyboard says yes; no where nobody can be asked."""
    if not sys.stdin.isatty():
        return False
    return input(question).strip().lower() in {"y", "yes", "j", "ja"}


def show(text: str) -> None:
    """Print a line for people as part of the answer, in the language that is spoken."""
    sys.stdout.write(f"{in_words(text)}\n")
    sys.stdout.flush()


def say(text: str) -> None:
    """Print a line for people beside the answer, in the language that is spoken."""
    sys.stderr.write(f"{in_words(text)}\n")
    sys.stderr.flush()
