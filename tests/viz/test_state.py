"""A view's state and its address say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledwerk.graph.analysis.centrality import MEASURES
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.viz.state import COLOURS, GROUPINGS, LAYOUTS, PLAIN, ViewState, address_of, state_of

TEXTS = st.text(min_size=1, max_size=40)
LISTS = st.lists(TEXTS, max_size=4, unique=True).map(lambda found: tuple(sorted(found)))
DATES = st.sampled_from(["", "2016", "2016-10", "2016-10-01"])
STATES = st.builds(
    ViewState,
    layout=st.sampled_from(LAYOUTS),
    group=st.sampled_from(GROUPINGS),
    open=LISTS,
    helix=LISTS,
    kind=LISTS,
    sector=LISTS,
    programme=LISTS,
    municipality=LISTS,
    since=DATES,
    until=DATES,
    strength=st.integers(1, 1000),
    focus=TEXTS | st.just(""),
    steps=st.integers(1, 3),
    source=TEXTS,
    target=TEXTS,
    size=st.sampled_from(["", *MEASURES]),
    colour=st.sampled_from(COLOURS),
    gaps=st.sampled_from(["", "sme~campus", "knowledge~organisation:a"]),
    selected=TEXTS,
    fresh=st.integers(0, 10**9),
    most=st.integers(20, 2000),
)


@given(STATES)
def test_a_state_comes_back_from_its_address(state: ViewState) -> None:
    assert state_of(address_of(state)) == state


def test_the_plain_page_has_no_address() -> None:
    assert address_of(PLAIN) == ""
    assert state_of("") == PLAIN


def test_equal_states_have_equal_addresses() -> None:
    one = state_of("steps=2&helix=knowledge&helix=industry&focus=organisation:a&lang=en&theme=dark")
    other = state_of("focus=organisation%3Aa&helix=industry&helix=knowledge&helix=industry&steps=2")
    assert one == other
    assert address_of(one) == "helix=industry&helix=knowledge&focus=organisation%3Aa&steps=2"


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("layout=round", "layout='round' is not known; it is one of network, columns, map"),
        ("size=fame", "size='fame' is not known; it is one of degree, "),
        ("steps=4", "steps='4' is not a whole number from 1 to 3"),
        ("steps=²", "steps='²' is not a whole number from 1 to 3"),
        ("most=-1", "most='-1' is not a whole number from 20 to 2000"),
        ("since=last year", "since='last year' is no date; write 2016, 2016-10 or 2016-10-01"),
        ("gaps=sme", "gaps='sme' cannot be read; write FROM~TO, such as sme~campus"),
        ("&".join(["helix=a"] * 201), "a view has at most 200 values"),
        (f"focus={'x' * 301}", "focus has 301 letters; at most 300 will do"),
    ],
)
def test_what_cannot_be_is_said(query: str, message: str) -> None:
    with pytest.raises(InvalidQuestion) as error:
        state_of(query)
    assert str(error.value).startswith(message)
