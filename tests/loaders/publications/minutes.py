"""Minutes of a meeting as a Word file: made by hand here, since a .docx says nothing in a diff.

The folder notulen-kust-en-haven holds what a person reads in them.
"""

from __future__ import annotations

from pathlib import Path

PRESENT = (
    "Aanwezig: Annemiek Roodenburg (gemeente Zeemeer, voorzitter), Cor van der Plas (Havenbedrijf "
    "Zeemeer), Yusuf Demir (ROC Waterland), Lotte Hagenaars (namens Ondernemersvereniging De Pier)",
    "Afwezig met bericht: Gijs ter Horst (provincie Kustland)",
    "Te gast: Pieter-Bas Oltmans, projectleider bij Adviesbureau Meerzicht",
    "Verslag: Saskia Wolf",
)
OPENING = (
    "De voorzitter opent de vergadering en heet Yusuf Demir welkom. Hij volgt Maria Koster op, die "
    "in mei met pensioen ging.",
    "Het werkbezoek van 12 juni trok 85 deelnemers.",
)
PROJECT = (
    "Trekker van het project Schone Sleepboot is Havenbedrijf Zeemeer. Ook ROC Waterland en Werf "
    "Noordergat doen mee. Het project kost € 2,4 miljoen. De provincie Kustland draagt € 900.000 bij.",
    "Bij het ministerie van Infrastructuur en Waterstaat is € 600.000 aangevraagd. De sleepboot "
    "bespaart naar verwachting 40% brandstof.",
)
BOARD = (
    ("Naam", "Functie", "Organisatie", "Rol", "Namens"),
    ("mr. Hedwig Alkema", "directeur", "Stichting Kust & Haven", "secretaris", ""),
    (
        "drs. Ruud Stam",
        "wethouder",
        "Gemeente Zeemeer",
        "voorzitter",
        "gemeenten Zeemeer en Duinrade",
    ),
    ("Imke Bouwmeester", "rector", "Zeevaartschool Duinrade", "lid", ""),
    ("vacature", "", "", "penningmeester", ""),
)
AFTER = (
    "De klankbordgroep Vissers staat onder voorzitterschap van Jelle Visser. Leden zijn Tess de "
    "Zwart en Bram Oostenrijk.",
    "Aftredend lid Nico Brandsma krijgt bloemen. Zijn opvolger is Eva Lindeman, eigenaar van "
    "Rokerij Lindeman.",
)


def minutes(file: Path) -> Path:
    """Writes the minutes to a file and gives it back."""
    from docx import Document

    made = Document()
    made.add_heading("Notulen Regietafel Kust & Haven", 1)
    made.add_paragraph("Vergadering van 3 september 2024, stadhuis Zeemeer")
    for line in PRESENT:
        made.add_paragraph(line)
    made.add_heading("1. Opening en mededelingen", 2)
    for line in OPENING:
        made.add_paragraph(line)
    made.add_heading("2. Schone Sleepboot", 2)
    for line in PROJECT:
        made.add_paragraph(line)
    made.add_heading("3. Bestuur van Stichting Kust & Haven", 2)
    made.add_paragraph("Het bestuur is per 1 september 2024 als volgt samengesteld.")
    table = made.add_table(rows=0, cols=len(BOARD[0]))
    for row in BOARD:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    made.add_heading("4. Klankbordgroep", 2)
    for line in AFTER:
        made.add_paragraph(line)
    made.save(str(file))
    return file
