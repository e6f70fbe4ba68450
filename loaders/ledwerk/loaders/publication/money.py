"""Who pays what to what, as sentences, labels and tables tell it, and what projects cost.

Without a receiver in the sentence, it is the project or programme that was last spoken of or whose
section it is; under a heading about the publisher's own money it is the publisher.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ledwerk.loaders.publication.amounts import quantities
from ledwerk.loaders.publication.boards_found import short
from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import (
    GATHERED,
    IN_A_SENTENCE,
    IN_A_TABLE,
    Finding,
    Ref,
    node,
    tie,
)
from ledwerk.loaders.publication.known_names import ACTIVITIES, PARTIES, Known
from ledwerk.loaders.publication.labels import meaning_of
from ledwerk.loaders.publication.money_parties import Told, told
from ledwerk.loaders.publication.money_tables import Paid, payments_in, telling
from ledwerk.loaders.publication.money_told import (
    Payment,
    asked_of,
    near_activities,
    own_subject,
    payments_of,
)
from ledwerk.loaders.publication.money_words import (
    ABOUT_IT,
    COSTS,
    FINANCES,
    LABEL,
    OVERHEAD,
    OWN,
    REFUSED,
    THAT_ONE,
)
from ledwerk.loaders.publication.parties_at import named_at
from ledwerk.loaders.publication.publisher import publisher_of
from ledwerk.loaders.publication.sentences import Stretch, sentences_of
from ledwerk.schema.fields import Value

_PER = re.compile(
    r"\s*per (?P<per>(?:inwoner|jaar|maand|deelnemer|lid|inhabitant|resident|year|head|month|member)"
    r"(?: (?:per|a) (?:jaar|year))?)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:in|voor|for|during|over)\s+((?:19|20)\d\d)\b(?!\s?[-–/])")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What every part of a document is read with."""

    document: Document
    known: Known
    publisher: Ref | None
    currency: str


def read_money(document: Document, found: Iterable[Finding]) -> Iterator[Finding]:
    """Who pays what to what, and the budgets that sentences give."""
    known = Known(found)
    reading = _Reading(document, known, publisher_of(document, known), _currency(document))
    before: Ref | None = None
    for block in document.blocks:
        if block.kind is BlockKind.TABLE:
            yield from _of_table(block, reading)
        elif block.kind is not BlockKind.HEADING:
            yield from _of_text(block, reading, before)
        named = named_at(block.text, known, ACTIVITIES) if block.kind in _TELLING else []
        before = named[-1].ref if named else before


_TELLING = (BlockKind.HEADING, BlockKind.PARAGRAPH)


def _currency(document: Document) -> str:
    """The money that a document mostly speaks of."""
    units = Counter(
        one.unit
        for block in document.blocks
        for one in quantities(block.text, document.language)
        if one.money
    )
    usual = "EUR" if document.language == "nl" else "GBP"
    return units.most_common(1)[0][0] if units else usual


def _of_text(block: Block, reading: _Reading, before: Ref | None) -> Iterator[Finding]:
    """What a block tells; `before` is the activity last named in the blocks before it."""
    spoken, asked = None, None
    for piece, label in _pieces(block):
        said = told(piece.text, reading.known, reading.document.language, reading.currency)
        if said.meant:
            spoken = said.meant[-1][1]
        about = spoken or _about(block, reading)
        if about is None and THAT_ONE.search(piece.text):
            about = before
        for one in payments_of(said, labelled=label):
            at = said.sums.index(one.amount)
            place = reading.document.locator(
                block, piece.start + one.amount.start, piece.start + one.amount.end
            )
            if one.state == "asked_for" and not one.payers and asked is not None:
                one = replace(one, payers=(asked,))  # noqa: PLW2901
            if not one.payers and one.state and reading.publisher and own_subject(one.before):
                one = replace(one, payers=(reading.publisher,))  # noqa: PLW2901
            yield from _paid(one, said, at, about, place, piece.text, block, reading)
        asked = asked_of(said) or asked


_NEXT_LABEL = re.compile(
    r"(?:(?<=\s)|(?<=^))(?=[A-ZÀ-Þ][\w’'-]{2,30}(?: [a-zà-ÿ]+){0,3}(?: \([^)]{1,20}\))?:\s)"
)


def _pieces(block: Block) -> Iterator[tuple[Stretch, bool]]:
    """The sentences of a block, each up to the next label, and whether its label tells of payers."""
    for sentence in sentences_of(block.text):
        starts = [0, *_labels(block, sentence)]
        for start, end in zip(starts, [*starts[1:], len(sentence.text)], strict=True):
            text = sentence.text[start:end].rstrip()
            label = re.match(r"([^:]{2,50}):\s", text)
            pays = bool(label and LABEL.fullmatch(label[1].strip()))
            yield Stretch(text, sentence.start + start), pays


def _labels(block: Block, sentence: Stretch) -> Iterator[int]:
    """Where in a sentence a label begins: at a line's beginning, or one whose word is known."""
    lines = {line.offset for line in block.lines}
    for found in _NEXT_LABEL.finditer(sentence.text):
        word = sentence.text[found.start() :].partition(":")[0]
        known = meaning_of(word) or LABEL.fullmatch(word)
        if found.start() and (sentence.start + found.start() in lines or known):
            yield found.start()


def _of_finances(block: Block) -> bool:
    """Whether a block is about the publisher's own money."""
    return any(FINANCES.fullmatch(heading.strip(" :?.")) for heading in block.path[-1:])


def _about(block: Block, reading: _Reading) -> Ref | None:
    """The project or programme whose section a block is in; else the party."""
    if _of_finances(block):
        own = block.path[-2:-1]
        found = reading.known.headed(own[0], ACTIVITIES) if own else None
        titled = reading.known.headed(reading.document.title, frozenset({"Programme"}))
        return found or titled or reading.publisher
    for kinds in (ACTIVITIES, PARTIES):
        for heading in reversed(block.path):
            found = reading.known.headed(heading, kinds)
            if found:
                return found
    return None


def _paid(
    one: Payment, said: Told, at: int, about: Ref | None, place: str, whole: str, block: Block,
    reading: _Reading,
) -> Iterator[Finding]:  # fmt: skip
    receiver = _receiver(one, said, at, about, block, reading)
    if not one.payers or not one.state:
        yield from _budget(one, said, at, about, place)
        return
    if receiver is None:
        return
    per = _PER.match(whole, one.amount.end)
    year = _YEAR.search(one.said)
    values: dict[str, Value] = {
        "amount": one.amount.value, "currency": one.amount.unit, "state": one.state,
        "per": per["per"].lower() if per else None, "year": year[1] if year else None,
    }  # fmt: skip
    for payer in one.payers:
        if payer == receiver or payer.kind not in PARTIES:
            continue
        yield node(payer.kind, payer.name, place, IN_A_SENTENCE, aliases=short(payer))
        yield node(receiver.kind, receiver.name, place, GATHERED)
        yield tie("FUNDS", payer, receiver, place, GATHERED, **values)


def _receiver(
    one: Payment, said: Told, at: int, about: Ref | None, block: Block, reading: _Reading
) -> Ref | None:
    """What is paid for: what the sentence names, else what it is about, else the publisher."""
    activities = near_activities(said, at)
    if activities:
        return activities[0]
    named = one.receiver if one.receiver not in one.payers else None
    if named is not None and one.state != "asked_for" and _is_told(named, reading.known):
        return named
    return _meant(one, about, own=_of_finances(block), reading=reading)


def _meant(one: Payment, about: Ref | None, *, own: bool, reading: _Reading) -> Ref | None:
    """What is paid for where the sentence does not name it."""
    said = one.said
    activity = about if about is not None and about.kind in ACTIVITIES else None
    if activity is not None and (ABOUT_IT.search(said) or not OWN.search(said)):
        return activity
    asks = one.receiver if one.receiver not in one.payers else None
    if asks is not None and _is_told(asks, reading.known):
        return asks
    if own or OWN.search(said) or _PER_HEAD.search(said) or _names_it(said, reading.publisher):
        return reading.publisher
    if about is None and _JUST.search(said):
        return reading.publisher  # whose report tells who contributes tells it of itself
    return about if about is not None and about != reading.publisher else None


def _is_told(ref: Ref, known: Known) -> bool:
    """Whether a name is surely a party's that money can go to."""
    return ref.kind != "Group" and telling(ref, known)


def _names_it(said: str, publisher: Ref | None) -> bool:
    """Whether a sentence calls the publisher by a word of its name: "the cluster"."""
    words = re.findall(r"[^\W\d_]{5,}", publisher.name.lower()) if publisher else []
    return any(re.search(rf"\b(?:de|het|the|our|onze) {word}\b", said.lower()) for word in words)


_JUST = re.compile(
    r"\b(?:contribut(?:es?|ed)|dr(?:aagt|agen|oeg|oegen)|bijgedragen)\b(?=[^.]{0,60}$)",
    re.IGNORECASE,
)
_PER_HEAD = re.compile(
    r"\bper (?:inwoner|lid|head|resident|inhabitant|member|capita)\b", re.IGNORECASE
)


def _budget(one: Payment, said: Told, at: int, about: Ref | None, place: str) -> Iterator[Finding]:
    """What a project costs in all."""
    near = near_activities(said, at)
    project = next((ref for ref in (*near, about) if ref and ref.kind == "Project"), None)
    if project is None or not COSTS.search(one.said) or REFUSED.search(one.said):
        return
    if OVERHEAD.search(one.said):
        return
    yield node("Project", project.name, place, GATHERED, budget=one.amount.value,
               currency=one.amount.unit)  # fmt: skip


def _of_table(block: Block, reading: _Reading) -> Iterator[Finding]:
    """The rows of a table of funders, and of one with labels on the left."""
    made = payments_in(
        block, reading.known, reading.document.language, reading.currency,
        finances=_of_finances(block),
    )  # fmt: skip
    for paid in made:
        yield from _row(paid, block, reading)
    for number, row in enumerate(block.rows):
        cells = [cell.strip() for cell in row if cell.strip()]
        if len(cells) == 2 and LABEL.fullmatch(cells[0].strip(" :")):
            text = f"{cells[0].strip(' :')}: {cells[1]}"
            said = told(text, reading.known, reading.document.language, reading.currency)
            place = reading.document.row_locator(block, number)
            about = _about(block, reading)
            for one in payments_of(said, labelled=True):
                at = said.sums.index(one.amount)
                yield from _paid(one, said, at, about, place, text, block, reading)


def _row(paid: Paid, block: Block, reading: _Reading) -> Iterator[Finding]:
    receiver = paid.receiver or _about(block, reading) or reading.publisher
    if receiver is None or receiver == paid.payer:
        return
    place = reading.document.row_locator(block, paid.row)
    yield node(paid.payer.kind, paid.payer.name, place, IN_A_TABLE, aliases=short(paid.payer))
    yield node(receiver.kind, receiver.name, place, GATHERED)
    yield tie(
        "FUNDS", paid.payer, receiver, place, IN_A_TABLE,
        amount=paid.amount, currency=paid.currency, state=paid.state, year=paid.year,
    )  # fmt: skip
