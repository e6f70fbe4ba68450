"""The words of the page of history."""

from __future__ import annotations

from ledwerk.schema.fields import Text

HISTORY_TEXTS: dict[str, Text] = {
    "title": Text("Geschiedenis", "History"),
    "about": Text(
        "Alles wat er ooit is ingelezen, bewerkt, samengevoegd of aanvaard, het nieuwste eerst. "
        "Van elke revisie is te zien wat zij wijzigde en wat erop rust, en een redacteur kan haar "
        "terugnemen: nieuwer werk dat er niet op rust blijft.",
        "Everything that was ever loaded, edited, merged or accepted, the newest first. Of each "
        "revision one sees what it changed and what rests on it, and an editor can take it back: "
        "newer work that does not rest on it stays.",
    ),
    "empty": Text("Er is nog niets ingelezen of gewijzigd.", "Nothing was loaded or changed yet."),
    "revision": Text("Revisie", "Revision"),
    "when": Text("Wanneer", "When"),
    "who": Text("Wie", "Who"),
    "what": Text("Wat", "What"),
    "much": Text("Uitspraken", "Statements"),
    "signs": Text("{came} erbij, {gone} weg", "{came} came, {gone} went"),
    "many": Text("meer dan {n}", "more than {n}"),
    "nobody": Text("niemand bekend", "nobody known"),
    "open": Text("Bekijk revisie {n}", "Look at revision {n}"),
    "void": Text("teruggenomen", "taken back"),
    "older": Text("Oudere", "Older"),
    "newest": Text("De nieuwste", "The newest"),
    "compare": Text("Twee momenten vergelijken", "Compare two moments"),
    "compare_from": Text("Vanaf", "From"),
    "compare_to": Text("Tot en met", "Up to and including"),
    "compare_go": Text("Vergelijk", "Compare"),
    "as_then": Text("Het netwerk zoals het toen was", "The network as it was then"),
    "back_to": Text("Alle revisies", "All revisions"),
    "one": Text("Revisie {n}", "Revision {n}"),
    "told": Text("{at}, door {who}: {what}", "{at}, by {who}: {what}"),
    "changed": Text("Wat zij wijzigde", "What it changed"),
    "nothing_net": Text(
        "Er veranderde niets aan wat getoond wordt.", "Nothing that is shown became other."
    ),
    "too_many": Text(
        "Zij raakte {n} knopen en relaties: te veel om een voor een op te sommen.",
        "It touched {n} nodes and relations: too many to list one by one.",
    ),
    "rests": Text("Wat erop rust", "What rests on it"),
    "rests_none": Text(
        "Er rust niets op; terugnemen raakt geen nieuwer werk.",
        "Nothing rests on it; taking it back touches no newer work.",
    ),
    "rests_edit": Text(
        "revisie {n} bewerkte {about}, dat er niet meer zou zijn",
        "revision {n} edited {about}, which would be gone",
    ),
    "rests_value": Text(
        "revisie {n} gaf {about} een andere waarde ({property})",
        "revision {n} gave {about} another value ({property})",
    ),
    "rests_relation": Text(
        "revisie {n} voegde de relatie {about} toe, waarvan een kant er niet meer zou zijn",
        "revision {n} added the relation {about}, one end of which would be gone",
    ),
    "rests_merge": Text("revisie {n} voegde knopen ervan samen", "revision {n} merged nodes of it"),
    "rests_acceptance": Text(
        "revisie {n} aanvaardde regels ervan", "revision {n} accepted rows of it"
    ),
    "rests_load": Text(
        "revisie {n} las dezelfde dataset opnieuw in, met wat er toen stond",
        "revision {n} loaded the same dataset anew, with what stood then",
    ),
    "rests_more": Text("en nog {n}", "and {n} more"),
    "back": Text("Terugnemen", "Take back"),
    "back_does": Text(
        "{gone} [uitspraak|uitspraken] [gaat|gaan] weg en {came} [komt|komen] terug.",
        "{gone} [statement|statements] [goes|go] and {came} [comes|come] back.",
    ),
    "back_none": Text(
        "Van deze revisie is niets over om terug te nemen.",
        "Nothing of this revision is left to take back.",
    ),
    "back_not": Text("Zij kan niet worden teruggenomen: {why}", "It cannot be taken back: {why}"),
    "back_how": Text("Wat erop rust", "What rests on it"),
    "back_keep": Text(
        "blijft; wat in de lucht komt te hangen staat er dan met zijn id",
        "stays; what would hang in the air is then shown by its id",
    ),
    "back_too": Text("gaat mee terug", "is taken back as well"),
    "why": Text("Waarom (komt in het logboek)", "Why (stands in the log)"),
    "back_now": Text("Neem revisie {n} terug", "Take back revision {n}"),
    "sure": Text(
        "Dit maakt een nieuwe revisie; ook die is weer terug te nemen.",
        "This makes a new revision, which can be taken back as well.",
    ),
    "sign_in_first": Text("Log eerst in als redacteur.", "Sign in as an editor first."),
    "done": Text(
        "Teruggenomen; het netwerk is nu bij revisie {n}.",
        "Taken back; the network is now at revision {n}.",
    ),
}
