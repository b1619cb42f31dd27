"""Which words tell what became of the people or things counted."""

from bot.claims.model import Outcome

Fate = tuple[Outcome, str]
"""An outcome with the participle that tells it: (killed, "killed")."""

_KILLED: Fate = (Outcome.KILLED, "killed")
_INJURED: Fate = (Outcome.INJURED, "injured")
_MISSING: Fate = (Outcome.MISSING, "missing")
_INFECTED: Fate = (Outcome.INFECTED, "infected")
_DISPLACED: Fate = (Outcome.DISPLACED, "displaced")
_DETAINED: Fate = (Outcome.DETAINED, "detained")
_RESCUED: Fate = (Outcome.RESCUED, "rescued")
_DESTROYED: Fate = (Outcome.DESTROYED, "destroyed")


def _all(fate: Fate, words: str) -> dict[str, Fate]:
    return dict.fromkeys(words.split(), fate)


VERBS: dict[str, Fate] = (
    _all(_KILLED, "kill slay murder execute assassinate drown bury massacre")
    | _all(_INJURED, "injure wound hurt hospitalise hospitalize maim")
    | _all(_INFECTED, "infect sicken")
    | _all(_DISPLACED, "displace evacuate uproot")
    | _all(_DETAINED, "detain arrest imprison jail round")
    | _all(_RESCUED, "rescue save free")
    | _all(_DESTROYED, "destroy wreck flatten raze demolish level gut")
)
"""Lemmas of verbs whose object (or passive subject) meets the fate."""

DYING: dict[str, Fate] = (
    _all(_KILLED, "die perish drown")
    | _all(_DISPLACED, "flee")
    | _all(_DESTROYED, "collapse burn")
)
"""Lemmas of verbs whose subject meets the fate."""

NOUNS: dict[str, Fate] = (
    _all(_KILLED, "death fatality toll dead body corpse")
    | _all(_INJURED, "injury injured wounded")
    | {"casualty": (Outcome.CASUALTIES, "casualties")}
    | _all(_MISSING, "missing")
    | _all(_INFECTED, "infection case")
    | _all(_DISPLACED, "refugee evacuee")
    | _all(_DETAINED, "arrest detainee")
)
"""Lemmas of nouns that are themselves a fate."""

ADJECTIVES: dict[str, Fate] = (
    _all(_KILLED, "dead killed deceased")
    | _all(_INJURED, "injured wounded hurt")
    | _all(_MISSING, "missing unaccounted")
    | _all(_INFECTED, "infected ill sick")
    | _all(_DISPLACED, "displaced homeless evacuated")
    | _all(_DETAINED, "detained arrested jailed")
    | _all(_RESCUED, "rescued")
    | _all(_DESTROYED, "destroyed wrecked flattened gone")
)
"""Words beside what is counted that tell its fate: "37 barges sunk", "nine dead"."""

AFFECTING: dict[str, str] = {
    "strand": "stranded", "close": "closed", "cancel": "cancelled", "cut": "cut", "axe": "cut",
    "shed": "shed", "lose": "lost", "damage": "damaged", "charge": "charged", "order": "ordered",
    "treat": "treated", "employ": "employed", "sell": "sold", "create": "created", "shut": "shut",
    "ground": "grounded", "seize": "seized", "sack": "sacked", "suspend": "suspended",
    "steal": "stolen", "expose": "exposed", "affect": "affected", "vaccinate": "vaccinated",
    "recall": "recalled", "trap": "trapped", "bury": "buried", "hold": "held", "spare": "spared",
}  # fmt: skip
"""Participles for the objects of other verbs that tell what happened to them: "shed 370 posts"."""
