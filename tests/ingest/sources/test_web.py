import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from graph.errors import SourceError
from graph.facts import Article
from ingest.sources import Options, Unreadable, articles
from ingest.sources.web import Answer, fetch

PAGES = Path(__file__).parents[2] / "pages"
HERE = Options(allow_private=True, timeout=2.0)
RSS = '<rss version="2.0"><channel><title>آزمون</title><item><title>تیتر</title><link>https://e.org/1</link></item></channel></rss>'
LINES = '{"id": "7", "text": " متن\\n"}\n{"id": "8"'


class Site(BaseHTTPRequestHandler):
    """A small outlet with all that can go wrong."""

    asked: list[str]

    def do_GET(self) -> None:
        type(self).asked.append(f"{self.headers['Host']}{self.path}")
        name = self.path.strip("/").partition("?")[0]
        getattr(self, f"give_{name}", self.give_nothing)()

    def give(self, media: str, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": media, **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def give_nothing(self) -> None:
        self.give("text/html", b"<html>no", 404)

    def give_page(self) -> None:
        self.give("text/html; charset=utf-8", (PAGES / "jalali.html").read_bytes())

    def give_stated(self) -> None:
        self.give("text/html", (PAGES / "agency.html").read_bytes())

    def give_old(self) -> None:
        self.give("text/html; charset=iso-8859-1", (PAGES / "newspaper-1256.html").read_bytes())

    def give_shell(self) -> None:
        self.give("text/html", (PAGES / "shell.html").read_bytes())

    def give_feed(self) -> None:
        self.give("application/rss+xml", RSS.encode())

    def give_xml(self) -> None:
        self.give("text/xml", RSS.encode())

    def give_lines(self) -> None:
        self.give("application/x-ndjson", LINES.encode())

    def give_text(self) -> None:
        self.give("text/plain; charset=utf-8", "تیتر\nمتن".encode())

    def give_picture(self) -> None:
        self.give("image/png", b"\x89PNG")

    def give_packed(self) -> None:
        self.give("text/plain", gzip.compress("متن ".encode() * 1_000_000), Content_Encoding="gzip")

    def give_moved(self) -> None:
        self.give("text/html", b"", 302, Location="/page?from=moved")

    def give_circle(self) -> None:
        self.give("text/html", b"", 302, Location="/circle")

    def give_outside(self) -> None:
        self.give("text/html", b"", 302, Location="file:///etc/passwd")

    def give_inside(self) -> None:
        self.give("text/html", b"", 302, Location=f"http://127.0.0.2:{self.server.server_port}/page")  # type: ignore[attr-defined]

    def give_forbidden(self) -> None:
        self.give("text/html", b"", 403)

    def give_broken(self) -> None:
        self.give("text/html", b"half", Content_Length="100")

    def give_late(self) -> None:
        time.sleep(0.6)
        self.give("text/plain", b"late")

    def give_slowly(self) -> None:
        self.give("text/plain", b"")
        for _ in range(20):
            self.wfile.write(b"x")
            time.sleep(0.05)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    Site.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page_is_called_by_its_address_unless_it_states_another(site: str) -> None:
    (plain,), (stated,) = articles(f"{site}/page?utm_source=x#top", HERE), articles(f"{site}/stated", HERE)

    assert isinstance(plain, Article)
    assert isinstance(stated, Article)
    assert plain.id == plain.url == f"{site}/page"
    assert plain.outlet == "127.0.0.1"
    assert plain.source == f"{site}/page?utm_source=x#top"
    assert stated.id == "https://www.azmoon.example/news/8812/safir"


def test_a_page_is_read_in_its_own_encoding_whatever_the_server_says(site: str) -> None:
    (article,) = articles(f"{site}/old", HERE)

    assert isinstance(article, Article)
    assert article.title == "مالزي سفير خود را از داكا فراخواند"


@pytest.mark.parametrize("path", ["feed", "xml"])
def test_a_feed_at_an_address_gives_its_entries(site: str, path: str) -> None:
    (article,) = articles(f"{site}/{path}", HERE)

    assert isinstance(article, Article)
    assert (article.id, article.text, article.outlet) == ("https://e.org/1", "تیتر", "آزمون")


def test_a_corpus_and_a_text_at_an_address_are_read_as_such(site: str) -> None:
    first, half = articles(f"{site}/lines", HERE)
    (text,) = articles(f"{site}/text", HERE)

    assert isinstance(first, Article)
    assert (first.id, first.text) == ("7", " متن\n")
    assert isinstance(half, Unreadable)
    assert half.raw == b'{"id": "8"'
    assert isinstance(text, Article)
    assert (text.id, text.text) == (f"{site}/text", "تیتر\nمتن")


def test_a_redirect_is_followed_to_its_end(site: str) -> None:
    (article,) = articles(f"{site}/moved", HERE)

    assert isinstance(article, Article)
    assert article.id == f"{site}/page?from=moved"


@pytest.mark.parametrize(
    ("path", "problem", "cure"),
    [
        ("missing", "404 Not Found", "check the address"),
        ("forbidden", "403", "save the page"),
        ("circle", "circles", "browser"),
        ("picture", "image/png", "a page, a feed"),
        ("shell", "no article", "save it"),
        ("broken", "cannot be fetched", "try again"),
        ("packed", "larger than 1,000,000 bytes", "limit"),
    ],
)
def test_what_goes_wrong_at_an_address_is_told(site: str, path: str, problem: str, cure: str) -> None:
    (item,) = articles(f"{site}/{path}", Options(allow_private=True, limit=1_000_000))

    assert isinstance(item, Unreadable)
    assert item.place == f"{site}/{path}"
    assert problem in item.problem
    assert cure in item.cure


@pytest.mark.parametrize("path", ["late", "slowly"])
def test_a_slow_server_is_not_waited_for(site: str, path: str) -> None:
    began = time.monotonic()

    (item,) = articles(f"{site}/{path}", Options(allow_private=True, timeout=0.1))

    assert isinstance(item, Unreadable)
    assert "0.1 seconds" in item.problem
    assert time.monotonic() - began < 0.9


def test_a_dead_server_and_an_unknown_name_are_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    (dead,) = articles(f"http://127.0.0.1:{port}/", HERE)
    (unknown,) = articles("http://no-such-host.invalid/1")

    assert isinstance(dead, Unreadable)
    assert "cannot be fetched" in dead.problem
    assert isinstance(unknown, Unreadable)
    assert "no-such-host.invalid is not known" in unknown.problem


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "127.1"]
)
def test_private_addresses_are_refused_in_every_spelling(site: str, host: str) -> None:
    port = site.rpartition(":")[2]
    Site.asked.clear()

    with pytest.raises(SourceError) as caught:
        list(articles(f"http://{host}:{port}/page"))

    assert "private" in caught.value.problem
    assert "allow private addresses" in caught.value.cure
    assert Site.asked == []


def resolving(monkeypatch: pytest.MonkeyPatch, *answers: tuple[str, ...]) -> list[str]:
    """Lets names resolve to the answers, one a question, the last for ever; the questions come back."""
    real, asked = socket.getaddrinfo, []

    def answer(host: str, port: int, *rest: int, **more: int) -> list[tuple[object, ...]]:
        if host.replace(".", "").isdigit():
            return list(real(host, port, *rest, **more))
        asked.append(host)
        found = answers[min(len(asked), len(answers)) - 1]
        return [entry for address in found for entry in real(address, port, type=socket.SOCK_STREAM)]

    monkeypatch.setattr("ingest.sources.reach.socket.getaddrinfo", answer)
    return asked


def test_a_name_with_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch, site: str) -> None:
    resolving(monkeypatch, ("93.184.216.34", "127.0.0.1"))

    with pytest.raises(SourceError, match=r"private address \(127.0.0.1\)"):
        list(articles(f"http://azmoon.example:{site.rpartition(':')[2]}/page"))


def test_the_checked_address_is_the_one_that_is_used(monkeypatch: pytest.MonkeyPatch, site: str) -> None:
    port = site.rpartition(":")[2]
    asked = resolving(monkeypatch, ("127.0.0.1",), ("93.184.216.34",))
    Site.asked.clear()

    answer = fetch(f"http://azmoon.example:{port}/text", HERE)

    assert isinstance(answer, Answer)
    assert answer.url == f"http://azmoon.example:{port}/text"
    assert asked == ["azmoon.example"]
    assert Site.asked == [f"azmoon.example:{port}/text"]


def test_the_next_address_is_tried_where_one_is_dead(monkeypatch: pytest.MonkeyPatch, site: str) -> None:
    resolving(monkeypatch, ("127.0.0.3", "127.0.0.1"))

    answer = fetch(f"http://azmoon.example:{site.rpartition(':')[2]}/text", HERE)

    assert isinstance(answer, Answer)


def test_each_redirect_is_checked(monkeypatch: pytest.MonkeyPatch, site: str) -> None:
    public = "ingest.sources.reach.is_public"
    monkeypatch.setattr(public, lambda address: str(address) == "127.0.0.1")  # the site itself stands for the internet

    with pytest.raises(SourceError, match="private") as caught:
        list(articles(f"{site}/inside"))

    assert "127.0.0.2" in caught.value.place


def test_a_redirect_out_of_the_web_is_refused(site: str) -> None:
    with pytest.raises(SourceError, match="http or https"):
        list(articles(f"{site}/outside", HERE))


@pytest.mark.parametrize("url", ["http://", "https:///path", "http://[::1"])
def test_a_malformed_address_is_told(url: str) -> None:
    with pytest.raises(SourceError) as caught:
        list(articles(url))

    assert caught.value.cure
