"""Projects that are called by a sort of project: "Fieldlab Blauwe Energie", "the X Challenge".

Such a word makes a project of the name beside it, where "project" is not said: a living lab, a
pilot, a voucher scheme. Words that also name organisations, such as a hub or an academy, do so only
where the sentence begins with the name and says that it was started, finished or joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ledwerk.loaders.publication.activities.activity_names import PROJECT, TITLE, Naming
from ledwerk.loaders.publication.layout.counting_words import SMALL_NUMBER

_QUOTED = r"[\"“‘«](?P<quoted>[^\"”’»“‘]{2,80})[\"”’»]"
# What runs by itself; the first letter is a capital where it is part of the name.
_SORTS_NL = (
    r"(?:(?:\w{2,20})?proeftuin|fieldlab|living ?lab|"
    r"leerwerkplaats|kenniswerkplaats|zorgproeftuin|praktijkproef|veldproef|proef|"
    r"practoraat|(?:\w{2,20})?voucherregeling|(?:subsidie|stimulerings|innovatie|aanjaag)regeling|"
    r"(?:\w{2,20})?loket|skills ?lab|makerspace|broedplaats|werkpool|leergemeenschap|leergang|"
    r"leerlijn|leerroute|challenge|traineeship|"
    r"versneller|(?:\w{2,20})?versnellingstafel|learning community|coalitie|experiment|"
    r"demonstrator|(?:\w{2,20})?dashboard|(?:\w{2,20})monitor|(?:\w{2,20})hub|"
    r"(?:\w{2,20})?meetnet|ontwikkeltraject|scholingstraject|deelproject|subproject|"
    r"haalbaarheidsonderzoek|haalbaarheidsstudie)"
)
_LOWER = re.compile(
    rf"\b(?P<sort>{_SORTS_NL})\s+(?:genaamd\s+|met de naam\s+|onder de naam\s+|called\s+|named\s+)?"
    rf"(?:{_QUOTED}|(?P<name>(?:['’]t\s+)?{TITLE}))"
)
_CAPITAL = re.compile(
    rf"\b(?P<name>(?P<sort>(?=[A-ZÀ-Þ])(?i:{_SORTS_NL}|(?:\w{{2,20}})(?:lab|tafels?)))"
    rf"(?:\s+(?:(?:['’]t|[Dd]e|[Hh]et)\s+)?(?:{TITLE}|{_QUOTED})))"
)
_ALONE = re.compile(
    r"(?<=[a-z,;] )(?P<name>(?!(?:Field|Living|Skills|Open|"
    r"Learning)labs?\b)[A-ZÀ-Þ][a-zà-ÿ]{3,20}(?:lab|labs|tafels|proeftuin|dashboard|loket|"
    r"regeling|werkplaats|werkpools))(?![\w-]|\s+[A-ZÀ-Þ])"
)
_HYPHENED = re.compile(
    r"\b(?P<name>[A-ZÀ-Þ][\w@]{1,20})-(?P<sort>\w{0,20}(?:lab|proeftuin|pilot|fieldlab|"
    r"regeling|traject|experiment|challenge|proef|studie))\b"
)
# Abbreviations that a whole country uses: with the word behind them they are a name, not without.
# A new lab, college or counter of its own: "het nieuwe MBO-techniekcollege"; or several begun.
_NEW = re.compile(
    r"\b(?:[Nn]ieuwe?|[Nn]ew)\s+(?P<name>[A-Z][\w]{1,14}-[a-z]{0,20}(?:college|lab|centrum|loket|"
    r"huis|academie|opleiding|werkplaats|fabriek|hub|centre))\b"
)
_SEVERAL = re.compile(
    rf"\b(?:\d+|{SMALL_NUMBER}|alle|de|"
    r"de eerste)\s+(?P<name>[a-z]{3,20}(?:pools|"
    r"labs|loketten|hubs|werkplaatsen|tafels|proeftuinen))\s+(?:zijn|waren|are|were)\s+(?:\w+\s+)?"
    r"(?:gestart|begonnen|operationeel|opgezet|actief|geopend|ingericht|started|running|open)\b"
)
# A concept or method by its name, which others take over.
_CONCEPT = re.compile(
    rf"\b(?:[Hh]et concept|[Dd]e methode|[Dd]e methodiek|[Dd]e formule|[Tt]he concept|"
    rf"[Tt]he method)\s+(?:van\s+|of\s+)?(?P<name>{TITLE})(?=[\s(.,;])"
)
_COMMON = frozenset({
    "MBO", "HBO", "VMBO", "WO", "MKB", "ICT", "IT", "AI", "EU", "VR", "AR", "CO2", "ZZP", "LED",
    "R&D", "HR", "PO", "VO", "GGZ", "Europees", "EFRO", "Corona", "Covid", "WMO", "UWV",
})  # fmt: skip
_STRONG_EN = (
    r"(?:Living Lab|Field ?[Ll]ab|Test ?[Bb]ed|Demonstrator|Challenge|Accelerator|Incubator|Pilot|"
    r"Trial|Scheme|Boot ?[Cc]amp|Traineeship|Vouchers|Skills Lab|Makerspace|Passport)"
)
_WEAK_EN = r"(?:Hub|Academy|Alliance|Coalition|Award|Awards|Prize|Network|Community|Initiative|Lab)"
_BEFORE_EN = re.compile(
    rf"\b(?P<name>(?:[A-ZÀ-Þ][\w’'&-]*\s+(?:(?:of|for|and|&|the|in|on)\s+){{0,2}}){{1,5}}?"
    rf"{_STRONG_EN})(?!\s+[A-ZÀ-Þ]|[\w-])"
)
_BEGUN = (
    r"(?:was|were|is|has been)\s+(?:\w+\s+)?(?:launched|started|opened|completed|finished|"
    r"wound up|under way|joined by)|opened its doors|got (?:under way|started)|kicked off|"
    r"started in|began in|in which|through which|brings? together|met for the first time|"
    r"is (?:led|run|managed|delivered|coordinated) by|was (?:led|run|delivered) by"
)
_FIRST_EN = re.compile(
    rf"^(?:The\s+)?(?P<name>(?:[A-ZÀ-Þ][\w’'&-]*\s+(?:(?:of|for|and|&|the|in|"
    rf"on)\s+){{0,2}}){{1,5}}?{_WEAK_EN})(?=,?\s+(?:\([^)]{{2,30}}\)\s+)?(?:{_BEGUN})\b)"
)
_LED_IN = re.compile(
    r"^(?:(?:The|Our|This|That|A|An|In|With|For|And|New|Its|At|On|Through|Under|Meanwhile|Also|"
    r"When|Since|After|By|Of|From)\s+(?:the\s+)?)+"
)


def sorts_named(text: str) -> Iterator[Naming]:
    """The projects that a text names by what sort of project they are."""
    for found in _LOWER.finditer(text):
        group = "quoted" if found["quoted"] else "name"
        if not found["sort"][0].isupper():
            yield _named(found, group, (_capital(f"{found['sort']} {found[group]}"),))
    for pattern in (_CAPITAL, _ALONE):
        for found in pattern.finditer(text):
            if not _is_partner(text, found):
                yield _named(found, "name")
    for pattern in (_NEW, _SEVERAL, _CONCEPT):
        for found in pattern.finditer(text):
            if pattern is not _CONCEPT or " " in found["name"].strip():
                named = _named(found, "name")
                yield replace(named, name=_capital(named.name))
    for found in _HYPHENED.finditer(text):
        if found["name"] not in _COMMON:
            yield _named(found, "name", (found[0],))
    for pattern in (_BEFORE_EN, _FIRST_EN):
        for found in pattern.finditer(text):
            led_in = _LED_IN.match(found["name"])
            start = found.start("name") + (led_in.end() if led_in else 0)
            name = found["name"][start - found.start("name") :]
            if " " in name:
                yield Naming(PROJECT, name, start, start + len(name))


_CAPITAL_BEFORE = re.compile(r"\b[A-ZÀ-Þ][\w’'-]* $")
_DESCRIBED = re.compile(
    r"\b(?:laboratorium|laboratory|start-?up|scale-?up|bedrijf|firma|company|bureau|partner|firm)\s$"
)
_LISTED = re.compile(
    r"\b(?:consortium|partners?|leden|members|deelnemers|participants|partijen|samenwerking)\b",
    re.IGNORECASE,
)


def _is_partner(text: str, found: re.Match[str]) -> bool:
    """Whether a lab is named among parties: "the consortium consists of A, Fieldlab B, C"."""
    if found.re is _ALONE and _CAPITAL_BEFORE.search(text[: found.start()]):
        return True  # "Wageningen Waterlab" is one name
    if _DESCRIBED.search(text[: found.start()]):
        return True
    inside = text[: found.start()].rstrip().endswith((",", " en", " and", ":"))
    return inside and bool(_LISTED.search(text[: found.start()]))


def _named(found: re.Match[str], group: str, aliases: tuple[str, ...] = ()) -> Naming:
    name = found[group].strip(" \"“”‘’'")
    start = found.start(group)
    return Naming(PROJECT, name, start, start + len(name), group == "quoted", aliases)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
