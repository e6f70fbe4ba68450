"""What a mistaken word may have been meant for: every word that is close enough, and no other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ledwerk.graph.excerpt import excerpt, marked
from ledwerk.graph.spelling import Vocabulary

WORDS = Vocabulary.of(["Universiteit Maastricht", "Zuyd Hogeschool, Brightlands", "zorg en sport"])


def first(text: str, words: Vocabulary = WORDS) -> tuple[tuple[str, ...], ...]:
    return next(words.meant(text), ())


def test_a_vocabulary_has_each_word_once_folded_and_of_three_letters_or_more() -> None:
    made = Vocabulary.of(["Één één EEN", "A-B c3po", "x"])
    assert made.words == ("c3po", "een")


def test_a_word_that_stands_nowhere_is_meant_for_the_closest() -> None:
    assert first("masstricht") == (("masstricht", "maastricht"),)
    assert first("maastrciht zorg") == (("maastrciht", "maastricht"), ("zorg",))
    assert first("brigtlnads") == (("brigtlnads", "brightlands"),)  # two mistakes in ten letters
    assert first("sprt") == (("sprt", "sport"),)
    assert first("srt") == ()  # three letters are too few to guess by
    assert first("") == ()


def test_where_every_word_stands_somewhere_each_is_doubted() -> None:
    assert first("zorg sport") == ()
    assert ("zuid", "zuyd") in next(Vocabulary.of(["zuid", "zuyd"]).meant("zuid zuyd"))


def test_a_word_being_typed_is_meant_for_what_begins_so() -> None:
    assert list(WORDS.meant("brihgt")) == [(("brihgt", "brightlands"),)]


def test_a_longer_word_may_be_meant_for_a_part_of_one() -> None:
    made = Vocabulary.of(["Techniekonderwijscentrum", "Sportzorg"])
    assert list(made.meant("techniek onderwys")) == [(("techniek",), ("onderwys", "onderwijs"))]
    assert list(made.meant("onderwjis")) == [(("onderwjis", "onderwijs"),)]
    assert list(made.meant("onderrwijs")) == [(("onderrwijs", "onderwijs"),)]
    assert list(made.meant("odnerwijs")) == [(("odnerwijs", "onderwijs"),)]
    assert list(made.meant("enderwijs")) == []  # which lacks its first letter
    assert list(made.meant("cetrum")) == []  # six letters stand anywhere by chance
    (near,) = made.meant("ondorwijscontrum")  # two in sixteen
    assert near == (("ondorwijscontrum", "onderwijscentrum"),)


def test_y_for_ij_is_one_mistake() -> None:
    assert first("wyzer", Vocabulary.of(["Wijzer", "wizard"])) == (("wyzer", "wijzer"),)
    assert first("gijmnasium", Vocabulary.of(["Gymnasium"])) == (("gijmnasium", "gymnasium"),)


def distance(one: str, other: str) -> int:
    """Letters too many, missing, other, or two turned around; reckoned the slow way."""
    rows = [
        [max(i, j) if not i * j else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)
    ]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            same = one[i - 1] == other[j - 1]
            rows[i][j] = min(
                rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (not same)
            )
            turned = i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]
            if turned:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


_LETTERS = st.text(st.sampled_from("abc"), min_size=3, max_size=9)


@given(words=st.sets(_LETTERS, max_size=12), typed=_LETTERS)
def test_exactly_the_words_within_the_mistakes_allowed_are_near(
    words: set[str], typed: str
) -> None:
    made = Vocabulary.of(words)
    for most in (1, 2):
        allowed = 0 if len(typed) < 4 else min(most, 2 if len(typed) >= 8 else 1)
        near = {word for word in words if 0 < distance(word, typed) <= allowed}
        assert set(made._near(typed, most)) == near


def test_an_excerpt_marks_words_and_their_other_forms_and_leaves_markdown_out() -> None:
    text = "## Kop\nVoor **alle** bedrijven in [Zuid](https://x.nl), en `een` bedrijf."
    assert excerpt("zuid", text) == "Kop Voor alle bedrijven in Zuid, en een bedrijf."
    assert marked("bedrijf", text) == "Kop Voor alle **bedrijven** in Zuid, en een **bedrijf**."
    assert marked("alle bedrijf", text).count("**") == 6
    assert marked("niets", text) == excerpt("niets", text)
    assert marked("um", "Forum UM, um") == "Forum **UM**, **um**"
    assert marked("x", None, "") == ""


@given(st.text(max_size=80), st.text(max_size=12))
def test_marks_only_add_stars(text: str, words: str) -> None:
    plain = excerpt(words, text)
    assert marked(words, text).replace("**", "") == plain.replace("**", "")
