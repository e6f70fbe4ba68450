"""Two things of one name, where ids are made of names: told apart, or told to the person."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ledwerk.loaders.run import Checked, check
from ledwerk.schema.errors import LoadAborted
from ledwerk.schema.model import MODEL

SOURCES = "id,name\nsource:boek,Boek\n"


def checked(mini: Callable[..., Path], **files: str) -> Checked:
    return check(MODEL, mini(sources=SOURCES, **files))


def told(mini: Callable[..., Path], **files: str) -> list[str]:
    with pytest.raises(LoadAborted) as caught:
        checked(mini, **files)
    return [str(problem) for problem in caught.value.problems]


def test_two_firms_of_one_name_are_told(mini: Callable[..., Path]) -> None:
    (one,) = told(mini, organisations="naam,KvK-nummer\nJansen,111\nDaan,111\nJansen,222\n")
    assert one.startswith("organisations.csv:4: KvK-nummer: says '222' where line 2 says '111'")
    assert "such as 'Jansen (Venlo)'" in one


def test_other_places_of_a_source_do_not_make_two_firms_one(mini: Callable[..., Path]) -> None:
    (one,) = told(mini, organisations="name,kvk,locator\nJansen,111,p. 1\nJansen,222,p. 9\n")
    assert one.startswith(
        "organisations.csv:3: kvk: says '222' where line 2 says '111' of 'Jansen'"
    )


def test_names_that_make_one_id_are_told(mini: Callable[..., Path]) -> None:
    (one,) = told(mini, organisations="naam,locator\nC A,p. 1\nC & A,p. 2\n")
    assert "organisations.csv:3: naam: 'C & A' would get the id organisation:c-a" in one
    (one,) = told(mini, organisations="name,locator\nΩ Lab,p. 1\nΔ Lab,p. 2\n")
    assert "'Δ Lab' would get the id organisation:lab, which 'Ω Lab' in line 2 has" in one


def test_with_ids_they_are_two(mini: Callable[..., Path]) -> None:
    text = "id,name,kvk\norganisation:j-1,Jansen,111\norganisation:j-2,Jansen,222\n"
    keys = {row.key for row in checked(mini, organisations=text).change.statements}
    assert {"organisation:j-1", "organisation:j-2"} < keys


def test_a_name_that_is_there_twice_is_noticed(mini: Callable[..., Path]) -> None:
    found = checked(mini, people="naam\nJan Jansen\nPiet\nJan Jansen\n")
    assert len(found.change.statements) == 3
    (notice,) = found.notices
    assert notice.startswith("people.csv: line 4 says of 'Jan Jansen' what line 2 says")
