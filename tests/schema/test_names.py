"""How names are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledwerk.schema.names import fold, name_from_id, name_key, slug


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sananet Care BV", "sananet care b.v."),
        ("DSM N.V.", "dsm"),
        ("Atzo Nicolaï", "ATZO NICOLAI"),
        ("Life Sciences & Health", "life sciences and health"),
        ("Coöperatie Rabobank U.A.", "Rabobank"),
        ("Siemens GmbH", "Siemens"),
        ("Mærsk A/S", "Maersk"),
        ("Stichting Zuyd Hogeschool", "Zuyd Hogeschool"),
        ("Gemeente  Heerlen", "gemeente heerlen"),
    ],
)
def test_spellings_of_one_name_are_equal(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("DSM", "DSM Dyneema"),
        ("Universiteit Maastricht", "Universiteit Utrecht"),
        ("B.V.", "N.V."),
        ("Σ Ltd", "Ω Ltd"),
        ("Gemeente Stein", "Gemeente Steyn"),
    ],
)
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@given(st.text())
def test_any_text_has_a_stable_key(text: str) -> None:
    assert name_key(text) == name_key(text)
    assert fold(fold(text)) == fold(text)


def test_a_slug_is_readable() -> None:
    assert slug("Zuyd Hogeschool") == "zuyd-hogeschool"
    assert slug("Σ") == ""


@pytest.mark.parametrize(
    ("node_id", "name"),
    [
        ("organisation:pic-998616262", "PIC 998616262"),
        ("project:rcn-221856", "RCN 221856"),
        ("organisation:kvk-14633456", "KvK 14633456"),
        ("organisation:ror-02jz4aj89", "ROR 02jz4aj89"),
        ("organisation:vat-nl-8", "VAT nl 8"),
        ("organisation:picnic", "picnic"),
        ("organisation:pic", "pic"),
        ("organisation:zuyd-hogeschool", "zuyd hogeschool"),
    ],
)
def test_a_name_made_of_an_id_writes_registers_as_people_do(node_id: str, name: str) -> None:
    assert name_from_id(node_id) == name
