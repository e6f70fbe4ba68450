"""Seats that sentences tell of: "De stuurgroep wordt voorgezeten door …", "joined the board"."""

from __future__ import annotations

import re
from dataclasses import replace

from ledwerk.loaders.publication.document import Block, BlockKind
from ledwerk.loaders.publication.findings import GATHERED, IN_A_SENTENCE
from ledwerk.loaders.publication.layout.sentences import Stretch, sentences_of
from ledwerk.loaders.publication.parties.names_found import parties_in
from ledwerk.loaders.publication.parties.party_lists import Piece, pieces_of
from ledwerk.loaders.publication.people.board_changes import (
    DECLINED,
    LEAVING,
    ROLE_LEFT,
    SUCCESSION,
)
from ledwerk.loaders.publication.people.board_cues import BARE_CUES, BESIDE, CUES, masked
from ledwerk.loaders.publication.people.board_members import CHAIRS, members
from ledwerk.loaders.publication.people.board_names import Mention, board_in_heading, mentions
from ledwerk.loaders.publication.people.boards_found import Board, Boards
from ledwerk.loaders.publication.people.entry_tails import Entry
from ledwerk.loaders.publication.people.functions import begins_function
from ledwerk.loaders.publication.people.person_names import people_in
from ledwerk.loaders.publication.people.seat_clauses import (
    clause_seats,
    posts_told,
    with_name,
)
from ledwerk.loaders.publication.people.seat_entries import entries
from ledwerk.loaders.publication.people.seats_of_places import of_places


def read_sentences(boards: Boards, read: set[int]) -> None:
    """Seats from the paragraphs that are not among those `read` already."""
    for number, block in enumerate(boards.document.blocks):
        if number in read or block.kind in (BlockKind.HEADING, BlockKind.TABLE, BlockKind.CAPTION):
            continue
        boards.last = _still(boards, block)
        for sentence in sentences_of(block.text):
            if len(sentence.text) <= _LONGEST:
                _sentence(boards, block, sentence)


_LONGEST = 1000  # letters of what is still a sentence


def _still(boards: Boards, block: Block) -> Board | None:
    """The board last spoken of, as long as its section goes on."""
    section = block.path[0] if block.path else ""
    last = boards.last
    headed = board_in_heading(block.heading, boards.known)
    if last and headed and headed.head != last.name.head:
        return None  # the heading above names another one
    return last if last and last.section == section else None


_FINITE = (
    r"(?:is|was|zijn|waren|were|are|has|have|had|heeft|hebben|wordt|werd|worden|werden|trad|traden|"
    r"treedt|treden|verliet|verlaat|volgt|volgde|neemt|nam|nemen|namen|legt|legde|stopt|stopte|"
    r"gaat|"
    r"ging|zit|zitten|vertrekt|stepped|steps|left|leaves|joined|joins|resigned|retired|retires|"
    r"took|"
    r"takes|succeeded|succeeds|replaced|chairs|remains|blijft|becomes|became|hij|zij|he|she|they)"
)
_VERBAL = re.compile(rf"\b{_FINITE}\b|\w+(?:de|te|den|ten|ed) ", re.IGNORECASE)
# Where another clause begins that may tell the contrary: "A joined; B stepped down".
_CLAUSE = re.compile(
    rf"; (?=[^;,(]{{2,80}}? {_FINITE}\b|(?:hij|zij|he|she|they)\b)|"
    r",? (?:terwijl|while|whereas|maar|but) (?!also\b|ook\b)|"
    rf",? (?:en|and) (?=[A-ZÀ-Þ][^,.;()]{{2,60}}? {_FINITE}\b)"
)


def _clauses(text: str) -> list[tuple[int, int]]:
    """Where the clauses of a sentence begin and end."""
    cuts = [
        cut
        for cut in _CLAUSE.finditer(text)
        if not _in_brackets(text, cut.start()) and _VERBAL.search(text[: cut.start()])
    ]
    starts = [0, *(cut.end() for cut in cuts)]
    return list(zip(starts, [*(cut.start() for cut in cuts), len(text)], strict=True))


def _in_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)


_HIS = re.compile(r"\b(?:zijn|haar|hij|zij|his|her|he|she)\b", re.IGNORECASE)


def _sentence(boards: Boards, block: Block, sentence: Stretch) -> None:
    before, boards.sentence = boards.sentence, sentence.text
    if _HIS.search(sentence.text):
        boards.sentence = f"{before} {sentence.text}"
    if _of_pronoun(boards, block, sentence):
        return
    if DECLINED.search(sentence.text) or _STANDING_IN.search(sentence.text):
        return
    for start, end in _clauses(sentence.text):
        at = sentence.start + start
        _clause(boards, block, Stretch(sentence.text[start:end], at))


def _of_pronoun(boards: Boards, block: Block, sentence: Stretch) -> bool:
    """Adds what "he" or "she" is or does to the seat of whoever was last given one."""
    person, board, where = boards.spoken or ("", None, None)
    whole = with_name(sentence.text, person) if where is block else ""
    if board is None or not whole:
        return False
    posts = tuple(posts_told(whole, person))
    more = clause_seats(whole, whole, boards.document.language)
    if posts or more:
        one = more[0] if more else Entry(person, 0, 0)
        at = boards.document.locator(block, sentence.start, sentence.start + len(sentence.text))
        boards.seat(board, replace(one, person=person, posts=posts or one.posts), at, IN_A_SENTENCE)
    return bool(posts or more)


def _clause(boards: Boards, block: Block, clause: Stretch) -> None:
    told = mentions(clause.text, boards.known)
    text = masked(clause.text, [(one.start, one.end) for one in told])
    section = block.path[0] if block.path else block.text
    boards.named += [(one.board, section) for one in told if one.board.topic and one.board.before]
    locator = boards.document.locator(block, clause.start, clause.start + len(clause.text))
    if LEAVING.search(text) or any(cue.search(text) for cue in SUCCESSION):
        _succession(boards, block, told, text, clause.text, locator)
        return
    for cue in (*CUES, *BESIDE) if told else ():
        found = cue.search(text)
        if found and _seats_of(boards, block, told, found, clause.text, text, locator):
            return
    begins = next((one.start for one in people_in(clause.text)), len(text))
    spoken = [
        one
        for one in told
        if not _in_brackets(text, one.start) and not (one.board.owned and one.start > begins)
    ]  # "Ria Bos, lid van de raad van bestuur van Smit Metaal" has a seat there besides
    if spoken and _seats_in_words(boards, block, spoken, text, clause.text, locator):
        return
    if not spoken and _seat_spoken_of(boards, block, text, clause.text, locator):
        return
    if told:
        first = told[0] if _RUN_IN.match(clause.text, told[0].end) and told[0].start == 0 else None
        subject = told[0] if _ARTICLE.fullmatch(clause.text[: told[0].start]) else told[-1]
        boards.near = (first or subject).board, block
        _name_only(boards, block, told[-1], locator)


_ARTICLE = re.compile(r"(?:(?:The|This|Our|De|Het|Deze|Dit|Onze|Ons) )?")
# A board's name with a dash or full stop behind it heads the paragraph that it begins.
_RUN_IN = re.compile(r"\s*(?:[–—]|\.|:|-\s)")


def _seats_of(
    boards: Boards, block: Block, told: list[Mention], found: re.Match[str], shown: str, text: str,
    locator: str,
) -> bool:  # fmt: skip
    """Makes the seats that a cue tells of; whether there are any."""
    at = text.find("\x01", found.start())
    mention = next((one for one in told if one.start <= at < one.end), told[0])
    people = members(found, shown) or _by_surname(boards, found, mention)
    listed = [] if people else _parties(found, shown)
    if not people and not listed:
        return False
    board = boards.board(mention.board, block, locator, IN_A_SENTENCE)
    _seat(boards, board, people, block, locator)
    _seat_parties(boards, board, listed, locator)
    for start, end in _said(shown)[1:]:
        _seat(boards, board, _spoken(text[start:end], shown[start:end]), block, locator)
    return True


def _seats_in_words(
    boards: Boards, block: Block, told: list[Mention], text: str, shown: str, locator: str
) -> bool:  # fmt: skip
    """Makes the seats that a clause gives in other words than those of a cue."""
    if re.match(r"redactie|editor", told[0].board.word, re.IGNORECASE):
        return False
    people = clause_seats(text, shown, boards.document.language)
    if people:
        board = boards.board(told[0].board, block, locator, IN_A_SENTENCE)
        _seat(boards, board, people, block, locator)
    return bool(people)


def _seat_spoken_of(boards: Boards, block: Block, text: str, shown: str, locator: str) -> bool:
    """Seats on the board last spoken of, or else on the one that the heading above names."""
    last = None if boards.last and boards.is_office(boards.last) else boards.last
    near = boards.near[0] if boards.near and boards.near[1] is block else None
    if near and last and last.name.head == near.head:
        near = None
    above = board_in_heading(block.heading, boards.known)
    if near and above and above.topic and not near.topic and above.head == near.head:
        near = above
    headed = near or (None if last else above)
    if not last and not headed:
        last = boards.own  # whose minutes they are
    if not last and not headed:
        return False
    people = [
        one for start, end in _said(shown) for one in _spoken(text[start:end], shown[start:end])
    ]
    told = {one.person for one in people}
    more = clause_seats(text, shown, boards.document.language)
    people += [one for one in more if one.person not in told]
    board = last
    if people and headed is not None:
        board = boards.board(headed, block, locator, IN_A_SENTENCE)
    if people and board is not None:
        _seat(boards, board, people, block, locator)
    return bool(people)


def _spoken(text: str, shown: str) -> list[Entry]:
    """Whom a clause gives a role or seat on the board last spoken of."""
    for cue in BARE_CUES:
        found = cue.search(text)
        people = members(found, shown) if found else []
        if people:
            return people
    return []


_NEXT_ONE = re.compile(
    r"(?:[;,]|,? (?:and|en)) (?=[A-ZÀ-Þ][^,.;]{3,80}? (?:is|remains|stays|becomes|blijft|wordt)\b)"
)


def _said(text: str) -> list[tuple[int, int]]:
    """The clauses of a sentence of which each gives somebody a role: "A is chair and B …"."""
    cuts = list(_NEXT_ONE.finditer(text))
    starts = [0, *(cut.end() for cut in cuts)]
    return list(zip(starts, [*(cut.start() for cut in cuts), len(text)], strict=True))


# Who stands in for somebody who is absent has no seat.
_STANDING_IN = re.compile(
    r"\b(?:afwezig|verhinderd|waarnem\w+|waargenomen|tijdelijk|met zwangerschapsverlof|ziekte|"
    r"vandaag|deze keer|ditmaal|absent|apologies|on leave|temporarily|in (?:his|her|their) place|"
    r"stood in|stands in)\b.*\b(?:vervang\w+|opgevolgd|replaced|stood in|stands in|deputised)|"
    r"\b(?:vervangt|vervangen door|replac\w+)\b.*\b(?:afwezig\w*|verhinderd|absent|on leave)\b",
    re.IGNORECASE,
)


def _name_only(boards: Boards, block: Block, mention: Mention, locator: str) -> None:
    """A board that a sentence names by its full name, or that is known from elsewhere."""
    known = mention.board.name.lower() in boards.boards
    if known or (mention.board.topic and mention.board.board_type in _NAMED_ALONE):
        boards.board(mention.board, block, locator, IN_A_SENTENCE)


_NAMED_ALONE = frozenset({"steering_group", "programme_committee", "core_team"})


def _seat(boards: Boards, board: Board, people: list[Entry], block: Block, locator: str) -> None:
    for entry in of_places(people):
        boards.seat(board, entry, locator, IN_A_SENTENCE)
        boards.spoken = (entry.person, board, block)


def _by_surname(boards: Boards, found: re.Match[str], mention: Mention) -> list[Entry]:
    """Somebody on the board who is spoken of by surname: "Boersma zit de werkgroep voor"."""
    if "who" not in found.re.groupindex or not found["who"]:
        return []
    bare = _ADDRESS.sub("", found["who"]).strip()
    seated = [
        person
        for board in boards.boards.values()
        if board.name.head == mention.board.head
        for person in board.seated
        if bare and person.endswith(f" {bare}")
    ]
    role = found.groupdict().get("role") or ("voorzitter" if CHAIRS.search(found[0]) else "")
    if not seated and bare:  # or somebody who was named with his function elsewhere
        named = {who for who in boards.holders.values() if who.endswith(f" {bare}")}
        seated = list(named)
    if len(seated) != 1 or not role:
        return []
    if boards.document.language == "en" and role == "voorzitter":
        role = "chair"
    return [Entry(seated[0], 0, len(seated[0]), role=role)]


_ADDRESS = re.compile(
    r"^.*\b(?:de heer|mevrouw|mw\.|dhr\.|mr\.?|mrs\.?|ms\.?|dr\.?)\s+", re.IGNORECASE
)


def _parties(found: re.Match[str], text: str) -> list[Piece]:
    """The pieces of an enumeration of parties, of which one at least has a name of its own."""
    if "list" not in found.re.groupindex:
        return []
    start = found.start("list")
    pieces = list(pieces_of(_REPRESENTING.sub("", text[start:].rstrip(".;"))))
    proper = [one for one in pieces if len(parties_in(one.text)) == 1 and one.text[:1].isupper()]
    return pieces if proper else []


_REPRESENTING = re.compile(
    r"^(?:de |the )?(?:vertegenwoordigd:?|represented:?|vertegenwoordigers? (?:van|uit)|"
    r"afgevaardigden van|representatives (?:of|from)|delegates (?:of|from))\s+",
    re.IGNORECASE,
)


def _seat_parties(boards: Boards, board: Board, pieces: list[Piece], locator: str) -> None:
    """Seats of parties, and of who has a function there: "Provincie, voorzitter LWV"."""
    if board.seated:
        return
    for piece in pieces:
        if begins_function(piece.text):
            told = entries(f"{_SOMEBODY} ({piece.text.replace('(', ', namens ').replace(')', '')})")
            person = boards.holder(told[0].posts[0]) if told and told[0].posts else ""
            if person:
                one = replace(told[0], person=person)
                boards.seat(board, one, locator, GATHERED, by_office=True)
            continue
        named = parties_in(piece.text)
        if len(named) == 1 and not named[0].out:
            ref = boards.known.find(named[0].ref.name) or named[0].ref
            boards.seat_party(board, ref, locator, GATHERED)


_SOMEBODY = "Jan Jansen"


_AS_MANDATE = re.compile(
    r"\b(?:[Aa]ls (?:vertegenwoordiger|afgevaardigde) (?:van|namens)|[Nn]amens|"
    r"[Aa]s (?:the )?(?:representative|delegate) (?:of|for)|[Oo]n behalf of) "
    r"(?P<behalf>(?:(?:de|het|the) )?[A-ZÀ-Þ][^,.;]*?)"
    r"(?= (?:wordt|werd|is|was|volgt|succeeds?)\b|[,.;]|$)"
)


def _succession(
    boards: Boards, block: Block, told: list[Mention], text: str, shown: str, locator: str
) -> None:
    """Who leaves has no seat; who follows has one, on the board named or last spoken of."""
    if not _on_a_board(boards, block, told, text):
        return
    for cue in SUCCESSION:
        found = cue.search(text)
        people = members(found, shown) if found else []
        if not people:
            continue
        role = ROLE_LEFT.search(shown)
        entry = people[0]
        if role and not entry.role:
            entry = replace(entry, role=role["role"])
        if not entry.role and boards.left and boards.left[1] is block:
            entry = replace(entry, role=boards.left[0])
        if not entry.role and _THE_CHAIR.search(shown):
            english = boards.document.language == "en"
            entry = replace(entry, role="chair" if english else "voorzitter")
        if told:
            boards.board(told[-1].board, block, locator, IN_A_SENTENCE)
        mandate = _AS_MANDATE.search(shown)
        if mandate and not entry.behalf:
            entry = replace(entry, behalf=(mandate["behalf"],))
        board = boards.last or boards.own
        if board:
            boards.seat(board, entry, locator, IN_A_SENTENCE)
        return
    role = ROLE_LEFT.search(shown)
    if told:
        boards.board(told[-1].board, block, locator, IN_A_SENTENCE)
        boards.left = (role["role"], block) if role else None


_THE_CHAIR = re.compile(
    r"\b(?:voorzitterschap|voorzittershamer|de hamer|the chair|chairmanship|presidency|gavel)\b",
    re.IGNORECASE,
)
_AS_FUNCTION = re.compile(
    r"\b(?:als|as)(?: (?:de|het|the|an?|nieuwe|new))* (?P<as>[a-zà-ÿ][^,.;]*)"
)


def _on_a_board(boards: Boards, block: Block, told: list[Mention], text: str) -> bool:
    """Whether who follows whom is a matter of a board, and no function somewhere."""
    function = _AS_FUNCTION.search(text)
    if function and begins_function(function["as"]) and not ROLE_LEFT.search(text):
        return False
    if told or mentions(block.text, boards.known) or board_in_heading(block.heading, boards.known):
        return True
    if boards.own and _AS_MANDATE.search(text):
        return True
    seated = boards.own.seated if boards.own else {}
    return any(person.split()[-1] in boards.sentence for person in seated)
