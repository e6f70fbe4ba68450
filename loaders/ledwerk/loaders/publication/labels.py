"""Facts given as "label: value": "Trekker: X", "Partners: A, B", "Looptijd: 2021-2024"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ledwerk.loaders.publication.document import Block
from ledwerk.loaders.publication.names_found import LEAD, PARTICIPANT, PARTNER
from ledwerk.schema.names import fold

# What a label means: a role, or what it says of the activity.
_MEANS = (
    (LEAD, (r"(?:project|consortium)?(?:trekkers?|trekkende partij|penvoerders?|"
            r"coordinator(?:en)?|hoofdaanvragers?|"
           r"initiatiefnemers?|indieners?|leadpartner)|(?:project )?(?:lead|leader|led by|"
           r"coordinated by)|"
           r"lead (?:partner|organi[sz]ation|applicant|beneficiary)s?|applicants?|"
           r"submitted by|proposers?|co-?ordinator|"
           r"coordinating (?:partner|organi[sz]ation)|uitgevoerd onder leiding van|"
           r"onder leiding van")),
    (PARTICIPANT, (r"deelnemers?|deelnemende (?:bedrijven|organisaties|partijen|scholen)|"
                  r"participants?|"
                  r"participating (?:companies|organi[sz]ations|schools)")),
    (PARTNER, (r"(?:alle |andere |overige |other |all |the )?(?:project|consortium|samenwerkings|"
              r"kennis|"
              r"keten|kern|delivery|core|research|academic|industrial|local|industry)?[ -]?"
              r"partners?(?: (?:in|van|of|and|en) .{2,40})?|(?:betrokken|samenwerkende) "
              r"(?:partijen|partners|organisaties|bedrijven|instellingen)|in samenwerking met|"
              r"samen met|"
              r"consortium(?:leden| members)?|with|together with|in partnership with|"
              r"in collaboration with|partner organi[sz]ations?|wie doen mee|wie|met wie|who|"
              r"(?:het|"
              r"the) consortium|working with|delivered with|"
              r"(?:doe[tn] )?(?:ook |er )*mee|who else|other participants|"
              r"werkt(?:en)? (?:samen )?met")),
    ("period", (r"looptijd|(?:project)?periode|duur|planning|duration|period|project period|"
               r"running time|"
               r"timeline|dates?|runs|when|wanneer")),
    ("start", (r"start(?:datum| date)?|begin(?:datum)?|gestart|started|from|van start|"
              r"(?:running|runs?) from|loopt van(?:af)?|vanaf")),
    ("end", (r"eind(?:e|datum)?|end(?: date)?|gereed|afgerond|completed?|completion|until|tot|to|"
            r"tot en met|loopt tot(?: en met)?")),
    ("budget", (r"(?:totaal|project|totale )?(?:budget|begroting|kosten|omvang|investering)|"
               r"(?:total|project|overall) (?:budget|cost|costs|value)|budget|costs?|value|"
               r"total (?:project )?(?:budget|costs?)")),
    ("programme", r"programma(?:lijn)?|onderdeel van|programme|part of|programme line|under"),
    ("project", (r"project(?:naam|titel| name| title)?|naam(?: project)?|titel|title|"
                r"name(?: of project)?|"
                r"aanvraag|(?:project)?voorstel|application|proposal|"
                r"initiatief|initiative|activiteit|activity")),
    ("code", (r"(?:project)?(?:nummer|code)|project (?:number|code|no\.?)|nr\.?|no\.?|reference|"
             r"kenmerk")),
)  # fmt: skip
_MEANING = tuple((meaning, re.compile(pattern, re.IGNORECASE)) for meaning, pattern in _MEANS)
_LABEL = re.compile(
    r"(?P<label>[A-ZÀ-Þa-z][\w’'-]*(?:[ /-][\w’'-]+){0,4})\s*(?::|(?<=[Ww]ie)\?|(?<=[Ww]anneer)\?|"
    r"(?<=[Ww]ho)\?|(?<=[Ww]hen)\?|(?<=[Ww]at)\?|(?<=[Ww]hat)\?)(?:\s+|$)"
)


_BEGINS = re.compile(r"[.;|•–]\s+")


def is_labelled(text: str) -> bool:
    """Whether a line begins with a label of ours: "Trekker: X"."""
    found = _LABEL.match(text.strip())
    return bool(found and meaning_of(found["label"]))


def names_a_project(text: str) -> bool:
    """Whether a line is a label with the name of what the labels after it are about."""
    found = _LABEL.match(text.strip())
    return bool(found and meaning_of(found["label"]) in ("project", "programme", "code"))


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label's meaning, and its value with where that stands in the block's text."""

    meaning: str
    value: str
    start: int


def meaning_of(label: str) -> str:
    """What a label, or a table's header, means; empty where it is none of ours."""
    text = fold(label).strip(" :*.?()")
    for meaning, pattern in _MEANING:
        if pattern.fullmatch(text):
            return meaning
    return ""


def labelled(block: Block) -> Iterator[Labelled]:
    """The labels of ours in a block with their values, each up to the next label or line of "
    "list.
    """
    text = block.text
    begins = {line.offset for line in block.lines}
    begins.update(found.end() for found in _BEGINS.finditer(text))
    marks = [found for at in sorted(begins) if (found := _LABEL.match(text, at))]
    for found, after in zip(marks, [*marks[1:], None], strict=False):
        meaning = meaning_of(found["label"])
        end = min(after.start() if after else len(text), _line_end(block, found.end()))
        value = text[found.end() : end].strip(" ;|•–")
        if meaning and value:
            yield Labelled(meaning, value, found.end())


_RUNS_ON = re.compile(r"(?:,|;|&|-|\b(?:en|and|of|van|de|het|the))\s*$")


def _line_end(block: Block, start: int) -> int:
    """Where a value ends that does not run on: a line broken on purpose, before a new sentence."""
    for line, after in pairwise(block.lines):
        if after.offset <= start:
            continue
        if line.broken and after.text[:1].isupper() and not _RUNS_ON.search(line.text):
            return after.offset
    return len(block.text)
