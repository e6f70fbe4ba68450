"""Who works where, as running text tells it: "vertelt Ria Bos, directeur van Melkunie".

person "," function [of] party      Ria Bos, directeur van Melkunie
person "(" [function] party ")"     Ria Bos (Melkunie)
function person [of] party          lector Ria Bos van Hogeschool Oost
verb of saying, person of party     zegt Ria Bos van Melkunie
person is function at party         Ria Bos is directeur van Melkunie
person, and below it the function   as under a foreword
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ledwerk.loaders.publication.document import Block, BlockKind
from ledwerk.loaders.publication.layout.sentences import Stretch, sentences_of
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, PARTIES, Known
from ledwerk.loaders.publication.people.board_changes import DECLINED
from ledwerk.loaders.publication.people.board_names import mentions
from ledwerk.loaders.publication.people.boards_found import FORMER
from ledwerk.loaders.publication.people.employer_meant import Passage, of_meant
from ledwerk.loaders.publication.people.function_words import FUNCTION_HEADS, FUNCTION_MODIFIERS
from ledwerk.loaders.publication.people.functions import (
    FIELD,
    Post,
    begins_function,
    party_free,
    post,
)
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.loaders.publication.people.gone import is_gone, was_before
from ledwerk.loaders.publication.people.people_meant import (
    Named,
    labelled,
    names_of,
    of_party_before,
    with_surnames,
    work_together,
)
from ledwerk.loaders.publication.people.person_names import (
    PersonName,
    bare_name,
    is_surely,
    people_in,
)
from ledwerk.loaders.publication.people.seat_entries import entries
from ledwerk.loaders.publication.people.told_further_on import further_on
from ledwerk.loaders.publication.people.working_ways import (
    NO_WORD,
    SPAN,
    before_name,
    behind_name,
    of_both,
    runs,
)

SAYING = (
    r"(?:zegt|vertelt|aldus|volgens|legt|benadrukt|stelt|vindt|verklaart|licht|meent|denkt|lacht|"
    r"besluit|weet|blikt|kijkt|zei|vertelde|says|said|explains|explained|adds|added|tells|told|"
    r"according to|notes|noted|argues|believes|recalls|reflects|comments)"
)
_STOP = re.compile(
    r"[,;:()\[\]\"“”‘’?!]|\.(?:\s|$)|\s[–—-]\s|"
    rf"\s(?:{SAYING}|is|was|zijn|wil|heeft|had|hebben|gaat|kan|mag|ziet|doet|komt|staat|wordt|"
    r"werd|ging|maakt|geeft|hoopt|noemt|opent|opende|op|over|die|dat|waar|who|which|has|have|"
    r"will|would|and has|hopes|wants|sees|calls|opened|met|with|while|terwijl|maar|but|omdat|"
    r"because)\s",
    re.IGNORECASE,
)
_AND_PERSON = re.compile(r" (?:en|and|&) ")
_OF = re.compile(r"\s+(?:van|bij|of|at|from|with|for|aan)\s+(?:(?:de|het|the)\s+)?")
_FUNCTION_BEFORE = re.compile(
    rf"(?:(?P<house>(?!(?:Vice|Pro|Co|Oud|Ex|Mede|Adjunct|Deputy|Chef|Sous|Data|Hoofd|"
    rf"Under)-)(?-i:[A-ZÀ-Þ])[\w&]*(?: (?-i:[A-ZÀ-Þ])[\w&]*){{0,3}})-)?"
    rf"(?P<function>(?:(?:{FUNCTION_MODIFIERS})[- ]){{0,2}}"
    rf"[a-zà-ÿ-]*(?:{FUNCTION_HEADS})(?-i: {NO_WORD}[a-zà-ÿ]+){{0,2}}),? $",
    re.IGNORECASE,
)
_IS_AT = re.compile(
    r",? (?:has been appointed|was appointed|is appointed|has become|is benoemd tot|"
    r"werd benoemd tot|is aangesteld als|is|was sinds|werkt|works|is werkzaam|wordt|werd|becomes|"
    r"became|has been|serves)"
    r"(?: (?:(?:sinds|since|per|vanaf) (?:\d+ )?(?:jan|feb|maart|march|apr|mei|may|jun|jul|aug|"
    r"sep|o[ck]t|nov|dec)[a-z]*(?: \d{4})?|sinds|since|nu|now|al|als|as|"
    r"ook|also|\d{4}|[a-z]+ jaar|years?))*"
    r"(?: (?:de|het|een|the|an?))?(?: nieuwe| new| [a-z]+ generatie| [a-z]+-generation)? "
)
_TIED = re.compile(
    r",? (?:die )?(?:is )?(?:verbonden aan|werkzaam (?:bij|voor)|in dienst (?:van|bij)|"
    r"affiliated (?:with|to)|employed by|based at) (?:(?:de|het|the) )?"
)
_WORKS = re.compile(r",? (?:werkt|works|werkte)(?: [a-z]+)?(?= (?:bij|voor|at|for) )")
_PLACED = re.compile(
    r"^ \((?:uiterst )?(?:links|rechts|midden|l|r|m|left|right|centre|center|far left|far right|"
    r"boven|onder|voor|achter)\.?\)"
)
_AGE = re.compile(r"^\s*\(\d{2}(?: jaar| years old)?\)")
CREDITS = re.compile(
    r"[’”\"'»] (?:by|van|door) $|\b(?:fotografie|verzending|mailing|distributie|masthead|logo|"
    r"foto(?:'s|graaf)?|tekst(?:en)?|vormgeving|ontwerp|druk(?:werk|ker)?|redactie|"
    r"illustraties?|photograph\w*|photos?|design(?:ed)?|print(?:ed|ing)?|text|layout|editor|"
    r"vertaling|translation|literatuur|references|bronnen|lees(?:lijst|tips)|verder lezen|"
    r"further reading|recommended|reading|leestip|isbn)\b[^.]{0,30}$",
    re.IGNORECASE,
)
ASIDE_HEADINGS = re.compile(
    r"\b(?:colofon|colophon|imprint|credits|literatuur|bronnen|verder lezen|references|"
    r"further reading|bibliography|lees(?:lijst|tips?|voer)|reading list|sponsors?|leveranciers)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Working:
    """Somebody, his function and party as worded, and where in the text that stands."""

    person: str
    post: Post
    start: int
    end: int


def told_of(block: Block, named: set[str], passage: Passage) -> Iterator[Working]:
    """Who works where by a block; `named` are the people named so far, and grows."""
    whole = ", " in block.text or len(block.text) > _SENTENCE
    if block.kind is BlockKind.HEADING and not whole:
        return
    known = passage.known
    passage.begin()
    before: list[PersonName] = []  # who is named in the sentence before
    recent: list[Named] = []
    alone = ""  # whose name is all of the sentence before
    last: Working | None = None  # what was told last
    for number, sentence in enumerate(sentences_of(block.text)):
        text = sentence.text
        passage.read(text[:_LONGEST])
        if len(text) > _LONGEST or DECLINED.search(text):
            continue
        people = [one for one in people_in(text) if not known.find(one.name, _NAMED)]
        people = [one for one in people if not passage.within(one)]
        myself = _of_myself(text, known) if alone else None
        if myself:
            yield Working(alone, myself, sentence.start, sentence.end)
            people = []  # "Ik ben lector Groene Kade": that is nobody
        alone = bare_name(text) or ""
        if len(before) == 1 and not (people or myself):
            made = _of_pronoun(
                text, known, last if last and last.person == before[0].name else None
            )
            if made and made.party:
                yield Working(before[0].name, made, sentence.start, sentence.end)
        yield from _together(sentence, recent, number, known)
        before = people
        people = with_surnames(text, named, people)
        named.update(names_of(before))
        recent = [*recent[-1:], *(Named(one, text[: one.start], number) for one in before)][-3:]
        for person in people:
            made = _of_one(text, person, people, passage)
            if made:
                start = sentence.start
                last = Working(person.name, made, start + person.start, start + person.end)
                yield last


def _of_one(
    text: str, person: PersonName, people: list[PersonName], passage: Passage
) -> Post | None:
    """What a sentence tells of the work of one of its people, in whichever way it does."""
    known = passage.known
    made = (
        of_person(text, person, known)
        or of_both(text, person, people, known)
        or of_party_before(text, person, known)
        or further_on(text, person, people, known, _post_at)
        or (of_meant(text, person, passage) if is_surely(person) else None)
    )
    if not made or not made.party or _went(text, person, made):
        return None
    if not made.function and _PROFESSOR.match(text, person.start):
        return Post("professor", made.party)
    return made


def _went(text: str, person: PersonName, made: Post) -> bool:
    """Whether he is there no longer: what left a board may still have its function."""
    beside = text.startswith(f", {made.function}", person.end) if made.function else False
    return was_before(text, person) or (is_gone(text, person) and not beside)


def _together(
    sentence: Stretch, recent: list[Named], number: int, known: Known
) -> Iterator[Working]:
    """Those of whom a sentence tells that they both work somewhere."""
    at, people = work_together(sentence.text, recent, number)
    party = _cut(sentence.text[at:], known) if people else ""
    for one in people if party else ():
        made = Post(labelled(one.before), party)
        yield Working(one.person.name, made, sentence.start, sentence.end)


# "oud-directeur Ria Bos van Melkunie" works there no longer.
_WAS = re.compile(
    r"\b(?:oud|ex|voormalige?|vroegere?|gewezen|toenmalige?|former|then|late)[ -](?:[a-zà-ÿ-]+ "
    r"){1,3}$",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"\[[^\]]{2,30}\] $")  # "[foto] Ria Bos, chauffeur bij Melkunie"
_LABELLED = re.compile(r":\s+$")
_PROFESSOR = re.compile(r"[Pp]rofessor ")
_PRONOUN = re.compile(r"(?:Hij|Zij|Ze|He|She)(?= )")
_MYSELF = re.compile(r"(?:Ik ben|I am|I['’]m)(?= )")  # behind who speaks: "Ria Bos. Ik ben …"
_IS_THERE = re.compile(r" (?:is|werkt) (?:daar|er) (?:(?:als|de|het|een|nu|ook) )*(?=[a-zà-ÿ])")


def _of_myself(text: str, known: Known) -> Post | None:
    """What somebody says of himself: "Ik ben adviseur bij de provincie"."""
    found = _MYSELF.match(text)
    made = _is(f" is{text[found.end() :]}", known) if found else None
    return made if made and made.party else None


def _of_pronoun(text: str, known: Known, last: Working | None) -> Post | None:
    """What is said of who was named just before: "Zij is programmamanager bij de provincie"."""
    found = _PRONOUN.match(text)
    there = _IS_THERE.match(text, found.end()) if found and last else None
    if last and there and begins_function(text[there.end() :]):
        function = re.split(r"[,.;]| (?:en|and)\b", text[there.end() :])[0]
        return Post(function, last.post.party)
    made = _is(text[found.end() :], known) if found else None
    return None if made is None or FORMER.search(made.function) else made


def of_person(text: str, person: PersonName, known: Known) -> Post | None:
    """What a sentence says of somebody's function and party."""
    before = text[max(0, person.start - _BEFORE) : person.start]
    after = _AGE.sub("", _PLACED.sub("", text[person.end : person.end + AFTER]))
    if (CREDITS.search(before) and not _SHOWN.search(before)) or _WAS.search(before):
        return None
    labelled = before_name(before, after, known) if _LABELLED.search(before) else None
    if labelled:
        return labelled
    fronted = _with_function_before(before, after, known)  # "wethouder Ria Bos van Dalen"
    if fronted and fronted.party:
        return fronted
    ways = (way(after, known) for way in (behind_comma, in_brackets, _is))
    for made in (*ways, _inverted(before, after, known)):
        if made and made.party and (made.function or is_surely(person)):
            return None if FORMER.search(made.function) else made
    told = _said_by(text, person, known)
    if told or not is_surely(person):
        return told
    return before_name(before, after, known) or runs(after, known) or behind_name(after, known)


# "Sinds mei is Ria Bos directeur van Melkunie": the verb before the name
_VERB_FIRST = re.compile(
    r"(?<=[a-zà-ÿ0-9] )(?:is|werd|wordt|blijft|werkt)(?: (?:nu|ook|tevens|weer|opnieuw))? "
    r"(?:(?:mevrouw|de heer|dhr\.|mw\.|dr\.) )?$"
)


def _inverted(before: str, after: str, known: Known) -> Post | None:
    """The function at a party that is told right behind a name, where the verb is before it."""
    told = _VERB_FIRST.search(before) and after[:1] == " " and begins_function(after[1:])
    return _post_at(after[1:], known) if told else None


_NAMED = PARTIES | ACTIVITIES
_SENTENCE = 60  # letters of a heading that is a sentence
_LONGEST = 2000  # letters of what is still a sentence
_BEFORE, AFTER = 120, 300  # letters around a name in which its function is told


def behind_comma(after: str, known: Known) -> Post | None:
    """person, function of party"""
    lead = re.match(r"\s*(?:\(\d+\))?,\s+(?:(?:de|het|the|onze|our|an?|tevens) )?", after)
    if not lead or not begins_function(after[lead.end() :]):
        return None
    return _post_at(after[lead.end() :], known)


def _post_at(text: str, known: Known) -> Post | None:
    """The function and party that a text begins with, as far as they go."""
    text = _WITH.sub(r"\g<function> at ", text)
    function = post(text)
    if not function.function:
        return None
    stop = _STOP.search(text)
    phrase = text[: stop.start()] if stop else text.rstrip(" .")
    made = post(phrase)
    field = bool(made.party) and party_free(made.function) and FIELD.fullmatch(made.party)
    if (field or not made.party) and stop and text[stop.start()] in ",(–-":
        told = phrase.strip() if field else made.function
        return _post_behind(told, text[stop.start() :], known)
    if field:
        return None
    if not made.party or _is_board(made.party, known):
        return None
    at = text.find(made.party)
    return Post(made.function, _cut(text[at:] if at >= 0 else made.party, known))


# "process engineer with Tees Water"
_WITH = re.compile(r"^(?P<function>[a-z-]+(?: [a-z-]+){0,3}) with (?=(?:the )?[A-Z])")
# A field of work that stands in brackets behind a function: "Pro-Vice-Chancellor (Science), …".
_ASIDE = re.compile(r"\s*\((?P<field>[^()]{2,40})\)(?=,)")


def _post_behind(function: str, text: str, known: Known) -> Post | None:
    """A function with the party that stands behind it, after a comma."""
    aside = _ASIDE.match(text)
    if aside:
        function, text = f"{function} ({aside['field']})", text[aside.end() :]
    rest = text.lstrip(" ,")
    span = SPAN.match(rest) if text.startswith(",") else None
    if span is None or any(is_surely(one) for one in people_in(span[0])):
        return None
    return Post(function, _cut(rest, known))


def _is_board(party: str, known: Known) -> bool:
    told = mentions(party, known)
    return bool(told) and told[0].start == 0 and told[0].board.board_type != "staff"


# What goes on behind a known name is a longer name: "Argyle and Isles Council".
_LONGER = re.compile(
    r" [A-ZÀ-Þ]| (?:and|en|&) [A-ZÀ-Þ]\w+ (?:Council|College|University|Group|Trust)"
)


def _cut(text: str, known: Known) -> str:
    """The party that a text begins with."""
    near = known.longest_at(text, 0, PARTIES)
    span = SPAN.match(text)
    if near and not (span and _LONGER.match(text[near[1] : span.end()])):
        return text[: near[1]]
    name = span[0] if span else ""
    if any(one.start and has_given_name(one.name) for one in people_in(name)):
        return ""  # "projectleider Waterstof Ria Bos" has no party
    for joint in reversed(list(_AND_PERSON.finditer(name))):
        if people_in(name, joint.end()) and has_given_name(name[joint.end() :]):
            name = name[: joint.start()]
    return name.rstrip(".,") if not re.search(r"\b\w\.\w\.$", name) else name


def in_brackets(after: str, known: Known) -> Post | None:
    """Person (function, party)"""
    found = re.match(r"\s*\((?P<in>[^()]{2,80})\)", after)
    if not found or _PICTURED.match(found["in"]):
        return None
    if _OF_A_YEAR.search(found["in"]):
        return None
    told = entries(f"Jan Jansen ({found['in']})")
    posts = [one for one in told[0].posts if one.party] if told else []
    if posts and not posts[0].function and FIELD.fullmatch(posts[0].party):
        return None  # "gedeputeerde Ria Bos (Economie en Innovatie)": what she is charged with
    if not posts or (not posts[0].party[:1].isupper() and not known.find(posts[0].party)):
        gemeente = posts and posts[0].party.lower().startswith(("gemeente ", "provincie "))
        if not gemeente:
            return None
    return posts[0]


_PICTURED = re.compile(
    r"\d|foto|beeld|photo|picture|image|links|rechts|left|right|l\.|r\.|midden", re.IGNORECASE
)
# What brackets behind an author say: "(Universiteit Amstel, 2017)", "(Harbour Press, 2nd ed.)".
_OF_A_YEAR = re.compile(r"[,;:] ?(?:(?:19|20)\d\d|\d+(?:e|nd|rd|th) (?:druk|ed))|^(?:19|20)\d\d")


def _is(after: str, known: Known) -> Post | None:
    """Person is function at party"""
    tied = _TIED.match(after)
    if tied:
        return Post("", _cut(after[tied.end() :], known))
    works = _WORKS.match(after)
    if works:
        of = _OF.match(after, works.end())
        name = _cut(after[of.end() :], known) if of else ""
        return Post("", name) if name else None
    lead = _IS_AT.match(after)
    if not lead or not begins_function(after[lead.end() :]):
        return None
    return _post_at(after[lead.end() :], known)


def _with_function_before(before: str, after: str, known: Known) -> Post | None:
    """Function person of party; party's function person"""
    found = _FUNCTION_BEFORE.search(before)
    if not found or FORMER.search(before[: found.start("function")]):
        return None
    function = found["function"]
    function = function[:1].lower() + function[1:] if function[1:].islower() else function
    function = re.sub(r"^(?:de|het|the|een|an?) ", "", function)
    if FORMER.search(function):
        return None
    if found["house"] and begins_function(found["house"]):
        function = f"{found['house'].lower()}-{function}"
    elif found["house"]:
        return Post(function, _OPENS.sub("", found["house"]))
    told, at_all = _with_party_behind(function, after, known)
    if at_all:
        return told
    whole = post(found["function"])
    if whole.party:
        return whole
    house = _house_before(before[: found.start()], function)
    whose = known.only(house.party, PARTIES) if house and " " not in house.party else None
    return Post(function, whose.name) if whose else house


def _with_party_behind(function: str, after: str, known: Known) -> tuple[Post | None, bool]:
    """A function with the party behind the name; and whether anything there tells of one."""
    bracket = in_brackets(after, known)
    if bracket:
        return Post(function, bracket.party), True
    of = _OF.match(after)
    if of:
        name = _cut(after[of.end() :], known)
        return (Post(function, name) if name and not _is_board(name, known) else None), True
    tied = _TIED.match(after)
    if tied:
        return Post(function, _cut(after[tied.end() :], known)), True
    beside = after.startswith(", ") and not begins_function(after[2:])
    comma = behind_name(after, known) if beside else None
    return (Post(function, comma.party), True) if comma else (None, False)


_OPENS = re.compile(r"^(?:Ook|De|Het|Volgens|Met|Aldus|Zegt|Also|The|Says|With|And|En) ")


def _house_before(before: str, function: str) -> Post | None:
    """As in "Tees Water chief executive Ruth Ali": capitals right before the function."""
    found = re.search(r"((?:[A-ZÀ-Þ][\w&'’-]+ )+)(?:'s |’s )?$", before)
    if not found or re.fullmatch(r"(?:The|De|Het|Our|Onze|Als|As|Ook|And|En) ", found[1]):
        return None
    house = re.sub(r"['’]s?$", "", _OPENS.sub("", found[1]).strip())
    return Post(function, house) if len(house.split()) > 1 or found.start() else None


def _said_by(text: str, person: PersonName, known: Known) -> Post | None:
    """Verb of saying, person of party; or the other way round"""
    before = text[max(0, person.start - _BEFORE) : person.start]
    after = text[person.end : person.end + AFTER]
    of = _OF.match(after)
    if not of:
        return None
    name = _cut(after[of.end() :], known)
    rest = after[of.end() + len(name) :]
    said = re.search(rf"\b{SAYING}\s+$", before, re.IGNORECASE) or re.match(
        rf",?\s+{SAYING}\b", rest, re.IGNORECASE
    )
    if not name or not said:
        return None
    return Post("", name)
