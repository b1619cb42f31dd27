"""Which words and signs stand for which currency, and whose dollar an article means."""

import re
from functools import lru_cache

SIGNS = {
    "US$": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD", "AUD$": "AUD", "C$": "CAD",
    "CA$": "CAD", "Can$": "CAD", "CAD$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "NT$": "TWD", "R$": "BRL", "J$": "JMD", "Z$": "ZWL", "N$": "NAD", "GH₵": "GHS",
    "GH¢": "GHS", "Mex$": "MXN", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB",
    "₺": "TRY", "₩": "KRW", "₪": "ILS", "฿": "THB", "₴": "UAH", "₦": "NGN", "₱": "PHP",
    "₫": "VND", "₵": "GHS", "₡": "CRC", "₸": "KZT", "Rs": "INR", "Rs.": "INR", "SKr": "SEK",
    "NKr": "NOK", "DKr": "DKK", "SFr": "CHF", "SwFr": "CHF", "Fr": "CHF", "RM": "MYR", "Rp": "IDR",
    "KSh": "KES", "Ksh": "KES", "TSh": "TZS", "USh": "UGX", "zł": "PLN", "kr": "SEK", "$": "$",
}  # fmt: skip
CODES = [
    "AED",
    "ARS",
    "AUD",
    "BDT",
    "BGN",
    "BRL",
    "CAD",
    "CHF",
    "CLP",
    "CNY",
    "COP",
    "CZK",
    "DKK",
    "EGP",
    "EUR",
    "GBP",
    "GEL",
    "GHS",
    "HKD",
    "HUF",
    "IDR",
    "ILS",
    "INR",
    "IRR",
    "ISK",
    "JPY",
    "KES",
    "KGS",
    "KRW",
    "KZT",
    "LKR",
    "MAD",
    "MXN",
    "MYR",
    "NGN",
    "NOK",
    "NZD",
    "PEN",
    "PHP",
    "PKR",
    "PLN",
    "RON",
    "RSD",
    "RUB",
    "SAR",
    "SEK",
    "SGD",
    "THB",
    "TRY",
    "TWD",
    "TZS",
    "UAH",
    "UGX",
    "USD",
    "UZS",
    "VND",
    "XAF",
    "XOF",
    "ZAR",
]
"""ISO 4217 codes of currencies that news in English gives sums in."""

_NAMES = {
    "euro": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "ruble": "RUB",
    "rouble": "RUB", "won": "KRW", "krona": "SEK", "kronor": "SEK", "zloty": "PLN",
    "zlotys": "PLN",
    "forint": "HUF", "hryvnia": "UAH", "shekel": "ILS", "rand": "ZAR", "naira": "NGN",
    "cedi": "GHS", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "dong": "VND",
    "tenge": "KZT", "som": "KGS", "leu": "RON", "lei": "RON", "lev": "BGN", "leva": "BGN",
    "koruna": "CZK", "korunas": "CZK", "koruny": "CZK", "taka": "BDT", "real": "BRL",
    "reais": "BRL", "sterling": "GBP", "lari": "GEL", "bitcoin": "BTC", "quid": "GBP",
}  # fmt: skip
_OF_A_COUNTRY = {
    "dollar": {
        "us": "USD", "u.s.": "USD", "american": "USD", "united states": "USD",
        "australian": "AUD", "aussie": "AUD", "canadian": "CAD", "new zealand": "NZD",
        "hong kong": "HKD", "singapore": "SGD", "taiwan": "TWD", "jamaican": "JMD", "": "$",
    },
    "pound": {
        "british": "GBP", "egyptian": "EGP", "lebanese": "LBP", "syrian": "SYP",
        "sudanese": "SDG", "": "pound",
    },
    "rupee": {
        "indian": "INR", "pakistani": "PKR", "pakistan": "PKR", "sri lankan": "LKR",
        "nepalese": "NPR", "": "INR",
    },
    "peso": {
        "mexican": "MXN", "chilean": "CLP", "argentine": "ARS", "colombian": "COP",
        "philippine": "PHP", "": "pesos",
    },
    "krone": {"danish": "DKK", "norwegian": "NOK", "": "NOK"},
    "kroner": {"danish": "DKK", "norwegian": "NOK", "": "NOK"},
    "franc": {"swiss": "CHF", "cfa": "XOF", "": "CHF"},
    "dinar": {"serbian": "RSD", "kuwaiti": "KWD", "iraqi": "IQD", "": "dinars"},
    "shilling": {"kenyan": "KES", "ugandan": "UGX", "tanzanian": "TZS", "": "shillings"},
    "lira": {"turkish": "TRY", "": "TRY"},
    "riyal": {"saudi": "SAR", "qatari": "QAR", "": "SAR"},
    "rial": {"iranian": "IRR", "": "IRR"},
    "dirham": {"moroccan": "MAD", "": "AED"},
}  # fmt: skip
_MONEY = frozenset({*CODES, *SIGNS.values(), *_NAMES.values(), "pound"})
_COUNTRIES = sorted({land for names in _OF_A_COUNTRY.values() for land in names if land})

NAME = (
    rf"(?:(?P<land>{'|'.join(map(re.escape, _COUNTRIES))}) )?"
    rf"(?P<money>(?:{'|'.join([*_OF_A_COUNTRY, *_NAMES])})s?)\b|(?P<mega>M)?"
    rf"(?P<code>{'|'.join(CODES)})"
    r"(?: (?P<scale>million|billion))?\b"
)
"""Matches the currency after a number: "euros", "Canadian dollars", "MSEK", "USD million"."""

# Whose dollar a bare "$" means: words of a place that has one of its own.
_LANDS = {
    "AUD": r"Australia|Sydney|Melbourne|Brisbane|Canberra|Queensland|Perth|Adelaide|Hobart|A\$",
    "CAD": r"Canada|Toronto|Ottawa|Montreal|Quebec|Ontario|Vancouver|Alberta|C\$",
    "NZD": r"New Zealand|Auckland|Wellington|Christchurch|NZ\$",
    "SGD": r"Singapore|S\$",
    "HKD": r"Hong Kong|HK\$",
    "USD": r"U\.S\.?|United States|Americans?|Washington|New York|California|Texas|US\$",
}
_LAND = re.compile("|".join(rf"(?<!\w)(?P<{code}>{words})" for code, words in _LANDS.items()))
_EURO = re.compile(r"€|\beuros?\b")


@lru_cache(maxsize=16)
def dollar_of(text: str) -> str:
    """Return whose dollar a "$" is in an article: the land it names most, else the U.S. one."""
    named = [match.lastgroup or "" for match in _LAND.finditer(text)]
    return max(("USD", *_LANDS), key=named.count)


@lru_cache(maxsize=16)
def cent_of(text: str) -> str:
    """Return the currency whose hundredth a "cent" is in an article."""
    return "EUR" if _EURO.search(text) and "$" not in text else dollar_of(text)


def is_money(unit: str) -> bool:
    """Tell whether a unit is a currency, an open "$" or "pound" included."""
    return unit in _MONEY


def by_name(land: str, money: str) -> str:
    """Return the ISO code for "euros" or ("canadian", "dollars"); "$" and "pound" stay open."""
    word = money.lower()
    single = word if word in _NAMES or word in _OF_A_COUNTRY else word.removesuffix("s")
    if single in _NAMES:
        return _NAMES[single]
    lands = _OF_A_COUNTRY[single]
    return lands.get(land.lower(), lands[""])
