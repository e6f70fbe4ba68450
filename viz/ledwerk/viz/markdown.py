"""Texts in Markdown as HTML that is safe to stand in a page, whoever wrote them.

CommonMark and tables. HTML in a text is shown as text. Links lead to `http`, `https` and `mailto`
addresses, or to another node's page by its id (`[Zuyd](organisation:zuyd)`); others stay text.
Pictures are not fetched: their words are shown. Headings come below those of the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ledwerk.schema.model import MODEL

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SCHEMES = ("http://", "https://", "mailto:")
_BELOW = 2  # a text's first heading is the page's third
_DEEPEST = 6
MOST_LETTERS = 1_000_000


def rendered(text: str, query: str = "") -> str:
    """The text as HTML, in blocks; links to other nodes have a query behind them."""
    parser = _parser()
    tokens = parser.parse(text[:MOST_LETTERS])
    for token in tokens:
        _placed(token)
        for inner in token.children or ():
            _led(inner, query)
    return str(parser.renderer.render(tokens, parser.options, {}))


def page_address(node: str) -> str:
    """The address of a node's page."""
    return f"/node/{quote(node, safe=':')}"


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 100}).enable("table")
    parser.validateLink = _may_lead  # type: ignore[method-assign]
    parser.add_render_rule("image", _words_of_picture)
    return parser


def _may_lead(url: str) -> bool:
    return url.lower().startswith(_SCHEMES) or _is_node(url)


def _is_node(url: str) -> bool:
    kind, colon, rest = url.partition(":")
    return bool(colon and rest) and kind in MODEL.by_prefix


def _placed(token: Token) -> None:
    """Headings lower, and no styles of their own for cells."""
    if token.type in {"heading_open", "heading_close"}:
        token.tag = f"h{min(int(token.tag[1:]) + _BELOW, _DEEPEST)}"
    token.attrs.pop("style", None)


def _led(token: Token, query: str) -> None:
    """Where a link leads to."""
    if token.type != "link_open":
        return
    href = str(token.attrs.get("href", ""))
    if _is_node(href):
        token.attrs["href"] = f"/node/{href}{query}"
    else:
        token.attrs["rel"] = "noopener noreferrer"


def _words_of_picture(
    self: Any, tokens: Sequence[Token], at: int, options: Any, env: Any
) -> str:  # fmt: skip
    """What a picture shows in words; nothing is fetched for it."""
    from markdown_it.common.utils import escapeHtml

    del options, env
    children = tokens[at].children or []
    return str(escapeHtml(self.renderInlineAsText(children, None, {})))
