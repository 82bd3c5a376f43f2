"""Where the words stand that a cue reports, frame by frame."""

import pytest

from graph.facts import Article
from ingest.attributing.drafts import Draft
from ingest.attributing.passages import page
from ingest.reading import read


def drafts(text: str) -> list[tuple[Draft, list[str]]]:
    laid = page(read(Article("test", f"تیتر نخست\n{text}")))
    found = [draft for passage in laid.passages for draft in passage.drafts]
    return [(draft, [laid.folded[start:end] for start, end in draft.content]) for draft in found]


@pytest.mark.parametrize(
    ("text", "frame", "content"),
    [
        ("سخنگو گفت: مذاکرات ادامه دارد.", "verb/colon", ["مذاکرات ادامه دارد"]),
        ("سخنگو گفت که مذاکرات ادامه دارد.", "verb/that", ["مذاکرات ادامه دارد"]),
        ("سخنگو گفت «مذاکرات ادامه دارد».", "verb/quote", ["مذاکرات ادامه دارد"]),
        ("سخنگو گفت، مذاکرات ادامه دارد.", "verb/comma", ["مذاکرات ادامه دارد"]),
        ("سخنگو گفت مذاکرات ادامه دارد.", "verb/bare", ["مذاکرات ادامه دارد"]),
        ("وی بر لزوم پایان جنگ تاکید کرد.", "on/before", ["لزوم پایان جنگ"]),
        ("وی از سفر وزیر به مسکو خبر داد.", "of/before", ["سفر وزیر به مسکو"]),
        ("وی خبر دیدار دو وزیر را رد کرد.", "object/before", ["خبر دیدار دو وزیر"]),
        ("وی این تحریم‌ها را غیرقانونی دانست.", "predicate/before", ["این تحریم‌ها را غیرقانونی"]),
        ("وی از عمان به عنوان میانجی یاد کرد.", "as/before", ["عمان به عنوان میانجی"]),
        ("دو کشور خواستار پایان محاصره شدند.", "between/between", ["پایان محاصره"]),
        ("رئیس‌جمهور دستور بستن مرز را داد.", "between/between", ["بستن مرز"]),
        ("به گفته سخنگوی ارتش، پل ویران شد.", "according/comma", ["پل ویران شد"]),
        ("اظهارات وی مبنی بر خروج از توافق نادرست است", "nominal/based", ["خروج از توافق نادرست است"]),
        ("وی با بیان اینکه راه باز است، گفت: ما آماده‌ایم.", "verb+aside/colon", ["راه باز است", "ما آماده‌ایم"]),
        ("سفیر به اطلاع دولت رساند که زندانیان آزاد شدند.", "verb/that", ["زندانیان آزاد شدند"]),
    ],
)
def test_the_content_is_cut_without_cue_and_marks(text: str, frame: str, content: list[str]) -> None:
    found = drafts(text)

    assert (frame, content) in [(draft.way, told) for draft, told in found]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("سخنگوی وزارت خارجه این حملات را نقض آتش‌بس دانست.", "این حملات را نقض آتش‌بس"),
        ("رئیس‌جمهور ترکیه ورود نیروهای تازه به این شهر را خطرناک خواند.", "ورود نیروهای تازه به این شهر را خطرناک"),
        ("وی حمله ترکیه به این شهر را خطرناک خواند.", "حمله ترکیه به این شهر را خطرناک"),
        ("به گزارش ایسنا وی این سفر را سازنده دانست.", "این سفر را سازنده"),
        ("به گزارش ایسنا طرفین گفتگوی دو کشور را سازنده دانستند.", "گفتگوی دو کشور را سازنده"),
        ("آنها گفتگوی دو کشور را سازنده دانستند.", "گفتگوی دو کشور را سازنده"),
        ("وی علت آن را کمبود بودجه دانست.", "علت آن را کمبود بودجه"),
        ("وی رسیدگی به این اتهام را ضروری دانست.", "رسیدگی به این اتهام را ضروری"),
    ],
)
def test_what_is_taken_up_or_done_begins_an_object_unless_it_belongs_to_a_noun(text: str, content: str) -> None:
    assert [told for _, told in drafts(text)] == [[content]]


def test_a_verb_that_governs_a_noun_phrase_after_another_clause_starts_behind_it() -> None:
    found = drafts("روسیه از توافق خارج شد و آن را بی‌اعتبار دانست.")

    assert [told for _, told in found] == [["آن را بی‌اعتبار"]]


def test_a_shared_light_verb_serves_both_nouns() -> None:
    found = drafts("وی بر حمایت کشورش از توافق تاکید و ابراز امیدواری کرد که صلح برقرار شود.")

    assert [(draft.way, told) for draft, told in found] == [
        ("on/shared", ["حمایت کشورش از توافق"]),
        ("verb/that", ["صلح برقرار شود"]),
    ]


def test_what_can_or_should_be_said_is_said_by_nobody() -> None:
    assert drafts("می‌توان گفت که زمان گذشته است. باید گفت: چنین نیست.") == []
    assert drafts("این شهر را می‌توان از زیباترین شهرهای کشور دانست.") == []


def test_a_noun_that_looks_like_a_modal_does_not_silence_a_verb() -> None:
    found = drafts("وزیر با ستایش از توان ملی گفت که راه باز است.")

    assert [told for _, told in found] == [["راه باز است"]]


def test_a_verb_behind_a_comma_is_outside_the_aside_before_it() -> None:
    found = drafts("وی با بیان اینکه حادثه پیشتر رخ داده، تصریح کرد: جاده امن است.")

    assert [told for _, told in found] == [["حادثه پیشتر رخ داده", "جاده امن است"]]


def test_a_document_speaks_but_a_visitor_who_came_does_not() -> None:
    assert drafts("او که برای دیدن موزه آمده بود، به خانه بازگشت.") == []
    assert drafts("در این نامه آمده است: راه گفتگو باز است.")


def test_the_last_cue_of_a_sentence_is_outside_the_aside_before_it() -> None:
    found = drafts("وی با اشاره به اینکه مردم دو کشور خویشاوندند اظهار داشت که مرز باز است.")

    assert [told for _, told in found] == [["مردم دو کشور خویشاوندند", "مرز باز است"]]


def test_the_future_is_no_wish() -> None:
    assert drafts("این کشور هرگز تسلیم نخواهد شد.") == []
    assert [draft.form.cue.id for draft, _ in drafts("مبادا نخواهد که ما بیاییم.")] == ["khast"]


def test_a_participle_in_the_middle_does_not_close_a_demand() -> None:
    found = drafts("دو کشور خواستار آزادی ملوانان بازداشت شده ایرانی شدند.")

    assert [told for _, told in found] == [["آزادی ملوانان بازداشت شده ایرانی"]]


def test_the_first_person_says_nothing_beside_the_words_it_stands_in() -> None:
    assert drafts("ما بر صلح تاکید می‌کنیم و امیدواریم که راه باز شود. ما خواستار پایان جنگ هستیم.") == []
    assert [draft.form.cue.id for draft, _ in drafts("من به او گفتم که راه باز است.")] == ["goft"]


def test_the_synopsis_of_a_film_says_nothing() -> None:
    assert drafts("در خلاصه داستان این فیلم آمده است: مردی به شهر می‌رود.") == []
    assert [told for _, told in drafts("در این بیانیه آمده است: راه باز است.")] == [["راه باز است"]]


def test_a_dialogue_with_a_mark_in_it_is_no_saying() -> None:
    assert drafts("این طرح پیش از گفت: وگوهای دو کشور آغاز شده است.") == []
