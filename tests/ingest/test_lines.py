"""Paragraphs are the printed lines, but for pages that were broken by width."""

from ingest.lines import joined
from ingest.words import paragraphs

WIDE = "سخنگوی وزارت امور خارجه دیروز در نشست هفتگی خود با خبرنگاران اعلام کرد که گفتگو"


def page(*lines: str) -> list[str]:
    text = "\n".join(lines)
    return [text[start:end] for start, end in joined(text, paragraphs(text))]


def test_lines_of_a_page_broken_by_width_run_on() -> None:
    found = page(*[WIDE] * 6, "ادامه دارد.", WIDE + ".", "پایان")

    assert found == ["\n".join([*[WIDE] * 6, "ادامه دارد."]), WIDE + ".", "پایان"]


def test_a_short_line_ends_its_paragraph() -> None:
    found = page("گفتگوی دو وزیر", *[WIDE] * 6)

    assert found[0] == "گفتگوی دو وزیر"


def test_a_blank_line_parts_paragraphs() -> None:
    assert len(page(*[WIDE] * 3, "", *[WIDE] * 3)) == 2


def test_lines_that_end_in_stops_are_paragraphs() -> None:
    assert len(page(*[WIDE + "."] * 8)) == 8


def test_a_few_lines_are_no_habit() -> None:
    assert len(page(*[WIDE] * 4)) == 4
