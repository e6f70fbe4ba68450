"""Messages about who is who, and the help of its command, in English and in Dutch."""

from __future__ import annotations

MATCHING_MESSAGES: tuple[tuple[str, str], ...] = (
    (
        "{gone} was merged into {kept} already; use that id",
        "{gone} is al samengevoegd met {kept}; gebruik dat id",
    ),
    (
        "{gone} was merged into {kept}; change that, or take the merge back first",
        "{gone} is samengevoegd met {kept}; wijzig dat, of neem eerst het samenvoegen terug",
    ),
    (
        "{gone} is a source; undo the revision that merged it",
        "{gone} is een bron; maak de wijziging ongedaan die hem samenvoegde",
    ),
    ("{one} and {two} are not of one kind", "{one} en {two} zijn niet van dezelfde soort"),
    (
        "{gone} was not merged into another node, so nothing can be taken back",
        "{gone} is niet met iets anders samengevoegd; er is niets terug te nemen",
    ),
    ("{id} cannot be different from itself", "{id} kan niet van zichzelf verschillen"),
    (
        "{one} and {two} are called different already",
        "{one} en {two} zijn al als verschillend genoteerd",
    ),
    (
        "{one} and {two} were not called different, nor merged",
        "{one} en {two} zijn niet samengevoegd en niet als verschillend genoteerd",
    ),
    (
        "{kind:r} is no kind of party or person; {known}",
        "{kind} is geen soort partij of persoon; wel {known}",
    ),
    (
        "1 likely double; ledwerk match shows it",
        "1 mogelijke dubbele; ledwerk match laat die zien",
    ),
    (
        "{count:,} likely doubles; ledwerk match shows them",
        "{count} mogelijke dubbelen; ledwerk match laat ze zien",
    ),
    (
        "doubles are being looked for, which goes on; ask again in a while, and they are there",
        "naar dubbelen wordt nog gezocht; vraag het straks opnieuw, dan zijn ze er",
    ),
)
MATCHING_HELP: tuple[tuple[str, str], ...] = (
    (
        "find parties and people that are there twice, and merge them",
        "zoek partijen en personen die er dubbel zijn, en voeg ze samen",
    ),
    ("list only those that are beyond doubt", "toon alleen wat zeker is"),
    (
        "only this kind, such as Organisation or Person",
        "alleen deze soort, zoals Organisation of Person",
    ),
    (
        "also doubles within one dataset, not only between two",
        "ook dubbelen binnen één dataset, niet alleen tussen twee",
    ),
    ("how many to list; 0 is all", "hoeveel er getoond worden; 0 is alle"),
    ("list what was decided before", "toon wat eerder is besloten"),
    ("merge those beyond doubt", "voeg samen wat zeker is"),
    ("these two are one: B is merged into A", "deze twee zijn hetzelfde: B gaat op in A"),
    (
        "these two are not one; do not ask again",
        "deze twee zijn verschillend; vraag het niet opnieuw",
    ),
    (
        "take back what was decided of these two",
        "neem terug wat over deze twee is besloten",
    ),
)
