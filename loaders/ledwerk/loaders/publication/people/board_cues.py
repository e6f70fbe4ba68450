r"""Sentences that say who is on a board: each a pattern, with what its groups mean.

A board's name stands as \x01 in the sentence (see `masked`). Groups: `list` is an enumeration of
members, `one` a member, `chair` who leads it, `role` a role on the board, `who` somebody named
before the verb, `behalf` for whom.
"""

from __future__ import annotations

import re

from ledwerk.loaders.publication.people.function_words import SEAT_ROLES

BOARD = "\x01+"
_B = (
    rf"(?:(?:de|het|ons|onze|dit|deze|die|the|our|this|its|haar|zijn) )?(?:nieuwe |new )?{BOARD}"
    r"(?: (?:van|of|voor|for) (?:(?:de|het|the) )?(?-i:[A-ZÀ-Þ])[\w’'-]*"
    r"(?: (?-i:[A-ZÀ-Þ])[\w’'-]*){0,3})?"
)
_ROLE = rf"(?P<role>{SEAT_ROLES})"
_FEW = r"(?: [a-zà-ÿ]+){0,4}?"
_GAP = r"(?: [^.;:\x01]{1,60}?)??"
_IS = r"(?:is|was|wordt|werd|blijft|heet|becomes|became|remains|has been|have been|zijn|are|were)"
_WHO = r"^(?P<who>\S.+?),?"
_NAMED = (
    r"(?:benoemd|gekozen|herkozen|verkozen|herbenoemd|aangesteld|aangewezen|voorgedragen|"
    r"elected|re-elected|appointed|reappointed|named|chosen|confirmed|co-opted|nominated|invited)"
)
_AS = (
    r"(?:(?:tot|als|as|to be|to become) )?(?:(?:de|het|the|a|an|its|zijn|haar|onze|our) "
    r")?(?:nieuwe |nieuw |new |eerste |first )?"
)
_MANDATE = r"(?: (?:mede )?(?:namens|on behalf of|for|representing) (?P<behalf2>[^.;]+))?"

# Who a board is made up of.
_MADE_UP = (
    (
        rf"{BOARD}(?:leden|members)?{_GAP} (?:bestaat|bestond|bestaan|bestonden){_GAP} "
        rf"uit:?{_GAP}:? (?P<list>\S.+)"
    ),
    rf"(?:bestaat|bestaan|bestond){_FEW} {_B}{_GAP} uit:? (?P<list>.+)",
    (
        rf"{BOARD} (?:wordt|werd|is){_FEW} (?:gevormd door|samengesteld uit|bemenst door|bezet "
        rf"door):? (?P<list>.+)"
    ),
    rf"{_WHO} vormen{_FEW} {_B}",
    rf"\bin {_B} (?:zitten|zit|zaten|hebben|heeft|nemen|neemt|zijn){_FEW}:? (?P<list>\S.+)",
    rf"\bin {_B} (?:zijn|is|worden|are) (?P<list>(?:vertegenwoordigd|represented)\b.+)",
    rf"\b(?:zitting|plaats) in {_B} (?:hebben|heeft|nemen|neemt|namen){_FEW}:? (?P<list>\S.+)",
    (
        rf"\b(?:verder|daarnaast|ook|voorts) (?:zitten|zit|zijn|hebben|nemen) (?:er )?(?:zitting "
        rf")?in {_B}:? (?P<list>\S.+)"
    ),
    (
        rf"\b(?:leden|members) (?:van|in|of) {_B} (?:zijn|are|include|waren|were){_FEW}:? "
        rf"(?P<list>\S.+)"
    ),
    rf"\b(?:leden|members) (?:van|in|of) {_B}: (?P<list>\S.+)",
    (
        rf"\b(?:zijn|werden|worden|were|are) (?:[a-z]+ )?(?:als |as )?(?:de |the )?"
        rf"(?:nieuwe |new )?(?:leden|members) (?:van|of) {_B} {_NAMED}:? (?P<list>\S.+)"
    ),
    rf"{BOARD}[ -]?(?:leden|members)(?: {_IS})?{_FEW}:? (?P<list>\S.+)",
    rf"{BOARD} (?:telt|kent|heeft|has|had){_FEW}(?: \w+)? (?:leden|members):? (?P<list>\S.+)",
    rf"{BOARD} (?:heeft|has|telt|kent) als leden:? (?P<list>\S.+)",
    (
        rf"\b(?:nieuw|new) (?:in|op|on|to|bij) {_B}{_FEW} (?:is|zijn|are|was|waren|were):? "
        rf"(?P<list>\S.+)"
    ),
    (
        rf"{BOARD} (?:verwelkomt|verwelkomde|verwelkomden|welcomes|welcomed|mocht "
        rf"verwelkomen){_FEW}:? (?P<list>\S.+)"
    ),
    (
        rf"{BOARD}(?:['’]s members)?{_GAP} (?:consists? of|consisted of|comprises?|comprised|"
        rf"(?:is|are|was) (?:made up|composed) of|includes?|included|is formed by|brings together|"
        rf"has as (?:its )?members):?{_FEW}:? (?P<list>\S.+)"
    ),
    rf"\b(?:sitting|serving|also|others|joining) on {_B} (?:are|is|include):? (?P<list>\S.+)",
    (
        rf"\b(?:joining|new to|new on|new faces on|alongside (?:him|her|them) on) {_B}{_FEW} "
        rf"(?:are|is|were|was|include):? (?P<list>\S.+)"
    ),
    rf"{BOARD}{_FEW} (?:was|were|is|are|has been) joined{_FEW} by:? (?P<list>\S.+)",
    rf"\bma(?:akt|ken|akten?) (?P<list>\S.+?) deel uit van {_B}",
    rf"\b(?:traden|treden|trad|treedt){_GAP} tot {_B}(?: toe)?:? (?P<list>\S.+)",
    rf"\b(?:traden|treden|trad|treedt){_GAP} {BOARD}(?:leden|lid)(?: aan| toe)?:? (?P<list>\S.+)",
    rf"\b(?:nieuwe?|new) {BOARD}[ -]?(?:leden|lid|members?)(?: {_IS})?{_FEW}:? (?P<list>\S.+)",
    (
        rf"\b{_NAMED} (?:to|onto|tot lid van|in) {_B}{_GAP} (?:were|was|are|is|zijn|werden|werd):? "
        rf"(?P<list>\S.+)"
    ),
    (
        rf"\b(?:toegetreden|aangetreden){_GAP} (?:tot|in) {_B}{_GAP} (?:zijn|is|werden|waren):? "
        rf"(?P<list>\S.+)"
    ),
)
# Who leads it.
_LED = (
    (
        rf"{BOARD}(?: [A-ZÀ-Þ][\w-]+)*{_GAP},? (?:onder (?:het )?(?:voorzitterschap|leiding) van|"
        rf"voorgezeten door|geleid door|under the (?:chairmanship|chair|leadership|presidency) of|"
        rf"(?:co-)?chaired by|presided over by|led by|headed by) (?P<chair>\S.+)"
    ),
    (
        rf"\b(?:voorzitterschap|voorzittershamer|leiding|chair|chairmanship|presidency) (?:van|of) "
        rf"{_B}{_GAP} (?:naar|aan|bij|in handen van|door|to|with|by) (?P<chair>\S.+)"
    ),
    (
        rf"{_WHO} (?:neemt|nam|nemen|took|takes|has taken){_GAP} (?:het voorzitterschap|de "
        rf"(?:voorzitters)?hamer|de leiding|the chair|the chairmanship|over the chair)(?: van|"
        rf" of)? {_B}"
    ),
    (
        rf"{BOARD}{_GAP},? (?:met|with) (?P<chair>\S[^.;]{{3,80}}?) (?:als (?:onafhankelijk "
        rf")?voorzitter|as (?:its |the )?(?:independent )?chair\w*|in the chair|aan het roer)"
    ),
    rf"{_WHO} (?:zit|zat){_FEW} {_B}{_FEW} voor\b",
    rf"{_WHO} (?:leidt|leidde|presideert) {_B}",
    rf"{_WHO} (?:(?:co-)?chairs|chaired|will chair|presides over|leads|heads|will lead) {_B}",
)
# A role on it.
_WITH_ROLE = (
    rf"{BOARD}(?: (?-i:[A-ZÀ-Þ])[\w-]+){{0,4}} \({_ROLE}:? (?P<one>[^()]{{3,80}})\)",
    rf"\b{_ROLE} (?:van|of|in) {_B}(?: {_IS}{_FEW}|:) (?P<one>\S.+)",
    rf"{_WHO} {_IS}{_FEW} (?:{_NAMED} )?{_AS}{_ROLE} (?:van|in|of|on) {_B}{_MANDATE}",
    rf"{_WHO} {_NAMED} {_AS}{_ROLE} (?:van|in|of|on) {_B}{_MANDATE}",
    rf"{_WHO} {_AS}{_ROLE} (?:van|in|of|on) {_B} {_NAMED}",
    (
        rf"\b(?:als|as|tot) {_AS}{_ROLE} (?:van|of) {_B} (?:is|werd|wordt|was|treedt|trad){_FEW} "
        rf"(?P<one>\S.+)"
    ),
    (
        rf"{BOARD}{_GAP} (?:benoemde|benoemt|koos|kiest|stelde|elected|elects|appointed|appoints|"
        rf"chose|named) (?P<one>\S[^.;]{{3,80}}?) (?:tot|als|as) {_AS}{_ROLE}"
    ),
    (
        rf"{_WHO} (?:treedt|trad|treden|traden){_FEW} (?:toe|aan) {_AS}{_ROLE} (?:van|in|tot) "
        rf"{_B}{_MANDATE}"
    ),
    (
        rf"{_WHO} {_IS}(?: [^,.;]{{1,40}}?)? (?:mede )?(?:namens|on behalf of) "
        rf"(?P<behalf>[^,.;]+?),? (?:a |the |het |de |een )?{_ROLE} (?:van|in|of|on) {_B}"
    ),
    (
        rf"{_WHO} {_IS}(?: [^,.;]{{1,30}}?)? {_ROLE} (?:van|in|of|on) {_B},? "
        r"(?:mede )?(?:namens|on behalf of) (?P<behalf>[^,.;]+)"
    ),
)
# A seat on it.
_SEATED = (
    (
        rf"(?:^|\b)(?:namens|on behalf of|representing) (?P<behalf>[^,.;]{{3,80}}?),? (?:zit|"
        rf"zitten|"
        rf"neemt|nemen|nam|heeft|hebben|sits?|serves?|is|zijn|are)\b(?: (?:nu|ook|now|also))? "
        rf"(?P<one>\S[^.;]{{3,120}}?) (?:(?:zitting|plaats|deel) )?(?:in|on|van|of) {_B}"
    ),
    (
        rf"(?:^|\b)(?:representing|vertegenwoordiger van|representative of) "
        rf"(?P<behalf>[^,.;]{{3,80}}?) (?:in|on) {_B} (?:is|are|zijn|was|blijft|remains) "
        rf"(?P<one>\S.+)"
    ),
    (
        rf"(?P<behalf>\S[^,.;]{{2,80}}?) (?:wordt|worden|is|zijn|are|was){_FEW} (?:in|op) {_B} "
        rf"vertegenwoordigd door (?P<one>\S.+)"
    ),
    rf"(?P<behalf>\S[^,.;]{{2,80}}?) (?:is|are|was){_FEW} represented on {_B} by (?P<one>\S.+)",
    (
        rf"{_WHO} (?:toegetreden|aangetreden|{_NAMED}) (?:tot(?: lid van)?|in|to|onto|als lid van) "
        rf"{_B}{_MANDATE}"
    ),
    rf"{_WHO} (?:in|tot|tot lid van|als lid van) {_B} (?:{_NAMED}|toegetreden|opgenomen)",
    (
        rf"{_WHO} (?:treedt|trad|treden|traden){_GAP} (?:toe )?tot {_B}(?: toe)?"
        rf"(?:,? (?:als|as) (?:(?:de|het|een|the|an?) )?(?:nieuwe |new )?{_ROLE})?{_MANDATE}"
    ),
    (
        rf"{_WHO} (?:die|who) (?:(?:mede )?namens (?P<behalf>[^,.;]{{3,60}}?) )?in {_B} "
        rf"(?:zit|zitten|zitting heeft|plaatsneemt)\b"
    ),
    rf"{_WHO} (?:maakt|maken|maakte|maakten){_FEW} deel uit van {_B}{_MANDATE}",
    (
        rf"{_WHO} (?:versterkt|versterken|versterkte|versterkten|completeert|completeren|"
        rf"strengthens?|completes?) {_B}"
    ),
    rf"{_WHO} (?:vult|vullen|vulde|vulden) {_B}{_FEW} aan\b",
    (
        rf"{_WHO} (?:zit|zitten|heeft|hebben|neemt|nemen|nam|namen|kreeg|kregen|krijgt)"
        r"(?: (?:nu|ook|weer|sinds \d{4}))?(?: (?:mede )?namens (?P<behalf>[^,]{2,80}?)"
        r"(?: (?:zitting|plaats|een zetel|een plaats))?|"
        rf"{_FEW}(?: (?:zitting|plaats|een zetel|een plaats))?{_FEW}) in {_B}{_MANDATE}"
    ),
    rf"{_WHO} vertegenwoordigt (?P<behalf>[^,.]+?) in {_B}",
    (
        rf"{_WHO} (?:sits|sit|serves|serve|has served|have served){_FEW} on {_B}(?: as (?:its |"
        rf"the )?{_ROLE})?{_MANDATE}"
    ),
    (
        rf"{_WHO} (?:joined|joins|join|has joined|have joined|will join|was welcomed (?:to|onto)|"
        rf"were welcomed (?:to|onto)) {_B}(?: as (?:its |the |a )?{_ROLE})?{_MANDATE}"
    ),
    rf"{_WHO} represents? (?P<behalf>[^,.]+?) on {_B}",
    rf"{_WHO} (?:is|are|was|were){_FEW} (?:a |an )?(?:members?|part) of {_B}{_MANDATE}",
    rf"{_WHO} (?:is|zijn){_FEW} (?:lid|leden) van {_B}{_MANDATE}",
    (
        rf"{_WHO} (?:is|zijn|werd|werden|wordt|worden)(?: (?:nieuw|als|tot|de|het))* "
        rf"{BOARD}-?(?:lid|leden)\b"
    ),
)
CUES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (_WITH_ROLE[0], *_LED, *_MADE_UP, *_WITH_ROLE[1:], *_SEATED)
)
# Somebody beside whom his role on it stands: "Ria Bos, voorzitter van de stuurgroep, opende".
BESIDE = (
    re.compile(
        rf"(?P<who>\S[^;]*?)(?:,| \() ?(?:tevens |ook |en |also |and )*(?:(?:de|het|the|our|"
        rf"onze) )?(?:nieuwe |new )?{_ROLE} (?:van|of|in|on) {_B}",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<![\w-]){_ROLE} (?:van|of) {_B},? (?P<one>(?-i:[A-ZÀ-Þ])\S.+)", re.IGNORECASE),
    re.compile(rf"(?<![\w-]){BOARD}[ -]?{_ROLE},? (?P<one>(?-i:[A-ZÀ-Þ])\S.+)", re.IGNORECASE),
    re.compile(
        rf"(?<![\w-]){_ROLE} (?P<one>(?-i:[A-ZÀ-Þ])[^,.;()]{{3,60}}?) (?:van|of) {_B}",
        re.IGNORECASE,
    ),
)
# The rest of its members, where a sentence goes on: "… and further consists of Jan Smit".
AND_MEMBERS = re.compile(
    r"(?:\b(?:verder|voorts|daarnaast|ook|further|also|otherwise|bovendien)\s+)?"
    r"\b(?:bestaat(?: verder| voorts| daarnaast| ook)? uit|consists of|comprises|is made up of|"
    r"includes|telt als leden|heeft als leden|met als (?:andere |overige )?leden|"
    r"(?:(?:de |the )?(?:andere|overige|other|remaining) )?(?:leden|members)(?: zijn| are|:)|"
    r"(?:verder|daarnaast|also) (?:zitten|zijn|includes?|has))(?: (?:verder|further|also))?:?\s+"
    r"(?P<list>\S.+)",
    re.IGNORECASE,
)
# What ends the name of who leads a board, where its members follow.
GOES_ON = re.compile(
    r",? (?:en|and|with|met|;)\s+(?=(?:als |as )?(?:verder|voorts|daarnaast|ook|further|also|"
    r"otherwise|bestaat|consists|comprises|includes|has|heeft|telt|meets|komt|vergadert|(?:de |the "
    r")?(?:andere|overige|other|remaining|leden|members))\b)",
    re.IGNORECASE,
)

# The same without the board, where it has just been spoken of.
_IT = (
    r"(?:It|Ze|Deze|Die|Dit|This|Het|Zij|They|Hij|(?:De|Het|The|This|Deze) (?:groep|team|raad|"
    r"group|team|panel|committee|commissie|tafel|body|club))"
)
_BARE = (
    (
        rf"^{_IT} (?:is|was|wordt|werd|staat)(?: [a-z]+)? (?:chaired|led|voorgezeten|geleid|onder "
        rf"(?:leiding|voorzitterschap)) (?:by|door|van) (?P<chair>\S.+)"
    ),
    (
        rf"^{_IT}{_GAP} (?:bestaat|bestond|consists|consisted|comprises|comprised|includes|is made "
        rf"up|is composed|is samengesteld){_FEW}(?: uit| of)?:? (?P<list>\S.+)"
    ),
    (
        rf"^(?:daarin|hierin|erin|in (?:de groep|het team|de raad|the group|the team))\s+(?:zitten|"
        rf"zit|nemen|hebben|zijn|neemt|heeft|sit|are){_FEW}:? (?P<list>\S.+)"
    ),
    (
        r"^(?:(?:also|others|the others|joining (?:him|her|them)|alongside (?:him|her|them)) )?"
        r"(?:sitting |serving |seated )?on (?:it|the (?:board|panel|group|committee)) "
        r"(?:are|is|were|sit|sits):? (?P<list>(?-i:[A-ZÀ-Þ])\S.+)"
    ),
    rf"^(?:de |het |the |its |tot |als |as )*{_ROLE} {_IS}{_FEW} (?P<one>\S.+)",
    (
        r"^(?:(?:de |het |the |its |haar |zijn |their )?(?:overige|andere|other|remaining|further|"
        r"vaste|nieuwe|new) |(?:its|their|the|de) )?(?:bestuurs|commissie|panel |board |"
        r"committee |group |team |council |task ?force )?(?:leden|members)"
        r"(?: van (?:de|het) (?:raad|groep|commissie|bestuur)| of the (?:group|panel|board|"
        r"committee))?(?: (?:zijn|are|include|waren|were):?|:) (?P<list>\S.+)"
    ),
    (
        r"^(?:verder|daarnaast|ook|voorts|also)(?: [a-zà-ÿ]+){0,3}? (?:zitting|lid|leden|"
        r"members?|in)(?: [a-zà-ÿ]+){0,2}?:? (?P<list>(?-i:[A-ZÀ-Þ]).+)"
    ),
    rf"{_WHO} {_IS}{_FEW} (?:{_NAMED} )?{_AS}(?:its )?{_ROLE}(?:[.,;]|$)",
    (
        rf"^(?P<who>\S.+?),? (?:remains|stays|blijft|becomes|wordt)(?: de| het| the)? {_ROLE}"
        r"(?:[.,;]|$)"
    ),
    (
        r"^(?:(?:verder|daarnaast|ook|voorts|also) )?(?:zitten|zit|zetelen|nemen|hebben) "
        r"(?:er )?(?:ook |verder )?(?:daarin|hierin|erin|zitting in (?:de raad|het team|de groep))"
        r":?(?: [a-zà-ÿ]+){0,2}? (?P<list>\S.+)"
    ),
    (
        rf"^(?P<who>\S.+?),? (?:attends|sits in|sluit|schuift|neemt deel|woont|is aangeschoven)"
        rf"(?: [^.;]{{1,40}}?)? (?:as|als) (?:(?:an?|een|the|de) )?{_ROLE}\b"
    ),
    (
        rf"^(?P<who>\S.+?),? (?:als|as) (?:(?:nieuwe|new|de|het|the|an?) )*{_ROLE} (?:toegetreden|"
        rf"aangetreden|{_NAMED})\b"
    ),
    (
        rf"^(?P<who>\S.+?),? (?:has agreed to serve|will serve|serves|acts|treedt op|fungeert) "
        rf"(?:as|als) (?:(?:nieuwe|new|de|het|the|an?|its) )*{_ROLE}\b"
    ),
    r"^(?P<who>\S.+?),? (?:zit|zitten|zat|hoort|horen) (?:er ook (?:in|bij)|erin|erbij)\b",
    (
        r"^(?:aanwezig|present|in attendance|deelnemers|aan tafel(?: zaten)?)(?: [a-z]+)? "
        r"(?:waren|zijn|were|are|was|is):? (?P<list>(?-i:[A-ZÀ-Þ]|[a-z]+ [A-ZÀ-Þ]).+)"
    ),
    (
        r"^(?:(?:the |de )?(?:other|fellow|remaining|andere|overige) |the |de )"
        r"(?:directors|trustees|governors|bestuurders|commissarissen) (?:are|zijn|were|waren):? "
        r"(?P<list>\S.+)"
    ),
    rf"^(?:de |the ){_ROLE}, (?P<one>(?-i:[A-ZÀ-Þ])[^,]{{3,60}}),",
    r"\b(?:nieuw|new)(?: \w+)? (?:is|zijn|are|was|waren):? (?P<list>(?-i:[A-ZÀ-Þ])\S.+)",
    (
        rf"^(?P<who>\S.+?),? (?:maakt|maken){_FEW} deel uit van (?:de|het) (?:raad|groep|commissie|"
        rf"team|club)"
    ),
    r"^(?P<who>\S.+?),? (?:also |tevens )?(?:chairs|leads|zit) (?:it|hem|haar|deze)(?: voor)?\b",
)
BARE_CUES = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _BARE)


def masked(text: str, spans: list[tuple[int, int]]) -> str:
    r"""A text of the same length with \x01 where boards are named."""
    out = text
    for start, end in spans:
        out = out[:start] + "\x01" * (end - start) + out[end:]
    return out
