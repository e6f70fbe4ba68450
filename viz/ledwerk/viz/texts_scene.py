"""The words of a picture's legend, notes and choices, in the interface's two languages."""

from __future__ import annotations

from ledwerk.schema.fields import Text
from ledwerk.viz.texts import said

SCENE_TEXTS: dict[str, Text] = {
    # What a party can be sized by.
    "degree": Text("aantal banden", "number of ties"),
    "strength": Text("sterkte van de banden", "strength of its ties"),
    "betweenness": Text("tussenpositie", "betweenness"),
    "closeness": Text("nabijheid", "closeness"),
    "harmonic": Text("nabijheid tot iedereen (harmonisch)", "closeness to all (harmonic)"),
    "eigenvector": Text(
        "verbonden met wie goed verbonden is", "tied to the well tied (eigenvector)"
    ),
    "pagerank": Text("PageRank", "PageRank"),
    "core": Text("kern (k-core)", "core (k-core)"),
    # What parties can be put together by.
    "auto": Text("vanzelf, als het er te veel zijn", "by itself, where there are too many"),
    "none": Text("niet", "not"),
    "community": Text("gemeenschap", "community"),
    "helix": Text("helix", "helix"),
    "sector": Text("sector", "sector"),
    "municipality": Text("gemeente", "municipality"),
    "programme": Text("programma", "programme"),
    # Clusters and colours.
    "cluster": Text("groep partijen", "cluster of parties"),
    "unreviewed": Text("niet nagekeken", "not reviewed"),
    "unreviewed_legend": Text(
        "niet nagekeken: alleen een programma las het", "not reviewed: only a program read it"
    ),
    "cluster_legend": Text(
        "groep partijen (klik om te openen)", "cluster of parties (click to open)"
    ),
    "cluster_others": Text("Overige", "Others"),
    "cluster_untied": Text("Zonder banden", "Without ties"),
    "cluster_unknown": Text("Onbekend", "Unknown"),
    "member_count": Text("partijen", "parties"),
    "member_list": Text("in deze groep", "in this cluster"),
    "members": Text("({count})", "({count})"),
    "and_others": Text("{names} e.a.", "{names} and others"),
    "other": Text("overig", "other"),
    # Ties.
    "shared_one": Text(
        "1 keer samen in een project of programma", "together in 1 project or programme"
    ),
    "shared_many": Text(
        "{count} keer samen in een project of programma",
        "together in {count} projects and programmes",
    ),
    "seated": Text("heeft een zetel in", "has a seat on"),
    "introduced": Text(
        "{party} werkt niet samen met {target}; {names} kan hen voorstellen",
        "{party} does not work with {target}; {names} could introduce them",
    ),
    "introduced_several": Text(
        "{party} werkt niet samen met {target}; {names} kunnen hen voorstellen",
        "{party} does not work with {target}; {names} could introduce them",
    ),
    "introduced_more": Text(
        "{party} werkt niet samen met {target}; {names} en nog {more} kunnen hen voorstellen",
        "{party} does not work with {target}; {names} and {more} more could introduce them",
    ),
    "and": Text("en", "and"),
    "nowhere": Text("Plaats onbekend", "Whereabouts unknown"),
    "no_columns": Text(
        "Kolommen zijn er alleen als ook de projecten en programma's passen; daarom staat hier het "
        "netwerk.",
        "Columns are there only where the projects and programmes fit too; so this is the network.",
    ),
    "no_spots": Text(
        "Van geen enkele partij is bekend waar die is; laad plaatsen met coördinaten.",
        "Of no party it is known where it is; load places with coordinates.",
    ),
    "and_more_sources": Text("en meer bronnen", "and more sources"),
    # Notes.
    "nothing_passes": Text(
        "Niets voldoet aan deze filters. Haal er een weg om weer iets te zien.",
        "Nothing passes these filters. Take one away to see something again.",
    ),
    "only_parties": Text(
        "Alles past niet in beeld: je ziet de partijen en hun onderlinge banden, zonder de "
        "projecten en programma's zelf.",
        "Not all of it fits: you see the parties and the ties between them, without the projects "
        "and programmes themselves.",
    ),
    "only_clusters": Text(
        "Er zijn te veel partijen om elk apart te tekenen: ze staan in groepen. Open een groep om "
        "te zien wie erin zit.",
        "There are too many parties to draw each of them: they are in clusters. Open a cluster to "
        "see who is in it.",
    ),
    "nearest_apart": Text(
        "De partijen die het dichtst bij het middelpunt staan zijn apart getekend, de andere in "
        "groepen.",
        "The parties nearest to the focus are drawn one by one, the others in clusters.",
    ),
    "no_room": Text(
        "Niet elke groep kan tegelijk open: er passen {most} partijen en groepen in beeld. "
        "Sluit er eerst een.",
        "Not every cluster can be open at once: {most} parties and clusters fit. Close one first.",
    ),
    "left_out": Text(
        "Niet getekend: de {count} minst verbonden partijen.",
        "Not drawn: the {count} parties with the fewest ties.",
    ),
    "left_out_one": Text(
        "Niet getekend: de minst verbonden partij.", "Not drawn: the party with the fewest ties."
    ),
    "weak_ties_one": Text("Niet getekend: de zwakste band.", "Not drawn: the weakest tie."),
    "size_clusters": Text(
        "De grootte van een groep is het aantal partijen erin; open een groep voor de {measure}.",
        "The size of a cluster is how many parties are in it; open one for {measure}.",
    ),
    "weak_ties": Text(
        "Niet getekend: de {count} zwakste banden.", "Not drawn: the {count} weakest ties."
    ),
    "estimated": Text(
        "{measure}: geschat uit {samples} steekproeven, want precies berekenen duurt te lang.",
        "{measure}: estimated from {samples} samples, since reckoning it exactly takes too long.",
    ),
    "no_path": Text(
        "Tussen {source} en {target} loopt geen enkele weg, ook niet via anderen.",
        "There is no way from {source} to {target}, not through others either.",
    ),
    "no_such_parties": Text(
        "Gaten zijn er niet te vinden: geen enkele partij hier is “{word}”.",
        "No gaps can be found: no party here is “{word}”.",
    ),
    "no_gaps": Text(
        "Er zijn geen gaten: ieder van hen werkt al met een van de anderen samen.",
        "There are no gaps: each of them works with one of the others already.",
    ),
    "more_gaps": Text(
        "Getekend zijn de {drawn} gaten die het makkelijkst te dichten zijn; er zijn nog {more}.",
        "Drawn are the {drawn} gaps that are the easiest to close; there are {more} more.",
    ),
    "unreachable_one": Text(
        "Voor 1 partij kan niemand de weg wijzen: via haar banden is geen van de anderen te "
        "bereiken.",
        "For 1 party nobody can show the way: its ties lead to none of the others.",
    ),
    "unreachable": Text(
        "Voor {count} partijen kan niemand de weg wijzen: via hun banden is geen van de anderen te "
        "bereiken.",
        "For {count} parties nobody can show the way: their ties lead to none of the others.",
    ),
}


def scene_text(name: str, lang: str, **given: object) -> str:
    """A word or sentence in a language, with what it speaks of filled in: numbers as the language
    writes them.
    """
    words = said(SCENE_TEXTS[name], lang)
    told = {key: _number(value, lang) for key, value in given.items()}
    return words.format(**told) if told else words


def counted(name: str, lang: str, count: int) -> str:
    """A sentence on so many; there is one of its own for one."""
    return scene_text(f"{name}_one" if count == 1 else name, lang, count=count)


def _number(value: object, lang: str) -> object:
    if not isinstance(value, int):
        return value
    return f"{value:,}" if lang == "en" else f"{value:,}".replace(",", ".")
