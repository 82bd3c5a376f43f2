"""A small archive of invented articles with facts laid by hand, the same for all tests of questions."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph.archive import Archive
from graph.facts import Article, Evidence, Facts, Relation, Span, Speaker, Statement, When
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
PLAIN_TEXT = "=cmd گفت: نه با ایران کار داریم نه با روسیه. الهام علی‌اف و ناصر کنعانی تأکید کردند: صلح. آلمان به ایران کمک نکرد."

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
    about: tuple[str, ...] = (),
    quote: str = "direct",
    when: When | None = None,
) -> Statement:
    start, _ = span(article, whole)
    cue_start = start + whole.index(cue)
    spans = tuple((start + whole.index(part), start + whole.index(part) + len(part)) for part in content)
    return Statement(
        article.id, speaker, None, (cue_start, cue_start + len(cue)), cue, "say", spans,
        {"direct": "direct", "indirect": "indirect", "mixed": "mixed"}[quote],  # type: ignore[arg-type]
        about, evidence(article, whole), when=when,
    )  # fmt: skip


def did(article: Article, source: str, kind: str, target: str, words: str, **more: object) -> Relation:
    return Relation(article.id, source, target, kind, evidence(article, words), **more)  # type: ignore[arg-type]


def told() -> Iterator[tuple[Article, Facts]]:
    baku, moscow, plain = ARTICLES
    yield baku, Facts(
        baku.id,
        (
            said(baku, KANANI, "کنعانی: روابط با باکو مهم است", ":", "روابط با باکو مهم است", about=("AZ",)),
            said(
                baku, KANANI,
                "ناصر کنعانی، سخنگوی وزارت امور خارجه گفت: روابط با باکو مهم است و مذاكرات ادامه دارد", "گفت",
                "روابط با باکو مهم است", "مذاكرات ادامه دارد", about=("AZ", "IR"),
            ),
            said(
                baku, ALIYEV, "الهام علی‌اف گفت که ایران همسایهٔ ماست", "گفت", "ایران همسایهٔ ماست",
                about=("IR",), quote="indirect",
            ),
        ),
        (
            did(baku, "AZ", "ACCUSE", "IR", "وزارت خارجه جمهوری آذربایجان سفیر ایران را احضار کرد"),
            did(baku, "IR", "CONSULT", "AZ", "وزیران دو کشور در باکو دیدار کردند", mode="visit", when=When(date(2023, 4, 10))),
        ),
    )  # fmt: skip
    yield moscow, Facts(
        moscow.id,
        (
            said(moscow, REZAEI_M, "محسن رضایی گفت: روسیه شریک ماست", "گفت", "روسیه شریک ماست", about=("RU",)),
            said(moscow, REZAEI_E, "ابراهیم رضایی هشدار داد: آمریکا تاوان می‌دهد", "هشدار داد", "آمریکا تاوان می‌دهد", about=("US",)),
            said(
                moscow, KANANI_BARE, "کنعانی افزود: گفتوگو با آمریکا در کار نیست", "افزود", "گفتوگو با آمریکا در کار نیست",
                about=("US",), quote="mixed", when=When(date(2024, 2, 1), "month"),
            ),
        ),
        (
            did(moscow, "IR", "AGREE", "RU", "ایران و روسیه قرارداد گاز امضا کردند"),
            did(moscow, "US", "SANCTION", "IR", "آمریکا ایران را تحریم کرد"),
            did(moscow, "RU", "AID", "IR", "روسیه به ایران گندم داد", status="planned", when=When(date(2024, 3, 1))),
        ),
    )  # fmt: skip
    yield plain, Facts(
        plain.id,
        (
            said(plain, HOSTILE, "=cmd گفت: نه با ایران کار داریم نه با روسیه", "گفت", "نه با ایران کار داریم نه با روسیه", about=("IR", "RU")),
            said(plain, JOINT, "الهام علی‌اف و ناصر کنعانی تأکید کردند: صلح", "تأکید کردند", "صلح"),
        ),
        (did(plain, "DE", "AID", "IR", "آلمان به ایران کمک نکرد", status="negated"),),
    )  # fmt: skip


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
