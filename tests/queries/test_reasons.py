"""Features in plain words: every one that the shipped models know has some, in both tongues."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from queries.reasons import is_worded, reason

HOUSE = Path(__file__).parents[2]
JUDGES = {
    "accept": "attributions-accept",
    "end": "attributions-end",
    "go-on": "attributions-go-on",
    "subject": "speakers-subject",
    "referent": "speakers-referent",
    "relation": "relations-clues",
}


def features(judge: str) -> list[str]:
    model = json.loads((HOUSE / "ingest" / "models" / f"{JUDGES[judge]}.json").read_text(encoding="utf-8"))
    if judge == "relation":
        return sorted({clue for known in model["acts"].values() for clue in known})
    return sorted(model["weights"])


def tables() -> Iterator[tuple[str, str]]:
    """The tables that the words of features name, with the place."""
    lines = (HOUSE / "queries" / "feature_words.tsv").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if not line.startswith("#"):
            yield from ((f"line {number}", table) for table in re.findall(r"\{\d:([\w-]+)\}", line))


@pytest.mark.parametrize("judge", JUDGES)
def test_every_feature_of_a_model_has_words(judge: str) -> None:
    wordless = {feature.split("=")[0] for feature in features(judge) if not is_worded(judge, feature)}

    assert not wordless, f"add them to queries/feature_words.tsv: {sorted(wordless)}"


@pytest.mark.parametrize("judge", JUDGES)
def test_no_words_are_left_with_holes(judge: str) -> None:
    for feature in features(judge):
        assert not re.search(r"\{\d", reason(judge, feature, "fa") + reason(judge, feature, "en"))


def test_the_words_of_features_name_tables_that_there_are() -> None:
    lines = (HOUSE / "queries" / "feature_values.tsv").read_text(encoding="utf-8").splitlines()
    known = {line.split("\t")[0] for line in lines if not line.startswith("#")} | {"cue", "sorts", "n"}

    unknown = [
        (place, table) for place, table in tables() if table not in known and not re.fullmatch(r"(x\d+)?to\d+", table)
    ]
    assert not unknown


# ruff: noqa: E501
@pytest.mark.parametrize(
    ("judge", "feature", "fa", "en"),
    [
        ("accept", "begins=این", "سخن با «این» آغاز می‌شود", "the words begin with «این»"),
        ("accept", "negative", "فعل منفی است", "the verb is negated"),
        ("accept", "mood=past", "فعل گذشتهٔ ساده است", "the cue is in the simple past"),
        ("accept", "cue=goft", "نشانه، «گفت» است", "the cue is «گفت»"),
        ("go-on", "taken=4", "تا اینجا ۴ یا بیشتر جملهٔ دیگر از سخن است", "4 or more further sentences are in the words so far"),
        ("go-on", "size=2", "جمله ۱۰ تا ۱۴ واژه دارد", "the sentence has 10 to 14 words"),
        ("go-on", "size=8", "جمله ۴۰ یا بیشتر واژه دارد", "the sentence has 40 or more words"),
        ("subject", "cue/verbs=0", "فعلی میان آن و نشانه نیست", "no verb between it and the cue"),
        ("subject", "hint/dropped/here", "نهاد افتاده باشد", "the subject may be left out"),
        ("referent", "pronoun-W/recent=0", "آخرین کسی است که سخن گفته", "the last who spoke"),
        ("relation", "o:subj=", "هیچ‌یک نهاد جمله نیست", "neither is the sentence's subject"),
        ("relation", "o:qb=Hدر", "جای طرف مقابل در جمله: در خود کنش، در", "the seat of the other one: in the act itself, در"),
        ("relation", "P=aid/send|c:fut", "کنش از قاعدهٔ aid/send + فعل بند آینده است", "the act's rule is aid/send + the clause's verb is in the future"),
        ("accept", "never-heard-of=1", "never-heard-of=1", "never-heard-of=1"),
    ],
)  # fmt: skip
def test_features_read_as_sentences(judge: str, feature: str, fa: str, en: str) -> None:
    assert reason(judge, feature, "fa", {"goft": "گفت"}) == fa
    assert reason(judge, feature, "en", {"goft": "گفت"}) == en
