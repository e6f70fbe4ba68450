"""Text and values as XML takes them: the same in every format that is XML."""

from __future__ import annotations

import re

from ledwerk.schema.fields import LIST, Shape, Value

# XML 1.0 has no way at all to write these; what they stood for is shown as a lost character.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A reader turns white space within an attribute into spaces, and "\r" into "\n", unless numbered.
_MARKUP = re.compile('[&<>"\t\n\r]')
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def xml_text(text: str) -> str:
    """A text for an element or an attribute between double quotes; it reads back as it was."""
    return _MARKUP.sub(_reference, _FORBIDDEN.sub("\ufffd", text))


def xml_value(value: Value) -> str:
    """A value in the lexical forms of XML Schema, ready to stand in XML; a list is one text."""
    match value:
        case bool():
            return "true" if value else "false"
        case float():
            return repr(value)
        case tuple():
            return xml_text(LIST.write(value))
        case _:
            return xml_text(str(value))


def xml_type(shape: Shape) -> str:
    """The type's name in GraphML and GEXF, which have none for dates known in part."""
    return _TYPES.get(shape, "string")


_TYPES = {Shape.NUMBER: "double", Shape.INTEGER: "long", Shape.BOOLEAN: "boolean"}


def _reference(match: re.Match[str]) -> str:
    sign = match[0]
    return _REFERENCES.get(sign) or f"&#{ord(sign)};"
