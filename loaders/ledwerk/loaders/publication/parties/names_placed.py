"""Where a party is, told right behind its name: "Tauw uit Lier", "Bolt Metals of Marlow"."""

from __future__ import annotations

import re

from ledwerk.loaders.publication.parties.party_words import DESCRIPTOR
from ledwerk.loaders.publication.parties.town_names import ISLAND, PLACE, town_called

_BEHIND = re.compile(
    r"(?:,? (?:(?:gevestigd|gehuisvest|based|located|headquartered|situated) (?:in|te|at)|uit|te|"
    rf"from) {PLACE}| op {ISLAND})(?![\w-]| [A-ZÀ-Þ])"
)
_IN = re.compile(rf"(?P<name>[^,]+?),? (?P<how>in|of|near|at|bij) {PLACE}$")
# What is a body's own name with such a word: "Kerk in Actie", "Women in Engineering".
_NO_PLACE = re.compile(
    r"(?:[A-Z][a-z]*ing|Actie|Beweging|Balans|Bedrijf|Beeld|Zicht|Zorg|Nood|Uitvoering|Gesprek|"
    r"Ontwikkeling|Verbinding|Care|Action|Motion|Technology|Science|Mind|Need|Business|Industry|"
    r"Residence|Tech|Stem|Construction|Education|Health|Focus|Transitie|Kaart|Perspectief|"
    r"Januari|Februari|Maart|April|Mei|Juni|Juli|Augustus|September|Oktober|November|December|"
    r"January|February|March|May|June|July|August|October|Project|Programma|Programme|Europa|"
    r"Europe)$"
)
# Bodies that are called after what they are of: "Bank of Marlow".
_OF_THAT = re.compile(
    r"\b(?:University|College|School|Bank|Institute|Institution|Society|Association|Chamber|Union|"
    r"Guild|Federation|Friends|House|Isle|Council|Board|Ministry|Department|Faculty|Church|"
    r"Archives?|Museum|Centre|Center|Academy|Commission|Office|Port|City|Town|Borough|County|"
    r"District|Province|Diocese|Duchy|Government|Republic|Kingdom|Club|Trust|Foundation|Network|"
    r"Alliance|Partnership|Order|Bureau|Agency|Authority|Municipality|Parish|Convention|"
    r"Confederation|League|Company|Campus|Faculty|Court|Bay|Gulf|Heart|Head|Director|Dean|Mayor|"
    r"Bishop|Centre|Hub|Lab|Northern|North|South|East|West|Best|Voice|Women|Men|People)$"
)
_LEGAL = re.compile(r"\b(?:Ltd|Limited|plc|PLC|LLP|CIC|Inc|B\.?V\.?|N\.?V\.?|GmbH|bv|nv|vzw|cv)$")


def place_behind(text: str, start: int) -> re.Match[str] | None:
    """Where a party is whose name ends there: "uit Lier", ", from Marlow"."""
    found = _BEHIND.match(text, start)
    return found if found and may_be_place(placed(found)) else None


def placed(found: re.Match[str]) -> str:
    """The place that such a match names."""
    said = found.groupdict()
    return said.get("place") or said.get("island") or ""


def may_be_place(name: str) -> bool:
    """Whether what stands behind "in" or "of" is no month, activity or part of a name."""
    return bool(name) and not _NO_PLACE.match(name)


_TOWN_SORT = re.compile(
    rf"(?:[Tt]he|[Aa]n?) {PLACE} (?=(?:[a-z]+ )?(?:{DESCRIPTOR.pattern}|startup|scale-?up|maker|"
    r"spin-?out|mill|yard|foundry|lab|workshop) [A-ZÀ-Þ0-9])"
)


def town_before(text: str) -> int:
    """Where what a party is begins behind its town: "the Marlow start-up Leafworks"; or 0."""
    found = _TOWN_SORT.match(text)
    return found.end() if found else 0


def apart(name: str) -> tuple[str, str]:
    """A name and the place it goes on with: "Bolt Metals of Marlow"; the place may be empty."""
    behind = next((m for m in _BEHIND.finditer(name) if m.end() == len(name)), None)
    if behind and place_behind(name, behind.start()):
        return name[: behind.start()], placed(behind)
    found = _IN.fullmatch(name)
    if found is None or _NO_PLACE.match(found["place"]):
        return name, ""
    left, how = found["name"].strip(), found["how"]
    words = [word for word in left.split() if word[:1].isupper() or word[:1].isdigit()]
    legal = _LEGAL.search(left)
    if how in ("of", "at") and not legal:
        bodies = any(_OF_THAT.search(word) for word in left.split())
        return (name, "") if bodies or len(words) < _TWO else _parts(found)
    sort = DESCRIPTOR.match(left)
    if legal or sort or len(words) >= _TWO or town_called(found["place"]):
        return _parts(found)
    return name, ""


_TWO = 2


def _parts(found: re.Match[str]) -> tuple[str, str]:
    return found["name"].strip(), found["place"]
