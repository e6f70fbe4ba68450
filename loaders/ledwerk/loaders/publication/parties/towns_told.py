"""Municipalities that are named by those who govern them: "de wethouder van Ede", "Edese raad".

function of town(s)         burgemeester van Baak; de gemeenteraden van Baak en Hoog; mayor of Baak
adjective of town           de Baakse wethouder, if the text names Baak or there is such a town
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import (
    IN_A_SENTENCE,
    Finding,
    node,
)
from ledwerk.loaders.publication.layout.sections import sections_of
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, PARTIES, Known
from ledwerk.loaders.publication.parties.names_found import parties_in
from ledwerk.loaders.publication.parties.town_names import town_called
from ledwerk.loaders.publication.partners.partner_cues import about_others
from ledwerk.loaders.publication.people.functions import FIELD
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.schema.names import fold

_TOWN = (
    r"(?:'s-|’s-|(?:Den|De|Het|Sint|Nieuw|Oud|Hoek) )?[A-ZÀ-Þ][\wà-ÿ’'-]+"
    r"(?: (?:aan (?:de|den) |op |bij |upon |on )?[A-ZÀ-Þ][\w’'-]+)?"
)
_GOVERNS = (
    r"(?:(?:loco-?)?burgemeesters?|wethouders?|gemeentera(?:ad|den)|gemeentebestu(?:ur|ren)|"
    r"gemeentesecretaris(?:sen)?|raadsl(?:id|eden)|stadsbestu(?:ur|ren)|"
    r"(?:college|colleges) van (?:B&W|B en W|burgemeester en wethouders)|schepen(?:en)?|"
    r"schepencolleges?|gemeentehuis|stadhuis|(?:deputy |lord )?mayors?|aldermen|alderman)"
)
_FIELD = r"(?: (?:[A-ZÀ-Þ]?[a-zà-ÿ]+|[A-Z]{2,3})){0,3}?"
_OF = r"(?:van|of)"
_LIST = rf"(?P<towns>{_TOWN}(?:, {_TOWN}){{0,12}}(?:,? (?:en|and) {_TOWN})?)"
_GOVERNED = re.compile(
    rf"\b{_GOVERNS}{_FIELD} {_OF} (?:de gemeenten? |gemeenten? |the |de stad )?{_LIST}"
    rf"|\b(?:burgemeester|wethouder)(?: en (?:burgemeester|wethouder))? (?:in|te) (?P<in>{_TOWN})",
)
_OF_TOWN = re.compile(
    rf"\b(?P<stem>[A-ZÀ-Þ][a-zà-ÿ-]+?)(?:se|sche) "
    rf"(?:(?:oud-)?{_GOVERNS}|gemeentelijke|raad|coalitie)\b"
)
# Adjectives of what is no town.
_LARGER = frozenset({
    "zeeuw", "limburg", "zuid-limburg", "noord-limburg", "midden-limburg", "brabant",
    "noord-brabant", "fries", "drent", "gron", "gelder", "overijssel", "flevoland",
    "zuid-holland", "noord-holland", "holland", "vlaam", "west-vlaam", "oost-vlaam",
    "antwerp", "nederland", "belgi", "duit", "europe", "engel", "schot", "wel", "brit",
    "twent", "veluw", "achterhoek", "westfries", "regiona", "provincia", "nationa", "plaat",
    "nieuwe", "zweed", "deen", "noor", "frans", "ier",
})  # fmt: skip


def read_towns(document: Document, found: Iterable[Finding]) -> Iterator[Finding]:
    """Municipalities by their councils, mayors and aldermen."""
    known = Known(found)
    whole = "\n".join(block.text for block in document.blocks)
    for section in sections_of(document):
        blocks = section.blocks if section.heading is None else (section.heading, *section.blocks)
        if section.silent:
            continue
        for block in blocks:
            if block.kind is not BlockKind.TABLE and not about_others(block.text):
                yield from _governed(document, block, known)
                yield from _by_adjective(document, block, known, whole)


def _governed(document: Document, block: Block, known: Known) -> Iterator[Finding]:
    for told in _GOVERNED.finditer(block.text):
        text, start = told["towns"] or told["in"], told.start("towns")
        start = start if told["towns"] else told.start("in")
        for one in parties_in(f"gemeenten {text}" if _MORE.search(text) else f"gemeente {text}"):
            name = _without_next(one.ref.name.removeprefix("Gemeente "))
            if one.ref.kind == "Municipality" and not _other(name, known):
                place = document.locator(block, start, start + len(text))
                yield node("Municipality", f"Gemeente {name}", place, IN_A_SENTENCE,
                           aliases=(name,))  # fmt: skip


def _without_next(name: str) -> str:
    """A town without the word behind it, which is somebody's name: "Nijmegen Hubert"."""
    first, _, rest = name.partition(" ")
    apart = rest[:1].isupper() and first not in ("Den", "De", "Het", "Sint", "Nieuw", "Oud", "Hoek")
    return first if apart and not town_called(name) else name


_MORE = re.compile(r", | en | and ")


def _other(name: str, known: Known) -> bool:
    """Whether a name is somebody's, or of something that is known to be no town."""
    if FIELD.fullmatch(name):
        return True  # "wethouder van Financiën"
    ref = known.find(name, PARTIES | ACTIVITIES | frozenset({"Board", "Person"}))
    if ref is not None:
        return ref.kind not in ("Municipality", "Organisation")
    return has_given_name(name) and not town_called(name)


def _by_adjective(document: Document, block: Block, known: Known, whole: str) -> Iterator[Finding]:
    for told in _OF_TOWN.finditer(block.text):
        stem = told["stem"]
        if fold(stem) in _LARGER:
            continue
        name = _named_after(stem, whole)
        if name and not _other(name, known):
            place = document.locator(block, told.start(), told.end())
            yield node("Municipality", f"Gemeente {name}", place, IN_A_SENTENCE, aliases=(name,))


def town_of_adjective(adjective: str, whole: str) -> str:
    """The town that "Heerlense" is made of, if there is one or the text names it."""
    stem = re.sub(r"(?:se|sche)$", "", adjective)
    return "" if fold(stem) in _LARGER else _named_after(stem, whole)


def _named_after(stem: str, whole: str) -> str:
    """The town that an adjective is made of: "Heerlen" for "Heerlense"; empty if there is none."""
    doubled = re.sub(r"([aeou])([^aeiou])$", r"\1\1\2", stem)
    single = re.sub(r"([aeou])\1([^aeiou])$", r"\1\2e", stem)
    for name in (stem, single, f"{stem}en", f"{stem}e", f"{stem}a", f"Den {stem}", doubled):
        town = town_called(name)
        if town:
            return town.partition(" ")[2]
    return stem if re.search(rf"\b{re.escape(stem)}\b(?!-)", whole) else ""
