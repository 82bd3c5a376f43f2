"""An account tells the facts that the pipeline yields, and why each was read or not."""

from pathlib import Path

import pytest

from graph.account import Account, Attempt, SentenceAccount
from graph.facts import Article
from ingest.explaining import explain
from ingest.pipeline import extract
from ingest.sources import articles

SAMPLES = [one for one in articles(str(Path(__file__).parents[3] / "samples")) if isinstance(one, Article)]

MEETING = (
    "ناصر کنعانی، سخنگوی وزارت امور خارجه گفت: روابط با عمان خوب است.\n"
    "وی افزود: سفیر آلمان به تهران بازمی‌گردد.\n"
    "هوا در اصفهان آفتابی بود."
)


def account(text: str) -> Account:
    return explain(Article("خبر", text))


def only(sentence: SentenceAccount) -> Attempt:
    (attempt,) = (one for one in sentence.attempts if one.fate != "no-words")
    return attempt


def printed(text: str, span: tuple[int, int] | None) -> str | None:
    return span and text[slice(*span)]


@pytest.mark.parametrize("article", SAMPLES, ids=lambda article: article.id)
def test_the_facts_of_an_account_are_those_of_the_pipeline(article: Article) -> None:
    assert explain(article).facts == extract(article)


@pytest.mark.parametrize("article", SAMPLES, ids=lambda article: article.id)
def test_every_statement_has_the_one_attempt_that_led_to_it(article: Article) -> None:
    told = explain(article)

    led = {one.statement: one for each in told.sentences for one in each.attempts if one.fate == "stated"}
    assert led.keys() == {one.id for one in told.facts.statements}
    for statement in told.facts.statements:
        attempt = led[statement.id]
        assert attempt.voice
        assert (attempt.rule, attempt.content) == (statement.evidence.rule, statement.content)
        assert (attempt.voice.speaker, attempt.voice.mention) == (statement.speaker, statement.mention)
        assert attempt.voice.resolution == statement.resolution


@pytest.mark.parametrize("article", SAMPLES, ids=lambda article: article.id)
def test_every_relation_has_what_was_weighed_for_it(article: Article) -> None:
    told = explain(article)

    led = {one.relation for each in told.sentences for one in each.tried if one.relation and one.judgement.accepted}
    assert led == {one.id for one in told.facts.relations}


@pytest.mark.parametrize("article", SAMPLES, ids=lambda article: article.id)
def test_a_judge_accepts_where_the_chance_is_even_or_better(article: Article) -> None:
    for sentence in explain(article).sentences:
        for attempt in sentence.attempts:
            if judgement := attempt.judgement:
                assert judgement.accepted == ((judgement.chance or 0) >= 0.5) == (attempt.fate != "refused")


def test_a_sure_rule_needs_no_judge() -> None:
    told = account(MEETING)

    attempt = only(told.sentences[0])
    assert (attempt.rule, attempt.sure, attempt.judgement) == ("goft/verb/colon", True, None)


def test_a_refused_cue_tells_its_chance_and_what_spoke_against_it() -> None:
    told = account("وزیر خارجه عمان گفت: اگر آنها بگویند که آماده‌ایم، به مسقط می‌رویم.")

    (refused,) = (one for one in told.sentences[0].attempts if one.fate == "refused")
    assert refused.judgement
    assert (refused.judgement.chance or 0) < 0.5
    assert any(reason.weight < 0 for reason in refused.judgement.reasons)
    assert refused.within == told.facts.statements[0].id


def test_a_pronoun_is_traced_to_the_name_it_stands_for() -> None:
    told = account(MEETING)

    voice = only(told.sentences[1]).voice
    assert voice
    assert voice.resolution == "pronoun"
    assert "ناصر کنعانی" in (printed(MEETING, voice.earlier) or "")
    assert [printed(MEETING, one.span) for one in voice.mentions if one.chosen] == ["وی"]


def test_words_end_where_the_next_cue_speaks() -> None:
    told = account(MEETING)

    end = only(told.sentences[0]).end
    assert end
    assert end.why == "next-cue"
    assert (printed(MEETING, end.behind) or "").startswith("وی افزود")


def test_words_end_where_their_quotation_closes() -> None:
    text = "ناصر کنعانی گفت: «روابط با عمان خوب است.» نشست دیروز به پایان رسید."

    told = account(text)

    end = only(told.sentences[0]).end
    assert end
    assert end.why in ("quote", "quote-closed")


def test_a_country_comes_from_the_words_of_the_office() -> None:
    text = "یوهان مایر، وزیر خارجه آلمان گفت: گفت‌وگوها ادامه دارد."

    voice = only(account(text).sentences[0]).voice

    assert voice
    assert (voice.country_from, printed(text, voice.country_span)) == ("office", "آلمان")


def test_an_office_of_no_state_has_the_country_of_the_outlet() -> None:
    voice = only(account("بهرام نیکزاد، سخنگوی دولت گفت: گفت‌وگوها ادامه دارد.").sentences[0]).voice

    assert voice
    assert (voice.country_from, voice.country_span, voice.speaker and voice.speaker.country) == ("outlet", None, "IR")


def test_a_sentence_without_cues_or_states_has_nothing_to_tell() -> None:
    last = account(MEETING).sentences[2]

    assert (last.number, last.attempts, last.tried) == (3, (), ())


def test_an_empty_article_has_an_empty_account() -> None:
    assert account("").sentences == ()
