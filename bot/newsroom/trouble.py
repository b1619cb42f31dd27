"""Everything that can go wrong in a way that a reporter can be told.

Trouble
├── LinkTrouble
│   ├── LinkRefused          not an address that the bot opens
│   ├── NotAnArticle         a Slack permalink, a document editor, a video
│   ├── PageMissing          404, 410
│   ├── PageUnreachable      no such name, refused, too slow, server error, too many redirects
│   ├── PageTooLarge         more bytes or marks than the bot reads
│   └── NotText              not HTML or text
├── TextTrouble
│   ├── NoText               empty, a paywall, a cookie wall, a page made by scripts
│   ├── OtherLanguage        not English
│   └── PoisonPage           reading it took too long or too much memory
├── NotFound                 no claim of that id that the person may see
├── Unfit                    what was typed does not fit its field
├── NotAllowed               only other people may do that here
├── Unclear                  what was typed cannot be understood
└── SetUpTrouble             what an operator has to mend before the bot can start
"""


class Trouble(Exception):
    """Something went wrong; `str()` tells a reporter in one line what, and what to do."""


class LinkTrouble(Trouble):
    """The link could not be opened."""


class LinkRefused(LinkTrouble):
    """The address is not one that the bot opens."""


class NotAnArticle(LinkTrouble):
    """The link leads to something that is never an article."""


class PageMissing(LinkTrouble):
    """The site says that there is no such page."""


class PageUnreachable(LinkTrouble):
    """The site could not be reached, or failed."""


class PageTooLarge(LinkTrouble):
    """The page is larger than the bot reads."""


class NotText(LinkTrouble):
    """The link leads to a file that is not a page of text."""


class TextTrouble(Trouble):
    """The page came, but no article could be read from it."""


class NoText(TextTrouble):
    """Hardly any text: a paywall, a cookie wall, or a page made by scripts."""


class OtherLanguage(TextTrouble):
    """The text is not in English."""


class PoisonPage(TextTrouble):
    """Reading the page took more time or memory than one page may."""


class NotFound(Trouble):
    """There is no such claim, or none that this person may see."""


class Unclear(Trouble):
    """What was typed cannot be understood; the line says how it is written."""


class Unfit(Trouble):
    """What was typed does not fit its field; the line says how to write it.

    `field` names the field where there is more than one.
    """

    def __init__(self, line: str, field: str = "") -> None:
        super().__init__(line)
        self.field = field


class NotAllowed(Trouble):
    """The newsroom lets only other people do that; the line says who can."""


class SetUpTrouble(Trouble):
    """The bot cannot start until an operator has mended something."""
