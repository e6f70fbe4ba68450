"""A function and where somebody has it: "wethouder Stein", "head of research at Tees Water"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ledwerk.loaders.publication.people.function_words import (
    FUNCTION_HEADS,
    FUNCTION_MODIFIERS,
    INNER_BODIES,
    MUNICIPAL,
    PROVINCIAL,
    SEAT_ROLES,
)

_ARTICLE = r"(?:(?-i:de|het|een|the|a|an|'t|’t) )?"
_AT = r"(?:bij|aan|at|with|for|in dienst van)"
_OF = r"(?-i:van|of|from)"  # "Van Dooren Plant" is a name
_PARTY = r"(?P<party>(?-i:[A-ZÀ-Þ0-9]).*)"
# "beleidsadviseur", "havendirecteur": Dutch joins words; the head stands at the end.
_HEAD = rf"(?:[a-zà-ÿ-]*(?:{FUNCTION_HEADS}))"
# "Consultant Cardiologist", but not "directeur Bakker".
_SECOND = r"(?-i:(?=[a-zà-ÿ]|[A-Z][a-z]+(?:ist|eon|eer|ician|nurse)\b))"
_FUNCTION = re.compile(
    rf"{_ARTICLE}(?P<function>(?:(?:{FUNCTION_MODIFIERS})[- ]){{0,3}}{_HEAD}\b"
    rf"(?:(?:/| & |-| {_SECOND}){_HEAD}\b)?"
    rf"(?:[ ,]+(?:van |of |bij )?(?:{INNER_BODIES})(?![\w-]))?)",
    re.IGNORECASE,
)
_ROLE = re.compile(rf"{_ARTICLE}(?P<role>{SEAT_ROLES})", re.IGNORECASE)
_TOPIC = r"(?P<topic>(?: (?!(?:van|of|bij|aan|at|with)\b)[a-zà-ÿ&/,’'-]+)*?)"
_CONNECT = re.compile(rf"^[ ,]*(?:(?:{_AT}|{_OF}) )?{_ARTICLE}{_PARTY}$", re.IGNORECASE)
_STRONG = re.compile(rf"^(?P<topic>.*?)[ ,]+{_AT} {_ARTICLE}{_PARTY}$", re.IGNORECASE)
_WITH_OF = re.compile(rf"^(?P<topic>.*?)[ ,]+{_OF} {_ARTICLE}{_PARTY}$", re.IGNORECASE)
# Words in lower case before a party's name: "adviseur bij ingenieursbureau Tauw".
BEFORE_PARTY = (
    r"(?:(?:deel)?gemeente|stad|provincie|universiteit|hogeschool|stichting|municipality|"
    r"university|"
    r"province|regio|vereniging|waterschap|hoogheemraadschap|ministerie|ministry|co[öo]peratie|"
    r"firma|maatschap|netwerk|platform|school|college|instituut|academie|museum|ziekenhuis|campus|"
    r"kwekerij|boerderij|brouwerij|bakkerij|rederij|werf|veiligheidsregio|omgevingsdienst|"
    r"woningstichting|vzw|bvba|cvba|stad|[a-zë]*(?:bureau|bedrijf|fabriek|organisatie|instelling|corporatie|kantoor|"
    r"federatie|groep|fonds|bank|keten|studio|winkel|handel|vereniging|erij|praktijk|hotel|centrum|"
    r"maatschappij|onderneming|specialist|producent|leverancier|verzekeraar|bouwer|maker|"
    r"verwerker|vervoerder|handelaar|recycler|ontwikkelaar|uitgever|brouwer|bewerker|collectief|"
    r"dienst|bond|koepel|cluster)|"
    r"hotel|restaurant|camping|vakantiepark|pretpark|attractiepark|herberg|café|theater|"
    r"ziekenhuis|scholengroep|scholengemeenschap|woonzorgcentrum|zorggroep|zorginstelling|"
    r"aannemer|installateur|transporteur|architect|firma|familiebedrijf|landgoed|klooster|kasteel|"
    r"brewery|bakery|dairy|foundry|shipyard|start-?up|hospital|school|theatre|social enterprise|"
    r"trust|charity|firm|company|consultancy|cooperative|farm|brewery|community group|museum)"
)
_LOWER_OF = re.compile(
    rf"^{_TOPIC}[ ,]+(?:(?:van|bij|aan|of|at|in|from|with|for) )?(?:(?:de|het|the) )?"
    rf"(?P<party>{BEFORE_PARTY} (?:of |van )?[A-ZÀ-Þ0-9].*)$"
)
_LOWER_WORDS = re.compile(
    r"(?: (?:en |and |& )?(?!(?:van|of|bij|aan|at|with|namens|en|and)\b)[a-zà-ÿ&/-]+)+"
)
_TOPICAL = re.compile(
    r"(?:head|professor|lecturer|dean|manager|officer|leader|lead|director|chancellor|president|"
    r"cabinet member|executive member|portfolio holder|"
    r"hoofd|hoogleraar|directeur|adviseur|portefeuillehouder|gedeputeerde|wethouder|minister|"
    r"schepen|staatssecretaris|executive|co-?ordinator|advis[eo]r|lector)$",
    re.IGNORECASE,
)
# What departments and portfolios are called: "Head of Programmes" is head of no party.
_FIELD_WORDS = (
    r"Programmes?|Projects?|Operations?|Operational|Communications?|Finance|Financial|Research|"
    r"Innovation|Policy|Marketing|Development|People|HR|Strategy|Strategic|Partnerships?|Skills|"
    r"Engineering|Sales|Education|Digital|Sustainability|Governance|Estates|Procurement|Data|"
    r"Business|Technology|Science|Sciences|External|Public|Corporate|Affairs|Services?|Support|"
    r"Training|Learning|Economy|Economic|Communit(?:y|ies)|Place|Transport|Analysis|Planning|"
    r"Regeneration|Housing|Environment|Environmental|Children|Adults?|Health|Social|Care|Culture|"
    r"Leisure|Infrastructure|Assets|Property|Legal|Democratic|Customers?|Growth|Enterprise|"
    r"Investment|Employability|Employment|Tourism|Sport|Academic|Student|Students|International|"
    r"Global|Quality|Safety|Security|Risk|Audit|Compliance|Insight|Performance|Delivery|Change|"
    r"Transformation|Portfolio|Products?|Supply|Chain|Logistics|Production|Manufacturing|"
    r"Maintenance|Technical|IT|ICT|Resources|Human|Relations|Media|Press|Membership|Events|Funding|"
    r"Grants|Engagement|Regional|Local|Rural|Urban|Net|Zero|Carbon|Energy|Climate|Agriculture|Third|Sector|"
    r"Personeel|Organisatie|Financi[ëe]n|Communicatie|Verkoop|Inkoop|Productie|Techniek|Innovatie|"
    r"Onderzoek|Ontwikkeling|Onderwijs|Zorg|Welzijn|Economie|Economische|Zaken|Ruimte|Ruimtelijke|"
    r"Ordening|Mobiliteit|Verkeer|Milieu|Duurzaamheid|Energie|Klimaat|Landbouw|Natuur|Cultuur|"
    r"Jeugd|Sociaal|Domein|Beleid|Strategie|Bedrijfsvoering|Vastgoed|Wonen|Werk|Inkomen|Leren|"
    r"Arbeidsmarkt|Logistiek|Kwaliteit|Veiligheid|HRM|P&O|R&D|Juridische|Publieke|Externe|"
    r"Relatiebeheer|Projecten|Gezondheid|Binnenlandse|Buitenlandse|Technologie|Lokale|Natuurbeheer|Toerisme|Financieel|Circulaire|Voedsel|Gebiedsontwikkeling|Leefbaarheid|Recreatie|Erfgoed|Sport|Haven|Water|Hospitality|Federale|Europese|Regionale|"
    r"Bestuurlijke"
)
FIELD = re.compile(rf"(?:(?:{_FIELD_WORDS}|and|&|en|of|,|/)[ ,]*)+", re.IGNORECASE)
# "schepen van Landbouw in Heers": what it is about, and where.
_FIELD_IN = re.compile(
    rf"(?P<topic> (?:van |voor )?(?:(?:{_FIELD_WORDS}|en|&|,) ?)+?) (?:in|te|bij|van) "
    r"(?P<party>[A-ZÀ-Þ'’].*)"
)
# "melkveehouder te Oudeveen": a place is nobody that he works for.
_IN_PLACE = re.compile(r"^(?P<topic>(?: [a-zà-ÿ&/-]+){0,3}?) (?:te|in|uit) [A-ZÀ-Þ][\w’'-]+$")
_IN_TOWN = re.compile(
    r"^(?P<topic>(?: en [a-z-]+)?(?: [a-z]+(?: en [a-z]+)?)?) in (?P<party>[A-ZÀ-Þ'’][\w’'-]+"
    r"(?:(?: (?:aan|op|den|de|het|ter|over|en))* [A-ZÀ-Þ][\w’'-]+)*)$"
)
# In English any noun may stand before the head: "HR Director", "storage lead".
_HEADS = (
    r"(?i:manager|director|officer|lead|leader|co-?ordinator|advis[eo]r|engineer|executive|"
    r"specialist|analyst|secretary|president|consultant|administrator|assistant|operative|"
    r"supervisor|technician|planner|scientist|researcher|lecturer|producer|buyer|controller)"
)
_NOUN = (
    r"(?!(?:is|was|who|the|a|an|and|or|of|at|in|by|from|with|for|to|as|on|their|our|its|his|her|"
    r"de|het|een|van|bij|als|voor|door|en|onze|zijn|die|dat|met|te|has|had|says|said|under|over|"
    r"into|after|new|former|then|that|this|been|be|are|were|also|both|whose|where|when)\b)"
)
_TITLED = re.compile(
    rf"(?:(?:{_NOUN}[A-Z][A-Za-z&/-]*,? ){{1,3}}|(?:{_NOUN}[a-z][a-z&/-]*,? ){{1,3}}){_HEADS}\b"
)
_TITLE_AT = re.compile(r",? (?:at|with|of|for) (?:the )?(?=[A-Z])|, (?:the )?(?=[A-Z])")
# "Reader in Soil Science, Hull University"
_SUBJECT = re.compile(
    r"^ (?:in|of) (?P<subject>[A-ZÀ-Þ][\w-]*(?: (?:(?:and|&|of|en) )?[A-ZÀ-Þ][\w-]*){0,4}), "
    r"(?P<party>(?:the )?[A-ZÀ-Þ].*)$"
)
_SUBJECT_ALONE = re.compile(r" in [A-ZÀ-Þ][\w-]*(?: (?:(?:and|&|of) )?[A-ZÀ-Þ][\w-]*){0,4}")
_IN_ENGLISH = re.compile(r"(?:reader|lecturer|professor|fellow)$", re.IGNORECASE)
_SCHOLAR = re.compile(r"(?:reader|lecturer|professor|fellow|lector|hoogleraar)$", re.IGNORECASE)
_IS_MUNICIPAL = re.compile(rf"\b(?:{MUNICIPAL})\b", re.IGNORECASE)
_IS_PROVINCIAL = re.compile(rf"\b(?:{PROVINCIAL})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Post:
    """A function at a party; either may be empty. The party is as the text words it."""

    function: str
    party: str

    @property
    def municipal(self) -> bool:
        """Whether only somebody of a municipality has such a function."""
        return _IS_MUNICIPAL.search(self.function) is not None

    @property
    def provincial(self) -> bool:
        """Whether only somebody of a province has such a function."""
        return _IS_PROVINCIAL.search(self.function) is not None


def seat_role(text: str) -> str:
    """A text if it is nothing but a role on a board, without its article; else empty."""
    bare = text.strip(" .,;:")
    found = _ROLE.fullmatch(bare)
    return found["role"] if found else _SHORT_ROLES.get(bare.lower().replace(".", ""), "")


# As lists abbreviate them: "Eva Smit (vz)".
_SHORT_ROLES = {
    "vz": "voorzitter", "voorz": "voorzitter", "vvz": "vice-voorzitter",
    "vice-vz": "vice-voorzitter", "secr": "secretaris", "penn": "penningmeester",
    "penningm": "penningmeester", "plv vz": "plaatsvervangend voorzitter",
}  # fmt: skip


def begins_function(text: str) -> bool:
    """Whether a text begins with the words of a function."""
    bare = text.strip()
    if _NAMED_LIKE.match(bare):
        return False
    return _FUNCTION.match(bare) is not None or _TITLE_ALONE.match(bare) is not None


# "Works Manager at Tees Water", but not "Tees Water Managers' Forum".
_TITLE_ALONE = re.compile(rf"{_TITLED.pattern}(?=$|[,;:.)]| (?:at|with|of|for)\b)")


# Firms called after somebody whose name is a trade: "Bakker Logistiek", "Goodfellow Foods".
_NAMED_LIKE = re.compile(
    r"(?:Bakker|Boer|Tuinder|Teler|Dean|Reader|Clerk|Farmer|Fellow|Provost|Head|Partner|Student|"
    r"Dijkgraaf|Meester|[A-Z][a-z]+(?:fellow|dean|head|lead|clerk|boer|bakker|partner))"
    r" (?!(?:Of|Van|At|Of|For)\b)[A-Z]"
)


_BODY_FIRST = re.compile(
    rf"(?:lid )?(?P<body>(?:{INNER_BODIES})) (?:van |of )?(?:(?:de|het|the) )?(?=(?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)


def post(text: str) -> Post:
    """What a phrase says of somebody's function and party: both, one, or neither."""
    text = " ".join(text.split()).strip(" ,;.–-")
    found = _FUNCTION.match(text) if not _NAMED_LIKE.match(text) else None
    body = _BODY_FIRST.match(text) if found is None else None
    if body:  # "college van bestuur ROC Oost"
        return Post(body["body"], text[body.end() :])
    if found is None:
        return _titled(text)
    function, rest = found["function"], text[found.end() :]
    bound = _IS_MUNICIPAL.search(function)
    municipal = (_FIELD_IN.match(rest) or _IN_TOWN.match(rest)) if bound else None
    if municipal:
        return Post(f"{function}{municipal['topic']}", municipal["party"])
    somewhere = _IN_PLACE.match(rest)
    if somewhere and not (bound or _SCHOLAR.search(function)):
        return Post(f"{function}{_clean(somewhere['topic'])}", "")
    topic, party = _topic_and_party(function, rest)
    field = _FIELD_FIRST.match(party) if party_free(function) and not topic else None
    if field and not _MINISTRY.match(function):
        between = text[found.end() : len(text) - len(party)]
        return Post(f"{function}{between}{field['field']}".strip(), party[field.end() :])
    return Post(f"{function}{topic}".strip(), party)


def _titled(text: str) -> Post:
    """A post by its English title: "Works Manager at Tees Water", or the title alone."""
    title = _TITLED.match(text)
    after = _TITLE_AT.match(text, title.end()) if title else None
    if title and after and not FIELD.fullmatch(text[after.end() :]):
        return Post(title[0], text[after.end() :])
    return Post(text, "") if title and (after or title.end() == len(text)) else Post("", text)


_MINISTRY = re.compile(r"minister|staatssecretaris", re.IGNORECASE)
# A field of work with a party behind it: "Head of Communications Damen Shipyards".
_FIELD_FIRST = re.compile(
    rf"(?P<field>(?:{_FIELD_WORDS})(?:,? (?:and|&|en) (?:{_FIELD_WORDS})| (?:{_FIELD_WORDS}))*),? "
    r"(?=(?-i:[A-ZÀ-Þ])[\w&]+)(?!(?:Trust|Council|College|Institute|Hub|Agency|Board|Partnership|"
    r"Network|Centre|Center|Group|Association|Alliance|Forum|Cluster|Campus|Company|Fund|Bureau|"
    r"Authority|Federation|Office|Foundation|School|Academy|University|Lab|Park|Works|Valley|"
    r"Platform|Fonds|Centrum|Groep|Regio|Raad|Unit|Team|Union|Society)\b)",
    re.IGNORECASE,
)


def _topic_and_party(function: str, rest: str) -> tuple[str, str]:
    """What follows the head of a function: what it is about, and where."""
    subject = _SUBJECT.match(rest) if _SCHOLAR.search(function) else None
    if subject and not _HOUSE.fullmatch(subject["subject"].split()[-1]):
        return rest[: subject.end("subject")], subject["party"]
    if _IN_ENGLISH.search(function) and _SUBJECT_ALONE.fullmatch(rest):
        return rest, ""
    lowered = _LOWER_OF.match(rest)
    if lowered:
        return _clean(lowered["topic"]), lowered["party"]
    for pattern in (_STRONG, _WITH_OF):
        found = pattern.match(rest)
        if found and _is_topic(found["topic"]):
            return _after_topic(function, found, rest)
    words = _LOWER_WORDS.match(rest)
    topic = words[0] if words else ""
    after = _CONNECT.match(rest[len(topic) :])
    if after is None or (not topic and _is_subject(function, rest, after["party"])):
        return _clean(rest), ""
    return _clean(topic), after["party"]


# "wethouder Zorg en Welzijn", "lector Voedsel en Buurt": no party, but what it is about.
_SUBJECTS = re.compile(
    r"(?:lector|hoogleraar|wethouder|schepen|gedeputeerde|portefeuillehouder|hoofd)$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?-i:[A-ZÀ-Þ])[\w-]+(?:,? (?:en |& )?(?-i:[A-ZÀ-Þ])[\w-]+)* (?:en|&) [\w-]+")


def _is_subject(function: str, rest: str, party: str) -> bool:
    """Whether words right behind a function are the field that it is about."""
    if not party_free(function) or rest[:1] == ",":
        return False
    first = party.split(maxsplit=1)[0]
    joined = _JOINED.fullmatch(party) and not (_HOUSE.fullmatch(first) or first.isupper())
    return FIELD.fullmatch(party) is not None or bool(
        joined and _SUBJECTS.search(function) and rest == f" {party}"
    )


def _after_topic(function: str, found: re.Match[str], rest: str) -> tuple[str, str]:
    """Tells "head of Innovation, Tees Water" from "director of Tees Water, Hull"."""
    if not found["topic"] and _TOPICAL.search(function) and FIELD.fullmatch(found["party"]):
        return _clean(rest), ""
    if FIELD.fullmatch(found["party"]) and party_free(function):
        return _clean(rest), ""
    about, comma, party = found["party"].partition(", ")
    whole = found["topic"] or _MINISTERIAL.match(about)
    if comma and not whole and _TOPICAL.search(function) and party[:1].isupper():
        before = rest[: found.start("party")]
        return _clean(before + about), party
    return _clean(found["topic"]), found["party"]


# Its name may hold a comma: "Department for Energy, Climate and Trade".
_MINISTERIAL = re.compile(r"(?:department|ministry|ministerie) ", re.IGNORECASE)


def party_free(function: str) -> bool:
    """Whether a function is one of a subject, so that a field of work may stand behind it."""
    head = re.split(r" (?:of|van|for|voor) ", function)[0]
    return _TOPICAL.search(head) is not None


# "hoogleraar Universiteit van Hanze": the university is where, and not what about.
_HOUSE = re.compile(
    r"(?:universiteit|hogeschool|gemeente|provincie|stichting|vereniging|ministerie|waterschap|"
    r"kamer|instituut|centrum|federatie|bond|co[öo]peratie|academie|university|institute|college|"
    r"city|county|borough|port|bank|chamber|ministry|department|museum|ziekenhuis|school|campus|"
    r"federation|society|association|council|academy|centre)s?",
    re.IGNORECASE,
)


def _is_topic(text: str) -> bool:
    """Whether words between a function and its party can be what the function is about."""
    words = text.split()
    if words and words[-1][:1].isupper() and _HOUSE.fullmatch(words[-1]):
        return False
    return "," not in text.strip(" ,") and len(text.split()) <= _LONGEST_TOPIC


_LONGEST_TOPIC = 7


def _clean(topic: str) -> str:
    bare = re.sub(r"(?:^| )(?:te|in|uit|de|het|the)$", "", topic.strip(" ,")).strip()
    return f" {bare}" if bare else ""
