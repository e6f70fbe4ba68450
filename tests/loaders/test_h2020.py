"""Horizon 2020, by the mapping that comes with the package."""

from __future__ import annotations

import gzip
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from tests.conftest import SHARED, missing

from ledwerk.loaders.mapping import find_mapping
from ledwerk.loaders.run import Checked, check_mapped
from ledwerk.schema.model import MODEL


@pytest.fixture(scope="module")
def h2020() -> Checked:
    """All of Horizon 2020, or a skip."""
    folder = SHARED / "data" / "h2020"
    if not folder.is_dir():
        missing("no ../shared/data/h2020")
    return check_mapped(MODEL, [folder], find_mapping("h2020"))


@pytest.mark.shared
def test_h2020_comes_out_as_its_source_counts_it(h2020: Checked) -> None:
    rows = h2020.change.statements
    assert Counter(row.kind for row in rows)["PARTNER_IN"] == 144_726
    assert len({row.key for row in rows if row.kind == "Project"}) == 31_451
    organisations = [row for row in rows if row.kind == "Organisation"]
    assert len({row.key for row in organisations}) == 35_871
    assert sum("name" in row.values() for row in organisations) == 16_281
    assert any("310 of 16,591 rows are not loaded" in notice for notice in h2020.notices)
    namibian = [row for row in organisations if row.values().get("country") == "NA"]
    assert len(namibian) == 8
    broken = [r.values().get("name", "") for r in organisations if "√" in str(r.properties)]
    assert broken == []


@pytest.mark.shared
def test_h2020_has_the_projects_by_helix_that_its_source_counts(h2020: Checked) -> None:
    letters = {"knowledge": "K", "industry": "I", "government": "G"}
    helix: dict[str, str] = {}
    parties: dict[str, set[str]] = defaultdict(set)
    for row in h2020.change.statements:
        if row.kind == "Organisation" and "pic" in row.values():
            helix[row.key] = letters.get(str(row.values().get("helix")), "")
        elif row.kind == "PARTNER_IN":
            parties[row.target_id].add(row.source_id)
    found = Counter("".join(sorted({helix[p] for p in some})) for some in parties.values())
    assert found == {
        "K": 15_738, "I": 6_463, "IK": 6_000, "GIK": 2_127, "GK": 513, "": 245, "G": 223, "GI": 142,
    }  # fmt: skip


def test_h2020_reads_the_very_rows_of_its_files(tmp_path: Path) -> None:
    """A few rows as they stand in the files: codes, words, repair, Namibia."""
    header = (
        "rcn,role,pic,type,contribution,country,start_date,end_date,max_contribution,total_cost,"
        "start_year,end_year,duration,group,nunique\n"
    )
    rows = (
        "221856,coordinator,984516342,PRC,376750,ES,2019-05-01,2022-04-30,1,2928125.125,1,1,1,a,1\n"
        "221856,partner,999596738,HES,NA,NA,2019-05-01,2022-04-30,1,2928125.125,1,1,1,a,1\n"
    )
    with gzip.open(tmp_path / "h2020_participations.csv.gz", "wt") as file:
        file.write(header + rows)
    (tmp_path / "organisations_2017.csv").write_text(
        "pic,name,shortName,activityType,city,country\n"
        "999596738,MINISTRY OF EDUCATION,Ministry of Education,HES,WINDHOEK,\n"
        "984516342,ESPA√ëOLA,ESP,PRC,PALMA DE MALLORCA,ES\n1,Niemand,N,PRC,X,UK\n",
        encoding="utf-8",
    )
    checked = check_mapped(MODEL, [tmp_path], find_mapping("h2020"))
    said = {(r.key, r.cited[-4:]): r.values() for r in checked.change.statements}
    project = said["project:rcn-221856", "2020"]
    assert project == {
        "code": "221856", "start": "2019-05-01", "end": "2022-04-30", "budget": 2928125.125,
        "currency": "EUR",
    }  # fmt: skip
    ministry = said["organisation:pic-999596738", "2020"]
    assert ministry == {"pic": "999596738", "country": "NA", "helix": "knowledge"}
    assert said["organisation:pic-999596738", "2017"] == {"name": "MINISTRY OF EDUCATION"}
    company = {"pic": "984516342", "country": "ES", "helix": "industry", "kind": "company"}
    assert said["organisation:pic-984516342", "2020"] == company
    named = {"name": "ESPAÑOLA", "aliases": ("ESP",)}
    assert said["organisation:pic-984516342", "2017"] == named
    assert said["place:na-windhoek", "2017"] == {"name": "Windhoek", "country": "NA"}
    assert said["place:es-palma-de-mallorca", "2017"]["name"] == "Palma de Mallorca"
    partner = "PARTNER_IN:organisation:pic-999596738>project:rcn-221856"
    assert said[partner, "2020"] == {"role": "partner"}
    assert not [key for key, _ in said if key.endswith("pic-1")]
