"""Pages that are made to stop whoever reads them, and a command that reads them all."""
