from collections.abc import Callable
from dataclasses import replace
from typing import get_args

from graph.facts import Article, Facts
from graph.sinks.neo4j.queries import schema
from graph.sinks.neo4j.shape import KEY_LABELS, EdgeType, Key, Label, Shape, mark, shape

type Made = tuple[Article, Facts]


def test_an_article_is_made_of_known_labels_and_types_only(rich: Made) -> None:
    made = shape(*rich)

    assert {node.label for node in made.nodes} == set(get_args(Label.__value__)) == set(KEY_LABELS)
    assert {edge.type for edge in made.edges} == set(get_args(EdgeType.__value__))


def test_every_label_that_holds_ids_has_its_uniqueness_constraint() -> None:
    constrained = {command.split("(n:")[1].split(")")[0] for command in schema() if "IS UNIQUE" in command}

    assert constrained == set(KEY_LABELS.values())


def test_every_edge_ends_at_nodes_of_the_article(rich: Made) -> None:
    made = shape(*rich)

    ends = {end for edge in made.edges for end in (edge.start, edge.end)}
    assert ends <= {node.key for node in made.nodes}


def test_the_same_facts_have_the_same_shape_and_no_node_or_edge_is_there_twice(rich: Made) -> None:
    made = shape(*rich)

    assert made == shape(*rich)
    assert len({node.key for node in made.nodes}) == len(made.nodes)
    assert len(set(made.edges)) == len(made.edges)


def test_no_property_has_a_name_that_cypher_uses_itself(rich: Made) -> None:
    made = shape(*rich)

    assert not {name for node in made.nodes for name in node.properties} & {"type", "title", "start", "end", "id"}


def test_the_mark_changes_with_every_part_of_an_article(rich: Made, plain: Callable[[int], Made]) -> None:
    article, facts = rich
    fewer = replace(facts, relations=facts.relations[:1])
    others = [
        (replace(article, source="elsewhere"), facts),
        (replace(article, title=None), facts),
        (article, fewer),
        plain(1),
    ]

    assert len({mark(*rich), *(mark(*other) for other in others)}) == 5


def test_the_shape_of_an_article_without_facts_is_its_node(bare: Made) -> None:
    made: Shape = shape(*bare)

    assert [node.key for node in made.nodes] == [Key("Article", "bare")]
    assert made.edges == ()
