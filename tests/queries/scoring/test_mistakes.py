"""What went wrong, as many of each kind as the figures count."""

from queries.scoring.mistakes import KINDS, RelationMistake, StatementMistake, mistakes
from queries.scoring.verdicts import Comparison


def test_every_kind_is_there_with_its_mistakes(comparison: Comparison) -> None:
    counts = {kind: len(found) for kind, found in mistakes(comparison)}

    assert tuple(counts) == KINDS
    assert counts == {
        "missed": 1,
        "spurious": 1,
        "speaker": 1,
        "boundary": 1,
        "country": 1,
        "type": 1,
        "relation_missed": 1,
        "relation_spurious": 2,
    }


def test_what_is_cut_otherwise_tells_how_far_it_is_off(comparison: Comparison) -> None:
    (mistake,) = dict(mistakes(comparison))["boundary"]

    assert isinstance(mistake, StatementMistake)
    assert mistake.overlap is not None
    assert 0.6 < mistake.overlap < 1


def test_a_missed_statement_that_nothing_touches_stands_alone(comparison: Comparison) -> None:
    (mistake,) = dict(mistakes(comparison))["missed"]

    assert isinstance(mistake, StatementMistake)
    assert mistake.predicted is None
    assert mistake.overlap is None


def test_a_missed_relation_stands_beside_what_was_predicted_between_the_two(comparison: Comparison) -> None:
    (mistake,) = dict(mistakes(comparison))["relation_missed"]

    assert isinstance(mistake, RelationMistake)
    assert [told.type for told in mistake.gold] == ["ACCUSE"]
    assert [(told.source, told.type, told.target) for told in mistake.predicted] == [
        ("TR", "REJECT", "SY"),
        ("SY", "ACCUSE", "TR"),
    ]
