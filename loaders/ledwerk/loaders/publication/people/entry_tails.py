"""What is said behind a member's name: role, functions and parties, mandate, since when.

tail = {"," segment | "(" segments ")" | "–" segment}
segment = role | function [party] | party | "namens" parties | period | "afgetreden"
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ledwerk.loaders.publication.layout.counting_words import MONTH
from ledwerk.loaders.publication.parties.names_found import is_short_for
from ledwerk.loaders.publication.parties.town_names import town_called
from ledwerk.loaders.publication.people.function_words import FUNCTION_HEADS, SEAT_ROLES
from ledwerk.loaders.publication.people.functions import (
    FIELD,
    Post,
    begins_function,
    party_free,
    post,
    seat_role,
)
from ledwerk.loaders.publication.people.given_names import has_given_name

BEHALF = re.compile(
    r"[,(]?\s*\b(?:mede |tevens |ook |also |deelnemend )?(?:namens|on behalf of|representing|"
    r"representative of|representative for|vertegenwoordigt|vertegenwoordiger van|"
    r"als vertegenwoordiger van|represents|afgevaardigd door|afgevaardigde van|"
    r"voorgedragen door|op voordracht van|nominated by|elected by|sent by|"
    r"(?:speaking|sitting|seated|there) (?:for|on behalf of)|"
    r"(?:spreekt|zit)(?: er)? (?:namens|voor))\s+",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:afgetreden|teruggetreden|vertrokken|opgestapt|uitgetreden|overleden|oud-lid|"
    r"voormalig lid|stepped down|resigned|retired|former member|has left|left (?:the|in)|deceased|"
    rf"(?:tot|until) (?:\d|{MONTH}))",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"^(?:sinds|vanaf|per|since|from|as of|with effect from|\(?\d{4}\s*[-–])\s*.*\d{4}.*$|"
    r"^(?:sinds|since|per|vanaf)\s.*$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:sinds|vanaf|per|since|from|as of)\b[^,;()]*?\b(\d{4})\b", re.IGNORECASE)
JOIN = re.compile(r"\s*(?:,?\s*\b(?:en|and)\b|&)\s*", re.IGNORECASE)
_AND_FUNCTION = re.compile(rf"\s+(?:en|and|tevens|&)\s+(?=(?:[a-zà-ÿ]+ )?(?:{FUNCTION_HEADS})\b)")
BOTH = re.compile(r"^\s*\(?(?:beiden?|allen|both|all)\b\s*(?:van |of |from )?", re.IGNORECASE)
_IRRELEVANT = re.compile(
    r"^(?:aanwezig|afwezig|verhinderd|m\.?k\.?a\.?|online|via teams|digitaal|verslag|notulen|"
    r"notulist(?:e)?|present|absent|apologies|minutes|note ?taker|taking minutes|t/m .*|"
    r"agendapunt .*|item .*|on maternity leave|foto(?: .*)?)$",
    re.IGNORECASE,
)
_AS = re.compile(
    r"^(?:(?:beiden?|allen|allemaal|both|all)\b(?: van| of| from| bij)?|als|as|is|wordt|werd|in "
    r"(?:het|zijn|haar) (?:dagelijks|gewone|werkzame) leven|in daily life|by day|overdag|in "
    r"de functie van|tevens|also|en|and)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of a list and what is said of him; texts as they are printed.

    `start` and `end` are where it stands in the text that was read; `task` is what somebody does
    in a team, where that is neither role nor function: "communicatie"; `shared` is whether what is
    said stands behind the next name, and may hold for that one alone: "A en B van X".
    """

    person: str
    start: int
    end: int
    role: str = ""
    posts: tuple[Post, ...] = ()
    behalf: tuple[str, ...] = ()
    since: str = ""
    left: bool = False
    task: str = ""
    shared: bool = False


def told(entry: Entry, tail: str, function: str = "") -> Entry:
    """A member with what is said behind his name, and the function in front of it."""
    tail = BOTH.sub("", _AND_NEXT.sub("", tail.rstrip(" ,;.")))
    role = _AS_ROLE.match(tail) or ROLE_RIGHT.match(tail)
    if role:
        entry, tail = replace(entry, role=role["role"]), tail[role.end() :]
    if function:
        tail = f", {function}{tail}"
    since = _SINCE.search(tail)
    if _LEFT.search(tail):
        entry = replace(entry, left=True)
    if since:
        entry = replace(entry, since=since[1])
    main, behalf, after = _behalf(tail)
    for segment in (*_with_house(_segments(main)), *after):
        entry = _with(entry, segment)
    behalf = [*behalf, *entry.behalf]
    posts = joined_posts(entry.posts)
    # "Ria Bos (Financiën)": what she is charged with
    posts = tuple(one for one in posts if one.function or not FIELD.fullmatch(one.party))
    if function and len(posts) > 1 and not posts[0].party and posts[1].function:
        posts = posts[1:]  # "Professor Ann Bates, dean of …": in front of a name it is a title
    return replace(entry, behalf=tuple(behalf), posts=posts)


# "Ria Bos Secretaris Provincieraadslid": columns that no sign parts.
ROLE_RIGHT = re.compile(
    r" (?!(?i:(?:deputy |vice-?|co-?)?lead(?:er)?|editor)\b)"
    rf"(?P<role>(?i:{SEAT_ROLES}))(?= [A-ZÀ-Þ]|$)"
)
_AND_NEXT = re.compile(r"(?<=\)) (?:en|and|&)$")  # that joins the next member to this one


def _with_house(segments: list[str]) -> list[str]:
    """Segments with a word that is a role or a function beside the party it is one of.

    "Leader, Calder Borough Council" leads that council; "leader, Tom Ash" would lead the board.
    """
    made: list[str] = []
    for segment in segments:
        house = post(segment)
        told = not house.function and house.party[:1].isupper() and not seat_role(segment)
        if made and told and _AT_HOME.fullmatch(made[-1]):
            made[-1] = f"{made[-1]} of {segment}"
        else:
            made.append(segment)
    return made


_AT_HOME = re.compile(r"leader|lead|advis[eo]r|adviseur|editor|conven[eo]r", re.IGNORECASE)
_AS_ROLE = re.compile(
    rf"\s*(?:as|als)(?: (?:an?|the|its|de|het|een|nieuwe?|new))* (?P<role>{SEAT_ROLES})"
    r"(?!\w| van| of)",
    re.IGNORECASE,
)


def _behalf(tail: str) -> tuple[str, list[str], list[str]]:
    """A tail without its "namens …", whom it names, and the roles that came after those."""
    found = BEHALF.search(tail)
    if not found:
        return tail, [], []
    inside = tail.count("(", 0, found.end()) > tail.count(")", 0, found.end())
    rest = tail[found.end() :]
    close = rest.find(")") if inside else -1
    named, after = (rest[:close], rest[close + 1 :]) if close >= 0 else (rest, "")
    main = (
        f"{tail[: found.start()]}{')' if inside and '(' in tail[: found.start()] else ''} {after}"
    )
    parts = re.split(r"\s*[,;]\s*|\s+(?=\()", named)
    back: list[str] = []
    if (
        len(parts) > 1
        and parts[-1].startswith("(")
        and not is_short_for(parts[-1].strip("() "), " ".join(parts[:-1]))
    ):
        back.insert(0, parts.pop().strip("() "))  # "namens de ondernemers (Smit Metaal)"
    while len(parts) > 1 and (seat_role(parts[-1].strip("() ")) or begins_function(parts[-1])):
        back.insert(0, parts.pop().strip("() "))
    named = _SEATED.split(", ".join(parts))[0]
    named = re.sub(r"[ ,]+(?:en|and|&)$", "", named.strip(" ().;,"))
    return main, [named], back


# Where a mandate's party ends: "namens de provincie lid van de stuurgroep".
_SEATED = re.compile(
    r"\s+(?:(?:deelneemt|zitting|plaatsneemt|in het|in de|op de|on the|toegetreden|aangeschoven)\b|"
    rf"(?:(?:als|as|het|een|the|a|nieuw|new) )*{SEAT_ROLES} (?:van|in|of|on)\b)",
    re.IGNORECASE,
)


def _segments(tail: str) -> list[str]:
    """The pieces between commas, brackets and dashes."""
    flat = re.sub(r"\s+[–—-]\s+|[()\[\];:|]|\s*–\s*(?=[A-Z])|(?<=[a-z]{4})\.\s(?=[A-Z])", ",", tail)
    made: list[str] = []
    for one in (piece.strip(" .") for piece in flat.split(",")):
        if made and _MINISTRY.search(made[-1]) and _MINISTRY_REST.fullmatch(one):
            made[-1] = f"{made[-1]}, {one}"
        elif one:
            made.append(one)
    return made


# A ministry's name has a comma in it: "ministerie van Landbouw, Natuur en Voedselkwaliteit".
_MINISTRY = re.compile(
    r"\b(?:ministerie van|ministry of|department (?:for|of)) [A-ZÀ-Þ][\w-]*(?:, [A-ZÀ-Þ][\w-]*)*$",
    re.IGNORECASE,
)
_MINISTRY_REST = re.compile(
    r"[A-ZÀ-Þ][\w-]+(?: (?:en|and|&) [A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+){0,2})?"
)


_FOR = re.compile(r"(?:for|voor) (?:(?:(?:de|het|the) )?(?=[A-ZÀ-Þ])|(?=(?:de|het|the) [a-z]))")
NOWHERE = re.compile(
    r"(?:independent|onafhankelijk|zelfstandig|self-employed|freelance|zzp'?er|particulier|"
    r"op persoonlijke titel|in (?:a )?personal capacity|à titre personnel|geen|none)",
    re.IGNORECASE,
)
# Whatever stands in lower case before "bij" is what somebody does there.
_GENERAL = re.compile(
    r"(?P<function>[a-zà-ÿ-]+(?: [a-zà-ÿ-]+){0,3}) (?:bij|at|van|of) (?:(?:de|het|the) )?"
    r"(?P<party>[A-ZÀ-Þ0-9].*)"
)


# Whom a politician stands for is nobody that he works for: "wethouder Ria Bos (VVD)".
POLITICAL = re.compile(
    r"VVD|CDA|PvdA|D66|GroenLinks|GroenLinks[-/ ]?PvdA|GL|SP|PVV|ChristenUnie|CU|SGP|BBB|NSC|"
    r"Volt|JA21|"
    r"FvD|PvdD|50PLUS|CD&V|N-VA|NVA|Vooruit|Groen|Open VLD|Vlaams Belang|sp\.a|Lab(?:our)?|"
    r"Con(?:servative)?|"
    r"Lib(?:eral)? ?Dem(?:ocrat)?s?|LD|SNP|Plaid Cymru|Greens?|Green Party|Sinn F[ée]in|DUP|SDLP|"
    r"UUP|Fine Gael|Fianna F[áa]il|Ind(?:ependent)?"
)


# "wethouder Dalen als algemeen bestuurslid"
_SEATED_AS = re.compile(
    rf" (?:als|as) (?:(?:an?|the|de|het|een) )?(?P<role>(?:algemeen )?{SEAT_ROLES})$", re.IGNORECASE
)
# What somebody was before: "tot vorig jaar wethouder van Dalen", "formerly of Hull Council".
_BEFORE = re.compile(
    r"(?:tot (?:vorig|voor kort|\d)|until|voorheen|eerder|vroeger|previously|formerly)\b"
)
_REPRESENTATIVE = re.compile(
    r"(?P<whom>[A-ZÀ-Þ][^,;()]{2,50}?) [Rr]epresentative|"
    r"[Vv]ertegenwoordiger (?!(?:bij|van|of|at) )(?P<who>[A-Za-zÀ-ÿ][^,;()]{1,50})"
)
# "Raadhuisplein 2" is nobody's employer.
_ADDRESS = re.compile(
    r"[^,;()\d]{0,40}(?:straat|laan|weg|plein|kade|kaai|dijk|singel|gracht|park|markt|hof|steeg|"
    r"pad|dreef|"
    r"haven|[Ss]treet|[Rr]oad|[Ll]ane|[Aa]venue|[Ss]quare|[Qq]uay|[Hh]ouse|[Pp]lace|[Dd]rive) \d|"
    r"\d{4} ?[A-Z]{2}\b|\d+[a-z]? [A-Z]|(?:tel|telefoon|phone|e-?mail|www)\b|[^ ]+@",
)


def singular(segment: str) -> str:
    """A role or function that is told of two: "adviseurs" is "adviseur" for each."""
    for ending in ("s", "en"):
        bare = segment.removesuffix(ending)
        if (
            bare != segment
            and " " not in segment
            and (seat_role(bare) or re.fullmatch(FUNCTION_HEADS, bare, re.IGNORECASE))
        ):
            return bare
    return segment


def _with(entry: Entry, segment: str) -> Entry:
    segment = re.sub(r" (?:en|and|&)$", "", _AS.sub("", segment))
    seated = _SEATED_AS.search(segment)
    if seated:
        entry = replace(entry, role=entry.role or seated["role"])
        segment = segment[: seated.start()]
    if _tells_nothing(segment):
        return _without_vote(entry, segment)
    on_behalf = _FOR.match(segment)
    stands_for = _REPRESENTATIVE.fullmatch(segment)
    if on_behalf or stands_for:
        whom = stands_for["whom"] or stands_for["who"] if stands_for else ""
        behalf = segment[on_behalf.end() :] if on_behalf else whom
        return replace(entry, behalf=(*entry.behalf, behalf))
    segment = singular(segment)
    last = entry.posts[-1] if entry.posts else None
    if last and not last.party and party_free(last.function) and FIELD.fullmatch(segment):
        joint = ", " if re.search(r" (?:of|van) ", last.function) else " "
        about = Post(f"{last.function}{joint}{segment}", "")
        return replace(entry, posts=(*entry.posts[:-1], about))
    role = seat_role(_OF_THE_BOARD.sub("", segment))
    if role and not entry.role:
        return replace(entry, role=role)
    if role and WEAK.fullmatch(entry.role):
        return _promoted(entry, role)
    return _with_posts(entry, segment)


# "Convener of the Board", "voorzitter van de raad": on the board that is read.
_OF_THE_BOARD = re.compile(
    r" (?:of|van) (?:the|de|het|this|our) (?:board|group|committee|panel|council|bestuur|raad|"
    r"groep|stuurgroep|commissie)$",
    re.IGNORECASE,
)


VOTELESS = re.compile(
    r"(?:zonder stem(?:recht)?|heeft geen stem|stemt niet mee|niet stemgerechtigd|"
    r"without (?:a )?vot(?:e|ing rights)|has no vote|non-voting|in an? advisory capacity)",
    re.IGNORECASE,
)


def _without_vote(entry: Entry, segment: str) -> Entry:
    """An entry of whom it is told that he does not vote: "(zonder stemrecht)"."""
    if not VOTELESS.match(segment) or entry.role not in ("", "lid", "member"):
        return entry
    english = re.search(r"\b(?:vote|voting|advisory)\b", segment) is not None
    return replace(entry, role="observer" if english else "toehoorder")


def _tells_nothing(segment: str) -> bool:
    """Whether a piece is a period, an address, a political party, a word of the minutes."""
    if (
        VOTELESS.match(segment)
        or _PERIOD.match(segment)
        or _IRRELEVANT.match(segment)
        or _LEFT.match(segment)
    ):
        return True
    # "Cor", of "Cor en Mia Fabri", is nowhere that somebody works
    alone = segment[:1].isupper() and segment.isalpha() and has_given_name(segment)
    if NOWHERE.fullmatch(segment) or alone or _BEFORE.match(segment):
        return True
    return bool(POLITICAL.fullmatch(segment) or _ADDRESS.match(segment))


def _with_posts(entry: Entry, segment: str) -> Entry:
    """A member with the functions and parties that a piece tells, and his task in a team."""
    task = _TASK.fullmatch(segment) and not JOIN.fullmatch(f" {segment} ")
    if task and not begins_function(segment) and not entry.task:
        entry = replace(entry, task=segment)
    posts = list(entry.posts)
    for piece in _AND_FUNCTION.split(segment):
        part = re.sub(r"^(?:van|of|from|bij|at)\s+(?:(?:de|het|the)\s+)?", "", piece)
        if seat_role(part) and not entry.role:
            entry = replace(entry, role=seat_role(part))
            continue
        made = post(part)
        general = _GENERAL.match(part) if not made.function else None
        if general:
            made = Post(general["function"], general["party"])
        if _tells(made):
            posts.append(made)
    return replace(entry, posts=tuple(posts))


def _tells(post: Post) -> bool:
    """Whether a piece tells of a function or a party at all."""
    first = post.party[:1]
    named = first.isupper() or first.isdigit() or _PARTY_NOUN.match(post.party) is not None
    return bool(post.function) or named


def _promoted(entry: Entry, role: str) -> Entry:
    """An entry with a role on the board, where the one it had is a function: "leader"."""
    posts = [Post(entry.role, one.party) for one in entry.posts if not one.function][:1]
    rest = [one for one in entry.posts if one.function]
    return replace(entry, role=role, posts=(*(posts or [Post(entry.role, "")]), *rest))


# Roles that are functions elsewhere, where another role is told as well.
WEAK = re.compile(
    r"(?:deputy |vice-?|co-?)?leader|lead|trekker|advis[eo]r|adviseur|editor|secretaris|"
    r"facilitator|conven[eo]r",
    re.IGNORECASE,
)
_TASK = re.compile(r"[a-zà-ÿ&/-]+(?: [a-zà-ÿ&/-]+){0,4}")
_PARTY_NOUN = re.compile(
    r"(?:de |het |the )?(?:gemeente|stad|provincie|universiteit|hogeschool|stichting|waterschap|"
    r"ministerie|municipality|university|province|regio|vereniging|co[öo]peratie)n? ",
    re.IGNORECASE,
)


_TOPICAL = re.compile(
    r"(?:hoogleraar|lector|professor|lecturer|docent|hoofd|head|dean|decaan|manager)$",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r"universit|hogeschool|college|school|gemeente|provincie|b\.?v\b|n\.?v\b|ltd|plc|institu|bank|"
    r"stichting|council|centre|center|centrum|group|groep|hospital|ziekenhuis|campus",
    re.IGNORECASE,
)


def _is_subject(last: Post, following: Post) -> bool:
    """Whether what looks like a party is a subject: "hoogleraar Economie, Universiteit Leiden"."""
    if last.function and _UNIT.match(last.party) and _HOUSE.search(following.party):
        return True
    topical = _TOPICAL.search(last.function) is not None
    if not topical or _HOUSE.search(last.party):
        return False
    field = _FIELD_OF.search(last.function) and town_called(following.party) is None
    return bool(field or _HOUSE.search(following.party))


_OF_A_UNIT = re.compile(r"(?:head|dean|director|leader)$", re.IGNORECASE)
# A part of a house, which is told behind it: "Head of School of Arts, Hull University".
_UNIT = re.compile(
    r"(?:school|faculty|department|institute|division|section|centre|center) (?:of|for) |"
    r"(?:faculteit|afdeling|dienst|sector|cluster|directie|academie|vakgroep|departement|domein|"
    r"team|opleiding) ",
    re.IGNORECASE,
)
_FIELD_OF = re.compile(r"(?:hoofd|head|dean|decaan|lector|hoogleraar)$", re.IGNORECASE)


def _of_two_words(one: Post) -> Post:
    """A post of which the second word looks like a party: "Consultant Cardiologist"."""
    if one.function and re.fullmatch(FUNCTION_HEADS, one.party, re.IGNORECASE):
        return Post(f"{one.function} {one.party}", "")
    return one


def joined_posts(posts: tuple[Post, ...]) -> tuple[Post, ...]:
    """A function and the party in the piece after it are one post."""
    made: list[Post] = []
    for one in map(_of_two_words, posts):
        last = made[-1] if made else None
        if last and last.function and not last.party and not one.function:
            made[-1] = Post(last.function, one.party)
        elif last and last.party and not last.function and one.function and not one.party:
            made[-1] = Post(one.function, last.party)
        elif last and last.party and not one.function and _is_subject(last, one):
            joint = " of " if _OF_A_UNIT.search(last.function) else " "
            made[-1] = Post(f"{last.function}{joint}{last.party}", one.party)
        else:
            made.append(one)
    return tuple(made)
