"""What stands beside the name of a project or programme: signs from which a name is weighed.

Each sign is a pattern for the text right before a name (it ends there) or right behind it (it
begins there), with how much it says: 3 tells a project by itself, 1 hardly anything. Signs of a
party weigh against it. `kind` is what a sign tells of which of both it is; empty for either.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ledwerk.loaders.publication.activities.activity_names import PROGRAMME, PROGRAMME_NL, PROJECT
from ledwerk.loaders.publication.layout.counting_words import MONTH, SMALL_NUMBER
from ledwerk.loaders.publication.people.function_words import FUNCTION_HEADS


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern beside a name, what it weighs, and of what it is."""

    pattern: re.Pattern[str]
    weight: int
    kind: str = ""


def _before(pattern: str, weight: int, kind: str = "") -> Sign:
    return Sign(re.compile(rf"(?:{pattern})$", re.IGNORECASE), weight, kind)


def _behind(pattern: str, weight: int, kind: str = "") -> Sign:
    return Sign(re.compile(rf"[\"”’')]?(?:{pattern})", re.IGNORECASE), weight, kind)


_THE = r"(?: (?:het|de|the|ons|onze|our|its|hun|their|dit|deze|this|een|an?))?"
_ADJECTIVES = r"(?:[\w’'–-]+ ){0,4}?"
# "is part of the programme" tells of a part
_NO_PART = (
    r"(?!(?:[\w’'–-]+ ){0,3}?(?:part|parts|deel|onderdeel|takken|een van|one of|geen|not|no)\b)"
)
_PROJECT = (
    r"(?:[a-z]{0,20}project|pilot|[a-z]{0,12}proef|proeftuin|experiment|traject|initiatief|"
    r"initiative|scheme|trial|leerwerkplaats|haalbaarheidsstudie|feasibility study|fieldlab|"
    r"demonstrator|leerroute|leerlijn|opleidingsroute|living lab|testbed|proefopstelling)(?:en|s)?"
)
_PROGRAMME = (
    rf"(?:{PROGRAMME_NL}|[a-z-]{{0,12}}programme|regiodeal|subsidieregeling|deal|pact|"
    r"(?:meerjaren|uitvoerings|actie)agenda)"
)
# What may be called so, or may be just that: a study, a course, a plan.
_LIKE_ONE = (
    r"(?:studie|study|[a-z]*onderzoek|campagne|campaign|cursus|course|[a-z]*opleiding|bootcamp|"
    r"aanpak|"
    r"[a-z]*regeling|[a-z]*plan|actie|prijsvraag|challenge|competition|[a-z]*traject|leergang|"
    r"apprenticeship|academie|academy|[a-z]*lab|[a-z]*werkplaats|[a-z]*loket)"
)
_SOME = r"(?: [a-zà-ÿ-]+){0,2}?"
_YEAR = r"(?:19|20)\d\d"
_WHEN = (
    rf"(?:\d|{SMALL_NUMBER}|{MONTH}|nog|eind|begin|medio|half|zomer|early|late|mid|the end|spring)"
)
_BELONG = (
    r"(?:val(?:t|len)|viel(?:en)?|hoor(?:t|de|den)|horen|behoor(?:t|de|den)|behoren|maak(?:t|"
    r"te|ten)|maken|vorm(?:t|en)|hang(?:t|en)|zit(?:ten)?|zat(?:en)?|sta(?:at|an)|draai(?:t|en)|"
    r"is|zijn|was|waren|are|were|sits?|sat|falls?|fell|belongs?|forms?|stands?|comes?|makes?)"
)
_WITHIN = (
    r"(?:onder|bij|tot|binnen|buiten|(?:een )?(?:onder)?deel (?:uit )?van|uit|"
    r"(?:een |de )?(?:takken|onderdelen|sporen|pijlers|poten|lijnen|loten|bouwstenen|kinderen|tak|"
    r"spoor|pijler|poot|lijn|loot|bouwsteen|kind|uitvloeisel|uitwerking) van|"
    r"(?:an? |the )?(?:strands?|branch(?:es)?|arms?|legs?|pillars?|elements?|pieces?|components?|"
    r"offshoots?|parts) of|(?:a |the )?(?:\w+ )?part of|inside|under(?:neath)?|within|outside|"
    r"beneath)"
)
# How much or until when is what a project takes; a house or a talk does not cost what it is.
_LASTS = (
    r"(?:wound up|wrapped up|loopt|liep|lopen|duurt|duurde|draait|runs?|ran|lasts?|lasted|"
    r"started|begon|start(?:te|t)?|"
    r"eindigt|eindigde|opened|opens|closes|closed|ends|ended|began|begins|launched|concluded)"
    rf"{_SOME}(?: (?:van|tot|t/m|sinds|vanaf|in|op|per|door|from|until|to|till|for|on|since|en met|"
    rf"over))* {_WHEN}"
)
_COSTS = (
    r"(?:kost(?:te|en)?|gekost|(?:will |would )?costs?|(?:gaat|zal) kosten|(?:heeft|had|"
    r"has) (?:een|a) (?:totale? |total )?"
    r"(?:begroting|budget)|(?:is|was) (?:begroot|budgeted|costed))\b"
)
_PAID = (
    r"(?:wordt|worden|werd|is|was|were|are)(?: (?:ook|deels|mede|vooral|jointly|largely|mainly|"
    r"partly))? (?:geleid|getrokken|gefinancierd|betaald|bekostigd|gecoördineerd|uitgevoerd|"
    r"mogelijk gemaakt|led|run|funded|paid|financed|delivered|coordinated|co-ordinated|hosted|"
    r"managed|backed)\b"
)
# "…, dat van 2016 tot en met 2025 loopt": the verb comes last.
_CLAUSE = (
    r",? (?:dat|die|which|that) (?-i:[^.;A-ZÀ-Þ]{0,60}?)\b(?:loopt|liep|duurt|duurde|"
    r"kost(?:te)?|start(?:te)?|begon|eindigt|runs|ran|lasts|costs?|ends|began|started)\b"
)
_STARTS = (
    r"(?:gaat|ging|is|zijn|werd|was|has|have|had|came|comes)(?: (?:inmiddels|nu|al|officieel|now|"
    r"already|been|just|then|eindelijk))* (?:van start|gestart|begonnen|afgerond|gestopt|"
    r"voltooid|opgeleverd|afgelopen|ten einde|verlengd|gelanceerd|klaar|launched|extended|"
    r"completed|wound up|under way|up and running|to an end|to a close)\b"
)

SIGNS_BEHIND = (
    _behind(rf"(?:,| is| was| heet| blijft| –| -|"
            rf",? ooit){_THE} {_NO_PART}{_ADJECTIVES}{_PROJECT}\b", 3, PROJECT),
    _behind(rf"(?:,| is| was| blijft| –|"
            rf" -){_THE} {_NO_PART}{_ADJECTIVES}{_PROGRAMME}\b", 3, PROGRAMME),
    _behind(r",? (?:zo )?heet(?:te)? (?:het|dit|dat|ons|onze)\b", 3),
    _behind(rf" {_LASTS}", 3),
    _behind(rf" {_COSTS}", 3),
    _behind(_CLAUSE, 3),
    _behind(r"(?:,| –| -) [^.;]{0,50}?\b(?:gestart|begonnen|started|launched|begun) (?:in|op|"
            r"on) ", 2),
    _behind(r",? heet(?:te)?(?: het)?(?=[\s.,])", 2),
    _behind(r",? (?:geheten|genaamd|gedoopt|genoemd|gen\. |is the name|is de naam)\b", 3),
    _behind(rf",(?: (?:het|de|ons|onze|our|the|een|an?|their|hun)) {_ADJECTIVES}{_LIKE_ONE}\b", 2),
    _behind(r" (?:(?:hoort|valt|hangt|zit|horen|vallen) (?:ook |daar |er |allebei )*(?:eronder|"
            r"erbij|daaronder|daarbij|daartoe|onder|bij|under it|within it|in it)|is (?:er|"
            r"daar) (?:ook )?(?:een )?(?:onder)?deel van)(?=[.,;])", 3),
    _behind(rf" {_BELONG} (?:allebei|beide|alle \w+|both|all \w+|ook|also|zelf|elk|"
            rf"each)(?: [a-z]+)? {_WITHIN}[^.;]{{0,40}}? [A-ZÀ-Þ“‘\"]", 3),
    _behind(r" (?:wordt|is|was|werd)(?: [a-z]+)? (?:opgenomen in|toegelaten tot|"
            r"ondergebracht (?:bij|in)|admitted to|brought under|added to) ", 2),
    _behind(rf" (?:for|voor) (?:{SMALL_NUMBER}|\d) (?:\w+ )?(?:years?|jaar|months|maanden)\b", 1),
    _behind(rf" {_PAID}", 2),
    # the subject stands behind the verb: the name is where or what for
    _behind(r" (?:heeft|hebben|legt|leggen|stelt|stellen|zet|zetten|trekt|geeft|gaf|draagt|betaalt|"
            r"reserveert|wil|willen|werkt|werken|bouwt|leert|leren)(?: (?:de|het))? [A-ZÀ-Þ]", 1),
    _behind(r",? (?:uit|out of it) voort(?:komen|komt)\b|(?: (?:en|"
            r"and) [^.;]{2,40})? uit voortkomen\b", 2),
    _behind(rf" (?:in|op|on|since|sinds)(?: [a-z]+)? (?:(?:{MONTH}) )?{_YEAR}\b", 1),
    _behind(rf" {_STARTS}", 2),
    _behind(rf" {_BELONG}{_SOME} {_WITHIN}{_THE}(?: [a-zë]+)? [A-ZÀ-Þ“‘\"]", 2),
    _behind(rf" {_BELONG}(?: (?:niet|geen|not|no|never))? (?:bij|onder|within|under|outside|"
            rf"buiten|part of|deel van|onderdeel van) (?:het |the |ons |our )?{_PROGRAMME}\b", 3),
    _behind(r" (?:pre-dates|stands outside|(?:staat|valt) (?:daar ?)?buiten)\b", 2),
    _behind(rf"(?: voort)? \((?:[a-zà-ÿ]+\.? ){{0,3}}{_YEAR}\b", 1),
    _behind(rf"(?: voort)? \((?:[a-zà-ÿ]+\.? ){{0,2}}{_YEAR}\s?(?:[-–]|tot(?: en met)?|t/m|to|"
            rf"until)\s?(?:[a-zà-ÿ]+\.? )?(?:{_YEAR}|\d\d\b)", 3),
    _behind(r" \([A-Z]{1,4}[-.]?\d{1,2}\)", 2),
    _behind(r" \((?:budget|begroting|kosten|cost)\b", 3),
    _behind(rf"(?:,| is) (?:een van|one of|een|het|the|a|ons|our|"
            rf"onze) {_ADJECTIVES}(?:{SMALL_NUMBER} )?{_PROJECT}\b", 3, PROJECT),
    _behind(r" (?:onderzoekt|beproeft|zoekt|test|wil|moet|laat|helpt|leert|brengt|maakt|gaat|"
            r"pairs|taught|trained|showed|leerde|hielp|toont|"
            r"tests?|asks|explores|aims|helps|brings|trains|links|turns|gives|looks|"
            r"is meant)\b", 1),
    _behind(r" (?:krijgt|kreeg|ontvangt|ontving|receives?|received|gets|got|won)"
            rf"{_SOME} (?:[€£\d]|subsidie|steun|geld|groen licht|a grant|support|money)", 2),
    _behind(r" (?:omvat|omvatte|bundelt|telt|kent|comprises|includes|covers|holds)[^.;]{0,40}"
            r" (?:projecten|projects|pilots)\b", 3, PROGRAMME),
)  # fmt: skip

_TAKE_PART = (
    r"(?:(?:doet|doen|deed|deden|meedoen|meedoet|mee|neemt|nemen|nam|namen|deel|deelnemen|"
    r"meewerken|werkt|werken|samen|betrokken|betrekken|stapt|stapte|uit|terug|part|joined|joins|"
    r"joining|withdrew|involved|participat\w+|take|takes|took)"
    r" (?:aan|in|bij|met|uit|voor|from|to|on))"
)
_LEAD = (
    r"(?:(?:trekker|kartrekker|penvoerder|penhouder|leider|coördinator|co-?ordinator|lead partner|"
    r"lead|leiding|regie|voortouw|kar|aanjager|initiatiefnemer|partners?|"
    r"stuurgroep|projectgroep|begeleidingsgroep|steering group|project team|aanvrager)"
    r" (?:van|in|voor|bij|over|of|for|on|behind|achter)|trekt|trokken|coördineert|coordinates)"
)
_MONEY = (
    r"(?:[€£$] ?[\d.,]+(?: (?:miljoen|million|mln|m|k))?|[\d.,]+ (?:euro|miljoen(?: euro)?|pounds|"
    r"million)|subsidie|bijdrage|grant|award|funding|money|budget|begroting|geld|kosten|"
    r"investering)"
)
_ABOUT = (
    r"(?:eindrapport|resultaten|uitkomsten|opvolger|vervolg|aftrap|fase|voorganger|afronding|"
    r"evaluatie|tussenstand|cohort|results?|launch|phase|stage|evaluation|sequel|follow-up|"
    r"successor|outcomes?|aanmeldingen|deelnemers|inschrijvingen)"
)

_HOUSE = (
    r"(?:bedrijf|stichting|vereniging|gemeente|coöperatie|firma|fabrikant|producent|bureau|school|"
    r"ziekenhuis|universiteit|hogeschool|company|firm|charity|manufacturer|college|hospital|agency|"
    r"university|supplier|start-?up|campus|gehucht|dorp|wijk|straat|village|town|river|rivier)"
)

SIGNS_BEFORE = (
    _before(rf"\b(?:het|de|dit|deze|ons|onze|the|this|our) (?!{_HOUSE}\b)[a-zà-ÿ]{{3,20}} "
            r"(?:heet(?:te)?|is called|was called|is named|draagt de naam|"
            r"kreeg de naam) [\"“‘']?", 3),
    _before(r"\b(?:behalve|naast|evenals|net als|besides|alongside|apart from|unlike) ", 1),
    _before(r"\b(?:val(?:t|len)|hoor(?:t|en)|behoor(?:t|en)|maakt|maken|zit(?:ten)?)"
            r"(?: (?:ook|verder|daarnaast|tevens|bovendien|nog))? ", 2),
    _before(r"\b(?:stap(?:t|te)|haak(?:t|te)|trok|trad|viel|withdrew|pulled|dropped|stepped)\b"
            r"[^.;:]{0,40}? (?:uit|af van|aan bij|bij|out of|from|back from)(?: (?:het|de|"
            r"the))? ", 2),
    _before(rf"\b{_PROJECT} [\"“‘']?", 3, PROJECT),
    _before(rf"\b{_PROGRAMME}[,:]? [\"“‘']?", 3, PROGRAMME),
    _before(r"\bproject ?(?:leid(?:er|ster)|manager|coördinator|medewerker|lead|officer|leader|"
            rf"co-?ordinator|secretaris|ondersteuner)(?:,| van| voor| of| for| on){_THE} ", 3,
            PROJECT),
    _before(r"\bprogramm(?:a|e)[ -]?(?:leid(?:er|ster)|manager|coördinator|secretaris|"
            r"directeur|lead|"
            rf"officer|leader|director|co-?ordinator|raad|board)(?:,| van| voor| of| for| on)"
            rf"{_THE} ", 3, PROGRAMME),
    _before(r"\bprogramma(?:leid(?:er|ster)|manager|coördinator|secretaris) ", 1, PROGRAMME),
    _before(r"\b(?:dat|dit|het|zo|that) heet(?:te)?(?: (?:het|officieel|nu|"
            r"voortaan))? [\"“‘']?", 3),
    _before(r"\b(?:toegekend|verleend|beschikbaar|granted|awarded|allocated|released|committed|"
            r"given|"
            rf"approved) (?:aan|voor|to|for|in){_THE} ", 2),
    _before(r"\b(?:hosts?|hosting|promotes?|delivers?|runs?|heads?) ", 1),
    _before(r"\bpartners? (?:is|zijn|was|waren|are) (?:van|in|of) ", 2),
    _before(r"\b(?:kwam|ontstond|groeide|volgde|begint|volgt) ", 1),
    _before(rf"\b{_TAKE_PART}{_THE} [\"“‘']?", 2),
    _before(rf"\b{_LEAD}{_THE} [\"“‘']?", 2),
    _before(r"\b(?:heet officieel|is officieel|genaamd|onder de naam|"
            r"de naam|gedoopt(?: tot)?|opvolger heet|vervolg heet|antwoord heet|welcome to|"
            r"welkom bij|called|named|dubbed|titled|christened|known as) [\"“‘']?", 2),
    _before(rf"(?:\b|(?=[€£$])){_MONEY}(?: [a-zà-ÿ]+){{0,2}}? (?:aan|voor|in|to|for|towards|"
            rf"into|van|of){_THE} ", 2),
    _before(r"\b(?:beg(?:on|onnen|int)|start(?:te|ten|t)?|gestart|started|launched|opened|"
            rf"kicked off|kwam|groeide|ontstond)(?: [^.;:]{{1,50}}?)? (?:met|with|aan|"
            rf"on){_THE} ", 2),
    _before(rf"\b(?:leidt|leiden|leads|led|heads|runs|verzorgt|organiseert|organises|"
            rf"bouwt aan|werkt aan|werken aan|is working on|works? on){_THE} ", 1),
    _before(rf"(?:^|[.:;] )[\"“]?(?:In|Binnen|Within|Under|Via|Dankzij|Through|Met|With|Voor|"
            rf"For|Aan){_THE} ", 1),
    _before(r"\b(?:opened|launched|started|set up|opende|lanceerde|begon|kende|kent) (?:the |"
            r"de |het )?", 1),
    _before(r"\b(?:so is|so are|so does|zo ook|dat geldt ook voor)(?: (?:the|de|"
            r"het))?(?: [a-z]+)? ", 2),
    _before(rf"\b{_ABOUT} (?:van|op|of|to|for|on){_THE} ", 2),
    _before(rf"\b(?:opgenomen in|toegelaten tot|admitted (?:it )?to|past in|thuis in){_THE} ", 2,
            PROGRAMME),
    _before(rf"\b(?:draait om|over|about){_THE} ", 1),
)  # fmt: skip

_ACTS = (
    r"(?:betaal(?:t|de|den)|betalen|leg(?:t|de)|draag(?:t|de)|lever(?:t|de)|doet|deed|neemt|"
    r"nam|trekt|"
    r"trok|leidt|leidde|werkt|werkte|stel(?:t|de)|schrijft|bouwt|zit|verzorgt|reken(?:t|de)|"
    r"pays|paid|contributes|leads|led the|joins|joined|supplies|chairs|employs|makes|builds|owns)\b"
)
# What a party does or has, and no project.
AGAINST_BEHIND = (
    _behind(rf" {_ACTS}", -2),
    _behind(rf",? (?:de|het|een|the|an?) {_ADJECTIVES}{_HOUSE}\b", -4),
    _behind(r",? (?:bv|b\.v\.|nv|vzw|cv|ltd|limited|plc|clg|gmbh|inc)\b", -5),
    _behind(r" (?:uit|te|of) [A-ZÀ-Þ][a-zà-ÿ]+", -1),
    _behind(r"['’]s (?:directeur|director|manager|chair|voorzitter|CEO)\b", -4),
)  # fmt: skip
AGAINST_BEFORE = (
    _before(rf"(?<![a-z])(?!project|programm)(?:{FUNCTION_HEADS})(?: [a-zà-ÿ]+)? (?:van|bij|of|"
            rf"at|from){_THE} ", -4),
    _before(r"\b(?:namens|vanuit|on behalf of|werkt bij|works (?:at|for)|in dienst van) "
            r"(?:de |het |the )?", -4),
    _before(r"\b(?:bedrijf|firma|stichting|coöperatie|vereniging|gemeente|dorp|company|firm|"
            r"charity) ", -4),
    _before(r"\b(?:samen met|together with|along with|geleverd door|uitgevoerd door|supplied by|"
            r"built by|door|by) (?:de |het |the )?", -3),
)  # fmt: skip

# What the next sentence says of the name just told of.
NEXT = (
    (re.compile(rf"^[\"“]?(?:Het|Dit|Dat|The|This|"
                rf"That) {_ADJECTIVES}{_PROGRAMME}\b(?! [\"“‘A-ZÀ-Þ0-9])"), 3, PROGRAMME),
    (re.compile(rf"^[\"“]?(?:Het|Dit|Dat|De|Deze|The|This|"
                rf"That) {_PROJECT}\b(?! [\"“‘A-ZÀ-Þ0-9])"), 2, PROJECT),
    (re.compile(rf"^[\"“]?(?:In|Met|Voor|Aan|Within|For|With) (?:het|dit|the|this|"
                rf"dat) {_PROJECT}\b(?! [\"“‘A-ZÀ-Þ0-9])"), 2, PROJECT),
    (re.compile(r"^[\"“]?(?:Led by|Run by|Geleid door|Getrokken door|Onder leiding van)\b"), 2, ""),
    (re.compile(rf"^[\"“]?(?:Het|It|Dat|Dit) (?:{_LASTS}|{_COSTS}|{_PAID})", re.IGNORECASE), 2, ""),
    (re.compile(r"^[\"“]?(?:Looptijd|Kosten|Begroting|Budget|Trekker|Penvoerder|"
                r"Partners(?: zijn)?|Lead|Duration|Partners are)\b"), 2, ""),
)  # fmt: skip

# What stands between what belongs and the name of that to which it belongs.
BELONGS_TO = re.compile(
    rf"(?:,? [^.;]{{0,40}}?)?\b(?:{_BELONG}(?: [a-zà-ÿ-]+){{0,3}}? {_WITHIN}|"
    r"(?:(?:onder)?deel (?:uit )?van|part of|under|within|onder|binnen)(?: [a-z]+)?)"
    r"(?: [a-zà-ÿ]+:)?(?: (?:het|the|ons|our))? [\"“‘']?$",
    re.IGNORECASE,
)
