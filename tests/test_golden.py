"""The sample articles yield the facts on record: a change of reading shows here, for better or for worse."""

from tests.golden import GOLDEN, golden


def test_the_samples_yield_the_facts_on_record() -> None:
    assert golden().splitlines() == GOLDEN.read_text(encoding="utf-8").splitlines()
