"""Who a publication is of: by its colophon, or else by the address at its end."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from ledwerk.loaders.publication.document import Document
from ledwerk.loaders.publication.findings import Ref
from ledwerk.loaders.publication.layout.counting_words import MONTH
from ledwerk.loaders.publication.layout.letter_case import cased
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, Known
from ledwerk.loaders.publication.parties.names_found import parties_in
from ledwerk.loaders.publication.parties.party_refs import party
from ledwerk.loaders.publication.parties.publisher_shown import (
    IS_A_BODY,
    NO_NAME,
    as_spoken,
    is_legal,
    shown_publisher,
)
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.loaders.publication.people.person_names import person_at

# A Dutch or a British postcode.
POSTCODE = r"(?:[1-9]\d{3} ?[A-Z]{2}|[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2})"
_ADDRESS = re.compile(rf"\b{POSTCODE}\b")
_SORT = (
    r"jaarverslag|jaarbericht|jaaroverzicht|nieuwsbrief|magazine|annual report|annual review|"
    r"newsletter|voortgangsrapportage|progress report|news (?=from)|nieuws (?=van|uit)|berichten "
    r"(?=van|uit)|(?:e-)?bulletin|e-nieuwsbrief|e-zine|activity report|impact report|yearbook|"
    r"jaarboek|year in review|year at a glance|activiteitenverslag|werkverslag|projectfiches|"
    r"projectenoverzicht|projectenboek|voortgangsbericht|voortgangsverslag|uitvoeringsprogramma|"
    r"uitvoeringsplan|kwartaalbericht|kwartaalrapportage|quarterly report|update"
)
_TITLED = re.compile(
    rf"^(?:{_SORT})(?:,? (?:\w+ )?\d{{4}}(?:[-/–]\d+)?)?[,:]?"
    rf"(?: ?(?:van|of|from|uit)\b)?(?: (?:de|het|the))? (?P<after>(?-i:[A-ZÀ-Þ])[^,.|–]{{2,60}})|"
    rf"^(?P<before>[A-ZÀ-Þ][^,.|–]{{2,60}}?),? (?:[-–|:] )?(?:{_SORT})\b",
    re.IGNORECASE,
)
_IS_OF = re.compile(
    rf"^(?:[^,.]{{0,40}}? )?(?:{_SORT}|uitgave|publication)(?: \d{{4}})? (?:van|of|by)"
    r"(?: (?:de|het|the))? ",
    re.IGNORECASE,
)
# What stands behind a name on a cover: "Marine Cluster Issue 14 May 2023".
_ISSUE = re.compile(
    r"\s(?:issue|no|nummer|nr|number|jaargang|volume|vol|edition|editie|spring|summer|autumn|winter|"
    rf"voorjaar|najaar|zomer|{MONTH}|\d)\b.*$",
    re.IGNORECASE,
)
# What such a title names is a plan and nobody.
_OF_NOBODY = re.compile(
    r"(?:(?:uitvoerings|actie|jaar|meerjaren|werk)?(?:programma|plan)|project|programme|plan|"
    r"(?:regio|city|growth|green) ?deal)\b",
    re.IGNORECASE,
)
# A name ends in a capital: "Elke regio telt" and "Agenda met" are none.
_ALL_NAME = re.compile(r"(?:^|[ (-])(?:[A-ZÀ-Þ0-9][^ ]*|vzw|nv|bv|plc)\)?\s*$")
_FIRST = 3  # blocks at the beginning that may say whose publication it is
_LAST = 12  # blocks at the end in which an address is looked for
_LONGEST = 80


def publisher_of(document: Document, known: Known) -> Ref | None:
    """The party that publishes a document; None where it does not tell."""
    ref = _published_by(document, known)
    name = as_spoken(ref.name, document) if ref is not None else ""
    return ref if ref is None or name == ref.name else known.find(name) or Ref(ref.kind, name)


def _published_by(document: Document, known: Known) -> Ref | None:
    responsible = person_at(document.publisher)  # "Verantwoordelijke uitgever: Lies Vos, Kaai 4"
    somebody = responsible is not None and has_given_name(responsible.name)
    if document.publisher and len(document.publisher) <= _LONGEST and not somebody:
        whole = known.find(document.publisher) or known.find(document.publisher.split(", ")[0])
        return whole or party(document.publisher.split(", ")[0], known)
    plain = _in_line(document)
    if plain:
        return known.find(plain) or party(cased(plain, document), known)
    head = (line for block in document.blocks[:_FIRST] for line in block.text.split("\n"))
    for text in (document.title, *head):
        found = _TITLED.search(text)
        title = _ISSUE.sub("", found["after"] or found["before"]) if found else ""
        if _OF_NOBODY.match(title) or not _ALL_NAME.search(title):
            continue
        if known.longest_at(title, 0, ACTIVITIES):
            continue  # "Projectenboek Bouwen met wat groeit"
        named = parties_in(cased(title, document)) if found else ()
        if len(named) == 1:
            return known.find(named[0].ref.name) or named[0].ref
    top = (
        _masthead(document, known)
        or _over_it_all(document, known)
        or shown_publisher(document, known)
    )
    if top:
        return known.find(top) or party(cased(top, document), known)
    for block in (*document.blocks[-_LAST:], *document.blocks[:_FIRST]):
        if _ADDRESS.search(block.text):
            first = block.lines[0].text.strip() if block.lines else block.text
            line = _IS_OF.sub("", first)
            named = parties_in(line.split(", ")[0])
            if len(named) == 1 and not re.search(r"\d|[:@]", line.split(", ")[0]):
                return known.find(named[0].ref.name) or named[0].ref
    return None


_PLAIN = re.compile(
    rf"^(?:(?:de|het|the|dit is|een) )*(?:\w+ )?(?:{_SORT}|nieuws|magazine|\w*blad|uitgave|krant|"
    r"periodiek|\w*gids|\w*brief|news|voices|stories|round-?up|digest|review|journal|gazette|"
    r"dispatch|letter|briefing) (?:van|of|from|uit) (?:(?:de|het|the) )?"
    r"(?P<name>(?-i:[A-ZÀ-Þ])[^,.|–]{2,60}?)(?:[,.|–]|$| - )",
    re.IGNORECASE,
)


def _in_line(document: Document) -> str:
    """Whose a line at the top says that it is: "Nieuws van het Platform Laagland, nummer 7"."""
    for block in document.blocks[: _FIRST + 2]:
        for line in block.lines:
            found = _PLAIN.match(line.text.strip())
            name = _ISSUE.sub("", found["name"]) if found else ""
            if _ALL_NAME.search(name) and IS_A_BODY.search(name) and len(parties_in(name)) == 1:
                return name
    return ""


def _masthead(document: Document, known: Known) -> str:
    """The name over "Newsletter no. 3" at the top, if the text itself speaks of it too."""
    for block, below in itertools.pairwise(document.blocks[:_FIRST]):
        name = " ".join(block.text.split())
        if len(name) > _LONGEST or _SERIES.match(name) or not _SERIES.match(below.text):
            continue
        spoken = any(name in one.text for one in document.blocks if one not in (block, below))
        plan = known.find(name, ACTIVITIES) or _OF_NOBODY.match(name)
        if plan or len(parties_in(name)) != 1:
            continue
        if len(name.split()) > 1 and (spoken or IS_A_BODY.search(name)):
            return name
    return ""


def _over_it_all(document: Document, known: Known) -> str:
    """A party that stands by itself at the top, and that the text speaks of again and again."""
    for text in (document.title, *_tops(document)):
        name = _YEAR.sub("", " ".join(text.split())).strip(" ,:–-")
        if not 1 < len(name.split()) <= _MOST_WORDS or known.find(name, ACTIVITIES):
            continue
        if _OF_NOBODY.match(name) or NO_NAME.match(name):
            continue
        if name.isupper() and "," in name:
            continue
        low = name.lower()
        first, last = re.escape(low.split()[0]), re.escape(low.split()[-1])
        short = re.compile(rf"\b(?:de|het|the|onze|our) (?:{first}|{last})\b")
        spoken = [
            block
            for block in document.blocks
            if (low in block.text.lower() and block.text.lower().strip() not in (low, text.lower()))
            or (name.isupper() and short.search(block.text.lower()))
            or _spoken_of(name, block.text)
        ]
        ref = known.find(name) or (
            party(cased(name, document), known) if spoken or is_legal(name) else None
        )
        spoken_of = bool(spoken) or is_legal(name)
        if spoken_of and ref is not None and ref.kind == "Organisation" and _shown(name, ref):
            return ref.name
    return ""


def _tops(document: Document) -> Iterator[str]:
    """The texts at the top; a line of one before all of it, where that is a body's by its form."""
    for block in document.blocks[:_FIRST]:
        lines = [line.text.strip() for line in block.lines]
        yield from (line for line in lines if len(lines) > 1 and is_legal(line))
        yield block.text


def _shown(name: str, ref: Ref) -> bool:
    """Whether a line at the top is a name and no title: it is one party's, in capitals or known."""
    bodies = [*IS_A_BODY.finditer(ref.name)]
    alone = len(parties_in(name.title() if name.isupper() else name)) == 1
    return bool(bodies) and (alone or _is_joined(ref.name, bodies))


def _is_joined(name: str, bodies: list[re.Match[str]]) -> bool:
    """Whether "and" is inside of one body's name: "Orme Rail and Water Partnership"."""
    edge = len(bodies) == 1 and (bodies[0].end() == len(name) or bodies[0].start() == 0)
    ends = edge and "," not in name
    return ends and bool(re.search(r"\s(?:and|en|&)\s", name))


def _spoken_of(name: str, text: str) -> bool:
    """Whether a text calls a body by the noun of its name, with a capital: "the Partnership"."""
    nouns = [word for word in name.split() if IS_A_BODY.fullmatch(word)]
    if not nouns or len(name.split()) < _FEWEST_WORDS or not nouns[-1][0].isupper():
        return False
    if any(word[0].islower() and word not in _CONNECTING for word in name.split()):
        return False
    noun = re.escape(nouns[-1].capitalize())
    called = rf"\b(?:[Tt]he|[Tt]his|[Oo]ur|[Dd]e|[Hh]et|[Oo]nze|[Oo]ns) {noun}\b(?! [A-Z])"
    return re.search(called, text) is not None


_CONNECTING = ("van", "de", "het", "der", "den", "of", "the", "for", "en", "and", "in", "voor")
_FEWEST_WORDS = 2
_YEAR = re.compile(r"\b(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?\b")
_MOST_WORDS = 7
_SERIES = re.compile(rf"(?:{_SORT})\b", re.IGNORECASE)
