"""Stories over HTTP: the list, one that is played, edited or taken along, and their changes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial, wraps
from secrets import token_hex
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from ledwerk.api.access import NotAllowed
from ledwerk.api.network_page import language_of
from ledwerk.api.patience import patiently
from ledwerk.api.served import Served
from ledwerk.api.session import NOT_KEPT, json_object, refused
from ledwerk.api.story_file import facts_behind, story_html
from ledwerk.graph.sqlite_journal import Journal
from ledwerk.schema.errors import InvalidQuestion, LedwerkError
from ledwerk.viz import render
from ledwerk.viz.state import address_of, state_of
from ledwerk.viz.stories import TOPIC, Step, Story, body_of, stories_of, story_asked
from ledwerk.viz.stories_page import playing, stories_page, story_edit_page

_LONGEST_MARK = 100


def add(app: FastAPI, served: Served) -> None:
    """Serve them; `StoryPages` says how."""
    pages = StoryPages(served)
    app.add_api_route("/stories", pages.listed, methods=["GET"])
    app.add_api_route("/stories", pages.begin, methods=["POST"])
    app.add_api_route("/stories/{ident}.html", pages.file, methods=["GET"])
    app.add_api_route("/stories/{ident}/edit", pages.edit, methods=["GET"])
    app.add_api_route("/stories/{ident}", pages.play, methods=["GET"])
    app.add_api_route("/stories/{ident}", pages.change, methods=["PUT"])
    app.add_api_route("/stories/{ident}", pages.delete, methods=["DELETE"])
    app.add_api_route("/stories/{ident}/back", pages.back, methods=["POST"])


class NoStory(LedwerkError):
    """There is no story with that id; `status` is that of the answer."""

    status = 404


class Conflict(NoStory):
    """Somebody else was first."""

    status = 409


Handler = Callable[..., Awaitable[Response]]


def answered(handler: Handler) -> Handler:
    """The handler, with what it refuses said to whoever asked."""

    @wraps(handler)
    async def answer(*given: Any, **named: Any) -> Response:
        try:
            return await handler(*given, **named)
        except NotAllowed as error:
            return refused(error)
        except NoStory as error:
            told = {"errors": [{"message": str(error)}]}
            return JSONResponse(told, error.status, NOT_KEPT)

    return answer


class StoryPages:
    """Pages and changes of one service's stories. Everybody may read, an editor may change."""

    def __init__(self, served: Served) -> None:
        self._served = served

    async def listed(self, request: Request) -> Response:
        """The list; with `add`, a state, also the form that saves this view."""
        stories = await asyncio.to_thread(standing, self._served.journal)
        adding = request.query_params.get("add")
        address = None if adding is None else address_of(state_of(adding))
        newest = sorted(stories.values(), key=lambda one: -one.number)
        return _page(stories_page(newest, address, language_of(request)))

    @answered
    async def edit(self, request: Request, ident: str) -> Response:
        """The page on which a story is read and changed."""
        return _page(story_edit_page(await self._one(ident), language_of(request)))

    @answered
    async def play(self, request: Request, ident: str, step: str = "1") -> Response:
        """The page of the network that plays a story, from a step on."""
        story = await self._one(ident)
        lang = language_of(request)
        last = max(len(story.steps), 1)
        at = min(max(int(step), 1), last) - 1 if step.isascii() and step.isdigit() else 0
        views = self._served.views
        view = None
        if story.steps:
            state = state_of(story.steps[at].address)
            view = await patiently(lambda: views.view(state, lang))
        facets = await patiently(lambda: views.facets(lang))
        return _page(render.page(view, facets, lang, story=playing(story, at, lang)))

    @answered
    async def file(self, request: Request, ident: str) -> Response:
        """A story as one file that needs no service."""
        story = await self._one(ident)
        lang, served = language_of(request), self._served
        states = [state_of(one.address) for one in story.steps]
        views = [await patiently(partial(served.views.view, one, lang)) for one in states]
        facts = await facts_behind(served.store, views)
        facets = await patiently(lambda: served.views.facets(lang))
        text = await asyncio.to_thread(story_html, story, views, facts, facets, lang)
        headers = {"content-disposition": f'attachment; filename="story-{story.id}.html"'}
        return HTMLResponse(text, headers=headers | NOT_KEPT)

    # -- changes ----------------------------------------------------------------------------------

    @answered
    async def begin(self, request: Request) -> Response:
        """Begin a story: {"title", "steps", "mark"}; the same mark begins it once."""
        who, given = self._editor(request), await json_object(request)
        title, steps = story_asked(given)
        mark = str(given.get("mark") or "")[:_LONGEST_MARK]
        key = token_hex(4)
        made = await self._append(who, key, title, steps, mark=mark and f"{TOPIC}:{mark}")
        return JSONResponse(made.told(), 201, NOT_KEPT)

    @answered
    async def change(self, request: Request, ident: str) -> Response:
        """A story as it is from now on: {"title", "steps", "number"}, where `number` is that of the
        story that was changed; 409 where it is no longer the newest.
        """
        who, given = self._editor(request), await json_object(request)
        story = await self._one(ident)
        title, steps = story_asked(given)
        if given.get("number") == story.number:
            # Of two who changed the same story at once, the mark lets one through.
            mark = f"{TOPIC}:{ident}:{story.number}"
            story = await self._append(who, ident, title, steps, mark=mark)
        if (story.title, story.steps) != (title, steps):
            raise Conflict(_CONFLICT)
        return JSONResponse(story.told(), headers=NOT_KEPT)

    @answered
    async def delete(self, request: Request, ident: str) -> Response:
        """A story is gone; its number lets it be had back."""
        who = self._editor(request)
        story = await self._one(ident)
        await self._append(who, ident, story.title, story.steps, deleted=True)
        return JSONResponse(story.told(), headers=NOT_KEPT)

    @answered
    async def back(self, request: Request, ident: str) -> Response:
        """A story that was deleted is there again."""
        who = self._editor(request)
        found = stories_of(self._served.journal.entries((TOPIC,)))
        if ident not in found:
            raise NoStory(_NONE)
        gone = found[ident]
        made = await self._append(who, ident, gone.title, gone.steps)
        return JSONResponse(made.told(), headers=NOT_KEPT)

    async def _one(self, ident: str) -> Story:
        stories = await asyncio.to_thread(standing, self._served.journal)
        if ident not in stories:
            raise NoStory(_NONE)
        return stories[ident]

    async def _append(
        self, who: str, key: str, title: str, steps: tuple[Step, ...], *,
        mark: str = "", deleted: bool = False,
    ) -> Story:  # fmt: skip
        body = body_of(title, steps, deleted=deleted)
        journal = self._served.journal
        entry = await asyncio.to_thread(lambda: journal.append(who, TOPIC, key, body, mark=mark))
        return stories_of([entry])[entry.key]

    def _editor(self, request: Request) -> str:
        """Whose change it is. Raises NotAllowed for anybody but an editor."""
        who = self._served.access.asker(dict(request.headers.raw))
        if who.role != "editor":
            status = 403 if who.role else 401
            raise NotAllowed("changing stories needs the token of an editor", status)
        return who.name


_NONE = "there is no such story; perhaps it was deleted"
_CONFLICT = "somebody else has changed this story meanwhile; load it again"


def standing(journal: Journal) -> dict[str, Story]:
    """The stories that there are, by id."""
    found = stories_of(journal.entries((TOPIC,)))
    return {key: one for key, one in found.items() if not one.deleted}


def story_called(journal: Journal, word: str) -> Story:
    """The story with that id or title. Raises InvalidQuestion where there is none, or several."""
    stories = standing(journal)
    if word in stories:
        return stories[word]
    some = [one for one in stories.values() if one.title.casefold() == word.strip().casefold()]
    if len(some) == 1:
        return some[0]
    known = ", ".join(f"{one.id} ({one.title})" for one in (some or stories.values()))
    if some:
        raise InvalidQuestion(f"{word!r} is the title of several stories; there are: {known}")
    if known:
        raise InvalidQuestion(f"{word!r} is no story; there are: {known}")
    raise InvalidQuestion(f"{word!r} is no story; there are none yet")


def _page(text: str) -> Response:
    return HTMLResponse(text, headers=NOT_KEPT)
