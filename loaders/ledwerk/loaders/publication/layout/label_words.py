"""Words that are labels, before a colon, over a value or in the left column of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ledwerk.loaders.publication.layout.labels import meaning_of
from ledwerk.schema.names import fold

# Labels that say what our readers do not ask for, or ask for by other words.
_OTHERS = re.compile(
    r"contact(?:persoon|personen|gegevens| person| details)?|"
    r"(?:project|programma|proces)(?:leider|manager|leiding|coordinator|adviseur|leden|team)|"
    r"(?:project|programme|process) ?(?:manager|lead|leader|officer|owner|team)|"
    r"(?:eind)?verantwoordelijke?|opdrachtgever|opdrachtnemer|"
    r"(?:algemeen )?directeur|director|manager|communicatie(?:adviseur|medewerker)?|"
    r"communications?(?: (?:officer|manager|lead))?|administratie|administration|secretariaat|"
    r"secretariat|office manager|officemanager|beleidsadviseur|programmabureau|projectbureau|"
    r"(?:mede)?financiers?|(?:mede|co)?financiering|gefinancierd door|"
    r"subsidie(?:gever|verstrekker)?s?|bijdragen?|eigen bijdrage|"
    r"(?:funded|financed|supported|sponsored) by|funders?|funding|"
    r"grants?|contributions?|sponsors?|doel(?:en|stelling(?:en)?|groep(?:en)?)?|aims?|goals?|"
    r"objectives?|target groups?|resultaat|resultaten|results?|outputs?|outcomes?|status|"
    r"stand(?: van zaken)?|voortgang|fase|phase|progress|state|running|locaties?|plaats|regio|"
    r"gebied|location|place|area|region|website|web|site|e-?mail|telefoon|tel|phone|adres|address|"
    r"bezoekadres|postadres|thema|theme|sector|soort|type|omschrijving|beschrijving|samenvatting|"
    r"description|summary|aanleiding|achtergrond|background|activiteiten|activities|werkwijze|"
    r"uitvoering|uitvoerders?|aanpak|approach|opmerkingen?|remarks?|notes?|toelichting|"
    r"verhinderd|(?:te )?gast(?:en)?|toehoorders?|guests?|observers?|genodigden|invitees?|"
    r"afmelding(?:en)?|"
    r"afgemeld|line leader|lijntrekker|ondersteuning|support|staff|evaluatie|evaluation|"
    r"vertegenwoordig(?:er|ing)|deelprojecten|mijlpalen|milestones|planning|kosten|"
    r"aanwezig(?:en)?|afwezig(?:en)?(?: m\.?k\.?| met (?:kennisgeving|bericht))?|present|"
    r"in attendance|attendees|apologies(?: received)?|absent|voorzitter|chair|secretaris|"
    r"secretary|notulist|notulen|verslag|minutes(?: by)?|datum|date|tijd|time|kenmerk|bijlagen?|"
    r"leden|members|bestuur|board"
)
LONGEST_LABEL = 40


def is_label(text: str) -> bool:
    """Whether a text is a label by itself: "Looptijd", "Project manager:"."""
    bare = text.strip().rstrip(":").strip()
    if not bare or len(bare) > LONGEST_LABEL:
        return False
    return bool(meaning_of(bare)) or _OTHERS.fullmatch(fold(bare).strip(" .:*")) is not None


_LABELLED = re.compile(r"\s*(?P<label>[A-ZÀ-Þa-z][\w’'./ -]{1,38}?)\s*:\s+\S")


def begins_with_label(text: str) -> bool:
    """Whether a line is a label with its value: "Contact: X"."""
    found = _LABELLED.match(text)
    return bool(found and is_label(found["label"]))


def tells_of_one(texts: Sequence[str]) -> bool:
    """Whether a label among others names what they are about: "Project: X", or it comes first."""
    meanings = [meaning_of(text.partition(":")[0]) for text in texts]
    return "project" in meanings or meanings[:1] in (["programme"], ["code"])


def plain_case(label: str) -> str:
    """A label without the capitals that it was printed in."""
    return label.capitalize() if label.isupper() and len(label) > _SHORT else label


_SHORT = 4
