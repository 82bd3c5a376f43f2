"""An export asked in SPARQL, by itself: no archive stands behind it.

A query opens with its parameters, ``VALUES (?asked_actor …) { (UNDEF …) }``, so that it is whole without any; the
values take the place of UNDEF as RDF literals. `rv:skeleton` is a function: what the spellings of a text share.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, QuerySolutions, Store, Triple, parse

from graph.errors import KnowledgeError, SourceError
from graph.letters import skeleton_text
from graph.sinks.rdf import FORMS
from graph.sinks.vocabulary import term

type Value = str | int | float | bool | None
type Term = NamedNode | Literal | BlankNode | Triple

_PARAMETERS = re.compile(r"\bVALUES\s*\(((?:\s*\?asked_\w+)+)\s*\)\s*\{\s*\((?:\s*UNDEF)+\s*\)\s*\}")
_NUMBERS = {"integer": int, "decimal": float, "double": float, "float": float}


def rows(path: Path, sparql: str, parameters: Mapping[str, Value]) -> Iterator[dict[str, Value]]:
    """The rows of a SELECT query on an export, by variable; unbound variables are None.

    Parameters fill the query's `?asked_…`, None leaves one open. `limit`, which SPARQL cannot bind, cuts the rows.

    Raises: SourceError when the file is no RDF; KnowledgeError when the query is none, or lacks a parameter.
    """
    limit = parameters.get("limit")
    question = bound(sparql, {name: value for name, value in parameters.items() if name != "limit"})
    for n, row in enumerate(_answers(read(path), question)):
        if limit is not None and n >= int(limit):
            return
        yield row


def bound(sparql: str, parameters: Mapping[str, Value]) -> str:
    """The query with its open parameters filled.

    Raises: KnowledgeError when a parameter has a value and the query no place for it.
    """
    found = _PARAMETERS.search(sparql)
    names = re.findall(r"\?asked_(\w+)", found[1]) if found else []
    lost = sorted(name for name, value in parameters.items() if value is not None and name not in names)
    if lost:
        raise KnowledgeError("the query", f"has no ?asked_{lost[0]}", "add it to the VALUES that the query opens with")
    if not found:
        return sparql
    values = " ".join(_written(parameters.get(name)) for name in names)
    return f"{sparql[: found.start()]}VALUES ({found[1]} ) {{ ({values}) }}{sparql[found.end() :]}"


def read(path: Path) -> Store:
    """The triples of an export in memory, those of all its graphs together.

    Raises: SourceError when the file is not there or no RDF.
    """
    try:
        stat = path.stat()
    except OSError as error:
        raise SourceError(str(path), f"cannot be read: {error.strerror}", "`ravabet export` makes one") from error
    return _read(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=2)
def _read(path: Path, _changed: int, _size: int) -> Store:
    store = Store()
    store.bulk_extend(Quad(q.subject, q.predicate, q.object, DefaultGraph()) for q in parsed(path))
    return store


def parsed(path: Path) -> Iterator[Quad]:
    """The statements of an RDF file, one after the other, in any of FORMS by the ending of its name.

    Raises: SourceError, with line and column, where the file is no RDF.
    """
    form = FORMS.get(path.suffix.lstrip("."))
    if form is None:
        raise SourceError(str(path), "its name tells no form of RDF", "end it in " + ", ".join(f".{f}" for f in FORMS))
    try:
        yield from parse(path=path, format=form)
    except SyntaxError as error:
        raise SourceError(str(path), f"is no {form.name}: {error}", "export it again") from error
    except OSError as error:
        raise SourceError(str(path), f"cannot be read: {error.strerror or error}", "check the file") from error


def _answers(store: Store, question: str) -> Iterator[dict[str, Value]]:
    try:
        solutions = store.query(question, custom_functions={term("rv:skeleton"): _skeleton})
    except SyntaxError as error:
        raise KnowledgeError("the query", f"is no SPARQL: {error}") from error
    if not isinstance(solutions, QuerySolutions):
        raise KnowledgeError("the query", "is no SELECT", "ask for variables")
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        yield {name: _told(value) for name, value in zip(names, solution, strict=True)}


def _skeleton(text: Term) -> Literal | None:
    return Literal(skeleton_text(text.value)) if isinstance(text, Literal) else None


def _written(value: Value) -> str:
    return "UNDEF" if value is None else str(Literal(value))


def _told(value: Term | None) -> Value:
    if value is None or isinstance(value, Triple):
        return None
    if not isinstance(value, Literal):
        return value.value
    kind = value.datatype.value.rpartition("#")[2]
    return _NUMBERS[kind](value.value) if kind in _NUMBERS else value.value
