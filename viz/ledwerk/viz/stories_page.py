"""The pages of stories: their list with a form for a new view, and one that is edited."""

from __future__ import annotations

import html
from collections.abc import Sequence

from ledwerk.viz.page_words import PageWords
from ledwerk.viz.shell import Page, shown
from ledwerk.viz.stories import LONGEST_TEXT, LONGEST_TITLE, Step, Story
from ledwerk.viz.texts import said
from ledwerk.viz.texts_stories import PLAYING, STORY_TEXTS


def stories_page(stories: Sequence[Story], adding: str | None, lang: str) -> str:
    """The list, the story changed last first; `adding` is the address of a view to be saved."""
    words = PageWords(STORY_TEXTS, lang)
    form = "" if adding is None else _form(stories, adding, words)
    rows = "".join(_row(one, words) for one in stories)
    listed = f'<ul class="stories">{rows}</ul>' if rows else _none(words)
    body = (
        f'<div class="sheet"><h1>{words("title")}</h1><p class="lead">{words("lead")}</p>'
        f'<p id="read-only" class="note" hidden>{words("read_only")}</p>{form}'
        f'<p id="gone" class="note" role="status" hidden><span></span> '
        f'<button id="undo" type="button">{words("undo")}</button></p>{listed}</div>'
    )
    data = {"adding": adding, "stories": [one.told() for one in stories]}
    return _framed(said(STORY_TEXTS["title"], lang), body, data, lang)


def story_edit_page(story: Story, lang: str) -> str:
    """One story: to be read by anybody, and changed by an editor."""
    words = PageWords(STORY_TEXTS, lang)
    steps = "".join(_step(one, place, words) for place, one in enumerate(story.steps, 1))
    ident, title = html.escape(story.id), html.escape(story.title)
    body = (
        f'<div class="sheet"><p><a href="/stories?lang={lang}">{words("all_stories")}</a></p>'
        f'<h1>{words("editing")}</h1><p id="read-only" class="note" hidden>{words("read_only")}</p>'
        f'<p class="buttons"><a class="button" href="/stories/{ident}?lang={lang}">{words("play")}'
        f'</a><a class="button" href="/stories/{ident}.html?lang={lang}" download>{words("file")}'
        f'</a><button id="undo" type="button" disabled>{words("undo")}</button>'
        f'<span id="state" role="status" class="soft"></span></p>'
        f'<p id="trouble" class="note warn" role="alert" hidden></p>'
        f'<label class="above" for="title">{words("story_title")}</label>'
        f'<input id="title" value="{title}" maxlength="{LONGEST_TITLE}" disabled>'
        f'<h2>{words("steps")}</h2><p id="no-steps" {"hidden" if steps else ""}>'
        f'{words("no_steps")} <a href="/?lang={lang}">{words("to_network")}</a></p>'
        f'<ol id="steps">{steps}</ol></div>'
    )
    return _framed(story.title, body, {"story": story.told()}, lang)


def playing(story: Story, at: int, lang: str) -> dict[str, object]:
    """What the script that plays a story begins with: the story, its words, and where to begin."""
    words = {name: said(STORY_TEXTS[name], lang) for name in PLAYING}
    return {**story.told(), "at": at, "words": words}


def _framed(title: str, body: str, data: object, lang: str) -> str:
    page = Page(
        title, body, lang, "/stories",
        scripts=("stories.js",), styles=("stories.css",), texts=STORY_TEXTS, data=data,
    )  # fmt: skip
    return shown(page)


def _none(words: PageWords) -> str:
    link = f'<a href="/?lang={words.lang}">{words("to_network")}</a>'
    return f'<p class="note">{words("none")} {link}</p>'


_LINKS = (("play", "", ""), ("edit", "/edit", ""), ("file", ".html", "download"))


def _row(one: Story, words: PageWords) -> str:
    ident, lang = html.escape(one.id), words.lang
    who = one.by or words.plain("nobody")
    about = words("changed", at=words.moment(one.at), who=who)
    links = "".join(
        f'<a class="button" href="/stories/{ident}{rest}?lang={lang}" {more} '
        f'aria-label="{words(f"{name}_one", title=one.title)}">{words(name)}</a>'
        for name, rest, more in _LINKS
    )
    return (
        f'<li class="story" data-id="{ident}"><h2>{html.escape(one.title)}</h2>'
        f"<p>{words('views', n=len(one.steps))}, {about}</p>"
        f'<p class="buttons">{links}<button type="button" class="delete" '
        f'aria-label="{words("delete_one", title=one.title)}">{words("delete")}</button></p></li>'
    )


def _form(stories: Sequence[Story], adding: str, words: PageWords) -> str:
    options = "".join(
        f'<option value="{html.escape(one.id)}">{html.escape(one.title)}</option>'
        for one in stories
    )
    return (
        f'<section id="adding"><h2>{words("add")}</h2><div class="beside">'
        f'<img src="/picture.svg?{html.escape(adding)}&amp;lang={words.lang}" '
        f'alt="{words("add_alt")}"><form id="add" novalidate>'
        f'<label for="which">{words("which")}</label><select id="which">'
        f'<option value="">{words("new")}</option>{options}</select>'
        f'<div id="new-story"><label for="story-title">{words("story_title")}</label>'
        f'<input id="story-title" maxlength="{LONGEST_TITLE}"></div>'
        f'<label for="step-title">{words("step_title")}</label>'
        f'<input id="step-title" maxlength="{LONGEST_TITLE}" required>'
        f'<label for="step-text">{words("step_text")}</label>'
        f'<textarea id="step-text" rows="4" maxlength="{LONGEST_TEXT}"></textarea>'
        f'<p class="wrong" role="alert"></p><p class="buttons">'
        f'<button class="first" type="submit">{words("save")}</button></p></form></div></section>'
    )


def _step(one: Step, place: int, words: PageWords) -> str:
    """A view as everybody reads it; the script makes fields of it for an editor."""
    address = html.escape(one.address)
    alt = words("thumb", n=place, title=one.title)
    return (
        f'<li class="step"><a href="/?{address}&amp;lang={words.lang}"><img loading="lazy" '
        f'src="/picture.svg?{address}&amp;lang={words.lang}" alt="{alt}"></a>'
        f"<div><h3>{html.escape(one.title)}</h3>"
        f'<p class="said">{html.escape(one.text)}</p></div></li>'
    )
