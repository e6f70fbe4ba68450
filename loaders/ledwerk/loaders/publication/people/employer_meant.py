"""Whom somebody works for, where the text has named that party a little earlier.

function person of the sort         projectleider Ria Bos van het waterschap
person, function at the sort        Ria Bos, eventmanager bij de campus
of a party called as he is          directeur Anja Bos, where Bos Metaal was named
function person, saying             Melkunie merkt het: '…', aldus directeur Ria Bos
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ledwerk.loaders.publication.findings import Ref
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, PARTIES, Known
from ledwerk.loaders.publication.parties.parties_at import named_at
from ledwerk.loaders.publication.people.functions import Post, begins_function, post
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.loaders.publication.people.person_names import PersonName, people_in
from ledwerk.schema.names import fold

# Words for sorts of parties, and what the name of one of that sort tells.
_SORTS: tuple[tuple[str, str], ...] = (
    ("waterschap|hoogheemraadschap|water board", "waterschap|hoogheemraadschap|wetterskip"),
    ("gemeente|stad|council|municipality", "gemeente|stad|council|borough|city"),
    ("provincie|province", "provincie|province"),
    ("universiteit|university", r"universiteit|university|\bTU\b|UHasselt|KU Leuven"),
    ("hogeschool", "hogeschool|university of applied"),
    ("college|school|roc|scholengroep|mbo-school", r"college|school|\broc\b|academ"),
    ("ziekenhuis|hospital", "ziekenhuis|hospital|umc|zorg"),
    ("zorginstelling|zorggroep", "zorg|care"),
    ("collectief|collective", "collectief|collective"),
    ("co[öo]peratie|cooperative|co-operative|co-op", "co[öo]perati|co-?operative|co-?op"),
    ("stichting|foundation|trust", "stichting|foundation|trust"),
    ("vereniging|association|society", "vereniging|association|society|kring|bond"),
    ("alliantie|alliance", "alliantie|alliance"),
    ("netwerk|network", "netwerk|network"),
    ("partnership|samenwerkingsverband", "partnership|samenwerking"),
    ("federatie|federation", "federatie|federation"),
    ("bank", "bank"), ("campus", "campus"), ("board", "board"),
    ("ministerie|ministry|department", "ministerie|ministry|department"),
    ("instituut|institute", "instituut|institute"),
    ("corporatie|woningcorporatie|housing association", "corporatie|wonen|woon|housing|homes"),
)  # fmt: skip
_FIRM = r"(?:familie)?bedrijf|firma|onderneming|start-?up|scale-?up|company|firm|business|fabriek"
_NO_FIRM = re.compile("|".join(names for _, names in _SORTS) + r"|museum|politie", re.IGNORECASE)
_WHOLE_SORT = re.compile(
    r"(?:de|het|the|ons|onze|our|dit|deze|this|zijn|haar|hun|his|her|their)(?: eigen| own)? "
    rf"(?P<sort>{'|'.join(words for words, _ in _SORTS)}|{_FIRM})(?![\w-])(?!['’]s)(?! [A-ZÀ-Þ])",
    re.IGNORECASE,
)
_OF_SORT = re.compile(
    rf",?\s+(?:van|bij|of|at|from|for|voor|aan) {_WHOLE_SORT.pattern}", re.IGNORECASE
)
_FUNCTION = r"(?P<function>[a-zà-ÿ][a-zà-ÿ-]*(?: [a-zà-ÿ&-]+){0,4}?)"
_SORT_BEFORE = re.compile(
    rf"(?:^|[\s“\"‘'])(?:(?:[Dd]e|[Hh]et|[Tt]he|[Aa]n?|[Ee]en) )?(?i:{_FUNCTION}) "
    rf"(?:van|bij|of|at|from) {_WHOLE_SORT.pattern},? $"
)
_BEHIND = re.compile(
    rf",? (?:is |was |(?:hij|zij|he|she) is )?(?:tevens |ook |also )?(?:(?:de|het|the|an?|een) )?"
    rf"{_FUNCTION} (?:van|bij|of|at|for|voor) {_WHOLE_SORT.pattern}"
)
_FRONT = re.compile(
    r"(?:^|[\s“\"‘'(])(?P<function>[A-Za-zà-ÿ][a-zà-ÿ-]*(?: [A-Za-zà-ÿ][a-zà-ÿ-]*){0,4}),? $"
)
# Functions in a firm or house that one speaks of; not of a board, nor a trade of one's own.
_AT_WORK = re.compile(
    r"(?:directeur|directrice|bestuurder|eigenaar|eigenaresse|eigenares|oprichter|oprichtster|"
    r"zaakvoerder|zaakvoerster|bedrijfsleid(?:er|ster)|chef|manager|hoofd|co[öo]rdinator|"
    r"controller|(?:project|programma|team|ploeg|afdelings|productie|vestigings)leid(?:er|ster)|"
    r"ingenieur|technoloog|"
    r"director|owner|founder|co-founder|ceo|chief executive|managing director|head of [a-z ]+|"
    r"foreman|supervisor|principal|engineer|officer)$",
    re.IGNORECASE,
)
_NEAR = 2  # sentences back in which the party is named


@dataclass(frozen=True, slots=True)
class _Named:
    """A party that the passage has named, and in which sentence."""

    ref: Ref
    sentence: int
    start: int


class Passage:
    """What parties a run of text has named, sentence by sentence."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self._named: list[_Named] = []
        self._at = 0
        self._called: list[str] = []  # names of two words and more, whatever they are
        self.spans: list[tuple[int, int]] = []  # of the parties and activities of this sentence
        self._unknown = False  # whether this sentence names something of which nothing is known

    def read(self, text: str) -> None:
        """Goes on with a sentence."""
        self._at += 1
        spots = named_at(text, self.known, PARTIES | ACTIVITIES)
        for spot in spots:
            if spot.ref.kind in PARTIES:
                self._named.append(_Named(spot.ref, self._at, spot.start))
        persons = [(one.start, one.end) for one in people_in(text)]
        names = [one for one in _NAMES.finditer(text) if not _inside(one, persons)]
        self._called.extend(one[0] for one in names)
        ends = self.spans = [(spot.start, spot.end) for spot in spots]
        self._unknown = any(not _inside(one, ends) for one in names)
        del self._named[:-_MOST]

    def within(self, person: PersonName) -> bool:
        """Whether what looks like a name is a part of a longer one: "West Timber Forum"."""
        return any(
            start < person.start < end and person.end <= end for start, end in self.spans
        ) and not has_given_name(person.name)

    def begin(self) -> None:
        """Begins a new block: what the one before named is far away."""
        self._at += _NEAR

    def of_sort(self, word: str, before: int) -> str:
        """The party named last that a word for its sort means; empty without one."""
        for one in reversed(self._named):
            if one.sentence == self._at and one.start >= before:
                continue
            if _is_of(one.ref, word):
                return one.ref.name
        return ""

    def sole(self, before: int) -> str:
        """The one party that this sentence and those before it have named; else empty."""
        if self._unknown:
            return ""
        near = {
            one.ref
            for one in self._named
            if self._at - one.sentence < _NEAR
            and not (one.sentence == self._at and one.start >= before)
        }
        return next(iter(near)).name if len(near) == 1 else ""

    def named_before(self, before: int) -> str:
        """The party that this sentence named last before a place; else empty."""
        near = [one for one in self._named if one.sentence == self._at and one.start < before]
        return near[-1].ref.name if near else ""

    def namesake(self, person: str) -> str:
        """The one party that is called as somebody is: "Bos Metaal" of Anja Bos."""
        surname = fold(person.rsplit(maxsplit=1)[-1])
        fits = {one.ref.name for one in self._named if surname in fold(one.ref.name).split()}
        fits = fits or {one for one in self._called if surname in fold(one).split()}
        return next(iter(fits)) if len(fits) == 1 and len(surname) >= _TELLING else ""


def _inside(name: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(start < name.end() and name.start() < end for start, end in spans)


_MOST, _TELLING = 60, 4
_NAMES = re.compile(r"(?<![\w-])[A-ZÀ-Þ][\w’'-]+(?: (?:& )?[A-ZÀ-Þ][\w’'-]+){1,4}")


def _is_of(ref: Ref, word: str) -> bool:
    """Whether a party is of the sort that a word tells."""
    if re.fullmatch(_FIRM, word, re.IGNORECASE):
        return ref.kind == "Organisation" and _NO_FIRM.search(ref.name) is None
    names = next((n for w, n in _SORTS if re.fullmatch(w, word, re.IGNORECASE)), "")
    if ref.kind == "Municipality" and re.fullmatch(
        "gemeente|stad|municipality|council", word.lower()
    ):
        return True
    return bool(names) and re.search(names, ref.name, re.IGNORECASE) is not None


def of_meant(text: str, person: PersonName, passage: Passage) -> Post | None:
    """The function somebody has, at a party that is meant and not named beside the name."""
    before, after = text[max(0, person.start - _REACH) : person.start], text[person.end :]
    front = _FRONT.search(before)
    function = _tidy(front["function"]) if front else ""
    of = _OF_SORT.match(after)
    if of:
        name = passage.of_sort(of["sort"], person.end)
        return Post(function, name) if name else None
    for told in (_SORT_BEFORE.search(before), _BEHIND.match(after)):
        words = _tidy(told["function"]) if told else ""
        if told and words:
            name = passage.of_sort(told["sort"], person.start)
            return Post(words, name) if name else None
    owned = _OWNED.search(before)
    words = _tidy(owned["function"]) if owned else ""
    if owned and words and not people_in(text[: person.start]):
        name = passage.named_before(person.start)
        if name:
            return Post(words, name)
    return _of_passage(text, person, function, passage)


# "Melkunie and its director Ria Bos", "Melkunie stuurt haar directeur, Ria Bos"
_OWNED = re.compile(
    r"\b(?:its|their|zijn|haar|hun|whose|wiens|diens) (?:(?:eigen|own|new|nieuwe) )?"
    r"(?P<function>[a-zà-ÿ]+(?:[ -][a-zà-ÿ]+){0,3}),? $"
)


def function_beside(text: str, person: PersonName) -> str:
    """The function right before or behind a name, where it tells of no party; else empty."""
    front = _FRONT.search(text[max(0, person.start - _REACH) : person.start])
    behind = _COMMA.match(text, person.end)
    told = _tidy(front["function"]) if front else ""
    told = told or (_tidy(behind["function"]) if behind else "")
    return re.split(r" (?:van|bij|of|at) (?:het|de|the)\b", told)[0]


def _of_passage(text: str, person: PersonName, function: str, passage: Passage) -> Post | None:
    """The function somebody has at the firm that the passage told of."""
    behind = _COMMA.match(text, person.end)
    function = function or (_tidy(behind["function"]) if behind else "")
    if not function or not _AT_WORK.search(function):
        return None
    quoted = _SAID.search(text[: person.start]) or _SAYS.match(text, person.end)
    name = passage.namesake(person.name) or (passage.sole(person.start) if quoted else "")
    return Post(function, name) if name else None


_COMMA = re.compile(
    r", (?:de |het |the |an? )?(?P<function>[a-zà-ÿ-]+(?: [a-zà-ÿ-]+){0,3})(?=[.,;]|$)"
)
# Behind a quote any verb may tell who says it: "…', grijnst directeur Ria Bos".
_SAID = re.compile(
    r"[”\"’'],?\s+(?:\w+ )?(?:[a-zà-ÿ]+t|aldus|zei|vroeg|volgens|says?|said|adds|added|explains|"
    r"[a-z]+(?:ed|s))\s+(?:(?:de|het|the|ook) )?[^.;,“”\"]{0,60}$"
)
_SAYS = re.compile(r",?[^.;“”\"]{0,40}? ?(?:says|said|adds|explains|zegt|vertelt)\b|: ?[“\"‘']")
_REACH = 90
_DOES = re.compile(r" (?:is|was|zijn|were|are|heet|wordt|werd|werken|work|has|heeft)(?: |$)")


def _tidy(words: str) -> str:
    """The function that words end in, without what leads it in; empty where they are none."""
    parts = words.split()
    for at in range(len(parts)):
        rest = " ".join(parts[at:])
        if not begins_function(rest):
            continue
        made = post(rest[:1].lower() + rest[1:] if rest[1:2].islower() else rest)
        told = made.function and not made.party and not _DOES.search(made.function)
        return made.function if told else ""
    return ""
