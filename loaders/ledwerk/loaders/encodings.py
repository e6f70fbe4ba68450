"""Which encoding a file's bytes are in, and text that went through a wrong one made whole again."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder

# What a person's programme calls each encoding.
_NAMES = {"cp1252": "Windows-1252 (Latin-1)", "mac_roman": "Mac Roman"}
_LOOKED_AT = 1024 * 1024  # bytes; enough to tell one encoding from another
# Signs that are common in the languages of western Europe, whatever the encoding.
_COMMON = frozenset(
    "àáâäåæçèéêëìíîïñòóôöøùúûüÿßœÀÁÂÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜŒ€£–—‘’“”„…«»°§²³½•·´®™\u00a0¡¿"
)
_RARE = -2
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x19\x1b-\x1f]")


def encoding_of(raw: bytes) -> tuple[str, str]:
    """The encoding, empty where it is none that we know; a notice where it is not UTF-8."""
    if raw.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "", ""  # UTF-32, which no spreadsheet writes
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        notice = "read as UTF-16; save it as UTF-8 to be sure"
        return ("utf-16", notice) if _decodes(raw, "utf-16") else ("", "")
    if b"\0" in raw:
        wide = _without_mark(raw)
        return (wide, "read as UTF-16; save it as UTF-8 to be sure") if wide else ("", "")
    if _decodes(raw, "utf-8-sig"):
        return "utf-8-sig", ""
    likely = max(_NAMES, key=lambda encoding: _likeness(raw, encoding))
    if not _decodes(raw, likely) or _CONTROLS.search(raw):
        return "", ""
    return likely, f"not UTF-8, read as {_NAMES[likely]}; check its accents"


def _without_mark(raw: bytes) -> str:
    """UTF-16 that does not say so itself: every other byte of western text is nought."""
    start = raw[:2000]
    for encoding, place in (("utf-16-le", 1), ("utf-16-be", 0)):
        half, other = start[place::2], start[1 - place :: 2]
        if 0 not in other and half.count(0) > 0.8 * len(half) and _decodes(raw, encoding):
            return encoding
    return ""


def _decodes(raw: bytes, encoding: str) -> bool:
    decoder = getincrementaldecoder(encoding)()
    try:
        for at in range(0, len(raw), _LOOKED_AT):  # in pieces, as the whole would be a large text
            decoder.decode(raw[at : at + _LOOKED_AT])
        decoder.decode(b"", True)
    except UnicodeDecodeError:
        return False
    return True


def _likeness(raw: bytes, encoding: str) -> int:
    """How much the text looks like words of a western language when it is read so."""
    text = raw[:_LOOKED_AT].decode(encoding, "replace")
    score, before = 0, ""
    for sign in text:
        if not sign.isascii():
            score += 1 if sign in _COMMON else _RARE
            if sign == "\ufffd":
                score -= 100
            elif before.islower() and sign.isupper():
                score -= 3
            elif before.isalpha() and not sign.isalpha() and sign not in _AFTER_LETTERS:
                score += _RARE
        elif sign.isalpha() and before and not before.isascii() and not before.isalpha():
            score += 0 if before in _BEFORE_LETTERS else _RARE
        before = sign
    return score


_AFTER_LETTERS = frozenset("’”“…»–—²³®™´\u00a0")
_BEFORE_LETTERS = frozenset("‘’“„«–—¡¿€£•·°\u00a0")

# Text that was UTF-8 and has been read as something else.

REPAIRS = ("cp1252", "latin_1", "mac_roman")  # the likelier first
_RUN = re.compile(r"[^\x00-\x7f]{2,}")
_TIMES = 3  # it may have gone wrong again and again


def repaired(text: str, encodings: tuple[str, ...]) -> str:
    """The text as it was meant, where writing it back gives UTF-8; otherwise the same text."""
    meant = _once(text, encodings)
    for _ in range(_TIMES):
        again = _once(meant, encodings) if meant != text else meant
        if again == meant or not all(sign.isascii() or sign in _COMMON for sign in again):
            break
        meant = again
    return meant


def _once(text: str, encodings: tuple[str, ...]) -> str:
    meant = next((meant for e in encodings if (meant := _as_utf8(text, e))), "")
    # Other signs beside it, such as a lost one: each run of foreign signs by itself.
    return meant or _RUN.sub(lambda run: _run(run[0], encodings), text)


def _run(run: str, encodings: tuple[str, ...]) -> str:
    """A run of foreign signs, mended where what comes out is nothing but letters and the like."""
    found = (meant for e in encodings if (meant := _as_utf8(run, e)))
    return next((meant for meant in found if set(meant) <= _COMMON), run)


def _as_utf8(text: str, encoding: str) -> str:
    """What the text's bytes are as UTF-8; empty where they are none."""
    try:
        raw = _windows(text) if encoding == "cp1252" else text.encode(encoding)
        return raw.decode("utf-8")
    except UnicodeError:
        return ""


def _windows(text: str) -> bytes:
    """As Windows-1252, in which five bytes that have no sign pass as they are."""
    try:
        return text.encode("cp1252")
    except UnicodeEncodeError:
        return b"".join(
            bytes([ord(sign)]) if "\x80" <= sign <= "\x9f" else sign.encode("cp1252")
            for sign in text
        )
