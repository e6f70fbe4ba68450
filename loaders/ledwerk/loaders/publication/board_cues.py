r"""Sentences that say who is on a board: each a pattern, with what its groups mean.

A board's name stands as \x01 in the sentence (see `masked`). Groups: `list` is an enumeration of
members, `one` a member, `role` a role on the board, `who` somebody named before the verb,
`behalf` for whom.
"""

from __future__ import annotations

import re

from ledwerk.loaders.publication.function_words import SEAT_ROLES

BOARD = "\x01+"
_B = rf"(?:(?:de|het|ons|onze|dit|deze|die|the|our|this|its) )?(?:nieuwe |new )?{BOARD}"
_ROLE = rf"(?P<role>{SEAT_ROLES})"
_FEW = r"(?: [a-zà-ÿ]+){0,4}?"
_IS = r"(?:is|was|wordt|werd|blijft|becomes|became|remains|has been|have been|zijn|are|were)"

_PATTERNS = (
    # Dutch: who a board is made up of
    rf"{BOARD} (?:bestaat|bestond|bestaan){_FEW} uit:? (?P<list>.+)",
    rf"{BOARD} [^.;:]{{1,60}}? (?:bestaat|bestond) uit:? (?P<list>.+)",
    rf"(?:bestaat|bestaan|bestond){_FEW} {_B}{_FEW} uit:? (?P<list>.+)",
    rf"{BOARD} (?:wordt|werd|is){_FEW} (?:gevormd door|samengesteld uit):? (?P<list>.+)",
    rf"(?P<who>\S.+?),? vormen{_FEW} {_B}",
    rf"\bin {_B} (?:zitten|zit|hebben|heeft|nemen|neemt|zijn){_FEW}:? (?P<list>\S.+)",
    rf"\bin {_B} (?:zijn|is|worden|are) (?P<list>(?:vertegenwoordigd|represented)\b.+)",
    rf"\b(?:zitting|plaats) in {_B} (?:hebben|heeft|nemen|neemt){_FEW}:? (?P<list>\S.+)",
    rf"\b(?:leden|members) (?:van|in|of) {_B} (?:zijn|are|include){_FEW}:? (?P<list>\S.+)",
    rf"{BOARD} (?:telt|kent|heeft|has){_FEW}(?: \w+)? (?:leden|members):? (?P<list>\S.+)",
    rf"\b(?:nieuw|new) (?:in|op|on|to) {_B} (?:is|zijn|are):? (?P<list>\S.+)",
    rf"{BOARD} (?:verwelkomt|verwelkomde|welcomes|welcomed) (?P<list>\S.+)",
    # Dutch: who leads it
    (
        rf"{BOARD} (?:wordt|werd|staat|stond){_FEW} (?:voorgezeten door|geleid door|onder "
        rf"(?:het )?(?:voorzitterschap|leiding) van) (?P<chair>\S.+)"
    ),
    rf"(?P<who>\S.+?),? (?:zit|zat){_FEW} {_B} voor\b",
    rf"(?P<who>\S.+?),? (?:leidt|leidde) {_B}",
    (
        rf"{BOARD}(?: [A-ZÀ-Þ][\w-]+)*,? (?:onder (?:leiding|voorzitterschap) van|led by|headed by|"
        r"chaired by) (?P<chair>[^,]+)"
    ),
    rf"\bma(?:akt|ken|akten?) (?P<list>\S.+?) deel uit van {_B}",
    # a role on it
    rf"\b{_ROLE} (?:van|of) {_B} {_IS}{_FEW} (?P<one>\S.+)",
    (
        rf"(?P<who>\S.+?),? {_IS}{_FEW} (?:(?:benoemd|gekozen|verkozen|aangesteld|elected|"
        rf"appointed) )?"
        rf"(?:tot |als |as )?(?:(?:de|het|the|a|an) )?(?:nieuwe |new )?{_ROLE} (?:van|in|of|"
        rf"on) {_B}"
    ),
    (
        rf"(?P<who>\S.+?),? (?:benoemd|gekozen|verkozen|elected|appointed) (?:tot |als |as )?"
        rf"(?:the )?(?:nieuwe |new )?{_ROLE} (?:van|in|of|on) {_B}"
    ),
    # a seat on it
    rf"(?P<who>\S.+?),? (?:toegetreden|aangetreden|benoemd|gekozen) (?:tot|in) {_B}",
    rf"(?P<who>\S.+?),? (?:treedt|trad|treden|traden){_FEW} (?:toe )?tot {_B}(?: toe)?",
    (
        rf"(?P<who>\S.+?),? (?:zit|zitten|heeft|hebben|neemt|nemen|nam|kreeg)"
        rf"(?: (?:mede )?namens (?P<behalf>[^,]+?))?(?: (?:zitting|plaats|een zetel))? in {_B}"
        rf"(?: (?:mede )?namens (?P<behalf2>[^.]+))?"
    ),
    rf"(?P<who>\S.+?),? vertegenwoordigt (?P<behalf>[^,.]+?) in {_B}",
    (
        rf"(?P<who>\S.+?),? {_IS}(?: [^,.;]{{1,40}}?)? (?:mede )?(?:namens|on behalf of) "
        rf"(?P<behalf>[^,.;]+?),? (?:a |the |het |de |een )?{_ROLE} (?:van|in|of|on) {_B}"
    ),
    (
        rf"(?P<who>\S.+?),? {_IS}(?: [^,.;]{{1,30}}?)? {_ROLE} (?:van|in|of|on) {_B},? "
        r"(?:mede )?(?:namens|on behalf of) (?P<behalf>[^,.;]+)"
    ),
    # English
    (
        rf"{BOARD}(?: (?:currently|now|also))? (?:consists of|comprises|is made up of|is "
        rf"composed of|"
        rf"includes|is formed by|brings together|has as members):? (?P<list>\S.+)"
    ),
    rf"\b(?:sitting|serving|also|others) on {_B} (?:are|is|include):? (?P<list>\S.+)",
    rf"{BOARD},? (?:is|was|has been){_FEW} (?:chaired|led|headed) by (?P<chair>\S.+)",
    rf"{BOARD}, (?:chaired|led) by (?P<chair>[^,]+(?:, [^,]+)?)",
    rf"(?P<who>\S.+?),? (?:chairs|chaired|will chair|leads|heads|will lead) {_B}",
    (
        rf"(?P<who>\S.+?),? (?:sits|sit|serves|serve|served) on {_B}(?: as (?:its |the )?{_ROLE})?"
        rf"(?: (?:on behalf of|for|representing) (?P<behalf>[^.]+))?"
    ),
    (
        rf"(?P<who>\S.+?),? (?:joined|joins|has joined|have joined|will join) {_B}"
        rf"(?: as (?:its |the |a )?{_ROLE})?(?: (?:on behalf of|representing) (?P<behalf>[^.]+))?"
    ),
    rf"(?P<who>\S.+?),? represents? (?P<behalf>[^,.]+?) on {_B}",
)
CUES = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)

# The same without the board, where it has just been spoken of.
_BARE = (
    (
        r"^(?:It|Deze|Die|Dit|This|Het) (?:is|was|wordt|werd)(?: [a-z]+)? "
        r"(?:chaired|led|voorgezeten|geleid) (?:by|door) (?P<chair>\S.+)"
    ),
    rf"^(?:de |het |the |its )?{_ROLE} {_IS}{_FEW} (?P<one>\S.+)",
    (
        r"^(?:(?:de |het |the |its |haar |zijn |their )?(?:overige|andere|other|remaining|further|"
        r"vaste) |(?:its|their|the|de) )?(?:bestuurs|commissie)?(?:leden|members)"
        r"(?: van (?:de|het) raad| of the group)?(?: (?:zijn|"
        r"are|include):?|:) (?P<list>\S.+)"
    ),
    (
        r"^(?:verder|daarnaast|ook|also)(?: [a-zà-ÿ]+){0,2}? (?:zitting|lid|members?)"
        r"(?: [a-zà-ÿ]+)?:? (?P<list>[A-ZÀ-Þ].+)"
    ),
    rf"^(?P<who>\S.+?),? {_IS}{_FEW} (?:de |het |the )?(?:nieuwe |new |its )?{_ROLE}(?:[.,;]|$)",
    (
        rf"^(?P<who>\S.+?),? (?:remains|stays|blijft|becomes|wordt)(?: de| het| the)? {_ROLE}"
        r"(?:[.,;]|$)"
    ),
)
BARE_CUES = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _BARE)

# Who was asked and did not want to has neither seat nor function here.
DECLINED = re.compile(
    r"\b(?:bedankt(?:e|en)? (?:\w+ )?voor de (?:eer|functie|zetel)|(?:zag|ziet|zagen) er ?van ?af|"
    r"(?:zag|ziet) af van|sloeg (?:\w+ )?(?:af|het aanbod)|wilde(?:n)? (?:\w+ )?niet|"
    r"niet beschikbaar|heeft geweigerd|weigerde|trok(?:ken)? zich terug|"
    r"declined to|declined the|turned (?:it|the (?:seat|offer|invitation)) down|turned down the|"
    r"withdrew|was not available|were not available|said no)\b",
    re.IGNORECASE,
)
LEAVING = re.compile(
    r"\b(?:afgetreden|aftredend|trad(?:en)? af|treedt af|treden af|teruggetreden|afscheid|"
    r"vertrokken|"
    r"vertrekt|verlaat|verliet|verlieten|opgestapt|neergelegd|legde? .{0,40}neer|stopt als|"
    r"stopte als|"
    r"nam(?:en)? afscheid|uit \x01+|stepped down|steps down|resigned|resigns|retires|"
    r"retired (?:from|as|in)|left the|leaves|leaving|has left|stood down|stands down|overleden|"
    r"passed away|niet langer|no longer|"
    r"geen lid meer)\b",
    re.IGNORECASE,
)
SUCCESSION = (
    re.compile(
        r"\b(?:opgevolgd door|opvolger is|opvolgster is|plaats wordt ingenomen door|vervangen door|"
        r"succeeded by|replaced by|successor is|place is taken by)\s+(?P<one>\S.+)", re.IGNORECASE
    ),
    re.compile(
        rf"^(?P<who>\S.+?),? (?:volgt|volgde|vervangt|succeeds|succeeded|replaces|replaced|"
        rf"takes over "
        rf"from|nam het over van|neemt het over van)\b.*?(?:(?:als|as)(?: (?:the|de))? "
        rf"{_ROLE})?(?=[.,]|$)",
        re.IGNORECASE,
    ),
)  # fmt: skip
ROLE_LEFT = re.compile(rf"\b(?:als|as|tot)(?: (?:de|het|the))? {_ROLE}\b", re.IGNORECASE)


def masked(text: str, spans: list[tuple[int, int]]) -> str:
    r"""A text of the same length with \x01 where boards are named."""
    out = text
    for start, end in spans:
        out = out[:start] + "\x01" * (end - start) + out[end:]
    return out
