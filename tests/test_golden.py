"""The sample articles yield the facts that a person has read and agreed with."""

from tests.golden import GOLDEN, golden


def test_the_samples_yield_their_golden_facts() -> None:
    assert golden().splitlines() == GOLDEN.read_text(encoding="utf-8").splitlines()
