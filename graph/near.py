"""The ids in an archive that a mistyped one may have meant."""

import sqlite3
from difflib import get_close_matches
from typing import Final

_CONTAINING: Final = "SELECT id FROM articles WHERE instr(id, ?) > 0 ORDER BY length(id), id LIMIT 20"
_BEFORE: Final = "SELECT id FROM articles WHERE id < ? ORDER BY id DESC LIMIT 20"
_AFTER: Final = "SELECT id FROM articles WHERE id > ? ORDER BY id LIMIT 20"


def near(connection: sqlite3.Connection, mistyped: str) -> tuple[str, ...]:
    """At most three ids that hold the mistyped one or stand by it in order and look like it, nearest first."""
    told = mistyped.encode("utf-8", "ignore").decode()
    found = [row[0] for query in (_CONTAINING, _BEFORE, _AFTER) for row in connection.execute(query, (told,))]
    alike = get_close_matches(told, sorted(set(found)), n=3, cutoff=0.6)
    containing = [candidate for candidate in found if told and told in candidate]
    return tuple(dict.fromkeys([*alike, *containing]))[:3]
