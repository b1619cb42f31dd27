"""Whose dollar, peso, krone or shilling an article means: that of the land it names most."""

import re
from datetime import timedelta
from functools import lru_cache

from bot.claims.model import Publication

# Money that many lands call by one name -> its code by words of the land; "" where none is named.
_LANDS = {
    "$": {
        "": "USD",
        "AUD": r"Australia|Sydney|Melbourne|Brisbane|Canberra|Queensland|Perth|Adelaide|Hobart"
        r"|Tasmania|New South Wales|Victorian government|A\$|(?<=\.)au/|UTC\+1[01]\b",
        "CAD": r"Canada|Toronto|Ottawa|Montr[eé]al|Qu[eé]b[eé]c|Ontario|Vancouver|Alberta"
        r"|Calgary|Edmonton|Winnipeg|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Halifax"
        r"|Newfoundland|British Columbia|C\$|(?<=\.)ca/|UTC-3\b",
        "NZD": r"New Zealand|Auckland|Christchurch|Dunedin|Waikato|Kiwi|NZ\$"
        r"|(?<=\.)nz/|UTC\+1[23]\b",
        "SGD": r"Singapore|S\$|(?<=\.)sg/",
        "HKD": r"Hong Kong|HK\$|(?<=\.)hk/",
        "USD": r"U\.S\.?|United States|Americans?|Washington|New York|California|Texas|US\$",
    },
    "pesos": {
        "": "pesos",
        "PHP": r"Philippine|Filipin|Manila|Luzon|Mindanao|Cebu|Visayas|(?<=\.)ph/",
        "MXN": r"Mexic|(?<=\.)mx/",
        "ARS": r"Argentin|Buenos Aires|(?<=\.)ar/",
        "CLP": r"Chile|Santiago|(?<=\.)cl/",
        "COP": r"Colombia|Bogot[aá]",
        "UYU": r"Uruguay|Montevideo",
        "DOP": r"Dominican",
        "CUP": r"Cuba|Havana",
    },
    "kroner": {"": "NOK", "DKK": r"Denmark|Danish|Danes|Copenhagen|Greenland|Faroe"},
    "kronor": {"": "SEK", "ISK": r"Iceland|Reykjav[ií]k"},
    "rupees": {
        "": "INR",
        "PKR": r"Pakistan|Karachi|Lahore|Islamabad|Punjab province|Sindh|(?<=\.)pk/",
        "LKR": r"Sri Lanka|Colombo|(?<=\.)lk/",
        "NPR": r"Nepal|Kathmandu",
        "INR": r"India|Delhi|Mumbai",
    },
    "shillings": {
        "": "shillings",
        "KES": r"Kenya|Nairobi|Mombasa|Turkana|Kisumu|(?<=\.)ke/",
        "UGX": r"Uganda|Kampala|(?<=\.)ug/",
        "TZS": r"Tanzania|Dar es Salaam|Dodoma|(?<=\.)tz/",
        "SOS": r"Somali|Mogadishu",
    },
    "francs": {
        "": "CHF",
        "XOF": r"Senegal|Dakar|Mali\b|Bamako|Ivor(?:y|ian)|Abidjan|Burkina|Benin|Togo|Niger\b",
        "XAF": r"Cameroon|Yaound[eé]|Chad\b|Gabon|Brazzaville",
        "RWF": r"Rwanda|Kigali",
        "CDF": r"Kinshasa|Goma\b",
        "CHF": r"Swiss|Switzerland|Zurich|Geneva",
    },
    "dinars": {
        "": "dinars",
        "RSD": r"Serbia|Belgrade",
        "IQD": r"Iraq|Baghdad",
        "KWD": r"Kuwait",
        "DZD": r"Algeria|Algiers",
        "TND": r"Tunisia|Tunis\b",
        "LYD": r"Libya|Tripoli",
        "JOD": r"Jordan\b|Amman",
    },
}
OPEN = frozenset(_LANDS)
"""Names of money that several lands share, as a measure bears them until its article is asked."""


def _any_of(lands: dict[str, str]) -> re.Pattern[str]:
    words = (rf"(?<!\w)(?P<{code}>{words})" for code, words in lands.items() if code)
    return re.compile("|".join(words))


_WORDS = {name: _any_of(lands) for name, lands in _LANDS.items()}
_HOUR = timedelta(hours=1)
_EURO = re.compile(r"€|\beuros?\b")


def home_of(publication: Publication, text: str) -> str:
    """Return the words that tell whose money an article means: address, hour zone, title, text.

    At UTC+12, or under an address in .nz, "$75" is 75 New Zealand dollars though no word says so.
    """
    published = publication.published
    offset = published.utcoffset() if published else None
    zone = f"UTC{offset / _HOUR:+g}" if offset else ""
    return f"{publication.url}/ {zone}\n{publication.outlet}\n{publication.title}\n{text}"


@lru_cache(maxsize=64)
def currency_of(name: str, text: str) -> str:
    """Return the code of one of the `OPEN` names in an article: its land's, else the usual one."""
    lands = _LANDS[name]
    named = [match.lastgroup or "" for match in _WORDS[name].finditer(text)]
    usual = lands[""]
    return max((usual, *(code for code in lands if code)), key=named.count)


@lru_cache(maxsize=16)
def cent_of(text: str) -> str:
    """Return the currency whose hundredth a "cent" is in an article."""
    return "EUR" if _EURO.search(text) and "$" not in text else currency_of("$", text)
