"""Headings of parts that list parties, and the role that they give."""

from __future__ import annotations

import re

from ledwerk.loaders.publication.labels import meaning_of
from ledwerk.loaders.publication.names_found import LEAD, PARTICIPANT, PARTNER

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
