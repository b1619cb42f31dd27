"""From a link to the text of an article."""
