"""The whole of reading: exact evidence, one reading for every spelling, the same facts each time."""

import json
import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.facts import Article, Facts, When
from graph.letters import NBSP, ZWNJ, skeleton_text
from graph.plover import MUTUAL
from ingest.pipeline import extract
from ingest.sources import articles

SAMPLES = Path(__file__).parents[2] / "samples"


def sample_articles() -> list[Article]:
    return [found for found in articles(str(SAMPLES)) if isinstance(found, Article)]


def corpus() -> Iterator[Article]:
    for path in sorted(Path(os.environ["RAVABET_CORPUS"]).glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                yield Article(row["id"], row["text"], row.get("outlet"))


def misplaced(article: Article, facts: Facts) -> list[str]:
    """What the facts show that is not printed where they say."""
    evidence = [fact.evidence for fact in (*facts.statements, *facts.relations)]
    wrong = [repr(e) for e in evidence if article.text[e.start : e.end] != e.exact or not e.exact]
    spans = [span for s in facts.statements for span in (*s.content, s.mention, s.cue) if span]
    return wrong + [repr(span) for span in spans if not 0 <= span[0] < span[1] <= len(article.text)]


def gist(article: Article) -> tuple[list[object], list[object]]:
    """The facts of an article without offsets and spelling; a mutual act has no first party."""
    facts = extract(article)
    statements = [
        (
            skeleton_text(s.speaker.name),
            s.speaker.country,
            s.quote_type,
            tuple(skeleton_text(article.text[slice(*span)]) for span in s.content),
        )
        for s in facts.statements
    ]
    relations = [((r.source, r.target), r.type) for r in facts.relations]
    return list(statements), sorted((tuple(sorted(ends)) if kind in MUTUAL else ends, kind) for ends, kind in relations)


PIECES = ("گفت:", "وی", "وزیر خارجه ایران", "آمریکا", "را محکوم کرد", "«", "»", "که", ".", "\n", "🔹")

DISGUISES: dict[str, Callable[[str], str]] = {
    "zero-width joiners lost": lambda text: text.replace(ZWNJ, ""),
    "a space in their place": lambda text: text.replace(ZWNJ, " "),
    "a no-break space in their place": lambda text: text.replace(ZWNJ, NBSP),
    "arabic letters": lambda text: text.translate(str.maketrans("یک", "يك")),
}


@pytest.mark.skipif("RAVABET_CORPUS" not in os.environ, reason="set RAVABET_CORPUS to a folder of *.jsonl articles")
def test_evidence_is_exact_over_a_whole_corpus() -> None:
    wrong = [place for article in corpus() for place in misplaced(article, extract(article))]

    assert wrong == []


@pytest.mark.parametrize("article", sample_articles(), ids=lambda article: article.id)
def test_evidence_is_exact_in_the_samples(article: Article) -> None:
    facts = extract(article)

    assert facts.statements
    assert misplaced(article, facts) == []


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(PIECES),
            st.text(st.characters(codec="utf-8"), max_size=8),
        ),
        max_size=40,
    )
)
def test_evidence_is_exact_in_any_text(pieces: list[str]) -> None:
    article = Article("any", " ".join(pieces))

    assert misplaced(article, extract(article)) == []


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES.keys())
@pytest.mark.parametrize("article", sample_articles(), ids=lambda article: article.id)
def test_an_article_reads_the_same_in_every_spelling(article: Article, disguise: Callable[[str], str]) -> None:
    disguised = Article(article.id, disguise(article.text), article.outlet, article.title, article.published)

    assert gist(disguised) == gist(article)


def test_reading_twice_gives_the_same_facts() -> None:
    for article in sample_articles():
        assert extract(article) == extract(article)


def test_an_empty_article_has_no_facts() -> None:
    assert extract(Article("empty", "")) == Facts("empty")


@pytest.mark.parametrize(
    ("text", "day", "known_as"),
    [
        ("رئیس‌جمهور روسیه گفت: این نشست سودمند بود.", date(2021, 6, 1), "ولادیمیر پوتین"),
        ("رئیس‌جمهور روسیه گفت: این نشست سودمند بود.", date(2010, 6, 1), "دمیتری مدودف"),
        ("ولادیمیر پوتین رئیس‌جمهور روسیه گفت: این نشست سودمند بود.", date(2021, 6, 1), None),
        ("رئیس‌جمهور روسیه گفت: این نشست سودمند بود.", None, None),
    ],
)
def test_who_held_an_office_is_told_apart_from_what_the_article_says(
    text: str, day: date | None, known_as: str | None
) -> None:
    [said] = extract(Article("one", text, published=When(day) if day else None)).statements

    assert said.known_as == known_as
    assert said.known_as is None or said.speaker.name == "رئیس‌جمهور روسیه"
