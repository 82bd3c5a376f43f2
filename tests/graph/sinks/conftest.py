"""Articles whose facts fill every field, and as many plain ones as a test wants."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from graph.archive import Archive
from graph.facts import Article, Evidence, Facts, Relation, Span, Speaker, Statement, When

HOSTILE = "«\"\\' <b>&amp;\t\r\n\u2028\u200c\u202e😀 {}|^` \x01 ?x . } #\n=HYPERLINK(1)»"

_LINES = (
    "تهران: باکو باید پاسخ دهد",
    "سخنگوی وزارت امور خارجه، سارا مهرجو، روز سه‌شنبه گفت: «ایران در نشست مسکو به جمهوری آذربایجان هشدار داد.",
    "وزیر ارمنستان گفته است که ارمنستان همراه ایران می‌ماند.» وی افزود که همکاری با آژانس ادامه دارد.",
    HOSTILE,
)
TEXT = "\n".join(_LINES)

type Made = tuple[Article, Facts]


def _at(phrase: str) -> Span:
    start = TEXT.index(phrase)
    return start, start + len(phrase)


def _evidence(first: str, last: str, rule: str) -> Evidence:
    start, end = _at(first)[0], _at(last)[1]
    return Evidence("rich/«۱»", start, end, TEXT[start:end], rule)


def _statements() -> tuple[Statement, ...]:
    official = Speaker("person", ("سارا مهرجو", "مهرجو"), "سخنگوی وزارت امور خارجه", "IR")
    outer = Statement(
        article="rich/«۱»",
        speaker=official,
        mention=_at("سخنگوی وزارت امور خارجه، سارا مهرجو،"),
        cue=_at("گفت"),
        cue_text="گفت",
        cue_kind="say",
        content=(
            _at("ایران در نشست مسکو به جمهوری آذربایجان هشدار داد"),
            _at("وزیر ارمنستان گفته است که ارمنستان همراه ایران می‌ماند"),
        ),
        quote_type="direct",
        about=("IR", "RU", "AZ", "AM"),
        evidence=_evidence("سخنگوی", "می‌ماند", "cue/goft"),
        when=When(date(2023, 4, 11), "day", _at("روز سه‌شنبه")),
        addressee="AZ",
    )
    inner = Statement(
        article="rich/«۱»",
        speaker=Speaker("unnamed", ("وزیر ارمنستان",), "وزیر", "AM"),
        mention=_at("وزیر ارمنستان"),
        cue=_at("گفته است"),
        cue_text="گفته است",
        cue_kind="say",
        content=(_at("ارمنستان همراه ایران می‌ماند"),),
        quote_type="indirect",
        about=("AM", "IR"),
        evidence=_evidence("وزیر ارمنستان", "می‌ماند", "cue/goft"),
        resolution="role",
        when=When(date(2023, 4, 1), "month"),
        nested_in=outer.id,
        known_as="آرارات نمونه",
    )
    headline = Statement(
        article="rich/«۱»",
        speaker=Speaker("organization", ("تهران",), None, None),
        mention=_at("تهران"),
        cue=None,
        cue_text=":",
        cue_kind="say",
        content=(_at("باکو باید پاسخ دهد"),),
        quote_type="mixed",
        about=(),
        evidence=_evidence("تهران", "پاسخ دهد", "headline/colon"),
        resolution="headline",
    )
    dropped = Statement(
        article="rich/«۱»",
        speaker=official,
        mention=None,
        cue=_at("افزود"),
        cue_text="افزود",
        cue_kind="add",
        content=(_at("همکاری با آژانس ادامه دارد"), _at(HOSTILE)),
        quote_type="indirect",
        about=("IAEA",),
        evidence=_evidence("افزود", HOSTILE, "cue/afzud"),
        resolution="dropped",
    )
    return headline, outer, inner, dropped


def _relations(claimed_by: str) -> tuple[Relation, ...]:
    warned = Relation(
        article="rich/«۱»",
        source="IR",
        target="AZ",
        type="THREATEN",
        evidence=_evidence("ایران در نشست", "هشدار داد", "act/warn"),
        mode="relations",
        claimed_by=claimed_by,
        when=When(date(2023, 4, 11), "day", _at("روز سه‌شنبه")),
        place="مسکو",
    )
    works = Relation(
        article="rich/«۱»",
        source="IR",
        target="IAEA",
        type="COOPERATE",
        evidence=_evidence("همکاری با آژانس", "ادامه دارد", "act/cooperate"),
        status="planned",
    )
    return warned, works


@pytest.fixture(scope="session")
def rich() -> Made:
    """One article whose facts leave no field out."""
    article = Article(
        id="rich/«۱»",
        text=TEXT,
        outlet="خبرگزاری «نمونه»",
        title="باکو باید پاسخ دهد " + HOSTILE,
        published=When(date(2023, 4, 12), "day", _at("روز سه‌شنبه")),
        url='https://example.org/?q=<۱>&x="y" z',
        source="https://example.org/خوراک.xml",
    )
    statements = _statements()
    return article, Facts(article.id, statements, _relations(statements[1].id))


@pytest.fixture(scope="session")
def bare() -> Made:
    """One article of which nothing is known but its text."""
    return Article("bare", "خبری کوتاه."), Facts("bare")


def _plain(n: int) -> Made:
    pairs = ("IR", "RU"), ("IR", "AZ"), ("US", "IR"), ("TR", "EU"), ("CN", "SA")
    types = "CONSULT", "ACCUSE", "SANCTION", "AGREE", "AID"
    source, target = pairs[n % 5]
    words = f"ما در خبر شمارهٔ {n} از این همکاری استقبال می‌کنیم"
    name = f"گویندهٔ {'ابپتثج'[n % 6]}"
    text = f"خبر {n}.\n{name} گفت: {words}. دو کشور دیدار کردند.\n" + "این جمله تنها برای درازای متن است. " * 20
    start, there = text.index(words), text.index("دو کشور")
    lead = start - len(name) - len(" گفت: ")
    statement = Statement(
        article=f"plain-{n:05}",
        speaker=Speaker("person", (name,), "وزیر", source),
        mention=(lead, lead + len(name)),
        cue=(start - 5, start - 2),
        cue_text="گفت",
        cue_kind="say",
        content=((start, start + len(words)),),
        quote_type="direct",
        about=(target,),
        evidence=Evidence(f"plain-{n:05}", lead, start + len(words), text[lead : start + len(words)], "cue/goft"),
    )
    relation = Relation(
        article=f"plain-{n:05}",
        source=source,
        target=target,
        type=types[n % 5],
        evidence=Evidence(f"plain-{n:05}", there, there + 19, text[there : there + 19], "act/meet"),
    )
    day = When(date(2020, 1, 1) + timedelta(days=n))
    article = Article(f"plain-{n:05}", text, f"رسانهٔ {n % 3}", f"عنوان {n}", day, f"https://example.org/{n}")
    return article, Facts(article.id, (statement,), (relation,))


@pytest.fixture(scope="session")
def plain() -> Callable[[int], Made]:
    """The plain article of a number."""
    return _plain


@pytest.fixture
def archive(tmp_path: Path, rich: Made, bare: Made) -> Iterator[Archive]:
    """An archive of the rich article, the bare one and ten plain ones."""
    with Archive.open(tmp_path / "archive.db", create=True) as made:
        for article, facts in (rich, bare, *map(_plain, range(10))):
            made.put(article, facts, extractor="test")
        yield made


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Callable[[int], Archive]]:
    """Makes an archive of so many plain articles."""
    opened: list[Archive] = []

    def fill(count: int) -> Archive:
        opened.append(Archive.open(tmp_path / f"{count}.db", create=True))
        for article, facts in map(_plain, range(count)):
            opened[-1].put(article, facts, extractor="test")
        return opened[-1]

    yield fill
    for made in opened:
        made.close()
