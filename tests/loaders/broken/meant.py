"""Tables that can be read and cannot be meant: contradictions, circles, words that are none."""

from __future__ import annotations

from collections.abc import Iterator

from tests.loaders.broken.case import Case, folder

from ledwerk.loaders.columns import table_columns, tables
from ledwerk.schema.fields import Shape
from ledwerk.schema.kinds import NodeKind, RelationKind
from ledwerk.schema.model import MODEL

_DATES = (
    "2016-02-30", "2016-13", "03-10-2016", "3/10/2016", "morgen", "20161003", "2016/10/03",
    "0000-01-01", "99999", "-5", "2016-10-3", "2016-10-03T12:00", "２０１６年",
)  # fmt: skip
_NUMBERS = ("1.000", "1,500", "1e999", "abc", "NaN", "inf", "1 000", "0x10", "--5", "1,2,3", "€ 5")
_URLS = (
    "javascript:alert(1)",
    "ftp://x.nl",
    "geen adres",
    "http://",
    "localhost",
    "data:text/html,x",
)
_IDS = (
    "person:x", "organisation:", "organisation:met spatie", "organisatie:x", "x", ":x",
    f"organisation:{'x' * 201}", "organisation:a/b", "organisation:\u202eabc", "organisation:😀",
)  # fmt: skip


def meant_cases() -> Iterator[Case]:
    """All of them."""
    yield from _values()
    yield from _ids()
    yield from _headers()
    yield from _references()
    yield from _periods()
    yield from _doubles()
    yield from _circles()
    yield from _seats_and_sources()


def _one(name: str, table: str, text: str, line: int, says: str, column: str = "") -> Case:
    place = f"{table}.csv:{line}:" + (f" {column}:" if column else "")
    return Case(name, folder({table: text}), place, says)


def _values() -> Iterator[Case]:
    for kind in MODEL.nodes:
        for prop in kind.properties:
            if (
                prop.type.vocabulary
                and (prop.name, prop.type) not in kind.fixed
                and _has(kind, prop.name)
            ):
                text = f"id,{prop.name}\n{kind.prefix}:a,\n{kind.prefix}:x,gibberish\n"
                says = "'gibberish' is not in the list"
                yield _one(f"word {kind.table} {prop.name}", kind.table, text, 3, says, prop.name)
    for word in _DATES:
        text = f"id,start\nproject:a,2016\nproject:x,{word}\n"
        yield _one(f"date {word}", "projects", text, 3, "write", "start")
    for word in _NUMBERS:
        text = f'id,budget\nproject:x,"{word}"\n'
        yield _one(f"number {word}", "projects", text, 2, "number|two ways", "budget")
    for word in ("1.5", "1e3", "12345678901234567890", "een"):
        text = f"id,number\nprogramme:x,{word}\n"
        yield _one(f"whole {word}", "programmes", text, 2, "is not a whole number", "number")
    for word in ("misschien", "2", "yesno"):
        text = f"id,sme\norganisation:x,{word}\n"
        yield _one(f"yes or no {word}", "organisations", text, 2, "neither yes nor no", "sme")
    for word in _URLS:
        text = f'id,website\norganisation:x,"{word}"\n'
        yield _one(f"address {word}", "organisations", text, 2, "not a web address", "website")
    for word in ("2", "-0.5", "1e9"):
        text = f"id,confidence\nperson:x,{word}\n"
        yield _one(f"confidence {word}", "people", text, 2, "is outside 0 to 1", "confidence")


def _has(kind: NodeKind | RelationKind, name: str) -> bool:
    return any(role.property.name == name for role in table_columns(kind))


def _ids() -> Iterator[Case]:
    for number, word in enumerate(_IDS):
        text = f'id,name\n"{word}",X\n'
        yield _one(
            f"id {number}", "organisations", text, 2, "begin with|signs that no id has", "id"
        )
    yield _one("no id of a seat", "seats", "id,role\n,lid\n", 2, "empty; write one", "id")
    yield _one("a name without a letter", "people", "name\n---\n", 2, "neither id nor name", "name")


def _headers() -> Iterator[Case]:
    for kind in MODEL.nodes:
        text = "id,name,name\nx,X,Y\n" if kind.named else "id,id\nx,y\n"
        yield _one(f"twice {kind.table}", kind.table, text, 1, "is there twice; keep one")
    for table, kind in tables(MODEL).items():
        if isinstance(kind, RelationKind):
            text = f"{kind.source_column}\nx\n"
            says = f"the column {kind.target_column} is missing"
            yield _one(f"lacking {table}", table, text, 1, says)
    yield _one("no name", "projects", "budget\n5\n", 1, "no column id or name")
    yield _one(
        "unknown column",
        "projects",
        "name,kosten\nA,5\n",
        1,
        "no such column; did you mean",
        "kosten",
    )
    yield _one(
        "no title", "projects", "name,,budget\nA,b,5\n", 1, "no such column", r"\(no title\)"
    )
    no_table = folder({"organisaties_2": "name\nA\n"})
    yield Case("no such table", no_table, "organisaties_2.csv:", "no table is called")


def _references() -> Iterator[Case]:
    for table, kind in tables(MODEL).items():
        if not isinstance(kind, RelationKind):
            continue
        text = f"{kind.source_column},{kind.target_column}\nniemand,nergens\n"
        yield _one(
            f"nothing {table}", table, text, 2, "is neither an id nor a name", kind.target_column
        )
        text = f"{kind.source_column},{kind.target_column}\nsource:s,source:s\n"
        yield _one(
            f"wrong kind {table}",
            table,
            text,
            2,
            "'source:s' cannot stand here",
            kind.source_column,
        )
        text = f"{kind.source_column},{kind.target_column}\nniemand,\n"
        yield _one(
            f"empty end {table}", table, text, 2, "empty; write an id or a name", kind.target_column
        )
    people = folder({
        "organisations": "id,name\norganisation:a,Jansen\norganisation:b,Jansen\n",
        "projects": "name\nP\n",
        "partner_in": "party,activity\nJansen,P\n",
    })  # fmt: skip
    yield Case(
        "two of that name", people, r"partner_in\.csv:2: party:", "is the name of organisation:a"
    )


def _periods() -> Iterator[Case]:
    for table, kind in tables(MODEL).items():
        names = {prop.name for prop in kind.properties if prop.type.shape is Shape.DATE}
        if not {"start", "end"} <= names:
            continue
        ends = f"{kind.prefix}:x" if isinstance(kind, NodeKind) else "a,b"
        keys = "id" if isinstance(kind, NodeKind) else f"{kind.source_column},{kind.target_column}"
        text = f"{keys},start,end\n{ends},2016-10,2016-09-30\n"
        yield _one(f"backwards {table}", table, text, 2, "is before the start, 2016-10", "end")


def _doubles() -> Iterator[Case]:
    for kind in MODEL.nodes:
        if kind.named:
            text = f"id,name,locator\n{kind.prefix}:x,Een,p. 1\n{kind.prefix}:x,Twee,p. 1\n"
            lines = (
                ("source:s,Bron,\n", f"source\n{SOURCE_LINE}") if kind.table == "sources" else None
            )
            if lines:
                continue
            yield _one(
                f"same place {kind.table}",
                kind.table,
                text,
                3,
                "says 'Twee' where line 2 says 'Een'",
                "name",
            )
    for column, first, second in (("role", "lead", "partner"), ("contribution", "5", "6")):
        text = f"party,activity,{column}\nA,P,{first}\nA,P,{second}\n"
        made = folder({"organisations": "name\nA\n", "projects": "name\nP\n", "partner_in": text})
        yield Case(
            f"same place partner {column}",
            made,
            rf"partner_in\.csv:3: {column}:",
            "where line 2 says",
        )
    numbers = "name,kvk,locator\nA,1,p. 1\nA,2,p. 2\n"
    yield _one("two of one name", "organisations", numbers, 3, "if they are two of one name", "kvk")


SOURCE_LINE = "source:s"


def _ring(length: int, name: str, prefix: str) -> str:
    return "".join(f"{prefix}:{name}{n},{prefix}:{name}{(n + 1) % length}\n" for n in range(length))


def _circles() -> Iterator[Case]:
    for length in (2, 3, 10, 2_000):
        ring = _ring(length, "g", "group")
        ids = "id\n" + "".join(f"group:g{n}\n" for n in range(length))
        made = folder({"groups": ids, "member_of": f"member,whole\n{ring}"})
        yield Case(
            f"circle of {length} groups", made, r"member_of\.csv:\d+:", "go round in a circle"
        )
        ids = "id\n" + "".join(f"programme:p{n}\n" for n in range(length))
        made = folder(
            {"programmes": ids, "part_of": f"part,programme\n{_ring(length, 'p', 'programme')}"}
        )
        yield Case(
            f"circle of {length} programmes", made, r"part_of\.csv:\d+:", "go round in a circle"
        )
    for table, header, ids in (
        ("member_of", "member,whole", ("groups", "group:a")),
        ("part_of", "part,programme", ("programmes", "programme:a")),
        ("funds", "payer,receiver", ("organisations", "organisation:a")),
        ("founded", "founder,founded", ("organisations", "organisation:a")),
    ):
        made = folder({ids[0]: f"id\n{ids[1]}\n", table: f"{header}\n{ids[1]},{ids[1]}\n"})
        yield Case(f"itself {table}", made, rf"{table}\.csv:2:", "is related to itself")


def _seats_and_sources() -> Iterator[Case]:
    seat = {"seats": "id,role\nseat:x,lid\n", "boards": "id\nboard:a\nboard:b\n",
            "people": "id\nperson:a\nperson:b\n", "organisations": "id\norganisation:a\norganisation:b\n"}  # fmt: skip
    for table, header, far in (
        ("on", "seat,board", "board"), ("from", "seat,organisation", "organisation"),
    ):  # fmt: skip
        text = f"{header}\nseat:x,{far}:a\nseat:x,{far}:b\n"
        yield Case(
            f"two of a seat {table}",
            folder({**seat, table: text}),
            rf"{table}\.csv:3:",
            "it can have one",
        )
    text = "holder,seat\nperson:a,seat:x\nperson:b,seat:x\n"
    yield Case(
        "two in a seat", folder({**seat, "holds": text}), r"holds\.csv:3:", "it can have one"
    )
    yield Case(
        "unknown source",
        folder({"people": "name,source\nJo,niets\n"}),
        r"people\.csv:2: source:",
        "neither an id nor a name",
    )
    two = folder({"sources": "id\nsource:s\nsource:t\n", "people": "name\nJo\n"})
    yield Case("which source", two, r"people\.csv:2: source:", "every fact has a source")
    none = folder({"sources": "id\n", "people": "name\nJo\n"})
    yield Case("no source", none, r"people\.csv:2: source:", "every fact has a source")
