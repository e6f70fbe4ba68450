"""Who pays each sum of a sentence, and to what, by the words between names and sums.

bracket     funded by <party> (<sum>)            subsidie van <party> (<sum>)
behind      <sum> (a grant) from <party>         <sum> is afkomstig van <party>
subject     <party> contributes <sum>            <party> stelt <sum> beschikbaar
before      a grant from <party> of <sum>        met steun van <party> (<sum>)
gapped      …, <party> <sum> and <party> <sum>   … en <party> nog eens <sum>
matched     and <party> matched that sum         <party> legt eenzelfde bedrag bij
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ledwerk.loaders.publication.amounts import Quantity
from ledwerk.loaders.publication.findings import Ref
from ledwerk.loaders.publication.money_parties import Told
from ledwerk.loaders.publication.money_words import (
    ASKS,
    COMES_FROM,
    COSTS,
    DENIED,
    EACH,
    FUNDING,
    GETS,
    GIVES,
    KEEPS,
    OWN_SUBJECT,
    REFUSED,
    SUM,
    TOGETHER,
    TRADE,
    A,
    P,
)

_FROM = r"(?:van|uit|door|from|by|vanuit|via|dankzij|thanks to|courtesy of)"
_BRACKET = re.compile(rf"(?<!voor )(?<!for )(?<!aan )(?<!to )({P})(?: \([^)]*\))? ?(?:\(|\[)(?:[a-zà-ÿ.]+ ){{0,3}}$")
_PAIR = re.compile(rf"({P})\W{{0,3}}(?:with |met |voor |for )?(?:ca\. |circa )?$")
_IN_BRACKETS = re.compile(rf" ?[(\[](?:{_FROM} )?({P})[)\]]")
_BEHIND = re.compile(
    rf"(?P<gap>[^{A[1:-1]}{P[1:-1]}.;:]{{0,70}}?)\b(?P<prep>{_FROM}) "
    rf"(?:(?!voor |aan |for |to |in |of |met |with |de |het )[a-zà-ÿ-]+ )?(?P<who>{P})"
)
_BEHIND_ASKED = re.compile(
    rf"[^{A[1:-1]}{P[1:-1]}.;:]{{0,60}}?\b(?:bij|aan|to|from|with|van) (?:[a-zà-ÿ-]+ )?(?P<who>{P})"
)
_FUND_BEHIND = re.compile(
    rf"\s?(?:of |aan |uit |in )?({P})(?:[- ](?:subsidie|middelen|geld(?:en)?|financiering|bijdrage|"
    r"funding|funds?|money|grants?|support|investment|loan|finance))?(?!\w)"
    r"(?! (?:project|programm[ae]|scheme|pilot|initiative|initiatief|site|campus|building))"
)
_BEFORE = re.compile(
    rf"\b(?P<prep>{_FROM}|bij|to|aan|asked|asks|vroeg|vraagt|vragen|gevraagd) (?:[a-zà-ÿ-]+ )?(?P<who>{P})"
    rf"(?P<gap>[^{A[1:-1]}{P[1:-1]};]{{0,50}}) ?$",
    re.IGNORECASE,
)
_ASKED_OF = re.compile(
    r"\b(?:bij|to|aan|from|with|asked|asks|asking|vroeg(?:en)?|vraagt|vragen|gevraagd|van|by|door) "
    rf"(?:[a-zà-ÿ-]+ )?(?P<who>{P})",
    re.IGNORECASE,
)
_OWN_GRANT = re.compile(
    rf"(?P<who>{P})[- ]?(?:subsidie|bijdrage|financiering|grant|funding|award|loan|investment|support|"
    rf"contribution|donation|gift|middelen|gelden?|cheque)[^{A[1:-1]}{P[1:-1]};]{{0,25}}$"
)
_SUBJECT = re.compile(rf"(?P<prep>\b\w+ )?(?P<who>{P}(?:(?:, | en | and |, en |, and | & ){P})*)")
_NOT_SUBJECT = re.compile(
    r"\b(?:aan|voor|to|for|in|into|met|with|bij|at|naast|besides|op|on|towards|tussen|between|"
    r"richting|namens|van|of|from|door|by|uit|via|about|over|naar|than|dan|als|as|onder|under|"
    r"within|binnen|tegen|against) $",
    re.IGNORECASE,
)
_GAPPED = re.compile(
    rf"(?:^|[,;]|\b(?:en|and|terwijl|while|plus)\b)\s?(?:en |and |plus |ook |daarnaast )*"
    rf"(?:[a-zà-ÿ-]+ )?({P})(?: (?:nog eens|nog|ook|a further|another|further|also|samen|gezamenlijk|"
    r"elk|ieder|each|for|voor|met|with|daar|een|het|the|a|in totaal|ruim|circa|about)){0,3} ?$",
    re.IGNORECASE,
)
_MATCHED = re.compile(
    rf"({P})[^{A[1:-1]}{P[1:-1]};]{{0,25}}?\b(?:match(?:es|ed)?|verdubbel(?:t|de)|doubled|doubles|leg(?:t|de)|"
    r"draagt|droeg|betaalt|gaf|geeft|past|adds?|added|put in|gave|contributed)\b "
    r"(?:(?:that|this|the|it|them|dat|dit|het)\b(?: (?:sum|amount|figure|bedrag))?|"
    r"(?:eenzelfde|hetzelfde|een even groot|een gelijk) bedrag|(?:the|an?) (?:same|equal|like|"
    r"identical) (?:sum|amount)|as much again|evenveel)(?= |[,.;]|$)",
    re.IGNORECASE,
)
_MATCHED_BY = re.compile(rf"\b(?:matched|verdubbeld|doubled) (?:[a-z]+ )?(?:by|door) ({P})")
_TO = re.compile(
    rf"\b(?:aan|voor|to|for|into|towards?|in|at) (?:[a-zà-ÿ-]+ ){{0,2}}({P})", re.IGNORECASE
)
_TO_NEAR = re.compile(rf"\b(?:aan|voor|for|to|into|towards?) ({P})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Payment:
    """A sum, how far it has come, who pays it (none where that is not told) and to which party."""

    amount: Quantity
    state: str
    payers: tuple[Ref, ...]
    receiver: Ref | None
    said: str
    before: str


def payments_of(said: Told, *, labelled: bool = False) -> list[Payment]:
    """The payments of a sentence; `labelled` where a label has told that this is who pays."""
    made: list[Payment] = []
    for i in range(len(said.sums)):
        made.append(_payment(said, i, made[-1] if made else None, labelled=labelled))
    return [*made, *_matched(said, made)]


def _payment(said: Told, i: int, last: Payment | None, *, labelled: bool) -> Payment:
    text = said.text
    at = text.index(chr(SUM + i))
    start = text.index(chr(SUM + i - 1)) + 1 if i else 0
    end = text.index(chr(SUM + i + 1)) if i + 1 < len(said.sums) else len(text)
    before, after = _since(text[start:at]), _REST.split(text[at + 1 : end])[0]
    near = f"{before} {_own_part(after, ended=i + 1 == len(said.sums))}"
    state = _state(near, text, last)
    nobody = Payment(said.sums[i], state, (), None, near, before)
    if REFUSED.search(near) or (i == 0 and REFUSED.search(text)):
        return Payment(said.sums[i], "", (), None, near, before)
    if TRADE.search(text) and not (FUNDING.search(text) or GIVES.search(near)):
        return nobody
    found = _payer(before, after, state, last, labelled=labelled, whole=text)
    payers = tuple(said.party(sign) for sign in found)
    receiver = next(
        (said.party(sign) for sign in _receiver(before, after, state) if sign not in found), None
    )
    return Payment(said.sums[i], state, payers, receiver, near, before)


# Where another matter begins: "€ 4 ton; de provincie …", "€ 1 ton, de rest wordt gevraagd".
_REST = re.compile(
    r";\s|,? (?:en |and |while |terwijl )?(?:de rest|het restant|het overige|het resterende \w+|"
    r"the rest|the remainder|the balance|the remaining)\b"
)


def _since(before: str) -> str:
    parts = re.split(r";\s", before)
    return before if _PRONOUN.match(parts[-1]) else parts[-1]


_PRONOUN = re.compile(r"(?:zij|ze|hij|die|deze|it|they|she|he|this)\b", re.IGNORECASE)


def _own_part(after: str, *, ended: bool) -> str:
    """What is said behind a sum, without what leads up to the next."""
    return after if ended else re.split(r"[,;]\s|\s(?:en|and|terwijl|while|plus)\s", after)[0]


def _state(near: str, whole: str, last: Payment | None) -> str:
    """How far the money has come; empty where nobody pays."""
    for text in (near, whole):
        if ASKS.search(text):
            return "asked_for"
        if KEEPS.search(text):
            return "reserved"
        if GETS.search(text) or GIVES.search(text) or FUNDING.search(text):
            return "granted"
        if last is not None and last.state:
            return last.state
    return "granted" if COMES_FROM.search(near) else ""


def _payer(
    before: str, after: str, state: str, last: Payment | None, *, labelled: bool, whole: str
) -> str:
    """The signs of who pays a sum; empty where that is not told."""
    told = labelled or state in ("granted", "reserved", "asked_for")
    if not told:
        return ""
    asked = state == "asked_for" and ASKS.search(f"{before} {after}") is not None
    if asked and not labelled:
        found = _BEHIND_ASKED.match(after) or _ask_before(before)
        return found["who"] if found else ""
    bracket = _BRACKET.search(before) or (_PAIR.search(before) if labelled else None)
    if bracket:
        return _each(before, bracket[1])
    inside = _IN_BRACKETS.match(after)
    if inside and (labelled or FUNDING.search(before)):
        return inside[1]
    behind = _behind(before, after)
    if behind:
        return behind
    if GETS.search(before):
        return _from_before(before)
    gone_on = _GONE_ON.search(before)
    if gone_on and not DENIED.search(before):
        return gone_on["who"]
    own = _VERB_FIRST.match(after)
    if own:
        return own["who"]
    subject = _subject(before, after)
    if subject:
        return subject
    early = _from_before(before)
    if early:
        return early
    gapped = _GAPPED.search(before) if last is not None and last.payers else None
    if gapped and not DENIED.search(before):
        return _each(before, gapped[1])
    if labelled:
        lone = re.findall(P, f"{before}{after}")
        return lone[0] if len(lone) == 1 else ""
    return ""


# "<party> pays half, <party> <sum>": a verb for both. "<sum> nemen <party> voor eigen rekening".
_GONE_ON = re.compile(
    rf"{P}[^{A[1:-1]}{P[1:-1]};]{{1,40}}[a-z%][^{A[1:-1]}{P[1:-1]};]{{0,20}}(?:,|,? en|,? and) (?P<who>{P}) "
    r"(?:samen |ook |nog eens |together |a further |another )?$"
)
_VERB_FIRST = re.compile(
    rf"[^{A[1:-1]}{P[1:-1]}.;:]{{0,30}}\b(?:neemt|nemen|betaal(?:t|de|den)|betalen|leg(?:t|de|gen|den)|draagt|"
    r"dragen|droeg(?:en)?|financier(?:t|de|den|en)|breng(?:t|en)|bracht(?:en)?|geeft|geven|gaf|"
    rf"gaven|investeer(?:t|de|den)|investeren|hoest(?:te|en|ten)?|stel(?:t|de|len|den)) (?P<who>{P})(?! (?:en|and) )",
    re.IGNORECASE,
)


def _behind(before: str, after: str) -> str:
    """Who stands behind a sum as where it comes from."""
    fund = _FUND_BEHIND.match(after)
    if fund and (fund.end() > fund.end(1) or re.match(r"\s", after)) and fund.start(1) <= _NEAR:
        return fund[1]
    found = _BEHIND.match(after)
    if not found or DENIED.search(found["gap"]) or _PART.search(found["gap"]):
        return ""
    if _SPENT.search(found["gap"]) or (found["prep"] == "van" and COSTS.search(found["gap"])):
        return ""
    return _each(after[found.end() - 1 :], found["who"], forward=True)


_NEAR = 4
# A part of the sum comes from there, and not the sum.
_PART = re.compile(
    r"\b(?:waarvan|of which|(?:de )?helft|half|deel|part|derde|third|kwart|quarter|procent|per cent|"
    r"percent|grotendeels|largely|mainly)\b|%",
    re.IGNORECASE,
)
_SPENT = re.compile(
    r"\b(?:van het|of the (?:total|cost)|onderzoek|gebruikt|used|built|gebouwd|geleverd|supplied|"
    r"uitgevoerd|carried out|georganiseerd|organised|ontwikkeld|developed|beheerd|managed|geleid|"
    r"led)\s*(?:by|door)?\s*$",
    re.IGNORECASE,
)


def _from_before(before: str) -> str:
    """Who stands before a sum as where it comes from: "met steun van <party>: <sum>"."""
    own = _OWN_GRANT.search(before)
    if own:
        return own["who"]
    found = _BEFORE.search(before)
    if not found or DENIED.search(before) or found["prep"].lower() in ("bij", "to", "aan"):
        return ""
    if re.match(r"ask|vr(?:oe|a)|gevr", found["prep"], re.IGNORECASE):
        return ""
    if not (FUNDING.search(before) or GETS.search(before) or GIVES.search(before)):
        return ""
    return found["who"]


def _ask_before(before: str) -> re.Match[str] | None:
    asked = list(_ASKED_OF.finditer(before))
    return asked[-1] if asked else _OWN_GRANT.search(before)


def _subject(before: str, after: str) -> str:
    """Who gives, as the subject before a sum: several of them only where each gives it."""
    for found in reversed(list(_SUBJECT.finditer(before))):
        if found["prep"] and _NOT_SUBJECT.search(found["prep"]):
            continue
        between = before[found.end() :]
        if DENIED.search(between):
            continue
        around = f"{found['prep'] or ''} {between} {after}"
        if not (GIVES.search(around) or KEEPS.search(around) or _WAS_TOLD.search(after)):
            continue
        signs = re.findall(P, found["who"])
        if len(signs) == 1:
            return str(signs[0])
        words = f"{before} {after}"
        return "".join(signs) if EACH.search(words) and not TOGETHER.search(words) else ""
    return ""


_WAS_TOLD = re.compile(r"\b(?:voor (?:haar|zijn|hun|eigen) rekening|bij|uit|in|toe)\b")


def _each(text: str, sign: str, *, forward: bool = False) -> str:
    """A party, or all of an enumeration that it is in, where each of them pays the sum."""
    if not EACH.search(text):
        return sign
    for found in re.finditer(rf"{P}(?:(?:, | en | and |, en |, and ){P})+", text):
        if sign in found[0]:
            return "".join(re.findall(P, found[0]))
    del forward
    return sign


_THE_PROJECT = re.compile(rf"({P}) (?:project|programme|programma|scheme)\b")


def _receiver(before: str, after: str, state: str) -> list[str]:
    """The signs of parties that money goes to, the surest first."""
    asks = state == "asked_for"
    named = _THE_PROJECT.search(after)
    if named:
        return [named[1]]
    signs = [] if asks else [found[1] for found in _TO_NEAR.finditer(after)]
    gets = GETS.search(before)
    if gets:
        signs += [found[0] for found in re.finditer(P, before[: gets.start()])][:1]
    if asks:
        signs += [found["who"][0] for found in _SUBJECT.finditer(before) if not found["prep"]][:1]
    else:
        signs += [found[1] for found in _TO.finditer(before)] if not gets else []
    return signs


def _matched(said: Told, made: list[Payment]) -> list[Payment]:
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
    return [Payment(last.amount, last.state, (who,), last.receiver, last.said, last.before)]


def near_activities(said: Told, i: int) -> list[Ref]:
    """The activities of a sentence that money can be for, those nearest a sum first."""
    at = said.text.index(chr(SUM + i))
    return [ref for _, ref in sorted(said.meant, key=lambda one: abs(one[0] - at))]


def asked_of(said: Told) -> Ref | None:
    """Whom a sentence without a sum says money is asked of."""
    if said.sums or not ASKS.search(said.text) or REFUSED.search(said.text):
        return None
    found = re.search(rf"\b(?:bij|aan|to|with) (?:[a-zà-ÿ-]+ )?({P})", said.text)
    return said.party(found[1]) if found else None


def own_subject(before: str) -> bool:
    """Whether it is the publisher who gives: "we put £5,000 into it"."""
    return OWN_SUBJECT.search(before) is not None and GIVES.search(before) is not None
