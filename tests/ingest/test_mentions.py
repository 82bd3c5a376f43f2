"""Who a stretch of text names, in own sentences."""

import pytest

from graph.facts import Article
from graph.letters import NBSP, ZWNJ
from ingest import mentions, states
from ingest.pipeline import extract
from ingest.reading import read
from ingest.speaking.joining import Mention

# text, then the mention expected in it, its proper name, its state
PERSONS = [
    ("سهراب مهرورز، سخنگوی وزارت خارجه ایران گفت", "سهراب مهرورز، سخنگوی وزارت خارجه ایران", "سهراب مهرورز", "IR"),
    ("وزیر خارجه آلمان یوناس کلاینفلد به تهران آمد", "وزیر خارجه آلمان یوناس کلاینفلد", "یوناس کلاینفلد", "DE"),
    ("رئیس‌جمهور فرانسه، ژان مورنتو، سفر کرد", "رئیس‌جمهور فرانسه، ژان مورنتو", "ژان مورنتو", "FR"),
    ("ژنرال «پیتر هالدورن» فرمانده ناتو", "ژنرال «پیتر هالدورن» فرمانده ناتو", "پیتر هالدورن", "NATO"),
    ("آقای مهرورز در این باره", "آقای مهرورز", "مهرورز", None),
    ("سفیر چین در تهران لیو هونگ‌چانگ", "سفیر چین در تهران لیو هونگ‌چانگ", "لیو هونگ‌چانگ", "CN"),
    ("فهد بن خالد آل زهران وارد شد", "فهد بن خالد آل زهران", "فهد بن خالد آل زهران", None),
    ("سیدکامران سلامت‌دوست، معاون وزیر کشور", "سیدکامران سلامت‌دوست، معاون وزیر کشور", "سیدکامران سلامت‌دوست", None),
    ("سالم بن راشد گفت", "سالم بن راشد", "سالم بن راشد", None),
    ("رحمت الله پارسا سخنگوی دولت افغانستان", "رحمت الله پارسا سخنگوی دولت افغانستان", "رحمت الله پارسا", "AF"),
    ("آیت ا... مهرورز در این باره گفت", "آیت ا... مهرورز", "مهرورز", None),
    ("جلال احمدی بهبهانی، سفیر ایران در پاریس", "جلال احمدی بهبهانی، سفیر ایران در پاریس", "جلال احمدی بهبهانی", "IR"),
    ("مرادی در پایان گفت", "مرادی", "مرادی", None),
    ("وی کلاینفلدان، وزیر خارجه هند گفت", "کلاینفلدان، وزیر خارجه هند", "کلاینفلدان", "IN"),
    (
        "خورشید محمود سهرابیان، وزیر خارجه پاکستان گفت",
        "خورشید محمود سهرابیان، وزیر خارجه پاکستان",
        "خورشید محمود سهرابیان",
        "PK",
    ),
    ("یوناس کلاینفلدJonas Kleinfeld گفت", "یوناس کلاینفلدJonas Kleinfeld", "یوناس کلاینفلد", None),
    ("یوناس کلاینفلد، وزیر خارجه ترامپ گفت", "یوناس کلاینفلد، وزیر خارجه ترامپ", "یوناس کلاینفلد", "US"),
    ("سهراب مهرورز، از نمایندگان مجلس عراق گفت", "سهراب مهرورز، از نمایندگان مجلس عراق", "سهراب مهرورز", "IQ"),
    (
        "سهراب مهرورز، معاون اطلاع‌رسانی دفتر کامران سلامت‌دوست گفت",
        "سهراب مهرورز، معاون اطلاع‌رسانی دفتر کامران سلامت‌دوست",
        "سهراب مهرورز",
        None,
    ),
    ("یوناس کلاینفلد، رئیس این مرکز سهرابیان را ستود", "یوناس کلاینفلد، رئیس این مرکز", "یوناس کلاینفلد", None),
]
OTHERS = [
    ("وزارت امور خارجه روسیه اعلام کرد", "وزارت امور خارجه روسیه", "organization", "RU"),
    ("یک مقام ارشد آمریکایی گفت", "یک مقام ارشد آمریکایی", "unnamed", "US"),
    ("برخی از دیپلمات‌های عراقی گفتند", "برخی از دیپلمات‌های عراقی", "unnamed", "IQ"),
    ("۲ منبع آگاه به ما گفتند", "۲ منبع آگاه", "unnamed", None),
    ("منبع آگاه نزدیک به تیم مذاکره گفت", "منبع آگاه", "unnamed", None),
    ("منبع آگاه نزدیک به تیم مذاکره ایرانی گفت", "منبع آگاه", "unnamed", "IR"),
    ("دو نفر از منابع دولتی گفتند", "دو نفر از منابع دولتی", "unnamed", None),
    ("منابع خود گفتند", "منابع خود", "unnamed", None),
    ("شرکت کنندگان گفتند", "شرکت کنندگان", "unnamed", None),
    ("مسئولان این فروشگاه گفتند", "مسئولان این فروشگاه", "unnamed", None),
    ("یک مقام دولت ترامپ گفت", "یک مقام دولت ترامپ", "unnamed", "US"),
    ("فرماندار شهرستان سهرابه گفت", "فرماندار شهرستان سهرابه", "office", None),
    ("پایگاه اینترنتی روزنامه «بامداد» نوشت", "پایگاه اینترنتی روزنامه «بامداد»", "organization", None),
    ("این دیپلمات باسابقه افزود", "این دیپلمات باسابقه", "this", None),
    ("روزنامه مزبور نوشت", "روزنامه مزبور", "this", None),
    ("وی در پایان گفت", "وی", "pronoun", None),
    ("معاون حقوقی رئیس‌جمهور گفت", "معاون حقوقی رئیس‌جمهور", "office", None),
    ("رئیس کمیته راهبردی در نیروهای مسلح اتریش گفت", "رئیس کمیته راهبردی در نیروهای مسلح اتریش", "office", "AT"),
    ("پایگاه خبری بغداد الیوم نوشت", "پایگاه خبری بغداد الیوم", "organization", "IQ"),
    ("انجمن صنفی معلمان ایران گفت", "انجمن صنفی معلمان ایران", "organization", "IR"),
    ("به گزارش خبرنگار مهر، سردار کامران مهرورز گفت", "گزارش خبرنگار مهر", "office", None),
    ("این منبع ایران را ستود", "این منبع", "this", None),
    ("رهبر شهید انقلاب فرمودند", "رهبر شهید انقلاب", "office", None),
    ("رئیس دپارتمان اروپای وزارت خارجه ژاپن گفت", "رئیس دپارتمان اروپای وزارت خارجه ژاپن", "office", "JP"),
    ("پیش از این مقامات عراقی گفتند", "مقامات عراقی", "unnamed", "IQ"),
    ("استاد تاریخ در دانشگاه وین گفت", "استاد تاریخ در دانشگاه وین", "office", "AT"),
    ("مدیرعامل سازمان مهندسی و عمران شهرداری گفت", "مدیرعامل سازمان مهندسی و عمران شهرداری", "office", None),
    ("کارگردان نمایش «باران» گفت", "کارگردان نمایش «باران»", "office", None),
    ("پژوهشگران آلمانی داروهایی ساختند", "پژوهشگران آلمانی", "office", "DE"),
    ("متن بیانیه وزارت دفاع ترکیه", "متن بیانیه وزارت دفاع ترکیه", "organization", "TR"),
    ("مقامات دولت یوناس کلاینفلد رئیس‌جمهور اتریش", "مقامات دولت یوناس کلاینفلد رئیس‌جمهور اتریش", "unnamed", "AT"),
    ("مدیرکل آمریکای وزارت خارجه ایران گفت", "مدیرکل آمریکای وزارت خارجه ایران", "office", "IR"),
    ("سفارت ایران در وین اعلام کرد", "سفارت ایران در وین", "organization", "IR"),
    ("بیانیه وزارت دفاع ترکیه", "بیانیه وزارت دفاع ترکیه", "organization", "TR"),
    ("روزنامه «بامداد نو» نوشت", "روزنامه «بامداد نو»", "organization", None),
    ("یک مقام آمریکایی وضعیت را سخت خواند", "یک مقام آمریکایی", "unnamed", "US"),
    ("دفتر آیت ا... مهرورز اعلام کرد", "دفتر آیت ا... مهرورز", "organization", None),
]


def _mentions(text: str) -> list[Mention]:
    reading = read(Article("a", text))
    return list(mentions.find(reading, states.find(reading)).within(0, len(text)).mentions)


@pytest.mark.parametrize(("text", "printed", "name", "code"), PERSONS)
def test_a_person_is_named_with_the_office_beside_the_name(
    text: str, printed: str, name: str, code: str | None
) -> None:
    first = _mentions(text)[0]

    assert text[slice(*first.span)] == printed
    assert first.name is not None
    assert text[slice(*first.name)] == name
    assert first.code == code


@pytest.mark.parametrize(("text", "printed", "kind", "code"), OTHERS)
def test_an_organ_a_source_or_a_pronoun_is_found_whole(text: str, printed: str, kind: str, code: str | None) -> None:
    first = _mentions(text)[0]

    assert (text[slice(*first.span)], first.kind, first.code) == (printed, kind, code)


@pytest.mark.parametrize("joiner", ["", " ", NBSP, "  "])
def test_a_joiner_printed_otherwise_changes_nothing(joiner: str) -> None:
    clean = "رئیس‌جمهور ترکیه با نخست‌وزیر عراق دیدار کرد"
    other = clean.replace(ZWNJ, joiner)

    kinds = [(mention.kind, mention.sort, mention.code) for mention in _mentions(other)]

    assert kinds == [(mention.kind, mention.sort, mention.code) for mention in _mentions(clean)]


def test_arabic_letters_change_nothing() -> None:
    clean = "سخنگوی دولت کویت و یک دیپلمات ایرانی گفتند"
    arabic = clean.replace("ی", "ي").replace("ک", "ك")

    spans = [mention.span for mention in _mentions(arabic)]

    assert spans == [mention.span for mention in _mentions(clean)]


def test_a_surname_that_is_a_common_word_is_known_from_the_full_name() -> None:
    text = "نواف سلام، نخست‌وزیر لبنان وارد شد.\nسلام گفت"
    reading = read(Article("a", text))

    (alone,) = mentions.find(reading, states.find(reading)).within(text.rindex("سلام"), len(text) - 4).mentions

    assert (alone.kind, alone.name) == ("person", alone.span)


def test_mentions_joined_by_and_speak_as_one() -> None:
    text = "روسیه و چین اعلام کردند"

    (both,) = _mentions(text)

    assert text[slice(*both.span)] == "روسیه و چین"
    assert [part.code for part in both.parts] == ["RU", "CN"]


def test_this_country_is_the_one_named_before() -> None:
    text = "آمریکا به عراق حمله کرد و وزارت خارجه این کشور اعلام کرد"

    ministry = next(mention for mention in _mentions(text) if mention.kind == "organization")

    assert ministry.code == "IQ"


def test_a_desk_of_the_newspaper_names_nobody() -> None:
    assert _mentions("گروه سیاسی: امروز") == []


def test_an_agencys_stroke_is_a_quotation_mark() -> None:
    text = "به گزارش ما، ˈژان مورنتوˈ وارد شد"

    (person,) = (mention for mention in _mentions(text) if mention.kind == "person")

    assert person.name is not None
    assert text[slice(*person.name)] == "ژان مورنتو"


@pytest.mark.parametrize("text", ["خصوصاً در این باره", "آن را بازگرداند، ماه گذشته", "چندماه بعد در این باره"])
def test_a_word_that_only_the_dictionary_lacks_is_no_name(text: str) -> None:
    assert [mention for mention in _mentions(text) if mention.name] == []


@pytest.mark.parametrize("name", ["ژاله شادی‌طلب", "محمود دولت آبادی", "سید حجت شفایی", "پریسا خوش سخن"])
def test_a_surname_made_of_common_words_belongs_to_the_name(name: str) -> None:
    [said] = extract(Article("one", f"دکتر {name} گفت: این شاخص بهتر شده است.", "ایسنا")).statements

    assert said.speaker.name == name
