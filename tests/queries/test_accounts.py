"""Accounts for people: each sentence with what was read of it, how, and why the rest was not."""

from dataclasses import replace

import pytest

from graph.account import (
    Account,
    Attempt,
    Choice,
    End,
    Judgement,
    Reason,
    SentenceAccount,
    Side,
    Tried,
    Voice,
)
from graph.errors import QuestionError
from graph.facts import Article, Evidence, Facts, Speaker, Statement
from queries import narrowing
from queries.accounts import told

TEXT = "سخنگوی دولت گفت: آلمان ایران را تحریم کرد. باران آمد."
SPEAKER = Speaker("unnamed", ("سخنگوی دولت",), None, "IR")
CONTENT = ((17, 41),)
EVIDENCE = Evidence("خبر", 0, 41, TEXT[:41], "goft/verb/colon")
STATEMENT = Statement("خبر", SPEAKER, (0, 11), (12, 15), "گفت", "say", CONTENT, "direct", ("DE", "IR"), EVIDENCE)
REASONS = (Reason("accept", "negative", -0.7), Reason("accept", "begins=این", 0.4))
VOICE = Voice(
    SPEAKER,
    (0, 11),
    "named",
    "mention",
    (Choice("office", (0, 11), "سخنگوی دولت", True, 3.5), Choice("dropped", None, "", False, -1.0)),
    country_from="outlet",
)
SAID = Attempt(
    (12, 15),
    "goft/verb/colon",
    "say",
    "stated",
    True,
    None,
    CONTENT,
    End(41, "judged", 0, (43, 53), Judgement(False, 0.2)),
    VOICE,
    STATEMENT.id,
)
DE, IR = Side("DE", "name", (17, 22)), Side("IR", "name", (23, 28))
TRIED = Tried("SANCTION", "sanction/ban", (32, 37), DE, IR, 0.8, Judgement(False, 0.3), rival=("IR", "DE", 0.2))
FIRST = SentenceAccount(1, (0, 42), (SAID,), (TRIED,), (STATEMENT.id,), (DE, IR))
SECOND = SentenceAccount(2, (43, 53), (), (), (), ())
SILENT = Attempt((43, 48), "x/noun", "say", "no-words", False, None)
ACCOUNT = Account(Article("خبر", TEXT), (FIRST, SECOND), Facts("خبر", (STATEMENT,)), {"goft": "گفت"})


def lines(account: Account, tongue: str = "en") -> list[str]:
    text = told(account, "fa" if tongue == "fa" else "en")
    return [line.strip() for line in text.replace("\u2068", "").replace("\u2069", "").splitlines()]


def test_a_statement_is_told_with_its_rule_words_end_and_speaker() -> None:
    found = lines(ACCOUNT)

    assert found[1].startswith("sentence 1 [0–42]: «سخنگوی دولت گفت")
    assert "✓ cue «گفت» · goft/verb/colon · accepted by a sure rule (a verb of saying and a colon)" in found
    assert "words [17–41]: «آلمان ایران را تحریم کرد»" in found
    assert any(
        line.startswith("the words end: the judge took the next sentence for another's: «باران آمد") for line in found
    )
    assert "speaker: سخنگوی دولت · by name · the phrase itself names the speaker" in found
    assert "country: Iran (IR) · not told; the outlet's own" in found
    assert f"= statement {STATEMENT.id}" in found


def test_candidates_are_told_with_their_scores() -> None:
    found = lines(ACCOUNT)

    assert "سخنگوی دولت · an office · score +3.5 ◂ chosen" in found
    assert "(subject left out) · — · score -1.0" in found


def test_a_refused_cue_is_told_with_what_spoke_for_and_against_it() -> None:
    refused = Attempt((12, 15), "goft/verb/that", "say", "refused", False, Judgement(False, 0.12, REASONS), CONTENT)

    found = lines(replace(ACCOUNT, sentences=(replace(FIRST, attempts=(refused,)),)))

    assert "✗ cue «گفت» · goft/verb/that · refused, probability 12%" in found
    assert "for: the words begin with «این» (+0.4)" in found
    assert "against: the verb is negated (-0.7)" in found
    assert "∅ nothing was read: a cue was found and refused" in found


def test_a_refused_relation_is_told_with_its_parties() -> None:
    found = lines(ACCOUNT)

    assert "✗ relation Germany (DE) → SANCTION → Iran (IR) · refused, probability 30%" in found
    assert "DE from" not in found
    assert "Germany (DE) from «آلمان» (name)" in found
    assert any(line.endswith("likeliest other pair for this act: Iran (IR) → Germany (DE), 20%") for line in found)
    assert "∅ no relation was read: an act was found and refused" in found


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        (SECOND, "no cue in it"),
        (replace(SECOND, attempts=(SILENT,)), "«باران»: without words"),
        (replace(SECOND, attempts=(replace(SAID, fate="nobody", voice=None, statement=None),)), "no speaker was found"),
    ],
)  # fmt: skip
def test_why_nothing_was_read(sentence: SentenceAccount, why: str) -> None:
    found = lines(replace(ACCOUNT, sentences=(sentence,)))

    assert any(line.startswith(f"∅ nothing was read: {why}") for line in found)


def test_a_sentence_within_somebodys_words_says_whose() -> None:
    found = lines(replace(ACCOUNT, sentences=(replace(SECOND, holders=(STATEMENT.id,)),)))

    assert f"part of the words of سخنگوی دولت ({STATEMENT.id})" in found


def test_persian_is_told_in_persian_and_every_quoted_part_keeps_its_direction() -> None:
    text = told(ACCOUNT, "fa")

    assert "پذیرفته با قاعدهٔ قطعی" in text
    assert text.count("\u2068") == text.count("\u2069") > 10
    assert "\u2068goft/verb/colon\u2069" in text


def test_sentences_are_found_by_number_and_by_words_in_any_spelling() -> None:
    assert narrowing.to_sentences(ACCOUNT, "۲").sentences == (SECOND,)
    assert narrowing.to_sentences(ACCOUNT, "تحريم").sentences == (FIRST,)
    assert narrowing.to_sentences(ACCOUNT, "برف").sentences == ()


def test_one_fact_leaves_only_what_led_to_it() -> None:
    (sentence,) = narrowing.to_fact(ACCOUNT, STATEMENT.id).sentences

    assert (sentence.attempts, sentence.tried) == ((SAID,), ())


def test_asking_for_what_is_not_there_tells_how_to_find_it() -> None:
    with pytest.raises(QuestionError, match="without --sentence and --fact"):
        narrowing.demand(False, "f0")


def test_who_held_an_office_is_told_apart_from_the_article() -> None:
    known = replace(ACCOUNT, facts=Facts("خبر", (replace(STATEMENT, known_as="نگار نمونه"),)))

    line = "on that day the office was held by نگار نمونه (by the list of officials, not by the article)"
    assert line in lines(known)
    assert line not in lines(ACCOUNT)
