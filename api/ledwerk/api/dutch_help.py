"""The help of every command and what argparse itself says, in English and in Dutch.

Names of commands and options stay: they are typed.
"""

from __future__ import annotations

HELP_MESSAGES: tuple[tuple[str, str], ...] = (
    (
        "See, question and mend a regional partner network: who works with whom, and where the gaps are.",
        "Bekijk, bevraag en herstel een regionaal partnernetwerk: wie werkt met wie, en waar zitten de gaten.",
    ),
    (
        """\
examples:
  ledwerk load data/led-2016        put a folder of tables into the store
  ledwerk serve                     look at the network in the browser
  ledwerk who "Zuyd Hogeschool"     what is known of one party, and from where
  ledwerk gaps                      small firms without a tie to a campus, and who could help
  ledwerk report report.html        who is central, who is missing, and how sure that is

Where a command needs a store, it is the one named with --store, or in LEDWERK_STORE,
or a file in your own data folder. A store is a file (sqlite:FILE) or a Neo4j server
(neo4j://HOST:7687), whose user and password are in LEDWERK_NEO4J_USER and
LEDWERK_NEO4J_PASSWORD, or in the file that LEDWERK_NEO4J_PASSWORD_FILE names.

exit codes: 0 it went well; 1 it did not, and the message says why; 2 the command was not understood
""",
        """\
voorbeelden:
  ledwerk load data/led-2016        zet een map met tabellen in de opslag
  ledwerk serve                     bekijk het netwerk in de browser
  ledwerk who "Zuyd Hogeschool"     wat er van één partij bekend is, en waaruit
  ledwerk gaps                      kleine bedrijven zonder band met een campus, en wie kan helpen
  ledwerk report rapport.html       wie centraal staat, wie ontbreekt, en hoe zeker dat is

Waar een opdracht een opslag nodig heeft, is dat die van --store, of van LEDWERK_STORE,
of een bestand in je eigen gegevensmap. Een opslag is een bestand (sqlite:BESTAND) of een
Neo4j-server (neo4j://HOST:7687), waarvan gebruiker en wachtwoord in LEDWERK_NEO4J_USER en
LEDWERK_NEO4J_PASSWORD staan, of in het bestand dat LEDWERK_NEO4J_PASSWORD_FILE noemt.

afloop: 0 het ging goed; 1 het ging niet, en de melding zegt waarom; 2 de opdracht was niet te begrijpen
""",
    ),
    # What argparse says.
    ("usage: ", "gebruik: "),
    ("error", "fout"),
    ("positional arguments", "argumenten"),
    ("options", "opties"),
    ("commands", "opdrachten"),
    ("actions", "handelingen"),
    ("analyses:", "analyses:"),
    ("show this help message and exit", "toon deze hulp en stop"),
    ("print the version and stop", "toon de versie en stop"),
    ("in which language to speak; default that of the system", "de taal van de meldingen; standaard die van het systeem"),
    ("argument {name}: {message:words}", "argument {name}: {message}"),
    ("unrecognized arguments: {words}", "onbekende argumenten: {words}"),
    ("ambiguous option: {option} could match {matches}", "onduidelijke optie: {option} kan {matches} zijn"),
    ("invalid choice: {value} (choose from {choices})", "ongeldige keuze: {value} (kies uit {choices})"),
    ("invalid {type:words} value: {value}", "ongeldige waarde voor {type}: {value}"),
    ("can't open '{file}': {why:words}", "kan '{file}' niet openen: {why}"),
    ("expected one argument", "hier hoort één waarde"),
    ("expected at most one argument", "hier hoort hoogstens één waarde"),
    ("expected at least one argument", "hier hoort minstens één waarde"),
    ("expected {count} argument", "hier hoort {count} waarde"),
    ("expected {count} arguments", "hier horen {count} waarden"),
    ("unknown parser {name} (choices: {choices})", "onbekende opdracht {name} (kies uit: {choices})"),
    ("the following arguments are required: {names}", "deze argumenten zijn nodig: {names}"),
    ("one of the arguments {names} is required", "een van de argumenten {names} is nodig"),
    ("not allowed with argument {name}", "kan niet samen met argument {name}"),
    ("unexpected option string: {text}", "onverwachte optie: {text}"),
    ("ignored explicit argument {value}", "de waarde {value} hoort hier niet"),
    # Options of several commands.
    ("where the network is kept: sqlite:FILE or neo4j://HOST:7687", "waar het netwerk bewaard wordt: sqlite:BESTAND of neo4j://HOST:7687"),
    (
        "where tokens are kept, as hashes; default LEDWERK_TOKENS, or a file in your own data folder",
        "waar toegangssleutels bewaard worden, als hashes; standaard LEDWERK_TOKENS, of een bestand in je eigen gegevensmap",
    ),
    ("the same", "hetzelfde"),
    ("default nl", "standaard nl"),
    ("such as network.html", "zoals netwerk.html"),
    # load and check
    ("put a folder of tables, or a workbook, into the store", "zet een map met tabellen, of een werkmap, in de opslag"),
    ("look for mistakes in tables without writing anything", "zoek fouten in tabellen zonder iets te schrijven"),
    ("a folder of .csv files, or .xlsx or .ods; with --mapping, files of any shape", "een map met .csv-bestanden, of .xlsx of .ods; met --mapping bestanden van elke vorm"),
    ("the dataset's name, if its datapackage.json has none", "de naam van de dataset, als die niet in datapackage.json staat"),
    ("only say what would be added, changed and removed", "zeg alleen wat er zou worden toegevoegd, gewijzigd en verwijderd"),
    ("agree to removing more than a fifth of what was there", "ga ermee akkoord dat meer dan een vijfde van wat er was verdwijnt"),
    (
        "write in several transactions, for loads beyond the server's memory; until the last is written, readers see a part of the rows. Stopped in between, the same command goes on",
        "schrijf in meer transacties, voor wat niet in het geheugen van de server past; tot de laatste geschreven is, zien lezers een deel van de rijen. Tussendoor gestopt, gaat dezelfde opdracht verder",
    ),
    ("do nothing where the store has a dataset already", "doe niets als de opslag al een dataset heeft"),
    # serve
    ("show the network in the browser and answer questions", "toon het netwerk in de browser en beantwoord vragen"),
    ("default 127.0.0.1: this machine only", "standaard 127.0.0.1: alleen deze computer"),
    ("default 8000, or another when that is taken", "standaard 8000, of een andere als die bezet is"),
    ("processes that answer; default as many as processors, at most 4", "processen die antwoorden; standaard zoveel als er processoren zijn, hoogstens 4"),
    ("where tokens are kept; see ledwerk token --help", "waar toegangssleutels bewaard worden; zie ledwerk token --help"),
    (
        "print an address at which tables can be changed and files brought in, until this run ends; NAME is who the log says it was, default the name that you are logged in by",
        "toon een adres waarop tabellen te wijzigen en bestanden in te lezen zijn, tot deze dienst stopt; NAAM is wie het volgens het logboek was, standaard de naam waarmee je bent ingelogd",
    ),
    ("ask for a token also of those who only read", "vraag ook een toegangssleutel van wie alleen leest"),
    ("a web page of another host that may ask, such as https://example.org; repeatable", "een webpagina van een andere host die mag vragen, zoals https://example.org; mag vaker"),
    ("registered questions: an object of id and text", "geregistreerde vragen: een object van id en tekst"),
    ("answer no other questions than those", "beantwoord geen andere vragen dan die"),
    ("do not tell the schema, nor suggest words", "vertel het schema niet, en stel geen woorden voor"),
    ("what one question may ask: tokens, depth, fields, aliases, same, page, cost, seconds", "wat één vraag mag vragen: tokens, depth, fields, aliases, same, page, cost, seconds"),
    ("a line a request; default off", "een regel per verzoek; standaard off"),
    # gaps and who
    ("list parties without a tie to others, and who could introduce them", "noem partijen zonder band met andere, en wie hen kan introduceren"),
    ("sme, a helix or a kind; default sme", "sme, een helix of een soort; standaard sme"),
    ("the same; default campus", "hetzelfde; standaard campus"),
    ("say what is known of a party, project, board or person", "vertel wat er bekend is van een partij, project, gremium of persoon"),
    ("its name, alias or id", "de naam, alias of het id"),
    # analyse
    ("reckon measures of the network, every number of them", "bereken maten van het netwerk, met alle getallen"),
    ("who is central: degree, betweenness, closeness, … of every party", "wie centraal staat: graad, tussenpositie, nabijheid, … van elke partij"),
    ("how sure the order by betweenness is, where ties are missing", "hoe zeker de volgorde naar tussenpositie is, als er relaties ontbreken"),
    ("who stands between others, of the same or another helix", "wie tussen anderen staat, van dezelfde of een andere helix"),
    ("which parts the network falls into, and who holds them together", "in welke delen het netwerk uiteenvalt, en wie ze bijeenhoudt"),
    ("whose leaving would cut whom off", "wiens vertrek wie zou afsnijden"),
    ("ties within and between helices", "relaties binnen en tussen helices"),
    ("parties without a tie to others (--from, --to), and who could introduce them", "partijen zonder band met andere (--from, --to), en wie hen kan introduceren"),
    ("the fewest introductions that close those gaps", "de minste introducties die die gaten dichten"),
    ("the single new ties that would help most of those with a gap", "de losse nieuwe relaties die de meeste partijen met een gat zouden helpen"),
    ("projects and programmes in which a helix is missing", "projecten en programma's waarin een helix ontbreekt"),
    ("partners and payers without a seat, and seats without partners", "partners en betalers zonder zetel, en zetels zonder partner"),
    ("sectors, or --by municipality, whose parties do not work with each other", "sectoren, of met --by municipality gemeenten, waarvan partijen niet met elkaar werken"),
    ("shares, mixing and synergy; --by project, programme, board, …, year", "aandelen, menging en synergie; --by project, programme, board, …, year"),
    ("granted, reserved, asked for; --by programme, payer or helix", "toegekend, gereserveerd, gevraagd; --by programme, payer of helix"),
    ("the network year by year, who came and who left", "het netwerk jaar na jaar, wie kwam en wie ging"),
    ("seats and projects that end soon (--since, --days)", "zetels en projecten die binnenkort eindigen (--since, --days)"),
    ("before, during and after a programme (--programme)", "voor, tijdens en na een programma (--programme)"),
    ("ties that may come: predictions, not facts", "relaties die kunnen komen: voorspellingen, geen feiten"),
    ("what such predictions would have been worth on later projects", "wat zulke voorspellingen waard waren geweest bij latere projecten"),
    ("what the data cannot know", "wat de gegevens niet kunnen weten"),
    ("one of those above", "een van die hierboven"),
    ("every number, as CSV", "elk getal, als CSV"),
    ("every number, as JSON", "elk getal, als JSON"),
    ("a bare list of ties instead of the store: u,v[,weight]", "een kale lijst relaties in plaats van de opslag: u,v[,weight]"),
    ("with --ties: node,group", "bij --ties: node,group"),
    ("look at how strong ties are, too", "kijk ook hoe sterk relaties zijn"),
    ("look from so many nodes only, where a graph is large, and say the error", "kijk vanuit niet meer dan zoveel knopen, als een graaf groot is, en noem de fout"),
    ("of what is drawn at random; default 1", "van wat willekeurig getrokken wordt; standaard 1"),
    ("what to tell apart; see above", "wat uiteen te houden; zie hierboven"),
    ("for ending; default today", "voor ending; standaard vandaag"),
    ("for ending; default 365", "voor ending; standaard 365"),
    ("how many of cutting, new-ties and predicted; default 100", "hoeveel van cutting, new-ties en predicted; standaard 100"),
    ("sme, a helix or a kind, such as campus", "sme, een helix of een soort, zoals campus"),
    ("only what holds then, such as 2016-10", "alleen wat toen gold, zoals 2016-10"),
    ("only what holds on some day then, such as 2014..2016", "alleen wat op een dag daarin gold, zoals 2014..2016"),
    ("what makes a tie; default project,programme,campus; board is another", "wat een relatie maakt; standaard project,programme,campus; board kan ook"),
    ("only it and what is part of it", "alleen dit en wat erbij hoort"),
    ("only these; repeatable", "alleen deze; mag vaker"),
    ("what a tie's strength is; default count", "wat de sterkte van een relatie is; standaard count"),
    # report and view
    ("write what all analyses find as one page, and every number as CSV", "schrijf wat alle analyses vinden als één pagina, en elk getal als CSV"),
    ("the page, such as report.html", "de pagina, zoals rapport.html"),
    ("where every number goes; default beside the page", "waar alle getallen komen; standaard naast de pagina"),
    ("whose gaps: sme, a helix or a kind, or one id", "wiens gaten: sme, een helix of een soort, of één id"),
    ("to whom: the same", "naar wie: hetzelfde"),
    ("write the picture of the network as one file that needs no internet", "schrijf het beeld van het netwerk als één bestand dat geen internet nodig heeft"),
    ("a page (.html), a picture (.svg or .png), a sheet of A3 (.pdf), or .gexf for Gephi", "een pagina (.html), een plaatje (.svg of .png), een vel A3 (.pdf), of .gexf voor Gephi"),
    (
        'which part of it, such as "focus=organisation:zuyd-hogeschool&steps=2", or the address of the page as you copied it; default everything',
        'welk deel ervan, zoals "focus=organisation:zuyd-hogeschool&steps=2", of het adres van de pagina zoals je het kopieerde; standaard alles',
    ),
    ("default nl, or that of the address", "standaard nl, of die van het adres"),
    # workshop
    ("begin a workshop: a code and a QR for the room, and the facilitator's page", "begin een werksessie: een code en een QR voor de zaal, en de pagina van de begeleider"),
    ("what it is called; default with the day", "hoe hij heet; standaard met de dag"),
    ("who decides, as the log names them", "wie beslist, zoals het logboek die noemt"),
    (
        "an address of this machine that the room reaches; without it there is a question, and without an answer only this machine",
        "een adres van deze computer dat de zaal bereikt; zonder dit komt er een vraag, en zonder antwoord alleen deze computer",
    ),
    ("end a workshop that is still open, and begin another", "sluit een werksessie die nog open is, en begin een andere"),
    ("do not open the facilitator's page", "open de pagina van de begeleider niet"),
    # export, backup, restore, copy
    ("write the network out, as tables or for other programs", "schrijf het netwerk weg, als tabellen of voor andere programma's"),
    (
        "a folder of tables, or a file that ends in .xlsx, .csv.zip, .graphml, .gexf (Gephi), .jsonld or .cypher (Neo4j)",
        "een map voor tabellen, of een bestand dat eindigt op .xlsx, .csv.zip, .graphml, .gexf (Gephi), .jsonld of .cypher (Neo4j)",
    ),
    ("only this dataset; for tables", "alleen deze dataset; voor tabellen"),
    ("replace a file that is there", "vervang een bestand dat er al is"),
    ("what ids begin with in .jsonld; default urn:ledwerk:", "waar ids mee beginnen in .jsonld; standaard urn:ledwerk:"),
    ("write everything in the store, its log included, to one file", "schrijf alles in de opslag, met het logboek, naar één bestand"),
    ("a new file, such as network.ledwerk.gz", "een nieuw bestand, zoals netwerk.ledwerk.gz"),
    ("fill an empty store from a file that backup wrote", "vul een lege opslag uit een bestand dat backup schreef"),
    ("the file that backup wrote", "het bestand dat backup schreef"),
    ("move everything from one store to another that is empty", "breng alles van de ene opslag over naar een andere, lege"),
    ("the same; it must be empty", "hetzelfde; hij moet leeg zijn"),
    # token
    ("let people and programs in: make, list and revoke tokens", "laat mensen en programma's binnen: toegangssleutels maken, tonen en intrekken"),
    ("make a token and print it once; it cannot be shown again", "maak een toegangssleutel en toon hem één keer; hij kan niet nog eens worden getoond"),
    ("list the tokens: for whom, what they allow, since and until when", "toon de toegangssleutels: voor wie, wat ze toestaan, vanaf en tot wanneer"),
    ("revoke a token: it counts no longer, from now on", "trek een toegangssleutel in: vanaf nu geldt hij niet meer"),
    ("who or what it is for", "voor wie of wat hij is"),
    (
        "a reader may ask, a participant may also propose, an editor may also change; default reader",
        "een reader mag vragen, een participant mag ook voorstellen, een editor mag ook wijzigen; standaard reader",
    ),
    ("its last day, such as 2027-01-31", "de laatste dag, zoals 2027-01-31"),
    ("its name, or the id in ledwerk_<id>_…", "de naam, of het id in ledwerk_<id>_…"),
    # mcp and query
    ("let an AI assistant ask: a Model Context Protocol server", "laat een AI-assistent vragen stellen: een server voor het Model Context Protocol"),
    ("over HTTP; without it, over a pipe (stdio)", "via HTTP; zonder dit via een pijp (stdio)"),
    ("with --http; another than this machine asks for tokens", "bij --http; bij een ander adres dan deze computer zijn toegangssleutels nodig"),
    ("with --http; default 8001", "bij --http; standaard 8001"),
    ("ask a question in GraphQL; the answer is JSON", "stel een vraag in GraphQL; het antwoord is JSON"),
    ("the question, a file that holds it, or - to read it from a pipe", "de vraag, een bestand met de vraag, of - om hem uit een pijp te lezen"),
)  # fmt: skip

# What stands for a value in the help, word by word.
METAVARS: tuple[tuple[str, str], ...] = (
    ("ACTION", "HANDELING"),
    ("MOMENT", "MOMENT"),
    ("REVISION", "REVISIE"),
    ("ADDRESS", "ADRES"),
    ("SPELLING", "SPELLING"),
    ("TEXT", "TEKST"),
    ("SOURCE", "BRON"),
    ("PROPERTY", "EIGENSCHAP"),
    ("COMMAND", "OPDRACHT"),
    ("DATE", "DATUM"),
    ("FILE", "BESTAND"),
    ("FOLDER", "MAP"),
    ("FROM", "VAN"),
    ("HELIX", "HELIX"),
    ("ID", "ID"),
    ("IRI", "IRI"),
    ("KIND", "SOORT"),
    ("KINDS", "SOORTEN"),
    ("NAME", "NAAM"),
    ("NUMBER", "GETAL"),
    ("QUERY", "VRAAG"),
    ("STORY", "VERHAAL"),
    ("TITLE", "TITEL"),
    ("TO", "TOT"),
    ("URL", "URL"),
    ("WHAT", "WAT"),
    ("WHO", "WIE"),
    ("WHOM", "WIE"),
    ("WORDS", "WOORDEN"),
)
