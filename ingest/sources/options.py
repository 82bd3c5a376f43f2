"""How sources are to be read, and where an article stands in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, NamedTuple

FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {name: name for name in ("id", "text", "outlet", "url", "title", "date")}
)
"""What a corpus calls the things we need, where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Options:
    """`fields` are a corpus's own names by ours (those not named stay); `outlet` stands where a source names none.

    `timeout` counts seconds, for each answer of a server; `limit` the bytes of one page, file of one article, or line.
    """

    fields: Mapping[str, str] = field(default_factory=lambda: FIELDS)
    outlet: str | None = None
    allow_private: bool = False
    timeout: float = 20.0
    limit: int = 20_000_000

    def field(self, name: str) -> str:
        """What the corpus calls one of our fields."""
        return self.fields.get(name, name)


class Origin(NamedTuple):
    """Where something was read: `source` to find it again, `id` its name among articles if it states none itself.

    `lasting` says whether it can be read there again.
    """

    source: str
    id: str
    lasting: bool = True
