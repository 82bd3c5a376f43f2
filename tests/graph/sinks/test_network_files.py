import io
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest

from graph.archive import Archive
from graph.errors import RavabetError
from graph.facts import Article, Evidence, Facts, Speaker, Statement
from graph.sinks.network import network
from graph.sinks.network_files import FORMS, export

GEXF = "{http://www.gexf.net/1.2draft}"
READERS = {"gexf": nx.read_gexf, "graphml": nx.read_graphml}


def exported(archive: Archive, form: str, *, statements: bool = False) -> bytes:
    stream = io.BytesIO()
    export(archive, stream, form, statements=statements)
    return stream.getvalue()


@pytest.mark.parametrize("form", FORMS)
def test_two_exports_are_the_same_bytes(archive: Archive, form: str) -> None:
    assert exported(archive, form, statements=True) == exported(archive, form, statements=True)


@pytest.mark.parametrize("form", FORMS)
def test_networkx_reads_the_same_network_back(archive: Archive, form: str) -> None:
    again = READERS[form](io.BytesIO(exported(archive, form)))

    graph = network(archive)
    assert {node: told["label"] for node, told in again.nodes(data=True)} == dict(graph.nodes(data="label_fa"))
    assert sorted(
        (s, t, told["event"], told["weight"], told["sign"]) for s, t, told in again.edges(data=True)
    ) == sorted((s, t, event, told["weight"], told["sign"]) for s, t, event, told in graph.edges(keys=True, data=True))


def test_gexf_says_on_which_days_each_edge_was(filled: Callable[[int], Archive]) -> None:
    root = ElementTree.fromstring(exported(filled(7), "gexf"))

    graph = root.find(f"{GEXF}graph")
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    edge = next(edge for edge in graph.iter(f"{GEXF}edge") if edge.get("id") == "IR-CONSULT-RU")
    spells = [(spell.get("start"), spell.get("end")) for spell in edge.iter(f"{GEXF}spell")]
    assert spells == [("2020-01-01", "2020-01-01"), ("2020-01-06", "2020-01-06")]
    assert edge.get("weight") == "2"


@pytest.mark.parametrize("form", FORMS)
def test_no_day_of_writing_is_in_it(archive: Archive, form: str) -> None:
    assert b"lastmodifieddate" not in exported(archive, form)


@pytest.mark.parametrize("form", FORMS)
def test_ids_are_not_given_twice(archive: Archive, form: str) -> None:
    root = ElementTree.fromstring(exported(archive, form, statements=True))

    for kind in ("node", "edge", "key"):
        ids = [element.get("id") for element in root.iter() if element.tag.endswith(f"}}{kind}")]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("form", FORMS)
def test_a_name_that_xml_cannot_hold_is_told_all_the_same(form: str, tmp_path: Path) -> None:
    name = "=الف\x01<b>&\"'\ufffe😀"
    text = f"{name} گفت ایران"
    speaker = Speaker("person", (name,))
    whole = Evidence("odd", 0, len(text), text, "test")
    said = Statement("odd", speaker, None, None, "گفت", "say", ((0, len(text)),), "direct", ("IR",), whole)
    with Archive.open(tmp_path / "odd.db", create=True) as archive:
        archive.put(Article("odd", text), Facts("odd", (said,)), extractor="test")

        again = READERS[form](io.BytesIO(exported(archive, form, statements=True)))

    assert again.nodes[speaker.actor.id]["label"] == "=الف\ufffd<b>&\"'\ufffd😀"


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_network_is_a_file_too(filled: Callable[[int], Archive], form: str) -> None:
    assert len(READERS[form](io.BytesIO(exported(filled(0), form)))) == 0


def test_an_unknown_form_is_refused(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(RavabetError, match="«dot»: is no form of a network that I know; it is one of gexf, graphml"):
        export(archive, tmp_path / "network.dot", "dot")
