"""The frames by which a clause says who leads, who takes part, and who has another part in it.

In a frame P is the sign of a span of parties (see `partner_frames`), A stands for articles and
adverbs that may come between, G for other words without any name.
"""

from __future__ import annotations

import re

_P = "([\ue000-\uefff])"
_A = (
    r"(?:(?:(?-i:de|het|een|the|an?)|onze|ook|onder meer|onder andere|o\.a\.|onder anderen|verder|"
    r"daarnaast|nu|inmiddels|vooral|zowel|vandaag|opnieuw|sindsdien|our|also|both|among others|now|"
    r"including|chiefly|mainly|again|since|jointly)\s+)*:?\s*"
)
_G = r"[^.;:\ue000-\uf8ff]{0,60}?"
_AN = r"[^.;:\ue000-\uefff]{0,60}?"  # may hold an activity or a person


# P as the subject of what follows, at once or behind what else it does: "P tried and took charge".
_S = (
    r"<P>(?:,\s[^,.;:\ue000-\uefff]{2,80},)?\s+"
    r"(?:[^.;:\ue000-\uf8ff]{2,90}?\s(?:en|and|die|dat|which|that|who)\s+(?:ook\s+|also\s+)?)?"
    r"(?:(?:ook|zelf|nu|also|now|itself|both)\s+)?"
)


def _frame(pattern: str) -> re.Pattern[str]:
    made = pattern.replace("<P>", _P).replace("<A>", _A).replace("<G>", _G).replace("<AN>", _AN)
    return re.compile(made, re.IGNORECASE)


def frames(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """Frames as patterns over a clause that is laid out."""
    return tuple(_frame(pattern) for pattern in patterns)


_LEADER = (
    r"(?:(?:project|consortium|hoofd|mede|co-?)?-?(?:trekkers?|penvoerders?|leiders?|aanvragers?|"
    r"kartrekkers?|voortrekkers?|aanjagers?|initiatiefnemers?|initiatiefneemster|promotor(?:en)?|"
    r"promoter|indieners?|"
    r"co[öo]rdinator(?:en)?|regisseurs?|pen ?houders?)|trekkende partij|eindverantwoordelijke?n?|"
    r"lead(?:ing)? (?:partners?|organi[sz]ations?|"
    r"applicants?|body|agency|institution|beneficiary|party|authority)|accountable body|"
    r"managing (?:partner|authority|agent)|host (?:organi[sz]ation|institution)|co-?ordinating "
    r"(?:partner|body|organi[sz]ation)|(?:project |programme )?(?:co-?ordinators?|leaders?|lead)|"
    r"(?:co-?)?initiators?)"
)
_LEAD_ROLE = (
    r"(?:(?:project|dagelijkse |algehele |inhoudelijke )?(?:leiding|coördinatie|regie|penvoering|"
    r"penvoerderschap|trekkersrol|voortouw|aansturing|trekkerschap|regierol|"
    r"eindverantwoordelijkheid|uitvoering|teugels|touwtjes)|"
    r"leadership|co-?ordination|project management|lead role|overall responsibility|reins)"
)

LEADING = frames(
    # led by P
    r"\b(?:getrokken|geleid|gecoördineerd|aangevoerd|aangestuurd|aangejaagd|voorgetrokken|"
    r"geïnitieerd|geregisseerd|opgestart|gedragen en geleid)(?:\s+(?:wordt|werd|"
    r"worden))?\s+(?:door|vanuit)\s+<A><P>",
    r"\bonder\s+(?:de\s+)?(?:dagelijkse\s+|bezielende\s+)?(?:leiding|aanvoering|regie|"
    r"penvoerderschap|coördinatie|vlag|supervisie|hoede)\s+van\s+<A><P>",
    r"\b(?:jointly |co-?)?(?:led|co-?ordinated|headed|spearheaded|managed|hosted|steered|overseen|"
    r"promoted|run)(?:\s+(?:up|jointly|and \w+))?\s+by\s+<A><P>",
    r"\bunder\s+the\s+(?:leadership|lead|direction|co-?ordination|stewardship)\s+of\s+<A><P>",
    r"\uf000\s+(?:by|door)\s+<A><P>",  # "A is led by X, and B by Y"
    # the lead is P; with P as lead
    rf"\b{_LEADER}<AN>\s(?:is|zijn|was|waren|blijft|wordt|werd|are|were|remains)\s+<A><P>",
    rf"\b(?:als|as)\s+{_LEADER}\s+(?:treedt|trad|fungeert|staat|acts?|acted)\s+<A><P>",
    rf"(?:^|[,(:]\s*|\b(?:met|with|de|het|the|door|by)\s+){_LEADER},?\s+<P>",
    rf"\b{_LEAD_ROLE}<G>\b(?:ligt|berust|lag|rust|is|was|lies|rests|sits)<G>\b(?:bij|van|with|of)"
    rf"\s+<A><P>",
    rf"<P>\s+(?:als|as)\s+(?:the\s+|de\s+)?{_LEADER}",
    # P leads
    r"<P>(?:,?\s+(?:en|and))?<G>\s(?:trekt|trekken|trok|trokken)\s+(?:hier(?:in|bij)\s+|daarbij\s+|"
    r"samen\s+)?(?:de kar|het\b|dit\b|deze\b|de\s+(?:samenwerking|proef|pilot|lijn)|\uf000)",
    r"(?:trekt|trekken|trok|trokken)\s+<A><P>\s+(?:de kar|het project|dit project|\uf000)",
    r"\bkar\b<G>\bgetrokken\s+door\s+<A><P>",
    rf"<P>\s+(?:heeft|hebben|had|hadden|voert|voeren|voerde|neemt|nemen|nam|namen|houdt|kreeg|"
    rf"krijgt)<AN>\b{_LEAD_ROLE}",
    rf"\b(?:heeft|hebben|had|hadden|voert|voeren|voerde|neemt|nemen|nam|namen|houdt)\s+<A><P><AN>"
    rf"\b{_LEAD_ROLE}",
    r"<P>\s+(?:leidt|leiden|leidde|leidden|coördineert|coördineren|coördineerde|regisseert|"
    r"trekt|trekken)\b(?![^.;,]{0,160}\b(?:op|tot|aan|toe|terug|in|uit)\b)",
    r"\uf000,?\s+(?:which|that|die|dat)\s+<A><P>\s+(?:leads?|runs?|co-?ordinates?|trekt|leidt|"
    r"coördineert)\b(?!\s+\w+\s+(?:op|uit)\b)",
    r"\b(?:leidt|coördineert|trekt)\s+<P>\s+(?:het|dit|de|\uf000)",
    rf"<P>\s+(?:is|zijn|was|waren|blijft|wordt|werd|treedt op als|treden op als|fungeert als|"
    rf"acts? as|"
    rf"acted as|serves? as|remains|became|are|were|en|and)\s+(?:de |het |the |een van de |samen |"
    rf"gezamenlijk |its |our |one of the |daar |hier |daarvan |hiervan |hierin |daarin |daarbij |"
    rf"er |nu |now |also |ook )*{_LEADER}(?!\s+van het bestuur)",
    r"<P>\s+(?:leads?|led|co-?leads?|co-?ordinates?|co-?ordinated|heads?|headed|spearheads?|"
    r"spearheaded|"
    r"hosts?|hosted|oversees?|oversaw|manages?|managed|steers?)(?:\s+(?:on|up))?(?:\s+(?:the|this|"
    r"it|an?|\uf000)(?=\s)|\s*(?:[.,;]|$))",
    r"<P>\s+(?:runs?|ran|running)\s+(?:the\s+(?:project|programme|scheme|consortium|pilot|"
    r"partnership)\b|this\b|it\b|\uf000)",
    rf"{_S}(?:(?:is|was|has|had)\s+)?(?:tak(?:es|ing|e|en)|took)\s+(?:the\s+(?:lead|helm|reins|"
    r"initiative)|charge)\b",
    rf"{_S}(?:(?:is|was|are|were|sits?|sat|remains?)\s+)(?:firmly\s+)?(?:in\s+(?:the\s+)?(?:lead|"
    r"charge|driving seat|driver['’]?s seat)|at\s+the\s+(?:helm|wheel))\b",
    rf"{_S}(?:has|had|holds?|held)\s+the\s+(?:lead|reins|overall lead)\b",
    rf"{_S}(?:voer(?:t|de|en|den)|leid(?:t|en|de|den)|ga(?:at|an))\s+(?:het|dit|de|deze|\uf000)"
    r"[^.;:\ue000-\uefff]{0,40}?\s(?:aan|in goede banen)(?=\s*(?:[.,;]|$))",
    rf"{_S}(?:hou(?:dt|den)|hield(?:en)?|voer(?:t|en|de|den))\s+de\s+(?:pen|regie|teugels|"
    rf"touwtjes)\b",
    rf"{_S}(?:neem|neemt|nemen|nam|namen|heeft|hebben|had|hadden)\s+<G>\b(?:de\s+leiding|"
    r"het\s+(?:voortouw|initiatief))\b",
    rf"{_S}(?:sta(?:at|an)|stond(?:en)?|zit(?:ten)?|zat(?:en)?)\s+<G>\b(?:aan\s+het\s+(?:roer|"
    rf"stuur|hoofd)|"
    r"in\s+de\s+bestuurdersstoel|voorop)\b",
    rf"{_S}(?:is|zijn|was|waren)\s+<G>\beindverantwoordelijk\b",
    # with the verb last, as in a subordinate clause: "P, dat ook de kar trekt"
    r"<P>(?:,|\s+(?:die|dat|waar\w*))<G>\s(?:(?:de\s+kar|het(?:\s+project)?|dit|dat)\s+(?:trekt|"
    r"trok|trekken|leidt|leidde|leiden|coördineert|coördineerde|aanvoert|aanvoerde)|"
    r"(?:het\s+(?:voortouw|initiatief)|de\s+(?:leiding|regie))\s+(?:neemt|nam|nemen|namen|op\s+zich\s+"
    r"neemt|voert|voerde|heeft|had)|"
    r"de\s+leiding\s+(?:heeft|had|kreeg)|(?:trekker|penvoerder|kartrekker|leider)\s+is)\b",
    r"<P>\s+(?:is|was|are)\s+(?:leading|co-?ordinating|co-?leading|heading up|hosting)\b",
)

# Who carries it out leads where he is alone, and takes part with others where he is not.
LEADING_ALONE = frames(
    r"<P>\s+(?:voert|voeren|voerde|voerden)\s+(?:(?:het|dit|de|deze|ons)\s+(?:\w*project|programma|"
    r"plan|pilot|proef|initiatief|actie)\b|\uf000|(?:het|dit)(?=\s+(?:\w+\s+){0,2}uit\b))"
    r"[^.;:]{0,160}\buit\b",
    r"\b(?:een|an?|the|het)\s+(?:initiatief|initiative|idee|idea|vinding|geesteskind|brainchild|"
    r"invention|bedenksel)\s+(?:van|of|from|by)\s+<A><P>",
    # "X, the programme with which P wants to", "X is P's own programme"
    r"\uf000(?:\s+\([^()]{2,40}\))?(?:,|\s+(?:is|was))<G>\b(?:\w*programma|"
    r"programme)\s+(?:waarmee|with which|by which|through which)\s+<A><P>",
    r"<P>\s+(?:regelt|regelde|regelen|bestiert|bestierde|beheert|beheerde|organiseert|organiseerde|"
    r"runt|runde|manages|managed|organi[sz]es|organi[sz]ed|administers|administered)\s+(?:het|dit|"
    r"it|this|\uf000)(?=\s*(?:[.,;]|$))",
    r"<P>\s+(?:start(?:te|ten)?|begon(?:nen)?|lanceerde[n]?|bedacht(?:en)?|launched|started|"
    r"set up|initiated|"
    r"created|devised|founded|conceived)\s+(?:<G>\b(?:met|with)\s+)?(?:het project\s+|"
    r"the project\s+)?\uf000",
    r"\bdoor\s+<A><P>\s+(?:wordt|werd|is)\s+(?:\w+\s+)?(?:beheerd|getrokken|geleid|uitgevoerd|"
    r"gecoördineerd|georganiseerd)",
    r"\b(?:op|on|at)\s+(?:initiatief|the initiative)\s+(?:van|of)\s+<A><P>",
    r"\b(?:geïnitieerd|opgezet|opgestart|bedacht|initiated|set up|launched|started|conceived)\s+"
    r"(?:door|by)\s+<A><P>",
)

_WORKERS = (
    r"(?:studenten|leerlingen|docenten|medewerkers|onderzoekers|leden|vrijwilligers|experts|"
    r"specialisten|deskundigen|monteurs|lectoren|het lectoraat|de vakgroep|students|researchers|"
    r"staff|members|volunteers|experts|teachers|pupils|engineers|academics|colleagues)"
)
_JOINT = (
    r"(?:samenwerking(?:sverband|sproject)?|consortium|alliantie|coalitie|initiatief|"
    r"krachtenbundeling|"
    r"(?:gezamenlijk|gedeeld|gemeenschappelijk)e? (?:\w+\s)?(?:project|plan|programma|aanpak)|"
    r"(?:een|nieuw|dit) (?:\w*project|programma)|collaboration|partnership|alliance|coalition|"
    r"co-?operation|(?:joint|shared|common) (?:\w+\s)?(?:project|initiative|venture|effort|"
    r"programme|scheme|undertaking))"
)

_PARTNERS = (
    r"(?:(?:project|programma|samenwerkings|consortium|keten|kennis|kern|founding|delivery|core|"
    r"other|overige|"
    r"andere|industrial|academic|local|research)[ -]?)*(?:partners?|partijen|deelnemers?|"
    r"participants?|consortium members|consortiumleden)"
)

WITH_THEM = frames(
    rf"\b{_JOINT}\s+(?:van|tussen|of|between|among|by|with|met)\s+<A><P>",
    r"\b(?:in\s+(?:nauwe\s+)?samenwerking|samen|tezamen|gezamenlijk|in partnerschap|in overleg en "
    r"samenwerking)\s+met\s+<A><P>",
    r"\b(?:ondersteund|gesteund|bijgestaan|bijgestaan en gesteund|geholpen|supported|backed|"
    r"assisted|aided|joined|accompanied)(?:\s+(?:wordt|werd|daarbij|hierbij|in this))?\s+(?:door|"
    r"by)\s+<A><P>",
    r"(?:^|,\s|\b)(?:het|dit|it|this|the|dat|which|(?:\w*project|programma|programme|pilot|proef|"
    r"consortium|"
    r"scheme|initiative)(?: \uf000)?|\uf000)\s+(?:(?:is|was|wordt|werd|has been|is being|"
    r"being)\s+)?<G>"
    r"\b(?:uitgevoerd|opgezet|ontwikkeld|gedragen|vormgegeven|opgericht|gestart|bedacht|"
    r"gerealiseerd|"
    r"georganiseerd|set up|delivered|developed|carried out|launched|designed|piloted|trialled|"
    r"founded|"
    r"established|created|started|implemented|devised|conceived)(?:\s+(?:wordt|werd|jointly|"
    r"together))?\s+(?:door|by)\s+<A><P>(?=[^;:]*$)",
    r"\b(?:ge|onderge|onder)tekend(?:\s+(?:wordt|werd|is))?\s+(?:door|tussen)\s+<A><P>",
    r"\bsigned\s+(?:by|between)\s+<A><P>",
    r"^(?:uitgevoerd|uitvoering|ontwikkeld|opgezet|delivered|carried out|developed|piloted|"
    r"implemented)\s+(?:door|by)\s+<A><P>(?!\s+(?:in opdracht|on behalf|commissioned))",
    r"<P>\s+(?:will |zal |gaat )?(?:carr(?:y|ies|ied) out|(?:is|are|was) responsible for|"
    r"takes? care of|looks?"
    r" after|(?:is|zijn) verantwoordelijk voor|verzorg(?:t|en|de))\s+(?:the|het|"
    r"de)\s+(?:\w+ )?(?:part|work|"
    r"research|study|testing|training|monitoring|fieldwork|trials?|onderzoek|deel|metingen|"
    r"opleiding|monitoring|techniek|begeleiding|tests?|proeven|scholing)\b",
    r"\bgezelschap\s+(?:van|gekregen van)\s+<A><P>",
    rf"\b{_WORKERS}\s+(?:van|of|from|at)\s+<A><P>(?=<AN>\b(?:mee|samen|eraan|betrokken|deel|"
    rf"together|part|involved)\b)",
    r"\b(?:in (?:close )?(?:partnership|collaboration|co-?operation|tandem|association)|together|"
    r"along|"
    r"alongside|joint(?:ly)?|work(?:s|ed|ing)?(?: closely)?|team(?:s|ed|ing)? up|joined forces|"
    r"partner(?:s|ed|ing)?)\s+with\s+<A><P>",
    r"\b(?:alongside|naast|besides)\s+<A><P>",
    r"\b(?:with|met)\s+<A><P>\s+(?:on board|aan boord|aan tafel|aan (?:zijn|haar|hun) zijde|"
    r"at its side|alongside)",
    r"\b(?:met|with)\s+(?:aan boord|on board|aan tafel|daarnaast|naast zich|erbij)\s+<A><P>",
    r"[\ue000-\uefff]\s+(?:heeft|hebben|had|kreeg|weet|wist|vond|has|have|had|got|finds|"
    r"found)\s+<A><P>\s+"
    r"(?:daarbij\s+|daarin\s+|hierin\s+)?(?:naast zich|aan (?:zijn|haar|hun) zijde|aan boord|"
    r"achter zich|mee|on board|alongside|beside it|beside them|at its side|(?:als|as) partners?)\b",
    r"\b(?:project|programma|programme|pilot)\s+(?:in which|where|waarin|waarbij|waaraan)"
    r"(?: ook)?\s+<A><P>",
    r"\b(?:project|pilot|proef|study|studie|onderzoek)\s+(?:with|met)\s+<A><P>",
    # who the partners are: "Partners in A are P", "the consortium consists of P"
    rf"\b{_PARTNERS}(?:\s+(?:van|in|binnen|bij|voor|of|on|for|"
    rf"to)\s+[^,.:;\ue000-\uefff]{{1,70}}?)?\s+"
    r"(?:zijn|is|waren|was|are|were|include[sd]?|comprise[sd]?|remain)\s+<A><P>",
    r"\b(?:consortium|projectteam|samenwerkingsverband|partnerschap|partnership|project team|"
    r"alliance|"
    r"alliantie)(?:\s+(?:van|in|binnen|voor|achter|rond|of|for|behind|around)\s+[^,.:;\ue000-\uefff]{1,60}?)?\s+"
    r"(?:bestaat uit|bestaan uit|bestaande uit|wordt gevormd door|omvat|telt|consists? of|"
    r"consisting of|made up of|comprises?|is made up of|includes?|brings together|unites)\s+<A><P>",
    r"\b(?:rest|anderen|overigen|others)\s+(?:van|of)\s+(?:het|the)\s+(?:consortium|gezelschap|"
    r"team|club|groep|partnership|group)\b<G>[:,]?\s+<A><P>",
    r"\b(?:consortium|projectpartners?|project partners?|partners|partnerschap|"
    r"partnership)\s*(?:\(|[,:–—]\s+)<A><P>",
    r"\b(?:voer(?:t|en|de|den)|werk(?:t|en|te|ten)|organiseren|dragen|deliver|run|are delivering|"
    r"are running|carry out)\s+(?:we|wij|ze|zij|it|this)\s<G>\b(?:met|with)\s+<A><P>",
    r"\uf000(?:\s+\([^()]{2,40}\))?,\s+(?:het|ons|dit|the|our|a)\s+(?:\w+\s)?(?:\w*project|"
    r"\w*programma|programme)\s+(?:van|of)\s+<A><P>",
    r"\b(?:zonder|without)\s+<A><P>\s+(?:was|waren|had|hadden|zou|would|there|could|neither|this|"
    r"it|\uf000)",
    r"\b(?:dankzij|thanks to)\s+<A><P>(?=<AN>\b(?:partners?)\b)",
    r"\bals\s+(?:\w+\s)?partners?\s+(?:zijn|is|waren|treden|treedt)\s+<A><P>",
    r"\b(?:nieuw(?:e partner)?|new(?: partner)?)\s+(?:in|aan|binnen|to|on|is|are|zijn)<AN>\s*<P>",
    r"\b(?:with|met)\s+<A><P>(?:(?:,| en| and)(?: \w+){0,3} (?:<P> )?<P>)?"
    r"\s+(?:als|as)\s+(?:its |the |de |zijn |haar )?(?:\w+\s)?(?:partners?|"
    r"deelnemers?|participants?)\b",
    r"\b(?:with|met|naast|alongside|besides)\s+(?:it|them|hen|hem|haar|ons|us)\s+(?:\w+\s)?(?:are|"
    r"is|were|zijn|werken|werkten|doen|deden)\s+<A><P>",
    r"^(?:with|met)\s+<P>\s+(?:heeft|krijgt|telt|has|gains)<AN>\b(?:partner|lid|deelnemer)\b",
)

# Those who support take part, where they do not only pay.
SUPPORTING = frames(
    r"\b(?:met|with)\s+(?:the\s+|de\s+)?(?:steun|hulp|medewerking|inzet|support|help|backing|"
    r"assistance|co-?operation|input|involvement|expertise|kennis)\s+(?:van|of|from)\s+<A><P>",
)

ASIDE = frames(
    r"\b(?:an?|een)\s+<P>\s+[a-z]",  # "a Derry firm"
    r"\b(?:van|of|uit|in|te|op|naar|tegen|voor|for|to|at|bij|aan|over|per|via|from|into|onto|tot|"
    r"vanuit|"
    r"rond|near|nabij|achter|langs|across|inside|within|binnen|buiten|around|volgens|aldus|namens|"
    r"door|"
    r"by|zegt|vertelt|says?|said|stelt|vindt|like|als|as|dan|than|called|heet|genaamd|\uf001,?|"
    r"\uf001\s\(|\()\s*<A><P>",
)

NONE = frames(
    # a tour that calls at P
    r"\b(?:doe|doet|doen|deed|deden)\b[^.;\ue000-\uefff]{0,60}?<P>[^.;\ue000-\uefff]{0,20}?\baan\b",
    r"\b(?:calls?|called|stops?|stopped)\s+(?:at|in|off at)\s+<A><P>",
    r"<P><G>\b(?:eerder|previously|ooit|destijds|voorheen|formerly|once)\b<G>\b(?:betrokken|"
    r"involved|partner)",
    r"<P>\s+(?:draagt|draagde|droeg|dragen|neemt|nam|nemen|stelt|stelde|stellen|betaalt|betaalde|"
    r"betalen|"
    r"geeft|gaf|legt|legde|reserveert|reserveerde|kent|kende|verleent|verleende|pays?|paid|gives?|"
    r"gave|awards?|awarded|grants?|granted|puts?|contributes?|contributed|provides?|"
    r"provided)\b(?:[^.;]|(?<=\d)\.(?=\d)){0,40}"
    r"(?:[€£$]|\b(?:euro|miljoen|million|subsidie|grant|funding|garantie)\b)",
    r"\b(?:geleverd|gebouwd|gemaakt|gelegd|gekocht|gehuurd|ingehuurd|gedrukt|gefinancierd|betaald|"
    r"bekostigd|gesponsord|verzorgd|geschreven|gefotografeerd|gecontroleerd|aanbesteed|gegund|"
    r"uitbesteed|geplaatst|geïnstalleerd|aangelegd|beoordeeld|gekeurd|toegekend|verstrekt|"
    r"gecertificeerd|gepubliceerd|gesubsidieerd|mogelijk gemaakt|"
    r"supplied|built|leased|hired|bought|purchased|rented|printed|funded|paid|sponsored|written|"
    r"photographed|audited|installed|catered|contracted(?: out)?|awarded|commissioned|approved|"
    r"manufactured|constructed|provided|financed|evaluated|assessed|published|inspected)\s+"
    r"(?:(?:wordt|werd|is|was)\s+)?(?:door|bij|van|aan|by|from|to)\s+<A><P>",
    r"\b(?:subsidie|geld|bijdrage|lening|financiering|sponsoring|financiële steun|grant|funding|"
    r"money|loan|sponsorship|financial support|subsidy)\s+(?:van|uit|from|of|by)\s+<A><P>",
    r"\b(?:aannemer|leverancier|fotograaf|architect|drukker|sponsor|adviseur|opdrachtgever|"
    r"financier|"
    r"onderaannemer|subsidiegever|contractor|supplier|photographer|funder|evaluator|auditors?)s?\s+"
    r"(?:is|was|zijn|are)?\s*<P>",
    r"<P><G>(?<!\bis )(?<!\bwas )(?<!\bare )(?<!\bbeen )\b(?:leverde de|sponsort|sponsorde|"
    r"financiert|financierde|betaalt mee|subsidieert|fotografeerde|"
    r"drukte|controleerde|adviseerde|keurde|evalueerde|evalueert|audited|evaluates|evaluated|"
    r"sponsored|sponsors|funds|funded|supplied|catered)\b",
    r"\b(?:lijkt op|lijken op|similar to|resembles|vergelijkbaar met|geïnspireerd op|inspired by|"
    r"naar voorbeeld van|modelled on|concurrent|competitor)\s+[^.;]{0,40}<P>",
    r"<P>\s+(?:is|was|blijft)\s+(?:de |het |the |an? )?(?:opdrachtgever|leverancier|aannemer|"
    r"sponsor|"
    r"financier|subsidiegever|agendalid|waarnemer|toehoorder|adviseur|klant|supplier|contractor|"
    r"observer|funder|client|customer)\b",
)

# Several who do something in a project's own section, or in what is named as the project.
DOING = frames(
    r"^(?:(?:samen|together|jointly|ook|also|verder|sinds \w+|since \w+|vorig jaar|dit jaar|"
    r"last year|this year|in \d{4})(?: \w+)?,?\s+)?<P>\s+(?:\w+ ){0,2}?[a-zà-ÿ]{3,}",
    r"^(?:in|binnen|met|voor|aan|via|within|through|under|for|op|sinds|since)\s+(?:(?:het |de |"
    r"the )?(?:\w+ )?\uf000|(?:dit|deze|this|ons|our|het|the|that|dat)\s+\w+)(?:,|"
    r"<AN>\s[a-zà-ÿ]+)?\s+<A><P>",
    r"^(?:in it|hierin|daarin|hieraan|daaraan|hierbij|daarbij)\b[^.;:\ue000-\uefff]{0,80}<P>",
    r"\b(?:ondernemingen|bedrijven|partijen|organisaties|partners|instellingen|scholen|gemeenten|"
    r"firms|companies|organi[sz]ations|parties|businesses|councils|farms)\b<AN>(?:\s[-–—]|"
    r":)\s+<A><P>",
    r"^(?:sinds|since|vanaf|van|from|in|tussen|"
    r"between)\s+(?:[a-z]+ )?\d{4}[^,;:\ue000-\uefff]{0,40}\s[a-zà-ÿ]+\s+<P>",
    r"\b(?:waarin|waarbij|waaraan|in which)\s+<A><P>",
    r"^(?:[\d.]+\s+|[a-z]\)\s+)?\uf000\s*[:–-]\s[^.;:\ue000-\uefff]{0,80}<P>",
)
# One who does it with others.
DOING_WITH = frames(
    r"^<P>\s+(?:\w+\s+)?[a-zà-ÿ]{3,}<AN>\b(?:met|with)\s+<A><P>",
    r"^(?:in|within|under|for)\s+(?:the )?\uf000,?\s+<A><P>\s+[a-z]{3,}<AN>\bwith\s+<A><P>",
    r"^(?:in|binnen|met|voor|aan|via|within|through|under|for|op)\s+(?:(?:het |de |the )?"
    r"(?:\w+ )?\uf000|(?:dit|deze|this|het|the)\s+\w+)<AN>\s[a-zà-ÿ]+\s+<P><AN>\b(?:met|"
    r"with)\s+<A><P>",
)
# A name with those who do it behind it: "Weld Watch (A, B and C): cameras that …".
NAMED_WITH = frames(
    # "with P it tries out", "met P begon zij"
    r"^(?:met|with|samen met|together with)\s+<A><P>,?\s+(?:[a-zà-ÿ]+\s+(?:zij|ze|hij|het|men)|"
    r"(?:it|they|she|he)\s+[a-z]+)\b",
    r"^(?:[\d.]+\s+|[a-z]\)\s+|[-•*]\s+)?\uf000\s*\(<P>\)",
    r"^(?:[\d.]+\s+|[a-z]\)\s+|[-•*]\s+)?\uf000\s*[:–-]\s+<P>\s*(?:[.;]|$)",
)
DONE_WITH = frames(
    r"^(?:met|with|samen met|together with)\s+<A><P>\s+[a-zà-ÿ]{3,}\s+<P>",
)
NOT_DOING = re.compile(
    r"\b(?:lever(?:t|en|de|den|)|sponsor\w*|financier\w*|betaal\w*|betalen|subsidieer\w*|"
    r"adviseer\w*|bouw(?:t|en|de|den)\s+(?:de|het)|drukte[n]?|fotografeer\w*|ontwierp(?:en)?|"
    r"verzorg\w*|bezoek\w*|bezocht\w*|kijk\w*|keken|zeg(?:t|gen)|zei(?:den)?|vertel\w*|vinden|"
    r"vindt|"
    r"feliciteer\w*|won(?:nen)?|winnen|wint|krijg\w*|kreeg|kregen|ontving\w*|ontvang\w*|kocht\w*|"
    r"kopen|"
    r"gebruik\w*|lig(?:t|gen)|lag(?:en)?|sta(?:at|an)|stond(?:en)?|vergader\w*|besloot|besluit\w*|"
    r"besloten|hebben (?:er |nog )*(?:vragen|interesse|belangstelling)|reageer\w*|protesteer\w*|"
    r"suppl(?:y|ies|ied)|sponsor\w*|fund(?:s|ed)?|pa(?:y|ys|id)|advis(?:e|es|ed)|print(?:s|ed)|"
    r"visit\w*|"
    r"sa(?:y|ys|id)|tell|tells|told|think|win|wins|won|receiv\w+|bought|buy|buys|use|uses|used|"
    r"attend\w*|watch\w*|decided|decides|objected|award\w*|grant\w*|approved|praised|welcomed)\b",
    re.IGNORECASE,
)

_WORD_NL = (
    r"samenwerk(?:t|en|te|ten)|meewerk(?:t|en|te|ten)|meegewerkt|meedoe\w*|meegedaan|deelnem\w*|"
    r"deelgenomen|participe\w+|"
    r"betrokken|aangesloten|aangehaakt|aangeschoven|ingestapt|meegestapt|toegetreden|opgetrokken|"
    r"van de partij|aan boord|samengewerkt"
)
_WORD_EN = (
    r"collaborat(?:e|es|ed|ing)|co-?operat(?:e|es|ed|ing)|team(?:s|ed|ing)? up|join(?:s|ed|ing)?|"
    r"tak(?:e|es|ing|en) part|took part|participat\w+|(?:come|came|comes|coming|is|are|was|were|"
    r"get|got)"
    r" (?:on board|aboard|on-board)|on board|sign(?:s|ed|ing)? up|jointly|pool(?:s|ed|ing)? |"
    r"in (?:close )?partnership|work(?:s|ed|ing)? (?:closely )?(?:together|with|alongside)|"
    r"joined forces|br(?:ings?|ought) (?:together|in)|unites?|united|involved|involves|comprises?"
)
TAKING_PART = frames(
    rf"\b(?:{_WORD_NL})\b",
    rf"\b(?:{_WORD_EN})\b",
    r"\bwerk(?:t|en|te|ten)?\b[^.;]{0,160}?\b(?:mee|eraan|hieraan|daaraan|aan mee)\b",
    r"\b(?:hieraan|daaraan|eraan|hierin|daarin|hierbij|daarbij|waaraan|waarin|waarbij|project|"
    r"\uf000)\b"
    r"[^.;]{0,120}\bsamen\b|\bsamen\b[^.;]{0,60}(?:\b(?:project|hieraan|daaraan|eraan)\b|\uf000)",
    r"\b(?:hieraan|daaraan|eraan|hierin|daarin|hierbij|daarbij|waaraan|waarin|waarbij|samen|"
    r"in \uf000|aan \uf000|binnen \uf000)\s+werk(?:t|en|te|ten)\b",
    r"\b(?:doe|doet|doen|deed|deden)\b[^.;]{0,160}?\bmee\b",
    r"\b(?:neem|neemt|nemen|nam|namen)\b[^.;]{0,160}?\b(?:deel|plaats in het consortium)\b",
    r"\bmaa?k(?:t|en|te|ten)?\b[^.;]{0,60}?\bdeel uit\b(?!\s+van\s+(?:de|het|ons|onze|dit)\s+"
    r"(?:\w*programma\w*|actielijn|lijn|agenda|strategie|deal))",
    r"\b(?:haak|haakt|haken|haakte|haakten|sluit|sluiten|sloot|sloten|schuif|schuift|schuiven|"
    r"schoof|schoven)\b[^.;]{0,120}?\baan\b",
    r"\b(?:stap|stapt|stappen|stapte|stapten)\b[^.;]{0,120}?\b(?:in|mee)\b(?!\s+(?:het|de|een)\s+"
    r"(?:trein|bus|auto))",
    r"\b(?:treed|treedt|treden|trad|traden)\b[^.;]{0,80}?\b(?:toe)\b",
    r"\b(?:trek|trekt|trekken|trok|trokken)\b[^.;]{0,80}?\b(?:samen|gezamenlijk)?\s*\bop\b",
    r"\bsla(?:an|at)?\b[^.;]{0,120}?\bineen\b|\bsloeg(?:en)?\b[^.;]{0,120}?\bineen\b|"
    r"ineen(?:geslagen|slaan)",
    r"\bbundel\w*\b[^.;]{0,120}?\bkrachten\b|krachten[^.;]{0,30}?\bgebundeld\b",
    r"\b(?:onder)?(?:teken(?:t|en|de|den)|getekend)\b[^.;]{0,120}?(?:overeenkomst|convenant|"
    r"verklaring|"
    r"contract|akkoord|deal|manifest|charter|pact)|(?:overeenkomst|convenant|verklaring|akkoord|"
    r"manifest|contract|charter|deal|pact)\b[^.;]{0,60}?\b(?:onder|ge)+teken\w*\b|\bhandtekening",
    r"\bsign(?:s|ed|ing)?\b[^.;]{0,80}?\b(?:agreement|memorandum|mou|charter|covenant|contract|"
    r"pledge|accord|compact)\b|\b(?:agreement|memorandum|charter|covenant|"
    r"compact)\b[^.;]{0,40}?\bsigned\b",
    r"\b(?:is|zijn|was|waren|wordt|werd|werden|worden|blijft|als|as|are|were|became|becomes?|"
    r"remains?)\s+"
    r"(?:(?:de|het|een|the|a|an|ook|also|nu|now|daarmee|hierin|daarin|volwaardig|full|core|vaste|"
    r"beide|allebei|both|new|nieuwe?|actieve?)\s+)*\w*partners?\b",
    r"\bvorm(?:t|en|de|den)\b[^.;]{0,80}?\b(?:consortium|samenwerkingsverband|\w*team|partnerschap|"
    r"alliantie|coalitie)\b|\b(?:form|forms|formed|make up|makes up|"
    r"made up)\b[^.;]{0,60}?\b(?:consortium|partnership|team|alliance)\b",
    r"\b(?:schaar|schaart|schaarde)\w*\b[^.;]{0,40}?\bachter\b",
    r"\bversterk\w*\b[^.;]{0,60}?\b(?:consortium|team|samenwerking|partnerschap|project)\b",
    r"\bverenig\w+\b",
    # sits at the table, drives along, thinks along: any verb that is done "mee" or "erbij"
    r"\b(?:zit|zitten|zat|zaten|stap\w*|stond(?:en)?|sta(?:at|an))\b[^.;]{0,60}?\b(?:erin|erbij|"
    r"hierin|daarin|aan (?:die |de )?tafel)\b",
    r"\b(?!kijk|dacht|betaa|praat|lees|luister|neem|nam|geef|gaf|krijg|kreeg|maak|val|viel|le[ev]|"
    r"financ|beslis|ga\b|gaat|ging|breng|bracht)[a-zà-ÿ]{3,}(?:t|en|de|den|te|"
    r"ten)\s+(?:[a-zà-ÿ]+\s+){0,3}mee\b(?=\s*(?:[.,;]|$)|\s+(?:aan|in|met|op|sinds|over|en)\b)",
    r"\baan (?:tafel|de slag|het roer)\b",
    r"\bgezelschap van\b",
    r"\bvoor (?:de|het)\b[^.;]{2,60}?\bteken(?:t|en|de|den)\b|\bteken(?:t|en|de|den)\s+voor (?:de|"
    r"het)\b",
    r"\bkr(?:eeg|ijgt)\b[^.;]{0,80}?\bmee\b",
    r"\bnam\b[^.;]{0,30}?\b(?:de|zijn|haar|hun|diens) plaats in\b",
)
# What is said of one alone may be anything; of several it means that they do something together.
TAKING_PART_TOGETHER = frames(
    r"\b(?:levert|leveren|leverde|brengt|brengen|zorgt|zorgen|stelt|stellen|regelt|verzorgt|doet|"
    r"neemt|"
    r"draagt|ontwikkelt|bouwt|onderzoekt|test|provides?|brings?|contributes?|contributing|supplies|"
    r"delivers?|offers?|handles?|looks? after)\b[^\ue000-\uefff]{2,80}[\ue000-\uefff]",
    r"\b(?:bouw|ontwikkel|onderzoek|test|organiseer|beproef|teel|ontwerp|maak|start|begin|begon|"
    r"realiseer|"
    r"experimenteer|bedenk|verken|zoek|leer|deel|del|wissel)\w*\b[^.;]{0,80}?\b(?:met|samen|"
    r"gezamenlijk|hun|elkaar|\uf000)(?=\W|$)",
    r"\b(?:build|develop|research|test|organi[sz]e|design|make|launch|start|begin|began|explore|"
    r"share|"
    r"deliver|run|pilot|trial)\w*\b[^.;]{0,80}?\b(?:with|together|jointly|their|\uf000)(?=\W|$)",
    r"\b(?:samen|together)\b",
)
