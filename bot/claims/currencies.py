"""Which words and signs stand for which currency."""

import re

from bot.claims.lands import OPEN

SIGNS = {
    "US$": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD", "AUD$": "AUD", "C$": "CAD",
    "CA$": "CAD", "Can$": "CAD", "CAD$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "NT$": "TWD", "R$": "BRL", "J$": "JMD", "Z$": "ZWL", "N$": "NAD", "GH₵": "GHS",
    "GH¢": "GHS", "Mex$": "MXN", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB",
    "₺": "TRY", "₩": "KRW", "₪": "ILS", "฿": "THB", "₴": "UAH", "₦": "NGN", "₱": "PHP",
    "₫": "VND", "₵": "GHS", "₡": "CRC", "₸": "KZT", "Rs": "rupees", "Rs.": "rupees", "SKr": "SEK",
    "NKr": "NOK", "DKr": "DKK", "SFr": "CHF", "SwFr": "CHF", "Fr": "CHF", "RM": "MYR", "Rp": "IDR",
    "KSh": "KES", "Ksh": "KES", "TSh": "TZS", "USh": "UGX", "Sh": "shillings", "zł": "PLN",
    "kr": "SEK", "$": "$", "元": "CNY", "円": "JPY",
}  # fmt: skip
CODES = (
    "AED AMD ARS AUD AZN BDT BGN BRL CAD CHF CLP CNY COP CZK DKK DZD EGP ETB EUR GBP GEL"
    " GHS HKD HUF IDR ILS INR IQD IRR ISK JOD JPY KES KGS KRW KWD KZT LKR MAD MMK MXN MYR"
    " NGN NOK NPR NZD PEN PHP PKR PLN QAR RON RSD RUB RWF SAR SEK SGD THB TND TRY TWD TZS"
    " UAH UGX USD UYU UZS VND XAF XOF ZAR ZMW"
).split()
"""ISO 4217 codes of currencies that news in English gives sums in."""

_NAMES = {
    "euro": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "ruble": "RUB",
    "rouble": "RUB", "won": "KRW", "krona": "kronor", "kronur": "ISK",
    "krónur": "ISK", "króna": "ISK", "zloty": "PLN", "forint": "HUF", "hryvnia": "UAH",
    "shekel": "ILS", "rand": "ZAR", "naira": "NGN", "cedi": "GHS", "baht": "THB", "ringgit": "MYR",
    "rupiah": "IDR", "dong": "VND", "tenge": "KZT", "som": "KGS", "leu": "RON", "lei": "RON",
    "lev": "BGN", "leva": "BGN", "koruna": "CZK", "koruny": "CZK", "taka": "BDT", "real": "BRL",
    "reais": "BRL", "sterling": "GBP", "lari": "GEL", "bitcoin": "BTC", "btc": "BTC",
    "quid": "GBP", "birr": "ETB", "kwacha": "ZMW", "kyat": "MMK", "manat": "AZN", "kip": "LAK",
    "pula": "BWP", "guilder": "guilders", "guaraní": "PYG", "bolivar": "VES", "ariary": "MGA",
    "metical": "MZN", "kina": "PGK", "gourde": "HTG", "quetzal": "GTQ", "lempira": "HNL",
    "afghani": "AFN", "riel": "KHR",
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
        "nepalese": "NPR", "": "rupees",
    },
    "peso": {
        "mexican": "MXN", "chilean": "CLP", "argentine": "ARS", "colombian": "COP",
        "philippine": "PHP", "": "pesos",
    },
    "krone": {"danish": "DKK", "norwegian": "NOK", "": "kroner"},
    "kroner": {"danish": "DKK", "norwegian": "NOK", "": "kroner"},
    "kronor": {"swedish": "SEK", "icelandic": "ISK", "": "kronor"},
    "crown": {"czech": "CZK", "danish": "DKK", "norwegian": "NOK", "swedish": "SEK", "": "crowns"},
    "franc": {"swiss": "CHF", "cfa": "XOF", "": "francs"},
    "dinar": {"serbian": "RSD", "kuwaiti": "KWD", "iraqi": "IQD", "": "dinars"},
    "shilling": {"kenyan": "KES", "ugandan": "UGX", "tanzanian": "TZS", "": "shillings"},
    "lira": {"turkish": "TRY", "": "TRY"},
    "riyal": {"saudi": "SAR", "qatari": "QAR", "": "SAR"},
    "rial": {"iranian": "IRR", "": "IRR"},
    "dirham": {"moroccan": "MAD", "": "AED"},
}  # fmt: skip
_MONEY = frozenset({*CODES, *SIGNS.values(), *_NAMES.values(), *OPEN, "pound", "crowns"})
# Peoples whose money has a name of its own: "300 Chinese yuan".
_PEOPLES = (
    "chinese|japanese|russian|south korean|polish|hungarian|ukrainian|israeli|thai|dutch|brazilian"
    "|south african|nigerian|ghanaian|malaysian|indonesian|vietnamese|kazakh|romanian|bulgarian"
    "|czech|bangladeshi|georgian|ethiopian"
)
_COUNTRIES = sorted({land for names in _OF_A_COUNTRY.values() for land in names if land})

NAME = (
    rf"(?:(?P<land>{'|'.join(map(re.escape, _COUNTRIES))}|{_PEOPLES}) )?"
    rf"(?P<money>(?:{'|'.join([*_OF_A_COUNTRY, *_NAMES])})s?)\b|(?P<mega>M)?"
    rf"(?P<code>{'|'.join(CODES)})"
    r"(?: (?P<scale>million|billion))?\b|(?P<sign>[€£$¥₹₽₺₩₪฿₴₦₱₫₸元円])(?! ?\d(?!\d? cents?\b))"
)
"""Matches the currency after a number: "euros", "Canadian dollars", "MSEK", "USD million", "€"."""


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
