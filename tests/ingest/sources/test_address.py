import pytest

from ingest.sources.address import canonical, host, is_article


@pytest.mark.parametrize(
    ("url", "one"),
    [
        ("HTTPS://WWW.Azmoon.Example/News/1#top", "https://www.azmoon.example/News/1"),
        ("https://e.org/1?utm_source=x&id=7&utm_medium=y&fbclid=z", "https://e.org/1?id=7"),
        ("https://e.org/1?utm_source=x", "https://e.org/1"),
        ("https://e.org/?a=1&b=&c=%D8%A7+b", "https://e.org/?a=1&b=&c=%D8%A7+b"),
        (" https://e.org/خبر/۱ ", "https://e.org/%D8%AE%D8%A8%D8%B1/%DB%B1"),
        ("https://e.org/%D8%AE%D8%A8%D8%B1/%DB%B1", "https://e.org/%D8%AE%D8%A8%D8%B1/%DB%B1"),
        ("https://e.org", "https://e.org/"),
    ],
)
def test_an_article_has_one_address(url: str, one: str) -> None:
    assert canonical(url) == one
    assert canonical(one) == one


@pytest.mark.parametrize(
    "url", ["", "/news/1", "https://e.org", "https://e.org/", "ftp://e.org/1", "http://[::1", "news"]
)
def test_not_every_address_names_an_article(url: str) -> None:
    assert not is_article(url)


def test_a_host_is_called_as_people_call_it() -> None:
    assert host("https://www.azmoon.example:8080/1") == "azmoon.example"
    assert host("/1") is None
