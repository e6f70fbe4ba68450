"""Boards by name: what a heading or a sentence calls a board, committee, group, team or editors."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ledwerk.loaders.publication.layout.counting_words import MONTH
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, PARTIES, Known
from ledwerk.loaders.publication.people.function_words import BOARD_WORDS

_ANY = "|".join(f"(?:{words})" for _, words in BOARD_WORDS)
_FILLER = (
    r"(?:(?:het|de|ons|onze|nieuwe?|huidige?|the|our|new|current|samenstelling|leden|lid|members|"
    r"membership|composition|wie (?:zit|zitten|is|zijn)(?: er)?|who(?:'s| is)?|meet|"
    r"van|of|in|on|per|uit|from|nieuws|news)\s+)*"
)
_VERB = re.compile(
    r"\s(?:bestaat|bestaan|telt|wordt|worden|zijn|is|heeft|hebben|vormen|kent|consists?|has|have|"
    r"are|comprises?|includes?)\b"
)
_NUMBERING = re.compile(
    r"^(?:(?:\d+(?:\.\d+)*\.?|[a-z]\)|[IVX]+\.|(?:agendapunt|item|bijlage|annex|appendix|deel|part|"
    r"hoofdstuk|chapter|section|paragraaf|table|tabel|figuur|figure|box|kader) [\dA-Z]{1,3}[.:]?)"
    r"\s+(?:[–—-] )?)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    rf"^(?:(?:wie|who|hoe|how|waar|where)\b[^:?]{{2,40}}[:?] )?{_FILLER}(?:on the )?", re.IGNORECASE
)
_TRAILER = re.compile(
    rf"(?:\s*[,(–-]?\s*(?:\b(?:per|sinds|op|ultimo|eind|over|as of|as at|in|at|on|since|during) "
    rf"(?:\d{{1,2}} )?(?:[a-z]+ )?|\b(?:{MONTH}) )?"
    r"(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?\)?|"
    r"\s*[,(–-]?\s*\d{1,2} [a-z]{3,9} (?:19|20)\d\d\)?|"
    r"\s*[:,(–-]\s*(?:(?:revised|new|current|full|huidige|nieuwe|gewijzigde|volledige) )?"
    r"(?:membership|members|composition|samenstelling|leden|bezetting)\)?|"
    r"\s+(?:en|and|&)\s+(?:bureau|office|staff|staf|team|secretariaat|secretariat|directie)|"
    r"\s+(?:leden|members|membership|samenstelling)|[\s:.?])+$",
    re.IGNORECASE,
)
_HEADING = re.compile(
    rf"(?:(?P<before>(?-i:[A-ZÀ-Þ0-9])[\w&'’.-]*(?: (?:[\w&'’.-]+))*?) )??"
    rf"(?P<word>{_ANY})(?:[\s:–-]+(?P<of>(?:van|of|voor|for|bij|achter|behind)\s+)?"
    rf"(?:(?:de|het|the)\s+)?(?P<topic>\S.*?))?",
    re.IGNORECASE,
)
_WORD = re.compile(rf"(?<![\w-])(?P<word>{_ANY})(?![\w-])", re.IGNORECASE)
_CAPITALS_BEFORE = re.compile(r"(?:[A-ZÀ-Þ][\w&'’-]* (?:(?:&|and|en) )?){1,5}$")
_REACH = 60  # letters before a board's word in which its own name may stand
_TOPIC = re.compile(
    r"\s+(?P<of>(?:van|of|voor|for) )?(?:(?:het|de|the) )?(?:(?:project|programma|programme) )?"
    r"(?P<topic>[A-ZÀ-Þ0-9][\w&'’.-]*(?:\s+(?:(?:en|and|van|of|de|het|voor|for|the|&)\s+)*"
    r"[A-ZÀ-Þ0-9][\w&'’.-]*)*)"
)
# The same with words that join names of projects too: "programmaraad Delta in Bedrijf".
_WIDE_TOPIC = re.compile(
    _TOPIC.pattern.replace("van|of|de|", "van|of|de|in|op|aan|uit|met|bij|te|")
)
# Words that stand before a board in a heading or sentence and name nothing.
_EMPTY_BEFORE = re.compile(
    r"(?:^|\s)(?:other|overige|andere|further|remaining|deelnemers|participants|aanwezigen|samenstelling|notulen|verslag|agenda|minutes|"
    r"volgens|leden|members|het|de|een|ons|onze|"
    r"the|our|a|an|nieuw|nieuwe|in|en|and|van|dit|dat|this|that|ook|zo|"
    r"voor|achter|behind|meet|namens|vanuit|naast|within|binnen|who|wie|is)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class BoardName:
    """A board as a text calls it. `topic` is what it is for or of, as worded; `owned` tells
    that it belongs to that; `owner` is a party named before it ("LED werkgroep Zorg").
    """

    word: str
    topic: str = ""
    owned: bool = False
    before: bool = False
    owner: str = ""

    @property
    def head(self) -> str:
        """The word for the sort of board, without spaces, hyphens and case."""
        return re.sub(r"[\s-]+", "", self.word.lower())

    @property
    def name(self) -> str:
        """What it is called with its topic."""
        if not self.topic or self.owned:
            return self.word[:1].upper() + self.word[1:]
        shown = f"{self.topic} {self.word}" if self.before else f"{self.word} {self.topic}"
        return shown[:1].upper() + shown[1:]

    @property
    def board_type(self) -> str:
        """The sort of board, by the vocabulary."""
        for kind, words in BOARD_WORDS:
            if re.fullmatch(words, self.word, re.IGNORECASE):
                return kind
        return "board"


def board_in_heading(text: str, known: Known) -> BoardName | None:
    """The board that a heading names; None where a heading is about something else."""
    if len(text) > _LONGEST_HEADING:
        return None
    text = _JOINED.sub(r"\g<board>", text)
    bare = _VERB.split(_LEAD.sub("", _NUMBERING.sub("", " ".join(text.split()))))[0]
    head, comma, topic = bare.rpartition(", ")
    if comma and known.find(topic, ACTIVITIES):
        bare = f"{head} {topic}"  # "Programme panel, Clean Coast"
    found = _HEADING.fullmatch(bare := _without_date(bare, known))
    if found is None or len(bare.split()) > _LONGEST:
        return None
    before = (found["before"] or "").strip()
    topic = (found["topic"] or "").strip()
    word = found["word"]
    topic = "" if _OCCASION.fullmatch(topic) else topic
    if word.lower() in _ONLY_DIRECTORS and not before:
        word = f"Board of {word}"
    if _NEWS_OF.search(before):
        return None
    if before and _EMPTY_BEFORE.search(before):
        before = ""
    if ":" in topic:
        return None
    if topic and not (topic[0].isupper() or topic[0].isdigit()):
        if not (found["of"] and _OURSELVES.fullmatch(topic)):
            return None
        topic = ""
    return _named(word, before, topic, _owns(found["of"]), known)


def _without_date(text: str, known: Known) -> str:
    """A heading without what trails behind, unless that is part of a name: "Zilt 2030"."""
    bare = _TRAILER.sub("", text)
    whole, short = _HEADING.fullmatch(text), _HEADING.fullmatch(bare)
    named = [bool(one and known.find(one["topic"] or "", ACTIVITIES)) for one in (whole, short)]
    return text if named == [True, False] else bare


# What a publisher calls itself: "Het bestuur van de vereniging" is its own.
_OURSELVES = re.compile(
    r"[a-zà-ÿ-]*(?:vereniging|stichting|alliantie|co[öo]peratie|samenwerking|samenwerkingsverband|"
    r"regio|netwerk|verband|federatie|platform|coalitie|werkplaats|"
    r"association|alliance|partnership|foundation|trust|network|charity|company|cooperative|"
    r"society|federation|forum)",
    re.IGNORECASE,
)
# "Wethouders tekenen met Economic Board Zuid" is news, and no list of who is on it.
_NEWS_OF = re.compile(
    r"\s(?:met|with|naar|door|by|to|about|tegen|against|bij|at|joins|chairs|for|over|aan)$",
    re.IGNORECASE,
)
# "Bestuurssamenstelling", "bestuursleden": the board is in the word.
_JOINED = re.compile(
    r"\b(?P<board>bestuur|stuurgroep|kernteam|raad|commissie)s?-?(?:samenstelling|leden)\b",
    re.IGNORECASE,
)


def _owns(word: str | None) -> bool:
    """Whether a preposition tells whose board it is; "for" and "voor" tell what it is about."""
    return (word or "").strip().lower() not in ("", "for", "voor")


# A steering group with a name is one for that; the party of that name is another matter.
_STEERS = re.compile(r"stuur|regie|steering", re.IGNORECASE)


def _named(word: str, before: str, topic: str, of: bool, known: Known) -> BoardName:
    if before and not topic:
        owner = known.find(before)
        english = re.search(
            r"board|group|committee|council|team|panel|force|office", word, re.IGNORECASE
        )
        # "Kempische Innovatieraad", "Bestuurlijke Regiegroep"
        adjective = re.search(r"(?:se|sche|lijke|nale|ciale|orale|tuele|ieve)$", before) is not None
        if owner or not (english or adjective):
            return BoardName(word, before, owned=True)
        return BoardName(word, before, before=True)
    if before and topic:
        return BoardName(word, topic, owner=before)
    activity = known.find(topic, ACTIVITIES) if topic else None
    whose = of or (not _STEERS.match(word) and known.find(topic) is not None)
    owned = bool(topic) and activity is None and whose
    return BoardName(word, topic, owned=owned)


_LONGEST = 10  # words
_LONGEST_HEADING = 160


@dataclass(frozen=True, slots=True)
class Mention:
    """A board that a sentence names, and where."""

    board: BoardName
    start: int
    end: int


def mentions(text: str, known: Known) -> list[Mention]:
    """The boards that a text names, in order."""
    made = [
        Mention(BoardName(found["word"]), found.start(), found.end())
        for found in _IN_WORD.finditer(text)
    ]
    for found in _WORD.finditer(text):
        begin = _name_begins(text, found.start(), known)
        near = text[max(0, begin - _MANDATE_REACH) : begin]
        if found["word"] in _ONLY_MEMBERS and not re.search(r"of $", text[: found.start()]):
            continue  # "the other directors" sit on the board that was named
        if _is_authority(text, begin, found, known) or _MANDATE.search(near):
            continue
        if _NOT_YET.search(text[: found.start()]) or _is_meeting(text, found):
            continue
        before = re.sub(r"^(?:The|De|Het|Our|Ons|Onze) ", "", text[begin : found.start()].strip())
        if before and _EMPTY_BEFORE.search(before):
            before = ""
        topic, of, end = _topic_after(text, found, known)
        made.append(_mention(begin, found, before, topic, of, end, known))
    return sorted(made, key=lambda one: one.start)


# "Nieuwe bestuursleden": the board is in the word; "bestuurslid van LTO" is one elsewhere.
_IN_WORD = re.compile(
    r"(?<![\w-])(?P<word>bestuur|stuurgroep|kernteam|kerngroep|werkgroep|klankbordgroep|adviesraad|"
    r"programmaraad|regiegroep|taskforce|jury|projectgroep)s?-?(?=(?:leden|lid)\b)"
    r"(?!(?:leden|lid) (?:van|bij) )",
    re.IGNORECASE,
)


# A board on whose behalf somebody sits elsewhere is not the one he sits on.
_MANDATE = re.compile(
    r"\b(?:namens|on behalf of|representing|represents|afgevaardigd door|nominated by) "
    r"(?:(?:de|het|the) )?$",
    re.IGNORECASE,
)
_MANDATE_REACH = 30
_NOT_YET = re.compile(r"\b(?:shadow|schaduw)[ -]?$", re.IGNORECASE)  # it was no board as yet


def _is_meeting(text: str, found: re.Match[str]) -> bool:
    """Whether a general meeting is when something was decided: "op de algemene vergadering"."""
    meeting = re.search(r"vergadering|assembly", found["word"], re.IGNORECASE)
    return meeting is not None and _AT_MEETING.search(text[: found.start()]) is not None


_AT_MEETING = re.compile(
    r"\b(?:op|tijdens|na|voor|in|bij|sinds|at|during|after|before|in|since) "
    r"(?:(?:de|het|the|onze|our|een|an?) )?(?:[a-z]+e )?$",
    re.IGNORECASE,
)


def _name_begins(text: str, start: int, known: Known) -> int:
    """Where the name right before a board's word begins: "Clean Tugs steering group".

    It goes on over small words where it is that of an activity: "From Port to Farm steering group".
    """
    near = max(0, start - _REACH)
    found = _CAPITALS_BEFORE.search(text[near:start])
    begin = near + found.start() if found else start
    for word in re.finditer(r"(?<![\w-])[A-ZÀ-Þ0-9]", text[near:begin]) if found else ():
        if known.find(text[near + word.start() : start].strip(), ACTIVITIES):
            return near + word.start()
    return begin


_LEADING = re.compile(
    r"\s+(?:(van|of|voor|for) )?(?:(?:het|de|the) )?(?:(?:project|programma|programme) )?"
)


def _topic_after(text: str, found: re.Match[str], known: Known) -> tuple[str, bool, int]:
    """What a board is for or of by the words behind it, whether it is owned, and where they end."""
    lead = _LEADING.match(text, found.end())
    near = known.longest_at(text, lead.end(), _TOPICS) if lead else None
    if near and lead:
        owned = _owns(lead[1]) and near[0].kind in PARTIES
        return text[lead.end() : near[1]], owned, near[1]
    after = _TOPIC.match(text[: found.end() + _FURTHEST], found.end())
    wider = _WIDE_TOPIC.match(text[: found.end() + _FURTHEST], found.end())
    if wider and wider["topic"] != (after and after["topic"]):
        activity = known.find(wider["topic"], ACTIVITIES) or known.only(wider["topic"], ACTIVITIES)
        if activity:
            return wider["topic"], False, wider.end()
    if after and text[after.end() : after.end() + 1] == ":":
        after = _TOPIC.match(text[: after.end()].rsplit(" ", 1)[0], found.end())
    if after and (not after["of"] or _HAS_OWNER.search(found["word"])):
        return after["topic"], _owns(after["of"]), after.end()
    return "", False, found.end()


_FURTHEST = 120  # letters after a board's word in which its topic ends


_AUTHORITY = re.compile(
    r"(?:county|city|town|borough|district|parish|municipal|metropolitan|arts|research|sports?|"
    r"british|regional|county borough|unitary|health)\s*$", re.IGNORECASE,
)  # fmt: skip


_PARTY_WORDS = frozenset({"council", "board", "office", "bureau", "raad", "directie"})


def _is_authority(text: str, begin: int, found: re.Match[str], known: Known) -> bool:
    """Whether a "council" or "board" is a party, such as a county's, and no body of the text's."""
    word = found["word"].lower()
    if word in ("council", "board", "office", "bureau", "team"):
        before = text[max(0, found.start("word") - 30) : found.start("word")]
        if _AUTHORITY.search(before):
            return True
    if word == "council" and begin < found.start("word"):
        return _OF_MEMBERS.search(text[begin : found.start("word")]) is None
    return word in _PARTY_WORDS and known.find(text[begin : found.end()]) is not None


# What a board does, and no topic of it: "Board Meeting".
_OCCASION = re.compile(
    r"(?:meeting|minutes?|papers?|agenda|pack|membership|vergadering|overleg|notulen)s?",
    re.IGNORECASE,
)
_ONLY_DIRECTORS = frozenset({"directors", "trustees", "governors"})  # who are the board
_ONLY_MEMBERS = frozenset({"directors", "trustees", "governors", "toezichthouders", "editors"})
_OF_MEMBERS = re.compile(
    r"\b(?:advisory|business|industry|youth|scientific|members['’]?|programme|governing|skills|"
    r"leadership|strategy|student|academic|science|supervisory|partnership|economic|growth)\b",
    re.IGNORECASE,
)
_TOPICS = PARTIES | ACTIVITIES | {"Heading"}
_HAS_OWNER = re.compile(r"bestuur|raad|directie|board|council|trustees|directors", re.IGNORECASE)


def _mention(
    begin: int, found: re.Match[str], before: str, topic: str, of: bool, end: int, known: Known
) -> Mention:  # fmt: skip
    word, start = found["word"], found.start("word")
    if topic:
        owner = before if before.isupper() or known.find(before) else ""
        return Mention(BoardName(word, topic, of, owner=owner), start, end)
    if before:
        return Mention(_named(word, before, "", False, known), begin, end)
    return Mention(BoardName(word), start, end)
