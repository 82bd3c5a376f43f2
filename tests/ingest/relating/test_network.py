"""The second reader: what it sees of a sentence, and how its odds come about."""

import numpy as np
import pytest

from graph.facts import Article
from ingest import attributions, coreference, mentions, statements, states
from ingest.reading import read
from ingest.relating import candidates, parties
from ingest.relating.clues import Stage
from ingest.relating.network.reader import Network, Second, of_type, the_network
from ingest.relating.network.views import FACTS, KINDS, MARKS, PAIR_MARKS, TYPES, facts, pair_marks, printed, view

CONDEMNED = "وزارت خارجه ژاپن حمله روسیه به اوکراین را محکوم کرد."


def stage(text: str) -> Stage:
    reading = read(Article("a", text))
    named, said = states.find(reading), attributions.find(reading)
    people = mentions.find(reading, named)
    told = statements.assemble(reading, said, coreference.speakers(reading, people, said), named)
    [found] = candidates.stages(parties.company(reading, named, told))
    return found


def test_a_states_name_is_seen_as_its_kind_only() -> None:
    seen = printed(stage(CONDEMNED))

    assert seen.count("<name>") == 3
    assert "روسیه" not in seen


def test_every_word_of_a_state_of_the_pair_is_marked() -> None:
    marks = pair_marks(stage(CONDEMNED), ("JP", "RU"))

    assert marks.shape == (11, PAIR_MARKS)
    assert marks[:, :3].sum(0).tolist() == [1, 1, 1]
    assert marks[marks[:, 0] == 1, 6] == 0  # the word itself is no way from it


def test_marks_tell_kinds_acts_and_verbs() -> None:
    seen = view(stage(CONDEMNED), the_network().vocabulary)

    assert seen.marks.shape == (11, MARKS)
    assert seen.marks[:, KINDS.index("name")].sum() == 3
    assert seen.marks[:, len(KINDS) + TYPES.index("ASSAULT")].sum() >= 1
    assert seen.marks[:, -2].sum() == 1


def test_words_that_the_network_never_learnt_do_no_harm() -> None:
    known = the_network().vocabulary
    seen = view(stage("وزارت خارجه ژاپن زلمپوغ روسیه به اوکراین را محکوم کرد، حمله‌ای غغغغ."), known)

    assert (seen.words < len(known.words)).all()
    assert (seen.affixes < len(known.affixes)).all()


def test_the_odds_are_what_the_weights_make() -> None:
    """Weights of nothing but the last bias give that bias, whatever is read."""
    shipped = the_network()
    empty = {name: np.zeros_like(weights) for name, weights in shipped.weights.items()}
    bias = np.arange(len(TYPES), dtype=np.float32)
    there = stage(CONDEMNED)
    marks, told = pair_marks(there, ("JP", "RU"))[None], facts(there, ("JP", "RU"))[None]

    odds = Network(shipped.vocabulary, empty | {"out_bias": bias}).odds(view(there, shipped.vocabulary), marks, told)

    assert told.shape == (1, FACTS)
    assert odds[0].tolist() == bias.tolist()


def test_who_acts_on_whom_makes_a_difference() -> None:
    second = Second(stage(CONDEMNED))

    forth, back = (of_type(second.odds(pair), "ACCUSE")[0] for pair in (("JP", "RU"), ("RU", "JP")))

    assert forth > back


def test_a_class_is_as_likely_as_its_likeliest_type() -> None:
    odds = np.arange(len(TYPES), dtype=np.float32)
    fine, broad = of_type(odds, "AGREE")

    assert fine == TYPES.index("AGREE")
    assert broad == max(TYPES.index(kind) for kind in ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"))


def test_the_heaviest_word_is_one_of_the_sentence() -> None:
    there = stage(CONDEMNED)

    assert Second(there).heaviest(("JP", "RU"), "ACCUSE") in there.scenery.keys


@pytest.mark.parametrize("name", ["words", "shared", "pair", "layer0", "hidden", "out"])
def test_no_weight_is_broken(name: str) -> None:
    assert np.isfinite(the_network().weights[name]).all()
