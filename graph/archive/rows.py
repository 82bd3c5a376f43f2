"""An article and its facts as rows of the archive, and the same back from them."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from graph.archive.searching import searchable
from graph.facts import Actor, Article, Evidence, Facts, Relation, Span, Speaker, Statement, When
from graph.plover import quad, score

type Row = dict[str, object]

_STATEMENTS: Final = """
    SELECT *,
        (SELECT json_group_array(json_array(start, "end")) FROM
            (SELECT start, "end" FROM statement_spans WHERE statement = statements.id ORDER BY n)) AS spans,
        (SELECT json_group_array(country) FROM
            (SELECT country FROM statement_about WHERE statement = statements.id ORDER BY n)) AS about
    FROM statements WHERE article = ? ORDER BY n
"""
_RELATIONS: Final = "SELECT * FROM relations WHERE article = ? ORDER BY n"


def insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Adds rows of one shape to a table."""
    rows = list(rows)
    if rows:
        columns = ", ".join(f'"{column}"' for column in rows[0])
        values = ", ".join(f":{column}" for column in rows[0])
        connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({values})", rows)


def put_in(connection: sqlite3.Connection, article: Article, facts: Facts, extractor: str) -> None:
    """Writes an article that is not there, with its facts; their actors are."""
    insert(connection, "articles", [_article_row(article, extractor)])
    insert(connection, "statements", (_statement_row(n, s, article) for n, s in enumerate(facts.statements)))
    insert(connection, "statement_spans", _span_rows(facts.statements))
    insert(connection, "statement_about", _about_rows(facts.statements))
    insert(connection, "relations", (_relation_row(n, r, article) for n, r in enumerate(facts.relations)))
    _index(connection, article)


def _index(connection: sqlite3.Connection, article: Article) -> None:
    """Gives the article and its statements their rows in full text."""
    at = connection.execute("SELECT rowid FROM articles WHERE id = ?", (article.id,)).fetchone()[0]
    row = {"rowid": at, "id": article.id, "title": searchable(article.title or ""), "text": searchable(article.text)}
    insert(connection, "articles_fts", [row])
    told = connection.execute("SELECT rowid, id, text FROM statements WHERE article = ?", (article.id,))
    rows = [{"rowid": row["rowid"], "id": row["id"], "text": searchable(row["text"])} for row in told]
    insert(connection, "statements_fts", rows)


def take_out(connection: sqlite3.Connection, article: str) -> None:
    """Removes an article and all its facts; their actors stay."""
    own = "(SELECT rowid FROM statements WHERE article = ?)"
    connection.execute(f"DELETE FROM statements_fts WHERE rowid IN {own}", (article,))
    connection.execute("DELETE FROM articles_fts WHERE rowid = (SELECT rowid FROM articles WHERE id = ?)", (article,))
    connection.execute("DELETE FROM articles WHERE id = ?", (article,))


def _article_row(article: Article, extractor: str) -> Row:
    return {
        "id": article.id,
        "outlet": article.outlet,
        "title": article.title,
        "url": article.url,
        "source": article.source,
        "published": article.published and article.published.day.isoformat(),
        "published_precision": article.published and article.published.precision,
        **_span("published_", article.published.span if article.published else None),
        "text": article.text,
        "content_hash": article.content_hash,
        "extractor": extractor,
    }


def _statement_row(n: int, statement: Statement, article: Article) -> Row:
    speaker = statement.speaker
    return {
        "id": statement.id,
        "article": statement.article,
        "n": n,
        "actor": speaker.actor.id,
        "speaker": speaker.name,
        "speaker_kind": speaker.kind,
        "names": json.dumps(speaker.names, ensure_ascii=False),
        "role": speaker.role,
        "country": speaker.country,
        **_span("mention_", statement.mention),
        **_span("cue_", statement.cue),
        "cue": statement.cue_text,
        "cue_kind": statement.cue_kind,
        "quote_type": statement.quote_type,
        "text": " … ".join(article.text[start:end] for start, end in statement.content),
        **_dated(statement.when, article),
        "addressee": statement.addressee,
        "nested_in": statement.nested_in,
        "known_as": statement.known_as,
        "resolution": statement.resolution,
        **_evidence_row(statement.evidence),
    }


def _relation_row(n: int, relation: Relation, article: Article) -> Row:
    return {
        "id": relation.id,
        "article": relation.article,
        "n": n,
        "source": relation.source,
        "target": relation.target,
        "type": relation.type,
        "mode": relation.mode,
        "quad": quad(relation.type),
        "score": score(relation.type, relation.mode),
        "status": relation.status,
        "claimed_by": relation.claimed_by,
        **_dated(relation.when, article),
        "place": relation.place,
        **_evidence_row(relation.evidence),
    }


def _span(prefix: str, span: Span | None) -> Row:
    start, end = span or (None, None)
    return {f"{prefix}start": start, f"{prefix}end": end}


def _dated(when: When | None, article: Article) -> Row:
    known = when or article.published
    return {
        "date": known and known.day.isoformat(),
        "date_precision": known and known.precision,
        **_span("date_", when.span if when else None),
        "dated": when is not None,
    }


def _evidence_row(evidence: Evidence) -> Row:
    return {"start": evidence.start, "end": evidence.end, "exact": evidence.exact, "rule": evidence.rule}


def _span_rows(statements: Iterable[Statement]) -> Iterator[Row]:
    for statement in statements:
        for n, (start, end) in enumerate(statement.content):
            yield {"statement": statement.id, "n": n, "start": start, "end": end}


def _about_rows(statements: Iterable[Statement]) -> Iterator[Row]:
    for statement in statements:
        for n, country in enumerate(statement.about):
            yield {"statement": statement.id, "n": n, "country": country}


def article_of(row: sqlite3.Row) -> Article:
    """The article that a row of `articles` holds."""
    span = _span_of(row, "published_")
    published = row["published"] and When(date.fromisoformat(row["published"]), row["published_precision"], span)
    return Article(row["id"], row["text"], row["outlet"], row["title"], published, row["url"], row["source"])


def actor_of(row: sqlite3.Row) -> Actor:
    """The actor that a row of `actors` holds."""
    return Actor(row["id"], row["kind"], row["name"], row["country"])


def facts_of(connection: sqlite3.Connection, article: str) -> Facts:
    """All that the archive holds of one article, exactly as it was put."""
    statements = map(_statement_of, connection.execute(_STATEMENTS, (article,)))
    relations = map(_relation_of, connection.execute(_RELATIONS, (article,)))
    return Facts(article, tuple(statements), tuple(relations))


def _statement_of(row: sqlite3.Row) -> Statement:
    return Statement(
        article=row["article"],
        speaker=Speaker(row["speaker_kind"], tuple(json.loads(row["names"])), row["role"], row["country"]),
        mention=_span_of(row, "mention_"),
        cue=_span_of(row, "cue_"),
        cue_text=row["cue"],
        cue_kind=row["cue_kind"],
        content=tuple((start, end) for start, end in json.loads(row["spans"])),
        quote_type=row["quote_type"],
        about=tuple(json.loads(row["about"])),
        evidence=_evidence_of(row),
        resolution=row["resolution"],
        when=_when_of(row),
        addressee=row["addressee"],
        nested_in=row["nested_in"],
        known_as=row["known_as"],
    )


def _relation_of(row: sqlite3.Row) -> Relation:
    return Relation(
        article=row["article"],
        source=row["source"],
        target=row["target"],
        type=row["type"],
        evidence=_evidence_of(row),
        mode=row["mode"],
        status=row["status"],
        claimed_by=row["claimed_by"],
        when=_when_of(row),
        place=row["place"],
    )


def _span_of(row: sqlite3.Row, prefix: str) -> Span | None:
    start, end = row[f"{prefix}start"], row[f"{prefix}end"]
    return None if start is None else (start, end)


def _when_of(row: sqlite3.Row) -> When | None:
    if not row["dated"]:
        return None
    return When(date.fromisoformat(row["date"]), row["date_precision"], _span_of(row, "date_"))


def _evidence_of(row: sqlite3.Row) -> Evidence:
    return Evidence(row["article"], row["start"], row["end"], row["exact"], row["rule"])
