"""Headings that name a project or programme: how the name is freed of what else stands there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ledwerk.loaders.publication.activities.activity_names import PROGRAMME, PROJECT
from ledwerk.loaders.publication.layout.counting_words import SMALL_NUMBER
from ledwerk.loaders.publication.layout.heading_words import CODE
from ledwerk.loaders.publication.layout.labels import meaning_of
from ledwerk.loaders.publication.parties.town_names import town_called
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.schema.names import fold

_NUMBERED = re.compile(
    r"^(?:(?:hoofdstuk|chapter|bijlage|annex|section|deel|part|"
    r"paragraaf)\s+)?(?:[IVX]{1,5}\.(?=\s)|\d+(?!(?:\.\d+)*\s+(?:miljoen|million|mln|procent|"
    r"per cent|jaar|years|euro)\b)(?:\.\d+)*[a-z]?\.?\s*[–—:.)-]?|\(?[a-z][.)]|[A-H]\)|"
    # "A. ICE WORKS"; "A. Bakker" is a person
    r"[A-H]\.(?=\s+[A-ZÀ-Þ]{3})|"
    # A letter and a number are one only with a sign behind them: A2 may be a road.
    r"[A-Z]\.?\d+(?:\.\d+)*\s?[.):–—])\s+"
)
_STATE = re.compile(
    r"\s*\((?:is\s+)?(?:afgerond|voltooid|lopend|loopt|in aanvraag|aangevraagd|in voorbereiding|"
    r"nieuw|gestart|be[eë]indigd|gestopt|completed|finished|closed|ongoing|under way|new|started|"
    r"planned|pending|applied for|in preparation)\)$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?:(?:(?:nieuw|lopend|afgerond|new|completed|ongoing)e? (?:project|programma|programme)|"
    r"(?:project\s+)?(?:in beeld|in de kijker|in de schijnwerpers?|onder de loep|van de maand|"
    r"van het jaar|of the (?:month|year)|in the picture|in focus)|uitgelicht|uit de praktijk|"
    r"afgerond|nieuw|lopend|gestart|van start|case(?: study)?|casus|"
    r"praktijkvoorbeeld|voorbeeld|good practice|project in beeld|interview|reportage|"
    r"in the spotlight|"
    r"spotlight(?: on)?|completed|new|ongoing|started|finished|under way|update|feature|"
    r"focus)\s*:\s*)+|^(?:voorstel|projectvoorstel|aanvraag|nieuwe aanvraag|besluit|"
    r"proposal|application|new application|bid):?\s+(?:voor |van |for )?(?:(?:de|het|the) )?"
    r"(?=(?-i:[A-ZÀ-Þ]))|^(?:voortgang|stand van zaken|tussenstand|terugblik op|nieuws uit|"
    r"update on|"
    r"progress on|news from)\s+(?:van |in |of |bij )?(?:(?:de|het|the) )?(?=(?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
_PROJECT_BEFORE = re.compile(
    r"^(?:(?:het|the|ons|our)\s+)?(?:(?:\w*project|pilot)(?:\s+(?:\d+[a-z]?|[A-Z]|"
    r"[IVX]+))?\s*[:–—-]?|(?:(?:project)?fiche|project ?(?:sheet|blad|kaart)|projectfiche|"
    r"fact ?sheet|case|maatregel|actie|measure|action|initiatief|initiative|scheme|werkpakket|"
    r"work package|wp|proeftuin|fieldlab|experiment|deelproject|subproject|project no\.?|"
    r"project nr\.?)(?:\s*(?:\d+(?:\.\d+)*[a-z]?|[A-Z](?=\s?[:–—.-])|[IVX]+(?=\s?[:–—.-]))"
    r"\s*[:–—.)-]?|\s*[:–—]))\s+(?=(?-i:[\"“‘]?[A-ZÀ-Þ0-9]))",
    re.IGNORECASE,
)
_PROGRAMME_BEFORE = re.compile(
    r"^(?:(?:het|the|ons|our)\s+)?(?:(?:programma|programme|program|speerpunt|actielijn|"
    r"programmalijn|pijler|pillar|theme|strand|work(?:ing)? line)(?:\s+(?:\d+|[A-H](?=[\s:.–-])))?|"
    r"(?:lijn|line|spoor|thema|deelprogramma|track|work ?stream)\s+(?:\d+|[A-H](?=[\s:.–-])))"
    r"\s*[:–—.-]?\s+(?=(?-i:[\"“‘]?[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s+(?:(?P<project>project)|(?P<programme>programme|program|programma))$", re.IGNORECASE
)
# A line that is called by the word as well: "Spoor Leren".
_LINE = re.compile(r"(?:Spoor|Lijn|Track) [A-ZÀ-Þ][a-zà-ÿ]+(?: [A-ZÀ-Þ][a-zà-ÿ]+)*$")
# A label that stands on the heading's line: "Programmalijn 3 Vakmensen Trekker: Alfa-college".
_LABEL_BEHIND = re.compile(
    r"(?<=\w)\s+(?:Trekkers?|Penvoerder|Projectleider|Promotor|Lead(?: partner)?|Partners?|"
    r"Looptijd|Periode|Period|Budget|Status)\s?:.*$"
)
_NO_NAME_END = re.compile(
    r"\b(?:het|de|een|dit|ons|onze|van|voor|the|this|our|a|an|of|for|each|elk|every)$",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\s*[(\[,]?\s*((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)\s*[)\]]?\s*$")
_PARTED = re.compile(r"\s+[–—|]\s+|:\s+|\s+-\s+")

_NEVER = re.compile(
    r"(?:voorwoord|woord vooraf|inleiding|introductie|foreword|preface|introduction|welcome|welkom|"
    r"redactioneel|editorial|van de (?:voorzitter|directeur|redactie)|from the (?:chair|"
    r"director)\w*|"
    r"samenvatting|(?:executive )?summary|conclusies?|conclusions?|terugblik.*|vooruitblik.*|"
    r"(?:in het )?kort|kort(?:weg|om)?|tabel \d+.*|table \d+.*|nog (?:geen|niet).*|antwoord|"
    r"answer|in short|(?:item|agendapunt|punt) \d+.*|(?:de |the )?(?:rekening|"
    r"bill|accounts)|(?:buiten|outside|beyond|elders|elsewhere|around) .*|talk of .*|excursie.*|"
    r"(?:thema|theme) \w+|(?:idee.n|ideas|wensen|wishes) .*|besproken|geplande .*|leefbaarheid|"
    r"arbeidsmarkt|toerisme|logistiek|energie|"
    r"onderwijs|zorg|innovatie|duurzaamheid|bereikbaarheid|mobiliteit|tourism|logistics|energy|"
    r"health|education|skills|innovation|mobility|transport|housing|wonen|werken|leren|"
    r"(?:het|the) jaar .*|(?:the )?year (?:in|at).*|.*\bin (?:het kort|vogelvlucht|cijfers)|"
    r"at a glance|over ons|about us|wie (?:zijn wij|is wie|wij zijn)|who(?:'s| is) who|"
    r"(?:(?:het|ons|our|the) )?(?:\w*bureau|\w*secretariaat|secretariat|kantoor|"
    r"(?:support |central )?office)|(?:voortijdig )?(?:gestopt|be.indigd|stopgezet)|"
    r"(?:stopped|ended|discontinued)(?: early)?|"
    r"organisatie|organi[sz]ation|governance|bestuur.*|board.*|team|kernteam|redactie|staff|"
    r"(?:our |onze )?people|(?:onze )?mensen|personalia|who.s new|nieuwe gezichten|new faces|"
    r"nieuwe aanvragen|aanvragen|applications|proposals|voorstellen|ingekomen stukken|"
    r"missie|visie|strategie|mission|vision|strategy|ambities?|ambitions?|"
    r"nieuws|kort nieuws|news|in brief|mededelingen|rondvraag|sluiting|opening|any other business|"
    r"actiepunten|action points|besluiten|decisions|aanwezig(?:en)?|present|apologies|afwezig.*|"
    r"financi\w+|finances?|jaarrekening|accounts|begroting.*|budget.*|contact.*|bijlagen?|annex.*|"
    r"leden|members|lidmaatschap|membership|partners.*|onze partners|our partners|gemeenten|"
    r"campussen|campuses|interview.*|column|vraag en antwoord|q ?& ?a|"
    r"jaarverslag.*|annual report.*|nieuwsbrief.*|newsletter.*|notulen.*|minutes.*|verslag.*|"
    r"magazine.*|projecten.*|projects.*|.*\bprojecten|.*\bprojects|programma.s.*|programmes.*|"
    r"overzicht.*|overview.*|resultaten.*|results.*|communicatie.*|communications?.*|"
    r"project facts|projectgegevens|feiten|facts|highlights.*|hoogtepunten.*|toelichting|"
    r"explanation|notes|voetnoten|nieuwe voorstellen|new proposals|updates?|"
    r"sectoren|sectors|thema.s|themes|doelen|goals|kansen|opportunities|"
    rf"(?:\d+|een|{SMALL_NUMBER})\s+"
    r"(?:\w+\s+)?(?:[a-z]{0,12}lijnen|sporen|pijlers|thema.s|strands|pillars|tracks|projecten|"
    r"proeven|pilots|projects|trials|schemes|proeftuinen|initiatieven)\b.*|"
    r".*\bconsortium|progress|voortgang|stand van zaken|afgerond(?:e .*)?|completed|elders.*|"
    r"elsewhere.*|"
    r"projectfiches?|fiches?|(?:project )?sheets?|projectleiders?|project (?:leader|manager)s?|"
    r"fieldlabs|pilots|proeftuinen|living labs|.*bestuur|.*\bboard|.*\b(?:committee|council)|"
    r"(?:stuur|werk|regie|klankbord|kern|project)groep.*|steering (?:group|committee).*|"
    r"(?:\w+ )?(?:vragen (?:aan|voor)|questions (?:for|to)) .*|(?:in )?gesprek met .*|"
    r"accountable bod(?:y|ies)|.*\bspecificaties|planning|agenda|vooruitzichten|outlook|"
    r"wat (?:er )?(?:nog|verder|komt).*|ook (?:dit|nog|in).*|en verder.*|verder.*|also.*|"
    r"in de (?:regio|streek|media).*|in the (?:region|press|media).*|what.s next|"
    r"financiering|funding|subsidies?|grants?|wie .*|who .*|hoe .*|how .*|wat .*|what .*|"
    r"waarom .*|why .*|waar .*|where .*|campus(?:sen)?|evenementen|activiteiten|activities)",
)


@dataclass(frozen=True, slots=True)
class Titled:
    """What a heading says of an activity: names it may have, whether it says that it is one."""

    names: tuple[str, ...]
    kind: str = ""
    start: str = ""
    end: str = ""


def titled(heading: str) -> Titled:
    """A heading as the names of what it may be about, the fullest first."""
    heading = without_code(_LABEL_BEHIND.sub("", heading))
    text = _STATE.sub("", _BEFORE.sub("", heading.strip()).strip())
    kind = PROGRAMME if _LINE.match(text) else ""
    for pattern, one in ((_PROGRAMME_BEFORE, PROGRAMME), (_PROJECT_BEFORE, PROJECT)):
        found = pattern.match(text) if not kind else None
        if found:
            text, kind = text[found.end() :], one
            break
    after = _AFTER.search(text)
    # "Wie betaalt het programma" names none.
    if after and not kind and not _NO_NAME_END.search(text[: after.start()]):
        kind = PROJECT if after["project"] else PROGRAMME
        # "The Green Quays Programme" is called so; "the Rural Skills programme" has a shorter name.
        if not (after["programme"] and after["programme"][0].isupper() and not text.isupper()):
            text = text[: after.start()]
    start = end = ""
    years = _YEARS.search(text)
    if years and len(text) > years.end() - years.start() + 2:
        start, end = years[1], years[2]
    shown = text.strip(' "“”‘’')
    bracketed = _YEARS.sub("", shown) if years and years[0].strip()[:1] in "([" else shown
    parts = [part.strip(' "“”‘’') for part in _PARTED.split(bracketed) if part.strip()]
    names = (bracketed, *parts) if len(parts) > 1 else (bracketed,)
    return Titled(names, kind, start, end)


def without_code(heading: str) -> str:
    """A heading without the number or code that stands before its words."""
    found = CODE.match(heading)
    return heading[found.end() :] if found else _NUMBERED.sub("", heading)


def never_an_activity(heading: str) -> bool:
    """Whether a heading heads a part of a publication that is about no one project."""
    text = fold(without_code(heading).strip(" .:?!"))
    first = heading.partition(":")[0]
    label = meaning_of(first) or (first != heading and _NEVER.fullmatch(fold(first)))
    # "Opening en mededelingen", "Rondvraag en sluiting": both are parts that many texts have.
    both = [part for part in re.split(r" (?:en|and|&) ", text) if part]
    general = len(both) > 1 and all(map(_NEVER.fullmatch, both))
    dateline = all(map(town_called, re.split(r" ?[/,&] ?", heading.strip(" .:"))))
    return bool(
        label
        or dateline
        or general
        or _NEVER.fullmatch(text)
        or "?" in heading
        or heading.endswith("!")
        or _TWO_SENTENCES.search(heading)
        or (has_given_name(heading) and _PERSON_WITH_JOB.fullmatch(heading))
    )


_TWO_SENTENCES = re.compile(r"[a-zß-ÿ]{3}\. [A-ZÀ-Þ][^.]{3,120}\.$")
# "Anke Smit (wethouder gemeente Oss)": a line of a list of who was there.
_PERSON_WITH_JOB = re.compile(
    r"[A-ZÀ-Þ][\w'’.-]{1,30}(?: [\w'’.-]{1,30}){1,5} \([a-zß-ÿ][^()]{3,90}\)"
)


_PROJECTS_HEADING = re.compile(
    r"(?:\d+(?:\.\d+)*\.?\s+)?(?:(?:de|onze|our|the|capital|major|key|"
    r"infrastructure|investment|strategic|live|funded|approved|supported|growth|skills|transport|"
    r"gesteunde|gehonoreerde|goedgekeurde|strategische|lopende|nieuwe|afgeronde|current|new|"
    r"ongoing|"
    r"completed|alle|all|uitgelichte|featured|stand van zaken|voortgang|overzicht van|updates? on|"
    r"voortgang van|"
    r"voortgang per|stand per|nieuws uit|nieuws over|progress of|status of|overview of)\s+(?:de |"
    r"onze |the |our )?)*"
    r"(?:projecten|projects|trajecten|initiatieven|initiatives|project ?updates?|projectfiches|"
    r"fiches|project ?sheets|projectbladen|project profiles|pilots|schemes|proeftuinen|fieldlabs|"
    r"living labs|deelprojecten|project ?news|project ?round-?up|project notes|"
    r"projectnieuws|project progress|"
    r"voortgang projecten)(?:\s+(?:uitgelicht|belicht|onder de loep|under review|"
    r"highlighted|featured))?(?:\s+(?:in|van|of|under|binnen)\s+.*)?"
)
_PARTNER_PARTS = re.compile(
    r"(?:\w+ )?\w*(?:partners?|deelnemers?|consortium|trekkers?|penvoerders?|lead|coordinator|"
    r"participants?)(?: .*)?|wie (?:doe[tn]|werken).*|who takes part|in samenwerking met|"
    r"betrokken (?:partijen|organisaties)|participating organisations|looptijd|project period"
)


def heads_projects(heading: str) -> bool:
    """Whether a heading is that of a chapter of projects: "Onze projecten"."""
    bare = without_code(heading.strip(" >»•*#-–"))
    return _PROJECTS_HEADING.fullmatch(fold(bare).strip(" :.")) is not None


_PROGRAMMES_HEADING = re.compile(
    r"(?:(?:de|onze|our|the|lopende|current|main|key|big|grote|drie|vier|three|four)\s+)*"
    r"(?:programma.s|programmes|programs|programmalijnen|actielijnen)(?:\s+(?:in|van|of)\s+.*)?"
)


def heads_programmes(heading: str) -> bool:
    """Whether a heading is that of a chapter of programmes: "Our programmes"."""
    bare = without_code(heading.strip())
    return _PROGRAMMES_HEADING.fullmatch(fold(bare).strip(" :.")) is not None


def lists_partners(part: str) -> bool:
    """Whether a part's heading, folded, stands over who takes part in something, or when."""
    return _PARTNER_PARTS.fullmatch(part) is not None
