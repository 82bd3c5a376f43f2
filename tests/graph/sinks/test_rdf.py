import io
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from graph.archive import Archive
from graph.errors import RavabetError
from graph.sinks.rdf import FORMS, export

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

RDFLIB = {"nq": "nquads", "trig": "trig", "nt": "nt11", "ttl": "turtle", "jsonld": "json-ld"}
GRAPHLESS = ("nt", "ttl")


def exported(archive: Archive, form: str) -> bytes:
    stream = io.BytesIO()
    export(archive, stream, form)
    return stream.getvalue()


def by_pyoxigraph(content: bytes, form: str, *, graphs: bool) -> set[str]:
    quads = ox.parse(content, FORMS[form])
    return {str(quad) if graphs else str(quad.triple) for quad in quads}


def by_rdflib(content: bytes, form: str, *, graphs: bool) -> set[str]:
    """What rdflib reads, written by it as N-Quads or N-Triples, read again so that both look the same."""
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=content, format=RDFLIB[form])
    written = dataset.serialize(format="nquads", encoding="utf-8")
    return by_pyoxigraph(written, "nq", graphs=graphs)


# The same facts, the same bytes


@pytest.mark.parametrize("form", FORMS)
def test_two_exports_are_the_same_bytes(archive: Archive, form: str) -> None:
    assert exported(archive, form) == exported(archive, form)


def test_equal_archives_are_the_same_bytes_whatever_the_order_they_were_filled_in(
    archive: Archive, tmp_path: Path
) -> None:
    with Archive.open(tmp_path / "other.db", create=True) as other:
        for article, facts in reversed(list(archive.all_facts())):
            other.put(article, facts, extractor="another")

        assert exported(other, "trig") == exported(archive, "trig")


@pytest.mark.parametrize("form", ["trig", "jsonld"])
def test_another_process_writes_the_same_bytes(archive: Archive, form: str) -> None:
    told = (
        "import sys; from pathlib import Path; from graph.archive import Archive; from graph.sinks.rdf import export;"
    )
    told += "export(Archive.open(Path(sys.argv[1])), sys.stdout.buffer, sys.argv[2])"
    command = [sys.executable, "-c", told, str(archive.path), form]
    env = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": str(Path(__file__).parents[3])}

    done = subprocess.run(command, capture_output=True, check=True, env=env)

    assert done.stdout == exported(archive, form)


# Every form tells the same, to every reader


@pytest.mark.parametrize("form", FORMS)
def test_every_form_holds_the_same_triples(archive: Archive, form: str) -> None:
    graphs = form not in GRAPHLESS
    expected = by_pyoxigraph(exported(archive, "nq"), "nq", graphs=graphs)

    assert by_pyoxigraph(exported(archive, form), form, graphs=graphs) == expected


@pytest.mark.parametrize("form", FORMS)
def test_rdflib_and_pyoxigraph_read_the_same(archive: Archive, form: str) -> None:
    content = exported(archive, form)
    graphs = form not in GRAPHLESS

    assert by_rdflib(content, form, graphs=graphs) == by_pyoxigraph(content, form, graphs=graphs)


def test_there_is_a_graph_an_article_and_one_of_actors(archive: Archive) -> None:
    graphs = {str(quad.graph_name) for quad in ox.parse(exported(archive, "nq"), ox.RdfFormat.N_QUADS)}

    assert len(graphs) == len(list(archive.articles())) + 1


def test_no_node_is_blank(archive: Archive) -> None:
    assert not any(isinstance(term, ox.BlankNode) for q in ox.parse(exported(archive, "nq"), FORMS["nq"]) for term in q)


# How it behaves


def test_memory_does_not_grow_with_the_archive(filled: Callable[[int], Archive]) -> None:
    def peak(archive: Archive) -> int:
        tracemalloc.start()
        with Path(os.devnull).open("wb") as sink:
            export(archive, sink, "nq")
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top

    few, many = filled(100), filled(1000)
    peak(few)  # what is read once

    assert peak(many) < 3 * peak(few)


def test_an_archive_without_articles_is_an_empty_export(filled: Callable[[int], Archive]) -> None:
    assert exported(filled(0), "nq") == b""
    assert by_rdflib(exported(filled(0), "jsonld"), "jsonld", graphs=True) == set()


def test_an_unknown_form_is_refused(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(RavabetError, match="«rdfxml»: is no form of RDF that I know; it is one of nq, trig"):
        export(archive, tmp_path / "export.rdf", "rdfxml")
