from collections.abc import Callable
from datetime import date

import pytest

from graph.archive import Archive
from graph.sinks.network import network
from graph.sinks.selection import Selection


def edges(archive: Archive, chosen: Selection | None = None, *, statements: bool = False) -> set[tuple[str, str, str]]:
    return set(network(archive, chosen, statements=statements).edges(keys=True))


def test_countries_and_bodies_are_joined_by_what_they_did(archive: Archive) -> None:
    assert edges(archive) == {
        ("IR", "RU", "CONSULT"),
        ("IR", "AZ", "ACCUSE"),
        ("IR", "AZ", "THREATEN"),
        ("US", "IR", "SANCTION"),
        ("TR", "EU", "AGREE"),
        ("CN", "SA", "AID"),
        ("IR", "IAEA", "COOPERATE"),
    }


def test_an_edge_sums_up_its_relations(filled: Callable[[int], Archive]) -> None:
    told = network(filled(12)).edges["IR", "AZ", "ACCUSE"]

    days = [(day, day) for day in ("2020-01-02", "2020-01-07", "2020-01-12")]
    sums = {"quad": 3, "sign": -1, "weight": 3, "score": -3.0, "first": "2020-01-02", "last": "2020-01-12"}
    assert told == sums | {"days": days}


def test_nodes_are_labelled_in_both_languages(archive: Archive) -> None:
    nodes = network(archive).nodes

    assert nodes["AZ"] == {"kind": "country", "label_fa": "جمهوری آذربایجان", "label_en": "Azerbaijan"}
    assert nodes["IAEA"]["kind"] == "body"


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (Selection(since=date(2023, 4, 11)), {"THREATEN", "COOPERATE"}),
        (Selection(since=date(2020, 1, 2), until=date(2020, 1, 3)), {"ACCUSE", "SANCTION"}),
        (Selection(actors=frozenset({"IAEA", "SA"})), {"AID", "COOPERATE"}),
        (Selection(types=frozenset({"AGREE", "AID"})), {"AGREE", "AID"}),
        (Selection(quads=frozenset({3, 4})), {"ACCUSE", "THREATEN", "SANCTION"}),
        (Selection(outlet="رسانهٔ 1"), {"ACCUSE", "AID", "SANCTION"}),
        (Selection(actors=frozenset({"IR"}), quads=frozenset({4})), {"SANCTION"}),
        (Selection(actors=frozenset({"') OR 1=1 --"})), set()),
    ],
)
def test_a_selection_narrows_it(chosen: Selection, found: set[str], archive: Archive) -> None:
    assert {kind for _, _, kind in edges(archive, chosen)} == found


def test_a_month_is_all_its_days(archive: Archive) -> None:
    chosen = Selection(actors=frozenset({"AM"}))

    said = network(archive, chosen, statements=True).edges(data=True)

    assert ("2023-04-01", "2023-04-30") in [days for *_, told in said for days in told["days"]]


def test_statements_join_speakers_to_what_they_speak_about(archive: Archive) -> None:
    graph = network(archive, Selection(types=frozenset({"SAID"}), since=date(2023, 1, 1)), statements=True)

    speaker = next(node for node, told in graph.nodes(data=True) if told["label_fa"] == "سارا مهرجو")
    assert graph.nodes[speaker]["kind"] == "person"
    assert set(graph[speaker]) == {"IR", "RU", "AZ", "AM", "IAEA"}
    assert graph.edges[speaker, "RU", "SAID"]["sign"] == 0


def test_without_statements_nobody_speaks(archive: Archive) -> None:
    assert {told["kind"] for _, told in network(archive).nodes(data=True)} == {"country", "body"}


def test_a_selection_that_nothing_fits_is_an_empty_network(archive: Archive) -> None:
    assert len(network(archive, Selection(since=date(2050, 1, 1)))) == 0
