"""Who is a clause's subject, who its object, and who belongs to an act that is named there."""

import pytest

from graph.facts import Article
from ingest import states
from ingest.reading import read
from ingest.relating import candidates, parties


def _seats(text: str, rule: str) -> dict[str, str]:
    reading = read(Article("a", text))
    (stage,) = candidates.stages(parties.company(reading, states.find(reading), []))
    act = next(act for act in stage.scenery.acts if act.predicate.id == rule)
    return {code: stage.seat(code, act) for code in stage.codes}


@pytest.mark.parametrize(
    ("text", "rule", "seats"),
    [
        ("هند پاکستان را محکوم کرد.", "accuse/condemn", {"IN": "=<S", "PK": "=<را"}),
        ("حمله هند به پاکستان ادامه دارد.", "assault/attack", {"IN": "Hgen", "PK": "Hبه"}),
        ("ژاپن حمله هند به پاکستان را محکوم کرد.", "accuse/condemn", {"JP": "=<S", "IN": "=<N4gen", "PK": "=<N4به"}),
        ("ژاپن که با هند مرز ندارد، پاکستان را محکوم کرد.", "accuse/condemn", {"JP": "=<S", "IN": "iبا", "PK": "=<را"}),
    ],
)
def test_parties_sit_where_the_clause_puts_them(text: str, rule: str, seats: dict[str, str]) -> None:
    assert _seats(text, rule) == seats


def test_an_armed_group_takes_the_state_out_of_its_name() -> None:
    reading = read(Article("a", "حزب‌الله لبنان و میزبان لبنان"))
    company = parties.company(reading, states.find(reading), [])

    assert [code for _, _, code, _ in company.places] == ["LB"]
