from datetime import date
from pathlib import Path

import pytest

from graph.facts import Article, When
from ingest.sources import Options, Unreadable, articles

BODY = "سودان سفیر خود را فراخواند\nوزیر خارجه سودان گفت: بازمی‌گردیم.\n"


def one(path: Path, raw: bytes | str, options: Options | None = None) -> Article | Unreadable:
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    (item,) = articles(str(path), options)
    return item


def test_a_text_file_is_one_article_under_its_first_line(tmp_path: Path) -> None:
    item = one(tmp_path / "خبر.txt", BODY + "انتهای پیام/\nدیدگاه شما")

    assert item == Article(
        "خبر.txt", BODY.strip(), None, "سودان سفیر خود را فراخواند", None, None, str(tmp_path / "خبر.txt")
    )


def test_a_header_says_the_rest_and_stays_out_of_the_text(tmp_path: Path) -> None:
    header = "عنوان: سودان\nرسانه: آزمون\nتاریخ: ۱۴۰۲/۰۱/۲۳\nنشانی: https://Example.org/1?utm_source=x#top\n\n"

    item = one(tmp_path / "a.txt", header + BODY, Options(outlet="دیگر"))

    url = "https://example.org/1"
    assert item == Article(url, BODY.strip(), "آزمون", "سودان", When(date(2023, 4, 12)), url, str(tmp_path / "a.txt"))


def test_the_outlet_that_the_user_names_stands_where_the_file_names_none(tmp_path: Path) -> None:
    item = one(tmp_path / "a.txt", BODY, Options(outlet="آزمون"))

    assert isinstance(item, Article)
    assert item.outlet == "آزمون"


def test_line_ends_of_other_systems_are_line_ends(tmp_path: Path) -> None:
    item = one(tmp_path / "a.txt", BODY.replace("\n", "\r\n").encode("windows-1256", "replace"))

    assert isinstance(item, Article)
    assert "\r" not in item.text
    assert item.title == "سودان سف?ر خود را فراخواند"


def test_a_paragraph_is_no_title(tmp_path: Path) -> None:
    item = one(tmp_path / "a.txt", "او گفت که می‌آید. " * 40)

    assert isinstance(item, Article)
    assert item.title is None


def test_a_file_without_a_suffix_is_known_by_its_beginning(tmp_path: Path) -> None:
    item = one(tmp_path / "خبر", '{"id": "7", "text": "متن"}')

    assert isinstance(item, Article)
    assert (item.id, item.text) == ("7", "متن")


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", "no text"),
        ("عنوان: تنها\n\n", "no text"),
        (b"%PDF-1", "a PDF"),
        (b"\0\1\2" * 9, "NUL"),
        (b"a" * 101, "larger"),
    ],
)
def test_a_file_without_text_is_unreadable(tmp_path: Path, raw: bytes | str, problem: str) -> None:
    item = one(tmp_path / "a.txt", raw, Options(limit=100))

    assert isinstance(item, Unreadable)
    assert item.place == str(tmp_path / "a.txt")
    assert problem in item.problem
    assert item.cure
    assert str(item.error) == f"{item.place}: {item.problem}; {item.cure}"
