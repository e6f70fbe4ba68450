"""Full-text search in Cypher: which nodes hold the words, how good a hit each is, what shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ledwerk.graph import plan as p
from ledwerk.graph import searching as s
from ledwerk.graph.cypher_schema import drawn
from ledwerk.graph.given import made
from ledwerk.schema.names import name_key, short_key


@dataclass(frozen=True, slots=True)
class Words:
    """What binds a parameter, and what gives a variable used nowhere else."""

    value: Callable[[Any], str]
    variable: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Hits:
    """Clauses after the candidates' nodes, the variable with the class of a hit, what it offers."""

    clauses: str
    rank: str
    extra: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Word:
    """The conditions that one word stands somewhere; see `sql_matching`."""

    begins: str
    inside: str
    named: str
    stem: str
    text: str
    stem_of_text: str


@dataclass(frozen=True, slots=True)
class _Held:
    """The variables with what a node has: names, the same as one text, texts, and stems."""

    names: str
    spaced: str
    body: str
    begun: str
    name_stems: str
    body_stems: str


def candidates(start: p.Matching, words: Words, i: str) -> str:
    """The ids of nodes with the longest word anywhere, and with every other long word too.

    Only indexes are looked at, so that few nodes are left to be read.
    """
    text = start.text
    if start.near:
        longest, *others = sorted(start.near, key=lambda near: -len(near[0]))
        forms = [words.value(word) for word in longest]
        roots: list[str] = []
        rest: list[tuple[list[str], list[str]]]
        rest = [([words.value(word) for word in near], []) for near in others]
    else:
        forms = [words.value(made(s.longest_word, text))]
        roots = list(dict.fromkeys(words.value(stem) for stem in s.stems_of_longest(text)))
        pairs = zip(s.other_long_words(text), s.stems_of_others(text), strict=True)
        rest = [
            ([words.value(word)], [words.value(stem) for stem in stems]) for word, stems in pairs
        ]
    found = f"CALL () {{ {' UNION '.join(_look_ups(forms, roots, words, i))} }}"
    has = [_indexed(some, stems, words, i) for some, stems in rest]
    return f"{found} WITH {i} WHERE {' AND '.join(has)}" if has else found


def _look_ups(forms: Sequence[str], roots: Sequence[str], words: Words, i: str) -> list[str]:
    parts = []
    for form in forms:
        for label, key in (("Name", "folded"), ("Text", "folded"), ("LongText", "long")):
            w = words.variable("w")
            parts.append(
                f"MATCH ({w}:{label}) WHERE {w}.{key} CONTAINS {form} RETURN {w}.of AS {i}"
            )
    for root in roots:
        w = words.variable("w")
        parts.append(f"MATCH ({w}:Stem) WHERE {w}.words CONTAINS {root} RETURN {w}.of AS {i}")
    return parts


def _indexed(forms: Sequence[str], roots: Sequence[str], words: Words, i: str) -> str:
    """Whether something of a node has one of some forms, or one of some stems."""
    w = words.variable("w")
    kept = f"coalesce({w}.folded, {w}.long)"
    has = " OR ".join(f"{kept} CONTAINS {form}" for form in forms)
    parts = [
        f"EXISTS {{ MATCH ({w}:{label} {{of: {i}}}) WHERE {has} }}" for label in ("Name", "Text")
    ]
    if roots:
        has = " OR ".join(f"{w}.words CONTAINS {root}" for root in roots)
        parts.append(f"EXISTS {{ MATCH ({w}:Stem {{of: {i}}}) WHERE {has} }}")
    return f"({' OR '.join(parts)})"


def matching(n: str, start: p.Matching, words: Words, keep: str) -> Hits:
    """What a search asks of candidates with variable `n`; `keep` lists what is bound."""
    held = _Held(
        *(words.variable(name) for name in ("names", "spaced", "body", "begun", "ns", "bs"))
    )
    rank = words.variable("rank")
    near = bool(start.near)
    each = _near_words(start.near, held, words) if near else _words(start.text, held, words)
    has = (f"({' OR '.join((w.inside, w.text, w.stem, w.stem_of_text))})" for w in each)
    ranked = _near_rank(each) if near else _rank(n, start.text, each, held, words)
    listed = f"{keep}, {held.names}, {held.name_stems}, {held.body_stems}"
    clauses = (
        f" WITH {keep}, {_gathered(n, held, words)}"
        f" WITH {listed}, reduce(s = '', x IN {held.names} | s + ' ' + {_begun('x')}) AS "
        f"{held.spaced}, {held.body}, [x IN {held.body} | ' ' + {_begun('x', s.TEXT_SIGNS)}] AS "
        f"{held.begun} WHERE {' AND '.join(has)}"
    )
    matched = words.variable("matched")
    told = "'TYPO'" if near else _matched(n, start.text, each, rank, words)
    clauses += (
        f" WITH {listed}, {held.spaced}, {ranked} AS {rank}"
        f" WITH {keep}, {rank}, {told} AS {matched}"
    )
    asked = words.value(s.joined_near(start.near) if near else made(s.joined_words, start.text))
    extra = {
        "snippet": _snippet(asked, n),
        "marked": _snippet(asked, n, marked=True),
        "matched": matched,
    }
    return Hits(clauses, rank, extra)


def _gathered(n: str, held: _Held, words: Words) -> str:
    """What a node has to be searched through."""
    w, t = words.variable("w"), words.variable("t")
    searched = words.value(s.SEARCHED)
    stems = (
        f"COLLECT {{ MATCH ({t}:Stem {{of: {n}.id}}) WHERE {t}.within = '{{}}' RETURN {t}.words }}"
    )
    return (
        f"COLLECT {{ MATCH ({w}:Name {{of: {n}.id}}) RETURN coalesce({w}.folded, {w}.long) "
        f"ORDER BY {w}.place }} AS {held.names}, "
        f"COLLECT {{ MATCH ({t}:Text {{of: {n}.id}}) WHERE {t}.property IN {searched} "
        f"RETURN coalesce({t}.folded, {t}.long) }} AS {held.body}, "
        f"{stems.replace('{}', 'name')} AS {held.name_stems}, "
        f"{stems.replace('{}', 'text')} AS {held.body_stems}"
    )


def _words(text: str, held: _Held, words: Words) -> list[_Word]:
    """Anywhere in a name, since Dutch joins words; in a text where a word begins."""
    made_of = zip(
        s.each_word(text), s.each_word(text, " "), s.each_begun(text), s.each_stem(text),
        s.long_words(text), strict=True,
    )  # fmt: skip
    found = []
    for word, begun, in_text, stems, is_long in made_of:
        anywhere, beginning = words.value(word), words.value(begun)
        begins = f"{held.spaced} CONTAINS {beginning}"
        forms = [words.value(stem) for stem in stems]
        found.append(
            _Word(
                begins,
                f"any(x IN {held.names} WHERE x CONTAINS {anywhere})" if is_long else begins,
                f"{held.names}[0] CONTAINS {anywhere}",
                _has(held.name_stems, forms) if is_long else "false",
                _in_text(held, anywhere, words.value(in_text)) if is_long else "false",
                _has(held.body_stems, forms) if is_long else "false",
            )
        )
    return found


def _near_words(near: Sequence[Sequence[str]], held: _Held, words: Words) -> list[_Word]:
    found = []
    for some in near:
        forms = [words.value(form) for form in s.near_forms(some)]
        begins = f"({' OR '.join(f'{held.spaced} CONTAINS {form}' for form in forms)})"
        in_text = (
            _in_text(held, words.value(word), words.value(s.BegunAt(0)(word))) for word in some
        )
        text = f"({' OR '.join(in_text)})"
        found.append(_Word(begins, begins, begins, "false", text, "false"))
    return found


def _in_text(held: _Held, word: str, begun: str) -> str:
    return (
        f"(any(x IN {held.body} WHERE x CONTAINS {word}) AND "
        f"any(x IN {held.begun} WHERE x CONTAINS {begun}))"
    )


def _has(stems: str, forms: Sequence[str]) -> str:
    has = " OR ".join(f"x CONTAINS {form}" for form in forms)
    return f"any(x IN {stems} WHERE {has})"


def _every(conditions: Sequence[str]) -> str:
    return " AND ".join(conditions)


def _rank(n: str, text: str, each: Sequence[_Word], held: _Held, words: Words) -> str:
    """The class of a hit; see `plan.Matching`."""
    folded = words.value(made(s.folded_text, text))
    in_name = _every([f"({w.inside} OR {w.stem})" for w in each])
    in_text = _every([f"({w.inside} OR {w.text})" for w in each])
    return (
        f"CASE WHEN {_called(n, text, words)} THEN {s.WHOLE} "
        f"WHEN {held.names}[0] STARTS WITH {folded} THEN {s.BEGINS} "
        f"WHEN {_every([w.begins for w in each])} THEN {s.WORD} "
        f"WHEN {_every([w.inside for w in each])} THEN {s.INSIDE} "
        f"WHEN {in_name} THEN {s.STEM_OF_NAME} WHEN {in_text} THEN {s.IN_TEXT} "
        f"ELSE {s.STEM_OF_TEXT} END"
    )


def _called(n: str, text: str, words: Words, also: str = "") -> str:
    w, key = words.variable("w"), words.value(made(name_index_key, text))
    where = f"{w}.key = {key}{also.replace('{w}', w)}"
    return f"EXISTS {{ MATCH ({w}:Name {{of: {n}.id}}) WHERE {where} }}"


def _near_rank(each: Sequence[_Word]) -> str:
    return f"CASE WHEN {_every([w.begins for w in each])} THEN {s.NEAR_NAME} ELSE {s.NEAR_TEXT} END"


def _matched(n: str, text: str, each: Sequence[_Word], rank: str, words: Words) -> str:
    itself = _called(n, text, words, f" AND {{w}}.text = {n}.name")
    return (
        f"CASE WHEN {rank} IN [{s.STEM_OF_NAME}, {s.STEM_OF_TEXT}] THEN 'STEM' "
        f"WHEN {rank} = {s.IN_TEXT} THEN 'TEXT' WHEN {itself} OR "
        f"({_every([w.named for w in each])}) THEN 'NAME' ELSE 'ALIAS' END"
    )


def name_index_key(name: str) -> str:
    """What a name is looked up by: its key, no longer than an index takes."""
    return short_key(name_key(name))


def _begun(text: str, signs: str = "-(\n") -> str:
    """A text in which words begin after a space."""
    for sign in signs:
        escaped = {"\n": "\\n", "'": "\\'"}.get(sign, sign)
        text = f"replace({text}, '{escaped}', ' ')"
    return text


def _snippet(asked: str, n: str, *, marked: bool = False) -> str:
    """What an excerpt is made of: the words, and texts in the order in which they are tried."""
    every = f"reduce(s = {n}.name, x IN coalesce({n}.aliases, []) | s + ', ' + x)"
    own = [f"{n}.{drawn(name)}" for name in s.SEARCHED]
    return (
        f"{{`{p.EXCERPT}`: {asked}, texts: [{', '.join(own)}, {every}, {n}.name], "
        f"marked: {str(marked).lower()}}}"
    )
