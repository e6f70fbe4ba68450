"""Pages as of another moment, or believing only some: what their address asks, and which do not."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from fastapi import Request
from starlette.requests import HTTPConnection

from ledwerk.schema.errors import InvalidQuestion
from ledwerk.viz.seen_as import NOW, SeenAs

_NAMES = ("known", "trust")
_LONGEST = 300  # letters of one value
_MOST = 100  # values
# Where in a list somebody is: as of now that place is another.
_PLACES = ("after", "before", "last", "at", "start")


# What can be seen as of another moment, or believing only some.
_SEEN = frozenset({
    "/", "/view.json", "/facets.json", "/facts.json", "/suggest.json", "/picture.{ending}",
    "/node", "/node/{node:path}", "/node-history.json", "/search",
    "/tables", "/tables/{table}", "/tables/{table}.{ending}",
})  # fmt: skip
# What people agreed on is nobody's statement: of that there is only another moment.
_AGREED = frozenset({"/agreements", "/agreements.xlsx", "/agreements.ics"})


async def check_seen(request: HTTPConnection) -> None:
    """Raises InvalidQuestion where an address asks for another moment, or for only what some say,
    of a page that knows none: nobody is to take what is there now for what was asked.
    """
    if request.scope["type"] != "http" or not _asked(request):
        return
    if _path(request) in _AGREED and request.query_params.get("trust"):
        raise InvalidQuestion(
            "agreements are no statements of a source, so there is no choice of whom to believe; "
            "leave out trust"
        )
    if not _may_be_seen(request):
        raise InvalidQuestion(
            "this is only there as of now, and with what everybody says; leave out known and trust"
        )


def seen_as(request: Request) -> SeenAs:
    """How an address asks to see a page. Raises InvalidQuestion for what cannot be read."""
    given = request.query_params
    trust = given.getlist("trust")
    if len(trust) > _MOST:
        raise InvalidQuestion(f"a view has at most {_MOST} values; open a shorter address")
    for name, value in given.multi_items():
        if name in _NAMES and len(value) > _LONGEST:
            raise InvalidQuestion(f"{name} has {len(value)} letters; at most {_LONGEST} will do")
    made = SeenAs(given.get("known", ""), tuple(sorted({*trust} - {""})))
    _ = made.sight  # raises for what is no moment, or says not whom to believe
    return made


def seen_or_not(request: Request) -> SeenAs:
    """The same for a page that says what went wrong: as of now where that is what went wrong."""
    try:
        return seen_as(request) if _may_be_seen(request) else NOW
    except InvalidQuestion:
        return NOW


def _asked(request: HTTPConnection) -> bool:
    return any(request.query_params.get(name) for name in _NAMES)


def _may_be_seen(request: HTTPConnection) -> bool:
    return _path(request) in _SEEN or _path(request) in _AGREED


def _path(request: HTTPConnection) -> str:
    return getattr(request.scope.get("route"), "path", "")


def as_of_now(request: Request) -> str:
    """The address of the same page as of now, believing everybody."""
    query = parse_qsl(request.scope["query_string"].decode("latin-1"))
    kept = [(name, value) for name, value in query if name not in {*_NAMES, *_PLACES}]
    return f"{request.url.path}?{urlencode(kept)}" if kept else request.url.path
