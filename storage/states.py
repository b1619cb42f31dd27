"""How far an event or a letter is, and what is left of its words when nobody needs them."""

WAITING, DEAD = "waiting", "dead"
"""To be taken when its time comes, or given up: of events and letters alike."""

LEASED, DONE = "leased", "done"
"""An event that a worker has, and one that was dealt with."""

POSTING, POSTED = "posting", "posted"
"""A letter that a sender has, and one that was sent."""

NO_WORDS_IN: dict[str, object] = {"text": "", "links": [], "respond_to": ""}
"""An event that nobody takes any more: a tip is not to lie there without end."""

NO_WORDS_OUT: dict[str, object] = {"words": "", "respond_to": ""}
"""A letter that nobody sends any more."""
