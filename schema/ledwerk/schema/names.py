"""How names are compared, sorted and made into ids. Both stores use these very functions."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import cache

# Letters that Unicode does not decompose but that people type without their stroke.
_STROKES = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})

# Legal forms say how an organisation is registered, not who it is. Written without dots.
LEGAL_FORMS = frozenset(
    [
        "bv",
        "nv",
        "cv",
        "vof",
        "bvba",
        "nvsa",
        "sprl",
        "srl",
        "sarl",
        "sas",
        "sasu",
        "sa",
        "se",
        "ag",
        "gmbh",
        "mbh",
        "kg",
        "kgaa",
        "ohg",
        "ug",
        "ev",
        "eg",
        "ltd",
        "limited",
        "plc",
        "llc",
        "llp",
        "lp",
        "inc",
        "corp",
        "co",
        "pty",
        "as",
        "asa",
        "ab",
        "oy",
        "oyj",
        "aps",
        "spa",
        "sl",
        "slu",
        "sro",
        "kft",
        "zrt",
        "doo",
        "dd",
        "ooo",
        "ua",
        "ba",
    ]
)
# Registers that number what they list, written as people write them.
_SCHEMES = {"pic": "PIC", "rcn": "RCN", "kvk": "KvK", "ror": "ROR", "vat": "VAT"}
# Only dropped in front ("Stichting X"), where Dutch puts it.
_LEADING_FORMS = frozenset({"stichting", "vereniging", "cooperatie"})

_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}[a-z]?\b\.?|\b[a-z](?:[./][a-z])+\b\.?")
MOST_SORTED = 400  # letters; a database's index takes keys of some thousand bytes
_NOT_WORD = re.compile(r"[^0-9a-z]+")


def fold(text: str) -> str:
    """Lower case without accents or strokes; the order of names follows it on every store."""
    if text.isascii():  # most are, and have nothing to take off
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_STROKES)
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def sort_key(name: str) -> str:
    """What names are ordered by: folded, and short enough for any index."""
    return fold(name)[:MOST_SORTED]


def last_key(beginning: str) -> str:
    """What no name that begins so is ordered after."""
    return sort_key(beginning) + "\U0010ffff"


def name_key(name: str) -> str:
    """The form in which two spellings of one name are equal.

    Case, accents, punctuation and legal forms do not count: "Sananet Care B.V." and
    "sananet care" share a key. A name that is nothing but a legal form keeps it, and a name
    in another script is compared letter by letter.
    """
    folded = fold(name)
    folded = _DOTTED.sub(lambda match: re.sub(r"[./]", "", match[0]), folded)
    folded = folded.replace("&", " en ")
    words = ["en" if word == "and" else word for word in _NOT_WORD.sub(" ", folded).split()]
    if not words:
        return " ".join(folded.split())
    kept = list(words)
    while len(kept) > 1 and kept[-1] in LEGAL_FORMS:
        kept.pop()
    while len(kept) > 1 and kept[0] in _LEADING_FORMS:
        kept.pop(0)
    if _has_other_script(folded):
        return " ".join(folded.split())
    return " ".join(kept)


def short_key(key: str) -> str:
    """A name's key short enough for any index: a long one ends in a digest of the whole."""
    if len(key) <= MOST_SORTED:
        return key
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return f"{key[: MOST_SORTED - 40]} {digest}"


@cache
def camel(name: str) -> str:
    """`on_behalf_of` as `onBehalfOf`."""
    first, *rest = name.lower().split("_")
    return first + "".join(word.capitalize() for word in rest)


def slug(name: str) -> str:
    """A readable id part: "Zuyd Hogeschool" becomes "zuyd-hogeschool".

    Empty when the name has no Latin letter or digit; the caller then says so.
    """
    return _NOT_WORD.sub("-", fold(name)).strip("-")


def name_from_id(node_id: str) -> str:
    """The name shown for a node that no source names: made from its identifier.

    "organisation:pic-998616262" is shown as "PIC 998616262".
    """
    prefix, _, rest = node_id.partition(":")
    scheme, dash, number = rest.partition("-")
    if dash and scheme in _SCHEMES:
        rest = f"{_SCHEMES[scheme]} {number}"
    return (rest or prefix).replace("-", " ").strip() or node_id


def _has_other_script(folded: str) -> bool:
    return not folded.isascii() and any(c.isalpha() and not c.isascii() for c in folded)
