"""Names with commas and "and" in them, told by the words around these: where they stand in a text.

body for fields        Ministerie van Klimaat en Groene Groei; Department of Trade, Food and the Sea
fields of a body       Western Health and Social Care Trust; Arts and Humanities Research Council
owners of a body       Weavers’ and Dyers’ Charity
body of two places     Ziekenhuis Aar en Brem, where a list or a singular verb goes on behind it
"""

from __future__ import annotations

import re
from functools import lru_cache

_FIELD_NL = (
    r"(?:(?:economische|binnenlandse|buitenlandse|sociale|algemene|stedelijke|europese|"
    r"bestuurlijke|maatschappelijke) (?:zaken|economie|aangelegenheden|ontwikkeling)|"
    r"ruimtelijke (?:ordening|ontwikkeling)|groene groei|openbare werken|buitenlandse handel|"
    r"landbouw|tuinbouw|visserij|natuur|bos|voedselkwaliteit|voedselzekerheid|infrastructuur|"
    r"waterstaat|milieu|leefomgeving|omgeving|klimaat|energie|mobiliteit|verkeer|vervoer|"
    r"volksgezondheid|gezondheid|welzijn|sport|gezin|zorg|onderwijs|vorming|cultuur|jeugd|media|"
    r"wetenschap(?:pen)?|wetenschapsbeleid|koninkrijksrelaties|werkgelegenheid|werk|arbeid|"
    r"justitie|veiligheid|rechtsbescherming|volkshuisvesting|wonen|asiel|migratie|integratie|"
    r"inburgering|innovatie|innoveren|ondernemen|ondernemerschap|economie|toerisme|erfgoed|"
    r"financi[eë]n|begroting|defensie|ontwikkelingssamenwerking|emancipatie|digitalisering)"
)
_FIELD_EN = (
    r"(?:(?:the )?(?:(?:economic|foreign|social|rural|cultural|public|local|natural|environmental|"
    r"community|regional|home|energy|food|international|higher|further|vocational) "
    r"(?:affairs|development|"
    r"security|services?|care|government|resources|protection|health|education|training|trade|"
    r"heritage|policy|planning|welfare)|"
    r"climate (?:action|change|policy)|net zero|water management|industrial strategy|"
    r"kingdom relations|levelling up|gaeltacht|"
    r"education|culture|science|research|innovation|technology|economy|climate|energy|"
    r"transport|environment|food|health|trade|agriculture|fisheries|marine|sea|forestry|tourism|"
    r"enterprise|employment|work|pensions|labour|infrastructure|finance|justice|security|"
    r"business|industry|skills|media|sports?|housing|communities|communications|heritage|"
    r"welfare|nature|defence|interior|universities|children|youth|equality|disability|families|"
    r"expenditure|reform|taxation|water|waste|planning|digital|data|arts|humanities|drink|"
    r"training|learning|fire|rescue|safety|charities|standards|police|crime|mental health|"
    r"engineering|manufacturing|maritime|shipping|exports?|investment|jobs|commerce))"
)
_MINISTRY = re.compile(
    r"\b(?:ministerie|departement|directoraat-generaal|agentschap|ministerieel departement) "
    rf"(?:(?:van|voor) )?{_FIELD_NL}(?:, {_FIELD_NL}){{0,4}}(?:,? en {_FIELD_NL})?(?![\w-])|"
    r"\b(?:ministry|department|directorate(?:-general)?|office|agency|institute|council) "
    rf"(?:of|for) {_FIELD_EN}(?:, {_FIELD_EN}){{0,4}}(?:,? (?:and|&) {_FIELD_EN})?(?![\w-])",
    re.IGNORECASE,
)
_GOVERNING = re.compile(
    r"(?:ministerie|departement|ministry|department) (?:van |voor |of |for )", re.IGNORECASE
)
_WORD = r"[A-ZÀ-Þ][\w’'-]{1,30}"
# What such a body is, behind its fields.
_KIND_EN = (
    r"(?:(?:Research|Facilities|Advisory|Skills|Training|Development|Funding|Partnership|Action) )?"
    r"(?:Board|Trust|Council|Partnership|Authority|Service|Services|Agency|Association|Federation|"
    r"Fund|Institute|Centre|Center|Academy|College|School|Group|Forum|Alliance|Network|Commission|"
    r"Union|Society|Foundation|Consortium|Company|Catapult|Hub|Office)"
)
_BRANCH = (
    rf"(?i:{_FIELD_EN}|(?:economic|social|physical|biological|medical|life|creative|clinical|"
    r"technical|industrial|environmental|agricultural|rural|urban|cultural)(?: sciences?)?)"
)
_FIELDS = re.compile(
    rf"\b(?:{_WORD} ){{0,3}}{_BRANCH} (?:and|&) {_BRANCH}(?: {_BRANCH})? {_KIND_EN}\b"
)
_OWNERS = re.compile(rf"\b{_WORD}s[’'] (?:and|&) {_WORD}s[’'] {_WORD}(?: {_WORD})?")
# Councils and boards of two or three places in Britain and Ireland: as good as words.
_COUNTIES = (
    r"Carlow|Cavan|Clare|Cork|Donegal|Dublin|Dún Laoghaire|Galway|Kerry|Kildare|Kilkenny|Laois|"
    r"Leitrim|Limerick|Longford|Louth|Mayo|Meath|Monaghan|Offaly|Roscommon|Sligo|Tipperary|"
    r"Waterford|Westmeath|Wexford|Wicklow|Fingal|South Dublin"
)
_PLACES = re.compile(
    rf"\b(?:(?:{_COUNTIES}), )?(?:{_COUNTIES}) and (?:{_COUNTIES}) Education and Training Board\b|"
    r"\b(?:City and County|Tyne and Wear|Trinidad and Tobago|Bosnia and Herzegovina|"
    r"(?:Brighton and Hove|Redcar and Cleveland|Dumfries and Galloway|Telford and Wrekin|"
    r"Argyll and Bute|Bath and North East Somerset|Perth and Kinross|Westmorland and Furness|"
    r"Kensington and Chelsea|Hammersmith and Fulham|Barking and Dagenham|"
    r"Cheshire West and Chester|Windsor and Maidenhead|Basingstoke and Deane|"
    r"Bournemouth, Christchurch and Poole|King[’']s Lynn and West Norfolk|Tonbridge and Malling|"
    r"Nuneaton and Bedworth|Hinckley and Bosworth|Oadby and Wigston|Epsom and Ewell|"
    r"Reigate and Banstead|Newark and Sherwood|Armagh City, Banbridge and Craigavon|"
    r"Newry, Mourne and Down|Antrim and Newtownabbey|Ards and North Down|Lisburn and Castlereagh|"
    r"Mid and East Antrim|Fermanagh and Omagh|Causeway Coast and Glens|"
    r"Derry City and Strabane|Highlands and Islands|Stoke and Staffordshire|"
    r"Cambridgeshire and Peterborough|Leicester and Leicestershire|Hull and East (?:Riding|"
    r"Yorkshire)|"
    r"Cornwall and (?:the )?Isles of Scilly|Coventry and Warwickshire|Dorset and Wiltshire)"
    rf"(?: (?:{_WORD} ){{0,3}}(?:Council|Enterprise|Combined Authority|Trust|College|Partnership|"
    r"University|Fire and Rescue Service|Chamber of Commerce))?)"
)
_WATERS = re.compile(
    r"(?:\b(?:[Ww]aterschap|[Hh]oogheemraadschap(?: van)?|[Rr]egio|[Zz]iekenhuis) )?"
    r"(?:Hunze en Aa['’]?s|Aa en Maas|Rijn en IJssel|Vallei en Veluwe|Amstel, Gooi en Vecht|"
    r"Schieland en de Krimpenerwaard|Regge en Dinkel|Gooi en Vechtstreek)"
)
_OF_PLACES = (
    r"(?:[A-ZÀ-Þa-z][a-zà-ÿ]{0,15})?(?:[Ww]aterschap|[Ss]tichting|[Vv]ereniging|[Cc]oöperatie|"
    r"[Mm]aatschap|[Hh]oogheemraadschap|[Zz]iekenhuis|[Ss]chool|[Cc]ollege|[Kk]ring|[Ff]ederatie|"
    r"[Vv]erbond|[Ii]nstituut|[Ff]onds|[Zz]orggroep|[Oo]ntwikkelingsmaatschappij|[Ll]andschap|"
    r"[Oo]mgevingsdienst|[Vv]eiligheidsregio|[Uu]nie)"
)
_TWO = rf"{_OF_PLACES} {_WORD} en (?:de )?{_WORD}"
_HEADED = re.compile(
    rf"\b{_TWO}(?= (?:en|and) )|(?<=\ben ){_TWO}|(?<=\bde ){_TWO}(?= (?:en|and) )|"
    rf"\b{_TWO}(?= (?:is|was|heeft|had|wil|kan|gaat|doet|levert|werkt|brengt|neemt|stelt|zorgt|"
    r"betaalt|trekt|leidt|voert) )"
)
_ALL = (_MINISTRY, _FIELDS, _OWNERS, _PLACES, _WATERS, _HEADED)
_JOINT = re.compile(r",| en | and | & ")
_LONGEST = 2_000  # letters of a text that are looked at; more is made to keep a reader busy


@lru_cache(maxsize=512)
def joined(text: str) -> tuple[tuple[int, int], ...]:
    """Where names with a comma or an "and" in them stand in a text."""
    if not _JOINT.search(text):
        return ()
    return tuple(
        found.span()
        for one in _ALL
        for found in one.finditer(text[:_LONGEST])
        if _JOINT.search(found[0])
    )


def ministries_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where ministries and departments of a government are named, with one field or several."""
    return tuple(
        found.span() for found in _MINISTRY.finditer(text) if _GOVERNING.match(found[0])
        and any(word[:1].isupper() for word in found[0].split()[1:])
    )  # fmt: skip


def whole_at(text: str, start: int) -> int:
    """Where a name with a joint in it ends that begins there; 0 if there is none."""
    return max((end for at, end in joined(text) if at == start), default=0)
