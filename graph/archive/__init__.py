"""The embedded archive: one SQLite file, the system of record. Everything else is made from it."""

from graph.archive.store import Archive, Failure, Outcome

__all__ = ["Archive", "Failure", "Outcome"]
