"""Words that names of parties are made with, and words that stand beside them, by language."""

from __future__ import annotations

import re

from ledwerk.loaders.publication.layout.counting_words import SMALL_NUMBER

# Heads of plural names: what one of them is called, and its kind. "de gemeenten A, B en C".
PLURAL_HEADS = (
    (r"(?:centrum|rand|kern|buur)?gemeent(?:en|es)(?: van)?", "Gemeente", "Municipality"),
    (r"provincies", "Provincie", "Organisation"),
    (r"waterschappen", "Waterschap", "Organisation"),
    (r"hoogheemraadschappen(?: van)?", "Hoogheemraadschap", "Organisation"),
    (r"universiteiten van", "Universiteit van", "Organisation"),
    (r"universiteiten", "Universiteit", "Organisation"),
    (r"hogescholen", "Hogeschool", "Organisation"),
    (r"veiligheidsregio['’]s", "Veiligheidsregio", "Organisation"),
    (r"omgevingsdiensten", "Omgevingsdienst", "Organisation"),
    (r"regio['’]s", "Regio", "Organisation"),
    (r"(?:municipalities|communes) of", "Municipality of", "Municipality"),
    (r"councils of", "Council of", "Municipality"),
    (r"district councils of", "District Council of", "Municipality"),
    (r"borough councils of", "Borough Council of", "Municipality"),
    (r"(?:city|town) councils of", "City Council of", "Municipality"),
    (r"county councils of", "County Council of", "Organisation"),
    (r"cities of", "City of", "Municipality"),
    (r"(?:universities) of", "University of", "Organisation"),
    (r"provinces of", "Province of", "Organisation"),
    (r"counties of", "County of", "Organisation"),
    (r"water boards", "Water Board", "Organisation"),
)
# Heads that are dropped: what follows is named by itself.
DROPPED_HEADS = re.compile(
    r"(?:(?:The|[Dd]e|[Hh]et|[Ee]en|the|an?|onze|our|local|lokale|regionale|regional|volgende|"
    r"following|[Oo]ok|also|onder meer|onder andere|o\.a\.|among others|including|waaronder|zoals|"
    rf"such as|bij|ten slotte|{SMALL_NUMBER}|"
    r"[Bb]edrijven|[Ii]nstellingen|organisaties|partijen|ondernemingen|partners|companies|"
    r"firms|businesses|organisations|organizations|institutions|partner|namelijk|namely|te weten|"
    r"zowel|[Bb]oth|daarnaast|verder|vanuit|met|with|from|by|door|van)\s+)+"
)
# An article with a capital belongs to a name that goes on with one: "De Bisschopsmolen".
ARTICLE_IN_NAME = re.compile(
    r"(?:De|Het|Een) (?=[A-ZÀ-Þ0-9])(?!(?:[A-Z]{2,}|Stichting|Vereniging|Waterschap|Provincie|"
    r"Gemeente|Hogeschool|Universiteit|Technische|Coöperatie|Ministerie|Kamer|Rabobank|Rijksdienst|"
    r"Hoogheemraadschap|Omgevingsdienst|Veiligheidsregio|Federatie|Rederij|Woningcorporatie)\b)"
)
# Lower-case words before a name that say what sort of party it is and belong to the name.
NAME_HEADS = re.compile(
    r"(?:gemeente|stad|provincie|waterschap|hoogheemraadschap|universiteit|hogeschool|ministerie|"
    r"stichting|vereniging|coöperatie|maatschap|regio|veiligheidsregio|omgevingsdienst|"
    r"kamer|provinciale|rijksdienst|municipality|province|county|ministry|department|"
    r"water board|university|city|region|council|foundation|association|chamber|college|"
    r"institute|hospital|school|agency|academy|centre|center|trust|"
    # bodies that are called after the place where they are
    r"[a-z]*(?:huisartsen(?:coöperatie|kring|groep)|sportbedrijf|havenbedrijf|ziekenhuis|"
    r"bibliotheek|"
    r"muziekschool|zorgkantoor|recreatieschap|havenschap|ondernemers(?:vereniging|kring|club)|"
    r"industriekring|bedrijvenkring|winkeliersvereniging|dorpsraad|wijkraad|energiehuis|"
    r"polderbestuur|milieufederatie|intercommunale|mutualiteit|drinkwaterbedrijf|waterbedrijf|"
    r"leerwerkloket|werkgeversservicepunt|vervoerregio|arbeidsmarktregio|streekfonds|"
    r"woonmaatschappij))\b"
)
# Those that have no other name than that of their place.
OF_A_PLACE = re.compile(
    r"[a-z]*(?:huisartsen\w+|sportbedrijf|havenbedrijf|ziekenhuis|bibliotheek|muziekschool|"
    r"zorgkantoor|"
    r"recreatieschap|havenschap|kring|vereniging|club|raad|huis|bestuur|federatie|loket|punt|"
    r"regio)",
    re.IGNORECASE,
)
# Those of them that stand behind a name in English: before it they only say what it is.
ENGLISH_HEADS = re.compile(
    r"university|council|foundation|association|chamber|institute|hospital|agency|academy|centre|"
    r"center|trust|department|ministry|school|college"
)
# Lower-case words that say what somebody is and are no part of the name: "ingenieursbureau Tauw".
DESCRIPTOR = re.compile(
    r"(?:[a-zë’'-]*(?:bureau|houder|smid|smederij|handel|handelaar|brouwer|brouwerij|vervoerder|"
    r"drukkerij|kweker|transporteur|uitgever|uitgeverij|weverij|gieterij|fabriek|boerderij|"
    r"proefboerderij|"
    r"manege|restaurant|hotel|camping|theater|builders?|growers?|farmers?|makers?|brewers?|"
    r"bedrijf|corporatie|fabrikant|producent|leverancier|bouwer|maker|"
    r"instelling|organisatie|beheerder|winkel|keten|concern|onderneming|kwekerij|bakkerij|"
    r"coöperatie|kantoor|studio|bank|verzekeraar|fonds|aannemer|adviseur|installateur|"
    r"ontwikkelaar|reder|rederij|teler|boer|school|museum|stichting|company|firm|manufacturer|"
    r"producer|supplier|developer|builder|consultancy|agency|operator|start-?up|charity|"
    r"cooperative|brewery|farm|bakery|provider|insurer|business|group|specialist|giant))"
)
GENERIC_PLURAL = re.compile(
    rf"(?:(?:{SMALL_NUMBER}|"
    r"\d{1,3}|de|het|alle|all|the|overige|other|betrokken|lokale|local|regionale|regional|"
    r"deelnemende|onze|our|andere|diverse|verschillende|various|several)\s+)*(?:"
    r"(?:centrum|rand|buur)?gemeenten|municipalities|provincies|waterschappen|ministeries|"
    r"(?:kennis|onderwijs|zorg)instellingen|knowledge institutions|universiteiten|universities|"
    r"hogescholen|scholen|schools|(?:basis|vak)scholen|ziekenhuizen|hospitals|woningcorporaties|"
    r"housing associations|bedrijven|companies|ondernemers|entrepreneurs|bedrijfsleven|businesses|"
    r"local businesses|brancheorganisaties|campussen|campuses|roc['’]s|werkgevers|employers|banken|"
    r"farmers|boeren|mkb|overheden|derden|third parties)",
    re.IGNORECASE,
)
# Several under one name: "de gemeenten", "Rabobanken".
PLURAL_GROUP = re.compile(
    r"(?:.*\s)?(?:gemeenten|campussen|campuses|ziekenhuizen|hospitals|rabobanken|municipalities|"
    r"hogescholen|universiteiten|universities|woningcorporaties|ROC['’]s|waterschappen|scholen|"
    r"schools|ministeries|(?:onze|our) (?:regio|region))(?:\s+.+)?",
    re.IGNORECASE,
)
# In brackets, or behind a dash, after a name.
LEAD_WORD = (
    r"(?:project|consortium|hoofd)?(?:trekker|penvoerder|co[öo]rdinator|leider|coordinator|leader|"
    r"lead(?:er| partner| organisation| applicant)?)|lead(?:ing)?(?: partner)?|co-?ordinator|"
    r"aanvrager|hoofdaanvrager|voortrekker"
)
PARTNER_WORD = r"(?:project|kern|samenwerkings)?partner|associate(?:d)? partner|core partner"
PARTICIPANT_WORD = r"deelnemer|deelneemster|participant|participating"
GONE = re.compile(
    r"\b(?:tot|until|t/m|tot en met|left|vertrokken|gestopt|stopped|withdrew|withdrawn|"
    r"voormalig|former|geen partner|not a partner|no longer|niet meer|uitgetreden|"
    r"teruggetrokken)\b",
    re.IGNORECASE,
)
PAID = re.compile(
    r"\b(?:leverancier|aannemer|onderaannemer|opdrachtnemer|sponsor|adviseur|uitvoerder|"
    r"supplier|contractor|subcontractor|vendor|consultant|printer|drukker|fotograaf|"
    r"photographer|architect|installateur|evaluator|beoordelaar|funder|financier|subsidiegever|"
    r"subsidieverstrekker|waarnemer|observer)\b",
    re.IGNORECASE,
)
UNIT = re.compile(
    r"(?:vakgroep|afdeling|faculteit|locatie|vestiging|dienst|sectie|onderdeel|lectoraat|"
    r"faculty|department|dept|school|division|unit|section|group|institute|office)\b",
    re.IGNORECASE,
)

# Portfolios that make up the name of one ministry; the longest fitting one is taken.
PORTFOLIOS = (
    ("onderwijs", "cultuur", "wetenschap"),
    ("binnenlandse zaken", "koninkrijksrelaties"),
    ("sociale zaken", "werkgelegenheid"),
    ("economische zaken", "landbouw", "innovatie"),
    ("economische zaken", "klimaat"),
    ("economische zaken",),
    ("landbouw", "natuur", "voedselkwaliteit"),
    ("landbouw", "visserij", "voedselzekerheid", "natuur"),
    ("infrastructuur", "waterstaat"),
    ("infrastructuur", "milieu"),
    ("volksgezondheid", "welzijn", "sport"),
    ("justitie", "veiligheid"),
    ("veiligheid", "justitie"),
    ("volkshuisvesting", "ruimtelijke ordening"),
    ("klimaat", "groene groei"),
    ("asiel", "migratie"),
    ("algemene zaken",),
    ("buitenlandse zaken",),
    ("financiën",),
    ("defensie",),
)
# In English any of these words may follow another in a ministry's name.
TOPICS = re.compile(
    r"(?:(?:the )?(?:education|culture|science|research|innovation|technology|economic affairs|"
    r"economy|climate(?: (?:action|change|policy))?|energy|net zero|transport|environment|food|"
    r"rural affairs|health|social care|trade|agriculture|fisheries|enterprise|employment|work|"
    r"pensions|labour|infrastructure|water management|finance|justice|security|business|industry|"
    r"industrial strategy|skills|media|sport|housing|communities|local government|social affairs|"
    r"welfare|nature|defence|foreign affairs|interior|kingdom relations|universities))",
    re.IGNORECASE,
)

# Words that sentences begin with, which no party is called by alone.
_OPENERS = """
    aan aangesloten aldus alle allemaal allereerst als andere anders april augustus begin behalve
    beide bij bijna binnen boven bovendien buiten daar daaraan daarbij daardoor daarin daarmee
    daarna daarnaast daarom daarop daartoe daarvan daarvoor dan dankzij dat de december deelnemende
    deelnemers dergelijke deze die dit doel doordat drie dus dwars een eerder eerst eind eindelijk
    elk elke en er eraan erin erbij februari gezamenlijk graag haar halverwege hebben heel het hier
    hieraan hierbij hierdoor hierin hiermee hiernaast hiervoor hij hoe hoewel hun ieder iedere
    immers in inmiddels intussen inzet jaarlijks januari jij juist juli juni kortom later lokale
    maar maart maandag dinsdag woensdag donderdag vrijdag zaterdag zondag medio meer mei men met
    midden mijn mocht na naar naast namens natuurlijk nadat net niet nieuw nieuwe nog november nu
    oktober om omdat onder ondertussen ongeveer onlangs ons onze ook op over overigens partner
    partners per projecten samen samenwerking september sinds soms steeds straks tal te tegelijk
    ten tenslotte terwijl tevens tijdens toch toen tot totdat trekker trekkers tussen twee uit
    uiteindelijk vanaf vandaag vandaar vanuit vanwege veel verder via vier vijf volgend volgende
    volgens voor vooral voorheen voorjaar vorig vorige waar waaraan waarbij waarin waarmee waarom
    wanneer want was wat we welke wie wij wil winter zal ze zelf zelfs zes zeven zij zijn zo zoals
    zodat zodra zoiets zomer zonder zowel zulke herfst lente najaar penvoerder initiatiefnemer
    kartrekker coordinator promotor aanvrager projectleider opdrachtgever financier
    a about above across after again all almost alongside already also although among an and
    another any april are around as at august autumn because been before behind being below beside
    besides between both but by despite december during each early either every everyone february
    finally first five following for four friday from further has have he her here his how however
    if in indeed initially inside instead into is it its january joining july june last late later
    led like many march may meanwhile monday more most much my near neither new next no nor not
    november now october of off on once one only or other others our out outside over partners
    previously recently run saturday seven she since six so some soon spring still such summer
    sunday supported taking ten than thanks that the their them then there these they this those
    three through throughout thursday to today together tuesday two under unlike until up upon us
    we wednesday well were what when where whether which while who whose why will winter with within
    without working yes yesterday yet you your building
    hello hallo groeten welkom welcome beste dear
"""
OPENERS = frozenset(_OPENERS.split())

# Words by which a name tells that it is a party's: kinds of party and legal forms.
_PARTY_NL = """
gemeente gemeenten stad provincie waterschap hoogheemraadschap wetterskip ministerie departement
universiteit hogeschool college school scholen lyceum gymnasium academie instituut kennisinstituut
stichting vereniging coöperatie maatschap maatschappij genootschap gilde federatie bond unie verbond
kring platform netwerk regio veiligheidsregio omgevingsdienst recreatieschap havenschap landschap
kamer rijksdienst rijkswaterstaat staatsbosbeheer ziekenhuis kliniek zorg zorggroep thuiszorg
huisartsen apotheek museum theater bibliotheek schouwburg archief bank rabobank verzekeringen
verzekeraar fonds bureau adviesbureau ingenieurs architecten bedrijf groep holding fabriek fabrieken
werf scheepswerf rederij haven havenbedrijf transport logistiek vervoer bakkerij brouwerij slagerij
kwekerij boerderij melkerij drukkerij uitgeverij camping hotel restaurant landgoed techniek bouw
installatie metaal machines energie corporatie woningcorporatie woonstichting wonen dorpsraad
dorpsbelang wijkraad centrum werkplaats natuurmonumenten natuurpunt intercommunale agentschap
mutualiteit vakbond polderbestuur milieufederatie energiecoöperatie ontwikkelingsmaatschappij
"""
_PARTY_EN = """
council city borough county university college school academy institute trust foundation association
federation union society guild chamber alliance partnership network consortium cooperative
co-operative authority agency board commission ministry department office centre center laboratory
laboratories lab hospital hospice clinic surgery practice library museum theatre gallery bank fund
services solutions systems technologies engineering industries company group holdings works shipyard
port harbour railway rail ferries couriers bakery brewery dairy farm farms farmers growers fishermen
homes housing energy power water logistics freight foods builders construction studios press media
consulting consultants associates partners enterprises ventures
"""
_LEGAL = (
    r"B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|bv|nv|vof|[Vv]zw|cv|cvba|bvba|U\.?A\.?|Ltd|Limited|plc|PLC|LLP|"
    r"CIC|Inc|GmbH|AG|SA|Oy|AB|ApS|Co|Zn|Zonen|Sons"
)
PARTY_WORD = re.compile(
    rf"\b(?:{_LEGAL}|ROC|GGD|UWV|LTO|VNO-NCW|MKB|TNO|NHS|KvK|TU|HBO|POM|Vlaio|VDAB|OCMW|CAW|AZ|UMC|"
    rf"[A-Z]\w*(?:{'|'.join(w for w in _PARTY_NL.split() if len(w) > 3)})|"
    rf"(?i:{'|'.join(_PARTY_NL.split())}|{'|'.join(_PARTY_EN.split())}))\b"
)
