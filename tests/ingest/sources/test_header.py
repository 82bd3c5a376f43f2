import pytest

from ingest.sources.header import Header, parted


def test_a_header_is_parted_from_the_text() -> None:
    text = "عنوان: باکو: همسایه می‌مانیم\nرسانه: آزمون\nتاریخ: ۱۴۰۲/۰۱/۲۳\nنشانی: https://example.org/1\n\nباکو: همسایه"

    assert parted(text) == (
        Header("باکو: همسایه می‌مانیم", "آزمون", "۱۴۰۲/۰۱/۲۳", "https://example.org/1"),
        "\nباکو: همسایه",
    )


def test_keys_count_in_any_spelling_order_and_language() -> None:
    header, text = parted("Date: 2023-04-12\nنشاني : https://e.org/\nتاریخ‌انتشار: دیر\nمتن")

    assert header == Header(date="2023-04-12", url="https://e.org/")
    assert text == "تاریخ‌انتشار: دیر\nمتن"


@pytest.mark.parametrize(
    "text",
    ["آذربایجان: همسایه می‌مانیم\nمتن", "متن\nعنوان: دیر", "عنوان:\nمتن", "", "\nعنوان: پس از سطر خالی", "عنوان باکو"],
)
def test_a_text_without_header_comes_back_whole(text: str) -> None:
    assert parted(text) == (Header(), text)


def test_a_file_may_be_all_header() -> None:
    assert parted("عنوان: تنها") == (Header("تنها"), "")
