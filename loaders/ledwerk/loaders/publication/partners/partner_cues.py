"""What says that those whom a sentence names take no part: not, no longer, not yet, elsewhere."""

from __future__ import annotations

import re

from ledwerk.loaders.publication.layout.counting_words import MONTH

_NOT_NL = (
    r"geen (?:\w+ )?(?:partners?|lid|leden)\b|niet (?:langer|meer|mee|betrokken|deel)|"
    r"teruggetrokken|tr(?:ok|okken|ek|ekt|ekken) zich\b[^.;]{0,60}?"
    r"\bterug|(?:is|zijn) (?:inmiddels )?gestopt|uitgestapt|eruit (?:ge)?stap\w*|"
    r"stapte[n]? (?:er)?uit|afgehaakt|haak(?:t|te|ten)\b[^.;]{0,40}\baf|"
    r"(?:neemt|nemen|nam|namen) (?:er |hier(?:aan)? |daar(?:aan)? )?geen deel|"
    r"(?:speel\w*|heeft|hebben|had|hadden) (?:er |verder |hierin |daarin )*geen rol|niet deelne\w+|"
    r"verliet(?:en)?|\bverlaten|vertrokken|uit het (?:project|consortium) (?:gestapt|getreden)|"
    r"(?:zijn|is) (?:er )?(?:wij |we )?(?:\w+ )?(?:gesprekken|in gesprek)|gesprekken (?:met|"
    r"gaande|lopen)|"
    r"in gesprek|praten|praat|verken(?:t|d|de|den|nen)|(?:wil|willen|hoopt|hopen|overweegt|"
    r"overwegen)\b[^.;]{0,60}"
    r"(?:aan(?:sluiten|haken|te sluiten)|mee ?(?:te )?doen|deelnemen)|zag(?:en)? af|ziet af|"
    r"zien af|rectificatie|erratum|ten onrechte|nodig(?:t|en|de|den)\b[^.;]{0,60}\buit|"
    r"gevraagd om|uitgenodigd|voormalig\w*|niet onder de partners|niet als partner|"
    r"(?:doen|nemen) (?:wij|we) (?:zelf |er )*niet|rectificatie|ten onrechte|abusievelijk|"
    r"deed niet mee|viel(?:en)? af|val(?:t|len) af|afgevallen|oud-partner\w*|kandidaat-partner\w*|"
    r"stopte[n]? (?:ermee|met (?:het |dit )?project|als partner)|opgeheven|failliet|"
    r"(?:is|zijn|werd|werden) (?:wel |ook )?(?:benaderd|gepolst)|aarzel(?:t|en|de|den)|"
    r"twijfel(?:t|en)|"
    r"den(?:kt|ken|k) (?:nog )?(?:na )?(?:over|na)\b|dacht(?:en)? (?:erover )?na|bera(?:ad|"
    r"den)t? zich|(?:heeft|hebben|toont|tonen|toonde) (?:\w+ )?(?:interesse|belangstelling)|"
    r"(?:zou|zouden) (?:ook |aanvankelijk |eerst )*(?:meedoen|deelnemen|aansluiten|aanhaken|"
    r"instappen)|(?:zou|zouden)\b[^.;,]{0,60}\b(?:meedoen|deelnemen|aansluiten|aanhaken)|"
    r"nog niet (?:getekend|toegezegd|besloten|aangesloten|aangehaakt|zover|beslist|mee)|"
    r"heeft nog niet|hebben nog niet|nog geen (?:partner|deelnemer|lid|besluit|beslissing)|"
    r"(?:mogelijke?|potenti[ëe]le|beoogde|eventuele|toekomstige) (?:project)?partners?|"
    r"kijk(?:t|en) (?:nog )?of|onderzoek(?:t|en) (?:nog )?of (?:zij|het|ze|hij)|"
    r"lidmaatschap (?:op|beëindigd|opgezegd)|zeg(?:t|de|den) (?:zijn|haar|hun|het) lidmaatschap|"
    r"afscheid (?:van|genomen)|bedankte[n]? (?:als|voor)|niet verlengd|"
    r"tot (?:(?:begin|eind|medio|vorig|dit) )?(?:[a-z]+ )?(?:\d{4}|jaar|voorjaar|najaar|"
    r"zomer) (?:partner|betrokken|mee)|"
    r"de(?:ed|den) (?:alleen |aanvankelijk |eerst )*(?:het eerste jaar|de eerste (?:maanden|jaren|"
    r"fase)|een (?:jaar|tijd)|aanvankelijk|in het begin) mee|"
    r"stap(?:te|ten)\b[^.;]{0,60}\buit\b(?! (?:de|het) (?:auto|bus|trein|boot))|toeschouwer|"
    r"kijk(?:t|en) (?:\w+ ){0,4}mee"
)
_NOT_EN = (
    r"no longer|not (?:a |an |the |yet )?(?:partners?|part|taking part|involved|members?)|"
    r"withdr[ae]w\w*|"
    r"withdrawn|pulled out|dropped out|(?:has|have|had) left|left (?:the|in|at|us|after|before)|"
    r"stepped (?:down|out|back)|former(?:ly)?|(?:in )?talks (?:with|are|have|about)|in talks|"
    r"discussions? (?:with|are)|negotiat\w+|(?:may|might|hopes? to|plans? to|would like to|"
    r"wants? to|"
    r"intends? to|considering|expected to|has been invited to|have been invited to|invited to|"
    r"will)\s+(?:also )?(?:join|joining|take part|participate|become)|declined|"
    r"was\b[^.;]{0,60}\buntil \d{4}|"
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
    r"(?:was|were|partner|involved|member|took part)\b[^.;]{0,40}\b(?:until (?:[A-Z]\w+ )?\d{4}|"
    r"until last \w+)|"
    r"(?:took part|participated|was involved|were involved)\b[^.;]{0,30}\b(?:for the first (?:year|"
    r"months|phase)|in the first (?:year|phase)|for a (?:year|while)|at first|initially)|"
    r"(?:was|were) (?:expected|due|meant|supposed) to (?:join|take part|participate)|"
    r"yet to (?:decide|join|sign|commit)|(?:was|were) approached|decided not|opted out"
)
_TURNED_DOWN = re.compile(rf"\b(?:{_NOT_NL}|{_NOT_EN})\b", re.IGNORECASE)
_ABOUT_OTHERS = re.compile(
    r"^(?:elders|elsewhere|over de grens|next door|buiten de regio)[.:]|"
    r"^(?:[A-ZÀ-Þ'’ -]{3,30} [-–—] )?(?:collega['’]?s|colleagues) (?:van|uit|in|bij|of|from|at) |"
    r"\bbuurprogramma\b|\bneighbour(?:['’]s|s['’]) (?:initiative|project|programme)|"
    r"\b(?:vergelijkbare? (?-i:[a-z]*(?:project|programma|proef|initiatief))|soortgelijke? "
    r"(?-i:[a-z]*(?:project|programma|proef|initiatief))|a sister|"
    r"zijn ze (?:al )?(?:een stap )?verder|"
    r"(?:daar|waar)(?: doen| zijn| hebben| werken)? (?:wij|we) (?:zelf )?niet (?:bij betrokken|"
    r"aan mee)|(?:project|programma|proef) van (?:onze )?(?:collega['’]?s|vrienden)|"
    r"vergelijkbaar|soortgelijk|elders in|in een andere regio|onze collega['’]?s in|"
    r"(?:programma|project(?:en)?|nieuws|regio|verhaal) van (?:(?:de|onze) )?(?-i:\w*buren)|"
    r"onze (?:ooster|wester|noorder|zuider|achter)buren|(?:er|daar) geen deel van uit|"
    r"zuster(?:vereniging|organisatie|stichting|regio)|sister organi[sz]ation|"
    r"(?:er|daar|hier) niet bij betrokken|niet van ons\b|(?:is|are) not (?:ours|one of ours)|"
    r"onze (?-i:\w*buren)|(?:de|onze) buren in [A-ZÀ-Þ]\w+|elders gebeurt|ook elders|"
    r"our (?:friends|neighbours|counterparts)\b|across the (?:water|border)|"
    r"(?:friends|neighbours) in [A-ZÀ-Þ]\w+|their own (?:website|region|programme)|"
    r"naar voorbeeld van|ter vergelijking|over de grens loopt|een ander project|los van dit|"
    r"iets voor onze regio|ook voor ons|bij ons ook|"
    rf"(?<!wound )(?<!set )(?:over|down|up|out) in (?!(?:{MONTH})\b)[A-ZÀ-Þ]\w+|"
    r"hope to visit|(?:buur|zuster)(?:regio|provincie|gemeente)|neighbouring (?:region|county)|"
    r"sister (?:region|project)|for our region|could work here|een kijkje nemen bij|"
    r"similar (?:project|programme|scheme)|comparable|elsewhere in|(?:our )?colleagues in|"
    r"in another region|unrelated|not part of (?:our|this)|geen onderdeel van|modelled on|"
    r"niet (?:het|de) onze|not ours\b|similarly named|gelijknamige?|niet te verwarren met|"
    r"not to be confused with|not (?:connected|affiliated|associated|linked) (?:with|to) (?:us|our|"
    r"this|the)|(?:has|have|had) nothing to do with (?:us|our|this)|"
    r"nie(?:ts|t) (?:verbonden|gelieerd|(?:van doen|te maken)) (?:met|aan) (?:ons|onze|dit|deze)|"
    r"niets met (?:ons|onze|dit|deze)(?: \w+)? (?:te maken|van doen)|is van onze collega['’]?s|"
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
    r"afgehaakt|haakte[n]? (?:[\w]+ ){0,4}af|stapte[n]? (?:[\w]+ ){0,4}uit|is niet vervangen|"
    r"sloot\w* (?:\w+ ){0,4}"
    r"(?:vestiging|deuren|fabriek)|hield op|stopte[n]?|gestopt|teruggetrokken|uitgestapt|eruit|"
    r"zich terug|zag(?:en)? (?:er(?:van)? )?(?:toch )?af|zie(?:t|n) er (?:[\w]+ ){0,4}van af|"
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
    r"gestaakt|geschrapt|geannuleerd|(?:is|was|were|been) (?:abandoned|"
    r"scrapped|shelved|dropped|discontinued|called off)|niet gehonoreerd|ging(?:en)? niet door|"
    r"gaa[nt] niet door|niet toegekend|"
    r"geen subsidie|(?:is|zijn) ingetrokken|kwam(?:en)? niet van de grond|rejected|"
    r"(?<!be )turned down|"
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
