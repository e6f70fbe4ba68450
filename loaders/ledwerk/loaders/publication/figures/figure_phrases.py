"""Figures by phrases: counts whose noun was said before, shares, verbs that follow.

of what was counted    Er zijn 24 woningen klaar. Eind 2025 moeten het er 110 zijn.
… 84 deelnemers, en 52 hebben een vaste baan; up from 51 last year
shares                 zeven op de tien deelnemers; nine in ten members
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ledwerk.loaders.publication.figures.amounts import Quantity, quantities

# Plural forms of verbs, and auxiliaries: what stands behind a number and is not counted by it.
VERB = re.compile(
    r"(?:zijn|waren|worden|werden|hebben|hadden|gaan|gingen|komen|kwamen|blijven|bleven|maken|"
    r"maakten|krijgen|kregen|kreeg|doen|deden|staan|stonden|zitten|zaten|liggen|lagen|lopen|liepen|"
    r"werken|werkten|willen|wilden|kunnen|konden|moeten|moesten|mogen|mochten|zullen|zouden|nemen|"
    r"namen|vormen|vormden|haalden|halen|vonden|vinden|begonnen|beginnen|stopten|stoppen|hielden|"
    r"houden|slaagden|slagen|volgen|volgden|wonen|woonden|bestaan|bestonden|verlieten|vallen|"
    r"vielen|"
    r"stroomden|rondden|tekenden|sloten|sluiten|dienden|voldoen|voldeden|deel|meededen|meedoen|"
    r"is|was|staat|stond|gaat|ging|komt|kwam|doet|deed|krijgt|heeft|had|ligt|lag|zit|zat|wordt|"
    r"werd|weinig|veel|soms|vaak|toen|nu|dus|nog|weer|wel|geen|of|still|page|pagina|blz|"
    r"are|were|have|had|will|would|can|could|should|must|may|do|did|now|went|go|came|come|found|"
    r"find|moved|joined|left|got|took|take|started|finished|completed|stayed|remain(?:ed)?|"
    r"signed|passed|became|live|lived|work|worked|say|said|still|since|already|opened|closed)$",
    re.IGNORECASE,
)
_ER = re.compile(
    r"\b(?:er|daar)(?: (?:nu|al|inmiddels|maar|nog|zeker|weer|pas|ruim|eind|medio|begin|in|voor|"
    r"tegen|(?:19|20)\d\d|[a-z]{3,9})){0,3} $|\b(?:er|daar), [^,;.]{3,40}, $",
    re.IGNORECASE,
)
_BEFORE_IT = re.compile(
    r"(?:\b(?:up from|down from|compared (?:with|to)|against (?:a target of)?|(?:the |a )?target "
    r"(?:is|was|of)|aim(?:ed)? (?:is|for|at)|stood at|stands at|instead of|rather than|"
    r"tegen(?:over)?|"
    r"in plaats van|vergeleken met|tegen een doel van|(?:het )?(?:doel|streven|streefgetal) "
    r"(?:is|was|van|voor \d{4} is)|mik(?:t|ken|te|ten) (?:[\w-]+ ){0,3}op|streef(?:t|de) naar|"
    r"streven naar|rekenen op|ga(?:an|at)? voor|gingen voor|hopen op|hoopt op|hop(?:e|es|"
    r"ing) for|going for|"
    r"aim(?:s|ing)? for|sta(?:an|at) (?:nu |inmiddels )?op|zit(?:ten)? (?:nu |inmiddels )?op|"
    r"(?:now |currently )?"
    r"stand at|are (?:now )?at|(?:the )?count is|beoogd (?:zijn|is|wordt|waren)(?: er)?|beoogd|"
    r"afgesproken (?:zijn|waren)(?: er)?|beloofd (?:zijn|waren)(?: er)?|"
    r"grew to|rose to|risen to|fell to|fallen to|increased to|opgelopen tot|"
    r"gegroeid naar|gegroeid tot|gestegen (?:naar|tot)|gedaald (?:naar|tot)|groeide (?:naar|tot)|"
    r"steeg (?:naar|tot)|daalde (?:naar|tot)|waren dat er|waren het er|dat waren er|this year|last "
    r"year|vorig jaar|dit jaar|the year before|een jaar eerder|a year earlier|of whom|van wie|"
    r"waarvan|of which|en|and|but|maar|terwijl|while|to|naar|from|van)) $",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"\b(?:of whom|van wie|waarvan|of which|en|and|but|maar|terwijl|while) $")
_TO_OR_FROM = re.compile(r"\b(?:to|naar|from|van|this year|last year|vorig jaar|dit jaar) $")
_ROSE = re.compile(
    r"\b(?:gro(?:ei|w)\w*|grew|steeg|stegen|gestegen|stijg\w*|daal\w*|gedaald|r(?:ise|ose|isen)\w*|"
    r"fell|fall\w*|increas\w*|decreas\w*|went up|went down|gegroeid|opgelopen|van|from)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"\s*(?:daarvan|hiervan|ervan|van hen|van deze|of them|of these|of those|of whom|die lopen|"
    r"(?:a|the|een|het) (?:jaar|year) (?:eerder|earlier|before)|last year|vorig jaar|in (?:19|"
    r"20)\d\d)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:[.,;)!?]|$|(?:in|by|at|aan|per|eind|end|voor|last|next|vorig|een|a|the|"
                   r"en|and|naar|to|tot)\b)")  # fmt: skip


def meant(quantity: Quantity, before: str, after: str, counted: str) -> str:
    """What a number without a noun counts, if it is what was counted before; else empty."""
    if not counted or quantity.unit or quantity.to is not None or quantity.value > _MOST:
        return ""
    if _SPAN.match(after):
        return ""  # "dat moeten er over drie jaar 350 zijn"
    word = re.match(r"\s*([a-zà-ÿ]+)", after)
    acts = bool(word and VERB.fullmatch(word[1]))
    parted = _OUT_OF_THEM.search(before) or (_FIRST_ONES.search(before) and not quantity.worded)
    if (_IN_BRACKETS.search(before) and _CLOSES.match(after)) or (parted and acts):
        return counted
    own = word and not acts and re.search(r"[a-zà-ÿ]{3}(?:en|s)$", word[1])
    if own and not _OF_THEM.match(after):
        return ""  # "er vonden al drie wervingsdagen plaats"
    said = _ER.search(before) or _OF_THEM.match(after)
    return counted if said or _is_compared(quantity, before, after, acts=acts) else ""


def _is_compared(quantity: Quantity, before: str, after: str, *, acts: bool) -> bool:
    """Whether a number stands beside another of the same: "up from 51", "tegen 96 vorig jaar"."""
    loose, moved = _LOOSE.search(before), _TO_OR_FROM.search(before)
    if not _BEFORE_IT.search(before) or (quantity.worded and (loose or moved)):
        return False
    if loose:
        return acts
    rose = not moved or _ROSE.search(before[-_NEAR:]) is not None
    return rose and (acts or _ENDS.match(after) is not None)


_SPAN = re.compile(r"\s*(?:jaar|jaren|maanden?|weken|week|dagen|years?|months?|weeks?|days?)\b")
# "29 members (2020: 24)", "173 people (target for 2023: 500)", "31 leden (vorig jaar 28)"
_IN_BRACKETS = re.compile(
    r"[a-zà-ÿ]{2}(?: [^()\d]{1,30})? \((?:(?:(?:target|aim|goal|doel|doelstelling|streefwaarde|"
    r"streven|"
    r"ambitie|gepland|begroot|planned|expected|verwacht|was|in|eind|end of)(?: (?:for|voor|in|"
    r"van|of|by))?"
    r" ?)?(?:(?:19|20)\d\d)?|vorig jaar|last year|eerder|previously|previous year|voorgaand jaar)"
    r"(?: was)?:? $|\((?:19|20)\d\d: \d[\d.,]*[;,] (?:19|20)\d\d: $",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"\s*[);,]")
# "Of the first 173 trainees, 121 were …", "Van de 40 woningen zijn er 31 …"
_OUT_OF_THEM = re.compile(
    r"\b(?:[Oo]f|[Vv]an) (?:the|de|these|deze|our|onze)(?: (?:first|eerste|last|laatste|"
    r"total of))? \d[\d.,]* (?:[a-zà-ÿ-]+ ){0,2}[a-zà-ÿ-]+, $"
)
# "De eerste 20 zijn opgeleverd": so many of what was counted.
_FIRST_ONES = re.compile(r"\b(?:[Dd]e eerste|[Tt]he first) $")
_MOST = 100_000  # "de gemeente legt er 2 miljoen bij" is money
_NEAR = 80


@dataclass(frozen=True, slots=True)
class Share:
    """A part told as so many in so many: its per cent, where it stands and of what it is."""

    percent: float
    start: int
    end: int
    of: str


_SHARE = re.compile(
    r"(?<![\w.,])(?P<n>[a-zà-ÿ]{2,9}|\d{1,2}) (?:op de|op elke|van de|van elke|op|in|out of|in "
    r"every|out of every) (?P<of>tien|ten|10|100|honderd|hundred|a hundred|vijf|five|vier|four|"
    r"drie|three)\b(?! (?:euro|jaar|years?|months?|maanden|weken|weeks|dagen|days))"
    r"(?: (?P<what>[a-zà-ÿ-]+(?:en|s)))?",
    re.IGNORECASE,
)
_OF = {"tien": 10, "ten": 10, "10": 10, "100": 100, "honderd": 100, "hundred": 100,
       "a hundred": 100, "vijf": 5, "five": 5, "vier": 4, "four": 4, "drie": 3,
       "three": 3}  # fmt: skip


def shares(text: str, language: str) -> Iterator[Share]:
    """Shares such as "zeven op de tien deelnemers"."""
    for found in _SHARE.finditer(text):
        n = 1.0 if found["n"].lower() in ("een", "één", "one") else None
        one = next(quantities(found["n"], language), None)
        value = n if n is not None else (one.value if one and not one.unit else None)
        whole = _OF[found["of"].lower()]
        if value is None or value >= whole or (whole < _TENTHS and not found["what"]):
            continue
        yield Share(round(value * 100 / whole, 1), found.start(), found.end(), found["what"] or "")


_TENTHS = 10
