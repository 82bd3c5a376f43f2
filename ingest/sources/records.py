"""The records of a corpus as articles: their fields found under the corpus's own names, their text kept as it is."""

import re
from collections.abc import Mapping
from typing import Final

import msgspec

from graph.errors import SourceError
from graph.facts import Article, digest
from ingest.dates import published
from ingest.sources.options import Options, Origin

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class Record(msgspec.Struct, frozen=True):
    """What a record may say of an article."""

    text: str
    id: str | int | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    date: str | None = None


class Records:
    """The records of one corpus, read one after another; remembers their ids, so that none comes twice."""

    def __init__(self, origin: Origin, options: Options) -> None:
        self._origin, self._options = origin, options
        self._lines: dict[str, int] = {}

    def article(self, told: Mapping[str, object], line: int) -> Article:
        """The article of a record that begins in a line, counted from 1.

        Raises: SourceError when the text is missing or empty, a field is of another type, or the id was there before.
        """
        place = f"{self._origin.source}:{line}"
        record = self._checked(told, place)
        name = str(
            record.id if record.id not in (None, "") else record.url or f"{self._origin.id}#{digest(record.text)}"
        )
        first = self._lines.setdefault(name, line)
        if first != line:
            raise SourceError(place, f"line {first} has the same id, {name}", "give each article an id of its own")
        return Article(
            id=name,
            text=record.text,
            outlet=record.outlet or self._options.outlet,
            title=record.title or None,
            published=published(record.date or ""),
            url=record.url or None,
            source=self._origin.source,
        )

    def _checked(self, told: Mapping[str, object], place: str) -> Record:
        ours = {name: told[field] for name in Record.__struct_fields__ if (field := self._options.field(name)) in told}
        if not ours.get("text") or (isinstance(ours["text"], str) and not ours["text"].strip()):
            raise self._textless(told, place)
        try:
            record = msgspec.convert(ours, Record)
        except msgspec.ValidationError as error:
            raise SourceError(place, f"a field is not as it should be: {error}", "mend the line") from None
        if any(_SURROGATE.search(value) for value in msgspec.structs.astuple(record) if isinstance(value, str)):
            raise SourceError(place, "it holds half a surrogate pair, which is no character", "write it anew as UTF-8")
        return record

    def _textless(self, told: Mapping[str, object], place: str) -> SourceError:
        field = self._options.field("text")
        if field in told:
            return SourceError(place, f"its «{field}» is empty", "nothing can be read from it; fill it or drop it")
        names = "، ".join(map(str, told)) or "none"
        return SourceError(place, f"it has no field «{field}» (its fields: {names})", "say which one holds the text")
