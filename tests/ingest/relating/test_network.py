"""The second reader: what it sees of a sentence, and how its odds come about."""

from dataclasses import replace

import numpy as np
import pytest

from graph.facts import Article
from ingest import attributions, coreference, mentions, statements, states
from ingest.reading import read
from ingest.relating import candidates, parties
from ingest.relating.clues import Stage
from ingest.relating.network.pairs import FACTS, PAIR_MARKS, Seen, facts, pair_marks
from ingest.relating.network.reader import Network, Second, of_type, the_network
from ingest.relating.network.views import ACTS, KINDS, MARKS, TYPES, UNKNOWN, VERBS, printed, view

CONDEMNED = "وزارت خارجه ژاپن حمله روسیه به اوکراین را محکوم کرد."


def stage(text: str) -> Stage:
    reading = read(Article("a", text))
    named, said = states.find(reading), attributions.find(reading)
    people = mentions.find(reading, named)
    told = statements.assemble(reading, said, coreference.speakers(reading, people, said), named)
    [found] = candidates.stages(parties.company(reading, named, told))
    return found


def seen(text: str) -> Seen:
    there = stage(text)
    return Seen(there, list(candidates.casts(there)))


def test_a_states_name_is_seen_as_its_kind_only() -> None:
    seen = printed(stage(CONDEMNED))

    assert seen.count("<name>") == 3
    assert "روسیه" not in seen


def test_every_word_of_a_state_of_the_pair_is_marked() -> None:
    marks = pair_marks(seen(CONDEMNED), ("JP", "RU"))

    assert marks.shape == (11, PAIR_MARKS)
    assert marks[:, :3].sum(0).tolist() == [1, 1, 1]
    assert marks[marks[:, 0] == 1, 6] == 0  # the word itself is no way from it


def test_the_words_around_a_state_are_marked_by_clause_and_by_the_act_that_holds_it() -> None:
    there = seen(CONDEMNED)
    marks = pair_marks(there, ("JP", "RU"))

    attack = there.stage.scenery.keys.index("حمله")
    assert marks[:, 8:10].all()  # one clause with both
    assert marks[:, 11].nonzero()[0].tolist() == [attack]  # «حمله روسیه»
    assert marks[:, 12].all()  # of which Japan is the subject
    assert not marks[:, 13].any()


def test_acts_are_marked_by_how_well_they_fit_the_pair() -> None:
    there = seen(CONDEMNED)
    attack = there.stage.scenery.keys.index("حمله")

    best = {pair: pair_marks(there, pair)[attack, 14:].argmax() for pair in (("RU", "UA"), ("UA", "RU"))}
    assert best["RU", "UA"] > best["UA", "RU"]


def test_marks_tell_kinds_acts_and_verbs() -> None:
    found = view(stage(CONDEMNED), the_network().vocabulary)

    assert found.marks.shape == (11, MARKS)
    assert found.marks[:, KINDS.index("name")].sum() == 3
    assert found.marks[:, ACTS + TYPES.index("ASSAULT")].sum() >= 1
    assert found.marks[:, VERBS].sum() == 1


def test_a_denied_verb_and_a_new_clause_are_marked() -> None:
    found = view(stage("ژاپن گفت که روسیه به اوکراین حمله نکرد."), the_network().vocabulary)

    assert found.marks[:, VERBS + 1].sum() == 1
    assert found.marks[:, VERBS + 6].sum() >= 1


def test_a_seat_that_the_network_never_learnt_is_unknown() -> None:
    known = the_network().vocabulary
    found = view(stage(CONDEMNED), replace(known, seats={}))

    assert set(found.seats.tolist()) == {0, UNKNOWN}


def test_words_that_the_network_never_learnt_do_no_harm() -> None:
    known = the_network().vocabulary
    found = view(stage("وزارت خارجه ژاپن زلمپوغ روسیه به اوکراین را محکوم کرد، حمله‌ای غغغغ."), known)

    assert (found.words < len(known.words)).all()
    assert (found.affixes < len(known.affixes)).all()


def test_the_odds_are_what_the_weights_make() -> None:
    """Weights of nothing but the last bias give that bias, whatever is read."""
    shipped = the_network()
    empty = {name: np.zeros_like(weights) for name, weights in shipped.weights.items()}
    bias = np.arange(len(TYPES), dtype=np.float32)
    there = seen(CONDEMNED)
    marks, told = pair_marks(there, ("JP", "RU"))[None], facts(there.stage, ("JP", "RU"))[None]
    network = Network(shipped.vocabulary, empty | {"out_bias": bias})

    odds = network.odds(network.sentence(view(there.stage, shipped.vocabulary)), marks, told)

    assert told.shape == (1, FACTS)
    assert odds[0].tolist() == bias.tolist()


def test_who_acts_on_whom_makes_a_difference() -> None:
    second = Second(seen(CONDEMNED))

    forth, back = (of_type(second.odds(pair), "ACCUSE")[0] for pair in (("JP", "RU"), ("RU", "JP")))

    assert forth > back


def test_a_class_is_as_likely_as_its_likeliest_type() -> None:
    odds = np.arange(len(TYPES), dtype=np.float32)
    fine, broad = of_type(odds, "AGREE")

    assert fine == TYPES.index("AGREE")
    assert broad == max(TYPES.index(kind) for kind in ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"))


def test_the_heaviest_word_is_the_one_that_tells_the_act() -> None:
    second = Second(seen(CONDEMNED))

    assert second.heaviest(("JP", "RU"), "ACCUSE") == "محکوم"
    assert second.heaviest(("RU", "UA"), "ASSAULT") == "حمله"


@pytest.mark.parametrize("name", ["words", "shared", "pair", "seats", "layer0", "pair0", "hidden", "out"])
def test_no_weight_is_broken(name: str) -> None:
    assert np.isfinite(the_network().weights[name]).all()
