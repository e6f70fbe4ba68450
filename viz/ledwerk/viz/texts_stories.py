"""The words of stories: their list, how they are edited, how they are played."""

from __future__ import annotations

from ledwerk.schema.fields import Text

STORY_TEXTS: dict[str, Text] = {
    "title": Text("Verhalen", "Stories"),
    "lead": Text(
        "Een verhaal is een rij bewaarde beelden van het netwerk, elk met een titel en een tekst. "
        "Speel het af met de pijltjestoetsen, of neem het mee als één bestand dat geen internet "
        "nodig heeft.",
        "A story is a row of saved views of the network, each with a title and a text. Play it "
        "with the arrow keys, or take it along as one file that needs no internet.",
    ),
    "none": Text(
        "Er zijn nog geen verhalen. Ga naar het netwerk, zet een beeld klaar en kies daar "
        "“Bewaren in een verhaal”.",
        "There are no stories yet. Go to the network, prepare a view and choose “Save in a story” "
        "there.",
    ),
    "to_network": Text("Naar het netwerk", "To the network"),
    "views": Text("{n} [beeld|beelden]", "{n} [view|views]"),
    "changed": Text("gewijzigd {at} door {who}", "changed {at} by {who}"),
    "play": Text("Afspelen", "Play"),
    "edit": Text("Bewerken", "Edit"),
    "file": Text("Als bestand (HTML)", "As a file (HTML)"),
    "delete": Text("Verwijderen", "Delete"),
    "play_one": Text("{title} afspelen", "Play {title}"),
    "edit_one": Text("{title} bewerken", "Edit {title}"),
    "file_one": Text("{title} als bestand (HTML)", "{title} as a file (HTML)"),
    "delete_one": Text("{title} verwijderen", "Delete {title}"),
    "deleted": Text("Verwijderd: {title}", "Deleted: {title}"),
    "undo": Text("Ongedaan maken", "Undo"),
    "back": Text("Weer terug: {title}", "Back again: {title}"),
    # -- adding a view
    "add": Text("Dit beeld bewaren", "Save this view"),
    "add_alt": Text("Het beeld dat wordt bewaard", "The view that is saved"),
    "which": Text("In welk verhaal", "In which story"),
    "new": Text("een nieuw verhaal", "a new story"),
    "story_title": Text("Titel van het verhaal", "Title of the story"),
    "step_title": Text("Titel van het beeld", "Title of the view"),
    "step_text": Text("Tekst bij het beeld", "Text with the view"),
    "save": Text("Bewaren", "Save"),
    # -- editing
    "editing": Text("Verhaal bewerken", "Edit story"),
    "all_stories": Text("Alle verhalen", "All stories"),
    "steps": Text("Beelden", "Views"),
    "no_steps": Text(
        "Dit verhaal heeft nog geen beelden. Voeg ze toe vanuit het netwerk.",
        "This story has no views yet. Add them from the network.",
    ),
    "step": Text("Beeld {n}", "View {n}"),
    "up": Text("Naar voren", "Earlier"),
    "down": Text("Naar achteren", "Later"),
    "remove": Text("Beeld weghalen", "Remove view"),
    "look": Text("Bekijk in het netwerk", "See in the network"),
    "moved": Text("Beeld staat nu op plaats {n} van {all}.", "View is now {n} of {all}."),
    "removed": Text("Beeld weggehaald.", "View removed."),
    "undone": Text("Ongedaan gemaakt.", "Undone."),
    "saved": Text("Bewaard.", "Saved."),
    "saving": Text("Wordt bewaard …", "Saving …"),
    "read_only": Text(
        "Log in als redacteur om verhalen te bewaren of te wijzigen.",
        "Sign in as an editor to save or change stories.",
    ),
    "conflict": Text(
        "Iemand anders heeft dit verhaal intussen gewijzigd. Laad de pagina opnieuw; wat u hier "
        "typte staat er nog om over te nemen.",
        "Somebody else has changed this story meanwhile. Load the page again; what you typed is "
        "still here to be copied.",
    ),
    "thumb": Text("Beeld {n}: {title}", "View {n}: {title}"),
    # -- playing
    "playing": Text("Verhaal", "Story"),
    "previous": Text("Vorige", "Previous"),
    "next": Text("Volgende", "Next"),
    "leave": Text("Verhaal verlaten", "Leave story"),
    "at": Text("{n} / {all}", "{n} / {all}"),
    "at_said": Text("Beeld {n} van {all}", "View {n} of {all}"),
    "keys": Text(
        "Pijltje links en rechts bladeren, Home en End gaan naar begin en eind, Escape verlaat.",
        "The left and right arrows go through it, Home and End to its ends, Escape leaves.",
    ),
    "resume": Text("Verhaal hervatten", "Resume story"),
    "nobody": Text("onbekend", "unknown"),
}
# What the script that plays a story says.
PLAYING = ("playing", "previous", "next", "leave", "at", "at_said", "keys", "resume")
