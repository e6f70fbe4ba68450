"""Messages about names and about changes of single facts, in English and in Dutch."""

from __future__ import annotations

EDIT_MESSAGES: tuple[tuple[str, str], ...] = (
    # Names.
    ("no {what:words} is called {asked:r}{hint:words}", "geen {what} heet {asked}{hint}"),
    ("{asked} is the name of {count:,} nodes: {ids}; ask by id", "{asked} is de naam van {count} knopen: {ids}; vraag met het id"),
    (
        "{key} was changed by {actor:words} in revision {revision:,}{seen:words}; nothing was written. Look at it again and repeat the change if it is still wanted",
        "{key} is gewijzigd door {actor} in revisie {revision}{seen}; er is niets geschreven. Kijk er opnieuw naar en herhaal de wijziging als die nog nodig is",
    ),
    # What cannot be changed so.
    ("{id} is no source; cite one that is there, or create it first", "{id} is geen bron; noem er een die er is, of maak hem eerst"),
    ("{kind}: {end} is no {kinds:words}", "{kind}: {end} is geen {kinds}"),
    ("there is no {id}", "{id} bestaat niet"),
    ("there is no {id}; create it first", "{id} bestaat niet; maak het eerst"),
    ("there is no {id}; add it first", "{id} bestaat niet; voeg het eerst toe"),
    ("{id} cannot be related to itself", "{id} kan niet met zichzelf verbonden zijn"),
    ("{near} has {other} as {link}; remove that first", "{near} heeft {other} als {link}; verwijder dat eerst"),
    ("{one} is a member of {other}, directly or through others", "{one} is lid van {other}, rechtstreeks of via anderen"),
    ("{id} is no id of a {kind:words}; those begin with {prefix}:", "{id} is geen id van {kind}; die beginnen met {prefix}:"),
    ("{id} is there already; update it or give another id", "{id} bestaat al; wijzig het of geef een ander id"),
    ("{id} is there already; update it", "{id} bestaat al; wijzig het"),
    ("revision {revision} changed nothing that could be undone", "revisie {revision} wijzigde niets dat ongedaan gemaakt kan worden"),
    ("no property is given; name those to change", "er is geen eigenschap gegeven; noem wat er moet veranderen"),
    ("{id} does not begin with {prefix}:, as ids of a {kind:words} do", "{id} begint niet met {prefix}:, zoals ids van {kind} doen"),
    ("{id} has signs that no id has, or too many; write {right}", "{id} heeft tekens die geen id heeft, of te veel; schrijf {right}"),
    (
        "the name has no Latin letter or digit to make an id from; give an id",
        "de naam heeft geen Latijnse letter of cijfer om een id van te maken; geef een id",
    ),
    ("{id} cannot be merged into itself", "{id} kan niet met zichzelf worden samengevoegd"),
    ("{id} is {what:words}; give the id of a {kind:words} ({prefix}:…)", "{id} is {what}; geef het id van een {kind} ({prefix}:…)"),
    # Values.
    ("{kind} has no {field}", "{kind} heeft geen {field}"),
    ("{field} of a {kind} is always {value}; leave it out", "{field} van een {kind} is altijd {value}; laat het weg"),
    ("a {kind} needs {field}", "een {kind} heeft {field} nodig"),
    ("{field}: holds half a letter; send text in UTF-8", "{field}: bevat een halve letter; stuur tekst in UTF-8"),
    ("{field}: {value} is no {type:words}; {hint:words}", "{field}: {value} is geen {type}; {hint}"),
    ("not every entry is a text", "niet elk element is een tekst"),
)  # fmt: skip
