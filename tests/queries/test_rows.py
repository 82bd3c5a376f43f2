"""Whatever shape an engine gives a value, the row has the catalogue's."""

import pytest

from graph.errors import QuestionError
from queries.questions import question
from queries.rows import Cell, rows

GIVEN = {
    "bucket": "2024", "a_to_b_coop": 2, "a_to_b_conf": 0, "b_to_a_coop": 1, "b_to_a_conf": 0, "n": 3, "n_outlets": 1,
    "first": "2024-01-01", "last": None, "net": 1.25, "top_event": "AID", "evidence": "f2 f1",
}  # fmt: skip


@pytest.mark.parametrize(
    ("column", "given", "cell"),
    [
        ("evidence", "f2 f1 f2", ("f1", "f2")),
        ("evidence", ["f2", "f1"], ("f1", "f2")),
        ("evidence", None, ()),
        ("top_event", "AID ACCUSE AID", "AID"),
        ("top_event", ["CONSULT", "AID", "CONSULT", "AID"], "AID"),
        ("top_event", "", None),
        ("net", -0.0, 0.0),
        ("net", "2.449999", 2.4),
        ("net", 0.1 + 0.2, 0.3),
        ("n", "3", 3),
        ("bucket", "", None),
        ("last", None, None),
    ],
)
def test_a_cell_has_the_type_of_its_column(column: str, given: object, cell: Cell) -> None:
    (row,) = rows(question("pair"), [GIVEN | {column: given}])

    assert row[column] == cell
    assert str(row[column]) == str(cell)


def test_a_query_that_gives_nonsense_is_told_of() -> None:
    with pytest.raises(QuestionError, match="pair: its query gives"):
        rows(question("pair"), [GIVEN | {"n": "many"}])


def test_a_query_without_the_text_of_its_sentences_is_told_of() -> None:
    with pytest.raises(QuestionError, match="text"):
        rows(question("evidence"), [{"start": 0, "end": 1}])
