"""GraphiQL without internet: its files come with an installed package, its page is ours."""

from __future__ import annotations

from functools import cache
from importlib import metadata, resources
from pathlib import Path

_PACKAGE = "graphene-django-graphiql-static"
_FILES = ("react.production.min.js", "react-dom.production.min.js", "graphiql.min.js",
          "graphiql.min.css")  # fmt: skip

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>GraphiQL – ledwerk</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/static/graphiql/graphiql.min.css">
<link rel="stylesheet" href="/static/graphiql/page.css">
</head>
<body>
<div id="graphiql">GraphiQL…</div>
<script src="/static/graphiql/react.production.min.js"></script>
<script src="/static/graphiql/react-dom.production.min.js"></script>
<script src="/static/graphiql/graphiql.min.js"></script>
<script src="/static/graphiql/page.js"></script>
</body>
</html>
"""


@cache
def static_files() -> dict[str, Path]:
    """The files that the page loads, by name."""
    found = {
        Path(str(file)).name: Path(str(file.locate()))
        for file in metadata.files(_PACKAGE) or ()
        if Path(str(file)).name in _FILES
    }
    own = Path(str(resources.files("ledwerk.api") / "static"))
    return found | {name: own / name for name in ("page.js", "page.css")}
