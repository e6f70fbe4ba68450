"""The words of bringing in a file."""

from __future__ import annotations

from ledwerk.schema.fields import Text

IMPORT_TEXTS: dict[str, Text] = {
    "import": Text("Bestand inlezen", "Import a file"),
    "import_lead": Text(
        "Sleep een bestand hierheen of kies er een. Je ziet eerst wat er zou veranderen; pas als "
        "je op Overnemen drukt, komt het in het netwerk.",
        "Drag a file here or choose one. First you see what would change; only when you press Take "
        "over does it come into the network.",
    ),
    "loading": Text("Even geduld…", "One moment…"),
    "drop_here": Text("Laat het bestand hier los", "Drop the file here"),
    "choose_file": Text("Kies een bestand", "Choose a file"),
    "file_kinds": Text(
        "Excel (.xlsx), LibreOffice (.ods), CSV, of een zip met CSV-bestanden; hoogstens 20 MB en "
        "20.000 rijen.",
        "Excel (.xlsx), LibreOffice (.ods), CSV, or a zip of CSV files; at most 20 MB and 20,000 "
        "rows.",
    ),
    "paste": Text("Of plak een stuk tabel", "Or paste a piece of a table"),
    "paste_help": Text(
        "Kopieer in je spreadsheet de rijen mét de kolomtitels en plak ze hier.",
        "Copy the rows with their column titles in your spreadsheet and paste them here.",
    ),
    "paste_table": Text("Het is een tabel met", "It is a table of"),
    "paste_guess": Text("raad het uit de kolommen", "guess from the columns"),
    "paste_look": Text("Bekijk wat dit zou doen", "See what this would do"),
    "paste_name": Text("geplakt", "pasted"),
    "template": Text("Leeg werkboek om in te vullen (.xlsx)", "Empty workbook to fill in (.xlsx)"),
    "editors_only": Text(
        "Alleen een redacteur kan een bestand inlezen. Log rechtsboven in.",
        "Only an editor can import a file. Sign in at the top right.",
    ),
    "preview_title": Text("Wat {name} zou doen", "What {name} would do"),
    "nothing_written": Text("Er is nog niets overgenomen.", "Nothing has been taken over yet."),
    "read_rows": Text("Gelezen: {what}.", "Read: {what}."),
    "rows_word": Text("{number} rijen {label}", "{number} rows of {label}"),
    "choices": Text("Keuzes", "Choices"),
    "dataset": Text("Naam van deze gegevens", "Name of this data"),
    "dataset_new": Text(
        "Een nieuwe naam: er verdwijnt niets. Kleine letters, cijfers, punten en streepjes.",
        "A new name: nothing goes. Small letters, digits, dots and dashes.",
    ),
    "dataset_old": Text(
        "Deze naam bestaat al: wat er eerder onder deze naam is ingelezen en nu niet in het "
        "bestand staat, verdwijnt.",
        "This name is there already: what was imported under it before and is not in the file now, "
        "goes.",
    ),
    "source": Text("Bron van de rijen zonder bron", "Source of the rows without one"),
    "source_help": Text(
        "Zo staat het bij elke rij: waar we dit van weten.",
        "It stands with every row: where we know this from.",
    ),
    "which_table": Text("Blad “{sheet}” is een tabel met", "Sheet “{sheet}” is a table of"),
    "choose_table": Text("– kies –", "– choose –"),
    "look_again": Text("Opnieuw bekijken", "Look again"),
    "unknown_columns": Text(
        "Deze kolommen kent het netwerk niet: {columns}.",
        "The network does not know these columns: {columns}.",
    ),
    "skip_columns": Text("Sla deze kolommen over", "Leave out these columns"),
    "columns_skipped": Text("Overgeslagen kolommen: {columns}.", "Columns left out: {columns}."),
    "columns_take": Text("Toch niet overslaan", "Do not leave them out"),
    "problems": Text("Eerst te verbeteren ({number})", "To be mended first ({number})"),
    "problems_lead": Text(
        "Zolang dit er staat, wordt er niets overgenomen. Verbeter het in het bestand en lees het "
        "opnieuw in.",
        "As long as this stands, nothing is taken over. Mend it in the file and import it again.",
    ),
    "problems_more": Text("… en nog {number} andere", "… and {number} more"),
    "where_sheet": Text("bestand of blad", "file or sheet"),
    "where_row": Text("rij", "row"),
    "where_column": Text("kolom", "column"),
    "what_wrong": Text(
        "wat er mis is en wat goed zou zijn", "what is wrong and what would be right"
    ),
    "near": Text("Bedoelde je …? ({number})", "Did you mean …? ({number})"),
    "near_lead": Text(
        "Deze namen zijn nieuw, maar lijken op wat er al is. Kies per naam.",
        "These names are new, but look like what is there. Choose for each name.",
    ),
    "near_row": Text("{name} (rij {line})", "{name} (row {line})"),
    "near_same": Text("Dat is {name}", "It is {name}"),
    "near_apart": Text("Nee, dit is nieuw", "No, this is new"),
    "matches": Text("Herkend ({number})", "Recognised ({number})"),
    "match_line": Text("{name} (rij {line}) is {known}", "{name} (row {line}) is {known}"),
    "new": Text("Nieuw ({number})", "New ({number})"),
    "changed": Text("Gewijzigd ({number})", "Changed ({number})"),
    "gone": Text("Verdwijnt ({number})", "Goes ({number})"),
    "same": Text(
        "Verandert niet zichtbaar ({number}): er komt alleen een bron bij of het stond er al.",
        "Does not visibly change ({number}): only a source is added, or it was there already.",
    ),
    "field_new": Text("{label}: {after}", "{label}: {after}"),
    "empty_value": Text("leeg", "empty"),
    "first_only": Text("De eerste {shown} van {number}", "The first {shown} of {number}"),
    "partly": Text(
        "Het bestand is groot: hieronder staat wat de eerste 10.000 rijen doen.",
        "The file is large: below stands what the first 10,000 rows do.",
    ),
    "nothing_to_do": Text(
        "Dit bestand verandert niets: alles wat erin staat, is er al.",
        "This file changes nothing: everything in it is there already.",
    ),
    "take_over": Text("Overnemen", "Take over"),
    "taking_over": Text("Wordt overgenomen…", "Being taken over…"),
    "removes_much": Text(
        "Let op: {removed} van de {standing} rijen van {dataset} verdwijnen.",
        "Mind: {removed} of the {standing} rows of {dataset} go.",
    ),
    "removing": Text("Ja, dat is de bedoeling", "Yes, that is meant"),
    "removing_first": Text(
        "Zet eerst het vinkje dat dit de bedoeling is.", "First tick that this is meant."
    ),
    "stale": Text(
        "Het netwerk is intussen veranderd. Hieronder staat wat het bestand nu zou doen; er is nog "
        "niets overgenomen.",
        "The network has changed in the meantime. Below stands what the file would do now; nothing "
        "has been taken over yet.",
    ),
    "taken_over": Text(
        "Overgenomen: {new} nieuw, {changed} gewijzigd, {gone} verdwenen.",
        "Taken over: {new} new, {changed} changed, {gone} gone.",
    ),
    "undo": Text("Ongedaan maken", "Undo"),
    "undone": Text(
        "Ongedaan gemaakt: alles is weer zoals voor het inlezen.",
        "Undone: everything is as it was before the import.",
    ),
    "to_tables": Text("Naar de tabellen", "To the tables"),
    "another": Text("Nog een bestand inlezen", "Import another file"),
    "way_tables": Text("Tabellen", "Tables"),
}
