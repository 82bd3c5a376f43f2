"""`ravabet explain`."""

import json
from pathlib import Path

import pytest

TEXT = "ناصر کنعانی، سخنگوی وزارت امور خارجه گفت: روابط با عمان خوب است.\nباران در شهر بارید."


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with an article."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "خبر.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_an_account_is_a_json_line_with_sentences_and_facts(run, desk: Path) -> None:
    (line,) = run("explain", "خبر.txt").stdout.splitlines()

    record = json.loads(line)
    first, last = record["sentences"]
    (said,) = (one for one in first["attempts"] if one["fate"] == "stated")
    assert (said["rule"], said["sure"]) == ("goft/verb/colon", True)
    assert said["voice"]["speaker"]["names"][0] == "ناصر کنعانی"
    assert said["end"]["judgement"]["reasons"][0].keys() >= {"feature", "weight", "fa", "en"}
    assert (last["text"], last["attempts"]) == ("باران در شهر بارید.", [])
    assert len(record["facts"]["statements"]) == 1


def test_people_get_an_account_in_their_tongue(run, desk: Path) -> None:
    assert "the cue's own frame" not in run("explain", "خبر.txt", "--format", "text").stdout
    assert "accepted by a sure rule" in run("explain", "خبر.txt", "--format", "text", "--lang", "en").stdout


def test_on_a_terminal_people_get_an_account(terminal, desk: Path) -> None:
    assert "sentence 1" in terminal("explain", "خبر.txt", "--lang", "en")


def test_one_sentence_by_its_words_in_another_spelling(run, desk: Path) -> None:
    told = run("explain", "خبر.txt", "--sentence", "باران در شهر باريد")

    assert [one["number"] for one in json.loads(told.stdout)["sentences"]] == [2]


def test_one_fact_by_the_id_that_the_account_gives(run, desk: Path) -> None:
    record = json.loads(run("explain", "خبر.txt").stdout)
    (fact,) = (one["statement"] for one in record["sentences"][0]["attempts"] if one["statement"])

    told = run("explain", "خبر.txt", "--fact", fact, "--format", "text", "--lang", "en").stdout

    assert f"statement \u2068{fact}\u2069" in told
    assert "باران" not in told.split("the words end")[0]


def test_what_is_not_there_is_an_error_with_a_cure(run, desk: Path) -> None:
    told = run("explain", "خبر.txt", "--sentence", "۷")

    assert told.exit_code == 1
    assert "ask without --sentence and --fact" in told.stderr


def test_an_article_of_the_archive_goes_by_its_id(run, desk: Path) -> None:
    (desk / "news.jsonl").write_text(json.dumps({"id": "خبر ۱", "text": TEXT}), encoding="utf-8")
    run("read", "news.jsonl")
    (desk / "news.jsonl").unlink()

    told = run("explain", "خبر ۱")

    assert told.exit_code == 0
    assert json.loads(told.stdout)["id"] == "خبر ۱"


def test_standard_input_and_what_cannot_be_read(run, desk: Path) -> None:
    told = run("explain", "-", "nowhere.txt", stdin=json.dumps({"id": 1, "text": TEXT}))

    assert told.exit_code == 1
    assert json.loads(told.stdout)["id"] == "1"
    assert "nowhere.txt: there is no such file" in told.stderr
