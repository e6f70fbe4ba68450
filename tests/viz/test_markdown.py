"""Texts as HTML: nothing in them runs, is fetched, or leads where it should not."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledwerk.viz.markdown import page_address, rendered

TAGS = {
    "p", "h3", "h4", "h5", "h6", "ul", "ol", "li", "a", "em", "strong", "code", "pre", "blockquote",
    "hr", "br", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
ATTRIBUTES = {"a": {"href", "title", "rel"}, "code": {"class"}, "ol": {"start"}}


class Seen(HTMLParser):
    """Fails for a tag, an attribute or an address that a text may not have."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        for name, value in attrs:
            assert name in ATTRIBUTES.get(tag, set()), (tag, name)
            if name == "href":
                assert re.match(
                    r"(https?://|mailto:|/node/[a-z-]+:)", value or "", re.IGNORECASE
                ), value


def seen(text: str) -> str:
    made = rendered(text)
    Seen(convert_charrefs=True).feed(made)
    return made


def test_blocks_come_out_as_html_with_headings_below_those_of_the_page() -> None:
    made = seen(
        "# Een\n\n###### Zes\n\n- a\n    - b\n\n1. c\n\n> d\n\n| a | b |\n|---|:-:|\n| 1 | 2 |"
    )
    assert "<h3>Een</h3>" in made
    assert "<h6>Zes</h6>" in made
    assert "<table>" in made
    assert "style" not in made


def test_a_link_leads_to_the_web_to_mail_or_to_a_page_of_ours() -> None:
    assert 'href="https://x.nl" rel="noopener noreferrer"' in seen("[x](https://x.nl)")
    assert 'href="mailto:a@b.nl"' in seen("<a@b.nl>")
    assert '<a href="/node/organisation:zuyd">Zuyd</a>' in seen("[Zuyd](organisation:zuyd)")
    assert page_address("organisation:a b/ç") == "/node/organisation:a%20b%2F%C3%A7"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))", "[x](&#106;avascript:alert(1))", "[x](data:text/html,x)",
        "[x](//evil.example)", "[x](/changes)", "[x](vbscript:x)", "<javascript:alert(1)>",
        "![x](https://evil.example/x.png)", "![x](x.png \"a\\\" onload=b\")", "[x]: javascript:a\n\n[x]",
        "[x](https://x.nl \"a\\\" onclick=b\")", "```html\n<b onclick=x>\n```", "<!-- x -->", "<svg/onload=x>",
        "[x](organisation:\"onclick=b)", "[x](unknown:thing)", "```a\" onclick=b\nx\n```",
    ],
)  # fmt: skip
def test_nothing_in_a_text_runs_or_is_fetched(text: str) -> None:
    made = seen(text)
    assert "<img" not in made
    assert "<script" not in made


@given(st.text(st.sampled_from("<>[]()!*_`#|-: \n\"'&;/\\ahrefjs"), max_size=60))
def test_whatever_is_written_stays_within_what_a_text_may_have(text: str) -> None:
    seen(text)


def test_a_deep_text_is_shown_all_the_same() -> None:
    assert "x" in seen(">" * 30 + "x")
    assert seen(">" * 500 + "x")
    assert seen("- " * 500 + "x")
    assert seen("[" * 5_000)
    assert seen("*" * 5_000 + "x")
