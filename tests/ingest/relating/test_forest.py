"""Boosted trees asked for one row at a time."""

from math import exp

import pytest

from ingest.relating.forest import Forest, forest

STUMP = [(1, 0.5, 1, 2), (-1, -2.0, 0, 0), (-1, 3.0, 0, 0)]


def test_a_number_at_the_edge_goes_low() -> None:
    chances = Forest(0.0, [STUMP], 0.5).chances([[9.0, 0.5], [9.0, 0.6]])

    assert chances == pytest.approx([1 / (1 + exp(2)), 1 / (1 + exp(-3))])


def test_trees_and_bias_add_up() -> None:
    (chance,) = Forest(1.0, [STUMP, STUMP], 0.5).chances([[0.0, 1.0]])

    assert chance == pytest.approx(1 / (1 + exp(-7)))


def test_the_trained_trees_ask_only_for_columns_that_a_row_has() -> None:
    judge = forest("relations-verdicts")

    assert 0 < judge.threshold < 1
    assert judge.trees
    assert all(low < len(tree) and high < len(tree) for tree in judge.trees for _, _, low, high in tree)
