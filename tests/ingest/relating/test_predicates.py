"""Every rule finds its own examples and leaves its look-alikes alone."""

import pytest

from graph.plover import event_types
from ingest.relating import predicates
from ingest.relating.predicates import Example


def _ids(text: str) -> set[str]:
    return {predicate.id for _, _, predicate in predicates.find(text)}


@pytest.mark.parametrize("example", predicates.examples(), ids=lambda example: f"{example.rule}: {example.text}")
def test_a_rule_finds_its_example(example: Example) -> None:
    assert example.rule in _ids(example.text)


@pytest.mark.parametrize(("rule", "text"), predicates.look_alikes())
def test_a_rule_leaves_its_look_alike_alone(rule: str, text: str) -> None:
    assert rule not in _ids(f"خبر از {text} بود.")


def test_every_rule_has_an_example() -> None:
    shown = {example.rule for example in predicates.examples()}

    assert shown == {predicate.id for predicate in predicates.predicates()}


def test_an_example_reads_relations_of_plover_between_two_actors() -> None:
    kinds = {line.split()[1] for example in predicates.examples() for line in example.reads}

    assert kinds <= event_types().keys()
    assert all(len(set(line.split())) == 3 for example in predicates.examples() for line in example.reads)


def test_spellings_of_a_rule_read_the_same() -> None:
    printed = ["تحریم‌های تازه", "تحريم هاي تازه", "تحریمهای تازه", "تحریم\xa0های تازه"]

    assert all("sanction/sanction" in _ids(text) for text in printed)


def test_a_word_within_a_longer_expression_counts_too() -> None:
    assert {"concede/lift", "sanction/sanction"} <= _ids("لغو تحریم‌ها اعلام شد.")


def test_one_word_printed_as_two_is_another() -> None:
    assert "agree/accord" in _ids("این قرارداد تازه است.")
    assert "agree/accord" not in _ids("در اولویت قرار داد.")


def test_the_future_auxiliary_asks_for_nothing() -> None:
    assert "request/asked" in _ids("هند از چین می‌خواهد همراهی کند.")
    assert "request/asked" not in _ids("هند با چین همراه خواهد شد.")


def test_a_verb_of_two_words_is_found_in_its_forms() -> None:
    printed = ["آزاد کرد", "آزاد کند", "آزاد نکرده است", "آزاد خواهند کرد", "آزاد می‌کند", "آزاد کردن", "آزاد مي كند"]

    assert all("retreat/free" in _ids(f"عمان دو زندانی را {form}.") for form in printed)
    assert "request/call" in _ids("هند سفیر خود را فرا خواند.")
    assert "request/call" in _ids("هند سفیر خود را فراخواند.")


def test_a_nunation_ends_a_word() -> None:
    assert "cooperate/joint" in _ids("هند و عمان این بندر را مشترکاً اداره می‌کنند.")
