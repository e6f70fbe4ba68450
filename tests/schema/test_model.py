"""The model as a whole."""

from __future__ import annotations

import pytest

from ledwerk.schema.errors import InvalidModel
from ledwerk.schema.kinds import Model
from ledwerk.schema.model import MODEL
from ledwerk.schema.nodes import NODE_KINDS, PERSON
from ledwerk.schema.relations import RELATION_KINDS


def test_everything_is_described_in_both_languages() -> None:
    for kind in (*MODEL.nodes, *MODEL.relations):
        assert kind.description.endswith(".")
        assert kind.label.nl
        assert kind.label.en
        assert kind.maps_to.count(":") == 1
        for prop in kind.properties:
            assert prop.label.nl, prop.name
            assert prop.description, prop.name


def test_parties_are_the_four() -> None:
    assert MODEL.parties == ("Organisation", "Campus", "Municipality", "Group")


def test_the_relations_of_the_design_are_there() -> None:
    names = {kind.name for kind in MODEL.relations}
    assert names >= set(
        "PARTNER_IN FUNDS MEMBER_OF PART_OF LOCATED_IN TENANT_OF OWNER_OF FOUNDED HOLDS ON FROM "
        "ON_BEHALF_OF WORKS_FOR BOARD_OF ACTIVE_IN DRIVES PURSUES ABOUT INVOLVES".split()
    )


def test_a_model_with_a_kind_declared_twice_is_refused() -> None:
    with pytest.raises(InvalidModel, match="Person"):
        Model((*NODE_KINDS, PERSON), RELATION_KINDS)


def test_a_relation_to_nowhere_is_refused() -> None:
    with pytest.raises(InvalidModel, match="no node kind"):
        Model((PERSON,), RELATION_KINDS)


def test_the_committed_model_page_is_the_one_the_model_makes() -> None:
    from pathlib import Path

    from ledwerk.schema.documentation import model_page

    page = Path(__file__).parents[2] / "docs" / "model.md"
    assert page.read_text(encoding="utf-8") == model_page(MODEL)
