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
class _Held:
    """The variables with what a node has: names, the same as one text, texts, and stems."""

    names: str
    spaced: str
    body: str
    begun: str
    name_stems: str
    body_stems: str


# What is reckoned of each word once, in this order; see `sql_matching` for what each says.
_BEGINS, _INSIDE, _NAMED, _STEM, _TEXT, _STEM_OF_TEXT = range(6)


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
        roots = [words.value(stem) for stem in s.stems_of_longest(text)]
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
    if roots:
        w = words.variable("w")
        has = " OR ".join(f"{w}.words CONTAINS {root}" for root in roots)
        parts.append(f"MATCH ({w}:Stem) WHERE {has} RETURN {w}.of AS {i}")
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
    """What a search asks of candidates with variable `n`; `keep` lists what is bound.

    Each word is looked for once, and the class of a hit reckoned of what was found: a server needs
    long to plan a statement that says the same over and over.
    """
    held = _Held(*(words.variable(x) for x in ("names", "spaced", "body", "begun", "ns", "bs")))
    each, rank, matched = (words.variable(x) for x in ("each", "rank", "matched"))
    near = bool(start.near)
    listed = _near_words(start.near, held, words) if near else _words(start.text, held, words)
    found = ", ".join(f"[{', '.join(one)}]" for one in listed)
    ranked = _near_rank(each) if near else _rank(start.text, each, held, words)
    told = "'TYPO'" if near else _matched(start.text, each, rank, held, words)
    has = _every(each, _INSIDE, _STEM, _TEXT, _STEM_OF_TEXT)
    clauses = (
        f"{_gathered(n, held, words, keep)}"
        f" WITH {keep}, {held.names}, [{found}] AS {each} WHERE {has}"
        f" WITH {keep}, {held.names}, {each}, {ranked} AS {rank}"
        f" WITH {keep}, {rank}, {told} AS {matched}"
    )
    asked = words.value(s.joined_near(start.near) if near else made(s.joined_words, start.text))
    extra = {
        "snippet": _snippet(asked, n),
        "marked": _snippet(asked, n, marked=True),
        "matched": matched,
    }
    return Hits(clauses, rank, extra)


def _gathered(n: str, held: _Held, words: Words, keep: str) -> str:
    """What a node has to be searched through; a name is [folded, key], its own first."""
    w, t, stems = words.variable("w"), words.variable("t"), words.variable("stems")
    searched = words.value(s.SEARCHED)
    return (
        f" WITH {keep}, COLLECT {{ MATCH ({w}:Name {{of: {n}.id}}) "
        f"RETURN [coalesce({w}.folded, {w}.long), {w}.key] ORDER BY {w}.place }} AS {held.names}, "
        f"COLLECT {{ MATCH ({t}:Text {{of: {n}.id}}) WHERE {t}.property IN {searched} "
        f"RETURN coalesce({t}.folded, {t}.long) }} AS {held.body}, "
        f"COLLECT {{ MATCH ({t}:Stem {{of: {n}.id}}) RETURN [{t}.within, {t}.words] }} AS {stems}"
        f" WITH {keep}, {held.names}, {held.body}, "
        f"[x IN {stems} WHERE x[0] = 'name' | x[1]] AS {held.name_stems}, "
        f"[x IN {stems} WHERE x[0] = 'text' | x[1]] AS {held.body_stems}, "
        f"reduce(s = '', x IN {held.names} | s + ' ' + {_begun('x[0]')}) AS {held.spaced}, "
        f"[x IN {held.body} | ' ' + {_begun('x', s.TEXT_SIGNS)}] AS {held.begun}"
    )


def _words(text: str, held: _Held, words: Words) -> list[list[str]]:
    """Anywhere in a name, since Dutch joins words; in a text where a word begins."""
    made_of = zip(
        s.each_word(text), s.each_word(text, " "), s.each_begun(text), s.each_stem(text),
        s.long_words(text), strict=True,
    )  # fmt: skip
    found = []
    for word, begun, in_text, stems, is_long in made_of:
        anywhere = words.value(word)
        begins = f"{held.spaced} CONTAINS {words.value(begun)}"
        named = f"{held.names}[0][0] CONTAINS {anywhere}"
        if not is_long:
            found.append([begins, begins, named, "false", "false", "false"])
            continue
        forms = [words.value(stem) for stem in stems]
        found.append([
            begins, f"any(x IN {held.names} WHERE x[0] CONTAINS {anywhere})", named,
            _has(held.name_stems, forms), _in_text(held, anywhere, words.value(in_text)),
            _has(held.body_stems, forms),
        ])  # fmt: skip
    return found


def _near_words(near: Sequence[Sequence[str]], held: _Held, words: Words) -> list[list[str]]:
    found = []
    for some in near:
        begins, part = (
            f"({' OR '.join(f'{held.spaced} CONTAINS {words.value(form)}' for form in forms)})"
            for forms in (s.near_forms(some), s.near_parts(some))
        )
        in_text = (
            _in_text(held, words.value(word), words.value(s.BegunAt(0)(word))) for word in some
        )
        found.append([begins, part, part, "false", f"({' OR '.join(in_text)})", "false"])
    return found


def _in_text(held: _Held, word: str, begun: str) -> str:
    return (
        f"(any(x IN {held.body} WHERE x CONTAINS {word}) AND "
        f"any(x IN {held.begun} WHERE x CONTAINS {begun}))"
    )


def _has(stems: str, forms: Sequence[str]) -> str:
    has = " OR ".join(f"x CONTAINS {form}" for form in forms)
    return f"any(x IN {stems} WHERE {has})"


def _every(each: str, *ways: int) -> str:
    """Every word is there in one of some ways."""
    return f"all(x IN {each} WHERE {' OR '.join(f'x[{way}]' for way in ways)})"


def _rank(text: str, each: str, held: _Held, words: Words) -> str:
    """The class of a hit; see `plan.Matching`."""
    folded = words.value(made(s.folded_text, text))
    key = words.value(made(name_index_key, text))
    return (
        f"CASE WHEN any(x IN {held.names} WHERE x[1] = {key}) THEN {s.WHOLE} "
        f"WHEN {held.names}[0][0] STARTS WITH {folded} THEN {s.BEGINS} "
        f"WHEN {_every(each, _BEGINS)} THEN {s.WORD} "
        f"WHEN {_every(each, _INSIDE)} THEN {s.INSIDE} "
        f"WHEN {_every(each, _INSIDE, _STEM)} THEN {s.STEM_OF_NAME} "
        f"WHEN {_every(each, _INSIDE, _TEXT)} THEN {s.IN_TEXT} ELSE {s.STEM_OF_TEXT} END"
    )


def _near_rank(each: str) -> str:
    return (
        f"CASE WHEN {_every(each, _BEGINS)} THEN {s.NEAR_NAME} "
        f"WHEN {_every(each, _INSIDE)} THEN {s.NEAR_PART} ELSE {s.NEAR_TEXT} END"
    )


def _matched(text: str, each: str, rank: str, held: _Held, words: Words) -> str:
    key = words.value(made(name_index_key, text))
    return (
        f"CASE WHEN {rank} IN [{s.STEM_OF_NAME}, {s.STEM_OF_TEXT}] THEN 'STEM' "
        f"WHEN {rank} = {s.IN_TEXT} THEN 'TEXT' WHEN {held.names}[0][1] = {key} OR "
        f"{_every(each, _NAMED)} THEN 'NAME' ELSE 'ALIAS' END"
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
