"""The frames of those who do part of the work in a project: "P designs the grippers".

What is said so of one party tells that it takes part only where the text is about one project;
who supplies, is hired or pays does not.
"""

from __future__ import annotations

import re

from ledwerk.loaders.publication.partners.frame_words import frames

# Verbs of work, by the forms that follow or precede who does it.
_DOES_NL = (
    r"(?:leid(?:t|en|de|den)(?=[^.;]{2,60}\s+op\b)|reken(?:t|en|de|den)|meet|meten|mat(?:en)?|"
    r"monitor(?:t|en|de|den)|toets(?:t|en|te|ten)|"
    r"test(?:en|te|ten)?|onderzoek(?:t|en)|onderzocht(?:en)?|bestude(?:ert|ren|erde|erden)|"
    r"zoek(?:t|en)\s+uit|zocht(?:en)?\s+uit|zoek(?:t|en)(?=\s+(?:\w+\s+)?(?:naar|of|hoe|wat|welke|"
    r"waar)\b)|ontwikkel(?:t|en|de|den)|"
    r"ontwerp(?:t|en)|kook(?:t|en|te|ten)|proef(?:t|de|den)|proeven|disti(?:lleert|lleren)|"
    r"brouw(?:t|en|de|den)|bak(?:t|ken|te|ten)|teel(?:t|de|den)|telen|zaai(?:t|en|de|den)|"
    r"oogst(?:en|te|ten)?|kwe(?:ekt|ken|ekte|ekten)|weef(?:t|de|den)|weven|"
    r"leer(?:t|de|den)|leren|school(?:t|de|den)|scholen|tra(?:int|inen|inde)|coach(?:t|en|te|ten)|"
    r"begeleid(?:t|en|de|den)|werf(?:t)|werven|wierf|schrijf(?:t)|schrijven|schreef|schreven|"
    r"programme(?:ert|ren|erde)|analyse(?:ert|ren|erde)|modelle(?:ert|ren|erde)|"
    r"simule(?:ert|ren|erde)|verwerk(?:t|en|te|ten)|recycle(?:t|n|de)|sorte(?:ert|ren|erde)|"
    r"verzamel(?:t|en|de|den)|zamel(?:t|en|de|den)|leen(?:t|de|den)|lenen|"
    r"deel(?:t|de|den)|delen|bewaak(?:t|te|ten)|bewaken|plan(?:t|ten|tte)|"
    r"breng(?:t|en)|bracht(?:en)?|beproef(?:t|de)|beproeven|valide(?:ert|ren|erde)|"
    r"kijk(?:t|en)\s+(?:naar|hoe|of|wat)|denk(?:t|en)\s+mee|"
    r"verzorg(?:t|en|de|den)|organise(?:ert|ren|erde|erden)|geef(?:t)\s+(?:de\s+)?les|gaf\s+les|"
    r"doe(?:t|n)\s+(?:het|de|er)\b|deed\s+(?:het|de)\b|"
    r"zorg(?:t|en|de|den)\s+voor|rijd(?:t|en)|re(?:ed|den)|vaar(?:t)|varen|voer(?:en)?|"
    r"stel(?:t|len|de|den)(?=[^.;€£$]{2,80}\b(?:beschikbaar|beschikking|open)\b)|"
    r"(?:lever(?:t|en|de|den)|had(?:den)?|heeft|hebben|draag(?:t)|dragen|droeg)"
    r"(?=\s+(?:de\s+|het\s+|hun\s+|haar\s+|zijn\s+)?(?:\w+\s+){0,2}"
    r"(?:kennis|expertise|ervaring|data|gegevens|grond|land|percelen|akkers|studenten|leerlingen|"
    r"stagiairs|docenten|deelnemers|mensen|menskracht|cursisten|consulent\w*|vrijwilligers|"
    r"onderzoekers|reststro(?:om|men)|werkplekken|leerplekken|stageplekken)\b))"
)
_DOES_EN = (
    r"(?:writes?|wrote|lends?|lent|designs?|designed|develops?|developed|tests?|tested|"
    r"trials?|trialled|measures?|measured|monitors?|monitored|models?|modelled|studies|study|"
    r"studied|researche[sd]|analyses?|analysed|teach(?:es)?|taught|trains?|trained|recruits?|"
    r"recruited|mentors?|mentored|coache[sd]|grows?|grew|brews?|brewed|bakes?|baked|cooks?|cooked|"
    r"weaves?|wove|spins|spun|collects?|collected|sorts?|sorted|process(?:es|ed)|recycles?|"
    r"recycled|contributes?|contributed|brings?|brought|shares?|shared|hosts|maps?|mapped|surveys?|"
    r"surveyed|validates?|validated|simulates?|simulated|analy[sz]e[sd]|"
    r"does\s+(?:the|all)|do\s+the|did\s+the|looks?\s+(?:after|at)|looked\s+after|"
    r"takes?\s+care\s+of|handles?|handled|makes?\s+(?:its|their)|made\s+(?:its|their)|"
    r"opens?\s+(?:up\s+)?(?:its|their)|opened\s+(?:up\s+)?(?:its|their)|"
    r"(?:offers?|offered|provides?|provided|suppl(?:y|ies|ied))"
    r"(?=\s+(?:the\s+|its\s+|their\s+)?(?:\w+\s+){0,2}"
    r"(?:knowledge|expertise|know-how|experience|data|land|fields|students|apprentices|trainees|"
    r"staff|people|volunteers|placements|research|teaching|training|tutors|lecturers|space|"
    r"workshop|laborator(?:y|ies)|lab|site)\b))"
)
_ADVERB = (
    r"(?:(?:ook|zelf|nu|inmiddels|daar|er|daarbij|hierbij|daarvoor|hiervoor|opnieuw|samen|elk|"
    r"also|now|itself|then|again|each|both)\s+)?"
)
_NO_SUM = r"(?!(?:[^.;]|(?<=\d)\.(?=\d)){0,60}(?:[€£$]|\b(?:euro|miljoen|million)\b|\bton\s+bij\b))"
_BESIDE = r"(?:,\s[^,.;:]{2,80},)?"  # "P, a firm in Ede, designs"

# P does it, and so does Q: "P writes the course and Q lends its clean room".
WORKING = frames(
    rf"(?:^|[,:]\s+|\b(?:en|and|terwijl|while)\s+)<A><P>{_BESIDE}\s+{_ADVERB}"
    rf"(?:{_DOES_NL}|{_DOES_EN})\b{_NO_SUM}",
    # behind the verb, where nobody is named before it: "Het rekenwerk doet P", "Ook meet P"
    rf"^[^.;:\ue000-\uefff]{{0,90}}?\b(?:{_DOES_NL}|doe[tn])\s+<A><P>"
    rf"(?!\s+(?:of|whether|if)\b){_NO_SUM}",
    r"\b(?:en|and)\s+(?:het|de|the)\s+[^.,;:\ue000-\uefff]{2,40}?\s(?:doe[tn]|verzorgt|regelt|"
    r"bewaakt)\s+<A><P>",
    # with the verb at the end: "waarvoor P de grond beschikbaar stelt"
    r"\b(?:dat|die|waar\w+|omdat|terwijl|doordat)\s+<A><P>\s[^.;:\ue000-\uefff€£$]{2,60}?\s"
    r"(?:meet|test|onderzoekt|ontwerpt|ontwikkelt|beschikbaar stelt|ter beschikking stelt|opleidt|"
    r"begeleidt|verzorgt|uitzoekt|uitrekent|doorrekent|aanhaakte?|meedoet|meedeed|instapte)\b",
    # done by P
    r"\b(?:gemeten|doorgerekend|uitgerekend|onderzocht|uitgezocht|getest|gemonitord|begeleid|"
    r"geteeld|geoogst|geanalyseerd|opgeleid|getraind|gesorteerd|ingezameld|verwerkt|looked after|"
    r"taken care of|measured|monitored|modelled|tested|trialled|studied|analysed|taught|trained|"
    r"grown|collected|sorted|processed|mentored)\s+(?:wordt\s+|werd\s+)?(?:door|by)\s+<A><P>",
    r"\b(?:laat|laten|liet|lieten)\s+<A><P>\s[^.;€£$]{2,80}\b(?:meten|onderzoeken|testen)\b",
)

# Who is hired, sells or pays takes no part by what he does.
HIRED = re.compile(
    r"\b(?:in opdracht van|aannemers?|onderaannemer|leveranciers?|fotogra(?:af|fe|fie)|"
    r"drukker(?:ij)?|"
    r"adviesbureau|accountant|notaris|advocaat|ingehuurd\w*|tegen betaling|aanbested\w*|offerte|"
    r"factuur|opmaak|vormgeving|contractors?|subcontractors?|suppliers?|under contract|hired|"
    r"commissioned|for a fee|photograph\w*|printers?|auditors?|accountants?|solicitors?|"
    r"consultants?|invoice|tender\w*)\b",
    re.IGNORECASE,
)
