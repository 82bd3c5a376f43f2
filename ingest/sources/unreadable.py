"""What takes the place of an article that cannot be read."""

from dataclasses import dataclass

from graph.errors import SourceError


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An article, or a whole source, that could not be read: where, why, and what helps.

    `source` is where to read it again; `item` the line or entry in it, empty for the whole; `raw` what was there, kept
    where it would be lost otherwise.
    """

    source: str
    item: str
    problem: str
    cure: str
    raw: bytes | None = None

    @property
    def place(self) -> str:
        return f"{self.source}:{self.item}" if self.item else self.source

    @property
    def error(self) -> SourceError:
        """The same as an error, for whom one bad article is one too many."""
        return SourceError(self.place, self.problem, self.cure)
