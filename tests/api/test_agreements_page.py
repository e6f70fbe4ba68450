"""Agreements as people see them: the page, GraphQL, the worksheet, the calendar; looked after."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from python_calamine import CalamineWorkbook
from tests.api.test_agreements import CAMPUS, NOW, SCHOOL, TABLES, WISH, WORKSHOP, joined
from tests.viz.conftest import HOSTILE

from ledwerk.api import tokens_file
from ledwerk.api.agreements import Agreements
from ledwerk.api.agreements_lists import agreement_lines, agreement_rows, calendar
from ledwerk.api.agreements_page import look_after
from ledwerk.api.analyst import Analyst
from ledwerk.api.app import create_app
from ledwerk.api.settings import Settings
from ledwerk.graph.agreements import TOPIC, Agreement
from ledwerk.graph.analysis.agreed import GapList
from ledwerk.graph.analysis.party_words import parties_called
from ledwerk.graph.network import network_of
from ledwerk.graph.sqlite_journal import Journal
from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.model import MODEL
from ledwerk.viz.agreements_page import Shelf, agreements_page

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

MAKE = "mutation ($input: AgreementInput!) { makeAgreement(input: $input) { %s } }"
FIELDS = """agreement { id state due from { id name node { id } } to { name } via { name }
  sharedWithTo { name } strength before { distance gaps ends { end ties betweenness } }
  closing { after { gaps } apart { gaps } meanwhile { revision brought } } }
  revision errors { field code message }"""
HOSTILE_TABLES = TABLES | {
    "organisations": TABLES["organisations"].replace("Werkplaats", "<b>Werkplaats</b>"),
    "partner_in": TABLES["partner_in"].replace("Werkplaats", "organisation:workshop"),
}


class Service:
    """A service over the network with a hostile name, and an editor's token."""

    def __init__(self, store: Store, folder: Path) -> None:
        file = folder / "tokens.json"
        self.token = tokens_file.add(file, "Anna", "editor", None)[1]
        self.store = store
        self.app = create_app(store, Settings(tokens=str(file)))
        self.client = TestClient(self.app, base_url="http://127.0.0.1")

    def page(self, path: str) -> str:
        """A page once nothing of it is still being reckoned."""
        while '"late":true' in (text := self.client.get(path).text):
            pass
        return text

    def ask(self, query: str, **variables: Any) -> Any:
        headers = {"authorization": f"Bearer {self.token}"}
        body = {"query": query, "variables": variables}
        found = self.client.post("/graphql", json=body, headers=headers).json()
        assert "errors" not in found, found
        return found["data"]


@pytest.fixture
def service(store: Store, mini: Callable[..., Path], tmp_path: Path) -> Iterator[Service]:
    load(store, check(MODEL, mini(**HOSTILE_TABLES), store))
    made = Service(store, tmp_path)
    yield made
    made.app.state.analyst.close()


@pytest.fixture
def kept(store: Store, mini: Callable[..., Path], tmp_path: Path) -> Iterator[Agreements]:
    load(store, check(MODEL, mini(**TABLES), store))
    journal = Journal(str(tmp_path / "j.journal"))
    yield Agreements(store, Analyst(store), lambda: journal, lambda: NOW)
    journal.close()


def made(kept: Agreements, **other: str) -> Agreement:
    return asyncio.run(kept.make("anna", {**WISH, **other}))


def test_an_agreement_in_graphql_from_gap_to_tie(service: Service) -> None:
    wish = {**WISH, "due": "2999-12-01"}
    done = service.ask(MAKE % FIELDS, input=wish)["makeAgreement"]
    one = done["agreement"]
    assert (done["errors"], done["revision"], one["state"]) == ([], 1, "OPEN")
    assert one["from"] == {
        "id": WORKSHOP, "name": "<b>Werkplaats</b>", "node": {"id": WORKSHOP},
    }  # fmt: skip
    assert one["before"]["ends"][2] == {"end": "VIA", "ties": 2, "betweenness": 2.0}
    joined(service.store, WORKSHOP, "project:two")
    listed = service.ask(
        "{ agreements(states: [CLOSED]) { state closing { after { gaps } apart { gaps } } } }"
    )
    assert listed["agreements"] == [
        {"state": "CLOSED", "closing": {"after": {"gaps": 1}, "apart": {"gaps": 2}}}
    ]
    assert service.ask("{ agreements(states: [OPEN, OVERDUE]) { id } }") == {"agreements": []}
    wrong = service.ask(MAKE % FIELDS, input={**wish, "due": "nooit"})["makeAgreement"]
    assert wrong["agreement"] is None
    assert (wrong["errors"][0]["field"], wrong["errors"][0]["code"]) == ("due", "INVALID_VALUE")
    text = 'mutation ($id: ID!) { recordOutcome(id: $id, text: "offerte") { agreement { outcomes { text by } } } }'
    found = service.ask(text, id=one["id"])["recordOutcome"]
    assert found["agreement"]["outcomes"] == [{"text": "offerte", "by": "Anna"}]


def test_the_page_shows_gaps_agreements_and_what_a_tie_did(service: Service) -> None:
    before = service.page("/agreements")
    assert "Er zijn nog geen afspraken" in before
    assert "2 van de 2 partijen (mkb-bedrijf) hebben geen band" in before
    assert f'data-via="{SCHOOL}"' in before
    assert "&lt;b&gt;Werkplaats&lt;/b&gt;" in before
    assert "<b>Werkplaats</b>" not in before.replace("\\u003cb", "")
    service.ask(MAKE % FIELDS, input={**WISH, "due": "2999-12-01"})
    joined(service.store, WORKSHOP, "project:two")
    after = service.page("/agreements?lang=en")
    assert "The tie is in the data" in after
    assert "Two" in after
    assert "&lt;/script&gt;&lt;b&gt;koffie" in after
    form = service.page(f"/agreements?from={WORKSHOP}&to={CAMPUS}&via={SCHOOL}")
    assert (
        f'id="f-via" list="l-via" autocomplete="off" required value="School" data-id="{SCHOOL}"'
        in form
    )


def test_nonsense_in_the_address_is_said(service: Service) -> None:
    for query in ("gaps=sme", "gaps=zebra~campus", "start=-1", "start=x"):
        answer = service.client.get(f"/agreements?{query}", headers={"accept": "text/html"})
        assert answer.status_code == 400, query


def test_the_worksheet_has_every_agreement(service: Service) -> None:
    service.ask(MAKE % FIELDS, input={**WISH, "due": "2999-12-01"})
    answer = service.client.get("/agreements.xlsx?lang=en")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0)
    header, line = rows.to_python()
    told = dict(zip(header, line, strict=True))
    assert told["state"] == "running"
    assert told["who introduces"] == "School"
    assert told["gaps when agreed"] == 2
    assert told["introducer shared with to whom"] == "Raad | Two"


def test_the_calendar_has_the_days_of_what_still_runs(kept: Agreements) -> None:
    one = made(kept, note="Neem, mee; koffie\nen thee")
    gone = made(kept, due="2026-12-24")
    asyncio.run(kept.drop("anna", gone.id, "nee"))
    text = calendar(asyncio.run(kept.listed()), NOW, "nl")
    assert text.count("BEGIN:VEVENT") == 1
    assert f"UID:{one.id}@ledwerk\r\n" in text
    assert "DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261202\r\n" in text
    unfolded = text.replace("\r\n ", "")
    assert "SUMMARY:Afspraak: School stelt Werkplaats voor aan Campus" in unfolded
    assert "DESCRIPTION:Neem\\, mee\\; koffie\\nen thee" in unfolded
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_lines_and_rows_are_in_the_order_of_their_day(kept: Agreements) -> None:
    made(kept, due="2026-12-24")
    made(kept)
    listed = asyncio.run(kept.listed())
    lines = list(agreement_lines(listed, date(2026, 12, 10), "nl"))
    assert [line[:22].split() for line in lines] == [
        ["2026-12-01", "te", "laat"],
        ["2026-12-24", "loopt"],
    ]
    assert [row[1] for row in agreement_rows(listed, NOW, "nl")[1]] == ["2026-12-01", "2026-12-24"]


def test_a_service_looks_after_agreements_when_the_graph_changes(kept: Agreements) -> None:
    made(kept)

    async def looked() -> list[str]:
        task = asyncio.create_task(look_after(kept, lambda: True, every=0.01))
        await asyncio.to_thread(joined, kept.store, WORKSHOP, "project:two")
        acts: list[str] = []
        while "tied" not in acts:
            await asyncio.sleep(0.02)
            acts = [one.body["act"] for one in kept.opened().entries((TOPIC,))]
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        return acts

    assert asyncio.run(asyncio.wait_for(looked(), 30)) == ["made", "tied"]


def test_hostile_names_in_every_state_are_text(kept: Agreements) -> None:
    one = made(kept, note=HOSTILE, agreedBy=HOSTILE)
    asyncio.run(kept.outcome(HOSTILE, one.id, HOSTILE))
    asyncio.run(kept.drop(HOSTILE, one.id, HOSTILE))
    shelf = Shelf(asyncio.run(kept.listed()), GapList((), 0, 0), "sme~campus", 0, NOW)
    for lang in ("nl", "en"):
        assert "<img" not in agreements_page(shelf, lang)


@pytest.mark.parametrize("word", ["sme", "MKB", "industry", "knowledge", "campus", "other"])
def test_words_for_parties_mean_what_they_mean_in_graphql(led: Store, ask: Any, word: str) -> None:
    from ledwerk.api.answers import party_filter

    network = network_of(asyncio.run(led.network()))
    query = "query ($f: PartyFilter) { parties(filter: $f, first: 200) { nodes { id } } }"
    found = ask(query, f=party_filter(word))["parties"]["nodes"]
    assert set(parties_called(network, word)) == {one["id"] for one in found}


def test_a_word_that_is_none_is_refused(led: Store) -> None:
    network = network_of(asyncio.run(led.network()))
    with pytest.raises(InvalidQuestion, match="zebra"):
        parties_called(network, "zebra")
