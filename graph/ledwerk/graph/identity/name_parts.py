"""A name of an organisation taken apart: what it is registered as, what sort of body it is, its own
words, its numbers. What is the same in two languages or spellings is the same here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ledwerk.graph.identity import compounds, legal_forms
from ledwerk.graph.identity.vocabulary import (
    CLASSES,
    CONCEPTS,
    FILLER,
    JOINED,
    PHRASES,
    STOP,
    TYPE,
    plain,
)
from ledwerk.schema.names import fold

OWN = "own"  # the class of a word that is in no list

_DOTTED = re.compile(
    r"\b(?:[a-z]\.){2,}[a-z]?(?!\w)|\b[a-z](?:/[a-z])+\b|\bsp\. ?z ?\.?o\.? ?o\b\.?"
)
_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"[(\[*]([^()\[\]*]{2,})[)\]*]?")
# What parts a name from another that the same body goes by.
_DASH = re.compile(
    r" [-–—] |/| - ?|,? (?:inzake|h\.?o\.?|h\.?o\.?d\.?n\.?|handelend onder de naam"
    r"|trading as|d\.?b\.?a\.?) ",
    re.IGNORECASE,
)
_ROMAN = {
    "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11",
    "xii": "12", "xiii": "13",
}  # fmt: skip
_LETTERS = {"i": "1", "v": "5", "x": "10"}  # which are small words elsewhere than at the end
# Forms that are no word of any language, so that they may stand anywhere.
_PLAINLY = frozenset(
    {"gmbh", "mbh", "ggmbh", "gesmbh", "ltd", "bvba", "sprl", "sarl", "srl", "zoo"}
)
# Forms that some put in front: "N.V. Nederlandse Spoorwegen", "SIA Latvijas Gaze".
_IN_FRONT = frozenset(
    {"nv", "bv", "vof", "vzw", "asbl", "sia", "uab", "ooo", "oao", "zao", "srl", "sarl", "sprl"}
)
# Words for a foundation or an association that stand at the end too: "Brainport Foundation".
_FOUNDED = frozenset({"foundation", "stiftung", "fonden", "saatio", "alapitvany"})
_AT_END = _FOUNDED | {
    "vereniging", "fundacio", "fundacion", "fondation", "fondazione", "associacao",
}  # fmt: skip
_MOST_WORDS = 40
_SHORTEST = 5  # letters of a word that may be several
_LONG_JOINED = (
    9  # letters of words that stand joined, one of them a small one: Bergen is no Berg en Dal
)
_TELLING = 4  # letters in brackets below which they tell bodies of one name apart


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared; `told` is how it stood in the name, `kind` its class."""

    text: str
    told: str
    kind: str


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name without what holds it together.

    `plain` are its words as `plain` leaves them, without legal forms; `words` what they mean.
    `forms` are the classes of its legal forms, and `lands` the countries that these are of; `named`
    says that the word for its form is a name more than a form: Bosch Stiftung is not Bosch, nor
    Fondazione Politecnico the Politecnico. `initials` are those of its words, without and with the
    small ones. `run` is all of it without blanks, as spellings differ on those.
    """

    plain: tuple[str, ...]
    words: tuple[Word, ...]
    forms: frozenset[str]
    named: bool
    lands: frozenset[str]
    numbers: frozenset[str]
    types: frozenset[str]
    initials: frozenset[str]
    run: str

    @property
    def own(self) -> tuple[Word, ...]:
        """The words that are this body's own, and nobody's else by what they mean."""
        return tuple(word for word in self.words if word.kind == OWN)


@lru_cache(200_000)
def name_parts(name: str) -> NameParts:
    """Take a name apart. A name in a script without folded letters keeps its words."""
    tokens = _tokens(name)
    rest, forms = _without_forms(tokens)
    words = tuple(_phrased([word for token in rest for word in _words(token)]))
    words = _numbered(rest, words) or tuple(_as_own(token) for token in rest)
    numbers = frozenset(word.text for word in words if word.text.isdigit())
    return NameParts(
        tuple(plain(t) for t in rest if plain(t) not in STOP) or tuple(map(plain, rest)),
        tuple(word for word in words if not word.text.isdigit()),
        forms,
        _is_named(tokens, rest, words),
        _lands(tokens, rest),
        numbers,
        frozenset(word.text for word in words if word.kind == TYPE),
        _initials(rest) | _initials(tokens),
        "".join(map(plain, rest)),
    )


def respaced(name: str, other: str) -> str:
    """A name in which words are apart that another name has apart: "DEINVESTIGACIONES"."""
    tokens, others = _tokens(name), _tokens(other)
    known = set(others)
    if all(token in known or len(token) <= _SHORTEST for token in tokens):
        return name
    apart = {
        "".join(others[at : at + size]): " ".join(others[at : at + size])
        for size in (2, 3)
        for at in range(len(others) - size + 1)
        if sum(map(len, others[at : at + size])) >= _LONG_JOINED
        or STOP.isdisjoint(others[at : at + size])
    }
    split = [token not in known and len(token) > _SHORTEST and token in apart for token in tokens]
    if not any(split):
        return name
    pairs = zip(tokens, split, strict=True)
    return " ".join(apart[token] if there else token for token, there in pairs)


@lru_cache(200_000)
def variants(name: str) -> tuple[str, ...]:
    """What a name says in brackets or between stars, and the name without it; else nothing."""
    found = [match[1].strip() for match in _BRACKETS.finditer(name)]
    outside = _BRACKETS.sub(" ", name).strip()
    letters = name_parts(outside).initials if outside else frozenset()
    if any(len(one) < _TELLING and fold(one) not in letters for one in found):
        return ()  # "Bergen (NH)" is not "Bergen (L)"
    return (outside, *found) if found and outside else ()


@lru_cache(200_000)
def halves(name: str) -> tuple[str, ...]:
    """The sides of a dash or stroke that parts a name, where each has more than a word."""
    sides = [side.strip() for side in _DASH.split(name)]
    return tuple(sides) if len(sides) > 1 and all(" " in side for side in sides) else ()


@lru_cache(200_000)
def _tokens(name: str) -> tuple[str, ...]:
    folded = _DOTTED.sub(lambda match: re.sub(r"[./ ]", "", match[0]), fold(name))
    folded = re.sub(r"(?<=\w)['’`](?=s\b)", "", folded)
    folded = re.sub(r"\b([a-z])-(?=\w{2})", r"\1", folded)  # "Q-Park" is one word
    return tuple(_WORD.findall(folded.replace("&", " en ")))[:_MOST_WORDS]


def _without_forms(tokens: Sequence[str]) -> tuple[list[str], frozenset[str]]:
    """The words that are no legal form; all of them where nothing would be left."""
    kept: list[str] = []
    found: set[str] = set()
    at = 0
    while at < len(tokens):
        size, kind = _form_at(tokens, at)
        if size:
            found.add(kind)
            at += size
        else:
            kept.append(tokens[at])
            at += 1
    if not kept:
        return list(tokens), frozenset()
    return kept, frozenset(found - {""})


def _form_at(tokens: Sequence[str], at: int) -> tuple[int, str]:
    """How many words at a place are a legal form, and its class."""
    token = tokens[at]
    for form, kind in _LONG.get(plain(token), ()):
        if tuple(map(plain, tokens[at : at + len(form)])) == form:
            return len(form), kind
    if token in legal_forms.WORDS and _is_form(tokens, at):
        return (1, legal_forms.WORDS[token]) if len(tokens) > 1 else (0, "")
    if token in legal_forms.SHORT and (
        (token in _PLAINLY or _ends(tokens, at)) if at else token in _IN_FRONT
    ):
        return 1, legal_forms.SHORT[token]
    return 0, ""


# Forms of several words by their first, the longest first.
_LONG: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _form, _kind in sorted(legal_forms.LONG.items(), key=lambda item: -len(item[0])):
    _LONG.setdefault(plain(_form[0]), []).append((tuple(map(plain, _form)), _kind))


def _is_form(tokens: Sequence[str], at: int) -> bool:
    """Whether a word like foundation says in which form a body is, where it stands."""
    token, last = tokens[at], at == len(tokens) - 1
    return not at or token in {"stichting", "vereniging"} or (last and token in _AT_END)


def _is_named(tokens: Sequence[str], rest: Sequence[str], words: Sequence[Word]) -> bool:
    """Whether a word for a foundation makes it another body: at the end, or of a university.

    Not so in Dutch, where a stichting is what runs a school.
    """
    if len(tokens) == len(rest) or "stichting" in tokens:
        return False
    founded = legal_forms.WORDS.get(tokens[0]) == "foundation" and tokens[0] != "stiftung"
    taught = any(word.text in {"university", "polytechnic"} for word in words)
    return tokens[-1] in _FOUNDED or (founded and taught)


def _lands(tokens: Sequence[str], rest: Sequence[str]) -> frozenset[str]:
    found = [legal_forms.LANDS[t] for t in tokens if t in legal_forms.LANDS and t not in rest]
    return frozenset.intersection(*found) if found else frozenset()


def _ends(tokens: Sequence[str], at: int) -> bool:
    """Whether nothing but legal forms follows: the spa of Bath Spa University is none."""
    return all(token in legal_forms.SHORT for token in tokens[at + 1 :])


def _words(token: str) -> Iterator[Word]:
    text = plain(token)
    if text in STOP:
        return
    if text in JOINED:
        for concept in JOINED[text]:
            yield Word(concept, token, CLASSES.get(concept, OWN))
        return
    if parts := compounds.apart(text):
        for part in parts:
            yield Word(CONCEPTS[part], part, CLASSES[CONCEPTS[part]])
        return
    concept = CONCEPTS.get(text, _ROMAN.get(text, text))
    if len(token) == 1 and not token.isdigit():
        return  # a letter that was cut off tells nothing
    yield Word(concept, token, CLASSES.get(concept, OWN))


def _as_own(token: str) -> Word:
    return Word(plain(token), token, OWN)


def _numbered(tokens: Sequence[str], words: tuple[Word, ...]) -> tuple[Word, ...]:
    """A university's I is its number: Rennes I is one of the universities of Rennes."""
    last = tokens[-1] if tokens else ""
    if last in _LETTERS and any(word.text == "university" for word in words):
        return (*words, Word(_LETTERS[last], last, OWN))
    return words


def _phrased(words: list[Word]) -> Iterator[Word]:
    """Words of which two or three are one concept made one."""
    at = 0
    while at < len(words):
        for size in (3, 2):
            some = words[at : at + size]
            concept = PHRASES.get(tuple(word.text for word in some)) if len(some) == size else None
            if concept:
                yield Word(concept, " ".join(word.told for word in some), TYPE)
                at += size
                break
        else:
            yield words[at]
            at += 1


def _initials(tokens: Sequence[str]) -> frozenset[str]:
    long = [token for token in tokens if plain(token) not in STOP]
    made = {"".join(token[0] for token in some) for some in (tokens, long)}
    return frozenset(one for one in made if len(one) > 1)


def tells(word: Word) -> bool:
    """Whether a word says more than what every name may say."""
    return word.kind != FILLER
