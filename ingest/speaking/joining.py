"""A mention, words that name someone, and those that «و» or a comma joins to one speaker."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from graph.facts import Span

type MentionKind = Literal["person", "office", "organization", "state", "unnamed", "this", "pronoun", "thing"]

_ALIKE: dict[str, tuple[str, ...]] = {
    "person": ("person", "unnamed"),
    "office": ("office", "unnamed"),
    "unnamed": ("unnamed", "office"),
    "state": ("state", "organization"),
    "organization": ("organization", "state", "unnamed"),
}


class Mention(NamedTuple):
    """Words that name someone; spans are half-open code points of the text.

    `name` is the proper name alone, `office` the office alone, `core` the naming words where the span has more;
    `code` the state or body they belong to; `head` the key and `sort` the class of the word that begins the phrase;
    `first` and `last` its words' indices in the stretch; `parts` the mentions that «و» joins in it.
    """

    span: Span
    kind: MentionKind
    sort: str
    head: str
    first: int
    last: int
    name: Span | None = None
    office: Span | None = None
    code: str | None = None
    plural: bool = False
    core: Span | None = None
    parts: tuple["Mention", ...] = ()


def joined(mentions: Sequence[Mention], sorts: str) -> Iterator[Mention]:
    """The mentions, those that «و» or a comma makes one speaker as one."""
    held: Mention | None = None
    for mention in mentions:
        if held is None:
            held = mention
        elif _join(held, mention, sorts):
            held = _both(held, mention)
        else:
            yield held
            held = mention
    if held is not None:
        yield held


def _both(one: Mention, other: Mention) -> Mention:
    parts = (*(one.parts or (one,)), other)
    span, core = (one.span[0], other.span[1]), one.core or one.span
    return one._replace(span=span, last=other.last, plural=True, parts=parts, core=core)


def _join(one: Mention, other: Mention, sorts: str) -> bool:
    between = sorts[one.last : other.first]
    if between == ",":
        return one.kind == other.kind == "state"
    return between == "&" and other.kind in _ALIKE.get(one.kind, ())
