"""Which heading is the name of a project or programme, and how that is told.

A heading is one if it says so, if the text under it does ("dit project", a list of project
partners, a lead), or if the name is called a project elsewhere in the document.
"""

from __future__ import annotations

import re
from collections import Counter

from rapidfuzz.distance import Levenshtein

from ledwerk.loaders.publication.activities.activity_found import Activities, Activity, Named
from ledwerk.loaders.publication.activities.activity_headings import (
    Titled,
    heads_programmes,
    heads_projects,
    lists_partners,
    never_an_activity,
    titled,
)
from ledwerk.loaders.publication.activities.activity_names import PROGRAMME, PROJECT, Naming
from ledwerk.loaders.publication.activities.names_whole import goes_on_so
from ledwerk.loaders.publication.activities.project_lists import is_of_names
from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import GATHERED, IN_A_LIST, IN_A_SENTENCE, Ref
from ledwerk.loaders.publication.layout.heading_words import heads_a_part
from ledwerk.loaders.publication.layout.labels import labelled
from ledwerk.loaders.publication.layout.sections import Topic
from ledwerk.loaders.publication.layout.sentences import sentences_of
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES
from ledwerk.loaders.publication.parties.names_found import LEAD, PARTICIPANT, PARTNER
from ledwerk.loaders.publication.parties.party_words import PARTY_WORD
from ledwerk.loaders.publication.partners.partner_cues import about_others, never_came_about
from ledwerk.loaders.publication.partners.partner_sentences import parties_said
from ledwerk.schema.names import fold, name_key

_THIS = re.compile(
    r"\b(?:(?:[Hh]et|[Tt]he)\s+(?:\w+e?\s+)?(?:project|pilot|\w+project)\b(?!\s+[A-ZÀ-Þ])|"
    r"(?:[Dd]it|[Oo]ns|[Tt]his|[Oo]ur)\s+(?!(?:geen|no|is)\b)(?:\w+e?\s+)?(?:project|pilot|"
    r"\w+project|initiatief|initiative|scheme|(?P<programme>programma|programme))\b)"
)
_PARTNERS = re.compile(
    r"\b(?:project|consortium|samenwerkings)partners?\b|\b(?:penvoerder|(?:project)?trekker)s?\b|"
    r"\blead partner\b|\b(?:werk(?:t|en)|doen)\b[^.]{0,120}\bmee\b|\bpartners (?:zijn|are|in)\b|"
    r"\bproject partners?\b|\bconsortium\b",
    re.IGNORECASE,
)
_TELLING_LABELS = (LEAD, PARTNER, PARTICIPANT, "period", "budget")


def take_heading(
    document: Document, topic: Topic, namings: list[Named], counted: Counter[str], made: Activities
) -> None:
    """Take a topic's heading for an activity if heading or text say so."""
    heading = topic.heading
    if heading is None or topic.silent:
        return
    if _is_of_known(document, heading, namings, made):
        return
    said = titled(heading.text)
    if _came_to_nothing(topic, said.names) or _of_others(topic):
        return
    names = _called_so(said.names, namings, prose_of(document))
    inside = _in_headline(heading, topic, namings)
    if inside and not names:
        found = tuple(
            made.add(Activity(Ref(n.kind, n.name), document.locator(heading), IN_A_SENTENCE))
            for n in inside
        )
        made.headed[id(heading)] = found
        _part_of_above(document, heading, found, made)
        return
    of_programmes = bool(heading.path) and heads_programmes(heading.path[-1])
    sure = bool(said.kind or names) or (of_programmes and not never_an_activity(heading.text))
    if heads_projects(heading.text) and not names:
        return
    if not sure and (
        never_an_activity(heading.text)
        or _is_title(document, heading)
        or (_is_headline(heading.text) and not _is_labelled(topic))
        or not _is_told(topic, said, namings, made)
    ):
        return
    kind = said.kind or (names[0].kind if names else _kind_said(topic, said))
    kind = PROGRAMME if of_programmes else kind
    shown = [n.name for n in names] or [_best_name(said.names, topic, counted)]
    _add_headed(document, heading, said, [Ref(kind, name) for name in shown], made)


def _is_of_known(
    document: Document, heading: Block, namings: list[Named], made: Activities
) -> bool:
    """Whether a heading is of what has one already: "X in het kort", "Ook onder X"."""
    bare = _IN_SHORT.sub("", heading.text)
    known = made.known.find(bare, ACTIVITIES)
    if known is None and bare != heading.text:
        named = _named_so(bare, namings)
        known = named and made.add(Activity(named, document.locator(heading), GATHERED))
    if known is not None and bare != heading.text:
        made.headed[id(heading)] = (known,)
        return True
    more = _MORE_OF.match(heading.text)
    whole = None
    if more:
        whole = made.known.find(more["name"], ACTIVITIES) or _named_so(more["name"], namings)
    if whole is not None and whole.kind == PROGRAMME:
        ref = made.add(Activity(whole, document.locator(heading), GATHERED))
        made.headed[id(heading)] = (ref,)
    return more is not None


_MORE_OF = re.compile(
    r"(?:(?:[Oo]ok|[Vv]erder|[Mm]eer|[Aa]ndere projecten|[Dd]e andere projecten|[Aa]lso|[Mm]ore|"
    r"[Oo]ther projects|[Tt]he other projects|[Pp]rojecten|[Pp]rojects|[Nn]og meer)\s+"
    r"(?:onder|in|uit|binnen|van|under|from|within|of))\s+(?:het programma |the )?"
    r"(?P<name>[A-ZÀ-Þ].*?)(?: [Pp]rogramme)?[.:]?$"
)


def _named_so(name: str, namings: list[Named]) -> Ref | None:
    """The programme that the text names so, with its years or without."""
    for one, _, _ in namings:
        if one.kind == PROGRAMME and name_key(name) in (
            name_key(one.name),
            name_key(_LAST_YEARS.sub("", one.name)),
        ):
            return Ref(PROGRAMME, one.name)
    return None


def _is_title(document: Document, heading: Block) -> bool:
    """Whether a heading is a document's title, and not that of the one project it is about."""
    others = (b for b in document.blocks if b.kind is BlockKind.HEADING and b is not heading)
    return heading.text == document.title and any(not heads_a_part(b.text) for b in others)


_SUMS = re.compile(r"[€£$]|\b(?:miljoen|million|euros?)\b", re.IGNORECASE)
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_SEVERAL = 2


def _is_headline(text: str) -> bool:
    """Whether a heading tells news rather than a name: a sum, or small words but for the first."""
    words = _LONG_WORD.findall(text)[1:]
    small = len(words) >= _SEVERAL and all(word.islower() for word in words)
    return bool(_SUMS.search(text)) or small


def _is_labelled(topic: Topic) -> bool:
    """Whether labels or a list of partners under a heading say what it is."""
    parts = any(lists_partners(section.part) for section in topic.sections if section.part)
    return (
        parts
        or any(one.meaning in _TELLING_LABELS for block in topic.blocks for one in labelled(block))
        or any(block.kind is BlockKind.TABLE for block in topic.blocks)
    )


def _of_others(topic: Topic) -> bool:
    """Whether all that a short text under a heading tells is that others do it."""
    texts = [block.text for block in topic.blocks]
    return len(texts) == 1 and about_others(texts[0]) and len(texts[0]) < _SHORT_TEXT


_SHORT_TEXT = 250


def _came_to_nothing(topic: Topic, names: tuple[str, ...]) -> bool:
    """Whether the text says of what the heading names that it was given up."""
    sentences = (one.text for block in topic.blocks for one in sentences_of(block.text))
    return any(
        never_came_about(text) and any(text.lower().startswith(name.lower()) for name in names)
        for text in sentences
    )


# A box with the facts of a project, headed by its name.
_IN_SHORT = re.compile(
    r"\s*[:–—-]?\s+(?:in (?:het kort|cijfers|vogelvlucht|feiten(?: en cijfers)?|brief|figures|"
    r"facts|numbers|short)|at a glance|(?:de |the )?(?:feiten|facts|kerngegevens|key facts))$",
    re.IGNORECASE,
)


def _is_told(topic: Topic, said: Titled, namings: list[Named], made: Activities) -> bool:
    """Whether where a heading stands, or what stands under it, makes it the name of a project."""
    heading = topic.heading
    own = [n for n, block, section in namings if section.topic is heading and block is not heading]
    in_chapter = id(heading) in made.chapters and _any_partners(topic)
    above = _above(heading, made) if heading is not None else None
    if above is not None and (above.kind == PROJECT or _is_numbered(heading)):
        return True
    spoken = above is not None and (_any_partners(topic) or _is_spoken_of(topic, said.names))
    if said.start and any(_THE_PROGRAMME.search(block.text) for block in topic.blocks):
        return True
    inside = _is_entered(topic, said.names) and _any_partners(topic)
    return spoken or in_chapter or inside or _about_one(topic, own, said.names)


def _is_entered(topic: Topic, names: tuple[str, ...]) -> bool:
    """Whether the text says "in" a heading's name, as one is in a project: "Partners in X are"."""
    text = "\n".join(block.text for block in topic.blocks)
    return any(
        re.search(
            rf"\b(?:[Ii]n|[Bb]innen|[Ww]ithin|[Uu]nder|[Bb]ij|[Aa]an) {re.escape(name)}\b", text
        )
        for name in names
        if len(name) >= _TELLING and " " in name
    )


def _is_spoken_of(topic: Topic, names: tuple[str, ...]) -> bool:
    """Whether the text under a heading says "this project", or uses the heading as a name."""
    text = "\n".join(block.text for block in topic.blocks)
    return bool(_THIS.search(text)) or any(n in text for n in names if len(n) >= _TELLING)


def _is_numbered(heading: Block | None) -> bool:
    """Whether a heading has a number of its own, as the projects of a programme often have."""
    return heading is not None and _NUMBERED.match(heading.text) is not None


_NUMBERED = re.compile(r"\(?(?:[A-Z]?\d+(?:\.\d+)*|[a-z])[.):]?\s")


def _add_headed(
    document: Document, heading: Block, said: Titled, refs: list[Ref], made: Activities
) -> None:
    """Make known what a heading names, and what it is part of by standing under it."""
    place, prose = document.locator(heading), prose_of(document)
    years = tuple((k, v) for k, v in (("start", said.start), ("end", said.end)) if v)
    sure = GATHERED if not said.kind and len(refs) == 1 else IN_A_LIST
    found = tuple(
        made.add(
            Activity(
                Ref(ref.kind, spelled(ref.name, prose)), place, sure,
                _shorter(said.names, ref.name, refs), years,
            )
        )
        for ref in refs
    )  # fmt: skip
    made.headed[id(heading)] = found
    _part_of_above(document, heading, found, made)


def _part_of_above(
    document: Document, heading: Block, found: tuple[Ref, ...], made: Activities
) -> None:
    """What stands under a programme's heading is part of it."""
    whole = _above(heading, made)
    if whole is not None and whole.kind == PROGRAMME:
        place = document.locator(heading)
        made.parts += [(ref, whole, place) for ref in found if ref != whole]


def prose_of(document: Document) -> str:
    """All text of a document but its headings."""
    return "\n".join(b.text for b in document.blocks if b.kind is not BlockKind.HEADING)


def spelled(name: str, prose: str) -> str:
    """A name as the text spells it, where the heading has capitals only."""
    words = re.findall(r"[^\W\d_]{2,}", name)
    if not name.isupper() or (len(words) < _SEVERAL and len(name) < _NO_ABBREVIATION):
        return name
    for one in (name, re.sub(r"^(?:A|AN|THE|DE|HET|EEN) ", "", name)):
        for found in re.finditer(re.escape(one), prose, re.IGNORECASE):
            if not found[0].isupper():
                return found[0]
    return name.title()


_NO_ABBREVIATION = 9  # letters, from which a word in capitals is a word


def _above(heading: Block, made: Activities) -> Ref | None:
    """The programme or the chapter of projects that a heading stands directly under."""
    if not heading.path or heads_a_part(heading.text):
        return None
    parent = heading.path[-1]
    if heads_projects(parent):
        over = (one for one in made.sections if one.heading and one.heading.text == parent)
        listed = any(is_of_names(block) for one in over for block in one.blocks)
        return None if listed else Ref(PROJECT, parent)
    for one in made.sections:
        above = one.heading
        if above is not None and above.text == parent and above is one.topic:
            return next((r for r in made.of_heading(above) if r.kind == PROGRAMME), None)
    return None


def _called_so(names: tuple[str, ...], namings: list[Named], prose: str) -> list[Naming]:
    """Which names of a heading the text calls a project or programme."""
    made: dict[str, Naming] = {}
    for naming, _, _ in namings:
        for name in names:
            composed = len(names) > 1 and name == names[0]
            bare = _LAST_YEARS.sub("", name)
            if bare != name and _same(naming.name, bare):
                spelled = f"{naming.name}{name[len(bare) :]}"
            elif _same(naming.name, name):
                spelled = naming.name if _better(naming.name, name) else name
            elif not composed and goes_on(naming, name, prose):
                spelled = name
            else:
                continue
            shown = Naming(naming.kind, spelled, naming.start, naming.end)
            made.setdefault(name_key(name), shown)
    whole = made.get(name_key(names[0]))
    return [whole] if whole else list(made.values())


_LAST_YEARS = re.compile(r",?\s*(?:19|20)\d\d\s*[-–]\s*(?:(?:19|20)\d\d|\d\d)$")


def _better(naming: str, heading: str) -> bool:
    """Whether the text spells a name better than the heading: capitals, or a misprint."""
    return heading.isupper() or squeezed(naming) != squeezed(heading)


def goes_on(naming: Naming, name: str, prose: str) -> bool:
    """Whether a heading is the whole of a name that the text seemed to break off, or less of it."""
    if naming.quoted:
        return False
    short, whole = name_key(naming.name), name_key(name)
    if whole.startswith(f"{short} "):
        after = whole[len(short) :].split()[0]
        return not goes_on_so(after) and name.lower() in prose.lower()
    # The text goes on where the heading ends: "Zilte Teelt in Zeeland".
    return short.startswith(f"{whole} ") and " " in whole and naming.name[len(name) + 1].islower()


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


_ARTICLE = re.compile(r"^(?:the|de|het|een|an?)\s+", re.IGNORECASE)


def _same(one: str, other: str) -> bool:
    first, second = squeezed(_ARTICLE.sub("", one)), squeezed(_ARTICLE.sub("", other))
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
    text = " ".join(block.text for block in topic.blocks)
    if len(names) == 1:
        return _at_its_end(names[0], text) or names[0]
    first = names[1]
    if counted[name_key(first)] or (len(first.split()) <= _FEW and first in text):
        return first
    return first if len(first.split()) <= _FEW and ":" not in first else names[0]


def _at_its_end(heading: str, text: str) -> str:
    """What a headline says something of, where the text goes on to name that: "Start van de X"."""
    found = _SAID_OF.fullmatch(heading)
    if found is None or heading.lower() in text.lower() or PARTY_WORD.search(found["name"]):
        return ""
    return found["name"] if text.count(found["name"]) >= _SEVERAL else ""


_SAID_OF = re.compile(
    r"[A-ZÀ-Þ]\S{1,30}(?: [a-zß-ÿ]\S{1,30}){0,4} (?:in|op|van|voor|met|of|on|for|with|at) "
    r"(?:de |het |the )?(?P<name>[A-ZÀ-Þ]\S{2,30}(?: [A-ZÀ-Þ]\S{2,30}){1,3})"
)
_FEW = 4


def _shorter(names: tuple[str, ...], name: str, shown: list[Ref]) -> tuple[str, ...]:
    """The heading as a whole, where it names this activity alone and more fully."""
    return tuple(n for n in names[:1] if n.lower() != name.lower() and len(shown) == 1)


def _about_one(topic: Topic, own: list[Naming], names: tuple[str, ...]) -> bool:
    """Whether the text under a heading tells that the heading is the name of a project."""
    text = "\n".join(block.text for block in topic.blocks)
    others = [n for n in own if not any(_same(n.name, name) for name in names)]
    parts = [section.part for section in topic.sections if section.part]
    if any(lists_partners(part) for part in parts):
        return not others
    told = {one.meaning for block in topic.blocks for one in labelled(block)}
    if len(told.intersection(_TELLING_LABELS)) > 1:  # "Trekker: X", "Looptijd: 2021-2024"
        return True
    labels = bool(told.intersection(_TELLING_LABELS))
    recurs = any(first_words(name) in text for name in names if " " in name)
    said = bool(_THIS.search(text)) or bool(_PARTNERS.search(text)) or labels
    if _begins_so(topic):
        return True
    if (said and (not others or recurs)) or not _tied_to(topic, names):
        return said and (not others or recurs)
    # The name in such a sentence may be a longer one: "Cold chain" over "Cold Chain Commons".
    longer = (o.name.lower().startswith(f"{n.lower()} ") for o in others for n in names)
    return not any(longer)


def _begins_so(topic: Topic) -> bool:
    """Whether the text under a heading begins with "Dit project": the heading is its name."""
    first = next((b for b in topic.blocks if b.kind is not BlockKind.TABLE), None)
    return first is not None and _BEGINS.match(first.text) is not None


_BEGINS = re.compile(
    r"(?:In |Met |With |Under |Binnen )?(?:[Dd]it|[Tt]his) (?:\w+ )?(?:project|pilot)\b"
)


def _tied_to(topic: Topic, names: tuple[str, ...]) -> bool:
    """Whether a sentence says of several parties, or of a lead, that they are in what it names."""
    for sentence in (one for block in topic.blocks for one in sentences_of(block.text)):
        low = sentence.text.lower()
        named = any(name.lower() in low for name in names if len(name) >= _TELLING)
        if not named and not _IN_IT.search(low):
            continue
        said = parties_said(sentence.text).mentions
        if len(said) > 1 or any(role == LEAD for _, role in said):
            return True
    return False


def _any_partners(topic: Topic) -> bool:
    """Whether anything under a heading says who takes part."""
    return any(
        len(said) > 1 or any(role == LEAD for _, role in said)
        for block in topic.blocks
        for sentence in sentences_of(block.text)
        if (said := parties_said(sentence.text).mentions)
    )


_IN_IT = re.compile(
    r"\b(?:hierin|hieraan|daarin|daaraan|eraan|in it)\b|^(?:it|het|dit) (?:is|was) (?:an?|een)\b"
)


def first_words(name: str) -> str:
    """What a name is recognised by when it is cut short: its first two words."""
    return " ".join(name.split()[:2])


def _kind_said(topic: Topic, said: Titled) -> str:
    counts = Counter[str]()
    for block in topic.blocks:
        for found in _THIS.finditer(block.text):
            counts[PROGRAMME if found["programme"] else PROJECT] += 1
        if said.start and _THE_PROGRAMME.search(block.text):  # a name with years, spoken of so
            counts[PROGRAMME] += 1
    return PROGRAMME if counts[PROGRAMME] > counts[PROJECT] else PROJECT


_THE_PROGRAMME = re.compile(r"\b(?:het|the) (?:programma|programme)\b(?! (?:van|of) )")
