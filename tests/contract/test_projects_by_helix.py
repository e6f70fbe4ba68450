"""Projects by the helices of those who take part, reckoned anew from what the partners are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.conftest import asker

from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

Ask = Callable[..., Any]
QUESTION = "{ statistics { projectsByHelix { helices count } } }"


def counted(ask: Ask) -> dict[tuple[str, ...], int]:
    rows = ask(QUESTION)["statistics"]["projectsByHelix"]
    return {tuple(row["helices"]): row["count"] for row in rows}


def test_every_project_of_the_network_is_counted_once(ask: Ask) -> None:
    found = ask("{ projects(first: 200) { nodes { partners { nodes { helix } } } } }")
    three = ("KNOWLEDGE", "INDUSTRY", "GOVERNMENT")
    partners = (
        {one["helix"] for one in project["partners"]["nodes"]}
        for project in found["projects"]["nodes"]
    )
    expected = Counter(tuple(word for word in three if word in some) for some in partners)
    assert len(expected) > 3
    assert counted(ask) == expected


def test_groups_count_through_their_members_and_nobody_counts_as_none(
    store: Store, mini: Callable[..., Path]
) -> None:
    load(
        store,
        check(
            MODEL,
            mini(
                sources="name\nBron\n",
                organisations="name,helix\nA,industry\nB,knowledge\nC,civil\n",
                groups="name\nG\n",
                member_of="member,whole\nA,G\nC,A\n",
                projects="name\nalone\nthrough\nboth\ncivil\n",
                partner_in="party,activity\nG,through\nA,both\nB,both\nC,civil\n",
            ),
            store,
        ),
    )
    assert counted(asker(store)) == {
        (): 2,
        ("INDUSTRY",): 1,
        ("KNOWLEDGE", "INDUSTRY"): 1,
    }
