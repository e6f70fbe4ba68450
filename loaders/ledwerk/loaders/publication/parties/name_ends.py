"""Where a name begins and ends in running text: capitals, small words in names, years, counts."""

from __future__ import annotations

import re

from ledwerk.loaders.publication.parties.party_words import GENERIC_PLURAL, PLURAL_GROUP
from ledwerk.schema.names import fold

# What a sentence begins with before a description: "De gemeente Ede", "Ook vervoerder Veenbus".
_LED_IN = re.compile(
    r"(?:(?:De|Het|Een|The|An?|Ook|Also|Onze|Our|Alle|All|Daarnaast|Verder|Zowel|Both|Zelfs|Even|"
    r"Verder|Tot slot|Inmiddels|Sinds \w+|Meanwhile)\s+)+(?=[a-zà-ÿ])"
)
_CONNECTORS = frozenset({
    "&", "+", "van", "de", "het", "der", "den", "ten", "ter", "te", "op", "aan", "bij", "in",
    "voor", "en", "of", "the", "for", "and", "at", "on", "a", "an", "d’", "l’", "s’", "du", "la",
    "le", "les",
    "des", "di", "da", "del", "und", "für", "von", "zu", "upon", "by", "'t", "’t",
})  # fmt: skip
_WORD = re.compile(r"\([^)]*\)|\S+")


def end_of_name(text: str) -> int:
    """Where the name in a piece of a sentence ends: before a small word that joins no names."""
    seen, end = False, len(text)
    led_in = _LED_IN.match(text)
    for found in _WORD.finditer(text, led_in.end() if led_in else 0):
        word = found[0].strip(" .,;:\"“”‘’'")
        if not seen:
            seen = is_capital(found[0]) or bool(GENERIC_PLURAL.fullmatch(word))
            continue
        behind = text[max(0, found.end() - _YEAR) : found.end()]
        if (
            found.start() > _LONGEST_NAME
            or _YEAR_BEHIND.search(behind)
            or _COUNT.match(text, found.start())
        ):
            end = found.start()
            break
        if found[0].startswith("(") or is_capital(found[0]) or not word or word[0].isdigit():
            continue
        if found[0] in _CONNECTORS or word in _CONNECTORS or word in _KEPT:
            continue
        if PLURAL_GROUP.fullmatch(word):
            continue
        end = found.start()
        break
    # connectors at the end belong to what goes on: "Tauw in dit project", "Ook stapt Tauw in."
    bare = text[:end].rstrip()
    while " " in bare and bare.rsplit(" ", 1)[-1].rstrip(".;:,") in _CONNECTORS:
        bare = bare.rsplit(" ", 1)[0].rstrip()
    return len(bare)


_LONGEST_NAME = 250  # signs of a name
_YEAR = 24  # signs in which a word and a year stand
# "Tauw in 2021", "Tauw since 2019": a year that is in no name.
_YEAR_BEHIND = re.compile(
    r"\b(?:in|van|since|sinds|from|per|tot|until|vanaf|by|for|to|begin|eind|medio) "
    r"(?:19|20)\d\d\b\S*$"
)
# "De Kade 310 werkzoekenden": a number that counts what comes behind it.
_COUNT = re.compile(
    r"\d[\d.,]* [a-zà-ÿ]+(?:en|s)\b|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|ma[air]|mrt|apr|jun|jul|"
    r"aug|sep|o[kc]t|nov|dec)[a-zé]*\b",
    re.IGNORECASE,
)
_KEPT = frozenset({
    "campus", "groep", "group", "plc", "bv", "nv", "cv", "vof", "vzw", "cvba", "bvba", "commv",
    "vakgroep", "i.o.",
})  # fmt: skip


# A brand in small letters with full stops: "a.s.r."; and what is only shortened so.
_DOTTED = re.compile(r"(?:[a-z]\.){3,4}")
_SHORTENED = frozenset({
    "i.s.m", "m.m.v", "t.b.v", "t.a.v", "m.b.t", "d.w.z", "e.v.a", "o.l.v", "i.v.m", "n.a.v",
    "o.b.v",
    "t.o.v", "m.u.v", "n.v.t", "o.v.v", "p.p.p", "b.v", "n.v", "v.l.n.r", "i.p.v", "a.u.b", "p.a",
})  # fmt: skip


def is_capital(word: str) -> bool:
    """Whether a word begins as a name does: with a capital, or as "iPort", "3D-Makers"."""
    bare = word.lstrip("\"“‘'’(«")
    if _DOTTED.fullmatch(bare.rstrip(",;:)")) and fold(bare).strip(" .,;:)") not in _SHORTENED:
        return True
    return bool(bare) and (bare[0].isupper() or (bare[0].isdigit() and not bare.isdigit()) or (
        bare[0].islower() and any(sign.isupper() for sign in bare[1:])
    ))  # fmt: skip
