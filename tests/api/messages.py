"""Finds every message that the code can give a person, by reading the code.

A message is followed from where it is handed over (an error is made, a line is printed) back to the
words it is made of: through names, parameters, f-strings and functions of the project. A template
is the message with `{}` for each part that is only known when it is given.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path

_QUERY = r" stroke=|\b(SELECT|MATCH|UNWIND|EXISTS|CREATE|RETURN|WHERE|CASE)\b|</|/>|%\(asctime|json_|coalesce\(|replace\(|\bAND\b|\.id\b"
Function = ast.FunctionDef | ast.AsyncFunctionDef
HOLE = "{}"
_MOST = 64  # alternatives of one message
# What a parameter that stands inside a message is called where it takes words, not a name or number.
# What a parameter is called that is handed on as a message or a part of one.
_HANDED = {
    "what", "why", "hint", "message", "right", "wrong", "about", "how", "where", "sort",
    "notice", "reason", "line", "words",
}  # fmt: skip
_WORDS = {"what", "why", "hint", "message", "right", "wrong", "about", "how", "where", "sort"}


@dataclass(frozen=True, slots=True)
class Sink:
    """Which arguments of a call are messages; `names` are its keywords, `of` how many it takes."""

    places: frozenset[int]
    names: frozenset[str] = frozenset()
    of: int | None = None


@dataclass(slots=True)
class Module:
    """One file: its functions by name, and the values of its own names."""

    file: str
    tree: ast.Module
    constants: dict[str, ast.expr] = field(default_factory=dict)


@dataclass(slots=True)
class Reader:
    """All modules together; `found` holds each template and a place where it is written."""

    modules: list[Module]
    sinks: dict[str, list[Sink]]
    found: dict[str, str] = field(default_factory=dict)
    functions: dict[str, list[tuple[Module, Function]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    constants: dict[str, tuple[Module, ast.expr]] = field(default_factory=dict)
    _busy: set[tuple[int, int]] = field(default_factory=set)
    _within: int = 0
    _circles: int = 0
    _known: dict[tuple[int, int, bool], set[str]] = field(default_factory=dict)
    _here: dict[tuple[int, int, bool], set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for module in self.modules:
            for node in ast.walk(module.tree):
                if isinstance(node, Function):
                    self.functions[node.name].append((module, node))
            for node in module.tree.body:
                for name, value in _assigned(node):
                    module.constants[name] = value
                    self.constants[name] = (module, value)

    def read(self) -> dict[str, str]:
        """Every template, once no new function is found that hands messages on."""
        before = -1
        while before != sum(map(len, self.sinks.values())):
            before = sum(map(len, self.sinks.values()))
            for module in self.modules:
                self._calls(module, module.tree, None)
        return self.found

    def read_roots(self, names: Iterable[str]) -> None:
        """What the functions so called give back is shown to people as well."""
        for name in names:
            for module, function in self.functions[name]:
                for value in _given_back(function):
                    self._keep(module, value, function)

    def _calls(self, module: Module, node: ast.AST, inside: Function | None) -> None:
        for child in ast.iter_child_nodes(node):
            within = child if isinstance(child, Function) else inside
            if isinstance(child, ast.Call):
                for value in self._messages(module, child, inside):
                    self._keep(module, value, inside)
            self._calls(module, child, within)

    def _messages(
        self, module: Module, call: ast.Call, inside: Function | None
    ) -> Iterator[ast.expr]:
        name = _called(call)
        if name == "__init__" and inside is not None:
            name = "super().__init__"
        for sink in self.sinks.get(_meant(module, name), ()):
            given = len(call.args) + len(call.keywords)
            if sink.of is not None and given > sink.of:
                continue
            yield from (one for at, one in enumerate(call.args) if at in sink.places)
            yield from (one.value for one in call.keywords if one.arg in sink.names)

    def _keep(self, module: Module, value: ast.expr, inside: Function | None) -> None:
        for text in self.texts(module, value, inside):
            if is_prose(text):
                self.found.setdefault(text, f"{module.file}:{value.lineno}")

    def texts(self, module: Module, value: ast.expr, inside: Function | None) -> set[str]:
        """The templates that a value can be; {HOLE} alone where nothing is known of it."""
        key = (id(value), id(inside))
        known = (*key, self._within > 0)
        if known in self._known:
            return self._known[known]
        if known in self._here:
            return self._here[known]
        if key in self._busy:
            self._circles += 1
            return {HOLE}
        self._busy.add(key)
        before = self._circles
        try:
            made = self._texts(module, value, inside)
        finally:
            self._busy.discard(key)
        if self._circles == before or not self._busy:
            self._known[known] = made
        # What goes round in a circle is followed once for each message, not once for each way.
        self._here[known] = made
        if not self._busy:
            self._here.clear()
        return made

    def _texts(  # noqa: PLR0911 - one line a sort of expression
        self, module: Module, value: ast.expr, inside: Function | None
    ) -> set[str]:
        match value:
            case ast.Constant(value=str(text)):
                return {text.replace("{", "{{").replace("}", "}}")}
            case ast.Constant(value=None):
                return set()
            case ast.JoinedStr(values=parts):
                return self._joined([self._part(module, one, inside) for one in parts])
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return self._joined([self.texts(module, one, inside) for one in (left, right)])
            case ast.IfExp(body=body, orelse=orelse):
                return self._any(module, (body, orelse), inside)
            case ast.BoolOp(values=several) | ast.Tuple(elts=several) | ast.List(elts=several):
                return self._any(module, several, inside)
            case ast.NamedExpr(value=inner) | ast.Await(value=inner):
                return self.texts(module, inner, inside)
            case ast.Subscript(value=ast.Dict(values=several)):
                return self._any(module, several, inside)
            case ast.GeneratorExp(elt=one) | ast.ListComp(elt=one):
                return self.texts(module, one, inside)
            case ast.Name(id=name):
                return self._name(module, name, inside)
            case ast.Call():
                return self._call(module, value, inside)
        return {HOLE}

    def _any(
        self, module: Module, several: Iterable[ast.expr], inside: Function | None
    ) -> set[str]:
        return set().union(*(self.texts(module, one, inside) for one in several))

    def _joined(self, parts: list[set[str]]) -> set[str]:
        made = {"".join(one) for one in product(*parts)}
        assert len(made) <= _MOST, sorted(made)[:3]
        return made

    def _part(self, module: Module, part: ast.expr, inside: Function | None) -> set[str]:
        if not isinstance(part, ast.FormattedValue):
            return self.texts(module, part, inside)
        inner = part.value
        if isinstance(inner, ast.IfExp) and _short(inner.body) and _short(inner.orelse):
            return self.texts(module, inner, inside)
        if part.conversion == -1 and part.format_spec is None:
            # What stands in a message may be words as well, which are then looked for alone.
            self._within += 1
            for text in self.texts(module, inner, inside):
                if is_prose(text):
                    self.found.setdefault(text, f"{module.file}:{inner.lineno}")
            self._within -= 1
        return {HOLE}

    def _name(self, module: Module, name: str, inside: Function | None) -> set[str]:
        if inside is not None:
            given = list(_values(inside, name))
            places = [one.arg for one in _parameters(inside)]
            if name in places and name in (_WORDS if self._within else _HANDED):
                self._hands_on(module, inside, places.index(name), len(places))
            if given or name in places:
                return self._any(module, given, inside) or {HOLE}
        if name in module.constants:
            return self.texts(module, module.constants[name], None)
        if name in self.constants:
            other, value = self.constants[name]
            return self.texts(other, value, None)
        return {HOLE}

    def _hands_on(self, module: Module, function: Function, place: int, of: int) -> None:
        sink = Sink(frozenset({place}), frozenset({_parameters(function)[place].arg}), of)
        known = self.sinks.setdefault(_meant(module, function.name), [])
        if sink not in known:
            known.append(sink)

    def _call(self, module: Module, call: ast.Call, inside: Function | None) -> set[str]:
        name = _called(call)
        if name == "format" and isinstance(call.func, ast.Attribute):
            made = self.texts(module, call.func.value, inside)
            return {re.sub(r"\{\{.*?\}\}", HOLE, one) for one in made}
        if name == "next" and call.args:
            return self.texts(module, call.args[0], inside)
        made: set[str] = set()
        for other, function in self.functions.get(name, ()):
            if len(_parameters(function)) < len(call.args) or (
                name.startswith("_") and other is not module
            ):
                continue
            for value in _given_back(function):
                made |= self.texts(other, value, function)
        return made or {HOLE}


def _meant(module: Module, name: str) -> str:
    """What tells a function from others of its name: one that is private is its module's own."""
    private = name.startswith("_") and not name.startswith("__")
    return f"{module.file}:{name}" if private else name


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute) and call.func.attr == "append":
        return f"{getattr(call.func.value, 'id', getattr(call.func.value, 'attr', ''))}.append"
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _short(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant | ast.JoinedStr)


def is_prose(text: str) -> bool:
    """Whether a text is for people, and not a name, a format, markup or a query."""
    words = re.sub(r"\{\{|\}\}|\{\}", " ", text)
    if re.search(r"[a-z]{2}", words) is None or text.startswith(
        ("<", "http", "application/", "text/", "/")
    ):
        return False
    if " " not in text.strip():
        return re.fullmatch(r"[a-z]{3,}", text.strip()) is not None
    return re.search(_QUERY, text) is None


def _parameters(function: Function) -> list[ast.arg]:
    given = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return [one for one in given if one.arg not in {"self", "cls"}]


def _assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    match node:
        case ast.Assign(targets=targets, value=value):
            for target in targets:
                names = target.elts if isinstance(target, ast.Tuple) else [target]
                yield from ((one.id, value) for one in names if isinstance(one, ast.Name))
        case (
            ast.AnnAssign(target=ast.Name(id=name), value=value)
            | ast.NamedExpr(target=ast.Name(id=name), value=value)
            | ast.AugAssign(target=ast.Name(id=name), value=value)
        ):
            if value is not None:
                yield name, value
        case ast.For(target=target, iter=value) | ast.comprehension(target=target, iter=value):
            names = target.elts if isinstance(target, ast.Tuple) else [target]
            yield from ((one.id, value) for one in names if isinstance(one, ast.Name))


@cache
def _all_values(function: Function) -> dict[str, list[ast.expr]]:
    found: dict[str, list[ast.expr]] = defaultdict(list)
    for node in ast.walk(function):
        for name, value in _assigned(node):
            found[name].append(value)
    return dict(found)


def _values(function: Function, name: str) -> list[ast.expr]:
    return _all_values(function).get(name, [])


@cache
def _given_back(function: Function) -> tuple[ast.expr, ...]:
    return tuple(
        node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Return | ast.Yield | ast.YieldFrom) and node.value is not None
    )


def modules_of(root: Path, rooms: Iterable[str]) -> list[Module]:
    """The modules of the rooms."""
    files = [file for room in rooms for file in sorted((root / room).rglob("*.py"))]
    return [
        Module(str(file.relative_to(root)), ast.parse(file.read_text(encoding="utf-8")))
        for file in files
    ]


def errors_of(modules: Iterable[Module], root: str) -> set[str]:
    """The names of all classes below one."""
    bases = {
        node.name: {getattr(base, "id", getattr(base, "attr", "")) for base in node.bases}
        for module in modules
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
    }
    known = {root}
    while more := {name for name, below in bases.items() if below & known} - known:
        known |= more
    return known


_ROOMS = ("schema", "graph", "loaders", "viz", "api")
# Which arguments of these are messages; of every other error it is the first.
_ERRORS = {
    "InvalidValue": {0, 1}, "InvalidEdit": {2}, "BadRequest": {1}, "Problem": {3},
    "LoadAborted": set(), "AmbiguousName": set(), "ChangedSince": set(), "UnknownName": {1},
    "ValueError": {0}, "ArgumentTypeError": {0}, "super().__init__": {0}, "notices.append": {0},
    "print": {0}, "say": {0}, "show": {0}, "in_words": {0},
    "LedwerkError": {0}, "NotAllowed": {0},
}  # fmt: skip
# What these give back is shown line by line.
_SHOWN = ("who_lines", "fact_lines", "gap_lines", "token_lines", "notices", "only_mentioned")


def every_message(root: Path) -> dict[str, str]:
    """Every template of a message that can reach a person, and where it is written."""
    modules = [one for one in modules_of(root, _ROOMS) if "/dutch" not in one.file]
    errors = {name: {0} for name in errors_of(modules, "LedwerkError")} | _ERRORS
    sinks = {name: [Sink(frozenset(places))] for name, places in errors.items()}
    sinks["table"] = [Sink(frozenset({2}), frozenset({"notes"}), 3)]
    reader = Reader(modules, sinks)
    reader.read()
    reader.read_roots(_SHOWN)
    return {text: place for text, place in reader.found.items() if not _is_label(text, place)}


def _is_label(text: str, place: str) -> bool:
    """A word of a table or page by itself: those of viz/ are Dutch and English where they stand."""
    return place.startswith("viz/") and " " not in text
