"""Names are found in texts and ids, and nothing else is."""

from __future__ import annotations

import pytest

from ledwerk.loaders.forgotten import Forgotten, Redaction, redaction_of, remembered_no_more
from ledwerk.schema.statements import Statement, said

NOBODY = Forgotten("ab" * 32)
WHO = remembered_no_more(
    NOBODY, ["person:jo-van-der-meer"], ["seat:3"], ["Jo van der Meer"], ["Jootje"]
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Jo van der Meer is voorzitter", "[…] is voorzitter"),
        ("voorzitter: JO VAN DER MEER.", "voorzitter: […]."),
        ("Meer, Jo van der (voorzitter)", "[…] (voorzitter)"),
        ("J. van der Meer, J. Bakker", "[…], J. Bakker"),
        ("Jö van  der\nMeer", "[…]"),
        ("Jootje en Jo van der Meer", "[…] en […]"),
        ("https://x.example/jo-van-der-meer/", "https://x.example/[…]/"),
        ("Jo van der Meeren", "Jo van der Meeren"),
        ("Jo van der", "Jo van der"),
        ("het meer", "het meer"),
        ("", ""),
    ],
)
def test_a_name_is_left_out_of_a_text(text: str, left: str) -> None:
    assert Redaction(WHO).text(text) == left


def test_an_id_with_the_name_is_another_and_the_same_each_time() -> None:
    made = Redaction(WHO).id("seat:bestuur-jo-van-der-meer")
    assert made.startswith("seat:erased-")
    assert made == Redaction(WHO).id("seat:bestuur-jo-van-der-meer")
    assert made != Redaction(WHO).id("seat:raad-jo-van-der-meer")
    assert Redaction(WHO).id("seat:bestuur-jan-bakker") == "seat:bestuur-jan-bakker"


def test_what_is_kept_names_nobody() -> None:
    kept = repr(WHO.entry("a wish"))
    assert not any(word in kept.lower() for word in ("meer", "jootje", "seat:3"))


def test_statements_lose_the_person_and_what_a_seat_says_of_its_holder() -> None:
    read = Redaction(WHO).statement
    person = Statement("d", "Person", "person:jo-van-der-meer", said({"name": "Jo van der Meer"}))
    held = Statement("d", "HOLDS", "HOLDS:person:jo-van-der-meer>seat:3", (),
                     "person:jo-van-der-meer", "seat:3")  # fmt: skip
    assert read(person) is None
    assert read(held) is None
    seat = Statement("d", "Seat", "seat:3", said({"role": "lid", "function": "wethouder"}))
    assert read(seat) == Statement("d", "Seat", "seat:3", said({"role": "lid"}))
    other = Statement("d", "Seat", "seat:4", said({"role": "lid", "function": "wethouder"}))
    assert read(other) is other
    on = Statement("d", "ON", "ON:seat:x-jo-van-der-meer>board:b", (), "seat:x-jo-van-der-meer",
                   "board:b", locator="p. 3, Jo van der Meer")  # fmt: skip
    made = read(on)
    assert made is not None
    assert made.key == f"ON:{made.source_id}>board:b"
    assert made.locator == "p. 3, […]"


def test_somebody_under_another_id_is_known_by_the_name() -> None:
    rows = [
        Statement("d", "Person", "person:17", said({"name": "Jo van der Meer"})),
        Statement("d", "HOLDS", "HOLDS:person:17>seat:9", (), "person:17", "seat:9"),
        Statement("d", "Seat", "seat:9", said({"role": "lid", "function": "wethouder"})),
    ]
    read = redaction_of(WHO, rows).statement
    assert [read(row) for row in rows] == [
        None,
        None,
        Statement("d", "Seat", "seat:9", said({"role": "lid"})),
    ]
