"""One line or phrase about members: "A. Smit (voorzitter), wethouder Heerlen, namens de regio".

entry = [label ":"] person {("en" | ",") person} {"," segment | "(" segments ")"}
segment = role | function [party] | party | "namens" parties | period | "afgetreden"
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ledwerk.loaders.publication.function_words import FUNCTION_HEADS
from ledwerk.loaders.publication.functions import Post, begins_function, post, seat_role
from ledwerk.loaders.publication.person_names import PersonName, is_surely, person_at

_BEHALF = re.compile(
    r"[,(]?\s*\b(?:mede |tevens |ook |also |deelnemend )?(?:namens|on behalf of|representing|"
    r"representative of|representative for|vertegenwoordigt|vertegenwoordiger van|"
    r"als vertegenwoordiger van|represents|afgevaardigd door|afgevaardigde van|"
    r"voorgedragen door|op voordracht van|nominated by)\s+",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:afgetreden|teruggetreden|vertrokken|opgestapt|uitgetreden|overleden|oud-lid|voormalig lid|"
    r"stepped down|resigned|retired|former member|has left|left (?:the|in)|deceased|"
    r"tot (?:\d|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|"
    r"december)|until (?:\d|january|february|march|april|may|june|july|august|september|october|"
    r"november|december))",
    re.IGNORECASE,
)
_VACANT = re.compile(
    r"(?:\(?(?:vacature|vacant|vacancy|n\.?t\.?b\.?|n\.?n\.?b?\.?|t\.?b\.?[acd]\.?|nog te benoemen|"
    r"nog in te vullen|to be (?:appointed|confirmed|announced|filled)))\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"^(?:sinds|vanaf|per|since|from|as of|with effect from|\(?\d{4}\s*[-–])\s*.*\d{4}.*$|"
    r"^(?:sinds|since|per|vanaf)\s.*$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:sinds|vanaf|per|since|from|as of)\b[^,;()]*?\b(\d{4})\b", re.IGNORECASE)
_LABEL = re.compile(r"^(?P<label>[^:,()\d]{2,60}?)\s*:\s*(?P<rest>\S.*)$")
_JOIN = re.compile(r"\s*(?:,?\s*\b(?:en|and)\b|&)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:,|;|,?\s*\b(?:en|and|alsmede|evenals|as well as)\b|&)\s*")
_AND_FUNCTION = re.compile(rf"\s+(?:en|and|tevens|&)\s+(?=(?:[a-zà-ÿ]+ )?(?:{FUNCTION_HEADS})\b)")
_BOTH = re.compile(r"^\s*\(?(?:beiden?|allen|both|all)\b\s*(?:van |of |from )?", re.IGNORECASE)
_IRRELEVANT = re.compile(
    r"^(?:aanwezig|afwezig|verhinderd|m\.?k\.?a\.?|online|via teams|digitaal|verslag|notulen|"
    r"notulist(?:e)?|present|absent|apologies|minutes|note ?taker|taking minutes|t/m .*|"
    r"agendapunt .*|item .*|on maternity leave|foto(?: .*)?)$",
    re.IGNORECASE,
)
_AS = re.compile(
    r"^(?:als|as|is|wordt|werd|in de functie van|tevens|also|en|and)\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of a list and what is said of him; texts as they are printed.

    `start` and `end` are where it stands in the text that was read; `task` is what somebody does
    in a team, where that is neither role nor function: "communicatie".
    """

    person: str
    start: int
    end: int
    role: str = ""
    posts: tuple[Post, ...] = ()
    behalf: tuple[str, ...] = ()
    since: str = ""
    left: bool = False
    task: str = ""


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a person's name stands in a text."""

    name: str
    start: int
    end: int
    function: str = ""  # that stands in front of the name: "wethouder Harm Smit"


# A function in front of a name, as in "wethouder Harm Smit van Westerveen".
_IN_FRONT = re.compile(
    rf"(?P<function>(?:[a-zà-ÿ-]+ )?(?:{FUNCTION_HEADS})) (?=[A-ZÀ-Þ])", re.IGNORECASE
)


def _member_at(text: str, start: int) -> tuple[PersonName | None, str]:
    """The person that begins at a place, with the function that stands in front of him."""
    found = person_at(text, start)
    front = _IN_FRONT.match(text, start)
    if front:
        behind = person_at(text, front.end())
        if behind and is_surely(behind):
            return behind, front["function"][:1].lower() + front["function"][1:]
    return found, ""


def begins_entry(text: str) -> bool:
    """Whether a line begins as a line of a member list does: a name and what follows names."""
    label = _LABEL.match(text)
    if label and (
        seat_role(label["label"])
        or begins_function(label["label"])
        or _GENERIC_LABEL.fullmatch(label["label"])
    ):
        return person_at(label["rest"]) is not None or _VACANT.match(label["rest"]) is not None
    if _VACANT.match(text):
        return True
    found, _ = _member_at(text, 0)
    if found is None:
        return False
    rest = text[found.end :]
    return not rest.strip() or re.match(r"\s*(?:[,(;:–|]|-\s|(?:en|and|&)\s+\S)", rest) is not None


def is_vacant(text: str) -> bool:
    """Whether a line says that nobody sits there."""
    return _VACANT.match(text.strip()) is not None


def entries(text: str, *, own_line: bool = False) -> list[Entry]:
    """The people of a phrase with what is said of each.

    On a line of its own (`own_line`), a comma is followed by what somebody is, not by the next
    person, and what stands behind two names joined by "en" holds for both.
    """
    label, shift = _label(text)
    body = text[shift:]
    spots = _spots(body, own_line)
    made: list[Entry] = []
    for i, spot in enumerate(spots):
        until = spots[i + 1].start if i + 1 < len(spots) else len(body)
        made.append(_entry(spot, body[spot.end : until], until))
    made = _shared(made, body, spots, own_line)
    labelled = [_labelled(one, label) for one in made] if label else made
    return [replace(e, start=e.start + shift, end=e.end + shift) for e in labelled]


def _label(text: str) -> tuple[str, int]:
    """What stands before a colon, where the names come after it, and how long that is."""
    found = _LABEL.match(text)
    if found and person_at(found["label"]) is None and person_at(found["rest"]):
        return found["label"].strip(), found.start("rest")
    return "", 0


def _labelled(entry: Entry, label: str) -> Entry:
    role = seat_role(re.sub(r"(?<=lid)$|(?<=member)s$", "", label))
    if role:
        return replace(entry, role=entry.role or role)
    if _BEHALF.match(label):
        return replace(entry, behalf=(*entry.behalf, _BEHALF.sub("", label)))
    if begins_function(label):
        there = post(label)
        posts = entry.posts
        if posts and not posts[0].function:
            return replace(entry, posts=(Post(there.function, posts[0].party), *posts[1:]))
        return replace(entry, posts=(there, *posts))
    if label[:1].isupper() and not entry.posts and not _GENERIC_LABEL.match(label):
        return replace(entry, posts=(Post("", label),))
    return entry


_GENERIC_LABEL = re.compile(
    r"(?:overige |andere |vaste |other |current |ordinary )?(?:leden|members?|aanwezig(?:en)?|"
    r"afwezig|present|apologies|deelnemers|verder|ook|team|bestuur|board|stuurgroep|kernteam|"
    r"redactie|editors?|directie|samenstelling|contact(?:persoon)?|staf|staff)\b",
    re.IGNORECASE,
)


def _spots(text: str, own_line: bool) -> list[_Spot]:
    """Where members begin: at the start, and after what separates members."""
    spots: list[_Spot] = []
    at, depth = 0, 0
    first, function = _member_at(text, 0)
    if first is None:
        return []
    spots.append(_Spot(first.name, 0, first.end, function))
    at = first.end
    while at < len(text):
        depth += (text[at] in "([") - (text[at] in ")]")
        between = None if depth else _BETWEEN.match(text, at)
        if not between or between.end() == at:
            at += 1
            continue
        found, function = _member_at(text, between.end())
        if found and _is_member(text, spots[-1], between, found, own_line):
            spots.append(_Spot(found.name, between.end(), found.end, function))
            at = found.end
        else:
            at = max(at + 1, between.end() - (0 if between.end() > at + 1 else 1))
    return spots


def _is_member(
    text: str, last: _Spot, between: re.Match[str], found: PersonName, own_line: bool
) -> bool:
    """Whether a name after a separator is the next member, and no party or second function."""
    tail = text[last.end : between.start()]
    sign = between[0].strip()
    sure = is_surely(found)
    if not tail.strip():
        joined = sign not in (",", ";")
        return bool(joined or sure or (not own_line and _all_names(text, found)))
    if sign == ";":
        return True
    after = text[found.end :]
    closed = tail.rstrip().endswith(")")
    told = re.match(r"\s*(?:\(|[,–-]\s*(?:[a-z]|namens))", after) is not None
    if own_line:
        return bool(sure and closed and sign != ",")
    return bool(sure or closed or (told and tail.count(",") > 1))


def _all_names(text: str, found: PersonName) -> bool:
    """Whether what follows a name in a bare list is the end, a separator or a bracket."""
    return re.match(r"\s*(?:$|[,;.(]|\b(?:en|and)\b)", text[found.end :]) is not None


def _shared(made: list[Entry], body: str, spots: list[_Spot], own_line: bool) -> list[Entry]:
    """What stands behind names that are joined by "en" holds for each of them."""
    out = list(made)
    for i in range(len(out) - 2, -1, -1):
        gap = body[spots[i].end : spots[i + 1].start]
        tail = body[spots[i + 1].end : out[i + 1].end]
        joined = _JOIN.fullmatch(gap) is not None or (own_line and gap.strip() in (",", "&"))
        after_comma = tail.lstrip().startswith((",", "–", "-", ":"))
        after_van = re.match(r"\s(?:van|of|from|bij)\s", tail) is not None
        both = _BOTH.match(tail.lstrip(" ,(")) is not None
        if not gap.strip(" ,"):
            joined = joined or both
        nothing = not (out[i].posts or out[i].behalf or out[i].role)
        plural = re.match(r"\s*[(,]\s*([a-zà-ÿ]+)\)?$", tail)
        both = both or bool(plural and _singular(plural[1]) != plural[1])
        alone = own_line and tail.lstrip().startswith("(")
        if joined and nothing and (after_comma or after_van or both or alone):
            near = out[i + 1]
            out[i] = replace(out[i], posts=near.posts, behalf=near.behalf, role=near.role)
    return out


def _entry(spot: _Spot, tail: str, end: int) -> Entry:
    """What is said behind a name."""
    tail = _BOTH.sub("", tail.rstrip(" ,;."))
    if spot.function:
        tail = f", {spot.function}{tail}"
    entry = Entry(spot.name, spot.start, end)
    since = _SINCE.search(tail)
    if _LEFT.search(tail):
        entry = replace(entry, left=True)
    if since:
        entry = replace(entry, since=since[1])
    main, behalf, after = _behalf(tail)
    for segment in (*_segments(main), *after):
        entry = _with(entry, segment)
    behalf = [*behalf, *entry.behalf]
    return replace(entry, behalf=tuple(behalf), posts=_joined_posts(entry.posts))


def _behalf(tail: str) -> tuple[str, list[str], list[str]]:
    """A tail without its "namens …", whom it names, and the roles that came after those."""
    found = _BEHALF.search(tail)
    if not found:
        return tail, [], []
    inside = tail.count("(", 0, found.end()) > tail.count(")", 0, found.end())
    rest = tail[found.end() :]
    close = rest.find(")") if inside else -1
    named, after = (rest[:close], rest[close + 1 :]) if close >= 0 else (rest, "")
    main = (
        f"{tail[: found.start()]}{')' if inside and '(' in tail[: found.start()] else ''} {after}"
    )
    parts = re.split(r"\s*[,;]\s*|\s+(?=\()", named)
    back: list[str] = []
    while len(parts) > 1 and (seat_role(parts[-1].strip("() ")) or begins_function(parts[-1])):
        back.insert(0, parts.pop().strip("() "))
    named = re.split(
        r"\s+(?:deelneemt|zitting heeft|in het|in de|op de|on the|plaatsneemt)\b",
        (", ".join(parts)),
    )[0]
    named = re.sub(r"[ ,]+(?:en|and|&)$", "", named.strip(" ().;,"))
    return main, [named], back


def _segments(tail: str) -> list[str]:
    """The pieces between commas, brackets and dashes."""
    flat = re.sub(r"\s+[–—-]\s+|[()\[\];:|]|\s*–\s*(?=[A-Z])", ",", tail)
    return [one.strip(" .") for one in flat.split(",") if one.strip(" .")]


_FOR = re.compile(r"(?:for|voor) (?:(?:de|het|the) )?(?=[A-ZÀ-Þ])")
_NOWHERE = re.compile(
    r"(?:independent|onafhankelijk|zelfstandig|self-employed|freelance|zzp'?er|particulier)",
    re.IGNORECASE,
)
# Whatever stands in lower case before "bij" is what somebody does there.
_GENERAL = re.compile(
    r"(?P<function>[a-zà-ÿ-]+(?: [a-zà-ÿ-]+){0,3}) (?:bij|at|van|of) (?:(?:de|het|the) )?"
    r"(?P<party>[A-ZÀ-Þ0-9].*)"
)


def _singular(segment: str) -> str:
    """A role or function that is told of two: "adviseurs" is "adviseur" for each."""
    for ending in ("s", "en"):
        bare = segment.removesuffix(ending)
        if bare != segment and " " not in segment and (
            seat_role(bare) or re.fullmatch(FUNCTION_HEADS, bare, re.IGNORECASE)
        ):
            return bare
    return segment


def _with(entry: Entry, segment: str) -> Entry:
    segment = _AS.sub("", segment)
    if _PERIOD.match(segment) or _IRRELEVANT.match(segment) or _LEFT.match(segment):
        return entry
    if _NOWHERE.fullmatch(segment):
        return entry
    on_behalf = _FOR.match(segment)
    if on_behalf:
        return replace(entry, behalf=(*entry.behalf, segment[on_behalf.end() :]))
    segment = _singular(segment)
    role = seat_role(segment)
    if role and not entry.role:
        return replace(entry, role=role)
    if _TASK.fullmatch(segment) and not _JOIN.fullmatch(f" {segment} ") and not begins_function(segment) and not entry.task:
        entry = replace(entry, task=segment)
    posts = list(entry.posts)
    for part in _AND_FUNCTION.split(segment):
        part = re.sub(r"^(?:van|of|from|bij|at)\s+(?:(?:de|het|the)\s+)?", "", part)
        if seat_role(part) and not entry.role:
            entry = replace(entry, role=seat_role(part))
            continue
        made = post(part)
        general = _GENERAL.match(part) if not made.function else None
        if general:
            made = Post(general["function"], general["party"])
        if (
            made.function
            or made.party[:1].isupper()
            or made.party[:1].isdigit()
            or _PARTY_NOUN.match(made.party)
        ):
            posts.append(made)
    return replace(entry, posts=tuple(posts))


_TASK = re.compile(r"[a-zà-ÿ&/-]+(?: [a-zà-ÿ&/-]+){0,4}")
_PARTY_NOUN = re.compile(
    r"(?:de |het |the )?(?:gemeente|provincie|universiteit|hogeschool|stichting|waterschap|"
    r"ministerie|municipality|university|province|regio|vereniging|co[öo]peratie)n? ",
    re.IGNORECASE,
)


_TOPICAL = re.compile(r"(?:hoogleraar|lector|professor|lecturer|docent|hoofd|head|manager)$", re.I)
_HOUSE = re.compile(
    r"universit|hogeschool|college|school|gemeente|provincie|b\.?v\b|n\.?v\b|ltd|plc|institu|bank|"
    r"stichting|council|centre|center|centrum|group|groep|hospital|ziekenhuis|campus",
    re.IGNORECASE,
)


def _is_subject(last: Post, following: Post) -> bool:
    """Whether what looks like a party is a subject: "hoogleraar Economie, Universiteit Leiden"."""
    topical = _TOPICAL.search(last.function) is not None
    return topical and not _HOUSE.search(last.party) and bool(_HOUSE.search(following.party))


def _joined_posts(posts: tuple[Post, ...]) -> tuple[Post, ...]:
    """A function and the party in the piece after it are one post."""
    made: list[Post] = []
    for one in posts:
        last = made[-1] if made else None
        if last and last.function and not last.party and not one.function:
            made[-1] = Post(last.function, one.party)
        elif last and last.party and not last.function and one.function and not one.party:
            made[-1] = Post(one.function, last.party)
        elif last and last.party and not one.function and _is_subject(last, one):
            made[-1] = Post(f"{last.function} {last.party}", one.party)
        else:
            made.append(one)
    return tuple(made)
