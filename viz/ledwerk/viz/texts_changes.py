"""The words of the page of what changed."""

from __future__ import annotations

from ledwerk.schema.fields import Text

CHANGE_TEXTS: dict[str, Text] = {
    "title": Text("Wat er veranderde", "What changed"),
    "since_session": Text(
        "Sinds de werksessie “{name}”, afgelopen op {day}.",
        "Since the workshop “{name}”, which ended on {day}.",
    ),
    "since_moment": Text("Sinds {day}.", "Since {day}."),
    "since_revision": Text(
        "Sinds revisie {revision} van {day}.", "Since revision {revision} of {day}."
    ),
    "since_month": Text("Sinds een maand geleden ({day}).", "Since a month ago ({day})."),
    "since_first": Text(
        "Sinds de gegevens voor het eerst zijn ingelezen ({day}).",
        "Since the data were first loaded ({day}).",
    ),
    "since_start": Text("Sinds het begin.", "Since the beginning."),
    "until": Text(
        "Tot en met revisie {revision} van {day}.",
        "Up to and including revision {revision} of {day}.",
    ),
    "summary": Text(
        "Per saldo {added} toegevoegd, {removed} verwijderd en {corrected} gecorrigeerd, in {n} "
        "[wijziging|wijzigingen] door {who}.",
        "On balance {added} added, {removed} removed and {corrected} corrected, in {n} "
        "[change|changes] by {who}.",
    ),
    "nothing": Text("Er is sindsdien niets veranderd.", "Nothing has changed since."),
    "nothing_net": Text(
        "Er is sindsdien {n} keer iets gewijzigd, maar per saldo is alles zoals het was.",
        "Something was changed {n} [time|times] since, but on balance all is as it was.",
    ),
    "too_many": Text(
        "Er zijn {n} onderdelen geraakt: te veel om een voor een op te sommen. Per soort:",
        "{n} things were touched: too many to list one by one. By kind:",
    ),
    "other_start": Text("Vanaf een ander moment kijken", "Look from another moment"),
    "date": Text("Vanaf de dag", "From the day"),
    "date_until": Text("tot en met", "up to and including"),
    "go": Text("Toon", "Show"),
    "session": Text("werksessie “{name}”, afgelopen op {day}", "workshop “{name}”, ended on {day}"),
    "revision": Text(
        "revisie {revision}, {at}, door {who}: {what}",
        "revision {revision}, {at}, by {who}: {what}",
    ),
    "everything": Text("alles, vanaf het begin", "everything, from the beginning"),
    "xlsx": Text("Als werkblad (XLSX)", "As a worksheet (XLSX)"),
    "print": Text("Afdrukken", "Print"),
    # -- picture
    "picture": Text("In beeld", "In a picture"),
    "picture_alt": Text(
        "Het netwerk van nu; wat nieuw is sinds revisie {revision} heeft een ring. Nieuw: {names}.",
        "The network as it is now; what is new since revision {revision} has a ring. New: {names}.",
    ),
    "picture_none": Text(
        "Het netwerk van nu; er kwam geen partij, project of programma bij.",
        "The network as it is now; no party, project or programme was added.",
    ),
    "picture_told": Text(
        "Met een ring: wat er sindsdien bij kwam.", "With a ring: what was added since."
    ),
    "picture_open": Text("Open dit in het netwerk", "Open this in the network"),
    # -- numbers
    "numbers": Text("Wat het deed met de cijfers", "What it did to the numbers"),
    "numbers_none": Text(
        "Er veranderde te veel, en de geschiedenis is te lang, om het netwerk van toen hier na te "
        "bouwen: er staan meer dan {n} regels in het logboek.",
        "Too much was changed, and the history is too long, to rebuild the network of then here: "
        "the log has more than {n} lines.",
    ),
    "numbers_late": Text(
        "De cijfers van dit grote netwerk worden nog berekend; ze verschijnen hier vanzelf.",
        "The numbers of this large network are still being reckoned; they appear by themselves.",
    ),
    "measure": Text("Maat", "Measure"),
    "before": Text("toen", "then"),
    "after": Text("nu", "now"),
    "difference": Text("verschil", "difference"),
    "estimated": Text(
        "Tussenposities en de gemiddelde afstand zijn in een netwerk van deze omvang alleen te "
        "schatten; een verschil zou toeval kunnen zijn en staat er daarom niet bij.",
        "Of a network of this size betweenness and the mean distance can only be estimated; a "
        "difference could be chance, and is left out therefore.",
    ),
    "n_parties": Text("Partijen", "Parties"),
    "n_activities": Text("Projecten en programma's", "Projects and programmes"),
    "n_participations": Text("Deelnames", "Participations"),
    "n_seats": Text("Zetels van partijen", "Seats of parties"),
    "n_ties": Text("Banden tussen partijen", "Ties between parties"),
    "n_isolates": Text("Partijen zonder band", "Parties without a tie"),
    "n_components": Text("Losse delen (van twee of meer)", "Separate parts (of two or more)"),
    "n_largest_component": Text("Partijen in het grootste deel", "Parties in the largest part"),
    "n_mean_distance": Text(
        "Gemiddelde afstand in het grootste deel", "Mean distance in the largest part"
    ),
    "n_gaps": Text("Mkb-bedrijven zonder band met een campus", "SMEs without a tie to a campus"),
    "n_unreachable": Text("… waarvan zonder enige weg erheen", "… of which without any way to one"),
    "closed_gaps": Text("Gaten gedicht: {names}.", "Gaps closed: {names}."),
    "opened_gaps": Text("Nieuwe gaten: {names}.", "New gaps: {names}."),
    "risers": Text("Grootste stijgers in tussenpositie", "Largest risers in betweenness"),
    "fallers": Text("Grootste dalers in tussenpositie", "Largest fallers in betweenness"),
    "moved": Text("{name}: van {before} naar {after}", "{name}: from {before} to {after}"),
    "not_there": Text("er niet", "not there"),
    # -- agreements
    "agreements": Text("Afspraken", "Agreements"),
    "agreements_closed": Text("Rond sindsdien", "Closed since"),
    "agreements_made": Text("Gemaakt sindsdien", "Made since"),
    "agreements_dropped": Text("Vervallen sindsdien", "Dropped since"),
    "introduces": Text(
        "{via} stelt {source} voor aan {target}", "{via} introduces {source} to {target}"
    ),
    "agreements_none": Text(
        "Er is sindsdien geen afspraak gemaakt, rond gekomen of vervallen.",
        "No agreement was made, closed or dropped since.",
    ),
    "to_agreements": Text("Naar alle afspraken", "To all agreements"),
    # -- lists
    "lists": Text("Wat er precies veranderde", "What exactly changed"),
    "parties": Text("Partijen", "Parties"),
    "activities": Text("Projecten en programma's", "Projects and programmes"),
    "ties": Text("Wie waarin meedoet of bij hoort", "Who takes part in or belongs to what"),
    "seats": Text("Besturen, zetels en mensen", "Boards, seats and people"),
    "rest": Text("Overig", "Other"),
    "added": Text("Toegevoegd", "Added"),
    "removed": Text("Verwijderd", "Removed"),
    "corrected": Text("Gecorrigeerd", "Corrected"),
    "edit": Text("{label}: van “{before}” naar “{after}”", "{label}: from “{before}” to “{after}”"),
    "by": Text("door {who}, {at} (revisie {revision})", "by {who}, {at} (revision {revision})"),
    "relation": Text("{source} {relation} {target}", "{source} {relation} {target}"),
    "nobody": Text("onbekend", "unknown"),
    "log": Text("Alle wijzigingen op een rij", "All changes in a row"),
    "earlier": Text("en {n} eerdere", "and {n} earlier ones"),
    # -- worksheet
    "x_what": Text("wat", "what"),
    "x_kind": Text("soort", "kind"),
    "x_name": Text("naam", "name"),
    "x_edits": Text("verandering", "change"),
    "x_by": Text("door", "by"),
    "x_at": Text("wanneer (UTC)", "when (UTC)"),
    "x_revision": Text("revisie", "revision"),
    "x_id": Text("kenmerk", "id"),
}
