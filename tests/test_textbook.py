"""The lessons of relations are what the trainer takes them for: known types and actors, evidence in the text."""

import json
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from graph import actors
from graph.lexicon import entries
from graph.plover import MUTUAL, event_types

TEXTBOOK = Path(__file__).parents[1] / "scripts" / "textbook"


class Row(NamedTuple):
    text: str
    relations: str


def sentences() -> list[tuple[str, list[tuple[str, ...]]]]:
    rows = [row for _, row in entries(TEXTBOOK / "relations.tsv", Row)]
    return [(row.text, [tuple(told.split()) for told in row.relations.split(";") if told != "-"]) for row in rows]


def articles() -> list[tuple[str, list[dict[str, object]]]]:
    lines = (TEXTBOOK / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return [(told["text"], told["relations"]) for told in map(json.loads, lines)]


def told() -> list[tuple[str, ...]]:
    written = [(str(one["type"]), str(one["source"]), str(one["target"])) for _, some in articles() for one in some]
    return [*(one for _, some in sentences() for one in some), *written]


def test_every_relation_is_of_a_known_type_between_two_known_actors() -> None:
    known = {*actors.actors(), "AL"}

    wrong = [one for one in told() if len(one) != 3 or one[0] not in event_types() or not known.issuperset(one[1:])]
    assert not wrong
    assert not [one for one in told() if one[1] == one[2]]


def test_a_mutual_act_is_written_in_one_direction() -> None:
    for text, some in sentences():
        pairs = [(kind, *sorted((a, b))) for kind, a, b in some if kind in MUTUAL]
        assert len(pairs) == len(set(pairs)), text


def test_evidence_lies_in_its_article() -> None:
    for text, some in articles():
        for one in some:
            assert one["evidence"], text
            assert all(0 <= start < end <= len(text) for start, end in one["evidence"]), text  # type: ignore[attr-defined]


def test_every_type_is_taught_and_some_lessons_tell_nothing() -> None:
    taught = Counter(kind for kind, _, _ in told())

    assert set(taught) == set(event_types())
    assert min(taught.values()) >= 100
    assert sum(not some for _, some in sentences()) >= 500
