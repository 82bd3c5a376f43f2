import io
import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.facts import Article, When
from ingest.sources import Options, Origin, Unreadable, articles, lines

CORPUS = os.environ.get("RAVABET_CORPUS")
RECORD = {
    "id": "n-1",
    "outlet": "آزمون",
    "url": "https://example.org/1",
    "date": "18:25 · 04 Khordad 1404",
    "title": "تیتر",
    "text": "تیتر\n متن دوم \nانتهای پیام/\nدیدگاه شما\n",
}


def read(raw: bytes | str, options: Options | None = None, *, lasting: bool = True) -> list[Article | Unreadable]:
    stream = io.BytesIO(raw if isinstance(raw, bytes) else raw.encode())
    return list(lines.articles(stream, Origin("c.jsonl", "c.jsonl", lasting), options or Options()))


def line(**changed: object) -> str:
    return json.dumps(RECORD | changed, ensure_ascii=False) + "\n"


def test_a_record_is_an_article_word_for_word() -> None:
    assert read(line()) == [
        Article("n-1", RECORD["text"], "آزمون", "تیتر", When(date(2025, 5, 25)), "https://example.org/1", "c.jsonl")
    ]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip), st.booleans())
def test_no_text_is_altered(text: str, escaped: bool) -> None:
    raw = json.dumps({"id": "1", "text": text}, ensure_ascii=escaped)

    (item,) = read(raw)

    assert isinstance(item, Article)
    assert item.text == text


@pytest.mark.skipif(not CORPUS, reason="RAVABET_CORPUS names no folder of corpora")
def test_no_text_of_the_corpus_is_altered() -> None:
    for path in sorted(Path(CORPUS or "").glob("*.jsonl")):
        given_texts = {record["id"]: record["text"] for record in map(json.loads, path.open(encoding="utf-8"))}

        read_texts = {item.id: item.text for item in articles(str(path)) if isinstance(item, Article)}

        assert read_texts == {name: text for name, text in given_texts.items() if text.strip()}


def test_fields_are_found_under_the_corpus_s_own_names() -> None:
    raw = json.dumps({"key": 7, "body": "متن", "date": "1402/01/23", "text": "نه این"})

    (item,) = read(raw, Options(fields={"id": "key", "text": "body"}, outlet="آزمون"))

    assert item == Article("7", "متن", "آزمون", None, When(date(2023, 4, 12)), None, "c.jsonl")


def test_a_record_without_id_is_known_by_its_address_else_by_its_words() -> None:
    url, first, second, other = read(
        line(id=None)
        + line(id="", url=None)
        + line(id=None, url=None, title="جز این")
        + line(id=None, url="", text="متن")
    )

    assert isinstance(url, Article)
    assert isinstance(first, Article)
    assert isinstance(other, Article)
    assert isinstance(second, Unreadable)
    assert url.id == "https://example.org/1"
    assert first.id.startswith("c.jsonl#f")
    assert other.id != first.id


@pytest.mark.parametrize(
    ("bad", "problem", "cure"),
    [
        ('{"id": "2"}\n', "no field «text» (its fields: id)", "which one"),
        ('{"id": "2", "text": " \\n "}\n', "«text» is empty", "drop it"),
        ('{"id": "2", "text": null}\n', "«text» is empty", "drop it"),
        ('{"id": "2", "text": ["متن"]}\n', "Expected `str`, got `array` - at `$.text`", "mend"),
        ('{"id": "2", "text": "متن", "date": 1402}\n', "at `$.date`", "mend"),
        ('{"id": "2", "text": "\\ud83d متن"}\n', "not JSON", "mend"),
        ("متن بدون قالب\n", "not JSON", "mend"),
        ('["متن"]\n', "no object", "jq -c"),
        ("[\n", "no object", "jq -c"),
        ("3\n", "no object", "mend"),
        ('{"id": "n-1", "text": "دیگر"}\n', "line 1 has the same id, n-1", "id of its own"),
        ('{"id": "2", "text": "متن"}\n'.encode("windows-1256", "replace"), "not UTF-8", "as UTF-8"),
        ('{"id": "2", "text": "' + "متن" * 900 + '"}\n', "longer than 2,000 bytes", "limit"),
    ],
)
def test_a_bad_line_is_named_and_stops_no_other(bad: str | bytes, problem: str, cure: str) -> None:
    raw = bad if isinstance(bad, bytes) else bad.encode()

    first, unreadable, last = read(line().encode() + raw + b"\n" + line(id="3").encode(), Options(limit=2_000))

    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(unreadable, Unreadable)
    assert unreadable.place == "c.jsonl:2"
    assert problem in unreadable.problem
    assert cure in unreadable.cure
    assert unreadable.raw is None


@pytest.mark.parametrize("cut", [20, -3, -1])
def test_a_half_written_last_line_is_told_apart(cut: int) -> None:
    half = line(id="2").rstrip().encode()[:cut]

    first, unreadable = read(line().encode() + half)

    assert isinstance(first, Article)
    assert isinstance(unreadable, Unreadable)
    assert (unreadable.item, unreadable.problem) == ("2", "the last line is cut off")


def test_a_last_line_needs_no_end_and_a_first_one_may_bear_a_mark() -> None:
    items = read(b"\xef\xbb\xbf" + (line() + line(id="2")).rstrip().encode())

    assert [item.id for item in items if isinstance(item, Article)] == ["n-1", "2"]


def test_utf_16_is_called_by_its_name() -> None:
    first, *_ = read(line().encode("utf-16"))

    assert isinstance(first, Unreadable)
    assert (first.problem, first.cure) == ("this is UTF-16", "save it as UTF-8")


def test_what_comes_only_once_is_kept() -> None:
    (unreadable,) = read(b'{"id": 1}', lasting=False)

    assert isinstance(unreadable, Unreadable)
    assert unreadable.raw == b'{"id": 1}'


def test_lines_are_read_one_at_a_time() -> None:
    stream = io.BytesIO((line() * 3).encode())

    next(lines.articles(stream, Origin("c", "c"), Options()))

    assert stream.tell() < 3 * len(line().encode())
