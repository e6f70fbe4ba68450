"""Programmes whose name says that they are one: "the Estuary Growth Programme", "Regiodeal Zuid".

The word is part of the name, so that it has a capital: a programme, a deal, a strategy or an agenda
with its years. What only pays for the network's work is a fund, and no programme of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledwerk.loaders.publication.activities.activity_names import PROGRAMME, Naming

YEARS = r"(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)(?!\d)"
_WORD = r"[A-ZÀ-Þ][\w’'&-]*"
_SMALL = r"(?:of|for|and|&|the|in|on|to|van|de|het|en|voor|in|op)"
_EN = re.compile(
    rf"\b(?P<before>{YEARS}\s+)?(?P<name>(?P<own>{_WORD}(?:\s+(?:{_SMALL}\s+){{0,2}}{_WORD})"
    rf"{{0,7}}?(?:\s+\([A-Z]{{2,8}}\))?)\s+"
    rf"(?P<noun>Programme|Program|Strategy|Deal|Agenda|Roadmap|Framework|Masterplan|Action Plan|"
    rf"Investment Plan)(?:\s+for\s+(?:the\s+)?{_WORD}(?:\s+{_WORD}){{0,3}})?"
    rf"(?P<years>,?\s+\(?{YEARS}\)?)?)(?!\s+[A-ZÀ-Þ]|[\w-])"
)
_NL = re.compile(
    rf"\b(?P<name>(?P<own>(?=[A-ZÀ-Þ])(?:(?:Regionale|Strategische|Economische|Ruimtelijke|"
    rf"Gezamenlijke|"
    rf"Human Capital)\s+)?(?:[A-ZÀ-Þ][a-zà-ÿ]*)?(?P<noun>[Pp]rogramma|[Aa]genda|[Dd]eal|"
    rf"[Ss]trategie|[Aa]kkoord))(?:\s+(?:{_SMALL}\s+){{0,2}}{_WORD}){{0,6}}"
    rf"(?P<years>,?\s+\(?{YEARS}\)?))"
)
_LED_IN = re.compile(
    r"^(?:(?:Under|Within|Through|In|With|For|From|By|Of|The|Our|Its|This|That|Both|When|Since|"
    r"As|At|And|But|Also|New|On|About|Last|Thanks|A|An|It|We|During|After|Before|Until|Met|Het|De|"
    r"Een|Van|Voor|Uit|Op|Bij|Onder|Binnen)\s+(?:to\s+)?(?:the\s+|our\s+|its\s+)?)+"
)
_PAID = re.compile(
    r"\b(?:fund(?:ed|ing)|financ(?:ed|ing)|paid(?: for)?|grants?|money|contributions?|awarded|"
    r"subsid(?:y|ised|ie|ies)|gefinancierd|bijdragen?|betaald|geld|mogelijk gemaakt|"
    r"medegefinancierd|cofinanciering|miljoen|million|ontvangt|receives?|support(?:ed)?|aanvraag|"
    r"application)\s+(?:\w+\s+){0,3}(?:by|from|van|door|uit|via|through|bij|to)\s+"
    r"(?:the\s+|het\s+|de\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:[Uu]nder|[Ww]ithin|part of|[Oo]ur|[Bb]elong\w* to)\s+(?:the\s+|our\s+)?$")
_GENERIC = frozenset({
    "regio", "city", "town", "growth", "work", "training", "grant", "annual", "mission", "delivery",
    "research", "funding", "investment", "full", "draft", "meeting", "day", "conference", "board",
    "policy", "green", "communications", "business", "action", "capital", "the", "our", "new",
    "leadership", "development", "members", "industrial", "national", "government", "regional",
    "local", "european", "eu", "project",
})  # fmt: skip
_OFFICER = re.compile(r"\b(?:Head|Director|Manager|Lead|Chair|Officer|Leader) (?:of|for)\b")
_SELF = frozenset({"Programme", "Program", "Deal"})  # such a name is a programme's by itself


_REGION = rf"{_WORD}(?:\s?[-–]\s?{_WORD}|\s+{_WORD})*"
_VERSION = r"(?:[IV]{1,3}\s?-?[ABC]|[IVX]{1,3}|20\d\d-20\d\d)(?![\w-])"
_INTERREG = re.compile(
    rf"\b(?:(?P<before>[Pp]rogramma|[Pp]rogramme)\s+)?(?P<name>(?:Interreg|INTERREG)"
    rf"(?:\s+{_VERSION})?(?P<behind>[\s-]+(?:[Pp]rogramma|[Pp]rogramme))?"
    rf"(?:\s+{_REGION})?(?P<behind2>\s+(?:[Pp]rogramma|[Pp]rogramme))?)"
)
_SPOKEN = re.compile(
    r"\b(?:samenwerkingsprogramma|subsidieprogramma|stuurgroep|monitoringcomité|oproep|keurt?|"
    r"keurde|goedgekeurd|approved|call|projecten? (?:van|binnen|uit)|within|binnen|onder|under)\b",
    re.IGNORECASE,
)
_OF_A_KIND = re.compile(
    r"\b(?P<name>[A-Z]{2,6}-(?:deal|actieplan|agenda|akkoord|actieagenda|strategie))(?:['’]?s)?\b"
)
_DEALS = re.compile(
    rf"\b(?P<head>Regio|City|Green|Town) ?[Dd]eals\s+(?P<first>{_WORD})(?:\s+\([^)]{{2,40}}\))?"
    rf"(?P<more>(?:,\s+{_WORD})*)\s+(?:en|and)\s+(?P<last>{_WORD})"
)


def programmes_named(text: str) -> Iterator[Naming]:
    """The programmes, deals, strategies and agendas that a text names as such."""
    yield from _others_named(text)
    for found in _EN.finditer(text):
        led_in = _LED_IN.match(found["name"])
        if _OFFICER.search(found["own"]):
            continue
        skipped = led_in.end() if led_in else 0
        own = found["own"][skipped:].strip()
        before = text[: found.start() + skipped]
        if not own or (own.lower() in _GENERIC and not found["years"]):
            continue
        sure = found["years"] or found["before"] or _OURS.search(before)
        if _PAID.search(before[-_NEAR:]) or not (found["noun"] in _SELF or sure):
            continue
        yield from _naming(found, skipped)
    for found in _NL.finditer(text):
        if not _PAID.search(text[: found.start()][-_NEAR:]):
            yield from _naming(found, 0)


_PLAN = re.compile(
    rf"\b(?P<name>(?:Strategisch|Economisch|Regionaal|Meerjarig|Ruimtelijk)e?\s+(?:[Mm]eerjaren)?"
    rf"(?:[Pp]lan|[Aa]ctieplan|[Pp]rogramma)\s+(?P<years>{YEARS}))"
)


_UNDER = re.compile(
    rf"\b(?:projecten|projects?|project|pilots|schemes)\s+(?:\w+\s+){{0,2}}?(?:(?:lopen|loopt|"
    rf"vallen|valt|run|runs|fall|falls|sit|sits|come)\s+)?(?:onder|"
    rf"under)\s+(?P<name>{_WORD}(?:\s+{_WORD}){{0,4}})(?=[.,;]|$|\s+[a-z])"
)
_MANAGES = re.compile(
    rf"\b(?:[Pp]rogramme (?:manager|director|lead|leader|co-?ordinator|board|team) (?:of|for)|"
    rf"[Pp]rogramma(?:manager|directeur|leider|co[öo]rdinator|raad|team) (?:van|voor))\s+"
    rf"(?:het programma |the )?(?P<name>{_WORD}(?:\s+{_WORD}){{1,4}})(?=[.,;:)]|$|\s+[a-z])"
)


def _others_named(text: str) -> Iterator[Naming]:
    """Interreg and its regions where it is called a programme; "MKB-deal"; deals in a row."""
    for found in _INTERREG.finditer(text):
        if _PAID.search(text[: found.start()][-_NEAR:]):
            continue
        said = found["before"] or found["behind"] or found["behind2"]
        name = found["name"].strip()
        if said or (" " in name and _SPOKEN.search(text)):
            shown = re.sub(r"\s+(?:programma|programme)$", "", name)
            if " " in shown:
                start = found.start("name")
                yield Naming(PROGRAMME, shown, start, start + len(shown), False, (name,))
    for pattern in (_PLAN, _OF_A_KIND, _UNDER, _MANAGES):
        for found in pattern.finditer(text):
            if pattern in (_UNDER, _MANAGES) and _PARTY.search(found["name"]):
                continue
            yield Naming(PROGRAMME, found["name"], found.start("name"), found.end("name"))
    for found in _DEALS.finditer(text):
        names = [found["first"], *re.findall(_WORD, found["more"]), found["last"]]
        for name in names:
            start = text.index(name, found.start())
            yield Naming(PROGRAMME, f"{found['head']} Deal {name}", start, start + len(name))


_NEAR = 80
_PARTY = re.compile(
    r"\b(?:The|De|Het|Gemeente|Provincie|Stichting|Vereniging|University|Universiteit|Council|"
    r"Partnership|Board|Alliance|Network|Netwerk|Platform|Cluster|Association|Foundation|Trust|"
    r"Company|College|Hogeschool|Authority|Agency|Bank|Ltd|B\.?V|N\.?V|Regio|Region|EDP|LEP|Mr|Ms|"
    r"Interreg|EFRO|ERDF)\b"
)


_TITLE_BEHIND = re.compile(r"[,:]?\s+[\"“‘](?P<title>[A-ZÀ-Þ][^\"”’]{2,60})[\"”’]")


def _naming(found: re.Match[str], skipped: int) -> Iterator[Naming]:
    """The name with its years, which stay outside of it where they stand in brackets."""
    end = found.end("name")
    if found["years"] and "(" in found["years"]:
        end = found.start("years")
    start = found.start("name") + skipped
    name = found.string[start:end].strip(" ,")
    titled = _TITLE_BEHIND.match(found.string, found.end("name"))
    ahead = (found.groupdict().get("before") or "").strip()
    aliases = (f"{name} {ahead}",) if ahead else ()
    if titled:  # 'Uitvoeringsprogramma 2025-2028 "Samen vooruit"'
        aliases = (*aliases, titled["title"], f"{name} {titled['title']}")
    yield Naming(PROGRAMME, name, start, start + len(name), False, aliases)
