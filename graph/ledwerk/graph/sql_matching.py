"""Full-text search in SQL: which rows hold the words, how good a hit each is, and what shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ledwerk.graph import plan as p
from ledwerk.graph import searching as s
from ledwerk.graph.given import made
from ledwerk.schema.names import name_key

_INDEX = "text_index"  # MATCH wants the table's own name; a plan has one start


@dataclass(slots=True)
class Hits:
    """What a search adds to a FROM clause: conditions, the class of a hit, what it offers."""

    source: str
    where: list[str] = field(default_factory=list)
    rank: str = "0"
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Word:
    """The conditions that one word stands somewhere, from the narrowest place to the widest."""

    begins: str  # a word of name or alias begins so
    inside: str  # name or alias has it
    named: str  # the name itself has it
    stem: str  # name or alias has another form of it
    text: str  # a word of a text begins so
    stem_of_text: str


def matching(n: str, start: p.Matching, value: Callable[[Any], str]) -> Hits:
    """The rows that a search finds; `value` binds a parameter."""
    hits = Hits(f"{_INDEX} JOIN node {n} ON {n}.pk = {_INDEX}.rowid")
    if not s.long_words(start.text):
        hits.where.append("0")
        hits.rank = f"{n}.pk"  # of no row; a plain number would be a column's
        hits.extra = dict.fromkeys(("snippet", "marked", "matched"), "NULL")
        return hits
    near = bool(start.near)
    words = _near_words(start.near, value) if near else _words(start.text, value)
    if near:
        hits.where.append(f"{_INDEX} MATCH {value(_any_phrases(start.near))}")
    elif any(s.long_words(start.text)):
        hits.where.append(f"{_INDEX} MATCH {value(made(phrases, start.text))}")
    hits.where += [f"({' OR '.join((w.inside, w.text, w.stem, w.stem_of_text))})" for w in words]
    hits.rank = _near_rank(words) if near else _rank(n, start.text, words, value)
    asked = value(s.joined_near(start.near) if near else made(s.joined_words, start.text))
    texts = [f'{n}."{name}"' for name in s.SEARCHED]
    texts.append(f"(SELECT group_concat(w.text, ', ') FROM name w WHERE w.node = {n}.pk)")
    given = ", ".join([asked, *texts, f"{n}.name"])
    hits.extra = {"snippet": f"excerpt({given})", "marked": f"marked({given})"}
    hits.extra["matched"] = "'TYPO'" if near else _matched(n, start.text, words, hits.rank, value)
    return hits


def _spaced_names() -> str:
    """Names in which words begin after a space."""
    names = f"{_INDEX}.name || ' ' || {_INDEX}.aliases"
    return f"' ' || replace(replace(replace({names}, '-', ' '), '(', ' '), char(10), ' ')"


def _in_text(word: str, begun: str) -> str:
    """A word of a text begins so; what reads the whole text comes last."""
    return f"(instr({_INDEX}.body, {word}) > 0 AND instr(spaced({_INDEX}.body), {begun}) > 0)"


def _words(text: str, value: Callable[[Any], str]) -> list[_Word]:
    """Anywhere in a name, since Dutch joins words; in a text where a word begins."""
    names = _spaced_names()
    made_of = zip(
        s.each_word(text), s.each_word(text, " "), s.each_begun(text), s.each_stem(text),
        s.long_words(text), strict=True,
    )  # fmt: skip
    found = []
    for word, begun, in_text, (dutch, english), is_long in made_of:
        anywhere = value(word)
        inside = f"instr({_INDEX}.name || ' ' || {_INDEX}.aliases, {anywhere}) > 0"
        begins = f"({inside} AND instr({names}, {value(begun)}) > 0)"  # the quick part first
        forms = [value(dutch), value(english)]
        found.append(
            _Word(
                begins,
                inside if is_long else begins,
                f"instr({_INDEX}.name, {anywhere}) > 0",
                _has("name_stems", forms) if is_long else "0",
                _in_text(anywhere, value(in_text)) if is_long else "0",
                _has("body_stems", forms) if is_long else "0",
            )
        )
    return found


def _near_words(near: Sequence[Sequence[str]], value: Callable[[Any], str]) -> list[_Word]:
    """Of each word what it may have been meant for, where a word begins, or as a part of one; as
    typed anywhere.
    """
    names = _spaced_names()
    found = []
    for words in near:
        begins, part = (
            f"({' OR '.join(f'instr({names}, {value(form)}) > 0' for form in forms)})"
            for forms in (s.near_forms(words), s.near_parts(words))
        )
        in_text = (_in_text(value(word), value(s.BegunAt(0)(word))) for word in words)
        text = f"({' OR '.join(in_text)})"
        found.append(_Word(begins, part, part, "0", text, "0"))
    return found


def _has(column: str, stems: Sequence[str]) -> str:
    return f"({' OR '.join(f'instr({_INDEX}.{column}, {stem}) > 0' for stem in stems)})"


def _every(conditions: Sequence[str]) -> str:
    return " AND ".join(conditions)


def _rank(n: str, text: str, words: Sequence[_Word], value: Callable[[Any], str]) -> str:
    folded = value(made(s.folded_text, text))
    in_name = _every([f"({w.inside} OR {w.stem})" for w in words])
    in_text = _every([f"({w.inside} OR {w.text})" for w in words])
    return (
        f"CASE WHEN {_called(n, text, value)} THEN {s.WHOLE} "
        f"WHEN instr({_INDEX}.name, {folded}) = 1 THEN {s.BEGINS} "
        f"WHEN {_every([w.begins for w in words])} THEN {s.WORD} "
        f"WHEN {_every([w.inside for w in words])} THEN {s.INSIDE} "
        f"WHEN {in_name} THEN {s.STEM_OF_NAME} WHEN {in_text} THEN {s.IN_TEXT} "
        f"ELSE {s.STEM_OF_TEXT} END"
    )


def _called(n: str, text: str, value: Callable[[Any], str], also: str = "") -> str:
    key = value(made(name_key, text))
    return f"EXISTS (SELECT 1 FROM name k WHERE k.node = {n}.pk AND k.key = {key}{also})"


def _near_rank(words: Sequence[_Word]) -> str:
    return (
        f"CASE WHEN {_every([w.begins for w in words])} THEN {s.NEAR_NAME} "
        f"WHEN {_every([w.inside for w in words])} THEN {s.NEAR_PART} ELSE {s.NEAR_TEXT} END"
    )


def _matched(
    n: str, text: str, words: Sequence[_Word], rank: str, value: Callable[[Any], str]
) -> str:
    """By what it was found, in a word of `plan.MATCHED`."""
    itself = _called(n, text, value, f" AND k.text = {n}.name")
    return (
        f"CASE {rank} WHEN {s.STEM_OF_NAME} THEN 'STEM' WHEN {s.STEM_OF_TEXT} THEN 'STEM' "
        f"WHEN {s.IN_TEXT} THEN 'TEXT' ELSE CASE WHEN {itself} OR "
        f"({_every([w.named for w in words])}) THEN 'NAME' ELSE 'ALIAS' END END"
    )


def phrases(text: str) -> str:
    """What the index is asked: that every long word is there, in one form or another."""
    places = [at for at, word in enumerate(s.words_in(text)) if len(word) >= s.SHORT]
    return " AND ".join(
        f"({{name aliases body}} : {_quoted(s.WordAt(at)(text))} OR {{name_stems body_stems}} : "
        f"({_quoted(s.StemAt(at, 0)(text))} OR {_quoted(s.StemAt(at, 1)(text))}))"
        for at in places
    )


def _any_phrases(near: Sequence[Sequence[str]]) -> str:
    long = [[word for word in words if len(word) >= s.SHORT] for words in near]
    return " AND ".join(
        f"{{name aliases body}} : ({' OR '.join(_quoted(word) for word in words)})"
        for words, all_of in zip(long, near, strict=True)
        if len(words) == len(all_of)
    )


def _quoted(text: str) -> str:
    escaped = text.replace('"', '""')
    return f'"{escaped}"'
