"""How marks are counted: so many of so many, with a note for each that is wrong."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Sheet:
    """Counts by name, and one line a finding; sheets of several stories are read as one."""

    counts: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def mark(self, what: str, *, right: bool, note: str = "") -> None:
        """Count one of `what`, and one of `what right` if it is; else keep the note."""
        self.counts[what] += 1
        self.counts[f"{what} right"] += right
        if note and not right:
            self.notes.append(note)

    def count(self, **numbers: int) -> None:
        """Add to several counts; an underscore in a name stands for a space."""
        for name, number in numbers.items():
            self.counts[name.replace("_", " ")] += number

    def note(self, line: str) -> None:
        """Keep one finding."""
        self.notes.append(line)
