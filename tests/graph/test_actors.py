from collections import defaultdict

import pytest

from graph.actors import HOME, actors, code_of, guide_code, label, lookalikes, spellings
from graph.errors import AmbiguousNameError, QuestionError
from graph.letters import skeleton_text

ISO_CODES_OF_UN_MEMBERS = """
    AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO
    CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID
    IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK
    ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC
    SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VC VE VN VU WS YE
    ZA ZM ZW
"""
UN_MEMBERS = frozenset(ISO_CODES_OF_UN_MEMBERS.split())
OTHER_STATES = frozenset({"PS", "XK", "TW", "VA"})
BODIES = frozenset({"UN", "UNSC", "IAEA", "EU", "NATO", "OIC", "LAS", "GCC", "SCO", "BRICS", "ECO", "OPEC", "G7", "E3"})


def surfaces(kind: str) -> dict[str, list[str]]:
    by_code = defaultdict(list)
    for spelling in spellings():
        if spelling.kind == kind:
            by_code[spelling.code].append(spelling.surface)
    return by_code


def test_every_member_of_the_united_nations_and_every_body_of_the_guide_is_an_actor() -> None:
    assert len(UN_MEMBERS) == 193
    assert set(actors()) == UN_MEMBERS | OTHER_STATES | BODIES
    assert {code for code, entry in actors().items() if entry.kind == "body"} == BODIES


@pytest.mark.parametrize("kind", ["name", "capital", "demonym"])
def test_every_state_has_a_name_a_capital_and_a_demonym(kind: str) -> None:
    assert set(surfaces(kind)) >= UN_MEMBERS | OTHER_STATES


def test_every_body_has_a_name() -> None:
    assert set(surfaces("body")) == BODIES


def test_a_spelling_that_needs_nothing_names_one_actor_only() -> None:
    codes = defaultdict(set)
    for spelling in spellings():
        if not spelling.needs:
            codes[skeleton_text(spelling.surface)].add(spelling.code)

    assert [key for key, named in codes.items() if len(named) > 1] == []


def test_a_lookalike_is_longer_than_every_spelling_and_is_none_itself() -> None:
    known = {skeleton_text(spelling.surface) for spelling in spellings()}
    refused = [skeleton_text(lookalike.surface) for lookalike in lookalikes()]

    assert known.isdisjoint(refused)
    assert len(set(refused)) == len(refused)
    assert all(any(key in look for key in known) for look in refused)


def test_no_two_actors_share_a_label_or_a_wikidata_item() -> None:
    for column in ("label_fa", "label_en", "wikidata"):
        told = [cell for entry in actors().values() if (cell := getattr(entry, column))]
        assert len(set(told)) == len(told)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("امريكا", "US"),
        ("ایالات متحده آمریکا", "US"),
        ("آمریکای", "US"),
        ("آمریکاست", "US"),
        ("آمریکایی‌ها", "US"),
        ("ایرانیان", "IR"),
        ("كاخ سفيد", "US"),
        ("بروکسل", "EU"),
        ("رژیم صهیونیستی", "IL"),
        ("تل آویو", "IL"),
        ("سه کشور اروپایی", "E3"),
        ("آژانس", "IAEA"),
        ("یونیسف", "UN"),
        ("اتحادیه عرب", "LAS"),
        ("arab league", "LAS"),
        ("آلبانی", "AL"),
        ("IR", "IR"),
        ("iran", "IR"),
        ("دولت طالبان", "AF"),
    ],
)
def test_an_actor_is_found_by_any_of_its_names(name: str, code: str) -> None:
    assert code_of(name) == code


def test_every_label_and_every_code_finds_its_actor() -> None:
    assert {code: code_of(code) for code in actors()} == {code: code for code in actors()}
    assert {code: code_of(label(code, "en")) for code in actors()} == {code: code for code in actors()}
    assert {code: code_of(label(code)) for code in actors()} == {code: code for code in actors()}


def test_a_name_of_two_actors_is_not_guessed() -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        code_of("کره")
    assert caught.value.candidates == ("کره شمالی", "کره جنوبی")


def test_an_unknown_name_comes_back_with_near_ones() -> None:
    with pytest.raises(QuestionError, match="ایران"):
        code_of("ایراان")
    with pytest.raises(QuestionError, match="Germany"):
        code_of("Germny")


def test_the_outlets_own_country_is_a_spelling_but_no_actor() -> None:
    assert "کشورمان" in [spelling.surface for spelling in spellings() if spelling.code == HOME]
    with pytest.raises(QuestionError):
        code_of("کشورمان")
    with pytest.raises(QuestionError):
        label(HOME)


def test_the_guide_writes_the_arab_league_as_al() -> None:
    assert guide_code("LAS") == "AL"
    assert guide_code("UNSC") == "UNSC"
