from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from graph.archive import Archive
from graph.facts import Article, Facts
from graph.sinks.neo4j import pack
from graph.sinks.neo4j.connection import Connection, Value, commit, rows, session
from graph.sinks.neo4j.load import Loaded, load
from graph.sinks.neo4j.pack import MiscountError, packs, write
from graph.sinks.neo4j.reading import read_back
from graph.sinks.neo4j.shape import Edge, Key, shape
from tests.neo4j.dump import dump
from tests.neo4j.server import empty

type Made = tuple[Article, Facts]
type Plain = Callable[[int], Made]


def ask(connection: Connection, cypher: str, **parameters: Value) -> list[dict[str, object]]:
    return list(rows(connection, cypher, parameters))


def run(connection: Connection, cypher: str, **parameters: Value) -> None:
    """Does something to the database behind the load's back."""
    with session(connection) as ready:
        ready.run(cypher, parameters).consume()


def clean_load(archive: Archive, connection: Connection) -> list[str]:
    """All that an empty database holds after one load of the archive."""
    empty(connection)
    load(archive, connection)
    return dump(connection)


def test_a_load_tells_what_it_did(archive: Archive, neo4j: Connection) -> None:
    told: list[tuple[int, int]] = []

    loaded = load(archive, neo4j, progress=lambda done, total: told.append((done, total)))

    assert loaded == Loaded(loaded=12, skipped=0, swept=0, facts=26, set_aside=())
    assert told[-1] == (12, 12)


def test_constraints_and_indexes_are_there_after_a_load(archive: Archive, neo4j: Connection) -> None:
    load(archive, neo4j)

    constraints = ask(neo4j, "SHOW CONSTRAINTS YIELD name, type WHERE name STARTS WITH 'ravabet_' RETURN type")
    indexes = ask(
        neo4j, "SHOW INDEXES YIELD name, type, state WHERE type = 'FULLTEXT' RETURN name, state ORDER BY name"
    )
    assert len(constraints) == 6
    assert {row["type"] for row in constraints} <= {"UNIQUENESS", "NODE_PROPERTY_UNIQUENESS"}
    assert indexes == [{"name": f"ravabet_{what}", "state": "ONLINE"} for what in ("articles", "names", "statements")]


def test_what_is_read_back_equals_the_archive_fact_by_fact(archive: Archive, neo4j: Connection) -> None:
    load(archive, neo4j)

    assert list(read_back(neo4j)) == [facts for _, facts in archive.all_facts()]


def test_the_edges_say_what_the_properties_say(archive: Archive, neo4j: Connection) -> None:
    load(archive, neo4j)

    of_statements = ask(
        neo4j,
        """MATCH (x)-[:SAID]->(s:Statement)-[:REPORTED_IN]->(a:Article)
        WITH x, s, a, COLLECT { MATCH (s)-[:ABOUT]->(c) RETURN c.id } AS about,
          COLLECT { MATCH (s)-[:ADDRESSED_TO]->(c) RETURN c.id } AS addressee,
          COLLECT { MATCH (s)-[:NESTED_IN]->(o) RETURN o.id } AS nested_in
        RETURN s.id AS id, x.kind = s.speaker_kind AS kind, s.article = a.id AS article,
          all(c IN about WHERE c IN s.about) AND size(about) = size(s.about) AS about,
          addressee = [c IN [s.addressee] WHERE c IS NOT NULL] AS addressee,
          nested_in = [o IN [s.nested_in] WHERE o IS NOT NULL] AS nested_in""",
    )
    of_relations = ask(
        neo4j,
        """MATCH (x)-[:SOURCE_OF]->(r:Relation)-[:TOWARDS]->(y)
        WITH x, r, y, COLLECT { MATCH (r)-[:CLAIMED_IN]->(s) RETURN s.id } AS claimed_by
        RETURN r.id AS id, x.id = r.source AS source, y.id = r.target AS target,
          claimed_by = [s IN [r.claimed_by] WHERE s IS NOT NULL] AS claimed_by""",
    )
    every = list(archive.all_facts())
    assert len(of_statements) == sum(len(facts.statements) for _, facts in every)
    assert len(of_relations) == sum(len(facts.relations) for _, facts in every)
    assert [row for row in (*of_statements, *of_relations) if False in row.values()] == []


def test_loading_twice_makes_the_same_graph_and_writes_nothing(archive: Archive, neo4j: Connection) -> None:
    load(archive, neo4j)
    once = dump(neo4j)

    again = load(archive, neo4j)

    assert again == Loaded(loaded=0, skipped=12, swept=0, facts=0, set_aside=())
    assert dump(neo4j) == once


def test_writing_what_is_there_already_doubles_nothing(archive: Archive, neo4j: Connection) -> None:
    load(archive, neo4j)
    once = dump(neo4j)
    run(neo4j, "MATCH (a:Article) SET a.mark = 'another'")

    again = load(archive, neo4j)

    assert again.loaded == 12
    assert dump(neo4j) == once


def test_a_changed_article_replaces_its_facts(archive: Archive, neo4j: Connection, rich: Made) -> None:
    article, facts = rich
    load(archive, neo4j)
    headline, outer, *_ = facts.statements
    moved = replace(outer, speaker=replace(outer.speaker, names=("سخنگو",)), about=("TR",), addressee=None)
    relation = replace(facts.relations[0], claimed_by=None, target="TR")
    archive.put(replace(article, outlet="دیگری"), Facts(article.id, (headline, moved), (relation,)), extractor="later")

    again = load(archive, neo4j)

    changed = dump(neo4j)
    assert (again.loaded, again.skipped, again.facts) == (1, 11, 3)
    assert list(read_back(neo4j)) == [facts for _, facts in archive.all_facts()]
    assert changed == clean_load(archive, neo4j)


def test_a_forgotten_article_goes_with_all_that_only_it_told(archive: Archive, neo4j: Connection, rich: Made) -> None:
    load(archive, neo4j)
    archive.forget(rich[0].id)
    archive.forget("plain-00003")

    again = load(archive, neo4j)

    left = dump(neo4j)
    assert (again.swept, again.skipped) == (2, 10)
    assert not any("IAEA" in line or "سارا مهرجو" in line or "نمونه" in line for line in left)
    assert left == clean_load(archive, neo4j)


def test_an_empty_archive_leaves_an_empty_graph(archive: Archive, neo4j: Connection, tmp_path: Path) -> None:
    load(archive, neo4j)

    with Archive.open(tmp_path / "empty.db", create=True) as empty:
        loaded = load(empty, neo4j)

    assert loaded == Loaded(loaded=0, skipped=0, swept=12, facts=0, set_aside=())
    assert dump(neo4j) == []


def test_what_is_not_ours_stays_as_it_is(archive: Archive, neo4j: Connection, rich: Made) -> None:
    run(
        neo4j,
        """CREATE (:Person {id: 'mine', name: 'من'})-[:KNOWS]->(:Thing),
        (:Country {code: 'IR'}), (:Article), (:Outlet {id: 'x'})""",
    )
    theirs = dump(neo4j)
    load(archive, neo4j)
    run(neo4j, "MATCH (p:Person {name: 'سارا مهرجو'}) CREATE (:Note {text: 'یادداشت'})-[:ON]->(p)")
    archive.forget(rich[0].id)

    load(archive, neo4j)

    noted = ask(neo4j, "MATCH (n:Note)-[:ON]->(p) RETURN p.name AS name, COUNT { (p)--() } AS bonds")
    assert noted == [{"name": "سارا مهرجو", "bonds": 1}]
    assert set(theirs) <= set(dump(neo4j))


def test_one_bad_article_is_set_aside_and_the_others_of_its_pack_are_there(
    archive: Archive, neo4j: Connection, plain: Plain
) -> None:
    article, facts = plain(77)
    long = "data:text/html," + "x" * 20_000  # more than an index of Neo4j takes
    archive.put(replace(article, id=long), Facts(long), extractor="test")
    strange = replace(facts.relations[0], target="ZZ")
    archive.put(article, Facts(article.id, (), (strange,)), extractor="test")

    loaded = load(archive, neo4j)

    assert [aside.article for aside in loaded.set_aside] == ["plain-00077", long]
    assert "«ZZ»: is no actor's code" in loaded.set_aside[0].reason
    assert "Property value is too large to index" in loaded.set_aside[1].reason
    assert (loaded.loaded, loaded.facts) == (12, 26)
    assert len(list(read_back(neo4j))) == 12


def test_an_article_that_comes_out_short_is_not_written(neo4j: Connection, plain: Plain, archive: Archive) -> None:
    load(archive, neo4j)
    before = dump(neo4j)
    good, bad = shape(*plain(98)), shape(*plain(99))
    dangling = Edge("CLAIMED_IN", Key("Relation", bad.facts[0]), Key("Statement", "not-there"))

    with session(neo4j) as ready, pytest.raises(MiscountError, match="1 CLAIMED_IN edges were sent and 0 are there"):
        commit(ready, write, (good, bad._replace(edges=(dangling,))))

    assert dump(neo4j) == before


def test_packs_hold_whole_articles_in_order(plain: Plain) -> None:
    shapes = [shape(*plain(n)) for n in range(10)]

    made = list(packs(shapes, rows=3 * shapes[0].rows))

    assert [[one.article for one in pack] for pack in made] == [
        [f"plain-{n:05}" for n in three] for three in ([0, 1, 2], [3, 4, 5], [6, 7, 8], [9])
    ]
    assert [len(pack) for pack in packs(shapes, rows=1)] == [1] * 10


def test_packs_of_any_size_make_the_same_graph(
    archive: Archive, neo4j: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(archive, neo4j)
    in_one_pack = dump(neo4j)
    monkeypatch.setattr(pack.packs, "__defaults__", (1,))

    assert clean_load(archive, neo4j) == in_one_pack


HOSTILE = (
    "'}) MATCH (n) DETACH DELETE n //",
    '"}]) CALL dbms.shutdown() //',
    "`Person`) DETACH DELETE (n",
    "$id {id: $rows} \\u0027 \\' \\\\ ; :LABEL",
    "بی‌جا 😀👨‍👩‍👧 \u202e وارونه \u200c\u200b",
    " ",
)


def hostile_article(words: str, made: Made) -> Made:
    """An article all of whose words are hostile."""
    article, facts = made
    text = words + article.text
    told = facts.statements[0]
    statement = replace(
        told,
        article=words,
        speaker=replace(told.speaker, names=(words, "x"), role=words),
        mention=None,
        cue=None,
        cue_text=words,
        content=((0, len(text)),),
        evidence=replace(told.evidence, article=words, start=0, end=len(text), exact=text),
    )
    return Article(words, text, outlet=words, title=words, url=words, source=words), Facts(words, (statement,))


def test_hostile_words_are_words(neo4j: Connection, archive: Archive, plain: Plain) -> None:
    for words in HOSTILE:
        archive.put(*hostile_article(words, plain(500)), extractor="test")

    loaded = load(archive, neo4j)

    assert (loaded.loaded, loaded.set_aside) == (12 + len(HOSTILE), ())
    assert list(read_back(neo4j)) == [facts for _, facts in archive.all_facts()]
    outlets = ask(neo4j, "MATCH (o:Outlet) WHERE o.id IN $words RETURN count(o) AS n", words=list(HOSTILE))
    assert outlets == [{"n": len(HOSTILE)}]


def test_a_very_long_text_is_kept_whole(neo4j: Connection, archive: Archive, plain: Plain) -> None:
    article, _ = plain(600)
    long = replace(article, text="این متن دراز است. " * 6_000)
    archive.put(long, Facts(long.id), extractor="test")

    load(archive, neo4j)

    assert ask(neo4j, "MATCH (a:Article {id: $id}) RETURN a.text AS text", id=long.id) == [{"text": long.text}]


def test_the_index_finds_every_spelling(neo4j: Connection, archive: Archive, plain: Plain) -> None:
    article, facts = plain(700)
    text = "وزیر گفت: آقاي كنعاني از ديپلمات\u200cها سخن مي\u200cگويد"
    statement = replace(
        facts.statements[0],
        mention=None,
        cue=None,
        content=((10, len(text)),),
        evidence=replace(facts.statements[0].evidence, start=0, end=len(text), exact=text),
    )
    archive.put(replace(article, text=text), Facts(article.id, (statement,)), extractor="test")
    load(archive, neo4j)

    found = [
        ask(
            neo4j,
            "CALL db.index.fulltext.queryNodes('ravabet_statements', $text) YIELD node RETURN node.id AS id",
            text=text,
        )
        for text in ("کنعانی", "كنعاني", "دیپلمات ها", "آلمان")
    ]

    assert found == [[{"id": statement.id}]] * 3 + [[]]
