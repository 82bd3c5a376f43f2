import io
import subprocess
import sys
from pathlib import Path

import pytest

from graph.facts import Article
from ingest.sources import Unreadable, articles


def piped(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> list[Article | Unreadable]:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
    return list(articles("-"))


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ('{"id": "1", "text": "متن "}'.encode(), "متن "),
        ("تیتر\nمتن\nانتهای پیام".encode(), "تیتر\nمتن"),
        (
            '<?xml version="1.0"?>\n<rss version="2.0"><channel><item><title>تیتر</title></item></rss>'.encode(),
            "تیتر",
        ),
        (
            (
                "<html><h1>تیتر</h1>" + "<p>وزیر خارجه گفت که به زودی به این کشور سفر می‌کند و آن را مهم خواند.</p>" * 4
            ).encode(),
            None,
        ),
    ],
)
def test_standard_input_is_told_by_its_beginning(monkeypatch: pytest.MonkeyPatch, raw: bytes, text: str | None) -> None:
    (item,) = piped(monkeypatch, raw)

    assert isinstance(item, Article)
    assert item.source == "-"
    assert item.text == text or (text is None and item.text.startswith("تیتر\nوزیر"))


def test_the_same_words_have_the_same_id(monkeypatch: pytest.MonkeyPatch) -> None:
    first, again, other = (piped(monkeypatch, raw.encode())[0] for raw in ("متن", "متن", "متن دیگر"))

    assert isinstance(first, Article)
    assert first == again
    assert isinstance(other, Article)
    assert other.id != first.id


def test_what_cannot_be_read_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    (item,) = piped(monkeypatch, b"%PDF-1.4 ...")

    assert isinstance(item, Unreadable)
    assert (item.source, item.raw) == ("-", b"%PDF-1.4 ...")


def test_lines_come_out_as_they_come_in() -> None:
    program = "from ingest.sources import articles\nfor item in articles('-'): print(item.id, flush=True)"
    root = Path(__file__).parents[3]
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root
    ) as process:
        assert process.stdin
        assert process.stdout
        told = []
        for name in ("1", "2"):
            process.stdin.write(f'{{"id": "{name}", "text": "x"}}\n')
            process.stdin.flush()
            told.append(process.stdout.readline())
        process.stdin.close()

    assert told == ["1\n", "2\n"]
