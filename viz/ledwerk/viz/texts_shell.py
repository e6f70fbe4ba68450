"""The words that every page has."""

from __future__ import annotations

from ledwerk.schema.fields import Text

SHELL_TEXTS: dict[str, Text] = {
    "network": Text("Netwerk", "Network"),
    "tables": Text("Tabellen", "Tables"),
    "agreements": Text("Gaten en afspraken", "Gaps and agreements"),
    "changes": Text("Wat er veranderde", "What changed"),
    "history": Text("Geschiedenis", "History"),
    "review": Text("Nakijken", "Review"),
    "stories": Text("Verhalen", "Stories"),
    "workshop": Text("Werksessie", "Workshop"),
    "pages": Text("Pagina's", "Pages"),
    "search": Text("Zoeken", "Search"),
    "search_for": Text("Zoek een pagina", "Search for a page"),
    "skip": Text("Naar de inhoud", "Skip to content"),
    "language": Text("English", "Nederlands"),
    "theme": Text("Donker", "Dark"),
    "sign_in": Text("Inloggen", "Sign in"),
    "sign_out": Text("Uitloggen", "Sign out"),
    "token": Text("Toegangssleutel", "Access token"),
    "token_help": Text(
        "De sleutel begint met ledwerk_ en is gemaakt met: ledwerk token add NAAM --role editor",
        "The token begins with ledwerk_ and was made with: ledwerk token add NAME --role editor",
    ),
    "cancel": Text("Annuleren", "Cancel"),
    "signed_in": Text("Ingelogd als", "Signed in as"),
    "away": Text(
        "De verbinding is weg; er wordt opnieuw verbonden en niets gaat verloren.",
        "The connection is gone; it is being made again and nothing is lost.",
    ),
    "back": Text("De verbinding is er weer.", "The connection is back."),
    "failed": Text("Het lukte niet", "It did not work"),
}
