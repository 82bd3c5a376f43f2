"""The actors that an archive's statements name: each is there as long as a statement prints it."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable

from graph.facts import Statement
from graph.letters import skeleton_text

type Forms = Counter[tuple[str, str]]
"""How many statements print a form of an actor's name, by actor id and form."""

_ADD_ACTOR = "INSERT INTO actors (id, kind, name, skeleton, country) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
_COUNT_FORM = """
    INSERT INTO actor_names (actor, name, skeleton, n) VALUES (:actor, :name, :skeleton, :n)
    ON CONFLICT (actor, name) DO UPDATE SET n = n + :n
"""
_NAME = """
    UPDATE actors SET name = (
        SELECT name FROM actor_names
        WHERE actor = actors.id AND skeleton = actors.skeleton ORDER BY n DESC, name LIMIT 1)
    WHERE id = ?
"""


def forms_in(connection: sqlite3.Connection, article: str) -> Forms:
    """The forms that the archive's statements of an article print."""
    told = connection.execute("SELECT actor, names FROM statements WHERE article = ?", (article,))
    return Counter((actor, form) for actor, names in told for form in set(json.loads(names)))


def settle(connection: sqlite3.Connection, gone: Forms, come: Iterable[Statement]) -> None:
    """Counts forms out and in, with the actors that they may bring; who is printed nowhere any more goes.

    Stands before the statements that come are written and after those of `gone` are removed.
    """
    speakers = [(statement.speaker.actor, statement.speaker.names) for statement in come]
    connection.executemany(_ADD_ACTOR, [(a.id, a.kind, a.name, skeleton_text(a.name), a.country) for a, _ in speakers])
    change = Counter((actor.id, form) for actor, forms in speakers for form in set(forms))
    change.subtract(gone)
    _count(connection, change)
    _tidy(connection, sorted({actor for actor, _ in change}))


def _count(connection: sqlite3.Connection, change: Forms) -> None:
    for (actor, form), n in sorted(change.items()):
        connection.execute(_COUNT_FORM, {"actor": actor, "name": form, "skeleton": skeleton_text(form), "n": n})


def _tidy(connection: sqlite3.Connection, touched: Iterable[str]) -> None:
    """Drops forms and actors that nobody prints, and names the others by their commonest spelling."""
    ids = [(actor,) for actor in touched]
    connection.executemany("DELETE FROM actor_names WHERE actor = ? AND n = 0", ids)
    unnamed = "NOT EXISTS (SELECT 1 FROM actor_names WHERE actor = actors.id)"
    connection.executemany(f"DELETE FROM actors WHERE id = ? AND {unnamed}", ids)
    connection.executemany(_NAME, ids)
