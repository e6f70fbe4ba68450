"""Labels and values in lines: over one another, without a colon, set on two lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ledwerk.loaders.publication.layout.heading_words import bullet
from ledwerk.loaders.publication.layout.label_words import begins_with_label, is_label, plain_case
from ledwerk.loaders.publication.layout.labels import meaning_of
from ledwerk.loaders.publication.layout.printed import Printed

_ALONE = re.compile(r"[^\W\d_][^:.;,!?|€£$]{1,40}:?")
_PAIR = 2
_MOST_BETWEEN = 5  # lines of a value, at most, between two labels over their values
_SINGLE = frozenset({"period", "start", "end", "budget", "code", "lead", "programme"})
_ANY_LABEL = re.compile(r"\s*[A-ZÀ-Þ][\w’'/-]*(?: [\w’'/-]+){0,3}\s?:\s+\S")


def labels_at(lines: Sequence[Printed], broken: Sequence[bool]) -> list[int]:
    """Which lines begin with a label and its value.

    Where one of them is known, others are labels too that begin a line which is no rest of one.
    """
    known = [i for i, line in enumerate(lines) if begins_with_label(line.text)]
    if not known:
        return []
    return [
        i
        for i, line in enumerate(lines)
        if i in known
        or (
            _ANY_LABEL.match(line.text)
            and (not i or broken[i - 1] or line.indent < lines[i - 1].indent)
        )
    ]


def with_colons(lines: Sequence[Printed]) -> list[Printed]:
    """The lines with a colon behind labels that stand before their values without any:

    "Projectleider Provincie X", "Partners Y en Z", "Totale kosten € 5" under one another.
    """
    made: list[Printed] = []
    group: list[Printed] = []
    for line in [*_in_two([*map(_of_a_meeting, lines)]), None]:
        if group and (line is None or line.gap or line.weight):
            made += _with_colons(group)
            group = []
        if line is not None:
            group.append(line)
    return made


# "Aanwezig    Jan Smit (gedeputeerde)": who was there stands in a column of its own.
_AT_A_MEETING = re.compile(
    r"(?P<label>\s*(?:aanwezig(?:en)?|afwezig(?: met (?:kennisgeving|bericht))?|verhinderd|"
    r"gast(?:en)?|present|apologies|in attendance|guests?|absent))\s{3,}(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)


def _of_a_meeting(line: Printed) -> Printed:
    found = _AT_A_MEETING.match(line.text)
    if found is None:
        return line
    return replace(line, text=f"{found['label']}: {line.text[found.end() :]}")


_FIRST_HALF = re.compile(r"\s*[A-ZÀ-Þ][a-zà-ÿ-]{2,14}")
_SECOND_HALF = re.compile(r"\s*[a-zà-ÿ][\w./-]{1,14}(?: [a-zà-ÿ][\w.]{1,14})?:\s+\S")


def _in_two(lines: Sequence[Printed]) -> list[Printed]:
    """The lines with each label whole that is set on two: "Beoogde / partners:  X, Y"."""
    made: list[Printed] = []
    for line in lines:
        last = made[-1] if made else None
        if (
            last is not None
            and not line.gap
            and _FIRST_HALF.fullmatch(last.text)
            and _SECOND_HALF.match(line.text)
        ):
            text = f"{last.text.strip()} {line.text.strip()}"
            made[-1] = replace(last, text=text, number=line.number)
        else:
            made.append(line)
    return made


_FEWEST_BARE = 3


def _with_colons(group: Sequence[Printed]) -> list[Printed]:
    labels = [_bare_label(line.text) for line in group]
    told = {label.lower() for label in labels if label}
    known = sum(1 for label in told if meaning_of(label))
    if len(told) < _FEWEST_BARE or len(told) * 3 < len(group) * 2 or known < _PAIR:
        return [*group]
    made: list[Printed] = []
    for line, label in zip(group, labels, strict=True):
        bare = line.text.strip()
        if label:
            made.append(replace(line, text=f"{label}: {bare[len(label) :].strip()}"))
        elif made and line.indent > made[-1].indent and _GOES_ON.search(made[-1].text):
            made[-1] = replace(made[-1], text=f"{made[-1].text} {bare}")  # its list goes on
        else:
            made.append(line)
    return made


_GOES_ON = re.compile(r"(?:[;,&]|\b(?:en|and))$")


def _bare_label(text: str) -> str:
    """The label that a line begins with, before a value; empty without one."""
    words = text.strip().split()
    for count in (3, 2, 1):
        label, rest = " ".join(words[:count]), " ".join(words[count:])
        value = rest[:1].isupper() or rest[:1].isdigit() or rest[:1] in "€£$"
        if rest and value and label[:1].isupper() and ":" not in label and is_label(label):
            return label
    return ""


def over_values(lines: Sequence[Printed]) -> list[Printed]:
    """The lines with each label that stands over its value put before it: "Label: value".

    A label without a colon is one only where another stands near, over its own value.
    """
    alone = [_stands_alone(line.text) for line in lines]
    boxed = [i for i, label in enumerate(alone) if label and _in_a_box(i, lines, alone)]
    made: list[Printed] = []
    pending: Printed | None = None
    listed = False
    for i, line in enumerate(lines):
        if i in boxed:
            pending = line
            listed = _lists(lines, i, alone)
            continue
        ends = i + 1 >= len(lines) or i + 1 in boxed or lines[i + 1].gap
        text = line.text.strip() + (";" if listed and not ends else "")
        listed = listed and not ends
        if pending is not None:
            label = plain_case(pending.text.strip().rstrip(" :"))
            made.append(
                replace(line, text=f"{label}: {text}", indent=pending.indent, gap=pending.gap)
            )
            pending = None
        else:
            made.append(replace(line, text=text) if text.endswith(";") else line)
    return made


def _lists(lines: Sequence[Printed], at: int, alone: Sequence[bool]) -> bool:
    """Whether the lines under a label are a party each."""
    if meaning_of(lines[at].text.strip().rstrip(":")) not in _ROLES:
        return False
    under: list[str] = []
    for i in range(at + 1, len(lines)):
        if alone[i] or (lines[i].gap and i > at + 1) or begins_with_label(lines[i].text):
            break
        under.append(lines[i].text.strip())
    return len(under) > 1 and not any(_IN_LINE.search(text) for text in under)


_ROLES = ("lead", "partner", "participant")
_IN_LINE = re.compile(r"[,;]|^[a-z](?!.{0,30} [A-Z])|\b(?:en|and|of|van|the|de|het)$")


def _stands_alone(text: str) -> bool:
    bare = text.strip()
    if _ALONE.fullmatch(bare) is None:
        return False
    return is_label(bare) or (bare.endswith(":") and len(bare.split()) <= _FEW_WORDS)


_FEW_WORDS = 3


def _in_a_box(at: int, lines: Sequence[Printed], alone: Sequence[bool]) -> bool:
    """Whether a label by itself has its value under it, as another near it has."""
    if at + 1 >= len(lines) or alone[at + 1] or bullet(lines[at + 1].text):
        return False
    label, value = lines[at], lines[at + 1]
    if begins_with_label(value.text) or value.text.startswith("#"):
        return False
    colon = label.text.rstrip().endswith(":")
    meaning = meaning_of(label.text.strip().rstrip(":"))
    if colon and meaning in _SINGLE and not value.gap:
        return True
    near = range(max(0, at - _MOST_BETWEEN), min(len(lines) - 1, at + _MOST_BETWEEN + 1))
    others = [
        i
        for i in near
        if i != at and alone[i] and not alone[i + 1] and _alike(lines[i], label)
        and not bullet(lines[i + 1].text)
    ]  # fmt: skip
    known = meaning or any(
        meaning_of(lines[i].text.strip().rstrip(":")) or (colon and is_label(lines[i].text))
        for i in (*others, at)
    )
    return bool(others and known and not _is_text(lines, at, alone))


def _alike(one: Printed, other: Printed) -> bool:
    return (
        one.weight == other.weight
        and one.text.strip().isupper() == other.text.strip().isupper()
        and one.text.rstrip().endswith(":") == other.text.rstrip().endswith(":")
    )


def _is_text(lines: Sequence[Printed], at: int, alone: Sequence[bool]) -> bool:
    """Whether what stands under a label is running text, so that the label heads a section."""
    under: list[str] = []
    for i in range(at + 1, min(len(lines), at + 2 + _MOST_BETWEEN)):
        if alone[i] or (lines[i].gap and i > at + 1) or lines[i].weight:
            break
        under.append(lines[i].text)
    return len(under) > _MOST_BETWEEN or len(" ".join(under)) > _LONGEST_VALUE


_LONGEST_VALUE = 260
