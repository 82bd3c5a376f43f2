from ingest.attributing.quotes import quotes


def test_guillemets_nest() -> None:
    text = "او گفت: «خبر «فارس» درست است»."

    found = quotes(text)

    assert [text[start : end + 1] for start, end in found.spans] == ["«خبر «فارس» درست است»"]


def test_straight_marks_take_turns_within_a_line() -> None:
    text = 'گفت: "یک" و "دو\nنوشت: "سه"'

    found = quotes(text)

    assert [text[start : end + 1] for start, end in sorted(found.closing.items())] == ['"یک"', '"سه"']


def test_a_mark_that_never_closes_holds_nothing() -> None:
    found = quotes("گفت: «راه باز است. ادامه دارد.")

    assert found.closing == {}
    assert found.around(10) is None


def test_a_place_knows_the_outermost_quotation_around_it() -> None:
    text = "گفت: «الف «ب» ج» و رفت"

    found = quotes(text)

    assert found.around(text.index("ب")) == (text.index("«"), text.rindex("»"))
    assert found.around(text.index("رفت")) is None
