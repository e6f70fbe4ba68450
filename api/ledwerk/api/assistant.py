"""The knowledge base as tools for an assistant: a Model Context Protocol server, reading only.

Every tool asks GraphQL. An answer is short text with numbered sources, and the same as data. What
goes wrong is told in the words that a person would get, so that the assistant can ask again.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

import mcp_types as types
import orjson
from graphql import GraphQLError, OperationDefinitionNode, OperationType, parse
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel.server import Server
from pydantic import ValidationError

from ledwerk.api import cited_answers as cited
from ledwerk.api.assistant_arguments import (
    Arguments,
    FindGaps,
    Get,
    Graphql,
    Introduce,
    Search,
    WhoWorksWith,
    in_words,
)
from ledwerk.api.citing import Answer, Json
from ledwerk.api.compiled import Compiled
from ledwerk.api.documents import Refused
from ledwerk.api.execution import Execution
from ledwerk.api.graphql_schema import make_schema
from ledwerk.api.limits import Limits
from ledwerk.graph.store import Store
from ledwerk.schema.errors import InvalidQuestion, LedwerkError
from ledwerk.schema.model import MODEL

_LOG = logging.getLogger("ledwerk")
_LONGEST_TEXT = 20_000
_LISTED = 40
_ONLY_QUERIES = "a {} is not possible here, only a query: this is for reading"

INSTRUCTIONS = (
    "A knowledge base of a regional partner network: organisations, campuses, municipalities and "
    "groups (together: parties), the projects and programmes they take part in, boards and seats. "
    "Two parties have a tie when both take part in one project or programme, or one is tenant or "
    "owner of the other. Every fact has a source; give the source with what you tell, and say so "
    "where sources contradict each other. Names are found however they are written; when a name is "
    "unknown, the error says which come closest. Nothing can be changed here."
)


@dataclass(frozen=True)
class _Tool:
    """A tool as it is offered, and what it does."""

    name: str
    title: str
    description: str
    arguments: type[Arguments]
    answer: Callable[[Desk, Any], Awaitable[Answer]]


@dataclass(frozen=True)
class Desk:
    """What the tools ask: GraphQL over one store, within the limits of a service."""

    execution: Execution

    async def ask(self, text: str, variables: Json) -> Any:
        """The data; errors are raised."""
        result = await self.execute(text, variables)
        if result.get("errors"):
            raise InvalidQuestion(_words(one["message"] for one in result["errors"]))
        return result["data"]

    async def execute(self, text: str, variables: Json) -> Json:
        """The whole result of a query; nothing else is run."""
        try:
            operation = self.execution.operation(text, None)
        except Refused as refused:
            raise InvalidQuestion(_words(one.message for one in refused.errors)) from refused
        if operation.kind != "query":
            raise InvalidQuestion(_ONLY_QUERIES.format(operation.kind))
        response = await self.execution.answer(operation, variables, None)
        result: Json = orjson.loads(response.body)
        return result


async def _graphql(desk: Desk, asked: Graphql) -> Answer:
    try:
        document = parse(asked.query, max_tokens=5_000)
    except GraphQLError as error:
        raise InvalidQuestion(f"the question cannot be read: {error.message}") from error
    for part in document.definitions:
        kind = getattr(part, "operation", None)
        if isinstance(part, OperationDefinitionNode) and kind is not OperationType.QUERY:
            raise InvalidQuestion(_ONLY_QUERIES.format(part.operation.value))
    result = await desk.execute(asked.query, asked.variables)
    errors = [one["message"] for one in result.get("errors", ())]
    data = result.get("data")
    if data is None:
        raise InvalidQuestion(_words(errors))
    notes = cited.cited_in(data)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    if len(text) > _LONGEST_TEXT:
        text = f"{text[:_LONGEST_TEXT]}… (cut; the data are whole, or ask for less)"
    lines = [text, *(f"error: {error}" for error in errors)]
    if not notes.numbers:
        lines.append("No sources were asked for; add: sources { title locator basis }")
    return Answer(lines, {"data": data, "errors": errors}, notes)


TOOLS = (
    _Tool(
        "who_works_with",
        "Who works with whom",
        "The parties that one party works with, strongest ties first, and the projects and "
        "programmes that they share.",
        WhoWorksWith,
        lambda desk, a: cited.who_works_with(desk.ask, a.name, a.limit),
    ),
    _Tool(
        "find_gaps",
        "Find gaps",
        "Parties of one set that have no tie to any party of another, and who could introduce "
        "them. Such as: small firms (sme) without a tie to a campus.",
        FindGaps,
        lambda desk, a: cited.find_gaps(desk.ask, a.from_, a.to, a.limit),
    ),
    _Tool(
        "introduce",
        "Find an introduction",
        "How one could get to know another: who works with both, through what, and the shortest "
        "path between them over projects, boards, memberships and employment.",
        Introduce,
        lambda desk, a: cited.introduce(desk.ask, MODEL, a.who, a.to_whom),
    ),
    _Tool(
        "search",
        "Search",
        "Look for words in names, aliases and texts of everything in the network.",
        Search,
        lambda desk, a: cited.search(desk.ask, a.text, a.limit),
    ),
    _Tool(
        "get",
        "Look one up",
        "What is known of one party, project, programme, board, person or other thing, by its name "
        "or id, with contradictions between sources.",
        Get,
        lambda desk, a: cited.get(desk.ask, a.name, a.id),
    ),
    _Tool(
        "graphql",
        "Ask in GraphQL",
        "Any question in GraphQL that the other tools do not answer; ask for "
        "sources { title locator basis } of what you want to tell. The schema can be asked for by "
        "introspection. Queries only.",
        Graphql,
        _graphql,
    ),
)

_OUTPUT = {
    "type": "object",
    "required": ["answer", "sources"],
    "properties": {
        "answer": {
            "type": "object",
            "description": "What was found; `sources` in it are numbers in the list of sources.",
        },
        "sources": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["number", "title", "locator", "basis", "denied"],
                "properties": {
                    "number": {"type": "integer"},
                    "title": {"type": ["string", "null"]},
                    "locator": {"type": ["string", "null"], "description": "Where in the source."},
                    "basis": {"type": "string", "description": "How well founded: STATED, READ, …"},
                    "denied": {"type": "boolean", "description": "The source says it is not so."},
                    "unreviewed": {
                        "type": "boolean",
                        "description": "A program read it, and nobody has looked at it yet.",
                    },
                },
            },
        },
    },
}


def make_server(store: Store) -> Server[Any]:
    """The server over a store; the store stays the caller's to close."""
    schema = make_schema(MODEL, store)._schema  # noqa: SLF001 - no public way to it
    compiled = Compiled(schema, MODEL, store)
    desk = Desk(Execution(schema, compiled, Limits(), introspection=True))
    tools = {tool.name: tool for tool in TOOLS}
    listed = types.ListToolsResult(tools=[_offered(tool) for tool in TOOLS])

    async def on_list_tools(
        _context: ServerRequestContext[Any], _params: types.PaginatedRequestParams | None
    ) -> types.ListToolsResult:
        return listed

    async def on_call_tool(
        _context: ServerRequestContext[Any], params: types.CallToolRequestParams
    ) -> types.CallToolResult:
        tool = tools.get(params.name)
        if tool is None:
            return _failed(f"there is no tool {params.name!r}; there are {', '.join(tools)}")
        return await _call(desk, tool, params.arguments or {})

    return Server(
        "ledwerk",
        version=version("ledwerk"),
        title="ledwerk",
        description="Who works with whom in a regional partner network, and where the gaps are.",
        instructions=INSTRUCTIONS,
        get_tool_input_schema=lambda name: _input(tools[name]) if name in tools else None,
        on_list_tools=on_list_tools,
        on_call_tool=on_call_tool,
    )


async def _call(desk: Desk, tool: _Tool, given: dict[str, Any]) -> types.CallToolResult:
    try:
        answer = await tool.answer(desk, tool.arguments.model_validate(given))
    except ValidationError as error:
        return _failed(in_words(error))
    except LedwerkError as error:
        return _failed(str(error))
    except Exception:  # noqa: BLE001 - logged
        # Nothing of a failure of ours goes to an assistant; it could not mend it.
        _LOG.exception("the tool %s failed", tool.name)
        return _failed("something went wrong here; the log says what")
    sources = answer.notes.listed()
    lines = [*answer.lines, *_source_lines(sources)]
    return types.CallToolResult(
        content=[types.TextContent(type="text", text="\n".join(lines))],
        structured_content={"answer": answer.found, "sources": sources},
    )


def _offered(tool: _Tool) -> types.Tool:
    return types.Tool(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=_input(tool),
        output_schema=_OUTPUT,
        annotations=types.ToolAnnotations(
            title=tool.title, read_only_hint=True, idempotent_hint=True, open_world_hint=False
        ),
    )


def _input(tool: _Tool) -> dict[str, Any]:
    return tool.arguments.model_json_schema(by_alias=True)


def _failed(words: str) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(type="text", text=words)], is_error=True)


def _source_lines(sources: list[dict[str, Any]]) -> list[str]:
    lines = ["Sources:"] if sources else []
    for one in sources[:_LISTED]:
        denied = ", denies it" if one["denied"] else ""
        denied += ", not reviewed" if one["unreviewed"] else ""
        place = f", {one['locator']}" if one["locator"] else ""
        lines.append(f"[{one['number']}] {one['title']}{place} ({one['basis'].lower()}{denied})")
    if len(sources) > _LISTED:
        lines.append(f"… and {len(sources) - _LISTED} more, in the data")
    return lines


def _words(messages: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(messages))
