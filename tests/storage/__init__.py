"""Tests of the archive, the inbox and the outbox, each on both databases."""
