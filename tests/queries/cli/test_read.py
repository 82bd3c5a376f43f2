"""`ravabet read` and `ravabet retry`."""

import json
from pathlib import Path

import pytest

from graph.archive import Archive

SAYS = "ناصر کنعانی، سخنگوی وزارت امور خارجه گفت: روابط با روسیه مهم است."


def lines(*articles: dict[str, object] | str) -> str:
    told = [one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in articles]
    return "".join(f"{line}\n" for line in told)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def status(run) -> dict[str, object]:
    told: dict[str, object] = json.loads(run("status").stdout)
    return told


def texts() -> dict[str, str]:
    with Archive.open(Path("ravabet.db"), readonly=True) as archive:
        return {article.id: article.text for article in archive.articles()}


def test_articles_are_read_and_can_be_asked_about(run, desk: Path) -> None:
    (desk / "خبر.txt").write_text(SAYS, encoding="utf-8")

    told = run("read", "خبر.txt", "--outlet", "ایسنا")
    (line,) = run("ask", "said", "--about", "روسیه").stdout.splitlines()

    assert told.exit_code == 0, told.stderr
    assert told.stdout == ""
    assert "articles: 1 added, 0 changed, 0 unchanged" in told.stderr
    row = json.loads(line)
    assert (row["speaker"], row["outlet"]) == ("ناصر کنعانی", "ایسنا")
    assert SAYS[row["start"] : row["end"]].startswith("ناصر کنعانی")


def test_reading_again_changes_nothing_and_a_changed_article_is_read_anew(run, desk: Path) -> None:
    file = desk / "news.jsonl"
    file.write_text(lines({"id": "a", "text": SAYS}, {"id": "b", "text": "باران می‌بارد."}), encoding="utf-8")

    first, second = run("read", "news.jsonl"), run("read", "news.jsonl")
    file.write_text(lines({"id": "a", "text": SAYS}, {"id": "b", "text": "برف می‌بارد."}), encoding="utf-8")
    third = run("read", "news.jsonl")

    assert "2 added, 0 changed, 0 unchanged" in first.stderr
    assert "0 added, 0 changed, 2 unchanged" in second.stderr
    assert "0 added, 1 changed, 1 unchanged" in third.stderr
    assert texts()["b"] == "برف می‌بارد."


def test_what_cannot_be_read_is_kept_with_its_reason_and_stops_nothing(run, desk: Path) -> None:
    (desk / "news.jsonl").write_text(lines({"id": "a", "text": SAYS}, "{broken", {"id": "2", "text": SAYS}), "utf-8")

    told = run("read", "news.jsonl")
    (failure,) = status(run)["failures"]  # type: ignore[misc]

    assert told.exit_code == 1
    assert "2 added" in told.stderr
    assert f"ravabet: {desk}/news.jsonl:2: the line is not JSON" in told.stderr
    assert (failure["source"], failure["item"], failure["tries"]) == (f"{desk}/news.jsonl", "line 2", 1)


def test_retry_reads_what_was_mended_and_forgets_the_failure(run, desk: Path) -> None:
    file = desk / "news.jsonl"
    file.write_text(lines({"id": "a", "text": SAYS}, "{broken"), encoding="utf-8")
    run("read", "news.jsonl")

    again = run("retry")
    file.write_text(lines({"id": "a", "text": SAYS}, {"id": "b", "text": SAYS}), encoding="utf-8")
    mended = run("retry")
    nothing = run("retry")

    assert again.exit_code == 1
    assert mended.exit_code == 0
    assert "1 added, 0 changed, 1 unchanged" in mended.stderr
    assert status(run)["failures"] == []
    assert "Nothing to try again" in nothing.stderr


def test_what_failed_on_standard_input_is_tried_again_from_what_was_kept(run, desk: Path) -> None:
    told = run("read", "-", stdin=lines({"id": "a", "text": SAYS}, {"id": "b", "body": SAYS}))

    again = run("retry", "--field", "text=body")

    assert told.exit_code == 1
    assert again.exit_code == 0, again.stderr
    assert texts() == {"a": SAYS, "b": SAYS}
    assert status(run)["failures"] == []


def test_fields_go_by_a_corpus_s_own_names(run, desk: Path) -> None:
    (desk / "news.csv").write_text(f"code,body,source\n7,{SAYS},ایرنا\n", encoding="utf-8")

    told = run("read", "news.csv", "--field", "id=code", "--field", "text=body", "--field", "outlet=source")

    assert told.exit_code == 0, told.stderr
    assert texts() == {"7": SAYS}
    assert status(run)["outlets"] == [{"outlet": "ایرنا", "articles": 1}]


def test_a_source_that_is_none_is_told_and_the_others_are_read(run, desk: Path) -> None:
    (desk / "خبر.txt").write_text(SAYS, encoding="utf-8")

    told = run("read", "nowhere.txt", "http://127.0.0.1:9/", "خبر.txt")

    assert told.exit_code == 1
    assert "ravabet: nowhere.txt: there is no such file or folder" in told.stderr
    assert "127.0.0.1" in told.stderr
    assert "1 added" in told.stderr
    assert status(run)["failures"] == []


def test_two_articles_of_one_id_do_not_overwrite_each_other(run, desk: Path) -> None:
    for folder, words in (("one", SAYS), ("two", "باران می‌بارد.")):
        (desk / folder).mkdir()
        (desk / folder / "a.txt").write_text(words, encoding="utf-8")

    told = run("read", "one", "two")

    assert told.exit_code == 1
    assert "another article called «a.txt» was read from" in told.stderr
    assert texts() == {"a.txt": SAYS}


def test_an_article_that_moved_is_the_same_article(run, desk: Path) -> None:
    (desk / "one.jsonl").write_text(lines({"id": "a", "text": SAYS}), encoding="utf-8")
    run("read", "one.jsonl")
    (desk / "one.jsonl").rename(desk / "two.jsonl")
    (desk / "two.jsonl").write_text(lines({"id": "a", "text": "باران می‌بارد."}), encoding="utf-8")

    told = run("read", "two.jsonl")

    assert "0 added, 1 changed" in told.stderr


def test_an_article_that_trips_us_up_is_kept_and_stops_nobody(run, desk: Path, monkeypatch) -> None:
    from ingest import pipeline

    sound = pipeline.extract

    def breaking(article):
        if article.id == "bad":
            raise ZeroDivisionError("by zero")
        return sound(article)

    monkeypatch.setattr(pipeline, "extract", breaking)
    (desk / "news.jsonl").write_text(lines({"id": "bad", "text": SAYS}, {"id": "b", "text": SAYS}), encoding="utf-8")

    told = run("read", "news.jsonl")
    monkeypatch.setattr(pipeline, "extract", sound)
    again = run("retry")

    assert told.exit_code == 1
    assert "reading it failed (ZeroDivisionError('by zero'))" in told.stderr
    assert again.exit_code == 0
    assert set(texts()) == {"bad", "b"}
    assert status(run)["failures"] == []


@pytest.mark.parametrize("pair", ["text", "body=text", "=x", "text="])
def test_a_field_that_is_none_is_wrong_usage(pair: str, run, desk: Path) -> None:
    told = run("read", "news.jsonl", "--field", pair)

    assert told.exit_code == 2
    assert "is not OURS=THEIRS" in told.stderr


def test_names_of_files_may_be_hostile(process, tmp_path: Path) -> None:
    for name in ("-- [red]; $(id) 'x' «خبر».txt", "two\nlines.txt", "\u202eنام.txt"):
        (tmp_path / name).write_text(SAYS, encoding="utf-8")

    told = process("read", ".")
    shown = process("status")

    assert told.returncode == 0, told.stderr
    assert json.loads(shown.stdout)["articles"] == 3


def test_a_file_name_that_is_no_utf8_is_told(process, tmp_path: Path) -> None:
    Path(str(tmp_path) + "/\udcff.txt").write_text(SAYS, encoding="utf-8")

    told = process("read", ".")

    assert told.returncode == 1
    assert "its name is not UTF-8" in told.stderr
