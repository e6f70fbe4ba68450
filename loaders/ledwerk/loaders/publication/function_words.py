"""Words for what people do and for what they sit on, in Dutch and English.

These lists are the grammar's only vocabulary; a language is added by adding to them.
"""

from __future__ import annotations

# Roles on a board that need no organisation beside them.
SEAT_ROLES = (
    r"(?:(?:vice|plv\.?|plaatsvervangend|onafhankelijk|technisch|dagelijks|waarnemend|wnd\.?|"
    r"interim|ambtelijk|bestuurlijk|deputy|acting|independent|interim|honorary|co)[- ]?){0,2}"
    r"(?:vice-?voorzitter|voorzitter|secretaris(?:[-/ ]penningmeester)?|penningmeester|"
    r"adviseur|toehoorder|waarnemer|agendalid|trekker|lead|leader|convenor|convener|facilitator|"
    r"eind- ?en hoofdredact(?:eur|ie)|hoofdredact(?:eur|rice|ie)|eindredact(?:eur|rice|ie)|"
    r"redacteur|redactielid|redactiesecretaris|beeldredact(?:eur|ie)|vormgever|"
    r"vice-?chair(?:man|woman|person)?|chair(?:man|woman|person)?|"
    r"(?:company )?secretary|treasurer|adviser|advisor|observer|rapporteur|"
    r"editor[- ]in[- ]chief|managing editor|picture editor|copy editor|editor|"
    r"(?:ex officio |bestuurs|redactie|commissie|board |committee )?(?:member|lid))"
    r"(?: \(?a\.i\.\)?| ad interim)?"
)
PLAIN_ROLES = ("lid", "member")

# Heads of functions that somebody has at an organisation; what goes before and after is free.
FUNCTION_HEADS = (
    # Dutch
    r"burgemeester|wethouder|locoburgemeester|gedeputeerde|gemeentesecretaris|griffier|raadslid|"
    r"statenlid|dijkgraaf|heemraad|minister|staatssecretaris|commissaris van de koning|commissaris|"
    r"directeur-bestuurder|bestuurder|directeur-eigenaar|directeur|eigenaar|eigenaresse|"
    r"mede-eigenaar|oprichter|medeoprichter|ondernemer|zaakvoerder|bedrijfsleider|vennoot|"
    r"voorzitter|vice-?voorzitter|secretaris|penningmeester|bestuursvoorzitter|bestuurslid|"
    r"rector magnificus|rector|decaan|hoogleraar|lector|docent|onderzoeker|promovendus|"
    r"wetenschapper|professor|opleidingsmanager|opleidingsco[öo]rdinator|"
    r"manager|co[öo]rdinator|projectleider|projectmanager|programmamanager|programmaleider|"
    r"programmadirecteur|projectdirecteur|procesmanager|procesregisseur|kwartiermaker|trekker|"
    r"teamleider|afdelingshoofd|sectormanager|accountmanager|regiomanager|relatiemanager|"
    r"hoofd|adviseur|beleidsadviseur|beleidsmedewerker|medewerker|secretaresse|"
    r"bestuurssecretaris|ambtelijk secretaris|consultant|specialist|deskundige|woordvoerder|"
    r"strateeg|analist|ingenieur|architect|ontwerper|planoloog|econoom|jurist|controller|"
    r"lid|partner|vertegenwoordiger|contactpersoon|gebiedsmanager|havenmeester|rentmeester|"
    r"stagiaire?|vrijwilliger|student(?:e)?|accountant|boekhouder|notaris|advocaat|huisarts|"
    r"journalist|leraar|lerares|docente|directrice|penningmeesteres|trainee|intern|volunteer|"
    r"teacher|"
    r"lawyer|boer|teler|veehouder|akkerbouwer|tuinder|bakker|arts|verpleegkundige|chirurg|"
    # English
    r"chief executive(?: officer)?|chief [a-z]+ officer|ceo|cfo|cto|coo|cio|cso|cmo|"
    r"managing director|executive director|director general|director|president|vice-?president|"
    r"chair(?:man|woman|person)?|vice-?chair|principal|vice-?chancellor|pro-vice-?chancellor|"
    r"chancellor|provost|dean|rector|professor|reader|senior lecturer|lecturer|researcher|"
    r"research fellow|fellow|scientist|head|leader|mayor|deputy mayor|alderman|councillor|"
    r"cabinet member|portfolio holder|manager|coordinator|officer|secretary|treasurer|founder|"
    r"co-founder|owner|farmer|engineer|analyst|adviser|advisor|economist|architect|"
    r"trustee|governor|commissioner|representative|spokes(?:man|woman|person)|lead|editor|clerk|"
    r"board member|curator|superintendent|administrator|policy officer|member|partner"
)
# What may stand before a head as part of the function.
FUNCTION_MODIFIERS = (
    r"gedelegeerd|algemeen|adjunct|plaatsvervangend|plv\.?|waarnemend|wnd\.?|interim|"
    r"voormalig|oud|demissionair|senior|junior|associate|assistant|deputy|acting|former|interim|"
    r"commercieel|technisch|financieel|operationeel|wetenschappelijk|zakelijk|regionaal|bijzonder|"
    r"strategisch|zelfstandig|commercial|technical|financial|scientific|regional|general|"
    r"executive|operations?|research|project|programme|program|policy|innovation|development|"
    r"business|communications?|marketing|finance|sales|site|plant|group|vice|managing|honorary|"
    r"emeritus|strategic|senior policy|lead|principal|chief|sustainability|digital|data|"
    r"environmental|clinical|medical|nursing|port|harbour|estates|skills|education|"
    r"portefeuillehoudend|verantwoordelijk|ambtelijk|bestuurlijk|medisch|artistiek|statutair"
)
# Bodies that belong to a function: "voorzitter College van Bestuur".
INNER_BODIES = (
    r"(?:(?:het|de|the) )?(?:college van bestuur|cvb|raad van bestuur|rvb|raad van toezicht|rvt|"
    r"raad van commissarissen|rvc|college van b ?(?:&|en) ?w|college van dijkgraaf en heemraden|"
    r"dagelijks bestuur|algemeen bestuur|bestuur|directie|centrale directie|management ?team|"
    r"executive board|management board|board of (?:directors|governors|trustees|management)|"
    r"supervisory board|executive committee|board)"
)
# Who has one of these functions has it at a municipality, or at a province.
MUNICIPAL = (
    r"burgemeester|locoburgemeester|wethouder|gemeentesecretaris|raadslid|"
    r"(?:deputy )?mayor|alderman"
)
PROVINCIAL = r"gedeputeerde|statenlid|commissaris van de koning"

# Names of bodies on which seats are held, with the sort of body each is.
BOARD_WORDS: tuple[tuple[str, str], ...] = (
    ("steering_group", (r"stuur-? ?groep|regie-? ?groep|regietafel|regieteam|regieraad|"
                        r"stuurcomit[eé]|"
                       r"steering (?:group|committee|board)|programme board|project board|"
                       r"project steering group")),
    ("programme_committee", (r"programma-? ?(?:commissie|raad|comit[eé])|themacommissie|"
                            r"sectorcommissie|programme (?:committee|council)")),
    ("core_team", r"kern-? ?team|kern-? ?groep|core (?:team|group)"),
    ("consultation", (r"klankbord-? ?groep|advies-? ?(?:raad|commissie|groep)|raad van advies|"
                     r"(?:voortgangs|partner|regio-?|afstemmings|bestuurders|directeuren|project|programma|kern|"
                     r"thema)overleg|"
                     r"werkgroep|kopgroep|expertgroep|denktank|begeleidings-? ?(?:commissie|groep)|"
                     r"overleg-? ?groep|(?:portefeuillehouders|bestuurlijk |ambtelijk )overleg|"
                     r"(?!gemeente|provincie|voor|huis|ondernemings)[a-zà-ÿ]{5,}raad|[a-zà-ÿ]{5,}commissie|"
                     r"(?<!europese )commissie|"
            r"(?:energie|thema|overleg|klimaat|sector|transitie|bestuurs)tafel|"
            r"economic board|economische raad|jongerenraad|wetenschappelijke raad|"
                     r"gebruikersraad|deelnemersraad|ledenraad|"
                     r"advisory (?:board|council|group|committee|panel)|panel|working group|"
                     r"sounding board|expert (?:group|panel)|user group|task ?force|"
                     r"reference group|"
                     r"scientific (?:council|committee)|stakeholder (?:group|forum)|jury")),
    ("staff", (r"project-? ?team|programma-? ?team|programma-? ?bureau|project-? ?bureau|"
              r"redactie(?:raad|commissie|team)?|secretariaat|directieteam|directie|"
              r"management ?team|bureau|staf|team|kantoor|medewerkers|"
              r"project team|programme (?:team|office)|editorial (?:board|team|committee)|editors|"
              r"secretariat|staff|management team|executive team|office")),
    ("board", (r"dagelijks bestuur|algemeen bestuur|stichtingsbestuur|bestuur|"
              r"raad van (?:bestuur|toezicht|commissarissen)|college van bestuur|"
              r"toezichthouders|executive board|"
              r"supervisory board|management board|governing board|executive committee|"
              r"(?:board of )?(?:directors|trustees|governors)|board of management|"
              r"management committee|committee|council|board")),
)  # fmt: skip
