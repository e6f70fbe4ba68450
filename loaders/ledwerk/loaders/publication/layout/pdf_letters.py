"""The letters of a page as words: spaced letters closed, small capitals whole, marks of notes out.

A setting program leaves traces that no reader sees: a space of no width where a word might have
been broken, letters moved apart to fill a heading, capitals in two sizes, the raised number of a
footnote. Here each is read as it looks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

Char = dict[str, Any]
Word = dict[str, Any]

_WORD_SPACE = 0.15  # times the type's size: white that parts two words
_SPACED = 0.08  # times the type's size: white between all letters, and they are spaced
_FEWEST_SPACED = 4
_WIDER = 1.9  # times the white between spaced letters: white between words
_NO_WIDTH = 0.25  # of its own width: how far a space takes the next letter on that is none
_TOUCHING = 0.08  # times the type's size
_RAISED = 0.88  # of the type's size: a mark of a note has at most
_MARKS = frozenset("0123456789*†‡§, ")
_MEASURES = ("m", "km", "cm", "dm", "mm", "hm")


def words_of(page: Any) -> list[Word]:
    """The upright words of a page, each with its place and type."""
    from pdfplumber.utils.text import extract_words

    chars = list(_closed(_seen(page.chars)))
    words = extract_words(
        chars, extra_attrs=["size", "fontname"], x_tolerance_ratio=_WORD_SPACE,
        keep_blank_chars=False,
    )  # fmt: skip
    upright = [{**word, "text": plain(word["text"])} for word in words if word["upright"]]
    return [word for word in _whole(upright) if word["text"]]


def plain(text: str) -> str:
    """A text with the hyphens that keyboards have, and its ligatures as letters."""
    for sign, letters in _LETTERS:
        text = text.replace(sign, letters)
    return text


_LETTERS = (
    ("\u2010", "-"), ("\u2011", "-"), ("\ufb00", "ff"), ("\ufb01", "fi"), ("\ufb02", "fl"),
    ("\ufb03", "ffi"), ("\ufb04", "ffl"), ("\ufb05", "st"), ("\ufb06", "st"), ("\u200b", ""),
    ("\ufeff", ""), ("\uf0b7", "•"), ("\uf0a7", "▪"), ("\uf0d8", "➢"), ("\uf0fc", "✓"),
)  # fmt: skip


def _seen(chars: Sequence[Char]) -> Iterator[Char]:
    """The signs without those that take no place: a space that the next letter stands on."""
    for char, after in zip(chars, [*chars[1:], None], strict=False):
        width = char["x1"] - char["x0"]
        if (
            char["text"].isspace()
            and after is not None
            and abs(after["top"] - char["top"]) < char["size"] * 0.5
            and -width * 0.5 <= after["x0"] - char["x0"] < width * _NO_WIDTH
        ):
            continue
        yield char


def _closed(chars: Iterator[Char]) -> Iterator[Char]:
    """The signs, with those of spaced words as wide as they reach to the next."""
    line: list[Char] = []
    for char in chars:
        if line and not _same_line(line[-1], char):
            yield from _without_spacing(line)
            line = []
        line.append(char)
    yield from _without_spacing(line)


def _same_line(one: Char, after: Char) -> bool:
    return bool(
        one["size"] == after["size"]
        and one["fontname"] == after["fontname"]
        and abs(one["bottom"] - after["bottom"]) < 1
        and -1 < after["x0"] - one["x1"] < one["size"] * 2
    )


def _without_spacing(line: Sequence[Char]) -> Iterator[Char]:
    letters = sum(1 for char in line if not char["text"].isspace())
    gaps = sorted(
        after["x0"] - char["x1"]
        for char, after in pairwise(line)
        if not char["text"].isspace() and not after["text"].isspace()
    )
    if letters < _FEWEST_SPACED or len(gaps) < _FEWEST_SPACED - 1:
        yield from line
        return
    spacing = gaps[len(gaps) // 4]
    if spacing < line[0]["size"] * _SPACED:
        yield from line
        return
    for char, after in zip(line, [*line[1:], None], strict=True):
        white = after["x0"] - char["x1"] if after is not None else 0
        joins = after is not None and not after["text"].isspace() and white < spacing * _WIDER
        yield {**char, "x1": after["x0"]} if joins and after is not None else char


def _whole(words: Sequence[Word]) -> list[Word]:
    """Words of two sizes of type put together, and without the raised mark of a note."""
    made: list[Word] = []
    for word in words:
        last = made[-1] if made else None
        if last is not None and _marks_note(last, word):
            made[-1] = word
        elif last is None or not _touches(last, word):
            made.append(word)
        elif _is_mark(last, word):
            continue
        elif last["size"] == word["size"] and last["fontname"] == word["fontname"]:
            made.append(word)
        else:
            larger = max((last, word), key=lambda one: float(one["size"]))
            made[-1] = {
                **last, "text": last["text"] + word["text"], "x1": word["x1"],
                "size": larger["size"], "top": min(last["top"], word["top"]),
                "bottom": larger["bottom"],
            }  # fmt: skip
    return made


def _touches(last: Word, word: Word) -> bool:
    size = max(float(last["size"]), float(word["size"]))
    level = word["top"] < last["bottom"] and word["bottom"] > last["top"]
    return bool(level and -size * 0.3 < word["x0"] - last["x1"] < size * _TOUCHING)


def _marks_note(last: Word, word: Word) -> bool:
    """Whether a raised number stands before the first word of a note."""
    near = -1 < word["x0"] - last["x1"] < word["size"]
    level = last["top"] < word["bottom"] and last["bottom"] > word["top"]
    return bool(
        near
        and level
        and last["size"] <= word["size"] * _RAISED
        and last["bottom"] < word["bottom"] - word["size"] * 0.1
        and set(last["text"]) <= _MARKS
    )


def _is_mark(last: Word, word: Word) -> bool:
    """Whether a word is the raised number of a note; a raised 2 after "m" is none."""
    return bool(
        word["size"] <= last["size"] * _RAISED
        and word["bottom"] < last["bottom"] - last["size"] * 0.1
        and set(word["text"]) <= _MARKS
        and last["text"].strip("(").lower() not in _MEASURES
    )
