"""Days and moments as people write them in a language."""

from __future__ import annotations

from datetime import date, datetime

_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}


def day_said(day: str, lang: str) -> str:
    """A whole date such as 2016-10-01 as "1 oktober 2016"; what is none, as it is."""
    try:
        found = date.fromisoformat(day[:10])
    except ValueError:
        return day
    return f"{found.day} {month_said(found.month, lang)} {found.year}"


def month_said(number: int, lang: str) -> str:
    """The name of a month, 1 to 12."""
    return _MONTHS["en" if lang == "en" else "nl"].split()[number - 1]


def moment_said(at: str, lang: str) -> str:
    """A moment in UTC as the day and time of the place where this runs."""
    try:
        found = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at
    between = "at" if lang == "en" else "om"
    return f"{day_said(found.date().isoformat(), lang)} {between} {found:%H:%M}"


def day_of(at: str) -> str:
    """The day of a moment, where this runs, as 2016-10-01."""
    try:
        return datetime.fromisoformat(at).astimezone().date().isoformat()
    except ValueError:
        return at[:10]
