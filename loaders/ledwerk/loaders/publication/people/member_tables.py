"""Tables of members: a column of names, and beside it functions, organisations, mandates."""

from __future__ import annotations

import re
from dataclasses import replace

from ledwerk.loaders.publication.document import Block
from ledwerk.loaders.publication.people.entry_tails import (
    BEHALF,
    NOWHERE,
    VOTELESS,
    WEAK,
    Entry,
    joined_posts,
    singular,
)
from ledwerk.loaders.publication.people.function_words import BOARD_WORDS, SEAT_ROLES
from ledwerk.loaders.publication.people.functions import Post, post, seat_role
from ledwerk.loaders.publication.people.seat_entries import begins_entry, entries, is_vacant
from ledwerk.schema.names import fold

# What a column holds, by the words that head it.
_COLUMNS: tuple[tuple[str, str], ...] = (
    ("behalf", (r"(?:[a-z]+ ){0,3}namens(?: wie)?|op voordracht(?: van)?|voorgedragen door|"
               r"vertegenwoordigt|afgevaardigd door|(?:sits |seat )?on behalf of|"
               r"represent(?:s|ing)|"
               r"(?:nominated|appointed|put forward|proposed) by|mandaat|mandate|achterban|"
               r"geleding|constituency|voor wie|(?:sits|speaks|stands|seat|there) for|spreekt voor|"
               r"zit(?: er)? voor|delegated by|elected by")),
    ("role", (r"rol|rol in .*|zetel|positie|bestuursfunctie|functie (?:in|binnen) .*|role|"
              r"taak|bestuurstaak|taak in .*|role on .*|"
             r"position (?:on|in) .*|board role|seat|office|capacity|hoedanigheid")),
    ("name", (r"naam|namen|lid|leden|bestuurslid|persoon|vertegenwoordiger|wie|name|member|members|"
             r"person|representative|who|contactpersoon|contact|trustee|director")),
    ("function", (r"functie|function|job(?: title)?|title|post|functie elders|hoofdfunctie|"
                 r"position|(?:dagelijks|gewone|eigen|ander|overig) werk|werk|baan|"
                 r"(?:dagelijkse |reguliere |maatschappelijke |overige )(?:functies?|"
                 r"werkzaamheden)|"
                 r"(?:day|main|present|current) (?:job|position|post)|occupation|employment|"
                 r"day job|dagelijks|hoofdberoep|day-to-day|elsewhere|elders|nevenfunctie|"
                 r"employed as|beroep|werkzaam als|werkzaam bij|in het dagelijks leven|works as")),
    ("party", (r"organisatie|organisation|organization|partij|instelling|bedrijf|werkgever|van|"
              r"(?:afkomstig|komt|kom) (?:van|uit)|comes from|waarvan|achtergrond|herkomst|"
              r"based at|employed (?:by|at)|works (?:for|at)|werkt bij|"
              r"affiliation|company|institution|employer|partner|organisatie/bedrijf|from")),
    ("board", r"orgaan|board|commissie|gremium|groep|group|committee"),
    ("since", r"sinds|vanaf|since|from|start|appointed|benoemd|aangetreden|lid sinds|member since"),
    ("until", r"tot|until|eind|end|termijn|term|aftredend|afgetreden|left"),
)  # fmt: skip
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def columns_of(header: tuple[str, ...]) -> dict[str, int]:
    """What each column of a table holds; the first of a sort counts."""
    found: dict[str, int] = {}
    for i, title in enumerate(header):
        sorts = {_sort_of(part) for part in _EITHER.split(fold(title).strip(" .:"))}
        sort = sorts.pop() if len(sorts) == 1 else "both" if sorts <= _SAID else ""
        if sort and sort not in found:
            found[sort] = i
    return found


def _with_roles(columns: dict[str, int], block: Block) -> dict[str, int]:
    """The columns, with the one of seats by what is in it: "Mandaat" may head those as well."""
    if "role" in columns:
        return columns
    for i in range(len(block.rows[0])):
        cells = [row[i].strip() for row in block.rows[1:] if i < len(row) and row[i].strip()]
        said = [VOTELESS.sub("", cell).strip(" ,()") for cell in cells]
        roles = sum(1 for cell in said if seat_role(cell) or _SEAT.fullmatch(cell))
        if i != columns.get("name") and roles > len(cells) * 0.7:
            headed = columns_of((*block.rows[0][:i], "", *block.rows[0][i + 1 :]))
            return {**headed, "role": i}
    return columns


_EITHER = re.compile(r" ?/ ?| (?:of|or|en|and) (?!.*namens)")
_SAID = frozenset({"behalf", "function", "party", "role"})


def _sort_of(title: str) -> str:
    """What a column of that title holds; a board's name heads the names of its members."""
    for sort, pattern in _COLUMNS:
        if re.fullmatch(pattern, title):
            return sort
    return "name" if _BOARD.fullmatch(title) else ""


_BOARD = re.compile("|".join(f"(?:{words})" for _, words in BOARD_WORDS), re.IGNORECASE)


def board_over(block: Block) -> str:
    """The board whose name heads the column of its members: "Stuurgroep | Functie"."""
    title = block.rows[0][0].strip(" .:") if block.rows and block.rows[0] else ""
    return title if _BOARD.fullmatch(title) and "name" in columns_of(block.rows[0]) else ""


def member_rows(block: Block) -> list[tuple[int, Entry]]:
    """The people of a table, with the number of the row; empty for a table of something else."""
    if len(block.rows) < 2:
        return []
    columns = _with_roles(columns_of(block.rows[0]), block)
    first = 1
    if "name" not in columns or len(columns) < 2:
        columns, first = _unheaded(block), 0
    if "name" not in columns:
        return []
    made = []
    told = {i for sort, i in columns.items() if sort != "both"}
    others = [i for i in range(len(block.rows[0])) if i not in told]
    for number, row in enumerate(block.rows[first:], start=first):
        cells = {sort: " ".join(row[i].split()) for sort, i in columns.items() if i < len(row)}
        if first:
            cells["other"] = ", ".join(
                row[i].strip() for i in others if i < len(row) and row[i].strip()
            )
        made += [(number, entry) for entry in _row(cells)]
    return made


def _unheaded(block: Block) -> dict[str, int]:
    """The columns of a table without a header: names first, then whatever is said of them."""
    people = [row for row in block.rows if row and begins_entry(row[0].lstrip("-•* "))]
    whole = [row for row in block.rows if any(cell.strip() for cell in row[1:])]
    if len(people) < len(whole or block.rows) * 0.8:  # a label may have a row of its own
        return {}
    last = max(len(row) for row in people) - 1
    if last >= _BEHALF_AT and _tells_mandates(people, last):
        return {"name": 0, "said": 1, **({"more": 2} if last > _BEHALF_AT else {}), "behalf": last}
    return {"name": 0, "said": 1, "more": 2, "last": 3}


_BEHALF_AT = 2  # the first column in which mandates may stand
_SORT_OF_PARTY = re.compile(
    r"(?:de|het|the|alle|all|onze) [a-zà-ÿ]|onafhankelijk|independent", re.IGNORECASE
)


def _tells_mandates(people: list[tuple[str, ...]], last: int) -> bool:
    """Whether the last column tells on whose behalf: sorts of parties, or a second party each."""
    cells = [row[last].strip() for row in people if len(row) > last and row[last].strip()]
    sorts = sum(1 for cell in cells if _SORT_OF_PARTY.match(cell))
    before = [post(row[last - 1]) for row in people if len(row) > last]
    whole = sum(1 for one in before if one.function and one.party)
    return bool(cells) and (sorts * 2 >= len(cells) or whole * 5 >= len(before) * 3)


def _row(cells: dict[str, str]) -> list[Entry]:
    name = _BROKEN.sub("-", cells.get("name", "").lstrip("-•* "))
    if not name or is_vacant(name):
        return []
    people = entries(name, own_line=True)
    made = []
    for entry in people:
        if any(cells.get(sort) for sort in ("said", "more")):
            role, seat = entry.role, cells.get("said", "")
            if _SEAT.fullmatch(seat) and cells.get("more"):  # "bestuurder | directeur Smit BV"
                cells, role = {**cells, "said": ""}, role or seat
            front = entry.posts[0].function if entry.posts else ""
            rest = ", ".join(
                t for t in (front, *(cells.get(s) for s in ("said", "more", "last"))) if t
            )
            behalf = cells.get("behalf", "")
            mandate = (behalf,) if behalf and not _NONE.fullmatch(behalf) else ()
            made += [
                replace(one, start=0, role=one.role or role, behalf=one.behalf or mandate)
                for one in entries(f"{entry.person}, {rest}", own_line=True)
            ]
            continue
        filled = _filled(entry, cells)
        if cells.get("other"):
            for more in entries(f"{entry.person}, {cells['other']}", own_line=True)[:1]:
                filled = replace(
                    filled,
                    posts=filled.posts or more.posts,
                    behalf=filled.behalf or more.behalf,
                    role=filled.role or more.role,
                )
        made.append(filled)
    return made


_BROKEN = re.compile(r"(?<=[a-zà-ÿ])- (?=[A-ZÀ-Þ])")  # "Smit- Bos", where the line was full
# A seat on the board that would be a function elsewhere.
_SEAT = re.compile(
    r"(?:(?:onafhankelijk|uitvoerend|independent|non-executive|executive) )?"
    r"(?:bestuurder|commissaris|toezichthouder|director|trustee|governor)",
    re.IGNORECASE,
)


def _taken_apart(entry: Entry, cells: dict[str, str]) -> tuple[Entry, dict[str, str]]:
    """An entry with what the organisation's cell tells all in one, and the cells without it."""
    whole = _all_in_party(entry, cells)
    if whole is None:
        return entry, cells
    entry = replace(entry, posts=whole.posts, behalf=whole.behalf)
    rest = {sort: text for sort, text in cells.items() if sort != "party"}
    if seat_role(rest.get("function", "")):
        rest = {**rest, "role": rest.get("role") or rest["function"], "function": ""}
    return entry, rest


def _all_in_party(entry: Entry, cells: dict[str, str]) -> Entry | None:
    """What the organisation's cell tells, where it holds more than a name.

    "Principal, Hull College, on behalf of the schools"; beside a function that has a cell of its
    own, only the mandate is taken apart: "Jansen Zaden, namens de telers".
    """
    party, function = cells.get("party", ""), cells.get("function", "")
    own = bool(function) and not seat_role(function)
    found = entries(f"{entry.person}, {party}", own_line=True) if party else []
    if len(found) != 1 or not ("," in party or party[:1].islower()):
        return None
    posts = joined_posts(found[0].posts)
    first = posts[0] if posts else Post("", "")
    if own and found[0].behalf and not first.function:
        return replace(found[0], posts=(Post(function, first.party),))
    return replace(found[0], posts=posts) if not own and first.function and first.party else None


_INSIDE = re.compile(r"\s*\((?P<role>[^()]+)\)\s*$")
# A party in a function's cell, beside the one that has a cell of its own.
_HOUSE = re.compile(
    r"gemeente|provincie|universit|hogeschool|college|school|stichting|council|b\.?v\b|n\.?v\b|"
    r"ltd|plc|bank|group|groep|trust",
    re.IGNORECASE,
)


def _filled(entry: Entry, cells: dict[str, str]) -> Entry:
    """An entry with what the other cells of its row say."""
    entry, cells = _taken_apart(entry, cells)
    function, party = singular(cells.get("function", "")), cells.get("party", "")
    inside = _INSIDE.search(function)
    if inside and seat_role(inside["role"]):  # "Director of Place (chair)"
        cells = {"role": inside["role"], **{k: v for k, v in cells.items() if v}}
        function = _INSIDE.sub("", function)
    entry, role = _seated(entry, cells.get("role", ""))
    at_home = bool(party) and WEAK.fullmatch(function) is not None  # "Leader" of a council
    if (
        function
        and seat_role(function)
        and not at_home
        and not role
        and (party or "role" not in cells)
    ):
        role, function = seat_role(function), ""
    posts = list(entry.posts)
    apart = _apart(entry, function) if not party or BEHALF.search(function) else None
    if apart:
        posts, entry = [*apart.posts], replace(entry, behalf=(*entry.behalf, *apart.behalf))
    elif function:
        told = post(function)
        whole = party and told.party and not _HOUSE.search(told.party)
        posts = [Post(function if whole else told.function or function, party or told.party)]
    elif party:
        posts = [Post("", party)]
    if (party and _NONE.fullmatch(party)) or (not party and NOWHERE.fullmatch(function)):
        posts = []
    behalf = cells.get("behalf", "")
    since, until = _YEAR.search(cells.get("since", "")), cells.get("until", "")
    return replace(
        entry,
        role=role or entry.role if WEAK.fullmatch(entry.role) else entry.role or role,
        posts=tuple(posts),
        behalf=(behalf,) if behalf and not _NONE.fullmatch(behalf) else entry.behalf,
        since=since[0] if since else entry.since,
        left=entry.left or _LEFT.search(until) is not None,
    )


_LEFT = re.compile(r"afgetreden|resigned|stepped down", re.IGNORECASE)
# A role with what is said of it: "Chair (from 2024)", "Director, nominated by the council".
_ROLE_LED = re.compile(
    rf"(?P<role>{SEAT_ROLES}|{_SEAT.pattern})\s*(?P<rest>[(,;–-].*)", re.IGNORECASE | re.DOTALL
)


def _seated(entry: Entry, cell: str) -> tuple[Entry, str]:
    """The role that a cell tells, and the entry with what stands behind it."""
    voteless = VOTELESS.search(cell)
    if voteless and voteless.start():  # "waarnemer zonder stem"
        cell = cell[: voteless.start()].strip(" ,(")
    led = None if seat_role(cell) else _ROLE_LED.fullmatch(cell)
    if not led:
        return entry, seat_role(cell) or cell
    rest = entries(f"{entry.person}, {led['rest'].strip(' ,;–-')}", own_line=True)[:1]
    for one in rest:
        entry = replace(
            entry, behalf=entry.behalf or one.behalf, since=entry.since or one.since,
        )  # fmt: skip
    return entry, seat_role(led["role"]) or led["role"]


def _apart(entry: Entry, function: str) -> Entry | None:
    """Function and party where one cell tells both: "Dean of Arts, Hull College"."""
    both = ", " in function or BEHALF.search(function)
    found = entries(f"{entry.person}, {function}", own_line=True) if both else []
    told = joined_posts(found[0].posts) if len(found) == 1 else ()
    if not told or not (told[0].function and (told[0].party or found[0].behalf)):
        return None
    return replace(found[0], posts=told)


_NONE = re.compile(rf"[-–—/.]*|n\.?v\.?t\.?|n/?a|{NOWHERE.pattern}", re.IGNORECASE)
