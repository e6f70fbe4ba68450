"""Names that a sentence gives by calling something so: "Meesterklas heet het", "it is called X".

Who writes so speaks of a project or programme as "it"; people, houses and places are not meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledwerk.loaders.publication.activities.activity_names import PROGRAMME, PROJECT, TITLE, Naming
from ledwerk.loaders.publication.activities.programme_names import YEARS
from ledwerk.loaders.publication.parties.party_words import NAME_HEADS, PARTY_WORD
from ledwerk.loaders.publication.people.given_names import has_given_name

_QUOTED = r"[\"“‘'«](?P<quoted>[^\"”’'»“‘]{2,80})[\"”’'»]"
_ONE = rf"(?:{_QUOTED}|(?P<name>{TITLE}))"
_SORT = (
    r"(?P<sort>(?:[a-z]{2,20})?project|plan|initiatief|initiative|proef|pilot|traject|experiment|"
    r"(?:[a-z]{2,20})?programma|programme|samenwerking|regeling|proeftuin|scheme|trial|aanpak)"
)
_END = r"(?=\s*[.,;:!?]|\s*$|\s+(?:en|and|waarin|waarmee|waarbij|dat|die)\b)"
_NAMES = (
    r"(?:heet(?:te)?|kr(?:ijgt|eeg) de naam|draagt de naam|luistert naar de naam|gaat heten|"
    r"(?:is|werd|wordt) (?:ge)?doopt(?: tot)?|(?:is|was) (?:called|named|dubbed|christened|titled|"
    r"known as)|go(?:es|ing) by the name(?: of)?|(?:bears|carries|has|got|was given) the name"
    r"(?: of)?)"
)
_BEFORE = re.compile(
    rf"(?:^|[\"“‘.;:,]\s*){_ONE}[,”\"]?\s+(?:heet(?:te)?|noem(?:en|den)\s+(?:we|wij|ze))\s+"
    rf"(?:het|dit|dat|(?:de|het|dit|ons|deze)\s+{_SORT}){_END}"
)
_BEHIND = re.compile(
    rf"(?:^|[.;:,–]\s+|\b(?:en|and|maar)\s+)(?:(?:[Hh]et|[Dd]it|[Dd]e|[Dd]eze|[Tt]he|[Tt]his|[Oo]ur|"
    rf"[Oo]ns)\s+(?:\w+\s+)?{_SORT}|[Hh]et|[Ii]t)\s+{_NAMES}\s+(?:the\s+)?{_ONE}"
)
_WE_CALL = re.compile(
    rf"\b(?:[Ww]e|[Ww]ij|[Zz]e|[Zz]ij|[Tt]hey)\s+(?:noem(?:en|den)|doopten|call(?:ed)?|named|"
    rf"christened)\s+(?:(?:het|dit|the|this|our|ons)\s+{_SORT}|het|it|this|dat|dit)\s+"
    rf"(?:the\s+)?{_ONE}"
)
_NAME_OF = re.compile(
    rf"(?:^|[.;:,]\s+){_ONE},?\s+(?:is|was|werd|became|wordt)\s+(?:de|the)\s+(?:naam|name|titel|"
    rf"title)\s+(?:van|of)\s+(?:het|dit|de|the|this|our|ons)\s+(?:\w+\s+)?{_SORT}\b"
)
# "Leren zonder keuken: dat kan in Gastvrij in 3D": a name of several words with a small one or a
# figure in it, as places have none.
_CAN_IN = re.compile(
    r"\bdat\s+(?:kan|gebeurt|leer(?:t|en)?(?: ze| je)?|doe(?:t|n)?(?: ze| we| je)?)\s+"
    rf"(?:nu\s+|ook\s+)?(?:in|bij|met)\s+(?P<name>{TITLE})(?=[.,;])(?P<quoted>)(?P<sort>)"
)
# "In mei begon de kwekerij met Meelworm & Meer".
_BEGAN_WITH = re.compile(
    r"\b(?:beg(?:on(?:nen)?|int|innen)|start(?:te|ten|t)?|gestart|begonnen|experimenteert|"
    rf"experimenteren)\s+(?:[^.;:]{{2,80}}?\s)?met\s+(?P<name>{TITLE})(?=[.,;]|\s+[a-z]|$)"
    r"(?P<quoted>)(?P<sort>)"
)
_JOINS_WORDS = re.compile(r"\w\s(?:&|zonder|zoekt|in|op|wordt|vol)\s\w")
_LIKE_A_TITLE = re.compile(r"\w\s(?:in|op|zonder|met|voor|met|naar|uit|door)\s|\d")
_WORD = r"[A-ZÀ-Þ][\w’'&-]*"
# "Maakkracht 2022-2026, het programma van A en B": its years make it no apposition to a party.
_WITH_YEARS = re.compile(
    rf"(?P<name>{_WORD}(?:\s+(?:(?:van|de|het|en|in|voor|op|of|and|for|the)\s+){{0,2}}{_WORD}){{0,5}}"
    rf",?\s+{YEARS}),\s+(?:het|the|ons|our|een|an?)\s+(?:\w+\s+){{0,2}}?"
    rf"(?P<sort>[a-z]{{0,20}}programma|programme)\b(?P<quoted>)"
)
# A line of a programme by the word for it: "de programmalijn Slimme Reststromen".
_LINE = re.compile(
    r"\b(?P<sort>programmalijn|deelprogramma|programme (?:line|strand)|sub-?programme)\s+"
    rf"(?:{_QUOTED}|(?P<name>{TITLE}))"
)
_PATTERNS = (_BEFORE, _BEHIND, _WE_CALL, _NAME_OF, _CAN_IN, _BEGAN_WITH, _WITH_YEARS, _LINE)


def called_in(text: str) -> Iterator[Naming]:
    """The names that a sentence gives to what it speaks of as a project or programme."""
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            group = "quoted" if found["quoted"] else "name"
            name = (found[group] or "").strip(" ,")
            if not _may_be(name) or (pattern is _CAN_IN and not _LIKE_A_TITLE.search(name)):
                continue
            if pattern is _BEGAN_WITH and not _JOINS_WORDS.search(name):
                continue
            kind = PROGRAMME if "program" in (found["sort"] or "") else PROJECT
            start = found.start(group)
            yield Naming(kind, name, start, start + len(name), group == "quoted")


def _may_be(name: str) -> bool:
    words = name.split()
    if not words or not any(sign.isupper() for sign in name) or name in _NO_NAMES:
        return False
    if PARTY_WORD.search(name):
        return False
    return not NAME_HEADS.fullmatch(words[0].lower()) and not (
        len(words) > 1 and has_given_name(name)
    )


_NO_NAMES = frozenset({
    "Dat", "Dit", "Het", "De", "Zo", "Hoe", "Wat", "This", "That", "It", "So", "Toch", "Ook", "Nu",
    "Officieel", "Eigenlijk", "Daarom", "Hier", "Daar", "Wie", "Hij", "Zij",
})  # fmt: skip
