"""The figures by group."""

from queries.scoring.breakdowns import BREAKDOWNS, lines
from queries.scoring.figures import Share, Tally
from queries.scoring.verdicts import Comparison


def told(comparison: Comparison, by: str, measure: str) -> list[tuple[str, Tally | Share]]:
    return [(line.value, line.figure) for line in lines(comparison, [by]) if (line.by, line.measure) == (by, measure)]


def test_the_whole_comes_first_and_then_every_breakdown(comparison: Comparison) -> None:
    assert list(dict.fromkeys(line.by for line in lines(comparison))) == ["all", *BREAKDOWNS]


def test_kinds_of_speaker_are_counted_on_either_side(comparison: Comparison) -> None:
    assert told(comparison, "speaker_kind", "span") == [
        ("person", Tally(gold=2, found=2, predicted=1, right=1)),
        ("unnamed", Tally(gold=1, found=0, predicted=1, right=1)),
        ("organization", Tally(gold=0, found=0, predicted=1, right=0)),
    ]


def test_cues_tell_how_much_is_found(comparison: Comparison) -> None:
    assert told(comparison, "cue", "span_recall") == [
        ("افزود", Share(1, 1)),
        ("هشدار داد", Share(0, 1)),
        ("گفت", Share(1, 1)),
    ]
    assert told(comparison, "cue", "attribution_recall")[0] == ("افزود", Share(0, 1))


def test_rules_tell_how_much_is_right_the_busiest_first(comparison: Comparison) -> None:
    assert told(comparison, "rule", "span_precision") == [("afzud/that", Share(1, 2)), ("goft/colon", Share(1, 1))]
    assert told(comparison, "rule", "attribution_precision") == [
        ("afzud/that", Share(0, 2)),
        ("goft/colon", Share(1, 1)),
    ]
    assert told(comparison, "relation_rule", "relation_precision") == [
        ("accuse/az", Share(0, 2)),
        ("consult/ba", Share(1, 1)),
    ]


def test_an_outlet_is_scored_as_if_it_were_alone(comparison: Comparison) -> None:
    assert told(comparison, "outlet", "span") == [("نمونه", Tally(2, 2, 3, 2)), ("—", Tally(1, 0, 0, 0))]
    assert told(comparison, "outlet", "relation_quad") == [("نمونه", Tally(2, 2, 3, 2)), ("—", Tally(0, 0, 0, 0))]


def test_relations_are_broken_down_by_type_and_by_quad_class(comparison: Comparison) -> None:
    assert told(comparison, "relation_type", "relation_type") == [
        ("ACCUSE", Tally(1, 0, 1, 0)),
        ("CONSULT", Tally(1, 1, 1, 1)),
        ("REJECT", Tally(0, 0, 1, 0)),
    ]
    assert told(comparison, "quad", "relation_quad") == [("1", Tally(1, 1, 1, 1)), ("3", Tally(1, 1, 2, 1))]


def test_groups_of_a_breakdown_add_up_to_the_whole(comparison: Comparison) -> None:
    for by in ("speaker_kind", "quote_type", "cue_kind", "outlet"):
        tallies = [figure for _, figure in told(comparison, by, "span") if isinstance(figure, Tally)]
        sums = [sum(counts) for counts in zip(*((t.gold, t.found, t.predicted, t.right) for t in tallies), strict=True)]

        assert sums == [3, 2, 3, 2], by
