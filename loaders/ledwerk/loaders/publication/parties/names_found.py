"""What a party looks like in text: its name, kind, other names, and what brackets say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ledwerk.loaders.publication.findings import Ref
from ledwerk.loaders.publication.parties.name_ends import end_of_name, is_capital
from ledwerk.loaders.publication.parties.names_placed import (
    apart,
    place_behind,
    placed,
    town_before,
)
from ledwerk.loaders.publication.parties.party_lists import Piece, one_name, pieces_of
from ledwerk.loaders.publication.parties.party_words import (
    ARTICLE_IN_NAME,
    DESCRIPTOR,
    DROPPED_HEADS,
    ENGLISH_HEADS,
    GENERIC_PLURAL,
    GONE,
    LEAD_WORD,
    NAME_HEADS,
    OF_A_PLACE,
    OPENERS,
    PAID,
    PARTICIPANT_WORD,
    PARTNER_WORD,
    PLURAL_GROUP,
    UNIT,
)
from ledwerk.schema.names import fold

LEAD, PARTNER, PARTICIPANT = "lead", "partner", "participant"


@dataclass(frozen=True, slots=True)
class Mention:
    """A party as a text names it, and where it stands in that text.

    `role` is "lead", "partner", "participant" or empty; `place` where the text says it is;
    `members` who are named as what the party consists of. `out` is whether it is named as not or
    no longer taking part, or as paid for what it does. `generic` is whether it has no name of its
    own, such as "gemeenten".
    """

    ref: Ref
    start: int
    end: int
    aliases: tuple[str, ...] = ()
    role: str = ""
    place: str = ""
    members: tuple[Ref, ...] = ()
    out: bool = False
    generic: bool = False


@lru_cache(maxsize=4_096)  # readers after each other ask for the same lists
def parties_in(text: str, *, prose: bool = False) -> tuple[Mention, ...]:
    """The parties that a list names, in its order; pieces that are no party are left out.

    In `prose` the list ends where its sentence goes on: at the first word that is in no name.
    """
    return tuple(_in_prose(text)) if prose else tuple(_mentions(text))


def _in_prose(text: str) -> Iterator[Mention]:
    aside = 0  # where one ended: what an "and" joins to it without a comma belongs to it
    for piece in pieces_of(text):
        if _ASIDE.match(piece.text) or (aside and "," not in text[aside : piece.start]):
            aside = piece.end
            continue
        aside = 0
        piece = _without_town(piece)  # noqa: PLW2901 - the same piece from its name on
        cut = end_of_name(piece.text)
        found = _mention(replace(piece, text=piece.text[:cut], end=piece.start + cut))
        if cut < len(piece.text) and _ADJECTIVE.fullmatch(piece.text[:cut].strip()):
            return  # "de Brabantse zustervereniging"
        if found is not None and (piece.shared or _begins_as_party(piece.text)):
            behind = place_behind(piece.text, cut)
            yield replace(
                found,
                out=found.out or bool(PAID.search(_before_capital(piece.text))),
                place=placed(behind) if behind else found.place,
            )
        elif found is not None:  # "…, the project brings together B": the sentence has gone on
            return
        if cut < len(_without_place(piece.text, cut)) or _goes_on(piece.text):
            return


def _without_town(piece: Piece) -> Piece:
    """A piece without the town before what a party is: "the Marlow start-up Leafworks"."""
    town = town_before(piece.text)
    return replace(piece, text=piece.text[town:], start=piece.start + town) if town else piece


def _without_place(text: str, end: int) -> str:
    """A piece of a list without the place behind its name: "Tauw uit Lier" is one of several."""
    behind = place_behind(text, end)
    bare = text.rstrip(" .;:,")
    return text[:end] if behind and behind.end() >= len(bare) else bare


def _goes_on(text: str) -> bool:
    """Whether a piece of a list is the sentence that goes on: "the project helps young growers"."""
    words = text.split()
    return len(words) > _SHORTEST and not any(is_capital(word) for word in words)


_ADJECTIVE = re.compile(r"(?:(?:[Dd]e|[Hh]et|[Tt]he)\s+)?[A-ZÀ-Þ]\w+(?:se|sche|aanse|ish|ese)")
_ASIDE = re.compile(r"(?:die|dat|wat|waar\w*|which|who|that|where|whose|zodat|so)\b")


def _before_capital(text: str) -> str:
    words = text.split()
    first = next((i for i, word in enumerate(words) if is_capital(word)), 0)
    return " ".join(words[:first])


def _begins_as_party(text: str) -> bool:
    """Whether the words before a name are such as stand before a party's."""
    if GENERIC_PLURAL.match(text):
        return True
    words = DROPPED_HEADS.sub("", f"{_before_capital(text)} ").split()
    unknown = [w for w in words if not (NAME_HEADS.fullmatch(w) or DESCRIPTOR.fullmatch(w))]
    if any(_VERB.search(word) for word in unknown):
        return False
    return len(unknown) <= 1 and all(
        len(word) > _SHORTEST and word.isalpha() and word not in _NO_DESCRIPTION for word in unknown
    )


# Forms of verbs, which say nothing of what a party is: "kreeg", "levert", "brings".
_VERB = re.compile(
    r"(?:[^aeious]t|(?:eer|el|er)den?|eeg|oeg|ings|akes|ives|eeds|orks|elps)$", re.IGNORECASE
)
_SHORTEST = 4
_NO_DESCRIPTION = frozenset({
    "omdat", "zodat", "terwijl", "waarin", "waarbij", "hierbij", "daarbij", "onder", "tussen",
    "binnen", "tijdens", "volgens", "sinds", "samen", "which", "where", "because", "during",
    "within", "under", "after", "before", "about", "between", "since", "their", "these", "those",
    "over", "naast", "steun", "inzet", "support", "subsidie", "dankzij", "thanks", "followed",
    "namens", "vanwege", "project", "programma", "programme", "werden", "worden",
    "wordt", "naar", "via", "vooral", "graag", "later", "eerst",
})  # fmt: skip


def one_party_in(text: str) -> tuple[Mention, ...]:
    """The parties in a cell or label for one: "ROC Wad en Wierde" is a name there."""
    if not one_name(text):
        return parties_in(text)
    found = _mention(Piece(text.strip(), 0, len(text)))
    return (found,) if found else ()


def party(text: str) -> Ref | None:
    """The one party that a text names, such as "Universiteit Twente" or "de gemeente Ede"."""
    found = parties_in(text)
    return found[0].ref if len(found) == 1 else None


def _mentions(text: str) -> Iterator[Mention]:
    for piece in pieces_of(text, listed=True):
        found = _mention(piece)
        if found is not None:
            yield found


_BRACKETS = re.compile(r"\s*[(\[](?P<in>[^()\[\]]*)[)\]]")
_DASH_ROLE = re.compile(
    rf"\s+[–—-]\s+(?P<in>(?:{LEAD_WORD}|{PARTNER_WORD}|{PARTICIPANT_WORD})\b.*)$|"
    rf",\s+(?P<in2>{LEAD_WORD})$",
    re.IGNORECASE,
)
_ROLE_BEFORE = re.compile(
    rf"(?:(?P<lead>{LEAD_WORD})|(?P<partner>{PARTNER_WORD})|"
    rf"(?P<part>{PARTICIPANT_WORD})):?\s+(?=\S)",
    re.IGNORECASE,
)


_OF_A_TOWN = re.compile(r"[^A-ZÀ-Þ]*\b(?:uit|te|from|near) (?=[A-ZÀ-Þ])")


def _mention(piece: Piece) -> Mention | None:
    if not piece.shared and _OF_A_TOWN.match(piece.text):
        return None  # "de vzw uit Lier": where it is, and not who
    text = _balanced(_without_stop(piece.text.strip(" ;:,*–—-")))
    inside = [match["in"].strip() for match in _BRACKETS.finditer(text)]
    bare = _without_stop(_BRACKETS.sub("", text).strip(" ;:,"))
    dashed = _DASH_ROLE.search(bare)
    if dashed:
        inside.append((dashed["in"] or dashed["in2"]).strip())
        bare = bare[: dashed.start()].strip(" ,")
    bare, place = apart(bare) if not piece.shared else (bare, "")
    role = ""
    before = _ROLE_BEFORE.match(bare)
    if before:
        role = LEAD if before["lead"] else PARTNER if before["partner"] else PARTICIPANT
        bare = bare[before.end() :]
    group = _GROUP_OF.fullmatch(bare) if not piece.shared else None
    if group:  # "de basisscholen van X" are more than X itself
        name = group["group"]
        return Mention(Ref("Group", name[:1].upper() + name[1:]), piece.start, piece.end)
    name, unit = _name(bare, shared=piece.shared)
    if not name:
        return None
    made = _of_kind(name, piece)
    if made is None:
        return None
    aliases = (f"{made.ref.name}, {unit}",) if unit else ()
    made = replace(made, role=role, aliases=(*made.aliases, *aliases), place=place)
    for words in inside:
        made = _told(made, words)
    return made


_DOTTED_END = re.compile(r"(?:\b[A-Za-z]\.){2,}$|\b(?:Inc|Ltd|Co|Corp|Bros|e\.a)\.$")


def _balanced(text: str) -> str:
    """Text without a bracket that has no other half."""
    for sign, other in ("()", ")("):
        if text.count(sign) > text.count(other):
            text = text.replace(sign, " " if sign == "(" else "", 1)
    return " ".join(text.split())


def _without_stop(text: str) -> str:
    """Text without the full stop that ends its sentence; that of "B.V." stays."""
    return text if _DOTTED_END.search(text) else text.rstrip(" .")


def _name(text: str, *, shared: str) -> tuple[str, str]:
    """The name in a piece, without articles and descriptions before it; a department apart."""
    bare = text.strip(' "“”`«»')
    bare = bare if _SHORT_ARTICLE.match(bare) else bare.strip("‘’'")
    if not shared:
        dropped = DROPPED_HEADS.match(f"{bare} ")
        if dropped and dropped.end() < len(bare) and not ARTICLE_IN_NAME.match(bare):
            bare = bare[dropped.end() :].strip()
        bare = _undescribed(bare)
    name, _, unit = bare.partition(", ")
    if not unit and (owned := _OWNED_UNIT.fullmatch(bare)):
        name, unit = owned["name"], owned["unit"]
        return name, unit
    if unit and UNIT.match(unit):
        return name.strip(' "“”'), unit
    return bare.strip(' "“”‘«»'), ""


# "Northmoor University's Advanced Making Centre" is of Northmoor University.
_OWNED_UNIT = re.compile(
    r"(?P<name>[A-ZÀ-Þ].{2,60}?\w)['’]s (?P<unit>(?:[A-ZÀ-Þ]\w+ (?:(?:of|for|"
    r"and) )?){0,5}(?:Centre|Center|"
    r"Department|School|Faculty|Institute|Lab|Laboratory|Unit|Team|Division|Office|Group)"
    r"(?: (?:of|for) .{2,40})?)"
)
_GROUP_OF = re.compile(
    r"(?:(?:de|het|alle|the|all)\s+)?(?P<group>(?:\w*scholen|\w*instellingen|afdelingen|"
    r"vestigingen|"
    r"locaties|leden|\w*winkels|huisartsen|praktijken|schools|branches|members|practices|shops)"
    r"\s+(?:van|of)\s+(?:(?:de|het|the)\s+)?(?:[a-z]+\s+)?[A-ZÀ-Þ].*)"
)
_SHORT_ARTICLE = re.compile(r"['’‘]t\s", re.IGNORECASE)


def _undescribed(text: str) -> str:
    """A name without the lower-case words before it that only say what it is."""
    words = text.split()
    first = next((i for i, word in enumerate(words) if is_capital(word)), None)
    if not first:
        return text
    before = words[:first]
    if before[-1] in ("’t", "'t", "‘t"):
        return " ".join(words[first - 1 :])
    for i, word in enumerate(before):
        if NAME_HEADS.fullmatch(word) and not (
            ENGLISH_HEADS.fullmatch(word) and before[i + 1 : i + 2] not in (["of"], ["for"])
        ):
            return " ".join([word[:1].upper() + word[1:], *words[i + 1 :]])
    return " ".join(words[first:])


_MUNICIPALITY = re.compile(
    r"(?P<nl>Gemeente|Stad)\s+(?P<name>.+)|"
    r"(?:Municipality|City|Town|Borough|District|Commune) of (?P<en>[A-ZÀ-Þ].*)|"
    r"(?P<council>[A-ZÀ-Þ].*?) (?:(?:City|Town|Borough|District|Metropolitan Borough|Municipal) "
    r"Council|Municipality)|(?P<bare>(?!(?:arts|research|advisory|sports?|works|british|youth|"
    r"design|county|trades?|business|skills|science|national|regional|european|nordic|energy|film|"
    r"students?|city|town|borough|district|the|health|farm\w*)\b)"
    r"(?:(?:east|west|north|south|mid|new|great|upper|lower|riding of|isle of) ){0,3}"
    r"[A-ZÀ-Þ][\w’'-]+"
    r"(?: (?:and|&) [A-ZÀ-Þ][\w’'-]+| (?:islands?|isles|valleys?|coast|forest|hills|dales|"
    r"moors|vale|peninsula))?) Council|(?:[A-ZÀ-Þ][\w’'-]+ )City and County Council",
    re.IGNORECASE,
)
_CAMPUS = re.compile(
    r".*(?:\b(?:campus|science ?park|tech(?:nology)? ?park|innovation park|business park)\b"
    r"(?:\s+[A-ZÀ-Þ][\w’'-]+){0,3}|[a-z]campus)$|(?:Science ?park|Campus)\s.+",
    re.IGNORECASE,
)
_SHORT_GROUPS = frozenset({"HBO", "MBO", "PO", "VO", "VMBO", "WO", "MKB"})
_NO_PARTY = re.compile(
    r"(?:https?:|www\.|€|\$|£)|^\d+$|^[\d.,]+ (?:euro|miljoen|mln)|@.*\.|"
    r": |^V\.?l\.?n\.?r|^(?:ook|en|and|etc|enz|e\.a|et al|anderen|others|wij|we|zij|they|it|dit|"
    r"deze|this|these)\.?$",
    re.IGNORECASE,
)
_MOST_WORDS = 10
_LONGEST = 100
# What a party is led or advised by is none itself.
_BOARD = re.compile(
    r"(?:(?:de|het|the|onze|our)\s+)?(?:raad van (?:advies|toezicht|bestuur|commissarissen)|"
    r"(?:algemeen |dagelijks )?bestuur|stuurgroep|programmaraad|adviesraad|directie|redactie|"
    r"bureau|"
    r"klankbordgroep|(?:advisory|executive|management|supervisory|programme|project) board|board|"
    r"steering (?:group|committee)|college van (?:bestuur|b&w)|voorzitter|chair)",
    re.IGNORECASE,
)
_PERSON_BEFORE = re.compile(
    r"(?:directeur|voorzitter|wethouder|burgemeester|mevrouw|de heer|dr\.|drs\.|prof\.|ir\.|mr\.|"
    r"mrs\.|ms\.|director|chair|professor|minister|staatssecretaris|lector)\b"
)


def _of_kind(name: str, piece: Piece) -> Mention | None:
    too_long = len(name.split()) > _MOST_WORDS or len(name) > _LONGEST
    somebody = _PERSON_BEFORE.match(DROPPED_HEADS.sub("", piece.text.strip()))
    nobody = _NO_PARTY.search(name) or _BOARD.fullmatch(name) or name.lower() in OPENERS
    if too_long or somebody or nobody:
        return None
    if piece.shared.endswith("?"):  # one name after a plural: several under one name
        head = piece.shared.rstrip("?")
        return _shared_by_one(head, name, piece)
    if piece.shared:
        shown = f"{piece.shared} {name}"
        if piece.shared.endswith("Council of"):
            shown = f"{name} {piece.shared.removesuffix(' of')}"
        return Mention(Ref(piece.kind, shown), piece.start, piece.end, _bare(piece, name))
    if not any(is_capital(word) for word in name.split()):
        return _generic(name, piece)
    if name in _SHORT_GROUPS or (
        PLURAL_GROUP.fullmatch(name) and not _MUNICIPALITY.fullmatch(name)
    ):
        return Mention(Ref("Group", name), piece.start, piece.end)
    ref, aliases = _ref(name)
    first, _, rest = name.partition(" ")
    of_place = OF_A_PLACE.fullmatch(first) is not None and " " not in rest
    if rest and is_capital(rest) and _SAYS_WHAT.fullmatch(first) and not of_place:
        aliases = (*aliases, rest)  # "Ingenieursbureau Tauw" at the beginning of a sentence
    return Mention(ref, piece.start, piece.end, aliases)


_SAYS_WHAT = re.compile(
    rf"{DESCRIPTOR.pattern}|waterschap|hoogheemraadschap|"
    r"intercommunale|woonmaatschappij|mutualiteit",
    re.IGNORECASE,
)


def _bare(piece: Piece, name: str) -> tuple[str, ...]:
    return (name,) if piece.kind == "Municipality" else ()


def _shared_by_one(head: str, name: str, piece: Piece) -> Mention:
    plural = "Gemeenten" if head == "Gemeente" else f"{head}s" if " of" not in head else head
    return Mention(Ref("Group", f"{plural} {name}"), piece.start, piece.end)


def _generic(name: str, piece: Piece) -> Mention | None:
    if not GENERIC_PLURAL.fullmatch(name) and fold(name) not in ("provincie", "rijk", "province"):
        return None
    kind = "Organisation" if fold(name) in ("provincie", "rijk", "province") else "Group"
    shown = name[:1].upper() + name[1:]
    return Mention(Ref(kind, shown), piece.start, piece.end, generic=True)


# Who runs a campus is named after it, and none itself.
_RUNS_CAMPUS = re.compile(
    r"(?:Stichting|Vereniging|Co[öo]peratie|\w*organisatie|Foundation|Friends)\b", re.IGNORECASE
)


def _ref(name: str) -> tuple[Ref, tuple[str, ...]]:
    town = _MUNICIPALITY.fullmatch(name)
    if town:
        bare = town["name"] or town["en"]
        if not bare:
            return Ref("Municipality", name), ()
        shown = f"{town['nl'].title()} {bare}" if town["nl"] else name
        return Ref("Municipality", shown), (bare,)
    if _CAMPUS.fullmatch(name) and not _RUNS_CAMPUS.match(name):
        return Ref("Campus", name), ()
    return Ref(
        "Organisation",
        name[:1].upper() + name[1:] if name[:1].islower() and name.islower() else name,
    ), ()


_PLACE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w’'-]+(?:[ -](?:aan|den|de|der|a/d|op|on|upon|am|in|the|le|la|"
    r"[A-ZÀ-Þ][\w’'-]+)){0,4})(?:,\s*[A-ZÀ-Þ][\w. ]+)?"
)
_CALLED = re.compile(
    r"(?:hierna|verder|hereafter|hereinafter|kortweg|afgekort|formerly|voorheen)[: ]+",
    re.IGNORECASE,
)


def _told(made: Mention, words: str) -> Mention:
    """A mention with what brackets behind it say: its role, members, other name or place."""
    if GONE.search(words) or PAID.search(words):
        return replace(made, out=True)
    role = _ROLE_BEFORE.match(f"{words} .")
    if role:
        found = LEAD if role["lead"] else PARTNER if role["partner"] else PARTICIPANT
        return replace(made, role=found)
    if made.generic or made.ref.kind == "Group":
        inner = tuple(mention.ref for mention in _mentions(words.replace("/", ", ")))
        return replace(made, members=made.members + inner)
    return _named_or_placed(made, words)


def _named_or_placed(made: Mention, words: str) -> Mention:
    """A mention with the other name, or the place, that brackets behind it hold."""
    called = _CALLED.sub("", words).strip(" ‘’“”\"'")
    if called != words or is_short_for(called, made.ref.name) or _is_acronym(called):
        return replace(made, aliases=(*made.aliases, called))
    if is_short_for(made.ref.name, called) and is_capital(called):
        return replace(made, ref=Ref(made.ref.kind, called), aliases=(*made.aliases, made.ref.name))
    place = _PLACE.fullmatch(words)
    if place and not re.search(r"\d", words):
        return replace(made, place=place["place"])
    return made


def _is_acronym(words: str) -> bool:
    return (
        bool(re.fullmatch(r"[A-Z][A-Za-z&]{0,8}[A-Z0-9][A-Z0-9a-z]{0,3}", words))
        and len(words) <= 8
    )


def is_short_for(short: str, name: str) -> bool:
    """Whether a short name is made of the first letters of a name's words, small ones or not."""
    if not 2 <= len(short) <= 8 or " " in short or not any(sign.isupper() for sign in short):
        return False
    return fold(short).replace(".", "") in initials_of(name)


@lru_cache(maxsize=16_384)
def initials_of(name: str) -> frozenset[str]:
    """The first letters of a name's words, with small words and without; none of one word."""
    words = [word for word in re.split(r"[^\w&]+", fold(name)) if word]
    small = {"van", "de", "het", "der", "of", "the", "for", "en", "and", "voor", "in", "op", "&"}
    firsts = "".join(word[0] for word in words)
    capitals = "".join(word[0] for word in words if word not in small)
    return frozenset((firsts, capitals) if len(words) > 1 else ())
