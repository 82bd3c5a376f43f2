"""The lessons of relations: annotated articles as they are read, and sentences written to teach."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from graph.facts import Article, Evidence, Span, Speaker, Statement
from graph.lexicon import entries
from graph.plover import MUTUAL, quad
from ingest import attributions, coreference, mentions, statements, states
from ingest.dates import published
from ingest.reading import Reading, read
from ingest.relating import parties, predicates
from ingest.relating.parties import Company
from ingest.relating.verdicts import Key

FOLDS = 5
NOBODY = -1  # the fold of the rules' examples: always taught, never asked
PRINTED = {"AL": "LAS"}  # the guide's code of the Arab League is Albania's here


@dataclass
class Lesson:
    """An article with its relations: for each the spans that show it; only some are `asked` when measuring.

    `alone`: written to teach, and says nothing of how articles are.
    """

    company: Company
    gold: Mapping[Key, Sequence[Span]]
    fold: int = NOBODY
    asked: bool = False
    alone: bool = False

    def classes(self) -> Mapping[tuple[int, str, str], list[Span]]:
        found = defaultdict[tuple[int, str, str], list[Span]](list)
        for (kind, a, b), spans in self.gold.items():
            found[quad(kind), a, b] += spans
        return found


class Sentence(NamedTuple):
    """A row of the textbook: a text and its relations («ACCUSE IR IL;CONSULT IR OM»), - for none."""

    text: str
    relations: str


def lessons(asked: Sequence[dict[str, Any]], more: Sequence[dict[str, Any]], textbook: Path) -> list[Lesson]:
    """The annotated articles, those that only teach, those and the sentences of the textbook, the rules' examples."""
    folds = outlet_folds(asked, more)
    known = [*((record, True) for record in asked), *((record, False) for record in more)]
    taught = [Lesson(company_of(one), gold_of(one), folds[one.get("outlet") or ""], flag) for one, flag in known]
    written = [_written(record, folds) for record in records(textbook / "articles.jsonl")]
    return [*taught, *written, *sentences(textbook / "relations.tsv"), *map(example, predicates.examples())]


def _written(record: dict[str, Any], folds: Mapping[str, int]) -> Lesson:
    fold = folds.get(record["outlet"], crc32(record["id"].encode()) % FOLDS)
    return Lesson(company_of(record), gold_of(record), fold, alone=True)


def sentences(textbook: Path) -> list[Lesson]:
    """The sentences of a textbook, in folds by chance."""
    return [_sentence(place, row) for place, row in entries(textbook, Sentence)]


def _sentence(place: str, row: Sentence) -> Lesson:
    company = company_of({"id": place, "text": row.text})
    told = [line.split() for line in row.relations.split(";") if line != "-"]
    gold = {key_of(kind, a, b): [(0, len(row.text))] for kind, a, b in told}
    return Lesson(company, gold, crc32(row.text.encode()) % FOLDS, alone=True)


def labelled(labels: Path, texts: Path) -> list[dict[str, Any]]:
    """The articles of a corpus that have labels, in the order of the labels."""
    told = {one["id"]: one["relations"] for one in records(labels)}
    found = {
        record["id"]: record | {"relations": told[record["id"]]} for record in records(texts) if record["id"] in told
    }
    return [found[one] for one in told if one in found]


def records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def key_of(kind: str, a: str, b: str) -> Key:
    a, b = PRINTED.get(a, a), PRINTED.get(b, b)
    return (kind, *sorted((a, b))) if kind in MUTUAL else (kind, a, b)  # type: ignore[return-value]


def company_of(record: dict[str, Any]) -> Company:
    when = published(record.get("date") or "")
    reading = read(Article(record["id"], record["text"], record.get("outlet"), record.get("title"), published=when))
    named, said = states.find(reading), attributions.find(reading)
    people = mentions.find(reading, named)
    told = statements.assemble(reading, said, coreference.speakers(reading, people, said), named)
    return parties.company(reading, named, told)


def gold_of(record: dict[str, Any]) -> Mapping[Key, Sequence[Span]]:
    """The relations of a record; `evidence` is one span, or a list of all."""
    found = defaultdict[Key, list[Span]](list)
    for relation in record["relations"]:
        spans = relation["evidence"]
        key = key_of(relation["type"], relation["source"], relation["target"])
        found[key] += [(start, end) for start, end in (spans if isinstance(spans[0], list) else [spans])]
    return found


def example(told: predicates.Example) -> Lesson:
    """An example as a lesson; its words are reported behind the first colon or «گفت»."""
    reading = read(Article(told.rule, told.text))
    opens = re.search(r":\s*|گفت که |گفت ", told.text) if told.says else None
    words = [reported(reading, opens.end(), told.says)] if opens and told.says else []
    gold = {key_of(kind, a, b): [(0, len(told.text))] for a, kind, b in (line.split() for line in told.reads)}
    return Lesson(parties.company(reading, states.find(reading), words), gold, alone=True)


def reported(reading: Reading, start: int, country: str) -> Statement:
    speaker = Speaker("organization", ("",), None, country)
    end = len(reading.text) - 1
    evidence = Evidence(reading.article.id, start, end, reading.text[start:end], "")
    return Statement(reading.article.id, speaker, None, None, ":", "say", ((start, end),), "indirect", (), evidence)


def outlet_folds(asked: Sequence[dict[str, Any]], more: Sequence[dict[str, Any]]) -> dict[str, int]:
    """Whole outlets into folds of like size, the biggest first; then the outlets that are only among `more`."""
    loads, found = [0] * FOLDS, dict[str, int]()
    for told in (asked, more):
        sizes = Counter[str]()
        for record in told:
            sizes[record.get("outlet") or ""] += 1 + len(record["relations"])
        for outlet, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
            if outlet not in found:
                found[outlet] = min(range(FOLDS), key=lambda fold: (loads[fold], fold))
                loads[found[outlet]] += size
    return found
