"""Bodies that a text names and says nothing more of: "tekende bij Notariskantoor Bos in Sluis".

Only those whose name tells that it is a body's: by a word it begins with ("Stichting", "POM",
"University of"), by one it ends in ("Trust", "Council", "Fonds"), or by its legal form ("Ltd",
"BV"). Who takes part in what is told elsewhere; this only makes sure that none of them is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import GATHERED, Finding, FoundNode, Ref
from ledwerk.loaders.publication.layout.sections import sections_of
from ledwerk.loaders.publication.layout.sentences import sentences_of
from ledwerk.loaders.publication.parties.body_spans import (
    CAPITAL,
    FRONT,
    LEGAL_END,
    SPAN,
    cleared,
    people_at,
    tells,
)
from ledwerk.loaders.publication.parties.body_words import LOOSE
from ledwerk.loaders.publication.parties.joined_names import joined, ministries_in
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, PARTIES, Known
from ledwerk.loaders.publication.parties.names_found import Mention, parties_in, party
from ledwerk.loaders.publication.partners.partner_cues import (
    about_others,
    never_came_about,
    turned_down,
)
from ledwerk.loaders.publication.people.board_changes import DECLINED
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.schema.names import fold

_LOOSE = frozenset(LOOSE.split())
# What stands before the name of something else, or of one who wrote or sells a book.
_OTHERS = re.compile(
    r"(?:[a-z]*(?:straat|weg|boek|film|titel|rapport|opleiding|cursus|prijs|award|book|report|"
    r"course|street|room|zaal|fotografie|vormgeving|druk)|isbn|uitgeverij|drukkerij|druk:|foto:|"
    r"photo:|print:) [\"“]?$",
    re.IGNORECASE,
)
# Who is only paid, in a sentence that names him: he is no part of the network.
_PAID = re.compile(
    r"\b(?:geleverd|leverde[n]?|gedrukt|drukte[n]?|gebouwd door|vormgegeven|ontworpen door|"
    r"sponsor\w*|gesponsord|aannemer|hoofdaannemer|onderaannemer|leverancier|ingehuurd|"
    r"in opdracht van|supplied|delivered the|printed|built by|designed by|contractors?|"
    r"suppliers?|caterers?|catering|hired|photograph\w*|fotogra\w+|drukwerk|"
    r"failliet|bankrupt|evalueerde|evaluated|evaluatie door|judged|auditors?|auditing|"
    r"gecontroleerd|nagezien|uitbesteed|outsourced|gegund|"
    r"(?:aan)?gekocht bij|(?:bought|purchased|ordered) from|carried out by|site works|levert de)\b",
    re.IGNORECASE,
)
_NO_PART = re.compile(
    r"\b(?:geen geld|stapte\w*|sit down with|neighbouring|buren|geen plaats|no room)\b",
    re.IGNORECASE,
)
# Bodies that are nobody's contractor.
_PUBLIC = re.compile(
    r"(?:Gemeente|Stad|Provincie|Waterschap|Ministerie|Universiteit|Hogeschool|University|City) |"
    r".* (?:University|Council|Government|Authority)$"
)


def read_bodies(document: Document, found: Iterable[Finding]) -> Iterator[Finding]:
    """The bodies that running text, items and cells name, apart from those found already."""
    found = list(found)
    known = Known(found)
    taken = {fold(one.ref.name) for one in found if isinstance(one, FoundNode)}
    for section in sections_of(document):
        if section.silent:
            continue
        if section.heading is not None and _READING.search(section.heading.text):
            continue
        for block in section.blocks:
            if block.kind not in (BlockKind.HEADING, BlockKind.CAPTION):
                yield from _of_block(document, block, known, taken)


_READING = re.compile(
    r"literatuur|leeslijst|leestips|lezen|boeken|bronnen|references|bibliography|reading|books|"
    r"agenda|calendar|diary|inhoud|contents|vacature|vacanc",
    re.IGNORECASE,
)


_AMENDED = re.compile(
    r"\b(?:rectificatie|erratum|correctie op|klopt niet|ten onrechte|correction:|"
    r"by mistake|wrongly)\b",
    re.IGNORECASE,
)


def _of_block(document: Document, block: Block, known: Known, taken: set[str]) -> Iterator[Finding]:
    if _AMENDED.search(block.text):
        return
    for text, start in _pieces(block):
        if about_others(text) and block.kind is not BlockKind.TABLE:
            return  # what follows it is about those others as well
        for one in bodies_in(text, known):
            if fold(one.ref.name) in taken:
                continue
            taken.add(fold(one.ref.name))
            place = document.locator(block, start + one.start, start + one.end)
            yield FoundNode(one.ref, place, GATHERED, (), one.aliases)


def _pieces(block: Block) -> Iterator[tuple[str, int]]:
    """The texts of a block that names do not run over: sentences, cells, lines of a list."""
    if block.kind is BlockKind.TABLE:
        yield from _cells(block)
        return
    for sentence in sentences_of(block.text):
        cuts = [
            line.offset - sentence.start
            for line in block.lines[1:]
            if sentence.start < line.offset < sentence.end and _listed(block)
        ]
        for start, end in zip([0, *cuts], [*cuts, len(sentence.text)], strict=True):
            yield sentence.text[start:end], sentence.start + start


def _cells(block: Block) -> Iterator[tuple[str, int]]:
    """The cells of a table's rows, but for what was turned down."""
    at = 0
    for row in block.rows:
        refused = any(_REFUSED.search(cell) for cell in row)
        for cell in row:
            here = block.text.find(cell, at)
            at = max(at, here)
            if not refused:
                yield cell, at


_REFUSED = re.compile(
    r"\b(?:afgewezen|niet gehonoreerd|geweigerd|ingetrokken|vervallen|rejected|refused|declined|"
    r"withdrawn|unsuccessful|turned down|cancelled|vacature|vacant)\b",
    re.IGNORECASE,
)


def _listed(block: Block) -> bool:
    """Whether a block is lines under one another."""
    return all(line.broken for line in block.lines[:-1])


def bodies_in(text: str, known: Known) -> Iterator[Mention]:
    """The parties in a text whose names tell that they are such."""
    if any(says(text) for says in _SAY_NO):
        return
    yield from _of_plurals(text)
    whole = tuple(_joined(text, known))
    yield from whole
    text = _blanked(text, joined(text))
    people = people_at(text)
    paid = _PAID.search(text) is not None
    for span in SPAN.finditer(text):
        if _OTHERS.search(text[max(0, span.start() - _BEFORE) : span.start()]):
            continue
        if _CITED.match(text, span.end()):
            continue
        for start, end in cleared(text, span.start(), span.end(), people):
            for one in _in_span(text, start, end, known):
                if not paid or _PUBLIC.match(one.ref.name):
                    yield one


def _joined(text: str, known: Known) -> Iterator[Mention]:
    """The bodies with a comma or an "and" in their names, and ministries of one field."""
    for start, end in sorted({*joined(text), *ministries_in(text)}):
        named = parties_in(text[start:end])
        ref = named[0].ref if len(named) == 1 else Ref("Organisation", text[start:end])
        body = ref.kind == "Municipality" or _is_body(ref, known) or ministries_in(ref.name)
        if body and not known.find(ref.name, ACTIVITIES | PARTIES | _OTHER_KINDS):
            yield Mention(ref, start, end)


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text of the same length in which nothing stands in such places."""
    for start, end in spans:
        text = f"{text[:start]}{'.' * (end - start)}{text[end:]}"
    return text


def takes_part(text: str) -> bool:
    """Whether a sentence does not say of those it names that they are paid, others', or gone."""
    return not any(says(text) for says in (*_SAY_NO, _PAID.search))


_CAPITALS = rf"(?:(?:De|Den|Het|Sint) )?{CAPITAL}(?: (?:aan (?:de|den) |op |bij )?{CAPITAL})?"
_PLURALS = re.compile(
    rf"\b(?:(?:[a-z]*gemeent(?:en|es)|provincies|waterschappen|hogescholen|universiteiten)"
    rf"(?: van)?|(?:municipalities|councils|cities|universities|counties) of) {_CAPITALS}"
    rf"(?:, {_CAPITALS}){{0,20}}(?:,? (?:en|and) {_CAPITALS})?"
)
# "zes gemeentebesturen (Baak, Hoog en Laag)"
_IN_BRACKETS = re.compile(
    r"\b(?:[a-z]*gemeent(?:en|es|ebesturen)|(?:lokale )?besturen|steden|steden en gemeenten|"
    r"gemeenteraden) \((?P<in>[A-ZÀ-Þ'’][^()]{2,200})\)"
)


def _of_plurals(text: str) -> Iterator[Mention]:
    """The parties of a plural: "de gemeenten Baak, Hoog en Laag"."""
    for found in _PLURALS.finditer(text):
        for one in parties_in(found[0]):
            if one.ref.kind in ("Municipality", "Organisation") and not one.generic:
                yield Mention(one.ref, found.start() + one.start, found.start() + one.end,
                              one.aliases)  # fmt: skip
    for found in _IN_BRACKETS.finditer(text):
        for one in parties_in(f"gemeenten {found['in']}"):
            if one.ref.kind == "Municipality":
                yield Mention(one.ref, found.start("in"), found.end("in"), one.aliases)


def _in_span(text: str, start: int, end: int, known: Known) -> Iterator[Mention]:
    """The bodies of a stretch of capitals: one with "and" in its name, or several."""
    for begin, last in _parted(text, start, end, known):
        whole = parties_in(text[begin:last]) if _AND.search(text, begin, last) is None else ()
        for one in whole:
            near = known.longest_at(text, begin + one.start, PARTIES)
            if (near is None or near[1] <= begin + one.end) and _is_body(one.ref, known):
                yield Mention(one.ref, begin + one.start, begin + one.end, one.aliases)
        if not whole:
            ref = party(text[begin:last]) or Ref("Organisation", _DROPPED.sub("", text[begin:last]))
            if _is_body(ref, known):
                yield Mention(ref, begin, last)


_SAY_NO = (turned_down, about_others, never_came_about, _NO_PART.search, DECLINED.search)
_AND = re.compile(r" (?:en|and) ")
# A name that begins so is whole before an "and": "provincie Drenthe en …".
_SIMPLE = re.compile(
    r"(?:gemeente|provincie|universiteit|hogeschool|university of|"
    r"city of|municipality of|omgevingsdienst|veiligheidsregio|ROC|GGD|OCMW|POM) ",
    re.IGNORECASE,
)


def _parted(text: str, start: int, end: int, known: Known) -> Iterator[tuple[int, int]]:
    """A stretch at its "and"s, where what stands before or behind is a name by itself."""
    joint = _AND.search(text, start, end)
    if joint is None:
        yield start, end
        return
    left, right = text[start : joint.start()], text[joint.end() : end]
    behind = _DROPPED.sub("", right)
    apart = (
        known.find(left)
        or _SIMPLE.match(left)
        or (tells(left) and not FRONT.match(left))
        or FRONT.match(behind)
        or (tells(behind) and " " in behind and (FRONT.match(left) or left.isupper()))
        or known.find(behind)
    )
    if apart:
        yield start, joint.start()
        yield from _parted(text, joint.end(), end, known)
    elif FRONT.match(left) or not tells(behind):
        yield start, end


_DROPPED = re.compile(r"^(?:de|het|the) ")


_BEFORE = 30
_CITED = re.compile(r",? \(?(?:19|20)\d\d\)|, (?:19|20)\d\d[);.]")


def _is_body(ref: Ref, known: Known) -> bool:
    name = ref.name
    if ref.kind not in ("Organisation", "Municipality"):
        return False
    if not tells(name):
        return False
    if all(fold(word) in _LOOSE for word in name.split()) or _NO_BODY.match(name):
        return False
    if known.find(name, ACTIVITIES | PARTIES | _OTHER_KINDS):
        return False
    return not (has_given_name(name) and not FRONT.match(name) and not LEGAL_END.search(name))


_NO_BODY = re.compile(
    r"(?:Tweede|Eerste) Kamer\b|Regio ?Deals?\b|MKB[ -](?:in|[Rr]oadmap|[Ll]oket|[Dd]eal)|"
    r"Provinciale Staten|Provincie (?:van )?Nederland|"
    r"Ministerie van (?!Defensie|Financi|Algemene|Buitenlandse|[A-Z]{2,}\w?$)[\w-]+$|"
    r".*\b(?:Director|Manager|Leader|Officer|Secretary|Professor|Dean|Directeur|Minister)\b|"
    r".*\bBoard$|.*\b(?:Chief|Depute|Deputy) Executive",
)
_OTHER_KINDS = frozenset({"Board", "Person", "Place"})
