"""Parties as a function, seat or mandate names them: "wethouder Heerlen", "namens de boeren"."""

from __future__ import annotations

import re

from ledwerk.loaders.publication.findings import Ref
from ledwerk.loaders.publication.layout.counting_words import SMALL_NUMBER
from ledwerk.loaders.publication.parties.known_names import PARTIES, Known
from ledwerk.loaders.publication.parties.names_found import parties_in
from ledwerk.loaders.publication.parties.party_words import NAME_HEADS
from ledwerk.loaders.publication.people.functions import Post

_ARTICLE = re.compile(r"^(?:(?-i:de|het|een|the|an?|alle|all|beide|both|onze|our)\s+)+")
_NUMBER = re.compile(
    rf"^(?:{SMALL_NUMBER}|\d+|overige|andere|other|gezamenlijke|samenwerkende|"
    r"deelnemende|participating)\s+",
    re.IGNORECASE,
)
PLURAL = re.compile(
    r"(?:gemeenten|municipalities|provincies|waterschappen|universities|universiteiten)\s+"
    r"(?:of |van )?[A-ZÀ-Þ'’]",
    re.IGNORECASE,
)
_SECTOR_WORDS = re.compile(r"(?:mbo|hbo|wo|vo|po|vmbo|roc['’]?s|mkb|zzp)$", re.IGNORECASE)
# "De vier gemeenten" are just those four; "de overige gemeenten" are told by what they are.
_NUMBER_ALONE = re.compile(
    rf"(?:{SMALL_NUMBER}|\d+) [a-zà-ÿ]+$",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"(?:overige|andere|other|gezamenlijke|samenwerkende) ", re.IGNORECASE)
_PEOPLE_OF = re.compile(
    r"(?!gemeenten|municipalities|provincies|waterschappen|universiteiten)[a-zà-ÿ]+(?:en|ers|s) "
    r"(?:van |in |of )?(?:de |het |the )?[A-ZÀ-Þ]"
)
_COLLECTIVE = re.compile(
    r".*(?:en|s)$|(?:musea|centra|gymnasia|consortia)$|"
    r".*(?:bedrijfsleven|onderwijs|industrie|industry|business community)$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*,\s*(?:(?:en|and)\s+)?|\s+(?:en|and|&|alsmede|evenals|as well as)\s+")
_ARTICLED = re.compile(r"\s+(?:en|and)\s+(?=(?:de|het|the) )")
_CAMPUS = re.compile(r"\bcampus$", re.IGNORECASE)


def party_of(post: Post, known: Known) -> Ref | None:
    """The party at which somebody has a function."""
    if not post.party:
        return None
    name = _trimmed(post.party)
    place = not re.search(
        r"\b(?:gemeente|provincie|province|council|municipality)\b", name, re.IGNORECASE
    )
    if post.municipal and place:
        found = known.find(name, frozenset({"Municipality"})) or known.find(f"Gemeente {name}")
        return found or Ref("Municipality", f"Gemeente {name}")
    if _DUTCH_PORTFOLIO.search(name) and _MINISTER.match(post.function):
        if _MINISTRY.match(name):
            return party(name, known)
        return known.find(f"Ministerie van {name}") or Ref("Organisation", f"Ministerie van {name}")
    if post.provincial and place:
        return known.find(f"Provincie {name}") or Ref("Organisation", f"Provincie {name}")
    return party(name, known)


# What a text calls a party that it has named in full: "the Alliance", "de vereniging".
_NOUN = re.compile(
    r"alliance|partnership|network|trust|foundation|association|federation|cluster|college|"
    r"university|agency|authority|chamber|cooperative|consortium|stichting|vereniging|co[öo]peratie|"
    r"federatie|alliantie|hogeschool|universiteit|platform|netwerk",
    re.IGNORECASE,
)
_DUTCH_PORTFOLIO = re.compile(
    r"\b(?:Zaken|Onderwijs|Landbouw|Infrastructuur|Volksgezondheid|Justitie|Defensie|Financi[eë]n|"
    r"Klimaat|Wonen|Volkshuisvesting|Asiel|Koninkrijksrelaties|Welzijn|Veiligheid)\b"
)
_MINISTER = re.compile(r"(?:minister|staatssecretaris)\b", re.IGNORECASE)
_MINISTRY = re.compile(r"(?:minist|depart|regering|government|vlaanderen|deelstaat)", re.IGNORECASE)


_NUMBER_IN_NAME = re.compile(r"[A-ZÀ-Þ][a-z]+ [A-ZÀ-Þ]")


def party(text: str, known: Known) -> Ref:
    """One party as a text words it: a known one, or by what its name says of it."""
    name = _trimmed(text)
    found = known.find(name) or (
        known.ending(name) or known.only(name, PARTIES) if _NOUN.fullmatch(name) else None
    )
    if found:
        return found
    # "Three Dales Network" is called so; "drie gemeenten" are three.
    bare = name if _NUMBER_IN_NAME.match(name) else _NUMBER.sub("", name)
    if bare != name and _NUMBER_ALONE.match(name) and _collective(bare):
        return Ref("Group", name[:1].upper() + name[1:])
    if _PEOPLE_OF.match(bare) and not NAME_HEADS.match(bare):
        return Ref("Group", name[:1].upper() + name[1:])  # "bewoners Zuiderpark"
    named = parties_in(bare)
    if len(named) == 1:
        return named[0].ref
    if _SECTOR_WORDS.fullmatch(bare) or _collective(bare):
        told = bare if _OTHERS.match(name) else name  # "de vier gemeenten" are just those four
        return known.find(told) or Ref("Group", told[:1].upper() + told[1:])
    shown = name[:1].upper() + name[1:] if NAME_HEADS.match(name) else name
    return Ref("Campus" if _CAMPUS.search(name) else "Organisation", shown)


def parties(text: str, known: Known) -> list[Ref]:
    """The parties of an enumeration: "de gemeenten Beek en Stein", "LWV en MKB Limburg"."""
    name = _trimmed(text)
    if not name:
        return []
    if known.find(name):
        return [party(name, known)]
    plural = PLURAL.match(name)
    if plural or "," in name:
        return [one.ref for one in parties_in(name)] or [party(name, known)]
    return [party(one, known) for one in _parts(name, known)]


def _parts(name: str, known: Known) -> list[str]:
    """The names of an enumeration; "Onderwijs, Cultuur en Wetenschap" is one."""
    if re.match(
        r"(?:het |the )?(?:ministerie|ministry|departement|department)\b", name, re.IGNORECASE
    ):
        return [name]
    parts = [one.strip() for one in _AND.split(name) if one.strip()]
    if len(parts) == 1:
        return parts
    listed = "," in name or all(known.find(_trimmed(one)) for one in parts)
    shaped = all(re.match(r"(?:(?:de|het|the) )?\S*[A-ZÀ-Þ]", one) for one in parts)
    apart = [one for one in _ARTICLED.split(name) if one]
    if listed or (shaped and all(_whole(one, known) for one in parts)):
        return parts
    return apart if len(apart) > 1 else [name]


def _whole(name: str, known: Known) -> bool:
    """Whether a part is surely a party's name by itself: known, an acronym, of a telling form."""
    bare = _trimmed(name)
    return bool(
        known.find(bare)
        or re.fullmatch(r"[A-Z][A-Z-]{1,}(?: [A-Z]\w+)?", bare)
        or re.search(
            r"\b(?:B\.?V|N\.?V|Ltd|plc|GmbH|[Gg]emeente|[Pp]rovincie|[Uu]niversi\w+)\b", bare
        )
        or re.match(r"(?:Stichting|Vereniging|Hogeschool|ROC|Waterschap|Rabobank) ", bare)
    )


def _collective(name: str) -> bool:
    """Whether a name is a common noun for several, such as "ondernemers" or "onderwijs"."""
    last = name.rsplit(maxsplit=1)[-1] if name.split() else ""
    return last[:1].islower() and _COLLECTIVE.match(last) is not None


def _trimmed(text: str) -> str:
    """A party without article and stray signs; a legal form keeps its full stop."""
    name = " ".join(text.split()).strip(" ,;:–-")
    name = _ARTICLE.sub("", name).rstrip(".") + ("." if re.search(r"\b\w\.\w\.?$", name) else "")
    for sign, other in (("(", ")"), (")", "(")):
        if name.count(sign) > name.count(other):
            name = name.replace(sign, " ").strip()
    return " ".join(name.split())
