"""Words by which a sentence tells that somebody pays, gets, asks for or keeps money."""

from __future__ import annotations

import re

# Signs that stand for parties, sums of money and activities where a sentence is looked at for who
# pays what: one sign for each name, so that rules speak of their order alone.
PARTY, SUM, ACTIVITY = 0xE100, 0xE200, 0xE300
P, A, T = "[\ue100-\ue1ff]", "[\ue200-\ue2ff]", "[\ue300-\ue3ff]"

GIVES = re.compile(
    r"\b(?:draagt|dragen|droeg(?:en)?|bijgedragen|bijdroeg(?:en)?|bijdraagt|"
    r"bijlegde[n]?|inlegde[n]?|stel(?:t|de|len|den)|gesteld|beschikbaar|"
    r"(?:mee)?betaal(?:t|de|den|d)?|(?:mee)?betalen|(?:mee|voor)?financier(?:t|de|den|en)|"
    r"(?:mede)?gefinancierd|subsidieer(?:t|de|den)|subsidiëren|gesubsidieerd|"
    r"investeer(?:t|de|den)|investeren|geïnvesteerd|steekt|stak(?:en)?|steken|gestoken|legt|"
    r"legde[n]?|leggen|ingelegd|bijgelegd|geeft|gaf|gaven|geven|gegeven|schenkt|schonk(?:en)?|"
    r"schenken|geschonken|doneer(?:t|de|den)|doneren|gedoneerd|verleent|verleen(?:de|den)|"
    r"verlenen|verleend|ken(?:t|de|den|nen)|toegekend|toekende[n]?|trekt|trok(?:ken)?|trekken|"
    r"uitgetrokken|past(?:e|en)?|passen|bijgepast|neemt|nam(?:en)?|nemen|zegde[n]?|zegt|zeggen|"
    r"toegezegd|steun(?:t|de|den|en)|gesteund|ondersteun(?:t|de|den|en)|ondersteund|"
    r"sponsor(?:t|de|den|en)|gesponsord|bekostig(?:t|de|den|en)|bekostigd|breng(?:t|en)|"
    r"bracht(?:en)?|ingebracht|voeg(?:t|de|den|en)|toegevoegd|verdubbel(?:t|de|den|en)|"
    r"do(?:et|en)\b(?=.{1,60}\bbij\b)|deed\b(?=.{1,60}\bbij\b)|deden\b(?=.{1,60}\bbij\b)|"
    r"zet(?:te|ten|ten)?\b(?=.{1,60}\b(?:opzij|apart|klaar|in)\b)|ingezet|"
    r"keer(?:t|de|den|en)\b(?=.{1,60}\buit\b)|uitgekeerd|vastgelegd|"
    r"stop(?:t|te|ten|pen)\b(?=.{1,60}\bin\b)|gestopt|le(?:ent|nen|ende|enden)|geleend|"
    r"stort(?:te|ten|en)?|gestort|spekt(?:e)?|gespekt|bemachtigd|legden|hoest(?:te|ten)?\b|"
    r"opgehoest|lapt(?:e)?|bijgelapt|haalt|reikt(?:e|en)?\b(?=.{1,60}\buit\b)|uitgereikt|"
    r"besteed(?:t|de|den)|maak(?:t|te|ten)\b(?=.{1,60}\b(?:vrij|over)\b)|vrijgemaakt|"
    r"overgemaakt|tast(?:te|ten)?|springt|sprong|dekt|dekte[n]?|dekken|gedekt|"
    r"honoreer(?:t|de)|gehonoreerd|"
    r"contribut(?:e[sd]?|ing)|provid(?:e[sd]?|ing)|pay(?:s|ing)?|paid|put(?:s|ting)?|giv(?:es?|ing)"
    r"|given|gave|grant(?:s|ed|ing)|award(?:s|ed|ing)|invest(?:s|ed|ing)?|commit(?:s|ted|ting)?|"
    r"pledg(?:e[sd]?|ing)|fund(?:s|ed|ing)?|(?:co-?|part-|match-?)fund(?:s|ed|ing)?|"
    r"financ(?:e[sd]?|ing)|allocat(?:e[sd]?|ing)|donat(?:e[sd]?|ing)|add(?:s|ed|ing)?|"
    r"subscrib(?:es?|ed|ing)|confirm(?:s|ed|ing)?|stump(?:s|ed|ing)? up|plough(?:s|ed|ing)?|"
    r"inject(?:s|ed|ing)?|hand(?:s|ed|ing)|agree[sd]? to|find(?:s|ing)?|found|channel(?:s|led)?|"
    r"mak(?:es?|ing)\b(?=.{1,60}\bavailable\b)|made\b(?=.{1,60}\bavailable\b)|bore|bears?|borne|"
    r"underwrit(?:es?|ten|ing)|underwrote|devot(?:es?|ed)|sets? aside|"
    r"meeting|cover(?:s|ed|ing)?|meets?|met|match(?:es|ed|ing)?|support(?:s|ed|"
    r"ing)?|back(?:s|ed|ing)|"
    r"chip(?:s|ped|ping)? in|releas(?:e[sd]?|ing)|sponsor(?:s|ed|ing)?|len[dt]s?|lending|"
    r"renew(?:s|ed)|approv(?:e[sd]?|ing)|offer(?:s|ed)|bring(?:s|ing)?|brought|renews?)\b",
    re.IGNORECASE,
)
FUNDING = re.compile(
    r"\b(?:\w*subsidies?|\w*subsidieregeling|\w*bijdragen?|\w*financiering|steun|gift|giften|"
    r"donaties?|schenking(?:en)?|\w*toelagen?|toekenning|toezegging|beschikking|lening(?:en)?|"
    r"inbreng|inleg|\w*investering(?:en)?|\w*middelen|\w*gelden|cheque|\w*budget|garantstelling|"
    r"grants?|funding|funders?|financiers?|contributions?|donations?|gifts?|awards?|support|loans?|"
    r"sponsorship|investments?|subsid(?:y|ies)|allocation|settlement|backing|money|subvention|"
    r"legacy|bequest|endowment)\b",
    re.IGNORECASE,
)
COMES_FROM = re.compile(
    r"\b(?:komt|komen|kwam(?:en)?|gekomen|afkomstig|daarvan|waarvan|hiervan|comes?|came|coming|"
    r"of which|drawn|derives?|opgebracht|brengt|brengen|stems?|de helft|half of|het overige|de "
    r"rest|het restant|the rest|the balance|remainder|rekening)\b",
    re.IGNORECASE,
)
# "… legt er 4 ton in", "zetten daar geld voor opzij": into what was last spoken of.
INTO_IT = re.compile(
    r"\b(?:er|daar|hier)\b[^,;:]{1,60}?\b(?:voor|bij|in|aan|toe|tegenover|bovenop|op)\b|"
    r"\b(?:er|daar|hier)(?:voor|bij|in|aan|toe)\b",
    re.IGNORECASE,
)
GETS = re.compile(
    r"\b(?:ontvang(?:t|en)?|ontving(?:en)?|kreeg|kregen|krijgt|krijgen|gekregen|haalde[n]?|"
    r"haal(?:t|en)|sleepte[n]?|sleept|verwierf|verwierven|verkreeg|verkregen|kan rekenen op|"
    r"kunnen rekenen op|mag rekenen op|rekenen op|received?|receives|receiving|secured?|secures|"
    r"won|wins|obtained?|has been (?:awarded|granted|given|allocated)|"
    r"have been (?:awarded|granted|given|allocated)|(?:was|were) (?:awarded|granted|given|"
    r"allocated)|got|gets|bags|bagged|lands|landed|scoops?|nets|clinch(?:es|ed)|"
    r"losgekregen|binnengehaald|opgehaald|toegewezen|toebedeeld|"
    r"starts? (?:\d{4} )?with|benefit(?:s|ed)?|attract(?:s|ed)?|drew down|raised|raises)\b",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\b(?:aangevraagd|\w*aanvra(?:ag|gen)|vraagt|vragen|vroeg(?:en)?|gevraagd|verzoek|verzocht|"
    r"diende[n]?|ingediend|dien(?:t|en)|gaan? .{0,30}aanvragen|"
    r"appl(?:y|ied|ies|ying|ication)|requests?|requested|asked|asks|asking|bid(?:s|ding)?|"
    r"sought|seeks?|seeking|submitted)\b",
    re.IGNORECASE,
)
KEEPS = re.compile(
    r"\b(?:reserveer(?:t|de|den)|reserveren|gereserveerd|reserve(?:s|d)|reservation|reservering|"
    r"opzijgezet|opzij|earmark\w*|set(?:s|ting)? aside|ring-?fenc\w*|vrijgemaakt|vrij te maken|"
    r"maak(?:t|te|ten)\b.{0,60}\bvrij|in principe|in principle|toegezegd|toezegging|pledg\w*|"
    r"provisional\w*|voorlopig\w*|onder voorbehoud|subject to)\b",
    re.IGNORECASE,
)
# What is only spoken of: nothing is paid.
REFUSED = re.compile(
    r"\b(?:afgewezen|afgeketst|geweigerd|weigerde[n]?|wees\b.{0,40}\baf|niet (?:toegekend|"
    r"gehonoreerd|doorgegaan|verleend|door)|ingetrokken|trok\b.{0,40}\bin\b|turned down|rejected|"
    r"unsuccessful\w*|declined|refused|withdrawn|not (?:granted|awarded|successful|approved|"
    r"funded)|missed out|fell through|viste[n]? achter het net|liep(?:en)? .{0,30}mis)\b",
    re.IGNORECASE,
)
DENIED = re.compile(r"\b(?:geen|niet|nooit|no|not|never|nothing|niets)\b", re.IGNORECASE)
TRADE = re.compile(
    r"\b(?:omzet|turnover|orders?|opdracht(?:en)?|contract|verko(?:cht|opt|pen)|sold|sells?|"
    r"bought|buys?|ko(?:cht|opt|pen)|factuur|invoices?|export|sales|aanbesteed|aanbesteding|"
    r"tender(?:ed)?|waarde van de export|salaris|salar(?:y|ies)|loon|wages?|boete|fine[ds]?|winst|"
    r"profit|prijs per|price per|huur|rent|btw|vat)\b",
    re.IGNORECASE,
)
COSTS = re.compile(
    r"\b(?:\w*budget|\w*begroting|begroot|middelen(?=:)|\w*kost(?:t?en|te)?|gekost|"
    r"\w*kostprijs|omvang|vergt|vergde[n]?|gemoeid|alles bij elkaar|alles samen|"
    r"bij elkaar|in totaal|"
    r"totaal|totaalbedrag|totaalsom|groot(?=[.,;]|$)|de rekening|raming|geraamd|"
    r"vraagt een investering|totale investering|investeringssom|projectsom|prijskaartje|"
    r"(?:the|total|whole|final) bill|in all|in total|all told|altogether|needed|it will take|"
    r"total of|total(?= [£€$])|runs on|costed|"
    r"costs?|costing|worth|priced at|price tag|total value|total investment|scheme)\b",
    re.IGNORECASE,
)
OVERHEAD = re.compile(
    r"\b(?:running|operating|overhead|core|office|staff|annual|exploitatie|bureau|organisatie|"
    r"apparaats|personeels|huisvestings|werkings)[ -]?(?:running )?(?:costs?|kosten)\b|"
    r"\b(?:kosten|costs?|budget|begroting) (?:van|voor|of|for) (?:(?:de|het|the|a|"
    r"een) )?(?:[\w-]+ )?(?:fase|phase|stap|step|jaar|year|proef|onderzoek|studie|study)\b",
    re.IGNORECASE,
)
# Each of several pays the sum, and not all together.
EACH = re.compile(r"\b(?:elk|elke|ieder|allebei|alle drie|each|apiece|every one)\b", re.IGNORECASE)
TOGETHER = re.compile(r"\b(?:samen|gezamenlijk|together|jointly|between them)\b", re.IGNORECASE)
# The publisher, as its own text calls it where money comes to it.
OWN = re.compile(
    r"\b(?:we|wij|ons|onze|our|us|ourselves|exploitatie|werking|werkingsmiddelen|basisfinanciering|"
    r"(?:het|ons) (?:bureau|programmabureau|projectbureau|secretariaat|platform|netwerk|huis|"
    r"streekhuis|samenwerkingsverband)|de (?:stichting|vereniging|coöperatie|alliantie|"
    r"organisatie|bond|kring)|the (?:alliance|partnership|network|association|foundation|office|"
    r"secretariat|organisation|company|cluster|charity|trust)(?! fund)|"
    r"(?:core|running|operating|office|staff) (?:running )?costs|(?:bureau|exploitatie|werkings|"
    r"apparaats|organisatie)kosten|(?:core|running) (?:funding|grant))\b",
    re.IGNORECASE,
)
ABOUT_IT = re.compile(
    r"\b(?:het project|dit project|het programma|dit programma|de proef|de pilot|het plan|"
    r"daarvoor|hiervoor|daaraan|hieraan|daarbij|daarvan|hiervan|hiertoe|daartoe|daar|waarvan|"
    r"the project|this project|the programme|this programme|the scheme|the work|it|its|this|"
    r"of which|towards? (?:it|this))\b",
    re.IGNORECASE,
)
# All that something costs is paid by one.
IN_FULL = re.compile(
    r"\b(?:in full|fully|wholly|entirely|geheel|volledig|helemaal|in zijn geheel|100 ?%|"
    r"100 procent)",
    re.IGNORECASE,
)
# The publisher as who gives.
OWN_SUBJECT = re.compile(
    r"\b(?:we|wij|het (?:algemeen |dagelijks )?bestuur|ons fonds|our (?:own )?fund|the board)\b",
    re.IGNORECASE,
)
# An activity that was named before.
THAT_ONE = re.compile(
    r"\b(?:het|dit|dat|deze|de|the|this|that) (?:[\w-]+ ){0,2}?(?:project|programma|programme|"
    r"scheme|initiative|initiatief|pilot|proef)\b",
    re.IGNORECASE,
)
# Headings over the money of who publishes.
FINANCES = re.compile(
    r"(?:\d+(?:\.\d+)*\.? )?(?:ons |onze |our |de |the )?(?:geld(?:zaken)?|financiën|financieel(?: "
    r"\w+){0,3}|financiele \w+|financiering|wie (?:er )?betaalt.*|inkomsten(?: en uitgaven)?|baten"
    r"(?: en lasten)?|middelen|jaarrekening|begroting(?: \d{4})?|exploitatie|penningmeester.*|"
    r"van de penningmeester|income(?: and (?:expenditure|spending))?|financ(?:e|es|ial)(?: "
    r"[\w-]+){0,4}|funding|money(?: matters)?|who pays.*|accounts|how we are (?:funded|paid for)|"
    r"our (?:money|income|funders)|treasurer.*)\b.*",
    re.IGNORECASE,
)
COST_LABEL = re.compile(
    r"(?:(?:totale?|total|project|geraamde|estimated) ?)?(?:kosten|costs?|begroting|budget|omvang|"
    r"kostprijs|prijskaartje|price tag|projectkosten|investering|investment|value|size|bedrag)"
    r"(?: in (?:euro|€|£))?",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"(?:of which|waarvan|daarvan|wie (?:er )?betaalt(?: wat| mee)?|"
    r"wie betalen(?: er)?|who pays(?: what)?|"
    r"who paid|paid for with|betalers?|gedekt door|covered by)|"
    r"(?:of which |waarvan )?(?:(?:totale|total|main|belangrijkste|overige|other|externe|"
    r"external|extra|additional) )?"
    r"(?:(?:co-?|mede-?|project|voor|match|basis)?-?financiering|(?:project)?subsidies?|bijdragen?|"
    r"steun(?: van)?|met (?:financiële )?steun van|financiers?|dekking|(?:herkomst )?middelen|"
    r"financieel|geldgevers?|sponsors?|subsidiegevers?|subsidieverstrekkers?|geld|"
    r"(?:co-?|match |core |project |public |private )?fund(?:ing|ed by|ers?)(?: sources?| from)?|"
    r"(?:grant|award)(?:s| from)?|contributions?(?: from)?|financed by|paid by|"
    r"paid for by|supported by|backed by|money|sources? of funds|bekostigd door|betaald door|"
    r"gefinancierd door|bijdrage van)",
    re.IGNORECASE,
)
