"""The transitions by which a sentence gets its heads."""

import numpy as np

from ingest.parsing.arcs import CHOICES, LABELS, LEFT, RIGHT, SHIFT, TEMPLATES, Walk, allowed
from ingest.parsing.traits import Vocabulary


def _walk(*words: str) -> Walk:
    vocabulary = Vocabulary(words, ())
    return Walk([vocabulary.traits(word) for word in words], [0] * len(words), 0)


def test_words_get_heads_to_their_right_to_their_left_and_the_root() -> None:
    walk = _walk("سفیر", "هند", "رفت")
    subject, owner, root = (LABELS.index(label) for label in ("nsubj", "nmod", "root"))

    for choice in (SHIFT, SHIFT, RIGHT + owner, LEFT + subject, SHIFT, LEFT + root):
        walk.take(choice)

    assert walk.done
    assert walk.heads == [2, 0, 3]
    assert [LABELS[label] for label in walk.labels] == ["nsubj", "nmod", "root"]


def test_nothing_hangs_on_a_word_that_is_not_there() -> None:
    walk = _walk("رفت")

    assert np.flatnonzero(allowed(walk) == 0).tolist() == [SHIFT]


def test_the_last_word_can_only_hang_on_the_root() -> None:
    walk = _walk("رفت")
    walk.take(SHIFT)

    assert np.flatnonzero(allowed(walk) == 0).tolist() == [LEFT + LABELS.index("root")]


def test_the_facts_are_as_many_as_the_templates_name() -> None:
    assert len(_walk("رفت").facts()) == TEMPLATES.empty + 1
    assert allowed(_walk("رفت")).shape == (CHOICES,)
