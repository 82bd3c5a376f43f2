from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from graph.archive import Archive
from graph.errors import ServerError
from graph.facts import Article, Facts, Speaker, When
from graph.plover import score
from graph.sinks.neo4j import load as loading
from graph.sinks.neo4j.connection import Connection, rows
from graph.sinks.neo4j.load import load
from tests.neo4j.dump import dump

type Made = tuple[Article, Facts]
type Plain = Callable[[int], Made]


def put(archive: Archive, made: Made, speaker: Speaker | None = None, **relation: object) -> None:
    article, facts = made
    statements = tuple(replace(told, speaker=speaker or told.speaker) for told in facts.statements)
    relations = tuple(replace(told, **relation) for told in facts.relations)  # type: ignore[arg-type]
    archive.put(article, Facts(article.id, statements, relations), extractor="test")


def test_actors_have_the_names_that_the_archive_gives_them(archive: Archive, neo4j: Connection, plain: Plain) -> None:
    for n, name in enumerate(["كنعاني", "کنعانی", "كنعاني", "کنعانی", "کنعانی"]):
        put(archive, plain(20 + n), Speaker("person", (name, "ناصر"), "سخنگو", "IR"))

    load(archive, neo4j)

    told = rows(neo4j, "MATCH (x:Person|Organization|Unnamed) RETURN x.id AS id, x.name AS name ORDER BY id", {})
    assert [(row["id"], row["name"]) for row in told] == [(actor.id, actor.name) for actor in archive.actors()]


def test_an_office_is_held_from_the_first_statement_to_the_last(
    archive: Archive, neo4j: Connection, plain: Plain
) -> None:
    for n in (30, 31, 32):
        put(archive, plain(n), Speaker("person", ("ناصر کنعانی",), "سخنگوي وزارت", "IR"))
    load(archive, neo4j)
    archive.forget("plain-00032")
    load(archive, neo4j)

    told = rows(
        neo4j,
        """MATCH (:Person {name: 'ناصر کنعانی'})-[h:HOLDS]->(o:Office)-[:OF]->(c:Country)
        RETURN h.n AS n, h.first AS first, h.last AS last, o.name AS office, c.name AS country""",
        {},
    )
    assert list(told) == [
        {"n": 2, "first": "2020-01-31", "last": "2020-02-01", "office": "سخنگوي وزارت", "country": "ایران"}
    ]


def test_two_countries_relate_as_often_as_it_happened_and_is_planned(
    archive: Archive, neo4j: Connection, plain: Plain
) -> None:
    status = ["actual", "planned", "negated", "hypothetical", "actual"]
    for n in range(5):
        day = When(date(2021, 1, 1 + n))
        put(archive, plain(40 + n), source="JP", target="BR", type="CONSULT", status=status[n], mode=None, when=day)

    load(archive, neo4j)

    told = rows(neo4j, "MATCH (:Country {id: 'JP'})-[r:RELATES]->(c) RETURN c.name AS name, properties(r) AS r", {})
    assert list(told) == [
        {
            "name": "برزیل",
            "r": {
                "event": "CONSULT",
                "quad": 1,
                "n": 3,
                "first": "2021-01-01",
                "last": "2021-01-05",
                "score": score("CONSULT"),
            },
        }
    ]


def test_what_a_cut_off_load_left_unsettled_is_settled_by_the_next(
    archive: Archive, neo4j: Connection, rich: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(archive, neo4j)
    archive.forget(rich[0].id)

    def cut_off(_: object) -> None:
        raise ServerError("here", "is cut off")

    with monkeypatch.context() as patched:
        patched.setattr(loading, "settle", cut_off)
        with pytest.raises(ServerError):
            load(archive, neo4j)
    assert any('"stale": true' in line for line in dump(neo4j))

    load(archive, neo4j)

    left = dump(neo4j)
    assert not any('"stale"' in line or "سارا" in line for line in left)
