"""What company words keep: speakers apart from things, and words of a kind together."""

from ingest.attributing.company import company


def test_words_that_speak_stand_nearer_to_verbs_of_saying_than_things() -> None:
    assert company("سخنگوی").near > company("درصد").near


def test_a_pronoun_opens_and_closes_the_clause_of_a_verb_of_saying() -> None:
    assert (company("وی").opens, company("وی").closes) == ("5", "5")


def test_those_who_know_are_of_one_kin() -> None:
    assert company("محققان").kin == company("کارشناسان").kin != company("دلار").kin


def test_spelling_does_not_change_the_company() -> None:
    assert company("كارشناسان") == company("کارشناسان")


def test_a_word_that_the_news_seldom_has_is_a_name_where_the_word_list_lacks_it() -> None:
    assert (company("ژقناپور").near, company("آبدزدک").near) == ("name", "rare")
