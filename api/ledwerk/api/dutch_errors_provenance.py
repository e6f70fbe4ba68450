"""Messages about who says what, and decisions about it, in English and in Dutch."""

from __future__ import annotations

PROVENANCE_MESSAGES: tuple[tuple[str, str], ...] = (
    (
        "there is no property {name:r}; did you mean {near:words}?",
        "er is geen eigenschap {name}; bedoelde je {near}?",
    ),
    (
        "no property of {kind:words} is called {name:r}; did you mean {near:words}?",
        "{kind} heeft geen eigenschap {name}; bedoelde je {near}?",
    ),
    ("give either --on or --property", "geef --on of --property, niet allebei"),
    (
        "there is no {key}; only what is there is confirmed",
        "{key} bestaat niet; alleen wat er is, kan bevestigd worden",
    ),
    (
        "there is no {key}; give the id of a node, or the key of a relation",
        "{key} bestaat niet; geef het id van een knoop of de sleutel van een relatie",
    ),
    ("{source} was withdrawn on {day} already", "{source} is op {day} al ingetrokken"),
    (
        "{source} is not withdrawn, so there is nothing to take back",
        "{source} is niet ingetrokken; er is niets terug te nemen",
    ),
    (
        "there is no source {source}; the table of sources lists those that are there",
        "er is geen bron {source}; de tabel met bronnen noemt die er zijn",
    ),
    (
        "{count:,} rows are left out, since they cite {source}, which was withdrawn; ledwerk withdraw {again} --take-back lets them in again",
        "{count} rijen zijn weggelaten, want ze noemen {source}, die is ingetrokken; met ledwerk withdraw {again} --take-back tellen ze weer mee",
    ),
    # Review.
    (
        "{count:,} rows that a program read are left out, since nobody has accepted them: fill in the column accepted, or load with --unreviewed",
        "{count} rijen die een programma las zijn weggelaten, want niemand heeft ze aanvaard: vul de kolom aanvaard in, of laad met --unreviewed",
    ),
    (
        "{count:,} rows are left out, since the column accepted says no",
        "{count} rijen zijn weggelaten, want in de kolom aanvaard staat nee",
    ),
    (
        "{count:,} rows are left out, since they were rejected in this store before",
        "{count} rijen zijn weggelaten, want ze zijn eerder in deze opslag afgewezen",
    ),
    (
        "{count:,} rows are taken that nobody has reviewed, and marked as such",
        "{count} rijen zijn opgenomen die niemand heeft nagekeken, en zijn zo gemerkt",
    ),
    (
        "accepted rows name {names} and {more:,} more, of which no row is accepted: what they name is shown by its id until one is",
        "aanvaarde rijen noemen {names} en nog {more} andere, waarvan geen rij is aanvaard: wat ze noemen staat met zijn id in beeld tot dat wel zo is",
    ),
    (
        "accepted rows name {names}, of which no row is accepted: what they name is shown by its id until one is",
        "aanvaarde rijen noemen {names}, waarvan geen rij is aanvaard: wat ze noemen staat met zijn id in beeld tot dat wel zo is",
    ),
    (
        "no row is given; name those to decide about",
        "er is geen rij gegeven; noem waarover je beslist",
    ),
    (
        "{count:,} rows are given; decide about at most {most:,} at once",
        "er zijn {count} rijen gegeven; beslis over hoogstens {most} tegelijk",
    ),
    (
        "no row {row:r} waits for review; somebody has decided about it, or the dataset says it no more. Look at the list again",
        "geen rij {row} wacht op nakijken; iemand heeft erover beslist, of de gegevens zeggen het niet meer. Kijk opnieuw in de lijst",
    ),
    (
        "there is no kind {kind:r}; one of {kinds}",
        "er is geen soort {kind}; een van {kinds}",
    ),
    (
        "first is 0 to {most:,}, and skip 0 or more, not {first:,} and {skip:,}",
        "first is 0 tot {most}, en skip 0 of meer, niet {first} en {skip}",
    ),
    # What is known of one party.
    (
        "  NOT REVIEWED: a program read this, and nobody has looked at it",
        "  NIET NAGEKEKEN: een programma las dit, en niemand heeft ernaar gekeken",
    ),
    ("{ground:words}, not reviewed", "{ground}, niet nagekeken"),
    ("{ground:words}, accepted by {who}", "{ground}, aanvaard door {who}"),
    ("{ground:words}, denies it", "{ground}, ontkent het"),
    ("{line:words} [not reviewed]", "{line} [niet nagekeken]"),
    ("  last confirmed: {day}", "  laatst bevestigd: {day}"),
    ("    an editor [{basis:words}]", "    een redacteur [{basis}]"),
    ("    an editor, {place} [{basis:words}]", "    een redacteur, {place} [{basis}]"),
    ("    {place}, not reviewed]", "    {place}, niet nagekeken]"),
    ("    {place}, accepted by {who}]", "    {place}, aanvaard door {who}]"),
)
PROVENANCE_HELP: tuple[tuple[str, str], ...] = (
    (
        "say why something is shown: every statement about it, where from, and what was picked",
        "zeg waarom iets getoond wordt: elke uitspraak erover, waaruit, en wat gekozen is",
    ),
    (
        "what lies between it and this one, step by step",
        "wat er tussen beide ligt, stap voor stap",
    ),
    (
        "only this property: each source's value",
        "alleen deze eigenschap: wat elke bron ervan zegt",
    ),
    ("as JSON, for other programs", "als JSON, voor andere programma's"),
    (
        "say that something is still so, as of today: a node, or a relation by its key",
        "zeg dat iets nog zo is, op de dag van vandaag: een knoop, of een relatie met haar sleutel",
    ),
    ("a word to the reader", "een woord aan de lezer"),
    (
        "withdraw a source, and with it whatever nobody else says",
        "trek een bron in, en daarmee alles wat niemand anders zegt",
    ),
    ("the source's name or id", "naam of id van de bron"),
    (
        "only say what would go, change and stay",
        "zeg alleen wat er zou verdwijnen, veranderen en blijven",
    ),
    ("do not ask", "vraag niets"),
    (
        "let the source count again; what went comes back",
        "laat de bron weer tellen; wat verdween komt terug",
    ),
    (
        "who decides it, for the log; default the name that you are logged in by",
        "wie het beslist, voor het logboek; anders de naam waarmee je bent aangemeld",
    ),
    (
        "take rows that a program read and nobody has accepted yet, marked as such in every answer",
        "neem ook rijen die een programma las en nog niemand heeft aanvaard; elk antwoord merkt ze zo",
    ),
)
