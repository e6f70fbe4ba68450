"""Dates without a year, and "this year", as the year that a publication of a date means by them.

"ging op 1 februari open" in June 2022 is February 2022; in January 2022 it is February 2021; "
""gaat in
september van start" is the next September.
"""

from __future__ import annotations

import re

from ledwerk.loaders.publication.activities.periods import month_of
from ledwerk.loaders.publication.layout.counting_words import MONTH

_DATE = re.compile(
    rf"\b(?P<lead>(?:in|op|on|per|sinds|since|eind|begin|medio|half|from|vanaf|until|tot|by|"
    rf"early in|late in|the end of)\s+(?:begin\s+|eind\s+|half\s+|early\s+|late\s+|mid-)?)"
    rf"(?P<date>(?:\d{{1,2}}(?:st|nd|rd|th|e)?\s+)?(?P<month>{MONTH})(?:\s+\d{{1,2}}(?![\d.:]))?)\b"
    r"(?!\s*(?:,?\s*(?:19|20)\d\d|[-–]|t/m|tot|until|to\b|en\s+\w+\s+\d{4}))",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"\b(?:gaat|gaan|start|starten|starts?|begint|beginnen|begins?|opent|opens?|zal|zullen|will|"
    r"wordt|worden|is due|are due|moet|must|komt|komen|volgt|next|aanstaande|komende)\b"
)
_PAST = re.compile(
    r"\b(?:ging(?:en)?|was|waren|were|werd(?:en)?|started|began|opened|ended|startte[n]?|begon|"
    r"opende[n]?|sinds|since|is \w+ afgerond|afgerond|afgesloten|gestart|geopend|launched|"
    r"completed|finished|liep|kwam|came|has|have|heeft|hebben)\b"
)
_RELATIVE = (
    (re.compile(r"\b(?:dit|this) (?:jaar|year)\b", re.IGNORECASE), 0),
    (re.compile(r"\b(?:vorig|afgelopen|last) (?:jaar|year)\b", re.IGNORECASE), -1),
    (re.compile(r"\b(?:volgend|komend|next) (?:jaar|year)\b", re.IGNORECASE), 1),
)


def with_years(text: str, published: str) -> str:
    """A text with the year behind dates that have none; as it was where no date is known."""
    if not re.match(r"(?:19|20)\d\d", published) or not re.search(_WORDS, text, re.IGNORECASE):
        return text
    year = int(published[:4])
    month = int(published[5:7]) if len(published) >= _WITH_MONTH else 0

    def dated(found: re.Match[str]) -> str:
        if not month:
            return found[0]
        meant = month_of(found["month"])
        coming = bool(_COMING.search(text)) and not _PAST.search(text)
        if coming:
            of = year if meant >= month else year + 1
        else:
            of = year if meant <= month else year - 1
        return f"{found[0]} {of}"

    text = _DATE.sub(dated, text)
    for pattern, add in _RELATIVE:
        text = pattern.sub(str(year + add), text)
    return text


_WORDS = rf"\b(?:{MONTH}|jaar|year)\b"
_WITH_MONTH = 7  # signs of "2022-06"
