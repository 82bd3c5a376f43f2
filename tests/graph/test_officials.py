import re
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest

from graph.actors import actors
from graph.letters import skeleton_text
from graph.officials import LISTED, holders, known_as, offices_of, people, person_of, tenures

WHEN = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?|")
ONE_HOLDER = frozenset(
    {"رئیس‌جمهور", "نخست‌وزیر", "وزیر امور خارجه", "وزیر دفاع", "دبیرکل", "مدیرکل", "پادشاه", "صدراعظم", "امیر"}
)


def test_every_tenure_is_dated_in_order_or_not_at_all() -> None:
    wrong = [t for t in tenures() if not (WHEN.fullmatch(t.since) and WHEN.fullmatch(t.until))]
    backwards = [t for t in tenures() if t.since and t.until and t.until < t.since[: len(t.until)]]

    assert wrong == []
    assert backwards == []


def test_no_tenure_is_there_twice_and_every_person_holds_one() -> None:
    held = Counter((t.person, t.office, t.country, t.since) for t in tenures())

    assert [tenure for tenure, n in held.items() if n > 1] == []
    assert {t.person for t in tenures()} == set(people())


def test_every_tenure_names_a_source() -> None:
    assert {t.source.partition(": ")[0] for t in tenures()} == {"public record"}
    assert all(len(t.source) > len("public record: ") for t in tenures())


def test_no_spelling_names_two_persons() -> None:
    spellings = Counter(
        skeleton_text(name) for person in people().values() for name in (person.name, *person.spellings)
    )
    english = Counter(person.english for person in people().values())

    assert [spelling for spelling, n in spellings.items() if n > 1] == []
    assert [name for name, n in english.items() if n > 1] == []


def test_an_office_of_one_is_held_by_one_at_a_time() -> None:
    offices = {(t.office, t.country) for t in tenures() if t.office in ONE_HOLDER}

    for office, country in offices:
        dated = [t for t in holders(office, country) if t.since]
        assert [(one, other) for one, other in pairwise(dated) if not one.until or one.until > other.since] == []


def test_the_list_reaches_over_the_states_and_bodies_of_the_news() -> None:
    covered = {t.country for t in tenures()}

    assert len(tenures()) >= 400
    assert len(covered) >= 90
    assert {"IR", "US", "GB", "FR", "DE", "RU", "CN", "IL", "SA", "TR", "UN", "EU", "IAEA", "NATO", "LAS"} <= covered
    assert covered <= set(actors())


@pytest.mark.parametrize(
    ("name", "on", "office", "country"),
    [
        ("سرگئی لاوروف", date(2015, 7, 14), "وزیر امور خارجه", "RU"),
        ("سرگي لاوروف", date(2015, 7, 14), "وزیر امور خارجه", "RU"),
        ("John Kerry", date(2015, 7, 14), "وزیر امور خارجه", "US"),
        ("ولادیمیر پوتین", date(2010, 1, 1), "نخست‌وزیر", "RU"),
        ("محمد البرادعي", date(2006, 1, 1), "مدیرکل", "IAEA"),
        ("خاوير سولانا", date(2006, 1, 1), "مسئول سیاست خارجی اتحادیه اروپا", "EU"),
        ("بان کی‌مون", date(2005, 1, 1), "وزیر امور خارجه", "KR"),
        ("بان کی‌مون", date(2010, 1, 1), "دبیرکل", "UN"),
        ("علی‌اکبر صالحی", date(2012, 1, 1), "وزیر امور خارجه", "IR"),
    ],
)
def test_an_office_is_found_by_name_and_day(name: str, on: date, office: str, country: str) -> None:
    assert [(t.office, t.country) for t in offices_of(name, on)] == [(office, country)]


def test_holders_come_in_order_of_time() -> None:
    assert [t.person for t in holders("وزير امور خارجه", "IR")] == [
        "کمال خرازی",
        "منوچهر متکی",
        "علی‌اکبر صالحی",
        "محمدجواد ظریف",
        "حسین امیرعبداللهیان",
        "عباس عراقچی",
    ]
    assert [t.person for t in holders("دبیرکل", "UN", date(2007, 5, 1))] == ["بان کی‌مون"]


def test_an_unlisted_person_holds_nothing() -> None:
    assert person_of("هیچ‌کس نامی") is None
    assert offices_of("هیچ‌کس نامی") == ()


@pytest.mark.parametrize(
    ("role", "country", "when", "name"),
    [
        ("وزیر خارجه روسیه", "RU", date(2015, 7, 14), "سرگئی لاوروف"),
        ("وزير امور خارجه", "RU", date(2015, 7, 14), "سرگئی لاوروف"),
        ("وزیر خارجهٔ روسیه", "RU", date(2015, 7, 14), "سرگئی لاوروف"),
        ("وزیرخارجه", "IR", date(2012, 1, 1), "علی‌اکبر صالحی"),
        ("وزیر امور خارجه جمهوری اسلامی ایران", "IR", date(2012, 1, 1), "علی‌اکبر صالحی"),
        ("وزیر خارجه کشورمان", "IR", date(2012, 1, 1), "علی‌اکبر صالحی"),
        ("رئیس جمهوری روسیه", "RU", date(2015, 7, 14), "ولادیمیر پوتین"),
        ("رئیس‌جمهور آمریکا", "US", date(2015, 7, 14), "باراک اوباما"),
        ("دبیرکل سازمان ملل متحد", "UN", date(2007, 5, 1), "بان کی‌مون"),
        ("وزیر خارجه سابق روسیه", "RU", date(2015, 7, 14), None),
        ("یک معاون وزیر خارجه", "US", date(2015, 7, 14), None),
        ("وزیران خارجه", "RU", date(2015, 7, 14), None),
        ("وزیر", "RU", date(2015, 7, 14), None),
        ("وزیر خارجه", "RU", date(1950, 1, 1), None),
    ],
)
def test_the_holder_of_a_printed_office_is_known_by_day(role: str, country: str, when: date, name: str | None) -> None:
    assert known_as(role, country, when) == name


def test_a_month_of_change_knows_no_holder() -> None:
    ministers = holders("وزیر امور خارجه", "US")
    changes = [other.since for one, other in pairwise(ministers) if len(other.since) == 7 and one.until == other.since]

    assert changes
    for month in changes:
        assert known_as("وزیر امور خارجه", "US", date.fromisoformat(f"{month}-10")) is None


def test_the_own_name_of_a_state_is_left_out_and_another_s_is_not() -> None:
    envoys = [t for t in tenures() if t.office == "سفیر ایران در عراق" and t.since and t.until]

    assert envoys
    for tenure in envoys:
        middle = date(int(tenure.since[:4]) + 1, 1, 1)
        assert known_as("سفیر ایران", tenure.country, middle) is None


def test_nobody_is_known_on_a_day_that_the_list_is_too_old_for() -> None:
    day = date(2025, 6, 1)

    assert known_as("رئیس‌جمهور", "RU", day) == "ولادیمیر پوتین"
    assert known_as("رئیس‌جمهور", "RU", LISTED + timedelta(days=1)) is None
