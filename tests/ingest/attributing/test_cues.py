"""Every cue of the lexicon reads its example, in every spelling, and leaves its look-alike alone."""

import pytest

from graph.facts import Article
from graph.letters import ZWNJ
from ingest import attributions
from ingest.attributing import cues
from ingest.attributing.cues import AccordingRow, AsideRow, CueRow
from ingest.attributing.drafts import Draft
from ingest.attributing.passages import page
from ingest.reading import read

HEADLINE = "خبرهای امروز"
CUES = cues.rows("cues.tsv", CueRow)
ACCORDING = cues.rows("according.tsv", AccordingRow)
ASIDES = cues.rows("asides.tsv", AsideRow)


def proposed(sentence: str) -> list[Draft]:
    laid = page(read(Article("test", f"{HEADLINE}\n{sentence}")))
    return [draft for passage in laid.passages for draft in passage.drafts]


def rules(sentence: str) -> list[str]:
    return [found.rule for found in attributions.find(read(Article("test", f"{HEADLINE}\n{sentence}")))]


@pytest.mark.parametrize("row", CUES, ids=lambda row: row.id)
def test_a_cue_is_read_in_its_example(row: CueRow) -> None:
    assert row.id in {draft.form.cue.id for draft in proposed(row.example)}


@pytest.mark.parametrize("row", [row for row in CUES if row.never], ids=lambda row: row.id)
def test_a_look_alike_attributes_nothing(row: CueRow) -> None:
    assert not [rule for rule in rules(row.never) if rule.startswith(f"{row.id}/")]


@pytest.mark.parametrize("row", ACCORDING, ids=lambda row: f"{row.before.split('|')[0]} {row.after.split('|')[0]}")
def test_an_according_phrase_is_read_in_its_example(row: AccordingRow) -> None:
    assert f"according-{row.kind}" in {draft.form.cue.id for draft in proposed(row.example)}


@pytest.mark.parametrize("row", [row for row in ACCORDING if row.never], ids=lambda row: row.never)
def test_a_phrase_that_only_looks_so_attributes_nothing(row: AccordingRow) -> None:
    assert not [rule for rule in rules(row.never) if rule.startswith("according")]


@pytest.mark.parametrize("row", ASIDES, ids=lambda row: row.noun)
def test_an_aside_belongs_to_the_cue_behind_it(row: AsideRow) -> None:
    [found] = [draft for draft in proposed(row.example) if draft.frame.endswith("+aside")]

    assert len(found.content) == 2


@pytest.mark.parametrize(
    "printed",
    [
        f"وزیر خارجه می{ZWNJ}گوید: راه گفتگو باز است.",
        "وزیر خارجه می گوید: راه گفتگو باز است.",
        "وزیر خارجه می\xa0گوید: راه گفتگو باز است.",
        "وزیر خارجه میگوید: راه گفتگو باز است.",
        "وزير خارجه مي\xa0گويد : راه گفتگو باز است .",
    ],
)
def test_a_cue_is_read_in_every_spelling(printed: str) -> None:
    assert rules(printed) == ["goft/verb/colon"]


def test_a_cue_inside_a_longer_word_is_none() -> None:
    assert not proposed("گفتگوی دو وزیر و گفته‌های آنان درباره خواسته‌های مردم بود.")


def test_every_conjugation_of_a_cue_is_a_form_of_it() -> None:
    surfaces = {form.surface for form in cues.forms() if form.cue.id == "takid"}

    assert {"تاکید کرد", "تاکید کرده است", "تاکید می\u200cکنند", "تاکید نکرد", "تاکید دارد"} <= surfaces
