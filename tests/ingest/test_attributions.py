"""Whole articles, written for this test in the manner of agencies, newspapers and channels."""

from graph.facts import Article
from ingest import attributions
from ingest.attributions import Attribution
from ingest.reading import read

AGENCY = """سفیر ایران در مسکو: تجارت دو کشور دو برابر می‌شود
سفیر ایران در مسکو از افزایش تجارت دو کشور خبر داد و گفت که راه‌آهن تا پایان سال آماده می‌شود.
به گزارش ایسنا، رضا کاویانی در دیدار با بازرگانان افزود: «ما به این مسیر باور داریم. تحریم‌ها آن را نمی‌بندد.»
وی با بیان اینکه بانک‌ها باید همکاری کنند، تصریح کرد: گره اصلی جابه‌جایی پول است. امیدواریم این گره باز شود.
این دیدار در سفارت ایران برگزار شد.
انتهای پیام
"""
CHANNEL = """🔴
سخنگوی ارتش لبنان:
🔹
مرز جنوبی آرام است و نیروهای ما در آن مستقر شده‌اند.
@kanal
"""


def found(text: str) -> list[Attribution]:
    return attributions.find(read(Article("test", text)))


def told(text: str) -> list[list[str]]:
    return [[text[start:end] for start, end in one.content] for one in found(text)]


def test_an_agency_report_is_read_statement_by_statement() -> None:
    assert told(AGENCY) == [
        ["تجارت دو کشور دو برابر می‌شود"],
        ["افزایش تجارت دو کشور"],
        ["راه‌آهن تا پایان سال آماده می‌شود"],
        ["ما به این مسیر باور داریم. تحریم‌ها آن را نمی‌بندد"],
        ["بانک‌ها باید همکاری کنند", "گره اصلی جابه‌جایی پول است. امیدواریم این گره باز شود"],
    ]


def test_each_attribution_says_how_it_was_read() -> None:
    headline, *_, mixed = found(AGENCY)

    assert (headline.cue, headline.frame, headline.rule) == (None, "colon", "colon/colon/colon")
    assert headline.subject_hint is not None
    assert AGENCY[slice(*headline.subject_hint)] == "سفیر ایران در مسکو"
    assert (mixed.quote_type, mixed.cue_kind, mixed.frame) == ("mixed", "stress", "verb")
    assert mixed.cue is not None
    assert AGENCY[slice(*mixed.cue)] == "تصریح کرد"


def test_a_colon_alone_on_its_line_opens_the_next() -> None:
    assert told(CHANNEL) == [["مرز جنوبی آرام است و نیروهای ما در آن مستقر شده‌اند"]]


def test_a_page_without_cues_says_nothing() -> None:
    assert told("تیم ملی دیروز سه گل زد.\nهوا سرد بود و باران می‌بارید.") == []


def test_spelling_does_not_change_what_is_read() -> None:
    arabic = AGENCY.replace("ی", "ي").replace("ک", "ك").replace("\u200c", " ")

    assert [one.content for one in found(arabic)] == [one.content for one in found(AGENCY)]


def test_reading_twice_gives_the_same() -> None:
    assert found(AGENCY) == found(AGENCY)


def test_words_quoted_inside_an_indirect_statement_make_it_mixed() -> None:
    kinds = [one.quote_type for one in found("گزارش روز\nسفیر گفت که این طرح «گامی بزرگ برای صلح» است.")]

    assert kinds == ["mixed"]


def test_a_that_clause_is_indirect_and_a_colon_direct() -> None:
    text = "گزارش روز\nسفیر گفت که این طرح تازه است.\nوی افزود: راه باز است."

    assert [one.quote_type for one in found(text)] == ["indirect", "direct"]


def test_a_paper_that_carries_an_official_s_words_says_none_of_its_own() -> None:
    text = "گزارش روز\nبه نوشته روزنامه صبح، سخنگوی دولت گفت که راه باز است.\nبه نوشته روزنامه صبح، راه باز است."

    assert [text[slice(*one.content[0])] for one in found(text)] == ["راه باز است", "راه باز است"]


def test_an_agency_that_only_reports_whose_words_they_are_says_none_of_its_own() -> None:
    carried = "خبرگزاری تاس گزارش داد که سخنگوی کاخ کرملین روز دوشنبه گفت که این دیدار پایان ماه برگزار می‌شود."
    own = "خبرگزاری تاس گزارش داد که این دیدار پایان ماه برگزار می‌شود."

    assert told(carried) == told(own) == [["این دیدار پایان ماه برگزار می‌شود"]]


def test_out_of_whose_mouth_an_agency_reports_is_no_content() -> None:
    text = "خبرگزاری رویترز از قول این وزیر گزارش داد، راه‌آهن دو کشور تا پایان سال آماده می‌شود."

    assert told(text) == [["راه‌آهن دو کشور تا پایان سال آماده می‌شود"]]


def test_a_list_that_a_colon_announced_belongs_to_the_words() -> None:
    text = "گزارش روز\nسفیر گفت که مفاد توافق به این ترتیب است:\n۱. جنگ پایان می‌یابد.\n۲. مرز باز می‌شود."

    assert [text[slice(*one.content[0])] for one in found(text)] == [text[text.index("مفاد") : -1]]


def test_every_bullet_of_a_list_that_a_colon_announced_belongs_to_the_words() -> None:
    text = "سفیر ایران اعلام کرد:\n🔹\nمرز باز می‌شود.\n🔹\nقطارها راه می‌افتند.\n🔹\nروادید رایگان می‌شود.\n@kanal"

    assert told(text) == [[text[text.index("مرز") : text.index(".\n@")]]]


def test_a_text_that_is_printed_whole_belongs_to_the_words() -> None:
    printed = "دو کشور مرزهای خود را باز می‌کنند.\nکارشناسان ماه آینده در تهران گرد هم می‌آیند.\nاین سند دو نسخه دارد"

    assert told(f"گزارش روز\nمتن بیانیه مشترک دو وزیر به شرح زیر است:\n{printed}.\nانتهای پیام") == [[printed]]


def test_words_before_a_verb_of_saying_stay_with_it_though_they_hold_another_one() -> None:
    aside = "نمایندگان باید بدانند که قانونی که پارسال تصویب شد کافی است"
    text = f"گزارش روز\nسخنگوی دولت با بیان اینکه {aside}، گفت: بودجه بهار آینده به مجلس می‌رود."

    assert told(text) == [[aside, "بودجه بهار آینده به مجلس می‌رود"]]


def test_headlines_of_other_articles_say_nothing() -> None:
    link = "سفیر ایران: مرز باز می‌شود"
    text = f"گزارش روز\nنشست دو وزیر برگزار شد.\nبیشتر بخوانید:\n{link}\nاین نشست دو روز ادامه دارد."

    assert told(text) == told(text.replace("بیشتر ", "بیشتر")) == []
    assert told(text.replace("بیشتر بخوانید:\n", "")) == [["مرز باز می‌شود"]]


def test_what_the_narrator_takes_up_is_no_content() -> None:
    text = "گزارش روز\nوزیر خارجه گفت که دو کشور به توافق نزدیک شده‌اند؛ توافقی که سه سال درباره آن گفتگو شده است."

    assert told(text) == [["دو کشور به توافق نزدیک شده‌اند"]]


def test_what_is_read_or_considered_before_a_colon_is_not_surely_said() -> None:
    assert told("گزارش روز\nمتن گفتگو را در ادامه می‌خوانید:\nپرسش نخست درباره بودجه است.") == []
