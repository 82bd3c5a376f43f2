"""Weights by hashed templates, packed into a file and unpacked."""

import numpy as np
import pytest

from ingest.parsing.hashed import BITS, Templates, packed, unpacked


def test_a_template_has_a_slot_for_each_set_of_facts_it_looks_at() -> None:
    templates = Templates(["a", "b"], ["a", "a b"])
    facts = np.array([[5, 6, 0], [5, 7, 0]], dtype=np.uint64)

    one, other = templates.slots(facts).tolist()

    assert one[0] == other[0]
    assert one[1] != other[1]


def test_two_templates_of_the_same_facts_have_slots_of_their_own() -> None:
    slots = Templates(["a"], ["a", "a"]).slots(np.array([5, 0], dtype=np.uint64)).tolist()

    assert slots[0] != slots[1]


def test_packed_weights_say_nearly_the_same() -> None:
    table = np.zeros((1 << BITS, 3), dtype=np.float32)
    table[7] = [8.0, -0.5, 0.0]
    table[9000] = [0.0, 0.02, 2.0]

    weights = unpacked(packed(table, rows=10), choices=3)

    assert weights.scores(np.array([7, 9000, 3])).tolist() == pytest.approx([8.0, -0.48, 2.0], abs=0.05)


def test_only_the_weightiest_rows_are_kept() -> None:
    table = np.zeros((1 << BITS, 2), dtype=np.float32)
    table[3], table[4] = [4.0, 0.0], [0.0, 0.1]

    weights = unpacked(packed(table, rows=1), choices=2)

    assert weights.scores(np.array([4])).tolist() == [0.0, 0.0]
