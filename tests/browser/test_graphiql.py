"""GraphiQL in a real browser that reaches nothing but the service."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
import uvicorn

from ledwerk.api.app import create_app
from ledwerk.graph.store import Store

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture
def service(led: Store) -> Iterator[str]:
    """A real service on a free port of this machine."""
    config = uvicorn.Config(create_app(led), port=0, log_level="warning", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def test_a_question_is_asked_and_answered(chromium: Browser, service: str) -> None:
    page = chromium.new_page()
    wrong: list[str] = []
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda one: wrong.append(one.text) if one.type == "error" else None)
    page.goto(f"{service}/graphql")
    page.click(".graphiql-execute-button")
    page.wait_for_selector("text=Limburg Business in Sports", timeout=15_000)
    page.close()
    assert wrong == []
    assert [url for url in asked if not url.startswith((service, "data:"))] == []
