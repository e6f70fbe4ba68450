"""Texts that nobody would write: a reader neither falls over nor hangs, and what it proposes loads."""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.reading import read_document
from ledwerk.loaders.publication.writing import proposal
from ledwerk.loaders.reviewing import Terms
from ledwerk.loaders.run import check
from ledwerk.loaders.writers import write_folder
from ledwerk.schema.errors import LoadAborted
from ledwerk.schema.model import MODEL

SENTENCES = (
    "Nieuwsbrief van de Stichting Zilte Kust, 31 februari 2019",
    "Zilte Teelt (2020-2016)",
    "In het project ‘Zilte Teelt’ werken Tauw, Scalda en gemeente Beek samen.",
    "Het programma Kustkracht (2021-2018) kreeg € 1.250.000 van de provincie Zeeland.",
    "Bestuur",
    "Voorzitter: mr. J.A. (Annemiek) de Vries, namens de gemeente Beek",
    "- Jan Jansen, directeur van Bedrijf BV (penningmeester)",
    "Partners:\tTauw; Scalda\t€ 5.000\t2016",
    "| Project | Trekker | Budget |",
    "| Zilte Teelt | Tauw | 2 mln |",
    "Looptijd: 2024 - 2019",
    "Naam:",
    "1.1.1.1.1.1 Kop",
    "# De gemeenten Beek, Stein en Vaals",
    "The project Salt Crops is led by Tauw Ltd with £3 million from the Growth Fund.",
    "Het netwerk telt 57 leden; 12 procent groei tussen 2019 en 2016.",
)
MANGLED = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.sampled_from(("\n", "\n\n", " ", "\t", "   "))),
    min_size=1, max_size=12,
)  # fmt: skip


def read(file: Path) -> None:
    """Read a text, write what is proposed, and check that all of it would load."""
    document = extracted(file)
    rows = proposal(MODEL, document, read_document(document), "any")
    folder = file.parent / "read"
    write_folder(MODEL, rows, folder, {"name": "any", "title": document.title})
    check(MODEL, folder, terms=Terms("", unreviewed=True))


def mangled(text: str, seed: int) -> str:
    """A text with words dropped, doubled, moved and numbered, and its signs changed."""
    luck = random.Random(seed)
    words: list[str] = []
    for word in text.split(" "):
        turn = luck.randrange(24)
        changed = {
            0: "", 1: f"{word} {word}", 2: word.upper(), 3: f"({word}", 4: f"{word}”",
            5: "31-02-2019", 6: word.lower(), 7: f"{word}:", 8: "€ 1.2.3.4",
        }  # fmt: skip
        words.append(changed.get(turn, word))
    return " ".join(words)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(parts=MANGLED, seed=st.integers(0, 2**16))
def test_what_is_proposed_always_loads(parts: list[tuple[str, str]], seed: int) -> None:
    text = mangled("".join(sentence + end for sentence, end in parts), seed)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "blad.txt"
        file.write_text(text, encoding="utf-8")
        try:
            document = extracted(file)
        except LoadAborted:
            return  # nothing is left to read
        assert document.blocks
        read(file)


@pytest.mark.parametrize("text", ["# Kop\n\n31-02-2019\n", "Kop\n\nHet programma Kust (2020-2016)"])
def test_dates_that_are_none_are_left_out(tmp_path: Path, text: str) -> None:
    file = tmp_path / "blad.txt"
    file.write_text(f"{text}\n\nIn dit project werken Tauw en Scalda samen.\n", encoding="utf-8")
    read(file)


@pytest.mark.parametrize(
    "text",
    [
        "A. " * 1_500,
        "A en " * 500,
        "(A " * 2_000,
        "Naam:\n" * 1_000,
        "".join(f"de heer J. de Vries{i} (gemeente Beek{i}), " for i in range(150)),
        "".join(
            f"De gemeente Beek{i} gaf € {i}.000 aan het project Naam{i}.\n" for i in range(100)
        ),
        "\n".join(f"- Bedrijf{i} BV" for i in range(1_000)),
    ],
)
def test_long_texts_of_one_thing_are_read_in_time(tmp_path: Path, text: str) -> None:
    file = tmp_path / "blad.txt"
    file.write_text(f"Kop Een\n\nIn dit project werken {text} samen.\n", encoding="utf-8")
    begun = time.process_time()
    document = extracted(file)
    read_document(document)
    assert time.process_time() - begun < 10
