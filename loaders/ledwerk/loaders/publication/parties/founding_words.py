"""The orders in which a sentence says who founded what, where its adverbs are left out.

founders make what              A en B richtten het platform op; A and B set up the alliance
(when) make founders what       In 2012 zetten A en B de stichting op
founders have what made         A en B hebben de vereniging opgericht
sub founders what make          Toen A en B de kring oprichtten, …
what is made by founders        Het platform werd opgericht door A en B
founders are founders of what   Aan de wieg van de kring stonden A en B
"""

from __future__ import annotations

import re

from ledwerk.loaders.publication.layout.counting_words import MONTH, SMALL_NUMBER

BODY = (
    r"(?:\w{0,15}(?:stichting|vereniging|co[öo]peratie|alliantie|federatie|kring|club|netwerk|"
    r"platform|samenwerkingsverband|samenwerking|verbond|bond|huis|raad|regio|unie|fonds|gilde|"
    r"overleg|partnership|foundation|association|network|alliance|federation|cluster|company|"
    r"organi[sz]ation|organisatie|consortium|council|trust|society|union|body|forum|"
    r"coalition|co-?operative|group|groep|campus|vzw|board|coalitie|community|hub))"
)
PRONOUN = r"(?:It|We|Zij|Wij|Ze|Het|Hij|it|het|haar|hem|we)"
OUR = rf"(?:(?i:de|het|the|our|onze|ons|deze|dit|this)\s+(?i:{BODY}))"
YEAR = r"(?:19|20)\d\d"

LEFT_OUT = "\uf00a"  # where something was left out: no name goes on behind it
_DOT = "\uf00b"  # a full stop inside of a name: "B.V."
# What tells when, with whom and how, and may stand anywhere in a sentence.
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th|e)?\s+)?(?:(?:{MONTH})\s+)?"
ADVERBIAL = re.compile(
    rf",?\s*\b(?:(?:back\s+)?(?:in|op|on|since|sinds|eind|begin|medio|rond|around|at the end of|"
    rf"uit|per)\s+(?:(?:het|the|early|late|begin|eind|voorjaar|najaar|spring|autumn|zomer|summer|"
    rf"van|of)\s+){{0,3}}{_DAY}(?P<year>{YEAR})|"
    rf"(?:(?:ruim|bijna|some|almost|nearly|nu|precies|exactly|over|zo['’]n|about)\s+)?"
    rf"(?:{SMALL_NUMBER}|\d{{1,3}})\s+(?:jaar|years?)\s+(?:geleden|ago|earlier|later|eerder)|"
    r"(?:[Dd]at|[Tt]hat|[Dd]it|[Tt]his|[Hh]etzelfde)\s+(?:jaar|year)|"
    r"(?<=[a-z,] )(?-i:toen)(?=\s+(?:op|de|het|samen|gezamenlijk|opgericht|gesticht|door|in)\b)|"
    r"destijds|ooit|gezamenlijk|officieel|formeel|oorspronkelijk|samen|together|jointly|"
    r"originally|officially|formally|initially|first|met elkaar|between them|with each other|"
    r"daarom|mede)\b,?",
    re.IGNORECASE,
)

_WHO = r"(?P<who>[^.;:\uf00a]{3,400}?)"
# Who stand at the beginning of a clause.
_FIRST = rf"(?:^|[;:]\s){_WHO}"
_NAMED = r"(?:(?:[Tt]he |[Dd]e |[Hh]et )?[A-ZÀ-Þ][^.;:\uf00a]{2,70}?)"
# No name goes on behind "and the".
_ONE = (
    r"(?:(?:[Tt]he |[Dd]e |[Hh]et )?[A-ZÀ-Þ]"
    r"(?:(?! (?:(?:en|and) (?:de|het|the) |(?:de|het|the|onze|ons|our|deze|dit) [a-z]))"
    r"[^.;:,\uf00a]){2,70}?)"
)
_WHAT = rf"(?P<what>{PRONOUN}|{OUR}|{_NAMED})"
_THING = rf"(?P<what>{OUR}|{_ONE}|it\b|het\b|haar\b|hem\b)"
_MADE = (
    r"(?:founded|co-founded|established|set up|started|created|formed|launched|instituted|"
    r"brought into being|opgericht|gesticht|gestart|in het leven geroepen|opgezet|ge[iï]nitieerd|"
    r"gevormd|van de grond getild)"
)
_MADE_NL = r"(?:opgericht|gesticht|in het leven geroepen|opgezet|van de grond getild)"
_MAKE = r"(?:co-)?(?:founded|established|set up|created|formed|started|launched|instituted)"
# A verb and where its other part stands: "richtten … op".
_SPLIT = (
    r"(?:zet(?:ten?|te)|richtt?en|richtte|richten|roepen|riep(?:en)?|bouwden|tilden|stichtten?)"
)
_PARTICLE = r"(?:op\b|in het leven\b|van de grond\b)"
_BE = r"(?:was|were|is|zijn|werd|werden|wordt|has been|is being)"
_HAVE = r"(?:hebben|heeft|had|hadden)"
_LAST = (
    r"(?:oprichtt?en|oprichtte|stichtten|stichtte|opzetten|opzette|begonnen|startten|"
    rf"in het leven riepen|{_HAVE}\s+{_MADE_NL}|{_MADE_NL}\s+{_HAVE})\b"
)
_SUB = r"\b(?:[Tt]oen|[Nn]adat|[Ss]inds|[Oo]mdat|[Dd]at|[Dd]oordat)\s+"
_TO = (
    r"(?=\s+(?:to|om|voor|with the aim|met als doel|zodat|so that|on|because|as|after|in)\b|"
    r"[.;,]|\s+[–—-]|$)"
)
_FOUNDERS = (
    r"(?:(?:mede-?)?oprichters|(?:co-?)?founders|founding (?:members|partners|parties|fathers)|"
    r"stichters|grondleggers|initiatiefnemers|oprichtende (?:leden|partners|partijen))"
)
_OF_WHAT = rf"(?:\s+(?:van|of|achter|behind)\s+(?P<what>{OUR}|{_ONE}))?"


def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern in which an adverb that was left out may stand between any two words."""
    between = rf"[\s{LEFT_OUT}]"
    return re.compile(pattern.replace(r"\s+", f"{between}+").replace(r"\s*", f"{between}*"))


# What was founded stands before or behind its founders, with "by" before these.
PASSIVE = tuple(
    _compiled(pattern)
    for pattern in (
        (
            rf"{_WHAT},?\s+(?:(?:that|which|die|dat)\s+)?{_BE}(?:\s+\w+)?\s+{_MADE}\s+"
            rf"(?:by|door|op initiatief van|at the initiative of)\s+(?P<who>.+)"
        ),
        rf"{_WHAT},?\s+{_BE}\s+door\s+{_WHO}\s+{_MADE}\b",
        # by what it is: "The Alliance is a membership body set up by", "is een initiatief van"
        (
            rf"{_WHAT},?\s+(?:is|was)\s+(?:an?|een|the|het|de)\s+(?:[\w-]+\s+){{0,4}}?"
            rf"(?:{BODY},?\s+(?:(?:that|which|die|dat)\s+(?:was|is|werd)\s+)?{_MADE}\s+(?:by|door)|"
            rf"(?:initiatief|initiative)\s+(?:van|of|by))\s+(?P<who>.+)"
        ),
        (
            rf"(?P<what>{OUR}|{_ONE}),?\s+(?:die|dat|that|which)\s+door\s+{_WHO}\s+"
            rf"(?:{_BE}\s+{_MADE}|{_MADE}\s+{_BE})\b"
        ),
        (
            rf"(?P<what>{OUR}|{_ONE}),\s+{_MADE}\s+(?:by|door)\s+(?P<who>[^.;\uf00a]{{3,300}}?)"
            rf"(?:,\s+(?=[a-z]+[ .])|\.?$)"
        ),
        (
            rf"^{_BE}\s+(?P<what>{OUR}|{_NAMED})\s+"
            rf"(?:door\s+{_WHO}\s+{_MADE}|{_MADE}\s+door\s+(?P<who2>.+))"
        ),
        (rf"^(?i:{_MADE})\s+(?:by|door)\s+{_WHO},\s+(?:\w+\s+)?(?P<what>{OUR}|{PRONOUN})\s+[a-z]"),
        (
            rf"^(?i:{_MADE})\s+(?:by|door)\s+(?P<who>[^.;\uf00a]{{3,300}}),\s+(?P<what>{_ONE})"
            rf"\s+(?:is|was|has|heeft|brings|brengt|now|nu)\b"
        ),
    )
)
# The founders do it.
ACTIVE = tuple(
    _compiled(pattern)
    for pattern in (
        rf"^(?i:{_SPLIT})\s+{_WHO}\s+(?P<what>{OUR}|{_ONE}|het|haar|hem)\s+{_PARTICLE}",
        rf"^(?i:{_HAVE})\s+{_WHO}\s+(?P<what>{OUR}|{_ONE})\s+{_MADE_NL}\b",
        (
            rf"{_SUB}{_WHO}\s+(?P<what>{OUR}|(?:(?:de|het)\s+)?[A-ZÀ-Þ][^.;:,\d\uf00a]{{2,60}}?|het|haar)\s+"
            rf"{_LAST}"
        ),
        rf"^(?:[Hh]et|[Dd]at)\s+(?:zijn|waren)\s+{_WHO},?\s+die\s+{_THING}\s+{_LAST}",
        rf"^(?:It|That)\s+(?:was|were)\s+{_WHO},?\s+(?:who|that|which)\s+{_MAKE}\s+{_THING}{_TO}",
        rf"{_FIRST},?\s+(?:zij\s+|die\s+)?{_HAVE}\s+{_THING}\s+{_MADE_NL}\b",
        rf"{_FIRST}\s+{_SPLIT}\s+{_THING}\s+{_PARTICLE}",
        rf"{_FIRST}\s+(?:stichtten|begonnen|startten|initieerden)\s+(?P<what>{OUR}|het|haar|hem)\b",
        (
            rf"{_FIRST}\s+(?:have\s+|had\s+)?(?:(?:came(?: together)?|joined forces|teamed up|"
            rf"got(?: together)?|clubbed(?: together)?)\s+(?:to|and)\s+)?"
            rf"(?:{_MAKE}|found|establish|set up|create|form)\s+"
            rf"(?P<what>{OUR}|(?:the\s+)?{_ONE}){_TO}"
        ),
        rf"{_FIRST}\s+(?:founded|established|created|formed|set)\s+(?P<what>it)(?:\s+up)?\b",
        (
            rf"(?:tekenden|ondertekenden|signed|passeerden)\s+{_WHO}\s+(?:de|the)\s+"
            r"(?:oprichtingsakte|stichtingsakte|akte van oprichting|deed of foundation|founding "
            rf"(?:deed|charter))\s+(?:van|of)\s+"
            rf"(?P<what>{OUR}|(?:de |the )?[A-ZÀ-Þ][^.;:,\uf00a]{{2,70}})"
        ),
        (
            rf"{_FIRST}\s+namen\s+het\s+initiatief\s+(?:tot|voor)\s+(?:de\s+oprichting\s+van\s+)?"
            rf"(?P<what>{OUR}|{_ONE}){_TO}"
        ),
    )
)
# A noun says who they are.
NOUN = tuple(
    _compiled(pattern)
    for pattern in (
        (
            rf"(?i:{_FOUNDERS}){_OF_WHAT},?\s*(?:zijn|waren|are|were|include[sd]?|:)\s+"
            rf"(?:the companies\s+|de bedrijven\s+|onder meer\s+)?(?P<who>.+)"
        ),
        (
            rf"{_FIRST}\s+(?:zijn|waren|are|were)\s+(?:de|the|onze|our|its)\s+(?:\w+\s+)?{_FOUNDERS}"
            rf"{_OF_WHAT}(?=[.;,]|\s+(?:and|en)\s|$)"
        ),
        (
            rf"{_FIRST}\s+(?:stonden|staan)\s+(?:mee\s+)?aan\s+(?:de|haar|zijn|onze)\s+(?:wieg|basis)"
            rf"(?:\s+van\s+(?P<what>{OUR}|{_ONE}))?(?=[.;,]|$)"
        ),
        rf"[Aa]an\s+de\s+(?:wieg|basis)\s+van\s+{_THING}\s+(?:stonden|staan|stond)\s+(?P<who>.+)",
    )
)
SAID = re.compile(
    rf"\b(?:{_MADE}|found|establish|set up|create|form|richtt?en|richtte|zetten|zette|"
    rf"oprichtt?en|oprichtte|stichtten|riepen|riep|tilden|begonnen|startten|initieerden|opzetten|opzette|{_FOUNDERS}|"
    r"oprichtingsakte|stichtingsakte|akte van oprichting|deed of foundation|founding|"
    r"initiatief (?:tot|voor|van)|initiative (?:of|by)|aan (?:de|haar|zijn|onze) (?:wieg|basis))\b",
    re.IGNORECASE,
)


def without_adverbs(text: str) -> tuple[str, str]:
    """A sentence without what tells when and how in it, and the first year that this gave."""
    text = re.sub(r"(?<=[A-Z])\.(?!$)", _DOT, text)
    years = [found["year"] for found in ADVERBIAL.finditer(text) if found["year"]]
    bare = ADVERBIAL.sub(_left, text)
    bare = re.sub(r"\s+([.,;:])", r"\1", " ".join(bare.split()))
    bare = re.sub(rf"[\s{LEFT_OUT}]*{LEFT_OUT}\s*(?=[.,;:]|$)", "", bare).lstrip(f" ,{LEFT_OUT}")
    return bare, years[0] if years else ""


def as_written(text: str) -> str:
    """A part of such a sentence, with its full stops and without what marks an adverb."""
    return text.replace(_DOT, ".").replace(f" {LEFT_OUT}", "").strip()


def _left(found: re.Match[str]) -> str:
    """What is left of an adverb: the comma behind it, if there is none before it as well."""
    behind = found[0].endswith(",") and not found[0].startswith(",")
    return ", " if behind else f" {LEFT_OUT} "
