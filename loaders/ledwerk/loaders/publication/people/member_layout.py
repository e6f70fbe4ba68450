"""Lists of members as they are laid out: a line for each, their roles in a column before them.

"Voorzitter   Ria Bos, wethouder" is "Voorzitter: Ria Bos, wethouder"; whoever stands under one
another is one item each, so that no name runs on into the next line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ledwerk.loaders.publication.layout.printed import Printed
from ledwerk.loaders.publication.parties.town_names import town_called
from ledwerk.loaders.publication.people.entry_tails import ROLE_RIGHT
from ledwerk.loaders.publication.people.function_words import SEAT_ROLES
from ledwerk.loaders.publication.people.functions import begins_function
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.loaders.publication.people.person_names import PersonName, person_at
from ledwerk.loaders.publication.people.seat_entries import MEMBERS_LABEL, label_alone

# Words for several, under which more than one may stand.
_SEVERAL = rf"(?:{MEMBERS_LABEL}|adviseurs|advisers|advisors|vice-?voorzitters|vice-chairs)"
_ROLE_FIRST = re.compile(
    rf"\s*(?:(?P<one>(?:{SEAT_ROLES}|lid|member))\s{{2,40}}|(?P<several>{_SEVERAL})\s{{1,40}})(?=\S)",
    re.IGNORECASE,
)
_CELLS = re.compile(r"\S\s{2,40}\S.{0,200}\S(?:\s{2,40}|\t)\S|\t")
_HANGING = re.compile(
    r"(?:[,(&–-]|\b(?:en|van|de|het|der|namens|bij|voor|of|the|and|at|for|mede|on behalf))\s*$",
    re.IGNORECASE,
)
_TWO_SENTENCES = re.compile(r"[a-zà-ÿ]{3,}\. [A-ZÀ-Þ]")
# What tells behind a name that somebody does something, so that it is a sentence.
_DOES = re.compile(
    r"(?: [a-z]+)? (?:is|zijn|was|waren|heeft|hebben|had|wordt|werd|zegt|vertelt|vindt|kijkt|has|"
    r"have|says|joined|chairs|leads|neemt|treedt|volgt)\b"
)
_FEWEST = 2


def with_role_labels(lines: Sequence[Printed]) -> list[Printed]:
    """The lines with a colon behind a role that stands in a column before a name.

    A word for several gets a line of its own where more of them stand below.
    """
    if any(_CELLS.search(line.text.strip()) for line in lines):
        return [*lines]  # a table with more columns
    made: list[Printed] = []
    for i, line in enumerate(lines):
        found = _ROLE_FIRST.match(line.text)
        rest = line.text[found.end() :] if found else ""
        if not found or not _member(rest):
            made.append(line)
            continue
        label, below = found[0].strip(), lines[i + 1] if i + 1 < len(lines) else None
        if found["several"] and below and below.indent > line.indent and _member(below.text):
            made.append(replace(line, text=f"{label}:"))
            made.append(replace(line, text=rest, gap=False, indent=below.indent))
        else:
            made.append(replace(line, text=f"{label}: {rest}"))
    return made


def a_member_each(lines: Sequence[Printed], broken: Sequence[bool]) -> list[int]:
    """Which of the lines begin with another member, or a role for those below it.

    Empty where the lines are no list of members, or of one alone.
    """
    starts: list[int] = []
    for i, line in enumerate(lines):
        text, last = line.text.strip(), lines[i - 1] if i else None
        goes_on = last is not None and (
            _HANGING.search(last.text) is not None or not (broken[i - 1] or _member(text))
        )
        if not goes_on and (label_alone(text) or _member(_behind_label(text))):
            starts.append(i)
        elif last is None or not (goes_on or line.indent > lines[starts[-1]].indent
                                  or text[:1].islower() or text[:1] == "("):  # fmt: skip
            return []
    members = [i for i in starts if not label_alone(lines[i].text.strip())]
    if len(members) < _FEWEST or any(_tells(lines, a, b) for a, b in _stretches(starts, lines)):
        return []
    return starts


def _stretches(starts: Sequence[int], lines: Sequence[Printed]) -> Iterator[tuple[int, int]]:
    yield from zip(starts, [*starts[1:], len(lines)], strict=True)


def _tells(lines: Sequence[Printed], begin: int, end: int) -> bool:
    """Whether lines are sentences rather than a member and what he is."""
    text = " ".join(line.text.strip() for line in lines[begin:end])
    person = person_at(_behind_label(text))
    at = len(text) - len(_behind_label(text)) + person.end if person else 0
    return _TWO_SENTENCES.search(text) is not None or _DOES.match(text, at) is not None


_LABEL = re.compile(r"(?P<label>[^:,()\d]{2,60}?)\s*:\s+(?=\S)")


def _behind_label(text: str) -> str:
    """A line without the role, function or town that stands before a colon."""
    found = _LABEL.match(text)
    label = found["label"] if found else ""
    if found and (label_alone(label) or begins_function(label) or town_called(label)):
        return text[found.end() :]
    return text


def _member(text: str) -> PersonName | None:
    """Who a line begins with, if it does so as the lines of a list of members do."""
    person = person_at(text.strip())
    rest = text.strip()[person.end :] if person else ""
    leads = _LEADER.match(rest) is not None
    if person is None or not (person.titled or leads or _is_called(person.name)):
        return None
    return person if not rest or _NEXT.match(rest) else None


_LEADER = re.compile(r" ?\.{3}")  # dots that lead from a name to what he is
_NEXT = re.compile(
    rf"\s*(?:[,(:|]|\.{{3}}|[–-]\s|\s{{2,}}\S)|{ROLE_RIGHT.pattern.replace('?P<role>', '?:')}"
)


def _is_called(name: str) -> bool:
    return has_given_name(name) or re.match(r"[A-ZÀ-Þ]\.", name) is not None
