r"""Clauses about a board in which people are told to have a seat on it, in any order of words.

    clause = person [what he is] does  |  role is person  |  work {by} person  |
             "namens" party has person ["zitting"]  |  party sends person  |  list ":" people

What each of them does there is told by `seat_words`. A clause counts only where it is about a
board: the caller tells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ledwerk.loaders.publication.layout.sentences import sentences_of
from ledwerk.loaders.publication.people.board_changes import LEAVING
from ledwerk.loaders.publication.people.entry_tails import VOTELESS, Entry
from ledwerk.loaders.publication.people.function_words import FUNCTION_HEADS
from ledwerk.loaders.publication.people.functions import Post
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.loaders.publication.people.person_names import PersonName, people_in
from ledwerk.loaders.publication.people.seat_entries import entries
from ledwerk.loaders.publication.people.seat_words import (
    AS_ROLE,
    BEFORE,
    BEHIND,
    CHOSEN,
    DELEGATED,
    FOR_WHOM,
    LISTED,
    OF_PARTY,
    PARTED,
    ROLE_BEFORE,
    ROLE_BEHIND,
    SENT_BY,
    in_language,
)


@dataclass(frozen=True, slots=True)
class _Group:
    """People who are named together, "A en B", and the stretches of text around them."""

    start: int
    end: int
    from_: int  # where what stands before them begins
    until: int  # and where what stands behind ends


@dataclass(frozen=True, slots=True)
class _Told:
    """What a clause tells of a group: role, for whom, of which party, where its own words end."""

    role: str = ""
    behalf: str = ""
    party: str = ""
    said_until: int = 0
    until: int = 0
    listed: bool = False
    extra: str = ""  # what he is besides, behind his role


def clause_seats(text: str, shown: str, language: str, *, row: bool = False) -> list[Entry]:
    r"""The people to whom a clause gives a seat, with what it says of them.

    `text` is `shown` with \x01 for the boards in it; `row` tells that it is a line of a list of
    members, so that whoever begins it is one, whatever he does.
    """
    made: list[Entry] = []
    at, mandated = 0, False
    for group in _groups(shown):
        if group.start < at:
            continue
        here = replace(group, from_=max(group.from_, at))
        told = _told(text, here, language, mandated=mandated)
        if told is None and row and not made and _ROW_LEAD.fullmatch(shown[: here.start]):
            told = _in_a_row(text, here, language)
        if told is None:
            continue
        mandated = mandated or bool(told.behalf)
        made += _entries(shown, here, told)
        at = told.until
    return made


_ROW_LEAD = re.compile(r"(?:(?:en|and)\s+|tot slot\s+|finally,?\s+)?", re.IGNORECASE)
_JOINS = re.compile(r"\s*(?:,|,? ?\b(?:en|and)\b|&)\s*")


def row_seats(text: str, language: str) -> list[Entry]:
    """Whom a line of a list of members names, where it is written as a sentence or two.

    Empty where it is no sentence: "Ria Bos, wethouder" is read as a line.
    """
    sentences = [one.text for one in sentences_of(text)]
    if "..." in sentences[0]:
        return []  # dots that lead from a name to what he is
    made = clause_seats(sentences[0], sentences[0], language)
    lead = next((group.start for group in _groups(sentences[0])), -1)
    if lead < 0 or not _ROW_LEAD.fullmatch(sentences[0][:lead]):
        return []
    if not made and len(sentences) < _TWO and not _DOES.search(sentences[0]):
        return []
    made = made or clause_seats(sentences[0], sentences[0], language, row=True)
    for sentence in sentences[1:]:
        made = _told_more(made, sentence, language)
    return made


_TWO = 2
_DOES = re.compile(
    r" (?:van|of|from|bij) (?:(?:de|het|the) )?[A-ZÀ-Þ][^,;]{2,60}? (?!(?:met|uit|het)\b)"
    r"[a-z]{3,}(?:t|s|en) (?:de|het|een|the|an?|op|mee|er|its|our|over|als|as)\b"
)


def _told_more(made: list[Entry], sentence: str, language: str) -> list[Entry]:
    """The member of a line with what its next sentence tells of him: "Zit de raad voor."."""
    if len(made) != 1:
        return made
    whole = (
        with_name(sentence, made[0].person)
        or f"{made[0].person} {sentence[:1].lower()}{sentence[1:]}"
    )
    more = clause_seats(whole, whole, language)
    posts = [*made[0].posts, *posts_told(whole, made[0].person)]
    if more:
        one = more[0]
        return [
            replace(made[0], role=one.role or made[0].role, posts=tuple(posts),
                    behalf=(*made[0].behalf, *one.behalf))
        ]  # fmt: skip
    return [replace(made[0], posts=tuple(posts))]


_PRONOUN = re.compile(
    r"(?:Hij|Zij|Ze|He|She)(?= (?:is|werkt|works|zit|heeft|spreekt|has|sits|speaks|"
    r"vertegenwoordigt|represents|doet|houdt|schuift|leidt|chairs|keeps|takes)\b)"
)
_WORKS = re.compile(
    r"(?: (?:is|werkt|works))(?: (?:in (?:het|zijn|haar) (?:dagelijks|gewone|werkzame) leven|"
    r"by day|in daily life|overdag|ook|tevens|also|nu|now|zelf|als|as|verder|daarnaast|an?|een|"
    r"the|de)(?=[ ,]))* "
    r"(?P<post>[^.;]{3,120}?)(?=[.;]|$| (?:en|and) (?:spreekt|zit|is|heeft|doet|speaks|sits|has)\b)"
)


def with_name(sentence: str, person: str) -> str:
    """A sentence that begins with "he" or "she", with the name in its place; else empty."""
    found = _PRONOUN.match(sentence)
    return f"{person}{sentence[found.end() :]}" if found else ""


def posts_told(sentence: str, person: str) -> list[Post]:
    """What a sentence about somebody says that he is by profession, and where."""
    found = _WORKS.match(sentence, len(person)) if sentence.startswith(person) else None
    told = entries(f"{person}, {found['post']}") if found else []
    return [one for one in told[0].posts if one.function] if told and not told[0].role else []


def _groups(shown: str) -> list[_Group]:
    """The people of a clause, those who are joined by "en" or commas together."""
    people = [
        one for one in people_in(shown) if _counts(one, shown) and not _inside(shown, one.start)
    ]
    spans: list[tuple[int, int]] = []
    for one in people:
        if spans and _JOINS.fullmatch(shown[spans[-1][1] : one.start]):
            spans[-1] = (spans[-1][0], one.end)
        else:
            spans.append((one.start, one.end))
    ends = [0, *(end for _, end in spans)]
    nexts = [*(start for start, _ in spans[1:]), len(shown)]
    return [
        _Group(start, end, before, until)
        for (start, end), before, until in zip(spans, ends, nexts, strict=False)
    ]


def _counts(person: PersonName, text: str) -> bool:
    """Whether a name is surely a person's: by a title, a given name, a function before it."""
    if person.titled or has_given_name(person.name) or person.name[1:2] == ".":
        return True
    before = text[: person.start]
    told = ROLE_BEFORE.search(before) or any(one.search(before) for _, one in BEFORE)
    return bool(told) or _FUNCTION_LAST.search(before) is not None


_FUNCTION_LAST = re.compile(rf"(?<![\w-])[a-zà-ÿ-]*(?:{FUNCTION_HEADS}) $", re.IGNORECASE)


def _inside(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)


def _told(text: str, group: _Group, language: str, *, mandated: bool) -> _Told | None:
    """What the words around a group tell of its seats; None where they tell of none."""
    behind = text[group.end : group.until]
    if LEAVING.search(behind) or _PAST.search(behind):
        return None
    before = text[group.from_ : group.start]
    return _before(text, before, behind, group, language, mandated=mandated) or _behind(
        text, group, language
    )


# Who had a role at one time, or has one elsewhere, has none here.
_PAST = re.compile(
    r"\b(?:(?:jaar|maanden) (?:lang )?(?:voorzitter|secretaris|penningmeester|lid) was|"
    r"(?:draagt|droeg|geeft|gaf|legt|legde|hands|handed|passes|passed)\b[^.;]{1,60}? "
    r"(?:over|neer|door|af|on|down|to)\b|"
    r"(?:was|were) (?:chair|secretary|treasurer|a member|for)\b|werd niet|"
    r"not (?:re-?elected|replaced))",
    re.IGNORECASE,
)


def _before(
    text: str, before: str, behind: str, group: _Group, language: str, *, mandated: bool
) -> _Told | None:  # fmt: skip
    """What stands before a group: a role and "is", work that is done by them, who sends them."""
    end = _end_of_words(text, group)
    if LISTED.search(before):
        return _Told(said_until=len(text), until=len(text), listed=True)
    named = ROLE_BEFORE.search(before)
    worked = (sort for sort, pattern in BEFORE if pattern.search(before))
    told = (named["role"] or named["label"]).lower() if named else ""
    role = told or in_language(next(worked, ""), language)
    if named and named["label"]:
        end = group.until
    if role:
        return _Told(role=role, said_until=end, until=end)
    return (
        _sent(text, before, group, language, mandated=mandated)
        or _delegated(text, before, behind, group)
        or _parted(text, before, behind, group, language)
        or _chosen(before, behind, group)
    )


def _sent(
    text: str, before: str, group: _Group, language: str, *, mandated: bool
) -> _Told | None:  # fmt: skip
    """Somebody for whom it is told first for whom he sits: "namens de boeren zit er Ria Bos"."""
    sent = SENT_BY.search(before)
    if not sent or not (sent["verb"] or mandated):
        return None
    role = _role_of(text[group.end : group.until], language) if sent["verb"] else ""
    if _GUEST.match(sent["verb"] or "") and not role:
        role = in_language("toehoorder", language)
    end = _end_of_words(text, group)
    stop = _SEPARABLE.search(text, group.end, group.until)
    return _Told(role, sent["whom"], "", stop.start() if stop else end, end)


def _delegated(text: str, before: str, behind: str, group: _Group) -> _Told | None:
    """Whom a party sends: "de provincie vaardigt Ria Bos af als waarnemer"."""
    found = DELEGATED.search(before)
    if not found:
        return None
    role = AS_ROLE.search(behind)
    stop = _SEPARABLE.search(text, group.end, group.until)
    cut = stop.start() if stop else _end_of_words(text, group)
    return _Told(role["role"].lower() if role else "", "", found["whom"], cut, group.until)


def _parted(text: str, before: str, behind: str, group: _Group, language: str) -> _Told | None:
    """Somebody between the two parts of a verb: "verder schuift Ria Bos aan"."""
    verb, stop = PARTED.search(before), _SEPARABLE.search(text, group.end, group.until)
    if not verb or not stop or _inside(behind, stop.start() - group.end):
        return None
    as_role = AS_ROLE.search(behind)
    role = as_role["role"].lower() if as_role else ""
    if not role and _GUEST.match(verb["verb"]):
        role = in_language("toehoorder", language)
    whom = FOR_WHOM.match(text, stop.end())
    return _Told(role, whom["whom"] if whom else "", "", stop.start(), stop.end())


def _chosen(before: str, behind: str, group: _Group) -> _Told | None:
    """Somebody who is chosen to be something: "the members elected Ann Lee as treasurer"."""
    role = AS_ROLE.search(behind) if CHOSEN.search(before) else None
    if not role or _inside(behind, role.start()):
        return None
    return _Told(
        role["role"].lower(), "", "", group.end + role.start(), group.end + role.end()
    )  # fmt: skip


_GUEST = re.compile(r"schui|schoof|sluit|attend", re.IGNORECASE)
_SEPARABLE = re.compile(
    r",? (?:(?:een )?(?:zitting|plaats|zetel)|aan|af|mee|bij|erbij|toe|deel)\b"
    r"(?= (?:als|as|en|and|in|namens|voor|uit)\b|[.,;]|$)"
)


def _behind(text: str, group: _Group, language: str) -> _Told | None:
    """What stands behind a group: what they do, or which role they have."""
    behind = text[group.end : group.until]
    verbs = [(sort, hit) for sort, pattern in BEHIND if (hit := pattern.search(behind))]
    verb = min(verbs, key=lambda one: one[1].start(), default=None)
    named = ROLE_BEHIND.search(behind)
    if named and (verb is None or named.start() <= verb[1].start()):
        verb = (named["role"].lower(), named)
    if verb is None:
        return None
    sort, hit = verb
    if _inside(behind, hit.start()) or _ELSEWHERE.search(behind[: hit.start()]):
        return None
    rest = behind[hit.end() :]
    whom = FOR_WHOM.match(rest)
    more = _MORE_PARTIES.match(rest, whom.end()) if whom else None
    role = named["role"].lower() if named and named is hit else in_language(sort, language)
    role = _role_of(rest, language) or role
    ends = group.end + hit.end() + (whom.end() if whom else 0)
    behalf = whom["whom"] + (more[0] if more else "") if whom else ""
    house = OF_PARTY.search(text[group.from_ : group.start])
    extra = _DAILY.match(rest) if hit is named else None
    return _Told(
        role, behalf, house["party"] if house else "", group.end + hit.start(), ends,
        extra=rest[extra.end() :] if extra else "",
    )  # fmt: skip


# "… namens de gemeenten Alken, Heers en Wellen"
_MORE_PARTIES = re.compile(r"(?:, [A-ZÀ-Þ][\w’'-]+){0,5},? (?:en|and) [A-ZÀ-Þ][\w’'-]+")


# Another clause between a name and the verb: what follows is told of somebody else.
_ELSEWHERE = re.compile(r"[.!?:;]\s|\b(?:omdat|because|toen|when|dat|that|waar|where)\b")


def _role_of(rest: str, language: str) -> str:
    """The role that is told behind the verb: "als waarnemer", "en is secretaris"."""
    clause = re.split(r"[.;]\s", rest)[0]
    found = AS_ROLE.search(clause) or _AND_IS.search(clause)
    if found:
        return found["role"].lower()
    return in_language("toehoorder", language) if VOTELESS.search(clause) else ""


_AND_IS = re.compile(rf"\b(?:en|and) {ROLE_BEHIND.pattern}", re.IGNORECASE)


def _end_of_words(text: str, group: _Group) -> int:
    """Where what is said of a group ends, when it stands behind the verb."""
    stop = _CLAUSE_END.search(text, group.end)
    return min(stop.start(), group.until) if stop else group.until


_CLAUSE_END = re.compile(
    r"[.;!?](?=\s|$)|,? (?:en|and) (?=(?:de|het|the|verder|also|ook) )|, "
    r"(?=(?:namens|on behalf of|for|voor) [^,;.]{3,60}? [A-ZÀ-Þ])"
)


def _in_a_row(text: str, group: _Group, language: str) -> _Told | None:
    """Who begins a line of a list of members is one of them, whatever the line goes on to tell."""
    behind = text[group.end : group.until]
    if LEAVING.search(behind):
        return None
    said = _FROM_PARTY.match(behind) or _WHAT_HE_IS.match(behind)
    role = _role_of(behind, language)
    return _Told(role, "", "", group.end + (said.end() if said else 0), len(text))


_FROM_PARTY = re.compile(
    r" (?:van|uit|of|from|bij|at) (?:(?:de|het|the) )?[A-ZÀ-Þ][\w&'’.-]*"
    r"(?: (?:(?:van|de|het|en|of|and|&|for|the|voor) ){0,2}[A-ZÀ-Þ][\w&'’.-]*){0,6}"
)
_WHAT_HE_IS = re.compile(r"(?:, [^,;.]{3,90}){1,2}(?=[,;.]|$)")
_DAILY = re.compile(
    r"[,;] ?(?:en )?(?:in (?:het|zijn|haar) (?:dagelijks|gewone|werkzame) leven|"
    r"by day|in daily life|overdag|daarnaast|hij is|zij is|(?:he|she) is)\b(?: ook| tevens)?,? ?",
    re.IGNORECASE,
)


def _entries(shown: str, group: _Group, told: _Told) -> list[Entry]:
    """The people of a group with what is said of them and what the clause tells."""
    until = max(told.said_until, group.end)
    said = shown[group.start : until].rstrip(" ,;.")
    made = entries(f"{said}, {told.extra}" if told.extra else said)
    made = [one for one in made if told.listed or group.start + one.start < group.end]
    out = []
    for one in made:
        posts = one.posts
        if told.party and not any(post.party for post in posts):
            posts = (Post(posts[0].function if posts else "", told.party),)
        behalf = (*one.behalf, told.behalf) if told.behalf else one.behalf
        out.append(
            replace(one, start=0, end=0, role=told.role or one.role, posts=posts, behalf=behalf)
        )
    return out
