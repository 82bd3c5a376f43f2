"""Facts as triples to read."""

from graph.facts import Article, Facts
from queries.triples import told


def bare(text: str) -> list[str]:
    return text.replace("\u2068", "").replace("\u2069", "").splitlines()


def test_triples_show_who_said_and_did_what_over_their_evidence(invented: list[tuple[Article, Facts]]) -> None:
    article, facts = invented[0]

    lines = bare(told(article, facts, "fa"))

    assert lines[0] == "■ کنعانی: روابط با باکو مهم است · ایسنا · ۱۴۰۲/۰۱/۲۳ (2023-04-12)"
    assert "  الهام علی‌اف (رئیس‌جمهور، AZ) ← گفت ← «ایران همسایهٔ ماست»" in lines
    assert "      دربارهٔ: جمهوری آذربایجان (AZ)، ایران (IR)" in lines
    assert "  ایران (IR) ← رایزنی (سفر) ← جمهوری آذربایجان (AZ)" in lines
    assert "      گواه [231–265]: وزیران دو کشور در باکو دیدار کردند" in lines


def test_in_english_arrows_point_the_other_way(invented: list[tuple[Article, Facts]]) -> None:
    article, facts = invented[1]

    lines = bare(told(article, facts, "en"))

    assert "  Russia (RU) → AID (planned) → Iran (IR)" in lines


def test_an_article_without_facts_says_so() -> None:
    lines = bare(told(Article("id-1", "باران."), Facts("id-1"), "fa"))

    assert lines == ["■ id-1", "  (چیزی یافت نشد)"]


def test_a_hostile_speaker_steers_no_terminal(invented: list[tuple[Article, Facts]]) -> None:
    article, facts = invented[2]

    assert "\x1b" not in told(article, facts, "fa")
