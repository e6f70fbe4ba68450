"""Legal forms of organisations, as they stand in names, and what class of form each is.

The list is `legal_forms.txt`, which says where it is from.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

PLACED_SHORT, PLACED_LONG, PLACED_WORD = "short", "long", "word"


def rows(name: str) -> Iterator[tuple[str, str, str]]:
    """The lines of a list that comes along: three cells each."""
    text = files("ledwerk.graph.identity").joinpath(name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            first, second, third = line.split(" | ")
            yield first, second, third


def _lands() -> dict[str, frozenset[str]]:
    """The countries that a form is of, by the form."""
    return {
        form: frozenset(countries.split())
        for kind, countries, forms in rows("legal_forms.txt")
        if kind == "land"
        for form in forms.split()
    }


def _read() -> tuple[dict[str, str], dict[tuple[str, ...], str], dict[str, str]]:
    short: dict[str, str] = {}
    long: dict[tuple[str, ...], str] = {}
    words: dict[str, str] = {}
    for kind, placed, forms in rows("legal_forms.txt"):
        if kind == "land":
            continue
        known = "" if kind == "-" else kind
        if placed == PLACED_LONG:
            long.update((tuple(form.split()), known) for form in forms.split(", "))
        else:
            target = short if placed == PLACED_SHORT else words
            target.update((form, known) for form in forms.split())
    return short, long, words


# Those that stand at the end; those of several words; words that stand in front.
SHORT, LONG, WORDS = _read()
LANDS = _lands()
