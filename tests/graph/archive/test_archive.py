import hashlib
import sqlite3
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from graph.archive import Archive
from graph.errors import ArchiveError
from graph.facts import Article, Evidence, Facts, Relation, Speaker, Statement, When
from tests.graph.invented import read_articles

TEXT = "ناصر کنعانی گفت: گفت‌وگو با باكو ادامه دارد. وزیران دو کشور دیدار کردند."
ARTICLE = Article(
    "news/1", TEXT, "نمونه", "گفت‌وگو ادامه دارد", When(date(2023, 4, 12)), "https://example.org/1", "/n/1"
)


def facts(article: Article, *names: str) -> Facts:
    """A statement and a relation of the article, the speaker under the names."""

    def shown(words: str) -> Evidence:
        start = article.text.index(words)
        return Evidence(article.id, start, start + len(words), words, "test/rule")

    content = article.text.index("گفت‌وگو"), article.text.index(" دارد")
    statement = Statement(
        article=article.id,
        speaker=Speaker("person", names or ("ناصر کنعانی", "کنعانی"), "سخنگو", "IR"),
        mention=(0, 11),
        cue=(12, 15),
        cue_text="گفت",
        cue_kind="say",
        content=(content,),
        quote_type="direct",
        about=("AZ",),
        evidence=shown("ناصر کنعانی گفت: گفت‌وگو با باكو ادامه دارد"),
    )
    relation = Relation(article.id, "IR", "AZ", "CONSULT", shown("دیدار کردند"), claimed_by=statement.id)
    return Facts(article.id, (statement,), (relation,))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "a.db", create=True) as opened:
        yield opened


def dump(archive: Archive) -> str:
    with sqlite3.connect(archive.path) as connection:
        return hashlib.sha256("\n".join(connection.iterdump()).encode()).hexdigest()


def some(archive: Archive, sql: str, *parameters: object) -> list[object]:
    return [next(iter(row.values())) for row in archive.rows(sql, parameters)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(read_articles())
def test_facts_come_back_as_they_were_put(archive: Archive, read: tuple[Article, Facts]) -> None:
    article, told = read
    for old in list(archive.articles()):
        archive.forget(old.id)

    archive.put(article, told, extractor="1")

    assert archive.article(article.id) == article
    assert archive.facts(article.id) == told
    assert list(archive.all_facts()) == [(article, told)]


def test_putting_again_changes_not_a_byte(archive: Archive) -> None:
    first = archive.put(ARTICLE, facts(ARTICLE), extractor="1")
    before = dump(archive)

    again = archive.put(ARTICLE, facts(ARTICLE), extractor="1")

    assert (first, again) == ("added", "unchanged")
    assert dump(archive) == before
    assert archive.is_current(ARTICLE, "1")
    assert not archive.is_current(ARTICLE, "2")


def test_a_new_extractor_or_a_changed_article_replaces_the_facts(archive: Archive) -> None:
    archive.put(ARTICLE, facts(ARTICLE), extractor="1")
    told = facts(ARTICLE)
    fewer = replace(told, statements=(), relations=tuple(replace(fact, claimed_by=None) for fact in told.relations))
    longer = replace(ARTICLE, text=TEXT + " باران بارید.")

    by_extractor = archive.put(ARTICLE, fewer, extractor="2")
    held = archive.facts(ARTICLE.id)
    by_text = archive.put(longer, facts(longer), extractor="2")

    assert (by_extractor, held) == ("changed", fewer)
    assert (by_text, archive.facts(ARTICLE.id), archive.article(ARTICLE.id)) == ("changed", facts(longer), longer)
    assert some(archive, "SELECT count(*) FROM statements") == [1]
    assert some(archive, "SELECT count(*) FROM statements_fts") == [1]
    assert some(archive, "SELECT count(*) FROM articles_fts") == [1]


def test_the_order_of_reading_leaves_no_trace_in_the_actors(tmp_path: Path) -> None:
    spelt = [("ناصر كنعاني",), ("ناصر کنعانی", "کنعانی"), ("ناصرکنعانی", "کنعانی"), ("ناصر کنعانی",)]
    read = [(article := replace(ARTICLE, id=f"a{n}"), facts(article, *names)) for n, names in enumerate(spelt)]

    told = []
    for name, order in (("there", read), ("back", read[::-1])):
        with Archive.open(tmp_path / name, create=True) as archive:
            for article, held in order:
                archive.put(article, held, extractor="1")
            rows = list(archive.rows("SELECT actor, name, n FROM actor_names ORDER BY actor, name"))
            told.append((list(archive.actors()), rows))

    assert told[0] == told[1]
    assert [actor.name for actor in told[0][0]] == ["ناصر کنعانی"]


def test_actors_and_forms_that_nobody_prints_any_more_go(archive: Archive) -> None:
    other = replace(ARTICLE, id="news/2")
    archive.put(ARTICLE, facts(ARTICLE), extractor="1")
    archive.put(other, facts(other, "ناصر کنعانی", "آقای کنعانی"), extractor="1")

    archive.put(other, facts(other, "حسین دیگر"), extractor="2")

    assert {actor.name for actor in archive.actors()} == {"حسین دیگر", "ناصر کنعانی"}
    assert some(archive, "SELECT name FROM actor_names ORDER BY name") == ["حسین دیگر", "ناصر کنعانی", "کنعانی"]


def test_a_forgotten_article_is_gone_and_told_to_the_sinks(archive: Archive) -> None:
    archive.put(ARTICLE, facts(ARTICLE), extractor="1")

    gone, again = archive.forget(ARTICLE.id), archive.forget(ARTICLE.id)

    assert (gone, again) == (True, False)
    assert list(archive.articles()) == []
    assert list(archive.withdrawn()) == [ARTICLE.id]
    assert {table: some(archive, f"SELECT count(*) FROM {table}")[0] for table in TABLES} == dict.fromkeys(TABLES, 0)


TABLES = (
    *("articles", "statements", "statement_spans", "statement_about", "relations", "actors", "actor_names"),
    *("articles_fts", "statements_fts"),
)


def test_an_article_that_comes_back_is_no_longer_withdrawn(archive: Archive) -> None:
    archive.put(ARTICLE, facts(ARTICLE), extractor="1")
    archive.forget(ARTICLE.id)

    outcome = archive.put(ARTICLE, facts(ARTICLE), extractor="1")

    assert outcome == "added"
    assert list(archive.withdrawn()) == []


@pytest.mark.parametrize("ask", [Archive.forget, Archive.article, Archive.facts])
def test_an_unknown_id_is_answered_with_near_ones(archive: Archive, ask: object) -> None:
    for n in range(30):
        archive.put(replace(ARTICLE, id=f"news/{n}"), Facts(f"news/{n}"), extractor="1")

    with pytest.raises(ArchiveError) as caught:
        ask(archive, "news/7x")  # type: ignore[operator]

    assert "news/7" in caught.value.cure
    assert caught.value.place == "news/7x"


@pytest.mark.parametrize("word", ["کنعانی", "كنعاني", "کَنعانی", "کنعـانی", "«کنعانی»", "باکو کنعانی"])
def test_full_text_finds_any_spelling(archive: Archive, word: str) -> None:
    arabic = replace(ARTICLE, text=TEXT.replace("ی", "ي").replace("ک", "ك"))
    archive.put(arabic, Facts(arabic.id), extractor="1")

    found = some(archive, "SELECT id FROM articles_fts WHERE articles_fts MATCH all_words(?)", word)

    assert found == [ARTICLE.id]


def test_full_text_takes_operators_for_words(archive: Archive) -> None:
    archive.put(ARTICLE, facts(ARTICLE), extractor="1")
    ask = "SELECT id FROM statements_fts WHERE statements_fts MATCH all_words(?)"

    hostile = [some(archive, ask, question) for question in ('"', "گفت OR", "NEAR(", "text:", "*", "", "'; --")]

    assert hostile == [[]] * 7
    assert len(some(archive, ask, "گفت وگو با باکو")) == 1


def test_sql_can_ask_for_skeletons(archive: Archive) -> None:
    assert some(archive, "SELECT skeleton('گفت‌و گوي آن') || coalesce(skeleton(NULL), '!')") == ["گفتوگویان!"]


def test_a_fact_without_a_date_of_its_own_has_the_article_s(archive: Archive) -> None:
    told = facts(ARTICLE)
    dated = replace(told.relations[0], when=When(date(2023, 4, 1), "month", (0, 4)))
    archive.put(ARTICLE, replace(told, relations=(dated,)), extractor="1")

    held = "SELECT date || date_precision || ifnull(date_start, '') AS d FROM "

    assert some(archive, held + "statements") == ["2023-04-12day"]
    assert some(archive, held + "relations") == ["2023-04-01month0"]


@pytest.mark.parametrize("field", ["id", "text", "outlet", "title", "url", "source"])
@pytest.mark.parametrize(("flaw", "told"), [("آ\0", "NUL at character 1"), ("\ud83d", "surrogate pair (U+D83D)")])
def test_what_is_no_text_is_refused_by_name(archive: Archive, field: str, flaw: str, told: str) -> None:
    article = replace(ARTICLE, **{field: flaw})

    with pytest.raises(ArchiveError, match=f"article's {field} holds") as caught:
        archive.put(article, Facts(article.id), extractor="1")

    assert told in caught.value.problem
    assert str(caught.value).encode()
    assert archive.status().articles == 0


def test_hostile_strings_are_only_strings(archive: Archive) -> None:
    text = """'); DROP TABLE articles; -- "گفت" \u202eمتن\u202c 👩‍👩‍👧 %s {x} \\ \r\n\t"""
    article = Article(text, text, text, text, None, text, text)

    archive.put(article, Facts(text), extractor=text)

    assert list(archive.articles()) == [article]


def test_a_refused_fact_leaves_nothing_behind(archive: Archive) -> None:
    told = facts(ARTICLE)
    flawed = replace(told.relations[0], evidence=replace(told.relations[0].evidence, exact="دیگر"))

    with pytest.raises(ArchiveError, match="not printed there"):
        archive.put(ARTICLE, replace(told, relations=(flawed,)), extractor="1")

    assert dict.fromkeys(TABLES, 0) == {t: some(archive, f"SELECT count(*) FROM {t}")[0] for t in TABLES}


def test_failures_are_kept_counted_and_resolved(archive: Archive) -> None:
    archive.fail("/n/1", "", "404", "try later", "متن\ud800")
    archive.fail("/n/1", "", "500", "try later")
    archive.fail("/n/\udcff", "7", "no text", "")

    kept = list(archive.failures())
    resolved = archive.resolve_failure("/n/\udcff", "7"), archive.resolve_failure("/n/\udcff", "7")

    assert [failure[:4] for failure in kept] == [
        ("/n/1", "", "500", "try later"),
        ("/n/\\udcff", "7", "no text", ""),
    ]
    assert [(failure.tries, failure.raw) for failure in kept] == [(2, "متن".encode() + b"\xed\xa0\x80"), (1, None)]
    assert resolved == (True, False)


def test_an_article_that_can_be_read_clears_its_failure(archive: Archive) -> None:
    archive.put(ARTICLE, facts(ARTICLE), extractor="1")
    for item in ("", ARTICLE.id, "other"):
        archive.fail("/n/1", item, "problem", "cure")

    archive.put(ARTICLE, facts(ARTICLE), extractor="1")

    assert [failure.item for failure in archive.failures()] == ["other"]


def test_status_counts_what_there_is(archive: Archive) -> None:
    run = archive.begin_run("7")
    archive.put(ARTICLE, facts(ARTICLE), extractor="7")
    bare = Article("z", "باران بارید.")
    archive.put(bare, Facts("z"), extractor="7")
    archive.fail("x", "", "p", "c")
    archive.end_run(run, added=2, failed=1)
    archive.begin_run("8")

    status = archive.status()

    assert (status.articles, status.statements, status.relations, status.actors) == (2, 1, 1, 1)
    assert status.outlets == ((None, 1), ("نمونه", 1))
    assert (status.first, status.last, status.undated) == ("2023-04-12", "2023-04-12", 1)
    assert (status.failures, status.withdrawn, status.runs) == (1, 0, 2)
    assert status.last_run is not None
    assert (status.last_run.extractor, status.last_run.ended) == ("8", None)
    assert some(archive, "SELECT added || failed FROM runs WHERE ended IS NOT NULL") == ["21"]
    assert status.size > 10_000


def test_questions_cannot_write(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="readonly"):
        list(archive.rows("DELETE FROM meta"))


def test_a_stream_shows_the_archive_as_it_was_when_it_began(archive: Archive) -> None:
    for n in range(5):
        archive.put(replace(ARTICLE, id=f"n{n}"), Facts(f"n{n}"), extractor="1")

    seen = []
    for article, _ in archive.all_facts():
        seen.append(article.id)
        archive.forget(article.id)
        archive.put(replace(ARTICLE, id=f"m{article.id}"), Facts(f"m{article.id}"), extractor="1")

    assert seen == ["n0", "n1", "n2", "n3", "n4"]
    assert [article.id for article in archive.articles()] == ["mn0", "mn1", "mn2", "mn3", "mn4"]


def test_streams_hold_one_article_at_a_time(archive: Archive) -> None:
    size = 200_000
    for n in range(20):
        archive.put(Article(f"a{n:02}", f"{n}" + "ا" * size), Facts(f"a{n:02}"), extractor="1")
    tracemalloc.start()

    ids = [article.id for article, _ in archive.all_facts()]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert ids == [f"a{n:02}" for n in range(20)]
    assert peak < 10 * size
