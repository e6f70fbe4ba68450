"""Which projects and programmes a document is about, and which heading stands for which.

A heading names one if it says so, if the text under it does ("dit project", a list of project
partners, a lead), or if the name is called a project elsewhere in the document. Running text names
one where it calls something a project. What stands under a heading about others is passed over.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from ledwerk.loaders.publication.activity_headings import never_an_activity, titled
from ledwerk.loaders.publication.activity_names import PROGRAMME, PROJECT, Naming, namings_in
from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import GATHERED, IN_A_LIST, IN_A_SENTENCE, Ref
from ledwerk.loaders.publication.known_names import ACTIVITIES, Known
from ledwerk.loaders.publication.names_found import LEAD
from ledwerk.loaders.publication.partner_cues import about_others
from ledwerk.loaders.publication.partner_sentences import parties_said
from ledwerk.loaders.publication.sections import Section, Topic, sections_of, topics_of
from ledwerk.loaders.publication.sentences import sentences_of
from ledwerk.schema.names import fold, name_key


@dataclass(frozen=True, slots=True)
class Activity:
    """A project or programme with where it was found, how surely, and what else is said of it."""

    ref: Ref
    locator: str
    confidence: float
    aliases: tuple[str, ...] = ()
    properties: tuple[tuple[str, str | int], ...] = ()


@dataclass(slots=True)
class Activities:
    """The activities of a document, by name and by heading."""

    sections: tuple[Section, ...]
    found: list[Activity] = field(default_factory=list)
    known: Known = field(default_factory=Known)
    headed: dict[int, tuple[Ref, ...]] = field(default_factory=dict)  # by id of the heading block
    parts: list[tuple[Ref, Ref, str]] = field(default_factory=list)  # part, whole, locator

    def add(self, activity: Activity) -> Ref:
        """Make an activity known, or give back the one that is known by its name."""
        there = self.known.find(activity.ref.name, ACTIVITIES)
        if there is not None:
            self.known.add(there, *activity.aliases)
            if activity.properties or activity.aliases:
                self.found.append(
                    Activity(there, activity.locator, activity.confidence, activity.aliases,
                             activity.properties)
                )  # fmt: skip
            return there
        self.found.append(activity)
        self.known.add(activity.ref, *activity.aliases)
        return activity.ref

    def of_heading(self, heading: Block | None) -> tuple[Ref, ...]:
        """What a heading stands for; nothing where it is no activity."""
        return self.headed.get(id(heading), ()) if heading is not None else ()


_THIS = re.compile(
    r"\b(?:(?:[Hh]et|[Tt]he)\s+(?:\w+e?\s+)?(?:project|pilot|\w+project)|"
    r"(?:[Dd]it|[Oo]ns|[Tt]his|[Oo]ur)\s+(?:\w+e?\s+)?(?:project|pilot|\w+project|initiatief|"
    r"initiative|scheme|(?P<programme>programma|programme)))\b(?!\s+[A-ZÀ-Þ])"
)
_PARTNERS = re.compile(
    r"\b(?:project|consortium|samenwerkings)partners?\b|\b(?:penvoerder|(?:project)?trekker)s?\b|"
    r"\blead partner\b|\b(?:werk(?:t|en)|doen)\b[^.]{0,120}\bmee\b|\bpartners (?:zijn|are|in)\b|"
    r"\bproject partners?\b|\bconsortium\b",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"^(?:trekkers?|penvoerder|projectpartners?|partners?|looptijd|projectperiode|lead(?: partner)?|"
    r"coordinator|consortium|duration|project period|budget|subsidie)\s*:\s*\S",
    re.IGNORECASE,
)
_PARTNER_PARTS = re.compile(
    r"(?:\w+ )?\w*(?:partners?|deelnemers?|consortium|trekkers?|penvoerders?|lead|coordinator|"
    r"participants?)(?: .*)?|wie (?:doe[tn]|werken).*|who takes part|in samenwerking met|"
    r"betrokken (?:partijen|organisaties)|participating organisations|looptijd|project period"
)


def activities_of(document: Document) -> Activities:
    """All projects and programmes that a document names as the network's own."""
    sections = sections_of(document)
    made = Activities(sections)
    namings = [*_named_in_text(document, sections)]
    counted = Counter(name_key(naming.name) for naming, _, _ in namings)
    _number_lines(document, made)
    for topic in topics_of(sections):
        if not made.of_heading(topic.heading):
            _head(document, topic, namings, counted, made)
    _listed(document, made)
    _add_named(document, namings, made)
    return made


_ENTRY = re.compile(
    r"(?:[\"“‘](?P<quoted>[^\"”’]{2,80})[\"”’]|(?P<name>[^:;,.()]{2,70}?))"
    r"(?:\s*\((?P<in>[^)]*)\))?\s*(?::\s+\S.*|\s[–—-]\s.*|;.*|\.|$)",
    re.DOTALL,
)
_MOST_WORDS_LISTED = 8


def _listed(document: Document, made: Activities) -> None:
    """Projects that are items under "Projecten": a name by itself, or before what it is."""
    for section in made.sections:
        heading = section.heading
        if section.silent or heading is None:
            continue
        if not _PROJECTS_HEADING.fullmatch(fold(heading.text).strip(" :.")):
            continue
        whole = next((r for r in made.of_heading(section.topic) if r.kind == PROGRAMME), None)
        for block in section.blocks:
            found = _ENTRY.match(block.text) if block.kind is BlockKind.ITEM else None
            name = (found["quoted"] or found["name"]).strip() if found else ""
            if not found or not name[:1].isupper() or len(name.split()) > _MOST_WORDS_LISTED:
                continue
            place = document.locator(block, 0, found.end("quoted" if found["quoted"] else "name"))
            ref = made.add(Activity(Ref(PROJECT, name), place, GATHERED))
            if whole is not None:
                made.parts.append((ref, whole, place))


Named = tuple[Naming, Block, Section]


def _named_in_text(document: Document, sections: Iterable[Section]) -> Iterator[Named]:
    del document
    for section in sections:
        if section.silent:
            continue
        blocks = (section.heading, *section.blocks) if section.heading else section.blocks
        for block in blocks:
            if block is None or block.kind is BlockKind.TABLE or about_others(block.text):
                continue
            for sentence in sentences_of(block.text):
                if _REFUSED.search(sentence.text):
                    continue
                for naming in namings_in(sentence.text):
                    yield (
                        Naming(naming.kind, naming.name, naming.start + sentence.start,
                               naming.end + sentence.start, naming.quoted),
                        block, section,
                    )  # fmt: skip


_REFUSED = re.compile(
    r"\b(?:afgewezen|niet gehonoreerd|ging niet door|gaat niet door|niet toegekend|geen subsidie|"
    r"is ingetrokken|kwam niet van de grond|rejected|turned down|was not (?:funded|approved)|"
    r"did not go ahead|unsuccessful|will not go ahead|has been cancelled|was cancelled)\b",
    re.IGNORECASE,
)


def _head(
    document: Document, topic: Topic, namings: list[Named], counted: Counter[str], made: Activities
) -> None:
    """Take a topic's heading for an activity if heading or text say so."""
    heading = topic.heading
    if heading is None or topic.silent:
        return
    said = titled(heading.text)
    prose = _prose(document)
    names = _called_so(said.names, namings, prose)
    inside = _in_headline(heading, topic, namings)
    if inside and not names:
        made.headed[id(heading)] = tuple(
            made.add(Activity(Ref(n.kind, n.name), document.locator(heading), IN_A_SENTENCE))
            for n in inside
        )
        return
    own = [n for n, block, section in namings if section.topic is heading and block is not heading]
    under = _parent_kind(heading, made)
    sure = bool(said.kind or names)
    if not sure and never_an_activity(heading.text):
        return
    if not (sure or under or _about_one(topic, own, said.names)):
        return
    kind = said.kind or (names[0].kind if names else _kind_said(topic))
    shown = [n.name for n in names] or [_best_name(said.names, topic, counted)]
    properties = [(k, v) for k, v in (("start", said.start), ("end", said.end)) if v]
    made.headed[id(heading)] = tuple(
        made.add(
            Activity(
                Ref(kind, _spelled(name, prose)), document.locator(heading),
                IN_A_LIST if sure else GATHERED, _shorter(said.names, name, shown),
                tuple(properties),
            )
        )
        for name in shown
    )  # fmt: skip
    if under is not None and under.kind == PROGRAMME:
        made.parts += [
            (ref, under, document.locator(heading))
            for ref in made.headed[id(heading)]
            if ref != under
        ]


def _prose(document: Document) -> str:
    return "\n".join(b.text for b in document.blocks if b.kind is not BlockKind.HEADING)


def _spelled(name: str, prose: str) -> str:
    """A name as the text spells it, where the heading has capitals only."""
    if not name.isupper() or " " not in name:
        return name
    at = prose.lower().find(name.lower())
    return prose[at : at + len(name)] if at >= 0 else name.title()


_PROJECTS_HEADING = re.compile(
    r"(?:\d+(?:\.\d+)*\.?\s+)?(?:(?:de|onze|our|the|lopende|nieuwe|afgeronde|current|new|ongoing|"
    r"completed|alle|all|uitgelichte|featured|stand van zaken|voortgang)\s+)*(?:projecten|projects)"
    r"(?:\s+(?:in|van|of|under|binnen)\s+.*)?"
)


def _parent_kind(heading: Block, made: Activities) -> Ref | None:
    """The programme or the chapter of projects that a heading stands directly under."""
    if not heading.path or heading.level >= _PART_LEVEL:
        return None
    parent = heading.path[-1]
    if _PROJECTS_HEADING.fullmatch(fold(parent).strip(" :.")):
        return Ref(PROJECT, parent)
    for one in made.sections:
        above = one.heading
        if above is not None and above.text == parent and above is one.topic:
            return next((r for r in made.of_heading(above) if r.kind == PROGRAMME), None)
    return None


_PART_LEVEL = 4


def _called_so(names: tuple[str, ...], namings: list[Named], prose: str) -> list[Naming]:
    """Which names of a heading the text calls a project or programme."""
    made: dict[str, Naming] = {}
    for naming, _, _ in namings:
        for name in names:
            composed = len(names) > 1 and name == names[0]
            if _same(naming.name, name):
                spelled = naming.name if _better(naming.name, name) else name
            elif not composed and _goes_on(naming, name, prose):
                spelled = name
            else:
                continue
            shown = Naming(naming.kind, spelled, naming.start, naming.end)
            made.setdefault(name_key(name), shown)
    whole = made.get(name_key(names[0]))
    return [whole] if whole else list(made.values())


def _better(naming: str, heading: str) -> bool:
    """Whether the text spells a name better than the heading: capitals, or a misprint."""
    return heading.isupper() or squeezed(naming) != squeezed(heading)


def _goes_on(naming: Naming, name: str, prose: str) -> bool:
    """Whether a heading is the whole of a name that the text seemed to break off, or less of it."""
    if naming.quoted:
        return False
    short, whole = name_key(naming.name), name_key(name)
    if whole.startswith(f"{short} "):
        return name.lower() in prose.lower()
    # The text goes on where the heading ends: "Zilte Teelt in Zeeland".
    return short.startswith(f"{whole} ") and " " in whole


def _in_headline(heading: Block, topic: Topic, namings: list[Named]) -> list[Naming]:
    """Activities that a headline names among other words: "Farewell to Bike Back"."""
    line = squeezed(heading.text)
    found: dict[str, Naming] = {}
    for naming, block, section in namings:
        key = squeezed(naming.name)
        is_here = block is heading or section.topic is topic.heading
        if is_here and (block is heading or (len(key) >= _TELLING and key in line and key != line)):
            found.setdefault(key, naming)
    return list(found.values())


_TELLING = 6


def _same(one: str, other: str) -> bool:
    first, second = squeezed(one), squeezed(other)
    if first == second:
        return True
    if min(len(first), len(second)) < _LONG_ENOUGH:
        return False
    return Levenshtein.distance(first, second, score_cutoff=2) <= _MISPRINTED


_LONG_ENOUGH = 12
_MISPRINTED = 2  # letters, in a name long enough


def squeezed(name: str) -> str:
    """A name without anything but letters and digits, to compare it where it was broken."""
    return re.sub(r"[^0-9a-z]", "", fold(name))


def _best_name(names: tuple[str, ...], topic: Topic, counted: Counter[str]) -> str:
    """The whole heading, or the part of it that the text under it uses."""
    if len(names) == 1:
        return names[0]
    text = " ".join(block.text for block in topic.blocks)
    first = names[1]
    if counted[name_key(first)] or (len(first.split()) <= _FEW and first in text):
        return first
    return first if len(first.split()) <= _FEW and ":" not in first else names[0]


_FEW = 4


def _shorter(names: tuple[str, ...], name: str, shown: list[str]) -> tuple[str, ...]:
    """The heading as a whole, where it names this activity alone and more fully."""
    return tuple(n for n in names[:1] if n.lower() != name.lower() and len(shown) == 1)


def _about_one(topic: Topic, own: list[Naming], names: tuple[str, ...]) -> bool:
    """Whether the text under a heading tells that the heading is the name of a project."""
    text = "\n".join(block.text for block in topic.blocks)
    others = [n for n in own if not any(_same(n.name, name) for name in names)]
    parts = [section.part for section in topic.sections if section.part]
    if any(_PARTNER_PARTS.fullmatch(part) for part in parts):
        return not others
    labels = any(_LABELS.match(line.text) for block in topic.blocks for line in block.lines)
    recurs = any(first_words(name) in text for name in names if " " in name)
    said = bool(_THIS.search(text)) or bool(_PARTNERS.search(text)) or labels
    return (said and (not others or recurs)) or _tied_to(topic, names)


def _tied_to(topic: Topic, names: tuple[str, ...]) -> bool:
    """Whether a sentence says of several parties, or of a lead, that they are in what it names."""
    for sentence in (one for block in topic.blocks for one in sentences_of(block.text)):
        low = sentence.text.lower()
        if not any(name.lower() in low for name in names if len(name) >= _TELLING):
            continue
        said = parties_said(sentence.text).mentions
        if len(said) > 1 or any(role == LEAD for _, role in said):
            return True
    return False


def first_words(name: str) -> str:
    """What a name is recognised by when it is cut short: its first two words."""
    return " ".join(name.split()[:2])


def _kind_said(topic: Topic) -> str:
    counts = Counter[str]()
    for block in topic.blocks:
        for found in _THIS.finditer(block.text):
            counts[PROGRAMME if found["programme"] else PROJECT] += 1
    return PROGRAMME if counts[PROGRAMME] > counts[PROJECT] else PROJECT


def _add_named(document: Document, namings: list[Named], made: Activities) -> None:
    """What running text calls a project and no heading names."""
    prose = _prose(document)
    for naming, block, section in namings:
        if made.known.find(naming.name, ACTIVITIES):
            continue
        if any(_goes_on(naming, one.ref.name, prose) for one in made.found):
            continue
        place = document.locator(block, naming.start, naming.end)
        ref = made.add(
            Activity(Ref(naming.kind, naming.name), place, IN_A_SENTENCE, (), _years(naming.name))
        )
        _inside_programme(ref, section, place, made)


def _inside_programme(ref: Ref, section: Section, place: str, made: Activities) -> None:
    """A project that is first named under a programme's heading is part of it."""
    wholes = made.of_heading(section.topic)
    if ref.kind == PROJECT and len(wholes) == 1 and wholes[0].kind == PROGRAMME:
        made.parts.append((ref, wholes[0], place))


_LINE = re.compile(
    r"^(?P<number>\d{1,2})\s*(?:[–—.:)]|-(?=\s))\s+(?P<name>[^()]{3,90}?)"
    r"(?:\s+\((?P<sub>[^()]{3,80})\))?$"
)
_FEWEST_LINES = 3
_OVER_LINES = re.compile(
    r"\b(?:programma|programme|speerpunten|actielijnen|programmalijnen|pillars)\b"
)


def _number_lines(document: Document, made: Activities) -> None:
    """A programme's numbered lines: "1 – Name (subtitle)" under a heading that says programme."""
    for section in made.sections:
        heading = section.heading
        if section.silent or heading is None or not _OVER_LINES.search(fold(heading.text)):
            continue
        lines = [*_numbered(section)]
        numbers = [int(found["number"]) for found, _, _ in lines]
        if len(lines) < _FEWEST_LINES or numbers != list(range(1, len(numbers) + 1)):
            continue
        whole = made.of_heading(heading) or (
            made.add(_programme(document, heading)),
        )  # fmt: skip
        made.headed[id(heading)] = whole
        for found, block, start in lines:
            _add_line(document, made, whole[0], (found, block, start))
    _head_lines(made)


def _programme(document: Document, heading: Block) -> Activity:
    place, years = document.locator(heading), _years(heading.text)
    return Activity(Ref(PROGRAMME, heading.text), place, IN_A_LIST, (), years)


def _years(name: str) -> tuple[tuple[str, str], ...]:
    """The years that a name ends in: "Slimme Delta 2021-2025"."""
    said = titled(name)
    return tuple((k, v) for k, v in (("start", said.start), ("end", said.end)) if v)


def _numbered(section: Section) -> Iterator[tuple[re.Match[str], Block, int]]:
    for block in section.blocks:
        for line in block.lines:
            found = _LINE.match(" ".join(line.text.split()))
            if found:
                yield found, block, line.offset


def _add_line(
    document: Document, made: Activities, whole: Ref, line: tuple[re.Match[str], Block, int]
) -> None:
    found, block, start = line
    place = document.locator(block, start, start + len(found[0]))
    aliases = (found["sub"],) if found["sub"] else ()
    years = _years(whole.name)
    properties = (("number", int(found["number"])), ("type", "line"), *years)
    ref = made.add(
        Activity(Ref(PROGRAMME, found["name"].strip()), place, IN_A_LIST, aliases, properties)
    )
    made.parts.append((ref, whole, place))


def _head_lines(made: Activities) -> None:
    """Headings that begin with the name of a numbered line stand for it, wherever they stand."""
    lines = {squeezed(part.name): part for part, _, _ in made.parts}
    heads = [s.heading for s in made.sections if s.heading is not None and s.heading is s.topic]
    for heading in heads:
        text = squeezed(heading.text)
        for key, ref in lines.items():
            if text.startswith(key) and not made.of_heading(heading):
                made.headed[id(heading)] = (ref,)
    _titles_below(made)


def _titles_below(made: Activities) -> None:
    """A title printed below its page's text: parts without a topic take the line that follows."""
    topics = topics_of(made.sections)
    for topic, after in zip(topics, topics[1:], strict=False):
        has_parts = any(_PARTNER_PARTS.fullmatch(s.part) for s in topic.sections if s.part)
        next_refs = made.of_heading(after.heading)
        if has_parts and topic.heading and not made.of_heading(topic.heading) and next_refs:
            made.headed[id(topic.heading)] = next_refs
