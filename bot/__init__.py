"""On the Record: who claims what, word for word, and what differs from what was claimed before."""
