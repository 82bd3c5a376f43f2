"""Labels of who speaks, brought together with the texts they were made on: records as the annotation guide has them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any


def labelled(labels: Path, texts: Path) -> list[dict[str, Any]]:
    """The labelled articles of a corpus, as annotated ones; statements that were not labelled are missing in them."""
    told = {record["id"]: record["statements"] for record in _lines(labels)}
    return [_record(article, told[article["id"]]) for article in _lines(texts) if article["id"] in told]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def _record(article: Mapping[str, Any], told: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    text = article["text"]
    statements = [_statement(text, one) for one in told]
    return {"id": article["id"], "outlet": article.get("outlet"), "text": text, "statements": statements}


def _statement(text: str, told: Mapping[str, Any]) -> dict[str, Any]:
    names = [" ".join(text[start:end].split()) for start, end in told["names"]]
    speaker = {"kind": told["kind"], "names": names, "role": None, "country": told["country"]}
    return {**told, "type": "direct", "speaker": speaker}
