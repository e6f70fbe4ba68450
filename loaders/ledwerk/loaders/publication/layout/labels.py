"""Facts given as "label: value": "Trekker: X", "Partners: A, B", "Looptijd: 2021-2024"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ledwerk.loaders.publication.document import Block
from ledwerk.loaders.publication.parties.names_found import LEAD, PARTICIPANT, PARTNER
from ledwerk.schema.names import fold

# What a label means: a role, or what it says of the activity.
_MEANS = (
    (LEAD, (r"(?:project|consortium|hoofd)?-?(?:(?:mede-?)?trekkers?|kartrekkers?|voortrekkers?|"
            r"penvoerders?|co[öo]rdinator(?:en)?|aanvragers?|initiatiefnemers?|indieners?|"
            r"aanjagers?|promotor(?:en)?|promoters?|regisseurs?)|"
            r"(?:trekkende|penvoerende|coordinerende|aanvragende|indienende|leidende) "
            r"(?:partij|organisatie|partner|gemeente|instelling)|(?:in )?handen van|"
            r"(?:getrokken|geleid|gecoordineerd|aangevraagd|ingediend|geinitieerd) door|"
            r"(?:project|algehele )?(?:leiding|coordinatie|regie|penvoering|penvoerderschap)|"
            r"(?:op )?initiatief van|een initiatief van|lead ?partners?|lead ?partij|"
            r"(?:project )?(?:lead|leader|leads|led by|headed by|run by|managed by|hosted by)|"
            r"coordinated by|initiated by|an initiative of|"
            r"lead(?:ing)? (?:partner|organi[sz]ation|applicant|beneficiary|body|agency|party|"
            r"institution|authority)s?|applicants?|accountable body|"
            r"(?:project )?hosts?(?: organi[sz]ation)?|grant ?holder|"
            r"submitted by|proposers?|promoted by|(?:project )?co-?ordinators?|"
            r"co-?ordinating (?:partner|organi[sz]ation|body|institution)|managing (?:partner|"
            r"agent)|uitgevoerd onder leiding van|onder (?:leiding|regie|penvoerderschap) van|"
            r"in charge|who(?: is|'s|’s) in charge|pen ?houders?|"
            r"wie trekt(?: het| de kar| dit)?|wie leidt(?: het)?|who leads(?: it)?")),
    (PARTICIPANT, (r"(?:alle )?deelnemers?|deelnemende (?:bedrijven|organisaties|partijen|scholen|"
                  r"gemeenten|instellingen)|participants?|"
                  r"participating (?:companies|organi[sz]ations|schools|businesses|councils|"
                  r"parties)")),
    (PARTNER, (r"(?:alle |andere |overige |other |all |the |onze |de |haar |zijn |vaste )?"
              r"(?:project|consortium|samenwerkings|co|programma|"
              r"kennis|keten|kern|uitvoerings|delivery|core|research|academic|industrial|local|"
              r"industry|regional|supporting|main|key|public|private|associate|associated|project|"
              r"uitvoerende|regionale|lokale|betrokken|private|publieke|geassocieerde)?[ -]?"
              r"partners?(?: (?:in|van|of|and|en|on|for|binnen) .{2,40})?|"
              r"co-?promotor(?:en)?|mede-?aanvragers?|co-?applicants?|mede-?indieners?|"
              r"(?:betrokken|samenwerkende|meewerkende|meedoende|uitvoerende|aangesloten|"
              r"participerende) (?:partijen|partners|organisaties|bedrijven|instellingen|"
              r"ondernemingen|gemeenten)|in samenwerking met|in samenspraak met|"
              r"samen met|samenwerking(?: met)?|medewerking(?: van)?|met medewerking van|"
              r"consortium(?:leden|partijen| members| partners)?|with|together with|"
              r"in (?:partnership|collaboration|co-?operation|association) with|"
              r"(?:partner|participating|delivery|supporting) (?:organi[sz]ations?|institutions?|"
              r"bodies)|wie doe(?:t|n) (?:er )?mee|wie (?:zijn|is) (?:er )?betrokken|wie werken "
              r"(?:er )?(?:mee|samen)|wie zitten erin|wie|met wie|who|who(?: is|'s|’s) involved|"
              r"who(?: is|'s|’s) taking part|who takes part|who(?: is|'s|’s) on board|involved|"
              r"parties involved|parties|partijen|betrokkenen|betrokken|samen|"
              r"(?:het|the|ons|our) consortium|working with|delivered (?:with|by)|"
              r"supported by|ondersteund door|uitgevoerd door|uitvoering door|uitvoerders?|"
              r"(?:doe[tn] )?(?:ook |er )*mee|meedoen|meedoeners|meewerkend|who else|"
              r"(?:overige|andere|other|further) (?:deelnemers?|partijen|participants?|parties|"
              r"organi[sz]ations|organisaties)|met|verder(?: met)?|verder mee|en verder|plus|"
              r"medespelers?|mede-?uitvoerders?|others|overigen|overige|ook betrokken|"
              r"also involved|aan boord|on board|van de partij|"
              r"in dit project(?: werken samen)?|aan dit project werken(?: mee)?|"
              r"werkt(?:en)? (?:samen )?met|we werken (?:samen )?met")),
    ("period", (r"(?:project|door)?looptijd|(?:project|uitvoerings|loop)?periode|duur|projectduur|"
               r"planning|duration|period|project period|running(?: time)?|time ?frame|"
               r"periode van uitvoering|van ?(?:[-–/]|en|tot) ?tot|from ?[-–/] ?(?:to|until)|"
               r"(?:begin|start)(?:datum)? ?(?:[-–/]|en|and) ?(?:einde?(?:datum)?|end)(?: dates?)?|"
               r"uitvoeringstermijn|tijdpad|tijdvak|timescale|lifetime|"
               r"(?:project )?(?:timeline|term|dates?|duration)|runs|when|wanneer|jaren|years")),
    ("start", (r"(?:project)?start(?:datum| date|moment)?|begin(?:datum)?|gestart(?: in| op)?|"
              r"started(?: in| on)?|from|van start|van|aanvang|launch(?:ed)?(?: in)?|since|sinds|"
              r"begonnen(?: in| op)?|began|kick-?off|(?:running|runs?) (?:from|since)|"
              r"loopt (?:van(?:af)?|sinds)|vanaf|opened|geopend|start of project")),
    ("end", (r"(?:project)?eind(?:e|datum)?|end(?: date)?|ends(?: in)?|ended|gereed(?: in)?|"
            r"afgerond(?: in| op)?|completed?(?: in)?|completion(?: date)?|until|tot|to|"
            r"finish(?:ed|es)?(?: in)?|oplevering|opgeleverd|afronding|slot|due(?: date)?|"
            r"tot en met|loopt (?:af|tot(?: en met)?)|runs until|end of project")),
    ("budget", (r"(?:totaal|totale|project|geraamde|begrote)? ?(?:project)?(?:budget|begroting|"
               r"kosten?|kost|omvang|middelen|investering(?:en)?|kostprijs|totaalbedrag|bedrag|"
               r"waarde|investeringskosten)(?: (?:totaal|van het project))?|totaal(?:bedrag)?|"
               r"(?:total|project|overall|estimated|full|whole)(?: project)? (?:budgets?|costs?|"
               r"values?|investment|size)|budget|costs?|value|investment|project size|price tag|"
               r"cost of project|total")),
    ("line", r"(?:actie)?lijn|spoor|pijler|strand|pillar|track|work ?stream"),
    ("programme", (r"(?:overkoepelend )?programma(?:lijn|naam)?|(?:onder)?deel van|"
                  r"programme(?: name)?|"
                  r"part of|programme line|valt onder|uit (?:het )?programma|kader|binnen|"
                  r"framework|parent programme")),
    ("project", (r"project(?:naam|titel| name| title)?|naam(?: project)?|titel|title|"
                r"name(?: of project)?|aanvraag|(?:project)?voorstel|application|proposal|"
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


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label's meaning, and its value with where that stands in the block's text."""

    meaning: str
    value: str
    start: int


# What the figures under a label are counted in: "Budget (€)", "Kosten (x € 1.000)", "Cost, £m".
_IN_UNIT = re.compile(
    r"(?:\s*[(\[](?:in |[x×] )*(?:k?[€£$]|eur|euro['’]?s?|pounds?)?[\s.,x×0'’]*(?:1[.,]?000|mln|"
    r"miljoen|million|m|k)?(?:\s?[€£$]|\s?euro['’]?s?)?[)\]]|,? in (?:euro['’]?s?|pounds|[€£$])|"
    r"\s[x×] (?:[€£$] ?|euro )?1[.,]?000)$"
)


def meaning_of(label: str) -> str:
    """What a label, or a table's header, means; empty where it is none of ours."""
    text = _IN_UNIT.sub("", fold(label).strip(" :*.?")).strip(" :*.?()")
    for meaning, pattern in _MEANING:
        if pattern.fullmatch(text):
            return meaning
    party = _OF_PARTY.fullmatch(text)
    if party is None:
        return ""
    return "lead" if _LEADER.fullmatch(party["head"]) else meaning_of(party["head"])


# "Projectleider (organisatie)" is no person.
_OF_PARTY = re.compile(
    r"(?P<head>[^()/]{3,40}?)\s*[(/]\s*(?:de |the )?(?:organi[sz]atie|partij|instelling|bedrijf|"
    r"organi[sz]ation|party|institution|company|body|partner)s?\)?"
)
_LEADER = re.compile(
    r"(?:project ?|programma ?|programme )?(?:leider|leiding|leader|manager|coordinator|lead)"
)


def labelled(block: Block) -> Iterator[Labelled]:
    """The labels of ours in a block with their values, each up to the next label or line of "
    "list.
    """
    text = block.text
    begins = {line.offset for line in block.lines}
    begins.update(found.end() for found in _BEGINS.finditer(text))
    starts = [line.offset for line in block.lines]
    marks = [
        found
        for at in sorted(begins)
        if (found := _LABEL.match(text, at)) and not _over_lines(found, starts)
    ]
    marks = [m for m in marks if meaning_of(m["label"]) or not _ends_in_label(m["label"])]
    ends = {found.end() for found in marks}
    marks += [found for found in _run_in(text) if found.end() not in ends]
    marks.sort(key=lambda found: found.start())
    for found, after in zip(marks, [*marks[1:], None], strict=False):
        meaning = meaning_of(found["label"])
        end = min(after.start() if after else len(text), _line_end(block, found.end()))
        value = text[found.end() : end].strip(" ;|•–")
        if meaning and value:
            yield Labelled(meaning, value, found.end())


_COLON = re.compile(r"(?<=\w):(?=\s)")


def _run_in(text: str) -> Iterator[re.Match[str]]:
    """Labels of ours behind a value on the same line: "Partners: A; B Looptijd: 2021"."""
    for colon in _COLON.finditer(text):
        before = text[max(0, colon.start() - 40) : colon.start()]
        word = re.search(r"(?<=[\w.)] )(?P<label>[A-ZÀ-Þ][\w’'-]+(?: [a-zà-ÿ]+){0,2})$", before)
        if word and meaning_of(word["label"]):
            found = _LABEL.match(text, colon.start() - len(word["label"]))
            if found:
                yield found


def _ends_in_label(label: str) -> bool:
    """Whether only the last words of what looks like a label are one: "FNV Zorg Looptijd"."""
    words = label.split()
    return any(
        meaning_of(" ".join(words[i:])) for i in range(1, len(words)) if words[i][0].isupper()
    )


def _over_lines(found: re.Match[str], starts: Sequence[int]) -> bool:
    """Whether a label seems to begin at the end of one line and to go on in the next."""
    after = bisect_right(starts, found.start())
    return after < len(starts) and starts[after] <= found.end("label")


_RUNS_ON = re.compile(r"(?:,|;|&|-|\b(?:en|and|of|van|de|het|the))\s*$")


def _line_end(block: Block, start: int) -> int:
    """Where a value ends that does not run on: a line broken on purpose, before a new sentence."""
    first = bisect_right(block.lines, start, key=lambda line: line.offset)
    for line, after in pairwise(block.lines[max(0, first - 1) :]):
        if line.broken and after.text[:1].isupper() and not _RUNS_ON.search(line.text):
            return after.offset
    return len(block.text)
