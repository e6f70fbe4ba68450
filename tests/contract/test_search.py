"""Full-text search: what is found, in which order, and the piece of text that shows why."""

from __future__ import annotations

from typing import Any

import pytest
from tests.contract.making import ask, node, put, whole

from ledwerk.graph import plan as p
from ledwerk.graph.store import Store
from ledwerk.schema.model import MODEL

KINDS = tuple(kind.name for kind in MODEL.nodes)


def found(store: Store, text: str, kinds: tuple[str, ...] = KINDS) -> list[str]:
    """The ids that a search finds, without their kinds."""
    plan = p.Find(p.Matching(text, kinds), p.ListOf(whole("id")))
    return [row["id"].partition(":")[2] for row in ask(store, plan)]


def snippets(store: Store, text: str) -> dict[str, str]:
    """The piece of text with each hit, by id."""
    items = (p.NodeAt("node", whole("id")), p.Leaf("snippet", "snippet"))
    take = p.Connection((p.Edges("edges", items),), p.Page(50))
    edges = ask(store, p.Find(p.Matching(text, KINDS), take))["edges"]
    return {edge["node"]["id"].partition(":")[2]: edge["snippet"] for edge in edges}


RANKED = (
    node("organisation:text", name="AA", description_nl="Wij houden van sport en spel."),
    node("organisation:inside", name="Topsport Limburg"),
    node("organisation:inside-alias", name="BB", aliases=("De Motorsporter",)),
    node("organisation:word", name="Limburgse Sportraad"),
    node("organisation:word-alias", name="CC", aliases=("Huis voor de sport",)),
    node("project:begins", name="Sport en Zorg"),
    node("project:begins-2", name="Sportbedrijf"),
    node("organisation:whole", name="SPORT B.V."),
    node("organisation:whole-alias", name="Zwart", aliases=("Sport",)),
    node("organisation:text-inside", name="DD", description_nl="Topsporters"),
    node("organisation:nothing", name="EE", address="Sportlaan 1"),
)


def test_hits_come_in_ranking_classes(store: Store) -> None:
    put(store, *RANKED)
    assert found(store, "sport") == [
        "whole", "whole-alias",  # the whole name, or an alias
        "begins", "begins-2",  # the name begins so
        "word-alias", "word",  # a word of name or alias begins so: CC, Limburgse
        "inside-alias", "inside",  # name or alias contains it: BB, Topsport
        "text",  # only the text does
    ]  # fmt: skip
    assert found(store, "SPÓRT") == found(store, "sport")
    assert found(store, "sport", ("Project",)) == ["begins", "begins-2"]
    assert found(store, "sport", ()) == []


def test_within_a_class_hits_are_sorted_by_name_and_id(store: Store) -> None:
    rows = [
        ("b", "Sport É"),
        ("a", "Sport e"),
        ("c", "sport d"),
        ("d", "SPORT E"),
        ("e", "Sport 1"),
    ]
    put(store, *(node(f"organisation:{key}", name=name) for key, name in rows))
    assert found(store, "sport") == ["e", "c", "a", "b", "d"]


def test_every_word_has_to_stand_somewhere(store: Store) -> None:
    put(
        store,
        node("organisation:a", name="Rood Huis", description_nl="Aan de grote weg"),
        node("organisation:b", name="Rood", aliases=("Huis",)),
        node("organisation:c", name="Huis", description_en="A red house, rood"),
        node("organisation:d", name="Rood"),
    )
    assert found(store, "rood huis") == ["a", "b", "c"]
    assert found(store, "huis rood") == ["b", "a", "c"]
    assert found(store, "rood huis weg") == ["a"]
    assert found(store, "weg grote") == ["a"]
    assert found(store, "rood huis nergens") == []


def test_a_text_is_searched_where_its_words_begin(store: Store) -> None:
    put(
        store,
        node("project:a", name="A", description_nl="samenwerking\nnieuwbouw-project"),
        node(
            "programme:b", name="B", bottleneck="Te weinig nieuwbouw", state_en="working together"
        ),
        node("programme:c", name="C", bottleneck_en="new buildings", state_nl="stilstand"),
    )
    assert found(store, "nieuwbouw") == ["a", "b"]
    assert found(store, "werking") == []
    assert found(store, "project") == ["a"]
    assert found(store, "bouw") == []
    assert found(store, "work") == ["b"]
    assert found(store, "buildings") == ["c"]
    assert found(store, "stil") == ["c"]


def test_short_words_are_found_where_words_begin(store: Store) -> None:
    put(
        store,
        node("organisation:a", name="UM"), node("organisation:b", name="Forum"),
        node("organisation:c", name="Umicore"), node("organisation:d", name="De UM-fabriek"),
        node("organisation:e", name="E (um)", description_nl="um"),
        node("organisation:f", name="F", description_nl="um"),
    )  # fmt: skip
    assert found(store, "um") == ["a", "c", "d", "e"]
    assert found(store, "u") == ["a", "c", "d", "e"]
    assert found(store, "um fabriek") == ["d"]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("", []), ("  \t\n ", []), ("日本", ["a"]), ("本", []), ("語", []), ("ΑΘΗΝΑ", ["b"]),
        ("αθήνα", ["b"]), ("💶", ["c"]), ("100%", ["d"]), ("%", []), ("_", []), ("o'brien", ["e"]),
        ('"& zn"', ["e"]), ("\"", ["e"]), ("*", []), ("AND", []), ("name:x", []), ("NEAR(", []),
        ("(", []), ("-", []), ("^", []), ("straße", ["f"]), ("STRASSE", ["f"]), ("strasse", ["f"]),
        ("a:b", []), ("\\", []), ("'", []), ("shalom", []), ("שלום", ["g"]), ("a" * 5000, []),
        (" ".join("rood" for _ in range(500)), []), ("x\0y", []),
    ],
)  # fmt: skip
def test_words_in_any_script_and_of_any_syntax(store: Store, text: str, hits: list[str]) -> None:
    """One or two letters are a word's beginning, also where a script has no spaces."""
    put(
        store,
        node("organisation:a", name="日本語"), node("organisation:b", name="Αθήνα"),
        node("organisation:c", name="Geld 💶 enzo"), node("organisation:d", name="100% Limburg"),
        node("organisation:e", name="O'Brien \"& Zn\""), node("organisation:f", name="Straße"),
        node("organisation:g", name="שלום"),
    )  # fmt: skip
    assert found(store, text) == hits


def test_a_search_follows_what_changes(store: Store) -> None:
    row = node("organisation:a", name="Oude naam", aliases=("Bijnaam",), description_nl="tekst één")
    put(store, row)
    put(store, node("organisation:a", name="Nieuwe naam", description_nl="tekst twee"))
    assert [found(store, word) for word in ("oude", "bijnaam", "één", "twee", "nieuwe")] == [
        [], [], [], ["a"], ["a"],
    ]  # fmt: skip
    put(store)
    assert found(store, "naam") == []


def test_a_search_is_counted_and_paged(store: Store) -> None:
    put(store, *RANKED)
    whole_ = found(store, "sport")
    items = (p.NodeAt("node", whole("id")), p.Cursor("cursor"))
    got: list[str] = []
    after: Any = None
    for _ in range(6):
        page = p.Page(2, after)
        info = p.PageInfo("info", (p.Leaf("more", "hasNextPage"),))
        take = p.Connection((p.Edges("edges", items), p.Total("total"), info), page)
        answer = ask(store, p.Find(p.Matching("sport", KINDS), take))
        got += [edge["node"]["id"].partition(":")[2] for edge in answer["edges"]]
        assert answer["total"] == len(whole_)
        if not answer["info"]["more"]:
            break
        after = tuple(_cursor(answer["edges"][-1]["cursor"]))
    assert got == whole_


def _cursor(text: str) -> list[Any]:
    import json

    keys: list[Any] = json.loads(text)
    return keys


def test_a_search_can_be_narrowed_and_ordered(store: Store) -> None:
    put(store, *RANKED)
    start = p.Matching("sport", MODEL.parties)
    where = p.Compare("aliases", "contains", "SPORT")  # whole names and aliases
    rows = ask(store, p.Find(start, p.ListOf(whole("name")), where))
    assert rows == [{"name": "SPORT B.V."}, {"name": "Zwart"}]
    where = p.Compare("name", "starts", "z")
    assert ask(store, p.Find(start, p.ListOf(whole("name")), where)) == [{"name": "Zwart"}]
    order = (p.Order("name", descending=True),)
    rows = ask(store, p.Find(start, p.ListOf(whole("name"), 2), None, order))
    assert [row["name"] for row in rows] == ["Zwart", "Topsport Limburg"]


def test_a_snippet_shows_the_first_text_that_has_a_word(store: Store) -> None:
    long = "Voor de regio is het van belang dat er gebouwd wordt aan een stevige économie. " * 4
    put(
        store,
        node(
            "project:a", name="Bouwen", description_nl=f"{long}Kern.{long}", description_en="Kern"
        ),
        node(
            "project:b", name="Kern", description_nl="Iets anders", description_en="The kern of it"
        ),
        node("project:c", name="Kernenergie", aliases=("Atoom",)),
        node("programme:d", name="D", bottleneck="Geen kern\nte vinden", description_nl="niets"),
    )
    shown = snippets(store, "kern")
    assert list(shown) == ["b", "c", "a", "d"]
    assert "Kern." in shown["a"]
    assert shown["a"].startswith("…")
    assert shown["a"].endswith("…")
    assert len(shown["a"]) <= 162
    assert shown["b"] == "The kern of it"
    assert shown["c"] == "Kernenergie, Atoom"
    assert shown["d"] == "Geen kern te vinden"
    assert "économie" in snippets(store, "ECONOMIE")["a"]


def test_a_snippet_of_a_node_with_no_text_is_its_names(store: Store) -> None:
    put(store, node("organisation:a", name="Alpha 👩‍👩‍👧‍👦", aliases=("Één", "Twee")))
    assert snippets(store, "alpha") == {"a": "Alpha 👩‍👩‍👧‍👦, Één, Twee"}
    assert snippets(store, "twee") == {"a": "Alpha 👩‍👩‍👧‍👦, Één, Twee"}
    put(store, node("project:x"))
    assert snippets(store, "x") == {"x": "x"}


def test_seats_are_not_searched_but_shown_by_name(store: Store) -> None:
    put(store, node("seat:1", role="voorzitter"), node("person:p", name="Petra"))
    assert found(store, "voorzitter") == []
    assert found(store, "petra") == ["p"]
