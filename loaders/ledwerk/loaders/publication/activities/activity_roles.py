"""Projects by what is said of them: who runs them, who is in them, what they get.

"Seeds in School is run by Harwood College", "Firth College leads the Second Tide Academy", "In
Buurtstroom bundelen A en B hun krachten", "1,2 miljoen euro voor Fietsboot Doornbeke". The name
must be of two words or more, no party and no board, and whoever runs it must be a party.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledwerk.loaders.publication.activities.activity_names import PROJECT, TITLE, Naming
from ledwerk.loaders.publication.parties.names_found import LEAD, parties_in
from ledwerk.loaders.publication.parties.party_words import NAME_HEADS
from ledwerk.loaders.publication.partners.partner_cues import turned_down
from ledwerk.loaders.publication.partners.partner_sentences import parties_said
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.loaders.publication.people.person_names import people_in

_ALSO = r"(?:(?:\w+ly|samen|together|gezamenlijk|ook|also|nu|now)\s+){0,2}"
_RUN_BY = re.compile(
    rf"(?:^|[;,]\s+|\b(?:and|en)\s+)(?:[Tt]he\s+|[Hh]et\s+|[Dd]e\s+)?(?P<name>{TITLE})\s+"
    rf"(?:(?:is|was|are|were|wordt|werd|worden|werden)\s+)?{_ALSO}"
    rf"(?:(?:run|led|delivered|co-?ordinated|managed|headed|hosted|carried out|co-led)\s+"
    rf"(?:jointly\s+)?by|(?:getrokken|geleid|gecoördineerd|uitgevoerd|gedragen|gerund|beheerd|"
    rf"georganiseerd|aangejaagd)\s+door)\b"
)
_DOOR = re.compile(
    rf"^(?:[Hh]et\s+|[Dd]e\s+)?(?P<name>{TITLE})\s+(?:wordt|werd)\s+{_ALSO}door\s+[^.;]{{3,90}}?\s+"
    r"(?:getrokken|geleid|gecoördineerd|uitgevoerd|gedragen|gerund|beheerd|aangejaagd)\b"
)
_LEADS = re.compile(
    rf"\s(?:leads|led|co-?ordinates|co-?ordinated|runs|ran|co-leads|trekt|leidt|coördineert|trok|"
    rf"leidde|draagt|runt)\s+(?:het\s+|de\s+|the\s+)?(?P<name>{TITLE})"
    rf"(?=\s+(?:with|together|in|samen|met|alongside|and|en)\b|[.,;]|$)"
)
_IN = re.compile(
    rf"^(?:In|Within|Binnen|Aan|Bij|Met|With|Through|Under)\s+(?:het\s+|de\s+|the\s+)?"
    rf"(?P<name>{TITLE})(?:,|\s+(?:bundel(?:t|en)|werk(?:t|en|ten)|doe(?:t|n)|bouw(?:t|en)|"
    rf"vang(?:t|en)|"
    rf"ontwikkel(?:t|en)|onderzoek(?:t|en)|test|testen|le(?:ert|ren)|gaan?|gaat|slaan|trekken|"
    rf"zoek(?:t|en)|maak(?:t|en)|leid(?:t|en)|beproe(?:ft|ven)|help(?:t|en)))\s"
)
_IN_WHICH = re.compile(
    rf"(?:^|[:;,]\s+|\b(?:for|voor|in)\s+)(?:[Tt]he\s+|[Hh]et\s+|[Dd]e\s+)?(?P<name>{TITLE}),"
    rf"\s+(?:in which|through which|where|waarin|waarbij|waarmee)\s"
)
_MONEY_FOR = re.compile(
    r"(?:[€£$]\s?[\d.,]+(?:\s?(?:miljoen|million|mln|m|k))?|[\d.,]+\s+(?:miljoen\s+|"
    r"duizend\s+)?euro)"
    rf"\s+(?:\w+\s+){{0,2}}?(?:uit\s+)?(?P<to>voor|for|to|aan)\s+(?:het\s+|de\s+|the\s+)?"
    rf"(?P<name>{TITLE})(?=[.,;]|$|\s+[a-z])"
)
_OPENS = re.compile(
    rf"\b(?:start(?:te|ten|en)?|begin(?:t|nen)|lanceer(?:t|de|den)|launche[sd]|launch|unveiled|"
    rf"starts|started|introduceer(?:t|de|den)|opent|opende[n]?|open(?:s|ed))\s+"
    rf"(?:(?:in|op|on)\s+[\w ]{{3,18}}?\s+)?(?:met\s+)?(?:het|de|the|its|zijn|haar|hun|their)\s+"
    rf"(?:nieuwe?\s+|new\s+)?(?P<name>{TITLE})(?=[.,;]|$|\s+[a-z])"
)
_PLACE_OR_TIME = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Europ\w+|Nederland|Vlaanderen|Belgi\w+|Limburg|Brabant|Zeeland|Scotland|Wales|England|"
    r"Ireland|"
    r"EFRO|ERDF|ESF|Interreg.*|The|De|Het|This|Dit|Deze|It|He|She|Zij|Hij|We|Wij|They|Both|Beide|"
    r"I|Each|All|Alle|What|Who|Which|Work|Werk|Overall|Today|Now|Nu|Vandaag)",
)
_BODY = re.compile(
    r"\b(?:board|raad|bestuur|committee|council|team|group|groep|commissie|office|bureau|"
    r"programme|programma|partnership|alliance|network|netwerk|platform|stichting|vereniging|"
    r"foundation|university|universiteit|college|hogeschool|(?<!\bin )(?<!\bat )school|"
    r"ltd|plc|b\.?v\.?|n\.?v\.?|vzw|"
    r"limited|trust|authority|gemeente|provincie|waterschap|ministerie|ministry|coöperatie|"
    r"co-?operative|company|agency|association|chamber|union|bank|hospital|ziekenhuis|institute|"
    r"instituut|centrum|museum|church|port|haven|taskforce|fund|fonds)\b",
    re.IGNORECASE,
)
_INNER_CAPITAL = re.compile(r"^[A-Z][a-z]+[A-Z][a-z]+$")  # "SmartStent" is a made name
_FEWEST = 2  # words of a name
_NEAR = 40
_PATTERNS = (_RUN_BY, _DOOR, _LEADS, _IN, _IN_WHICH, _MONEY_FOR, _OPENS)


def run_named(text: str) -> Iterator[Naming]:
    """The projects that a sentence names by who runs them, who is in them or what they get."""
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            name = found["name"].strip(" \"“”‘’'")
            if turned_down(text[max(0, found.start() - _NEAR) : found.end() + _NEAR]):
                continue
            if pattern is _OPENS and not _CONNECTED.search(name):
                continue
            if _may_be(name) and _holds(pattern, found, text):
                start = found.start("name") + found["name"].index(name)
                yield Naming(PROJECT, name, start, start + len(name))


def _may_be(name: str) -> bool:
    words = name.split()
    if len(words) < _FEWEST and not _INNER_CAPITAL.search(name):
        return False
    if _PLACE_OR_TIME.fullmatch(words[0]) or _BODY.search(name):
        return False
    return not NAME_HEADS.fullmatch(words[0].lower()) and not (
        people_in(name) and has_given_name(name)
    )


def _holds(pattern: re.Pattern[str], found: re.Match[str], text: str) -> bool:
    """Whether parties are with it: one that leads, or several; none is needed for money."""
    if pattern is _MONEY_FOR:
        # Whom it is given "to" may be a party; a party's name has no "in" or "op" in it.
        to_one = found["to"] in ("to", "aan") and not _CONNECTED.search(found["name"])
        return bool(_GIVEN.search(text)) and not to_one
    if pattern is _OPENS:
        return True
    if pattern is _IN_WHICH:
        return bool(parties_in(text[found.end() :], prose=True))
    if pattern is _IN and _TOGETHER.search(text):
        behind = parties_in(text[found.end() :], prose=True)
        if sum(not one.generic for one in behind) > 1:
            return True
    said = parties_said(text).mentions
    others = [one for one, _ in said if one.ref.name.lower() not in found["name"].lower()]
    if pattern is _LEADS:
        return bool(others)
    return len(others) > 1 or any(role == LEAD for _, role in said)


_TOGETHER = re.compile(
    r"\b(?:krachten|samen|ineen|gezamenlijk|forces|together|jointly|hand in hand)\b", re.IGNORECASE
)
_CONNECTED = re.compile(r"\s(?:in|op|zonder|met|zoekt|on|with|without|for|voor|to|naar|aan|at)\s")
_GIVEN = re.compile(
    r"\b(?:trekt|trok|trekken|stelt|stelde|reserveert|reserveerde|kent|kende|geeft|gaf|has given|"
    r"gave|gives|awarded|award|grant|donated|put|pledged|subsidie|bijdrage|legt|steekt|stak|"
    r"schonk|schenkt|ontving|received)\b",
    re.IGNORECASE,
)
