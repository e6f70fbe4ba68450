"""Pictures of a view, read back: everything is on them, as text and in lines, and always the same."""

from __future__ import annotations

import re
import struct
import subprocess
import sys
import warnings
import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from tests.viz.conftest import HOSTILE, Draw

from ledwerk.viz.pictures import FORMATS, picture
from ledwerk.viz.pictures_marks import LEAST_TEXT, Scaled
from ledwerk.viz.pictures_parts import Line, Outline, Sheet, Words, shaped
from ledwerk.viz.pictures_print import WIDE, png_width
from ledwerk.viz.pictures_sheet import HEIGHT, MARGIN, WIDTH, sheet
from ledwerk.viz.state import ViewState
from ledwerk.viz.style import CLUSTERED, LegendEntry, Shade, Style
from ledwerk.viz.view import Mark, Region, Tie, View

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = (
    "dot", "square", "triangle", "triangleDown", "diamond", "hexagon", "star", "box", "ellipse",
)  # fmt: skip
STRANGE = "Škoda čárka Ελλάδα Łódź 中文 \x07"


def look(shape: str = "dot", colour: str = "#0072B2") -> Style:
    return Style(colour, shape, 12, 15, colour, "#1f2933", 1)


def mark(ident: str, x: int = 0, y: int = 0, **more: Any) -> Mark:
    given = {"label": ident, "kind": "Organisation", "style": look(), "loose": False, "name": ident}
    return Mark(id=ident, x=x, y=y, **(given | more))


def tie(source: str, target: str, **more: Any) -> Tie:
    given = {
        "look": Shade("partnership", "#6b7885", dashed=False, width=1.5),
        "title": "partner in",
    }
    return Tie(source, target, **(given | more))


def view(*marks: Mark, ties: tuple[Tie, ...] = (), **more: Any) -> View:
    return replace(View("Titel", "nl", 3, marks, ties, (), ()), **more)


@pytest.fixture
def shapes() -> View:
    """One mark of every shape, tied in a row."""
    marks = [
        mark(shape, 120 * n, 40 * (n % 3), style=look(shape)) for n, shape in enumerate(SHAPES)
    ]
    ties = tuple(tie(a, b) for a, b in pairwise(SHAPES))
    return view(*marks, ties=ties)


@pytest.fixture
def telling() -> View:
    """A view in which everything is said that a picture can say."""
    return view(
        mark("organisation:a", name=HOSTILE, label=HOSTILE, fresh=True, kind_label="partij"),
        mark("organisation:b", 200, 0, name=STRANGE, label=STRANGE, lit=True),
        mark("cluster:c", 100, 150, kind="Cluster", members=7, label="Groep\n(7)"),
        ties=(
            tie("organisation:a", "organisation:b", lit=True, weight=4),
            tie("organisation:b", "cluster:c", gap=True, title=""),
            tie("organisation:a", "cluster:c", fresh=True),
        ),
        regions=(Region(-40, -40, 320, 260, "Een deel", "cluster:d"),),
        notes=("Een opmerking.",),
        sources=("Het boek", "De krant"),
        date="2026-11-25",
        left_out=12,
        state=ViewState(
            helix=("industry",), focus="organisation:a", steps=2, sector=("sector:x",),
            since="2014", until="2016-10-01", strength=2, size="degree",
        ),
    )  # fmt: skip


LABELS = {"industry": "bedrijfsleven", "sector:x": "Chemie", "degree": "aantal banden"}


def read_svg(found: View, **labels: str) -> ET.Element:
    return ET.fromstring(picture("svg", found, labels))  # noqa: S314 - our own


def texts(root: ET.Element) -> str:
    return "\n".join("".join(one.itertext()) for one in root.iter(f"{SVG}text"))


def told(root: ET.Element, layer: str) -> list[str]:
    (group,) = (one for one in root.iter(f"{SVG}g") if one.get("id") == layer)
    return [item.get("aria-label", "") for item in group if item.get("role") == "listitem"]


def test_every_mark_and_tie_is_in_the_svg_with_its_words(draw: Draw) -> None:
    found = draw()
    root = read_svg(found)
    ids = [one.get("data-id") for one in root.iter(f"{SVG}g") if one.get("data-id")]
    assert sorted(ids) == sorted(one.id for one in found.marks)
    assert len(told(root, "ties")) == len(found.ties)
    assert "Alfa – Brug: is partner in" in told(root, "ties")
    shown = " ".join(texts(root).split())
    for one in found.marks:
        for line in one.label.split("\n"):
            assert line in shown
    for entry in found.legend:
        assert any(label.startswith(entry.label) for label in told(root, "legend"))


def test_names_are_text_and_nothing_is_fetched_or_run(telling: View) -> None:
    made = picture("svg", telling).decode()
    root = ET.fromstring(made)  # noqa: S314 - our own
    assert HOSTILE in texts(root)
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {
        "svg", "title", "desc", "g", "path", "text",
    }  # fmt: skip
    assert not [name for one in root.iter() for name in one.attrib if name.startswith("on")]
    assert re.findall(r"https?://[^\"]+", made) == ["http://www.w3.org/2000/svg"]
    assert "url(" not in made


def test_a_screen_reader_is_told_what_is_seen(telling: View) -> None:
    root = read_svg(telling, **LABELS)
    assert root.get("role") == "graphics-document"
    assert root.get("aria-labelledby") == "title about"
    assert root.findtext(f"{SVG}title") == "Titel"
    about = root.findtext(f"{SVG}desc") or ""
    assert "3 punten en 3 verbindingen" in about
    marks = told(root, "marks")
    assert f"{HOSTILE}, partij, nieuw" in marks
    assert "cluster:c, 7 leden" in marks
    ties = told(root, "ties")
    assert any(one.endswith("partner in, sterkte 4, uitgelicht") for one in ties)
    assert any(one.endswith(": gat") for one in ties)


def test_the_state_is_said_in_words(telling: View) -> None:
    shown = texts(read_svg(telling, **LABELS))
    assert "Gefilterd op: bedrijfsleven; Chemie; periode 2014 tot en met 1 oktober 2016; " in shown
    assert "banden van minstens 2; rond " in shown
    assert "2 stappen; grootte: aantal banden" in " ".join(shown.split())
    assert "Een opmerking. Niet getekend: 12." in shown
    assert "Bron: Het boek; De krant" in shown
    assert "Stand van 25 november 2026, versie 3" in shown
    assert "Een deel" in shown
    english = texts(read_svg(replace(telling, lang="en"), industry="industry"))
    assert "Filtered by: industry; sector:x; period 2014 to 1 October 2016; ties of at" in english
    assert "As of 25 November 2026, revision 3" in english


def test_what_stands_out_has_a_look_of_its_own(telling: View) -> None:
    root = read_svg(telling)
    assert {"gat: nog geen band", "nieuw", "uitgelicht"} <= set(told(root, "legend"))
    lines = [part for part in sheet(telling, {}).parts() if isinstance(part, Line)]
    dashed = {part.dashes for part in lines}
    assert len(dashed) == 2  # whole, and a gap
    faint = sheet(view(mark("a"), mark("b", 99), ties=(tie("a", "b"),)), {})
    (plain,) = (part for part in faint.parts() if isinstance(part, Line))
    lit = max(lines, key=lambda part: (part.opacity == 1.0 and not part.dashes, part.width))
    assert lit.width > plain.width


def test_a_legend_keeps_its_counts_and_asks_nobody_to_click_on_paper() -> None:
    long = "Een gemeenschap met een heel lange naam die nergens past, en nog een woord, e.a."
    entries = (
        LegendEntry(long, "#0072B2", "dot", "community", "1", 1234),
        LegendEntry("groep partijen (klik om te openen)", CLUSTERED, "dot", count=5),
    )
    found = told(read_svg(view(mark("a"), legend=entries)), "legend")
    assert found[0].startswith("Een gemeenschap met")
    assert found[0].endswith("… (1234)")
    assert found[1] == "groep partijen (5)"


def test_an_opened_cluster_is_called_by_its_name() -> None:
    region = Region(-50, -50, 100, 100, "kennis en onderwijs", "helix:knowledge")
    state = ViewState(group="helix", open=("helix:knowledge",))
    shown = texts(read_svg(view(mark("a"), regions=(region,), state=state), helix="helix"))
    assert "Gegroepeerd naar helix; geopend: kennis en onderwijs" in shown


def test_each_shape_is_drawn_as_vis_network_does(shapes: View) -> None:
    outlines = {shape: shaped(shape, 0, 0, 10) for shape in SHAPES}
    assert len(set(outlines.values())) == len(SHAPES)
    corners = {shape: sum(letter in "ML" for letter, _ in made) for shape, made in outlines.items()}
    assert (corners["square"], corners["triangle"], corners["star"]) == (4, 3, 10)
    assert (corners["diamond"], corners["hexagon"]) == (4, 6)
    up, down = ([y for _, points in outlines[one] for _, y in points] for one in SHAPES[2:4])
    assert sorted(up) == pytest.approx(sorted(-y for y in down))
    root = read_svg(shapes)
    paths = {
        one.get("data-id"): [path.get("d") for path in one.iter(f"{SVG}path")]
        for one in root.iter(f"{SVG}g")
        if one.get("data-id")
    }
    assert len({tuple(found) for found in paths.values()}) == len(SHAPES)


def extents(made: Sheet) -> Iterator[tuple[float, float, float, float]]:
    """Where anything is drawn, but for the paper itself."""
    from ledwerk.viz.font_widths import width_of

    for part in list(made.parts())[1:]:
        if isinstance(part, Words):
            width = width_of(part.text, part.size, bold=part.bold)
            left = part.x - {"start": 0.0, "middle": width / 2, "end": width}[part.anchor]
            yield left, part.y - 0.75 * part.size, left + width, part.y + 0.22 * part.size
        else:
            points = (
                [point for _, where in part.strokes for point in where]
                if isinstance(part, Outline)
                else [part.start, part.end]
            )
            xs, ys = zip(*points, strict=True)
            yield min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("spread", [1, 40, 4000])
def test_nothing_is_cut_off(shapes: View, spread: int) -> None:
    marks = tuple(replace(one, x=one.x * spread, y=one.y * spread) for one in shapes.marks)
    for left, top, right, bottom in extents(sheet(replace(shapes, marks=marks), {})):
        assert left >= MARGIN - 1
        assert top >= MARGIN - 6
        assert right <= WIDTH - MARGIN + 1
        assert bottom <= HEIGHT - MARGIN + 6


def test_words_stay_legible_and_those_that_do_not_fit_are_counted() -> None:
    marks = [mark(f"organisation:{n}", 100 * (n % 60), 60 * (n // 60)) for n in range(1800)]
    made = sheet(view(*marks), {})
    sizes = [part.size for part in made.parts() if isinstance(part, Words)]
    assert min(sizes) >= LEAST_TEXT
    shown = {part.text for part in made.parts() if isinstance(part, Words)}
    missing = sum(one.label not in shown for one in marks)
    assert 0 < missing < len(marks)
    note = f"Van {missing} punten past de naam niet op dit blad"
    assert any(note in part.text for part in made.parts() if isinstance(part, Words))
    assert len(told(read_svg(view(*marks)), "marks")) == len(marks)


def test_no_two_names_lie_over_each_other(draw: Draw) -> None:
    found = Scaled(draw(), 0.5)
    for one, other in combinations(map(found.label_extent, found.view.marks), 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        down = min(one[3], other[3]) - max(one[1], other[1])
        assert min(across, down) <= 1


def objects(made: bytes) -> str:
    """What is in a PDF's streams, unpacked, and around them."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", made, re.DOTALL)
    unpacked = [zlib.decompressobj().decompress(one) for one in streams if one[:1] == b"x"]
    return b"\n".join([made, *unpacked]).decode("latin-1")


def test_the_pdf_is_a_sheet_of_a3_in_lines_and_text(telling: View) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a sign that the font has not would warn
        made = picture("pdf", telling)
    assert made.startswith(b"%PDF-")
    inside = objects(made)
    box = re.search(r"/MediaBox \[ ?0 0 ([\d.]+) ([\d.]+) ?\]", inside)
    assert box is not None
    assert [float(side) / 72 * 25.4 for side in box.groups()] == pytest.approx([420, 297], abs=0.1)
    assert "/Subtype /Image" not in inside
    assert len(re.findall(r"\bTj\b|\bTJ\b", inside)) > 10
    assert len(re.findall(r" l\n", inside)) > 3
    assert "/CreationDate" not in inside
    assert "DejaVuSans" in inside


def test_the_png_is_as_wide_as_a_slide_and_not_blank(telling: View) -> None:
    made = picture("png", telling)
    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", made[16:24])
    assert (width, abs(height - width * 297 / 420) <= 1) == (WIDE, True)
    import io

    import matplotlib.image

    pixels = matplotlib.image.imread(io.BytesIO(made))[..., :3]
    dark = pixels.min(axis=2) < 0.9
    assert 0.001 < dark.mean() < 0.6
    assert not dark[:, :20].any()
    assert not dark[:, -20:].any()


def test_a_png_grows_where_its_words_would_be_too_small() -> None:
    marks = [mark(f"organisation:{n}", 150 * (n % 40), 60 * (n // 40)) for n in range(1200)]
    assert WIDE < png_width(sheet(view(*marks), {})) <= 3840


def test_an_empty_view_is_a_picture_that_says_so() -> None:
    assert "Er is niets om te tekenen." in texts(read_svg(view()))
    for ending in FORMATS:
        assert picture(ending, view())


_MAKE = """
import sys, pickle, hashlib
from ledwerk.viz.pictures import FORMATS, picture
view = pickle.load(open(sys.argv[1], "rb"))
print(*(hashlib.sha256(picture(one, view, {"b": "c"})).hexdigest() for one in FORMATS))
"""


def test_one_view_gives_the_same_bytes_in_every_process(draw: Draw, tmp_path: Path) -> None:
    import pickle

    file = tmp_path / "view.pickle"
    file.write_bytes(pickle.dumps(draw()))
    made = {
        subprocess.run(
            [sys.executable, "-c", _MAKE, str(file)],
            check=True,
            capture_output=True,
            env={"PYTHONHASHSEED": seed, "PATH": "", "MPLCONFIGDIR": str(tmp_path), "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(made) == 1
    assert len(made.pop().split()) == len(FORMATS)
