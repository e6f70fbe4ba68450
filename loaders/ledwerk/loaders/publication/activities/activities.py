"""Which projects and programmes a document is about, and which heading stands for which.

A heading names one if it says so, if the text under it does ("dit project", a list of project
partners, a lead), or if the name is called a project elsewhere in the document. Running text names
one where it calls something a project. What stands under a heading about others is passed over.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ledwerk.loaders.publication.activities.activity_found import (
    Activities,
    Activity,
    Named,
    without_years,
    years_in,
)
from ledwerk.loaders.publication.activities.activity_headings import (
    heads_projects,
    never_an_activity,
    titled,
)
from ledwerk.loaders.publication.activities.activity_heads import (
    goes_on,
    prose_of,
    spelled,
    take_heading,
)
from ledwerk.loaders.publication.activities.activity_names import (
    PROGRAMME,
    PROJECT,
    Naming,
    namings_by_noun,
    namings_in,
)
from ledwerk.loaders.publication.activities.activity_roles import run_named
from ledwerk.loaders.publication.activities.activity_sorts import sorts_named
from ledwerk.loaders.publication.activities.names_called import called_in
from ledwerk.loaders.publication.activities.names_weighed import weighed_names
from ledwerk.loaders.publication.activities.names_whole import ended_phrases, whole_name
from ledwerk.loaders.publication.activities.programme_announced import (
    read_announced,
    read_granted,
    read_lines,
    read_numbered_lines,
)
from ledwerk.loaders.publication.activities.programme_lines import number_lines, read_subtitled
from ledwerk.loaders.publication.activities.programme_names import programmes_named
from ledwerk.loaders.publication.activities.programme_offices import (
    programmes_of_committees,
    programmes_of_offices,
)
from ledwerk.loaders.publication.activities.programme_parts import spots_in
from ledwerk.loaders.publication.activities.project_entries import is_entry, with_entries
from ledwerk.loaders.publication.activities.project_lists import (
    is_of_names,
    read_listed,
    rows_named,
)
from ledwerk.loaders.publication.activities.project_tables import part_of_label, projects_in_tables
from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import GATHERED, IN_A_SENTENCE, Ref
from ledwerk.loaders.publication.layout.labels import labelled
from ledwerk.loaders.publication.layout.sections import Section, sections_of, topics_of
from ledwerk.loaders.publication.layout.sentences import sentences_of
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES
from ledwerk.loaders.publication.partners.partner_cues import about_others, never_came_about
from ledwerk.schema.names import name_key


def activities_of(document: Document) -> Activities:
    """All projects and programmes that a document names as the network's own."""
    sections = with_entries(document, sections_of(document))
    made = Activities(sections, chapters=_in_chapters(sections))
    phrases, prose = ended_phrases(document), prose_of(document)
    namings = [
        (_whole(naming, block, phrases, prose), block, section)
        for naming, block, section in _named_in_text(sections)
    ]
    namings += [
        (replace(one, name=spelled(one.name, prose)), block, section)
        for one, block, section in weighed_names(
            sections, frozenset(name_key(naming.name) for naming, _, _ in namings)
        )
    ]
    counted = Counter(name_key(naming.name) for naming, _, _ in namings)
    number_lines(document, made)
    read_subtitled(document, made)
    _entries(document, made)
    for topic in topics_of(sections):
        if not made.of_heading(topic.heading):
            take_heading(document, topic, namings, counted, made)
    _entries_of_programmes(made)
    programmes_of_committees(document, made)
    read_listed(document, made)
    _add_named(document, namings, made)
    programmes_of_offices(document, made)
    read_numbered_lines(document, made)
    read_lines(document, made)
    _labelled_programmes(document, made)
    read_announced(document, made)
    read_granted(document, made)
    return made


def _whole(naming: Naming, block: Block, phrases: tuple[str, ...], prose: str) -> Naming:
    """A name with all its words; a headline's own words do not tell how far it goes."""
    if block.kind is BlockKind.HEADING:
        return naming
    return whole_name(naming, block.text, phrases, prose)


def _entries(document: Document, made: Activities) -> None:
    """The projects that have a heading made for them."""
    prose = prose_of(document)
    for section in made.sections:
        heading = section.heading
        if heading is not None and is_entry(heading):
            said = titled(heading.text)
            years = tuple((k, v) for k, v in (("start", said.start), ("end", said.end)) if v)
            ref = Ref(PROJECT, spelled(said.names[0], prose))
            ref = made.add(Activity(ref, document.locator(section.blocks[0]), GATHERED, (), years))
            made.headed[id(heading)] = (ref,)


def _entries_of_programmes(made: Activities) -> None:
    """Entries below a programme's heading are part of it."""
    headed = {
        s.heading.text: s.heading for s in made.sections if s.heading is s.topic and s.heading
    }
    for section in made.sections:
        heading = section.heading
        if heading is None or not is_entry(heading) or not heading.path:
            continue
        wholes = made.of_heading(headed.get(heading.path[-1]))
        if len(wholes) == 1 and wholes[0].kind == PROGRAMME:
            place = next((p for p in (one.locator for one in made.found
                                      if one.ref in made.of_heading(heading))), "")  # fmt: skip
            made.parts += [(ref, wholes[0], place) for ref in made.of_heading(heading)]


def _in_chapters(sections: Iterable[Section]) -> frozenset[int]:
    """The headings, by id, that come after that of a chapter of projects and before another's."""
    inside: set[int] = set()
    level = 0
    for section in sections:
        heading = section.heading
        if heading is None or heading is not section.topic:
            continue
        if heads_projects(heading.text):
            # Where a list of names stands right under it, what follows is no chapter of them.
            level = 0 if any(map(is_of_names, section.blocks)) else heading.level
        elif section.silent or never_an_activity(heading.text) or heading.level < level:
            level = 0
        elif level:
            inside.add(id(heading))
    return frozenset(inside)


def _named_in_text(sections: Iterable[Section]) -> Iterator[Named]:
    for section in sections:
        if section.silent:
            continue
        blocks = (section.heading, *section.blocks) if section.heading else section.blocks
        for block in blocks:
            if block is None or block.kind is BlockKind.TABLE:
                continue
            if not about_others(block.text):
                yield from ((naming, block, section) for naming in namings_by_noun(block.text))
            for naming in _in_sentences(block):
                yield naming, block, section


_ELSEWHERE = re.compile(
    r"^(?:elders|elsewhere|over de grens|next door|buiten de regio)\b", re.IGNORECASE
)


def _in_sentences(block: Block) -> Iterator[Naming]:
    """The names in a block's own sentences; none of one that is about others.

    What is said of others without a name, "Wij zijn daar niet bij betrokken", is said of the
    sentence before; what follows is about them too.
    """
    if _ELSEWHERE.match(block.text):
        return
    sentences = [*sentences_of(block.text)]
    named = [[*_all_namings(one.text)] for one in sentences]
    others = [about_others(one.text) for one in sentences]
    for at, (sentence, namings) in enumerate(zip(sentences, named, strict=True)):
        if others[at]:
            return
        after = at + 1 < len(sentences) and others[at + 1] and not named[at + 1]
        if after or never_came_about(sentence.text):
            continue
        for one in namings:
            start = sentence.start
            yield replace(one, start=one.start + start, end=one.end + start)


def _all_namings(text: str) -> Iterator[Naming]:
    """Names by a word for project or programme, first those that hold that word themselves."""
    yield from programmes_named(text)
    yield from namings_in(text)
    yield from sorts_named(text)
    yield from rows_named(text)
    yield from run_named(text)
    yield from called_in(text)


def _add_named(document: Document, namings: list[Named], made: Activities) -> None:
    """What running text calls a project and no heading names."""
    prose = prose_of(document)
    whole = {one.ref.name for one in made.found} | projects_in_tables(made.sections)
    for naming, block, section in namings:
        if made.known.find(naming.name, ACTIVITIES):
            continue
        if any(goes_on(naming, name, prose) for name in whole) or _covered(naming, block, made):
            continue
        place = document.locator(block, naming.start, naming.end)
        bare = without_years(naming.name)
        there = made.known.find(bare, ACTIVITIES) if bare else None
        if there is not None and there.kind == naming.kind:
            years = years_in(naming.name)
            made.add(Activity(there, place, IN_A_SENTENCE, (naming.name,), years))
            continue
        ref = made.add(
            Activity(Ref(naming.kind, naming.name), place, IN_A_SENTENCE, naming.aliases,
                     _years_of(naming))
        )  # fmt: skip
        if not _of_another(naming, block):
            _inside_programme(ref, section, place, made)


def _years_of(naming: Naming) -> tuple[tuple[str, str], ...]:
    named = (years_in(name) for name in (naming.name, *naming.aliases))
    return next((years for years in named if years), ())


def _covered(naming: Naming, block: Block, made: Activities) -> bool:
    """Whether a name stands within a longer one that is known: "Gezel" in "Meester en Gezel"."""
    text = block.text
    low = text.rfind(" ", 0, max(0, naming.start - _AROUND)) + 1
    return any(
        spot.start + low <= naming.start and naming.end <= spot.end + low
        for spot in spots_in(text[low : naming.end + _AROUND], made.known)
    )


_AROUND = 250  # signs: no name is longer


def _labelled_programmes(document: Document, made: Activities) -> None:
    """The programme that a label gives of the project whose section it stands in."""
    for section in made.sections:
        owners = made.of_heading(section.topic)
        if section.silent or len(owners) != 1:
            continue
        for block in section.blocks:
            said = labelled(block) if block.kind is not BlockKind.TABLE else ()
            for one in said:
                if one.meaning == "programme":
                    place = document.locator(block, one.start, one.start + len(one.value))
                    part_of_label(one.value, owners[0], place, made)
            paid = _FROM_WHOLE.match(block.text) if owners[0].kind == PROJECT else None
            whole = _called(paid["noun"], made) if paid else None
            if whole is not None:
                made.parts.append((owners[0], whole, document.locator(block)))


# "Uit de regiodeal: € 40.000": what a project gets out of the one deal that there is.
_FROM_WHOLE = re.compile(
    r"(?:(?:[Bb]ijdrage|[Ss]ubsidie|[Ff]inanciering|[Cc]ontribution|[Gg]rant|[Ff]unding)\s+)?"
    r"(?:(?:[Uu]it|[Vv]anuit|[Vv]an|[Ff]rom)\s+)?(?:(?:de|het|the)\s+)?"
    r"(?P<noun>(?:regio|city|growth|town|green|impuls) ?deal|deal|programma|programme)\s*:\s*"
    r"(?:[€£$]|EUR|\d)",
    re.IGNORECASE,
)


def _called(noun: str, made: Activities) -> Ref | None:
    """The one programme that is no part, if it is called by a noun: "the deal"."""
    parts = {part for part, _, _ in made.parts}
    wholes = {one.ref for one in made.found if one.ref.kind == PROGRAMME} - parts
    whole = next(iter(wholes)) if len(wholes) == 1 else None
    known = whole is not None and name_key(noun).replace(" ", "") in name_key(whole.name).replace(
        " ", ""
    )
    return whole if known or noun.lower().startswith("programm") else None


_ANOTHER = re.compile(
    r"\b(?:[Pp]rovincie|Rijk|kabinet|[Mm]inisterie|Commissie|government|[Pp]rovince|[Mm]inistry|"
    r"Commission)\b[^.]{0,80}\b(?:gepresenteerd|vastgesteld|gelanceerd|uitgebracht|presented|"
    r"launched|adopted|published)\b"
)


def _of_another(naming: Naming, block: Block) -> bool:
    """Whether the sentence says that a government brought it out: it is of theirs."""
    return _ANOTHER.search(block.text) is not None and any(
        one.start <= naming.start < one.end and _ANOTHER.search(one.text)
        for one in sentences_of(block.text)
    )


def _inside_programme(ref: Ref, section: Section, place: str, made: Activities) -> None:
    """A project that is first named under a programme's heading is part of it."""
    wholes = made.of_heading(section.topic)
    if ref.kind == PROJECT and len(wholes) == 1 and wholes[0].kind == PROGRAMME:
        made.parts.append((ref, wholes[0], place))
