from ingest.attributing import clauses


def test_a_clause_starts_behind_the_and_that_follows_a_verb() -> None:
    text = "وی از توافق خارج شد و بازگشت را محال دانست"

    start = clauses.clause_start(text, 0, text.index("دانست"))

    assert text[start:].strip() == "بازگشت را محال دانست"


def test_an_and_between_nouns_starts_no_clause() -> None:
    text = "ایران و عراق بر همکاری تاکید کردند"

    assert clauses.clause_start(text, 0, text.index("تاکید")) == 0


def test_a_relative_clause_without_a_verb_starts_behind_its_joint() -> None:
    text = "روزی رسید که وزیر این خبر را رد کرد"

    start = clauses.relative_start(text, 0, text.index("رد"))

    assert text[start:] == "وزیر این خبر را رد کرد"


def test_the_last_verb_is_found_with_and_without_a_space() -> None:
    text = "سفر انجام می شود"

    assert clauses.last_verb(text, 0, len(text)) == len(text)
    assert not clauses.has_verb("سیاست خارجی دو کشور", 0, 19)


def test_a_participle_before_a_noun_and_a_noun_that_looks_like_a_verb_are_none() -> None:
    assert not clauses.has_verb("گزارش منتشر شده درباره تحریم این بانک", 0, 37)
    assert clauses.has_verb("گزارش تازه منتشر شده و به شورا رسیده", 0, 22)
