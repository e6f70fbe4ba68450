"""Messages about writing out and erasing people, in English and in Dutch."""

from __future__ import annotations

PRIVACY_MESSAGES: tuple[tuple[str, str], ...] = (
    ("there is no {id}, and never was", "{id} bestaat niet en heeft nooit bestaan"),
    (
        "{others} is called the same, and could not be told apart afterwards; give one of them another name first, or merge them",
        "{others} heet hetzelfde en is daarna niet meer te onderscheiden; geef een van beide eerst een andere naam, of voeg ze samen",
    ),
    ("{key} is where it is kept who was erased; take another id", "{key} is waar bewaard wordt wie gewist is; neem een ander id"),
    ("{ids}, called {names}", "{ids}, met de naam {names}"),
    (
        "{statements:,} statements would go or read otherwise; {seats:,} seats stay, without a word about who held them. This cannot be undone",
        "{statements} uitspraken verdwijnen of worden anders gelezen; {seats} zetels blijven, zonder een woord over wie ze bekleedde. Dit is niet terug te draaien",
    ),
    ("nothing was erased; say --yes where nobody can be asked", "er is niets gewist; geef --yes waar niemand gevraagd kan worden"),
    (
        "erased: {statements:,} statements and {revisions:,} revisions read otherwise now, and {entries:,} entries of the journal; revision {revision:,}",
        "gewist: {statements} uitspraken en {revisions} revisies zijn nu anders, en {entries} regels van het logboek van gebruik; revisie {revision}",
    ),
    ("{file}: {count:,} statements about {person}", "{file}: {count} uitspraken over {person}"),
    ("{file} is there already; name another file", "{file} bestaat al; noem een ander bestand"),
    ("deleted: {folder}", "verwijderd: {folder}"),
    ("still to be done: {left:words}", "nog te doen: {left}"),
    (
        "{path}-wal still has pages of before, since another program reads the store; close that program, and the file is emptied",
        "{path}-wal bevat nog bladzijden van daarvoor, omdat een ander programma de opslag leest; sluit dat programma en het bestand wordt geleegd",
    ),
    ("what cannot be reached from here:", "wat van hieruit niet bereikbaar is:"),
    (
        "backups, copies and exports made earlier, and the files that were loaded: delete or redact them; restoring such a backup brings the person back",
        "reservekopieën, kopieën en exports van eerder, en de bestanden die geladen zijn: verwijder ze of maak ze onleesbaar; wie zo'n reservekopie terugzet, haalt de persoon terug",
    ),
    (
        "a service that is running keeps answers in memory: stop it and start it again",
        "een dienst die draait houdt antwoorden in het geheugen: stop hem en start hem opnieuw",
    ),
    (
        "what was printed, sent or downloaded, and pages still open in a browser",
        "wat is afgedrukt, verstuurd of gedownload, en pagina's die nog open staan in een browser",
    ),
    (
        "logs of this service and of a web server before it: paths of pages that were asked for",
        "logbestanden van deze dienst en van een webserver ervoor: adressen van pagina's die zijn opgevraagd",
    ),
    (
        "the server's transaction logs keep what was written until they are pruned: its administrator sets db.tx_log.rotation.retention_policy, for instance to keep_none, and takes a checkpoint",
        "de transactielogs van de server bewaren wat geschreven is tot ze worden opgeruimd: de beheerder zet db.tx_log.rotation.retention_policy, bijvoorbeeld op keep_none, en maakt een checkpoint",
    ),
    (
        "the server's backups and query log: its administrator deletes them",
        "de reservekopieën en het querylog van de server: de beheerder verwijdert ze",
    ),
    ("the journal of this store on other machines: do the same there", "het logboek van gebruik van deze opslag op andere machines: doe daar hetzelfde"),
    (
        "{copy} is a copy of the store as it was before an update: delete it",
        "{copy} is een kopie van de opslag van voor een update: verwijder die",
    ),
    ("a token is called {name:r}: ledwerk token revoke ends it", "een token heet {name}: ledwerk token revoke trekt het in"),
    ("1 person was left out: they were erased from this store", "1 persoon is weggelaten: die is uit deze opslag gewist"),
    ("{people:,} people were left out: they were erased from this store", "{people} personen zijn weggelaten: die zijn uit deze opslag gewist"),
    # Help.
    ("write out all that is known of a person, or erase them (GDPR)", "schrijf alles op wat van een persoon bekend is, of wis de persoon (AVG)"),
    ("write everything the store holds of a person, now and ever, as JSON", "schrijf alles wat de opslag van een persoon bevat, nu en ooit, als JSON"),
    (
        "erase a person: from the network, its history, its search and what lies beside it",
        "wis een persoon: uit het netwerk, de geschiedenis, het zoeken en wat ernaast ligt",
    ),
    ("their name, alias or id", "de naam, een andere naam of het id"),
    (
        "another spelling that means them, such as a surname alone; may be repeated",
        "een andere schrijfwijze die deze persoon bedoelt, zoals alleen de achternaam; mag vaker",
    ),
    ("a new file; without it, on the screen", "een nieuw bestand; anders op het scherm"),
    ("who does it, for the log", "wie het doet, voor het logboek"),
    ("why, for the log", "waarom, voor het logboek"),
    ("do not ask; there is no way back", "vraag niets; er is geen weg terug"),
)  # fmt: skip
