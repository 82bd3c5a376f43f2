"""`ravabet ask`."""

import json
from pathlib import Path

import pytest


@pytest.fixture
def asked(run, archive_file: Path):
    def asked(*args: str, **env: str):
        return run("ask", *args, RAVABET_ARCHIVE=str(archive_file), **env)

    return asked


def test_the_questions_are_listed_in_both_languages(run) -> None:
    told = run("ask", "--help")

    assert "Who said what about X? · چه کسی دربارهٔ … چه گفت؟" in told.stdout


def test_a_question_explains_itself_with_examples(run) -> None:
    told = run("ask", "pair", "--help").stdout

    assert "کارنامهٔ روابط ایران و آمریکا، ماه به ماه" in told
    assert 'ravabet ask pair --a "ایران" --b "آمریکا"' in told
    assert "--بازه" in told


def test_answers_are_json_lines_where_nobody_watches(asked) -> None:
    told = asked("said", "--about", "روسیه")

    assert told.exit_code == 0
    assert told.stderr == ""
    assert [json.loads(line)["speaker"][:4] for line in told.stdout.splitlines()] == ["محسن", "=cmd"]


@pytest.mark.parametrize(
    "args",
    [
        ["did", "ایران", "آذربایجان"],
        ["did", "--actor", "ایران", "--target", "آذربایجان"],
        ["did", "--کننده", "ایران", "--with", "آذربایجان"],
        ["did", "--target", "آذربایجان", "ایران"],
    ],
    ids=" ".join,
)
def test_values_go_by_option_alias_or_place(args: list[str], asked) -> None:
    (line,) = asked(*args).stdout.splitlines()

    assert json.loads(line)["type"] == "CONSULT"


def test_facts_are_known_by_their_look(asked) -> None:
    facts = json.loads(asked("pair", "IR", "AZ", "--bucket", "all").stdout)["evidence"]

    bare = asked("evidence", *facts).stdout
    told = asked("evidence", "--fact", facts[0], "--fact", facts[1]).stdout

    assert len(bare.splitlines()) == 2
    assert bare == told


def test_evidence_takes_subject_and_object_by_place(asked) -> None:
    assert len(asked("evidence", "ایران", "روسیه").stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("layout", "start"),
    [("csv", "date,speaker"), ("md", "| تاریخ |"), ("table", "تاریخ "), ("records", "───"), ("jsonl", '{"date"')],
)
def test_layouts_go_by_name(layout: str, start: str, asked) -> None:
    assert asked("said", "--format", layout).stdout.startswith(start)


def test_english_labels_by_option_and_by_environment(asked) -> None:
    by_option = asked("said", "--format", "md", "--lang", "en").stdout

    assert by_option.startswith("| date | speaker |")
    assert asked("said", "--format", "md", RAVABET_LANG="en").stdout == by_option


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (["said", "رضایی"], 1, "«رضایی»: fits more than one actor; say which: ابراهیم رضایی (IR)، محسن رضایی (IR)"),
        (["said", "--about", "ناکجاآباد"], 1, "names no country"),
        (["said", "--since", "دیروز"], 1, "is no date"),
        (["did"], 2, "did needs actor"),
        (["evidence", "--subject", "ایران"], 2, "evidence needs fact, or subject and object"),
        (["coverage", "ایران"], 2, "coverage has no place for «ایران»"),
        (["said", "--on", "none.nq"], 1, "none.nq: cannot be read"),
        (["said", "--on", "said.txt"], 1, "said.txt"),
    ],
    ids=lambda value: "",
)
def test_what_cannot_be_asked_is_told_on_stderr(args: list[str], code: int, told: str, asked) -> None:
    answer = asked(*args)

    assert answer.exit_code == code
    assert answer.stdout == ""
    assert told in answer.stderr


def test_another_archive_can_be_asked_by_name(run, archive_file: Path) -> None:
    renamed = archive_file.with_name("again.db")
    renamed.write_bytes(archive_file.read_bytes())

    assert run("ask", "coverage", "--on", renamed).stdout.count("\n") == 3


def test_on_a_terminal_people_get_words_not_json(terminal, archive_file: Path) -> None:
    shown = terminal("ask", "said", "محسن رضایی", "--archive", archive_file, COLUMNS="90", TERM="xterm-256color")

    assert "گوینده\x1b[0m" in shown, "labels stand out"
    assert '"speaker"' not in shown


def test_no_color_is_heeded(terminal, archive_file: Path) -> None:
    shown = terminal("ask", "said", "--archive", archive_file, NO_COLOR="1", TERM="xterm-256color", COLUMNS="90")

    assert "\x1b[3" not in shown, "no colour"
    assert "\x1b[9" not in shown
    assert "محسن رضایی" in shown


def test_no_rows_are_told_where_somebody_watches(terminal, archive_file: Path) -> None:
    assert "هیچ سطری یافت نشد" in terminal("ask", "said", "--until", "1350", "--archive", archive_file)


def test_persian_comes_out_whatever_the_locale(process, archive_file: Path) -> None:
    told = process("ask", "coverage", "--archive", archive_file, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert told.returncode == 0
    assert "ایسنا" in told.stdout


def test_names_of_files_and_people_may_be_hostile(process, archive_file: Path, tmp_path: Path) -> None:
    odd = tmp_path / "-- [red] «اخبار»; $(id).db"
    odd.write_bytes(archive_file.read_bytes())

    told = process("ask", "said", "=cmd|' /C calc'!A1 [bold]\x1b[31m | <b>", "--archive", odd, "--format", "records")

    assert told.returncode == 0, told.stderr
    assert "\x1b" not in told.stdout
