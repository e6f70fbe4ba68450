"""The phrases by which a text says who takes part in what: a small grammar in two languages.

Each cue is a phrase with the place of a list of parties before it or behind it, and the role that
it gives them. What a phrase says no is in `turned_down`: named as not, no longer or not yet part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from ledwerk.loaders.publication.parties.names_found import LEAD, PARTICIPANT, PARTNER


class Where(Enum):
    """Where the parties stand."""

    BEHIND = "behind"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase, where its parties stand, their role, and how many there must be to believe it."""

    pattern: re.Pattern[str]
    where: Where
    role: str
    fewest: int = 1


def _cue(pattern: str, where: Where, role: str = PARTNER, fewest: int = 1) -> Cue:
    return Cue(re.compile(pattern, re.IGNORECASE), where, role, fewest)


_ALSO = (
    r"(?:\s+(?:onder meer|onder andere|o\.a\.|verder|ook|naast|daarnaast|bovendien|(?-i:de|het)|"
    r"de volgende \w+(?: en \w+)?|among others|also|currently|the following(?: \w+)?))*\s*:?\s+"
)
_LEAD_NL = (
    r"(?:project|consortium)?(?:trekkers?|initiatiefnemers?|aanjagers?|penvoerders?|"
    r"co[öo]rdinator(?:en)?|"
    r"hoofdaanvragers?|"
    r"kartrekkers?|voortrekkers?)"
)
_LEAD_EN = (
    r"(?:lead (?:partner|organisation|organization|applicant|beneficiary)|(?:project )?lead|"
    r"co-?ordinator|coordinating partner|project leader|lead institution)"
)
_OF = r"(?:\s+(?:van|in|binnen|bij|voor|of|in|on|for)\s+[^,.:;]{1,70}?)?"
_PARTNERS_NL = (
    r"(?:project|programma|samenwerkings|consortium|keten|kennis|kern|founding )?partners?|"
    r"consortiumleden|"
    r"(?:samenwerkende|betrokken|deelnemende) (?:partijen|organisaties|bedrijven|partners|"
    r"instellingen)"
)
_PARTNERS_EN = (
    r"(?:project |consortium |delivery |core |founding |other |industrial |academic |local |"
    r"research )*partners?|consortium members|participating organi[sz]ations"
)
_CONSIST_NL = r"(?:bestaat uit|bestaande uit|bestaan uit|wordt gevormd door|omvat|telt)"
_TOGETHER_NL = (
    r"(?:(?:bouw|ontwikkel|onderzoek|test|organiseer|beproef|teel|ontwerp)(?:t|en|de|den|te|ten)?|"
    r"maken|maakten|maakt|bouwden|"
    r"werk(?:t|en|te|ten)|trek(?:t|ken)|bundel(?:t|en)|sla(?:at|an)|hebben|heeft|doe(?:t|n)|"
    r"deden|"
    r"neemt|nemen|participe(?:ert|ren)|zet(?:ten)?|gaan)\b[^.;:]{0,70}?"
    r"\b(?:samen|mee|deel|samengewerkt|ineen(?:geslagen)?|krachten(?: gebundeld)?|handen ineen|"
    r"op)\b"
)
_TOGETHER_EN = (
    r"(?:(?:are |have been |is |has been )?(?:work(?:ed|ing|s)? (?:closely )?together|"
    r"collaborat(?:e|es|ed|ing)|co-?operat(?:e|es|ed|ing)|team(?:ed|ing)? up|"
    r"join(?:ed|ing)? forces|tak(?:e|es|ing) part|took part|participat(?:e|es|ed|ing))|"
    r"(?:have|has) (?:joined forces|teamed up))"
)
_JOINT_NL = (
    r"(?:samenwerking|samenwerkingsverband|samenwerkingsproject|consortium|alliantie|coalitie)"
)
_JOINT_EN = (
    r"(?:collaboration|partnership|consortium|co-?operation|joint (?:project|venture|initiative|"
    r"effort|programme)|alliance)"
)

CUES = (
    # Dutch
    _cue(rf"\b{_LEAD_NL}{_OF}\s+(?:is|zijn|was|waren){_ALSO}", Where.BEHIND, LEAD),
    _cue(rf"\s+(?:is|zijn|was|treedt op als|treden op als|fungeert als|en)\s+(?:de\s+|gezamenlijk "
         rf"|samen )?{_LEAD_NL}\b", Where.BEFORE, LEAD),
    _cue(rf"\b(?:getrokken|geleid|gecoördineerd|aangevoerd|aangejaagd|voorgetrokken)\s+"
         rf"(?:wordt\s+|werd\s+)?door{_ALSO}", Where.BEHIND, LEAD),
    _cue(r"^(?:betrokken|meewerkend|aangesloten|deelnemend|van de partij)(?:\s+(?:hierbij|hieraan|"
         r"daarbij|bij (?:het|dit) \w+))?\s+(?:is|zijn|waren)" + _ALSO, Where.BEHIND),
    _cue(r"^(?:samen|hieraan|hierin|hierbij|daaraan|daarin)\s+(?:werk(?:t|en)|bouw(?:t|en)|"
         r"trekken|doen|ontwikkelen|onderzoeken)\s+", Where.BEHIND, PARTNER, 2),
    _cue(rf"\bonder (?:leiding|aanvoering|regie|penvoerderschap|coördinatie) van{_ALSO}",
         Where.BEHIND, LEAD),
    _cue(r"\s+(?:trekt|trekken|leidt|leiden|coördineert|coördineren)\s+(?:het|dit|de|deze)\s+"
         r"(?:project|programma|consortium|samenwerking)", Where.BEFORE, LEAD),
    _cue(rf"\bdeelnemers?{_OF}\s+(?:is|zijn|waren){_ALSO}", Where.BEHIND, PARTICIPANT),
    _cue(rf"\b(?:{_PARTNERS_NL}){_OF}\s+(?:zijn|is|waren){_ALSO}", Where.BEHIND),
    _cue(r"\s+(?:zijn|is|was|waren|blijven|blijft)\s+(?:de\s+|ook\s+|vaste\s+|hierin\s+|daarin\s+|"
         r"een van de\s+|als\s+)*(?:project|samenwerkings)?partners?\b", Where.BEFORE),
    _cue(rf"\b(?:consortium|projectteam|samenwerkingsverband|partnerschap){_OF}\s+{_CONSIST_NL}"
         rf"{_ALSO}", Where.BEHIND),
    _cue(rf"\b{_JOINT_NL}\s+(?:van|tussen){_ALSO}", Where.BEHIND),
    _cue(rf"\b(?:een|dit|het) (?:gezamenlijk[e]? |gedeeld |nieuw )?initiatief van{_ALSO}",
         Where.BEHIND),
    _cue(rf"\been (?:gezamenlijk |gedeeld |nieuw )?(?:\w*project|programma) van{_ALSO}",
         Where.BEHIND),
    _cue(rf", (?:het|ons|dit) (?:gezamenlijke? |gedeelde? |nieuwe? )?(?:\w*project|\w*programma)"
         rf" van{_ALSO}(?=[^.;]*(?:,| en ))", Where.BEHIND, PARTNER, 2),
    _cue(rf", (?:the|our|a) (?:joint |shared |new )?(?:project|programme) of{_ALSO}"
         rf"(?=[^.;]*(?:,| and ))", Where.BEHIND, PARTNER, 2),
    _cue(rf"\b(?:voer(?:t|en|de|den)|werk(?:t|en|te|ten)|organiseren|betalen|dragen) "
         rf"(?:we|wij|ze|zij) (?:dat |dit |het |eraan |samen )*(?:uit |aan |op )?(?:samen )?met"
         rf"{_ALSO}", Where.BEHIND),
    _cue(rf"\b(?:we|they) (?:deliver|run|carry out|are delivering|are running|manage) "
         rf"(?:it |this |that )?(?:together |jointly )?with{_ALSO}", Where.BEHIND),
    _cue(rf"\bproject (?:waarin|waarbij|waaraan)(?: ook)?{_ALSO}", Where.BEHIND),
    _cue(rf"^(?:het |dit |the |this )?(?:\w*project|programma|programme|pilot)\b[^,;]{{0,60}}?"
         rf"\b(?:uitgevoerd|opgezet|ontwikkeld|gedragen|carried out|delivered|developed|set up)\s+"
         rf"(?:door|by){_ALSO}", Where.BEHIND),
    _cue(rf"\b(?:in (?:nauwe )?samenwerking|tezamen|samen(?:werk(?:t|en))?(?: nauw)?|gezamenlijk|"
         rf"in partnerschap) met{_ALSO}", Where.BEHIND),
    _cue(rf"\b(?:waarin|waarbij|waaraan|daarin|hierin|daaraan|hieraan|eraan)\b(?: ook)?\s+"
         rf"(?:werk(?:t|en|te|ten)|doe(?:t|n)|neemt|nemen|participe(?:ert|ren)){_ALSO}",
         Where.BEHIND),
    _cue(rf"^(?:aan|in|binnen|voor|bij)\s+.{{2,90}}?\s(?:werk(?:t|en|te|ten)|doe(?:t|n)|deden|"
         rf"neemt|nemen|participe(?:ert|ren)){_ALSO}(?:[a-zë ]{{0,60}}(?:mee|samen|deel)\s*:\s*)?",
         Where.BEHIND),
    _cue(rf"\s+{_TOGETHER_NL}", Where.BEFORE, PARTNER, 2),
    _cue(r"\s+(?:doe(?:t|n)|deden|doet ook|doen ook)\s+(?:ook\s+|daarin\s+|hierin\s+|"
         r"aan .{2,60}? )?"
         r"mee\b", Where.BEFORE),
    _cue(r"\s+(?:(?:is|zijn)\s+(?:ook\s+)?(?:betrokken(?: bij)?|aangesloten|"
         r"aangehaakt|ingestapt)|slo(?:ot|"
         r"ten) zich aan|"
         r"sluit(?:en)? zich aan|(?:slo(?:ot|ten)|sluit(?:en)?)(?:\s+(?:zich|dit jaar|later|ook|nu|"
         r"vorig jaar|in \w+(?: \d{4})?|daarbij|hierbij|"
         r"inmiddels))*\s+aan)\b", Where.BEFORE, PARTNER),
    _cue(rf"\bmet (?:als )?(?:{_PARTNERS_NL})(?: als| zoals| waaronder)?{_ALSO}", Where.BEHIND),
    _cue(r"\b(?:doe(?:t|n)|deden|deed|werk(?:t|en|ten)|neemt|nemen)\s+(?:ook\s+|onder meer\s+)?"
         r"(?=[^.;:]*\b(?:mee|deel)\b)", Where.BEHIND),
    _cue(r"\s+(?:heeft|hebben) zich\s+(?:\w+\s+){0,5}aangesloten\b", Where.BEFORE),
    _cue(r"\b(?:is|zijn)\s+(?:(?:per|sinds)\s+(?:\d{1,2}\s+)?(?:[a-z]+\s+)?\d{4}\s+|ook\s+|nu\s+|"
         r"inmiddels\s+)*(?=(?:de |het )?\w[^.;,:]*\bpartners?\b(?! (?:in|van|zijn|voor) de))",
         Where.BEHIND),
    # both
    _cue(r"\b(?:(?:project)?leiding|coördinatie|regie|penvoering|penvoerderschap|leadership|"
         r"coordination|"
         r"project management)\s+(?:is|ligt|berust|was|lag|lies|rests)\s+(?:in handen van|bij|with|"
         r"in the hands of)\s+", Where.BEHIND, LEAD),
    _cue(r"\s+(?:vorm(?:t|en|den)|form(?:s|ed)?|makes? up|made up|constitutes?)\b[^.;,]{0,30}?\b"
         r"(?:consortium|samenwerkingsverband|partnerschap|projectteam|partnership|project team)\b",
         Where.BEFORE, PARTNER, 2),
    _cue(r"\s+(?:is|zijn)\s+als\s+(?:[a-z]+)?partners?\s+(?:\w+\s+)?(?:betrokken|aangehaakt|"
         r"aangesloten)\b", Where.BEFORE),
    _cue(r"\s+stap(?:te|ten|pen|t)\b(?:\s+\w+){0,3}\s+in(?=\s*(?:[.,;]|$))", Where.BEFORE),
    _cue(r"\s+(?:(?:lead|coordinate|co-ordinate|head)s|trekt|coördineert|leidt)(?=\s*(?:[.,;]|$))",
         Where.BEFORE, LEAD),
    _cue(r"\b(?:with|met)\s+(?:the\s+|de\s+)?(?:help|hulp|medewerking|inzet|co-?operation|input)\s+"
         r"(?:from|of|van)\s+", Where.BEHIND),
    _cue(r"^(?:together|samen|jointly|gezamenlijk),?\s+(?=(?:[a-z’'-]+\s+){0,3}[A-ZÀ-Þ])",
         Where.BEHIND, PARTNER, 2),
    _cue(r"^(?:it|this|het|dit|dat|the work|het werk)\s+(?:is|was|are|wordt|werd)\s+(?:being\s+)?"
         r"(?:carried out|delivered|developed|run|set up|supported and run|uitgevoerd|gedragen|"
         r"opgezet|"
         r"ontwikkeld|gemaakt)\s+(?:door|by)\s+", Where.BEHIND),
    _cue(r"\s+(?:onder)?teken(?:t|en|de|den)\b[^.;]{0,40}?\b(?:\w*overeenkomst|\w*verklaring|"
         r"convenant|"
         r"contract|akkoord)\s+(?:voor|over|van)\b", Where.BEFORE, PARTNER, 2),
    _cue(r"\s+sign(?:ed)?\b[^.;]{0,40}?\b(?:agreement|memorandum(?: of understanding)?|declaration|"
         r"contract|covenant|charter)\s+(?:for|on)\b", Where.BEFORE, PARTNER, 2),
    _cue(r"\b(?:consortium|projectpartners?|project partners?|partners|partnerschap|partnership|"
         r"samenwerkingsverband)\s*\(", Where.BEHIND),
    _cue(r"\b(?:projectpartners|project partners|partners)(?:,| [–—:])\s+(?=(?:de |het |the )?\w)",
         Where.BEHIND, PARTNER, 2),
    # English
    _cue(r"^(?:working together|collaborating|co-?operating|taking part|involved|participating|"
         r"joining forces|teaming up|joined up)(?:\s+(?:on|in|for|here|with)?\s*(?:this|it|the \w+"
         r"(?: \w+)?|here)?)?\s+(?:are|is|were|was)" + _ALSO, Where.BEHIND),
    _cue(r"\s+(?:are|is|were|was)\s+(?:now\s+|also\s+)?joined by\b", Where.BEFORE),
    _cue(rf"\b{_LEAD_EN}{_OF}\s+(?:is|are|was|were){_ALSO}", Where.BEHIND, LEAD),
    _cue(rf"\s+(?:is|are|was|acts? as|acted as|serves? as)\s+(?:the\s+)?{_LEAD_EN}\b",
         Where.BEFORE, LEAD),
    _cue(rf"\bproject (?:in which|where){_ALSO}", Where.BEHIND),
    _cue(rf"\b(?:an?|this|the) (?:joint |new |shared )?(?:initiative|project) (?:of|by){_ALSO}",
         Where.BEHIND),
    _cue(rf"\b(?:(?:jointly )?(?:led|coordinated|co-ordinated|headed|run|managed) (?:jointly )?by|"
         rf"under the leadership of|under the lead of){_ALSO}", Where.BEHIND, LEAD),
    _cue(rf"\bmet\s+(?=[^,.;]{{2,60}}?\s+als\s+(?:de\s+)?{_LEAD_NL}\b)", Where.BEHIND, LEAD),
    _cue(rf"\bwith\s+(?=[^,.;]{{2,60}}?\s+as\s+(?:the\s+)?{_LEAD_EN})", Where.BEHIND, LEAD),
    _cue(r"\s+(?:leads?|led|coordinates?|co-ordinates?|coordinated|heads?|"
         r"runs?)\s+(?:on\s+)?(?:the|"
         r"this|it\b)", Where.BEFORE, LEAD),
    _cue(rf"\bparticipants?{_OF}\s+(?:is|are|were|include){_ALSO}", Where.BEHIND, PARTICIPANT),
    _cue(rf"\b(?:{_PARTNERS_EN}){_OF}\s+(?:are|is|were|include[sd]?|comprise[sd]?){_ALSO}",
         Where.BEHIND),
    _cue(r"\s+(?:are|is|was|were|remain|remains)\s+(?:the\s+|a\s+|also\s+|full\s+|core\s+|its\s+)*"
         r"(?:project |consortium )?partners?\b", Where.BEFORE),
    _cue(rf"\b(?:consortium|partnership|project team){_OF}\s+(?:consists? of|consisting of|"
         rf"made up of|comprises?|"
         rf"is made up of|includes?|brings together|unites){_ALSO}", Where.BEHIND),
    _cue(rf"\b{_JOINT_EN}\s+(?:of|between|by|among|with){_ALSO}", Where.BEHIND),
    _cue(rf"\b(?:brings?|bringing|brought) together{_ALSO}", Where.BEHIND),
    _cue(rf"\b(?:in (?:close )?(?:partnership|collaboration|co-?operation) with|together with|"
         rf"alongside|work(?:s|ed|ing)? (?:closely )?with|joined forces with|teamed up with|"
         rf"partners? with|partnering with|joined by|supported by partners){_ALSO}", Where.BEHIND),
    _cue(rf"\s+{_TOGETHER_EN}", Where.BEFORE, PARTNER, 2),
    _cue(r"\s+(?:(?:take|takes|took) part|(?:is|are) (?:also )?(?:involved|taking part)|joined|"
         r"has joined|have joined|participates?)\b", Where.BEFORE),
)  # fmt: skip

_NOT_NL = (
    r"geen (?:\w+ )?(?:partners?|lid|leden)\b|niet (?:langer|meer|mee|betrokken|deel)|"
    r"teruggetrokken|"
    r"tr(?:ok|okken|ek|ekt|ekken) zich\b[^.;]{0,60}?"
    r"\bterug|(?:is|zijn) (?:inmiddels )?gestopt|uitgestapt|eruit (?:ge)?stap\w*|"
    r"stapte[n]? (?:er)?uit|afgehaakt|"
    r"haak(?:t|te|ten)\b[^.;]{0,40}\baf|"
    r"verliet(?:en)?|\bverlaten|vertrokken|uit het (?:project|consortium) (?:gestapt|getreden)|"
    r"(?:zijn|is) (?:er )?(?:wij |we )?(?:\w+ )?(?:gesprekken|in gesprek)|gesprekken (?:met|"
    r"gaande|lopen)|"
    r"in gesprek|praten|verkennen|(?:wil|willen|hoopt|hopen|overweegt|overwegen)\b[^.;]{0,60}"
    r"(?:aan(?:sluiten|haken|te sluiten)|mee ?(?:te )?doen|deelnemen)|zag(?:en)? af|ziet af|"
    r"zien af|"
    r"rectificatie|erratum|ten onrechte|nodig(?:t|en|de|den)\b[^.;]{0,60}\buit|"
    r"gevraagd om|uitgenodigd|voormalig\w*|niet onder de partners|niet als partner|"
    r"(?:doen|nemen) (?:wij|we) (?:zelf |er )*niet|rectificatie|ten onrechte|abusievelijk|"
    r"deed niet mee|viel(?:en)? af|val(?:t|len) af|"
    r"afgevallen|oud-partner\w*|kandidaat-partner\w*|"
    r"stopte[n]? (?:ermee|met (?:het |dit )?project|als partner)|opgeheven|failliet|"
    r"(?:is|zijn|werd|werden) (?:wel |ook )?(?:benaderd|gepolst)|aarzel(?:t|en|de|den)|"
    r"twijfel(?:t|en)|"
    r"den(?:kt|ken|k) (?:nog )?(?:na )?(?:over|na)\b|dacht(?:en)? (?:erover )?na|bera(?:ad|"
    r"den)t? zich|"
    r"(?:heeft|hebben|toont|tonen|toonde) (?:\w+ )?(?:interesse|belangstelling)|"
    r"(?:zou|zouden) (?:ook |aanvankelijk |eerst )*(?:meedoen|deelnemen|aansluiten|aanhaken|"
    r"instappen)|"
    r"(?:zou|zouden)\b[^.;,]{0,60}\b(?:meedoen|deelnemen|aansluiten|aanhaken)|"
    r"nog niet (?:getekend|toegezegd|besloten|aangesloten|aangehaakt|zover|beslist|mee)|"
    r"heeft nog niet|hebben nog niet|nog geen (?:partner|deelnemer|lid|besluit|beslissing)|"
    r"(?:mogelijke?|potenti[ëe]le|beoogde|eventuele|toekomstige) (?:project)?partners?|"
    r"kijk(?:t|en) (?:nog )?of|onderzoek(?:t|en) (?:nog )?of (?:zij|het|ze|hij)|"
    r"lidmaatschap (?:op|beëindigd|opgezegd)|zeg(?:t|de|den) (?:zijn|haar|hun|het) lidmaatschap|"
    r"afscheid (?:van|genomen)|bedankte[n]? (?:als|voor)|niet verlengd|"
    r"tot \d{4} (?:partner|betrokken|mee)|toeschouwer|kijk(?:t|en) (?:\w+ ){0,4}mee"
)
_NOT_EN = (
    r"no longer|not (?:a |an |the |yet )?(?:partners?|part|taking part|involved|members?)|"
    r"withdr[ae]w\w*|"
    r"withdrawn|pulled out|dropped out|(?:has|have|had) left|left (?:the|in|at|us|after|before)|"
    r"stepped (?:down|out|back)|former(?:ly)?|(?:in )?talks (?:with|are|have|about)|in talks|"
    r"discussions? (?:with|are)|negotiat\w+|(?:may|might|hopes? to|plans? to|would like to|"
    r"wants? to|"
    r"intends? to|considering|expected to|has been invited to|have been invited to|invited to|"
    r"will)\s+"
    r"(?:also )?(?:join|joining|take part|participate|become)|declined|until \d{4}|"
    r"(?:is|are|was|were) not\b|ceased|said goodbye|parted company|(?:did|has|have) not renew\w*|"
    r"was to (?:take|join|become|be)\b|were to (?:take|join|become|be)\b|"
    r"(?:went|gone|going) (?:out of business|bust|into (?:administration|liquidation))|bankrupt|"
    r"dissolved|bowed out|erroneously|wrongly (?:listed|named)|by mistake|"
    r"do(?:es)? not (?:take part|join|participate|belong)|"
    r"did not (?:take part|join|sign|want|wish)|"
    r"ha(?:s|ve) not (?:yet )?(?:joined|signed|committed|decided)|not yet (?:decided|signed|joined|"
    r"committed|on board)|(?:prospective|potential|possible|would-be) partners?|undecided|"
    r"thinking (?:about|of) (?:joining|taking)|interested in (?:joining|taking part)|"
    r"expressed (?:an )?interest|could (?:join|become)|turned (?:us|it|the offer) down|"
    r"until (?:[A-Z]\w+ )?\d{4}|until last \w+|"
    r"yet to (?:decide|join|sign|commit)|(?:was|were) approached|decided not|opted out"
)
_TURNED_DOWN = re.compile(rf"\b(?:{_NOT_NL}|{_NOT_EN})\b", re.IGNORECASE)
_ABOUT_OTHERS = re.compile(
    r"^(?:elders|elsewhere|over de grens|next door|buiten de regio)[.:]|\bbuurprogramma\b|"
    r"\bneighbour(?:['’]s|s['’]) (?:initiative|project|programme)|"
    r"\b(?:vergelijkbaar|soortgelijk|elders in|in een andere regio|onze collega['’]?s in|"
    r"(?:programma|project(?:en)?|nieuws|regio|verhaal) van (?:(?:de|onze) )?(?-i:\w*buren)|"
    r"onze (?:ooster|wester|noorder|zuider|achter)buren|(?:er|daar) geen deel van uit|"
    r"zuster(?:vereniging|organisatie|stichting|regio)|sister organi[sz]ation|"
    r"(?:er|daar|hier) niet bij betrokken|niet van ons\b|(?:is|are) not (?:ours|one of ours)|"
    r"onze (?-i:\w*buren)|(?:de|onze) buren in [A-ZÀ-Þ]\w+|elders gebeurt|ook elders|"
    r"our (?:friends|neighbours|counterparts)\b|across the (?:water|border)|"
    r"(?:friends|neighbours) in [A-ZÀ-Þ]\w+|their own (?:website|region|programme)|"
    r"naar voorbeeld van|ter vergelijking|over de grens loopt|een ander project|los van dit|"
    r"iets voor onze regio|ook voor ons|bij ons ook|(?:over|down|up|out) in [A-ZÀ-Þ]\w+|"
    r"hope to visit|(?:buur|zuster)(?:regio|provincie|gemeente)|neighbouring (?:region|county)|"
    r"sister (?:region|project)|for our region|could work here|een kijkje nemen bij|"
    r"similar (?:project|programme|scheme)|comparable|elsewhere in|(?:our )?colleagues in|"
    r"in another region|unrelated|not part of (?:our|this)|geen onderdeel van|modelled on|"
    r"niet (?:het|de) onze|not ours\b|similarly named|gelijknamige?|niet te verwarren met|"
    r"not to be confused with|not (?:connected|affiliated|associated|linked) (?:with|to) (?:us|our|"
    r"this|the)|(?:has|have|had) nothing to do with (?:us|our|this)|"
    r"nie(?:ts|t) (?:verbonden|gelieerd|(?:van doen|te maken)) (?:met|aan) (?:ons|onze|dit|deze)|"
    r"niets met (?:ons|onze|dit|deze)(?: \w+)? (?:te maken|van doen)|"
    r"is van onze collega['’]?s|"
    r"(?:wij|we) (?:volgen het|follow it)|(?:wij|we) kijken (?:alleen )?mee|inspired by|(?:dat|die|"
    r"which|that|whose) (?:wij|we) (?:\w+ ){0,3}(?:bezochten|bezoeken|"
    r"visited|follow|volgen)|neighbours in|buren in)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:werkconferentie|conferentie|congres|symposium|bijeenkomst|workshop|netwerkborrel|"
    r"webinar|beurs|excursie|werkbezoek|open dag|conference|meeting|seminar|reception|fair|visit|"
    r"opening)\b",
    re.IGNORECASE,
)


def turned_down(text: str) -> bool:
    """Whether a clause says that those it names are not, no longer or not yet part of something."""
    return _TURNED_DOWN.search(text) is not None


# What a clause says of those whom the one before it named: "A took part, but went out of business".
_STEPPED_OUT = re.compile(
    r"\b(?:niet (?:mede|onder)?(?:ge)?teken\w*|niet (?:meer|langer) (?:mee|betrokken|bij)|"
    r"afgehaakt|"
    r"haakte[n]? af|gestopt|teruggetrokken|uitgestapt|eruit|zich terug|"
    r"zag(?:en)? (?:er(?:van)? )?(?:toch )?af|zie(?:t|n) er (?:[\w]+ ){0,4}van af|"
    r"zag(?:en)? er (?:[\w]+ ){0,4}van af|"
    r"ziet af|zien af|bedankte[n]?|trok(?:ken)? zich|failliet|opgeheven|verliet(?:en)?|"
    r"vertrok(?:ken)?|"
    r"withdrew|withdrawn|pulled out|dropped out|has since left|have since left|then left|"
    r"left (?:the|in|"
    r"after|before)|no longer|declined|did not sign|ha(?:s|ve) not signed|decided (?:against|not)|"
    r"bowed out|stepped (?:down|out|back)|out of business|into administration|bankrupt|"
    r"opted out)\b",
    re.IGNORECASE,
)


def stepped_out(text: str) -> bool:
    """Whether a clause says that those who were named before it did not go on with something."""
    return _STEPPED_OUT.search(text) is not None


_REFUSED = re.compile(
    r"\b(?:begraven|in de ijskast|in de koelkast|on hold|van de baan|niet doorgegaan|sneuvelde|"
    r"gesneuveld|(?:het )?idee (?:voor|van) een|(?:the )?idea (?:for|of) an?|working title|"
    r"werktitel|(?:het )?voorgenomen|geen doorgang|geflopt|nog niet besloten|"
    r"nog geen besluit|(?:was|were|been) (?:refused|put on hold|mothballed)|fell through|"
    r"came to nothing|"
    r"afgeblazen|haalde[n]? het niet|(?:krijg\w*|kreeg) geen vervolg|afgewezen|stopgezet|"
    r"gestaakt|geschrapt|geannuleerd|"
    r"(?:is|was|were|been) (?:abandoned|"
    r"scrapped|shelved|dropped|discontinued|called off)|niet gehonoreerd|ging(?:en)? niet door|"
    r"gaa[nt] niet door|niet toegekend|"
    r"geen subsidie|(?:is|zijn) ingetrokken|kwam(?:en)? niet van de grond|rejected|turned down|"
    r"(?:was|were) not (?:funded|approved)|did not go ahead|unsuccessful|will not go ahead|"
    r"(?:has been|was|were|have been) cancelled|is not a project of|geen project van)\b",
    re.IGNORECASE,
)


def never_came_about(text: str) -> bool:
    """Whether a sentence says of a project that it was turned down or does not go ahead."""
    return _REFUSED.search(text) is not None


# "Het Duitse project X", "a Danish project": of another country or region.
_OF_ELSEWHERE = re.compile(
    r"\b(?:[Hh]et|[Ee]en|[Tt]he|[Aa]n?|[Oo]ver het)\s+"
    r"(?!(?:Europe|Interreg|Euregi)\w*)[A-ZÀ-Þ][a-zà-ÿ]{2,20}(?:s|se|er|ish|an|ch)\s+"
    r"(?:project|initiatief|initiative|pilot|programma|programme)\s+[“‘\"]?[A-ZÀ-Þ]|"
    r"\b[Tt]he\s+[A-ZÀ-Þ][a-z]{2,20}\s+project\s+[“‘\"]?[A-ZÀ-Þ]"
)


def about_others(text: str) -> bool:
    """Whether a sentence speaks of what others do elsewhere."""
    return bool(_ABOUT_OTHERS.search(text) or _OF_ELSEWHERE.search(text))


def about_a_meeting(text: str) -> bool:
    """Whether a sentence speaks of a meeting, at which people come together who do nothing else."""
    return _MEETING.search(text) is not None
