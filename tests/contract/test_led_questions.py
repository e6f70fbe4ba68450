"""The questions of the LED network, with answers worked out from the magazine by hand.

Line numbers in comments are those of the source publication.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from ledwerk.graph.store import Store

Ask = Callable[..., Any]

CAMPUSES = {
    "Brightlands Chemelot Campus",
    "Brightlands Maastricht Health Campus",
    "Brightlands Smart Services Campus",
}


def test_dsm_and_whom_it_works_with(ask: Ask) -> None:
    """Lines 327-328 (sports) and 457-459 (programme line 2)."""
    found = ask("""{ organisation(name: "dsm") { id name helix kind sme aliases
        projects { edges { role node { id name } } }
        collaborators(first: 20) {
            edges { weight shared { __typename id name } node { name helix } } } } }""")
    dsm = found["organisation"]
    assert (dsm["id"], dsm["name"], dsm["helix"], dsm["kind"], dsm["sme"]) == (
        "organisation:dsm", "DSM", "INDUSTRY", "COMPANY", False,
    )  # fmt: skip
    assert dsm["projects"]["edges"] == [
        {"role": "PARTNER", "node": {"id": "project:limburg-business-in-sports",
                                     "name": "Limburg Business in Sports"}}
    ]  # fmt: skip
    edges = dsm["collaborators"]["edges"]
    # The three campuses share both the project and the line with DSM, through their group.
    assert {e["node"]["name"] for e in edges if e["weight"] == 2} == CAMPUSES
    assert {e["node"]["name"] for e in edges if e["weight"] == 1} == {
        "Topsport Limburg", "Bizzdom", "Cofely",  # the project
        "Rabobank", "Gemeente Heerlen", "Gemeente Maastricht", "Gemeente Sittard-Geleen",
        "Maastricht University", "Medtronic", "APG", "SABIC", "Acventure", "EY",
        "Provincie Limburg",  # the line
    }  # fmt: skip
    assert [s["name"] for s in edges[0]["shared"]] == [
        "Brightlands Innovation Factory", "Limburg Business in Sports",
    ]  # fmt: skip
    names = [e["node"]["name"].casefold() for e in edges]
    assert names[:3] == sorted(names[:3])
    assert names[3:] == sorted(names[3:])


def test_knowledge_engineering_at_work(ask: Ask) -> None:
    """Lines 302-303; the heading on line 277 has a print error, which stays as an alias."""
    found = ask("""{ project(name: "KnowledgeEngineering@Work") { name aliases
        period { start end } partners { edges { role node { name aliases helix kind }
        via { name } } } sources { title locator } } }""")["project"]
    assert found["aliases"] == ["KnowledgeEngeneering@Work"]
    assert found["period"] == {"start": None, "end": None}
    edges = found["partners"]["edges"]
    assert {e["node"]["name"] for e in edges} == {
        "Maastricht University", "LIOF", "RWTH Aken", "Kamer van Koophandel", "Mediaan",
        "Medtronic", "Vodafone", "Mercedes", "CBS", "APG", "Q-Park",
    }  # fmt: skip
    assert len(edges) == 11
    assert all(e["via"] is None for e in edges)
    assert {s["title"] for s in found["sources"]} == {"LED Update najaar 2016"}
    assert {s["locator"].rsplit(" ", 1)[1] for s in found["sources"]} == {"277", "280"}


def test_eurostad_has_the_eleven_partners_of_lines_405_to_410(ask: Ask) -> None:
    found = ask("""{ programme(name: "EuroStad") { name bottleneck
        partners { edges { node { name } via { name } } } } }""")["programme"]
    assert "ligging" in found["bottleneck"]
    edges = found["partners"]["edges"]
    assert {e["node"]["name"] for e in edges} == CAMPUSES | {
        "Gemeente Heerlen", "Gemeente Sittard-Geleen", "Gemeente Maastricht", "Provincie Limburg",
        "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties",
        "Ministerie van Economische Zaken", "Ministerie van Onderwijs, Cultuur en Wetenschap",
        "Ministerie van Sociale Zaken en Werkgelegenheid",
    }  # fmt: skip
    assert len(edges) == 11
    assert {str(e["via"]) for e in edges} == {"None"}


def test_a_group_reaches_its_members(ask: Ask) -> None:
    """Line 515: “Brightlands campussen”; lines 515-516 also name two other groups."""
    found = ask("""{ programme(name: "mkb groeimotor zuid-limburg") {
        partners { edges { node { name __typename } via { name } } } } }""")["programme"]
    routes = {(e["node"]["name"], (e["via"] or {}).get("name")) for e in found["partners"]["edges"]}
    assert routes == {
        ("LWV", None), ("MKB Limburg", None), ("Brightlands campussen", None),
        ("Rabobanken Zuid-Limburg", None), ("Provincie Limburg", None), ("LIOF", None),
        ("Centrumgemeenten", None),
        *((campus, "Brightlands campussen") for campus in CAMPUSES),
        *((f"Gemeente {name}", "Centrumgemeenten")
          for name in ("Heerlen", "Maastricht", "Sittard-Geleen")),
    }  # fmt: skip


BOARD = {
    # holder: (role, function, own organisation, on behalf of); lines 775-803
    "Jos Schneiders": ("voorzitter", None, None, []),
    "Sjraar Cox": ("lid", "burgemeester", "Gemeente Sittard-Geleen", []),
    "Jan Zuidam": ("lid", "voorzitter", "LWV", ["Ondernemend Limburg"]),
    "Boy Litjens": ("lid", "voorzitter", "LIOF", ["Brightlands Maastricht Health Campus"]),
    "Atzo Nicolaï": ("lid", "CEO", "DSM", ["Brightlands Chemelot Campus"]),
    "Marja van Dieijen-Visser": ("lid", None, None, ["De drie Zuid-Limburgse ziekenhuizen"]),
    "Mark Boerekamp": ("lid", "COO", "APG", ["Brightlands Smart Services Campus"]),
    "Karin van der Ven": ("lid", "eigenaar", "Jules & You", ["MKB Limburg"]),
    "Martin Paul": ("lid", "voorzitter College van Bestuur", "Maastricht University", []),
    "Gerard Mertens": ("lid", "decaan", "Open Universiteit", []),
    "Jos Kusters": ("lid", "voorzitter College van Bestuur", "ROC Leeuwenborgh", ["MBO"]),
    "Karel van Rosmalen": ("lid", "voorzitter College van Bestuur", "Zuyd Hogeschool", ["HBO"]),
    "Pieter Meekels": ("lid", "wethouder", "Gemeente Sittard-Geleen",
                       ["Gemeenten Westelijke Mijnstreek"]),
    "John Aarts": ("lid", "wethouder", "Gemeente Maastricht", ["Gemeenten Heuvelland"]),
    "Martin de Beer": ("lid", "wethouder", "Gemeente Heerlen", ["Gemeenten Parkstad"]),
    "Twan Beurskens": ("lid", "gedeputeerde", "Provincie Limburg", []),
}  # fmt: skip


def test_the_board_seat_by_seat(ask: Ask) -> None:
    found = ask("""{ boards { edges { node { name seats { person { name } party { name } role
        function organisation { name } onBehalfOf { name }
        conflicts { property statements { value locator } } } } } } }""")
    boards = {e["node"]["name"]: e["node"]["seats"] for e in found["boards"]["edges"]}
    seats = {(s["person"] or s["party"])["name"]: s for s in boards["Bestuur"]}
    assert {
        name: (s["role"], s["function"], (s["organisation"] or {}).get("name"),
               [one["name"] for one in s["onBehalfOf"]])
        for name, s in seats.items() if s["person"]
    } == BOARD  # fmt: skip
    # The front page (lines 10-12) names two more; the list of seats does not.
    disputed = {name for name, s in seats.items() if s["conflicts"]}
    assert disputed == {"Kamer van Koophandel", "Rabobanken Zuid-Limburg"}
    (conflict,) = seats["Kamer van Koophandel"]["conflicts"]
    assert conflict["property"] is None
    assert [(s["value"], s["locator"].split("regel ")[1]) for s in conflict["statements"]] == [
        ("yes", "10-12"), ("no", "774-803"),
    ]  # fmt: skip
    assert len(boards["Kernteam"]) == 14  # lines 806-819
    assert {(s["person"] or s["party"])["name"] for s in
            boards["Stuurgroep Mobiliteits- en Talentcentrum"]} == {
        "Centrumgemeenten", "Provincie Limburg", "Jos Schneiders", "Jos Kusters",
    }  # fmt: skip
    assert len(boards) == 6


def test_who_is_near_a_campus(ask: Ask) -> None:
    found = ask("""{ campus(name: "Brightlands Chemelot Campus") { name municipality { name }
        partners(first: 200) { edges { node { name __typename } distance } } } }""")["campus"]
    assert found["municipality"] is None  # the text does not say where it is
    near = {e["node"]["name"]: e["distance"] for e in found["partners"]["edges"]}
    assert near["Bizzdom"] == near["DSM"] == near["Rabobanken Zuid-Limburg"] == 1
    assert near["Zuyd Hogeschool"] == 1  # line 669, “hogeschool”, beside “Brightlands”
    assert near["Sananet Care BV"] == near["Kiss Engineering"] == near["Manpower"] == 2
    assert "Brightlands campussen" not in near  # a group with members has no ties itself
    assert "Ondernemend Limburg" not in near
    distances = [e["distance"] for e in found["partners"]["edges"]]
    assert distances == sorted(distances)


def test_gaps_of_small_firms_to_campuses(ask: Ask) -> None:
    """Bizzdom is in line 327 with the campuses; the other three reach them through Zuyd (line
    669), Kiss Engineering also through Cofely (line 328).
    """
    found = ask("""{ gaps(from: {sme: true}, to: {kind: CAMPUS}) { edges { node { name }
        nearest { name } distance introducers { name strength } } } }""")["gaps"]["edges"]
    assert [(e["node"]["name"], e["distance"]) for e in found] == [
        ("4Webcom", 2), ("Kiss Engineering", 2), ("Sananet Care BV", 2),
    ]  # fmt: skip
    assert all({n["name"] for n in e["nearest"]} == CAMPUSES for e in found)
    zuyd = {"name": "Zuyd Hogeschool", "strength": 1}
    assert found[0]["introducers"] == found[2]["introducers"] == [zuyd]
    assert found[1]["introducers"] == [{"name": "Cofely", "strength": 1}, zuyd]


def test_a_group_with_members_is_no_gap_of_its_own(ask: Ask) -> None:
    """“Gemeenten” and the like have no ties themselves: their members have them."""
    found = ask("""{ gaps(from: {kind: GROUP}, to: {kind: CAMPUS}) { edges { node { name }
        distance } } }""")["gaps"]["edges"]
    assert {(e["node"]["name"], e["distance"]) for e in found} == {
        ("Onze regio", 2),  # line 414, with the Province, which is in lines with the campuses
        ("PO", 2),  # line 620
        ("De drie Zuid-Limburgse ziekenhuizen", None), ("Derden", None),
    }  # fmt: skip


def test_search_for_sport(ask: Ask) -> None:
    found = ask("""{ search(text: "sport", first: 10) { edges { node { __typename id name }
        snippet } } }""")["search"]["edges"]
    names = [e["node"]["name"] for e in found]
    # A word of the name first, then inside a name, then only in a text.
    assert names[:3] == [
        "Eerste Sport & Innovatie Award", "Limburg Business in Sports", "Topsport Limburg",
    ]  # fmt: skip
    assert set(names[3:]) == {"De Bisschopsmolen", "MKB Roadmaps"}
    assert all("sport" in e["snippet"].casefold() for e in found)


def test_a_path_from_sananet_to_apg(ask: Ask) -> None:
    """4eHealth and KnowledgeEngineering@Work are both of the programme 2012-2016."""
    found = ask("""{ path(from: "Sananet Care BV", to: "APG") { nodes { name }
        steps { relation label } } }""")["path"]
    assert [n["name"] for n in found["nodes"]] == [
        "Sananet Care BV", "4eHealth", "Uitvoeringsprogramma 2012-2016",
        "KnowledgeEngineering@Work", "APG",
    ]  # fmt: skip
    assert [s["relation"] for s in found["steps"]] == [
        "PARTNER_IN", "PART_OF", "PART_OF", "PARTNER_IN",
    ]  # fmt: skip
    assert found["steps"][0]["label"] == "is partner in"
    assert found["steps"][3]["label"] == "heeft als partner"


def test_statistics_count_everything(ask: Ask, led: Store) -> None:
    found = ask("""{ statistics { nodes { kind count } relations { kind count }
        helix { helix count } } }""")["statistics"]
    nodes = {row["kind"]: row["count"] for row in found["nodes"]}
    assert nodes["Municipality"] == 15  # lines 822-836
    assert nodes["Campus"] == 3
    assert nodes["Sector"] == 8  # lines 369-384, Smart Services printed twice
    assert nodes["AmbitionArea"] == 4
    assert nodes["Programme"] == 11  # two programmes, six lines, three sector programmes
    assert nodes["Seat"] == 18 + 14 + 4
    assert nodes["Person"] == 16 + 14
    stated = {row.key for row in led.statements() if row.kind == "PARTNER_IN"}
    assert {row["kind"]: row["count"] for row in found["relations"]}["PARTNER_IN"] == len(stated)
    parties = sum(nodes[kind] for kind in ("Organisation", "Campus", "Municipality", "Group"))
    assert sum(row["count"] for row in found["helix"]) == parties


def test_money_asked_for_is_not_money_granted(ask: Ask) -> None:
    found = ask("""{ programmes { edges { node { name fundedBy { edges { amount state per
        node { name } } } } } } organisation(name: "led") { fundedBy { edges { amount per state
        node { name } } } founders { name } memberOf { edges { node { name } } } } }""")
    paid = {
        (e["node"]["name"], f["node"]["name"], f["amount"], f["state"])
        for e in found["programmes"]["edges"]
        for f in e["node"]["fundedBy"]["edges"]
    }
    led = "Limburg Economic Development (LED)"
    assert paid == {
        ("Uitvoeringsprogramma 2012-2016", led, 5.4e6, "GRANTED"),  # 191-192
        ("Uitvoeringsprogramma 2012-2016", "Derden", 22.3e6, "GRANTED"),  # 194-195
        ("Mobiliteits- en Talentcentrum Zuid-Limburg", "Provincie Limburg", 5e5, "ASKED_FOR"),
        ("Innovatieplatform bedrijfsgerichte beroepsopleidingen", led, 5e5, "RESERVED"),
    }
    assert found["organisation"]["fundedBy"]["edges"] == [
        {"amount": 6, "per": "inwoner per jaar", "state": "GRANTED", "node": {"name": "Gemeenten"}}
    ]
    assert found["organisation"]["founders"] == [{"name": "Gemeenten"}]
    assert found["organisation"]["memberOf"]["edges"][0]["node"]["name"] == "Brightlands" or (
        found["organisation"]["memberOf"]["edges"] == [{"node": {"name": "Brainport Network"}}]
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Fuze", "Zuid-Limburg Versnelt"), ("formula student", "Zuid-Limburg Versnelt"),
     ("TZC", "Telezorg Centrum"), ("IBA", "IBA"), ("chill-opleidingslab", "CHILL"),
     ("versnellingstafels", "Limburgse Versnellingstafels"), ("citydeal", "Eurolab"),
     ("supergastvrij", "SuperGastvrij"), ("maastricht international center",
                                          "Maastricht International Center")],
)  # fmt: skip
def test_projects_are_found_by_every_name(ask: Ask, name: str, expected: str) -> None:
    found = ask("query ($n: String!) { project(name: $n) { name } }", n=name)
    assert found["project"]["name"] == expected


def test_the_car_has_the_partners_of_lines_264_to_266(ask: Ask) -> None:
    found = ask("""{ project(name: "fuze") { partners { edges { node { name } sources { locator
        basis } } } } }""")["project"]["partners"]["edges"]
    assert {e["node"]["name"] for e in found} == set(
        "Zuyd Hogeschool|DSM Dyneema|EuroCarbon|Kiss Engineering|Cofely|Code Product Solutions|"
        "Vodafone|Bude|Lucassen|Laura Metaal|Tata Steel|Ceradure|Simrax|Modec|Greijn|Jacobbs|NIKK"
        .split("|")
    )  # fmt: skip
    (corrected,) = (e for e in found if e["node"]["name"] == "EuroCarbon")
    assert corrected["sources"][0]["basis"] == "ASSESSED"
    assert "DSM Dyneema EuroCarbon" in corrected["sources"][0]["locator"]


def test_contractors_and_winners_are_no_partners(ask: Ask) -> None:
    for name in ("Berenschot", "ETIL", "De Bisschopsmolen"):
        found = ask(
            """query ($n: String!) { organisation(name: $n) { projects { totalCount }
            programmes { totalCount } involvedIn { edges { role node { name } } } } }""",
            n=name,
        )
        organisation = found["organisation"]
        assert organisation["projects"]["totalCount"] == 0
        assert organisation["programmes"]["totalCount"] == 0
        assert organisation["involvedIn"]["edges"]


def test_every_fact_has_a_place_in_the_source(led: Store) -> None:
    for row in led.statements():
        if row.cited == "source:geonames":  # where a place lies, and nothing else
            assert row.kind == "Source" or row.values().keys() == {"latitude", "longitude"}, row
            assert row.kind == "Source" or row.locator.startswith("geonameid "), row
        else:
            assert row.cited == "source:led-update-najaar-2016"
            assert "regel " in row.locator, row


def test_only_what_may_be_assessed_is_assessed(led: Store) -> None:
    """Never a seat, a tenancy, an ownership, a place or a sum of money."""
    kinds = {row.kind for row in led.statements() if row.basis == "assessed"}
    assert kinds <= {
        "Organisation", "Campus", "Municipality", "Group", "Programme", "Goal", "MEMBER_OF",
        "PARTNER_IN",
    }  # fmt: skip
    for row in led.statements():
        if row.kind == "PARTNER_IN" and row.basis == "assessed":
            assert "print" in row.note, row
            assert "gedrukt" in row.locator, row


def test_each_question_is_one_statement(led: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """However deep the selection; a question about the graph's shape has one more to fill in."""
    from tests.conftest import asker

    asked: list[object] = []
    answer = type(led).answer

    async def counting(self: Any, plan: Any) -> Any:
        asked.append(plan)
        return await answer(self, plan)

    monkeypatch.setattr(type(led), "answer", counting)
    ask = asker(led)
    asyncio.run(led.revision())
    for text, most in (
        ('{ organisation(name: "dsm") { name projects { edges { role node { name partners { edges {'
         " role node { name helix } } } } } } } }", 1),
        ("{ organisations { nodes { name projects { totalCount edges { node { name } } } } } }", 1),
        # Deeper than SQLite's parser nests: one more, for all nodes at once.
        ("{ organisations { nodes { projects { nodes { partners { nodes { projects { nodes { "
         "name } } } } } } } } }", 2),
        ("{ boards { nodes { seats { person { name } onBehalfOf { name } } } } }", 1),
        ("{ campuses { nodes { partners { nodes { name } } } } }", 2),
        ("{ gaps(from: {sme: true}, to: {kind: CAMPUS}) { nodes { name } } }", 3),
        ('{ search(text: "sport") { nodes { name } } }', 1),
        ("{ statistics { nodes { kind count } helix { helix count } } }", 1),
    ):  # fmt: skip
        asked.clear()
        ask(text)
        assert len(asked) <= most, (text, len(asked))


def test_the_questions_of_the_readme_are_answered(ask: Ask) -> None:
    import re

    from tests.conftest import ROOT

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    questions = re.findall(r"```graphql\n(.*?)```", readme, re.DOTALL)
    assert len(questions) == 2
    for question in questions:
        assert ask(question)


@pytest.mark.parametrize(
    "related",
    [
        '{id: "project:4ehealth"}',
        '{name: "4eHealth"}',
        '{nameContains: "zorg"}',
        '{idIn: ["project:4ehealth", "project:telezorg-centrum"]}',
        '{partners: {some: {id: "organisation:zuyd-hogeschool"}}}',
    ],
)
def test_from_the_far_end_as_from_the_near(ask: Ask, related: str) -> None:
    """The same parties, whichever end the question is begun from."""
    asked = "{ totalCount nodes { id } }"
    few = f"{{ parties(first: 200, filter: {{projects: {{some: {related}}}}}) {asked} }}"
    # A condition that is always true beside an alternative hides that few are meant.
    hidden = f"{{or: [{related}, {{and: [{related}, {{start: null}}]}}]}}"
    all_ways = (
        f"{{ parties(first: 200, filter: {{or: [{{projects: {{some: {hidden}}}}}, {{and: [{{sme: true}},"
        f" {{sme: false}}]}}]}}) {asked} }}"
    )
    found = ask(few)["parties"]
    assert found["totalCount"] == len(found["nodes"]) > 1
    assert ask(all_ways)["parties"] == found
    none = few.replace("some", "none", 1)
    rest = ask(none)["parties"]
    assert not {one["id"] for one in rest["nodes"]} & {one["id"] for one in found["nodes"]}
    everyone = ask("{ parties { totalCount } }")["parties"]["totalCount"]
    assert rest["totalCount"] + found["totalCount"] == everyone
