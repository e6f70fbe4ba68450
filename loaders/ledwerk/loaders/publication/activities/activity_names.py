"""Names of projects and programmes in running text: "het project X", "the X programme"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ledwerk.loaders.publication.layout.labels import meaning_of

PROJECT, PROGRAMME = "Project", "Programme"


@dataclass(frozen=True, slots=True)
class Naming:
    """A name that a text gives a project or programme, and where it stands there."""

    kind: str
    name: str
    start: int
    end: int
    quoted: bool = False
    aliases: tuple[str, ...] = ()


_CAP = (
    r"[\"“‘]?(?:[A-ZÀ-Þ][^\s,.;:!?()\"“”‘’]*|\d+[A-Za-z][^\s,.;:!?()\"“”‘’]*|"
    r"[a-z]{1,3}[A-Z][^\s,.;:!?()\"“”‘’]*)(?:!(?=,|\s+[a-zà-ÿ]))?"
)
_NUMBER = r"(?:(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)|\d+(?:\.\d+)?|[IVX]+)"
_CONN = (
    r"(?:van|de|het|der|den|voor|in|op|aan|uit|zonder|met|en|of|the|for|to|and|&|door|naar|over|"
    r"zoekt|geeft|vol|langs|om|without|wordt|leert|vindt|tegen|ontmoet|meets|tot|on|from|by|"
    r"with|at|’n|'n|’t|'t|een|a|into|between|tussen|als|as|–)"
)
TITLE = (
    rf"{_CAP}(?:\s+(?:{_CONN}\s+){{0,2}}{_CAP}|\s+{_NUMBER}(?!\w|[-–.]\d|\s+(?:miljoen|million|"
    r"euro|procent|per cent|%)))*"
)
_QUOTED = r"[\"“‘'«](?P<quoted>[^\"”’'»“‘]{2,80})[\"”’'»]"
_PROJECT_NL = r"(?:vervolg|proef|pilot|deel|onderzoeks|innovatie|samenwerkings|bouw|leer)?project"
# A programme of any sort, but for those that are taught, broadcast or run by a computer.
PROGRAMME_NL = (
    r"(?!(?:buur|studie|les|lessen|televisie|tv|radio|computer|bachelor|master|dag|avond|"
    r"opleidings|"
    r"scholings|onderwijs|jaar|inhoudelijk|feest|sprekers|festival|verkiezings)programma)"
    r"[a-zë-]{0,25}programma"
)
_SING = re.compile(
    rf"\b(?<![Dd]it )(?<![Tt]his )(?<![Oo]ur )(?<![Oo]ns )(?<![Ee]lk )(?<![Ee]ach "
    rf")(?:(?P<project>[Pp]roject|{_PROJECT_NL}|[Pp]ilot)|(?P<programme>[Pp]rogramma|[Pp]rogramme|"
    rf"{PROGRAMME_NL}))\s+"
    rf"(?:,?\s*(?:(?:dat|die|which is|that is)\s+)?(?:genaamd|geheten|called|named|dubbed|titled|"
    rf"entitled|known as|met de naam|met als titel|getiteld|onder de naam)\s+(?:the\s+)?)?"
    rf"(?:{_QUOTED}|(?P<name>{TITLE}))"
)
_PLURAL = re.compile(
    rf"\b(?:(?P<project>[Pp]roje(?:cten|cts))|(?P<programme>[Pp]rogramma['’]s|[Pp]rogrammes))\s+"
    rf"(?P<names>{TITLE}(?:,\s+{TITLE})*(?:,?\s+(?:en|and)\s+{TITLE})?)"
)
_BEFORE_EN = re.compile(
    rf"\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]his)\s+(?:(?:new|joint|regional|three-year|two-year|four-year|"
    rf"five-year|pilot|award-winning|flagship|successful|[£€$]\S+(?:\s+(?:million|m))?)\s+)*"
    rf"(?:{_QUOTED}|(?P<name>{TITLE}))\s+"
    rf"(?:(?P<project>project|pilot)|(?P<programme>programme|program))\b(?!\s+(?:manager|leader|"
    rf"board|director|team|office|officer|partners?|committee))"
)
_BEFORE_PLURAL_EN = re.compile(
    rf"\b[Tt]he\s+(?P<names>{TITLE}(?:,\s+{TITLE})*)\s+(?:(?P<project>projects)|"
    rf"(?P<programme>programmes))\b"
)
_UNDER_NAME = re.compile(
    rf"\b(?:[Oo]nder de (?:naam|titel|noemer)|[Uu]nder the (?:name|title|banner)(?: of)?|"
    rf"[Mm]et de naam|"
    rf"[Gg]edoopt tot|[Dd]ubbed)\s+(?:{_QUOTED}|(?P<name>{TITLE}))(?P<project>)(?P<programme>)?"
)
_IS_ONE = re.compile(
    rf"(?:{_QUOTED}|(?P<name>{TITLE}))(?:\s+(?:ten einde|van start|af|to a close|to an end))?"
    rf"\s*(?:,|\(|\s(?:is|was|wordt))\s*"
    rf"(?!(?:the|het)\s+\w*(?:project|program)\w*(?!\s+(?:in which|that|which|where|waarin|dat|"
    rf"waarbij|waarmee)))"
    rf"(?:(?:umbrella|flagship|overkoepelend|overkoepelende|grootste|largest|newest|nieuwste|main|"
    rf"eveneens|our|onze|ons|ook|also|een van de|one of the|een|a|an|het|the|nieuw|new|"
    rf"joint|gezamenlijk|"
    rf"gezamenlijke|lopende?|[a-z]{{3,10}}jarige?|regionaal|regionale|[a-z0-9]{{1,8}}-(?:year|"
    rf"month)|regional|shared|gedeelde?|belangrijkste|langlopende?|long-running|long-term)\s+)+"
    rf"(?:(?P<project>\w*project(?:en|s)?|initiatief|initiative|pilot|proeftuin|fieldlab|scheme|"
    rf"experiment|haalbaarheidsstudie|feasibility study)|(?P<programme>programma|programme))\b"
)
_BEHIND_NL = re.compile(
    rf"\b[Hh]et\s+(?:nieuwe\s+|lopende\s+|gezamenlijke\s+)?(?P<name>{TITLE})\s+"
    rf"(?:(?P<project>project|pilot)|(?P<programme>programma))\b"
)
_HYPHENED = re.compile(
    r"\b(?P<name>[A-ZÀ-Þ][\w@’']*(?:[ -][A-ZÀ-Þ][\w@’']*){0,3})-(?:(?P<project>project)|"
    r"(?P<programme>programma))\b"
)
_COMPOUND = re.compile(
    rf"\b(?P<name>[A-ZÀ-Þ][a-zà-ÿ]+(?:(?P<project>project)|(?P<programme>programma))"
    rf"(?:\s+(?:{_CONN}\s+)?{_CAP})+)"
)
# What has started, or stands, without being called a project: "Het Eurolab is gestart".
_STARTED = re.compile(
    rf"(?:(?:\b[Hh]et|\b[Dd]e|\b[Tt]he|[Ii]nrichting|[Oo]pzet)\s+|^)(?P<name>{TITLE})\s+"
    rf"(?:(?:is|zijn|werd|was|has been|were)\s+(?:inmiddels\s+|officieel\s+|now\s+|officially\s+)?"
    rf"(?:gestart|van start|gelanceerd|operationeel|gereed|opgestart|in gebruik genomen|launched|"
    rf"operational|up and running|under way)|ging(?:en)? van start|"
    rf"(?:got|is) under way|kicked off)\b(?P<project>)(?P<programme>)?"
)
# What deals and agendas of a region are called by, as part of the name.
_DEAL = re.compile(
    rf"\b(?P<name>(?:Regio ?[Dd]eal|Regiodeal|City ?[Dd]eal|Green ?[Dd]eal|Growth Deal|Town Deal|"
    rf"(?:Uitvoerings|Investerings|Actie|Regio)agenda|Actieplan)\s+{TITLE})(?P<programme>)?"
)
_AGREED = re.compile(
    rf"\b(?:\w*overeenkomst|\w*verklaring|convenant|agreement|memorandum(?: of understanding)?|"
    rf"declaration of intent)\s+(?:voor|over|for|on)\s+(?:(?:het|de|the)\s+)?(?P<name>{TITLE})"
    rf"(?P<project>)(?P<programme>)?"
)
# Named behind a comma, or as what parties join in.
_APPOSED = re.compile(
    rf"\b(?:(?P<project>(?:[a-z]{{3,12}})?[Pp]roject)|(?P<programme>[Pp]rogramme|{PROGRAMME_NL})),"
    rf"\s+(?P<name>{TITLE})(?=[,.;]|$)"
)
_JOINED_IN = re.compile(
    rf"\b(?:krachten|samen|samen op|mee|ineen|forces|together|partners?)\s+in\s+"
    rf"(?:the\s+|het\s+|de\s+)?(?P<name>{TITLE})(?=[.,;:]|$|\s+[a-z])(?P<project>)(?P<programme>)?"
)
_CREATED = re.compile(
    r"\b(?:is|zijn|werd|was)\s+(?:er\s+)?(?:een|a|an|the|de|het)\s+(?:\w+\s+)?"
    r"(?P<name>\w{3,}(?:regeling|fonds|dashboard|platform|loket|lab))\s+"
    r"(?:in het leven geroepen|gelanceerd|opgezet)(?P<project>)(?P<programme>)?"
)
NO_NAME = re.compile(
    r"(?:(?:Regio|City|Green|Growth|Town) ?Deals?|.* (?:Update|Report|Minutes|Newsletter)|"
    r"EU|EFRO|ERDF|ESF|Interreg.*|Horizon.*|H2020|FP7|MKB|SME|LEADER|Leader|Europe(?:es|se|an).*|"
    r"Europa|Europe|Manager|Leader|Partners?|Director|Officer|Board|Team|Office|Nr|Nummer|"
    r"Number|Code|Plan|Management|Title|Titel|Naam|Name|Budget|Start|Status|I|II|III|IV|A|B|C|"
    r"(?:EUR|GBP|USD)|(?:Mevrouw|Meneer|De heer|Mw|Dhr|Mr|Mrs|Ms|Dr|Prof)\b.*|Misschien|"
    r"Wellicht|Perhaps|Maybe|What|Which|Who|Wie|Wat|Hoe|Toen|"
    r"Wij|We|Dit|Deze|Dat|This|That|Het|De|The|In|Op|Aan|Met|Voor|Samen|Ook|[Ee]nergy|ICT|IT|R&D|"
    r"(?:Started?|Gestart|Since|Sinds|In|From|Launched|Begun|Vanaf|Tot|Until|After|Na|Before|"
    r"During|"
    r"Tijdens|Over|Down|Up|Out|On|Op|Onder|Uit|Near|Van|Of|By|Door|With|Met|Through|Via|Under|"
    r"Binnen|Within|Thanks|Dankzij|Bij|At|For|Voor)\s.*|"
    r"Jan(?:uari)?|Mei|Juni|Juli|May|June|July)(?:\s+\d.*)?",
)
_PARTY_INSIDE = re.compile(
    r"\s+(?:(?:van|by|from|of|en|and|met|with|door|voor|for|in|bij|at)\s+)(?:de\s+|het\s+|the\s+)?"
    r"(?:Provincie|Gemeente|Universiteit|University|Stichting|Hogeschool|Waterschap|Province|"
    r"Municipality|Ministerie|Ministry|ROC|TNO)\b.*"
)


def namings_in(text: str) -> Iterator[Naming]:
    """The names that a text gives to projects and programmes, singly or in a row."""
    for pattern in (
        _SING,
        _BEFORE_EN,
        _IS_ONE,
        _UNDER_NAME,
        _BEHIND_NL,
        _HYPHENED,
        _COMPOUND,
        _STARTED,
        _CREATED,
        _APPOSED,
        _JOINED_IN,
        _AGREED,
        _DEAL,
    ):
        for found in pattern.finditer(text):
            groups = found.groupdict()
            quoted = groups.get("quoted")
            group = "quoted" if quoted else "name"
            yield from _naming(found, found[group], found.start(group), bool(quoted))
    for pattern in (_PLURAL, _BEFORE_PLURAL_EN):
        for found in pattern.finditer(text):
            if _CAPITAL_BEFORE.search(text[: found.start()]):
                continue  # "the Special EU Programmes Body"
            for name, start in _several(found["names"], found.start("names")):
                yield from _naming(found, name, start, quoted=False)


def _naming(found: re.Match[str], text: str, start: int, quoted: bool) -> Iterator[Naming]:
    name = text if quoted else _PARTY_INSIDE.sub("", text)
    name = _ISSUE.sub("", name).strip(" \"“”‘’'«»,.;:–-")
    last = name.rsplit(" ", 1)[-1] if found.re is _HYPHENED else name
    name, cut = _without_work(name)
    start += cut
    if not name or (quoted and not _NAMELIKE.search(name)):
        return
    if NO_NAME.fullmatch(name) or NO_NAME.fullmatch(last) or len(name) < _SHORTEST:
        return
    begin = start + text.index(name) if name in text else start
    if not quoted and found.re in (_SING, _IS_ONE) and _PARTY_NAME.search(name):
        return
    if found.re in (_HYPHENED, _COMPOUND):
        bare = _PREFIXED.sub("", name)
        begin, name = begin + len(name) - len(bare), bare
        if name.startswith("Campus"):
            return
    if " " in name and all(meaning_of(word) for word in name.split()):
        return  # the heads of a table
    # An action plan of one party is a piece of work; "programma X" is what such work is part of.
    single = found.re in (
        _HYPHENED,
        _COMPOUND,
        _STARTED,
        _CREATED,
        _JOINED_IN,
        _AGREED,
        _UNDER_NAME,
    ) and not name.startswith("Uitvoering")
    single = single and not (
        found.re is _HYPHENED and found["programme"] and not _SHORT.match(name)
    )
    kind = PROJECT if found.groupdict().get("project") or single else PROGRAMME
    name = name[:1].upper() + name[1:] if found.re is _CREATED else name
    yield Naming(kind, name, begin, begin + len(name), quoted)


# "Het Brainport-programma" has no article in its name, and "Megaproject X" is a project X.
_PREFIXED = re.compile(
    r"^(?:(?:Het|De|The|Een)\s+|(?:Mega|Top|Voorbeeld|Prestige|Vlaggenschip|Sleutel|"
    r"Groot)project\s+)"
)
_SHORT = re.compile(r"[A-Z]{2,5}$")  # "het IBA-programma" is a piece of work, as an action plan is
# A name has a capital or a figure somewhere: "een project ‘om trots op te zijn’" gives none.
_NAMELIKE = re.compile(r"[A-ZÀ-Þ0-9]")
_WORK_ON = re.compile(
    r"(?:Work|Werk|Werkzaamheden|Construction|Bouw|Start|Aanleg|Opening|Launch|Aftrap|Lancering|"
    r"Besluit|Decision|Talks|Voortgang|Progress|Uitvoering|Plans?|Update|News|Nieuws)\s+"
    r"(?:on|of|aan|van|about|over|voor|for)\s+(?:de |het |the )?(?=[\"“‘]?[A-ZÀ-Þ0-9])"
)


def _without_work(name: str) -> tuple[str, int]:
    """A name without the words that only lead to it: "Work on Cold Chain Commons"."""
    found = _WORK_ON.match(name)
    return (name[found.end() :], found.end()) if found else (name, 0)


_PARTY_NAME = re.compile(
    r"\b(?:Instituut|Hogeschool|Universiteit|University|Authority|Council|Gemeente|Provincie|Ltd|"
    r"B\.?V\.?|N\.?V\.?|vzw|GmbH|plc)(?=[\s.,]|$)"
)
_CAPITAL_BEFORE = re.compile(r"(?<![.!?:] )(?<!^)\b[A-ZÀ-Þ][\w’'-]* $")
_ISSUE = re.compile(
    r"\s+(?:Nummer|Nr|No|Number|Issue|Editie|Edition|Jaargang|Volume|Jaarverslag|Nieuwsbrief|"
    r"Annual Report|Newsletter|Magazine)\b.*$"
)
_SHORTEST = 3


def _several(text: str, start: int) -> Iterator[tuple[str, int]]:
    begin = 0
    for found in re.finditer(r",\s+(?:(?:en|and)\s+)?|\s+(?:en|and)\s+", text):
        yield text[begin : found.start()], start + begin
        begin = found.end()
    yield text[begin:], start + begin


_LED_IN = re.compile(
    r"^(?:(?:In|Op|Bij|Met|Voor|Van|At|On|With|For|Het|De|The)\s+)(?:(?:het|de|the)\s+)?"
)
_NOUN = re.compile(
    r"\b(?:Het|De|The)\s+(?P<noun>[a-zà-ÿ-]{3,})\s+(?:is|was)\s+(?:een|a|an)\s+(?:\w+\s+)?"
    r"(?:project|initiatief|initiative)\b"
)


def namings_by_noun(text: str) -> Iterator[Naming]:
    """What is called by its last word: "the Food Lab … The lab is a project of …"."""
    for found in _NOUN.finditer(text):
        whole = re.compile(rf"(?P<name>{TITLE})")
        for before in whole.finditer(text, 0, found.start()):
            name = _LED_IN.sub("", before["name"].strip(' "“”‘’'))
            words = name.split()
            if len(words) > 1 and words[-1].lower() == found["noun"]:
                start = text.index(name, before.start())
                yield Naming(PROJECT, name, start, start + len(name))
                break
