"""Templates: a text with columns in it, such as `pic-{pic}` or `{country}-{city}`."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ledwerk.schema.names import fold, name_key, slug

FILTERS = ("slug", "same", "name", "rest", "municipality", "id")
MOST_SIGNS = 200  # in an id, after its prefix and colon
_PIECE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+")
_ID_SIGNS = re.compile(r"[\w.@+~-]*")
_NOT_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Hole:
    """A column in a template, with the filter that its text goes through; empty is none."""

    column: str
    filter: str = ""


def parse_template(text: str) -> Iterator[str | Hole]:
    """The literal texts and holes of a template; ValueError says what is wrong with it.

    A doubled brace is a brace.
    """
    for match in _PIECE.finditer(text):
        piece = match[0]
        if piece in {"{{", "}}"}:
            yield piece[0]
        elif piece in {"{", "}"}:
            raise ValueError(f"{text!r} has a {piece} without its other half; {piece * 2} is one")
        elif match[1] is None:
            yield piece
        else:
            yield _hole(match[1], text)


def _hole(inside: str, text: str) -> Hole:
    column, bar, word = inside.rpartition("|")
    if not bar:
        column, word = inside, ""
    if not column.strip():
        raise ValueError(f"{text!r} has braces without a column in them")
    if bar and word.strip() not in FILTERS:
        known = ", ".join(FILTERS)
        raise ValueError(f"{text!r} has an unknown filter {word.strip()!r}; known are {known}")
    return Hole(column.strip(), word.strip())


def id_part(text: str) -> str:
    """Text as part of an id: lower case, without accents, words joined by dashes.

    Letters of other scripts stay, so that two Greek names make two ids.
    """
    if text.isascii():
        return text.lower() if text.isalnum() else slug(text)
    folded = fold(text)
    if any(sign.isalpha() and not sign.isascii() for sign in folded):
        return _NOT_LETTER.sub("-", unicodedata.normalize("NFC", folded)).strip("-")
    return slug(text)


_TOWN_HALL = re.compile(r"^(?:de )?(?:gemeente|gem\.?) |[ ,]*\(?\bgemeente\)?$", re.IGNORECASE)


def filtered(filter_: str, text: str) -> str:
    """A cleaned text as an id part by one of the filters; `same` and `id` leave it as it is."""
    match filter_:
        case "slug":
            return id_part(text)
        case "name":
            return id_part(name_key(text))
        case "rest":
            return text.partition(":")[2] or text
        case "municipality":
            part = id_part(_TOWN_HALL.sub("", text))
            return f"gemeente-{part}" if part else ""
    return text


def has_id_signs(text: str) -> bool:
    """Whether all signs of a text can stand in an id."""
    return _ID_SIGNS.fullmatch(text) is not None


def shortened(node_id: str) -> str:
    """An id within its length; what is cut off is still told apart by a digest of the whole."""
    prefix, colon, rest = node_id.partition(":")
    if len(rest) <= MOST_SIGNS:
        return node_id
    digest = hashlib.blake2b(rest.encode(), digest_size=8).hexdigest()
    return f"{prefix}{colon}{rest[: MOST_SIGNS - 17].rstrip('-')}-{digest}"
