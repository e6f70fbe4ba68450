"""What makes a line a heading, and which headings head a part of what stands above them.

"Partners" or "Wat wij doen" under "Groene Daken" are parts of Groene Daken, not topics of their
own; they are told apart by the words that such parts are headed by in either language.
"""

from __future__ import annotations

import re

from ledwerk.schema.names import fold

_PART = re.compile(
    r"(?:\d+(?:\.\d+)*\.?\s+)?(?:(?:de|het|onze|our|the|project|programme|programma)[ -]?)?(?:"
    # Dutch
    r"waarom|wat|hoe|wie|wanneer|waar staan we(?: nu)?|"
    r"wat (?:doen we|wij doen|gaan we doen|is het)|"
    r"wie doe(?:t|n) (?:er )?mee|wie werken (?:er )?mee|met wie|achtergrond|aanleiding|"
    r"doel(?:en|stelling(?:en)?)?|"
    r"aanpak|werkwijze|resultaten?|stand van zaken|voortgang|vooruitblik|planning|looptijd|"
    r"budget|begroting|financiering|kosten|cijfers|"
    r"projectgegevens|kerngegevens|factsheet|feiten op een rij|over (?:het|dit) project|"
    r"project facts|key facts|about (?:the|this) project|"
    r"kerncijfers|feiten en cijfers|contact(?:gegevens)?|"
    r"(?:project|samenwerkings|consortium|keten|kern|kennis)?partners?(?: en financiers)?|"
    r"(?:betrokken |deelnemende )?(?:partijen|organisaties|bedrijven|instellingen)|deelnemers?|"
    r"betrokkenen|consortium|trekkers?|penvoerders?|in samenwerking met|mede mogelijk gemaakt door|"
    r"bestuur(?:sleden)?|kernteam|projectteam|programmateam|team|stuurgroep|leden|werkgroep|"
    r"programmacommissie|raad van (?:toezicht|advies|bestuur)|adviesraad|samenstelling|"
    r"projecten|lopende projecten|onze projecten|leveranciers|sponsors?|sponsoren|opdrachtnemers?|"
    # English
    r"why|what|how|who|what we do|who we are|who takes part|where we (?:are|stand)(?: now)?|"
    r"background|aims?|goals?|objectives?|approach|activities|results?|outcomes?|progress|"
    r"outlook|next steps|period|duration|timeline|funding|finances?|costs?|figures|key figures|"
    r"(?:project |consortium |associated )?partners?(?: and funders)?|participants?|"
    r"participating organisations|lead(?: partner)?|coordinator|board(?: members)?|core team|"
    r"steering (?:group|committee)|members(?:hip)?|advisory (?:board|council)|project team|"
    r"contractors?|suppliers?|contact(?: details)?|highlights)\s*:?",
)
_NUMBERED = re.compile(r"(\d+(?:\.\d+)*)\.?\s+(?=[^\W\d_])")
_NOT_HEADING = re.compile(
    r"^(?:published by|uitgave van|een uitgave van|uitgegeven door)\b|^[•◦▪■●○‣·∙➢►✓✔]|https?:|"
    r"www\.|@\w+\.|^(?:foto|beeld|photo|picture)\w*\b.{0,60}:|^.{2,40}?: ?[\"“‘„'].{2,90}[\"”’']$|"
    r"€|\$\s?\d|£\s?\d|\b\d{4}\s?[A-Z]{2}\b|\+\d\d|\btel\b|[\[\]|=]|"
    r"^(?:p(?:agina|age)?\.?\s*)?\d+(?:\s*(?:/|van|of)\s*\d+)?$|^\W+$|^[\d\s.,:/-]+$",
    re.IGNORECASE,
)
_TWO_SENTENCES = re.compile(r"(?:\S+\s+){3}\S*[.!?]\s+[A-ZÀ-Þ]")
_BULLET = re.compile(
    r"\s*(?:[•◦▪■●○‣·∙➢►✓✔–—*o°▸▹◆◇□☐➤»]|\+(?=\s+[^\W\d_])|-(?!-)|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+(?=\S)",
)
_LETTERS = re.compile(r"[^\W\d_]")
LONGEST_HEADING = 90
MOST_WORDS = 12


def heads_a_part(text: str) -> bool:
    """Whether a heading names a part that many texts have, such as "Partners" or "Waarom"."""
    if _COUNT.match(text):
        return False
    return _PART.fullmatch(fold(text).strip(" :.?–-")) is not None


_COUNT = re.compile(r"\s*\d+\s+[a-z]")  # "57 members" counts, "3 Members" is numbered


def bullet(text: str) -> str:
    """The sign and spaces that a list item begins with; empty where there is none."""
    found = _BULLET.match(text)
    return found[0] if found else ""


def looks_like_heading(text: str) -> bool:
    """Whether a line by itself has the shape of a heading: short, a capital, no full stop."""
    bare = _BARRED.sub("", text.strip())
    if not bare or len(bare) > LONGEST_HEADING or len(bare.split()) > MOST_WORDS:
        return False
    if (
        _TWO_SENTENCES.search(bare)
        or _NOT_HEADING.search(bare)
        or not _LETTERS.search(bare)
        or bare[-1] in ".,;:-–&/("
    ):
        return heads_a_part(bare) and bare[-1] == ":"
    first = _LETTERS.search(bare)
    capital = bool(first and (first[0].isupper() or bare[0].isdigit()))
    return capital and not _sentence(bare)


_BARRED = re.compile(r"^\d{1,2} ?\| ?(?=[A-ZÀ-Þ])")  # "3 | Warmte van de buren": numbered


def is_signature(text: str) -> bool:
    """Whether a line is who wrote what stands above it: "Petra Vos, directeur Kade"."""
    return _SIGNED.fullmatch(text.strip()) is not None


_SIGNED = re.compile(
    r"(?:[A-ZÀ-Þ][\w.’'-]*|van|de|der|den|ter|ten|het|’t|in|op|el|al|la|le|mac)"
    r"(?: (?:[A-ZÀ-Þ][\w.’'-]*|van|de|der|den|ter|ten|het|’t|in|op|el|al|la|le)){1,5}, "
    r"(?:(?:[a-z-]+|[A-Z][a-z]+) ){0,2}(?i:(?:vice-?)?(?:\w*voorzit(?:ter|ster)|"
    r"\w*directeur|\w*directrice|wethouder|schepen|zaakvoerder|ondernemer|eigena(?:ar|resse)|"
    r"burgemeester|gedeputeerde|dijkgraaf|bestuurder|secretaris|penningmeester|\w*manager|rector|"
    r"\w*leider|\w*coordinator|\w*coördinator|hoofdredacteur|redacteur|decaan|lector|"
    r"chair(?:man|woman|person)?|director|mayor|leader|secretary|treasurer|president|principal|"
    r"editor(?:-in-chief)?|ceo|cfo|coo|chief [a-z]+(?: officer)?|head|professor|hoogleraar|"
    r"convenor|convener|coordinator|officer))(?:(?:,? (?:of|van|bij|at) | |, )[^.!?]{2,70})?"
)


def no_title_line(text: str) -> bool:
    """Whether a line cannot be one of several of a title: a number, a function, a party."""
    return bool(_NO_TITLE.match(text.strip()))


_NO_TITLE = re.compile(
    r"[\d.,\s]+$|.*€|(?:vice-?)?(?:\w*voorzit(?:ter|ster)|\w*directeur|wethouder|burgemeester|gedeputeerde|"
    r"bestuurder|secretaris|penningmeester|manager|lid|projectleider|programmamanager|"
    r"chair|director|mayor|alderman|secretary|treasurer|member|professor|ceo|head of|"
    r"gemeente|universiteit|university|municipality|stichting|provincie|ministerie)\b|"
    r".*\b(?:b\.?v\.?|n\.?v\.?|gmbh|ltd|plc|universiteit|university|hogeschool)$",
    re.IGNORECASE,
)


def _sentence(text: str) -> bool:
    return ", " in text and len(text.split()) > _SHORT_LIST


_SHORT_LIST = 7


# A code before a name: "EB-01 Houten Hofjes", "P3: …", "LF.04 …"; "A2 Maastricht" may be a road.
CODE = re.compile(
    r"(?:[A-Z]{1,4}[-.]\d{1,3}(?:[-.]\d{1,3})*\s?[.):–—|-]?|[A-Z]{1,4}\d{1,3}(?:\.\d+)*\s?[.):–—|]|"
    r"[A-Z]{1,4}[ ]?0\d{1,2}|(?:#|[Nn][ro]\.?)\s?\d{1,3}\s?[.):–—-]?)\s+(?=[\"“‘]?[A-ZÀ-Þ0-9])"
)


def level_of(text: str) -> int:
    """How deep a heading stands by its words and numbering: 1 is the outermost."""
    numbered = _NUMBERED.match(text)
    if numbered and "." in numbered[1]:
        return 2 + numbered[1].count(".")
    if CODE.match(text) or _BARRED.match(text):
        return _OF_CODE
    if heads_a_part(text) and not numbered:
        return 4
    return 1 if text.isupper() and len(text) > _SHORT_CAPITALS else 2


_SHORT_CAPITALS = 5
_OF_CODE = 3  # what has a code is one of several, under what they are parts of
