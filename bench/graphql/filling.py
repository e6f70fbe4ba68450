"""Puts the made-up network into a store, as loading does: statements of one dataset, committed.

    python bench/graphql/filling.py ADDRESS TIMES

A process of its own, so that what it needs for that is given back.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing

from network import Network, made, role

from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Change
from ledwerk.schema.fields import Value
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import Statement, relation_key, said

DATASET = "bench-graphql"
_PARTNER_IN = MODEL.relation("PARTNER_IN")


def statements(network: Network) -> Iterator[Statement]:
    """What a loader would have read."""
    for party in network.organisations:
        values: dict[str, Value] = {
            "name": party.name, "kind": party.kind, "helix": party.helix, "sme": party.sme
        }  # fmt: skip
        yield Statement(DATASET, "Organisation", party.id, said(values))
    for project in network.projects:
        yield Statement(DATASET, "Project", project.id, said({"name": project.name}))
        for place, number in enumerate(project.partners):
            partner = network.organisations[number].id
            values = {"role": role(place)}
            key = relation_key(_PARTNER_IN, partner, project.id, values)
            yield Statement(DATASET, "PARTNER_IN", key, said(values), partner, project.id)


def fill(address: str, times: int = 1, environment: Mapping[str, str] | None = None) -> None:
    """Fill the empty store at the address, in another process."""
    command = [sys.executable, __file__, address, str(times)]
    subprocess.run(command, check=True, env={**os.environ, **(environment or {})})


def main(address: str, times: str) -> None:
    """Fill the store in this process."""
    with closing(open_store(address, time_limit=300.0)) as store:
        store.commit(Change(DATASET, list(statements(made(int(times)))), "bench"))


if __name__ == "__main__":
    main(*sys.argv[1:])
