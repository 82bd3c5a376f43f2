"""Finding lexicon forms in a text, whatever their spelling."""

import pytest

from ingest.gazetteer import Gazetteer, Pair
from ingest.skeleton import skeleton

NAMES = ("ایران", "رئیس‌جمهور", "وزیر خارجه", "وزیر خارجه ایران", "آندورا")


def found(text: str, *, tight: bool = False) -> list[str]:
    """The printed words of the hits."""
    hits = Gazetteer(NAMES, str, tight=tight).find(text, skeleton(text))
    return [text[hit.start : hit.end] for hit in hits]


@pytest.mark.parametrize("printed", ["رئیس‌جمهور", "رئیسجمهور", "رئيس جمهور", "رئیس\xa0جمهور", "رئیـس‌جمهور"])
def test_every_spelling_is_found_where_it_is_printed(printed: str) -> None:
    assert found(f"دیروز {printed} گفت") == [printed]


def test_the_longest_name_wins_and_hides_those_inside_it() -> None:
    assert found("وزیر خارجه ایران") == ["وزیر خارجه ایران"]


def test_a_name_inside_a_longer_word_is_none() -> None:
    assert found("ایرانشهر و تیرایران") == []


def test_a_number_that_is_stuck_to_a_name_is_no_part_of_its_word() -> None:
    assert found("در سال ۲۰۱۵ایران") == ["ایران"]


def test_a_joiner_parts_a_name_from_its_ending() -> None:
    assert found("ایران‌ها") == ["ایران"]


def test_a_name_does_not_run_over_the_end_of_a_line() -> None:
    assert found("وزیر\nخارجه") == []


def test_a_tight_gazetteer_wants_one_word_printed_as_one() -> None:
    assert found("آن دو را") == ["آن دو را"]
    assert found("آن دو را", tight=True) == []
    assert found("رئیس جمهور", tight=True) == ["رئیس جمهور"]


def test_two_entries_of_one_surface_are_both_found() -> None:
    gazetteer = Gazetteer([("کره", "KR"), ("کره", "KP")], lambda entry: entry[0])

    assert [hit.entry[1] for hit in gazetteer.find("کره", skeleton("کره"))] == ["KR", "KP"]


def test_two_gazetteers_in_one_pass_find_what_each_finds_alone() -> None:
    text = "وزیر خارجه ایران به آن دو را گفت"
    one, other = Gazetteer(NAMES, str, tight=True), Gazetteer(("ایران", "آندورا", "گفت"), str)

    both = Pair(one, other).find(text, skeleton(text))

    assert both == (one.find(text, skeleton(text)), other.find(text, skeleton(text)))
    assert [text[hit.start : hit.end] for hit in both[1]] == ["ایران", "آن دو را", "گفت"]
