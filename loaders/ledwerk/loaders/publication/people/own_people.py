"""People of the publisher itself, whom its text names by function alone: it is "we" who employ.

the function, person,              De programmamanager, Ria Bos, licht de cijfers toe
our function person                onze directeur Ria Bos
person joined as function          Ria Bos is begonnen als projectmedewerker
person (function)                  where the paragraph speaks of the office or its people
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ledwerk.loaders.publication.document import Block, BlockKind
from ledwerk.loaders.publication.findings import GATHERED, Finding, Ref, node, tie
from ledwerk.loaders.publication.layout.sentences import sentences_of
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES
from ledwerk.loaders.publication.parties.publisher import publisher_of
from ledwerk.loaders.publication.people.board_changes import DECLINED, LEAVING
from ledwerk.loaders.publication.people.board_names import mentions
from ledwerk.loaders.publication.people.boards_found import FORMER, Boards
from ledwerk.loaders.publication.people.function_words import FUNCTION_MODIFIERS
from ledwerk.loaders.publication.people.functions import Post, begins_function, post, seat_role
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.loaders.publication.people.gone import is_gone
from ledwerk.loaders.publication.people.person_names import (
    PersonName,
    bare_name,
    is_surely,
    people_in,
    person_at,
)
from ledwerk.loaders.publication.people.working_for import CREDITS

# Functions of those who are employed; a chair or farmer is nobody's employee.
_STAFF = re.compile(
    r"(?:directeur|bestuurder|manager|medewerk(?:er|ster)|adviseur|co[öo]rdinator|controller|"
    r"secretaresse|secretaris|(?:programma|project|team)leider|stagiaire?|trainee|jurist|analist|"
    r"boekhouder|"
    r"director|officer|advis[eo]r|administrator|assistant|intern|analyst|chief executive|ceo|"
    r"head of [a-z ]+|accountant|lead|leader)"
    r"(?: (?:voor |for |of )?(?!(?:is|was|heet|wordt|blijft|en|and|van|the|de)\b)"
    r"[a-zà-ÿ&-]+){0,2}$",
    re.IGNORECASE,
)
_THE = re.compile(
    r"(?:^|[\s(])(?:(?P<ours>[Oo]nze|[Oo]ns|[Oo]ur)|[Dd]e|[Hh]et|[Tt]he)"
    r"(?: (?:nieuwe?|huidige|new|current|own|eigen))?"
    r" (?P<function>[a-zà-ÿ]+(?:[ -][a-zà-ÿ]+){0,3})(?P<comma>,)? $"
)
_JOINED = re.compile(
    r",? (?:has |have |is |zijn )?(?:join(?:ed|s)?|started|starts|began|came on board|begonnen|"
    r"begon|gestart|startte|aangesteld|in dienst(?: gekomen| getreden)?|appointed)"
    r"(?: (?:us|ons|bij ons|her|him|them|haar|hem|hen|our team|"
    r"the (?:team|office)|het (?:team|bureau)|in [A-Za-z]+|"
    r"in the [a-z]+|in \d{4}|per \d+ [a-z]+|(?:last|this) [a-z]+))*"
    r" (?:as|als)(?: (?:our|onze|a|an|the|de|een|new|nieuwe))* "
    r"(?P<function>[A-Za-zà-ÿ][^,.;()]{2,60})"
)
# "Per 1 mei begon Ria Bos als adviseur": the verb before the name.
_BEGAN = re.compile(
    r"\b(?:begon|startte|kwam|komt|begint|start|versterkt|versterkte|werkt|werken|works)"
    r"(?: (?:sinds|per|vanaf|since|from) (?:\d+ )?[a-z]+(?: \d{4})?| nu| now| ook)? $"
)
_BEGUN_AS = re.compile(
    r" (?:bij ons |in dienst )?als (?:(?:de|onze|een|nieuwe) )*(?P<function>[a-zà-ÿ][^,.;()]{2,60})"
)
_BRACKETS = re.compile(r"\s*\((?P<function>[a-zà-ÿ][^(),;]{2,50})\)")
_OF_US = re.compile(
    r"\b(?:bureau|team|who we are|wie we zijn|contact|programmabureau|kantoor|office|"
    r"secretariaat|secretariat|collega['’]?s?|"
    r"colleagues?|medewerkers|staff|our team|ons team|onze mensen|our people|in dienst|"
    r"werken (?:er )?\w+ (?:mensen|medewerkers)|day-to-day|daily (?:business|work|management)|"
    r"dagelijkse? (?:leiding|werk|zaken|gang van zaken|uitvoering))\b",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\s(?:in|sinds|since|per|vanaf|from|op|on|bij|at|van|of|voor|for)\s.*$")
_LONGEST = 800


@dataclass(frozen=True, slots=True)
class _Own:
    """Somebody of the publisher's, his function, and where that stands in its block."""

    person: str
    function: str
    start: int
    end: int


def read_own(boards: Boards, read: set[int]) -> Iterator[Finding]:
    """Who works for the publisher, from the paragraphs that are not among those `read` already."""
    publisher = publisher_of(boards.document, boards.known)
    if publisher is None:
        return
    for number, block in enumerate(boards.document.blocks):
        if number in read or block.kind not in _READ:
            continue
        if any(boards.known.headed(heading, ACTIVITIES) for heading in block.path[-1:]):
            continue
        for one in (*_signed(block), *_listed(block), *_of_block(boards, block)):
            place = boards.document.locator(block, one.start, one.end)
            boards.employ(one.person, Post(one.function, publisher.name))
            yield node("Person", one.person, place, GATHERED)
            yield node(publisher.kind, publisher.name, place, GATHERED)
            yield tie("WORKS_FOR", Ref("Person", one.person), publisher, place, GATHERED,
                      function=one.function)  # fmt: skip


def _signed(block: Block) -> Iterator[_Own]:
    """Who signs a foreword with his function alone: a name, and "Chair" on the line below."""
    lines = [line.text.strip(" ,") for line in block.lines]
    if len(lines) == 1 and lines[0].count(", ") == 1:
        lines = lines[0].split(", ")  # "Ria Bos, voorzitter"
    if not _TWO <= len(lines) <= _SIGNED:
        return
    name, role = bare_name(lines[0]), seat_role(lines[1]) or _staff(lines[1].lower())
    if name and has_given_name(name) and role and lines[1][-1:] != ":":
        yield _Own(name, lines[1][:1].lower() + lines[1][1:], 0, len(lines[0]))


_SIGN = re.compile(r"\s*(?:,|[–—-](?= )|:|\()\s*")


def _listed(block: Block) -> Iterator[_Own]:
    """Who stands in the office's own list: "Ria Bos - directeur", "Communications: Tom Mol"."""
    if not _OFFICE.search(block.heading):
        return
    pieces = [
        (line.offset + at.start(), at[0].strip())
        for line in block.lines
        for at in re.finditer(r"[^·•|]+", line.text)
    ]
    for start, text in pieces:
        person = person_at(text)
        sign = _SIGN.match(text, person.end) if person else None
        sure = person is not None and is_surely(person)
        if sign and not (sure or _staff(_charge(text[sign.end() :]).lower())):
            sign = None
        name, told = (person.name, text[sign.end() :]) if person and sign else ("", "")
        if not name:
            label, _, rest = text.partition(":")
            name, told = bare_name(rest) or "", label
        function = _charge(told.strip(" ,.;)"))
        if name and function:
            yield _Own(name, function, start, min(start + len(text), len(block.text)))


def _charge(words: str) -> str:
    """What somebody at the office is or has charge of, as its list words it."""
    words = re.split(r"[;(]", words)[0].strip(" ,.")
    if not _CHARGE.fullmatch(words) or LEAVING.search(words):
        return ""
    return f"{words[:1].lower()}{words[1:]}" if words[1:2].islower() else words


_CHARGE = re.compile(r"[\w&’'-]+(?:,? [\w&’'-]+){0,5}")
_TWO, _SIGNED = 2, 3  # lines of a signature


_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING})


# "Ria Bos volgt Jan Smit op als programmamanager van de regio."
_FOLLOWS = re.compile(
    r"[A-ZÀ-Þ][^.;:]{3,60}? (?:volgt|volgde|vervangt|succeeds|succeeded|replaces|replaced|"
    r"takes over from) [A-ZÀ-Þ][^.;:]{3,60}? (?:op )?(?:als|as) (?:(?:de|het|the|our|onze) )?"
    r"(?P<function>[a-zà-ÿ]+(?:[ -][a-zà-ÿ]+){0,2}?)"
    r"(?: (?:van|bij|of|at) (?:de|het|the|our|ons|onze) [a-zà-ÿ]+|"
    r" (?:van|of|for|voor) (?P<of>(?:(?:de|het|the) )?[A-ZÀ-Þ][^.,;]{2,50}))?(?=[.,;]|$)"
)


def _of_block(boards: Boards, block: Block) -> Iterator[_Own]:
    of_us = _OF_US.search(f"{block.heading} {block.text}") is not None
    office = _OFFICE.search(block.heading) is not None
    for sentence in sentences_of(block.text):
        text = sentence.text
        if len(text) > _LONGEST or LEAVING.search(text) or DECLINED.search(text):
            continue
        if mentions(text, boards.known) and not of_us:
            continue
        follows = _FOLLOWS.match(text)
        first = next(iter(people_in(text)), None) if follows else None
        of = follows["of"] if follows else ""
        ours = not of or boards.known.find(of, ACTIVITIES) is not None
        function = _staff(follows["function"]) if follows and ours else ""
        if first and function:
            start = sentence.start + first.start
            yield _Own(first.name, function, start, sentence.start + first.end)
            continue
        listed = of_us and any(_staff(one["function"]) for one in _BRACKETS.finditer(text))
        for person in people_in(text):
            function = _function(text, person, of_us, office)
            if not function and listed:  # beside "(directeur)" stands "(communicatie)"
                beside = _BRACKETS.match(text, person.end)
                function = (
                    beside["function"] if beside and not seat_role(beside["function"]) else ""
                )
            if function and not is_gone(text, person) and not FORMER.search(text[: person.start]):
                start = sentence.start
                yield _Own(person.name, function, start + person.start, start + person.end)


def _function(text: str, person: PersonName, of_us: bool, office: bool) -> str:
    """The function that a sentence gives somebody without saying where; empty without one."""
    before, after = text[: person.start], text[person.end :]
    return (
        _before(before, after, of_us, office)
        or _begun(before, after)
        or _named_so(before, after, of_us)
        or _behind(after, of_us)
    )


def _before(before: str, after: str, of_us: bool, office: bool) -> str:
    """The function that stands before a name: "Communications: Ria Bos", "director Ria Bos"."""
    beside = re.match(r"\s*[,(]\s*(?:[a-zë]+ )?[A-ZÀ-Þ]", after) is not None
    labelled = "" if beside else _labelled(before)
    if labelled and (office or _staff(labelled.lower())):
        return labelled
    fronted = _FRONT.search(before) if of_us and not beside else None
    return fronted["function"] if fronted and not _ELSEWHERE.match(after) else ""


def _begun(before: str, after: str) -> str:
    """The function somebody began in, or leads in: "Per 1 mei begon Ria Bos als adviseur"."""
    begun = _BEGUN_AS.match(after) if _BEGAN.search(before) else None
    if begun:
        words = _BOUND.sub("", begun["function"])
        # "als projectleider Slim Water": what somebody leads is part of the function
        return words if _staff(re.split(r" (?=[A-ZÀ-Þ])", words)[0]) else ""
    joined = _JOINED.match(after)
    return _staff(_BOUND.sub("", joined["function"])) if joined else ""


def _named_so(before: str, after: str, of_us: bool) -> str:
    """The function by an article or a verb: "the director, Ria Bos,", "Ria Bos is director"."""
    leads = _LEADS_AS.match(after) if of_us or _IS_OURS.match(after) else None
    if leads and _staff(leads["function"]):
        return leads["function"]
    done = _DONE_BY.search(before) if of_us else None
    if done:
        return done["task"]
    front = _THE.search(before)
    told = front and (front["ours"] or (front["comma"] and after.startswith(",")))
    if front and told and _staff(front["function"]):
        return _staff(front["function"])
    is_one = _IS_ONE.search(before)
    if is_one and (is_one["ours"] or of_us):
        function = is_one["function"]
        return _staff(f"{function[:1].lower()}{function[1:]}")
    return ""


# "business is in the hands of Chief Executive Ria Bos and Head of Programmes Tom Mol"
_FRONT = re.compile(
    r"(?:^|[\s(])(?P<function>(?:Chief Executive(?: Officer)?|(?:Managing|Executive|Deputy) "
    r"[Dd]irector|Head of [A-Z][a-z]+(?: (?:and )?[A-Z][a-z]+)?|"
    rf"(?:(?:{FUNCTION_MODIFIERS}|[A-Z][a-z]+) )?[A-Za-zà-ÿ]?[a-zà-ÿ]*"
    r"(?:[Mm]anager|directeur|director|co[öo]rdinator|officer|"
    r"secretaris|leider|leidster|medewerker|adviseur|controller))) $"
)
_ELSEWHERE = re.compile(r",? (?:van|bij|of|at|from|voor|uit) ")
_LEADS_AS = re.compile(
    r" (?:leidt|leads|runs|bestiert|heads|is|was|werkt|works) (?:(?:sinds|since) \w+ )?"
    r"(?:als |as )?"
    r"(?:(?:de|het|onze|our|the|an?|een|nieuwe?|new) )*(?P<function>[a-zà-ÿ]+(?: [a-zà-ÿ]+){0,3}?)"
    r"(?=[,.;]| (?:het|the|ons|our) (?:bureau|office|kantoor|team|secretariaat)| (?:en|and) |$)"
)
_IS_OURS = re.compile(r" (?:is|was|wordt|werd|becomes) (?:our|onze?|ons) ")
# "Director: Ria Bos. Members and meetings: Tom Mol."
_LABELLED = re.compile(r"(?:^|[.;] )(?P<label>[A-ZÀ-Þ][a-zà-ÿ]+(?: [\w&-]+){0,5}) ?: $")


def _behind(after: str, of_us: bool) -> str:
    """The function that stands behind a name: "director of the Alliance", "(communicatie)"."""
    ours = _OF_OURS.match(after)
    if ours and begins_function(ours["function"]):
        return _staff(ours["function"]) or _chair(ours["function"])
    comma = _COMMA.match(after) if of_us else None
    if comma and begins_function(comma["function"]) and _staff(comma["function"]):
        return comma["function"]
    does = _DOES.match(after) if of_us else None
    does = does or (_WHO_DOES.match(after) if of_us else None)
    if does:
        return does["task"]
    brackets = _BRACKETS.match(after) if of_us else None
    return _staff(brackets["function"]) if brackets else ""


_OFFICE = re.compile(
    r"\b(?:bureau|office|team|kantoor|staff|staf|medewerkers|ploeg|\w+bureau|\w+team)\b",
    re.IGNORECASE,
)


def _labelled(before: str) -> str:
    """The function that stands before a name and a colon, in what an office tells of itself."""
    label = _LABELLED.search(before)
    words = label["label"] if label and not CREDITS.search(before) else ""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


# "Directeur is Ria Bos", "Our director is Ria Bos"; "Lotte Bol doet de communicatie".
_IS_ONE = re.compile(
    r"(?:^|[.;,] |\b(?:en|and) )(?:(?P<ours>[Oo]nze|[Oo]ns|[Oo]ur) |(?:[Dd]e|[Tt]he) )?"
    r"(?:(?:nieuwe?|new) )?(?P<function>[A-Za-zà-ÿ]+(?:[ -][a-zà-ÿ]+){0,3}) (?:is|heet|blijft) $"
)
_COMMA = re.compile(
    r", (?:(?:de|het|onze|our|the|an?|een) )?(?P<function>[a-zà-ÿ]+(?:[ -][a-zà-ÿ]+){0,3})"
    r"(?=[.;)]|$|, (?:en|and|die|who|with|met)\b| (?:en|and) )"
)
# "Ria Bos, die de administratie verzorgt", "the books are kept by Ria Bos"
_WHO_DOES = re.compile(
    r", die (?:(?:de|het|onze) )?(?P<task>[a-zà-ÿ]{4,}(?: en [a-zà-ÿ]{4,})?) "
    r"(?:doet|verzorgt|regelt|beheert|co[öo]rdineert|voert|bewaakt)"
)
_DONE_BY = re.compile(
    r"(?:^|[,;] |\b(?:en|and) )(?:[Dd]e|[Hh]et|[Oo]nze?|[Tt]he|[Oo]ur) "
    r"(?P<task>[a-zà-ÿ]{4,}(?: (?:en|and) [a-zà-ÿ]{4,})?) "
    r"(?:wordt|werd|worden|werden|is|are|was|were)"
    r"(?: [a-zà-ÿ]+)? (?:verzorgd|gedaan|gevoerd|geregeld|beheerd|gecoördineerd|run|handled|kept|"
    r"looked after|done|managed) (?:door|by) $"
)
_DOES = re.compile(
    r",? (?:who )?(?:doet|verzorgt|regelt|bewaakt|beheert|co[öo]rdineert|looks after|"
    r"takes care of|handles|manages|runs|does) (?:(?:de|het|the|our|onze) )?"
    r"(?P<task>[a-zà-ÿ][a-zà-ÿ-]+(?:(?: en| and|,) [a-zà-ÿ-]+)?)(?=[,.;]| (?:en|and|op|in) |$)"
)
_OURSELVES = (
    r"(?:vereniging|stichting|alliantie|co[öo]peratie|samenwerking|netwerk|platform|federatie|"
    r"[a-zà-ÿ]*regio|organisatie|werkplaats|association|alliance|partnership|foundation|network|"
    r"cooperative|federation|organisation|organization|cluster)"
)
_OF_OURS = re.compile(
    r",? (?:is )?(?:(?:de|het|the) )?(?:nieuwe? |new )?"
    r"(?P<function>[a-zà-ÿ]+(?:[ -][a-zà-ÿ]+){0,3}) "
    rf"(?:van|bij|of|at) (?:de|het|the|our|onze|ons) (?i:{_OURSELVES})(?= ?[,.;:)“”]|$)"
)


def _chair(words: str) -> str:
    """A role if somebody has it for the whole publisher: its chair is spoken of as its own."""
    return words if re.fullmatch(r"voorzitter|chair(?:man|woman|person)?|president", words) else ""


def _staff(words: str) -> str:
    """Words if they are a function of somebody employed, and tell of no party."""
    made = post(words.strip())
    if not made.function and _PLAIN.fullmatch(made.party):
        made = Post(made.party, "")  # in English any noun may stand before: "office manager"
    return made.function if not made.party and _STAFF.search(made.function) else ""


_PLAIN = re.compile(r"[a-zà-ÿ&-]+(?: [a-zà-ÿ&-]+){0,4}")
