"""Which names are those of news outlets and platforms: "Delta Post", "Radio Varno"."""

import re

MEDIA = re.compile(
    r"""\b(?:news|times|post|press|wire|radio|tv|television|telegraph|herald|tribune|guardian
        |gazette|journal|bugle|ledger|courier|mail|mirror|observer|reuters|bloomberg|afp|ap|bbc|cnn
        |nbc|abc|cbs|npr|newspaper|paper|broadcaster|magazine|channel|outlet|blog|podcast|telegram
        |facebook|instagram|twitter|weibo|whatsapp|youtube|tiktok|newswire|daily|examiner|chronicle
        |standard|sentinel|dispatch|star|sun|globe|inquirer|independent|monitor|review|today
        |fm|clarion|advertiser|echo|argus|tass|xinhua|interfax|media)\b""",
    re.VERBOSE | re.IGNORECASE,
)


def is_media(name: str) -> bool:
    """Tell whether a name or phrase is that of a news outlet or a platform."""
    return bool(MEDIA.search(name)) or name == "X"
