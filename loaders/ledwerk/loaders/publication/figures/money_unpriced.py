"""Who pays, or is asked to, where no sum is told: "mede gefinancierd door EFRO"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledwerk.loaders.publication.figures.money_parties import Told
from ledwerk.loaders.publication.figures.money_words import ASKS, DENIED, REFUSED, P
from ledwerk.loaders.publication.findings import Ref

_LISTED = (
    rf"(?P<who>(?:[a-zà-ÿ]+ ){{0,2}}{P}"
    rf"(?:(?:, | en | and |, en |, and |; )(?:uit |from |by |door )?{P})*)"
)
_PAID_BY = tuple(
    re.compile(rf"{words} {_LISTED}", re.IGNORECASE)
    for words in (
        (
            r"\b(?:(?:mede|co-?|mee|deels|grotendeels|volledig|geheel|gezamenlijk) ?)?"
            r"(?:gefinancierd|bekostigd|gesubsidieerd|betaald)(?: [\w-]+){0,2}? (?:door|uit|"
            r"vanuit|met (?:geld|steun|middelen|subsidie|een bijdrage|een subsidie) (?:van|uit))"
        ),
        (
            r"\b(?:(?:part|co|match|jointly|partly|wholly|fully|mainly|"
            r"largely)[- ]?)?(?:funded|financed|"
            r"paid for|bankrolled)(?: [\w-]+){0,2}? (?:by|from|through)"
        ),
        (
            r"\bmet (?:(?:een|de) )?(?:financiële )?(?:subsidies?|bijdragen?|cofinanciering|"
            r"medefinanciering|geld|middelen|financiering|financiële (?:steun|hulp|ondersteuning)) "
            r"(?:van|uit)"
        ),
        (
            r"\b(?:with|thanks to|through|match|secured|received) (?:an? |"
            r"the )?(?:financial support|"
            r"grants?|funding|money|grant funding|match(?:ed)? funding|co-?funding) (?:of|from|by)"
        ),
        r"\b(?:match|grant|core) funding from",
        (
            r"\bmogelijk gemaakt (?:door (?:een |de )?(?:subsidies?|bijdragen?) van|"
            r"met (?:subsidie|geld) van)"
        ),
        r"\bmade possible by (?:an? |the )?(?:grants?|funding|money|donations?) (?:from|of)",
        (
            r"\b(?:financiers?|subsidiegevers?|subsidieverstrekkers?|funders?) (?:zijn|is|are|"
            r"include):?"
        ),
    )
)
_LABELLED = re.compile(
    rf"[^:]{{2,50}}:\s(?P<who>{P}(?:(?:, | en | and |, en |, and |; | \+ ){P})*)\.?$"
)
_NEXT_YEAR = re.compile(r"\b(?:hoopt|hopen|hopes?|wil|willen|wants?|zoekt|zoeken|seeks?|seeking)\b")


def unpriced(said: Told, *, labelled: bool) -> Iterator[Ref]:
    """The parties that a sentence says pay for something, without a sum."""
    if REFUSED.search(said.text) or ASKS.search(said.text) or _NEXT_YEAR.search(said.text):
        return
    patterns = (_LABELLED,) if labelled and not said.sums else _PAID_BY
    for pattern in patterns:
        for found in pattern.finditer(said.text):
            if DENIED.search(said.text[: found.start()][-_NEAR:]):
                continue
            for sign in re.findall(P, found["who"]):
                yield said.party(sign)


_NEAR = 30


_APPLIES = re.compile(
    r"\b(?:\w*aanvra(?:ag|gen)|aangevraagd|appl(?:y|ied|ies|ication)|bids?|"
    r"(?:subsidie|bijdrage|grant|"
    r"funding)\b.{0,60}\b(?:gevraagd|vragen|vraagt|asked|asks|requested|sought))\b",
    re.IGNORECASE,
)


def asked_of(said: Told) -> Ref | None:
    """Whom a sentence without a sum says money is asked of."""
    if said.sums or not _APPLIES.search(said.text) or REFUSED.search(said.text):
        return None
    found = re.search(rf"\b(?:bij|aan|to|with) (?:[a-zà-ÿ-]+ )?({P})", said.text)
    return said.party(found[1]) if found else None
