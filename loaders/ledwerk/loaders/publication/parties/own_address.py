"""Where the publisher is: by its address in the colophon, or by a sentence about its office.

X, Old Customs House, 1 Dock Street, Easterwick       Het bureau zit in het Tolhuis in Drimstein
X, Kaaistraat 8, 9250 Hamerzele                       Zetel: Marktplein 4, Lierbeke
"""

from __future__ import annotations

import re

from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.parties.publisher import POSTCODE
from ledwerk.loaders.publication.parties.town_names import PLACE

_POSTCODE = re.compile(
    rf"\b{POSTCODE}\s+{PLACE}|(?P<before>[A-ZÀ-Þ][a-zà-ÿ]+(?: upon [A-Z]\w+)?),? {POSTCODE}\b|"
    rf"\d[a-z]?,? (?:B-)?[1-9]\d{{3}} {PLACE.replace('<place>', '<belgian>')}"
)
_HOUSE = (
    r"(?:bureau|kantoor(?:tje)?|secretariaat|hoofdkantoor|huis|office|offices|headquarters|"
    r"secretariat|base|home|thuisbasis|head office)"
)
_OFFICE = re.compile(
    rf"(?:\b(?:het|ons|onze|zijn|haar|the|its|our) (?:[a-zà-ÿ’'-]+ ){{0,2}}?{_HOUSE}\b"
    r"(?! of (?!the\b))(?:[^.;:]{0,160}?\b(?:is|zit|staat|ligt|zetelt|bevindt zich|vind je|"
    r"vindt u|are|sits|stands|at|(?:is )?verhuisde? naar|(?:has )?moved to)\b|"
    r"(?= (?:in|te|op|aan|at|on) ))|"
    r"\b(?:houdt|houden) kantoor\b|\b(?:you|u)(?: will| kunt| can)? (?:find us|vindt ons|"
    r"ons vinden)\b|\b(?:has|have) (?:its|an|our|a|their) (?:[a-z]+ )?(?:office|base|home)\b|"
    r"\b(?:heeft|hebben) (?:zijn|haar|ons|een|hun) (?:[a-z]+ )?(?:kantoor|bureau|zetel)\b|"
    r"\b(?:de|het|the|onze|our) (?:stichting|vereniging|vzw|co[öo]peratie|federatie|network|"
    r"alliance|partnership|association|foundation|company) (?:is|are) (?:statutair |now )?"
    r"(?:gevestigd|based|registered|located)\b|"
    r"(?:^|[.,;] )(?:we|wij) (?:are|zijn|zitten|werken|work)\b[^.;:]{0,80}?(?:gevestigd|based|"
    r"located|housed|from|vanuit)\b|\b(?:registered office|statutaire zetel):?|"
    r"\b(?:zetel|adres|bezoekadres|kantooradres|address|visiting address|office|kantoor):)"
    r"(?P<where>[^.;:]{3,90})",
    re.IGNORECASE,
)
_IN = re.compile(
    rf"(?:\b(?:in|te|at|van|of|to|naar)\s|,\s){PLACE}(?=$|[,)]|\s*$| [A-Z]\w+:| tel| en\b|"
    r" and\b| (?:is|wordt|werkt|staat|sinds|since|werken|are|has|heeft)\b)"
)
_NO_OFFICE = re.compile(
    r"\b(?:bereikbaar|open|geopend|gesloten|closed|telefoon|dank|steun|verhuist|"
    r"verhuizen|moved? (?:out|from)|verliet|wordt|will be|komt)\b",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    r"(?:Januari|Februari|Maart|April|Mei|Juni|Juli|Augustus|September|Oktober|November|December|"
    r"January|February|March|May|June|July|August|October|Tel|Redactie|Foto|Design|Druk|Tekst|"
    r"Editor|Photographs?|Spring|Summer|Autumn|Winter|Voorjaar|Najaar)$",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*,\s*")
_PUBLISHED = re.compile(
    r"\b(?:published by|publication of|publisher:|uitgave(?: van)?:?|uitgever:|uitgegeven door)"
    r"(?: (?:de|het|the))? $",
    re.IGNORECASE,
)
_FIRST = 4  # blocks at the beginning that may say whose publication it is
_LAST = 12  # blocks at the end in which an address is looked for
_MOST_ITEMS = 5


def address_of(document: Document, names: tuple[str, ...]) -> tuple[Block, int, int, str] | None:
    """Where the publisher of these names is: the block, the letters in it, and the place."""
    for block in document.blocks[-_LAST:]:
        found = _POSTCODE.search(block.text)
        if found:
            place = found["place"] or found["before"] or found["belgian"]
            return block, found.start(), found.end(), place
    for block in (*document.blocks[-_LAST:], *document.blocks[:_FIRST]):
        behind = _behind_name(block, names)
        if behind:
            return behind
    for block in document.blocks:
        if block.kind in (BlockKind.TABLE, BlockKind.HEADING):
            continue
        for found in _OFFICE.finditer(block.text):
            within = list(_IN.finditer(found["where"]))
            if within and not _NO_OFFICE.search(found[0]):
                place = within[-1]["place"]
                if not _MONTHS.match(place):
                    return block, found.start(), found.end(), place
    return None


def _behind_name(block: Block, names: tuple[str, ...]) -> tuple[Block, int, int, str] | None:
    """The last word of the address that stands behind the publisher's name."""
    for name in names:
        at = block.text.find(f"{name}, ")
        if at < 0:
            continue
        rest = re.split(r"\.(?:\s|$)|;|\btel\b|\bwww\b", block.text[at + len(name) :])[0]
        items = [one for one in _ITEM.split(rest)[1 : _MOST_ITEMS + 1] if one]
        best = ""
        for i, item in enumerate(items):
            bare = re.match(rf"{PLACE}(?=$| [A-Z]\w+:| [A-Z]\w+ [a-z])", item)
            published = _PUBLISHED.search(block.text[:at]) and len(items) == 1
            if (i or published) and bare and not _MONTHS.match(bare["place"]):
                best = bare["place"]
                if bare.end() < len(item):
                    break  # what follows is the next line of a colophon
        if best:
            return block, at, at + len(name) + rest.index(best) + len(best), best
    return None
