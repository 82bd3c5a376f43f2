"""Asking: a question of the catalogue, an engine, and what is asked for, as a person writes it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from queries import questions
from queries.engines import Engine
from queries.names import Name
from queries.parameters import Given, bind
from queries.rows import Rows, rows


def ask(question: str, engine: Engine, **parameters: Given | None) -> Rows:
    """The rows of a question, the same on every engine; inputs go by their names or aliases.

    Raises: QuestionError for an unknown question, input or name and for a malformed value; AmbiguousNameError for a
    name that fits several actors.
    """
    asked = questions.question(question)
    bound = bind(asked, Index(engine), parameters)
    answered = rows(asked, engine.rows(questions.query(asked.name, engine.language), bound))
    limit = bound.get("limit")
    return Rows(asked, answered.cells[:limit]) if isinstance(limit, int) else answered


@dataclass(frozen=True, slots=True)
class Index:
    """What the graph on an engine knows; the questions `names` and `coverage` tell."""

    engine: Engine

    def names(self, text: str | None) -> Iterator[Name]:
        for row in ask("names", self.engine, text=text):
            country = row["country"]
            actor, kind, name, form = (str(row[column]) for column in ("actor", "kind", "name", "form"))
            yield Name(actor, kind, name, None if country is None else str(country), form)

    def outlets(self) -> list[str]:
        return [str(row["outlet"]) for row in ask("coverage", self.engine) if row["outlet"]]

    def newest(self) -> date | None:
        days = [str(row["last"]) for row in ask("coverage", self.engine) if row["last"]]
        return date.fromisoformat(max(days)) if days else None
