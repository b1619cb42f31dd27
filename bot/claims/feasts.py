"""On which day a feast falls: those with a date, those that go by Easter, Thanksgiving."""

from collections.abc import Callable
from datetime import date, timedelta

FEAST = (
    r"(?i:Christmas(?: Day| Eve)?|Boxing Day|New Year['’]s (?:Day|Eve)|Valentine['’]s Day"
    r"|Halloween|Thanksgiving(?: Day)?|Black Friday|Cyber Monday)"
    r"|(?:(?<=before )|(?<=until )|(?<=by ))(?i:New Year)(?!['’-]|s?\w)"
    r"|(?i:(?:Easter|Good|Whit|Palm|Ash|Maundy|Shrove)"
    r" (?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)|(?i:Easter)(?= \d| weekend|[.?!,;]|$)"
    r"|(?i:(?:St\.?|Saint) Patrick(?:['’]s Day)?)|May Day|International Workers['’] Day"
)
_DATED = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24),
    "boxing day": (12, 26), "new year's eve": (12, 31), "new year's day": (1, 1),
    "new year": (1, 1), "valentine's day": (2, 14), "halloween": (10, 31), "may day": (5, 1),
    "international workers' day": (5, 1), "saint patrick": (3, 17), "saint patrick's day": (3, 17),
}  # fmt: skip
_AFTER_EASTER = {
    "easter": 0, "easter sunday": 0, "easter monday": 1, "easter saturday": -1, "good friday": -2,
    "maundy thursday": -3, "palm sunday": -7, "ash wednesday": -46, "shrove tuesday": -47,
    "whit sunday": 49, "whit monday": 50,
}  # fmt: skip
_AFTER_THANKSGIVING = {
    "thanksgiving": 0, "thanksgiving day": 0, "black friday": 1, "cyber monday": 4,
}  # fmt: skip


def feast_day(written: str) -> Callable[[int], date] | None:
    """Return what gives the day of a feast in a year, None for a name that is no feast."""
    name = written.lower().replace("’", "'").replace("st. ", "saint ").replace("st ", "saint ")
    if name in _DATED:
        month, day = _DATED[name]
        return lambda year: date(year, month, day)
    if name in _AFTER_EASTER:
        return lambda year: easter(year) + timedelta(_AFTER_EASTER[name])
    if name in _AFTER_THANKSGIVING:
        return lambda year: thanksgiving(year) + timedelta(_AFTER_THANKSGIVING[name])
    return None  # "Easter Tuesday"


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches, by the anonymous Gregorian rule of 1876."""
    century, rest = divmod(year, 100)
    gold = year % 19
    leap, left = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * gold + century - leap - moon + 15) % 30
    sunday = (32 + 2 * left + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (gold + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def thanksgiving(year: int) -> date:
    """Return the fourth Thursday of November."""
    first = date(year, 11, 1)
    return first + timedelta((3 - first.weekday()) % 7 + 21)
