"""A small archive of invented articles with facts laid by hand, the same for all tests of questions."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph.archive import Archive
from graph.facts import Article, Evidence, Facts, QuoteType, Relation, Span, Speaker, Statement, Status, When
from queries.engines import ArchiveEngine

KANANI = Speaker("person", ("ناصر کنعانی", "کنعانی"), "سخنگوی وزارت امور خارجه", "IR")
KANANI_BARE = Speaker("person", ("کنعانی",), None, None)
REZAEI_M = Speaker("person", ("محسن رضایی", "رضایی"), None, "IR")
REZAEI_E = Speaker("person", ("ابراهیم رضایی", "رضایی"), "نماینده مجلس", "IR")
ALIYEV = Speaker("person", ("الهام علی‌اف", "علی‌اف"), "رئیس‌جمهور", "AZ")
JOINT = Speaker("person", ("الهام علی‌اف و ناصر کنعانی", "الهام علی‌اف", "ناصر کنعانی"), None, "AZ")
BAKU = Speaker("organization", ("وزارت خارجه جمهوری آذربایجان",), None, "AZ")
HOSTILE = Speaker("unnamed", ("=cmd|' /C calc'!A1 [bold]\x1b[31m | <b>",), None, None)

BAKU_TEXT = """کنعانی: روابط با باکو مهم است
ناصر کنعانی، سخنگوی وزارت امور خارجه گفت: روابط با باکو مهم است و مذاكرات ادامه دارد. این را در تهران گفت.
الهام علی‌اف گفت که ایران همسایهٔ ماست! وزارت خارجه جمهوری آذربایجان سفیر ایران را احضار کرد.
وزیران دو کشور در باکو دیدار کردند. باران می‌بارد."""
MOSCOW_TEXT = """محسن رضایی گفت: روسیه شریک ماست. ابراهیم رضایی هشدار داد: آمریکا تاوان می‌دهد.
کنعانی افزود: گفتوگو با آمریکا در کار نیست.
ایران و روسیه قرارداد گاز امضا کردند. آمریکا ایران را تحریم کرد. روسیه به ایران گندم داد؟"""
PLAIN_TEXT = (
    "=cmd گفت: نه با ایران کار داریم نه با روسیه. الهام علی‌اف و ناصر کنعانی تأکید کردند: صلح. آلمان به ایران کمک نکرد."
)

BAKU_DAY = When(date(2023, 4, 12))
ARTICLES = (
    Article("a-1", BAKU_TEXT, "ایسنا", "کنعانی: روابط با باکو مهم است", BAKU_DAY, "https://news.example/1"),
    Article("a-2", MOSCOW_TEXT, "Kayhan", None, When(date(2024, 2, 29)), None),
    Article("a-3", PLAIN_TEXT),
)


def span(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return start, start + len(words)


def evidence(article: Article, words: str) -> Evidence:
    return Evidence(article.id, *span(article, words), words, "test/rule")


def said(
    article: Article,
    speaker: Speaker,
    whole: str,
    cue: str,
    *content: str,
    about: str = "",
    quote: QuoteType = "direct",
    when: When | None = None,
) -> Statement:
    start, _ = span(article, whole)

    def place(words: str) -> Span:
        return start + whole.index(words), start + whole.index(words) + len(words)

    return Statement(
        article.id,
        speaker,
        mention=None,
        cue=place(cue),
        cue_text=cue,
        cue_kind="say",
        content=tuple(map(place, content)),
        quote_type=quote,
        about=tuple(about.split()),
        evidence=evidence(article, whole),
        when=when,
    )


def did(
    article: Article,
    triple: str,
    words: str,
    *,
    mode: str | None = None,
    status: Status = "actual",
    when: When | None = None,
) -> Relation:
    source, kind, target = triple.split()
    return Relation(article.id, source, target, kind, evidence(article, words), mode=mode, status=status, when=when)


def of_baku(article: Article) -> Facts:
    talks = "ناصر کنعانی، سخنگوی وزارت امور خارجه گفت: روابط با باکو مهم است و مذاكرات ادامه دارد"
    neighbour = "الهام علی‌اف گفت که ایران همسایهٔ ماست"
    statements = (
        said(article, KANANI, "کنعانی: روابط با باکو مهم است", ":", "روابط با باکو مهم است", about="AZ"),
        said(article, KANANI, talks, "گفت", "روابط با باکو مهم است", "مذاكرات ادامه دارد", about="AZ IR"),
        said(article, ALIYEV, neighbour, "گفت", "ایران همسایهٔ ماست", about="IR", quote="indirect"),
    )
    met = "وزیران دو کشور در باکو دیدار کردند"
    relations = (
        did(article, "AZ ACCUSE IR", "وزارت خارجه جمهوری آذربایجان سفیر ایران را احضار کرد"),
        did(article, "IR CONSULT AZ", met, mode="visit", when=When(date(2023, 4, 10))),
    )
    return Facts(article.id, statements, relations)


def of_moscow(article: Article) -> Facts:
    price = "ابراهیم رضایی هشدار داد: آمریکا تاوان می‌دهد"
    no_talks, words = "کنعانی افزود: گفتوگو با آمریکا در کار نیست", "گفتوگو با آمریکا در کار نیست"
    february = When(date(2024, 2, 1), "month")
    statements = (
        said(article, REZAEI_M, "محسن رضایی گفت: روسیه شریک ماست", "گفت", "روسیه شریک ماست", about="RU"),
        said(article, REZAEI_E, price, "هشدار داد", "آمریکا تاوان می‌دهد", about="US"),
        said(article, KANANI_BARE, no_talks, "افزود", words, about="US", quote="mixed", when=february),
    )
    relations = (
        did(article, "IR AGREE RU", "ایران و روسیه قرارداد گاز امضا کردند"),
        did(article, "US SANCTION IR", "آمریکا ایران را تحریم کرد"),
        did(article, "RU AID IR", "روسیه به ایران گندم داد", status="planned", when=When(date(2024, 3, 1))),
    )
    return Facts(article.id, statements, relations)


def of_nowhere(article: Article) -> Facts:
    neither = "نه با ایران کار داریم نه با روسیه"
    statements = (
        said(article, HOSTILE, f"=cmd گفت: {neither}", "گفت", neither, about="IR RU"),
        said(article, JOINT, "الهام علی‌اف و ناصر کنعانی تأکید کردند: صلح", "تأکید کردند", "صلح"),
    )
    return Facts(article.id, statements, (did(article, "DE AID IR", "آلمان به ایران کمک نکرد", status="negated"),))


def told() -> Iterator[tuple[Article, Facts]]:
    for article, facts in zip(ARTICLES, (of_baku, of_moscow, of_nowhere), strict=True):
        yield article, facts(article)


@pytest.fixture(scope="session")
def archive_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive's file; nobody writes to it."""
    path = tmp_path_factory.mktemp("asked") / "asked.db"
    with Archive.open(path, create=True) as archive:
        for article, facts in told():
            archive.put(article, facts, extractor="test")
    return path


@pytest.fixture(scope="session")
def engine(archive_file: Path) -> Iterator[ArchiveEngine]:
    with Archive.open(archive_file, readonly=True) as archive:
        yield ArchiveEngine(archive)


@pytest.fixture(scope="session")
def invented() -> list[tuple[Article, Facts]]:
    """The articles of the archive with their facts."""
    return list(told())
