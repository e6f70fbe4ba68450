"""Every message that can reach a person has a Dutch one, and what stood in it stands in it still."""

from __future__ import annotations

import argparse
import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.api.messages import every_message
from tests.conftest import ROOT

from ledwerk.api.cli import parser
from ledwerk.api.dutch import CATALOGUE, in_dutch, template
from ledwerk.api.dutch_help import METAVARS
from ledwerk.api.dutch_words import WORDS

# Words that are data: names of values, columns and options, which stay as they are.
_DATA = {
    "all", "edits", "alone", "deserted", "endless", "undated", "ties", "parties", "dataset", "query",
    "variables", "extensions", "null", "name", "kind", "gzip", "organisation", "helix", "sme", "bottleneck", "from", "via",
}  # fmt: skip
_HOLED = [pair for pair in CATALOGUE if template(*pair).names]


def normal(english: str) -> str:
    """A template of the catalogue as one that was found in the code: holes without names."""
    made = ""
    for literal, name, _, _ in Formatter().parse(english):
        made += literal.replace("{", "{{").replace("}", "}}")
        made += "" if name is None else "{}"
    return made


def test_every_message_has_a_dutch_one() -> None:
    known = {normal(english) for english, _ in (*CATALOGUE, *WORDS)} | _DATA
    found = every_message(ROOT)
    assert len(found) > 400
    missing = {
        text: place
        for text, place in found.items()
        # What is wrong and what would be right may be two messages in one.
        if text not in known and not set(text.split("; ")) <= known
    }
    listed = "\n".join(f"{place}: {text!r}" for text, place in sorted(missing.items()))
    assert not missing, f"without Dutch in api/ledwerk/api/dutch_errors_*.py:\n{listed}"


def test_no_message_is_there_twice() -> None:
    for catalogue in (CATALOGUE, WORDS):
        english = [normal(one) for one, _ in catalogue]
        assert sorted(english) == sorted(set(english))


@pytest.mark.parametrize(("english", "dutch"), [*CATALOGUE, *WORDS])
def test_both_have_the_same_holes(english: str, dutch: str) -> None:
    holes = [name for _, name, _, _ in Formatter().parse(english) if name is not None]
    again = [name for _, name, _, _ in Formatter().parse(dutch) if name is not None]
    assert sorted(holes) == sorted(again)
    assert len(holes) == len(set(holes))
    assert english.startswith(" ") == dutch.startswith(" ")


def everything_shown(of: argparse.ArgumentParser) -> Iterator[str]:
    """Every text of the help."""
    yield from filter(None, (of.description, of.epilog))
    yield from (group.title for group in of._action_groups if group.title)
    for action in of._actions:
        yield from filter(None, [action.help])
        if isinstance(action, argparse._SubParsersAction):
            yield from (str(one.help) for one in action._choices_actions)
            for below in action.choices.values():
                yield from everything_shown(below)


def test_every_help_has_a_dutch_one() -> None:
    missing = []
    for text in everything_shown(parser()):
        lines = [text] if in_dutch(text) != text and "\n\n" not in text else text.split("\n")
        bare = [re.sub(r"^\s*(\S+\s{2,}|\S{12,} )?", "", line) for line in lines if line.strip()]
        whole = {english for english, _ in CATALOGUE}
        missing += [
            one for one in bare if text not in whole and not {one, one.removesuffix(".")} & whole
        ]
    assert missing == []


def test_every_metavar_has_a_dutch_one() -> None:
    known = dict(METAVARS)

    def metavars(of: argparse.ArgumentParser) -> Iterator[str]:
        for action in of._actions:
            yield from re.findall(
                r"[A-Z]+", action.metavar if isinstance(action.metavar, str) else ""
            )
            if isinstance(action, argparse._SubParsersAction):
                for below in action.choices.values():
                    yield from metavars(below)

    assert set(metavars(parser())) <= set(known)


# Mistakes of whoever writes a parser, not of whoever types a command.
_OF_PROGRAMMERS = re.compile(
    r"conflicting|__call__|positionals|mutually exclusive|callable|cannot merge|dest=|cannot have"
    r"|must start with a character|argument \"-\" with mode|prog\)s: error|conflict_resolution"
)


def test_everything_that_argparse_says_has_a_dutch_one() -> None:
    tree = ast.parse(Path(argparse.__file__).read_text(encoding="utf-8"))
    known = {normal(english) for english, _ in CATALOGUE}
    said = [
        re.sub(r"%\(\w+\)[sr]|%[sr]", "{}", word.value)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in {"_", "ngettext"}
        for word in call.args
        if isinstance(word, ast.Constant) and not _OF_PROGRAMMERS.search(word.value)
    ]
    assert len(said) > 15
    assert set(said) <= known


# Values without letters: what stands in a hole is then never taken for a word of a template.
_VALUE = st.text("0123456789€@#%&*~^<>", min_size=1, max_size=9)


@given(pair=st.sampled_from(_HOLED), data=st.data())
def test_a_filled_template_becomes_the_dutch_one_filled_alike(
    pair: tuple[str, str], data: st.DataObject
) -> None:
    english, dutch = pair
    one = template(english, dutch)
    values = {
        name: _shaped(form, data.draw(st.integers(0, 10**7)), data.draw(_VALUE))
        for name, form in zip(one.names, one.forms, strict=True)
    }
    shown = {
        name: values[name].replace(",", ".") if form == "," else values[name]
        for name, form in zip(one.names, one.forms, strict=True)
    }
    assert in_dutch("".join(_filled(english, values))) == dutch.format_map(shown)


def _shaped(form: str, number: int, text: str) -> str:
    return f"{number:,}" if form == "," else repr(text) if form == "r" else text


def _filled(english: str, values: dict[str, str]) -> Iterator[str]:
    for literal, name, _, _ in Formatter().parse(english):
        yield literal
        if name is not None:
            yield values[name]


@given(st.text())
def test_what_is_no_message_of_ours_loses_nothing(text: str) -> None:
    said = in_dutch(f"no node is called {text!r}")
    assert repr(text) in said
    assert said.startswith("geen knoop heet ")


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        (
            "ledwerk: no party, project or programme is called 'a'; did you mean 'b', 'c' or 'd'?",
            "ledwerk: geen partij, project of programma heet 'a'; bedoelde je 'b', 'c' of 'd'?",
        ),
        ("no party is called 'zuid'; did you mean 'a', 'b' or 'c'?", "geen partij heet 'zuid'; bedoelde je 'a', 'b' of 'c'?"),
        ("'x' is not a date; write 2016, 2016-10 or 2016-10-03", "'x' is geen datum; schrijf 2016, 2016-10 of 2016-10-03"),
        ("'a; b' is not a number; write digits only, such as 15", "'a; b' is geen getal; schrijf alleen cijfers, zoals 15"),
        ("asOf: 'x' is not a date; write 2016, 2016-10 or 2016-10-03", "asOf: 'x' is geen datum; schrijf 2016, 2016-10 of 2016-10-03"),
        ("a request may have at most 1,000,000 bytes", "een verzoek mag hoogstens 1.000.000 bytes hebben"),
        ("argument --port: 'x' is no port; write a number from 1 to 65535", "argument --port: 'x' is geen poort; schrijf een getal van 1 tot 65535"),
        ("look for mistakes in tables without writing anything.", "zoek fouten in tabellen zonder iets te schrijven."),
        ("Zuyd Hogeschool works with nobody; or so", "Zuyd Hogeschool works with nobody; or so"),
    ],
)  # fmt: skip
def test_messages_within_messages(english: str, dutch: str) -> None:
    assert in_dutch(english) == dutch
