"""The boards of one document as they come up, who has a seat on each, and whose boards they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.facts_named import loose
from ledwerk.loaders.publication.findings import Finding, FoundNode, Ref, node, tie
from ledwerk.loaders.publication.layout.letter_case import cased
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, PARTIES, Known
from ledwerk.loaders.publication.parties.party_refs import parties, party, party_of
from ledwerk.loaders.publication.parties.publisher import publisher_of
from ledwerk.loaders.publication.people.board_names import BoardName, board_in_heading
from ledwerk.loaders.publication.people.entry_tails import Entry, joined_posts
from ledwerk.loaders.publication.people.functions import Post

# Roles of who has none in particular, and of whom nothing is said.
# A function that somebody has no longer, or not yet.
FORMER = re.compile(
    r"\b(?:oud|voormalig|former|ex|gewezen|vroeger|toenmalig|aanstaand|beoogd|kandidaat|incoming|"
    r"retired|gepensioneerd)e?[ -]?$|^(?:oud-|ex-|voormalig|former|gewezen|toenmalig|beoogd|"
    r"retired)",
    re.IGNORECASE,
)
PLAIN = frozenset({"lid", "member", ""})
# Whose people are employees, and have no seats.
_OFFICES = frozenset({
    "bureau", "programmabureau", "projectbureau", "office", "programmeoffice", "staff", "staf",
    "kantoor", "medewerkers", "team", "secretariaat", "secretariat",
})  # fmt: skip
_OFFICE = re.compile(r"(?:Programma|Project)(?:bureau|secretariaat) ")
_INDEPENDENT = re.compile(r"^(?:onafhankelijk|independent) (?=voorz|chair)", re.IGNORECASE)
_OURS = re.compile(r"^(?:our|onze?|ons) (?:(?:new|nieuwe) )?")  # "our new events officer"
_ACRONYM = 4  # letters of a word in capitals that may be one
_SORTS = (
    "Programma", "Sectorprogramma", "Programmalijn", "Actieprogramma", "Uitvoeringsprogramma",
    "Regio Deal", "Regiodeal", "City Deal", "Agenda", "Strategie",
)  # fmt: skip
_PROGRAMME = frozenset({"Programme"})
# Sorts of board that a project or programme has of its own.
_OF_ACTIVITIES = frozenset({
    "steering_group", "programme_committee", "core_team", "staff", "consultation",
})  # fmt: skip


@dataclass(slots=True)
class Board:
    """A board with what the document says of it. `section` is the outermost heading it is under."""

    ref: Ref
    name: BoardName
    section: str
    places: list[tuple[str, float]] = field(default_factory=list)
    owners: list[tuple[Ref, str, float]] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    seated: dict[str, Entry] = field(default_factory=dict)


@dataclass(slots=True)
class Boards:
    """Boards by what they are called, and the findings that their seats make."""

    document: Document
    known: Known
    boards: dict[str, Board] = field(default_factory=dict)
    seats: list[Finding] = field(default_factory=list)
    last: Board | None = None
    near: tuple[BoardName, Block] | None = None  # a board that was named, and where
    named: list[tuple[BoardName, str]] = field(default_factory=list)  # with topic, and section
    sentence: str = ""  # that is being read, and the one before
    left: tuple[str, Block] | None = None  # the role that somebody gave up, and where
    own: Board | None = None  # whose minutes the document is
    spoken: tuple[str, Board, Block] | None = None  # who was last given a seat, and where
    holders: dict[tuple[str, Ref], str] = field(default_factory=dict)

    def board(self, name: BoardName, block: Block, locator: str, confidence: float) -> Board:
        """The board that a name means here: "de stuurgroep" is the one spoken of before."""
        section = block.path[0] if block.path else block.text
        word = cased(name.word, self.document)
        word = word.lower() if word.isupper() and len(word) > _ACRONYM else word
        name = replace(name, word=word, topic=cased(name.topic, self.document))
        # "in het Kernteam" in running text is the one that the document has told of.
        spoken = block.kind is BlockKind.PARAGRAPH and name.word[:1].isupper()
        found = self._meant(name, "" if spoken and self._alone(name) else section)
        if found is None and not name.topic:
            fuller = [one for one, where in self.named if where == section]
            above = board_in_heading(block.heading, self.known)
            fuller += [above] if above and above.topic and not above.owned else []
            name = next((o for o in reversed(fuller) if o.head.endswith(name.head)), name)
            # "in het Kernteam" in running text is the one that the document has told of.
        spoken = block.kind is BlockKind.PARAGRAPH and name.word[:1].isupper()
        found = self._meant(name, "" if spoken and self._alone(name) else section)
        if found is None:
            found = self._new(name, block, section)
        found.places.append((locator, confidence))
        self._own(found, name, block, locator, confidence)
        self.last = found
        return found

    def _meant(self, name: BoardName, section: str) -> Board | None:
        if name.topic and not name.owned:
            return self.boards.get(name.name.lower())
        same = [one for one in self.boards.values() if one.name.head == name.head]
        if self.own in same and not name.topic:
            return self.own
        spoken = self.last if self.last and self.last.section == section else None
        if spoken and not name.topic and spoken.name.head.endswith(name.head):
            return spoken  # "de raad", where the adviesraad has just been named
        if name.owned:
            return next((o for o in same if o.name.owned and o.name.topic == name.topic), None)
        near = [one for one in same if one.section == section]
        if near:
            return near[-1]
        return (
            same[0]
            if len(same) == 1 and not name.topic and not self._activity_of(section)
            else None
        )

    def _alone(self, name: BoardName) -> bool:
        """Whether one board by that word is known, written with a capital and without a topic."""
        same = [one for one in self.boards.values() if one.name.head == name.head]
        return len(same) == 1 and not same[0].name.topic and same[0].name.word[:1].isupper()

    def _activity_of(self, heading: str) -> Ref | None:
        return self.known.headed(heading, ACTIVITIES)

    def _new(self, name: BoardName, block: Block, section: str) -> Board:
        if not name.topic and name.board_type in _OF_ACTIVITIES:
            under = next((h for h in reversed(block.path) if self._activity_of(h)), "")
            if under:
                activity = self._activity_of(under)
                name = BoardName(name.word, activity.name if activity else under)
        shown = name.name
        if shown.lower() in self.boards:
            shown = f"{shown} {name.topic}"
        made = Board(Ref("Board", shown), name, section)
        self.boards[shown.lower()] = made
        return made

    def _headed_by(self, block: Block) -> Ref | None:
        """The party that a heading above names, where nothing tells who publishes."""
        headings = (self.known.headed(heading, PARTIES) for heading in reversed(block.path))
        return next((ref for ref in headings if ref is not None), None)

    def _own(
        self, board: Board, name: BoardName, block: Block, locator: str, confidence: float
    ) -> None:
        """Notes whose board it is: whom it is "of", the programme it is for, or the publisher."""
        owner: Ref | None = None
        if name.owned:
            alone = name.topic in _SORTS  # "het platform van de Regiodeal": the one told of
            deal = self.known.only(name.topic, _PROGRAMME) if alone else None
            owner = deal or party(name.topic, self.known)
        elif name.owner:
            owner = party(name.owner, self.known)
        elif board.name.topic:
            owner = self._programme(board.name.topic)
        elif board.name.board_type != "steering_group":
            owner = publisher_of(self.document, self.known) or self._headed_by(block)
            if owner and _OFFICE.match(owner.name) and board.name.head not in _OFFICES:
                programme = _OFFICE.sub("", owner.name)
                owner = self.known.find(programme, _PROGRAMME)
        if owner and owner.kind in (*PARTIES, "Programme"):
            board.owners.append((owner, locator, confidence))
        if name.owner and board.name.topic:  # "de LED programmacommissie Leisure" is of both
            own = self.known.find(board.name.topic, frozenset({"Programme"}))
            if own is not None:
                board.owners.append((own, locator, confidence))

    def _programme(self, topic: str) -> Ref | None:
        """The programme that a topic means: "Leisure" is short for "Sectorprogramma Leisure"."""
        names = (topic, *(f"{word} {topic}" for word in _SORTS), f"{topic} Programme")
        found = (self.known.find(name, _PROGRAMME) for name in names)
        whole = next((ref for ref in found if ref is not None), None)
        return whole or self.known.only(topic, _PROGRAMME)

    def seat(
        self,
        board: Board,
        entry: Entry,
        locator: str,
        confidence: float,
        *,
        by_office: bool = False,
    ) -> None:
        """One person's seat on a board, with where he is from and on whose behalf.

        `by_office` tells that the text names his office alone: "de voorzitter van LWV".
        """
        if entry.left:
            return
        posts = joined_posts(tuple(self._of_party(post) for post in entry.posts))
        entry = replace(entry, posts=posts)
        if self._employed(board, entry, locator, confidence):
            return
        if entry.shared and entry.person in self.holders.values():
            entry = replace(entry, posts=())
        for post in entry.posts:
            self.employ(entry.person, post)
        before = board.seated.get(entry.person)
        board.seated[entry.person] = entry
        person, seat = Ref("Person", entry.person), Ref("Seat", f"{board.ref.name}: {entry.person}")
        role, function = self._role(board, entry)
        if by_office:
            function = f"{function} {entry.posts[0].party}"
        if before is not None and not entry.role:
            role = ""
        self.seats += [
            node("Person", entry.person, locator, confidence),
            node("Seat", seat.name, locator, confidence, role=role, function=function,
                 start=entry.since),
            tie("HOLDS", person, seat, locator, confidence),
            tie("ON", seat, board.ref, locator, confidence),
        ]  # fmt: skip
        self._parties(seat, None if by_office else person, entry, locator, confidence)

    def guest(self, entry: Entry, locator: str, confidence: float) -> None:
        """Who comes to a meeting without a seat, where it is told whom he works for."""
        for post in joined_posts(entry.posts):
            home = party_of(post, self.known)
            if home is not None:
                self._works(home, replace(entry, posts=(post,)), locator, confidence)

    def _employed(self, board: Board, entry: Entry, locator: str, confidence: float) -> bool:
        """Whether somebody of an office's list has no seat, and works there."""
        house = self.house_of(board)
        if house:
            self._works(house, entry, locator, confidence)
        elif self.is_office(board):
            self.seats.append(node("Person", entry.person, locator, confidence))
        return house is not None or self.is_office(board)

    def _of_party(self, post: Post) -> Post:
        """A post; what somebody manages is part of his function: "programmamanager Groene Kust"."""
        if not post.function or not post.party or self.known.find(post.party):
            return post
        managed = (post.party, f"programma {post.party}", f"project {post.party}")
        if self.known.find(post.party, ACTIVITIES) or any(
            self.known.only(name, ACTIVITIES) for name in managed
        ):
            return Post(f"{post.function} {post.party}", "")
        return post

    def is_office(self, board: Board) -> bool:
        """Whether a board is an office with employees, of whichever party."""
        if board.name.head not in _OFFICES:
            return False
        return not board.name.topic or board.name.owned or "bureau" in board.name.head

    def house_of(self, board: Board) -> Ref | None:
        """The party of whom an office's people are employees; a board's have seats instead."""
        if board.name.head not in _OFFICES:
            return None
        if board.name.topic and not board.name.owned:
            if "bureau" not in board.name.head:
                return None  # "Delivery Team" is a team with members
            return party(board.name.name, self.known)  # "Programmabureau Zuid" is a party itself
        named = self.known.only(board.name.word, PARTIES) if "bureau" in board.name.head else None
        return named or next((ref for ref, _, _ in board.owners if ref.kind in PARTIES), None)

    def _works(self, house: Ref, entry: Entry, locator: str, confidence: float) -> None:
        """Somebody of an office's list: what he does there is his function at its party."""
        posts = [one for one in entry.posts if one.party and party_of(one, self.known) != house]
        told = next((one.function for one in entry.posts if one.function), "")
        here = "" if posts else _OURS.sub("", told or entry.role or entry.task)
        self.seats.append(node("Person", entry.person, locator, confidence))
        self.seats.append(node(house.kind, house.name, locator, confidence, aliases=short(house)))
        self.employ(entry.person, Post(here, house.name))
        self.seats.append(
            tie("WORKS_FOR", Ref("Person", entry.person), house, locator, confidence,
                function=here)
        )  # fmt: skip

    def seat_party(self, board: Board, party: Ref, locator: str, confidence: float) -> None:
        """A seat that a party holds, where the text names no person."""
        seat = Ref("Seat", f"{board.ref.name}: {party.name}")
        plain = "lid" if self.document.language == "nl" else "member"
        self.seats += [
            node(party.kind, party.name, locator, confidence, aliases=short(party)),
            node("Seat", seat.name, locator, confidence, role=plain),
            tie("HOLDS", party, seat, locator, confidence),
            tie("ON", seat, board.ref, locator, confidence),
            tie("FROM", seat, party, locator, confidence),
        ]

    def employ(self, person: str, post: Post) -> None:
        """Remember who has a function where: "de voorzitter van LWV" may be spoken of later."""
        ref = party_of(post, self.known)
        if ref:
            self.holders.setdefault((loose(post.function), ref), person)

    def holder(self, post: Post) -> str:
        """Who has a function somewhere, if the document tells; otherwise empty."""
        ref = party_of(post, self.known)
        first = loose(post.function).split()[:1]
        near = {
            person
            for (function, party), person in self.holders.items()
            if party == ref and first and function.split()[:1] == first
        }
        same = self.holders.get((loose(post.function), ref), "") if ref else ""
        return same or (near.pop() if len(near) == 1 else "")

    def _role(self, board: Board, entry: Entry) -> tuple[str, str]:
        """Role on the board and function at home; in a team that works there, they are one."""
        function = next((post.function for post in entry.posts if post.function), "")
        homeless = function and not any(post.party for post in entry.posts)
        role = entry.role
        if homeless and not role and (board.name.board_type == "staff"):
            role, function = function, ""
        if board.name.board_type == "staff" and not role and not function:
            role = entry.task
        plain = "lid" if self.document.language == "nl" else "member"
        role = _INDEPENDENT.sub("", role)
        return (role[:1].lower() + role[1:] if role[1:].islower() else role) or plain, function

    def _parties(
        self, seat: Ref, person: Ref | None, entry: Entry, locator: str, confidence: float
    ) -> None:
        homes = [
            (party_of(post, self.known), post.function)
            for post in entry.posts
            if not FORMER.search(post.function)
        ]
        for i, (home, function) in enumerate((h, f) for h, f in homes if h is not None):
            self.seats.append(node(home.kind, home.name, locator, confidence, aliases=short(home)))
            if i == 0:
                self.seats.append(tie("FROM", seat, home, locator, confidence))
            if person:
                self.seats.append(
                    tie("WORKS_FOR", person, home, locator, confidence, function=function)
                )
        for text in entry.behalf:
            for ref in parties(text, self.known):
                self.seats.append(node(ref.kind, ref.name, locator, confidence, aliases=short(ref)))
                self.seats.append(tie("ON_BEHALF_OF", seat, ref, locator, confidence))

    def findings(self) -> Iterator[Finding]:
        """Everything found: boards with their names and owners, then the seats."""
        boards = [board for board in self.boards.values() if not self.is_office(board)]
        heads = [board.name.head for board in boards]
        for board in boards:
            aliases = self._aliases(board, heads.count(board.name.head) == 1)
            kind = board.name.board_type
            for locator, confidence in board.places:
                yield node("Board", board.ref.name, locator, confidence, board_type=kind,
                           aliases=aliases)  # fmt: skip
            for owner, locator, confidence in dict.fromkeys(board.owners):
                yield node(owner.kind, owner.name, locator, confidence, aliases=short(owner))
                yield tie("BOARD_OF", board.ref, owner, locator, confidence)
        yield from self._with_one_role()

    def _with_one_role(self) -> Iterator[Finding]:
        """The seats; who chairs a board is not told to be a plain member of it as well."""
        roles: dict[Ref, set[str]] = {}
        for found in self.seats:
            if isinstance(found, FoundNode) and found.ref.kind == "Seat":
                roles.setdefault(found.ref, set()).add(str(dict(found.properties).get("role", "")))
        for found in self.seats:
            told = roles.get(found.ref, set()) - PLAIN if isinstance(found, FoundNode) else set()
            if told and isinstance(found, FoundNode):
                kept = [(n, v) for n, v in found.properties if n != "role" or v not in PLAIN]
                yield replace(found, properties=tuple(kept))
            else:
                yield found

    def _aliases(self, board: Board, alone: bool) -> tuple[str, ...]:
        """Other names: the bare word where no other board has it, and the word with its owner."""
        word = board.name.word[:1].upper() + board.name.word[1:]
        names: dict[str, None] = dict.fromkeys(board.aliases)
        if alone:
            names[word] = None
        owners = [owner.name for owner, _, _ in board.owners][:1]
        for topic in [board.name.topic] if board.name.topic else owners:
            names[f"{word} {topic}"] = None
            if board.name.owned or not board.name.topic:
                for joint in ("of", "of the") if self.document.language == "en" else ("van",):
                    names[f"{word} {joint} {topic}"] = None
            if self.document.language == "en":
                names[f"{topic} {word.lower()}"] = None
        return tuple(name for name in names if name != board.ref.name)


def short(ref: Ref) -> tuple[str, ...]:
    """The name of a municipality without the word for it."""
    bare = ref.name.removeprefix("Gemeente ")
    return (bare,) if ref.kind == "Municipality" and bare != ref.name else ()
