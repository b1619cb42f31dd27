"""Gates on work that others have marked: each measures one room on a public file given to it."""
