"""One line or phrase about members: "A. Smit (voorzitter), wethouder Heerlen, namens de regio".

entry = [label ":"] person {("en" | ",") person} {"," segment | "(" segments ")"}
segment = role | function [party] | party | "namens" parties | period | "afgetreden"
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ledwerk.loaders.publication.parties.town_names import town_called
from ledwerk.loaders.publication.people.entry_tails import (
    BEHALF,
    BOTH,
    JOIN,
    ROLE_RIGHT,
    Entry,
    singular,
    told,
)
from ledwerk.loaders.publication.people.function_words import FUNCTION_HEADS
from ledwerk.loaders.publication.people.functions import Post, begins_function, post, seat_role
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.loaders.publication.people.person_names import (
    PersonName,
    couple_at,
    is_surely,
    people_in,
    person_at,
)

_VACANT = re.compile(
    r"(?:\(?(?:vacature|vacant|vacancy|n\.?t\.?b\.?|n\.?n\.?b?\.?|t\.?b\.?[acd]\.?|nog te benoemen|"
    r"nog in te vullen|to be (?:appointed|confirmed|announced|filled)))\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?P<label>[^:,()\d]{2,60}?)\s*:\s*(?P<rest>\S.*)$")
_BETWEEN = re.compile(r"\s*(?:[,;]?\s*\b(?:en|and|alsmede|evenals|as well as)\b|,|;|&)\s*")


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a person's name stands in a text."""

    name: str
    start: int
    end: int
    function: str = ""  # that stands in front of the name: "wethouder Harm Smit"
    behalf: str = ""  # and for whom: "namens de boeren Ria Bos"


# A function in front of a name, as in "wethouder Harm Smit van Westerveen".
_IN_FRONT = re.compile(
    rf"(?P<function>(?:[a-zà-ÿ-]+ )?[a-zà-ÿ-]*(?:{FUNCTION_HEADS})) (?=[A-ZÀ-Þ])", re.IGNORECASE
)


def _member_at(text: str, start: int) -> tuple[PersonName | None, str]:
    """The person that begins at a place, with the function that stands in front of him."""
    pair = couple_at(text, start)
    found = pair[0] if pair else person_at(text, start)
    front = _IN_FRONT.match(text, start)
    titled = found is not None and front is not None and front["function"] == "Professor"
    if front and not titled:
        function = front["function"][:1].lower() + front["function"][1:]
        topic = _TOPIC.match(text, front.end())
        if topic and not has_given_name(topic[0]):
            named = person_at(text, topic.end())
            if named and has_given_name(named.name):  # "projectleider Waterstof Ria Bos"
                return named, f"{function} {topic[0].strip()}"
        behind = person_at(text, front.end())
        if behind and is_surely(behind):
            return behind, function
    return found, ""


_TOPIC = re.compile(r"[A-ZÀ-Þ][\w-]+ (?=[A-ZÀ-Þ])")


def begins_entry(text: str) -> bool:
    """Whether a line begins as a line of a member list does: a name and what follows names."""
    label = _LABEL.match(text)
    if label and (
        seat_role(label["label"])
        or begins_function(label["label"])
        or _GENERIC_LABEL.fullmatch(label["label"])
        or BEHALF.match(label["label"] + " ")
        or town_called(label["label"].strip())
    ):
        return person_at(label["rest"]) is not None or _VACANT.match(label["rest"]) is not None
    if _VACANT.match(text):
        return True
    found, _ = _member_at(text, 0)
    if found is None:
        return False
    rest = text[found.end :]
    if not rest.strip() or ROLE_RIGHT.match(rest):
        return True
    return re.match(r"\s*(?:[,(;:–|]|\.{3}|-\s|(?:en|and|&)\s+\S)", rest) is not None


def label_alone(text: str) -> str:
    """A line if it is nothing but a role or word for members, told of the names below it."""
    bare = text.strip(" :•–-")
    whole = seat_role(bare) or seat_role(one_of(bare)) or _MEMBERS_LABEL.fullmatch(bare)
    return bare if whole else ""


def one_of(label: str) -> str:
    """A role that a label tells of several: "Adviserende leden" is "adviserend lid" for each."""
    one = re.sub(r"leden$", "lid", label, flags=re.IGNORECASE)
    one = re.sub(r"(?<=[a-zà-ÿ]{4})s$", "", one)
    return re.sub(r"(?<=end)e (?=lid$)", " ", one)


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
        made.append(
            told(
                Entry(spot.name, spot.start, until, behalf=(spot.behalf,) if spot.behalf else ()),
                body[spot.end : until],
                spot.function,
            )
        )
    made = _of_all(_shared(made, body, spots, own_line), body, spots)
    labelled = [_labelled(one, label) for one in made] if label else made
    return [replace(e, start=e.start + shift, end=e.end + shift) for e in labelled]


def _label(text: str) -> tuple[str, int]:
    """What stands before a colon, where the names come after it, and how long that is."""
    found = _LABEL.match(text)
    if found and person_at(found["label"]) is None and person_at(found["rest"]):
        return found["label"].strip(), found.start("rest")
    return "", 0


def _labelled(entry: Entry, label: str) -> Entry:
    role = seat_role(label) or seat_role(one_of(label))
    if role:
        return replace(entry, role=entry.role or role)
    if BEHALF.match(label):
        return replace(entry, behalf=(*entry.behalf, BEHALF.sub("", label)))
    if begins_function(label):
        there = post(label)
        posts = entry.posts
        if posts and not posts[0].function:
            return replace(entry, posts=(Post(there.function, posts[0].party), *posts[1:]))
        return replace(entry, posts=(there, *posts))
    if label[:1].isupper() and not entry.posts and not _GENERIC_LABEL.match(label):
        return replace(entry, posts=(Post("", label),))
    return entry


MEMBERS_LABEL = (
    r"(?:(?:overige|andere|vaste|algemene|gewone|toegevoegde|externe|huidige|nieuwe|stemhebbende|"
    r"other|current|ordinary|elected|co-opted|independent|new|voting|non-voting|permanent) )?"
    r"(?:leden|members|bestuursleden|commissieleden|board members|trustees|directors|toehoorders|"
    r"waarnemers|observers|agendaleden|plaatsvervangers)"
)
_MEMBERS_LABEL = re.compile(MEMBERS_LABEL, re.IGNORECASE)
_GENERIC_LABEL = re.compile(
    rf"(?:{_MEMBERS_LABEL.pattern}|lid|member|aanwezig(?:en)?|"
    r"afwezig|present|apologies|deelnemers|verder|ook|team|bestuur|board|stuurgroep|kernteam|"
    r"redactie|editors?|directie|samenstelling|contact(?:persoon)?|staf|staff|ondersteuning|"
    r"support|secretariaat|secretariat|communicatie|communications|administratie|administration|"
    r"vormgeving|coördinatie|begeleiding)\b",
    re.IGNORECASE,
)


def _spots(text: str, own_line: bool) -> list[_Spot]:
    """Where members begin: at the start, and after what separates members."""
    spots = _by_initials(text)
    if spots:
        return spots
    at, depth = 0, 0
    first, function = _member_at(text, 0)
    if first is None:
        return []
    spots.append(_Spot(first.name, 0, _past_initials(text, first), function))
    at = spots[-1].end
    while at < len(text):
        depth += (text[at] in "([") - (text[at] in ")]")
        between = None if depth else _BETWEEN.match(text, at) or _closed(text, at)
        if not between or between.end() == at:
            at += 1
            continue
        sent = _sent_by(text, between.end())
        if sent:
            spots.append(sent)
            at = sent.end
            continue
        found, function = _member_at(text, between.end())
        if found and _is_member(text, spots[-1], between, found, own_line):
            spots.append(_Spot(found.name, between.end(), _past_initials(text, found), function))
            at = spots[-1].end
        else:
            at = max(at + 1, between.end() - (0 if between.end() > at + 1 else 1))
    return spots


_INITIALS = re.compile(r" \((?P<letters>[A-Z][A-Za-z]{0,4})\)")


def _by_initials(text: str) -> list[_Spot]:
    """Members of whom each has his initials behind his name: "Ann Lee (AL) Leader, Hull"."""
    people = [one for one in people_in(text) if _past_initials(text, one) > one.end]
    if len(people) < _SEVERAL or people[0].start > 0:
        return []
    return [_Spot(one.name, one.start, _past_initials(text, one)) for one in people]


_SEVERAL = 3


def _past_initials(text: str, person: PersonName) -> int:
    """Where a name ends with the initials in brackets that minutes call him by: "(TA)"."""
    found = _INITIALS.match(text, person.end)
    firsts = "".join(word[0] for word in re.split(r"[ -]", person.name) if word)
    same = found is not None and found["letters"].lower() == firsts.lower()
    return found.end() if found and same else person.end


def _closed(text: str, at: int) -> re.Match[str] | None:
    """The space behind a bracket after which somebody else begins: "… (voorzitter) mw. S. Vos"."""
    space = _SPACE.match(text, at)
    if not space or text[at - 1] != ")":
        return None
    found, _ = _member_at(text, space.end())
    opens = found is not None and (found.titled or text[found.end :].lstrip()[:1] in "(,")
    return space if opens else None


# "… en namens LTO Oost Ria Bos", "… and, for the farmers, Ria Bos"
_MANDATED = re.compile(r",? ?(?:namens|on behalf of|voor|for) (?=[^,;().]{2,60},? [A-ZÀ-Þ])")
_MOST_OF_PARTY = 60


def _sent_by(text: str, at: int) -> _Spot | None:
    """A member before whom stands for whom he sits."""
    found = _MANDATED.match(text, at)
    if not found:
        return None
    for word in re.finditer(r"(?<=[ ,])[A-ZÀ-Þ]", text[: found.end() + _MOST_OF_PARTY]):
        start = word.start()
        somebody = person_at(text, start) if start > found.end() else None
        if somebody and has_given_name(somebody.name):
            whom = text[found.end() : start].strip(" ,")
            return _Spot(somebody.name, at, somebody.end, "", whom)
    return None


_SPACE = re.compile(r"\s+")


def _is_member(
    text: str, last: _Spot, between: re.Match[str], found: PersonName, own_line: bool
) -> bool:
    """Whether a name after a separator is the next member, and no party or second function."""
    tail = text[last.end : between.start()]
    sign = between[0].strip()
    sure = is_surely(found)
    if not tail.strip():
        joined = sign not in (",", ";")
        bare = not own_line and _all_names(text, found) and (sign == ";" or ";" not in text)
        return bool(joined or sure or bare)
    if sign == ";" or _AND_LAST.match(sign):
        return True
    after = text[found.end :]
    closed = tail.rstrip().endswith(")")
    told = re.match(r"\s*(?:\(|[,–-]\s*(?:[a-z]|namens))", after) is not None
    if own_line:
        return bool(sure and closed and sign != ",")
    return bool(sure or closed or (told and tail.count(",") > 1))


_AND_LAST = re.compile(r"[,;]\s*(?:en|and|alsmede|evenals|as well as)\b", re.IGNORECASE)


def _all_names(text: str, found: PersonName) -> bool:
    """Whether what follows a name in a bare list is the end, a separator or a bracket."""
    return re.match(r"\s*(?:$|[,;.(]|\b(?:en|and)\b)", text[found.end :]) is not None


_PAIR = 2  # "A en B van X" may both be of X; of three, only the last is


_OF_ALL = re.compile(r"\s*[,(]?\s*(?:both|all|beiden?|allen|allemaal)\b", re.IGNORECASE)


def _of_all(made: list[Entry], body: str, spots: list[_Spot]) -> list[Entry]:
    """Members with the party that is told of all of them: "A, B and C, all Hull Council"."""
    out = list(made)
    for i, spot in enumerate(spots):
        tail = body[spot.end : out[i].end]
        at = tail.rfind(", ") if ", " in tail else 0
        party = next((one.party for one in out[i].posts if one.party), "")
        if not party or not (_OF_ALL.match(tail) or _OF_ALL.match(tail[at:])):
            continue
        for j in range(i - 1, -1, -1):
            others = any(one.party not in ("", party) for one in out[j].posts)
            if ";" in body[spots[j].end : spots[j + 1].start] or others:
                break
            function = next((one.function for one in out[j].posts if one.function), "")
            out[j] = replace(out[j], posts=(Post(function, party),))
    return out


def _shared(made: list[Entry], body: str, spots: list[_Spot], own_line: bool) -> list[Entry]:
    """What stands behind names that are joined by "en" holds for each of them."""
    out = list(made)
    for i in range(len(out) - 2, -1, -1):
        gap = body[spots[i].end : spots[i + 1].start]
        tail = body[spots[i + 1].end : out[i + 1].end]
        joined = JOIN.fullmatch(gap) is not None or (own_line and gap.strip() in (",", "&"))
        after_comma = tail.lstrip().startswith((",", "–", "-", ":"))
        after_van = re.match(r"\s(?:van|of|from|bij)\s", tail) is not None
        after_van = after_van and len(out) == _PAIR
        both = BOTH.match(tail.lstrip(" ,(")) is not None
        if not gap.strip(" ,"):
            joined = joined or both
        nothing = not (out[i].posts or out[i].behalf or out[i].role)
        single = any(one.function for one in out[i + 1].posts) and not own_line
        plural = re.match(r"\s*[(,]\s*([a-zà-ÿ]+)\)?$", tail)
        both = both or bool(plural and singular(plural[1]) != plural[1])
        word = re.match(r"\s*[(,]\s*([a-zà-ÿ]+)\b", tail)
        single = single and not both and bool(word and singular(word[1]) == word[1])
        alone = own_line and tail.lstrip().startswith("(")
        clause = re.match(r"\s*,? ?(?:who|die|dat|which)\b", tail) is not None
        if (
            joined
            and nothing
            and not single
            and not clause
            and (after_comma or after_van or both or alone)
        ):
            near = out[i + 1]
            out[i] = replace(
                out[i], posts=near.posts, behalf=near.behalf, role=near.role, shared=after_van
            )
    return out
