import io
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.facts import Article
from ingest.sources import Options, Origin, contents
from ingest.sources.kinds import Kind

PAGES = Path(__file__).parents[2] / "pages"
PIECES = [
    *((PAGES / name).read_bytes()[:1500] for name in ("agency.html", "newspaper-1256.html")),
    *(
        b"<![ x",
        b"<![foo[x]]>",
        b"<!",
        b"<!--",
        b"<?xml",
        b"</",
        b"<p>",
        b"<td><p>",
        b"<h1>",
        b"</h1>",
        b"<title>",
        b"<svg>",
    ),
    *(
        b"&#x110000;",
        b"&#0;",
        b"\0",
        b"\x0b",
        b"\xff\xfe",
        b"\xed\xa0\x80",
        b"]]>",
        b"&zwnj;",
        b'"',
        b"\n",
        b",",
        b"{",
        b"}",
    ),
    *(b"<link rel=canonical href='http://[::1'>", b"<time datetime='2020-13-45'>", b"<base href='//[x'>"),
    *(
        b"<rss version='2.0'><channel>",
        b"<item><link>http://[bad</link>",
        b"<pubDate>1402/13/45</pubDate>",
        b"</item>",
        b"</rss>",
    ),
    *(b'{"id": 1, "text": ', b'"\\ud83d"', b"id,text\n", b"1,", "متن، تاریخ انتشار: ۹۹ مهر ۱۴۰۲".encode()),
]


@pytest.mark.parametrize("kind", get_args(Kind.__value__))
@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=8).map(b"".join))
def test_nothing_that_comes_in_stops_the_reading(kind: Kind, raw: bytes) -> None:
    items = list(contents.articles(kind, io.BytesIO(raw), Origin("there", "it"), Options()))

    assert all(item.text.strip() if isinstance(item, Article) else item.problem for item in items)
    assert all(item.source == "there" for item in items)
