"""What filters offer, counted by hand."""

from __future__ import annotations

from tests.viz.villages import BOUW, DORP, GROEI, PLAN, STAD, ZORG, reckoning

from ledwerk.viz.facets import facets


def counts(listed: list[dict[str, object]]) -> dict[object, object]:
    return {one["value"]: one["count"] for one in listed}


def test_every_value_has_a_word_and_how_many_have_it() -> None:
    found = facets(reckoning(), lang="en")
    assert counts(found["helix"]) == {
        "government": 3, "industry": 2, "knowledge": 1, "hybrid": 1, "unknown": 2,
    }  # fmt: skip
    assert counts(found["kind"]) == {
        "company": 2, "university": 1, "ministry": 1, "unknown": 1, "Campus": 1,
        "Municipality": 2, "Group": 1, "Project": 3, "Programme": 2,
    }  # fmt: skip
    # bouw: brug and its three partners; zorg: the council alone.
    assert counts(found["sector"]) == {BOUW: 4, ZORG: 1}
    # groei: itself, weg, the council, the baker and the school; plan all of these and itself.
    assert counts(found["programme"]) == {GROEI: 5, PLAN: 6}
    assert counts(found["municipality"]) == {DORP: 2, STAD: 2}
    assert (found["years"], found["strongest"]) == ([2014, 2018], 2)
    assert found["helix"][1] == {
        "value": "industry", "label": "industry", "count": 2, "colour": "#E69F00", "shape": "dot",
    }  # fmt: skip


def test_words_are_in_the_language_asked_for() -> None:
    dutch, english = (facets(reckoning(), lang=lang) for lang in ("nl", "en"))
    assert (dutch["measures"][0]["label"], english["measures"][0]["label"]) == (
        "aantal banden", "number of ties",
    )  # fmt: skip
    assert [one["value"] for one in dutch["groupings"]][:2] == ["auto", "none"]
    assert all(one["label"] for one in (*dutch["measures"], *english["groupings"]))


def test_an_empty_network_offers_nothing() -> None:
    found = facets(reckoning((), ()), lang="nl")
    assert (found["helix"], found["kind"], found["years"], found["strongest"]) == ([], [], None, 0)
