"""Where the parties of a sentence stand towards its acts."""

import pytest

from graph.facts import Article
from ingest import states
from ingest.reading import read
from ingest.relating import candidates, parties
from ingest.relating.clues import Stage


def _stage(text: str) -> Stage:
    reading = read(Article("a", text))
    (stage,) = candidates.stages(parties.company(reading, states.find(reading), []))
    return stage


def _tags(text: str, rule: str) -> dict[str, str]:
    stage = _stage(text)
    act = next(act for act in stage.scenery.acts if act.predicate.id == rule)
    roles = {code: stage.scenery.role(there, act) for code, there in stage.parties.items()}
    return {code: role.tag for code, role in roles.items() if role}


@pytest.mark.parametrize(
    ("text", "rule", "tags"),
    [
        ("حمله روسیه به اوکراین ادامه دارد.", "assault/attack", {"RU": "gen", "UA": "R:به"}),
        ("توقیف کشتی یونان توسط ایران تایید شد.", "coerce/seize", {"GR": "gen", "IR": "R:by"}),
        ("بازداشت دو شهروند آلمان از سوی ترکیه خبرساز شد.", "coerce/arrest", {"DE": "gen+", "TR": "R:by"}),
        ("هند پاکستان را محکوم کرد.", "accuse/condemn", {"IN": "L^", "PK": "Lرا"}),
        ("مصر با قطر دیدار کرد.", "consult/meet", {"EG": "L^", "QA": "Lبا"}),
        ("مذاکرات میان هند و چین آغاز شد.", "consult/talk", {"IN": "R:میان", "CN": "R:میان"}),
    ],
)
def test_small_words_tell_who_stands_where(text: str, rule: str, tags: dict[str, str]) -> None:
    assert _tags(text, rule) == tags


def test_what_and_joins_stands_alike() -> None:
    scenery = _stage("انگلیس، فرانسه و آلمان از ایران انتقاد کردند.").scenery
    leaders = {scenery.leaders.get(party, party).code for party in scenery.parties if party.code in ("GB", "FR", "DE")}

    assert leaders == {"GB"}


def test_this_country_is_the_one_named_last() -> None:
    stage = _stage("رئیس‌جمهور برزیل از سفیر شیلی در این کشور قدردانی کرد و این کشور را ستود.")

    assert {party.code for party in stage.scenery.parties if party.kind == "this"} <= {"BR", "CL"}
    assert any(party.kind == "this" for party in stage.scenery.parties)


def test_a_sentence_with_one_state_and_no_speaker_is_no_stage() -> None:
    reading = read(Article("a", "حمله روسیه ادامه دارد. اوکراین آرام است."))

    assert not list(candidates.stages(parties.company(reading, states.find(reading), [])))
