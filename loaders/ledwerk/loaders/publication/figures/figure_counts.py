"""Whether a number in words counts what stands behind it, or is only said in passing."""

from __future__ import annotations

import re

from ledwerk.loaders.publication.figures.amounts import Quantity
from ledwerk.loaders.publication.layout.counting_words import SMALL_NUMBER
from ledwerk.loaders.publication.parties.party_words import GENERIC_PLURAL

TIME = re.compile(
    r"^(?:generaties?|generations?|jaar|jaren|maanden?|weken|week|dagen|dag|uur|uren|minuten|"
    r"years?|months?|weeks?|"
    r"winters?|zomers?|seizoen(?:en)?|nacht(?:en)?|decennia|eeuw(?:en)?|kwartalen|ochtenden|"
    r"avonden|middagen|summers?|seasons?|nights?|decades?|century|centuries|quarters|mornings|"
    r"evenings|afternoons|weekends?|days?|hours?|minutes?|keer|maal|times)$"
)
_VERB_AFTER = re.compile(r" (?:het|de|een|zich|niet|the|a|an)\b")
_OF_THEM = re.compile(
    r"\b(?:laatste|eerste|vorige|andere|alle|last|first|other|all)\s+$", re.IGNORECASE
)


def is_counted(quantity: Quantity, unit: str, before: str, after: str) -> bool:
    """Whether what stands behind a number in words is a plural noun, and no span of time."""
    last = unit.rsplit(maxsplit=1)[-1] if unit else ""
    behind = after.lstrip()[len(unit) :]
    plural = re.search(r"(?:en|s|’s|'s|leden|people)$", last) and not TIME.search(last)
    if re.search(r"\bhundred and $", before) or _in_passing(quantity, unit, before, behind):
        return False
    if last in _TIMES:
        return True
    if _ENUMERATED.search(before) and plural:
        return True
    told = quantity.value > _FEW or _COUNTS.search(before) or _TAKES_PART.match(behind)
    if _is_of_parties(unit, last) and not told:
        return False
    # "de laatste twee vertegenwoordigen het mkb"
    return bool(plural) and not (_VERB_AFTER.match(behind) or _OF_THEM.search(before))


def _in_passing(quantity: Quantity, unit: str, before: str, behind: str) -> bool:
    """Whether a small number is only said in passing: "these three", "drie vragen"."""
    if quantity.value > _FEW or _quoted(before):
        return _quoted(before)
    if _KNOWN_ONES.search(before) or _OF_THE_TEXT.search(unit) or _HERE.match(behind):
        return True
    counts = _COUNTS.search(before) or _ENUMERATED.search(before)
    return quantity.value <= _PAIR and not (unit.rsplit(" ", maxsplit=1)[-1] in _TIMES or counts)


def _is_of_parties(unit: str, last: str) -> bool:
    people = last in ("leden", "mensen", "personen", "members", "people")
    return people or bool(GENERIC_PLURAL.fullmatch(unit) or GENERIC_PLURAL.fullmatch(last))


_TIMES = ("keer", "maal", "times")
_FEW = 12
_PAIR = 2  # "two projects": said in passing, and no count of anything
# "96 bedrijven, twee scholen en vier gemeenten": counted with the others.
_ENUMERATED = re.compile(
    rf"(?<![\w.,])(?:\d[\d.,]*|{SMALL_NUMBER}) "
    r"(?:[a-zà-ÿ-]+ ){0,2}[a-zà-ÿ-]{3,}"
    r"(?:,| en|,? and) $",
    re.IGNORECASE,
)
_TAKES_PART = re.compile(
    r"\s*(?:doen (?:al |nu |inmiddels )?mee|deden mee|nemen deel|namen deel|zijn (?:al |nu |"
    r"inmiddels )?aangesloten|"
    r"sloten zich aan|hebben zich aangesloten|(?:have |has )?(?:joined|signed up)|take part|"
    r"took part|"
    r"participated?|are taking part|meedoen|deelnemen)\b"
)
# What a publication has of itself, and a reader does not count.
_OF_THE_TEXT = re.compile(
    r"\b(?:verhalen|artikelen|interviews|vragen|gezichten|redenen|tips|voorbeelden|portretten|"
    r"foto['’]?s|"
    r"woorden|alinea['’]?s|bladzijden|pagina['’]?s|stories|articles|questions|faces|reasons|"
    r"examples|"
    r"photographs|photos|portraits|words|pages|paragraphs|pieces|voorwaarden|conditions|jongens|"
    r"meisjes|boys|girls)$",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"\s*(?:hierboven|hieronder|hierna|op (?:deze pagina|een rij)|in dit (?:nummer|verslag|boek)|"
    r"above|below|"
    r"overleaf|in this (?:issue|report)|on (?:this|the next) page)\b"
)
# "de drie gemeenten": those that one knows, and nobody counts; "fewer than ten employees".
_KNOWN_ONES = re.compile(
    r"\b(?:deze|die|these|those|beide|hun|their|zijn|haar|its|andere|other|"
    r"minder dan|fewer than|less than|more than|meer dan) $",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\b(?:telt|tellen|telde|bestaat uit|bestaan uit|bestond uit|consists? of|consisted of|made up "
    r"of|numbers|counts|zitten|verbindt|connects?|heeft|has|nu|inmiddels) $",
    re.IGNORECASE,
)


def _quoted(before: str) -> bool:
    """Whether somebody is speaking there."""
    opened = before.rfind("‘")
    single = opened >= 0 and not re.search(r"’(?![^\W\d_])", before[opened:])
    return single or before.count("“") > before.count("”") or before.count('"') % 2 == 1
