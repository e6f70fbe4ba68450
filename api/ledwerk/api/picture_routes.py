"""Pictures of a view, `/picture.svg` and others, each under the address that the page has."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.responses import Response

from ledwerk.api.drawing import Draughtsman
from ledwerk.api.made import Made, headers_of, sent, tag_of, unchanged
from ledwerk.api.network_page import language_of
from ledwerk.api.served import Served
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.viz.pictures_words import file_stem, labels_of
from ledwerk.viz.state import address_of, state_of

MEDIA = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
    "gexf": "application/gexf+xml",
}
_PACKED = ("png", "pdf")  # already, so that packing them again gains nothing
_KEPT = 12  # of up to some MB each


def add(app: FastAPI, served: Served) -> None:
    """Serve them."""
    pictures = Pictures(served)
    app.state.pictures = pictures.draughtsman

    @app.get("/picture.{ending}")
    async def picture(ending: str, request: Request) -> Response:
        return await pictures.answer(ending, request)


class Pictures:
    """The pictures of one service; each is drawn once a revision, whoever asks first."""

    def __init__(self, served: Served) -> None:
        self.views = served.views
        self.draughtsman = Draughtsman()
        self._store = served.store
        self._made = Made(_KEPT)

    async def answer(self, ending: str, request: Request) -> Response:
        """The picture that an address asks for, to be saved under a name that tells what it is."""
        if ending not in MEDIA:
            raise InvalidQuestion(f"no picture ends in .{ending}; they are .{', .'.join(MEDIA)}")
        state = state_of(request.scope["query_string"].decode("latin-1"))
        address, lang = address_of(state), language_of(request)
        revision = await self._store.revision()
        tag = tag_of(revision, "picture", ending, lang, address, self.views.edition)
        if unchanged(request.headers, tag):
            return Response(status_code=304, headers=headers_of(tag))
        key = (revision, ending, lang, address)
        body = await self._made.get(key, lambda: self._drawn(ending, address, lang))
        headers = {} if ending in _PACKED else request.headers
        response = await sent(body, headers, MEDIA[ending], tag)
        name = f"{file_stem(state, lang)}.{ending}"
        response.headers["content-disposition"] = f'attachment; filename="{name}"'
        return response

    async def _drawn(self, ending: str, address: str, lang: str) -> bytes:
        view = await self.views.view(state_of(address), lang)
        labels = labels_of(await self.views.facets(lang)) if address else {}
        return await self.draughtsman.draw(ending, view, labels)
