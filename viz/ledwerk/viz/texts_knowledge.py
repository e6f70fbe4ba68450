"""The words of the pages of nodes and of the search page."""

from __future__ import annotations

from ledwerk.schema.fields import Text

KNOWLEDGE_TEXTS: dict[str, Text] = {
    "text": Text("Wat het is en waar het staat", "What it is and where it stands"),
    "no_text": Text(
        "Hier heeft nog niemand iets over geschreven.", "Nobody has written about this yet."
    ),
    "other_language": Text("Er is alleen een Engelse tekst.", "There is only a text in Dutch."),
    "longer": Text(
        "De tekst is hier ingekort; de hele tekst staat op {address}.",
        "The text is shortened here; all of it is at {address}.",
    ),
    "printed": Text("Kennispagina van ledwerk, {day}.", "A page of ledwerk, {day}."),
    "derived": Text(
        "Geen bron geeft een naam; deze is van de id gemaakt.",
        "No source names it; the name is made from its id.",
    ),
    "known_as": Text("Ook bekend als {names}", "Also known as {names}"),
    "facts": Text("Feiten", "Facts"),
    "on_page": Text("Op deze pagina", "On this page"),
    "works_with": Text("Werkt samen met", "Works with"),
    "strongest": Text("De sterkste {n}; er zijn er meer.", "The strongest {n}; there are more."),
    "strength": Text("kracht {n}", "strength {n}"),
    "in_what": Text("samen in {names}", "together in {names}"),
    "and_more": Text("en nog {n}", "and {n} more"),
    "show_more": Text("Nog {n} tonen", "Show {n} more"),
    "around": Text("De omgeving", "The neighbourhood"),
    "picture_of": Text(
        "Tekening van {name} en wie er een stap vandaan staan",
        "Drawing of {name} and who is one step away",
    ),
    "in_network": Text("In het netwerk bekijken", "Look at it in the network"),
    "gaps": Text("Open gaten", "Open gaps"),
    "gaps_wait": Text("De gaten worden uitgerekend …", "The gaps are being reckoned …"),
    "gaps_none": Text(
        "Er is een band met ten minste één campus.", "There is a tie with at least one campus."
    ),
    "gaps_no_campus": Text("Er zijn geen campussen bekend.", "No campuses are known."),
    "gap_away": Text(
        "Geen band met een campus; het dichtst bij, op afstand {n}: {names}.",
        "No tie with a campus; nearest, at distance {n}: {names}.",
    ),
    "gap_unreachable": Text(
        "Geen band met een campus, en ook niet via anderen.",
        "No tie with a campus, nor through others.",
    ),
    "gap_introducers": Text("Wie kan voorstellen", "Who could introduce"),
    "gap_all": Text("Alle gaten en afspraken", "All gaps and agreements"),
    "history": Text("Geschiedenis", "History"),
    "history_show": Text("Toon wat er veranderde", "Show what changed"),
    "history_none": Text("Er is niets veranderd.", "Nothing has changed."),
    "history_more": Text("De nieuwste {n} van {total}.", "The newest {n} of {total}."),
    "sources": Text("Bronnen", "Sources"),
    "statements": Text("Wie wat zegt", "Who says what"),
    "conflict": Text("Bronnen spreken elkaar tegen", "Sources contradict each other"),
    "write": Text("Tekst schrijven", "Write a text"),
    "edit": Text("Tekst wijzigen", "Change the text"),
    "edit_label": Text("Tekst in Markdown", "Text in Markdown"),
    "edit_help": Text(
        "Wat is het, waarom is het er, en hoe staat het ervoor? Een lege regel begint een nieuwe "
        "alinea, ## een kop, - een lijst; [naam](https://…) wordt een link, en "
        "[naam](organisation:zuyd) een link naar een pagina hier.",
        "What is it, why is it there, and where does it stand? An empty line begins a new "
        "paragraph, ## a heading, - a list; [name](https://…) becomes a link, and "
        "[name](organisation:zuyd) a link to a page here.",
    ),
    "person_help": Text(
        "Van mensen staan hier alleen naam, functie en zetels: schrijf over het werk, niets "
        "persoonlijks.",
        "Of people only name, function and seats are kept here: write about the work, nothing "
        "personal.",
    ),
    "preview": Text("Voorbeeld", "Preview"),
    "save": Text("Bewaren", "Save"),
    "cancel": Text("Annuleren", "Cancel"),
    "saved": Text("De tekst is bewaard.", "The text is saved."),
    "changed_meanwhile": Text(
        "Iemand anders heeft dit intussen gewijzigd. Uw tekst staat hier nog; kopieer hem, laad de "
        "pagina opnieuw en voeg samen.",
        "Somebody else changed this meanwhile. Your text is still here; copy it, load the page "
        "again and put both together.",
    ),
    "print": Text("Afdrukken op één A4", "Print on one page"),
    "failed": Text("Het lukte niet", "It did not work"),
}

SEARCH_TEXTS: dict[str, Text] = {
    "search": Text("Zoeken", "Search"),
    "words": Text("Zoekwoorden", "Words to look for"),
    "help": Text(
        "In namen, andere namen en teksten; ook andere vormen van een woord, en met een tikfout.",
        "In names, other names and texts; also other forms of a word, and with a typing mistake.",
    ),
    "kind": Text("Soort", "Kind"),
    "every_kind": Text("alles", "everything"),
    "found": Text("{n} [pagina|pagina's] gevonden", "[one page|{n} pages] found"),
    "nothing": Text(
        "Niets gevonden voor “{asked}”. Probeer minder woorden, of een deel van de naam.",
        "Nothing found for “{asked}”. Try fewer words, or a part of the name.",
    ),
    "meant": Text(
        "Niets heeft “{asked}” zoals getypt. Dit lijkt erop:",
        "Nothing has “{asked}” as it was typed. This is close:",
    ),
    "did_you_mean": Text("Bedoelde u:", "Did you mean:"),
    "next": Text("Volgende", "Next"),
    "first": Text("Naar het begin", "To the beginning"),
    "shown": Text("{first} tot {last} van {total}", "{first} to {last} of {total}"),
    "by_name": Text("naam", "name"),
    "by_alias": Text("andere naam", "other name"),
    "by_stem": Text("andere vorm", "another form"),
    "by_text": Text("tekst", "text"),
    "by_typo": Text("lijkt erop", "close"),
}
