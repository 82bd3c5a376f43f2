"""Which statements are the same, which names, which relations."""

import pytest

from queries.scoring.matching import by_quad, by_type, overlap, pairs, same_speaker
from queries.scoring.records import RelationRecord, SpeakerRecord, StatementRecord


def statement(*content: tuple[int, int]) -> StatementRecord:
    return StatementRecord(SpeakerRecord(), content)


def test_overlap_is_dice_of_the_characters_of_all_spans() -> None:
    assert overlap([(0, 10)], [(0, 10)]) == 1
    assert overlap([(0, 4), (6, 10)], [(2, 8)]) == pytest.approx(2 * 4 / 14)
    assert overlap([], []) == 0


def test_three_fifths_are_enough_and_less_is_not() -> None:
    assert pairs([statement((0, 10))], [statement((4, 14))]) == [(0, 0)]
    assert pairs([statement((0, 10))], [statement((5, 15))]) == []


def test_the_best_overlap_is_taken_first_and_nobody_twice() -> None:
    gold, predicted = [statement((0, 10)), statement((0, 12))], [statement((0, 12)), statement((0, 13))]

    assert pairs(gold, predicted) == [(1, 0), (0, 1)]


def test_of_equal_overlaps_the_earlier_is_taken() -> None:
    assert pairs([statement((0, 5))], [statement((0, 5)), statement((0, 5))]) == [(0, 0)]


@pytest.mark.parametrize("name", ["ناصر پیشرو", "ناصر\u200cپيشرو", "ناصرپیشرو", "«ناصر پیشرو»", "پیشرو"])
def test_a_name_is_the_same_in_every_spelling(name: str) -> None:
    assert same_speaker(SpeakerRecord(names=("ناصر پیشرو", "پیشرو")), SpeakerRecord(name=name))


@pytest.mark.parametrize("name", ["ناصر", "پیشروی", "", "…"])
def test_another_name_is_another_speaker(name: str) -> None:
    assert not same_speaker(SpeakerRecord(names=("ناصر پیشرو", "…")), SpeakerRecord(name=name))


def test_of_several_predicted_names_the_first_counts() -> None:
    gold = SpeakerRecord(names=("پیشرو",))

    assert same_speaker(gold, SpeakerRecord(names=("پیشرو", "ناصر")))
    assert not same_speaker(gold, SpeakerRecord(names=("ناصر", "پیشرو")))


def test_direction_counts_unless_the_act_is_mutual() -> None:
    there, back = RelationRecord("IR", "IQ", "ACCUSE"), RelationRecord("IQ", "IR", "ACCUSE")
    meeting, met = RelationRecord("IR", "IQ", "CONSULT"), RelationRecord("IQ", "IR", "CONSULT")

    assert by_type(there) != by_type(back)
    assert by_type(meeting) == by_type(met)


def test_types_of_one_quad_class_are_the_same_by_quad_only() -> None:
    accuse, reject = RelationRecord("IR", "IQ", "ACCUSE"), RelationRecord("IR", "IQ", "REJECT")

    assert by_quad(accuse) == by_quad(reject)
    assert by_type(accuse) != by_type(reject)
