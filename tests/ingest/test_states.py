"""Which states an article names, where a spelling is also an ordinary word, in own sentences."""

import pytest

from graph.facts import Article
from ingest import states
from ingest.reading import read

MEANT = [
    ("شیلی و پرو گذرگاه تازه‌ای ساختند.", "PE"),
    ("بریتانیا با مالت و قبرس همکاری می‌کند.", "MT"),
    ("کارگران قزاق و ایرانی در این بندر کار می‌کنند.", "KZ"),
    ("سربازان ترک در سومالی آموزش می‌دهند.", "TR"),
    ("وزیر خارجه هند با همتای ترک خود گفت‌وگو کرد.", "TR"),
    ("آستانه پیشنهاد روسیه را نپذیرفت.", "KZ"),
    ("فرانسه کمک به مالی را متوقف کرد.", "ML"),
    ("تفنگداران آلمان از نیامی رفتند.", "NE"),
    ("دولت نظامی مالی سفیر سوئد را اخراج کرد.", "ML"),
    ("سفیر روآندا در کنگو احضار شد.", "CD"),
    ("ژاپن قایق کره‌ای را توقیف کرد.", "KR"),
    ("آژانس گزارش تازه‌ای درباره غنی‌سازی اورانیوم داد.", "IAEA"),
    ("دبیرکل شانگهای به هند سفر کرد.", "SCO"),
    ("عمان حمله سپاه به این کشتی را محکوم کرد.", "IR"),
    ("وزارت خارجه روسیه امروز از هند گله کرد.", "RU"),
]
ORDINARY = [
    ("آلمان کمک‌های مالی خود به سومالی را افزایش داد.", "ML"),
    ("بازرگانان عراق از امنیت مالی و حقوقی سخن گفتند.", "ML"),
    ("در عراق هیچ‌کس در امان نیست.", "JO"),
    ("هند در آستانه انتخابات با چین گفت‌وگو کرد.", "KZ"),
    ("تاجر سوئدی با چک برگشتی از ایران گریخت.", "CZ"),
    ("سفیر چین روز دوشنبه به فرانسه رفت.", "TJ"),
    ("سربازان فرانسه خاک نیجر را ترک گفتند.", "TR"),
    ("سخنگوی آژانس هواپیمایی از پرواز به هند خبر داد.", "IAEA"),
    ("این مسافر هندی در فرودگاه شانگهای ماند.", "SCO"),
    ("خبرگزاری روسیه امروز از کارخانه‌ای در هند گزارش داد.", "RU"),
]


def _codes(text: str) -> set[str]:
    return {mention.code for mention in states.find(read(Article("a", text)))}


@pytest.mark.parametrize(("text", "code"), MEANT)
def test_the_words_beside_it_show_that_a_word_is_a_state(text: str, code: str) -> None:
    assert code in _codes(text)


@pytest.mark.parametrize(("text", "code"), ORDINARY)
def test_an_ordinary_word_is_no_state(text: str, code: str) -> None:
    assert code not in _codes(text)


def test_a_shared_name_is_not_the_usual_one_where_another_of_its_actors_is_named() -> None:
    assert "CD" in _codes("رئیس‌جمهور کنگو به آنگولا رفت.")
    assert "CD" not in _codes("جمهوری کنگو به آنگولا نفت فروخت. رئیس‌جمهور کنگو از آنگولا تشکر کرد.")
