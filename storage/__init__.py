"""Where claims, events and letters are kept."""
