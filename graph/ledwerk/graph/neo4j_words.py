"""What a Neo4j server says when it cannot answer, in words that a person can act on."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ledwerk.schema.errors import QuestionTooExpensive, StoreError, StoreUnavailable

_LONGEST = 300  # letters of a message that are shown
AWAY = "the graph at {} does not answer ({}); try again when the server is back"
CHANGING = "the graph at {} is being changed at this moment; ask again"
STARTING = ".DatabaseUnavailable"

# Part of a server's error code, what it is to us, and what to say.
KNOWN: tuple[tuple[str, type[StoreError], str], ...] = (
    (
        ".Security.",
        StoreError,
        (
            "{address} does not let in {user} with this password; set LEDWERK_NEO4J_USER and "
            "LEDWERK_NEO4J_PASSWORD (or LEDWERK_NEO4J_PASSWORD_FILE)"
        ),
    ),
    (
        "TransactionTimedOut",
        QuestionTooExpensive,
        "the question took more than {limit} seconds and was stopped; ask for less",
    ),
    (
        "OutOfMemory",
        StoreError,
        (
            "{address} has too little memory for this in one transaction; give it more "
            "(dbms.memory.transaction.total.max), or load with --in-parts"
        ),
    ),
    (
        "DatabaseNotFound",
        StoreError,
        "{address} has no database {database!r}; see LEDWERK_NEO4J_DATABASE",
    ),
    (
        ".SyntaxError",
        StoreError,
        "{address} does not understand the question; ledwerk needs Neo4j 5.23 or newer ({said})",
    ),
    (STARTING, StoreUnavailable, "the graph at {address} is starting; try again in a moment"),
)


def in_words(code: str, passing: bool, told: Mapping[str, str | None]) -> StoreError:
    """An error of the server: its code, whether it passes by itself, and what is to be told."""
    for part, kind, words in KNOWN:
        if part in code:
            return kind(words.format(**told))
    if passing:
        return StoreUnavailable(AWAY.format(told["address"], told["said"]))
    return StoreError(f"{told['address']}: {told['said']}")


def first_line(error: BaseException) -> str:
    """What an error says first, without where a name was looked up."""
    text = str(error).strip() or type(error).__name__
    return re.split(r" \(resolved", text.splitlines()[0], flags=re.IGNORECASE)[0][:_LONGEST]
