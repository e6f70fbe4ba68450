"""Missing helixes, partners and payers without a seat, seats without partners: by hand."""

from __future__ import annotations

from typing import Any

from tests.graph.analysis.small_networks import network

from ledwerk.graph.analysis.missing import (
    Payment,
    helixes,
    missing_helixes,
    partners_without_seat,
    payers_without_seat,
    seats_without_partners,
)
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import Network

NODES: dict[str, dict[str, Any]] = {
    "oFirm": {"helix": "industry"},
    "oUni": {"helix": "knowledge"},
    "oCity": {"helix": "government"},
    "oMixed": {"helix": "hybrid"},
    "oOdd": {},
    "oPayer": {},
    "gClub": {},
    "oMember": {"helix": "industry"},
    "oHead": {},
    "p1": {}, "p2": {}, "p3": {"start": "2018-01-01", "end": "2019-12-31"}, "p4": {}, "r1": {},
    "bBoard": {},
    "sFirm": {}, "sClub": {}, "sHead": {"start": "2015-01-01", "end": "2016-12-31"},
}  # fmt: skip
LINKS: list[tuple[Any, ...]] = [
    *(("PARTNER_IN", party, "p1") for party in ("oFirm", "oUni", "oCity")),
    *(("PARTNER_IN", party, "p2") for party in ("oUni", "oMixed", "oOdd")),
    ("PARTNER_IN", "oUni", "p3"),
    ("PARTNER_IN", "gClub", "r1"),
    ("PARTNER_IN", "oCity", "r1"),
    ("MEMBER_OF", "oMember", "gClub"),
    *(("ON", seat, "bBoard") for seat in ("sFirm", "sClub", "sHead")),
    ("FROM", "sFirm", "oFirm"),
    ("ON_BEHALF_OF", "sClub", "gClub"),
    ("HOLDS", "oHead", "sHead"),
    ("FUNDS", "oPayer", "p1", {"amount": 5.0, "word": "granted", "currency": "EUR"}),
    ("FUNDS", "oPayer", "p2", {"word": "asked_for", "year": "2016"}),
    ("FUNDS", "oFirm", "p1", {"amount": 1.0, "word": "granted"}),
    ("FUNDS", "oMember", "p1", {"amount": 2.0, "per": "inwoner"}),
]


def net() -> Network:
    return network(NODES, LINKS)


def test_helixes_of_every_activity() -> None:
    found = {one.activity: one for one in helixes(net())}
    assert list(found) == ["p2", "p3", "r1", "p1"]  # p4, in which nobody takes part, is not there
    assert found["p1"].missing == ()
    assert found["p1"].present == {"government": 1, "industry": 1, "knowledge": 1}
    assert (found["p2"].missing, found["p2"].unsure) == (("government", "industry"), 2)
    assert found["p2"].present == {"unknown": 1, "hybrid": 1, "knowledge": 1}
    assert (found["r1"].partners, found["r1"].missing) == (2, ("knowledge",))
    assert found["r1"].present == {"government": 1, "industry": 1}  # the member, not its club
    assert (found["p3"].partners, len(found["p3"].missing)) == (1, 2)


def test_missing_helixes_with_partners_enough() -> None:
    assert [one.activity for one in missing_helixes(net(), at_least=2)] == ["p2", "r1"]
    assert [one.activity for one in missing_helixes(net())] == ["p2", "p3", "r1"]
    only = Lens(as_of="2018-06", through=("Project",), helixes=("industry",))
    assert [one.activity for one in helixes(net(), only)] == ["p2", "p3", "p1"]
    assert "p3" not in [one.activity for one in helixes(net(), Lens(as_of="2016"))]


def test_partners_without_seat() -> None:
    found = partners_without_seat(net(), at_least=1)
    assert [(one.party, one.activities, one.through) for one in found] == [
        ("oUni", ("p1", "p2", "p3"), ()), ("oCity", ("p1",), ()), ("oMixed", ("p2",), ()),
        ("oOdd", ("p2",), ()),
    ]  # fmt: skip
    assert [one.party for one in partners_without_seat(net())] == ["oUni"]
    programmes = partners_without_seat(net(), at_least=1, kinds=("Programme",))
    assert [(one.party, one.through) for one in programmes] == [
        ("oCity", ()), ("oMember", ("gClub",)),
    ]  # fmt: skip


def test_seats_without_partners() -> None:
    (one,) = seats_without_partners(net())
    assert (one.party, one.boards, one.through) == ("oHead", ("bBoard",), ())
    assert seats_without_partners(net(), Lens(as_of="2020")) == ()  # the seat had ended
    without = network(
        NODES, [link for link in LINKS if link[1:3] != ("gClub", "r1")]
        + [("PARTNER_IN", "oMember", "r1")],
    )  # fmt: skip
    assert [(one.party, one.through) for one in seats_without_partners(without)] == [
        ("gClub", ("oMember",)), ("oHead", ()),
    ]  # fmt: skip


def test_payers_without_seat() -> None:
    member, payer = payers_without_seat(net())
    assert (payer.party, payer.through) == ("oPayer", ())
    assert payer.payments == (
        Payment("p1", "granted", 5.0, "EUR", "", ""),
        Payment("p2", "asked_for", None, "", "", "2016"),
    )
    assert (member.party, member.through) == ("oMember", ("gClub",))
    assert member.payments[0].per == "inwoner"


def test_of_nothing() -> None:
    empty = network({}, [])
    assert helixes(empty) == missing_helixes(empty) == partners_without_seat(empty) == ()
    assert seats_without_partners(empty) == payers_without_seat(empty) == ()
