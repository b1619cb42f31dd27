"""Bolt listeners, one module a surface: payload, desk, view, answer."""
