"""A story as one file: its views baked in, for a laptop without service or internet."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ledwerk.graph.sqlite_journal import journal_beside
from ledwerk.graph.store import Store
from ledwerk.schema.errors import InvalidQuestion, LedwerkError
from ledwerk.viz.facts import Facts
from ledwerk.viz.stories import Story
from ledwerk.viz.view import View


def story_html(
    story: Story,
    views: Sequence[View],
    facts: Sequence[Facts],
    facets: Mapping[str, Any] | None,
    lang: str,
) -> str:
    """The file's text; a view for each step. Raises InvalidQuestion for a story without views."""
    from ledwerk.viz.render import standalone
    from ledwerk.viz.stories_page import playing

    if not views:
        raise InvalidQuestion(f"the story {story.title!r} has no views yet; add one first")
    once = {view.state: view for view in views}
    return standalone(tuple(once.values()), facts, facets, lang, story=playing(story, 0, lang))


async def facts_behind(store: Store, views: Sequence[View]) -> tuple[Facts, ...]:
    """The facts of everything that some views draw, each once."""
    from ledwerk.viz.view import view_facts

    found: dict[str, Facts] = {}
    for view in views:
        found |= {fact.id: fact for fact in await view_facts(store, view)}
    drawn = {mark.id for view in views for mark in view.marks}
    return tuple(found[key] for key in sorted(found) if key in drawn)


def write_story(store: Store, options: argparse.Namespace) -> Path:
    """Write the file; it appears when it is whole. Raises LedwerkError with what is wrong."""
    from ledwerk.api.export_formats import appearing
    from ledwerk.api.stories import story_called
    from ledwerk.viz.state import state_of
    from ledwerk.viz.view import network_view

    file = Path(options.file)
    if file.suffix.lower() != ".html":
        raise LedwerkError(f"{file}: a story is a file that ends in .html")
    journal = journal_beside(store.address)()
    try:
        story = story_called(journal, options.story)
    finally:
        journal.close()
    lang = options.words

    async def views() -> tuple[list[View], tuple[Facts, ...]]:
        states = [state_of(one.address) for one in story.steps]
        made = [await network_view(store, state=s, lang=lang, facts=False) for s in states]
        return made, await facts_behind(store, made)

    found, facts = asyncio.run(views())
    text = story_html(story, found, facts, None, lang)
    with appearing(file) as out:
        out.write(text.encode())
    return file
