"""Words for what people do and for what they sit on, in Dutch and English.

These lists are the grammar's only vocabulary; a language is added by adding to them.
"""

from __future__ import annotations

# Roles on a board that need no organisation beside them.
SEAT_ROLES = (
    r"(?:(?:vice|plv\.?|plaatsvervangend|onafhankelijk|technisch|dagelijks|waarnemend|wnd\.?|"
    r"interim|ambtelijk|bestuurlijk|deputy|acting|independent|interim|honorary|"
    r"hon\.?|co)[- ]?){0,2}"
    r"(?:vice-?voorzitter|ondervoorzitter|voorzit(?:ter|ster)|secretaris(?:[-/ ]penningmeester)?|"
    r"penningmeester|"
    r"adviseur|toehoorder|toehoorster|waarnemer|waarneemster|agendalid|trekker|lead|leader|(?:vice-?)?conven[eo]r|facilitator|"
    r"eind- ?en hoofdredact(?:eur|ie)|hoofdredact(?:eur|rice|ie)|eindredact(?:eur|rice|ie)|"
    r"redacteur|redactielid|redactiesecretaris|beeldredact(?:eur|ie)|vormgever|"
    r"vice-?chair(?:man|woman|person)?|chair(?:man|woman|person)?|"
    r"(?:company )?secretary|treasurer|adviser|advisor|observer|rapporteur|"
    r"editor[- ]in[- ]chief|managing editor|picture editor|copy editor|editor|"
    r"(?:ex officio |voting |non-voting |stemhebbend |buitengewoon |bestuurs|redactie|commissie|"
    r"board |committee )?(?:member|lid))(?: \(?a\.i\.\)?| ad interim)?"
)
PLAIN_ROLES = ("lid", "member")

# Heads of functions that somebody has at an organisation; what goes before and after is free.
FUNCTION_HEADS = (
    # Dutch
    r"burgemeester|wethouder|locoburgemeester|schepen|gedeputeerde|gouverneur|gemeentesecretaris|"
    r"griffier|raadslid|raadsvrouw|statenlid|kamerlid|europarlementari[ëe]r|fractievoorzitter|"
    r"dijkgraaf|watergraaf|hoogheemraad|heemraad|minister-president|minister|staatssecretaris|"
    r"commissaris van de koning|commissaris|kabinetschef|"
    r"directeur-bestuurder|bestuurder|directeur-eigenaar|directeur-generaal|directeur|eigenaar|"
    r"eigenaresse|mede-eigenaar|oprichter|medeoprichter|mede-oprichter|oprichtster|grondlegger|"
    r"initiatiefnem(?:er|ster)|onderneemster|ondernemer|zaakvoerder|zaakvoerster|"
    r"bedrijfsleid(?:er|ster)|vennoot|directielid|"
    r"voorzitter|voorzitster|vice-?voorzitter|ondervoorzitter|secretaris-generaal|secretaris|"
    r"penningmeester|bestuursvoorzitter|collegevoorzitter|collegelid|bestuurslid|"
    r"rector magnificus|conrector|prorector|rector|decaan|deken|hoogleraar|lector|docent|"
    r"onderzoeker|onderzoekster|promovendus|promovenda|postdoc|schoolhoofd|"
    r"wetenschapper|professor|opleidingsmanager|opleidingsco[öo]rdinator|opleider|instructeur|"
    r"trainer|coach|mentor|begeleid(?:er|ster)|"
    r"manager|co[öo]rdinator|co[öo]rdinatrice|projectleid(?:er|ster)|projectmanager|"
    r"programmamanager|"
    r"programmaleid(?:er|ster)|programmadirecteur|projectdirecteur|procesmanager|procesregisseur|"
    r"regisseur|kwartiermaker|trekker|aanjager|verbinder|ambassadeur|verantwoordelijke|"
    r"teamleid(?:er|ster)|afdelingshoofd|sectormanager|accountmanager|regiomanager|relatiemanager|"
    r"portefeuillehoud(?:er|ster)|practor|expert|investeerder|aandeelhouder|"
    r"hoofd|adviseur|adviseuse|beleidsadviseur|beleidsmedewerker|medewerker|medewerkster|"
    r"secretaresse|"
    r"bestuurssecretaris|ambtelijk secretaris|consultant|specialist|deskundige|woordvoerder|"
    r"woordvoerster|[a-zà-ÿ]{3,}loog|"
    r"strateeg|analist|ingenieur|architect|ontwerper|ontwerpster|planoloog|econoom|jurist|"
    r"controller|"
    r"lid|partner|vertegenwoordig(?:er|ster)|afgevaardigde|contactpersoon|gebiedsmanager|"
    r"havenmeester|"
    r"rentmeester|boswachter|conservator|kapitein|schipper|commandant|korpschef|officier|apotheker|"
    r"stagiaire?|vrijwillig(?:er|ster)|student(?:e)?|cursist|accountant|boekhouder|notaris|"
    r"advocaat|huisarts|tandarts|dierenarts|verloskundige|therapeut|mantelzorger|"
    r"journalist|journaliste|marketeer|leraar|lerares|docente|directrice|penningmeesteres|trainee|"
    r"intern|volunteer|teacher|technicus|monteur|programmeur|planner|inkoper|"
    r"lawyer|boer|boerin|teler|kweker|veehoud(?:er|ster)|melkveehoud(?:er|ster)|akkerbouwer|"
    r"tuinder|hovenier|bakker|arts|verpleegkundige|chirurg|"
    # English
    r"chief executive(?: officer)?|chief [a-z]+ officer|ceo|md|cfo|cto|coo|cio|cso|cmo|"
    r"managing director|executive director|director general|director|president|vice-?president|"
    r"chair(?:man|woman|person)?|vice-?chair|principal|vice-?chancellor|pro-vice-?chancellor|"
    r"chancellor|provost|dean|rector|professor|reader|senior lecturer|lecturer|researcher|"
    r"research fellow|fellow|scientist|head ?teacher|head|leader|mayor|deputy mayor|alderman|"
    r"councillor|convener|convenor|"
    r"cabinet member|portfolio holder|manager|co-?ordinator|officer|secretary|treasurer|founder|"
    r"co-founder|owner|farmer|grower|brewer|fisherman|skipper|engineer|analyst|adviser|advisor|"
    r"economist|architect|designer|developer|technician|apprentice|ranger|warden|harbour ?master|"
    r"trustee|governor|commissioner|representative|spokes(?:man|woman|person)|lead|editor|clerk|"
    r"organi[sz]er|facilitator|ambassador|champion|strategist|nurse|surgeon|[a-z]{3,}ologist|"
    r"historian|tutor|instructor|foreman|supervisor|"
    r"board member|curator|superintendent|administrator|policy officer|member|partner|"
    # Trades and crafts, of both.
    r"[a-zà-ÿ]{0,20}ontwikkel(?:aar|aarster)|[a-zà-ÿ]{0,12}innovator|(?:chef-?)?kok|"
    r"bloemist|kunstenaar|uitbat(?:er|ster)|hotelier|restaurateur|beheerder|teamcaptain|"
    r"leermeester|werkvoorbereider|[a-zà-ÿ]{0,12}uitvoerder|eigenares|timmerman|lasser|opzichter|"
    r"consulent|makelaar|taxateur|di[ëe]tist|laborant|conci[ëe]rge|stuurman|machinist|chauffeur|"
    r"inspecteur|kwartiermaker|voorman|ploegleid(?:er|ster)|procesregisseur|"
    r"head chef|carpenter|electrician|plumber|welder|caretaker|midwife|physiotherapist|surveyor|"
    r"buyer|postmaster|shopkeeper|publican|archivist|librarian|coach|mentor|joiner|boatbuilder|"
    r"chef|[a-zà-ÿ]{2,}leid(?:er|ster)|(?:account|pluimvee|varkens|geiten|schapen|paarden)"
    r"houd(?:er|ster)|[a-zà-ÿ]{4,}kundige|chemicus|fysicus|historicus|informaticus|bioloog|"
    r"elektricien|voorlicht(?:er|ster)|(?:hoofd|eind)?redact(?:eur|rice)|imker|visser|smid|"
    r"slager|molenaar|herder|loonwerker|fruitteler|brandweerman|agent|brigadier|sergeant|"
    r"luitenant|kolonel|majoor|pastoor|predikant|imam|leerkracht|onderwijzer(?:es)?|bezieler|"
    r"gemachtigde|gezant|operator|"
    r"official|commander|constable|operative|driver|forester|chemist|physicist|statistician|"
    r"mathematician|[a-z]*biologist|producer|pro[- ]vice[- ]chancellor|civil servant|barrister|"
    r"solicitor|beekeeper|baker|butcher|miller|shepherd|crofter|distiller|headmistress|"
    r"headmaster|bursar|pilot|sergeant|captain|"
    r"housekeeper|receptionist|bookkeeper|planner|estimator|paramedic"
)
# What may stand before a head as part of the function.
FUNCTION_MODIFIERS = (
    r"gedelegeerd|afgevaardigd|algemeen|adjunct|plaatsvervangend|plv\.?|waarnemend|wnd\.?|interim|"
    r"voormalig|oud|demissionair|senior|junior|associate|assistant|deputy|depute|acting|former|interim|"
    r"commercieel|technisch|financieel|operationeel|wetenschappelijk|zakelijk|regionaal|bijzonder|"
    r"universitair|landelijk|"
    r"strategisch|zelfstandig|commercial|technical|financial|scientific|regional|general|"
    r"executive|operations?|research|project|programme|program|policy|innovation|development|"
    r"business|communications?|marketing|finance|sales|site|plant|group|vice|managing|honorary|"
    r"emeritus|strategic|senior policy|lead|principal|chief|sustainability|digital|data|"
    r"environmental|clinical|medical|nursing|port|harbour|estates|skills|education|course|team|"
    r"section|department|outreach|engagement|events|membership|partnerships?|cluster|supply chain|"
    r"logistics|energy|climate|nature|water|housing|transport|planning|economic development|"
    r"community|council|workshop|production|quality|design|product|founding|joint|"
    r"station|portefeuillehoudend|verantwoordelijk|ambtelijk|bestuurlijk|medisch|artistiek|statutair"
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
    r"burgemeester|locoburgemeester|wethouder|schepen|gemeentesecretaris|raadslid|"
    r"(?:deputy )?mayor|alderman"
)
PROVINCIAL = r"gedeputeerde|statenlid|commissaris van de koning"

# What a committee in lower case is for: "the finance committee".
_OF_COMMITTEES = (
    r"finance|audit|risk|nominations?|remuneration|grants?|skills|research|education|events|"
    r"membership|ethics|investment|organi[sz]ing"
)
# Names of bodies on which seats are held, with the sort of body each is.
BOARD_WORDS: tuple[tuple[str, str], ...] = (
    ("steering_group", (r"stuur-? ?groep|regie-? ?groep|regietafel|regieteam|regieraad|"
                       r"stuurcomit[eé]|stuurteam|"
                       r"(?:project )?steering (?:group|committee|board|panel)|programme board|"
                       r"project board|"
                       r"(?:programme )?delivery board|oversight (?:group|committee|board)")),
    ("programme_committee", (r"programma-? ?(?:commissie|raad|comit[eé]|bestuur)|themacommissie|"
                            r"sectorcommissie|programme (?:committee|council)")),
    ("core_team", (r"kern-? ?team|kern-? ?groep|kernbestuur|project-? ?groep|aanjaagteam|"
     "expertteam|"
                  r"(?:core|executive|management|delivery|leadership|project|programme|"
                  r"implementation|"
                  r"co-?ordinat(?:ion|ing)|operational) (?:team|group)|project team board")),
    ("consultation", (r"klankbord-? ?groep|advies-? ?(?:raad|commissie|groep)|raad van advies|"
                     r"(?:voortgangs|partner|regio-?|afstemmings|bestuurders|directeuren|project|"
                     r"programma|kern|thema|burgemeesters|wethouders|triple-?helix)-?overleg|"
                     r"werkgroep|kopgroep|expertgroep|denktank|begeleidings-? ?(?:commissie|groep)|"
                     r"overleg-? ?groep|(?:bestuurlijk|ambtelijk|regionaal) platform|"
                     r"(?:portefeuillehouders|bestuurlijk |ambtelijk )overleg|"
                     r"raad van (?:aanbeveling|inspiratie|deskundigen|partners|deelnemers|"
                     r"bestuurders)|"
                     r"comit[eé] van (?:aanbeveling|advies|toezicht)|burgerpanel|bewonerspanel|"
                     r"(?!gemeente|provincie|voor|huis|ondernemings)[a-zà-ÿ]{5,}raad|"
                     r"[a-zà-ÿ]{3,}commissie|"
                     r"(?:wetenschappelijk|strategisch|technisch|uitvoerend) comit[eé]|"
                     r"(?<!europese )commissie|"
            r"(?:energie|thema|overleg|klimaat|sector|transitie|bestuurs|programma)tafel|"
            r"economic board|economische raad|jongerenraad|wetenschappelijke raad|"
                     r"gebruikersraad|deelnemersraad|ledenraad|"
                     r"advisory (?:board|council|group|committee|panel)|"
                     r"(?:(?:expert|programme|project|partner|community|users?|review|selection|judging|citizens['’]?|youth|investment|"
                     r"grants?|assessment) )?panel|"
                     r"(?:working|expert|user|reference|stakeholder|task|focus|theme|action|"
                     r"liaison|consultative|"
                     r"consultation|review|monitoring|technical|strategy|policy|skills|industry|"
                     r"leaders['’]?) group|sounding board|task ?force|working party|think tank|"
                     r"scientific (?:council|committee)|stakeholder forum|(?:prijs|vak)?jury|"
                     r"judges")),
    ("staff", (r"project-? ?team|programma-? ?team|programma-? ?bureau|project-? ?bureau|"
              r"redactie(?:raad|commissie|team)?|secretariaat|directieteam|directie|"
              r"management ?team|bureau|staf|team|kantoor|medewerkers|"
              r"project team|programme (?:team|office)|editorial (?:board|team|committee)|editors|"
              r"secretariat|staff|senior management team|management team|senior leadership team|"
              r"executive team|office")),
    ("board", (r"algemene (?:leden)?vergadering|general assembly|"
              r"dagelijks bestuur|algemeen bestuur|stichtingsbestuur|verenigingsbestuur|"
              r"bestuursorgaan|bestuur|directiecomit[eé]|directieraad|raad van beheer|beheerraad|"
              r"raad van (?:bestuur|toezicht|commissarissen)|college van bestuur|"
              r"toezichthouders|executive board|leadership board|partnership board|strategic board|"
              r"supervisory (?:board|council)|management board|governing (?:board|body|council)|"
              r"executive committee|"
              r"(?:(?:board|council) of )?(?:directors|trustees|governors)|board of management|"
              r"management committee|"
              rf"(?:(?:{_OF_COMMITTEES})(?: and (?:{_OF_COMMITTEES}))? )?committee|"
              r"council|board")),
)  # fmt: skip
