"""The facts read back out of Neo4j, to be held against the archive's."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from graph.facts import Evidence, Facts, Relation, Span, Speaker, Statement, When
from graph.sinks.neo4j.connection import Connection, rows
from graph.sinks.neo4j.queries import text

type Properties = Mapping[str, Any]


def read_back(connection: Connection) -> Iterator[Facts]:
    """The facts of every article, in order of its id, as they were in the archive."""
    for row in rows(connection, text("read_back"), {}):
        yield _facts(row)


def _facts(row: Properties) -> Facts:
    statements, relations = map(_statement, row["statements"]), map(_relation, row["relations"])
    return Facts(row["article"], tuple(statements), tuple(relations))


def _statement(told: Properties) -> Statement:
    return Statement(
        article=told["article"],
        speaker=Speaker(told["speaker_kind"], tuple(told["names"]), told.get("role"), told.get("country")),
        mention=_span(told["mention"]),
        cue=_span(told["cue_span"]),
        cue_text=told["cue"],
        cue_kind=told["cue_kind"],
        content=_spans(told["content"]),
        quote_type=told["quote_type"],
        about=tuple(told["about"]),
        evidence=_evidence(told),
        resolution=told["resolution"],
        when=_when(told),
        addressee=told.get("addressee"),
        nested_in=told.get("nested_in"),
        known_as=told.get("known_as"),
    )


def _relation(told: Properties) -> Relation:
    return Relation(
        article=told["article"],
        source=told["source"],
        target=told["target"],
        type=told["event"],
        evidence=_evidence(told),
        mode=told.get("mode"),
        status=told["status"],
        claimed_by=told.get("claimed_by"),
        when=_when(told),
        place=told.get("place"),
    )


def _evidence(told: Properties) -> Evidence:
    return Evidence(told["article"], told["evidence_start"], told["evidence_end"], told["exact"], told["rule"])


def _when(told: Properties) -> When | None:
    if not told["dated"]:
        return None
    return When(date.fromisoformat(told["date"]), told["date_precision"], _span(told["date_span"]))


def _span(flat: Sequence[int]) -> Span | None:
    return next(iter(_spans(flat)), None)


def _spans(flat: Sequence[int]) -> tuple[Span, ...]:
    return tuple(zip(flat[::2], flat[1::2], strict=True))
