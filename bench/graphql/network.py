"""A made-up regional network, the same every time: what both servers are asked about.

Regions make it what such networks are: four of five partners of a project come from its own region,
some parties are in many projects and most in few. A network ten times as large has ten times as
many regions of the same sort, so that a party's surroundings are alike in both.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, islice, product

ORGANISATIONS, PROJECTS, PARTICIPATIONS = 20_000, 10_000, 100_000
REGIONS = 20
MOST_WEIGHT = 12.0
FROM_OWN_REGION = 0.8
SMALLEST, LARGEST = 3, 17  # partners of a project
NAMES_OF_A_PAIR = 16

_BEGINNINGS = (
    "Berg", "Bron", "Dael", "Eik", "Geul", "Grens", "Heu", "Hoog", "Kas", "Kerk", "Lind", "Maas",
    "Meer", "Molen", "Nieuw", "Oever", "Peel", "Rijn", "Roer", "Steen", "Veen", "Voer", "Wold",
    "Zand", "Zon",
)  # fmt: skip
_ENDINGS = (
    "akker", "borg", "dijk", "donk", "gaard", "hage", "horst", "hout", "kamp", "laan", "lo",
    "mans", "oord", "rade", "stra", "terp", "veld", "vliet", "weide", "zicht",
)  # fmt: skip
_TRADES = (
    "Advies", "Agro", "Bouw", "Chemie", "Coating", "Data", "Energie", "Farma", "Glas",
    "Installatie", "Keramiek", "Kunststof", "Logistiek", "Machines", "Metaal", "Milieu", "Optiek",
    "Papier", "Software", "Techniek", "Textiel", "Transport", "Verpakking", "Voeding", "Zorg",
)  # fmt: skip
_PLACES = (
    "Aalbeek", "Baexem", "Cadier", "Doenrade", "Epen", "Frelenberg", "Grathem", "Heythuysen",
    "Ittervoort", "Jabeek", "Klimmen", "Limbricht", "Merkelbeek", "Neeritter", "Oirsbeek",
    "Posterholt", "Ransdaal", "Schinnen", "Thorn", "Ulestraten", "Vijlen", "Wijlre", "Yzeren",
    "Zuilenberg",
)  # fmt: skip
_AIMS = ("Circulair", "Digitaal", "Duurzaam", "Gezond", "Grensloos", "Open", "Schoon", "Slim")
_WAYS = ("fieldlab", "keten", "netwerk", "onderzoek", "proeftuin", "traject", "werkplaats")
_HELICES = {"industry": 12, "knowledge": 4, "government": 2, "civil": 2}  # of twenty
_KINDS = {
    "industry": "company",
    "knowledge": "university",
    "government": "public_body",
    "civil": "association",
}


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation, as both servers should know it."""

    id: str
    name: str
    kind: str
    helix: str
    sme: bool


@dataclass(frozen=True, slots=True)
class Project:
    """One project; the first of its partners, numbers of organisations, leads it."""

    id: str
    name: str
    partners: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """All of it. `pairs` are two words that sixteen organisations have, one of them as its name."""

    organisations: tuple[Organisation, ...]
    projects: tuple[Project, ...]
    pairs: tuple[str, ...]

    def degrees(self) -> list[int]:
        """In how many projects each organisation is."""
        counted = Counter(number for project in self.projects for number in project.partners)
        return [counted[number] for number in range(len(self.organisations))]

    def surroundings(self) -> list[tuple[int, int]]:
        """Of each organisation: how many projects, and how many partners in them all together."""
        seats = Counter[int]()
        for project in self.projects:
            for number in project.partners:
                seats[number] += len(project.partners)
        return [(degree, seats[number]) for number, degree in enumerate(self.degrees())]


def role(place: int) -> str:
    """The role of a project's first, second, … partner."""
    return "lead" if place == 0 else "partner" if place % 3 else "participant"


def made(times: int = 1) -> Network:
    """The network, or one so many times as large."""
    random_ = random.Random(20_161_003 + times)  # noqa: S311 - it is to be the same again
    pairs = _pairs(times, random_)
    organisations = tuple(_organisations(pairs, random_))
    members = _members(times, len(organisations), random_)
    projects = tuple(_projects(times, members, len(organisations), random_))
    return Network(organisations, projects, pairs)


def _pairs(times: int, random_: random.Random) -> tuple[str, ...]:
    words = [first + last for first, last in product(_BEGINNINGS, _ENDINGS)]
    random_.shuffle(words)
    count = ORGANISATIONS * times // NAMES_OF_A_PAIR
    pairs = tuple(islice((f"{word} {trade}" for word in words for trade in _TRADES), count))
    if len(pairs) < count:
        raise ValueError(f"there are words for {len(words) * len(_TRADES)} pairs, not for {count}")
    return pairs


def _organisations(pairs: tuple[str, ...], random_: random.Random) -> Iterator[Organisation]:
    names = [
        name
        for pair in pairs
        for name in (pair, *(f"{pair} {place}" for place in random_.sample(_PLACES, 15)))
    ]
    random_.shuffle(names)
    helices = random_.choices(list(_HELICES), list(_HELICES.values()), k=len(names))
    for name, helix in zip(names, helices, strict=True):
        small = helix == "industry" and random_.random() < 0.75
        key = name.lower().replace(" ", "-")
        yield Organisation(f"organisation:{key}", name, _KINDS[helix], helix, small)


def _members(times: int, count: int, random_: random.Random) -> list[tuple[range, list[float]]]:
    """Of each region: its organisations, and their weights added up."""
    found = []
    for region in range(REGIONS * times):
        numbers = range(region, count, REGIONS * times)
        weights = [min(random_.paretovariate(1.6), MOST_WEIGHT) for _ in numbers]
        found.append((numbers, list(accumulate(weights))))
    return found


def _projects(
    times: int, regions: list[tuple[range, list[float]]], count: int, random_: random.Random
) -> Iterator[Project]:
    for number, size in enumerate(_sizes(PROJECTS * times, random_)):
        numbers, weights = regions[number % len(regions)]
        chosen: dict[int, None] = {}
        while len(chosen) < size:
            if random_.random() < FROM_OWN_REGION:
                chosen[random_.choices(numbers, cum_weights=weights)[0]] = None
            else:
                chosen[random_.randrange(count)] = None
        name = f"{random_.choice(_AIMS)} {random_.choice(_WAYS)} {number:06}"
        yield Project(f"project:{name.lower().replace(' ', '-')}", name, tuple(chosen))


def _sizes(count: int, random_: random.Random) -> Iterator[int]:
    """How many partners each project has: any number from the smallest to the largest, ten on
    average.
    """
    for _ in range(count // 2):
        size = random_.randint(SMALLEST, LARGEST)
        yield from (size, SMALLEST + LARGEST - size)
