"""What every page has around its own part: head, links to the other pages, theme, language.

No page has a script or style in it: they come from this service as files, so that the strictest
Content-Security-Policy holds. Data for a page's script stands in it as JSON, which is never run.
"""

from __future__ import annotations

import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from string import Template
from typing import Any

from ledwerk.schema.fields import Text
from ledwerk.viz.seen_as import NOW, SeenAs
from ledwerk.viz.texts import said
from ledwerk.viz.texts_shell import SHELL_TEXTS

# Pages that can be seen as of another moment, or believing only some: links to them keep it.
SEEN_PAGES = {"/": ("known", "trust"), "/tables": ("known", "trust"), "/agreements": ("known",)}
# The pages that every page links to: (address, word).
LINKS = (
    ("/", "network"),
    ("/tables", "tables"),
    ("/agreements", "agreements"),
    ("/changes", "changes"),
    ("/history", "history"),
    ("/review", "review"),
    ("/stories", "stories"),
    ("/workshop", "workshop"),
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page. `body` is HTML whose texts are escaped already; `address` is its own path.

    `styles` and `scripts` are names of files of `static_files`; `data` is what its script finds as
    JSON in the element `page-data`, and `texts` the words that it shows. `seen` is as of which
    moment it is shown and believing whom, and `now` its address as of now.
    """

    title: str
    body: str
    lang: str
    address: str
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    texts: Mapping[str, Text] = field(default_factory=dict)
    data: Any = None
    seen: SeenAs = NOW
    now: str = ""


def shown(page: Page, files: Mapping[str, str] | None = None, packed: str = "") -> str:
    """The page as HTML.

    With `files`, the texts of its scripts and styles by name, it is one file that needs no service,
    and what needs one is not in it. `packed` is compressed data in base64, which the page's own
    script unpacks.
    """
    folder = resources.files("ledwerk.viz") / "templates"
    template = Template((folder / "shell.html").read_text(encoding="utf-8"))
    words = {name: html.escape(said(both, page.lang)) for name, both in SHELL_TEXTS.items()}
    texts = {name: said(both, page.lang) for name, both in {**SHELL_TEXTS, **page.texts}.items()}
    return template.substitute(
        words,
        lang=page.lang,
        other="en" if page.lang == "nl" else "nl",
        title=html.escape(page.title),
        mode="served" if files is None else "file",
        links=_links(page) if files is None else "",
        served="" if files is None else "hidden",
        body=page.seen.line(page.lang, page.now) + page.body,
        seen="" if page.seen.plain else ' data-seen="true"',
        hidden=page.seen.hidden(),
        styles=_styles(("base.css", *page.styles), files),
        scripts=_scripts(("base.js", *page.scripts), files),
        packed=packed,
        texts=script_json(texts),
        data=script_json(page.data),
    )


def script_json(data: Any) -> str:
    """JSON that no name in it can break out of."""
    made = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    unsafe = {letter: f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}
    return made.translate({ord(letter): text for letter, text in unsafe.items()})


@cache
def own_files() -> dict[str, Path]:
    """The scripts and styles of ours, by name."""
    folder = Path(str(resources.files("ledwerk.viz") / "static"))
    return {file.name: file for file in sorted(folder.iterdir()) if file.suffix in {".js", ".css"}}


def _links(page: Page) -> str:
    made = []
    for address, word in LINKS:
        current = ' aria-current="page"' if address == page.address else ""
        name = html.escape(said(SHELL_TEXTS[word], page.lang))
        kept = SEEN_PAGES.get(address, ())
        seen = page.seen.only(kept)
        there = html.escape(seen.address(address, [("lang", page.lang)]))
        keeps = f' data-keeps="{" ".join(kept)}"' if kept else ""
        made.append(f'<li><a href="{there}"{current}{keeps}>{name}</a></li>')
    return "".join(made)


def _styles(names: Sequence[str], files: Mapping[str, str] | None) -> str:
    if files is not None:
        return "\n".join(f"<style>\n{files[name]}\n</style>" for name in names)
    return "\n".join(f'<link rel="stylesheet" href="/static/viz/{name}">' for name in names)


def _scripts(names: Sequence[str], files: Mapping[str, str] | None) -> str:
    if files is not None:
        # "</script" inside a script would end it.
        texts = (files[name].replace("</script", "<\\/script") for name in names)
        return "\n".join(f"<script>\n{text}\n</script>" for text in texts)
    return "\n".join(f'<script src="/static/viz/{name}"></script>' for name in names)
