"""The five questions: how each server is asked, and what both answers must have in common."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from network import Network, Organisation

Json = dict[str, Any]
# In as many projects as makes an answer of about 15 kB, with their partners.
FEWEST, MOST = 8, 13
LISTED = 100


@dataclass(frozen=True, slots=True)
class Asking:
    """How one server is asked: its query, its variables for a value, its answer's common form."""

    query: str
    variables: Callable[[Json], Json]
    plain: Callable[[Json], Any]

    def body(self, value: Json) -> bytes:
        """The request's body for a value."""
        asked = {"query": self.query, "variables": self.variables(value)}
        return json.dumps(asked, separators=(",", ":")).encode()


@dataclass(frozen=True, slots=True)
class Question:
    """One question, with every value that it is asked for, and what its answer must show."""

    name: str
    values: Callable[[Network], list[Json]]
    ours: Asking
    peer: Asking
    holds: Callable[[Json, Any], bool]


def same(value: Json) -> Json:
    """Variables that are the value itself."""
    return value


def shuffled(values: Sequence[Json]) -> list[Json]:
    """The values in an order of their own, the same every time."""
    found = list(values)
    random.Random(len(found)).shuffle(found)  # noqa: S311 - it is to be the same again
    return found


def write_bodies(asking: Asking, values: Sequence[Json], file: Path) -> Path:
    """One request's body a line."""
    file.write_bytes(b"".join(asking.body(value) + b"\n" for value in shuffled(values)))
    return file


def every_organisation(network: Network) -> list[Json]:
    """The id of each."""
    return [{"id": party.id} for party in network.organisations]


def active_organisations(network: Network) -> list[Json]:
    """The ids of those in many projects."""
    pairs = zip(network.organisations, network.degrees(), strict=True)
    return [{"id": party.id} for party, degree in pairs if FEWEST <= degree <= MOST]


def list_filters(network: Network) -> list[Json]:
    """Filters that a hundred or more organisations meet: a helix, sme or not, how names begin."""

    def filters(party: Organisation) -> list[tuple[str, bool, str]]:
        return [(party.helix, party.sme, party.name[:length]) for length in (1, 2, 3, 4, 5)]

    counted = Counter(one for party in network.organisations for one in filters(party))
    return [
        {"helix": helix, "sme": sme, "start": start}
        for (helix, sme, start), count in sorted(counted.items())
        if count >= LISTED
    ]


def two_words(network: Network) -> list[Json]:
    """Two words that sixteen names have, and one name is."""
    return [{"text": pair} for pair in network.pairs]


def found_as_named(value: Json, plain: Any) -> bool:
    """The name that is asked for is at the top, nine more follow, and all have both words."""
    return bool(plain == (value["text"], 10, {value["text"]}))


def _searched(names: Sequence[str]) -> Any:
    return names[0] if names else "", len(names), {" ".join(name.split()[:2]) for name in names}


def _facts(party: Json) -> Any:
    words = [str(party[key]).lower() for key in ("kind", "helix")]
    return party["id"], party["name"], *words, party["sme"]


def _surroundings(projects: Sequence[tuple[Json, Sequence[tuple[Json, str]]]]) -> Any:
    return {
        (project["id"], project["name"]): {
            (party["id"], party["name"], role.lower()) for party, role in partners
        }
        for project, partners in projects
    }


def _listed(parties: Sequence[tuple[Json, Sequence[Json]]]) -> Any:
    return [
        (party["id"], party["name"], {(one["id"], one["name"]) for one in projects})
        for party, projects in parties
    ]


POINT = Question(
    "point",
    every_organisation,
    Asking(
        "query ($id: ID!) { organisation(id: $id) { id name kind helix sme } }",
        same,
        lambda data: _facts(data["organisation"]),
    ),
    Asking(
        "query ($id: ID!) { organisations(where: { id: { eq: $id } }) { id name kind helix sme } }",
        same,
        lambda data: _facts(data["organisations"][0]),
    ),
    lambda value, plain: bool(plain[0] == value["id"]),
)

TWO_HOP = Question(
    "two-hop",
    active_organisations,
    Asking(
        "query ($id: ID!) { organisation(id: $id) { id name projects(first: 100) { nodes { id name "
        "partners(first: 100) { edges { role node { id name } } } } } } }",
        same,
        lambda data: _surroundings(
            [
                (project, [(edge["node"], edge["role"]) for edge in project["partners"]["edges"]])
                for project in data["organisation"]["projects"]["nodes"]
            ]
        ),
    ),
    Asking(
        "query ($id: ID!) { organisations(where: { id: { eq: $id } }) { id name projects { id name "
        "partnersConnection { edges { properties { role } node { id name } } } } } }",
        same,
        lambda data: _surroundings(
            [
                (
                    project,
                    [
                        (edge["node"], edge["properties"]["role"])
                        for edge in project["partnersConnection"]["edges"]
                    ],
                )
                for project in data["organisations"][0]["projects"]
            ]
        ),
    ),
    lambda _, plain: FEWEST <= len(plain) <= MOST and all(plain.values()),
)

# The peer's sort begins with what the filter holds still: so its index gives the order as well.
LIST = Question(
    "list",
    list_filters,
    Asking(
        "query ($helix: Helix!, $sme: Boolean!, $start: String!) { organisations(first: 100, "
        "filter: { helix: $helix, sme: $sme, nameStartsWith: $start }) "
        "{ nodes { id name projects(first: 100) { nodes { id name } } } } }",
        lambda value: {**value, "helix": value["helix"].upper()},
        lambda data: _listed(
            [(party, party["projects"]["nodes"]) for party in data["organisations"]["nodes"]]
        ),
    ),
    Asking(
        "query ($helix: String!, $sme: Boolean!, $start: String!) { organisations(limit: 100, "
        "where: { helix: { eq: $helix }, sme: { eq: $sme }, name: { startsWith: $start } }, "
        "sort: [{ helix: ASC }, { sme: ASC }, { name: ASC }]) { id name projects { id name } } }",
        same,
        lambda data: _listed([(party, party["projects"]) for party in data["organisations"]]),
    ),
    lambda value, plain: (
        len(plain) == LISTED and all(name.startswith(value["start"]) for _, name, _ in plain)
    ),
)

COLLABORATORS = Question(
    "collaborators",
    active_organisations,
    Asking(
        "query ($id: ID!) { organisation(id: $id) { collaborators(first: 10) "
        "{ edges { weight node { id name } } } } }",
        same,
        lambda data: [
            (edge["node"]["id"], edge["node"]["name"], edge["weight"])
            for edge in data["organisation"]["collaborators"]["edges"]
        ],
    ),
    Asking(
        "query ($id: ID!) { organisations(where: { id: { eq: $id } }) "
        "{ collaborators(first: 10) { id name shared } } }",
        same,
        lambda data: [
            (one["id"], one["name"], one["shared"])
            for one in data["organisations"][0]["collaborators"]
        ],
    ),
    lambda _, plain: len(plain) == 10,
)

SEARCH = Question(
    "search",
    two_words,
    Asking(
        "query ($text: String!) { search(text: $text, first: 10) { nodes { id name } } }",
        same,
        lambda data: _searched([node["name"] for node in data["search"]["nodes"]]),
    ),
    Asking(
        "query ($phrase: String!) { searchOrganisations(phrase: $phrase, first: 10) "
        "{ edges { node { id name } } } }",
        lambda value: {"phrase": " ".join(f"+{word}" for word in value["text"].split())},
        lambda data: _searched(
            [edge["node"]["name"] for edge in data["searchOrganisations"]["edges"]]
        ),
    ),
    found_as_named,
)

QUESTIONS = (POINT, TWO_HOP, LIST, COLLABORATORS, SEARCH)
