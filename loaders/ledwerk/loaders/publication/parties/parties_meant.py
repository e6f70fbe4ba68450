"""What the parties that readers found are meant to be: a town, a province, a group, or none at all.

Readers take a party by the words that stand where one should stand. Here, at the end, a name tells
what it is after all: "Heerlen" is a municipality, "Gelderland" a province, "de ouderenzorg" a group
without a name of its own, and "penningmeester" or "Looptijd" nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ledwerk.loaders.publication.findings import Finding, FoundNode, FoundTie, Ref
from ledwerk.loaders.publication.parties.body_spans import FRONT
from ledwerk.loaders.publication.parties.known_names import PARTIES
from ledwerk.loaders.publication.parties.town_names import PROVINCES, town_called
from ledwerk.loaders.publication.people.functions import FIELD
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.schema.names import fold

_PROVINCES = frozenset(fold(name) for name in PROVINCES)
# Ministries of the Netherlands by the letters that they are called by.
MINISTRIES = {
    "EZK": "Economische Zaken en Klimaat",
    "EZ": "Economische Zaken",
    "LNV": "Landbouw, Natuur en Voedselkwaliteit",
    "OCW": "Onderwijs, Cultuur en Wetenschap",
    "BZK": "Binnenlandse Zaken en Koninkrijksrelaties",
    "I&W": "Infrastructuur en Waterstaat",
    "IenW": "Infrastructuur en Waterstaat",
    "IenM": "Infrastructuur en Milieu",
    "VWS": "Volksgezondheid, Welzijn en Sport",
    "SZW": "Sociale Zaken en Werkgelegenheid",
    "JenV": "Justitie en Veiligheid",
    "KGG": "Klimaat en Groene Groei",
}
# Who is meant by such words has no name of his own.
_GROUP_NL = (
    r"[a-zà-ÿ-]*(?:aanbieders|instellingen|organisaties|corporaties|scholen|gemeenten|gemeentes|"
    r"ondernemers|ondernemingen|bedrijven|besturen|bonden|ziekenhuizen|huisartsen|partijen|"
    r"overheden|werkgevers|werknemers|verladers|vervoerders|telers|boeren|inwoners|bewoners|"
    r"cli[ëe]nten|deelnemers|leden|partners|recyclaars|provincies|waterschappen|universiteiten|"
    r"hogescholen|zorg|sector|economie|onderwijs|bedrijfsleven|industrie|landbouw|tuinbouw|horeca|"
    r"middenstand|detailhandel|maakindustrie|mkb)"
)
_GROUP_EN = (
    r"(?:[a-z-]*(?:businesses|firms|companies|authorities|councils|schools|colleges|universities|"
    r"members|employers|charities|farmers|growers|residents|hospitals|partners|yards|providers|"
    r"landowners|unions|municipalities)|education|sector|industry|academia)"
)
_ARTICLED = r"(?:(?:[Dd]e|[Hh]et|[Tt]he|[Aa]lle|[Aa]ll|[Oo]nze|[Oo]ur) )?"
_GROUP = re.compile(
    rf"{_ARTICLED}(?:[A-ZÀ-Þ]?[a-zà-ÿ-]+ (?:(?:[a-zà-ÿ-]+ ){{0,3}})(?:{_GROUP_NL}|{_GROUP_EN})|"
    rf"(?:{_GROUP_NL}|{_GROUP_EN}))|(?=[A-ZÀ-Þ])(?i:{_GROUP_NL})|"
    rf"{_ARTICLED}(?:Small|Local|Higher|Further|Third|Private|Public|Voluntary|Marine|Large|"
    r"Regional|Primary|Secondary) (?:[Bb]usinesses|[Ff]irms|[Ss]ector|[Ee]ducation|"
    r"[Aa]uthorities|[Ss]chools)|SMEs"
)
# What stands in a row or on a line where a party might, and is none.
_NOBODY = re.compile(
    r"(?:(?:vice-?|onder|plv\.? )?voorzitter|secretaris|penningmeester|bestuurslid|lid|adviseur|"
    r"waarnemer|(?:vice-?)?chair|treasurer|secretary|member|observer|vice|rol|zetel|functie|naam|"
    r"budget|resultaat|looptijd|periode|stand|status|doel|duur|start|trekker|vacature|vacancy|"
    r"skills|results?|role|seat|duration|period|total|totaal|bijdrage|eur|administratie|"
    r"(?:(?:de|the) )?(?:project|samenwerkings|consortium)[- ]?partners?|"
    r"provinciale staten|gedeputeerde staten|gemeenteraad|(?:the )?cluster|alliance|"
    r"uitgave van .*)",
    re.IGNORECASE,
)
# The label of the next line, where two lines became one.
_LABEL_BEHIND = re.compile(
    r"\s(?:Looptijd|Periode|Budget|Begroting|Totale|Duur|Duration|Period|Financiering|Financiers|"
    r"(?<!& )(?<!and )(?<!en )Partners(?= [A-Z])(?! L)|Projectpartners|"
    r"Projectleider|Bijdrage|Contact|Trekker|Penvoerder|Resultaat|"
    r"Locatie|Startdatum|Einddatum)(?:\s.*)?$"
)


# What somebody is, behind the name of whom he is from: "Zeewijk Government Observer".
_ROLE_BEHIND = re.compile(
    r"\s(?:Observer|Representative|(?:Onder|Vice-?)?[Vv]oorzitter|Secretaris|Penningmeester|Lid|"
    r"Waarnemer|(?:Vice-?)?Chair|Director|Directeur|Manager)\b.*$|(?<=[a-z]{4})\. [A-ZÀ-Þ].*$"
)
_TITLED = re.compile(
    r"(?:.*\s)?(?:Mw|Dhr|Mevr|Mevrouw|Cllr|Dr|Drs|Prof|Ir|Mr|Mrs|Ms)\.? (?:[A-Z]\.|[A-ZÀ-Þ][a-z])"
)


def as_meant(found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, with each party as what it is meant to be; without those that are none."""
    findings = list(found)
    refs = {one.ref for one in findings if isinstance(one, FoundNode)}
    refs |= {ref for one in findings if isinstance(one, FoundTie) for ref in _ends(one)}
    names = {fold(ref.name) for ref in refs}
    meant = {ref: _meant(ref, names) for ref in refs if ref.kind in PARTIES}
    for one in findings:
        if isinstance(one, FoundTie):
            source, target = (meant.get(ref, ref) for ref in _ends(one))
            if source is not None and target is not None and source != target:
                yield replace(one, source=source, target=target)
            continue
        ref = meant.get(one.ref, one.ref)
        if ref is not None:
            other = () if ref == one.ref or _LABEL_BEHIND.search(one.ref.name) else (one.ref.name,)
            yield replace(one, ref=ref, aliases=(*one.aliases, *other))


def _ends(one: FoundTie) -> tuple[Ref, Ref]:
    return one.source, one.target


def _meant(ref: Ref, names: set[str]) -> Ref | None:
    """The party that a name stands for; None if it stands for nobody."""
    name = _LABEL_BEHIND.sub("", ref.name).strip(" ,;:-–")
    if ref.kind == "Organisation":
        name = _ROLE_BEHIND.sub("", name)
        somebody = name != ref.name and has_given_name(name) and not FRONT.match(name)
        if somebody or _TITLED.match(name) or _OF_A_FIELD.match(name):
            return None
    if not name or (ref.kind != "Group" and _NOBODY.fullmatch(name)):
        return None
    return _by_name(name, names) if ref.kind == "Organisation" else Ref(ref.kind, name)


# "gedeputeerde Economie": what he is charged with is no province's name.
_OF_A_FIELD = re.compile(rf"Provincie {FIELD.pattern}$", re.IGNORECASE)


# In Ireland and Wales a county council is what a municipality is elsewhere; in England it is not.
_GOVERNING_COUNTY = re.compile(
    r"(?:Carlow|Cavan|Clare|Cork|Donegal|Fingal|Galway|Kerry|Kildare|Kilkenny|Laois|Leitrim|"
    r"Longford|Louth|Mayo|Meath|Monaghan|Offaly|Roscommon|Sligo|South Dublin|Tipperary|Westmeath|"
    r"Wexford|Wicklow|Dún Laoghaire-Rathdown|Carmarthenshire|Ceredigion|Denbighshire|Flintshire|"
    r"Isle of Anglesey|Monmouthshire|Pembrokeshire|Powys) County Council"
)
_IRISH = re.compile(
    r"\b(?:clg|dac|teagasc|ireland|irish|education and training board|technological university|"
    r"munster|leinster|connacht)\b"
)
_COUNTY = re.compile(r"[A-ZÀ-Þ][\w’' -]+ County Council")


def _governs(name: str, names: set[str]) -> bool:
    """Whether a county council is a municipality: of Ireland or Wales, or in a text of Ireland."""
    if _GOVERNING_COUNTY.fullmatch(name):
        return True
    return _COUNTY.fullmatch(name) is not None and any(_IRISH.search(other) for other in names)


def _by_name(name: str, names: set[str]) -> Ref:
    """What an organisation of such a name is, where others have the names beside it."""
    if _governs(name, names):
        return Ref("Municipality", name)
    town = town_called(name)
    if town and (fold(town) in names or fold(f"Provincie {name}") not in names):
        return Ref("Municipality", town)
    if _GROUP.fullmatch(name) and not FRONT.match(name):
        return Ref("Group", name[:1].upper() + name[1:])
    if name in MINISTRIES:
        return Ref("Organisation", f"Ministerie van {MINISTRIES[name]}")
    if fold(name) in _PROVINCES and fold(f"Gemeente {name}") not in names:
        return Ref("Organisation", f"Provincie {name}")
    return Ref("Organisation", name)
