"""Which pairs are weighed at all."""

from ingest.relating.gate import Gate, Pairing, the_gate


def test_a_pair_in_good_places_passes_and_one_in_bad_places_does_not() -> None:
    gate = Gate({"a=good": 1.0, "a=bad": -2.0, "b=good": 0.5}, least=0.0)

    assert gate.passes(Pairing("good", "good", 1, 1, 3, 2))
    assert not gate.passes(Pairing("bad", "good", 1, 1, 3, 2))


def test_the_gate_that_ships_lets_a_subject_and_its_object_pass() -> None:
    assert the_gate().passes(Pairing("L^", "Lرا", 2, 0, 3, 2))
