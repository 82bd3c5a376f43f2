"""Articles with facts that nobody would write, but that can be shown in them: for properties that hold for all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from graph.facts import Article, Evidence, Facts, Relation, Span, Speaker, Statement, When
from graph.plover import event_types

LETTERS = "اآبپتكکيیىهةۀأگچژؤئءلمن ‌\u200f\u202b\xa0«»؛،.:\"'\n\rAz۰۱٣4😀🇮🇷ًّـ%_;-\\{}<>&"
texts = st.text(LETTERS, min_size=6, max_size=80)
names = st.text(LETTERS, min_size=1, max_size=12).filter(str.strip)
codes = st.sampled_from(("IR", "AZ", "US", "UN", "E3"))
ids = st.text(LETTERS + "/:#?", min_size=1, max_size=12)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return start, draw(st.integers(start + 1, len(text)))


@st.composite
def whens(draw: st.DrawFn, text: str) -> When:
    day = draw(st.dates(date(1979, 1, 1), date(2030, 1, 1)))
    precision: Any = draw(st.sampled_from(("day", "week", "month", "season", "year")))
    return When(day, precision, draw(st.none() | spans(text)))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(texts)
    maybe = st.none() | names
    return Article(draw(ids), text, draw(maybe), draw(maybe), draw(st.none() | whens(text)), draw(maybe), draw(maybe))


@st.composite
def evidences(draw: st.DrawFn, article: Article) -> Evidence:
    start, end = draw(spans(article.text))
    return Evidence(article.id, start, end, article.text[start:end], draw(names))


@st.composite
def statements(draw: st.DrawFn, article: Article) -> Statement:
    span, kind = spans(article.text), st.sampled_from(("person", "organization", "unnamed"))
    speaker = Speaker(
        draw(kind),
        tuple(draw(st.lists(names, min_size=1, max_size=3))),
        draw(st.none() | names),
        draw(st.none() | codes),
    )
    return Statement(
        article=article.id,
        speaker=speaker,
        mention=draw(st.none() | span),
        cue=draw(st.none() | span),
        cue_text=draw(st.just("") | names),
        cue_kind=draw(st.sampled_from(("say", "warn"))),
        content=tuple(draw(st.lists(span, min_size=1, max_size=3))),
        quote_type=draw(st.sampled_from(("direct", "indirect", "mixed"))),
        about=tuple(draw(st.lists(codes, max_size=3))),
        evidence=draw(evidences(article)),
        resolution=draw(st.sampled_from(("named", "surname", "role", "pronoun", "dropped", "headline"))),
        when=draw(st.none() | whens(article.text)),
        addressee=draw(st.none() | codes),
        known_as=draw(st.none() | names),
    )


@st.composite
def relations(draw: st.DrawFn, article: Article, claims: Sequence[str]) -> Relation:
    return Relation(
        article=article.id,
        source=draw(codes),
        target=draw(codes),
        type=draw(st.sampled_from(sorted(event_types()))),
        evidence=draw(evidences(article)),
        mode=draw(st.none() | st.sampled_from(("visit", "meet", "no-such"))),
        status=draw(st.sampled_from(("actual", "planned", "negated", "hypothetical"))),
        claimed_by=draw(st.none() | st.sampled_from(claims)) if claims else None,
        when=draw(st.none() | whens(article.text)),
        place=draw(st.none() | names),
    )


@st.composite
def read_articles(draw: st.DrawFn) -> tuple[Article, Facts]:
    """An article with the facts that might have been read in it; some statements stand in others."""
    article = draw(articles())
    said = draw(st.lists(statements(article), max_size=4, unique_by=lambda fact: fact.id))
    said = [replace(fact, nested_in=said[0].id) if n and draw(st.booleans()) else fact for n, fact in enumerate(said)]
    claims = [fact.id for fact in said]
    done = draw(st.lists(relations(article, claims), max_size=4, unique_by=lambda fact: fact.id))
    return article, Facts(article.id, tuple(said), tuple(done))
