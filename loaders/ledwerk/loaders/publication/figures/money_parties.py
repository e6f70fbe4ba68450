"""A sentence about money as its parties, sums and activities, one sign for each.

"De provincie Zeeland legt € 2 ton in X" becomes "De <party> legt <sum> in <activity>": who pays
what is then told by the words between the signs, whatever the names are.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from ledwerk.loaders.publication.figures.amounts import Quantity, quantities, unsigned_sums
from ledwerk.loaders.publication.figures.money_words import (
    ACTIVITY,
    COSTS,
    GIVES,
    INTO_IT,
    PARTY,
    SUM,
    P,
    T,
)
from ledwerk.loaders.publication.findings import Ref
from ledwerk.loaders.publication.layout.counting_words import MONTH, SMALL_NUMBER
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, PARTIES, Known
from ledwerk.loaders.publication.parties.names_found import parties_in
from ledwerk.loaders.publication.parties.parties_at import Spot, named_at
from ledwerk.loaders.publication.parties.places import LARGE
from ledwerk.loaders.publication.people.given_names import has_given_name

_NUMBER = rf"{SMALL_NUMBER}|\d{{1,2}}"
# Groups that pay: "de vier gemeenten", "the councils", "our members", "bedrijven".
_GROUP = re.compile(
    r"(?<![\w-])(?:(?:de|het|the|onze|our|beide|both|alle|all) )?"
    rf"(?:(?:{_NUMBER}|deelnemende|betrokken|aangesloten|lokale|regionale|overige|andere|"
    r"participating|local|regional|other|private|industrial|member|partner|Vlaamse|Nederlandse|"
    r"constituent) ){0,2}"
    r"(?:(?:(?:rand|kern|buur|regio)?gemeenten|provincies|waterschappen|(?:lokale )?besturen|leden|"
    r"partners|projectpartners|bedrijven|ondernemers|ondernemingen|ondernemersverenigingen|"
    r"werkgevers|werkgeversorganisaties|scholen|hogescholen|universiteiten|corporaties|"
    r"woningcorporaties|zorginstellingen|zorgverzekeraars|onderwijsinstellingen|kennisinstellingen|"
    r"telers|boeren|fruittelers|banken|fondsen|overheden|ministeries|private partijen|"
    r"marktpartijen|councils|local authorities|municipalities|members|businesses|firms|companies|"
    r"employers|farmers|growers|schools|universities|colleges|charities|trusts|foundations|"
    r"industry|private (?:sector|partners|investors|funders|donors)|"
    r"government departments|bedrijfsleven|deelnemers))\b(?![-'’]| investments?\b| funding\b|"
    r" money\b)(?! (?:van|of|uit|from|in|op) )(?P<named>(?-i:(?: (?:van |of )?[A-ZÀ-Þ’'])?))",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?<![\w-])(?:(?<=[Dd]e )provincie(?= [a-z\d€])|Vlaamse (?:overheid|regering|Gemeenschap)|"
    r"Waalse (?:overheid|regering)|Vlaanderen|Vlaams Gewest|Rijk|Rijksoverheid|"
    r"(?:Dutch|Flemish|Irish|British|Scottish|Welsh|UK|central|national|federal) "
    r"(?:[Gg]overnment|[Ss]tate)|de overheid|European (?:Regional Development|Social|Agricultural)"
    r" Funds?(?: Plus)?|Europees (?:Fonds voor Regionale Ontwikkeling|Sociaal Fonds(?: Plus)?|"
    r"Landbouwfonds|\w*fonds)|Just Transition Fund|(?:EFRO|EFMZV|ELFPO|ERDF|ESF\+?|JTF|EAFRD|"
    r"EMFAF|Leader|LEADER|LIFE|Interreg|INTERREG|Horizon (?:Europe|2020)|Horizon|Erasmus\+?|POP3|"
    r"OP[ -]Zuid|OP[ -]Oost|Kansen voor West|SNN|React-EU)"
    r"(?:[- ](?:[A-Z][\w-]+|II|IV|[AB]|[23]\b)){0,3})(?!\w)"
)
_SPAN = re.compile(
    r"(?<![\w-])(?:(?:['’][st]|'s)[- ])?[A-ZÀ-Þ][\w&’'.+-]*(?:(?: (?:van|de|der|den|het|voor|en|of|"
    r"and|the|for|&|op|aan|in|’t|'t)){0,3} [A-ZÀ-Þ0-9][\w&’'+-]*){0,8}"
    r"(?: (?:fund|fonds|foundation|trust|council|nv|bv|vzw|plc|groep|group|mbo|hbo|mkb|wo))?"
)
# Words that begin a sentence with a capital and are nobody's name.
_OPENS = re.compile(
    r"(?:De|Het|Een|Deze|Dit|Die|Dat|Daar\w*|Hier\w*|Waar\w*|Er|In|Op|Aan|Met|Voor|Van|Uit|Door|"
    r"Bij|"
    r"Naar|Over|Om|Tot|Te|Als|Toen|Nu|Ook|En|Maar|Want|Zo|Zij|Hij|Wij|Ze|We|Ik|Je|Per|Sinds|Vanaf|"
    r"Vanuit|Dankzij|Samen|Daarna|Inmiddels|Verder|Tot|Totaal|Totale|Subsidie|Bijdragen?|Kosten|"
    r"Budget|Begroting|Eind|Begin|Medio|Na|Begroot|Omvang|Looptijd|Periode|Financiering|"
    r"Cofinanciering|Geld|Gevraagd\w*|Start|Einde|Status|Stand|The|A|An|This|That|These|Those|It|"
    r"Its|Of|In|On|At|With|For|From|By|To|As|When|Now|Also|And|But|So|They|We|He|She|I|You|Our|"
    r"Their|There|Up|Under|Over|After|Before|During|Since|Thanks|Together|Total|Funding|Grant|"
    r"Budget|Cost|Costs|Half|Another|Some|Each|Every|Further|Additional|Last|Next|Core|Running|"
    r"Income|"
    r"Expenditure|Most|Both|All|Any|No|Not|Members?|Project|Programma|Programme|Partners?|Work|"
    r"Ondanks|Namens|Alle|Beide|Elk|Ieder|Wat|Wie|Hoe|Volgens|Tijdens|Binnen|Onder|Tussen|"
    r"Januari|Februari|Maart|April|Mei|Juni|Juli|Augustus|September|Oktober|November|December|"
    r"January|February|March|May|June|July|August|October|EUR|GBP|Trekker|Penvoerder|Promotor|"
    r"Euro|Cultuur|Zorg|Energie|Natuur|Techniek|Onderwijs|Wonen|Landbouw|Nieuws|News|Professor|"
    r"Wethouder|Gedeputeerde|Burgemeester|Directeur|Voorzitter|Minister|Cllr|Councillor|Voortgang|"
    r"Toelichting|Resultaten?|Results?|Progress|Deelnemers|Aanvrager|Duur|Planning|Fase|Phase)"
)
_NO_PARTY = re.compile(
    r"(?:Nederlands\w*|Vlaams\w*|Duits\w*|Engels\w*|Belgisch\w*|Europes\w*|Europees|Dutch|English|"
    r"British|European|Flemish|German|Irish|Scottish|Welsh|Noord|Zuid|Oost|West|North|South|East|"
    r"[A-Z]\.?|CO2|BTW|VAT|MKB|mbo|hbo|R&D|ICT|IT|AI|AVG|FTE|SME|SMEs|GVA|Regio ?Deals?|Deal)",
)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with a sign for each party, sum and activity, and what each sign stands for."""

    text: str
    parties: tuple[Spot, ...]
    sums: tuple[Quantity, ...]
    activities: tuple[Spot, ...]

    @property
    def meant(self) -> list[tuple[int, Ref]]:
        """The activities that money can be for, each with where it stands."""
        return [
            (one.start(), self.activity(one[0]))
            for one in re.finditer(T, self.text)
            if not _OUT_OF.search(self.text[: one.start()])
        ]

    def party(self, sign: str) -> Ref:
        """The party that a sign stands for."""
        return self.parties[ord(sign) - PARTY].ref

    def named(self, sign: str) -> Ref:
        """The party or activity that a sign stands for."""
        return self.activity(sign) if ord(sign) >= ACTIVITY else self.party(sign)

    def activity(self, sign: str) -> Ref:
        """The project or programme that a sign stands for."""
        return self.activities[ord(sign) - ACTIVITY].ref


# "uit het programma X": the programme pays, which is told of nobody.
_OUT_OF = re.compile(
    r"\b(?:uit|from|by|door|vanuit|via) (?:(?:het|de|the|ons|onze|our) )?"
    r"(?:(?:programma|programme|project|regeling|scheme) )?$",
    re.IGNORECASE,
)
_MOST_SUMS = 30  # of a sentence: with more it is none that anybody wrote
_MOST = 200  # names and sums of a sentence: as many signs as there are of a sort


def told(text: str, known: Known, language: str, currency: str, cost: float = 0) -> Told:
    """A sentence in signs; `cost` is what the sentences before said that it costs in all."""
    plain = _once(text, list(sums_in(text, language, currency)))
    shares = shares_in(text, language, plain, cost, currency)
    sums = tuple(sorted([*plain, *shares], key=lambda one: one.start))[:_MOST_SUMS]
    taken = [(one.start, one.end) for one in sums]
    named = named_at(text, known, ACTIVITIES)
    activities = tuple(_free([one for one in named if not _pays(text, one)], taken))[:_MOST]
    taken += [(one.start, one.end) for one in activities]
    deals = [
        replace(one, ref=Ref("Organisation", one.ref.name))
        for one in named
        if _DEAL.match(text, one.start) and _pays(text, one)
    ]
    busy = [*taken, *((one.start, one.end) for one in deals)]
    others = [one for one in _parties(text, known, busy) if _may_pay(text, one)]
    parties = tuple(sorted([*deals, *others], key=lambda one: one.start))[:_MOST]
    marks = [(one.start, one.end, chr(SUM + i)) for i, one in enumerate(sums)]
    marks += [(one.start, one.end, chr(ACTIVITY + i)) for i, one in enumerate(activities)]
    marks += [(one.start, one.end, chr(PARTY + i)) for i, one in enumerate(parties)]
    made, at = "", 0
    for start, end, sign in sorted(marks):
        made += text[at:start] + sign
        at = end
    made = _BEFORE_NAME.sub("", _SHARE.sub("", made + text[at:]))
    return Told(_ALIAS.sub(r"\1", made), parties, sums, activities)


_SHARE = re.compile(r" ?\(\d{1,3}(?:[.,]\d{1,2})? ?(?:%|procent|per ?cent)\)")


def _pays(text: str, spot: Spot) -> bool:
    """Whether a programme is named as a fund that money comes from: "van Interreg Noordzee"."""
    before, after = text[: spot.start], text[spot.end :]
    if _DEAL.match(text, spot.start):  # "de Regio Deal Noord betaalt € 2 miljoen"
        return bool(_ACTS.match(after) and not _NOT_ITSELF.search(before))
    fund = _BODY.match(text, spot.start)
    return bool(fund and _OF_FUND.search(before))


def _may_pay(text: str, spot: Spot) -> bool:
    """Whether a party is no deal, or a deal that is told to pay."""
    return not _A_DEAL.search(spot.ref.name) or _ACTS.match(text, spot.end) is not None


_A_DEAL = re.compile(r"\bdeals?\b", re.IGNORECASE)
_DEAL = re.compile(r"(?:(?:De|de|The|the) )?(?:[Rr]egio ?|City ?|Growth |Town |Green )?[Dd]eals?\b")
_ACTS = re.compile(
    r"\s(?:betaalt|betaalde|financiert|financierde|draagt|droeg|legt|legde|geeft|gaf|stelt|"
    r"stelde|steekt|"
    r"investeert|investeerde|bekostigt|dekt|neemt|pays|paid|funds|funded|contributes|contributed|"
    r"provides|"
    r"provided|puts?|invests|invested|gives|gave|covers|covered|meets|met)\b(?! (?:with|by|door))"
)
_NOT_ITSELF = re.compile(
    r"\b(?:aan|voor|to|for|in|van|of|binnen|within|the|with) (?:de |the )?$", re.IGNORECASE
)
_OF_FUND = re.compile(
    r"\b(?:van|uit|from|by|door|via|bij|aan|to) (?:(?:het|de|the) )?(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
_BEFORE_NAME = re.compile(
    rf"\b(?:[Dd]e|[Hh]et|[Tt]he|[Ee]en|[Aa]n?|[Oo]nze|[Oo]ur|[Zz]ijn|[Hh]aar|its|their) (?={P})"
)
_ALIAS = re.compile(
    rf"({P})(?: \((?:{P}(?:(?:, | en | and ){P})*|[A-Z][\w-]{{1,12}})\)|"  # of a group: its members
    rf",? (?:dat(?: zijn| wil zeggen)?|te weten|namelijk|zijnde|that is|namely|being) "
    rf"{P}(?:(?:, | en | and |, and ){P})*,)"
)


def sums_in(text: str, language: str, currency: str) -> Iterator[Quantity]:
    """The sums of money of a sentence: also "5 miljoen" where nothing is counted by it."""
    for one in unsigned_sums(text, list(quantities(text, language)), currency):
        large = one.unit == "" and _LARGE.search(text[one.start : one.end])
        if one.money:
            yield one
        elif large and _NO_NOUN.match(text, one.end) and _of_money(text):
            yield replace(one, unit=currency)


def _of_money(text: str) -> bool:
    """Whether a sentence is about money, though a sum in it has no sign."""
    return (
        any(words.search(text) for words in (GIVES, COSTS, INTO_IT))
        or _SIGN.search(text) is not None
    )


_SIGN = re.compile(r"[€£]|\beuro\b", re.IGNORECASE)


def _once(text: str, sums: list[Quantity]) -> list[Quantity]:
    """The sums without those that are told once more in brackets: "ruim zes ton (€ 620.000)"."""
    again = {
        one
        for one, two in itertools.pairwise(sums)
        if text[one.end : two.start].strip() == "(" and text[two.end :].lstrip().startswith(")")
    }
    return [one for one in sums if one not in again]


# "de helft daarvan", "60 per cent of that": a part of what something costs.
_FRACTION = re.compile(
    r"(?<![\w.,-])(?P<what>(?:de )?helft|half|(?:een|a|one) (?:derde|third)|(?:twee|"
    r"two) (?:derde|thirds)|"
    r"(?:een|a|one) (?:kwart|quarter)|driekwart|three quarters|(?P<n>\d{1,2}(?:[.,]\d)?) ?(?:%|"
    r"procent|per ?cent)|(?P<word>[a-z-]{3,12}) per ?cent)(?P<of>,? (?:daarvan|hiervan|ervan|"
    r"van (?:dat|de (?:\w*kosten|begroting)|het (?:budget|bedrag|totaal))|of (?:that|this|it|which|"
    r"the (?:costs?|budget|total|sum))))?(?=[\s.,;)]|$)",
    re.IGNORECASE,
)
_PARTS = {"helft": 1 / 2, "half": 1 / 2, "een derde": 1 / 3, "a third": 1 / 3, "one third": 1 / 3,
          "twee derde": 2 / 3, "two thirds": 2 / 3, "een kwart": 1 / 4, "a quarter": 1 / 4,
          "one quarter": 1 / 4, "driekwart": 3 / 4, "three quarters": 3 / 4}  # fmt: skip
_PAYS_PART = re.compile(
    r"(?:\b(?:waarvan|of which|betaal\w*|financier\w*|subsidieer\w*|pays?|paid|meets?|met|"
    r"covers?|covered|"
    r"funds?|funded|draagt|dragen|legt|leggen|neemt|nemen|provides?|vergoed\w*|bekostig\w*|"
    r"which)|,) (?:[\w|]+ ){0,3}$",
    re.IGNORECASE,
)
SHARE = "share"


def shares_in(
    text: str, language: str, sums: list[Quantity], cost: float, currency: str
) -> Iterator[Quantity]:
    """The sums that are told as a part of what something costs."""
    for found in _FRACTION.finditer(text):
        before = [one for one in sums if one.end <= found.start()]
        whole, unit = (before[-1].value, before[-1].unit) if before else (cost, currency)
        told_of = found["of"] or _PAYS_PART.search(text[max(0, found.start() - 40) : found.start()])
        part = _part(found, language)
        if whole and told_of and part:
            value = round(whole * part, 2)
            yield Quantity(value, found.start(), found.end(), unit, precision=SHARE)


def _part(found: re.Match[str], language: str) -> float:
    """A part of a whole, from 0 to 1."""
    number = found["n"] or found["word"]
    if number is None:
        return _PARTS.get(found["what"].lower().removeprefix("de "), 0)
    one = next(quantities(number, language), None)
    return one.value / 100 if one is not None else 0


_LARGE = re.compile(r"(?:miljoen|mln\.?|miljard|mld\.?|million|billion)$", re.IGNORECASE)
_NO_NOUN = re.compile(
    r"\s*(?:[.,;:)]|$|(?:bij|beschikbaar|toegezegd|gereserveerd|uitgetrokken|geïnvesteerd|"
    r"toegekend|verleend|"
    r"ingelegd|bijgedragen|pledged|committed|awarded|granted|reserved|aan|uit|van|voor|in|toe|en|"
    r"and|from|for|to|by|per|over|extra|"
    r"afkomstig|subsidie|of|into|towards|ter|gekost|gemoeid|nodig|besteed|euro)\b)"
)


def _free(spots: list[Spot], taken: list[tuple[int, int]]) -> Iterator[Spot]:
    for one in spots:
        if not any(start < one.end and one.start < end for start, end in taken):
            yield one


def _parties(text: str, known: Known, taken: list[tuple[int, int]]) -> Iterator[Spot]:
    """Every party of a sentence: known, told by its words, a group, or a name by its capitals."""
    single = list(_free(named_at(text, known, PARTIES), taken))
    found = [*_with_bodies(text, single, known)]
    listed = partial(_listed, text)
    for seek in (_bodies, _groups, listed, partial(_names, known=known)):
        busy = [*taken, *((one.start, one.end) for one in found)]
        for one in seek(_without(text, busy)):
            if not any(start < one.end and one.start < end for start, end in busy):
                found.append(one)
                busy.append((one.start, one.end))
    starts = {one.start for one in found}
    # "de gemeenten A en B": A and B, and not the group that they are
    plain = [one for one in found if one.ref.kind != "Group" or one.end + 1 not in starts]
    yield from sorted(plain, key=lambda one: one.start)


def _with_bodies(text: str, found: list[Spot], known: Known) -> list[Spot]:
    """Parties with those that are part of a fund's name as that fund: "EFRO Vlaanderen"."""
    for body in _bodies(text):
        parts = [one for one in found if body.start <= one.start and one.end <= body.end]
        if parts and all(one.end - one.start < body.end - body.start for one in parts):
            ref = known.find(text[body.start : body.end]) or body.ref
            found = [one for one in found if one not in parts] + [Spot(ref, body.start, body.end)]
    ends = {one.end for one in found}
    return [one for one in found if one.start - 1 in ends or not _is_part(text, one)]


def _is_part(text: str, spot: Spot) -> bool:
    """Whether a word that is somebody's short name ends a longer name: "Innovatiefonds Noord"."""
    if " " in text[spot.start : spot.end]:
        return False
    before = re.search(r"([A-ZÀ-Þ][\w-]{2,}) $", text[max(0, spot.start - 40) : spot.start])
    return before is not None and not _OPENS.fullmatch(before[1])


def _without(text: str, taken: list[tuple[int, int]]) -> str:
    """A text with strokes for what is told already."""
    for start, end in taken:
        text = text[:start] + "|" * (end - start) + text[end:]
    return text


# "Europese subsidie", "EU money", "rijksbijdrage": who gives it, by an adjective.
_ADJECTIVE = re.compile(
    r"(?<![\w-])(?P<who>Europese|European|EU|Vlaamse|[Rr]ijks)[- ]?(?=(?:steun|subsidies?|"
    r"bijdragen?|middelen|"
    r"geld|gelden|financiering|cofinanciering|funding|funds|money|support|grants?|award)\b)"
)
_WHOSE = {"Europese": "Europese Unie", "European": "European Union", "EU": "European Union",
          "Vlaamse": "Vlaamse overheid"}  # fmt: skip
_GOVERNMENTS = re.compile(
    r"(?<![\w-])(?:the )?(?P<one>Welsh|Scottish|Irish|UK|Dutch|Flemish|Belgian|German|British) and "
    r"(?P<two>Welsh|Scottish|Irish|UK|Dutch|Flemish|Belgian|German|British) [Gg]overnments"
)


# "Gedeputeerde Staten van X": the province, by who decides there.
_STATES_OF = re.compile(
    r"\b(?:Gedeputeerde|Provinciale) Staten van (?P<of>[A-ZÀ-Þ][\w-]+(?: [A-Z][\w-]+)?)"
)


def _bodies(text: str) -> Iterator[Spot]:
    for found in _STATES_OF.finditer(text):
        yield Spot(Ref("Organisation", f"Provincie {found['of']}"), found.start(), found.end())
    for found in _ADJECTIVE.finditer(text):
        name = _WHOSE.get(found["who"], "Rijk")
        yield Spot(Ref("Organisation", name), found.start("who"), found.end("who"))
    for found in _GOVERNMENTS.finditer(text):
        for part, end in (("one", found.end("one")), ("two", found.end())):
            government = Ref("Organisation", f"{found[part]} Government")
            yield Spot(government, found.start(part), end)
    for found in _BODY.finditer(text):
        before = re.search(r"([A-ZÀ-Þ][\w-]+) $", text[: found.start()])
        if before and not _OPENS.fullmatch(before[1]):
            continue  # "North Sea Interreg fund"
        name = found[0].removeprefix("de ")
        name = re.sub(r"\bFunds\b", "Fund", name)
        yield Spot(Ref("Organisation", name[:1].upper() + name[1:]), found.start(), found.end())


def _groups(text: str) -> Iterator[Spot]:
    for found in _GROUP.finditer(text):
        if not found["named"]:  # "de gemeenten A en B" are A and B
            name = " ".join(found[0].split())
            yield Spot(Ref("Group", name[:1].upper() + name[1:]), found.start(), found.end())


_LISTED = re.compile(
    r"\b(?:gemeenten|provincies|waterschappen|municipalities of|councils of) (?=[A-ZÀ-Þ'’])"
)


def _listed(text: str, _: str) -> Iterator[Spot]:
    """The members of "de gemeenten A, B en C"."""
    for found in _LISTED.finditer(text):
        for one in parties_in(text[found.start() : found.start() + _LONGEST_LIST], prose=True):
            if not one.generic and one.start >= 0:
                start = found.start() + one.start
                yield Spot(one.ref, max(start, found.end()), found.start() + one.end)


_LONGEST_LIST = 300


def _names(text: str, known: Known) -> Iterator[Spot]:
    """Names that nothing is known of: words with capitals that no sentence begins with."""
    for found in _SPAN.finditer(text):
        words, start = found[0], found.start()
        state = _STATES.match(words)
        if state:
            start, words = start + state.end(), words[state.end() :]
        first = words.split(" ", 1)[0]
        while _OPENS.fullmatch(first.strip(".,")) and " " in words:
            start += len(first) + 1
            words = words.split(" ", 1)[1]
            first = words.split(" ", 1)[0]
        capital = re.search(r"[A-ZÀ-Þ]", words)
        if not capital or _OPENS.fullmatch(words.strip(".,")):
            continue
        start, words = start + capital.start(), words[capital.start() :].rstrip(".,")
        if _is_name(text, words, start, known):
            yield from _bodies_of(words, start)


_TITLE = re.compile(
    r"(?:Lector|Wethouder|Schepen|Directeur|Professor|Prof|Dr|Ir|Mw|Dhr|Mevrouw|Mr|Mrs|Ms|Cllr|"
    r"Councillor|Projectleider|Programmamanager|Voorzitter|Burgemeester|Gedeputeerde|Minister|"
    r"Director|Chair|Mayor|Sir|Lady)\b\.?\s"
)
_TIME = re.compile(
    rf"\b(?:{MONTH}|between|during|kwartaal|quarter)\b|"
    r"\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_STATES = re.compile(r"(?:U\.)?S\. (?=[A-Z]\w+ [A-Z])")


def _is_name(text: str, words: str, start: int, known: Known) -> bool:
    if _NO_PARTY.fullmatch(words) or words.lower() in LARGE:
        return False
    if has_given_name(words) and not re.search(rf"\b(?:{_HEADS}|Stichting)\b", words):
        return False
    if known.find(words, frozenset({"Person"})) or re.fullmatch(r"[\d\W]+", words):
        return False
    if _TIME.search(words) or _TITLE.match(words):
        return False
    opens = not text[:start].strip(" “”\"'‘’(•*–-")
    lone = " " not in words and not re.fullmatch(r"[A-Z][A-Z&0-9+-]+", words)
    if opens and lone:
        return GIVES.match(text[start + len(words) :].lstrip()) is not None
    return True


def _bodies_of(words: str, start: int) -> Iterator[Spot]:
    """The one party that a name is, or the several of "Rabobank en LTO"."""
    named = parties_in(words)
    if len(named) > 1 and (_ONE_BODY.fullmatch(words) or _ONE_HEAD.fullmatch(words)):
        yield Spot(Ref("Organisation", words), start, start + len(words))
    elif len(named) == 1:
        yield Spot(named[0].ref, start, start + len(words))
    else:
        for one in named:
            yield Spot(one.ref, start + one.start, start + one.end)


_HEADS = (
    r"Fund|Funds|Agency|Authority|Council|Board|Department|Trust|Foundation|Commission|Undertaking|"
    r"Programme|Office|Fonds|Institute|Association|Alliance|University|College|Bank|Ltd|plc|BV|NV"
)
# "Fuel Cells and Hydrogen Joint Undertaking": only the end tells what it is, so it is one.
_ONE_HEAD = re.compile(
    rf"(?!.*\b(?:{_HEADS})\b.* (?:and|en|&) )[A-Z][\w-]+ [A-Z][\w-]+ (?:and|en|"
    rf"&) [^,]*\b(?:{_HEADS})"
)
_ONE_BODY = re.compile(
    r"(?:Fonds|Stichting|Ministerie van|Vereniging|Coöperatie|Kamer van|Instituut|Agentschap|"
    r"Department (?:of|for)|Ministry of|Institute of|Council for) [^,]+ (?:en|and|"
    r"&) [A-ZÀ-Þ][\w-]+|"
    r"[^,]* (?:and|en|&) (?:the )?(?:Innovation|Development|Enterprise|Industry|Skills|Science|"
    r"Energy|"
    r"Technology|Growth|Trade|Isles|Islands|Innovatie|Ontwikkeling|Onderzoek|Cultuur|Wetenschap|"
    r"Klimaat|Waterstaat|Water|Werkgelegenheid|Welzijn|Sport|Landbouw|Natuur|Milieu)\b.*"
)
