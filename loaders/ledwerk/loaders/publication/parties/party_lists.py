"""Splitting a list of parties in running text: "A, de gemeenten B en C, D (trekker) and the E".

Commas and "and" part names, but not those inside a name: "Ministerie van Onderwijs, Cultuur en
Wetenschap" is one. A plural head is shared out: "de gemeenten B en C" are two municipalities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ledwerk.loaders.publication.parties.joined_names import joined
from ledwerk.loaders.publication.parties.party_words import (
    PLURAL_HEADS,
    PORTFOLIOS,
    TOPICS,
    UNIT,
)
from ledwerk.schema.names import fold

_CONJUNCTION = (
    r"en|and|alsmede|evenals|&|plus|as well as|along with|together with|samen met|zowel|als ook|"
    r"alsook|maar ook|en ook|and also|or|of"
)
_SEPARATOR = re.compile(
    rf"\s*(?:;|\n|(?<!\d),(?!\d)|,(?=\s)|\s/\s|\s[•·|]\s)\s*(?:(?:{_CONJUNCTION})\s+)?|"
    rf"\s+(?:{_CONJUNCTION.replace('&|', '').replace('|or|of', '')})\s+",
    re.IGNORECASE,
)
_HEADS = tuple(
    (
        re.compile(
            rf"(?:(?:ook|also|daarnaast|verder|zowel|both|met|with|van|tussen|between|from|by|"
            rf"door|bij|alle|all|de|the|drie|twee|vier|vijf|beide|samenwerkende)\s+)*(?:{head})\s+",
            re.IGNORECASE,
        ),
        one,
        kind,
    )
    for head, one, kind in PLURAL_HEADS
)
_MINISTRY = re.compile(
    r"(?:het\s+|de\s+|the\s+)?(?:(?P<many>ministeries)\s+van|ministerie\s+van|"
    r"(?P<en>ministry\s+of|department\s+(?:of|for)))\s+",
    re.IGNORECASE,
)
_AND_OF = re.compile(r"(?:en|and)?\s*van\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a list: its text and where it stands, what head it shares, how it was parted.

    `shared` is the singular of a plural head that holds for it, with `kind`. `last` is whether an
    "and" stands before it.
    """

    text: str
    start: int
    end: int
    last: bool = False
    shared: str = ""
    kind: str = ""


def pieces_of(text: str, *, listed: bool = False) -> tuple[Piece, ...]:
    """The names in a list with where each stands in `text`; heads shared out, ministries whole.

    Where names are only `listed`, an "and" before the last comma belongs to a name.
    """
    plain = tuple(_parted(text, listed=listed))
    return tuple(_with_units(_shared_out(_ministries(plain, text))))


# "Tauw - De Pers - Stichting Zon": dashes part names that nothing else parts.
_DASHED = re.compile(r"[^,;\n–-]+(?:\s[–-]\s[A-ZÀ-Þ0-9][^,;\n–-]*){2,}")
_DASH = re.compile(r"\s[–-]\s")


def _parted(text: str, *, listed: bool) -> Iterator[Piece]:
    """Pieces between separators that stand outside brackets and quotes."""
    depth = _depths(text)
    begin, last = 0, False
    separator = _DASH if listed and _DASHED.fullmatch(text.strip()) else _SEPARATOR
    for found in separator.finditer(text):
        if depth[found.start()] or depth[max(found.end() - 1, 0)] or found.start() < begin:
            continue
        if _inside_name(text, found) or (listed and _before_a_comma(text, found)):
            continue
        yield from _piece(text, begin, found.start(), last=last)
        begin = found.end()
        last = bool(re.search(rf"\b(?:{_CONJUNCTION})\b", found[0], re.IGNORECASE))
    yield from _piece(text, begin, len(text), last=last)


def _piece(text: str, start: int, end: int, *, last: bool) -> Iterator[Piece]:
    inner = text[start:end]
    bare = inner.strip()
    if bare:
        begin = start + len(inner) - len(inner.lstrip())
        yield Piece(bare, begin, begin + len(bare), last)


def _depths(text: str) -> list[int]:
    if "(" not in text and "[" not in text:
        return [0] * (len(text) + 1)
    depth, depths = 0, []
    for sign in text:
        if sign in "([":
            depth += 1
        depths.append(depth)
        if sign in ")]":
            depth = max(0, depth - 1)
    return [*depths, 0]


_ENDED = re.compile(r"[A-ZÀ-Þ][\w’'-]*\s*[,;]\s+(?!(?:en|and|&)\s)\S")
_PLURAL = re.compile(
    r"\b(?:gemeenten|provincies|waterschappen|universiteiten|hogescholen|ministeries|zowel|both|"
    r"between|tussen|municipalities|councils|universities)\b",
    re.IGNORECASE,
)


def _before_a_comma(text: str, found: re.Match[str]) -> bool:
    """Whether an "and" joins one more word to a name in a list that goes on: "ROC A en B, C"."""
    before = re.split(r"[,;]\s", text[max(0, found.start() - _FAR) : found.start()])[-1]
    after = text[found.end() : found.end() + _FAR]
    return (
        found[0].strip().lower() in ("en", "and")
        and " " in before.strip()
        and _ENDED.match(after) is not None
        and not _PLURAL.search(text, 0, found.start())
        and not _own_head(re.split(r"[,;]", after)[0].strip())
    )


def one_name(text: str) -> bool:
    """Whether "ROC A en B", alone where one party is meant, is one name and not two."""
    first, _, second = text.partition(" en ") if " en " in text else text.partition(" and ")
    return (
        bool(second)
        and " " in first.strip()
        and re.fullmatch(r"[A-ZÀ-Þ][\w’'-]*", second.strip()) is not None
        and "," not in text
        and not _PLURAL.search(first)
        and not _own_head(second)
    )


_AFTER = re.compile(r"(?:Zonen|Zn|Sons|Co|Dochters?|Daughters|Partners|Associates)\b")
_LEGAL = re.compile(r"(?:Ltd|Limited|Inc|LLC|LLP|PLC|BV|B\.V|NV|N\.V|GmbH|S\.?A)\b\.?")
_SUSPENDED = re.compile(r"\w-$")


# Many water boards are named after two waters.
_WATER = re.compile(r"(?:waterschap|hoogheemraadschap(?: van)?) [A-ZÀ-Þ][\w’'-]+$", re.IGNORECASE)
_WATER_ON = re.compile(
    r"(?:de )?[A-ZÀ-Þ][\w’'-]+(?=\s*$|[,.;:)(]| (?:en|and|is|zijn|was|doen|doet|werkt|werken|samen|"
    r"\(|[a-zà-ÿ]+t?\b))"
)


_FAR = 300  # signs before a separator in which the name stands that it may be part of


def _inside_name(text: str, found: re.Match[str]) -> bool:
    """Whether a comma or an "and" belongs to the name around it."""
    after, before = text[found.end() :], text[max(0, found.start() - _FAR) : found.start()]
    word = found[0].strip().lower()
    if word == "," and _LEGAL.match(after):
        return True
    if any(at < found.start() < end for at, end in joined(text)):
        return True
    if "," in word or ";" in word or "\n" in word:
        return False
    if _of_two(before, after):
        return True
    return bool(
        _AFTER.match(after)
        or _SUSPENDED.search(before)
        or (after[:1].islower() and _ends_common(before) and not _new_name(after))
    )


# Bodies that are often of two things: "Chamber of Commerce and Industry".
_OF_TWO = re.compile(
    r"\b(?:Union|Association|Federation|Institute|Guild|Centre|Center|Chamber|Society|Department|"
    r"School|Academy|College|Ministry|Commission|Office|Agency|Trust|Fund) (?:of|"
    r"for) (?:\w+ ){0,2}[A-Z][\w’'-]+$|"
    r"\b(?:Vereniging|Bond|Federatie|Centrum|Instituut|Kring|Verbond|Unie|Academie|Raad|Kamer) "
    r"(?:van|voor) (?:\w+ ){0,2}[A-Z][\w’'-]+$"
)
_SECOND = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}(?=\s*$|[.,;:)(]| [a-z(])")


def _of_two(before: str, after: str) -> bool:
    """Whether a body is named after two: "Union of Dock and River Workers", "Aa en Maas"."""
    if _own_head(after[:_FAR]):
        return False
    second = _SECOND.match(after) if _OF_TWO.search(before) else None
    if second is not None and not _own_head(second[0]):
        return True
    return _WATER.search(before) is not None and _WATER_ON.match(after) is not None


_COMMON_END = re.compile(r"[^\W\d_]*[a-zà-ÿ]$")
_NEW = re.compile(
    r"(?:(?:de|het|een|the|a|an|’t|'t)\s+)?(?:[a-zà-ÿ’'-]+\s+){0,4}[\"“‘']?[A-ZÀ-Þ0-9]|"
    r"(?:de|het|the|alle|all|andere|other|overige)?\s*[a-zà-ÿ-]+(?:en|s|leven)\b"
)


def _ends_common(before: str) -> bool:
    words = before.split()
    return bool(words) and words[-1].islower() and _COMMON_END.search(words[-1]) is not None


def _new_name(after: str) -> bool:
    return _NEW.match(after) is not None


def _ministries(pieces: Sequence[Piece], text: str) -> Iterator[Piece]:
    """Pieces with those that make up one ministry's name put together again."""
    i, many = 0, False
    while i < len(pieces):
        piece = pieces[i]
        head = _MINISTRY.match(piece.text)
        goes_on = many and (_AND_OF.match(piece.text) or _topic(piece.text, nl=True))
        if not head and not goes_on:
            many = False
            yield piece
            i += 1
            continue
        cut = head.end() if head else (m.end() if (m := _AND_OF.match(piece.text)) else 0)
        many = many or bool(head and head["many"])
        english = bool(head and head["en"])
        count = _portfolio([p.text for p in pieces[i:]], cut, english=english)
        end = pieces[i + count - 1].end
        name = text[piece.start + cut : end]
        title = piece.text[:cut] if english else "Ministerie van "
        yield Piece(
            f"{_without_article(title)}{name}", piece.start, end, piece.last, kind="Organisation"
        )
        i += count


def _without_article(text: str) -> str:
    return re.sub(r"^(?:het|de|the)\s+", "", text, flags=re.IGNORECASE)


def _portfolio(texts: Sequence[str], cut: int, *, english: bool) -> int:
    """How many pieces make up the name of the ministry that begins with the first."""
    words = [fold(texts[0][cut:]).strip(" ."), *(fold(text).strip(" .") for text in texts[1:])]
    if english:
        count = 1
        while count < len(texts) and _is_topic(texts[count]):
            count += 1
        return count
    for names in sorted(PORTFOLIOS, key=len, reverse=True):
        if [fold(name) for name in names] == [_first_of(w) for w in words[: len(names)]]:
            return len(names)
    return 1


def _is_topic(text: str) -> bool:
    """Whether a piece is a topic alone, or one behind which the sentence goes on."""
    found = TOPICS.match(text)
    return found is not None and bool(re.match(r"\s*[.;:]?$|\s+[a-z]", text[found.end() :]))


def _first_of(text: str) -> str:
    return re.sub(r"\s*\(.*", "", text)


def _topic(text: str, *, nl: bool) -> bool:
    return nl and any(fold(text).startswith(fold(names[0])) for names in PORTFOLIOS)


def _shared_out(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Pieces after a plural head get it, up to the one that "and" stands before."""
    items = list(pieces)
    i = 0
    while i < len(items):
        head = next(
            ((m, one, kind) for h, one, kind in _HEADS if (m := h.match(items[i].text))), None
        )
        if head is None or not _proper(items[i].text[head[0].end() :]):
            yield items[i]
            i += 1
            continue
        reach = _reach(items, i)
        for offset, piece in enumerate(items[i : i + reach]):
            cut = head[0].end() if offset == 0 else 0
            if not cut and (again := re.match(r"(?:de|van|of|the)\s+", piece.text)):
                cut = again.end()
            yield replace(
                piece,
                text=piece.text[cut:],
                start=piece.start + cut,
                shared=head[1] if reach > 1 else f"{head[1]}?",
                kind=head[2],
            )
        i += reach


def _reach(items: Sequence[Piece], first: int) -> int:
    """Over how many pieces a plural head reaches."""
    count = 1
    for piece in items[first + 1 :]:
        if not _proper(piece.text) or _own_head(piece.text):
            break
        count += 1
        if piece.last:
            break
    return count


_OWN = re.compile(
    r"(?:(?:de|het|the)\s+)?(?:gemeente|provincie|waterschap|universiteit|hogeschool|ministerie|"
    r"stichting|university|municipality|province|county|council|college|rabobank|roc|kamer)\b|"
    r".*\b(?:b\.?v\.?|n\.?v\.?|gmbh|ltd|plc|inc|university|universiteit|college|hogeschool|"
    r"campus|school|institute|group|groep|bank|hospital|ziekenhuis)\.?$",
    re.IGNORECASE,
)


def _own_head(text: str) -> bool:
    return _OWN.match(text) is not None


def _proper(text: str) -> bool:
    first = re.match(r"(?:(?:de|het|the|van|of|['’‘][ts])\s+)*['’‘]?(?P<sign>\w)", text)
    return bool(first and (first["sign"].isupper() or first["sign"].isdigit()))


def _with_units(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """A department after a comma belongs to the party before it."""
    held: Piece | None = None
    for piece in pieces:
        if (
            held is not None
            and not piece.last
            and UNIT.match(piece.text)
            and piece.text[:1].islower()
        ):
            held = replace(held, end=piece.end)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held
