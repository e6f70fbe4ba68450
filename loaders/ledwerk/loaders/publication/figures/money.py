"""Who pays what to what, as sentences, labels and tables tell it, and what projects cost.

Without a receiver in the sentence, it is the project or programme that was last spoken of or whose
section it is; under a heading about the publisher's own money it is the publisher. Who gives a list
of grants is who was last told to pay.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.figures.amounts import quantities
from ledwerk.loaders.publication.figures.money_pairs import Payment
from ledwerk.loaders.publication.figures.money_parties import SHARE, Told, told
from ledwerk.loaders.publication.figures.money_receivers import (
    Reading,
    about_of,
    members_in,
    of_finances,
    partners_in,
    receivers_of,
    whole_programme,
)
from ledwerk.loaders.publication.figures.money_shares import towns_of
from ledwerk.loaders.publication.figures.money_tables import Paid, payments_in
from ledwerk.loaders.publication.figures.money_told import (
    near_activities,
    own_subject,
    payments_of,
)
from ledwerk.loaders.publication.figures.money_topics import (
    OF_THE_WHOLE,
    activity_codes,
    spoken_of,
    title_of,
    whole_of,
)
from ledwerk.loaders.publication.figures.money_unpriced import asked_of, unpriced
from ledwerk.loaders.publication.figures.money_words import (
    ABOUT_IT,
    COST_LABEL,
    COSTS,
    EACH,
    GETS,
    IN_FULL,
    INTO_IT,
    LABEL,
    OVERHEAD,
    OWN,
    REFUSED,
    SUM,
    THAT_ONE,
    T,
)
from ledwerk.loaders.publication.findings import (
    GATHERED,
    IN_A_SENTENCE,
    IN_A_TABLE,
    Finding,
    FoundTie,
    Ref,
    node,
    tie,
)
from ledwerk.loaders.publication.layout.labels import meaning_of
from ledwerk.loaders.publication.layout.sentences import Stretch, sentences_of
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, PARTIES, Known
from ledwerk.loaders.publication.parties.parties_at import named_at
from ledwerk.loaders.publication.parties.publisher import publisher_of
from ledwerk.loaders.publication.people.boards_found import short
from ledwerk.schema.fields import Value

_PER = re.compile(
    r"\s*per (?P<per>(?:inwoner|jaar|maand|deelnemer|lid|inhabitant|resident|year|head|month|"
    r"member)(?: (?:per|a) (?:jaar|year))?)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:in|voor|for|during|over)\s+((?:19|20)\d\d)\b(?!\s?[-–/])")
_TELLING = (BlockKind.HEADING, BlockKind.PARAGRAPH)


def read_money(document: Document, found: Iterable[Finding]) -> Iterator[Finding]:
    """Who pays what to what, and the budgets that sentences give."""
    found = list(found)
    known = Known(found)
    publisher = publisher_of(document, known)
    reading = Reading(
        document, known, publisher, _currency(document), whole_programme(found),
        partners_in(found), members_in(found, publisher),
    )  # fmt: skip
    for code, ref in activity_codes(document, known):
        known.add(ref, code)
    made = list(_read(reading))
    ties = [one for one in made if isinstance(one, FoundTie)]
    priced = {(one.source, one.target) for one in ties if _is_priced(one)}
    for one in made:
        if isinstance(one, FoundTie) and not _is_priced(one) and (one.source, one.target) in priced:
            continue  # "mede gefinancierd door EFRO", where another sentence says how much
        yield one


def _is_priced(one: FoundTie) -> bool:
    return dict(one.properties).get("amount") is not None


@dataclass(slots=True)
class _Told:
    """What the blocks before have told: the activity last named, and who was last told to pay."""

    activity: Ref | None = None
    giver: Ref | None = None
    ago: int = 0
    section: tuple[str, ...] = ()
    named: frozenset[Ref] = frozenset()
    titled: Ref | None = None


def _read(reading: Reading) -> Iterator[Finding]:
    earlier = _Told()
    over = ""
    for block in reading.document.blocks:
        earlier.ago += 1
        if block.path != earlier.section:
            earlier.section, earlier.named, earlier.titled = block.path, frozenset(), None
        earlier.titled = title_of(block, reading) or earlier.titled
        if block.kind is BlockKind.TABLE:
            yield from _of_table(block, reading, earlier.titled, over)
        elif block.kind is not BlockKind.HEADING:
            yield from _of_text(block, reading, earlier)
        spots = named_at(block.text, reading.known, ACTIVITIES) if block.kind in _TELLING else []
        earlier.activity = spots[-1].ref if spots else earlier.activity
        earlier.named |= {spot.ref for spot in spots}
        over = block.text


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


def _of_text(block: Block, reading: Reading, earlier: _Told) -> Iterator[Finding]:
    """What a block tells."""
    spoken: Ref | None = None
    whole: Ref | None = None
    asked: Ref | None = None
    cost = 0.0
    language, currency = reading.document.language, reading.currency
    for piece, label in _pieces(block):
        said = told(piece.text, reading.known, language, currency, cost)
        spoken = spoken_of(said, spoken)
        to_it = INTO_IT.search(piece.text) or OF_THE_WHOLE.search(piece.text)
        of_whole = whole is not None and to_it is not None
        about = whole if of_whole else _topic(spoken, piece.text, block, earlier, reading)
        whole = whole_of(said) or (whole if of_whole else None)
        _note_giver(said, earlier)
        for paid in payments_of(said, labelled=label):
            one = _with_payer(paid, block, asked, earlier, about, reading)
            if COSTS.search(paid.said) and not paid.payers and paid.amount.precision != SHARE:
                cost = paid.amount.value
            yield from _paid(one, said, about, piece, block, reading)
            if one.payers and not one.joint:
                earlier.giver, earlier.ago = one.payers[0], 0
        yield from _without_sum(said, about, piece, block, reading, labelled=label)
        asked = asked_of(said) or asked


def _topic(
    spoken: Ref | None, text: str, block: Block, earlier: _Told, reading: Reading
) -> Ref | None:
    """What a sentence is about that does not name it."""
    about = spoken or earlier.titled or about_of(block, reading)
    if about is not None and about.kind in ACTIVITIES:
        return about
    alone = next(iter(earlier.named)) if len(earlier.named) == 1 else None
    if about is None and (THAT_ONE.search(text) or _IT_COSTS.match(text)):
        about = earlier.activity or reading.programme
    if about is None and not of_finances(block):
        about = alone  # the one that the section has told of
    return about


_IT_COSTS = re.compile(
    r"(?:It|This|Dit|Het|Dat) (?:costs?|kost(?:te)?|has a budget|had a budget|heeft een budget|"
    r"is begroot|was funded|is funded|received|kreeg|ontving)\b"
)


def _note_giver(said: Told, earlier: _Told) -> None:
    """Who hands out grants in a sentence that tells no sum of any of them."""
    first = said.parties[0] if said.parties else None
    if first is None or said.sums or not _HANDS_OUT.search(said.text):
        return
    if len(said.parties) == 1 or first.start <= _SUBJECT:
        earlier.giver, earlier.ago = first.ref, 0


_HANDS_OUT = re.compile(
    r"\b(?:cheques?|subsidies?|grants?|awards?|bijdragen)\b.{0,60}\b(?:uit|aan|to|toe)\b|"
    r"\b(?:reikte|kende|verdeelde|awarded|handed|presented|"
    r"announced)\b.{0,60}\b(?:cheques?|subsidies?|grants?|awards|bijdragen)\b",
    re.IGNORECASE,
)
_SUBJECT = 5  # letters of an article before the subject of a sentence
_AGO = 10  # blocks after which nobody thinks of who gave


def _with_payer(
    one: Payment, block: Block, asked: Ref | None, earlier: _Told, about: Ref | None,
    reading: Reading,
) -> Payment:  # fmt: skip
    """A payment with who pays it, where only the sentences before or a "we" tell."""
    if len(one.payers) == 1 and EACH.search(one.said):
        return replace(one, payers=towns_of(one.payers[0], block, about, reading))
    listed = block.kind is BlockKind.ITEM and not _HAS_VERB.search(one.said)
    if one.payers or not (one.state or listed):
        return one
    if one.state == "asked_for":
        return replace(one, payers=(asked,)) if asked is not None else one
    payers = _payers_around(one, block, earlier, reading, listed=listed)
    return replace(one, payers=payers, state=one.state or "granted") if payers else one


def _payers_around(
    one: Payment, block: Block, earlier: _Told, reading: Reading, *, listed: bool
) -> tuple[Ref, ...]:
    """Who pays a sum by what stands around its sentence."""
    if _EVERY_ONE.search(one.before):
        spots = named_at(block.text, reading.known, frozenset({"Municipality"}))
        together = [ref for ref in reading.known.all_of("Group") if _THE_TOWNS.fullmatch(ref.name)]
        return tuple(dict.fromkeys(spot.ref for spot in spots)) or tuple(together[:1])
    if reading.publisher and own_subject(one.before):
        return (reading.publisher,)
    granted = GETS.search(one.before) or _GOES_TO.search(one.before) or listed
    known = earlier.giver is not None and earlier.ago <= _AGO and not _FROM_ELSE.search(one.said)
    return (earlier.giver,) if granted and one.receivers and known and earlier.giver else ()


# "each council put in £200,000": all that the block has named
_EVERY_ONE = re.compile(
    r"\b(?:each|every|elke|iedere|all) (?:council|gemeente|municipality)\b", re.IGNORECASE
)
_THE_TOWNS = re.compile(
    r"(?:(?:de|the|onze|our) )?(?:\w+ )?(?:gemeenten|gemeentes|councils|municipalities)",
    re.IGNORECASE,
)
_HAS_VERB = re.compile(
    r"\b(?:kost|kosten|costs?|budget|begroting|omzet|turnover|worth)\b", re.IGNORECASE
)
_FROM_ELSE = re.compile(r"\b(?:van het|van de|uit het|uit de|from the|by the|door de|door het)\b")
_GOES_TO = re.compile(r"\b[Aa]an\b.{1,60}\b(?:gaat|ging|gaan|gingen)\b|\bgo(?:es)? to\b")


def _without_sum(
    said: Told, about: Ref | None, piece: Stretch, block: Block, reading: Reading, *, labelled: bool
) -> Iterator[Finding]:
    """Who pays for something, where no sum is told."""
    activities = [ref for _, ref in said.meant]
    own = OWN.search(piece.text) or of_finances(block)
    receiver = activities[0] if activities else about
    if receiver is None and own:
        receiver = reading.publisher
    if receiver is None or not (activities or labelled or ABOUT_IT.search(piece.text) or own):
        return
    place = reading.document.locator(block, piece.start, piece.start + len(piece.text))
    for payer in unpriced(said, labelled=labelled):
        if payer != receiver and payer.kind in PARTIES:
            yield node(payer.kind, payer.name, place, GATHERED, aliases=short(payer))
            yield node(receiver.kind, receiver.name, place, GATHERED)
            yield tie("FUNDS", payer, receiver, place, GATHERED, state="granted")


def _can_pay(payer: Ref) -> bool:
    """Whether it is a party, and no programme or deal by its name: those cannot pay."""
    return payer.kind in PARTIES and not _NO_PAYER.search(payer.name)


_NO_PAYER = re.compile(r"\b(?:programm[ae]|projecten|projects?)\b", re.IGNORECASE)
_NEXT_LABEL = re.compile(
    r"(?:(?<=\s)|(?<=^))(?=[A-ZÀ-Þ][\w’'-]{2,30}(?: [a-zà-ÿ]+){0,3}(?: \([^)]{1,20}\))?:\s)"
)


def _pieces(block: Block) -> Iterator[tuple[Stretch, bool]]:
    """The sentences of a block, each up to the next label, and whether that tells of payers."""
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


def _paid(
    one: Payment, said: Told, about: Ref | None, piece: Stretch, block: Block, reading: Reading
) -> Iterator[Finding]:
    at = said.sums.index(one.amount)
    start = piece.start
    place = reading.document.locator(block, start + one.amount.start, start + one.amount.end)
    if not one.payers or not one.state:
        yield from _budget(one, said, at, about, place)
        return
    if COSTS.search(one.before) and IN_FULL.search(one.said):
        yield from _budget(one, said, at, about, place)
    per = _PER.match(piece.text, one.amount.end)
    year = _YEAR.search(one.said)
    values: dict[str, Value] = {
        "amount": None if one.joint else one.amount.value, "state": one.state,
        "currency": None if one.joint else one.amount.unit,
        "per": per["per"].lower() if per else None, "year": year[1] if year else None,
    }  # fmt: skip
    for receiver in receivers_of(one, said, at, about, block, reading):
        for payer in one.payers:
            if payer != receiver and _can_pay(payer):
                yield node(payer.kind, payer.name, place, IN_A_SENTENCE, aliases=short(payer))
                yield node(receiver.kind, receiver.name, place, GATHERED)
                yield tie("FUNDS", payer, receiver, place, GATHERED, **values)


def _budget(one: Payment, said: Told, at: int, about: Ref | None, place: str) -> Iterator[Finding]:
    """What a project costs in all."""
    near = near_activities(said, at)
    project = next((ref for ref in (*near, about) if ref and ref.kind == "Project"), None)
    costs = (
        COSTS.search(one.said)
        or _SIZE.search(one.before)
        or (near and project == near[0] and _is_of(one, said, at))
    )
    if project is None or not costs or REFUSED.search(one.said):
        return
    if one.amount.precision == SHARE:
        return
    if OVERHEAD.search(one.said):
        return
    yield node("Project", project.name, place, GATHERED, budget=one.amount.value,
               currency=one.amount.unit)  # fmt: skip


# "(May 2023 - April 2025, £118,500)", "Er is € 7 ton", "total £2m": the size of what it is about.
_SIZE = re.compile(
    r"(?:19|20)\d\d\)?(?:,| on| voor| for) (?:and |en )?$|^\W*(?:Er|There) (?:is|was|ligt) $|"
    r"\b(?:total|totaal|in all)[:,]? $",
    re.IGNORECASE,
)


def _is_of(one: Payment, said: Told, at: int) -> bool:
    """Whether a sum stands before a project's name as its size: "the £15 million Sensor City"."""
    sized = re.search(rf"\b(?:the|a|an|het|de|een) {chr(SUM + at)} ?-?{T}", said.text)
    return sized is not None and not one.payers


def _of_table(block: Block, reading: Reading, titled: Ref | None, over: str) -> Iterator[Finding]:
    """The rows of a table of funders, and of one with labels on the left."""
    made = payments_in(
        block, reading.known, reading.document.language, reading.currency,
        finances=of_finances(block), over=over,
    )  # fmt: skip
    for paid in made:
        yield from _row(paid, block, reading)
    for number, row in enumerate(block.rows):
        cells = [cell.strip() for cell in row if cell.strip()]
        if len(cells) == 2 and COST_LABEL.fullmatch(cells[0].strip(" :")):
            yield from _cost_row(cells[1], titled, number, block, reading)
        if len(cells) == 2 and LABEL.fullmatch(cells[0].strip(" :")):
            text = f"{cells[0].strip(' :')}: {cells[1]}"
            said = told(text, reading.known, reading.document.language, reading.currency)
            place = reading.document.row_locator(block, number)
            about = titled or about_of(block, reading)
            for one in payments_of(said, labelled=True):
                yield from _in_row(one, said, about, place, block, reading)
            for payer in unpriced(said, labelled=True):
                if about is not None and about.kind in ACTIVITIES:
                    yield node(payer.kind, payer.name, place, GATHERED, aliases=short(payer))
                    yield tie("FUNDS", payer, about, place, GATHERED, state="granted")


def _cost_row(
    cell: str, titled: Ref | None, number: int, block: Block, reading: Reading
) -> Iterator[Finding]:
    """A row that says what a project costs in all: "Kosten | € 265.000"."""
    project = titled or about_of(block, reading)
    sums = [one for one in quantities(cell, reading.document.language) if one.money]
    if project is not None and project.kind == "Project" and sums and sums[0].to is None:
        place = reading.document.row_locator(block, number)
        yield node("Project", project.name, place, GATHERED, budget=sums[0].value,
                   currency=sums[0].unit)  # fmt: skip


def _row(paid: Paid, block: Block, reading: Reading) -> Iterator[Finding]:
    receiver = paid.receiver or about_of(block, reading) or reading.publisher
    if receiver is None or receiver == paid.payer:
        return
    place = reading.document.row_locator(block, paid.row)
    yield node(paid.payer.kind, paid.payer.name, place, IN_A_TABLE, aliases=short(paid.payer))
    yield node(receiver.kind, receiver.name, place, GATHERED)
    yield tie(
        "FUNDS", paid.payer, receiver, place, IN_A_TABLE,
        amount=paid.amount, currency=paid.currency, state=paid.state, year=paid.year,
    )  # fmt: skip


def _in_row(
    one: Payment, said: Told, about: Ref | None, place: str, block: Block, reading: Reading
) -> Iterator[Finding]:
    """A payment of a row with a label on the left: "Funded by | Clean Maritime Fund (£1.5m)"."""
    at = said.sums.index(one.amount)
    for receiver in receivers_of(one, said, at, about, block, reading) if one.state else ():
        for payer in one.payers:
            if payer != receiver and payer.kind in PARTIES:
                yield node(payer.kind, payer.name, place, IN_A_TABLE, aliases=short(payer))
                yield tie(
                    "FUNDS", payer, receiver, place, IN_A_TABLE, state=one.state,
                    amount=one.amount.value, currency=one.amount.unit,
                )  # fmt: skip
