"""Whom a sentence about a board names as its members: subjects, lists, who leads it."""

from __future__ import annotations

import re
from dataclasses import replace

from ledwerk.loaders.publication.layout.counting_words import SMALL_NUMBER
from ledwerk.loaders.publication.people.board_cues import AND_MEMBERS, GOES_ON
from ledwerk.loaders.publication.people.entry_tails import Entry
from ledwerk.loaders.publication.people.function_words import FUNCTION_HEADS, SEAT_ROLES
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.loaders.publication.people.person_names import bare_name, people_in, person_at
from ledwerk.loaders.publication.people.seat_entries import entries

_TRAILING = re.compile(
    r"(?:[.;]|,? (?:die|dat|who|which) .*| (?:benoemd|gekozen|aangesteld|toegetreden|geworden|"
    r"elected|appointed|joined)\.?)$"
)


def members(found: re.Match[str], text: str) -> list[Entry]:
    """The members that a cue's groups name, with the role and mandate it gives them."""
    groups = {name: span for name in found.re.groupindex if (span := found.span(name))[0] >= 0}
    role = text[slice(*groups["role"])] if "role" in groups else ""
    if role and _FORMER.search(text[: groups["role"][0]]):
        return []
    behalf = tuple(text[slice(*groups[g])] for g in ("behalf", "behalf2") if g in groups)
    people: list[Entry] = []
    more: list[Entry] = []
    if "who" in groups:
        people = subject(text[: groups["who"][1]])
    for name in ("list", "one", "chair"):
        if name in groups:
            begin, end = groups[name]
            said = text[begin:end] if found.end() > end else text[begin:]
            people, more = _told(said, alone=name != "list")
            role = "voorzitter" if name == "chair" and _dutch(found) else role
            role = "chair" if name == "chair" and not _dutch(found) else role
    if "who" in groups and not role and CHAIRS.search(found[0]):
        role = "voorzitter" if re.search(r"\b(?:zit|zat|leidt|leidde)\b", found[0]) else "chair"
    told_of = [replace(p, role=role or p.role, behalf=(*p.behalf, *behalf)) for p in people]
    return [*told_of, *more]


def _told(text: str, *, alone: bool) -> tuple[list[Entry], list[Entry]]:
    """The members that a text begins with; and the rest, behind who leads them."""
    if not alone:
        return _listed(text, alone=False), []
    rest = AND_MEMBERS.search(text)
    first = GOES_ON.split(text[: rest.start()] if rest else text)[0]
    more = _listed(text[rest.start("list") :], alone=False) if rest else []
    return _listed(first.rstrip(" ,"), alone=True), more


CHAIRS = re.compile(
    r"\b(?:zit|zat|zitten)\b.*\bvoor\b|\bleid(?:t|de)\b|\b(?:chairs?|chaired|leads?|heads)\b"
)


def _dutch(found: re.Match[str]) -> bool:
    return re.search(r"\b(?:door|van)\b", found[0]) is not None


def _listed(text: str, *, alone: bool) -> list[Entry]:
    """The members of an enumeration; only the first where a sentence speaks of one."""
    text = re.sub(r"^(?:(?:namelijk|onder meer|onder andere|o\.a\.)[: ]+)", "", text)
    seated = [
        Entry(name, one.start(), one.end(), role=one["role"])
        for one in _ROLE_FIRST.finditer(text)
        if (name := bare_name(one["name"]))
    ]
    if seated and _ROLE_FIRST.match(text):
        return seated[:1] if alone else seated
    colon = _UP_TO_COLON.match(text)
    if colon and person_at(text, colon.end()):  # "verhinderd: de heer Bos (Utrecht)"
        text = text[colon.end() :]
    if person_at(text) is None:
        first = next((one.start for one in people_in(text) if has_given_name(one.name)), -1)
        lead = text[:first] if first >= 0 else ""
        if first < 0 or not (_LEAD.fullmatch(lead) or _UP_TO_COLON.fullmatch(lead)):
            return []
        function = _FUNCTION_LAST.search(lead)
        text = text[function.start() if function else first :]
    text = _TRAILING.sub("", text) if alone else text.rstrip(".;")
    found = entries(text)
    return found[:1] if alone and not re.match(r"\s*(?:en|and|&) ", text[_end(found) :]) else found


def _end(found: list[Entry]) -> int:
    return found[0].end if found else 0


# "de voorzitter (Ria Bos), de secretaris (Jan Smit)"
_ROLE_FIRST = re.compile(
    rf"(?:(?:de|het|the|een|an?|en|and) )*(?P<role>{SEAT_ROLES}) \((?P<name>[^()]{{3,60}})\)",
    re.IGNORECASE,
)
_UP_TO_COLON = re.compile(r"[a-zà-ÿ]+(?: [a-zà-ÿ]+){0,5} ?:\s*")
_FUNCTION_LAST = re.compile(rf"(?<![\w-])(?:{FUNCTION_HEADS}) $", re.IGNORECASE)
# What may stand between "bestaat uit" and the first name: a count, a role or function.
_LEAD = re.compile(
    rf"(?:(?:uit|voorts|daarnaast|bovendien|further|onder meer|onder andere|o\.a\.|"
    rf"ook|nu|verder|namelijk|momenteel|inmiddels|de|het|een|"
    rf"the|a|an|now|also|currently|among others|{SMALL_NUMBER}|"
    rf"\d+|leden|members|personen|people|mensen|heren|dames|"
    rf"onafhankelijk|onafhankelijke|independent|nieuwe|new|vaste|{SEAT_ROLES}|"
    rf"(?:[a-zà-ÿ-]+ )?(?:{FUNCTION_HEADS}))[:,]? ?)*",
    re.IGNORECASE,
)


def subject(text: str) -> list[Entry]:
    """The person or people before a verb, with what is said of them."""
    named = people_in(text)
    if not named:
        return []
    begin = next((one for one in named if has_given_name(one.name) or one.titled), named[0])
    for one in named:
        between = text[begin.end : one.start] if one.start > begin.end else ""
        if re.search(r"[.!?;:]\s|[\"”]", between):
            begin = one
    return entries(text[begin.start :])


# "oud-voorzitter van de stuurgroep", "the former chair of the board": a role of before.
_FORMER = re.compile(
    r"(?:\b(?:oud|ex|former|past|previous|outgoing|founding|voormalige?|toenmalige?|vorige|eerdere|"
    r"gewezen|scheidende?|beoogde?|aanstaande?|kandidaat|incoming)[ -])$",
    re.IGNORECASE,
)
