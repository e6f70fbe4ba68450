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
from dataclasses import dataclass, replace

from ledwerk.loaders.publication.figures.money_pairs import (
    Payment,
    entry_of,
    matched_in,
    parts_in,
)
from ledwerk.loaders.publication.figures.money_parties import Told
from ledwerk.loaders.publication.figures.money_words import (
    ASKS,
    COMES_FROM,
    COSTS,
    DENIED,
    EACH,
    FUNDING,
    GETS,
    GIVES,
    INTO_IT,
    KEEPS,
    OWN_SUBJECT,
    REFUSED,
    SUM,
    TOGETHER,
    TRADE,
    A,
    P,
    T,
)
from ledwerk.loaders.publication.findings import Ref

_FROM = r"(?:van|uit|door|from|by|vanuit|via|dankzij|thanks to|courtesy of)"
_BRACKET = re.compile(
    rf"(?<!voor )(?<!for )(?<!aan )(?<!to )({P})(?: \([^)]*\))? ?(?:\(|\[)(?:[a-zà-ÿ.]+ ){{0,3}}$"
)
_PAIR = re.compile(rf"({P})\W{{0,3}}(?:with |met |voor |for )?(?:ca\. |circa )?$")
_IN_BRACKETS = re.compile(rf" ?[(\[](?:{_FROM} )?(?P<all>100 ?(?:%|procent|per ?cent) )?({P})[)\]]")
_BEHIND = re.compile(
    rf"(?P<gap>[^{A[1:-1]}{P[1:-1]}.;:]{{0,70}}?)\b(?P<prep>{_FROM}) "
    r"(?:(?:het|de|the) )?(?:(?!(?:voor|aan|for|to|in|of|met|with|van|uit|from|by|door|de|het|"
    r"the|en|and|of|or|plus) )"
    rf"[\w-]+ ){{0,2}}(?P<who>{P})"
)
_BEHIND_ASKED = re.compile(
    rf"[^{A[1:-1]}{P[1:-1]}.;:]{{0,60}}?\b(?:bij|aan|to|from|with|van) (?:[a-zà-ÿ-]+ )?(?P<who>{P})"
)
_FUND_BEHIND = re.compile(
    rf"\s?(?:(?:is|was|are) )?(?:(?:award|grant|injection|boost|package|subsidy|"
    rf"subsidie) )?(?:of |aan |uit |in )?({P})(?:[- ](?:subsidie|steun|middelen|geld(?:en)?|"
    rf"financiering|bijdrage|"
    r"funding|funds?|money|grants?|support|investment|loan|finance))?(?!\w)"
    r"(?! (?:project|programm[ae]|scheme|pilot|initiative|initiatief|site|campus|building))"
)
# "Bijdrage Scheldemondfonds 6.950 EUR"
_TITLED = re.compile(
    rf"\b(?:bijdrage|subsidie|inleg|inbreng|toelage|contribution|grant|funding)(?: van| from|"
    rf" of)? (?P<who>{P})"
    r"(?: is| was| bedraagt)?:? ?(?:van )?$",
    re.IGNORECASE,
)
_FROM_FIRST = re.compile(rf"\W*(?:from|van|uit|vanuit|via) (?P<who>{P})", re.IGNORECASE)
_BEFORE = re.compile(
    rf"\b(?P<prep>{_FROM}|bij|to|aan|asked|asks|vroeg|vraagt|vragen|"
    rf"gevraagd) (?:[a-zà-ÿ-]+ )?(?P<who>{P})(?P<gap>[^{A[1:-1]}{P[1:-1]};]{{0,50}}) ?$",
    re.IGNORECASE,
)
# "<party> has been asked for <sum>", "<party> werd om <sum> gevraagd"
_IS_ASKED = re.compile(
    rf"(?P<who>{P}) (?:(?:has|have|is|was|were) [^{A[1:-1]}{P[1:-1]};]{{0,25}}asked|"
    rf"(?:is|zijn|werd|werden|wordt|"
    rf"worden) [^{A[1:-1]}{P[1:-1]};]{{0,15}}om)\b[^{A[1:-1]}{P[1:-1]};]{{0,12}}$",
    re.IGNORECASE,
)
_ASKED_OF = re.compile(
    r"\b(?:bij|to|aan|from|with|asked|asks|asking|vroeg(?:en)?|vraagt|vragen|gevraagd) "
    rf"(?:[a-zà-ÿ-]+ )?(?P<who>{P})",
    re.IGNORECASE,
)
_OWN_GRANT = re.compile(
    rf"(?P<who>{P})[- ]?(?:subsidie|bijdrage|financiering|grant|funding|award|loan|investment|"
    rf"support|contribution|donation|gift|middelen|gelden?|cheque)[^{A[1:-1]}{P[1:-1]};]{{0,25}}$"
)
_SUBJECT = re.compile(rf"(?P<prep>\b\w+ )?(?P<who>{P}(?:(?:, {P})*(?:,? (?:en|and|&) {P})+)?)")
_NOT_SUBJECT = re.compile(
    r"\b(?:aan|voor|to|for|in|into|met|with|bij|at|naast|besides|op|on|towards|tussen|between|"
    r"richting|namens|van|of|from|door|by|uit|via|about|over|naar|than|dan|als|as|onder|under|"
    r"within|binnen|tegen|against) $",
    re.IGNORECASE,
)
_GAPPED = re.compile(
    rf"(?:^|[,;]|\b(?:en|and|terwijl|while|plus)\b)\s?(?:en |and |plus |ook |daarnaast )*"
    rf"(?:[a-zà-ÿ-]+ )?({P})(?: (?:nog eens|nog|ook|a further|another|further|also|samen|"
    rf"gezamenlijk|"
    r"elk|ieder|each|for|voor|met|with|daar|een|het|the|a|in totaal|ruim|circa|about)){0,3} ?$",
    re.IGNORECASE,
)
_TO = re.compile(
    rf"\b(?:(?:kapitaal|kas|werking|exploitatie|begroting|capital|budget) (?:van|of)|aan|voor|"
    rf"to|for|into|towards?|in|at) (?:[a-zà-ÿ-]+ ){{0,2}}({P})",
    re.IGNORECASE,
)
_TO_NEAR = re.compile(
    rf"\b(?:(?:kapitaal|kas|werking|exploitatie|capital) (?:van|of)|aan|voor|for|to|into|"
    rf"towards?) ({P})",
    re.IGNORECASE,
)


def payments_of(said: Told, *, labelled: bool = False) -> list[Payment]:
    """The payments of a sentence; `labelled` where a label has told that this is who pays."""
    made: list[Payment] = []
    parts = parts_in(said.text, labelled=labelled)
    to = entry_of(said.text)
    for i in range(len(said.sums)):
        one = _payment(said, i, made[-1] if made else None, labelled=labelled)
        sign = parts.get(chr(SUM + i))
        if sign:
            to_it = (said.activity(to),) if to else one.receivers
            one = replace(one, payers=(said.party(sign),), receivers=to_it, joint=False,
                          state=one.state or "granted")  # fmt: skip
        made.append(one)
    return [*made, *matched_in(said, made)]


def _payment(said: Told, i: int, last: Payment | None, *, labelled: bool) -> Payment:
    text = said.text
    at = text.index(chr(SUM + i))
    start = text.index(chr(SUM + i - 1)) + 1 if i else 0
    end = text.index(chr(SUM + i + 1)) if i + 1 < len(said.sums) else len(text)
    before, after = _since(text[start:at]), _REST.split(text[at + 1 : end])[0]
    near = f"{before} {_own_part(after, ended=i + 1 == len(said.sums))}"
    state = _state(near, text, last)
    nobody = Payment(said.sums[i], state, said=near, before=before, whole=text)
    if REFUSED.search(near) or (i == 0 and REFUSED.search(text)):
        return replace(nobody, state="")
    if _AS_TOTAL.search(before):
        return replace(nobody, state="")
    if TRADE.search(text) and not (FUNDING.search(text) or GIVES.search(near)):
        return nobody
    clause = _Clause(before, after, state, last is not None and bool(last.payers), labelled)
    found = _payer(clause)
    payers = tuple(dict.fromkeys(said.party(sign) for sign in found))
    to = tuple(said.named(sign) for sign in _receivers(clause) if sign not in found)
    if not payers and last is not None and _PART_GOES.search(f"{before}\ue200{after}"):
        return replace(nobody, payers=last.payers, receivers=to)
    words = f"{before} {after}"
    together = TOGETHER.search(near) and not any(one.kind == "Group" for one in payers)
    joint = bool(together or len(payers) > 1) and not EACH.search(words)
    return replace(nobody, payers=payers, receivers=to, joint=joint)


# "…, op een totaal van € 5 ton"
_AS_TOTAL = re.compile(
    r"\b(?:totaal|total|totale kosten|total costs?|totale begroting|total budget) (?:van|of) $",
    re.IGNORECASE,
)
# "…, waarvan € 611.000 naar de stad gaat": of the sum that was told before.
_PART_GOES = re.compile(
    rf"\b(?:waarvan|daarvan|of which) {A}[^.;]{{0,20}}?\b(?:naar|to|aan|for|voor) {P}|"
    rf"{A} (?:of that|of this|of it|daarvan|hiervan)\b[^.;]{{0,20}}?\b(?:naar|to|aan|for|"
    rf"voor) \W?{P}",
    re.IGNORECASE,
)
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
    split = COSTS.search(whole) and _FROM_THEM.search(near)
    return "granted" if split or COMES_FROM.search(near) or INTO_IT.search(near) else ""


# Of what something costs: "£520,000 from the department".
_FROM_THEM = re.compile(rf" (?:from|by|van|door|uit)(?: the| de| het)? {P}")


@dataclass(frozen=True, slots=True)
class _Clause:
    """What stands before and behind a sum, and whether the sum before it has been paid."""

    before: str
    after: str
    state: str
    goes_on: bool
    labelled: bool


def _payer(clause: _Clause) -> str:
    """The signs of who pays a sum: of a state, the body that it pays through."""
    found = _told_payer(clause)
    through = _THROUGH.search(f"{clause.before} {clause.after}") if len(found) == 1 else None
    return through["who"] if through else found


# "Het Rijk stopt er via het ministerie van X 6 miljoen in"
_THROUGH = re.compile(rf"\b(?:via|through|bij monde van|by way of) (?:[a-z]+ )?(?P<who>{P})")


def _told_payer(clause: _Clause) -> str:
    """The signs of who pays a sum; empty where that is not told."""
    before, after = clause.before, clause.after
    if not (clause.labelled or clause.state) or _PART_OF.search(before):
        return ""
    if clause.state == "asked_for" and ASKS.search(f"{before} {after}") and not clause.labelled:
        asked = _IS_ASKED.search(before) or _BEHIND_ASKED.match(after) or _ask_before(before)
        return asked["who"] if asked else ""
    relative = _RELATIVE.search(before)
    if relative and GIVES.search(f"{relative[0]} {after}"):
        return "".join(re.findall(P, relative["who"]))
    beside = _in_brackets(clause) or _behind(after)
    if beside or GETS.search(before):
        return beside or _from_before(before)
    gone_on = None if DENIED.search(before) else _GONE_ON.search(before)
    own = gone_on or _verb_first(before, after)
    return (
        (own["who"] if own else "")
        or _subject(before, after)
        or _from_before(before)
        or _gapped(clause)
    )


def _in_brackets(clause: _Clause) -> str:
    """Who stands before a sum in brackets, or in brackets behind it; behind a label, beside it."""
    beside = _BRACKET.search(clause.before)
    if beside is None and clause.labelled:
        beside = _PAIR.search(clause.before)
    if beside:
        return _each(clause.before, beside[1])
    inside = _IN_BRACKETS.match(clause.after)
    told = inside and (clause.labelled or inside["all"] or FUNDING.search(clause.before))
    return inside[2] if inside and told else ""


def _gapped(clause: _Clause) -> str:
    """Who stands before a sum without a verb, after another who has paid."""
    found = _GAPPED.search(clause.before) if clause.goes_on else None
    if found and not DENIED.search(clause.before):
        return _each(clause.before, found[1])
    lone = re.findall(P, f"{clause.before}{clause.after}") if clause.labelled else []
    return lone[0] if len(lone) == 1 else ""


# "<party> pays half, <party> <sum>": a verb for both. "<sum> nemen <party> voor eigen rekening".
_GONE_ON = re.compile(
    rf"{P}[^{A[1:-1]}{P[1:-1]};]{{1,40}}[a-z%][^{A[1:-1]}{P[1:-1]};]{{0,20}}(?:,|,? en|"
    rf",? and) (?P<who>{P}) "
    r"(?:samen |ook |nog eens |together |a further |another )?$"
)
_VERB_FIRST = re.compile(
    rf"[^{A[1:-1]}{P[1:-1]}.;:]{{0,30}}\b(?:neemt|nemen|betaal(?:t|de|den)|betalen|"
    rf"leg(?:t|de|gen|den)|draagt|"
    r"dragen|droeg(?:en)?|financier(?:t|de|den|en)|breng(?:t|en)|bracht(?:en)?|geeft|geven|gaf|"
    rf"gaven|investeer(?:t|de|den)|investeren|hoest(?:te|en|ten)?|stel(?:t|de|len|"
    rf"den)) (?P<who>{P})(?! (?:en|and) )",
    re.IGNORECASE,
)


def _verb_first(before: str, after: str) -> re.Match[str] | None:
    """Who stands behind the verb that is behind a sum, unless that begins another clause."""
    found = _VERB_FIRST.match(after)
    gap = after[: found.start("who")] if found else ""
    another = re.search(r",|\b(?:en|and|terwijl|while)\b", gap) and re.search(P, before)
    return None if another else found


def _behind(after: str) -> str:
    """Who stands behind a sum as where it comes from."""
    fund = _FUND_BEHIND.match(after)
    if fund and (fund.end() > fund.end(1) or re.match(r"\s", after)) and fund.start(1) <= _NEAR:
        noun = fund.end() > fund.end(1)
        of_whom = _BEHIND.match(after[fund.end() :]) if noun else None
        return of_whom["who"] if of_whom and not of_whom["gap"].strip() else fund[1]
    found = _BEHIND.match(after)
    if not found or DENIED.search(found["gap"]) or _PART.search(_OF_WHICH.sub("", found["gap"])):
        return ""
    loose = found["prep"].lower() in ("van", "uit")
    if _SPENT.search(found["gap"]) or (loose and _FOR.search(found["gap"])):
        return ""
    return _enumerated(after[found.start("who") :])


def _enumerated(text: str) -> str:
    """The parties that a text begins to enumerate, but for one who pays the next sum."""
    found = _LIST.match(text)
    if found is None:
        return ""
    signs = re.findall(P, found[0])
    ends = not text[found.end() :].strip(" (:")
    return (
        "".join(signs[:-1]) if ends and len(signs) > 1 and text != text.rstrip() else "".join(signs)
    )


_LIST = re.compile(rf"{P}(?:(?:, | en | and |, en |, and |; ){P})*")
_NEAR = 14
_OF_WHICH = re.compile(r"^ of which\b")  # "£900,000 of which comes from the fund"
# A part of the sum comes from there, and not the sum.
_PART = re.compile(
    r"\b(?:waarvan|of which|(?:de )?helft|half|deel|part|derde|third|kwart|quarter|procent|"
    r"per cent|percent|grotendeels|largely|mainly)\b|%",
    re.IGNORECASE,
)
# "€ 4 ton voor de bouw van X", "kosten van X": what it is for, and not where it comes from.
_FOR = re.compile(
    r"\b(?:in (?:het|de|een)|kapitaal|voor|for|naar|aan de|\w*kosten|\w*begroting|\w*budget|"
    r"omvang)\b",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"(?:\b(?:half|helft|third|derde|kwart|quarter|part|deel|procent|per ?cent)|%)(?: of| van)?"
    r"(?: (?:the|de|het|that|this|deze|die|een|its|our))? ?$",
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
    own = _OWN_GRANT.search(before) or _TITLED.search(before)
    if own:
        return own["who"]
    first = _FROM_FIRST.match(before) if GETS.search(before) else None
    if first:
        return first["who"]
    found = _BEFORE.search(before)
    if not found or DENIED.search(before) or found["prep"].lower() in ("bij", "to", "aan"):
        return ""
    if re.match(r"ask|vr(?:oe|a)|gevr", found["prep"], re.IGNORECASE):
        return ""
    if found["prep"].lower() in ("van", "of"):
        lead = before[: found.start()]
        told = FUNDING.search(lead[-_LEAD:]) or GETS.search(before)
    else:
        told = FUNDING.search(before) or GETS.search(before) or GIVES.search(before)
    if not (told or COMES_FROM.search(found["gap"])):
        return ""
    return found["who"]


_LEAD = 25  # letters before "van <party>" in which a word for a grant stands


def _ask_before(before: str) -> re.Match[str] | None:
    asked = list(_ASKED_OF.finditer(before))
    return asked[-1] if asked else _OWN_GRANT.search(before)


_EACH_OF = re.compile(r"\b(?:each of|all of|elk van|elke van|ieder van) $", re.IGNORECASE)


def _subject(before: str, after: str) -> str:
    """Who gives, as the subject before a sum: several of them only where each gives it."""
    for found in reversed(list(_SUBJECT.finditer(before))):
        each = _EACH_OF.search(before[: found.start("who")])
        if found["prep"] and _NOT_SUBJECT.search(found["prep"]) and not each:
            continue
        between = before[found.end() :]
        if DENIED.search(between):
            continue
        around = f"{found['prep'] or ''} {between} {after}"
        gives = GIVES.search(around) or KEEPS.search(around) or INTO_IT.search(around)
        if not (gives or _WAS_TOLD.search(after)):
            continue
        return "".join(re.findall(P, found["who"]))
    return ""


_WAS_TOLD = re.compile(r"\b(?:voor (?:haar|zijn|hun|eigen) rekening|bij|uit|in|toe)\b")


def _each(text: str, sign: str) -> str:
    """A party, or all of an enumeration that it is in, where each of them pays the sum."""
    for found in _LIST.finditer(text) if EACH.search(text) else ():
        if sign in found[0]:
            return "".join(re.findall(P, found[0]))
    return sign


_THE_PROJECT = re.compile(rf"({P}) (?:project|programme|programma|scheme)\b")


def _receivers(clause: _Clause) -> list[str]:
    """The signs of whom or what money goes to, by the words beside them; the surest first."""
    before, after = clause.before, clause.after
    named = _THE_PROJECT.search(after)
    if named:
        return [named[1]]
    if clause.state == "asked_for":
        goal = _FOR_IT.search(before)
        if goal:
            return [goal[1]]
        found = next((one for one in _SUBJECT.finditer(before) if not one["prep"]), None)
        return [found["who"][0]] if found else []
    signs = [found[1] for found in _TO_NEAR.finditer(after)]
    gets = GETS.search(before)
    head = _HEADS_ITEM.match(before)
    if head and gets is None:
        return [head["who"]]
    if gets is None:
        return [*signs, *(found[1] for found in _TO.finditer(before))]
    lists = list(_GETTERS.finditer(before[: gets.start()]))
    who = re.findall(f"{P}|{T}", lists[0][0]) if lists else []
    return [*signs, *(who if EACH.search(before) else who[:1])]


# "subsidieaanvraag voor het MTC (circa € 500.000)"
_FOR_IT = re.compile(
    rf"\b(?:voor|for|to fund) ({P}|{T}) ?\(?(?:circa |ca\. |about )?$", re.IGNORECASE
)
# "van de bank en van de gemeente, die elk € 25.000 bijdroegen"
_RELATIVE = re.compile(
    rf"(?P<who>{P}(?:(?:, | en | and )(?:van |from |by |door )?{P})*),? (?:die|dat|who|which)"
    r"(?: [a-zà-ÿ]+){0,3} ?$"
)
# An item of a list of grants: "Digital Health Lab: € 280.000", "Ludgate Operations, Cork - €2m".
_HEADS_ITEM = re.compile(
    rf"[^\w\ue100-\ue3ff]{{0,3}}(?P<who>{P}|{T})(?:(?:, |/|, in )(?:{P}|[A-Z]\w+)| [A-Z]\w+)*"
    r"(?: [-–]|:|,| \() ?$"
)
_GETTERS = re.compile(rf"(?:{P}|{T})(?:(?:, | en | and |, en |, and )(?:{P}|{T}))*")


def near_activities(said: Told, i: int) -> list[Ref]:
    """The activities of a sentence that money can be for, those nearest a sum first."""
    at = said.text.index(chr(SUM + i))
    return [ref for _, ref in sorted(said.meant, key=lambda one: abs(one[0] - at))]


def own_subject(before: str) -> bool:
    """Whether it is the publisher who gives: "we put £5,000 into it"."""
    return OWN_SUBJECT.search(before) is not None and GIVES.search(before) is not None
