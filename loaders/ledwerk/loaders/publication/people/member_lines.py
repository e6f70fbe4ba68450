"""The lines of a list of members: where each begins, and the seats that they make."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ledwerk.loaders.publication.document import Block, BlockKind
from ledwerk.loaders.publication.findings import IN_A_LIST
from ledwerk.loaders.publication.people.board_changes import LEAVING
from ledwerk.loaders.publication.people.boards_found import Board, Boards
from ledwerk.loaders.publication.people.entry_tails import Entry
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.loaders.publication.people.person_names import bare_name, person_at
from ledwerk.loaders.publication.people.seat_entries import (
    begins_entry,
    entries,
    is_vacant,
    label_alone,
)
from ledwerk.loaders.publication.people.seats_of_places import of_a_place, sort_of_places

_HANGING = re.compile(
    r"(?:,|[-–]|\b(?:en|van|de|het|der|namens|bij|voor|of|the|and|at|for|mede|on behalf))\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list of members, and where it is in its block."""

    text: str
    start: int
    end: int


def from_letter(block: Block, start: int) -> Block:
    """What a block holds from a letter on."""
    lines = block.lines
    kept = [
        replace(line, offset=max(0, line.offset - start))
        for i, line in enumerate(lines)
        if i + 1 == len(lines) or lines[i + 1].offset > start
    ]
    return Block(block.kind, block.text[start:], tuple(kept), block.path)


def people_of(block: Block) -> list[Entry]:
    """The members that the lines of a block name."""
    return [one for row in rows_of(block) for one in entries(row.text, own_line=True)]


def seat_rows(boards: Boards, board: Board, block: Block, label: str = "", places: str = "") -> int:
    """Seats of the members that a block lists; gives back how many.

    `label` stands above them: "Adviserende leden". `places` tells what the places are that some
    are from, as the whole list tells it.
    """
    places = places or sort_of_places(people_of(block))
    rows = rows_of(block) or [Row(block.text, 0, len(block.text))]
    count = 0
    for plain in rows:
        if LEAVING.search(plain.text) and plain.text.rstrip().endswith("."):
            continue
        row = replace(plain, text=f"{label}: {plain.text}") if _goes_under(plain, label) else plain
        bare = _run_in(rows, row)
        for entry in entries(row.text, own_line=not bare):
            start = row.start + (entry.start if bare else 0)
            end = row.start + entry.end if bare else row.end
            seated = of_a_place(entry, places)
            boards.seat(board, seated, boards.document.locator(block, start, end), IN_A_LIST)
            count += 1
    return count


def _goes_under(row: Row, label: str) -> bool:
    return bool(label) and not is_vacant(row.text) and _OWN_LABEL.match(row.text) is None


_OWN_LABEL = re.compile(r"[^:,()]{2,40}:")
_PLURAL_LABEL = re.compile(
    r"(?:[\w ]+ )?(?:leden|members|redacteuren|editors|adviseurs)\s*:(?! *[^,;()]+$)",
    re.IGNORECASE,
)


def _run_in(rows: Sequence[Row], row: Row) -> bool:
    """Whether a list is one run of names, not a line for each."""
    if _PLURAL_LABEL.match(row.text):
        return True
    return len(rows) == 1 and (";" in row.text or row.text.count(",") + row.text.count(")") > 1)


def rows_of(block: Block) -> list[Row]:
    """The members' lines of a block; none where it is something else."""
    text = block.text
    if block.kind is BlockKind.TABLE:
        return []
    if len(block.lines) > 1 and last_label(block):
        return _under_labels(block)
    if not begins_entry(text):
        return []
    if block.kind in (BlockKind.HEADING, BlockKind.ITEM) or len(block.lines) < 2:
        prose = _is_sentence(text) or _TWO_SENTENCES.search(text)
        return [] if prose else [Row(text, 0, len(text))]
    starts = list(_starts(block))
    if (_is_sentence(text) or _TWO_SENTENCES.search(text)) and len(starts) < 2:
        return []
    until = _sentence_below(block)
    starts = [start for start in starts if start < until]
    ends = [*starts[1:], until]
    return [Row(text[a:b].strip(), a, b) for a, b in zip(starts, ends, strict=True)]


_TWO_SENTENCES = re.compile(r"[a-zà-ÿ]{3,}\. [A-ZÀ-Þ][a-zà-ÿ]+ [^.]{12,}\.$")


def last_label(block: Block) -> str:
    """The role that the last line of its own in a block tells, and what stands below has."""
    labels = [label_alone(block.lines[i].text) for i in _label_lines(block)]
    return labels[-1] if labels and block.kind is not BlockKind.TABLE else ""


def _label_lines(block: Block) -> list[int]:
    """The lines that are nothing but a role, and not the rest of a member: "Ria Bos, / lid"."""
    return [
        i
        for i, line in enumerate(block.lines)
        if label_alone(line.text) and not (i and _HANGING.search(block.lines[i - 1].text))
    ]


def _under_labels(block: Block) -> list[Row]:
    """The lines of members below lines that tell their role, each with that role before it."""
    labels = _label_lines(block)
    made: list[Row] = []
    for i, until in zip([-1, *labels], [*labels, len(block.lines)], strict=True):
        if i + 1 >= until:
            continue
        start = block.lines[i + 1].offset
        end = block.lines[until].offset if until < len(block.lines) else len(block.text)
        lines = tuple(replace(one, offset=one.offset - start) for one in block.lines[i + 1 : until])
        part = Block(BlockKind.PARAGRAPH, block.text[start:end].rstrip(), lines, block.path)
        for row in rows_of(part):
            label = label_alone(block.lines[i].text) if i >= 0 and _goes_under(row, "-") else ""
            text = f"{label}: {row.text}" if label else row.text
            made.append(Row(text, start + row.start, start + row.end))
    return made


def _sentence_below(block: Block) -> int:
    """Where a sentence begins below the members: "Per 1 april is Jan Smit afgetreden."."""
    for before, line in itertools.pairwise(block.lines):
        words = block.text[line.offset :]
        if _OPENS.match(words) and not _HANGING.search(before.text) and words.rstrip()[-1:] == ".":
            return line.offset
    return len(block.text)


_OPENS = re.compile(
    r"(?:Per|Op|In|Sinds|De|Het|Een|Met|Na|Er|Verder|On|At|The|As|Since|During|After) [^.:]{0,80}?"
    r"\b(?:is|zijn|was|waren|werd|werden|heeft|hebben|nam|namen|trad|traden|wordt|worden|"
    r"vergader\w*|kwam|has|have|had|were|met|took|retired|resigned|joined|left|stepped)\b"
)


def _starts(block: Block) -> Iterator[int]:
    """Where a new member begins: at lines that begin with a name and do not go on from the last."""
    names_alone = "," not in block.lines[0].text and "(" not in block.lines[0].text
    run = _is_run(block)
    for i, line in enumerate(block.lines):
        if i == 0:
            yield 0
            continue
        if run:
            return
        before = block.lines[i - 1].text.rstrip()
        if _HANGING.search(before) or block.text[line.offset - 1 : line.offset] not in (" ", ""):
            continue
        bare = line.text.strip()
        alone = not re.search(r"[,(:–]|\s(?:en|and|&|-)\s", bare)
        whole = bare_name(bare) is not None and has_given_name(bare)
        if begins_entry(bare) and (not alone or names_alone or whole or is_vacant(bare)):
            yield line.offset


# One run of names with what is said of each in brackets, broken where the line was full.
_RUN = re.compile(r"\)\s?[,;] [A-ZÀ-Þa-z]|; [A-ZÀ-Þ][\w.]+ [^;]+;")


def _is_run(block: Block) -> bool:
    """Whether names follow one another over the lines, and no line holds one member."""
    if not _RUN.search(block.text):
        return False
    lines = [line.text.strip() for line in block.lines]
    halved = any(
        _HALF_NAME.search(line) and has_given_name(line.split()[-1]) for line in lines[:-1]
    )
    return halved or sum(begins_entry(line) for line in lines) * 2 < len(lines)


_HALF_NAME = re.compile(r"(?:[,;)]|\b(?:en|and)) [A-ZÀ-Þ][^\W\d_]+(?:-[A-ZÀ-Þ][^\W\d_]+)?$")

_VERB = re.compile(
    r"^\S+(?: \S+){0,5}? (?:is|zijn|was|waren|heeft|hebben|wordt|werd|zegt|vertelt|chairs|has|have|"
    r"says|leads|leidt|vindt|werkt|works|joined|neemt|treedt|volgt|kijkt|blikt|opent|opende)\b"
)


def _is_sentence(text: str) -> bool:
    if _VERB.match(text):
        return True
    person = person_at(text)
    return person is not None and _GOES_ON.match(text, person.end) is not None


# A small word right behind a name that tells of no function or party: "Jan Smit trad af".
_GOES_ON = re.compile(
    r"(?: \([^()]{1,80}\))? (?!(?:van|uit|from|of|namens|en|and|als|as|bij|at|for|voor|on|sinds|"
    r"since|per|vanaf|tot|until|te|in|mede|met|with|representing|is|der|den|de|het|"
    r"the)\b)[a-z]{3,}(?: |$)"
)
