"""Analyses as GraphQL tells them, on the LED network; what is worked out by hand is in comments."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.conftest import Ask

from ledwerk.api.analyst import Analyst
from ledwerk.api.app import create_app
from ledwerk.api.limits import Limits
from ledwerk.api.settings import Settings
from ledwerk.graph.analysis import questions
from ledwerk.graph.analysis.reckoning import Reckoning
from ledwerk.graph.lens import Lens
from ledwerk.graph.store import Store
from ledwerk.schema.errors import InvalidQuestion, QuestionTooExpensive

ZUYD = "organisation:zuyd-hogeschool"


def test_who_is_between_others(ask: Ask) -> None:
    found = ask(
        '{ centrality(measure: BETWEENNESS, through: [PROJECT, PROGRAMME], asOf: "2016-10-01", '
        "first: 20) { edges { rank value cursor node { name helix } } exact samples error revision "
        "totalCount pageInfo { hasNextPage } } }"
    )["centrality"]
    assert [edge["node"]["name"] for edge in found["edges"][:2]] == [
        "Zuyd Hogeschool", "Maastricht University",
    ]  # fmt: skip
    values = [edge["value"] for edge in found["edges"]]
    assert values == sorted(values, reverse=True)
    assert [edge["rank"] for edge in found["edges"][:3]] == [1, 2, 3]
    assert (found["exact"], found["samples"], found["error"]) == (True, None, None)
    assert (found["revision"], found["totalCount"]) == (1, 87)
    again = ask(
        "query ($after: String) { centrality(measure: BETWEENNESS, through: [PROJECT, PROGRAMME], "
        'asOf: "2016-10-01", first: 2, after: $after) { nodes { name } } }',
        after=found["edges"][1]["cursor"],
    )["centrality"]
    assert [node["name"] for node in again["nodes"]] == [
        edge["node"]["name"] for edge in found["edges"][2:4]
    ]


def test_every_measure_with_its_rank_interval(ask: Ask) -> None:
    for measure in ("DEGREE", "STRENGTH", "CLOSENESS", "HARMONIC", "EIGENVECTOR", "PAGERANK",
                    "CORE"):  # fmt: skip
        edges = ask(
            f"{{ centrality(measure: {measure}, first: 5) "
            "{ edges { rank value rankLow rankHigh node { id } } } }"
        )["centrality"]["edges"]
        assert all(edge["rankLow"] <= edge["rank"] <= edge["rankHigh"] for edge in edges)


def test_people_and_projects(ask: Ask) -> None:
    found = ask(
        "{ people: peopleCentrality(measure: DEGREE, first: 1) { edges { value node { name } } } "
        "projects: projectCentrality(measure: DEGREE, first: 1) { edges { value node { __typename "
        "name } } } }"
    )
    # The board has sixteen people; whoever is on no other knows fifteen.
    assert found["people"]["edges"][0]["value"] == 15
    assert found["projects"]["edges"] == [
        {"value": 11, "node": {"__typename": "Programme", "name": "Economische profilering"}}
    ]


def test_brokers(ask: Ask) -> None:
    found = ask(
        "{ brokers(first: 20) { edges { node { name } coordinator itinerant gatekeeper "
        "representative liaison total constraint effectiveSize participation } } }"
    )["brokers"]["edges"]
    first = found[0]
    assert first["node"]["name"] == "Zuyd Hogeschool"
    assert first["gatekeeper"] == first["representative"]
    for edge in found:
        roles = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
        assert edge["total"] == sum(edge[role] for role in roles)
        assert 0 < edge["constraint"] < 2


def test_introductions(ask: Ask) -> None:
    found = ask(
        "{ introductions(from: {sme: true}, to: {kind: CAMPUS}) { edges { introducer { name } "
        "strength closes { from { name } to { name } metIn { name } } } reached unreachable bound "
        "further exact } }"
    )["introductions"]
    # The three gaps of `gaps`: all of them know Zuyd, which takes part with each campus.
    (edge,) = found["edges"]
    assert edge["introducer"]["name"] == "Zuyd Hogeschool"
    assert [closed["from"]["name"] for closed in edge["closes"]] == [
        "4Webcom", "Kiss Engineering", "Sananet Care BV",
    ]  # fmt: skip
    assert {"name": "Economische profilering"} in edge["closes"][0]["metIn"]
    assert [found[key] for key in ("reached", "unreachable", "bound", "further", "exact")] == [
        3, 0, 1, 0, True,
    ]  # fmt: skip


def test_if_zuyd_left(ask: Ask) -> None:
    found = ask(
        f'{{ whatIf(removeParties: ["{ZUYD}"]) {{ measures {{ name before after }} '
        "gaps { before after opened { name } closed { name } } cutOff { name } moved { party "
        "{ name } before after } exact revision } }"
    )["whatIf"]
    measures = {one["name"]: (one["before"], one["after"]) for one in found["measures"]}
    assert measures["parties"] == (87, 86)
    # It took part in five projects and programmes.
    assert measures["participations"] == (158, 153)
    assert measures["unreachable"] == (0, 2)
    assert [one["name"] for one in found["cutOff"]] == [
        "4Webcom", "Maastricht Instruments", "Sananet Care BV",
    ]  # fmt: skip
    assert found["gaps"] == {"before": 3, "after": 3, "opened": [], "closed": []}
    assert found["moved"][0] == {
        "party": {"name": "Zuyd Hogeschool"},
        "before": pytest.approx(791.43, abs=0.01),
        "after": None,
    }


def test_if_a_firm_joined_a_programme(ask: Ask) -> None:
    found = ask(
        '{ whatIf(join: [{party: "organisation:4webcom", activity: '
        '"programme:economische-profilering"}], addParties: [{id: "organisation:new", name: "New", '
        'sme: true}], addTies: [{one: "organisation:new", two: "organisation:4webcom"}]) '
        "{ gaps { before after opened { name } closed { name } } } }"
    )["whatIf"]["gaps"]
    # The new one is small, and two ties away from a campus; who is not there yet has no node.
    assert found == {"before": 3, "after": 3, "opened": [None], "closed": [{"name": "4Webcom"}]}


def test_what_cannot_be_is_told(ask: Ask) -> None:
    (error,) = ask('{ whatIf(removeParties: ["organisation:zuid"]) { exact } }', errors=True)
    assert "organisation:zuid" in error.message
    for asked, words in (
        ('centrality(measure: DEGREE, programme: "nope") { totalCount }', "no programme"),
        ("centrality(measure: DEGREE, samples: 0) { totalCount }", "samples is 1 to"),
        ('centrality(measure: DEGREE, asOf: "soon") { totalCount }', "asOf"),
        ('timeline(asOf: "2016", during: {start: "2015"}) { year }', "not both"),
        ('timeline(during: {start: "x"}) { year }', "during: start"),
        ("brokers(through: []) { totalCount }", "through is empty"),
        ("predictedTies(first: 0) { score }", "first is 1 to"),
        ('ending(since: "2016-13") { last }', "since"),
    ):
        (error,) = ask(f"{{ {asked} }}", errors=True)
        assert words in error.message, asked


def test_triple_helix_and_timeline(ask: Ask) -> None:
    found = ask(
        "{ tripleHelix(by: PROGRAMME) { edges { label parties government industry knowledge other "
        "eiIndex synergy { value low high } } } timeline { year parties ties came { name } left "
        "{ name } stayed } }"
    )
    for edge in found["tripleHelix"]["edges"]:
        helices = ("government", "industry", "knowledge", "other")
        assert edge["parties"] == sum(edge[helix] for helix in helices)
        assert edge["eiIndex"] is None or -1 <= edge["eiIndex"] <= 1
    before = 0
    for year in found["timeline"]:
        assert year["parties"] == before + len(year["came"]) - len(year["left"])
        assert year["stayed"] == before - len(year["left"])
        before = year["parties"]
    assert len(found["timeline"]) > 3


def test_gaps_of_other_sorts(ask: Ask) -> None:
    found = ask(
        "{ missingHelixes(first: 1) { edges { node { name } partners missing unsure } totalCount } "
        "singlePoints { edges { node { name } count cutOff { name } } totalCount } "
        "seatsWithoutPartners { nodes { name } } payersWithoutSeat { edges { node { name } has "
        "{ name } } } partnersWithoutSeat(atLeast: 2) { edges { has { name } through { name } } } "
        "separations { pairs { p } draws least } unknowns { parties neverAsked { name } undated "
        "{ name } } }"
    )
    assert found["missingHelixes"]["edges"] == [
        {"node": {"name": "EuroStad"}, "partners": 11, "missing": ["INDUSTRY", "KNOWLEDGE"],
         "unsure": 3}
    ]  # fmt: skip
    assert found["singlePoints"]["totalCount"] == 1
    assert found["singlePoints"]["edges"][0]["count"] == 3
    assert all(len(edge["has"]) > 1 for edge in found["partnersWithoutSeat"]["edges"])
    assert found["separations"] == {"pairs": [], "draws": 0, "least": 1.0}
    assert found["unknowns"]["parties"] == 87


def test_money_ends_and_predictions(ask: Ask) -> None:
    found = ask(
        '{ money { label what amount currency per sums unknown } ending(since: "2016-01-01", days: '
        "366) { node { name } last who { name } onlyTies } predictedTies(first: 3) { one { id } "
        "two { id } score shared through { name } } }"
    )
    granted = [row for row in found["money"] if row["what"] == "granted"]
    assert {row["currency"] for row in granted} == {"EUR"}
    assert len({row["per"] for row in granted}) == len(granted)
    assert [one["last"] for one in found["ending"]] == ["2016-12-31"]
    for one in found["predictedTies"]:
        collaborators = ask(
            "query ($id: ID!) { party(id: $id) { collaborators(first: 200) { nodes { id } } } }",
            id=one["one"]["id"],
        )
        assert one["two"] not in collaborators["party"]["collaborators"]["nodes"]
        assert one["shared"] >= len(one["through"]) > 0


def test_the_best_new_ties_and_a_programme(ask: Ask) -> None:
    found = ask(
        "{ newTies(from: {sme: true}, to: {kind: CAMPUS}, first: 3) { party { name } target { name } "
        "distance closes { name } brings { name } } beforeAfter(id: "
        '"programme:programma-2016-2020") { partners others phases { name ties crossShare } effects '
        "{ measure phase beside estimate { value low high } } } }"
    )
    # A tie of a firm's own closes its gap, and no more than one is closed by one tie.
    assert [one["party"]["name"] for one in found["newTies"]] == [
        "4Webcom", "Kiss Engineering", "Sananet Care BV",
    ]  # fmt: skip
    assert all(one["closes"] == [one["party"]] and one["distance"] == 2 for one in found["newTies"])
    assert [one["name"] for one in found["beforeAfter"]["phases"]] == ["before", "during", "after"]
    for effect in found["beforeAfter"]["effects"]:
        estimate = effect["estimate"]
        assert estimate["low"] <= estimate["value"] <= estimate["high"]


# -- who reckons --------------------------------------------------------------------------------


def slow(reckoning: Reckoning, *, seconds: float) -> int:
    """A question that takes its time."""
    time.sleep(seconds)
    return len(reckoning.network)


def wrong(reckoning: Reckoning) -> int:
    """A question that fails."""
    return len(reckoning.network) // 0


@pytest.fixture
def analyst(led: Store) -> Iterator[Analyst]:
    made = Analyst(led, apart=True)  # a busy machine takes seconds to start a process
    yield made
    made.close()


def test_a_process_of_its_own_says_the_same(led: Store, analyst: Analyst) -> None:
    apart = asyncio.run(analyst.ask(questions.brokers, lens=Lens()))
    here = asyncio.run(Analyst(led).ask(questions.brokers, lens=Lens()))
    assert apart == here
    assert apart.revision == 1


def test_nobody_waits_longer_than_patience_and_the_answer_comes(led: Store) -> None:
    analyst = Analyst(led, apart=True, patience=0.6)
    try:
        asyncio.run(_until(analyst, slow, seconds=2.0))
    finally:
        analyst.close()


async def _until(analyst: Analyst, question: Any, **arguments: Any) -> None:
    with pytest.raises(QuestionTooExpensive, match="still being reckoned"):
        await analyst.ask(question, **arguments)
    # Others are answered meanwhile by whoever asks the store; this one is there in the end.
    for _ in range(100):
        try:
            found = await analyst.ask(question, **arguments)
        except QuestionTooExpensive:
            continue
        assert found.value > 80
        return
    raise AssertionError("it never came")


def test_a_failure_is_told_and_the_next_question_answered(analyst: Analyst) -> None:
    with pytest.raises(InvalidQuestion, match="the service's log says why"):
        asyncio.run(analyst.ask(wrong))
    with pytest.raises(InvalidQuestion, match="no programme"):
        asyncio.run(analyst.ask(questions.brokers, lens=Lens(programme="nope")))
    assert asyncio.run(analyst.ask(questions.brokers, lens=Lens())).value


def test_nobody_fills_the_queue_for_others(led: Store) -> None:
    async def crowd() -> list[Any]:
        asked = (analyst.ask(slow, seconds=0.2 + number / 1000) for number in range(20))
        return await asyncio.gather(*asked, return_exceptions=True)

    analyst = Analyst(led)
    found = asyncio.run(crowd())
    refused = [one for one in found if isinstance(one, QuestionTooExpensive)]
    assert len(refused) == 4
    assert "16 analyses are waiting" in str(refused[0])
    assert asyncio.run(analyst.ask(slow, seconds=0.01)).value > 80
    analyst.close()


def test_a_process_that_dies_is_replaced(analyst: Analyst) -> None:
    asyncio.run(analyst.ask(questions.brokers, lens=Lens()))
    process = analyst._desk.desk.process
    assert process is not None
    process.kill()
    process.join()
    assert asyncio.run(analyst.ask(questions.timeline, lens=Lens())).value


def test_the_service_reckons_apart(led: Store) -> None:
    app = create_app(led, Settings(limits=Limits(seconds=60)))
    client = TestClient(app, base_url="http://127.0.0.1")
    query = "{ brokers(first: 1) { nodes { name } revision } }"
    try:
        answer = client.post("/graphql", json={"query": query}).json()
        assert answer["data"]["brokers"] == {"nodes": [{"name": "Zuyd Hogeschool"}], "revision": 1}
        assert app.state.analyst._desk.desk.process.is_alive()
    finally:
        app.state.analyst.close()
