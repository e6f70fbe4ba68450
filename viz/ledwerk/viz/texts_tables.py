"""The words of the pages with tables."""

from __future__ import annotations

from ledwerk.schema.fields import Text

TABLES_TEXTS: dict[str, Text] = {
    "tables_title": Text("Tabellen", "Tables"),
    "tables_lead": Text(
        "Alles wat in het netwerk staat, soort voor soort. Open een tabel om te zoeken, te "
        "sorteren en, als je bent ingelogd als redacteur, te wijzigen.",
        "Everything in the network, kind by kind. Open a table to search, to sort and, when signed "
        "in as an editor, to change it.",
    ),
    "of_nodes": Text("Wie en wat", "Who and what"),
    "of_relations": Text("Wie met wie en waarin", "Who with whom and in what"),
    "of_relations_lead": Text(
        "Elke rij is één verband tussen twee namen, zoals een partner in een project.",
        "Each row is one relation between two names, such as a partner in a project.",
    ),
    "how_many": Text("aantal", "number"),
    "table": Text("tabel", "table"),
    "end_party": Text("partij", "party"),
    "end_activity": Text("project of programma", "project or programme"),
    "end_payer": Text("betaler", "payer"),
    "end_receiver": Text("ontvanger", "receiver"),
    "end_member": Text("lid", "member"),
    "end_whole": Text("groep of organisatie", "group or organisation"),
    "end_part": Text("onderdeel", "part"),
    "end_programme": Text("programma", "programme"),
    "end_place": Text("plaats", "place"),
    "end_tenant": Text("huurder", "tenant"),
    "end_campus": Text("campus", "campus"),
    "end_owner": Text("eigenaar", "owner"),
    "end_founder": Text("oprichter", "founder"),
    "end_founded": Text("opgericht", "founded"),
    "end_holder": Text("wie", "holder"),
    "end_seat": Text("zetel", "seat"),
    "end_board": Text("orgaan", "board"),
    "end_organisation": Text("organisatie", "organisation"),
    "end_person": Text("persoon", "person"),
    "end_sector": Text("sector", "sector"),
    "end_who": Text("wie", "who"),
    "end_goal": Text("doel", "goal"),
    "end_item": Text("kengetal of gebeurtenis", "indicator or event"),
    "end_subject": Text("onderwerp", "subject"),
    "end_event": Text("gebeurtenis", "event"),
    # Finding
    "find": Text("Zoek in deze tabel", "Search in this table"),
    "find_help": Text("Naam, ook bekend als, nummer of adres", "Name, alias, number or address"),
    "find_help_relation": Text(
        "Een deel van de naam van een van beide", "A part of the name of either"
    ),
    "every": Text("alle", "all"),
    "unknown_word": Text("onbekend", "unknown"),
    "yes_word": Text("ja", "yes"),
    "no_word": Text("nee", "no"),
    "columns": Text("Kolommen", "Columns"),
    "columns_usual": Text("Gebruikelijke kolommen", "Usual columns"),
    "columns_all": Text("Alle kolommen", "All columns"),
    "clear": Text("Wis zoekopdracht", "Clear search"),
    "rows_of": Text("{from}–{to} van {total}", "{from}–{to} of {total}"),
    "rows_none": Text("Geen rijen gevonden", "No rows found"),
    "rows_none_at_all": Text(
        "Deze tabel is nog leeg. Voeg een rij toe of lees een bestand in.",
        "This table is still empty. Add a row or import a file.",
    ),
    "first_page": Text("Eerste", "First"),
    "previous_page": Text("Vorige", "Previous"),
    "next_page": Text("Volgende", "Next"),
    "last_page": Text("Laatste", "Last"),
    "turn_pages": Text("Bladeren", "Turn pages"),
    "sort_by": Text("Sorteer op {label}", "Sort by {label}"),
    "from_where": Text("waar vandaan", "where from"),
    "by_editor": Text("hier gewijzigd", "changed here"),
    "mentioned": Text("alleen genoemd", "only mentioned"),
    "in_network": Text("{name} in het netwerk", "{name} in the network"),
    "page_of": Text("De pagina van {name}", "The page of {name}"),
    "page_short": Text("pagina", "page"),
    "network_short": Text("netwerk", "network"),
    "export_xlsx": Text("Naar Excel (.xlsx)", "To Excel (.xlsx)"),
    "export_csv": Text("Naar CSV", "To CSV"),
    "import": Text("Bestand inlezen", "Import a file"),
    "loading": Text("Even geduld…", "One moment…"),
    # The grid
    "keys": Text(
        "Pijltjestoetsen lopen door de tabel. Enter of F2 wijzigt een cel, Tab bewaart en gaat "
        "naar de volgende, Escape annuleert. Delete maakt een cel leeg, de spatiebalk kiest "
        "een rij.",
        "Arrow keys walk through the table. Enter or F2 edits a cell, Tab saves and goes on to the "
        "next, Escape cancels. Delete empties a cell, the space bar selects a row.",
    ),
    "keys_reading": Text(
        "Pijltjestoetsen lopen door de tabel. Wie is ingelogd als redacteur, kan hier wijzigen.",
        "Arrow keys walk through the table. Whoever is signed in as an editor can change it here.",
    ),
    "keys_looking": Text(
        "Pijltjestoetsen lopen door de tabel.", "Arrow keys walk through the table."
    ),
    "sign_in_hint": Text(
        "Je kijkt mee. Log rechtsboven in met de sleutel van een redacteur om te wijzigen.",
        "You are reading. Sign in at the top right with an editor's token to make changes.",
    ),
    "not_editor_hint": Text(
        "Je bent ingelogd, maar niet als redacteur; daarom kun je hier niet wijzigen.",
        "You are signed in, but not as an editor; so you cannot make changes here.",
    ),
    "seen_hint": Text(
        "Je ziet deze tabel zoals hierboven staat; daarom kun je hier niet wijzigen.",
        "You see this table as is said above; so you cannot make changes here.",
    ),
    "select_row": Text("Kies {name}", "Select {name}"),
    "empty_value": Text("leeg", "empty"),
    "paste_many": Text(
        "Dit zijn meer cellen. Plak een stuk tabel bij Bestand inlezen; dan zie je eerst wat er "
        "verandert.",
        "These are several cells. Paste a piece of a table under Import a file; there you first "
        "see what would change.",
    ),
    "identity_help": Text(
        "Dit veld hoort bij wat de rij is. Verwijder de rij en voeg een nieuwe toe.",
        "This field is part of what the row is. Delete the row and add a new one.",
    ),
    "derived_help": Text("Gemaakt uit andere gegevens.", "Made from other data."),
}
