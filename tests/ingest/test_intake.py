"""Sources into the archive: nothing is lost, nothing stops the rest, nothing is done twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.archive import Archive
from graph.errors import KnowledgeError, SourceError
from graph.facts import Article, Evidence, Facts, Relation
from ingest import pipeline
from ingest.intake import Tally, incoming, readings, take_in
from ingest.sources import Options, Unreadable


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "own.db", create=True) as opened:
        yield opened


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reads no facts; stumbles where a text says so."""

    def extract(article: Article) -> Facts:
        if article.text == "stumble":
            raise ZeroDivisionError("by zero")
        if article.text == "no lexicon":
            raise KnowledgeError("cues.tsv:3", "breaks its form")
        if article.text == "wrong":
            elsewhere = Evidence(article.id, 0, 3, "not", "test")
            return Facts(article.id, (), (Relation(article.id, "IR", "RU", "AID", elsewhere),))
        return Facts(article.id)

    monkeypatch.setattr(pipeline, "extract", extract)


def told(archive: Archive) -> list[tuple[str, str]]:
    return [(failure.source, failure.item) for failure in archive.failures()]


def test_sources_come_one_after_another_and_one_that_is_none_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("باران", encoding="utf-8")

    nowhere, article = incoming([str(tmp_path / "nowhere"), str(tmp_path / "a.txt")], Options())

    assert isinstance(nowhere, SourceError)
    assert isinstance(article, Article)


def test_what_trips_the_reading_up_is_refused_and_the_rest_is_read() -> None:
    refused: list[Unreadable | SourceError] = []
    articles = [Article("1", "stumble"), Article("2", "wrong"), Article("3", "باران")]

    read = list(readings(articles, refused.append))

    assert [article.id for article, _ in read] == ["3"]
    assert ["ZeroDivisionError" in one.problem for one in refused] == [True, False]
    assert "not printed there" in refused[1].problem


def test_strict_reading_stops_at_the_first_that_trips_it_up() -> None:
    with pytest.raises(ZeroDivisionError):
        list(readings([Article("1", "stumble")], lambda _: None, strict=True))


def test_a_broken_lexicon_stops_all_reading(archive: Archive) -> None:
    with pytest.raises(KnowledgeError):
        take_in(archive, [Article("1", "no lexicon")], lambda _: None)


def test_a_run_is_counted(archive: Archive) -> None:
    found = [Article("1", "باران", source="a"), Article("2", "stumble", source="a"), SourceError("b", "is none")]
    take_in(archive, [Article("1", "برف", source="a"), Article("3", "باد", source="a")], lambda _: None)

    tally = take_in(archive, [*found, Article("3", "باد", source="a")], lambda _: None)

    run = archive.status().last_run
    assert tally == Tally(added=0, changed=1, unchanged=1, failed=2)
    assert run
    assert (run.added, run.changed, run.unchanged, run.failed) == (0, 1, 1, 2)


def test_a_line_and_an_article_of_one_name_are_told_apart(archive: Archive) -> None:
    found = [
        Unreadable("a", "2", "is not JSON", "mend it"),
        Article("2", "stumble", source="a"),
        Article("3", "باد", source="a"),
    ]

    take_in(archive, found, lambda _: None)
    first = told(archive)
    take_in(archive, [found[0], Article("2", "باران", source="a")], lambda _: None)

    assert first == [("a", "2"), ("a", "line 2")]
    assert told(archive) == [("a", "line 2")]


def test_failures_of_sources_that_were_not_read_again_stay(archive: Archive) -> None:
    take_in(archive, [Unreadable("a", "1", "", ""), Unreadable("b", "", "", "")], lambda _: None)

    take_in(archive, [Article("x", "باران", source="a"), SourceError("b", "is gone")], lambda _: None)

    assert told(archive) == [("b", "")]


def test_an_address_is_the_same_article_wherever_it_was_read(archive: Archive, tmp_path: Path) -> None:
    feed, page = tmp_path / "feed.xml", tmp_path / "page.html"
    feed.touch()
    address = "https://news.example/1"
    take_in(
        archive, [Article(address, "کوتاه", source=str(feed)), Article("1", "کوتاه", source=str(feed))], lambda _: None
    )

    tally = take_in(
        archive, [Article(address, "بلند", source=str(page)), Article("1", "بلند", source=str(page))], lambda _: None
    )

    assert tally == Tally(added=0, changed=1, unchanged=0, failed=1)
