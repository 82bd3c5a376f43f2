"""A page, feed or corpus at an address of the web, fetched with care."""

import io
import time
from collections.abc import Iterator
from http import HTTPStatus
from typing import Final, NamedTuple

import httpx

from graph.errors import SourceError
from graph.facts import Article
from ingest.sources import contents
from ingest.sources.address import canonical
from ingest.sources.kinds import by_media
from ingest.sources.options import Options, Origin
from ingest.sources.reach import Checked
from ingest.sources.unreadable import Unreadable

_REDIRECTS: Final = 5
_PATIENCE: Final = 6  # timeouts that a whole answer may take
_ACCEPT: Final = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain, */*;q=0.5"
_CURES: Final = {
    HTTPStatus.UNAUTHORIZED: "it wants a login; save the page from a browser and read the file",
    HTTPStatus.FORBIDDEN: "it refuses programs; save the page from a browser and read the file",
    HTTPStatus.NOT_FOUND: "check the address; the page may have moved",
    HTTPStatus.GONE: "the page was taken down",
    HTTPStatus.TOO_MANY_REQUESTS: "wait a while and try again",
}


class Answer(NamedTuple):
    """What a server gave: `url` after all redirects, `media` and `charset` as it calls them."""

    url: str
    media: str
    charset: str | None
    raw: bytes


def articles(url: str, options: Options) -> Iterator[Article | Unreadable]:
    """The articles at an address: a page is one, a feed or corpus many.

    Raises: SourceError when the address is none of the web, or private without leave.
    """
    answer = fetch(url, options)
    if isinstance(answer, Unreadable):
        yield answer
        return
    kind = by_media(answer.media, answer.raw)
    if kind is None:
        cure = "give the address of a page, a feed, a text or a corpus"
        yield Unreadable(url, "", f"what it holds is {answer.media}", cure, answer.raw)
        return
    origin = Origin(url, canonical(answer.url), lasting=False)
    yield from contents.articles(kind, io.BytesIO(answer.raw), origin, options, answer.charset)


def fetch(url: str, options: Options) -> Answer | Unreadable:
    """What is at an address, or why it cannot be had.

    Raises: SourceError when the address is none of the web, or private without leave.
    """
    try:
        with _client(options) as client, client.stream("GET", url) as response:
            return _received(response, url, options)
    except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
        raise SourceError(url, f"is no address of the web ({error})", "give an http or https address") from None
    except httpx.TooManyRedirects:
        return Unreadable(url, "", "it redirects in circles", "open it in a browser and give the address where it ends")
    except httpx.TimeoutException:
        return _slow(url, options)
    except httpx.HTTPError as error:
        return Unreadable(url, "", f"cannot be fetched ({error})", "check the address and the network, then try again")


def _client(options: Options) -> httpx.Client:
    return httpx.Client(
        transport=Checked(allow_private=options.allow_private),
        timeout=options.timeout,
        follow_redirects=True,
        max_redirects=_REDIRECTS,
        headers={"User-Agent": "ravabet", "Accept": _ACCEPT},
        trust_env=False,
    )


def _received(response: httpx.Response, url: str, options: Options) -> Answer | Unreadable:
    if response.is_error:
        status = HTTPStatus(response.status_code)
        cure = _CURES.get(status, "try again later")
        return Unreadable(url, "", f"the server answers {status.value} {status.phrase}", cure)
    started, raw = time.monotonic(), bytearray()
    for piece in response.iter_bytes():
        raw += piece
        if len(raw) > options.limit:
            return Unreadable(url, "", f"is larger than {options.limit:,} bytes", "raise the limit")
        if time.monotonic() - started > _PATIENCE * options.timeout:
            return _slow(url, options)
    media = response.headers.get("content-type", "").split(";")[0].strip().lower()
    return Answer(str(response.url), media, response.charset_encoding, bytes(raw))


def _slow(url: str, options: Options) -> Unreadable:
    return Unreadable(
        url, "", f"no whole answer in time ({options.timeout:g} seconds)", "try again, or allow more time"
    )
