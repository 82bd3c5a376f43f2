import pytest

from ingest.sources.boilerplate import KINDS, Rule, rules, without

EXAMPLES = [pytest.param(rule, words, id=f"{rule.id}: {words}") for rule in rules() for words in rule.examples]
LOOKALIKES = [pytest.param(words, id=f"{rule.id}: {words}") for rule in rules() for words in rule.never]
BODY = "وزیر خارجه گفت: مذاکره ادامه دارد.\nاو به مسقط می‌رود و سه روز می‌ماند.\nسپس به دوحه بازمی‌گردد."


@pytest.mark.parametrize(("rule", "words"), EXAMPLES)
def test_an_example_goes(rule: Rule, words: str) -> None:
    text = f"{BODY} {words}" if rule.kind == "ending" else f"{BODY}\n{words}"

    assert rule.fits(words)
    assert without(text).startswith(BODY)
    assert len(without(text)) < len(text)


@pytest.mark.parametrize("words", LOOKALIKES)
def test_a_look_alike_stays(words: str) -> None:
    assert not [rule.id for rule in rules() if rule.fits(words)]
    assert without(f"{BODY}\n{words}") == f"{BODY}\n{words}"


def test_every_rule_has_examples_both_ways_and_an_id_of_its_own() -> None:
    assert len({rule.id for rule in rules()}) == len(rules())
    assert all(rule.examples and rule.never for rule in rules())
    assert {rule.kind for rule in rules()} == set(KINDS)


def test_what_follows_a_tail_goes_with_it() -> None:
    assert without(f"\n{BODY}\n\n    دیدگاه شما\n    پربازدیدترین اخبار\nخبر دیگری از جایی دیگر\n") == BODY


def test_a_headline_is_never_boilerplate() -> None:
    assert without(f"انتهای پیام\n{BODY}") == f"انتهای پیام\n{BODY}"


def test_a_box_of_links_within_the_article_loses_its_title_only() -> None:
    text = f"تیتر\nبیشتر بخوانید:\n{BODY}\n{BODY}"

    assert without(text) == f"تیتر\n{BODY}\n{BODY}"


def test_an_ending_keeps_the_sentence_before_it_to_the_letter() -> None:
    assert without("سطر نخست\nاو گفت: می\u200cآیم. انتهاي‌پيام/۱۲") == "سطر نخست\nاو گفت: می\u200cآیم."


@pytest.mark.parametrize("text", ["", "\n \n", "یک سطر"])
def test_short_texts_survive(text: str) -> None:
    assert without(text) == text.strip()
