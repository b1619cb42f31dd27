"""Whether a text is in English, told by the little words that every language needs.

In running text such words make up a third to a half of English, and hardly any of it is a little
word elsewhere; a quotation in another language does not turn the scale.
"""

import re
from collections import Counter

from bot.newsroom.trouble import OtherLanguage

# Little words that few of the other languages share: no "in", "a", "no", "die", "me", "was".
_LITTLE = {
    "English": "the of and to that is for with on as are by at be from this have has had were it "
    "its they their which not but been who would will said after about more when there than",
    "German": "der und das ist nicht mit auf für den ein eine einer sich auch dem des von zu "
    "werden wurde haben nach bei sind wie über aus noch einen",
    "French": "le la les et des est une dans pour que qui pas sur au avec par ce sont aux cette "
    "du être ont mais plus leur",
    "Spanish": "el los las y que una por para con del se es su al lo como más pero sus fue este "
    "ha sobre también",
    "Portuguese": "o os e não uma para com do da dos das em que por mais como foi ao pela pelo "
    "são também",
    "Italian": "il gli e che di per una con del della non sono nel alla dei da è più anche dal "
    "delle",
    "Dutch": "het een van en dat niet zijn voor met op te aan er ook bij naar wordt hij door",
    "Swedish": "och att det som är på för av en inte med har till den ett om från var ska",
    "Danish or Norwegian": "og at det som er på for av ikke med har til den et fra blev ble "
    "skal også efter etter",
    "Polish": "w i z na nie się do że jest to o po od przez dla jak oraz ale za są",
    "Czech": "a v se na je že s z do o který jsou pro ale jako také byl podle",
    "Turkish": "ve bir bu için ile olarak da de olan daha çok sonra gibi kadar ise",
    "Romanian": "și în de la cu pe nu că este din pentru care mai sunt fost",
    "Hungarian": "a az és hogy nem egy is van meg ez volt csak már",
    "Indonesian": "yang dan di ini itu dengan untuk dari pada dalam tidak akan ke",
}
_LANGUAGES = {name: frozenset(words.split()) for name, words in _LITTLE.items()}
_SCRIPTS = {
    "a Cyrillic script": re.compile(r"[\u0400-\u04ff]"),
    "Greek": re.compile(r"[\u0370-\u03ff]"),
    "Arabic or Persian": re.compile(r"[\u0600-\u06ff]"),
    "Hebrew": re.compile(r"[\u0590-\u05ff]"),
    "Chinese or Japanese": re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]"),
    "Korean": re.compile(r"[\uac00-\ud7af]"),
    "an Indian script": re.compile(r"[\u0900-\u0dff]"),
    "Thai": re.compile(r"[\u0e00-\u0e7f]"),
}
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = re.compile(r"[^\W\d_]")
_SAMPLE = 40_000  # characters that are looked at
_FEW = 12  # words; a shorter text is taken at its word
_ENGLISH_ENOUGH = 0.12  # share of English little words; headlines and lists have less than prose
_FOREIGN_ENOUGH = 0.1  # share of another language's


def require_english(text: str) -> None:
    """Raise OtherLanguage, with the language's name, unless the text is English."""
    other = _script(text[:_SAMPLE]) or _other_tongue(text[:_SAMPLE])
    if other:
        raise OtherLanguage(
            f"The text seems to be in {other}; the bot reads English only. "
            "Paste an English version if there is one."
        )


def _script(text: str) -> str:
    """Name the script of at least half of the letters if it is not the Latin one."""
    letters = len(_LETTERS.findall(text))
    for name, script in _SCRIPTS.items():
        if 2 * len(script.findall(text)) > letters:
            return name
    return ""


def _other_tongue(text: str) -> str:
    words = _WORD.findall(text.lower())
    if len(words) < _FEW:
        return ""
    counted = Counter(words)
    shares = {
        name: sum(counted[word] for word in little) / len(words)
        for name, little in _LANGUAGES.items()
    }
    if shares["English"] >= _ENGLISH_ENOUGH:
        return ""
    likeliest = max(shares, key=lambda name: shares[name])
    return likeliest if shares[likeliest] >= _FOREIGN_ENOUGH and likeliest != "English" else ""
