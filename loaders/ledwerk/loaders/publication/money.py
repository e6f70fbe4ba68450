"""Who pays what to what, as sentences tell it, and what projects cost.

    payer gives amount [to receiver]        De provincie stelt € 450.000 beschikbaar voor X
    receiver gets amount from payer         X kreeg € 2 miljoen van de provincie
    amount asked for from payer             Bij de provincie is € 500.000 aangevraagd
    budget of a project                     Het project kost € 1,2 miljoen

Without a receiver in the sentence, it is the project or programme whose section it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ledwerk.loaders.publication.amounts import Quantity, quantities
from ledwerk.loaders.publication.boards_found import short
from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import (
    GATHERED,
    IN_A_SENTENCE,
    IN_A_TABLE,
    Finding,
    Ref,
    node,
    tie,
)
from ledwerk.loaders.publication.known_names import ACTIVITIES, PARTIES, Known
from ledwerk.loaders.publication.money_tables import payments_in
from ledwerk.loaders.publication.names_found import parties_in
from ledwerk.loaders.publication.parties_at import Spot, named_at, span_at
from ledwerk.loaders.publication.places import LARGE
from ledwerk.loaders.publication.publisher import publisher_of
from ledwerk.loaders.publication.sentences import sentences_of
from ledwerk.schema.fields import Value

_GIVES = re.compile(
    r"\b(?:beschikbaar|toegezegd|toezegging|draagt|dragen|droeg(?:en)?|bijdrage|bijgedragen|"
    r"investeer\w*|geïnvesteerd|"
    r"investering|betaa?l\w*|betaald|financier\w*|gefinancierd|subsidie\w*|gesubsidieerd|"
    r"verleen\w*|"
    r"verleend|kent|kenden?|toegekend|geeft|gaf|gaven|geven|steekt|stak|steken|gestoken|legt|legde|"
    r"ingelegd|inbreng|schonk|uitgetrokken|trekt|cofinanciering|meebetaa?l\w*|"
    r"contribut\w*|provid\w*|add(?:s|ed|ing)|grants?|granted|award\w*|invest\w*|gave|gives?|given|"
    r"commit\w*|pledg\w*|funds?|funded|funding|paid|pays?|puts?|allocat\w*|donat\w*|backed)\b",
    re.IGNORECASE,
)
_GETS = re.compile(
    r"\b(?:ontvang\w*|ontving\w*|kreeg|kregen|krijgt|krijgen|gekregen|toegekend gekregen|received?|"
    r"receives|secured|won|obtained|has been awarded|was awarded|were awarded|got)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:aangevraagd|\w*aanvra(?:ag|gen)|vraagt|vragen|vroeg|gevraagd|appl(?:y|ied|ies|ication)|"
    r"requests?|requested|asked|asks|bid)\b",
    re.IGNORECASE,
)
_KEEPS = re.compile(
    r"\b(?:reserve(?:er|re)\w*|reserves?|reserved|gereserveerd|opzijgezet|opzij|earmark\w*|"
    r"set(?:s|ting)? aside|ring-?fenced|vrijgemaakt|vrij te maken|maakt\w*)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:\b(?:van|door|uit|from|by|bij|namens|via|aan|to|vanuit)\s+(?:(?:de|het|the|onze|our|"
    r"beide)\s+)?)$",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    r"\b(?:bij|aan|to|from|with|vraagt|vragen|vroeg(?:en)?|asks?|asked)\s+(?:(?:de|het|the)\s+)?$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:asked|asks|vraagt|vragen|vroeg|bij|to|from|aan)\s+(?:(?:the|de|het) )?(?=[A-ZÀ-Þ])"
)
_GIVEN_BY = re.compile(r"\b(?:door|by|investering van|bijdrage van)\s+(?:\w+ )?$", re.IGNORECASE)
_WE = re.compile(r"\b(?:we|wij|ons|onze|our|us)\b", re.IGNORECASE)
_CONTRIBUTES = re.compile(
    r"\b(?:draagt|dragen|droeg(?:en)?)\b.*\bbij\b|\bcontribut(?:e|es|ed)\b|"
    r"\b(?:betalen|betaalden|betaalt|pays?|paid)\b.*\bper (?:inwoner|jaar|inhabitant|head|year)\b",
    re.IGNORECASE,
)
_TO = re.compile(
    r"(?:\b(?:aan|voor|in|to|for|into|towards|toward|at|on)\s+(?:(?:de|het|the|ons|onze)\s+)?"
    r"(?:(?:project|programma|programme|werk van|work of|uitvoering van)\s+)?)$",
    re.IGNORECASE,
)
_COSTS = re.compile(
    r"\b(?:budget|projectbudget|begroting|begroot|kost|kosten|gekost|projectkosten|omvang|"
    r"totale investering|projectsom|costs?|cost|worth|total value|total investment)\b",
    re.IGNORECASE,
)
_PER = re.compile(r"\s*per (?P<per>(?:inwoner|jaar|maand|deelnemer|inhabitant|year|head|month)"
                  r"(?: per (?:jaar|year))?)", re.IGNORECASE)  # fmt: skip
_YEAR = re.compile(r"\b(?:in|voor|for|during|over)\s+((?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True)
class _Clause:
    """What a sentence says around one amount."""

    text: str
    amount: Quantity
    start: int
    end: int


def read_money(document: Document, found: Iterable[Finding]) -> Iterator[Finding]:
    """Who pays what to what, and the budgets that sentences give."""
    known = Known(found)
    publisher = publisher_of(document, known)
    spoken: Ref | None = None
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            spoken = None
        if block.kind is BlockKind.TABLE:
            yield from _of_table(document, block, known, publisher)
            continue
        if block.kind is BlockKind.HEADING:
            continue
        for sentence in sentences_of(block.text):
            here = named_at(sentence.text, known, ACTIVITIES)
            spoken = here[-1].ref if here else spoken
            for clause in _clauses(sentence.text, document.language):
                place = document.locator(
                    block, sentence.start + clause.amount.start, sentence.start + clause.amount.end
                )
                about = _about(block, known) or spoken
                yield from _payment(clause, about, known, place, publisher)


def _of_table(
    document: Document, block: Block, known: Known, publisher: Ref | None
) -> Iterator[Finding]:
    """The rows of a table of funders."""
    for paid in payments_in(block, known, document.language):
        receiver = paid.receiver or _about(block, known) or publisher
        if receiver is None or receiver == paid.payer:
            continue
        place = document.row_locator(block, paid.row)
        yield node(paid.payer.kind, paid.payer.name, place, IN_A_TABLE, aliases=short(paid.payer))
        yield node(receiver.kind, receiver.name, place, GATHERED)
        yield tie(
            "FUNDS", paid.payer, receiver, place, IN_A_TABLE,
            amount=paid.amount, currency=paid.currency, state=paid.state,
        )  # fmt: skip


_REST = re.compile(
    r",? (?:en |and )?(?:de rest|het restant|het overige|het resterende \w+|the rest|the remainder|"
    r"the balance)\b"
)


def _clauses(text: str, language: str) -> Iterator[_Clause]:
    """A clause for each amount: up to the next amount's, from the one before."""
    sums = [one for one in quantities(text, language) if one.money]
    rest = _REST.search(text)
    for i, amount in enumerate(sums):
        start = sums[i - 1].end if i else 0
        end = rest.start() if rest and rest.start() > amount.end else len(text)
        if i + 1 < len(sums):
            joint = list(re.finditer(_JOINT, text[amount.end : sums[i + 1].start]))
            end = amount.end + joint[0].start() if joint else sums[i + 1].start
        if i:
            joint = list(re.finditer(_JOINT, text[start : amount.start]))
            start += joint[0].start() if joint else 0
        yield _Clause(text, amount, start, end)


_JOINT = r"[,;]\s|\s(?:en|and|terwijl|while)\s"


def _about(block: Block, known: Known) -> Ref | None:
    """The project or programme whose section a block is in; else the party."""
    for kinds in (ACTIVITIES, PARTIES):
        for heading in reversed(block.path):
            found = known.headed(heading, kinds)
            if found:
                return found
    return None


def _payment(
    clause: _Clause, about: Ref | None, known: Known, place: str, publisher: Ref | None
) -> Iterator[Finding]:
    said = clause.text[clause.start : clause.end]
    whole = clause.text
    state, gets = _state(said, whole)
    if not state:
        return
    parties = [
        one for one in named_at(whole, known, PARTIES) if clause.start <= one.start < clause.end
    ]
    payer = _payer(clause, parties, state, gets=gets, known=known)
    receiver = _receiver(clause, parties, payer, known, gets=gets) or about
    if receiver is None and (_WE.search(said) or _CONTRIBUTES.search(said)):
        receiver = publisher  # whose report tells who contributes tells it of itself
    if payer is None or state == "budget":
        yield from _budget(clause, receiver, place)
        return
    if receiver is None or receiver == payer or receiver.kind not in (*ACTIVITIES, *PARTIES):
        return
    per = _PER.match(whole, clause.amount.end)
    year = _YEAR.search(said)
    values: dict[str, Value] = {
        "amount": clause.amount.value, "currency": clause.amount.unit, "state": state,
        "per": per["per"].lower() if per else None, "year": year[1] if year else None,
    }  # fmt: skip
    yield node(payer.kind, payer.name, place, IN_A_SENTENCE, aliases=short(payer))
    yield node(receiver.kind, receiver.name, place, GATHERED)
    yield tie("FUNDS", payer, receiver, place, GATHERED, **values)


def _state(said: str, whole: str) -> tuple[str, bool]:
    """How far the money has come, and whether the subject gets it; empty where nobody pays."""
    for text in (said, whole):
        if _ASKS.search(text):
            return "asked_for", False
        if _KEEPS.search(text):
            return "reserved", False
        if _GETS.search(text):
            return "granted", True
        if _GIVES.search(text):
            return "granted", False
    return ("budget", False) if _COSTS.search(said) else ("", False)


def _payer(
    clause: _Clause, parties: list[Spot], state: str, *, gets: bool, known: Known
) -> Ref | None:
    """Who pays: after "from" or "by"; where nobody gets or asks, also the subject before."""
    text, amount = clause.text, clause.amount
    before_it = _OF_WHOM if state == "asked_for" else _FROM
    behind = [one for one in parties if before_it.search(text[: one.start])]
    giving = [
        one
        for one in behind
        if one.start > amount.end
        or state == "asked_for"
        or gets
        or _GIVEN_BY.search(text[: one.start])
    ]
    if giving:
        return giving[0].ref
    after = re.compile(r"[^.;]{0,60}?\b(?:van|from|door|by|uit)\s+(?=(?:(?:de|het|the) )?[A-ZÀ-Þ])")
    lead = after.match(text, amount.end, clause.end)
    if lead:
        return _unknown(text, lead.end(), known)
    asked = _ASKED.search(text, clause.start, clause.end) if state == "asked_for" else None
    if asked:
        return _unknown(text, asked.end(), known)
    if gets or state in ("asked_for", "budget"):
        early = _BEFORE.search(text, clause.start, amount.start) if gets else None
        return _unknown(text, early.end(), known) if early else None
    before = [one for one in parties if one.end <= amount.start]
    free = [one for one in before if not _TO.search(text[: one.start])]
    if free:
        return free[-1].ref
    return _subject(text[clause.start : amount.start], known) if state != "budget" else None


_BEFORE = re.compile(r"\b(?:[Vv]an|[Uu]it|[Ff]rom)\s+(?:(?:de|het|the) )?(?=[A-ZÀ-Þ])")


def _unknown(text: str, start: int, known: Known) -> Ref | None:
    """A party by its capitals alone."""
    span = span_at(text, start)
    if span is None or known.find(span[0], ACTIVITIES) or span[0].lower() in LARGE:
        return None
    body = re.split(r" (?:for|voor) ", span[0])[0]
    named = parties_in(body)
    if len(named) > 1 and _ONE_BODY.fullmatch(body):
        return Ref("Organisation", body)  # "UK Research and Innovation"
    return named[0].ref if len(named) == 1 else None


_ONE_BODY = re.compile(
    r"[^,]* (?:and|en|&) (?:Innovation|Development|Enterprise|Industry|Skills|Science|Energy|"
    r"Technology|Growth|Trade|Innovatie|Ontwikkeling|Onderzoek|Cultuur|Wetenschap|Klimaat)\b"
)
_VERB_AFTER = re.compile(
    r"\s+(?:heeft|hebben|stelt|stelde|stellen|draagt|dragen|droeg|investeert|investeerde|betaalt|"
    r"geeft|gaf|reserveert|reserveerde|verleent|verleende|kent|kende|financiert|has|have|"
    r"contributed|contributes|provided|provides|granted|awarded|invested|invests|gave|gives|"
    r"committed|pledged|funded|funds|paid|pays|put|adds|added|is adding|earmarked|set|"
    r"reserved|allocated|donated)\b"
)


def _subject(before: str, known: Known) -> Ref | None:
    """A party that is not known, as the subject of a verb of giving."""
    for found in re.finditer(r"(?<![\w-])(?=(?:(?:[Dd]e|[Hh]et|[Tt]he) )?[A-ZÀ-Þ])", before):
        article = re.compile(r"(?:(?:[Dd]e|[Hh]et|[Tt]he) )?").match(before, found.start())
        begin = article.end() if article else found.start()
        span = span_at(before, begin)
        if span and _VERB_AFTER.match(before, span[1]):
            return _unknown(before, begin, known)
    return None


def _receiver(
    clause: _Clause, parties: list[Spot], payer: Ref | None, known: Known, *, gets: bool
) -> Ref | None:
    """What is paid for: the project or programme named, else a party that money goes to."""
    text = clause.text
    activities = named_at(text, known, ACTIVITIES)
    near = [one for one in activities if clause.start <= one.start < clause.end]
    for one in (*near, *activities):
        return one.ref
    others = [one for one in parties if one.ref != payer]
    if gets:
        first = [one for one in others if one.end <= clause.amount.start]
        return first[0].ref if first else None
    goal = [
        one for one in others if _TO.search(text[: one.start]) and one.start > clause.amount.start
    ]
    return goal[0].ref if goal else None


_OVERHEAD = re.compile(
    r"\b(?:running|operating|overhead|office|staff|annual|exploitatie|bureau|organisatie|apparaats|"
    r"personeels|huisvestings)[ -]?(?:costs?|kosten)\b",
    re.IGNORECASE,
)


def _budget(clause: _Clause, about: Ref | None, place: str) -> Iterator[Finding]:
    """What a project costs in all."""
    said = clause.text[clause.start : clause.end]
    if about is None or about.kind != "Project" or not _COSTS.search(said):
        return
    if _OVERHEAD.search(said):
        return
    yield node("Project", about.name, place, GATHERED, budget=clause.amount.value,
               currency=clause.amount.unit)  # fmt: skip
