"""Payments, and those that an enumeration tells: sums beside names, and the same sum once more."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ledwerk.loaders.publication.figures.amounts import Quantity
from ledwerk.loaders.publication.figures.money_parties import Told
from ledwerk.loaders.publication.figures.money_words import SUM, A, P, T
from ledwerk.loaders.publication.findings import Ref


@dataclass(frozen=True, slots=True)
class Payment:
    """A sum, how far it has come, who pays it and to whom, as far as the sentence names them.

    `joint` is where several pay it together, and nobody is told to pay a sum of his own. `said` is
    the part of the sentence that is about the sum, `before` what of it stands before the sum.
    """

    amount: Quantity
    state: str
    payers: tuple[Ref, ...] = ()
    receivers: tuple[Ref, ...] = ()
    said: str = ""
    before: str = ""
    whole: str = ""
    joint: bool = False


def parts_in(text: str, *, labelled: bool) -> dict[str, str]:
    """Who pays each part of a sum, in brackets behind it: "€ 9 (provincie € 4; gemeente € 5)"."""
    pairs: dict[str, str] = {}
    for found in _PARTS.finditer(text):
        pairs |= {pair[2]: pair[1] for pair in re.finditer(rf"({P}) ({A})", found[0])}
    if labelled:
        for found in _SUMS_FIRST.finditer(text):
            pairs |= {
                pair[1]: pair[2] for pair in re.finditer(rf"({A}) ?(?:from |van )?({P})", found[0])
            }
    for found in _IN_TURN.finditer(text):
        sums, who = re.findall(A, found["sums"] or found["then"]), re.findall(P, found["who"])
        pairs |= dict(zip(sums, who, strict=True)) if len(sums) == len(who) else {}
    entry = _ENTRY.match(text)
    if entry:
        pairs |= {pair[2]: pair[1] for pair in re.finditer(rf"({P}) ({A})", entry[0])}
    return pairs


# "£5m DfT, £2m Carrow": each sum before who pays it, from the first on.
_SUMS_FIRST = re.compile(
    rf"(?:^|(?<=: )){A} ?(?:from |van )?{P}(?:(?:[;,] ?(?:and |en )?| and |"
    rf" en ){A} ?(?:from |van )?{P})*"
)
# "A and B back it with £2m and £1m respectively"
_MANY_P, _MANY_A = rf"{P}(?:(?:, | en | and |, and ){P})+", rf"{A}(?:(?:, | en | and |, and ){A})+"
_IN_TURN = re.compile(
    rf"(?P<who>{_MANY_P})[^{A[1:-1]}{P[1:-1]};]{{1,80}}"
    rf"(?:(?P<sums>{_MANY_A}),? (?:respectively|respectievelijk)|"
    rf"(?:respectievelijk|respectively) (?P<then>{_MANY_A}))",
)
# "X: gemeente A € 5, B € 2": an activity, and who pays how much to it.
_ENTRY = re.compile(
    rf"(?:\w+: )?(?P<to>{T})[:,]? (?:elk van |each of |"
    rf"elk )?{P} {A}(?:(?:[;,] ?(?:and |en )?| and | en ){P} {A})*\W*$"
)


def entry_of(text: str) -> str:
    """The sign of the activity that an entry of payers begins with; empty where it is none."""
    found = _ENTRY.match(text)
    return found["to"] if found else ""


_PARTS = re.compile(rf"{A} ?[(:] ?{P} {A}(?:(?:[;,] ?(?:en |and )?| en | and ){P} {A})*")


_MATCHED = re.compile(
    rf"({P})[^{A[1:-1]}{P[1:-1]};]{{0,25}}?\b(?:match(?:es|ed)?|verdubbel(?:t|de)|"
    rf"doubled|doubles|leg(?:t|de)|"
    r"draagt|droeg|betaalt|gaf|geeft|past|adds?|added|put in|gave|contributed)\b "
    r"(?:(?:that|this|the|it|them|dat|dit|het)\b(?: (?:sum|amount|figure|bedrag))?|"
    r"(?:eenzelfde|hetzelfde|een even groot|een gelijk) bedrag|(?:the|an?) (?:same|equal|like|"
    r"identical) (?:sum|amount)|as much again|evenveel)(?= |[,.;]|$)",
    re.IGNORECASE,
)
_MATCHED_BY = re.compile(rf"\b(?:matched|verdubbeld|doubled) (?:[a-z]+ )?(?:by|door) ({P})")


def matched_in(said: Told, made: list[Payment]) -> list[Payment]:
    """Who pays the same sum once more."""
    found = _MATCHED.search(said.text) or _MATCHED_BY.search(said.text)
    if found is None:
        return []
    earlier = [one for one in made if said.text.index(chr(SUM + said.sums.index(one.amount)))
               < found.start(1)]  # fmt: skip
    if not earlier or not earlier[-1].payers:
        return []
    last = earlier[-1]
    who = said.party(found[1])
    if who in last.payers:
        return []
    return [replace(last, payers=(who,), joint=False)]
