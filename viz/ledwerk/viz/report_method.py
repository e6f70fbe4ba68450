"""The method: what each measure means in words, by whom it is, and what it must not be used for."""

from __future__ import annotations

from dataclasses import dataclass

from ledwerk.schema.fields import Text
from ledwerk.viz.report_parts import Entry
from ledwerk.viz.report_words import Tongue


@dataclass(frozen=True, slots=True)
class _Method:
    term: Text
    means: Text
    source: str
    limits: Text


def methods(tongue: Tongue) -> tuple[Entry, ...]:
    """The list, in a language."""
    return tuple(
        Entry(tongue.say(one.term), tongue.say(one.means), one.source, tongue.say(one.limits))
        for one in _METHODS
    )


_METHODS = (
    _Method(
        Text("Band en sterkte", "Tie and strength"),
        Text(
            "Twee partijen hebben een band als zij aan hetzelfde project of programma deelnemen, "
            "in hetzelfde bestuur een zetel hebben, of de één huurder of eigenaar is van de "
            "ander, een campus. De sterkte is het aantal keren dat zij iets delen, of (Newman) "
            "elk gedeelde gedeeld door het aantal andere deelnemers, of het budget daarvan. "
            "Banden tellen overal even zwaar, behalve bij sterkte en bij voorstellen.",
            "Two parties have a tie when they take part in one project or programme, have seats "
            "on one board, or the one is tenant or owner of the other, a campus. Its strength is "
            "how many things they share, or (Newman) each of these divided by the number of other "
            "participants, or its budget. Ties count alike everywhere, except for strength and "
            "introductions.",
        ),
        "Breiger 1974; Newman 2001",
        Text(
            "Een band zegt dat beiden meededen, niet dat zij elkaar spraken; een groot project "
            "geeft elk van zijn deelnemers er veel.",
            "A tie says that both took part, not that they spoke; a large project gives each of "
            "its participants many.",
        ),
    ),
    _Method(
        Text("Tussenpositie (betweenness)", "Betweenness"),
        Text(
            "Voor elk paar van twee anderen: welk deel van hun kortste wegen langs deze partij "
            "loopt; alle paren opgeteld, elk paar één keer.",
            "For each pair of two others: what share of their shortest ways passes this party; "
            "added up over all pairs, each once.",
        ),
        "Freeman 1977; Brandes 2001; Brandes & Pich 2007",
        Text(
            "Geen maat voor invloed; niet te vergelijken tussen netwerken van verschillende "
            "omvang.",
            "No measure of influence; not to be compared between networks of different sizes.",
        ),
    ),
    _Method(
        Text("Nabijheid en harmonische nabijheid", "Closeness and harmonic centrality"),
        Text(
            "Nabijheid: (bereikbare anderen) gedeeld door de som van de afstanden tot hen, maal "
            "het deel van het netwerk dat bereikbaar is. Harmonisch: de som over alle anderen van "
            "1 gedeeld door de afstand.",
            "Closeness: (others within reach) divided by the sum of distances to them, times the "
            "share of the network within reach. Harmonic: the sum over all others of 1 divided by "
            "the distance.",
        ),
        "Wasserman & Faust 1994; Marchiori & Latora 2000",
        Text(
            "In een netwerk van losse delen zegt nabijheid vooral in welk deel iemand zit.",
            "In a network of separate parts, closeness mostly tells in which part somebody is.",
        ),
    ),
    _Method(
        Text("Eigenvector, PageRank, kern", "Eigenvector, PageRank, core"),
        Text(
            "Eigenvector: hoe centraal iemands relaties zijn, in het grootste deel. PageRank: hoe "
            "vaak een wandelaar langs willekeurige banden er is. Kern: het grootste getal k "
            "waarbij iemand hoort tot een groep waarin ieder k banden met de groep heeft.",
            "Eigenvector: how central one's neighbours are, in the largest part. PageRank: how "
            "often a walker along random ties is there. Core: the largest k for which one is in a "
            "group of whom each has k ties within it.",
        ),
        "Bonacich 1972; Brin & Page 1998; Seidman 1983",
        Text(
            "Buiten één dichte kern zegt eigenvector weinig; één groot project is al een hoge "
            "kern.",
            "Outside one dense core eigenvector says little; one large project is a high core "
            "already.",
        ),
    ),
    _Method(
        Text("Bemiddelen", "Brokerage"),
        Text(
            "Wie een band heeft met twee anderen die onderling geen band hebben, bemiddelt; de "
            "vijf rollen gaan naar de helices van de drie. Beperktheid: het kwadraat van elk deel "
            "van iemands banden dat, direct of via anderen, op één relatie rust, opgeteld. "
            "Effectieve omvang: het aantal relaties min hun gemiddelde aantal banden onderling. "
            "Spreiding: 1 min de som van de kwadraten van het deel van de banden dat naar elke "
            "helix gaat.",
            "Who has ties with two others that have none with each other brokers; the five roles "
            "go by the helices of the three. Constraint: the square of each share of one's ties "
            "that rests, directly or through others, on one neighbour, added up. Effective size: "
            "the number of neighbours less their average number of ties with each other. "
            "Participation: 1 minus the sum of squares of the share of ties that goes to each "
            "helix.",
        ),
        "Gould & Fernandez 1989; Burt 1992; Borgatti 1997; Guimerà & Amaral 2005",
        Text(
            "Rollen groeien met het kwadraat van het aantal banden; een paar zonder vastgelegde "
            "band kan elkaar wel kennen.",
            "Roles grow with the square of the number of ties; a pair without a tie on record may "
            "well know each other.",
        ),
    ),
    _Method(
        Text("Gaten en voorstellen", "Gaps and introductions"),
        Text(
            "Een gat is een partij zonder band met de doelgroep. Wie een band heeft met haar en "
            "met iemand uit de doelgroep, kan hen voorstellen. De minste voorstellers die alle "
            "gaten op die afstand dichten zijn een verzamelingsoverdekking: gulzig gekozen met "
            "een grens, en exact als het kan.",
            "A gap is a party without a tie to the target set. Who has a tie with it and with one "
            "of the set can introduce them. The fewest introducers that close all gaps at that "
            "distance are a set cover: chosen greedily with a bound, and exactly where that can "
            "be done.",
        ),
        "Burt 1992; Chvátal 1979",
        Text(
            "Geen belofte: een band op papier zegt niet dat iemand wil voorstellen.",
            "No promise: a tie on record does not say that somebody will introduce another.",
        ),
    ),
    _Method(
        Text("Wie niet gemist kan worden", "Single points of failure"),
        Text(
            "Een partij zonder wie haar deel van het netwerk uiteenvalt; los raakt wie niet in "
            "het grootste stuk blijft.",
            "A party without which its part of the network falls apart; cut off is who does not "
            "stay in the largest piece.",
        ),
        "Tarjan 1972; Hopcroft & Tarjan 1973",
        Text("Dat geldt voor vastgelegde banden.", "That holds for ties on record."),
    ),
    _Method(
        Text("Wie weinig met elkaar werkt", "Who works little with whom"),
        Text(
            "Het aantal banden tussen twee sectoren of gemeenten naast dat in toevallige "
            "netwerken waarin elke partij in evenveel projecten zit en elk project evenveel "
            "deelnemers heeft. p is de kans op zo weinig of minder, gecorrigeerd voor het aantal "
            "paren (Holm).",
            "The number of ties between two sectors or municipalities beside that in random "
            "networks in which each party is in as many projects and each project has as many "
            "participants. p is the chance of so few or fewer, corrected for the number of pairs "
            "(Holm).",
        ),
        "Strona et al. 2014; Holm 1979; Phipson & Smyth 2010",
        Text(
            "Een grote p bewijst geen nabijheid, zeker waar van weinig partijen de plaats bekend "
            "is.",
            "A large p is no proof of nearness, least of all where the place of few parties is "
            "known.",
        ),
    ),
    _Method(
        Text("Menging van helices", "Mixing of helices"),
        Text(
            "E-I-index: (banden tussen − banden binnen) gedeeld door alle banden. "
            "Assortativiteit: hetzelfde, vergeleken met wat het aantal banden van elke helix doet "
            "verwachten; 1 is alles binnen, 0 is zoals verwacht.",
            "E-I index: (ties between − ties within) divided by all ties. Assortativity: the "
            "same, compared with what the number of ties of each helix would give; 1 is all "
            "within, 0 as expected.",
        ),
        "Krackhardt & Stern 1988; Newman 2003",
        Text(
            "De E-I-index hangt af van de omvang van elke helix.",
            "The E-I index depends on the size of each helix.",
        ),
    ),
    _Method(
        Text("Synergie T", "Synergy T"),
        Text(
            "Wederzijdse informatie in drie dimensies over welke helices bij elke activiteit "
            "aanwezig zijn: T = H(u)+H(i)+H(g) − H(u,i) − H(u,g) − H(i,g) + H(u,i,g), in bits; "
            "negatief is synergie. Het interval komt uit 1.000 trekkingen met teruglegging.",
            "Mutual information in three dimensions of which helices are present in each "
            "activity: T = H(u)+H(i)+H(g) − H(u,i) − H(u,g) − H(i,g) + H(u,i,g), in bits; "
            "negative is synergy. The interval is from 1,000 draws with replacement.",
        ),
        "Leydesdorff 2003; Leydesdorff, Park & Lengyel 2014",
        Text(
            "Van weinig activiteiten is T vertekend; het zegt niets over oorzaak of succes.",
            "Of few activities T is biased; it says nothing of causes or success.",
        ),
    ),
    _Method(
        Text("Door de tijd, voor en na", "Over time, before and after"),
        Text(
            "De banden van een jaar zijn die van alles wat op een dag ervan geldt. Verschil in "
            "verschil: wat voor deelnemers van een programma veranderde, min wat voor anderen "
            "veranderde, met een 95%-interval uit trekkingen van partijen.",
            "The ties of a year are those of all that holds on a day of it. Difference in "
            "differences: what changed for participants of a programme, less what changed for "
            "others, with a 95% interval from draws of parties.",
        ),
        "Card & Krueger 1994; Efron 1979",
        Text(
            "Geen bewijs van oorzaak; partijen zijn niet onafhankelijk, dus het interval is te "
            "smal.",
            "No proof of cause; parties are not independent, so the interval is too narrow.",
        ),
    ),
    _Method(
        Text("Stabiliteit van een rangorde", "Stability of a ranking"),
        Text(
            "Een willekeurige tiende van de banden wordt weggelaten en de rangorde opnieuw "
            "bepaald; het interval omvat de middelste 90% van de plaatsen.",
            "A random tenth of the ties is left out and the ranking made anew; the interval holds "
            "the middle 90% of the ranks.",
        ),
        "Costenbader & Valente 2003; Borgatti, Carley & Krackhardt 2006",
        Text(
            "Wie nooit gevraagd is, komt er niet door terug.",
            "Who was never asked is not brought back by it.",
        ),
    ),
    _Method(
        Text("Voorspelde banden", "Predicted ties"),
        Text(
            "Resource allocation: de som over gemeenschappelijke relaties van 1 gedeeld door hun "
            "aantal banden. Adamic–Adar: hetzelfde met de logaritme. AUC: de kans dat een paar "
            "dat wél ging samenwerken hoger scoort dan een paar dat dat niet deed; 0,5 is toeval.",
            "Resource allocation: the sum over neighbours in common of 1 divided by their number "
            "of ties. Adamic–Adar: the same with the logarithm. AUC: the chance that a pair that "
            "came to work together scores higher than one that did not; 0.5 is chance.",
        ),
        "Adamic & Adar 2003; Zhou, Lü & Zhang 2009; Liben-Nowell & Kleinberg 2007",
        Text(
            "Een voorspelling herhaalt wat al vastligt en begunstigt wie er vaak in staat.",
            "A prediction repeats what is on record, and favours who is in it often.",
        ),
    ),
)
