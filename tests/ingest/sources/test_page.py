from datetime import date
from pathlib import Path

import pytest

from graph.facts import Article, When
from ingest.sources import Options, Unreadable, articles

PAGES = Path(__file__).parents[2] / "pages"


def page(name: str) -> Article:
    (item,) = articles(str(PAGES / name))
    assert isinstance(item, Article)
    return item


def test_a_page_gives_its_article_and_nothing_around_it() -> None:
    article = page("agency.html")

    assert article.text.split("\n") == [
        "سفیر نروژ در مسقط: گفت‌وگوها پیش می‌رود",
        "سفیر نروژ در عمان گفت میانجیگری مسقط میان دو کشور همسایه به نتیجه نزدیک شده است.",
        "به گزارش خبرگزاری آزمون، آستا لینده، سفیر نروژ در مسقط، روز سه‌شنبه در نشستی خبری افزود: «ما از تلاش‌های عمان "
        "پشتیبانی می‌کنیم و آماده‌ایم میزبان دور پایانی باشیم.»",
        "وی در پاسخ به پرسشی دربارهٔ نقش اتحادیهٔ اروپا گفت که بروکسل در جریان همهٔ جزئیات است.",
        "سخنگوی وزارت خارجه عمان نیز این سخنان را تأیید کرد و از اسلو سپاسگزاری کرد.",
    ]


def test_a_page_states_its_title_date_outlet_and_address() -> None:
    article = page("agency.html")

    assert article.title == "سفیر نروژ در مسقط: گفت‌وگوها پیش می‌رود"
    assert article.published == When(date(2024, 1, 9))
    assert article.outlet == "خبرگزاری آزمون"
    assert article.id == article.url == "https://www.azmoon.example/news/8812/safir"


def test_zero_width_non_joiners_survive_however_they_are_written() -> None:
    article = page("entities.html")

    assert article.title == "وزیر خارجه غنا: از مرزهای‌مان پاسداری می‌کنیم"
    assert "پاسداری می‌کند & با هیچ همسایه‌ای" in article.text
    assert article.published == When(date(2022, 2, 20))
    assert article.id == "entities.html"


def test_the_date_shown_beside_the_heading_counts_and_not_today_s() -> None:
    assert page("jalali.html").published == When(date(2023, 12, 5))


def test_an_old_page_in_windows_1256_laid_out_in_tables_is_read() -> None:
    article = page("newspaper-1256.html")

    assert article.text.split("\n")[0] == article.title == "مالزي سفير خود را از داكا فراخواند"
    assert article.text.endswith("دادگاه در اين باره تصميم مي\u200cگيرد.")
    assert "صفحه اول" not in article.text
    assert article.published == When(date(2005, 8, 8))


def test_a_page_without_an_article_is_kept_as_it_was() -> None:
    (item,) = articles(str(PAGES / "shell.html"))

    assert isinstance(item, Unreadable)
    assert "holds no article" in item.problem
    assert item.raw == (PAGES / "shell.html").read_bytes()


@pytest.mark.parametrize("address", ["/", "https://example.org/", "javascript:void(0)", ""])
def test_an_address_that_names_no_article_is_not_its_id(tmp_path: Path, address: str) -> None:
    html = (PAGES / "jalali.html").read_text().replace("</head>", f'<link rel="canonical" href="{address}"></head>')
    (tmp_path / "a.html").write_text(html)

    (item,) = articles(str(tmp_path))

    assert isinstance(item, Article)
    assert (item.id, item.url) == ("a.html", None)


def test_the_outlet_that_the_user_names_stands_where_the_page_names_none() -> None:
    (item,) = articles(str(PAGES / "jalali.html"), Options(outlet="آزمون"))

    assert isinstance(item, Article)
    assert item.outlet == "آزمون"


def test_a_headline_outside_the_body_is_put_above_it(tmp_path: Path) -> None:
    html = (PAGES / "jalali.html").read_text()
    heading = "<h1>پرو و شیلی آب مرزی را تقسیم کردند</h1>"
    (tmp_path / "a.html").write_text(html.replace(heading, ""))

    (item,) = articles(str(tmp_path / "a.html"))

    assert isinstance(item, Article)
    assert item.text.startswith("پرو و شیلی آب مرزی را تقسیم کردند\nوزیران کشاورزی")
    assert item.published is None  # without a heading to stand by, a bare date may be anybody's


def test_reading_a_page_twice_gives_the_same() -> None:
    assert page("agency.html") == page("agency.html")
