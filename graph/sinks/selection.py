"""Which facts a network shows: a selection by time, actor, type and outlet, and the ties that fit it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from json import dumps
from typing import Final, NamedTuple

import msgspec

from graph.archive import Archive
from graph.facts import Precision

SAID: Final = "SAID"
"""The type of a tie between a speaker and a country that his words are about; the other types are PLOVER's."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is shown; an empty set and None show all.

    `since` and `until` bound the dates of facts, both included, and leave undated ones out. `actors` are codes and
    actor ids; a tie shows when one of its ends is among them. `quads` are PLOVER's quad classes, 1 to 4.
    """

    since: date | None = None
    until: date | None = None
    actors: frozenset[str] = field(default_factory=frozenset)
    types: frozenset[str] = field(default_factory=frozenset)
    quads: frozenset[int] = field(default_factory=frozenset)
    outlet: str | None = None


class Tie(NamedTuple):
    """One fact between two actors: a relation, or a statement of `source` about `target`.

    `quad` and `score` are 0 for a statement. `kind` and `name` are those of the source where it is a speaker.
    """

    source: str
    target: str
    type: str
    quad: int
    score: float
    day: date | None
    precision: Precision | None
    kind: str | None = None
    name: str | None = None

    @property
    def sign(self) -> int:
        """1 for cooperation, −1 for conflict, 0 for a statement."""
        return (self.quad > 0) * (1 if self.quad <= 2 else -1)

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day on which it may have been."""
        if self.day is None or self.precision is None:
            return None
        return self.day, self.day + timedelta(days=_LENGTHS[self.precision] - 1)


_LENGTHS: Final = {"day": 1, "week": 7, "month": 30, "season": 91, "year": 365}

_CHOSEN: Final = """
    (:since IS NULL OR f.date >= :since)
    AND (:until IS NULL OR f.date <= :until)
    AND (:outlet IS NULL OR a.outlet = :outlet)
    AND (:types = '[]' OR f.type IN (SELECT value FROM json_each(:types)))
    AND (:quads = '[]' OR f.quad IN (SELECT value FROM json_each(:quads)))
    AND (:actors = '[]' OR f.source IN (SELECT value FROM json_each(:actors))
                        OR f.target IN (SELECT value FROM json_each(:actors)))
"""
_RELATIONS: Final = f"""
    SELECT f.source, f.target, f.type, f.quad, f.score, f.date, f.date_precision
    FROM relations AS f JOIN articles AS a ON a.id = f.article
    WHERE f.status IN ('actual', 'planned') AND {_CHOSEN}
    ORDER BY f.source, f.target, f.type, f.date, f.id
"""
_STATEMENTS: Final = f"""
    WITH facts AS (
        SELECT s.id, s.article, s.actor AS source, t.country AS target, '{SAID}' AS type, 0 AS quad, 0.0 AS score,
            s.date, s.date_precision
        FROM statements AS s JOIN statement_about AS t ON t.statement = s.id
    )
    SELECT f.source, f.target, f.type, f.quad, f.score, f.date, f.date_precision, x.kind, x.name
    FROM facts AS f JOIN articles AS a ON a.id = f.article JOIN actors AS x ON x.id = f.source
    WHERE {_CHOSEN}
    ORDER BY f.source, f.target, f.date, f.id
"""


def ties(archive: Archive, chosen: Selection, *, statements: bool = False) -> Iterator[Tie]:
    """The relations that happened or are decided and fit a selection, in order of their ends and types.

    With `statements`, then every statement that fits it with every country that it is about.
    """
    told = {
        "since": chosen.since and chosen.since.isoformat(),
        "until": chosen.until and chosen.until.isoformat(),
        "outlet": chosen.outlet,
        **{name: dumps(sorted(getattr(chosen, name))) for name in ("actors", "types", "quads")},
    }
    for sql in (_RELATIONS, _STATEMENTS) if statements else (_RELATIONS,):
        for row in archive.rows(sql, told):
            yield msgspec.convert(tuple(row.values()), Tie)
