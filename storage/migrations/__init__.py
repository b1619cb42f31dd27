"""The steps by which the tables came to be; `python -m storage.migrations "why"` writes one."""
