"""What money is for where its sentence does not say: what was spoken of, or stands as a title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.figures.money_parties import Told
from ledwerk.loaders.publication.figures.money_receivers import Reading
from ledwerk.loaders.publication.findings import Ref
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, Known

_TITLE = 90  # letters of a line that may be a title
_ENDS = re.compile(r"[.!?:;,]\s*$|[.!?] [A-Z]")
_NUMBER = re.compile(r"^\W*(?:\d{1,2}|[A-Z]{0,4}[- ]?\d{1,3})?\s*[|–:.)-]*\s*")
# "A and B are both part of the programme C": C is what is spoken of from there.
_WITHIN = re.compile(
    r"\b(?:(?:val(?:t|len)|hoor(?:t|en)|hang(?:t|en)|"
    r"zit(?:ten)?)\b.{0,40}\b(?:onder|bij|in|binnen)|"
    r"(?:onder)?deel|onderdeel|part of|belongs? to|sits? (?:\w+ )?(?:under|in|inside|within)|"
    r"falls? (?:under|within)|takken|pijlers?|strands?)\b",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    r"\b(?:niet (?:bij|onder|in)|geen (?:onder)?deel|buiten|los van|outside|"
    r"not (?:a )?part|no part|never (?:formed |been )?(?:a )?part|separate from|independent of)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?P<code>[A-Z]{1,4}[-–.]?\d{1,3})\b[\s:–—|.)-]+(?P<rest>\S.*)")


def spoken_of(said: Told, before: Ref | None) -> Ref | None:
    """What the next sentence is about: the one activity, or one project, that this names."""
    meant = list(dict.fromkeys(ref for _, ref in said.meant))
    if _OUTSIDE.search(said.text) and all(ref.kind == "Programme" for ref in meant):
        return before  # "It is no part of the programme X"
    projects = [ref for ref in meant if ref.kind == "Project"]
    if len(meant) == 1:
        return meant[0]
    return projects[0] if len(projects) == 1 else before


def whole_of(said: Told) -> Ref | None:
    """The programme that a sentence says several projects are part of."""
    meant = list(dict.fromkeys(ref for _, ref in said.meant))
    programmes = [ref for ref in meant if ref.kind == "Programme"]
    several = len(meant) - len(programmes) > 1
    return programmes[0] if several and len(programmes) == 1 and _WITHIN.search(said.text) else None


# The next sentence is about the programme: "zetten daar 4 ton voor opzij", "the programme gets".
OF_THE_WHOLE = re.compile(r"\b(?:programm[ae]|agenda|deal)\b", re.IGNORECASE)


def title_of(block: Block, reading: Reading) -> Ref | None:
    """The project or programme that a short line names as the title of what follows."""
    text = block.text.strip()
    if block.kind is not BlockKind.PARAGRAPH or len(text) > _TITLE or _ENDS.search(text):
        return None
    bare = _NUMBER.sub("", text)
    return reading.known.find(bare, ACTIVITIES) or reading.known.find(text, ACTIVITIES)


def activity_codes(document: Document, known: Known) -> Iterator[tuple[str, Ref]]:
    """The codes by which tables and notes call a project: "ZW-01", from its heading or row."""
    for block in document.blocks:
        lines = [block.text] if block.kind is BlockKind.HEADING else []
        lines += [f"{row[0]} {row[1]}" for row in block.rows if len(row) > 1]
        for line in lines:
            found = _CODE.fullmatch(line.strip())
            ref = known.find(found["rest"], ACTIVITIES) if found else None
            if found and ref is not None:
                yield found["code"], ref
