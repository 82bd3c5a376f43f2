"""`ravabet extract`."""

import json
from pathlib import Path

import pytest

SAYS = "ناصر کنعانی، سخنگوی وزارت امور خارجه گفت: «روابط با روسیه مهم است.» آلمان سفیر ایران را احضار کرد."


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a corpus of one sound and one broken line."""
    monkeypatch.chdir(tmp_path)
    sound = json.dumps({"id": "خبر ۱", "text": f"  {SAYS}\n"}, ensure_ascii=False)
    (tmp_path / "news.jsonl").write_text(f"{sound}\n{{broken\n", encoding="utf-8")
    return tmp_path


def test_facts_are_json_lines_in_offsets_of_the_text_as_given(run, desk: Path) -> None:
    told = run("extract", "news.jsonl")

    (line,) = told.stdout.splitlines()
    record = json.loads(line)
    (statement,) = record["statements"]
    (start, end), *_ = statement["content"]
    assert record["id"] == "خبر ۱"
    assert f"  {SAYS}\n"[start:end].startswith("روابط با روسیه مهم است")
    assert statement["speaker"]["name"] == "ناصر کنعانی"
    assert not (desk / "ravabet.db").exists()


def test_what_cannot_be_read_is_told_after_all_others_were_done(run, desk: Path) -> None:
    (desk / "خبر.txt").write_text(SAYS, encoding="utf-8")

    told = run("extract", "news.jsonl", "nowhere.txt", "خبر.txt")

    assert told.exit_code == 1
    assert len(told.stdout.splitlines()) == 2
    assert "news.jsonl:2: the line is not JSON" in told.stderr
    assert "nowhere.txt: there is no such file" in told.stderr


def test_standard_input_is_a_source(run, desk: Path) -> None:
    told = run("extract", "-", stdin=json.dumps({"id": 1, "text": SAYS}))

    assert told.exit_code == 0
    assert json.loads(told.stdout)["id"] == "1"


def test_people_read_triples_over_their_evidence(run, desk: Path) -> None:
    told = run("extract", "news.jsonl", "--format", "text").stdout.replace("\u2068", "").replace("\u2069", "")

    assert "ناصر کنعانی (سخنگوی وزارت امور خارجه، IR) ← گفت ← «روابط با روسیه مهم است" in told
    assert "گواه [2–" in told


def test_on_a_terminal_people_get_triples(terminal, desk: Path) -> None:
    assert "■" in terminal("extract", "news.jsonl", "--lang", "en")
