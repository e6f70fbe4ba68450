"""Nouns that say what sort of party one is, beside its name: "bakkerij Bos", "the mill Bolt"."""

from __future__ import annotations

_NL = (
    r"bedrijf|instituut|laboratorium|lab|fabriek|fabrikant|producent|maker|bouwer|vervoerder|"
    r"verzekeraar|beheerder|ontwikkelaar|leverancier|kweker|teler|werf|stichting|vereniging|"
    r"co[öo]peratie|maatschap|vzw|fonds|school|college|universiteit|ziekenhuis|zorggroep|"
    r"instelling|organisatie|corporatie|onderneming|firma|netwerk|platform|koepel|keten|handel|"
    r"handelaar|park|collectief|inzamelaar|recycler|verwerker|zuivelaar|veiling|bureau|"
    r"[a-zà-ÿ]{2,}erij|centrale|(?:software|veiling|reken|verf|bouw|mode|ontwerp|pers|verhuis|"
    r"reclame|handels|modehuis)huis|opleider|aanbieder|dienstverlener|verhuurder|brouwer|bakker|"
    r"slager|molen|molenaar|smid|reder|bergers?|boer|tuinder|hovenier|installateur|importeur|"
    r"exporteur|uitgever|omroep|studio|atelier|praktijk|kliniek|apotheek|winkel|gezelschap|"
    r"orkest|kring|federatie|bond|verbond|concern|dochter|investeerder|bank|netbeheerder|"
    r"centrum|consortium|club|werkplaats|specialist|houder|sorteerder|sloper|spinner|wever"
)
_EN = (
    r"start-?up|scale-?up|spin-?(?:out|off)|company|firm|manufacturer|maker|builder|operator|"
    r"supplier|developer|producer|provider|brewer|brewery|baker|bakery|farm|foundry|forge|"
    r"shipyard|boatyard|yard|charity|co-?operative|consultancy|trust|foundation|association|"
    r"network|school|university|institute|laboratory|hospital|museum|insurer|retailer|wholesaler|"
    r"distributor|importer|exporter|grower|business|enterprise|utility|nursery|haulier|merchant|"
    r"mill|sawmill|joinery|engineers|architects|body|processor|packer|fabricator|recycler|"
    r"installer|integrator|distillery|distiller|creamery|dairy|winery|(?:software|publishing|"
    r"design|VR|media|auction|games|production) house|(?:house|ship|boat)builder|"
    r"broadcaster|funder|investor|airline|estate|federation|alliance|umbrella|group|collective|clinic|hospice|"
    r"practice|academy|gallery|agency|chain|garage|workshop|works|plant|factory|refiner|refinery|"
    r"remanufacturer|machinist|smokehouse|tannery|weaver|spinner|partnership|consortium|union|"
    r"club|society|think tank|non-?profit|nonprofit|ngo|giant|specialist"
)
# A noun for one, in small letters.
SORT = rf"(?:[a-zà-ÿ’'-]*(?:{_NL})|(?:[a-z]+-)?(?:{_EN}))"
# What a place of work and not a party is called.
SITE = (
    r"(?:[a-z]*campus|(?:science|tech|technology|business|innovation|enterprise|industrie|"
    r"bedrijven|kennis) ?(?:park|district|quarter|campus)|park|terrein|site|test site|hub|gebouw)"
)
# What ends as such a noun and is no party: a house, a branch of trade, a way to work.
NO_SORT = (
    r"(?:[a-z]*(?:stad|raad|gemeente|woon|buurt|dorps|pak)huis|loterij|partij|batterij|galerij|"
    r"visserij|industrie|party|works|park|nachtclub|uitgeverij|uitgever|drukkerij|printer|caterer)"
)
