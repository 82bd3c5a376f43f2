"""JSON Lines: one article a line, its text kept exactly as it is given."""

from collections.abc import Iterator
from typing import BinaryIO, Final

import msgspec

from graph.errors import SourceError
from graph.facts import Article
from ingest.sources.options import Options, Origin
from ingest.sources.records import Records
from ingest.sources.unreadable import Unreadable

_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
_DECODER: Final = msgspec.json.Decoder(dict[str, object])


def articles(stream: BinaryIO, origin: Origin, options: Options) -> Iterator[Article | Unreadable]:
    """The articles of a corpus, a line at a time; empty lines are passed over, bad ones come out as Unreadable."""
    records = Records(origin, options)
    for number, line in _lines(stream, options.limit):
        try:
            if line.strip():
                yield records.article(_object(line, number, origin, options), number)
        except SourceError as error:
            raw = None if origin.lasting else line
            yield Unreadable(origin.source, str(number), error.problem, error.cure, raw)


def _lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes]]:
    """The lines with their numbers, from 1; of one over the limit only so much that it shows."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(limit + 1)
        yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line


def _object(line: bytes, number: int, origin: Origin, options: Options) -> dict[str, object]:
    place = f"{origin.source}:{number}"
    if len(line) > options.limit:
        raise SourceError(place, f"the line is longer than {options.limit:,} bytes", "split it, or raise the limit")
    if line.startswith(_WIDE):
        raise SourceError(place, "this is UTF-16", "save it as UTF-8")
    try:
        return _DECODER.decode(line)
    except msgspec.ValidationError as error:
        raise SourceError(place, f"the line is JSON, but no object ({error})", _array_cure(line)) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _broken(line, place, error) from None


def _array_cure(line: bytes) -> str:
    return "make it one object a line: jq -c '.[]' FILE" if line.lstrip().startswith(b"[") else "mend the line"


def _broken(line: bytes, place: str, error: Exception) -> SourceError:
    try:
        line.decode()
    except UnicodeDecodeError as fault:
        if line.endswith(b"\n"):
            return SourceError(place, f"the line is not UTF-8 (byte {fault.start})", "save the file as UTF-8")
    if not line.endswith(b"\n"):
        return SourceError(place, "the last line is cut off", "read it again when the file is whole")
    return SourceError(place, f"the line is not JSON ({error})", _array_cure(line))
