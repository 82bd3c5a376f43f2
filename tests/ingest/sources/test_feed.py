from datetime import date
from pathlib import Path

from graph.facts import Article, When
from ingest.sources import Unreadable, articles

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>خبرگزاری آزمون</title><link>https://azmoon.example/</link>
<item><title>مصر: &quot;آماده‌ایم&quot;</title><link>https://azmoon.example/1?utm_source=rss</link>
<pubDate>Tue, 05 Dec 2023 01:30:00 +0330</pubDate>
<description>کوتاه</description>
<content:encoded><![CDATA[
<p>وزیر خارجه مصر گفت: آماده&zwnj;ایم.</p><p>بند دوم<br>سطر دوم</p><p>کد خبر: ۱۲</p>
]]></content:encoded></item>
<item><title>تنها تیتر: چاد پذیرفت</title><guid isPermaLink="false">g-2</guid>
<pubDate>۱۴۰۲/۰۹/۱۴</pubDate></item>
<item><title></title><link>https://azmoon.example/3</link></item>
<item><title>دوباره</title><link>https://azmoon.example/1</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>آزمون</title>
<entry><title type="html">a &lt;b&gt;تیتر&lt;/b&gt;</title><id>urn:x:1</id>
<updated>2023-12-05T22:00:00Z</updated><content type="text">متن &lt; اصلی</content></entry></feed>"""


def read(path: Path, told: str | bytes) -> list[Article | Unreadable]:
    path.write_bytes(told if isinstance(told, bytes) else told.encode())
    return list(articles(str(path)))


def test_entries_are_articles(tmp_path: Path) -> None:
    path = tmp_path / "f.xml"

    first, second, *_ = read(path, RSS)

    assert first == Article(
        "https://azmoon.example/1",
        'مصر: "آماده‌ایم"\nوزیر خارجه مصر گفت: آماده‌ایم.\nبند دوم\nسطر دوم',
        "خبرگزاری آزمون",
        'مصر: "آماده‌ایم"',
        When(date(2023, 12, 5)),
        "https://azmoon.example/1",
        str(path),
    )
    assert second == Article(
        "g-2",
        "تنها تیتر: چاد پذیرفت",
        "خبرگزاری آزمون",
        "تنها تیتر: چاد پذیرفت",
        When(date(2023, 12, 5)),
        None,
        str(path),
    )


def test_entries_without_words_or_told_twice_are_unreadable(tmp_path: Path) -> None:
    *_, wordless, double = read(tmp_path / "f.xml", RSS)

    assert isinstance(wordless, Unreadable)
    assert (wordless.item, wordless.problem) == ("3", "the entry has no words")
    assert isinstance(double, Unreadable)
    assert "twice" in double.problem


def test_atom_is_read_too(tmp_path: Path) -> None:
    (entry,) = read(tmp_path / "f.atom", ATOM)

    assert isinstance(entry, Article)
    assert (entry.id, entry.text, entry.title) == ("urn:x:1", "a تیتر\nمتن < اصلی", "a تیتر")
    assert entry.published == When(date(2023, 12, 5))


def test_a_feed_in_windows_1256_is_read(tmp_path: Path) -> None:
    told = RSS.replace("utf-8", "windows-1256").replace("ی", "ي").translate(dict.fromkeys(map(ord, "۰۱۲۴۹"), "1"))

    first, *_ = read(tmp_path / "f.rss", told.encode("windows-1256"))

    assert isinstance(first, Article)
    assert first.title == 'مصر: "آماده‌ايم"'


def test_a_feed_that_is_cut_off_gives_what_is_whole(tmp_path: Path) -> None:
    third = RSS.index("<item><title></title>")

    for cut in range(third, third + 25, 5):
        unreadable, first, second = read(tmp_path / "f.xml", RSS[:cut])

        assert isinstance(unreadable, Unreadable)
        assert (unreadable.item, unreadable.problem) == ("3", "the feed is cut off here")
        assert isinstance(first, Article)
        assert isinstance(second, Article)


def test_what_is_no_feed_says_so(tmp_path: Path) -> None:
    (unreadable,) = read(tmp_path / "f.xml", "<?xml version='1.0'?><note>نه</note>")

    assert isinstance(unreadable, Unreadable)
    assert "no RSS or Atom feed" in unreadable.problem
