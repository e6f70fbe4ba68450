"""Messages and help about other moments, about whom one believes, and about taking back."""

from __future__ import annotations

HISTORY_HELP: tuple[tuple[str, str], ...] = (
    (
        "as the store stood then: a date (its end), or a moment such as 2026-10-01T14:30 (UTC)",
        "zoals de opslag toen was: een datum (het eind ervan), of een moment als 2026-10-01T14:30 (UTC)",
    ),
    (
        "believe only these, as if the rest did not exist: dataset:NAME, source:ID, basis:WORD (edited, stated, assessed, derived, read), or reviewed; several with commas",
        "geloof alleen deze, alsof de rest er niet is: dataset:NAAM, source:ID, basis:WOORD (edited, stated, assessed, derived, read), of reviewed; meer met komma's",
    ),
    (
        "list what changed since a moment, by whom and why, and what it adds up to",
        "toon wat er sinds een moment is gewijzigd, door wie en waarom, en waar dat op neerkomt",
    ),
    (
        "a date, or a moment such as 2026-10-01T14:30 (UTC); a date is from its beginning",
        "een datum, of een moment als 2026-10-01T14:30 (UTC); een datum is vanaf het begin ervan",
    ),
    ("the same, to the end of a date; default now", "hetzelfde, tot en met een datum; standaard nu"),
    ("everything, as JSON", "alles, als JSON"),
    (
        "take back what one change did, also later; newer work stays",
        "neem terug wat één wijziging deed, ook later; nieuwer werk blijft",
    ),
    ("its number; ledwerk changes lists them", "het nummer ervan; ledwerk changes toont ze"),
    ("take back what rests on it as well", "neem ook terug wat erop rust"),
    (
        "keep what rests on it; nodes that are gone are then shown by their ids",
        "houd wat erop rust; knopen die weg zijn staan er dan met hun id",
    ),
    (
        "only say what rests on it and what would change",
        "zeg alleen wat erop rust en wat er zou veranderen",
    ),
    ("a word for the log", "een woord voor het logboek"),
)  # fmt: skip
HISTORY_MESSAGES: tuple[tuple[str, str], ...] = (
    ("{name}={given:r} is not the number of a revision", "{name}={given} is geen nummer van een revisie"),
    (
        "{text:r} is no moment; write a date such as 2026-10-01, or 2026-10-01T14:30 (UTC), or 2026-10-01T14:30+02:00",
        "{text} is geen moment; schrijf een datum als 2026-10-01, of 2026-10-01T14:30 (UTC), of 2026-10-01T14:30+02:00",
    ),
    ("{basis:r} is no basis; there are {bases}", "{basis} is geen grond; er zijn {bases}"),
    ("there is no {what:words} {name:r}; there are {known}{more}", "er is geen {what} {name}; er zijn {known}{more}"),
    ("there is no {what:words} {name:r}; the store has none", "er is geen {what} {name}; de opslag heeft er geen"),
    (
        "{word:r} says not whom to believe; write dataset:NAME, source:ID, basis:WORD or reviewed",
        "{word} zegt niet wie er geloofd wordt; schrijf dataset:NAAM, source:ID, basis:WOORD of reviewed",
    ),
    (
        "knownAt is a text, such as 2026-10-01T14:30:00Z",
        "knownAt is een tekst, zoals 2026-10-01T14:30:00Z",
    ),
    (
        "write a moment as a text, such as 2026-10-01T14:30:00Z",
        "schrijf een moment als tekst, zoals 2026-10-01T14:30:00Z",
    ),
    (
        "the network as it is asked for is still being put together, which goes on; ask again in a while, and the answer is there",
        "het netwerk zoals het gevraagd is wordt nog samengesteld, en dat gaat door; vraag het over een poosje weer, dan is het antwoord er",
    ),
    (
        "{count:,} networks of other moments or of other sources are being put together; ask again in a while",
        "er worden {count} netwerken van andere momenten of andere bronnen samengesteld; vraag het over een poosje weer",
    ),
    (
        "the network could not be put together; ask again",
        "het netwerk kon niet worden samengesteld; vraag het opnieuw",
    ),
    (
        "a graph as it once stood, or as some believe it, cannot be changed",
        "een netwerk zoals het ooit was, of zoals sommigen het geloven, kan niet gewijzigd worden",
    ),
    ("until={until:r} is before since={since:r}; turn them round", "until={until} is vóór since={since}; draai ze om"),
    (
        "until={until:r} is before what it looks from; turn them round",
        "until={until} is vóór het begin; draai ze om",
    ),
    (
        "until={until:r}: nothing had been loaded by then",
        "until={until}: toen was er nog niets ingelezen",
    ),
    ("--until is before --since; turn them round", "--until is vóór --since; draai ze om"),
    ("as it stood after revision {number}", "zoals het was na revisie {number}"),
    ("there is no revision {number}", "er is geen revisie {number}"),
    (
        "revision {number} erased a person, which cannot be taken back",
        "revisie {number} wiste een persoon, en dat kan niet worden teruggenomen",
    ),
    (
        "{count} things rest on revision {number}: {listed}{more}. Take them back as well, or keep them",
        "op revisie {number} rusten {count} dingen: {listed}{more}. Neem ze ook terug, of houd ze",
    ),
    (
        "revision {number} was taken back already, in revision {later}",
        "revisie {number} is al teruggenomen, in revisie {later}",
    ),
    (
        "nothing of revision {number} is left to take back: what it did was changed, or said again, since",
        "van revisie {number} is niets over om terug te nemen: wat zij deed is sindsdien gewijzigd, of opnieuw gezegd",
    ),
    # ledwerk take-back
    (
        "would bring back {add:,} statements and take away {drop:,}",
        "zou {add} uitspraken terugbrengen en {drop} weghalen",
    ),
    (
        "taken back: {add:,} statements are there again, {drop:,} are gone; revision {number}",
        "teruggenomen: {add} uitspraken zijn er weer, {drop} zijn weg; revisie {number}",
    ),
    (
        "nothing was taken back; add --with-dependents or --keep",
        "er is niets teruggenomen; voeg --with-dependents of --keep toe",
    ),
    ("on revision {number} rest {count:,}:", "op revisie {number} rusten er {count}:"),
    (
        "  revision {number} edited {key}, which would be gone",
        "  revisie {number} bewerkte {key}, dat weg zou zijn",
    ),
    ("  revision {number} gave {key} another {property}", "  revisie {number} gaf {key} een ander(e) {property}"),
    (
        "  revision {number} added {key}, whose node would be gone",
        "  revisie {number} voegde {key} toe, waarvan de knoop weg zou zijn",
    ),
    ("  revision {number} merged nodes of it", "  revisie {number} voegde knopen ervan samen"),
    ("  revision {number} accepted rows of it", "  revisie {number} aanvaardde regels ervan"),
    ("  revision {number} loaded the dataset anew", "  revisie {number} las de dataset opnieuw in"),
)  # fmt: skip
