"""Bodies that a text names in passing, told by the words that their names are made of."""

from __future__ import annotations

import pytest

from ledwerk.loaders.publication.parties.bodies_named import bodies_in
from ledwerk.loaders.publication.parties.known_names import Known


def bodies(text: str) -> list[str]:
    return [one.ref.name for one in bodies_in(text, Known())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "De provincie Veldland en het waterschap Aa en Diep kwamen langs.",
            ["Provincie Veldland", "Waterschap Aa en Diep"],
        ),
        (
            "Het Ministerie van Economische Zaken en Klimaat en de stichting Groen Hart schreven.",
            ["Ministerie van Economische Zaken en Klimaat", "Stichting Groen Hart"],
        ),
        ("Under the Coastal Skills Fund a lab was opened.", ["Coastal Skills Fund"]),
        ("Dr Jan Smit of the University of Merrow spoke.", ["University of Merrow"]),
        (
            "Ria Bos, CEO van Rietveld University of Applied Sciences, opende de dag.",
            ["Rietveld University of Applied Sciences"],
        ),
        ("Bij Bakkerij Mol & Zoon rook het lekker.", ["Bakkerij Mol & Zoon"]),
        ("the Union of Ship and Yard Workers asked for more", ["Union of Ship and Yard Workers"]),
        ("Kamer van Koophandel Ria Bos", ["Kamer van Koophandel"]),
        ("a visit to Sandle & Sandleshire LEP", ["Sandle & Sandleshire LEP"]),
        ("Het Sint-Anna Ziekenhuis en ROC Oostwaard openden.",
         ["Sint-Anna Ziekenhuis", "ROC Oostwaard"]),
    ],
)  # fmt: skip
def test_bodies_are_told_by_their_names(text: str, expected: list[str]) -> None:
    assert bodies(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "De kasten werden geleverd door Elektro Kamerling.",
        "The report was printed by Tolley Press Ltd.",
        "Waterschap Zuidmeer trok zich terug.",
        "Er is een nieuwe Raad van Toezicht en een Stuurgroep Economie.",
        "The City Council and the University met.",
        "The Chief Executive and the Director of Transport met the Steering Board.",
        "De Tweede Kamer sprak over de Regio Deal Rivierland.",
        "Zij volgde de opleiding Technische Bedrijfskunde.",
        "Onze buren: Hogeschool Overwater heeft net zoiets, elders in het land.",
    ],
)
def test_no_bodies_of_the_network(text: str) -> None:
    assert bodies(text) == []
