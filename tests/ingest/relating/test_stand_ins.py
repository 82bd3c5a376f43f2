"""People, cities and organs stand for the state that they belong to."""

import pytest

from graph.actors import HOME, actors
from graph.facts import Article
from ingest import states
from ingest.dates import published
from ingest.reading import read
from ingest.relating import parties, stand_ins
from ingest.relating.stand_ins import StandIn


def _codes(text: str, date: str = "") -> set[str]:
    reading = read(Article("a", text, published=published(date)))
    return {code for _, _, code, _ in parties.company(reading, states.find(reading), []).places}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("بمب‌افکن‌ها فردو و نطنز را هدف گرفتند.", {"IR"}),
        ("نفتکش در بندرعباس پهلو گرفت.", {"IR"}),
        ("کاگامه به لوزان رفت.", {"RW"}),
        ("رهبر انقلاب پیام داد.", {"IR"}),
        ("وزیران خارجه عرب گرد هم آمدند.", {"LAS"}),
        ("دستگاه دیپلماسی نامه نوشت.", {"IR"}),
        ("سخنگوی دولت سخن گفت.", {"IR"}),
    ],
)
def test_what_stands_for_a_state_is_found(text: str, codes: set[str]) -> None:
    assert _codes(text) == codes


@pytest.mark.parametrize(
    "text",
    ["سخنگوی دولت عراق سخن گفت.", "سخنگوی وزارت خارجه این کشور سخن گفت.", "ستاد کل نیروهای مسلح روسیه پیام داد."],
)
def test_an_organ_whose_owner_follows_is_not_the_home_country_s(text: str) -> None:
    assert "IR" not in _codes(text)


def test_a_surname_stands_for_the_state_once_the_whole_name_is_told() -> None:
    assert _codes("حسن رشاد به دوحه رفت. رشاد بازگشت.") == {"EG", "QA"}


def test_a_title_and_a_king_s_number_give_no_surname() -> None:
    assert stand_ins.surname(StandIn("رهبر انقلاب", "IR", "person")) is None
    assert stand_ins.surname(StandIn("عبدالله دوم", "JO", "person")) is None
    assert stand_ins.surname(StandIn("فردو", "IR", "place")) is None
    assert stand_ins.surname(StandIn("حسن رشاد", "EG", "person")) == "رشاد"


def test_who_served_two_is_the_one_s_of_the_day() -> None:
    text = "مارک روته نامه نوشت."

    assert _codes(text, "2015-03-01") == {"NL"}
    assert _codes(text, "2025-03-01") == {"NATO"}
    assert _codes(text) == {"NATO"}


def test_the_lexicon_knows_its_states() -> None:
    assert {told.code for told in stand_ins.stand_ins()} <= {HOME, *actors()}
    assert {told.kind for told in stand_ins.stand_ins()} == {"place", "people", "person"}
