"""How the paragraphs of a Word file are set: by their style, and by hand over it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING_STYLE = re.compile(r"(?:heading|kop|berschrift|titre)\s*(\d)", re.IGNORECASE)
_TITLE_STYLE = re.compile(r"title|titel", re.IGNORECASE)
_OFF = ("0", "false", "none")
_DEFAULT = 11.0  # points, where a file does not say
_DEEPEST = 8  # of based-on styles


@dataclass(frozen=True, slots=True)
class Setting:
    """What a style says, itself or by those that it is based on."""

    name: str = ""
    bold: bool = False
    caps: bool = False
    size: float = _DEFAULT
    outline: int = 0  # how deep a heading, 1 the outermost; 0 is none
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Type:
    """How a paragraph's letters are set: most of them, or all where it says so."""

    size: float
    bold: bool  # all of them
    caps: bool  # all of them
    underlined: bool  # all of them


def settings_of(word: Any) -> dict[str, Setting]:
    """The styles of a file by their ids; "" is that of a paragraph without any."""
    styles = {str(one.style_id): one.element for one in word.styles}
    base = _default_size(word)
    found = {ident: _setting(element, styles, base) for ident, element in styles.items()}
    plain = next(
        (found[ident] for ident, one in styles.items()
         if one.get(f"{W}default") in ("1", "true") and one.get(f"{W}type") == "paragraph"),
        Setting(size=base),
    )  # fmt: skip
    return {**found, "": plain}


def _default_size(word: Any) -> float:
    size = word.styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
    return _half(size) if size is not None else _DEFAULT


def _half(size: Any) -> float:
    try:
        return float(size.get(f"{W}val")) / 2
    except (TypeError, ValueError):
        return _DEFAULT


def _chain(element: Any, styles: Mapping[str, Any]) -> Iterator[Any]:
    """A style and those that it is based on."""
    for _ in range(_DEEPEST):
        if element is None:
            return
        yield element
        based = element.find(f"{W}basedOn")
        element = styles.get(str(based.get(f"{W}val"))) if based is not None else None


def _setting(element: Any, styles: Mapping[str, Any], base: float) -> Setting:
    chain = [*_chain(element, styles)]
    names = [str(one.find(f"{W}name").get(f"{W}val")) for one in chain
             if one.find(f"{W}name") is not None]  # fmt: skip
    sizes = (one.find(f"{W}rPr/{W}sz") for one in chain)
    size = next((_half(one) for one in sizes if one is not None), base)
    return Setting(
        names[0] if names else "",
        _first(chain, "b"),
        _first(chain, "caps"),
        size,
        _outline(chain, names),
        any(one.find(f"{W}pPr/{W}numPr") is not None for one in chain[:1]),
    )


def _first(chain: Iterable[Any], name: str) -> bool:
    """Whether the nearest of some styles that says so switches something on."""
    found = (one.find(f"{W}rPr/{W}{name}") for one in chain)
    nearest = next((one for one in found if one is not None), None)
    return nearest is not None and nearest.get(f"{W}val") not in _OFF


def _outline(chain: Iterable[Any], names: Iterable[str]) -> int:
    for name in names:
        numbered = _HEADING_STYLE.search(name)
        if numbered:
            return max(1, int(numbered[1]))
        if _TITLE_STYLE.search(name):
            return 1
    for one in chain:
        level = one.find(f"{W}pPr/{W}outlineLvl")
        if level is not None and str(level.get(f"{W}val")).isdigit():
            depth = int(level.get(f"{W}val"))
            return depth + 1 if depth < _DEEPEST else 0
    return 0


def style_of(paragraph: Any, settings: Mapping[str, Setting]) -> Setting:
    """The style of a paragraph."""
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    ident = "" if found is None else str(found.get(f"{W}val") or "")
    return settings.get(ident) or Setting(ident, size=settings[""].size)


def type_of(paragraph: Any, settings: Mapping[str, Setting]) -> Type:
    """How most of a paragraph's letters are set."""
    style = style_of(paragraph, settings)
    sizes: Counter[float] = Counter()
    bold, underlined, caps, seen = True, True, True, False
    for run in paragraph.iter(f"{W}r"):
        text = "".join(one.text or "" for one in run.iter(f"{W}t")).strip()
        if not text:
            continue
        seen = True
        size = run.find(f"{W}rPr/{W}sz")
        sizes[_half(size) if size is not None else style.size] += len(text)
        bold = bold and is_bold(run, style)
        caps = caps and (text.isupper() or _on(run, "caps", default=style.caps))
        underlined = underlined and _on(run, "u", default=False)
    most = sizes.most_common(1)[0][0] if sizes else style.size
    return Type(most, seen and bold, seen and caps, seen and underlined)


def is_bold(run: Any, style: Setting) -> bool:
    """Whether a run of letters is in bold type."""
    return _on(run, "b", default=style.bold)


def _on(run: Any, name: str, *, default: bool) -> bool:
    found = run.find(f"{W}rPr/{W}{name}")
    return default if found is None else found.get(f"{W}val") not in _OFF
