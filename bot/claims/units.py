"""What is measured by a number: the unit words, signs and currencies beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.claims.amounts import Amount, amounts_in
from bot.claims.currencies import CODES, NAME, SIGNS, by_name
from bot.claims.unitwords import GLUED, NEEDS_GLUE, UNITS

_FORMS = sorted(UNITS.items(), key=lambda entry: " " not in entry[1])  # longer ones first
_NAMES = [unit for unit, _ in _FORMS]
_UNIT = re.compile(
    r"(?P<gap>[ \u00a0-]?)(?P<one>of an? |an? )?(?:"
    + "|".join(rf"(?P<u{place}>{forms})" for place, (_, forms) in enumerate(_FORMS))
    + r")(?![\w°])",
    re.IGNORECASE,
)
_MONEY_AFTER = re.compile(rf"[ \u00a0-]?(?:{NAME})", re.IGNORECASE)


def _spaced(sign: str) -> str:
    """Return a pattern for a sign; "US $" is written too, but "A $5 fee" has an article."""
    letters = sign.removesuffix("$")
    return (
        re.escape(letters) + r" ?\$" if len(letters) > 1 and sign != letters else re.escape(sign)
    )


_SIGN_BEFORE = re.compile(
    rf"(?:(?<![\w$])(?:{'|'.join(map(_spaced, sorted(SIGNS, key=len)[::-1]))})"
    rf"|(?<!\w)(?:{'|'.join(CODES)}))[ \u00a0]?$"
)
_LENGTHS = r" (?:deep|high|wide|long|tall|thick|away|above|below|from|sprint|hurdles|freestyle)\b"
_METRES = re.compile(rf"\dm(?=\Z|{_LENGTHS})")
_MAGNITUDE_BEFORE = re.compile(
    r"\bmagnitude(?:-| of| to| at| is| was| down| up| down to| up to)? ?$", re.IGNORECASE
)
_MAGNITUDE_AFTER = re.compile(
    r"[ -](?:magnitude\b|on the Richter\b|earthquake\b|quake\b)", re.IGNORECASE
)
_PERCENTAGE_OF = re.compile(r"(?<!\d )\b(?:per ?cent|percentage) of $", re.IGNORECASE)
_STRONGEST = 10  # of earthquakes, by magnitude
_HALF_A = re.compile(r"half an? ", re.IGNORECASE)
_ALSO_WORDS = frozenset({"won", "real", "reais", "som", "dong", "lev", "rand", "lei"})
# "70 pounds of flour", but "70 million pounds of the proceeds"
_FUNDS = (
    "proceeds|money|cash|funds?|funding|budget|costs?|debts?|profits?|total|sum|price|bill|loans?"
    "|savings?|aid|investments?|damage|losses|bonds|public|taxpayers?"
)
_WEIGHT = re.compile(
    rf" (?:of (?!(?:(?:the|its|their|his|her|this|that) )?(?:{_FUNDS})\b)|in weight|lighter"
    r"|heavier|per square)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Measure:
    """An amount with its unit; `start` and `end` take in the sign and the unit's words.

    `unit` is empty for a bare number; "$", "pound" and "cents" stay open, as only the article
    tells whose they are. `share` marks a part told in percent ("a third").
    """

    amount: Amount
    value: float
    unit: str
    start: int
    end: int
    share: bool = False


def measures_in(text: str) -> Iterator[Measure]:
    """Give the numbers of a text with the units beside them, in order."""
    last = 0
    for amount in amounts_in(text):
        measure = _measure(text, amount, last)
        last = measure.end
        glued = text[measure.end : measure.end + 1].isalnum()  # "5G", "2HB", "1980s"
        loose = measure.share and _HALF_A.match(text, measure.start)  # "half a loaf"
        if not glued and not loose:
            yield measure


def _measure(text: str, amount: Amount, last: int) -> Measure:
    """Return an amount with its unit; what stands before `last` belongs to the one before."""
    if (sign := _sign_before(text, amount.start)) and amount.start - len(sign) >= last:
        written = re.sub(r"\s", "", sign)
        return _made(amount, SIGNS.get(written, written), start=-len(sign))
    if (money := _MONEY_AFTER.match(text, amount.end)) and _pays(amount, money):
        return _scaled(_made(amount, _money(text, money), end=money.end()), money)
    if _METRES.match(text, amount.end - 2):
        return Measure(amount, amount.value / 1e6, "m", amount.start, amount.end)
    unit = _UNIT.match(text, amount.end)
    if unit and _fits(amount, unit):
        return _made(amount, _name(unit), end=unit.end())
    return _bare(text, amount)


def _pays(amount: Amount, money: re.Match[str]) -> bool:
    """Tell whether the word is a currency here: "500 won" and not "three won"."""
    plain = amount.word and amount.multiple == 1
    return not amount.share and not (plain and (money["money"] or "").lower() in _ALSO_WORDS)


def _scaled(measure: Measure, money: re.Match[str]) -> Measure:
    """Return the sum in full where the scale stands with the currency: "30 MSEK"."""
    scale = (money["scale"] or "").lower()
    factor = {"million": 1e6, "billion": 1e9}.get(scale, 1e6 if money["mega"] else 1.0)
    return replace(measure, value=measure.value * factor)


def _sign_before(text: str, end: int) -> str:
    """Return the currency sign that ends where the number starts, its space included."""
    found = _SIGN_BEFORE.search(text[max(0, end - 7) : end])
    return found[0] if found else ""


def _bare(text: str, amount: Amount) -> Measure:
    """Return a number without a unit; a part of a whole is told in percent."""
    if amount.share:
        value = float(f"{amount.value * 100:.4g}")
        return Measure(amount, value, "percent", amount.start, amount.end, share=True)
    before = text[max(0, amount.start - 24) : amount.start]
    if found := _PERCENTAGE_OF.search(before):
        return _made(amount, "percent", start=found.start() - len(before))
    decimal = "." in text[amount.start : amount.end] and _MAGNITUDE_AFTER.match(text, amount.end)
    shaken = amount.value < _STRONGEST and (_MAGNITUDE_BEFORE.search(before) or decimal)
    return _made(amount, "magnitude" if shaken else "")


def _made(amount: Amount, unit: str, *, start: int = 0, end: int = 0) -> Measure:
    return Measure(amount, amount.value, unit, amount.start + start, end or amount.end)


def _fits(amount: Amount, unit: re.Match[str]) -> bool:
    """Tell whether the unit's words belong to the number: "14C" yes, "4 c" and "3 a day" no."""
    form = unit[0].strip(" -").lower()
    if unit["one"]:  # "a third of a percentage point", "half a mile"
        return amount.share or amount.value in {0.25, 0.5, 0.75}
    if (amount.share and amount.word and not unit[0].startswith("%")) or unit[0] in {" M", "M"}:
        return False
    return form in GLUED if not unit["gap"] else form not in NEEDS_GLUE


def _name(unit: re.Match[str]) -> str:
    groups = unit.groupdict()
    return next(name for place, name in enumerate(_NAMES) if groups[f"u{place}"])


def _money(text: str, money: re.Match[str]) -> str:
    if money["code"]:
        return money["code"].upper()
    if money["sign"]:
        return SIGNS[money["sign"]]
    unit = by_name(money["land"] or "", money["money"])
    if unit == "pound" and _WEIGHT.match(text, money.end()):
        return "lbs"
    return unit
