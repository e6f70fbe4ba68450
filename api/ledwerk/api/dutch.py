"""Messages in Dutch: `in_dutch(text)`. Imported only where Dutch is spoken.

A message is found by its English template: the words around its holes. What stood in the holes
stands in the Dutch one again. In a template, {name} is taken over as it is, {name:,} is a number
whose thousands are grouped, {name:r} a text in quotes, and {name:words} holds words that are
translated by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from string import Formatter

from ledwerk.api.dutch_errors_commands import COMMAND_MESSAGES
from ledwerk.api.dutch_errors_edits import EDIT_MESSAGES
from ledwerk.api.dutch_errors_history import HISTORY_HELP, HISTORY_MESSAGES
from ledwerk.api.dutch_errors_importing import IMPORT_MESSAGES
from ledwerk.api.dutch_errors_mappings import MAPPING_MESSAGES
from ledwerk.api.dutch_errors_maps import MAP_MESSAGES
from ledwerk.api.dutch_errors_matching import MATCHING_HELP, MATCHING_MESSAGES
from ledwerk.api.dutch_errors_pages import PAGE_MESSAGES
from ledwerk.api.dutch_errors_privacy import PRIVACY_MESSAGES
from ledwerk.api.dutch_errors_provenance import PROVENANCE_HELP, PROVENANCE_MESSAGES
from ledwerk.api.dutch_errors_questions import QUESTION_MESSAGES
from ledwerk.api.dutch_errors_reading import READING_MESSAGES
from ledwerk.api.dutch_errors_search import SEARCH_MESSAGES
from ledwerk.api.dutch_errors_stores import STORE_MESSAGES
from ledwerk.api.dutch_errors_stories import STORY_MESSAGES
from ledwerk.api.dutch_errors_tables import TABLE_MESSAGES
from ledwerk.api.dutch_errors_workbooks import WORKBOOK_MESSAGES
from ledwerk.api.dutch_help import HELP_MESSAGES
from ledwerk.api.dutch_words import WORDS

Pair = tuple[str, str]
CATALOGUE: tuple[Pair, ...] = (
    *COMMAND_MESSAGES,
    *EDIT_MESSAGES,
    *HELP_MESSAGES,
    *HISTORY_HELP,
    *HISTORY_MESSAGES,
    *IMPORT_MESSAGES,
    *MAPPING_MESSAGES,
    *MAP_MESSAGES,
    *MATCHING_HELP,
    *MATCHING_MESSAGES,
    *PAGE_MESSAGES,
    *PRIVACY_MESSAGES,
    *PROVENANCE_HELP,
    *PROVENANCE_MESSAGES,
    *QUESTION_MESSAGES,
    *READING_MESSAGES,
    *SEARCH_MESSAGES,
    *STORE_MESSAGES,
    *STORY_MESSAGES,
    *TABLE_MESSAGES,
    *WORKBOOK_MESSAGES,
)
_QUOTED = r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_PATTERNS = {"": "(.*?)", ",": r"([\d.,]+)", "r": _QUOTED, "words": "(.*?)"}


@dataclass(frozen=True, slots=True)
class Template:
    """An English template that has holes, in the parts that it is made of."""

    pieces: tuple[str, ...]
    names: tuple[str, ...]
    forms: tuple[str, ...]
    dutch: str

    @property
    def letters(self) -> int:
        """How much of it is words of its own; the most telling one is tried first."""
        return sum(map(len, self.pieces))

    def may_match(self, text: str) -> bool:
        """Whether its words are there in their order: cheap, for nearly all are not."""
        if not text.startswith(self.pieces[0]) or not text.endswith(self.pieces[-1]):
            return False
        at = 0
        for piece in self.pieces:
            at = text.find(piece, at)
            if at < 0:
                return False
            at += len(piece)
        return True

    def filled(self, text: str) -> str | None:
        """The Dutch message, or None where the text is not of this template."""
        if not self.may_match(text):
            return None
        found = _pattern(self).fullmatch(text)
        if found is None:
            return None
        holes = {
            name: _held(value, form)
            for name, form, value in zip(self.names, self.forms, found.groups(), strict=True)
        }
        return self.dutch.format_map(holes)


def in_dutch(text: str) -> str:
    """A message in Dutch; a text that is none of ours stays as it is."""
    return _message(text) or text


def _message(text: str) -> str | None:
    if (whole := _plain().get(text)) is not None:
        return whole
    if text.endswith(".") and (sentence := _plain().get(text[:-1])) is not None:
        return f"{sentence}."
    if "\n" in text:
        return _by_lines(text)
    return _filled(text, _templates()) or _two_parts(text) or _after_place(text)


def _filled(text: str, templates: Iterable[Template]) -> str | None:
    filled = (template.filled(text) for template in templates)
    return next((one for one in filled if one is not None), None)


def _alone(text: str) -> str | None:
    """A message that is not in parts."""
    return _plain().get(text) or _filled(text, _templates())


def _two_parts(text: str) -> str | None:
    """What is wrong and what would be right, each a message: "wrong; right"."""
    for at in _places(text, "; "):
        wrong, right = _alone(text[:at]), _alone(text[at + 2 :])
        if wrong is not None and right is not None:
            return f"{wrong}; {right}"
    return None


def _after_place(text: str) -> str | None:
    """A message after the place, the field or the file that it is about: "place: message"."""
    for at in _places(text, ": "):
        message = _alone(text[at + 2 :]) or _two_parts(text[at + 2 :])
        if message is not None:
            return f"{text[: at + 2]}{message}"
    return None


def _by_lines(text: str) -> str:
    """Several lines, each a message; lists have a name and spaces before what it means."""
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    named = re.fullmatch(r"(\s+\S+\s+)(\S.*)", line)
    if named is not None and named[2] in _plain():
        return f"{named[1]}{_plain()[named[2]]}"
    return _message(line) or line


def _held(value: str, form: str) -> str:
    """What stands in a hole, as Dutch writes it."""
    if form == ",":
        return value.replace(",", "\0").replace(".", ",").replace("\0", ".")
    if form == "words":
        # Words or a whole message: the most telling template says which.
        found = _plain_words().get(value) or _plain().get(value)
        return found or _filled(value, _every_template()) or _message(value) or value
    return value


def _places(text: str, sign: str) -> Iterator[int]:
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


@cache
def _plain() -> dict[str, str]:
    """The messages without holes."""
    return {english: dutch for english, dutch in _unescaped(CATALOGUE) if dutch is not None}


@cache
def _templates() -> tuple[Template, ...]:
    return _sorted(CATALOGUE)


@cache
def _plain_words() -> dict[str, str]:
    """Words that stand in messages, the model's own among them."""
    from ledwerk.schema.model import MODEL

    said = {english: dutch for english, dutch in _unescaped(WORDS) if dutch is not None}
    for kind in MODEL.nodes:
        said.setdefault(kind.name.lower(), kind.label.nl.lower())
        said.setdefault(kind.label.en, kind.label.nl)
    node_fields = (prop for kind in MODEL.nodes for prop in kind.properties)
    relation_fields = (prop for kind in MODEL.relations for prop in kind.properties)
    for prop in (*node_fields, *relation_fields):
        said.setdefault(prop.type.hint.en, prop.type.hint.nl)
    return said


@cache
def _every_template() -> tuple[Template, ...]:
    return _sorted((*WORDS, *CATALOGUE))


def _unescaped(pairs: Iterable[Pair]) -> Iterator[tuple[str, str | None]]:
    for english, dutch in pairs:
        if not any(name is not None for _, name, _, _ in Formatter().parse(english)):
            yield english.format(), dutch.format()


def _sorted(pairs: Iterable[Pair]) -> tuple[Template, ...]:
    made = (template(*pair) for pair in pairs)
    return tuple(sorted((one for one in made if one.names), key=lambda one: -one.letters))


def template(english: str, dutch: str) -> Template:
    """A pair of the catalogue, taken apart."""
    pieces, names, forms = [""], [], []
    for literal, name, form, _ in Formatter().parse(english):
        pieces[-1] += literal
        if name is not None:
            names.append(name)
            forms.append(form or "")
            pieces.append("")
    return Template(tuple(pieces), tuple(names), tuple(forms), dutch)


@cache
def _pattern(one: Template) -> re.Pattern[str]:
    made = re.escape(one.pieces[0])
    for form, piece in zip(one.forms, one.pieces[1:], strict=True):
        made += _PATTERNS[form] + re.escape(piece)
    return re.compile(made, re.DOTALL)
