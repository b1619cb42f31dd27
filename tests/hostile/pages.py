"""Fifty-nine kinds of page that are made to wear a reader out: what each is called and looks like.

Some are long, some deep, some ambiguous, some ask for files or memory; a few are only ordinary and
large. What a page weighs is left to what fetching lets through: 8 MB and 60,000 marks.
"""

from collections.abc import Callable, Mapping

MARKS = 59_000  # just under the count of "<" at which a page is not parsed at all

_LINE = "<p>Line {}: the council said on Monday that pier {} would be shut until May ends.</p>"
_FEW = 8  # lines; an article that is short but is one


def article(inside: str = "", head: str = "") -> str:
    """Return a page with a short article, something inside it and something in its head."""
    text = f"<article>{_lines(_FEW)}{inside}</article>"
    return f"<html><head><title>Pier</title>{head}</head><body>{text}</body></html>"


def _lines(count: int) -> str:
    return "".join(_LINE.format(number, number) for number in range(count))


def _linked(json: str) -> str:
    return article(head=f'<script type="application/ld+json">{json}</script>')


def _laughs() -> str:
    more = "".join(f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9))
    return f'<!DOCTYPE l [<!ENTITY a "{"ha" * 5}">{more}]>' + article("<p>&j;</p>")


LONG: Mapping[str, Callable[[], str]] = {
    "paragraphs, 200,000": lambda: "<p>" * 200_000,
    "paragraphs with a date": lambda: "<p>2024-01-02" * MARKS,
    "paragraphs of an article, 29,000": lambda: _lines(MARKS // 2),
    "paragraphs of an article, 8,000": lambda: _lines(8_000),
    "an article of 1 MB": lambda: _lines(12_000),
    "an article of 90 KB": lambda: _lines(1_000),
    "line breaks, a million": lambda: "<br>" * 1_000_000,
    "line breaks, as many as are read": lambda: article("<br>" * MARKS),
    "rows of a table": lambda: "<table>" + "<tr><td>x" * (MARKS // 2) + "</table>",
    "items of a list": lambda: "<ul>" + "<li>x" * MARKS,
    "items of a choice": lambda: "<select>" + "<option>x" * MARKS,
    "links": lambda: "<a href=x>y</a>" * (MARKS // 2),
    "pictures": lambda: "<img src=x>" * MARKS,
    "times": lambda: "<time datetime=2024-01-02>x</time>" * (MARKS // 2),
    "meta": lambda: "<meta name=date content=2024-01-01>" * MARKS,
    "headlines": lambda: "<h1>x</h1>" * (MARKS // 2),
    "names of their own": lambda: "".join(f"<p id={n}>x" for n in range(MARKS)),
    "forms": lambda: "<form><input>" * (MARKS // 2),
    "headlines with a date below": lambda: "<h1>x</h1>" + "<p class=date>Nov 1 2024" * 25_000,
}
DEEP: Mapping[str, Callable[[], str]] = {
    "divisions in divisions": lambda: "<div>" * MARKS,
    "bold in italics": lambda: "<b><i>" * (MARKS // 2),
    "lists in lists": lambda: "<ul><li>" * (MARKS // 2),
    "quotations in quotations": lambda: "<blockquote>" * MARKS,
    "tables in tables": lambda: "<table><tr><td>" * (MARKS // 3),
    "links in links": lambda: "<a>" * MARKS,
    "fonts in fonts": lambda: "<font>" * MARKS + _lines(_FEW),
    "frames in frames": lambda: "<iframe>" * MARKS,
    "drawings in drawings": lambda: "<svg>" * MARKS,
    "formulas in formulas": lambda: "<math><mi>" * (MARKS // 2),
    "scripts in scripts": lambda: "<script>" * MARKS,
    "scripts in styles": lambda: "<style><script>" * (MARKS // 2),
    "comments in comments": lambda: "<!--" * MARKS,
    "raw text in raw text": lambda: "<![CDATA[" * MARKS,
}
BROKEN: Mapping[str, Callable[[], str]] = {
    "scripts that never open": lambda: "<script" * MARKS,
    "scripts that never open, apart": lambda: "<script " * MARKS,
    "a script of attributes": lambda: "<script " + "a" * 7_900_000,
    "less-than signs": lambda: "<" * 2_000_000,
    "ampersands": lambda: "&" * 8_000_000,
    "ampersands in an article": lambda: article("&" * 2_000_000),
    "nothing but NUL": lambda: "\0" * 2_000_000,
    "a picture's bytes": lambda: "\x89PNG\r\n\x1a\n" * 1_000,
    "another alphabet than it says": lambda: "<meta charset=utf-7>" + _lines(_FEW),
    "nothing": lambda: "",
}
HEAVY: Mapping[str, Callable[[], str]] = {
    "an attribute of 8 MB": lambda: f'<p a="{"x" * 7_900_000}">' + _lines(_FEW),
    "a class of a million words": lambda: f'<p class="{"date " * 1_000_000}">x' + _lines(_FEW),
    "a word of 8 MB": lambda: article("x" * 7_900_000),
    "8 MB of spaces": lambda: article(" " * 7_900_000),
    "4 MB of digits": lambda: article(f"<p>{'1' * 4_000_000}</p>"),
    "4 MB of dashes": lambda: article(f"<p>{'- ' * 2_000_000}</p>"),
    "4 MB of bars": lambda: article(f"<p>{'|' * 4_000_000}</p>"),
    "two million accents on a letter": lambda: article("a" + "\u0301" * 2_000_000),
    "a million entities": lambda: article("&#x41;" * 1_000_000),
    "offers to subscribe": lambda: article("subscribe to " * 500_000),
    "a title of 2 MB": lambda: f"<title>{'x' * 2_000_000}</title>" + _lines(_FEW),
    "a date of a megabyte": lambda: article(
        head=f'<meta name=date content="{"Nov 1 " * 200_000}">'
    ),
}
TREACHEROUS: Mapping[str, Callable[[], str]] = {
    "linked data of quotation marks": lambda: _linked('{"a": "' + '\\"' * 31_000 + '"}'),
    "linked data without bottom": lambda: _linked("[" * 30_000 + "]" * 30_000),
    "entities in entities": _laughs,
    "a file of the machine": lambda: (
        '<!DOCTYPE l [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + article("<p>&f;</p>")
    ),
}
KINDS: Mapping[str, Callable[[], str]] = {**LONG, **DEEP, **BROKEN, **HEAVY, **TREACHEROUS}

SAMPLE = (
    "line breaks, as many as are read", "items of a list", "headlines", "divisions in divisions",
    "scripts in scripts", "scripts that never open", "ampersands in an article",
    "an attribute of 8 MB", "two million accents on a letter", "linked data of quotation marks",
    "linked data without bottom", "entities in entities", "a file of the machine",
)  # fmt: skip
"""One of each kind of trouble, for every run of the tests."""
