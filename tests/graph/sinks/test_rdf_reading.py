from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.errors import KnowledgeError, SourceError
from graph.sinks.rdf_reading import read, rows

DATA = """@prefix : <https://example.org/> .
:a :name "الف" ; :n 3 ; :score -2.5 ; :day "2023-04-12"^^<http://www.w3.org/2001/XMLSchema#date> ; :knows :b .
:b :name "کِتابْ" .
"""
NAMES = """PREFIX : <https://example.org/>
SELECT ?who ?n {
  VALUES (?asked_name ?asked_least) { (UNDEF UNDEF) }
  ?who :name ?name OPTIONAL { ?who :n ?n }
  FILTER(!BOUND(?asked_name) || ?name = ?asked_name)
  FILTER(!BOUND(?asked_least) || ?n >= ?asked_least)
} ORDER BY ?who"""
A, B = "https://example.org/a", "https://example.org/b"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "data.ttl").write_text(DATA, encoding="utf-8")
    return tmp_path / "data.ttl"


def test_values_come_as_what_they_are(file: Path) -> None:
    everything = "SELECT ?n ?score ?day ?knows ?lost { ?a <https://example.org/n> ?n ; ?p ?score ; ?q ?day ; ?r ?knows "
    everything += "FILTER(DATATYPE(?score) = <http://www.w3.org/2001/XMLSchema#decimal> && ISIRI(?knows) "
    everything += "&& DATATYPE(?day) = <http://www.w3.org/2001/XMLSchema#date>) }"

    assert list(rows(file, everything, {})) == [{"n": 3, "score": -2.5, "day": "2023-04-12", "knows": B, "lost": None}]


def test_a_parameter_without_a_value_filters_nothing(file: Path) -> None:
    assert [row["who"] for row in rows(file, NAMES, {"name": None})] == [A, B]


def test_parameters_filter(file: Path) -> None:
    assert [row["who"] for row in rows(file, NAMES, {"name": "الف", "least": 3})] == [A]
    assert [row["who"] for row in rows(file, NAMES, {"least": 4})] == []


def test_the_limit_cuts_the_rows(file: Path) -> None:
    assert [row["who"] for row in rows(file, NAMES, {"limit": 1})] == [A]
    assert list(rows(file, NAMES, {"limit": 0})) == []


@pytest.mark.parametrize("told", ['"', "\\", '") } #', "UNDEF", "\n", "?who", '\\" } DROP ALL #', "\u2028", "😀"])
def test_a_parameter_stays_a_text_whatever_it_holds(told: str, tmp_path: Path) -> None:
    here, name = ox.NamedNode(A), ox.NamedNode("https://example.org/name")
    triples = [ox.Triple(here, name, ox.Literal(text)) for text in (told, "other")]
    ox.serialize(triples, tmp_path / "data.nt", ox.RdfFormat.N_TRIPLES)

    assert [row["who"] for row in rows(tmp_path / "data.nt", NAMES, {"name": told})] == [A]


def test_the_skeleton_is_a_function_of_queries(file: Path) -> None:
    asked = 'SELECT ?who { ?who <https://example.org/name> ?name FILTER(rv:skeleton(?name) = "کتاب") }'

    assert list(rows(file, "PREFIX rv: <https://w3id.org/ravabet/ns#> " + asked, {})) == [{"who": B}]


def test_a_parameter_that_the_query_does_not_take_is_refused(file: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"the query: has no \?asked_outlet"):
        list(rows(file, NAMES, {"outlet": "x"}))


def test_what_is_no_select_is_refused(file: Path) -> None:
    with pytest.raises(KnowledgeError, match="is no SPARQL"):
        list(rows(file, "SELECT ?who {", {}))
    with pytest.raises(KnowledgeError, match="is no SELECT"):
        list(rows(file, "ASK { ?s ?p ?o }", {}))


def test_a_changed_file_is_read_again(file: Path) -> None:
    before = len(read(file))
    file.write_text(DATA + ":c :name 'ج' .", encoding="utf-8")

    assert len(read(file)) == before + 1


def test_a_file_that_is_not_there_or_no_rdf_is_told(tmp_path: Path, file: Path) -> None:
    (tmp_path / "torn.trig").write_text("<a> <b> .")
    file.rename(tmp_path / "data.txt")

    with pytest.raises(SourceError, match=r"none\.nq: cannot be read: No such file"):
        list(rows(tmp_path / "none.nq", NAMES, {}))
    with pytest.raises(SourceError, match=r"torn\.trig: is no TriG: .* line 1"):
        list(rows(tmp_path / "torn.trig", NAMES, {}))
    with pytest.raises(SourceError, match=r"data\.txt: its name tells no form of RDF; end it in \.nq"):
        list(rows(tmp_path / "data.txt", NAMES, {}))
