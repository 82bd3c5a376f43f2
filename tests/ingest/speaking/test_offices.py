"""The lexicon of speakers keeps its form."""

from graph.actors import actors
from ingest.speaking import offices
from ingest.speaking.naming import name_at
from ingest.speaking.wording import lay_out


def test_every_head_has_a_sort_and_a_known_state() -> None:
    heads = offices.heads().entries

    assert len(heads) > 1500
    assert {head.sort for head in heads.values()} <= {*offices.SORTS.values(), "o", "m", "K"}
    assert {head.code for head in heads.values() if head.code} <= set(actors())


def test_no_particle_begins_an_office() -> None:
    offices_ = {key for key, head in offices.heads().entries.items() if head.sort in "RSEPOGM"}

    assert offices_ & {key for key, sort in offices.particles().items() if sort not in "vl"} == set()


def test_a_given_name_is_no_particle() -> None:
    assert offices.forenames() & {key for key, sort in offices.particles().items() if sort in "petc&r"} == set()


def test_a_synonym_stands_for_words_and_not_for_itself() -> None:
    assert all(means and means != (form,) for form, means in offices.synonyms().items())


def test_a_title_alone_is_no_name() -> None:
    assert name_at(lay_out("آقای", [], [(0, 4)]), 0) is None
