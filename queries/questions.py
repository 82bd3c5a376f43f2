"""The catalogue: what can be asked, read from one folder a question."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

import msgspec

from graph.errors import KnowledgeError, QuestionError

type InputKind = Literal["actor", "country", "fact", "text", "date", "choice", "event", "outlet", "integer"]
type ColumnType = Literal[
    "bucket", "code", "codes", "date", "facts", "integer", "most", "name", "offset", "prose", "score", "text", "url",
    "word",
]  # fmt: skip
type Language = Literal["sql", "cypher", "rq"]


class _Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table of a question file: exactly its fields, nothing else."""


class Told(_Form, frozen=True):
    """One text in both languages."""

    en: str
    fa: str


class Input(_Form, frozen=True):
    """What a question asks for; `sent` pairs with `choices` where the engines get something else than the word."""

    name: str
    kind: InputKind
    en: str
    fa: str
    required: bool = False
    choices: tuple[str, ...] = ()
    sent: tuple[int, ...] = ()
    default: str | None = None
    extra: tuple[str, ...] = ()  # words that an `event` input takes beside PLOVER's types
    aliases: tuple[str, ...] = ()
    shared: bool = False  # every question takes it


class Column(_Form, frozen=True):
    """What a question answers with.

    One with `made_from` is made here from that column of the query; one `aside` is left out of tables for people.
    """

    name: str
    type: ColumnType
    fa: str
    made_from: str | None = None
    aside: bool = False


class Example(_Form, frozen=True):
    """A question somebody asks, and the inputs that ask it."""

    en: str
    fa: str
    parameters: dict[str, str | int]


class Question(_Form, frozen=True, kw_only=True):
    """`needs` lists sets of inputs of which one must be whole; `order` tells how rows are sorted."""

    name: str
    title: Told
    description: Told
    order: str
    number: int | None = None
    inputs: tuple[Input, ...] = msgspec.field(name="input", default=())
    columns: tuple[Column, ...] = msgspec.field(name="column")
    examples: tuple[Example, ...] = msgspec.field(name="example", default=())
    needs: tuple[tuple[str, ...], ...] = ()
    without: tuple[str, ...] = ()

    def input(self, name: str) -> Input:
        """The input of that name or alias.

        Raises: QuestionError when there is none.
        """
        for given in self.inputs:
            if name == given.name or name in given.aliases:
                return given
        known = ", ".join(given.name for given in self.inputs)
        raise QuestionError(self.name, f"takes no «{name}»", f"it takes {known}")


class _Inputs(_Form, frozen=True):
    inputs: tuple[Input, ...] = msgspec.field(name="input")


def inputs(file: Traversable) -> tuple[Input, ...]:
    """The inputs that a file lists.

    Raises: KnowledgeError where it breaks its form.
    """
    return _read(file, _Inputs).inputs


def catalogue() -> Mapping[str, Question]:
    """The questions by name, in the order of their numbers, the unnumbered last.

    Raises: KnowledgeError where a file breaks its form.
    """
    return _catalogue()


@cache
def _catalogue() -> Mapping[str, Question]:
    folder = files("queries") / "catalogue"
    found = [load(entry, folder / "every.toml") for entry in folder.iterdir() if (entry / "question.toml").is_file()]
    found.sort(key=lambda question: (question.number is None, question.number or 0, question.name))
    return {question.name: question for question in found}


def question(name: str) -> Question:
    """The question of that name.

    Raises: QuestionError when there is none.
    """
    if name not in catalogue():
        raise QuestionError(f"«{name}»", "is no question of the catalogue", "ask one of " + ", ".join(catalogue()))
    return catalogue()[name]


@cache
def query(name: str, language: Language) -> str:
    """The question in one of its languages.

    Raises: QuestionError when it is not told in that one.
    """
    file = files("queries") / "catalogue" / name / f"query.{language}"
    if not file.is_file():
        raise QuestionError(name, f"cannot be asked in {language} yet", "ask it on the archive")
    return file.read_text(encoding="utf-8")


def load(folder: Traversable, every: Traversable) -> Question:
    """The question of one folder, with the inputs that every question takes.

    Raises: KnowledgeError naming the file and what is wrong in it.
    """
    file = folder / "question.toml"
    own = _read(file, Question)
    shared = tuple(
        msgspec.structs.replace(given, shared=True) for given in inputs(every) if given.name not in own.without
    )
    whole = msgspec.structs.replace(own, inputs=own.inputs + shared)
    for problem in _problems(whole, folder.name):
        raise KnowledgeError(str(file), problem)
    return whole


def _read[T: _Form](file: Traversable, form: type[T]) -> T:
    try:
        return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), form)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise KnowledgeError(str(file), str(error)) from error


def _problems(asked: Question, folder: str) -> Iterator[str]:
    if asked.name != folder:
        yield f"is named «{asked.name}» but lies in «{folder}»"
    words = [word for given in asked.inputs for word in (given.name, *given.aliases)]
    yield from (f"«{word}» names two inputs" for word in _twice(words))
    yield from (f"«{word}» names two columns" for word in _twice([column.name for column in asked.columns]))
    known = {given.name for given in asked.inputs}
    named = [word for need in asked.needs for word in need]
    named += [word for example in asked.examples for word in example.parameters]
    yield from (f"«{word}» is no input of it" for word in named if word not in known)
    for given in asked.inputs:
        yield from _input_problems(given)


def _input_problems(given: Input) -> Iterator[str]:
    if (given.kind == "choice") != bool(given.choices):
        yield f"input «{given.name}»: choices belong to kind choice, and to no other"
    if given.sent and len(given.sent) != len(given.choices):
        yield f"input «{given.name}»: sent and choices differ in length"
    if given.default is not None and given.default not in given.choices:
        yield f"input «{given.name}»: the default is none of the choices"


def _twice(words: list[str]) -> list[str]:
    return sorted({word for word in words if words.count(word) > 1})
