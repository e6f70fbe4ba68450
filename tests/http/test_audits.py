"""GraphQL over HTTP: every audit of the npm package graphql-http, against a real service."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import LED, missing
from tests.http.service import LEDWERK, served

HERE = Path(__file__).parent
Audits = dict[str, dict[str, Any]]

# As the package names them: a newer package with other audits must not pass unnoticed.
AUDITS = tuple(
    """
    22EB 4655 47DE 80D8 82A3 BF61 78D5 2C94 5A70 9C48 9ABE 03D4 A5BF 423L LKJ0 LKJ1 LKJ2
    LKJ3 34A2 13EE 6C00 6C01 6C02 6C03 8161 B8B3 94B0 0220 94B1 0221 94B2 0222 4760 4761
    4762 4763 2EA1 28B9 D6D5 6A70 58B0 58B1 58B2 58B3 428F 1B7A B6DC BCF8 B7N8 8764 3E3A
    572B FDE2 7B9B 865D 556A D586 51FE 74FF 5E5B 86EE
    """.split()
)


@pytest.fixture(scope="module")
def audits(tmp_path_factory: pytest.TempPathFactory) -> Audits:
    """What each audit found, by its id."""
    if shutil.which("node") is None:
        missing("no Node.js here (Debian: nodejs)")
    if not (HERE / "node_modules" / ".ready").exists():
        missing("the audits are not fetched yet: make node-packages")
    store = f"sqlite:{tmp_path_factory.mktemp('audits') / 'led.sqlite'}"
    load = [LEDWERK, "load", str(LED), "--yes", "--store", store]
    subprocess.run(load, check=True, capture_output=True)
    with served(store) as service:
        done = subprocess.run(
            ["node", str(HERE / "audits.mjs"), service.graphql],
            check=True, stdout=subprocess.PIPE, text=True, timeout=60, env=_without_proxies(),
        )  # fmt: skip
    return {row["id"]: row for row in map(json.loads, done.stdout.splitlines())}


def _without_proxies() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if "proxy" not in key.lower()}


def test_these_are_all_audits_of_the_package(audits: Audits) -> None:
    assert tuple(audits) == AUDITS


@pytest.mark.parametrize("audit", AUDITS)
def test_the_service_passes(audit: str, audits: Audits) -> None:
    found = audits[audit]
    assert found["status"] == "ok", f"{found['name']}: {found['reason']} ({found['answer']})"
