"""Words without their endings: the same as the stemmers make, and the last letter as it is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import ROOT

from ledwerk.graph import stems as s
from ledwerk.schema.names import fold


def written_words() -> set[str]:
    """Every word of the network of 2016 and of our own manuals, Dutch and English."""
    files = [*(ROOT / "data" / "led-2016").glob("*.csv"), *(ROOT / "docs").glob("*.md")]
    texts = (Path(file).read_text(encoding="utf-8") for file in files)
    return {word for text in texts for word in s.words_of(fold(text))}


def test_no_word_with_a_stem_is_passed_over() -> None:
    dutch, english = s._stemmers()
    words = written_words()
    assert len(words) > 2_500
    for word in words:
        if not s._ENDINGS.search(word):
            assert (dutch.stemWord(word), english.stemWord(word)) == (word, word)


@pytest.mark.parametrize(
    "forms",
    [
        "bedrijf bedrijven", "huis huizen", "gemeente gemeenten", "campus campussen campuses",
        "universiteit universiteiten", "university universities", "company companies",
        "project projecten projects", "school scholen", "innovatief innovatieve", "gezond gezonde",
        "organisatie organisaties", "ontwikkeling ontwikkelingen", "oudere ouderen", "brief brieven",
        "network networks", "stap stappen", "bal ballen", "works working worked",
    ],
)  # fmt: skip
def test_forms_of_one_word_share_a_stem(forms: str) -> None:
    first, *others = (set(s.stems(form)) for form in forms.split())
    assert all(first & other for other in others), [s.stems(form) for form in forms.split()]


@pytest.mark.parametrize(
    "pair", ["zuid zuyd", "gezond zon", "zorg zorgvuldig", "sport spoor", "bos bus"]
)
def test_other_words_share_none(pair: str) -> None:
    one, other = pair.split()
    assert not set(s.stems(one)) & set(s.stems(other))


def test_the_bag_of_a_text_has_every_stem_once_between_spaces() -> None:
    bag = s.stem_bag(["de bedrijven, bedrijf!", "een bedrijf"])
    assert bag.startswith(" ")
    assert bag.endswith(" ")
    assert sorted(bag.split()) == sorted(set(bag.split()))
    assert " bedrijf " in bag
    assert s.stem_bag(["a 12 & b"]) == ""
    assert s.stem_of("bedrijven,", 0) == "bedrijf"
    assert s.stem_of("12", 0) == s.stem_of("co-operatief", 0) == s.NO_STEM


@given(st.text(max_size=30))
def test_any_text_has_stems_and_none_is_lost(text: str) -> None:
    folded = fold(text)
    bag = s.stem_bag([folded])
    for word in re.findall(r"[^\W\d_]{3,}", folded):
        assert f" {s.stems(word)[0]} " in bag
        assert f" {s.stems(word)[1]} " in bag
        assert s.same_stem(word, frozenset(s.stems(word)))
