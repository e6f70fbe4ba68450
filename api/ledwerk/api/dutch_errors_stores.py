"""Messages about stores, backups and the service itself, in English and in Dutch."""

from __future__ import annotations

STORE_MESSAGES: tuple[tuple[str, str], ...] = (
    # Which store, and whether it can be used.
    (
        "{address} is not the address of a store this version knows; write sqlite:PATH or neo4j://HOST:7687",
        "{address} is geen adres van een opslag die deze versie kent; schrijf sqlite:PAD of neo4j://HOST:7687",
    ),
    ("the store's address names no file; write sqlite:PATH", "het adres van de opslag noemt geen bestand; schrijf sqlite:PAD"),
    ("the folder of {path} cannot be made: {why:words}", "de map van {path} kan niet worden gemaakt: {why}"),
    ("{path} is a folder; name a file in it", "{path} is een map; noem een bestand erin"),
    (
        "a user or password does not belong in the store's address; set LEDWERK_NEO4J_USER and LEDWERK_NEO4J_PASSWORD (or LEDWERK_NEO4J_PASSWORD_FILE)",
        "een gebruiker of wachtwoord hoort niet in het adres van de opslag; zet LEDWERK_NEO4J_USER en LEDWERK_NEO4J_PASSWORD (of LEDWERK_NEO4J_PASSWORD_FILE)",
    ),
    ("the store's address names no host; write neo4j://HOST:7687", "het adres van de opslag noemt geen host; schrijf neo4j://HOST:7687"),
    (
        "{address} goes on after host and port; a database is named in LEDWERK_NEO4J_DATABASE",
        "{address} gaat door na host en poort; een database noem je in LEDWERK_NEO4J_DATABASE",
    ),
    ("LEDWERK_NEO4J_PASSWORD_FILE: {file} cannot be read: {why:words}", "LEDWERK_NEO4J_PASSWORD_FILE: {file} is niet te lezen: {why}"),
    ("{path} is not a ledwerk store; name another file", "{path} is geen opslag van ledwerk; noem een ander bestand"),
    (
        "{path} cannot be opened; is {where} a folder you may write in?",
        "{path} kan niet worden geopend; mag je schrijven in de map {where}?",
    ),
    ("{path} is a database of another program", "{path} is een database van een ander programma"),
    (
        "{path} was written by a newer ledwerk (format {found}, this one knows {known}); install the newer version",
        "{path} is geschreven door een nieuwere ledwerk (formaat {found}, deze kent {known}); installeer de nieuwere versie",
    ),
    (
        "there are statements of a kind that this ledwerk does not know ({kind}); install the version that wrote them",
        "er staan uitspraken in van een soort die deze ledwerk niet kent ({kind}); installeer de versie die ze schreef",
    ),
    ("the journal {path} cannot be used: {why:words}", "het journaal {path} is niet te gebruiken: {why}"),
    ("the journal {path} cannot be made: {why:words}", "het journaal {path} kan niet worden gemaakt: {why}"),
    ("the store is empty; begin with: ledwerk load FOLDER", "de opslag is leeg; begin met: ledwerk load MAP"),
    ("store: {address}", "opslag: {address}"),
    # Neo4j.
    ("the graph at {address} is being changed at this moment; ask again", "de graaf op {address} wordt op dit moment gewijzigd; vraag het opnieuw"),
    (
        "the graph at {address} does not answer ({why}); try again when the server is back",
        "de graaf op {address} antwoordt niet ({why}); probeer het opnieuw als de server terug is",
    ),
    ("{address} is not empty; restore into an empty graph", "{address} is niet leeg; zet terug in een lege graaf"),
    ("the graph changed while it was read; ask again", "de graaf veranderde tijdens het lezen; vraag het opnieuw"),
    ("the statement is too long to be planned at once", "de opdracht is te lang om in één keer te plannen"),
    ("the statement depends on a text that is not known yet", "de opdracht hangt af van een tekst die nog niet bekend is"),
    ("a name can stand for several", "een naam kan op meer dan één slaan"),
    ("it asks about the graph's shape", "er wordt naar de vorm van de graaf gevraagd"),
    ("the graph at {address} is starting; try again in a moment", "de graaf op {address} start op; probeer het zo opnieuw"),
    (
        "{address} does not let in {user} with this password; set LEDWERK_NEO4J_USER and LEDWERK_NEO4J_PASSWORD (or LEDWERK_NEO4J_PASSWORD_FILE)",
        "{address} laat {user} met dit wachtwoord niet binnen; zet LEDWERK_NEO4J_USER en LEDWERK_NEO4J_PASSWORD (of LEDWERK_NEO4J_PASSWORD_FILE)",
    ),
    (
        "{address} has too little memory for this in one transaction; give it more (dbms.memory.transaction.total.max), or load with --in-parts",
        "{address} heeft te weinig geheugen om dit in één transactie te doen; geef het meer (dbms.memory.transaction.total.max), of laad met --in-parts",
    ),
    ("{address} has no database {database}; see LEDWERK_NEO4J_DATABASE", "{address} heeft geen database {database}; zie LEDWERK_NEO4J_DATABASE"),
    (
        "{address} does not understand the question; ledwerk needs Neo4j 5.23 or newer ({said})",
        "{address} begrijpt de vraag niet; ledwerk heeft Neo4j 5.23 of nieuwer nodig ({said})",
    ),
    # Limits of a question.
    ("the question took more than {limit} seconds and was stopped; ask for less", "de vraag duurde langer dan {limit} seconden en is gestopt; vraag minder"),
    ("the question nests too deep for this store; ask for less at once", "de vraag is te diep genest voor deze opslag; vraag minder tegelijk"),
    ("a text holds half of a letter (a lone surrogate); send it whole", "een tekst bevat een halve letter (een los surrogaat); stuur hem heel"),
    # Backups.
    ("the store is not empty; restore into a new one", "de opslag is niet leeg; zet terug in een nieuwe"),
    ("{file} cannot be written: {why:words}", "{file} kan niet worden geschreven: {why}"),
    ("{file} cannot be read: {why:words}", "{file} is niet te lezen: {why}"),
    ("{file} is no backup of ledwerk", "{file} is geen reservekopie van ledwerk"),
    (
        "{file} is damaged ({why:words}); nothing was written. Take another backup file",
        "{file} is beschadigd ({why}); er is niets geschreven. Neem een andere reservekopie",
    ),
    (
        "{store} does not hold what it was given: {kept:words} for {sent:words}; do not use it",
        "{store} bevat niet wat erin gezet is: {kept} in plaats van {sent}; gebruik deze niet",
    ),
    ("{place} is not there; nothing was copied", "{place} bestaat niet; er is niets gekopieerd"),
    (
        "{place}: {statements:,} statements, {events:,} entries of the log in {revisions:,} revisions, {entries:,} entries of the journal; checksum {checksum}",
        "{place}: {statements} uitspraken, {events} regels van het logboek in {revisions} revisies, {entries} regels van het journaal; controlesom {checksum}",
    ),
    (
        "{path} has entries of its own, and the journal in the backup would be lost; move that file away and restore again",
        "{path} heeft eigen regels, en het journaal in de reservekopie zou verloren gaan; zet dat bestand ergens anders en zet opnieuw terug",
    ),
    ("the journal {path} is not empty; restore into a new one", "het journaal {path} is niet leeg; zet terug in een nieuw"),
    ("{path} does not hold what it was given; do not use it", "{path} bevat niet wat erin gezet is; gebruik dit niet"),
    ("no entry of a journal: {line}", "geen regel van een journaal: {line}"),
    # The service.
    ("{host} is no address of this machine; leave --host out", "{host} is geen adres van deze computer; laat --host weg"),
    ("{host} port {port} cannot be used: {why:words}", "{host} poort {port} is niet te gebruiken: {why}"),
    ("{address}tables#key={key}  (here {name} can change the tables)", "{address}tables#key={key}  (hier kan {name} de tabellen wijzigen)"),
    ("{address}  (questions at {graphql}graphql, Ctrl-C stops)", "{address}  (vragen op {graphql}graphql, Ctrl-C stopt)"),
    ("{address}  (Ctrl-C stops)", "{address}  (Ctrl-C stopt)"),
    ("worker {pid} {how:words} before it answered", "werkproces {pid} {how} voordat het antwoordde"),
    ("worker {pid} {how:words}", "werkproces {pid} {how}"),
    ("{how:words} before it answered", "{how} voordat het antwoordde"),
    ("the service is being stopped", "de dienst wordt gestopt"),
    (
        "nobody could ask: {path} has no token that counts; make one with: ledwerk token add NAME",
        "niemand zou iets kunnen vragen: {path} heeft geen geldige toegangssleutel; maak er een met: ledwerk token add NAAM",
    ),
    ("{exports:,} exports are under way; try again in a moment", "er lopen al {exports} exports; probeer het zo opnieuw"),
    ("stopped: nobody waits for it any more", "gestopt: niemand wacht er meer op"),
    ("{groups} groups of paths; {most} can be counted", "{groups} groepen paden; {most} kunnen worden geteld"),
    # The model.
    ("declared twice: {names}", "twee keer vastgelegd: {names}"),
    ("{relation} ends at {end}, which is no node kind", "{relation} eindigt bij {end}, dat geen soort knoop is"),
    ("{relation} has no noun: what is one of them called?", "{relation} heeft geen zelfstandig naamwoord: hoe heet er één?"),
    ("{kind} has a field declared twice: {fields}", "{kind} heeft een veld dat twee keer is vastgelegd: {fields}"),
    ("{name} is declared with two shapes", "{name} is met twee vormen vastgelegd"),
    ("{name}: a list cannot be required", "{name}: een lijst kan niet verplicht zijn"),
)  # fmt: skip
