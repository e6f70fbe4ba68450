"""Values as they are said, whatever is in them: kept, shown, found and sorted the same."""

from __future__ import annotations

import asyncio
import json
import unicodedata
from typing import Any

import pytest
from tests.contract.making import ask, ids, link, listed, node, put, whole

from ledwerk.graph import plan as p
from ledwerk.graph.store import Store
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.names import fold, name_key, sort_key
from ledwerk.schema.statements import Statement

A, P = "organisation:a", "project:p"

TEXTS = {
    "emoji": "Café 👩‍👩‍👧‍👦 🇳🇱 💶 1️⃣",
    "combining": "e\u0301 o\u0308 \u0301alleen a\u030a\u0323",
    "Greek": "Αθήνα ΟΔΥΣΣΕΥΣ ὀδυσσεύς",
    "Chinese, Japanese, Korean": "日本語 中文 한국어 ｆｕｌｌ ㌔",
    "right to left": "שלום \u202bعربي\u202c \u200f",
    "capitals": "İSTANBUL ı ẞ ﬁ Ǆ ŒUVRE Þórr Łódź ÅÉÎ",
    "beyond sixteen bits": "𝒜𝓁𝓅𝒽𝒶 𐍈 🄰",
    "control": "tab\there\nline\r\nother\x0bend\x7f\x01",
    "nothing much": "\u200b\u00a0\ufeff\u2028",
    "quotes": 'O\'Brien "& Zn" ‘’“”„ `back` \\ \\\\ \\\' \\"',
    "SQL": "Robert'); DROP TABLE node;-- %_ ?1 :a @b",
    "Cypher": "`}) DETACH DELETE n // $p0 {id: 'x'} MATCH (n) RETURN n; \\u0041",
    "JSON": '{"$later": 0, "$excerpt": 1, "$id": [null, true]} [1,2] \\n \\/',
    "GraphQL": 'query { __typename } # "" """',
    "HTML": "</script><img src=x onerror=alert(1)> &amp; &#0;",
}


def shown(store: Store, *names: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = ask(store, listed("Organisation", *names))
    return rows


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_text_comes_back_as_it_was_said(store: Store, text: str) -> None:
    rows = [
        node(A, name=text, aliases=(text + "2", "x" + text), description_nl=text, address=text,
             locator=text, note=text, cited="source:s"),
        node("source:s", name=text),
        link("FUNDS", A, P, purpose=text, per=text, amount=1.0),
    ]  # fmt: skip
    put(store, *rows)
    names = ("name", "aliases", "description_nl", "address")
    assert shown(store, *names) == [
        {"name": text, "aliases": [text + "2", "x" + text], "description_nl": text, "address": text}
    ]
    assert list(store.statements()) == sorted(rows, key=lambda row: (row.kind, row.key))
    assert put(store, *rows).revision == 1
    assert ids(store, p.Find(p.ByName(text, ("Organisation",)), p.ListOf(whole("id")))) == ["a"]
    items = (p.Leaf("purpose", "purpose"), p.Citations("said", (p.Leaf("title", "title"),), True))
    step = p.Step("relation", "FUNDS", True, ("Project",))
    hop = p.Hop("funds", step, p.Connection((p.Edges("edges", items),), p.Page(9)))
    cited = p.Citations("said", tuple(p.Leaf(n, n) for n in ("title", "locator", "note")), False)
    plan = p.Find(p.ById((A,), ("Organisation",)), p.OneOf(p.Shape((((), (hop, cited)),))))
    found = ask(store, plan)
    assert found["funds"]["edges"][0]["purpose"] == text
    assert found["said"] == [{"title": text, "locator": text, "note": text}]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_text_is_found_by_a_piece_of_it(store: Store, text: str) -> None:
    put(
        store,
        node(A, name="Zeta", description_nl=text, address=text),
        node("organisation:b", name=text),
        node("organisation:c", name="Gamma"),
    )
    piece = text.strip()[1:5]
    for name in ("description_nl", "address"):
        for operator, value in (("contains", piece), ("starts", text[:4]), ("eq", text)):
            where = p.Compare(name, operator, value)  # type: ignore[arg-type]
            assert ids(store, listed("Organisation", where=where)) == ["a"], (name, operator)
    for operator, value in (("contains", piece), ("eq", text), ("in", ("nobody", text))):
        where = p.Compare("name", operator, value)  # type: ignore[arg-type]
        found = ids(store, listed("Organisation", where=where))
        expected = ["b"] if fold(str(value)) or operator != "contains" else ["a", "b", "c"]
        assert sorted(found) == expected, operator


def test_a_name_is_found_however_its_letters_are_composed(store: Store) -> None:
    put(store, node(A, name=unicodedata.normalize("NFC", "Crème Brûlée BV")))
    for form in ("NFC", "NFD", "NFKD"):
        name = unicodedata.normalize(form, "CRÈME brûlée")
        assert ids(store, p.Find(p.ByName(name, ("Organisation",)), p.ListOf(whole("id")))) == ["a"]


@pytest.mark.parametrize("letter", ["x", "👩"])
def test_a_million_letters_fit(store: Store, letter: str) -> None:
    long = (letter * 7 + " ") * (1_000_000 // 8)
    other = long[:-1] + "!"
    rows = [
        node(A, name=long, aliases=(other,), description_nl=long, bottleneck_en=None),
        node("organisation:b", name=other, website="https://" + "w" * 900_000, note=long),
        node("organisation:c", name="Kort", description_en=long, locator=long),
    ]
    put(store, *rows)
    found = {row["id"]: row for row in shown(store, "id", "name", "aliases", "description_nl")}
    assert found[A]["name"] == found[A]["description_nl"] == long
    assert found[A]["aliases"] == [other]
    assert list(store.statements()) == rows
    named = p.Find(p.ByName(long, ("Organisation",)), p.ListOf(whole("id")))
    assert "a" in ids(store, named)
    where = p.Compare("description_en", "contains", f"{letter * 7} {letter * 7}")
    assert ids(store, listed("Organisation", where=where)) == ["c"]
    assert len(asyncio.run(store.names())) == 4
    put(store, rows[0])
    assert [row["id"] for row in shown(store, "id")] == [A]


def test_names_alike_for_hundreds_of_letters_are_told_apart(store: Store) -> None:
    same = "Vereniging van " * 40
    put(store, *(node(f"organisation:{c}", name=same + c) for c in "cab"))
    for letter in "abc":
        plan = p.Find(p.ByName(same + letter, ("Organisation",)), p.ListOf(whole("id")))
        assert ids(store, plan) == [letter]
        where = p.Compare("name", "contains", f"van {letter}")
        assert ids(store, listed("Organisation", where=where)) == [letter]
    assert ids(store, listed("Organisation")) == ["a", "b", "c"]


def test_a_purpose_may_be_a_long_text(store: Store) -> None:
    """It is part of a relation's key."""
    long = "voor de verbouwing en " * 200
    put(
        store,
        link("FUNDS", A, P, purpose=long, amount=1.0),
        link("FUNDS", A, P, purpose=long + "x"),
    )
    assert ask(store, p.Tally())["relations"] == {"FUNDS": 2}
    put(store, link("FUNDS", A, P, purpose=long, amount=2.0))
    assert ask(store, p.Tally())["relations"] == {"FUNDS": 1}


NUMBERS = [0.0, 1.0, -1.5, 0.1, 1e-308, -1e21, 1e15, 1e16, 123456789.123, 100.0, 1e22]
# More than fifteen digits, or at the edge of what there is.
EXACT = [
    0.30000000000000004,
    50.851368123456789,
    1.7976931348623157e308,
    5e-324,
    2.0**53,
    2.0**63,
    -1e300,
]


def _budgets(numbers: list[float]) -> list[Statement]:
    return [node(f"project:{i:02}", name=f"P{i:02}", budget=n) for i, n in enumerate(numbers)]


def _come_back(store: Store, numbers: list[float]) -> None:
    rows = _budgets(numbers)
    rows += [link("FUNDS", A, f"project:{i:02}", amount=n) for i, n in enumerate(numbers)]
    put(store, *rows)
    assert put(store, *rows).revision == 1
    said = [row.values()["budget"] for row in store.statements() if row.kind == "Project"]
    assert list(map(repr, said)) == list(map(repr, numbers))
    found = [row["budget"] for row in ask(store, listed("Project", "budget"))]
    assert found == numbers
    assert all(isinstance(one, float) for one in found)


def test_numbers_come_back(store: Store) -> None:
    _come_back(store, [*NUMBERS, -0.0])


def test_numbers_come_back_to_the_last_digit(store: Store) -> None:
    _come_back(store, EXACT)


def test_numbers_are_compared_exactly(store: Store) -> None:
    numbers = [*NUMBERS, *EXACT]
    put(store, *_budgets(numbers), node("project:none", name="None"))
    for number in numbers:
        expected = {
            "lt": sum(n < number for n in numbers), "lte": sum(n <= number for n in numbers),
            "gt": sum(n > number for n in numbers), "gte": sum(n >= number for n in numbers),
            "eq": sum(n == number for n in numbers),
        }  # fmt: skip
        for operator, count in expected.items():
            where = p.Compare("budget", operator, number)  # type: ignore[arg-type]
            assert len(ids(store, listed("Project", where=where))) == count, (operator, number)


def test_numbers_are_sorted_and_paged(store: Store) -> None:
    put(store, *_budgets(NUMBERS), node("project:none", name="None"))
    assert _sorted(store) == [*sorted(NUMBERS), None]


def test_numbers_are_sorted_and_paged_to_the_last_digit(store: Store) -> None:
    put(store, *_budgets(EXACT), node("project:none", name="None"))
    assert _sorted(store) == [*sorted(EXACT), None]


def _sorted(store: Store) -> list[Any]:
    """Every budget, one a page."""
    order = (p.Order("budget"),)
    found: list[Any] = []
    after = None
    for _ in range(40):
        parts = (p.Edges("e", (p.NodeAt("n", whole("budget")), p.Cursor("c"))),)
        plan = p.Find(p.OfKinds(("Project",)), p.Connection(parts, p.Page(1, after)), None, order)
        edges = ask(store, plan)["e"]
        if not edges:
            break
        found.append(edges[0]["n"]["budget"])
        after = tuple(json.loads(edges[0]["c"]))
    return found


def test_whole_numbers_stay_whole(store: Store) -> None:
    most = 999_999_999_999_999
    rows = [
        node(f"programme:{i}", name=str(i), number=n) for i, n in enumerate((0, -7, most, -most))
    ]
    put(store, *rows)
    found = [row["number"] for row in ask(store, listed("Programme", "number"))]
    assert found == [0, -7, most, -most]
    assert all(isinstance(one, int) for one in found)
    assert list(store.statements()) == rows


def test_yes_no_and_unknown_are_three_things(store: Store) -> None:
    rows = [
        node("organisation:y", name="y", sme=True),
        node("organisation:n", name="n", sme=False),
        node("organisation:u", name="u"),
    ]
    put(store, *rows)
    assert [row["sme"] for row in shown(store, "sme")] == [False, None, True]
    assert [row["sme"] is False for row in shown(store, "sme")] == [True, False, False]
    for value, found in ((True, ["y"]), (False, ["n"]), (None, ["u"])):
        where = p.Compare("sme", "eq", value)
        assert ids(store, listed("Organisation", where=where)) == found
        where = p.Compare("sme", "in", (value,))
        assert ids(store, listed("Organisation", where=where)) == found
        rest = [letter for letter in "nuy" if letter not in found]
        assert ids(store, listed("Organisation", where=p.Not(where))) == rest
    order = (p.Order("sme"),)
    assert ids(store, listed("Organisation", order=order)) == ["n", "y", "u"]
    order = (p.Order("sme", descending=True),)
    assert ids(store, listed("Organisation", order=order)) == ["y", "n", "u"]


def test_nothing_said_is_null_and_no_list_is_empty(store: Store) -> None:
    put(store, node(A, name="A"), node(P, name="P"), link("PARTNER_IN", A, P))
    names = ("aliases", "sme", "website", "start", "description_nl", "country", "kind", "helix")
    assert shown(store, *names) == [
        {"aliases": [], "sme": None, "website": None, "start": None, "description_nl": None,
         "country": None, "kind": "UNKNOWN", "helix": "UNKNOWN"},
    ]  # fmt: skip
    said = next(iter(store.statements(key=A))).properties
    assert said == (("name", "A"),)


def test_lists_keep_their_order_and_lose_what_is_said_twice(store: Store) -> None:
    put(
        store, node("source:n", date="2020"), node("source:o", date="2010"),
        node(A, name="A", aliases=("b", "a", "A"), cited="source:o"),
        node(A, name="A", aliases=("z", "a"), cited="source:n"),
    )  # fmt: skip
    assert shown(store, "aliases") == [{"aliases": ["z", "a", "b"]}]


def test_letters_are_ordered_the_same_everywhere(store: Store) -> None:
    names = ["zz", "Äpfel", "apfel", "Apfelbaum", "éclair", "eclair", "Ørsted", "orsted", "ßa", "ssb",
             "Z", "a b", "a-b", "ab", "10", "9", "Ω", "日本", "\uff5e", "😀", "\ue000", "𐍈", "_", "~",
             "ア", "я", "٣"]  # fmt: skip
    put(store, *(node(f"organisation:{i:02}", name=name) for i, name in enumerate(names)))
    found = [row["name"] for row in shown(store, "name")]
    assert found == [
        name for _, _, name in sorted((sort_key(n), i, n) for i, n in enumerate(names))
    ]
    order = (p.Order("name", descending=True),)
    found = [row["name"] for row in ask(store, listed("Organisation", "name", order=order))]
    turned = sorted(enumerate(names), key=lambda pair: sort_key(pair[1]), reverse=True)
    assert [sort_key(name) for name in found] == [sort_key(name) for _, name in turned]


def test_texts_that_are_no_names_are_ordered_by_code_point(store: Store) -> None:
    # Neo4j is not of one mind about letters beyond U+FFFF beside those just below.
    words = ["b", "B", "a", "é", "Z", "😀", "10", "9", "a b", "日"]
    put(
        store,
        *(node(f"organisation:{i:02}", name=f"{i:02}", country=w) for i, w in enumerate(words)),
    )
    order = (p.Order("country"),)
    found = [row["country"] for row in ask(store, listed("Organisation", "country", order=order))]
    assert found == sorted(words)
    for word in words:
        where = p.Compare("country", "lt", word)
        found = [r["country"] for r in ask(store, listed("Organisation", "country", where=where))]
        assert sorted(found) == sorted(other for other in words if other < word), word


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb", "\0", "a\0b"])
def test_a_question_with_half_a_letter_is_refused_or_finds_nothing(store: Store, text: str) -> None:
    """JSON can hold them; no file that is loaded can."""
    put(store, node(A, name="Alpha", country="NL"))
    plans = [
        p.Find(p.ByName(text, ("Organisation",)), p.ListOf(whole("id"))),
        p.Find(p.Matching(text, ("Organisation",)), p.ListOf(whole("id"))),
        p.Find(p.ById((text,), ("Organisation",)), p.ListOf(whole("id"))),
        listed("Organisation", where=p.Compare("country", "eq", text)),
        listed("Organisation", where=p.Compare("country", "contains", text)),
        listed("Organisation", where=p.Compare("name", "in", (text,))),
    ]
    for plan in plans:
        if "\0" in text:
            assert ask(store, plan) == []
            continue
        try:
            assert ask(store, plan) == []
        except InvalidQuestion as error:
            refused = str(error)
            assert "half of a letter" in refused


def test_name_keys_are_those_of_the_schema(store: Store) -> None:
    names = ["Sananet Care B.V.", "De & Zn", "Stichting X", "B.V.", "日本語 BV", "--", "İ"]
    put(store, *(node(f"organisation:{i}", name=name) for i, name in enumerate(names)))
    for i, name in enumerate(names):
        same = [j for j, other in enumerate(names) if name_key(other) == name_key(name)]
        plan = p.Find(p.ByName(name.upper(), ("Organisation",)), p.ListOf(whole("id")))
        if name_key(name.upper()) == name_key(name):
            assert sorted(ids(store, plan)) == [str(j) for j in same], (i, name)
