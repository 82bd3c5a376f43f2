"""One question, three languages, the same rows: on the archive, on a real Neo4j, on RDF."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph.archive import Archive
from graph.errors import AmbiguousNameError, QuestionError
from graph.facts import Article, Evidence, Facts, Relation, Speaker, Statement, When
from graph.sinks import rdf
from graph.sinks.neo4j.connection import Connection
from graph.sinks.neo4j.load import load
from ingest.intake import incoming, take_in
from ingest.sources import Options
from queries.ask import ask
from queries.engines import ArchiveEngine, Engine, Neo4jEngine, RdfEngine
from queries.parameters import Given
from queries.questions import catalogue
from tests.neo4j.server import driver

SAMPLES = Path(__file__).parents[2] / "samples"
QUESTIONS: list[tuple[str, dict[str, Given]]] = [
    ("said", {}),
    ("said", {"speaker": "کنعانی"}),
    ("said", {"speaker": "الهام علي اف"}),
    ("said", {"speaker": "جمهوری آذربایجان"}),
    ("said", {"country": "ایران", "about": "آمریکا"}),
    ("said", {"country": "ایران", "quote_type": "direct", "limit": 2}),
    ("said", {"text": "گفت‌وگو"}),
    ("said", {"text": "مذاکرات", "since": "1402"}),
    ("said", {"text": "'"}),
    ("said", {"text": "\\"}),
    ("said", {"outlet": "ايسنا"}),
    ("said", {"outlet": "Kayhan", "since": "10d"}),
    ("said", {"since": "2023-04-12", "until": "2023-04-12"}),
    ("said", {"until": "1402-06"}),
    ("said", {"limit": 3}),
    ("said", {"speaker": 'ژ"ان'}),
    ("said", {"speaker": "ژان?speaker"}),
    ("said", {"about": "آلمان"}),
    ("said", {"text": "} ; #"}),
    ("said", {"text": "\U0001f534"}),
    ("said", {"text": "?asked_text"}),
    ("said", {"outlet": '"نقل" \\'}),
    ("did", {"actor": "فرانسه"}),
    ("pair", {"a": "فرانسه", "b": "آلمان"}),
    ("evidence", {"subject": "فرانسه", "object": "آلمان"}),
    ("did", {"actor": "ایران"}),
    ("did", {"actor": "ایران", "target": "روسیه"}),
    ("did", {"actor": "روسیه"}),
    ("did", {"actor": "جمهوری آذربایجان", "quad": "3"}),
    ("did", {"actor": "آمریکا", "type": "SANCTION"}),
    ("did", {"actor": "ایران", "type": "CONSULT", "outlet": "ایسنا"}),
    ("did", {"actor": "روسیه", "since": "2024-03"}),
    ("did", {"actor": "ایران", "until": "2023"}),
    ("did", {"actor": "ایران", "limit": 1}),
    ("did", {"actor": "آلمان"}),
    ("pair", {"a": "ایران", "b": "روسیه"}),
    ("pair", {"a": "روسیه", "b": "ایران", "bucket": "all"}),
    ("pair", {"a": "ایران", "b": "جمهوری آذربایجان", "bucket": "year"}),
    ("pair", {"a": "ایران", "b": "جمهوری آذربایجان", "bucket": "day", "limit": 1}),
    ("pair", {"a": "ایران", "b": "آمریکا", "since": "1402-12-01", "until": "1402"}),
    ("pair", {"a": "ایران", "b": "آمریکا", "outlet": "ایسنا"}),
    ("pair", {"a": "ایران", "b": "آلمان"}),
    ("evidence", {"subject": "ایران", "object": "جمهوری آذربایجان"}),
    ("evidence", {"subject": "جمهوری آذربایجان", "object": "ایران"}),
    ("evidence", {"subject": "ایران", "object": "روسیه", "type": "SAID"}),
    ("evidence", {"subject": "روسیه", "object": "ایران", "type": "AGREE"}),
    ("evidence", {"subject": "محسن رضایی", "object": "روسیه"}),
    ("evidence", {"subject": "کنعانی", "object": "آمریکا", "outlet": "Kayhan"}),
    ("evidence", {"subject": "ایران", "object": "جمهوری آذربایجان", "since": "2023-04-11", "limit": 1}),
    ("evidence", {"fact": ("f0", "f1")}),
    ("coverage", {}),
    ("coverage", {"since": "1402-12"}),
    ("coverage", {"outlet": "ایسنا"}),
    ("names", {}),
    ("names", {"text": "رضائي"}),
    ("names", {"text": "علیاف", "limit": 2}),
]


def hostile(ident: str, outlet: str, name: str, words: str) -> tuple[Article, Facts]:
    """An article in which one says words that no engine may stumble over."""
    text = f"{name} گفت: {words}"
    at = text.index(words)
    whole = Evidence(ident, 0, len(text), text, "test/rule")
    speaker = Speaker("person", (name,), words, "FR")
    told = Statement(ident, speaker, None, None, ":", "say", ((at, len(text)),), "direct", ("DE", "FR"), whole)
    meant = Relation(ident, "FR", "DE", "SUPPORT", whole)
    return Article(ident, text, outlet, words, When(date(2022, 2, 2)), words), Facts(ident, (told,), (meant,))


HOSTILE = [
    hostile("\U0001f534 ب", "\U0001f534 کانال", "\U0001f534 ژان", "پیام \U0001f534\nدو سطر"),
    hostile("\uffee ب", "\uffee کانال", "\uffee ژان", "'; DROP TABLE statements; --"),
    hostile('"ب\\"', '"نقل" \\', 'ژ"ان', '\\" . } ; # ${jndi} {{x}} \t $speaker'),
    hostile("https://a.example/?q=الف&b=<c>", "<رسانه>", "ژان?speaker", "<b>متن</b> %s {0} ?asked_text \u200cنیم"),
]


@pytest.fixture(scope="module")
def whole(invented: list[tuple[Article, Facts]], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """The invented articles, the hostile ones, and the samples of the project as they are read."""
    path = tmp_path_factory.mktemp("whole") / "whole.db"
    with Archive.open(path, create=True) as archive:
        for article, facts in [*invented, *HOSTILE]:
            archive.put(article, facts, extractor="test")
        take_in(archive, incoming([str(SAMPLES)], Options()), pytest.fail)
        yield archive


@pytest.fixture(scope="module")
def engine(whole: Archive) -> ArchiveEngine:
    return ArchiveEngine(whole)


@pytest.fixture(scope="module", params=[pytest.param("neo4j", marks=pytest.mark.neo4j), "rdf"])
def other(request: pytest.FixtureRequest, whole: Archive, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """An engine beside the archive, over the same graph."""
    if request.param == "rdf":
        target = tmp_path_factory.mktemp("rdf") / "graph.nq"
        rdf.export(whole, target, "nq")
        return RdfEngine(target)
    connection: Connection = request.getfixturevalue("neo4j_server")
    with driver(connection) as opened:
        opened.execute_query("MATCH (n) DETACH DELETE n", database_=connection.database)
    load(whole, connection)
    return Neo4jEngine(connection)


@pytest.mark.parametrize(("name", "parameters"), QUESTIONS, ids=str)
def test_a_question_has_the_same_rows(
    name: str, parameters: dict[str, Given], engine: ArchiveEngine, other: Engine
) -> None:
    assert list(ask(name, other, **parameters)) == list(ask(name, engine, **parameters))


def test_every_question_of_the_catalogue_is_compared() -> None:
    assert {name for name, _ in QUESTIONS} == set(catalogue())


def test_most_comparisons_compare_something(engine: ArchiveEngine) -> None:
    empty = [(name, parameters) for name, parameters in QUESTIONS if not len(ask(name, engine, **parameters))]

    assert len(empty) <= 8, empty


def test_the_facts_behind_a_row_are_found_on_every_engine(engine: ArchiveEngine, other: Engine) -> None:
    (row,) = ask("pair", engine, a="ایران", b="روسیه", bucket="all")
    facts = row["evidence"]

    assert isinstance(facts, tuple)
    assert list(ask("evidence", other, fact=facts)) == list(ask("evidence", engine, fact=facts))


def test_names_are_resolved_alike_on_every_engine(engine: ArchiveEngine, other: Engine) -> None:
    for on in (engine, other):
        with pytest.raises(AmbiguousNameError) as caught:
            ask("said", on, speaker="رضایی")
        assert caught.value.candidates == ("ابراهیم رضایی (IR)", "محسن رضایی (IR)")
        with pytest.raises(QuestionError, match="did you mean «رضایی»"):
            ask("said", on, speaker="رضاعی")
