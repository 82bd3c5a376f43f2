"""Two labelled articles and what somebody predicted of the first, small enough to count on one's fingers."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from queries.scoring.records import Labelled, Prediction
from queries.scoring.verdicts import Comparison, compare

TALKS = (
    "ناصر پیشرو، سخنگوی وزارت خارجه ایران گفت: «مذاکرات با عراق ادامه دارد.» "
    "وی افزود که سفر به زودی انجام می‌شود. ترکیه از سوریه انتقاد کرد."
)
BORDER = "یک منبع آگاه هشدار داد که مرزها بسته می‌شود."
NAMES = ["ناصر پیشرو", "پیشرو"]

type Record = dict[str, Any]


def at(text: str, words: str) -> list[int]:
    return [text.index(words), text.index(words) + len(words)]


def statement(text: str, words: str, cue: str, **more: Any) -> Record:
    return {"content": [at(text, words)], "cue": at(text, cue), "mention": None} | more


def relation(source: str, kind: str, target: str, evidence: str, **more: Any) -> Record:
    return {"source": source, "type": kind, "target": target, "evidence": at(TALKS, evidence)} | more


@pytest.fixture
def gold() -> list[Record]:
    """Three statements, two relations."""
    pishro = {"kind": "person", "names": NAMES, "role": "سخنگوی وزارت خارجه", "country": "IR"}
    source = {"kind": "unnamed", "names": ["منبع آگاه"]}
    talks = [
        statement(TALKS, "مذاکرات با عراق ادامه دارد", "گفت", speaker=pishro, type="direct"),
        statement(TALKS, "سفر به زودی انجام می‌شود", "افزود", speaker=pishro, type="indirect"),
    ]
    acts = [
        relation("TR", "ACCUSE", "SY", "ترکیه از سوریه انتقاد کرد"),
        relation("IR", "CONSULT", "IQ", "مذاکرات با عراق"),
    ]
    border = [statement(BORDER, "مرزها بسته می‌شود", "هشدار داد", speaker=source, type="indirect")]
    return [
        {
            "id": "گفتگو",
            "text": TALKS,
            "outlet": "نمونه",
            "title": "<b>گفتگو</b>",
            "statements": talks,
            "relations": acts,
        },
        {"id": "مرز", "text": BORDER, "statements": border, "relations": []},
    ]


@pytest.fixture
def predicted() -> list[Record]:
    """One statement right, one cut short and given to another speaker, one spurious; of three relations one right."""
    said = [
        statement(
            TALKS, "مذاکرات با عراق ادامه دارد", "گفت", type="direct", rule="goft/colon",
            speaker={"kind": "person", "name": "ناصر\u200cپيشرو", "country": "IR"},
        ),
        statement(
            TALKS, "سفر به زودی انجام", "افزود", type="direct", rule="afzud/that",
            speaker={"kind": "unnamed", "name": "وی"},
        ),
        statement(
            TALKS, "ترکیه از سوریه انتقاد", "کرد", type="indirect", rule="afzud/that",
            speaker={"kind": "organization", "name": "<i>ترکیه</i>", "country": "TR"},
        ),
    ]  # fmt: skip
    acts = [
        relation("TR", "REJECT", "SY", "ترکیه از سوریه انتقاد کرد", rule="accuse/az"),
        relation("IQ", "CONSULT", "IR", "مذاکرات با عراق", rule="consult/ba"),
        relation("SY", "ACCUSE", "TR", "سوریه انتقاد کرد", rule="accuse/az"),
    ]
    return [{"id": "گفتگو", "statements": said, "relations": acts}]


@pytest.fixture
def comparison(gold: list[Record], predicted: list[Record]) -> Comparison:
    guesses = {guess["id"]: msgspec.convert(guess, Prediction) for guess in predicted}
    articles = [msgspec.convert(record, Labelled) for record in gold]
    return compare((article, guesses.get(str(article.id), Prediction(article.id))) for article in articles)


@pytest.fixture
def written() -> Callable[[list[Record]], list[bytes]]:
    """Records as the lines of a file."""
    return lambda records: [msgspec.json.encode(record) + b"\n" for record in records]
