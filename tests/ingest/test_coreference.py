"""Whose words they are, in own small articles: «[» begins and «]» ends the words of a cue, «{» and «}» the cue."""

import re

import pytest

from graph.facts import Article, Span, Speaker
from graph.letters import ZWNJ
from ingest import mentions, states
from ingest.attributions import Attribution
from ingest.coreference import Spoken, speakers
from ingest.reading import read

_BRACKETS = re.compile(r"[\[\]{}]")


def _told(marked: str, outlet: str = "ISNA") -> tuple[str, list[Spoken | None]]:
    text = _BRACKETS.sub("", marked)
    places = {"[": [], "]": [], "{": [], "}": []}  # type: dict[str, list[int]]
    for removed, bracket in enumerate(_BRACKETS.finditer(marked)):
        places[bracket.group()].append(bracket.start() - removed)
    cues: list[Span] = list(zip(places["{"], places["}"], strict=True))
    words: list[Span] = list(zip(places["["], places["]"], strict=True))
    told = [_attribution(text, cue, content) for cue, content in zip(cues, words, strict=True)]
    reading = read(Article("a", text, outlet))
    return text, speakers(reading, mentions.find(reading, states.find(reading)), told)


def _attribution(text: str, cue: Span, content: Span) -> Attribution:
    if text[slice(*cue)] == ":":
        hint = (text.rfind("\n", 0, cue[0]) + 1, cue[0])
        return Attribution(None, "say", (content,), "direct", "test", "colon", hint, hint)
    kind, rule = ("text", "amade/verb") if text[slice(*cue)] == "آمده است" else ("say", "test")
    return Attribution(cue, kind, (content,), "direct", rule, "verb", (0, cue[1]))


def _names(marked: str) -> list[str | None]:
    return [spoken and spoken[0].name for spoken in _told(marked)[1]]


CASES = [
    pytest.param(
        "کامران مهرورز، وزیر نیروی ایران {گفت}: [سد آماده است]. وی {افزود}: [آب کافی است].",
        ["کامران مهرورز", "کامران مهرورز"],
        id="a pronoun is the last speaker",
    ),
    pytest.param(
        "مهرورز{:} [سد آماده است]\nکامران مهرورز، وزیر نیروی ایران {گفت}: [کار تمام شد].",
        ["کامران مهرورز", "کامران مهرورز"],
        id="a surname in the headline is the full name of the body",
    ),
    pytest.param(
        "وزیر نیرو {گفت}: [سد آماده است].\nکامران مهرورز در مراسم افتتاح {افزود}: [آب کافی است].",
        ["کامران مهرورز", "کامران مهرورز"],
        id="an office is held by who is named next",
    ),
    pytest.param(
        "کامران مهرورز، وزیر نیروی ایران این سد را مهم {خواند} [سد مهم] و {گفت}: [آب کافی است].",
        ["کامران مهرورز", "کامران مهرورز"],
        id="a dropped subject is that of the sentence",
    ),
    pytest.param(
        "یوناس کلاینفولد وزیر خارجه آلمان وارد شد.\nکلاینفلد {گفت}: [راه باز است].",
        ["یوناس کلاینفولد"],
        id="a foreign surname may lose a vowel",
    ),
    pytest.param(
        "یوناس کلاینفلد وزیر دفاع آلمان با لیو هونگ‌چانگ همتای چینی خود دیدار کرد.\nوزیر دفاع چین {گفت}: [راه باز است].",
        ["لیو هونگ‌چانگ"],
        id="a counterpart has the same office of another state",
    ),
    pytest.param(
        "ترامپ با خبرنگاران گفتگو کرد.\nیوناس کلاینفلد، وزیر نیروی اتریش {گفت}: [راه باز است].\n"
        "نویسنده {افزود}: [زمان کم است].",
        ["یوناس کلاینفلد", "نویسنده"],
        id="a calling is not said for who holds an office",
    ),
    pytest.param(
        "کامران مهرورز، وزیر نیروی ایران {گفت}: [سد آماده است].\nرهبر معظم انقلاب {فرمودند} [آب مهم است].",
        ["کامران مهرورز", "رهبر معظم انقلاب"],
        id="the leader needs no name and is nobody else",
    ),
    pytest.param(
        "مولوی عبدالحمید {گفت}: [راه باز است].",
        ["عبدالحمید"],
        id="a title makes a name of a given name alone",
    ),
    pytest.param(
        "ترامپ با سهراب مهرورز دیدار کرد.\nرئیس‌جمهور آمریکا {گفت}: [راه باز است].",
        ["ترامپ"],
        id="who holds an office by the list of officials is taken for its holder",
    ),
    pytest.param(
        "سهراب مهرورز سخنگوی سازمان انرژی اتمی {گفت}: [کار تمام شد].\nسفیر اتریش در تهران {گفت}: [راه باز است].",
        ["سهراب مهرورز", "سفیر اتریش در تهران"],
        id="who has one office is not taken for the holder of another",
    ),
    pytest.param(
        "رویترز: سهراب مهرورز در سخنانی {گفت}: [راه باز است].",
        ["سهراب مهرورز"],
        id="a medium before a colon only hands on what follows",
    ),
    pytest.param(
        "یک منبع آگاه به خبرنگاران خبر داد. این منبع آگاه {گفت}: [راه باز است].",
        ["یک منبع آگاه"],
        id="a source told of before is the one meant by «this source»",
    ),
    pytest.param(
        "وزارت خارجه روسیه {اعلام کرد}: [گفتگو ادامه دارد].",
        ["وزارت خارجه روسیه"],
        id="an organ speaks for itself",
    ),
    pytest.param(
        "به گزارش ایسنا، سفیر اتریش در تهران {گفت}: [روابط خوب است].",
        ["سفیر اتریش در تهران"],
        id="a carrier is no speaker, and an office without a holder is its own name",
    ),
    pytest.param(
        "یوناس کلاینفلد وزیر خارجه آلمان {گفت}: [راه باز است]. وزیر خارجه آلمان {افزود}: [زمان کم است].",
        ["یوناس کلاینفلد", "یوناس کلاینفلد"],
        id="an office is its holder's",
    ),
    pytest.param(
        "وزارت نیروی عراق اطلاعیه‌ای صادر کرد. در این اطلاعیه {آمده است}: [سد آماده است].",
        ["وزارت نیروی عراق"],
        id="a document speaks for whoever issued it",
    ),
    pytest.param(
        "کامران مهرورز، وزیر نیروی ایران {گفت}: [سد آماده است].\n"
        "سخنگوی مهرورز {گفت}: [سفر فرداست]. وی {افزود}: [بازدید کوتاه است].",
        ["کامران مهرورز", "سخنگوی مهرورز", "سخنگوی مهرورز"],
        id="who speaks for a person is not that person",
    ),
    pytest.param(
        "انجمن سدسازان بیانیه‌ای صادر کرد. کامران مهرورز، وزیر نیروی ایران {گفت}: [آن را خوانده‌ام].\n"
        "در این بیانیه {آمده است}: [آب کم است].",
        ["کامران مهرورز", "انجمن سدسازان"],
        id="a paper speaks for who issued it",
    ),
    pytest.param(
        "کامران مهرورز، وزیر نیروی ایران {گفت}: [سد آماده است].\nیک منبع آگاه در سازمان {گفت}: [آب کم است]. "
        "این منبع {افزود}: [چاره‌ای نیست].",
        ["کامران مهرورز", "یک منبع آگاه در سازمان", "یک منبع آگاه در سازمان"],
        id="a source that gives no name stays without one",
    ),
    pytest.param(
        "۱۷ درصد از شهروندان {گفتند} [آب کم است].",
        ["۱۷ درصد از شهروندان"],
        id="a share of people speaks as one",
    ),
    pytest.param(
        "وزیر نیروی عراق با همتای ایرانی خود دیدار کرد. او {گفت}: [سد آماده است].",
        ["وزیر نیروی عراق"],
        id="a pronoun stands for an office that no name holds",
    ),
    pytest.param(
        "کامران مهرورز نزد وزیر نیروی عراق رفت. وی {گفت}: [سد آماده است].",
        ["کامران مهرورز"],
        id="a pronoun stands for whom the sentence before is about",
    ),
    pytest.param(
        "بانک مرکزی [نرخ ارز را] {اعلام کرد}.",
        ["بانک مرکزی"],
        id="a name ends where the words begin",
    ),
    pytest.param(
        "برخی از کارشناسان و تحلیلگران {گفتند}: [بازار آرام است].",
        ["برخی از کارشناسان و تحلیلگران"],
        id="people that are joined have one name",
    ),
    pytest.param(
        "نماینده مردم سدآباد و رودکنار در مجلس {گفت}: [آب کم است].",
        ["نماینده مردم سدآباد و رودکنار در مجلس"],
        id="a member of parliament for two places",
    ),
    pytest.param(
        "مهدی گویا {گفت}: [آب کم است]. حمیدرضا حاجی نیک‌پندار {گفت}: [باران کم است].",
        ["مهدی گویا", "حمیدرضا حاجی نیک‌پندار"],
        id="adverbs and titles may be surnames",
    ),
    pytest.param(
        "کامران مهرورز، وزیر نیروی ایران {گفت}: [آب کم است و من سال‌ها به دولت {گفتم} [سد لازم است]].",
        ["کامران مهرورز", "کامران مهرورز"],
        id="who speaks may tell of himself",
    ),
    pytest.param(
        "شایق {گفت}: [آب کم است].",
        ["شایق"],
        id="a common word alone before a cue may be a surname",
    ),
    pytest.param(
        "یک معترض ۲۶ ساله به نام آرش {گفت}: [آب کم است]. او {افزود}: [باران کم است].",
        ["آرش", "آرش"],
        id="someone unnamed gets the name that he is called by",
    ),
    pytest.param(
        "میلاد نیک‌پندار {گفت}: [آب کم است]. ۲۷۰ هزار تن گندم رسید و نیک‌پندار {افزود}: [باران کم است].",
        ["میلاد نیک‌پندار", "میلاد نیک‌پندار"],
        id="common words are given names before a surname",
    ),
    pytest.param(
        "یک دیپلمات اروپایی که نخواست نامش فاش شود {گفت}: [راه باز است].\nیوناس کلاینفلد {افزود}: [زمان کم است].",
        ["یک دیپلمات اروپایی", "یوناس کلاینفلد"],
        id="who wants no name told has none",
    ),
    pytest.param(
        "سرمربی رودکنار {گفت}: [زمین خیس است].",
        ["سرمربی رودکنار"],
        id="a trainer is told by his club",
    ),
    pytest.param(
        "دبیرکل ستاد مبارزه با مواد مخدر {گفت}: [آمار خوب است]. مسئولان این نیروگاه {گفتند}: [برق کم است].",
        ["دبیرکل ستاد مبارزه با مواد مخدر", "مسئولان این نیروگاه"],
        id="a name goes on over little words within it",
    ),
]


@pytest.mark.parametrize(("marked", "names"), CASES)
def test_words_are_given_to_the_fullest_name_that_the_article_has(marked: str, names: list[str]) -> None:
    assert _names(marked) == names


@pytest.mark.parametrize("joiner", ["", " "])
def test_a_text_without_joiners_has_the_same_speakers(joiner: str) -> None:
    marked = "آرمان نیک‌پندار، نخست‌وزیر عراق {گفت}: [صلح ممکن است]. نخست‌وزیر عراق {افزود}: [زمان کم است]."

    speakers_ = [spoken and (spoken[0].country, spoken[2]) for spoken in _told(marked.replace(ZWNJ, joiner))[1]]

    assert speakers_ == [("IQ", "named"), ("IQ", "role")]


def test_the_mention_is_printed_as_told_and_a_dropped_subject_has_none() -> None:
    text, told = _told("کامران مهرورز، وزیر نیروی ایران طرح را خوب {خواند} [طرح خوب] و {گفت}: [آب کافی است].")

    spans = [spoken and spoken[1] for spoken in told]

    assert spans[0] is not None
    assert text[slice(*spans[0])] == "کامران مهرورز، وزیر نیروی ایران"
    assert spans[1] is None


def _country(marked: str, outlet: str) -> str | None:
    spoken = _told(marked, outlet)[1][0]
    assert spoken is not None
    return spoken[0].country


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        ("سفیر ایران در عمان {گفت}: [روابط خوب است].", "IR"),
        ("یک دیپلمات قطری {گفت}: [روابط خوب است].", "QA"),
        ("وزیر نیرو {گفت}: [سد آماده است].", "IR"),
        ("سخنگوی وزارت خارجه کشورمان {گفت}: [راه باز است].", "IR"),
        ("دبیرکل سازمان ملل {گفت}: [زمان کم است].", "UN"),
        ("سنتکام {اعلام کرد}: [کشتی‌ها در راه هستند].", "US"),
        ("پیتر هالدورن، سناتور جمهوری‌خواه {گفت}: [زمان کم است].", "US"),
        ("پیتر هالدورن تحلیلگر مسائل آلمان {گفت}: [زمان کم است].", "DE"),
        ("سهراب مهرورز نماینده مجلس پس از سفر به آلمان {گفت}: [زمان کم است].", "IR"),
        ("ریاست‌جمهوری عراق {اعلام کرد}: [راه باز است].", "IQ"),
        ("دو طرف {تاکید کردند}: [راه باز است].", "IR"),
        ("هیئت‌های چین و ژاپن دیدار کردند. دو طرف {تاکید کردند}: [راه باز است].", "CN"),
        ("رئیس گروه اقدام علیه ایران {گفت}: [راه باز است].", "US"),
        ("وزیر آلمان به تهران آمد. رسانه‌های محلی {گفتند}: [راه باز است].", "IR"),
        ("در اتریش باران بارید و مقامات بانک {گفتند}: [راه باز است].", "AT"),
        ("یوناس کلاینفلد، رئیس اندیشکده رند و نخست‌وزیر پیشین سوئد {گفت}: [راه باز است].", "SE"),
        ("سخنگوی یوناس کلاینفلد، از سناتورهای آمریکا {گفت}: [راه باز است].", "US"),
        ("نواف سلام {گفت}: [راه باز است].", "LB"),
        ("شهروندان رودکنار {گفتند}: [آب کم است].", "IR"),
        ("در اتریش باران بارید. پژوهشگران {گفتند}: [آب زیاد است].", "AT"),
        ("پاکستان راه را بست. سهراب مهرورز سفیر این کشور در واشنگتن {گفت}: [زمان کم است].", "PK"),
        ("باران در اتریش بارید. نماینده مجلس این کشور {گفت}: [زمان کم است].", "AT"),
    ],
)
def test_the_country_is_the_one_served(marked: str, country: str) -> None:
    assert _country(marked, "ISNA") == country


def test_nobody_named_is_no_speaker() -> None:
    assert _names("{گفت}: [هوا سرد است].") == [None]


def test_no_attributions_need_no_reading() -> None:
    reading = read(Article("a", "هوا سرد است."))

    assert speakers(reading, mentions.find(reading, []), []) == []


def test_the_same_article_has_the_same_speakers_every_time() -> None:
    marked = CASES[0].values[0]
    assert isinstance(marked, str)

    first = [spoken and spoken[0] for spoken in _told(marked)[1]]

    assert first == [spoken and spoken[0] for spoken in _told(marked)[1]]
    assert all(isinstance(speaker, Speaker) for speaker in first)
