"""Who was found to take part in what, and what readers hand over of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ledwerk.loaders.publication.findings import Finding, FoundNode, Ref, node, tie
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, PARTIES, Known
from ledwerk.loaders.publication.parties.names_found import LEAD, PARTNER, Mention

# Who does it with others: he leads where nobody else is said to, and nobody else does it so.
DOER = "doer"
# Who does part of the work: he takes part where the text is about one project.
WORKER = "worker"


@dataclass(frozen=True, slots=True)
class Partnership:
    """A party in an activity, in a role, with where that is said and how sure it is."""

    mention: Mention
    activity: Ref
    role: str
    locator: str
    confidence: float


@dataclass(slots=True)
class Partners:
    """What is found of who takes part; `gone` are the pairs that the text takes back."""

    found: list[Partnership] = field(default_factory=list)
    known: Known = field(default_factory=Known)
    gone: set[tuple[str, Ref]] = field(default_factory=set)
    common: frozenset[str] = frozenset()  # words that the text writes small somewhere

    def add(
        self, mention: Mention, activities: tuple[Ref, ...], role: str, place: str, sure: float
    ) -> None:
        """Take a party into activities; one that is named as out of them is remembered as such."""
        self.known.add(mention.ref, *mention.aliases)
        for activity in activities:
            if mention.out:
                self.gone.add((mention.ref.name, activity))
            else:
                self.found.append(Partnership(mention, activity, role, place, sure))


def findings_of(partners: Partners) -> Iterator[Finding]:
    """The parties and their partnerships; a lead is no second partner."""
    leads = {(p.mention.ref, p.activity) for p in partners.found if p.role == LEAD}
    leads |= set(_doers(partners, {activity for _, activity in leads}))
    for one in partners.found:
        ref = one.mention.ref
        if _is_gone(partners, one):
            continue
        yield from party_findings(one.mention, one.locator, one.confidence)
        role = PARTNER if one.role in (DOER, WORKER) else one.role
        if (ref, one.activity) in leads:
            role = LEAD
        yield tie("PARTNER_IN", ref, one.activity, one.locator, one.confidence, role=role)


def _doers(partners: Partners, led: set[Ref]) -> Iterator[tuple[Ref, Ref]]:
    """Those who alone do an activity with others, where nobody leads it."""
    done: dict[Ref, set[Ref]] = {}
    for one in partners.found:
        if one.role == DOER and one.activity not in led and not _is_gone(partners, one):
            done.setdefault(one.activity, set()).add(one.mention.ref)
    for activity, refs in done.items():
        if len(refs) == 1:
            yield next(iter(refs)), activity


def party_findings(mention: Mention, locator: str, confidence: float) -> Iterator[Finding]:
    """A party, where it is, and who it consists of."""
    ref = mention.ref
    yield FoundNode(ref, locator, confidence, (), mention.aliases)
    if mention.place:
        yield node("Place", mention.place, locator, confidence)
        yield tie("LOCATED_IN", ref, Ref("Place", mention.place), locator, confidence)
    for member in mention.members:
        yield FoundNode(member, locator, confidence)
        yield tie("MEMBER_OF", member, ref, locator, confidence)


def _is_gone(partners: Partners, one: Partnership) -> bool:
    return any((name, one.activity) in partners.gone for name in (one.mention.ref.name,))


def activities_in(text: str, known: Known) -> tuple[Ref, ...]:
    """The activities that a text names, in its order."""
    refs: list[Ref] = []
    at = 0
    while at < len(text):
        begins = at == 0 or not text[at - 1].isalnum()
        found = known.longest_at(text, at, ACTIVITIES) if begins and text[at].isalnum() else None
        if found and any(sign.isupper() for sign in text[at : found[1]]):
            if found[0] not in refs:
                refs.append(found[0])
            at = found[1]
        else:
            at += 1
    return tuple(refs)


def parties_known_in(text: str, known: Known) -> Iterator[Ref]:
    """The known parties that a text names."""
    at = 0
    while at < len(text):
        begins = at == 0 or not text[at - 1].isalnum()
        found = known.longest_at(text, at, PARTIES) if begins and text[at].isalnum() else None
        if found and any(sign.isupper() for sign in text[at : found[1]]):
            yield found[0]
            at = found[1]
        else:
            at += 1
