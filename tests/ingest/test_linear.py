import pytest

from ingest.linear import Model


def test_features_without_a_weight_count_nothing() -> None:
    model = Model(0.0, {"yes": 2.0, "no": -2.0})

    assert model.probability(["unknown"]) == 0.5
    assert model.probability(["yes", "unknown"]) == pytest.approx(0.8808, abs=1e-4)
    assert model.probability(["yes", "no"]) == 0.5


def test_the_surest_no_is_zero() -> None:
    assert Model(-1e6, {}).probability([]) == 0.0


def test_trees_ask_for_features_together() -> None:
    model = Model(0.0, {"yes": 1.0}, [("yes", ("no", -1.0, 1.0), 0.0), ("no", 0.5, 0.0)])

    assert model.probability(["yes"]) == pytest.approx(0.8808, abs=1e-4)
    assert model.probability(["yes", "no"]) == pytest.approx(0.6225, abs=1e-4)
    assert model.probability([]) == 0.5
