"""A text that a person put in by hand, with what he knows of where it comes from."""

import json
from dataclasses import asdict, dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Pasted:
    """The words, and their outlet, link, day of publication, embargo as far as they were given."""

    text: str
    outlet: str = ""
    link: str = ""
    published: date | None = None
    embargo: str = ""  # its end, as typed and then as an ISO moment; "" where there is none

    @property
    def is_bare(self) -> bool:
        """Tell whether nothing but words was given: a statement, not an article."""
        return not (self.outlet or self.link or self.published)

    def written(self) -> str:
        """Return it as one text, for the inbox."""
        return json.dumps(asdict(self), default=date.isoformat, ensure_ascii=False)

    @classmethod
    def read(cls, written: str) -> "Pasted":
        """Read it back."""
        facets = json.loads(written)
        day = facets.pop("published")
        return cls(**facets, published=date.fromisoformat(day) if day else None)
