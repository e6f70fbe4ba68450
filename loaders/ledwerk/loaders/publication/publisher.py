"""Who a publication is of: by its colophon, or else by the address at its end."""

from __future__ import annotations

import itertools
import re

from ledwerk.loaders.publication.document import Document
from ledwerk.loaders.publication.findings import Ref
from ledwerk.loaders.publication.given_names import has_given_name
from ledwerk.loaders.publication.known_names import Known
from ledwerk.loaders.publication.letter_case import cased
from ledwerk.loaders.publication.names_found import parties_in
from ledwerk.loaders.publication.party_refs import party
from ledwerk.loaders.publication.person_names import person_at

# A Dutch or a British postcode.
POSTCODE = r"(?:[1-9]\d{3} ?[A-Z]{2}|[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2})"
_ADDRESS = re.compile(rf"\b{POSTCODE}\b")
_SORT = (
    r"jaarverslag|jaarbericht|jaaroverzicht|nieuwsbrief|magazine|annual report|annual review|"
    r"newsletter|voortgangsrapportage|progress report"
)
_TITLED = re.compile(
    rf"^(?:{_SORT})(?:,? \d{{4}}(?:[-/]\d+)?)?[,:]?(?: (?:van|of|from))?(?: (?:de|het|the))? "
    rf"(?P<after>(?-i:[A-ZÀ-Þ])[^,.|–]{{2,60}})|"
    rf"^(?P<before>[A-ZÀ-Þ][^,.|–]{{2,60}}?),? (?:[-–|:] )?(?:{_SORT})\b",
    re.IGNORECASE,
)
_IS_OF = re.compile(
    rf"^(?:[^,.]{{0,40}}? )?(?:{_SORT}|uitgave|publication)(?: \d{{4}})? (?:van|of|by)"
    r"(?: (?:de|het|the))? ",
    re.IGNORECASE,
)
_FIRST = 3  # blocks at the beginning that may say whose publication it is
_LAST = 12  # blocks at the end in which an address is looked for
_LONGEST = 80


def publisher_of(document: Document, known: Known) -> Ref | None:
    """The party that publishes a document; None where it does not tell."""
    responsible = person_at(document.publisher)  # "Verantwoordelijke uitgever: Lies Vos, Kaai 4"
    somebody = responsible is not None and has_given_name(responsible.name)
    if document.publisher and len(document.publisher) <= _LONGEST and not somebody:
        whole = known.find(document.publisher)
        return whole or party(document.publisher.split(", ")[0], known)
    for text in (document.title, *(block.text for block in document.blocks[:_FIRST])):
        found = _TITLED.search(text)
        named = parties_in(cased(found["after"] or found["before"], document)) if found else ()
        if len(named) == 1:
            return known.find(named[0].ref.name) or named[0].ref
    top = _masthead(document)
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


def _masthead(document: Document) -> str:
    """The name over "Newsletter no. 3" at the top, if the text itself speaks of it too."""
    for block, below in itertools.pairwise(document.blocks[:_FIRST]):
        name = " ".join(block.text.split())
        if len(name) > _LONGEST or _SERIES.match(name) or not _SERIES.match(below.text):
            continue
        spoken = any(name in one.text for one in document.blocks if one not in (block, below))
        if spoken and len(name.split()) > 1 and len(parties_in(name)) == 1:
            return name
    return ""


_SERIES = re.compile(rf"(?:{_SORT})\b", re.IGNORECASE)
