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
    cued = _COUNTS.search(before) or _TAKES_PART.match(behind) or _HAS.search(before)
    told = cued is not None or _is_done(before, behind)
    many, listed = quantity.value > _FEW, _LISTS.match(behind) is not None
    own = _OWN_PARTS.search(last) is not None and not (_HAS.search(before) or listed)
    told = told or listed
    if not (many and (own or GENERIC_PLURAL.fullmatch(last))) and (own or not told):
        return False  # "thirty-one firms" are counted, "zes projecten" are not
    # "de laatste twee vertegenwoordigen het mkb"
    return bool(plural) and not (_VERB_AFTER.match(behind) or _OF_THEM.search(before))


# "heeft drie sporen", "De drie sectoren zijn:": what there is, said for its own sake.
_HAS = re.compile(
    r"\b(?:heeft|hebben|telt|tellen|bestaat uit|has|have|consists? of|onze|our|approved|selected|"
    r"funded|supported|keurden?|steunden?|selecteerden?|financierden?)(?: een)? $"
)
_LISTS = re.compile(r"(?: [a-zà-ÿ-]+){0,4} (?:zijn|are):|(?: \([^)]*\)| [a-zà-ÿ-]+){0,3}:\s*$")


def _is_done(before: str, behind: str) -> bool:
    """Whether a clause tells that something was done with, or by, so many."""
    clause = f"{_LAST_STOP.split(before)[-1]} # {_STOP.split(behind, maxsplit=1)[0].strip()}"
    return _DONE.search(clause) is not None and _NOT_SO.search(clause) is None


_STOP = re.compile(r"[.;:!?()“”\"]|,(?!\d)")
_LAST_STOP = re.compile(r"[.;:!?()“”\"]")
# A perfect or a passive: "have been certificated", "zijn opgeleverd", "rondden … af".
_DONE = re.compile(
    r"# (?:[a-zà-ÿ-]+ ){0,4}te [a-zà-ÿ]+en\b|"  # what is aimed at
    r"# (?:[a-zà-ÿ-]+ ){1,5}(?:nu|inmiddels|now|already|to date|so far)\b|"  # what there is by now
    r"\b(?:have|has|had|were|was|been|got) (?:[a-z]+ ){0,3}[a-z]{3,}(?:ed|wn|ught|pt|lt|ld|en|de|"
    r"un)\b|\b(?:zijn|is|werden|werd|worden|wordt|hebben|heeft|kregen|krijgen|kreeg|krijgt)\b"
    r"[^#]{0,80}# ?[^#]{0,80}\b\w{0,7}(?:ge|be|ver|ont|her)[a-zà-ÿ]{2,}(?:d|t|en)\b|"
    r"# (?:\w+ ){0,5}?(?:zijn|werden|worden|hebben|kregen|krijgen)\b[^#]{0,80}"
    r"\b\w{0,7}(?:ge|be|ver|ont|her)[a-zà-ÿ]{2,}(?:d|t|en)\b|"
    r"# (?:[a-zà-ÿ]+ ){0,3}?[a-zà-ÿ]{3,}(?:den|ten) (?:zich|[a-zà-ÿ]+ (?:af|aan|in|op|uit|toe))\b",
)
_NOT_SO = re.compile(r"\b(?:niet|nooit|geen|not|never|if|als|wanneer)\b")
# What a publication names one by one itself, and so does not count: "Van de zes projecten".
_OWN_PARTS = re.compile(
    r"(?:projecten|projects?|programma['’]?s|programmes?|lijnen|sporen|strands|entries|schemes|"
    r"pilots|initiatieven|thema['’]?s|themes|onderdelen|parts|werkpakketten|packages|doelen|goals|"
    r"pijlers|pillars|opgaven|stappen|steps|fasen|fases|phases|trajecten|vergaderingen|meetings|"
    r"bijeenkomsten|termijnen|instal+ments|dingen|things|gemeenten|councils|provincies)$",
    re.IGNORECASE,
)


def _in_passing(quantity: Quantity, unit: str, before: str, behind: str) -> bool:
    """Whether a small number is only said in passing: "these three", "drie vragen"."""
    if quantity.value > _FEW or _quoted(before):
        return _quoted(before)
    if _KNOWN_ONES.search(before) or _OF_THE_TEXT.search(unit) or _HERE.match(behind):
        return True
    counts = _COUNTS.search(before) or _ENUMERATED.search(before)
    return quantity.value <= _PAIR and not (unit.rsplit(" ", maxsplit=1)[-1] in _TIMES or counts)


_TIMES = ("keer", "maal", "times")
_FEW = 12
_PAIR = 2  # "two projects": said in passing, and no count of anything
# "96 bedrijven, twee scholen en vier gemeenten": counted with the others.
_ENUMERATED = re.compile(
    rf"(?<![\w.,])(?:\d[\d.,]*|{SMALL_NUMBER}) "
    r"(?:[a-zà-ÿ-]+ ){0,2}[a-zà-ÿ-]{3,}(?:,| en|,? and| from| in| across| at| uit| bij| op) $",
    re.IGNORECASE,
)
_TAKES_PART = re.compile(
    r"\s*(?:doen (?:al |nu |inmiddels )?mee|deden mee|nemen deel|namen deel|zijn (?:al |nu |"
    r"inmiddels )?aangesloten|"
    r"sloten zich aan|hebben zich aangesloten|(?:have |has )?(?:joined|signed up)|take part|"
    r"took part|participated?|are taking part|meedoen|deelnemen)\b"
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
    r"above|below|overleaf|in this (?:issue|report)|on (?:this|the next) page)\b"
)
# "de drie gemeenten": those that one knows, and nobody counts; "fewer than ten employees".
_KNOWN_ONES = re.compile(
    r"\b(?:deze|die|these|those|beide|hun|their|(?:met|van|voor|in|door|aan|op|uit) zijn|haar|its|"
    r"andere|other|minder dan|fewer than|less than|more than|meer dan) $",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\b(?:telt|tellen|telde|bestaat uit|bestaan uit|bestond uit|consists? of|consisted of|made up "
    r"of|numbers|counts|zitten|verbindt|connects?|heeft|has|onze|our|nu|inmiddels|"
    r"er [a-zà-ÿ]{2,10}(?:en|d|t)(?: al)?) $",
    re.IGNORECASE,
)


def _quoted(before: str) -> bool:
    """Whether somebody is speaking there."""
    opened = before.rfind("‘")
    single = opened >= 0 and not re.search(r"’(?![^\W\d_])", before[opened:])
    return single or before.count("“") > before.count("”") or before.count('"') % 2 == 1
