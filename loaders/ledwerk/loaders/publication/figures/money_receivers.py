"""What or who money goes to: what the sentence names, what it is about, or the publisher."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ledwerk.loaders.publication.document import Block, Document
from ledwerk.loaders.publication.figures.money_pairs import Payment
from ledwerk.loaders.publication.figures.money_parties import Told
from ledwerk.loaders.publication.figures.money_tables import telling
from ledwerk.loaders.publication.figures.money_told import near_activities
from ledwerk.loaders.publication.figures.money_words import ABOUT_IT, FINANCES, GETS, OWN
from ledwerk.loaders.publication.findings import Finding, FoundNode, FoundTie, Ref
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, PARTIES, Known
from ledwerk.loaders.publication.parties.parties_at import named_at


@dataclass(frozen=True, slots=True)
class Reading:
    """What every part of a document is read with."""

    document: Document
    known: Known
    publisher: Ref | None
    currency: str
    programme: Ref | None = None
    partners: Mapping[Ref, tuple[Ref, ...]] = field(default_factory=dict)
    members: tuple[Ref, ...] = ()


def whole_programme(found: Iterable[Finding]) -> Ref | None:
    """The one programme that is part of no other; None where there are several."""
    found = list(found)
    parts = {one.source for one in found if isinstance(one, FoundTie) and one.kind == "PART_OF"}
    refs = {one.ref for one in found if isinstance(one, FoundNode) and one.ref.kind == "Programme"}
    whole = refs - parts
    return next(iter(whole)) if len(whole) == 1 else None


def partners_in(found: Iterable[Finding]) -> dict[Ref, tuple[Ref, ...]]:
    """Who takes part in each project and programme."""
    made: dict[Ref, tuple[Ref, ...]] = {}
    for one in found:
        if isinstance(one, FoundTie) and one.kind == "PARTNER_IN":
            made[one.target] = (*made.get(one.target, ()), one.source)
    return made


def members_in(found: Iterable[Finding], publisher: Ref | None) -> tuple[Ref, ...]:
    """Who is a member of the publisher, or founded it."""
    return tuple(
        one.source
        for one in found
        if isinstance(one, FoundTie)
        and one.kind in ("MEMBER_OF", "FOUNDED")
        and one.target == publisher
    )


def of_finances(block: Block) -> bool:
    """Whether a block is about the publisher's own money."""
    return any(FINANCES.fullmatch(heading.strip(" :?.")) for heading in block.path[-1:])


_PROGRAMME = re.compile(r"\bprogramm(?:a|e)\b", re.IGNORECASE)


def about_of(block: Block, reading: Reading) -> Ref | None:
    """The project or programme whose section a block is in; else the party."""
    if of_finances(block):
        own = block.path[-2:-1]
        found = reading.known.headed(own[0], ACTIVITIES) if own else None
        named = named_at(reading.document.title, reading.known, frozenset({"Programme"}))
        titled = named[0].ref if named else None
        of_it = _PROGRAMME.search(block.heading) is not None
        sole = reading.programme if of_it else None
        return found or titled or sole or reading.publisher
    for kinds in (ACTIVITIES, PARTIES):
        for heading in reversed(block.path):
            found = reading.known.headed(heading, kinds)
            if found:
                return found
    return None


def receivers_of(
    one: Payment, said: Told, at: int, about: Ref | None, block: Block, reading: Reading
) -> tuple[Ref, ...]:
    """What is paid for: what the sentence names, else what it is about, else the publisher."""
    told = tuple(ref for ref in one.receivers if ref not in one.payers)
    sure = tuple(ref for ref in told if is_told(ref, reading.known))
    if len(sure) > 1:
        return sure
    topic = about_of(block, reading) if told and not sure else None
    if topic is not None and _is_short_for(told[0].name, topic.name):
        return (topic,)
    activities = near_activities(said, at)
    if activities:
        return (activities[0],)
    if sure and one.state != "asked_for":
        return sure[:1]
    if told and not sure and GETS.search(one.before) and told[0].kind != "Group":
        return ()  # who gets it has a name, but nobody can tell what it is
    meant = _meant(one, about, sure, own=of_finances(block), reading=reading)
    return (meant,) if meant is not None else ()


def _is_short_for(short: str, name: str) -> bool:
    """Whether capitals may stand for a longer name: "MTC" for "Mobiliteits- en Talentcentrum"."""
    letters = iter(name.lower())
    capitals = short.isupper() and 1 < len(short) <= _LONGEST_SHORT
    return (
        capitals and short[0] == name[:1].upper() and all(one in letters for one in short.lower())
    )


_LONGEST_SHORT = 6


def _meant(
    one: Payment, about: Ref | None, told: tuple[Ref, ...], *, own: bool, reading: Reading
) -> Ref | None:
    """What is paid for where the sentence does not name it."""
    said = one.said
    if _PER_HEAD.search(said) and reading.publisher and not ABOUT_IT.search(said):
        return reading.publisher  # so much a head is what an organisation lives on
    activity = about if about is not None and about.kind in ACTIVITIES else None
    if activity is not None and (ABOUT_IT.search(said) or not OWN.search(said)):
        return activity
    if told:
        return told[0]  # who asks for it
    # "Core funding came from …": whose report tells who contributes tells it of itself
    itself = about is None and (_RUNNING.search(one.whole) or _JUST.search(said))
    ours = OWN.search(said) or _PER_HEAD.search(said) or _names_it(said, reading.publisher)
    if itself or own or ours:
        return reading.publisher
    return about if about is not None and about != reading.publisher else None


def is_told(ref: Ref, known: Known) -> bool:
    """Whether a name is surely that of something money can go to."""
    if ref.kind in (*ACTIVITIES, "Municipality", "Campus"):
        return True
    return ref.kind != "Group" and (" " in ref.name or telling(ref, known))


def _names_it(said: str, publisher: Ref | None) -> bool:
    """Whether a sentence calls the publisher by a word of its name: "the cluster"."""
    words = re.findall(r"[^\W\d_]{5,}", publisher.name.lower()) if publisher else []
    return any(re.search(rf"\b(?:de|het|the|our|onze) {word}\b", said.lower()) for word in words)


# "De werkingsmiddelen bedroegen …: € 210.000 van de gemeenten en …"
_RUNNING = re.compile(
    r"\b(?:werkingsmiddelen|werkingskosten|exploitatie\w*|basisfinanciering|running costs|"
    r"core costs|core funding|inkomsten|baten|income)\b",
    re.IGNORECASE,
)
_JUST = re.compile(
    r"\b(?:contribut(?:es?|ed)|dr(?:aagt|agen|oeg|oegen)|bijgedragen)\b(?=[^.]{0,60}$)",
    re.IGNORECASE,
)
_PER_HEAD = re.compile(
    r"\bper (?:inwoner|lid|head|resident|inhabitant|member|capita)\b", re.IGNORECASE
)
