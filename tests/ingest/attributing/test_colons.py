import pytest

from ingest.attributing import colons


@pytest.mark.parametrize(
    "who", ["سخنگوی وزارت خارجه", "معاون اول رئیس‌جمهور", "چین", "پوتین و اردوغان", "بلینکن", "کاخ سفید", "رویترز"]
)
def test_offices_names_states_and_media_speak(who: str) -> None:
    assert colons.speaks(who)


@pytest.mark.parametrize(
    "who",
    [
        "کارگردان", "قیمت", "گروه سیاسی", "ایسنا", "تبریز - خبرنگار همشهری", "ساعت 14 تا 15", "بهترین فیلم",
        "نویسندگان این کتاب عبارتند از", "منبع", "برای مثال", "نام (فارسی", "مقام دوم", "آتن - خبرنگار اعزامی روزنامه",
    ],
)  # fmt: skip
def test_labels_datelines_and_clauses_do_not(who: str) -> None:
    assert not colons.speaks(who)


def test_a_headline_may_name_its_speaker_by_a_surname_that_is_a_word() -> None:
    assert colons.speaks("ظریف", is_headline=True)
    assert not colons.speaks("کارگردان", is_headline=True)
