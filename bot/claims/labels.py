"""What a figure counts, and how far two figures count the same thing."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.claims.model import Claim, Figure, Outcome
from bot.claims.vocabulary import BODIES, BY_OUTCOME, CAUSES, EXTENTS, PERSONS
from bot.claims.whose import ARMED
from bot.claims.words import MEMORY, fold, kin_of, skeleton

DOERS = PERSONS | {"survivor", "march", "vote"}
"""Those who are counted by what they do, too: "nine people survived" are nine survivors."""
SOMEBODY = frozenset(("man", "men", "woman", "women", "person"))
BARE, MADE_OUT = 0.95, 0.85  # likeness of "killed" with "killed", and with "rescuers killed"
DOING = 0.6  # people here and there who do the same: march, live in tents
LOOSE = 0.5  # labels that meet in the sentence only
GUESSED = 0.8  # share that is left where a label had to be guessed from the sentence
_STOP = re.compile(r"[;:]|[.!?]\s|,\s(?=\S*\d)|\sand(?=\s\S*\d)|\swhile\s")
_NEAR_STOP = re.compile(r"[;:,]|[.!?]\s|\sand(?=\s\S*\d)|\swhile\s|\sbut\s")
_BECAME = re.compile(
    # "of its soldiers had been killed", "of the crew have died"
    r"^(?:\s+[^\W\d]+){0,4}?\s+(?:(?:had|have|has)\s+(?:been\s+)?|were\s+|was\s+)"
    r"(killed|died|wounded|injured|missing|arrested|detained|rescued|evacuated)\b",
    re.IGNORECASE,
)
_LOSSES = re.compile(
    r"\b(?:losses|fallen|war dead) (?:at|as|to|of|stand at|number)\W*$", re.IGNORECASE
)
_DID = re.compile(
    # What people do who are none of the dead: "180 people took part".
    r"\b(?:took part|take part|taking part|attend\w*|gather\w*|march\w*|turn(?:ed)? out|join\w*"
    r"|on board|aboard|mourn\w*|watch\w*|listen\w*|queue\w*|vot(?:ed|ing)|sign(?:ed|ing)"
    r"|work\w*|employ\w*|surveyed|interviewed|live[sd]?|came to|pray\w*|sang|help\w*)\b",
    re.IGNORECASE,
)


def outcome(figure: Figure) -> Outcome | None:
    """Return what became of those counted, read off the label where the figure does not say."""
    if figure.outcome:
        return figure.outcome
    meant = {o for o, kins in BY_OUTCOME.items() if not kins.isdisjoint(kin_of(figure.what))}
    return Outcome(meant.pop()) if len(meant) == 1 else None


@dataclass(frozen=True, slots=True)
class Label:
    """What a figure counts: its meanings without the outcome, and what is said around it."""

    meanings: frozenset[str]
    outcome: Outcome | None
    whole: bool  # of the whole group: "7,300 worldwide"
    people: bool  # "people", "men and women" and no more
    guessed: bool  # no label: taken from the sentence
    around: frozenset[str]
    causes: frozenset[str]
    names: frozenset[str]  # parts of the names in the sentence: "Orsk" tells no measure
    count: bool = False  # things or people counted, not a sum, a share or a measure


def label_of(figure: Figure, claim: Claim) -> Label:
    """Return what the figure counts, by its label and the sentence that it stands in."""
    dead = any(f.outcome is Outcome.KILLED for f in claim.figures)
    ill = any(f.outcome is Outcome.INFECTED for f in claim.figures) or (
        dead and not BY_OUTCOME["infected"].isdisjoint(claim.words)
    )
    words, clause = claim.words, clause_of(claim.quote, *place_of(figure, claim))
    meanings = kin_of(figure.what) - SOMEBODY
    people = "people" in figure.what.casefold() or bool(kin_of(figure.what) & SOMEBODY)
    guessed = not meanings and not people and not figure.outcome
    near = fold(f"{figure.what} {claim.quote}").replace(".", " ").replace(",", " ")
    return Label(
        words if guessed else meanings,
        _outcome_of(figure, words, clause, bare=people and not meanings),
        not EXTENTS.isdisjoint(near.split()),
        people,
        guessed,
        words - meanings,
        _causes(words | meanings, ill=ill),
        frozenset(part for name in claim.names for part in name.split()),
        figure.unit == "count",
    )


def place_of(figure: Figure, claim: Claim) -> tuple[int, int]:
    """Return where in the claim's quote a figure starts and ends."""
    return max(figure.start - claim.start, 0), max(figure.end - claim.start, 0)


def _causes(words: frozenset[str], *, ill: bool) -> frozenset[str]:
    """Return what people die of; "540 infections and six deaths" are of an outbreak."""
    named = {CAUSES[w] for w in words if w in CAUSES}
    return frozenset(named | ({"outbreak"} if ill else set()))


def said(label: Label) -> frozenset[str]:
    """Return the words of a label as subjects spell them."""
    became = BY_OUTCOME.get(label.outcome or "", frozenset())
    return frozenset(map(skeleton, label.meanings | became))


def thin(a: Label, b: Label, *, count: bool) -> bool:
    """Tell whether too little ties two labels: children here, children there.

    Of sums and shares one common word is enough: "repair bill", "repair charge".
    """
    guessed = a.guessed or b.guessed
    return not a.outcome and (guessed or len(a.meanings & b.meanings) <= count)


def _outcome_of(
    figure: Figure, words: frozenset[str], clause: str, *, bare: bool
) -> Outcome | None:
    """Return the outcome; of bare "people" that of the sentence, if it names but one.

    "Kin of the dead met; 180 people took part" tells what became of others.
    """
    became = outcome(figure) or _said_of(figure, clause)
    if became is Outcome.MISSING and kin_of(figure.what) - BY_OUTCOME["missing"] - PERSONS:
        return None if not bare and "people" not in figure.what else became  # crates, not people
    if became or not bare or _DID.search(clause):
        return became
    meant = [o for o, kins in BY_OUTCOME.items() if kins & words]
    return Outcome(meant[0]) if len(meant) == 1 else None


def clause_of(quote: str, start: int, end: int) -> str:
    """Return what is said around a number up to the next stop, semicolon or other number."""
    before = quote[:start].rpartition(";")[2].rpartition(". ")[2]
    after = _STOP.split(quote[end:], maxsplit=1)[0]
    return f"{before}{quote[start:end]}{after}"


@lru_cache(MEMORY)
def near_words(quote: str, start: int, end: int) -> str:
    """Return what is said of a number in its own clause: between the stops beside it."""
    before = _NEAR_STOP.split(quote[:start])[-1]
    return f"{before} {_NEAR_STOP.split(quote[end:], maxsplit=1)[0]}"


def _said_of(figure: Figure, clause: str) -> Outcome | None:
    """Read "12 of its sailors were killed": the label leaves the verb out."""
    who = kin_of(figure.what)
    if figure.unit != "count" or not who & (PERSONS | ARMED):
        return None
    before, _, after = clause.partition(figure.text)
    if who & ARMED and _LOSSES.search(before):
        return Outcome.KILLED
    verb = _BECAME.match(after)
    meant = {o for o, kins in BY_OUTCOME.items() if verb and not kins.isdisjoint(kin_of(verb[1]))}
    return Outcome(meant.pop()) if len(meant) == 1 else None


def likeness(a: Label, b: Label) -> float | None:
    """Return how far two labels mean one thing, 0 to 1; None where they cannot be one.

    Outcomes must agree (killed is not injured, an unknown is not a known one), the extent too
    (of one mill, of the whole group), and what people die of.
    """
    if a.outcome is not b.outcome or a.whole is not b.whole:
        return None
    if a.causes and b.causes and a.causes.isdisjoint(b.causes):
        return None
    return _overlap(a, b)


def _overlap(a: Label, b: Label) -> float:
    """Return the share of common meanings: half over the shorter label, half over both."""
    became = BY_OUTCOME.get(a.outcome or "", frozenset())
    one, two = a.meanings - became, b.meanings - became
    if not one or not two:
        return _one_bare(a, b, one | two)
    if a.people is not b.people and not (a.outcome or (one | two) & PERSONS):
        return 0.0  # people with one dose are not doses
    common = len(one & two)
    if one & two <= a.names | b.names:
        common = 0  # 35 years of Orsk's, 15 years for Orsk
    if not common:
        return _by_sentence(a, b, one, two)
    share = 0.5 * common / min(len(one), len(two)) + common / (len(one) + len(two))
    return share * (GUESSED if a.guessed or b.guessed else 1.0)


def _by_sentence(a: Label, b: Label, one: frozenset[str], two: frozenset[str]) -> float:
    """Return the likeness of labels that meet only in the other's sentence.

    "Exports should grow by 3.1 per cent" counts "exports" and speaks of growth.
    """
    if a.outcome:
        return LOOSE if _of_unlike_kind(one, two) else 0.0
    if a.count and b.count and not (a.guessed or b.guessed):
        return 0.0  # shoppers are no cheeses, though the sentence of theirs speaks of cheese
    crossed = (one & b.around) | (two & a.around)
    return LOOSE if crossed - PERSONS - BODIES - a.names - b.names else 0.0


def _one_bare(a: Label, b: Label, rest: frozenset[str]) -> float:
    """Return the likeness where one label is only an outcome, or "people"."""
    if a.outcome:
        return BARE if not rest else MADE_OUT
    if not rest:  # people here and there: what they do decides
        return DOING if a.people and b.people and (a.around & b.around) - BODIES else 0.0
    if rest <= DOERS and any(x.people and not x.meanings and rest <= x.around for x in (a, b)):
        return DOING
    return LOOSE if (a.people or b.people) and rest & PERSONS else 0.0


def _of_unlike_kind(one: frozenset[str], two: frozenset[str]) -> bool:
    """Tell whether one label says who and the other of what: "children", "cholera"."""
    return bool(one & PERSONS) is not bool(two & PERSONS)
