"""Who takes part in which project or programme, by the phrases, lists and labels of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ledwerk.loaders.publication.activities.activity_found import Activities
from ledwerk.loaders.publication.activities.activity_names import PROJECT
from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import IN_A_SENTENCE, Ref
from ledwerk.loaders.publication.layout.counting_words import SMALL_NUMBER
from ledwerk.loaders.publication.layout.labels import labelled
from ledwerk.loaders.publication.layout.sections import Section
from ledwerk.loaders.publication.layout.sentences import Stretch, clauses_of, sentences_of
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, PARTIES
from ledwerk.loaders.publication.parties.names_found import LEAD, PARTNER, Mention, parties_in
from ledwerk.loaders.publication.parties.party_spans import PARTY, spans_in
from ledwerk.loaders.publication.partners.partner_cues import (
    about_others,
    never_came_about,
    stepped_out,
    turned_down,
)
from ledwerk.loaders.publication.partners.partner_frames import Names, paired, topics_in, wholes_in
from ledwerk.loaders.publication.partners.partner_lists import (
    before_next,
    lists_parties,
    read_labels,
    read_list,
)
from ledwerk.loaders.publication.partners.partner_parts import role_announced, role_of_part
from ledwerk.loaders.publication.partners.partner_sentences import (
    Partnered,
    answered,
    goes_on_answering,
    is_asked,
    parties_said,
    subjects_of,
)
from ledwerk.loaders.publication.partners.partners_found import (
    WORKER,
    Partners,
    activities_in,
    parties_known_in,
)
from ledwerk.loaders.publication.people.person_names import is_surely, person_at
from ledwerk.schema.names import fold


def partners_of(document: Document, activities: Activities, made: Partners) -> None:
    """Add all partnerships that a document states in running text, lists and labels."""
    made.common = _small_words(document)
    spoken = [section for section in activities.sections if not section.silent]
    for section in spoken:
        _section(document, section, activities, made)
    for section in spoken:
        _take_back(section, activities, made)


def _small_words(document: Document) -> frozenset[str]:
    return frozenset(word for block in document.blocks for word in _SMALL_WORD.findall(block.text))


_SMALL_WORD = re.compile(r"(?<![\w.@-])[a-zà-ÿ]{3,}(?![\w@-])")


def _section(document: Document, section: Section, activities: Activities, made: Partners) -> None:
    owners = activities.of_heading(section.topic)
    role = role_of_part(section.part) if section.part else ""
    last: tuple[Ref, ...] = owners
    above = last  # what the text over a list is about: each item is news of its own
    listing = ""
    for block in section.blocks:
        if block.kind is BlockKind.TABLE:
            continue
        if listing and (owners or last) and block.kind is BlockKind.ITEM:
            read_list(document, block, owners or last, listing, activities, made)
            continue
        listing = role_announced(block.text)
        if role and owners and lists_parties(block):
            read_list(document, block, owners, role, activities, made)
            continue
        if block.kind is BlockKind.ITEM:
            last = _block(document, block, owners or above, activities, made, near=bool(owners))
        else:
            last = above = _block(
                document, block, owners or last, activities, made, near=bool(owners)
            )


@dataclass(slots=True)
class _Course:
    """Where the reading of a block has come to.

    `topic` is what it is about; `near`, whether that is its section's or was named in it; `before`,
    whom "they" would be; `asked`, whether a question asked who takes part; `held`, several who do
    something together before it is said in what.
    """

    topic: tuple[Ref, ...]
    near: bool
    wholes: tuple[Ref, ...] = ()  # what the topic was last said to be part of
    before: tuple[Mention, ...] = ()
    asked: bool = False
    held: tuple[Stretch, Partnered] | None = None


def _block(
    document: Document,
    block: Block,
    owners: tuple[Ref, ...],
    activities: Activities,
    made: Partners,
    *,
    near: bool = False,
) -> tuple[Ref, ...]:
    """Read a block's labels and sentences; returns what it was about in the end."""
    course = _Course(owners, near)
    sentences = [*sentences_of(block.text)]
    for sentence, next_one in zip(sentences, [*sentences[1:], None], strict=True):
        clauses = clauses_of(sentence)
        theirs = next_one is not None and _SO_THEIRS.match(next_one.text) is not None
        elsewhere = never_came_about(sentence.text) or about_others(sentence.text) or theirs
        for clause, after in zip(clauses, [*clauses[1:], None], strict=True):
            named = topics_in(clause.text, activities.known, made.known)
            course.topic = named or _spoken_of(clause.text, course.topic, owners)
            course.near = course.near or bool(named)
            if course.wholes and not named and _THAT_WHOLE.search(clause.text):
                course.topic = course.wholes
            if elsewhere or _is_out(clause, after, activities, made):
                continue
            if clause.start > sentence.start:  # "A and B offer theirs; both are partners"
                first = sentence.text[: clause.start - sentence.start]
                course.before = subjects_of(first) or course.before
            _clause(document, block, clause, named, course, activities, made)
        course.before = subjects_of(sentence.text)
        more = next_one is not None and goes_on_answering(next_one.text)
        course.asked = is_asked(sentence.text) or (course.asked and more)
    if owners or not _label_first(block, activities):
        read_labels(document, block, course.topic or owners, activities, made)
    return course.topic


_THAT_WHOLE = re.compile(
    r"\b(?:dat|dit|het|that|this|the)\s+(?:\w+\s)?(?:\w*programma|programme|deal|pact)\b",
    re.IGNORECASE,
)


def _clause(
    document: Document,
    block: Block,
    clause: Stretch,
    named: tuple[Ref, ...],
    course: _Course,
    activities: Activities,
    made: Partners,
) -> None:
    """Take what a clause says, and move on to what it is about."""
    names = Names(activities.known, made.known, made.common)
    said = (
        answered(clause.text) if course.asked else parties_said(clause.text, course.before, names)
    )
    said = said if course.near and _is_one_project(course.topic) else _without_workers(said)
    said = said if said.mentions else _meant(clause.text, made)
    if not said.mentions and named:
        said = _in_it(clause.text, named, activities)
    wholes = wholes_in(clause.text, activities.known, made.known)
    _say(document, block, clause, said, wholes or course.topic, activities, made)
    course.near = course.near or bool(said.mentions)  # what follows is of the same project
    course.topic = tuple(ref for ref in course.topic if ref not in wholes) or course.topic
    course.wholes = wholes or course.wholes
    if course.held and named:  # "A and B join forces. In the project C they …"
        _say(document, block, *course.held, named, activities, made)
    course.held = (clause, said) if said.listed and not course.topic else None


def _is_one_project(topic: tuple[Ref, ...]) -> bool:
    return len(topic) == 1 and topic[0].kind == PROJECT


def _without_workers(said: Partnered) -> Partnered:
    """Those who take part whatever a text is about, and not only by a part of the work."""
    return replace(said, mentions=tuple(one for one in said.mentions if one[1] != WORKER))


# "A doet hetzelfde. Dat is hun project, niet het onze": said of the sentence before.
_SO_THEIRS = re.compile(
    r"(?:Dat|Dit|Het|That|This|It)\s+(?:is|was)\s+(?:hun|their|niet (?:ons|onze|het onze|de onze)|"
    r"not (?:our|ours)|geen project van ons)\b"
)


def _label_first(block: Block, activities: Activities) -> bool:
    """Whether a label comes before the first activity that a block names: it is of something else.

    "Nieuw als deelnemer: A en B. C is nu projectleider van X."
    """
    first = next(labelled(block), None)
    if first is None:
        return False
    before = activities_in(block.text[: first.start], activities.known)
    same = activities_in(first.value, activities.known)
    return not before and not same


_SPOKEN = re.compile(
    r"\b(?:het|dit|ons|the|this|our)\s+(?:hele |whole |entire )?(?P<kind>programm[ae]|project)\b",
    re.IGNORECASE,
)


def _spoken_of(text: str, topic: tuple[Ref, ...], owners: tuple[Ref, ...]) -> tuple[Ref, ...]:
    """What a clause without a name speaks of: the last named, or that of the section.

    Several named at once were only listed: "it has three lines, A, B and C. X carries it out".
    """
    if not owners or topic == owners:
        return topic
    said = _SPOKEN.search(text)
    kind = "Project" if said and said["kind"].lower() == "project" else "Programme" if said else ""
    fit = tuple(ref for ref in topic if not kind or ref.kind == kind)
    if len(topic) > 1 or not fit:
        return owners
    return topic


def _is_out(clause: Stretch, after: Stretch | None, activities: Activities, made: Partners) -> bool:
    """Whether a clause turns down whom it names, or the next one does that names nobody else."""
    if turned_down(clause.text):
        return True
    if after is None or not stepped_out(after.text):
        return False
    spans = spans_in(after.text, activities.known, made.known, made.common)
    return not any(span.kind == PARTY for span in spans)


def _say(
    document: Document,
    block: Block,
    clause: Stretch,
    said: Partnered,
    topic: tuple[Ref, ...],
    activities: Activities,
    made: Partners,
) -> None:
    named = [mention for mention, _ in said.mentions if not _is_common(mention, made)]
    turns = paired(clause.text, activities.known, made.known) if len(topic) > 1 else ()
    for mention, role in said.mentions:
        if _is_common(mention, made) or (mention.generic and len(named) < _FEWEST_NAMED):
            continue
        if activities.known.find(mention.ref.name, ACTIVITIES):
            continue
        if _is_of_somebody(mention.ref.name):
            continue
        if _is_own(document, clause.text[: mention.start], mention):
            continue
        if _BACKED.search(clause.text) and _SUM.match(clause.text[max(mention.start, 0) :]):
            continue  # "is supported by A (€ 420,000)"
        start = clause.start + max(mention.start, 0)
        end = clause.start + max(mention.end, 0)
        place = document.locator(block, start, end)
        own = tuple(ref for begin, until, ref in turns if begin <= mention.start < until)
        made.add(mention, own or topic, mention.role or role, place, IN_A_SENTENCE)


_BACKED = re.compile(
    r"\b(?:supported|funded|backed|financed|sponsored|gesteund|ondersteund|gefinancierd|betaald|"
    r"gesubsidieerd|mogelijk gemaakt) (?:by|door)\b",
    re.IGNORECASE,
)
_SUM = re.compile(r"[^(,;]{2,80}\((?:[^)]{0,20}[€£$]|[\d.,]+ (?:euro|miljoen|million))")
_OF_SOMEBODY = re.compile(r" (?:van|of|from|bij|at) (?=[A-ZÀ-Þ]|(?:de|het|the) )")


def _is_of_somebody(name: str) -> bool:
    """Whether a name is a person's with that of his employer: "Ria Bos van Tauw"."""
    parted = _OF_SOMEBODY.split(name, maxsplit=1)
    person = person_at(parted[0]) if len(parted) > 1 else None
    return person is not None and person.end == len(parted[0]) and is_surely(person)


_OWN = re.compile(
    r"\b(?:project|programma|programme) (?:van|of|by)\s+(?:de |het |the )?$", re.IGNORECASE
)


def _is_own(document: Document, before: str, mention: Mention) -> bool:
    """Whether "een project van X" only says that it is one of the publisher's own."""
    own = document.publisher.lower()
    return bool(own and _OWN.search(before)) and mention.ref.name.lower() in own


_IN = re.compile(
    r"^(?:in|binnen|aan|voor|within|under|through|for)\s+(?:het |de |the )?", re.IGNORECASE
)
_BEHIND_NAME = re.compile(
    r"(?:\s+(?:project|programma|programme|pilot))?(?:,\s*|\s+[a-zë]{3,}(?:t|en|de|den|te|ten)\s+)"
)


def _in_it(text: str, named: tuple[Ref, ...], activities: Activities) -> Partnered:
    """Who does something in an activity that a clause begins with: "In X, A and B offer …"."""
    lead_in = _IN.match(text)
    at = activities.known.longest_at(text, lead_in.end(), ACTIVITIES) if lead_in else None
    behind = _BEHIND_NAME.match(text, at[1]) if at and at[0] in named else None
    if not behind:
        return Partnered()
    found = tuple(
        (replace(one, start=one.start + behind.end(), end=one.end + behind.end()), PARTNER)
        for one in parties_in(text[behind.end() :], prose=True)
        if not one.generic
    )
    return Partnered(found, listed=True) if len(found) > 1 else Partnered()


_FEWEST_NAMED = 2
_LEADS = re.compile(
    r"^(?:het|de|the)\s+(?P<noun>[a-zà-ÿ-]{4,})\s+(?:(?:is|was|treedt op als|acts as|"
    r"fungeert als)\s+"
    r"(?:(?:de|het|the)\s+)?(?:project)?(?:trekker|penvoerder|co[öo]rdinator|leider|lead partner|"
    r"lead|coordinator|leader)\b|(?:trekt|leidt|coördineert|leads|coordinates)\s+(?:het|dit|de|the|"
    r"this)\b)",
    re.IGNORECASE,
)


def _meant(text: str, made: Partners) -> Partnered:
    """Who leads, where a noun stands for a party named before: "the port authority leads this"."""
    said = _LEADS.match(text)
    ref = (
        made.known.only(said["noun"], PARTIES) or made.known.ending(said["noun"]) if said else None
    )
    if said is None or ref is None:
        return Partnered()
    return Partnered(((Mention(ref, *said.span("noun")), LEAD),))


def _is_common(mention: Mention, made: Partners) -> bool:
    """Whether a party in a sentence is only a common noun: "Studenten", "bedrijven"."""
    name = mention.ref.name
    if mention.generic:
        return fold(name) not in _PUBLIC and not fold(name).endswith(_PUBLIC_ENDS)
    return " " not in name and (name.lower() in made.common or bool(_COUNT.fullmatch(name)))


# "Elf boeren doen mee": a number at the head of a sentence has a capital as well.
_COUNT = re.compile(
    rf"(?:{SMALL_NUMBER}|"
    r"(?:der|veer|vijf|zes|zeven|acht|"
    r"negen)tien|(?:(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)[eë]n)?(?:twin|der|veer|vijf|"
    r"zes|zeven|tach|negen)tig|honderd|tientallen|honderden|tientallen|enkele|diverse|meerdere|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]{3,5})?|dozens|hundreds|several|various)",
    re.IGNORECASE,
)
_PUBLIC = ("provincie", "province", "rijk")
_PUBLIC_ENDS = ("gemeenten", "municipalities", "ministeries", "provincies", "waterschappen")


def _take_back(section: Section, activities: Activities, made: Partners) -> None:
    """Parties that a clause names as not or no longer taking part."""
    owners = activities.of_heading(section.topic)
    for block in section.blocks:
        topic = owners
        for sentence in sentences_of(block.text):
            topic = activities_in(sentence.text, activities.known) or topic
            clauses = clauses_of(sentence)
            for clause in clauses:
                if not turned_down(clause.text):
                    continue
                kept = len(before_next(clause.text)) % len(clause.text)
                for ref in parties_known_in(clause.text[kept:], made.known):
                    made.gone.update((ref.name, activity) for activity in topic)
