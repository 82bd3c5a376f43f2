"""`ravabet score`."""

import json
from pathlib import Path

import pytest

TEXT = "ناصر پیشرو، سخنگوی وزارت خارجه ایران گفت: «مذاکرات با عراق ادامه دارد.» وی افزود که سفر انجام می‌شود."
SPEAKER = {"kind": "person", "names": ["ناصر پیشرو", "پیشرو"], "country": "IR"}


def statement(words: str, cue: str, **speaker: object) -> dict[str, object]:
    start, at = TEXT.index(words), TEXT.index(cue)
    return {"content": [[start, start + len(words)]], "cue": [at, at + len(cue)], "speaker": SPEAKER | speaker}


FIRST, SECOND = statement("مذاکرات با عراق ادامه دارد", "گفت"), statement("سفر انجام می‌شود", "افزود")


def write(path: Path, *records: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    return path


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    record = {"id": "خبر", "text": TEXT, "outlet": "نمونه", "statements": [FIRST, SECOND], "relations": []}
    return write(tmp_path / "gold.jsonl", record)


@pytest.fixture
def predicted(tmp_path: Path) -> Path:
    return write(tmp_path / "predicted.jsonl", {"id": "خبر", "statements": [FIRST | {"rule": "goft/colon"}]})


def test_figures_are_json_lines_where_no_terminal_is(run, gold: Path, predicted: Path) -> None:
    told = run("score", gold, predicted)

    rows = [json.loads(line) for line in told.stdout.splitlines()]
    assert told.exit_code == 0
    assert rows[0] == {
        "by": "all",
        "value": None,
        "measure": "span",
        "precision": 1.0,
        "recall": 0.5,
        "f1": 0.6667,
        "gold": 2,
        "predicted": 1,
    }
    assert {"by": "rule", "value": "goft/colon", "measure": "span_precision", "share": 1.0, "right": 1, "of": 1} in rows


def test_the_lexicon_tells_the_kinds_of_labelled_cues(run, gold: Path, predicted: Path) -> None:
    told = run("score", gold, predicted, "--by", "cue_kind")

    rows = [json.loads(line) for line in told.stdout.splitlines()]
    assert {row["by"] for row in rows} == {"all", "cue_kind"}
    assert {row["value"] for row in rows if row["by"] == "cue_kind"} == {"say"}


def test_predictions_come_from_standard_input_too(run, gold: Path, predicted: Path) -> None:
    told = run("score", gold, "-", stdin=predicted.read_text(encoding="utf-8"))

    assert told.stdout == run("score", gold, predicted).stdout


def test_on_a_terminal_people_get_tables(terminal, gold: Path, predicted: Path) -> None:
    assert "۰٫۶۶۶۷" in terminal("score", gold, predicted)


def test_tables_speak_english_too(run, gold: Path, predicted: Path) -> None:
    told = run("score", gold, predicted, "--format", "table", "--lang", "en").stdout

    assert "by kind of speaker" in told
    assert "0.6667" in told


def test_of_a_breakdown_the_large_groups_are_shown_and_all_that_is_asked_for(run, tmp_path: Path) -> None:
    articles = [{"id": n, "text": TEXT, "outlet": f"o{n}", "statements": [FIRST], "relations": []} for n in range(20)]
    gold = write(tmp_path / "many.jsonl", *articles)

    brief = run("score", gold, gold, "--format", "table", "--lang", "en").stdout
    whole = run("score", gold, gold, "--format", "table", "--lang", "en", "--by", "outlet").stdout

    assert "… +5" in brief
    assert "o9" not in brief
    assert "o9" in whole


@pytest.mark.parametrize(("ending", "start"), [("html", "<!DOCTYPE html>"), ("md", "# ")])
def test_a_report_appears_whole(ending: str, start: str, run, gold: Path, predicted: Path) -> None:
    path = gold.with_name(f"خطاها.{ending}")

    told = run("score", gold, predicted, "--by", "rule", "--report", path)

    page = path.read_text(encoding="utf-8")
    assert told.exit_code == 0
    assert page.startswith(start)
    assert "سفر انجام می‌شود" in page
    assert "بر پایهٔ نوع گوینده" in page  # all breakdowns, whatever is printed


def test_without_predictions_the_articles_are_read_now(run, gold: Path) -> None:
    told = run("score", gold)

    span, *_ = (json.loads(line) for line in told.stdout.splitlines())
    assert told.exit_code == 0
    assert span["gold"] == 2
    assert span["recall"] > 0


def test_an_article_without_prediction_and_one_without_label_are_told(run, gold: Path, tmp_path: Path) -> None:
    other = {"id": "دوم", "text": TEXT, "statements": [], "relations": []}
    gold.write_text(gold.read_text(encoding="utf-8") + json.dumps(other) + "\n", encoding="utf-8")
    predicted = write(tmp_path / "p.jsonl", {"id": "خبر"}, {"id": "سوم"})

    told = run("score", gold, predicted)

    assert told.exit_code == 0
    assert f"{gold}:2: no prediction for this article; counted as empty" in told.stderr
    assert f"{predicted}:2: nobody labelled this article; left aside" in told.stderr


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{broken", ":1: the line is not JSON"),
        ('{"id": "x", "text": "y"}', ":1: the line is no record of the guide's form"),
        ("", ": it holds no labelled article; give one record a line"),
    ],
)
def test_labels_that_cannot_be_read_are_told_with_their_place(line: str, problem: str, run, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line, encoding="utf-8")

    told = run("score", path)

    assert told.exit_code == 1
    assert f"{path}{problem}" in told.stderr


@pytest.mark.parametrize(
    ("args", "problem"),
    [(["--report", "errors.pdf"], "call it errors.html or errors.md"), (["--by", "mood"], "'mood' is not one of")],
)
def test_wrong_usage_is_told(args: list[str], problem: str, run, gold: Path, predicted: Path) -> None:
    told = run("score", gold, predicted, *args)

    assert told.exit_code == 2
    assert problem in told.stderr


def test_a_breakdown_can_be_asked_for_by_every_name() -> None:
    from queries.cli.score import _BY
    from queries.scoring.breakdowns import BREAKDOWNS

    assert tuple(BREAKDOWNS) == _BY
