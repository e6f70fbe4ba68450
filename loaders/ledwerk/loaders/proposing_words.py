"""What titles of columns and words in them mean, in Dutch, English, German, French, Swedish, Spanish.

Patterns are of folded text: small letters without accents, words apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledwerk.schema.names import fold

# What a title can mean, the surer before the vaguer. Of two that fit, the first whose values fit.
_PROJECT = r"(?:project|projekt|projet|proyecto|progetto|dossier|concrete actie|operati|vorhaben|operacion|grant|insats|arende|action)"
_PARTY = (
    r"(?:partner|organi[sz]|organizacion|instelling|bedrijf|bedrijfs|compan|firma?\b|foretag|unternehmen|entreprise|empresa"
    r"|beneficiar|beneficjent|begunstig|begunstigt|mottagare|modtager|ontvanger|recipient|empfanger|deelnemer|teilnehmer|participant|actor|aktor"
    r"|institution|institut|einrichtung|entidad|beneficiaire|legal entity|bolag|societe|party|partij|lid\b|member)"
)
_LEAD = (
    r"(?:penvoerder|lead partner|lead\b|hoofdaanvrager|trekker|coordinator|koordinator|coordinateur|coordinador|koordinerande"
    r"|aanvrager|antragsteller|zuwendungsempfanger|begunstigter|sokande|ansoger|soker|applicant|richiedente|wnioskodawca|chef de file|projektagare|lead beneficiary|leadpartner)"
)
_NAME = r"(?:naam|name|namn|navn|nom|nombre|nome|nazwa|bezeichnung|benamning|denominacion|raison sociale)"
_TITLE = r"(?:titel|title|titre|titulo|titolo|tytul|nazwa|naam|name|namn|nom|nombre|bezeichnung|intitule|thema)"
_CODE = r"(?:nr|no|nummer|number|id|code|kod|codigo|numero|num|ref|referentie|reference|kenmerk|dnr|diarienummer|rcn|expediente|identifier|fkz)"

CONCEPTS: tuple[tuple[str, str], ...] = (
    ("email", r"\be ?mail|\bmail\b|courriel|correo|e post"),
    ("phone", r"telefo|phone|\btel\b|mobiel"),
    ("latitude", r"^(?:geo )?lat\b|latitude|breedtegraad|breitengrad|latitud"),
    ("longitude", r"^(?:geo )?(?:lon|lng|long)\b|longitude|lengtegraad|langengrad|longitud"),
    ("currency", r"currency|valuta|\bmunt\b|wahrung|devise|moneda"),
    ("kvk", r"\bkvk"),
    ("pic", r"\bpic\b"),
    ("ror", r"\bror\b"),
    ("vat", r"\bbtw\b|\bvat\b|\bust ?id|tva\b"),
    ("register", r"organisationsnummer|\borg ?nr|orgnummer|ondernemingsnummer|\bkbo\b|handelsregister|\bcif\b|\bnif\b|\bsiren\b|\bsiret\b|\brsin\b"),
    ("sme", r"\bmkb\b|\bsme\b|\bkmu\b|\bpme\b|\bpyme\b|small or medium"),
    ("year_of", r"^(?:jaar|jahr|year|ar|annee|ano|boekjaar)$"),
    ("period", r"^(?:project ?)?(?:periode|period|looptijd|laufzeit|zeitraum|duree|plazo|projektperiod|projekttid|duration|projectperiode|projektlaufzeit)$"),
    ("start", r"start|begin|beginn|debut|inicio|inizio|rozpocz|laufzeit von|^van$|^von$|^from$|^fran|inledning"),
    ("end", r"\beind|\bend\b|end ?dat|einddat|enddat|slut|\bfin\b|date fin|\bende\b|laufzeit bis|^tot$|^bis$|^till$|^to$|afsluit|finalizacion|termin|\bfine\b|\bfim\b|zakoncz|afslutn"),
    ("partners", r"^(?:project ?|projekt ?|overige |other |andere |weitere |ovriga |autres )?(?:partners|projectpartners|projektpartner|projektpartners|deelnemers|participants|participanten|teilnehmer|consortium|konsortium|partenaires|socios|entidades participantes|entidades socias|samarbetspartners?|samarbetsparter|beteiligte|verbundpartner|partnerorganisaties|samenwerkingspartners|kooperationspartner|projectdeelnemers|deltagare|partner organisations|medverkande|medsokande|partnerlijst|betrokken partijen|betrokken organisaties)"),
    ("website", r"website|webbplats|homepage|\burl\b|\bweb\b|webseite|sitio|pagina web|site internet|internetseite|hemsida"),
    ("funder", r"financier|funder|verstrekker|fordergeber|zuwendungsgeber|finansiar|managing authority|bewilligende|geldgever|bailleur|financiador|organismo financiador|funding body"),
    ("amount", r"subsidie|grant|bijdrage|contribution|funding|fordersumme|foerdersumme|forderbetrag|zuwendung|bidrag|beviljat|ayuda|subvencion|\baide\b|subvention|amount|bedrag|betrag|belopp|belob|importe|montant|contributo|tilskud|bevilg|dofinansowan|toegekend|verleend|granted|awarded|beschikt|fordermittel|eu ?mittel|stod i"),
    ("budget", r"kosten|cost|budget|totaal|total|gesamt|kostnad|coste|\bcosto|custo|wartosc|\bcout|presupuesto|begroting|projectomvang|omvang|volumen"),
    ("rate", r"percent|procent|prozent|\brate\b|pct|%"),
    ("description", r"samenvatting|omschrijving|beschrijving|toelichting|summary|description|abstract|objective|kurzbeschreibung|beschreibung|beskrivning|sammanfattning|resumen|resume|descripcion|doelstelling|projectdoel"),
    ("project_id", rf"{_PROJECT} ?{_CODE}\b|{_CODE} ?{_PROJECT}|\brcn\b|\bdnr\b|diarienummer|diarienr|arendenr|aktenzeichen|forderkennzeichen|\bfkz\b|dossiernummer|zaaknummer|expediente|arendenummer|beschikkingsnummer|grant agreement"),
    ("acronym", r"acroni?ym|acronym|akronym|acronyme|afkorting project|kurztitel|korttitel"),
    ("project", rf"{_PROJECT}\w* ?(?:{_TITLE})|{_TITLE}\w* ?(?:van |of |du |de |del |des )?(?:het |the |l |la |el )?{_PROJECT}|^{_PROJECT}$|^(?:titel|title|titre|titulo|thema des vorhabens|vorhaben|projectnaam|projekttitel|projektnamn|benamning pa projekt)$"),
    ("role", r"\brol\b|\brole\b|\brolle\b|\broll\b|hoedanigheid|partnerrol|\bfunktion im projekt"),
    ("type", rf"{_PARTY}\w* ?(?:type|soort|typ|art|categorie|category|tipo)\b|(?:type|soort|typ|art|categorie|category|tipo|aard|form) ?(?:of |van |av |de |der |d )?{_PARTY}|activity ?type|organisationsform|organisationstyp|rechtsvorm|rechtsform|helix|^(?:type|soort|typ|tipo|statut|estatuto|aard|categorie|category|kategorie|kategori|sektorzugehorigkeit|sektor)$|sectortype|partnertype"),
    ("short", r"short ?name|afkorting|kurzname|kurzel|abkurzung|abbrev|kortnamn|sigle|siglas|roepnaam|ook bekend als|alias|acronym"),
    ("country", r"\bland\b|country|\bpays\b|\bpais\b|staat$|landcode|landkod|pays"),
    ("municipality", r"gemeente|municipality|gemeinde|kommune?\b|commune|comune\b|municipio|gmina"),
    ("city", r"plaats|\bstad\b|\bcity\b|\bort\b|\bstadt\b|\bville\b|ciudad|localidad|\btown\b|vestiging|woonplaats|\bsitz\b|postort|standort|^place$|location|locatie"),
    ("address", r"adres|straat|address|street|strasse|gatuadress|adresse|direccion|\bcalle\b|\brue\b"),
    ("postcode", r"postcode|\bplz\b|postnummer|\bzip\b|postal|codigo postal|postleitzahl"),
    ("programme", r"programma|programme|\bprogram\b|regeling|\bcall\b|utlysning|ausschreibung|\bfonds\b|\bfund\b|forderprogramm|convocatoria|oproep|scheme|programm\b|programa|subsidieprogramma"),
    ("sector", r"sector\b|\bindustry\b|branche|bransch|thema|theme|topic|tema\b|cluster|wirtschaftszweig|secteur|focusgebied"),
    ("board", r"\bboard\b|bestuur\b|commissie|committee|gremium|styrelse|\bnamnd|ausschuss|stuurgroep|raad\b|orgaan|consejo|conseil|kommitte|aufsichtsrat"),
    ("function", r"functie|function|position|funktion|befattning|cargo|fonction|uppdrag"),
    ("person", rf"persoon|\bperson|director|directeur|bestuurder|commissaris|ledamot|mitglied|vorstand|consejero|administrateur|contact ?(?:person|persoon)|ansprechpartner|projectleider|projektleiter|projektledare|voornaam|achternaam|bestuurslid|raadslid|lid ?{_NAME}"),
    ("lead", _LEAD),
    ("party_id", rf"{_PARTY}\w* ?{_CODE}$"),
    ("party", rf"{_PARTY}|werkgever|employer|arbeitgeber|arbetsgivare|namens|\bowner\b"),
    ("activity", r"^(?:event|activity|activiteit|aktivitat|aktivitet|activite|actividad|evenement)$"),
    ("source_end", r"^(?:source|from|van|von|bron|node1|u|fran|de)$"),
    ("target_end", r"^(?:target|to|naar|nach|doel|node2|v|till|a)$"),
    ("code", rf"^{_CODE}$"),
    ("name", rf"^(?:{_NAME}|label|node|vertex|knoop|knoten|bedrijfsnaam|volledige naam|full name)$|{_NAME}$"),
)  # fmt: skip
PATTERNS = tuple((concept, re.compile(pattern)) for concept, pattern in CONCEPTS)

# Of what words in a column of types say a party is, its helix and its kind ("" where that is open).
_SPHERES: tuple[tuple[str, str, str], ...] = (
    (r"^hes$|universit|\buniv\b|lar?osate|hogskola|hochschule|hogeschool|universidad|ecole|higher education|hoger onderwijs|academ|uni\b", "knowledge", ""),
    (r"^rec$|research|onderzoek|forschung|forskning|investigacion|recherche|kennis|\brto\b|institut\b|centro tecnologico|knowledge", "knowledge", "research_institute"),
    (r"onderwijs|school|education|bildung|utbildning|ensenanza|\bmbo\b|\broc\b", "knowledge", ""),
    (r"ziekenhuis|hospital|krankenhaus|klinik|sjukhus|\bumc\b", "knowledge", "hospital"),
    (r"^pub$|overheid|gemeente|provincie|\bpublic|gemeinde|kommun|\bregion|\bstat(?:lig|e)?\b|behord|myndighet|landkreis|administration|government|ministeri|waterschap|offentlig|offentlich|ayuntamiento|korperschaft|collectivit|authorit|municipalit|rijk\b|landsting|diputacion|administracion|publiek", "government", "public_body"),
    (r"^prc$|bedrijf|bedrijven|compan|private|unternehmen|wirtschaft|foretag|enterprise|entreprise|empresa|industr|\bmkb\b|\bkmu\b|\bsme\b|\bpme\b|privat|business|\bfirm|ondernem|\bgmbh\b|\bbv\b|aktiebolag|startup|commercial|grootbedrijf|naringsliv|pyme", "industry", "company"),
    (r"stichting|vereniging|verein|verband|\bngo\b|non ?profit|foundation|association|forening|maatschappelijk|civil|stiftung|ideell|fundacion|asociacion|third sector|cooperati", "civil", "association"),
    (r"consortium|netwerk|network|netzwerk|cluster|samenwerking|natverk|hybrid|publiek privaat|ppp", "hybrid", "network"),
)  # fmt: skip
_ROLES: tuple[tuple[str, str], ...] = (
    (r"mede ?aanvrager|co ?applicant|medsokande|co ?financier|partner(?! ?lead)|samarbets|partenaire|socio\b|verbundpartner", "partner"),
    (r"penvoerder|\blead|coordinat|trekker|koordinat|hoofd|chef de file|coordinador|projektledare|applicant|aanvrager|sokande|\bmain\b|antragsteller|projektagare|leider|^lp$", "lead"),
    (r"deelnemer|participant|teilnehmer|deltagare|participante|beneficiar|begunstig|\blid\b|member|third|affiliated|assoc|ondersteun|support|uitvoerder|^pp$", "participant"),
)  # fmt: skip
SPHERES = tuple((re.compile(pattern), helix, kind) for pattern, helix, kind in _SPHERES)
ROLES = tuple((re.compile(pattern), role) for pattern, role in _ROLES)
CROWNS = "kr"  # of which country is not said
CURRENCIES: tuple[tuple[str, str], ...] = (
    (r"€|\beur\b|\beuro", "EUR"), (r"\bsek\b|kronor", "SEK"), (r"\bnok\b", "NOK"),
    (r"\bdkk\b", "DKK"), (r"\bchf\b|\bsfr\b", "CHF"), (r"£|\bgbp\b", "GBP"), (r"\busd\b|\$", "USD"),
    (r"\bpln\b|zł", "PLN"), (r"\bczk\b|kč", "CZK"),
    (r"\bkr\b|kroner", CROWNS),
)  # fmt: skip


_COUNTS = re.compile(r"(?:num|aantal|anzahl|antal|number of|count)\b")


def words_of(title: str) -> str:
    """A title as patterns read it: `projectID` is `project id`, `Stödmottagare` `stodmottagare`."""
    apart = re.sub(r"(?<=[a-z]{2})(?=[A-Z])", " ", title)
    return " ".join(re.sub(r"[^0-9a-z%€$£]+", " ", fold(apart)).split())


def meanings(title: str) -> Iterator[str]:
    """The concepts that a title can be, likeliest first."""
    words = words_of(title.rpartition(".")[2] if title.startswith("parent.") else title)
    if _COUNTS.match(words):
        return
    coded = re.search(rf"{_CODE}\b", words)
    for concept, pattern in PATTERNS:
        if pattern.search(words) and not (coded and concept in {"municipality", "city"}):
            yield concept


def sphere_of(word: str) -> tuple[str, str]:
    """The helix and the kind that a word for a sort of party means; empty where unknown."""
    words = words_of(word)
    return next(((helix, kind) for p, helix, kind in SPHERES if p.search(words)), ("", ""))


def role_of(word: str) -> str:
    """What a word says that a party is to a project; empty where unknown."""
    words = words_of(word)
    return next((role for pattern, role in ROLES if pattern.search(words)), "")


def currency_of(text: str) -> str:
    """The currency that a title or a cell names; empty where none."""
    small = text.casefold()
    return next((code for pattern, code in CURRENCIES if re.search(pattern, small)), "")
