"""When things happened, as Persian news tells it in three calendars; Gregorian inside."""

from ingest.dates.lines import published
from ingest.dates.phrases import DatePhrase, find, inside

__all__ = ["DatePhrase", "find", "inside", "published"]
