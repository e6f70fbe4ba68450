"""Headings of parts that list parties, and the role that they give."""

from __future__ import annotations

import re

from ledwerk.loaders.publication.layout.labels import meaning_of
from ledwerk.loaders.publication.parties.names_found import LEAD, PARTICIPANT, PARTNER

_PARTNERS = re.compile(
    r"(?:wie (?:doe[tn]|werken) (?:er )?mee|met wie|who takes part|betrokkenen|"
    r"(?:betrokken |deelnemende )?(?:partijen|organisaties|bedrijven|instellingen)|"
    r"in samenwerking met|partners? (?:en|and) (?:financiers|funders))"
)


def role_of_part(part: str) -> str:
    """The role of those listed under a part's heading; empty where it lists no parties."""
    meaning = meaning_of(part)
    if meaning in (LEAD, PARTNER, PARTICIPANT):
        return meaning
    return PARTNER if _PARTNERS.fullmatch(part) else ""


_ANNOUNCED = re.compile(
    r"\b(?:(?P<lead>trekkers?|lead partners?)|(?P<part>deelnemers?|participants?)|partners?|"
    r"(?:partijen|organisaties|bedrijven|instellingen)\b.*\b(?:betrokken|mee|samen|deel)|"
    r"betrokken\b.*\b(?:partijen|organisaties|bedrijven|instellingen)|werken\b.*\b(?:mee|samen)|"
    r"doen\b.*\bmee|samenwerking (?:van|tussen|met)|"
    r"(?:initiatief|project|programma|krachtenbundeling|inspanning) van|consortium|samen met|"
    r"together with|"
    r"(?:organi[sz]ations|companies|parties)\b.*\b(?:involved|taking part|take part|together)|"
    r"(?:effort|initiative|project|venture|undertaking|work|programme) (?:of|by|between)|"
    r"(?:involves|brings together|partnership (?:of|between)|collaboration (?:of|"
    r"between)))\b[^.]*:$",
    re.IGNORECASE,
)


def role_announced(text: str) -> str:
    """The role of those in the list that a text ends by announcing, or empty."""
    last = re.split(r"(?<=[.!?])\s+", text.strip())[-1]
    found = _ANNOUNCED.search(last)
    if not found:
        return ""
    return LEAD if found["lead"] else PARTICIPANT if found["part"] else PARTNER
