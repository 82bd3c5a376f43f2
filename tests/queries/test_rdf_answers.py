"""The questions asked of an export alone: pyoxigraph, rdflib and the archive give the same rows."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import ClassVar

import pytest
import rdflib
from rdflib.plugins.sparql.operators import register_custom_function, unregister_custom_function

from graph.archive import Archive
from graph.letters import skeleton_text
from graph.sinks.rdf import export
from graph.sinks.rdf_reading import bound
from graph.sinks.vocabulary import term
from queries.ask import ask
from queries.engines import ArchiveEngine, RdfEngine, Value
from queries.parameters import Given
from queries.questions import Language, catalogue, query

SKELETON = rdflib.URIRef(term("rv:skeleton").value)

CASES: list[tuple[str, dict[str, Given]]] = [
    ("said", {}),
    ("said", {"speaker": "کنعانی"}),
    ("said", {"speaker": "ایران"}),
    ("said", {"country": "ایران", "about": "جمهوری آذربایجان"}),
    ("said", {"text": "مذاکرات"}),
    ("said", {"text": "گفت‌وگو"}),
    ("said", {"text": "' OR 1=1 --"}),
    ("said", {"text": '") } . \\" } SELECT * { #'}),
    ("said", {"quote_type": "indirect"}),
    ("said", {"since": "2024-01-01", "until": "2024-02-28"}),
    ("said", {"outlet": "ايسنا"}),
    ("said", {"limit": 2}),
    ("did", {"actor": "ایران"}),
    ("did", {"actor": "جمهوری آذربایجان", "target": "ایران"}),
    ("did", {"actor": "آمریکا", "type": "SANCTION"}),
    ("did", {"actor": "روسیه", "quad": "1"}),
    ("did", {"actor": "ایران", "since": "2023-04-11"}),
    ("did", {"actor": "آلمان"}),
    ("did", {"actor": "برزیل"}),
    ("pair", {"a": "ایران", "b": "جمهوری آذربایجان"}),
    ("pair", {"a": "جمهوری آذربایجان", "b": "ایران", "bucket": "all"}),
    ("pair", {"a": "ایران", "b": "روسیه", "bucket": "day"}),
    ("pair", {"a": "ایران", "b": "روسیه", "bucket": "year", "outlet": "Kayhan"}),
    ("pair", {"a": "ایران", "b": "آلمان"}),
    ("evidence", {"subject": "جمهوری آذربایجان", "object": "ایران"}),
    ("evidence", {"subject": "ایران", "object": "روسیه", "type": "SAID"}),
    ("evidence", {"subject": "روسیه", "object": "ایران", "type": "AGREE"}),
    ("evidence", {"subject": "محسن رضایی", "object": "روسیه"}),
    ("names", {}),
    ("names", {"text": "رضایی"}),
    ("coverage", {}),
    ("coverage", {"until": "2023-12-31"}),
    ("coverage", {"outlet": "Kayhan"}),
]


class RdflibEngine:
    """The same queries, asked by rdflib."""

    language: ClassVar[Language] = "rq"

    def __init__(self, path: Path) -> None:
        self.graph = rdflib.Graph().parse(path, format="nt11")

    def rows(self, query: str, parameters: Mapping[str, Value]) -> Iterable[Mapping[str, object]]:
        told = {name: f" {' '.join(v)} " if isinstance(v, tuple) else v for name, v in parameters.items()}
        del told["limit"]
        answered = self.graph.query(bound(query, told))
        for row in answered:
            assert isinstance(row, rdflib.query.ResultRow)
            yield {name: None if value is None else str(value) for name, value in row.asdict().items()}


@pytest.fixture(scope="module")
def exported(archive_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the exports of the archive lie, but for their ending."""
    path = tmp_path_factory.mktemp("exported") / "export.nq"
    with Archive.open(archive_file, readonly=True) as archive:
        for form in ("nq", "nt", "trig", "jsonld"):
            export(archive, path.with_suffix(f".{form}"), form)
    return path


def skeleton(text: rdflib.Literal) -> rdflib.Literal:
    return rdflib.Literal(skeleton_text(text))


@pytest.fixture(scope="module")
def by_rdflib(exported: Path) -> Iterable[RdflibEngine]:
    register_custom_function(SKELETON, skeleton)  # type: ignore[arg-type]
    yield RdflibEngine(exported.with_suffix(".nt"))
    unregister_custom_function(SKELETON)


@pytest.mark.parametrize(("question", "parameters"), CASES, ids=str)
def test_the_archive_and_its_export_give_the_same_rows(
    question: str, parameters: dict[str, Given], engine: ArchiveEngine, exported: Path
) -> None:
    expected = ask(question, engine, **parameters)

    assert ask(question, RdfEngine(exported), **parameters) == expected


@pytest.mark.parametrize(("question", "parameters"), CASES, ids=str)
def test_rdflib_gives_the_same_rows(
    question: str, parameters: dict[str, Given], engine: ArchiveEngine, by_rdflib: RdflibEngine
) -> None:
    expected = ask(question, engine, **parameters)

    assert ask(question, by_rdflib, **parameters) == expected


@pytest.mark.parametrize("form", ["trig", "nt", "jsonld"])
def test_every_form_gives_the_same_rows(form: str, engine: ArchiveEngine, exported: Path) -> None:
    assert ask("did", RdfEngine(exported.with_suffix(f".{form}")), actor="ایران") == ask("did", engine, actor="ایران")


def test_a_fact_that_one_question_names_is_shown_by_another(engine: ArchiveEngine, exported: Path) -> None:
    named = [row["evidence"] for row in ask("pair", RdfEngine(exported), a="ایران", b="روسیه", bucket="all")]
    facts = [fact for row in named if isinstance(row, tuple) for fact in row]

    shown = ask("evidence", RdfEngine(exported), fact=facts)

    assert len(shown) == len(facts) == 2
    assert shown == ask("evidence", engine, fact=facts)


def test_every_question_is_told_in_sparql_and_has_a_case() -> None:
    assert {name for name in catalogue() if query(name, "rq")} == {name for name, _ in CASES}
