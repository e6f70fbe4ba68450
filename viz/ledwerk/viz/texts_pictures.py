"""The words of a picture on paper, in the interface's two languages."""

from __future__ import annotations

from ledwerk.schema.fields import Text

PICTURE_TEXTS: dict[str, Text] = {
    "file": Text("netwerk", "network"),
    "legend": Text("Legenda", "Legend"),
    "marks": Text("Partijen en activiteiten", "Parties and activities"),
    "ties": Text("Verbindingen", "Ties"),
    "regions": Text("Delen van de tekening", "Parts of the picture"),
    "whole": Text("Het hele netwerk", "The whole network"),
    "filtered": Text("Gefilterd op: {value}", "Filtered by: {value}"),
    "focus": Text("rond {name}, {n} stap", "around {name}, {n} step"),
    "focus_many": Text("rond {name}, {n} stappen", "around {name}, {n} steps"),
    "path": Text("pad van {a} naar {b}", "path from {a} to {b}"),
    "path_from": Text("pad vanaf {a}", "path from {a}"),
    "path_to": Text("pad naar {b}", "path to {b}"),
    "gaps": Text(
        "gaten: {a} zonder band met {b}",
        "gaps: {a} without a tie to {b}",
    ),
    "between": Text("periode {since} tot en met {until}", "period {since} to {until}"),
    "since": Text("vanaf {since}", "since {since}"),
    "until": Text("tot en met {until}", "until {until}"),
    "strength": Text("banden van minstens {n}", "ties of at least {n}"),
    "size": Text("grootte: {value}", "size: {value}"),
    "colour": Text("kleur: {value}", "colour: {value}"),
    "colour_sector": Text("sector", "sector"),
    "colour_community": Text("gemeenschap", "community"),
    "layout_columns": Text("in twee kolommen", "in two columns"),
    "layout_map": Text("op de kaart", "on the map"),
    "group": Text("gegroepeerd naar {value}", "grouped by {value}"),
    "group_none": Text("niet gegroepeerd", "not grouped"),
    "open": Text("geopend: {value}", "opened: {value}"),
    "fresh": Text("nieuw sinds versie {n}", "new since revision {n}"),
    "and_more": Text("en nog {n}", "and {n} more"),
    "sme": Text("mkb", "small firms"),
    "source": Text("Bron: {value}", "Source: {value}"),
    "as_of": Text("Stand van {date}, versie {n}", "As of {date}, revision {n}"),
    "revision": Text("Versie {n}", "Revision {n}"),
    "left_out": Text("Niet getekend: {n}.", "Not drawn: {n}."),
    "unnamed": Text(
        "Van {n} punten past de naam niet op dit blad; in de SVG staat hij er als tekst bij.",
        "The names of {n} marks do not fit on this sheet; the SVG has them as text.",
    ),
    "key_fresh": Text("nieuw", "new"),
    "key_cluster": Text("groep partijen", "group of parties"),
    "key_lit": Text("uitgelicht", "highlighted"),
    "key_gap": Text("gat: nog geen band", "gap: no tie yet"),
    "members": Text("{n} leden", "{n} members"),
    "weight": Text("sterkte {n}", "strength {n}"),
    "is_gap": Text("gat", "gap"),
    "holds": Text("{marks} punten en {ties} verbindingen.", "{marks} marks and {ties} ties."),
    "nothing": Text("Er is niets om te tekenen.", "There is nothing to draw."),
}
MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}
