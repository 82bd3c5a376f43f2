"""What a draft looks like: its speaker's place, its verb's voice, what it governs."""

from graph.facts import Article
from ingest.attributing.looks import looks
from ingest.attributing.passages import page
from ingest.reading import read


def told(text: str) -> set[str]:
    laid = page(read(Article("test", f"تیتر نخست\n{text}")))
    draft = next(draft for passage in laid.passages for draft in passage.drafts)
    return set(looks(draft, laid.folded))


def test_a_passive_verb_is_told_apart() -> None:
    assert "voice=True/past" in told("پیش از این اعلام شد که راه بسته است.")
    assert "voice=False/past" in told("پلیس اعلام کرد که راه بسته است.")


def test_a_participle_without_its_auxiliary_is_told_apart() -> None:
    assert "short=True/that" in told("پلیس گفته که راه بسته است.")
    assert "short=False/that" in told("پلیس گفته است که راه بسته است.")


def test_an_object_before_the_verb_may_take_the_clause_behind_it() -> None:
    assert "object=True/that" in told("نرخ‌ها را اعلام کرد که بالا بود.")
    assert "object=False/that" in told("بانک اعلام کرد که نرخ‌ها بالاست.")


def test_a_clause_without_a_word_has_nobody() -> None:
    assert "nobody=verb" in told("گفت که راه بسته است.")


def test_what_begins_with_a_number_behind_a_bare_colon_is_told() -> None:
    assert "content-start=number" in told("سخنگوی پلیس: ۵ نفر بازداشت شدند.")
