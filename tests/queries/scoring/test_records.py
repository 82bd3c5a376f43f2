"""Records read with care: what is not as the guide has it is told by file and line, with its cure."""

from collections.abc import Callable
from typing import Any

import pytest

from graph.errors import SourceError
from queries.scoring.records import labelled, predictions

type Written = Callable[[list[dict[str, Any]]], list[bytes]]


def test_records_come_by_id_with_their_places(gold: list[dict[str, Any]], written: Written) -> None:
    first, second = written(gold)

    found = labelled([b"\xef\xbb\xbf" + first, b"\n", second], "gold.jsonl")

    assert {id: place for id, (_, place) in found.items()} == {"گفتگو": "gold.jsonl:1", "مرز": "gold.jsonl:3"}


def test_what_the_guide_does_not_know_is_passed_over(gold: list[dict[str, Any]], written: Written) -> None:
    gold[1]["annotator"] = "الف"

    assert len(labelled(written(gold), "gold.jsonl")) == 2


def test_predictions_for_other_articles_may_stand_beside(gold: list[dict[str, Any]], written: Written) -> None:
    lines = written([{"id": "دیگر"}, {"id": "مرز"}])

    assert list(predictions(lines, "p.jsonl", labelled(written(gold), "gold.jsonl"))) == ["دیگر", "مرز"]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda record: record.pop("text"), "missing required field `text`"),
        (lambda record: record.pop("relations"), "missing required field `relations`"),
        (lambda record: record["statements"][0].update(content=[[3]]), "Expected `array` of length 2"),
        (lambda record: record["statements"][0].update(content=[]), "statement 1 has no content"),
        (lambda record: record["statements"][1].update(cue=[9, 999]), "the cue of statement 2 is at [9, 999]"),
        (lambda record: record["statements"][0].update(content=[[5, 5]]), "the content of statement 1 is at [5, 5]"),
        (lambda record: record["relations"][1].update(evidence=[-1, 5]), "the evidence of relation 2 is at [-1, 5]"),
        (lambda record: record["relations"][0].update(type="HUG"), "«HUG», which PLOVER does not have; it is one of"),
        (lambda record: record["statements"][0].update(type="oral"), "Invalid enum value 'oral'"),
    ],
)
def test_a_record_that_cannot_be_scored_is_told(
    change: Callable[[dict[str, Any]], object], problem: str, gold: list[dict[str, Any]], written: Written
) -> None:
    change(gold[0])

    with pytest.raises(SourceError) as told:
        labelled(written(gold), "gold.jsonl")

    assert told.value.place == "gold.jsonl:1"
    assert problem in str(told.value)
    assert told.value.cure


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([], "gold.jsonl: it holds no labelled article"),
        ([b"{broken\n"], "gold.jsonl:1: the line is not JSON"),
        ([b"\n", b'{"id": "\xff"}\n'], "gold.jsonl:2: the line is not UTF-8"),
        ([b"[1]\n"], "gold.jsonl:1: the line is no record of the guide's form"),
    ],
)
def test_a_line_that_is_no_record_is_told(lines: list[bytes], told: str) -> None:
    with pytest.raises(SourceError, match=told.replace("[", r"\[")):
        labelled(lines, "gold.jsonl")


def test_an_id_that_comes_twice_is_told(gold: list[dict[str, Any]], written: Written) -> None:
    with pytest.raises(SourceError, match=r"gold.jsonl:3: gold.jsonl:1 has the same id, «گفتگو»"):
        labelled(written([*gold, gold[0]]), "gold.jsonl")


def test_predictions_of_other_articles_only_are_told(gold: list[dict[str, Any]], written: Written) -> None:
    with pytest.raises(SourceError, match=r"p.jsonl:1: no id here .* «دیگر», the first labelled one «گفتگو»"):
        predictions(written([{"id": "دیگر"}]), "p.jsonl", labelled(written(gold), "gold.jsonl"))


def test_a_predicted_span_outside_the_labelled_text_is_told(
    gold: list[dict[str, Any]], predicted: list[dict[str, Any]], written: Written
) -> None:
    predicted[0]["statements"][0]["content"] = [[0, 1000]]

    with pytest.raises(SourceError, match=r"p.jsonl:1: the content of statement 1 is at \[0, 1000\]"):
        predictions(written(predicted), "p.jsonl", labelled(written(gold), "gold.jsonl"))
