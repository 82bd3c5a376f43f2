"""Sentences cut out with their words marked."""

from queries.scoring.excerpts import Mark, excerpt

TEXT = "جلسه برگزار شد. وزیر گفت: راه باز است. همه رفتند."


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def shown(*marked: tuple[Mark, tuple[int, int]], text: str = TEXT) -> list[tuple[str, list[str]]]:
    return [(piece.text, sorted(piece.marks)) for piece in excerpt(text, marked)]


def test_an_excerpt_is_the_sentence_around_what_is_marked() -> None:
    assert shown(("gold", span("راه باز است"))) == [
        ("وزیر گفت: ", []),
        ("راه باز است", ["gold"]),
        (".", []),
    ]


def test_marks_may_cross() -> None:
    assert shown(("gold", span("وزیر گفت")), ("predicted", span("گفت: راه"))) == [
        ("وزیر ", ["gold"]),
        ("گفت", ["gold", "predicted"]),
        (": راه", ["predicted"]),
        (" باز است.", []),
    ]


def test_a_dot_within_a_word_ends_no_sentence() -> None:
    assert shown(("gold", (14, 18)), text="شرکت ام.آی.تی رفته است. بعد")[0][0] == "شرکت ام.آی.تی "


def test_what_is_long_loses_its_middle_and_what_is_cut_off_says_so() -> None:
    text = "الف " * 100 + "ب" * 1000
    (before, _), _, (word, marks) = shown(("gold", (400, 1400)), text=text)

    assert before == "… "
    assert len(word) < 400
    assert " […] " in word
    assert marks == ["gold"]


def test_characters_that_steer_a_display_do_not_come_along() -> None:
    assert shown(("gold", (0, 6)), text="آ\u202eب\x00\u2067پ") == [("آب پ", ["gold"])]


def test_nothing_marked_shows_nothing() -> None:
    assert excerpt(TEXT, []) == ()
