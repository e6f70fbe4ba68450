r"""What somebody does on a board, by the words for it, in Dutch and English.

Each sort of work is told in many ways, and each of them before, behind or around the name: "X doet
de kas", "de kas wordt gedaan door X", "de penningen bewaart X". The nouns and verbs of a sort stand
here once, and the patterns for each order are made of them. A board stands as \x01 in the text.
"""

from __future__ import annotations

import re

from ledwerk.loaders.publication.people.function_words import FUNCTION_HEADS, SEAT_ROLES

_FEW = r"(?: [\w-]+){0,3}?"
_BODY = (
    r"(?:\x01+|(?:de |het |the |this |dit |deze )?(?:groep|raad|commissie|tafel|vergadering(?:en)?|"
    r"bijeenkomst(?:en)?|bestuur|club|team|group|panel|board|committee|council|meetings?|"
    r"discussions?|it|them))"
)
_END = r"(?=\s*(?:$|[.,;:)]|(?:en|and|maar|but|met|with|namens|sinds|since)\b))"

# What is kept, led or written, and by which verbs: (role, nouns, Dutch verbs, English verbs).
_PURSE = (
    r"(?:kas|penningen|portemonnee|beurs|centen|geldbuidel|schatkist|geldzaken|financi[ëe]n|"
    r"boekhouding|cijfers|books|accounts|money|purse(?: strings)?|finances|till|pennies)"
)
_PEN = (
    r"(?:pen|verslag(?:en|legging)?|notulen|agenda en notulen|verslagen bij|notes|minutes|record)"
)
_GAVEL = r"(?:(?:voorzitters)?hamer|voorzitterschap|voorzittersstoel|gavel|chair)"
_DOES = (
    r"(?:doet|doen|beheert|beheren|bewaart|bewaren|bewaakt|houdt|houden|voert|voeren|heeft|hanteert|"
    r"verzorgt|verzorgen|maakt|maken|schrijft|schrijven|neemt|staat|gaat over|waakt over|past op|"
    r"zorgt voor|draagt|zwaait|leidt|keeps?|holds?|minds?|looks? after|manages?|handles?|watches|"
    r"takes?|writes?|has|wields?|will (?:keep|hold|mind|manage|handle|take|write))"
)
_DONE = (
    r"(?:gedaan|beheerd|bewaard|bewaakt|gehouden|gevoerd|gehanteerd|verzorgd|gemaakt|geschreven|"
    r"bijgehouden|opgesteld|kept|held|minded|looked after|managed|handled|taken|written)"
)
_IS = (
    r"(?:is|zijn|wordt|worden|blijft|blijven|ligt|liggen|berust|rust|komt|staat|was|were|are|"
    r"remains?|lies|will be)"
)
_BY = r"(?:door|bij|van|aan|in handen van|met|by|with|to|of)"
_CHARGES = (("penningmeester", _PURSE), ("secretaris", _PEN), ("voorzitter", _GAVEL))
_ENGLISH = {
    "penningmeester": "treasurer", "secretaris": "secretary", "voorzitter": "chair",
    "toehoorder": "observer", "lid": "member", "": "",
}  # fmt: skip

_AS_ROLE = (
    r"(?:als|as|tot)(?: (?:de|het|een|an?|the|its|onze|our|nieuwe?|new|onafhankelijke?|"
    rf"independent|adviserend|stille?|silent))* (?P<role>{SEAT_ROLES})(?![\w-])"
)
# What stands behind the name, each with the role it makes; the first that fits counts.
_BEHIND: tuple[tuple[str, str], ...] = (
    ("voorzitter", (
        rf"(?:zit|zitten){_FEW} (?:{_BODY} )?voor{_END}|(?:leidt|presideert) {_BODY}|"
        rf"(?:die |wie |dat )?(?:{_BODY} )?voorzit{_END}|presides?\b(?: over {_BODY})?|"
        rf"(?:co-)?chairs{_END}|(?:chairs|leads|heads) {_BODY}|staat aan het (?:hoofd|roer)|"
        r"(?:is |sits |was )?in the chair|takes? the chair|is in the chair"
    )),
    *((role, (rf"{_DOES}{_FEW} (?:de |het |the |its |onze |our |hun )?{noun}(?![\w-])"
              r"(?: (?:bij|vast|in handen|in de gaten))?")) for role, noun in _CHARGES),
    *((role, rf"(?:die|who|wie) (?:de |het |the )?{noun} (?:{_DOES}|bijhoudt|vasthoudt)(?!\w)")
      for role, noun in _CHARGES),
    ("secretaris", (
        r"notuleert|(?:is|als|acts as) (?:de |het |the )?(?:notulist(?:e)?|clerk)\b|"
        rf"(?:clerks|minutes) {_BODY}"
    )),
    ("toehoorder", (
        rf"(?:schuift|schuiven|sluit|sluiten|schoof){_FEW} aan\b|(?:woont|wonen) {_BODY}"
        r"[^.;,]{0,40}? bij\b|(?:luistert|luisteren|kijkt|leest|denkt|praat)(?: \w+){0,2} mee\b|"
        r"(?:zit|zitten)(?: er)? (?:op de publieke tribune|als gast) ?bij|sits? in\b(?! on\b)|"
        r"attends?\b|listens? in|in attendance"
    )),
    ("", (
        rf"(?:zit|zitten|zetelt|zetelen|sits?|serves?|has agreed to serve)(?: (?:er|erin|hier|daar|"
        r"daarin|ook|verder|nu|op het pluche|aan tafel|on it|there|too|also))*"
        r"(?= (?:namens|voor|for|on behalf of|as|als)\b|[.,;]|$)|"
        rf"(?:heeft|hebben|kreeg|kregen|krijgt|krijgen|has|have|holds?|takes?|took){_FEW} "
        r"(?:zitting|(?:een |de |het |a |the )?(?:\w+ )?(?:zetel|zitje|plek|plaats|stoel|seat|"
        r"place)(?! van))|"
        rf"(?:neemt|nam|nemen|namen){_FEW} (?:plaats|zitting)|(?:treedt|trad|treden|traden)"
        rf"{_FEW} (?:toe|aan)\b|"
        rf"(?:spreekt|spreken|speaks?){_FEW} (?=(?:namens|voor|for|on behalf of) )|"
        r"(?:maakt|maken|makes?|completes?|completeert|completeren|rounds? off)"
        r"(?: (?:het|de|the|up))* (?:rij|rijtje|[\w-]*(?:tal|team|bestuur|groep)|line-?up|number|"
        r"table|three|four|five|six|seven|eight|nine|ten|board|team|group)(?: (?:compleet|vol|"
        r"rond|af))?|"
        r"hoort er(?: ook)? bij|is van de partij|(?:sits?|is) (?:around|at|round) the table|"
        r"(?:zit|zitten)(?: ook)? aan tafel"
    )),
    ("", r"(?=(?:vertegenwoordigt|vertegenwoordigen|represents?) (?:(?:de|het|the|alle|all) )?\S)"),
)  # fmt: skip
BEHIND = tuple((role, re.compile(rf"(?<![\w-])(?:{p})", re.IGNORECASE)) for role, p in _BEHIND)

# Words of a function in front of a name: "wethouder", "an official of".
_FRONT = r"(?:(?:(?:de|het|the|onze|our|een|an?) )?(?-i:[a-zà-ÿ-]+ ){0,3})?"
_FUNCTION = (
    r"(?:(?:(?:de|het|the|onze|our|een|an?) )?(?:(?-i:[a-zà-ÿ-]+) )?"
    rf"(?-i:[a-zà-ÿ-]{{0,20}}(?:{FUNCTION_HEADS})) )?"
)
_BEFORE: tuple[tuple[str, str], ...] = (
    *((role, rf"\b{noun} {_IS}{_FEW} (?:{_DONE} )?{_BY} {_FRONT}") for role, noun in _CHARGES),
    *((role, rf"\b{noun} {_DOES} {_FRONT}") for role, noun in _CHARGES),
    ("voorzitter", (
        rf"\b(?:aan|op) (?:het|de) (?:roer|hoofd|voorzittersstoel|bok) (?:staat|staan|zit|zat)"
        rf"{_FEW} {_FRONT}|\bin the chair (?:is|was|sits){_FEW} {_FRONT}|"
        r"\b(?:onder|under) (?:de |het |the )?(?:bezielende )?(?:leiding|voorzitterschap|"
        rf"chairmanship|presidency|leadership) (?:van|of) {_FRONT}|"
        rf"(?:\x01|\b(?:groep|raad|commissie|team|group|panel|committee|board|it|die|deze)\b)"
        r"[^.;:,]{0,40} "
        rf"(?:geleid|aangevoerd|led|headed) (?:door|by) {_FRONT}|"
        rf"\b(?:voorgezeten|chaired) (?:door|by) {_FRONT}"
    )),
)  # fmt: skip
BEFORE = tuple((role, re.compile(rf"(?:{p})$", re.IGNORECASE)) for role, p in _BEFORE)
# "Secretary to the Board is …", "Nieuwe voorzitster van het bestuursorgaan is …"
ROLE_BEFORE = re.compile(
    rf"(?<![\w-])(?P<role>{SEAT_ROLES})(?: (?:van|of|to|in|on) (?:\x01+|(?:de|het|the|onze|our) "
    r"(?:\x01+|[a-z]+))| daarvan| hiervan| ervan)?(?: sinds \w+| since \w+)? "
    r"(?:is|zijn|blijft|blijven|wordt|werd|heet|remains|becomes|will be|are|was)"
    rf"(?: (?!was|geweest)[\w-]+){{0,3}}? {_FRONT}$|"
    rf"(?:^|[.;] )(?P<label>(?!\w*redact|\w*editor|vormgever|lead|trekker){SEAT_ROLES}): $",
    re.IGNORECASE,
)
# "X is secretaris", "Y blijft aan als voorzitter", "Z will act as secretary to the group"
ROLE_BEHIND = re.compile(
    r"(?<![\w-])(?:(?:is|zijn|blijft|wordt|werd|remains|becomes|fungeert|treedt op|serves|acts|"
    r"will act|will serve|is benoemd|was elected|is elected)(?: (?:aan|nu|now|ook|also|tevens|er|"
    r"en))*(?: (?:als|as|tot))?|als|as)"
    r"(?: (?:de|het|een|an?|the|its|onze|our|nieuwe?|new|onafhankelijke?|independent|algemeen|"
    rf"adviserend))* (?P<role>{SEAT_ROLES})(?![\w-])"
    r"(?! (?:van|of|bij|at) (?!\x01|(?:de|het|the) (?:\x01|groep|raad|group|board|team)))",
    re.IGNORECASE,
)
AS_ROLE = re.compile(_AS_ROLE, re.IGNORECASE)
# For whom, behind the verb: "… spreekt namens de scholen", "speaks for industry".
FOR_WHOM = re.compile(
    r"\s*(?:namens|voor|for|on behalf of|vertegenwoordigt|vertegenwoordigen|represents?) "
    r"(?P<whom>[^.;:()]{3,90}?)"
    r"(?=[.;:,()]|$| (?:en|and|als|as) (?:is|als|as|secretaris|een|an?)\b| (?:als|as) |"
    r" (?:in|on|zitting|aan|plaats) )",
    re.IGNORECASE,
)
# For whom, before the name: "Namens de boeren heeft …", "for the colleges, …".
SENT_BY = re.compile(
    r"(?:^|[,;:] |\b(?:en|and) )(?:namens|on behalf of|for|voor) (?P<whom>[^.;:]{3,90}?),? "
    r"(?P<verb>(?:heeft|hebben|zit|zitten|schuift|schuiven|neemt|nemen|spreekt|spreken|sluit|"
    r"kwam|komt|treedt|sits|sit|serves|serve|attends|attend|speaks|speak)\b(?: (?:er|ook|daarin|"
    rf"also|there))*)? ?{_FUNCTION}$",
    re.IGNORECASE,
)
# A verb of two parts around the name: "trad Ria Bos toe", "schuift Jan Smit aan".
PARTED = re.compile(
    r"(?<![\w-])(?P<verb>treedt|trad|treden|traden|schuift|schuiven|schoof|sluit|sluiten|komt|komen|kwam|"
    rf"neemt|nam|nemen|namen|heeft|hebben|zit|zitten)(?: (?:er|ook|verder|nu))* {_FRONT}$",
    re.IGNORECASE,
)
# Somebody of a party, named behind it: "an official of the Ministry, Ria Bos".
OF_PARTY = re.compile(
    r"\b(?:official|representative|officer|delegate|colleague|vertegenwoordig(?:er|ster)|ambtenaar|"
    r"medewerk(?:er|ster)|afgevaardigde|collega) (?:of|from|van|uit) (?P<party>[^.;:,]{3,70}),? $",
    re.IGNORECASE,
)
# Whom a party sends: "De provincie vaardigt … af als waarnemer", "the council sends …".
DELEGATED = re.compile(
    r"(?:^|[.;:,] )(?P<whom>[^.;:,]{3,60}?) (?:vaardigt|vaardigde|vaardigen|stuurt|sends|"
    rf"nominates|nominated|delegates|has nominated) {_FRONT}$",
    re.IGNORECASE,
)
CHOSEN = re.compile(
    rf"\b(?:koos|kozen|kiest|kiezen|benoemde|benoemden|benoemt|elected|appointed|chose|elects)"
    rf"(?: [^.;:]{{1,80}}?)? {_FRONT}$",
    re.IGNORECASE,
)
# What announces a row of members: "Verder hebben zitting:", "Around the table:".
LISTED = re.compile(
    r"(?:\b(?:zitting|leden|members|lid|zitten|sit|aan tafel|rond de tafel|around the table|"
    r"at the table|round the table|erin|bestaat uit|consists of)"
    r"(?: [\w-]+){0,4}?|(?<=\w )\x01+):\s*$",
    re.IGNORECASE,
)


def in_language(role: str, language: str) -> str:
    """A role in the language of a text."""
    return _ENGLISH.get(role, role) if language == "en" else role
