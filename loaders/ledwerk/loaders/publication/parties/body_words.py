"""Words by which a name tells that it is a body's, in Dutch and English."""

from __future__ import annotations

# Such words begin the name also where they are not written with a capital: "de stichting Vlieg".
SMALL_FRONTS = (
    r"gemeente|stad|provincie|waterschap|hoogheemraadschap|ministerie van|universiteit|hogeschool|"
    r"stichting|vereniging|coöperatie|cooperatie|metropoolregio|veiligheidsregio|omgevingsdienst|"
    r"ministry of|university of|city of|municipality of|province of|"
    r"college of|intercommunale|kamer van koophandel"
)
# With a capital a name's own: "Bakkerij De Korrel"; small it only says what somebody is.
FRONTS = (
    r"ROC|AOC|MBO College|GGD|GGZ|OCMW|POM|LTO|ZLTO|LLTB|VNO-NCW|MKB|Voka|Unizo|UZ|AZ|CVO|VITO|FNV|"
    r"CNV|ACV|ABVV|BOM|NHS|Rabobank|Ziekenhuis|Medisch Centrum|Academisch|"
    r"Technisch Instituut|Vakcollege|Vakschool|Muziekschool|Hotelschool|Basisschool|Lyceum|"
    r"Scholengemeenschap|Praktijkschool|Conservatorium|"
    r"Woon(?:stichting|maatschappij|corporatie|zorg)|Woningcorporatie|Woningstichting|"
    r"Wonen|Zorg(?:netwerk|groep|ring|centrum|koepel|instelling|cooperatie|coöperatie|boerderij|"
    r"verzekeraar)|Thuiszorg|Huisartsen(?:praktijk|kring|groep|post)|Apotheek|Mutualiteit|"
    r"Bakkerij|Brouwerij|Slagerij|Rederij|Kwekerij|Boerderij|Melkveebedrijf|"
    r"Loonbedrijf|Akkerbouwbedrijf|Maatschap|Scheepswerf|Werf|Jachthaven|Haven(?:bedrijf|schap)|"
    r"Warmtebedrijf|Energiehuis|Energieco[öo]peratie|Energiebedrijf|Netbeheerder|Waterbedrijf|"
    r"Drinkwaterbedrijf|Betonbedrijf|Bouwbedrijf|Aannemersbedrijf|Installatiebedrijf|"
    r"Transportbedrijf|Mobiliteitsbedrijf|Busbedrijf|Veerdienst|Griendco[öo]peratie|"
    r"Architect(?:en)?bureau|Ingenieursbureau|Adviesbureau|Onderzoeksbureau|Studiebureau|"
    r"Projectbureau|Ontwerpbureau|Notariskantoor|"
    r"Accountantskantoor|Advocatenkantoor|Kring(?:winkel|loop)|Bouwmaterialen|Garage|Transport|"
    r"Elektro|Timmerfabriek|Meubelfabriek|Machinefabriek|Staalbouw|Techniek|Toerisme|Visit|"
    r"Agentschap|Rijksdienst|Dienst|Raad van Kerken|Rode Kruis|Staatsbosbeheer|Natuurmonumenten|"
    r"Landschapsbeheer|Milieufederatie|Natuurpunt|Streekhuis|Streekvereniging|Regiobureau|"
    r"Ondernemers(?:vereniging|kring|platform|fonds|club)|Bedrijvenkring|Industriekring|"
    r"Winkeliersvereniging|Federatie|Kamer|Bond|Economic Board|Metropoolregio|Regio|Euregio|"
    r"Samenwerkingsverband|Universiteit|Hogeschool|"
    r"(?:Royal )?(?:Institute|Institution|Bank|Chamber|Society|Union|Association|Federation|"
    r"Council|Council for|School|Centre|Government) (?:of|for)|"
    r"Queen['’]s University|Royal|Job Centre"
)
ENDS = (
    r"University|College|College Cork|Academy|School|Institute|Institution|Polytechnic|"
    r"Council|Trust|Authority|Foundation|Association|Federation|Society|Agency|Hospital|Hospice|"
    r"Infirmary|Chamber of Commerce|Chamber|Bank|Government|"
    r"Commission|Ministry|Enterprise|Observatory|Union|Housing|Homes|Ferries|Farms?|"
    r"Dairy|Dairies|Brewery|Bakery|Shipyard|Boatyard|Fishermen['’]s Association|"
    r"Growers['’]? (?:Co-?operative|Association)|Co-?operative|Coop|Logistics|"
    r"Consultants?(?: International)?|Consulting|Architects|Architecten|Solicitors|Contractors|"
    r"Civils|Coatings|Electric|Electrical|Systems|Solutions|Technologies|Software|Analytics|"
    r"Industries|Joinery|Construction|Builders|Transport|Healthcare|"
    r"Universiteit|Hogeschool|Instituut|Academie|Stichting|Vereniging|Federatie|Bond|"
    r"Groep|Group|Holding|Regering|Techniek|Bouw|Bank|Ziekenhuis|Kamer|Fund|Joint Undertaking|"
    r"LEP|Local Enterprise Partnership|Combined Authority|Harbour Authority|Fiscal Court|"
    r"[A-Z]?[\w-]*(?:fonds|kring|federatie|bond|dienst|vereniging|stichting|hogeschool|"
    r"universiteit|co[öo]peratie)"
)
LEGAL = (
    r"Ltd|Limited|plc|PLC|LLP|CIC|CLG|DAC|Inc|B\.?V|N\.?V|GmbH|vzw|nv|bv|bvba|cvba|AG|SA|ASBL|VOF"
)
WHOLE = (
    r"Europese (?:Unie|Commissie)|European (?:Union|Commission)|Europees Fonds voor Regionale "
    r"Ontwikkeling|European Regional Development Fund|European Social Fund|Europees Sociaal Fonds|"
    r"Nationaal Groeifonds|Rijkswaterstaat|Rijksoverheid|Welsh Government|Scottish Government|"
    r"UK Government|Northern Ireland Executive|Irish Government|Vlaamse (?:Regering|Overheid)|"
    r"Innovate UK|Skills Development Scotland|Invest NI|Enterprise Ireland|VLAIO|VDAB|"
    r"TNO|RVO|SNN|EFRO|ERDF"
)
# Of such words alone no name is made.
LOOSE = """
    the de het a an of for and en van voor local lokale regional regionale national nationale new
    city town borough district county parish our onze combined university college academy school
    institute institution council trust authority foundation association federation society agency
    hospital chamber commerce bank museum library government executive commission ministry
    enterprise union housing group groep fund fonds stichting vereniging provincie gemeente
    universiteit hogeschool waterschap ministerie dienst regio transport techniek bouw royal visit
    museum theater partnership further higher secondary primary education health central community
    board economic raad kamer bond federatie holding techniek dienst engineering logistics
    construction healthcare innovation business skills technology digital support industry general
    public private social care sector technical first second third solutions systems growth green
"""
