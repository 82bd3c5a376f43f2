"""The catalogue loads, keeps its own form, and its SQL gives the columns that it promises."""

from pathlib import Path

import pytest

from graph.archive import Archive
from graph.errors import KnowledgeError, QuestionError
from queries.ask import ask
from queries.engines import ArchiveEngine
from queries.questions import Question, catalogue, load, query, question

EVERY = '[[input]]\nname = "limit"\nkind = "integer"\nen = "rows"\nfa = "سطر"\n'
WHOLE = """
name = "who"
title = { en = "Who?", fa = "که؟" }
description = { en = "Who.", fa = "که." }
order = "name"
[[input]]
name = "text"
kind = "text"
en = "part"
fa = "پاره"
[[column]]
name = "name"
type = "name"
fa = "نام"
"""
FROZEN = {
    "said": "date speaker office country cue quote_type statement about outlet url start end",
    "did": "date actor type mode target score status sentence outlet url",
    "pair": "bucket a_to_b_coop a_to_b_conf b_to_a_coop b_to_a_conf net top_event n n_outlets first last evidence",
    "evidence": "sentence before after start end title outlet published url rule",
}


def lay(folder: Path, text: str) -> Path:
    (folder / "who").mkdir()
    (folder / "who" / "question.toml").write_text(text, encoding="utf-8")
    (folder / "every.toml").write_text(EVERY, encoding="utf-8")
    return folder / "who"


def test_numbered_questions_come_first_and_in_order() -> None:
    names = list(catalogue())

    assert names == ["said", "did", "pair", "evidence", "coverage", "names"]


@pytest.mark.parametrize("name", FROZEN)
def test_columns_have_their_frozen_names(name: str) -> None:
    columns = [column.name for column in question(name).columns]

    assert columns == FROZEN[name].split()


@pytest.mark.parametrize("asked", catalogue().values(), ids=lambda asked: asked.name)
def test_every_question_takes_a_limit_and_tells_its_name_in_both_languages(asked: Question) -> None:
    inputs = [given.name for given in asked.inputs]

    assert "limit" in inputs
    assert asked.title.en
    assert asked.title.fa
    assert asked.examples, "a question without an example"


@pytest.mark.parametrize("asked", catalogue().values(), ids=lambda asked: asked.name)
def test_the_sql_opens_with_the_question_and_gives_its_columns(asked: Question, archive_file: Path) -> None:
    sql = query(asked.name, "sql")
    with Archive.open(archive_file, readonly=True) as archive:
        bound = {given.name: None for given in asked.inputs} | {"a": "IR", "b": "AZ", "actor": "IR", "bucket": 4}
        row = next(iter(archive.rows(sql, bound | {"subject": '["IR"]', "object": "AZ"})))

    made = {column.name for column in asked.columns if column.made_from}
    sources = {column.made_from for column in asked.columns if column.made_from}
    assert sql.startswith(f"-- {asked.title.en}\n")
    assert set(row) == {column.name for column in asked.columns} - made | sources


@pytest.mark.parametrize(
    ("name", "parameters"),
    [(asked.name, example.parameters) for asked in catalogue().values() for example in asked.examples],
    ids=lambda value: value if isinstance(value, str) else " ".join(map(str, value.values())),
)
def test_examples_can_be_asked(name: str, parameters: dict[str, str | int], engine: ArchiveEngine) -> None:
    answer = ask(name, engine, **parameters)

    assert answer.columns == tuple(column.name for column in question(name).columns)


def test_a_whole_file_loads_with_the_inputs_that_all_questions_take(tmp_path: Path) -> None:
    asked = load(lay(tmp_path, WHOLE), tmp_path / "every.toml")

    assert [given.name for given in asked.inputs] == ["text", "limit"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('name = "who"', 'name = "whom"', "lies in"),
        ('name = "who"', "name =", "Invalid value"),
        ('order = "name"', "", "missing required field `order`"),
        ('order = "name"', 'order = "name"\nsort = 1', "unknown field `sort`"),
        ('kind = "text"', 'kind = "words"', "kind"),
        ('kind = "text"', 'kind = "text"\nchoices = ["a"]', "choices belong"),
        ('kind = "text"', 'kind = "choice"', "choices belong"),
        ('kind = "text"', 'kind = "choice"\nchoices = ["a"]\nsent = [1, 2]', "differ in length"),
        ('kind = "text"', 'kind = "choice"\nchoices = ["a"]\ndefault = "b"', "none of the choices"),
        ('kind = "text"', 'kind = "text"\naliases = ["limit"]', "names two inputs"),
        ('order = "name"', 'order = "name"\nneeds = [["name"]]', "no input of it"),
        ('type = "name"', 'type = "name"\nfa = "ن"\n[[column]]\nname = "name"\ntype = "name"', "two columns"),
    ],
    ids=lambda value: "",
)
def test_a_file_that_breaks_the_form_is_told_with_its_place(tmp_path: Path, old: str, new: str, problem: str) -> None:
    folder = lay(tmp_path, WHOLE.replace(old, new, 1))

    with pytest.raises(KnowledgeError, match=problem) as caught:
        load(folder, tmp_path / "every.toml")
    assert caught.value.place == str(folder / "question.toml")


def test_an_unknown_question_is_answered_with_the_known_ones() -> None:
    with pytest.raises(QuestionError, match="said, did, pair"):
        question("sayed")


def test_a_question_not_told_in_a_language_says_so(tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match="cannot be asked in cypher yet"):
        query("no-such-question", "cypher")
