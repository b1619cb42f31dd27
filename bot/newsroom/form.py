"""A claim laid out for correction: what stands in each field, and who put it there."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from bot.claims.model import Claim
from bot.newsroom.edit import Edit
from bot.newsroom.facets import Field, fitting
from bot.newsroom.trouble import Unfit


class Faults(Unfit):
    """Several fields do not fit: what to write, by field."""

    def __init__(self, faults: Mapping[Field, str]) -> None:
        super().__init__("; ".join(faults.values()))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Form:
    """A claim as the machine read it, what stands in each field now, and the edits that hold.

    `stamp` is a hash of what stands: whoever opened the form on another one has a stale one.
    """

    claim: Claim
    fields: Mapping[Field, str]
    edits: tuple[Edit, ...] = ()

    @property
    def stamp(self) -> str:
        """Return the hash, 12 signs long."""
        stands = sorted([facet, place, text] for (facet, place), text in self.fields.items())
        return sha256(json.dumps(stands).encode()).hexdigest()[:12]

    def changes(self, put: Mapping[Field, str]) -> dict[Field, str]:
        """Return what was put into fields as it is kept, where it is other than what stands.

        Raises Faults.
        """
        fits, faults = dict[Field, str](), dict[Field, str]()
        for field, text in put.items():
            try:
                fits[field] = fitting(self.claim, field, text)
            except Unfit as unfit:
                faults[field] = str(unfit)
        if faults:
            raise Faults(faults)
        return {f: text for f, text in fits.items() if text != self.fields.get(f, "")}
