"""The offices that mentions give, and how well one may be said for another."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from graph.actors import actors
from graph.facts import Span
from ingest.speaking.joining import Mention
from ingest.speaking.offices import synonyms, trait
from ingest.speaking.spotting import state_of
from ingest.speaking.wording import Wording

_SHORTEST_FIELD = 4  # letters by which an organ is told within a longer name
_ALONE = ("US", "VA", "PS")  # states of the traits «serves-…»


@dataclass(frozen=True, slots=True)
class Office:
    """`fields` are the skeletons of the words that tell it from other offices; `code` the state or body it serves."""

    span: Span
    head: str
    fields: frozenset[str]
    code: str | None

    def fit(self, other: "Office") -> int:
        """How well one may be said for the other, 0 (not at all) to 3 (word for word)."""
        if self.head != other.head or (self.code and other.code and self.code != other.code):
            return 0
        if not (_are_among(self.fields, other.fields) or _are_among(other.fields, self.fields)):
            return 0
        return 1 + (self.fields == other.fields) + (self.code == other.code)

    def is_like(self, other: "Office") -> bool:
        """Whether one may be printed for the other, if not word for word."""
        return self.head == other.head and (
            not self.fields
            or not other.fields
            or self.shared(other) > 0
            or any(_are_among({field}, other.fields) for field in self.fields)
        )

    def shared(self, other: "Office") -> int:
        """Thirds of the words that both have, 0 to 3."""
        either = len(self.fields | other.fields)
        return 3 * len(self.fields & other.fields) // either if either else 3


def _are_among(fields: Set[str], others: Set[str]) -> bool:
    """Whether the others have each field, or hold it in a longer name («حماس» in «جنبش حماس»)."""
    return fields <= others or all(
        any(field in other or other in field for other in others if min(len(field), len(other)) >= _SHORTEST_FIELD)
        for field in fields - others
    )


def offices_of(mention: Mention, words: Wording) -> list[Office]:
    """The offices that a mention gives: none, one, or those that «و» joins."""
    if mention.office is None:
        return []
    first, last = words.index(mention.office[0]), words.index(mention.office[1])
    starts = [first, *(at for at in range(first + 1, last) if words.sorts[at - 1 : at + 1] in _AND_OFFICE), last]
    found = (_office(mention, words, start, end) for start, end in pairwise(starts))
    return [office for office in found if office]


_AND_OFFICE = ("&R", "&S", "&E")


def _office(mention: Mention, words: Wording, first: int, last: int) -> Office | None:
    keys = [meant for key in _field_keys(words, first, last) for meant in synonyms().get(key, (key,))]
    if not keys:
        return None
    head = keys[0].removesuffix("ی") if len(keys[0]) > 3 else keys[0]
    fields = frozenset(key.removesuffix("ی") for key in keys[1:] if key not in trait("unspecific"))
    return Office(
        mention.office or mention.span, head, fields, _piece_code(mention, words, first, last) or _only_state(keys)
    )


def _piece_code(mention: Mention, words: Wording, first: int, last: int) -> str | None:
    """The state of one of several offices («رئیس … اروپا و نخست‌وزیر پیشین سوئد»)."""
    own = state_of(words, first, last) if mention.office and words.starts[first] != mention.office[0] else None
    return own or mention.code


def _only_state(keys: Sequence[str]) -> str | None:
    """The state that alone has an office («سناتور»)."""
    return next((code for code in _ALONE for key in keys if key in trait(f"serves-{code}")), None)


def _field_keys(words: Wording, first: int, last: int) -> Iterator[str]:
    """The words of an office up to the place it is held at, without its state."""
    for at in range(first, last):
        if words.sorts[at] == "e":
            return
        if words.keys[at].isalnum() and words.sorts[at] not in "&QCA" and not _is_body(words.codes[at]):
            yield words.keys[at]


def _is_body(code: str | None) -> bool:
    """Whether a code tells all of an organ: that of a body, none of a state's many."""
    return code is not None and actors()[code].kind == "body"
