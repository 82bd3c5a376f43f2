from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given

from graph.archive.admission import check
from graph.errors import ArchiveError
from graph.facts import Article, Evidence, Facts, Relation, Speaker, Statement
from tests.graph.invented import read_articles

ARTICLE = Article("n/1", "کنعانی گفت: می‌آییم. ایران و عراق دیدار کردند.")
SHOWN = Evidence("n/1", 0, 19, ARTICLE.text[:19], "test/rule")
SAID = Statement("n/1", Speaker("person", ("کنعانی",)), (0, 6), (7, 10), "گفت", "say", ((12, 19),), "direct", (), SHOWN)
DONE = Relation("n/1", "IR", "IQ", "CONSULT", SHOWN, claimed_by=SAID.id)
FACTS = Facts("n/1", (SAID,), (DONE,))


def statement(**changed: object) -> Facts:
    return replace(FACTS, statements=(replace(SAID, **changed),), relations=())  # type: ignore[arg-type]


def relation(**changed: object) -> Facts:
    return replace(FACTS, relations=(replace(DONE, **changed),))  # type: ignore[arg-type]


@given(read_articles())
def test_facts_that_can_be_shown_pass(read: tuple[Article, Facts]) -> None:
    check(*read)


@pytest.mark.parametrize(
    ("flawed", "problem"),
    [
        (lambda: replace(FACTS, article="n/2"), "another article, n/2"),
        (lambda: statement(article="n/2"), "belongs to another article"),
        (lambda: statement(evidence=replace(SHOWN, article="n/2")), "belongs to another article"),
        (lambda: statement(evidence=replace(SHOWN, start=1)), "not printed there"),
        (lambda: statement(evidence=replace(SHOWN, start=5, end=5, exact="")), "span outside the text"),
        (lambda: statement(content=((12, 400),)), "span outside the text"),
        (lambda: statement(mention=(-3, 6)), "span outside the text"),
        (lambda: statement(cue=(10, 7)), "span outside the text"),
        (lambda: statement(content=()), "lacks its content"),
        (lambda: statement(speaker=Speaker("person", ())), "lacks its content or its speaker's name"),
        (lambda: statement(nested_in="f0"), "stands in one that is not there"),
        (lambda: relation(claimed_by="f0"), "claimed in a statement that is not there"),
        (lambda: relation(type="HUG"), "HUG is no type of PLOVER"),
        (lambda: replace(FACTS, statements=(SAID, SAID)), "the statement at 0 is there twice"),
        (lambda: replace(FACTS, relations=(DONE, replace(DONE, mode="visit"))), "the relation at 0 is there twice"),
    ],
)
def test_a_fact_that_cannot_be_shown_is_refused(flawed: Callable[[], Facts], problem: str) -> None:
    with pytest.raises(ArchiveError) as caught:
        check(ARTICLE, flawed())

    assert caught.value.place == "n/1"
    assert problem in caught.value.problem
    assert "report it" in caught.value.cure
