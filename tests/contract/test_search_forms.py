"""Full-text search over other forms of a word and over mistakes in one: the same on both stores."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.contract.making import ask, node, put, whole

from ledwerk.graph import plan as p
from ledwerk.graph.spelling import searched
from ledwerk.graph.store import Store
from ledwerk.schema.model import MODEL

KINDS = tuple(kind.name for kind in MODEL.nodes)
_EDGE = (
    p.NodeAt("node", whole("id")),
    p.Leaf("matched", "matched"),
    p.Leaf("snippet", "snippet"),
    p.Leaf("marked", "marked"),
)


def edges(store: Store, text: str, page: p.Page | None = None) -> list[dict[str, Any]]:
    """What a search finds, mistakes in its words forgiven."""
    take = p.Connection((p.Edges("edges", (*_EDGE, p.Cursor("cursor"))),), page or p.Page(50))
    found = asyncio.run(searched(store, MODEL, p.Find(p.Matching(text, KINDS), take)))
    listed: list[dict[str, Any]] = found["edges"]
    return listed


def hits(store: Store, text: str) -> list[tuple[str, str]]:
    """The ids that a search finds, without their kinds, and by what."""
    return [(edge["node"]["id"].partition(":")[2], edge["matched"]) for edge in edges(store, text)]


FORMS = (
    node("organisation:uni", name="Universiteit Maastricht", aliases=("Maastricht University",)),
    node("organisation:unis", name="Vereniging van Universiteiten"),
    node("organisation:firm", name="Bedrijf A"),
    node("organisation:alias", name="Zwart", aliases=("Bedrijven uit Venlo",)),
    node("project:exact", name="Iets", description_nl="Voor bedrijven in de regio."),
    node("project:form", name="Anders", description_nl="Eén bedrijf doet mee, en een *campus*."),
    node("project:english", name="Other", text_en="## Companies\nworking on **new** campuses"),
    node("person:page", name="Petra", text_nl="Werkt aan [gezonde scholen](https://x.nl)."),
)


def test_other_forms_of_a_word_are_found_after_the_word_itself(store: Store) -> None:
    put(store, *FORMS)
    assert hits(store, "bedrijven") == [
        ("alias", "ALIAS"), ("firm", "STEM"), ("exact", "TEXT"), ("form", "STEM"),
    ]  # fmt: skip
    assert hits(store, "bedrijf") == [
        ("firm", "NAME"), ("alias", "STEM"), ("form", "TEXT"), ("exact", "STEM"),
    ]  # fmt: skip
    assert hits(store, "universiteiten") == [("unis", "NAME"), ("uni", "STEM")]
    assert hits(store, "universities") == [("uni", "STEM")]
    assert hits(store, "company") == [("english", "STEM")]
    assert hits(store, "campussen") == [("form", "STEM"), ("english", "STEM")]
    assert hits(store, "campus") == [("form", "TEXT"), ("english", "TEXT")]
    assert hits(store, "school") == [("page", "STEM")]
    assert hits(store, "schoolbord") == []


def test_every_word_counts_in_whichever_form(store: Store) -> None:
    put(store, *FORMS)
    assert hits(store, "bedrijf regio") == [("exact", "STEM")]
    assert hits(store, "bedrijven regio") == [("exact", "TEXT")]
    assert hits(store, "maastricht universiteiten") == [("uni", "STEM")]
    assert hits(store, "universiteit maastricht") == [("uni", "NAME")]
    assert hits(store, "university maastricht") == [("uni", "ALIAS")]


def test_a_snippet_marks_what_was_found(store: Store) -> None:
    put(store, *FORMS)
    shown = {edge["node"]["id"]: edge for edge in edges(store, "bedrijven")}
    assert shown["project:exact"]["marked"] == "Voor **bedrijven** in de regio."
    assert shown["project:form"]["marked"] == "Eén **bedrijf** doet mee, en een *campus*."
    (page,) = edges(store, "scholen")
    assert page["snippet"] == "Werkt aan gezonde scholen."
    assert page["marked"] == "Werkt aan gezonde **scholen**."
    (page,) = edges(store, "companies")
    assert page["marked"] == "**Companies** working on new campuses"
    assert page["snippet"] == "Companies working on new campuses"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Masstricht", ["uni"]), ("Maastrciht", ["uni"]), ("maastrict", ["uni"]),
        ("univrsiteit mastricht", ["uni"]), ("bedrjif", ["firm", "form"]), ("petar", ["page"]),
        ("zwrat", ["alias"]), ("vnelo", ["alias"]), ("gezodne", ["page"]), ("maastrixyt", ["uni"]),
        ("masstri", ["uni"]),
        ("ptr", []), ("xyzzy", []), ("maxxtrixxt", []), ("venlx maastrichx", []),
    ],
)  # fmt: skip
def test_a_mistake_in_a_word_is_forgiven_where_nothing_has_it(
    store: Store, typed: str, found: list[str]
) -> None:
    put(store, *FORMS)
    assert hits(store, typed) == [(one, "TYPO") for one in found]


def test_a_known_word_may_be_meant_for_another_one(store: Store) -> None:
    put(
        store,
        node("organisation:zuyd", name="Zuyd Hogeschool"),
        node("organisation:zuid", name="Zuid-Limburg"),
    )
    assert hits(store, "zuid") == [("zuid", "NAME")]
    assert hits(store, "zuid hogeschool") == [("zuyd", "TYPO")]


@pytest.mark.parametrize("beside", [(), ("Onderwijsraad",), ("Raad", "Zij-instroom")])
def test_a_mistaken_word_may_be_a_part_of_a_longer_one(
    store: Store, beside: tuple[str, ...]
) -> None:
    put(
        store,
        node("organisation:begun", name="Platform techniek en onderwijs"),
        node("organisation:alias", name="PTvT", aliases=("Techniekonderwijs Zuid",)),
        node("organisation:joined", name="Regionaal techniekonderwijs"),
        node("project:two", name="Techniekcollege voor beroepsonderwijs"),
        node("project:text", name="Iets", description_nl="Over techniek en over onderwijs."),
        node("project:none", name="Techniek"),
        *(node(f"organisation:x{n}", name=name) for n, name in enumerate(beside)),
    )
    found = ["begun", "alias", "joined", "two", "text"]
    assert [one for one, _ in hits(store, "techniek onderwijs")] == found
    assert hits(store, "techniek onderwys") == [(one, "TYPO") for one in found]
    put(store, node("organisation:joined", name="Regionaal techniekonderwijs"))
    assert hits(store, "techniek onderwys") == [("joined", "TYPO")]
    assert hits(store, "regionaal onderwys") == [("joined", "TYPO")]
    assert hits(store, "regionaal onderzoek") == []
    (edge,) = edges(store, "techniek onderwys")
    assert edge["marked"] == "Regionaal **techniek****onderwijs**"


def test_what_is_close_is_looked_for_in_what_stands_now(store: Store) -> None:
    put(store, node("organisation:a", name="Brightlands"))
    assert hits(store, "brigthlands") == [("a", "TYPO")]
    put(store, node("organisation:a", name="Anders"), node("organisation:b", name="Chemelot"))
    assert hits(store, "brigthlands") == []
    assert hits(store, "chemleot") == [("b", "TYPO")]
    put(store)
    assert hits(store, "chemleot") == []
    assert hits(store, "chemelots") == []


def test_hits_of_a_mistake_are_paged_like_others(store: Store) -> None:
    put(store, *(node(f"organisation:{n}", name=f"Chemelot {n}") for n in range(5)))
    every = [edge["node"]["id"] for edge in edges(store, "chemleot")]
    got: list[str] = []
    after = None
    for _ in range(3):
        page = edges(store, "chemleot", p.Page(2, after))
        got += [edge["node"]["id"] for edge in page]
        after = tuple(_keys(page[-1]["cursor"]))
    assert got == every
    assert len(got) == 5


def _keys(cursor: str) -> list[Any]:
    import json

    keys: list[Any] = json.loads(cursor)
    return keys


def test_nothing_is_guessed_past_the_last_page(store: Store) -> None:
    put(
        store,
        node("organisation:a", name="Sport"),
        node("organisation:b", name="Spot"),
    )
    (edge,) = edges(store, "sport")
    assert edges(store, "sport", p.Page(5, tuple(_keys(edge["cursor"])))) == []


_WORDS = st.sampled_from(
    "bedrijf bedrijven huis huizen zorg zorgen universities university samenwerking werken "
    "innovatieve innovatief um à straße 日本 co-op".split()
)
_TEXTS = st.lists(_WORDS, min_size=1, max_size=4).map(" ".join)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(names=st.lists(st.tuples(_TEXTS, _TEXTS), min_size=1, max_size=5), typed=_TEXTS)
def test_whoever_has_every_word_as_typed_is_found_before_other_forms(
    store: Store, names: list[tuple[str, str]], typed: str
) -> None:
    """What has the words as typed is found, in its name before anything by another form."""
    put(store, *(
        node(f"project:{n}", name=name, text_nl=text) for n, (name, text) in enumerate(names)
    ))  # fmt: skip
    found = hits(store, typed)
    by = dict(found)
    assert len(by) == len(found)
    words = typed.split()
    for n, (name, text) in enumerate(names):
        in_name = [word in name.split() for word in words]
        if all(in_name):
            assert by[str(n)] == "NAME"
        # One or two letters are only looked for in names.
        elif all(
            here or (len(word) > 2 and word in text.split())
            for here, word in zip(in_name, words, strict=True)
        ):
            assert by[str(n)] in {"STEM", "TEXT"}
    named = [place for place, (_, how) in enumerate(found) if how == "NAME"]
    others = [place for place, (_, how) in enumerate(found) if how != "NAME"]
    assert max(named, default=-1) < min(others, default=len(found))


def test_a_text_is_given_in_a_language_or_else_in_the_other(store: Store) -> None:
    put(
        store,
        node("project:a", name="A", text_nl="Hallo\n\n- een\n    - twee", text_en="Hello"),
        node("project:b", name="B", text_en="Only"),
        node("seat:c", role="lid"),
    )
    shape = p.Shape((((), (p.Leaf("nl", "text:nl"), p.Leaf("en", "text:en"))),))
    rows = ask(store, p.Find(p.OfKinds(("Project",)), p.ListOf(shape)))
    assert rows == [
        {"nl": "Hallo\n\n- een\n    - twee", "en": "Hello"},
        {"nl": "Only", "en": "Only"},
    ]
    assert ask(store, p.Find(p.OfKinds(("Seat",)), p.ListOf(shape))) == [{"nl": None, "en": None}]
