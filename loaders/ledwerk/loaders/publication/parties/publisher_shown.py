"""Whose a publication is, where no colophon or title says so: a body shown at its head or end.

A line at the head names a body by itself or with where it sits: "Stichting Zuidkust, Goes". A
sentence there says what it is: "Orme Cluster Ltd is a company …". In the text it is "our network".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.layout.letter_case import cased
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, Known
from ledwerk.loaders.publication.parties.names_found import parties_in

_LEGAL_END = re.compile(
    r"\s(?:CLG|CIC|SCIO|CIO|DAC|Ltd\.?|Limited|plc|LLP|vzw|VZW|B\.?V\.?|N\.?V\.?|U\.?A\.?|gGmbH)$"
)
_LEGAL = re.compile(r"(?:Stichting|Vereniging|Co[öo]peratie|Intercommunale)\s", re.IGNORECASE)
IS_A_BODY = re.compile(
    r"\b(?:\w*stichting|\w*vereniging|\w*platform|\w*netwerk|alliantie|co[öo]peratie|federatie|"
    r"\w*verband|\w*overleg|\w*beraad|\w*verbond|\w*huis|\w*regio|\w*raad|board|\w*kring|"
    r"zorgring|\w*pact|\w*bond|cluster|network|alliance|partnership|association|foundation|"
    r"federation|council|forum|campus|hub|agency|trust|company|vzw|\w*werkplaats|\w*bureau|"
    r"community|group|consortium|union|initiative|enterprise|fonds|club)\b",
    re.IGNORECASE,
)
_TOP = 6  # blocks at the head, in which a publication shows whose it is
_END = 4  # blocks at its end
_MOST_WORDS = 8
_GAP = re.compile(r"\s{2,}|\t|\s\|\s")
# What may follow on a name in its line: where it sits, when it is, its short name, what it is.
_BEHIND = re.compile(
    r"\s*(?:$|[,(|·•–—-]\s*\S.*$|(?:is|was|vormt|brings?|brengt|unites|verenigt|bundelt|connects|"
    r"verbindt|werkt|works|helpt|helps|bestaat|exists|heeft|has|sinds|since|\d{4})\b.*$)"
)
_NAME = re.compile(
    r"^(?:[Dd]e |[Hh]et |[Tt]he )?(?P<name>[A-ZÀ-Þ][\w&’'.~-]*(?: (?:(?:van|voor|de|het|der|den|"
    r"en|of|for|and|the|&|in|on|to|’t|'t|ten|ter|aan|op) ){0,3}(?:[A-ZÀ-Þ0-9][\w&’'~-]*|"
    r"vzw|nv|bv|plc)| &(?= [A-ZÀ-Þ])){0,9})"
)
# Who makes it for another, and what one thanks for: "Tekst: Bureau Kantlijn".
_MAKER = re.compile(
    r"\b(?:druk|drukwerk|drukkerij|print|printed|design|vormgeving|opmaak|foto|fotografie|photo|"
    r"tekst|text|sponsor|advertentie|accountant|audited?|examined|held in|plaats|datum|locatie)\b",
    re.IGNORECASE,
)
# A head that is a question, a chapter or an agenda point and no name.
NO_NAME = re.compile(
    r"(?:wie|wat|waar|hoe|waarom|who|what|where|how|why|item|punt|agenda|bijlage|annex|hoofdstuk|"
    r"chapter|deel|part|minutes|notulen|verslag|besluitenlijst|papers|report|jaarverslag|annual|"
    r"newsletter|nieuwsbrief|meeting|vergadering)\b|\W|\d",
    re.IGNORECASE,
)


def is_legal(name: str) -> bool:
    """Whether a name says by its form that it is a body's."""
    return bool(_LEGAL.match(name) or _LEGAL_END.search(name))


def shown_publisher(document: Document, known: Known) -> str:
    """The name of the body that the head of a publication shows; empty where it shows none."""
    told = list(dict.fromkeys(_named(document, known)))
    legal = [name for name in told if is_legal(name)]
    spoken = [name for name in told if _spoken_of(name, document)]
    return next(iter([*legal, *spoken]), "")


def _named(document: Document, known: Known) -> Iterator[str]:
    """The bodies that lines at the head name first, in their order."""
    for text in _lines(document.blocks[:_TOP]):
        for part in _GAP.split(text):
            name = _name_of(part.strip(), document)
            if name and not known.find(name, ACTIVITIES):
                yield name
        yield from _with_form(text, document)
    for text in _lines(document.blocks[-_END:]):
        name = _name_of(text, document)
        if name and is_legal(name) and not known.find(name, ACTIVITIES):
            yield name


def _with_form(text: str, document: Document) -> Iterator[str]:
    """The name at the head with the form that the text gives it: "Zuidkust", for Zuidkust vzw."""
    found = _NAME.fullmatch(text)
    if not found or not 1 < len(text.split()) <= _MOST_WORDS:
        return
    whole = re.compile(rf"\b{re.escape(text)}(?:{_LEGAL_END.pattern[:-1]})(?![\w-])")
    told = next((hit for block in document.blocks if (hit := whole.search(block.text))), None)
    if told:
        yield told[0]


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The lines of headings and of short texts; the sentence that a longer one begins with."""
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            continue
        sentence = " ".join(block.text.split())
        yield from (line.text.strip() for line in block.lines[:_HEAD_LINES])
        yield sentence


_HEAD_LINES = 3


def _name_of(text: str, document: Document) -> str:
    """The name of a body that a line begins with, as it is spelled elsewhere; else empty."""
    text = cased(text, document) if text.isupper() else text
    found = _NAME.match(text)
    if found is None or NO_NAME.match(found["name"]) or _MAKER.search(text[: found.end()]):
        return ""
    name = found["name"].rstrip(".") if not is_legal(found["name"]) else found["name"]
    words = name.split()
    if not 1 < len(words) <= _MOST_WORDS or not _BEHIND.match(text, found.end("name")):
        return ""
    bodies = [*IS_A_BODY.finditer(name)]
    # "and" is inside of one body's name: "Orme Rail and Water Partnership".
    joined = len(bodies) == 1 and bodies[0].end() == len(name)
    whole = joined or len(parties_in(name)) == 1 or is_legal(name)
    return name if bodies and whole else ""


def _spoken_of(name: str, document: Document) -> bool:
    """Whether the text speaks of a body again, by its name or "our network", "the Alliance"."""
    nouns = [word.lower() for word in IS_A_BODY.findall(name)]
    ours = re.compile(rf"\b(?:our|onze|ons) (?:{'|'.join(map(re.escape, nouns))})\b")
    texts = [" ".join(block.text.split()) for block in document.blocks]
    if sum(name.lower() in text.lower() for text in texts) > 1:
        return True
    if any(ours.search(text.lower()) for text in texts):
        return True
    short = next(
        (m[1] for text in texts if (m := _SHORT_NAME.match(text, _end_in(name, text)))), ""
    )
    return bool(short) and sum(re.search(rf"\b{short}\b", text) is not None for text in texts) > 1


_SHORT_NAME = re.compile(r" \(([A-Z][A-Za-z&]{1,9})\)")


def _end_in(name: str, text: str) -> int:
    """Where a name ends in a text; its end where the text does not have it."""
    at = text.find(name)
    return at + len(name) if at >= 0 else len(text)


def as_spoken(name: str, document: Document) -> str:
    """The part of a name that its text uses, where a title or a town stands with it in one line.

    "Steen voor steen Bouwkring vzw" is Bouwkring vzw if that is what the text says elsewhere.
    """
    texts = [" ".join(block.text.split()) for block in document.blocks]
    if sum(name in text for text in texts) > 1:
        return name
    words = name.split()
    parts = (
        words[start:end]
        for length in range(len(words) - 1, 1, -1)
        for start in range(len(words) - length + 1)
        for end in (start + length,)
    )
    for part in parts:
        one = " ".join(part)
        named = part[0][0].isupper() and (is_legal(one) or IS_A_BODY.search(one))
        used = [text for text in texts if one in text and name not in text]
        if named and used and (part[-1][0].isupper() or is_legal(one)):
            return one
    return name
