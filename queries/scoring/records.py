"""Labelled articles and predicted facts as the annotation guide writes them, one record a line, read with care."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from graph.errors import SourceError
from graph.facts import QuoteType, Span
from graph.plover import event_types

_GUIDE = "write it as the records of `ravabet extract` are"


class SpeakerRecord(msgspec.Struct, frozen=True):
    """Whose words they are; labels have all acceptable `names`, a prediction may have one `name`."""

    kind: Literal["person", "organization", "unnamed"] | None = None
    name: str | None = None
    names: tuple[str, ...] = ()
    role: str | None = None
    country: str | None = None


class StatementRecord(msgspec.Struct, frozen=True):
    """official–said–statement; `cue` is None for a bare colon, `rule` and `cue_kind` where the record tells them."""

    speaker: SpeakerRecord
    content: tuple[Span, ...]
    mention: Span | None = None
    cue: Span | None = None
    cue_kind: str | None = None
    type: QuoteType | None = None
    rule: str | None = None


class RelationRecord(msgspec.Struct, frozen=True):
    """country–relation–country."""

    source: str
    target: str
    type: str
    evidence: Span | None = None
    rule: str | None = None


class Prediction(msgspec.Struct, frozen=True):
    """What was read in an article."""

    id: str | int
    statements: tuple[StatementRecord, ...] = ()
    relations: tuple[RelationRecord, ...] = ()


class Labelled(msgspec.Struct, frozen=True):
    """An article with all that a person found in it; `text` is what the offsets count in."""

    id: str | int
    text: str
    statements: tuple[StatementRecord, ...]
    relations: tuple[RelationRecord, ...]
    outlet: str | None = None
    source: str | None = None
    title: str | None = None
    date: str | None = None


type Placed[Record] = dict[str, tuple[Record, str]]
"""Records by id, each with its place ("file:line", for errors), in the file's order."""


def labelled(lines: Iterable[bytes], file: str) -> Placed[Labelled]:
    """The labelled articles of a file.

    Raises: SourceError for a line that is no such record, an id that comes twice, a span outside the text, a type
    that PLOVER does not have, and a file without records.
    """
    found = _placed(lines, file, Labelled)
    if not found:
        raise SourceError(file, "it holds no labelled article", "give one record a line")
    for record, place in found.values():
        _check(record, len(record.text), place)
    return found


def predictions(lines: Iterable[bytes], file: str, gold: Mapping[str, tuple[Labelled, str]]) -> Placed[Prediction]:
    """The predicted records of a file, among them those of articles that nobody labelled.

    Raises: SourceError as `labelled` does, and where no record is of a labelled article.
    """
    found = _placed(lines, file, Prediction)
    if found and not found.keys() & gold.keys():
        theirs, ours = next(iter(found.items())), next(iter(gold))
        problem = f"no id here is one of the labelled articles (this is «{theirs[0]}», the first labelled one «{ours}»)"
        raise SourceError(theirs[1][1], problem, "give the predictions for the same articles")
    for id, (record, place) in found.items():
        if id in gold:
            _check(record, len(gold[id][0].text), place)
    return found


def prediction(record: Mapping[str, object]) -> Prediction:
    """A record of our own making."""
    return msgspec.convert(record, Prediction)


def _placed[Record: (Labelled, Prediction)](lines: Iterable[bytes], file: str, form: type[Record]) -> Placed[Record]:
    found: Placed[Record] = {}
    decoder = msgspec.json.Decoder(form)
    for number, line in enumerate(lines, 1):
        told, place = line.removeprefix(b"\xef\xbb\xbf").strip(), f"{file}:{number}"
        if not told:
            continue
        record = _decoded(decoder, told, place)
        if first := found.get(str(record.id)):
            raise SourceError(place, f"{first[1]} has the same id, «{record.id}»", "keep one of the two")
        found[str(record.id)] = record, place
    return found


def _decoded[Record: (Labelled, Prediction)](decoder: msgspec.json.Decoder[Record], line: bytes, place: str) -> Record:
    try:
        return decoder.decode(line)
    except msgspec.ValidationError as error:
        raise SourceError(place, f"the line is no record of the guide's form: {error}", _GUIDE) from None
    except UnicodeDecodeError as error:
        raise SourceError(place, f"the line is not UTF-8 (byte {error.start})", "save the file as UTF-8") from None
    except msgspec.DecodeError as error:
        raise SourceError(place, f"the line is not JSON ({error})", "mend it, or write the file anew") from None


def _check(record: Labelled | Prediction, length: int, place: str) -> None:
    """Raises for what has the form of a record but cannot be scored."""
    for told, (start, end) in _spans(record):
        if not 0 <= start < end <= length:
            problem = f"{told} is at [{start}, {end}], and the text has {length} characters"
            raise SourceError(place, problem, "count code points of the labelled text, half-open, as it is stored")
    for number, statement in enumerate(record.statements, 1):
        if not statement.content:
            raise SourceError(place, f"statement {number} has no content", "give its spans, or drop it")
    for number, relation in enumerate(record.relations, 1):
        if relation.type not in event_types():
            problem = f"relation {number} is of the type «{relation.type}», which PLOVER does not have"
            raise SourceError(place, problem, f"it is one of {', '.join(event_types())}")


def _spans(record: Labelled | Prediction) -> Iterator[tuple[str, Span]]:
    """Every span with what it is the place of."""
    for number, statement in enumerate(record.statements, 1):
        named = (("mention", statement.mention), ("cue", statement.cue), *(("content", at) for at in statement.content))
        yield from ((f"the {name} of statement {number}", span) for name, span in named if span)
    for number, relation in enumerate(record.relations, 1):
        if relation.evidence:
            yield f"the evidence of relation {number}", relation.evidence
