"""Periods as sentences and cells give them."""

from __future__ import annotations

import pytest

from ledwerk.loaders.publication.activities.periods import period_in_cell, period_said


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("De proef ging 3 april 2023 van start en sluit 2 mei 2025.", "2023-04-03", "2025-05-02"),
        ("Einddatum opgeschoven naar maart 2027.", "", "2027-03"),
        ("Start februari 2026, anderhalf jaar.", "2026-02", "2027-07"),
        ("It is running for eighteen months from June 2024.", "2024-06", "2025-11"),
        ("Work began in April 2024 and should be complete by March 2027.", "2024-04", "2027-03"),
        ("De lijn (februari tot november 2025) kostte weinig.", "2025-02", "2025-11"),
        ("In 2023 waren er 12 leden.", "", ""),
        ("It is a programme of work that opened in 2023 and closes in 2029.", "2023", "2029"),
        ("Zij maken een campagne die najaar 2016 van start gaat.", "", ""),
    ],
)
def test_a_sentence_gives_a_period(said: str, start: str, end: str) -> None:
    assert (period_said(said).start, period_said(said).end) == (start, end)


@pytest.mark.parametrize(
    ("cell", "start", "end"),
    [
        ("01/2023 – 12/2025", "2023-01", "2025-12"),
        ("mei '24 - juni '26", "2024-05", "2026-06"),
        ("Q1 2024 - Q4 2026", "2024", "2026"),
        ("03/2024, 18 maanden", "2024-03", "2025-08"),
    ],
)
def test_a_cell_gives_a_period(cell: str, start: str, end: str) -> None:
    assert (period_in_cell(cell).start, period_in_cell(cell).end) == (start, end)
