"""`ravabet status` and `ravabet forget`."""

import json
from pathlib import Path

import pytest

from graph.archive import Archive
from graph.facts import Article, Facts


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An archive to change, with one article and one failure."""
    path = tmp_path / "own.db"
    with Archive.open(path, create=True) as archive:
        archive.put(Article("خبر یک", "باران.", outlet="ایسنا"), Facts("خبر یک"), extractor="test")
        archive.fail("news.jsonl", "3", "the line is not JSON", "mend it", b"{")
    return path


def test_status_is_one_json_object_where_nobody_watches(run, own: Path) -> None:
    told = json.loads(run("status", "--archive", own).stdout)

    assert told["articles"] == 1
    assert told["outlets"] == [{"outlet": "ایسنا", "articles": 1}]
    assert told["failures"] == [
        {"source": "news.jsonl", "item": "3", "problem": "the line is not JSON", "cure": "mend it", "tries": 1}
    ]


def test_status_tells_people_what_could_not_be_read_and_why(terminal, own: Path) -> None:
    shown = terminal("status", "--archive", own)

    assert "news.jsonl, 3: the line is not JSON; mend it" in shown
    assert "ravabet retry" in shown


def test_forgetting_takes_an_article_out(run, own: Path) -> None:
    first, second = run("forget", "خبر یک", "--archive", own), run("forget", "خبر یک", "--archive", own)

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "خبر یک: forgotten" in first.stderr
    assert "was forgotten before" in second.stderr
    assert json.loads(run("status", "--archive", own).stdout)["articles"] == 0


def test_what_was_never_there_cannot_be_forgotten(run, own: Path) -> None:
    told = run("forget", "خبر دو", "--archive", own)

    assert told.exit_code == 1
    assert "خبر یک" in told.stderr, "the near one is offered"
