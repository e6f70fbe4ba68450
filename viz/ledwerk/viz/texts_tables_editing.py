"""The words of changing a table."""

from __future__ import annotations

from ledwerk.schema.fields import Text

EDITING_TEXTS: dict[str, Text] = {
    "add_row": Text("Rij toevoegen", "Add a row"),
    "delete_rows": Text("Verwijderen", "Delete"),
    "merge_rows": Text("Samenvoegen", "Merge"),
    "undo": Text("Ongedaan maken", "Undo"),
    "save": Text("Bewaren", "Save"),
    "close": Text("Sluiten", "Close"),
    "saving": Text("Wordt bewaard…", "Saving…"),
    "saved": Text(
        "Bewaard: {label} van {name} is {value}.", "Saved: {label} of {name} is {value}."
    ),
    "not_saved": Text("Niet bewaard", "Not saved"),
    "unsaved_kept": Text(
        "Je tekst staat nog in de cel. Verbeter die of druk op Escape.",
        "Your text is still in the cell. Mend it or press Escape.",
    ),
    "offline_kept": Text(
        "De verbinding is weg. Je tekst staat nog in de cel; druk op Enter en probeer het opnieuw.",
        "The connection is gone. Your text is still in the cell; press Enter to try again.",
    ),
    "wrong_value": Text("Dit kan hier niet staan", "This cannot stand here"),
    "write_instead": Text("Schrijf: {hint}", "Write: {hint}"),
    "needed": Text("Dit veld mag niet leeg zijn.", "This field cannot be empty."),
    "error_taken": Text("Dit is er al.", "This is there already."),
    "error_unknown_node": Text("Dit bestaat niet (meer).", "This does not exist (any more)."),
    "error_wrong_period": Text("Het einde ligt voor het begin.", "It ends before it begins."),
    "error_same_node": Text("Dit is twee keer hetzelfde.", "Both are the same."),
    "error_circle": Text(
        "Zo zou het een onderdeel van zichzelf worden.", "It would become a part of itself."
    ),
    "error_changed_since": Text(
        "Iemand anders heeft dit intussen gewijzigd. Kijk opnieuw en herhaal het zo nodig.",
        "Somebody else changed this in the meantime. Look again and repeat it if need be.",
    ),
    "error_unknown_revision": Text(
        "Hier valt niets ongedaan te maken.", "There is nothing to undo here."
    ),
    "error_not_stated": Text(
        "Dit verband is er niet (meer).", "This relation is not there (any more)."
    ),
    "error_wrong_kind": Text(
        "Dit is van een andere soort; kies iets anders.", "This is of another kind; choose another."
    ),
    "undo_later": Text(
        "Dit is daarna nog gewijzigd. Maak eerst die latere wijziging ongedaan; ze staat bij "
        "Laatste wijzigingen.",
        "This was changed again later. Undo that later change first; it is under Latest changes.",
    ),
    "error_nothing_to_do": Text("Er verandert niets.", "Nothing would change."),
    "error_required_id": Text(
        "Deze naam heeft geen letters of cijfers waarvan een id te maken is.",
        "This name has no letters or digits to make an id from.",
    ),
    "changed_meanwhile": Text(
        "{who} heeft deze cel intussen gewijzigd.", "{who} changed this cell in the meantime."
    ),
    "row_changed_meanwhile": Text(
        "{who} heeft deze rij intussen gewijzigd; deze cel bleef gelijk.",
        "{who} changed this row in the meantime; this cell stayed the same.",
    ),
    "somebody": Text("Iemand anders", "Somebody else"),
    "was_before": Text("Stond er", "Was"),
    "theirs": Text("Van de ander", "Theirs"),
    "yours": Text("Van jou", "Yours"),
    "keep_mine": Text("Die van mij bewaren", "Save mine"),
    "keep_theirs": Text("Die van de ander laten staan", "Leave theirs"),
    "row_gone": Text(
        "{who} heeft deze rij intussen verwijderd. Maak dat eerst ongedaan.",
        "{who} deleted this row in the meantime. Undo that first.",
    ),
    "deleted": Text("{name} is verwijderd.", "{name} was deleted."),
    "deleted_many": Text("{number} rijen zijn verwijderd.", "{number} rows were deleted."),
    "added": Text("{name} is toegevoegd.", "{name} was added."),
    "merged": Text("{gone} is samengevoegd met {kept}.", "{gone} was merged into {kept}."),
    "undone": Text("Wijziging {number} is ongedaan gemaakt.", "Change {number} was undone."),
    "undo_that": Text("Maak ongedaan: {what}", "Undo: {what}"),
    "delete_title": Text("Rijen verwijderen?", "Delete rows?"),
    "delete_one": Text(
        "{name} verdwijnt uit alle tabellen en uit het netwerk, met alle verbanden. Je kunt dit "
        "ongedaan maken.",
        "{name} will go from all tables and from the network, with all its relations. You can undo "
        "this.",
    ),
    "delete_several": Text(
        "{number} rijen verdwijnen uit alle tabellen en het netwerk. Je kunt dit ongedaan maken.",
        "{number} rows will go from all tables and from the network. You can undo this.",
    ),
    "add_title": Text("Toevoegen: {one}", "Add: {one}"),
    "add_more": Text("Meer velden", "More fields"),
    "pick_from_list": Text(
        "Typ een paar letters en kies uit de lijst.", "Type some letters and choose from the list."
    ),
    "pick_unknown": Text(
        "Dit is geen naam uit de lijst. Typ een paar letters en kies er een.",
        "This is no name from the list. Type some letters and choose one.",
    ),
    "merge_title": Text("Samenvoegen tot één", "Merge into one"),
    "merge_which": Text("Welke blijft bestaan?", "Which one stays?"),
    "merge_values": Text("Wordt overgenomen", "Is taken over"),
    "merge_moves": Text("Verhuist mee ({number})", "Moves along ({number})"),
    "merge_doubles": Text(
        "Was er al bij {name} en vervalt ({number})",
        "Was there already with {name} and lapses ({number})",
    ),
    "merge_nothing": Text("Er verhuist niets mee.", "Nothing moves along."),
    "merge_gone": Text(
        "{name} verdwijnt; de naam blijft bekend als andere naam van {kept}.",
        "{name} goes; its name stays known as another name of {kept}.",
    ),
    "changes_title": Text("Laatste wijzigingen", "Latest changes"),
    "change_line": Text("{who}, {when}: {what}", "{who}, {when}: {what}"),
    "change_none": Text("Er is nog niets gewijzigd.", "Nothing has been changed yet."),
    "action_create": Text("toegevoegd", "added"),
    "action_update": Text("gewijzigd", "changed"),
    "action_remove": Text("verwijderd", "deleted"),
    "action_add": Text("toegevoegd", "added"),
    "action_merge": Text("samengevoegd", "merged"),
    "action_undo": Text("ongedaan gemaakt", "undone"),
    "action_load": Text("ingelezen", "imported"),
    "why_table": Text("gewijzigd in de tabel {table}", "changed in the table {table}"),
    "others_changed": Text(
        "{who} heeft iets gewijzigd; de tabel is bijgewerkt.",
        "{who} changed something; the table is up to date.",
    ),
}
