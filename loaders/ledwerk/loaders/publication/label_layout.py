"""Labels and their values, however they are laid out: in a table, over one another, in columns.

"Looptijd" in a table's left column, in small type over its value, or before a colon: all become
lines "Looptijd: 2021-2024", and a table with a project a column becomes one with a project a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ledwerk.loaders.publication.cards import cards_of
from ledwerk.loaders.publication.document import Block, BlockKind, Line
from ledwerk.loaders.publication.heading_words import bullet, looks_like_heading
from ledwerk.loaders.publication.labels import meaning_of
from ledwerk.loaders.publication.printed import Printed, PrintedTable
from ledwerk.schema.names import fold

# Labels that say what our readers do not ask for, or ask for by other words.
_OTHERS = re.compile(
    r"contact(?:persoon|personen|gegevens| person| details)?|"
    r"(?:project|programma|proces)(?:leider|manager|leiding|coordinator|adviseur|leden|team)|"
    r"(?:project|programme|process) ?(?:manager|lead|leader|officer|owner|team)|"
    r"(?:eind)?verantwoordelijke?|opdrachtgever|opdrachtnemer|"
    r"(?:algemeen )?directeur|director|manager|communicatie(?:adviseur|medewerker)?|"
    r"communications?(?: (?:officer|manager|lead))?|administratie|administration|secretariaat|"
    r"secretariat|office manager|officemanager|beleidsadviseur|programmabureau|projectbureau|"
    r"(?:mede)?financiers?|(?:mede|co)?financiering|gefinancierd door|"
    r"subsidie(?:gever|verstrekker)?s?|bijdragen?|eigen bijdrage|"
    r"(?:funded|financed|supported|sponsored) by|funders?|funding|"
    r"grants?|contributions?|sponsors?|doel(?:en|stelling(?:en)?|groep(?:en)?)?|aims?|goals?|"
    r"objectives?|target groups?|resultaat|resultaten|results?|outputs?|outcomes?|status|"
    r"stand(?: van zaken)?|voortgang|fase|phase|progress|state|running|locaties?|plaats|regio|"
    r"gebied|location|place|area|region|website|web|site|e-?mail|telefoon|tel|phone|adres|address|"
    r"bezoekadres|postadres|thema|theme|sector|soort|type|omschrijving|beschrijving|samenvatting|"
    r"description|summary|aanleiding|achtergrond|background|activiteiten|activities|werkwijze|"
    r"uitvoering|uitvoerders?|aanpak|approach|opmerkingen?|remarks?|notes?|toelichting|"
    r"verhinderd|(?:te )?gast(?:en)?|toehoorders?|guests?|observers?|genodigden|invitees?|afmelding(?:en)?|"
    r"afgemeld|line leader|lijntrekker|ondersteuning|support|staff|evaluatie|evaluation|"
    r"vertegenwoordig(?:er|ing)|deelprojecten|mijlpalen|milestones|planning|kosten|"
    r"aanwezig(?:en)?|afwezig(?:en)?(?: m\.?k\.?| met (?:kennisgeving|bericht))?|present|"
    r"in attendance|attendees|apologies(?: received)?|absent|voorzitter|chair|secretaris|"
    r"secretary|notulist|notulen|verslag|minutes(?: by)?|datum|date|tijd|time|kenmerk|bijlagen?|"
    r"leden|members|bestuur|board"
)
_ALONE = re.compile(r"[^\W\d_][^:.;,!?|€£$]{1,40}:?")
_LONGEST_LABEL = 40
_PAIR, _FOUR = 2, 4
_MOST_BETWEEN = 5  # lines of a value, at most, between two labels over their values
_SINGLE = frozenset({"period", "start", "end", "budget", "code", "lead", "programme"})


def is_label(text: str) -> bool:
    """Whether a text is a label by itself: "Looptijd", "Project manager:"."""
    bare = text.strip().rstrip(":").strip()
    if not bare or len(bare) > _LONGEST_LABEL:
        return False
    return bool(meaning_of(bare)) or _OTHERS.fullmatch(fold(bare).strip(" .:*")) is not None


_LABELLED = re.compile(r"\s*(?P<label>[A-ZÀ-Þa-z][\w’'./ -]{1,38}?)\s*:\s+\S")


def begins_with_label(text: str) -> bool:
    """Whether a line is a label with its value: "Contact: X"."""
    found = _LABELLED.match(text)
    return bool(found and is_label(found["label"]))


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
    for line in [*_in_two(lines), None]:
        if group and (line is None or line.gap or line.weight):
            made += _with_colons(group)
            group = []
        if line is not None:
            group.append(line)
    return made


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
    return [
        replace(line, text=f"{label}: {line.text.strip()[len(label) :].strip()}") if label else line
        for line, label in zip(group, labels, strict=True)
    ]


def _bare_label(text: str) -> str:
    """The label that a line begins with, before a value; empty without one."""
    words = text.strip().split()
    for count in (3, 2, 1):
        label, rest = " ".join(words[:count]), " ".join(words[count:])
        value = rest[:1].isupper() or rest[:1].isdigit() or rest[:1] in "€£$"
        if rest and value and label[:1].isupper() and ":" not in label and is_label(label):
            return label
    return ""


def read_as_laid_out(table: PrintedTable) -> Iterator[PrintedTable | Sequence[Line] | str]:
    """A table as it is meant: a heading over it, lines with labels, a table the right way up."""
    rows, title = _titled(table)
    if title:
        yield title
    pairs, cards = _pairs(rows), cards_of(rows)
    if pairs is not None:
        yield pairs
    elif cards is not None:
        yield cards
    else:
        yield _upright(rows)


def _titled(table: PrintedTable) -> tuple[PrintedTable, str]:
    """A table without its first row, where that is a title over all of it; and the title."""
    first = [cell for cell in table.rows[0] if cell.strip()]
    whole = len(table.rows[0]) > 1 and len(first) == 1 and bool(table.rows[0][0].strip())
    text = " ".join(first[0].split()) if first else ""
    rest = [row for row in table.rows[1:] if sum(1 for cell in row if cell.strip()) > 1]
    if not whole or len(rest) < _PAIR or not looks_like_heading(text) or is_label(text):
        return table, ""
    return _part(table, range(1, len(table.rows))), text


def _part(table: PrintedTable, rows: Sequence[int]) -> PrintedTable:
    pages = table.pages or (table.page,) * len(table.rows)
    return PrintedTable(
        tuple(table.rows[i] for i in rows),
        tuple(table.numbers[i] for i in rows),
        table.page,
        tuple(pages[i] for i in rows),
    )


def _pairs(table: PrintedTable) -> list[Line] | None:
    """The lines "label: value" of a table of labels and values; None where it is none."""
    columns = [at for at in range(len(table.rows[0])) if any(row[at].strip() for row in table.rows)]
    if len(columns) == _PAIR:
        sides = [(columns[0], columns[1])]
    elif len(columns) == _FOUR:
        sides = [(columns[0], columns[1]), (columns[2], columns[3])]
    else:
        return None
    for label, _ in sides:
        told = [row[label] for row in table.rows if row[label].strip()]
        known = any(map(meaning_of, told)) or all(cell.rstrip().endswith(":") for cell in told)
        if sum(map(is_label, told)) * 2 <= len(told) or not known or len(told) < _PAIR:
            return None
    if _is_header(table.rows[0], sides):
        return None
    pages = table.pages or (table.page,) * len(table.rows)
    made: list[Line] = []
    for label, value in sides:
        for row, number, page in zip(table.rows, table.numbers, pages, strict=True):
            shown, said = " ".join(row[label].split()).rstrip(" :"), _in_one(row[value])
            if shown and said:
                made.append(Line(f"{_plain_case(shown)}: {said}", number, page))
            elif said or shown:
                made.append(Line(said or shown, number, page))
    return made


def _is_header(row: Sequence[str], sides: Sequence[tuple[int, int]]) -> bool:
    """Whether the first row heads columns: a label on both sides, "Project | Trekker"."""
    label, value = sides[0]
    return is_label(row[label]) and is_label(row[value])


_GOES_ON = re.compile(r"(?:[,;&-]|\b(?:en|and|of|van|de|het|the))$")


def _in_one(cell: str) -> str:
    """A cell's lines as one text: those of a list parted by semicolons."""
    text = ""
    for line in cell.split("\n"):
        bare = line.strip()[len(bullet(line.strip())) :].strip()
        if not bare:
            continue
        listed = bullet(line.strip()) or bare[:1].isupper() or bare[:1].isdigit()
        if text and listed and not _GOES_ON.search(text):
            text += "; "
        text += f" {bare}" if text and not text.endswith(" ") else bare
    return text


def _plain_case(label: str) -> str:
    return label.capitalize() if label.isupper() and len(label) > _FOUR else label


def _upright(table: PrintedTable) -> PrintedTable:
    """A table with a row a thing: one with a column a thing, labels on the left, is turned."""
    rows = table.rows
    if len(rows) < _PAIR or len(rows[0]) <= _PAIR:
        return table
    left = [row[0] for row in rows[1:] if row[0].strip()]
    meant = sum(1 for cell in left if meaning_of(cell))
    heads = [cell for cell in rows[0][1:] if cell.strip()]
    turned = (
        meant > 1
        and meant * 2 >= len(left)
        and sum(map(is_label, left)) * 2 > len(left)
        and not any(meaning_of(cell) for cell in heads)
        and (not rows[0][0].strip() or meaning_of(rows[0][0]) or not is_label(rows[0][0]))
    )
    if not turned:
        return table
    columns = [at for at in range(len(rows[0])) if any(row[at].strip() for row in rows)]
    names = [(row[0] if i or meaning_of(row[0]) else "Project") for i, row in enumerate(rows)]
    whole = (tuple(names), *(tuple(row[at] for row in rows) for at in columns if at))
    return PrintedTable(whole, (table.numbers[0],) * len(whole), table.page)


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
            label = _plain_case(pending.text.strip().rstrip(" :"))
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


def tells_of_one(texts: Sequence[str]) -> bool:
    """Whether a label among others names what they are about: "Project: X", or it comes first."""
    meanings = [meaning_of(text.partition(":")[0]) for text in texts]
    return "project" in meanings or meanings[:1] in (["programme"], ["code"])


def label_blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """Lines with labels as blocks: one of all where they tell of a project, else one a line."""
    named = tells_of_one([line.text for line in lines])
    for group in [lines] if named else [[line] for line in lines]:
        kind = BlockKind.PARAGRAPH if ":" in group[0].text[:_LONGEST_LABEL] else BlockKind.ITEM
        text, placed = "", []
        for line in group:
            text = f"{text} " if text else text
            placed.append(replace(line, offset=len(text)))
            text += line.text
        yield Block(kind, text, tuple(placed))
