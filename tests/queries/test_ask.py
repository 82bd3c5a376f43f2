"""Questions asked on the archive: what the inputs mean, and what is refused."""

import pytest

from graph.errors import AmbiguousNameError, QuestionError
from queries.ask import ask
from queries.engines import ArchiveEngine
from queries.parameters import Given
from queries.questions import question


def statements(engine: ArchiveEngine, **parameters: Given) -> list[object]:
    return [row["statement"] for row in ask("said", engine, **parameters)]


TALKS = "روابط با باکو مهم است … مذاكرات ادامه دارد"
HEADLINE = "روابط با باکو مهم است"
NEIGHBOUR = "ایران همسایهٔ ماست"
NO_TALKS = "گفتوگو با آمریکا در کار نیست"
PARTNER = "روسیه شریک ماست"
PRICE = "آمریکا تاوان می‌دهد"
NEITHER = "نه با ایران کار داریم نه با روسیه"
PEACE = "صلح"


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({}, [PARTNER, PRICE, NO_TALKS, HEADLINE, TALKS, NEIGHBOUR, NEITHER, PEACE]),
        ({"speaker": "علی‌اف"}, [NEIGHBOUR]),
        ({"speaker": "الهام علي اف"}, [NEIGHBOUR, PEACE]),
        ({"speaker": "کنعانی"}, [NO_TALKS, HEADLINE, TALKS]),
        ({"speaker": "جمهوری آذربایجان"}, [NEIGHBOUR, PEACE]),
        ({"country": "ایران"}, [PARTNER, PRICE, HEADLINE, TALKS]),
        ({"about": "ایران"}, [TALKS, NEIGHBOUR, NEITHER]),
        ({"درباره": "روسیه"}, [PARTNER, NEITHER]),
        ({"text": "مذاکرات"}, [TALKS]),
        ({"text": "گفت‌وگو"}, [NO_TALKS]),
        ({"text": "همسايه ما"}, [NEIGHBOUR]),
        ({"quote_type": "mixed"}, [NO_TALKS]),
        ({"outlet": "ايسنا"}, [HEADLINE, TALKS, NEIGHBOUR]),
        ({"outlet": "kayhan", "limit": 1}, [PARTNER]),
        ({"limit": "۲"}, [PARTNER, PRICE]),
        ({"limit": 0}, []),
        ({"since": "1402-12-01"}, [PARTNER, PRICE]),
        ({"since": "29d"}, [PARTNER, PRICE, NO_TALKS]),
        ({"until": "1402"}, [PARTNER, PRICE, NO_TALKS, HEADLINE, TALKS, NEIGHBOUR]),
        ({"since": "2023-04-12", "until": "2023-04-12"}, [HEADLINE, TALKS, NEIGHBOUR]),
        ({"speaker": "", "about": None}, [PARTNER, PRICE, NO_TALKS, HEADLINE, TALKS, NEIGHBOUR, NEITHER, PEACE]),
        ({"text": "' OR 1=1 --"}, []),
    ],
    ids=str,
)
def test_said_finds_what_its_inputs_ask_for(
    parameters: dict[str, Given], found: list[str], engine: ArchiveEngine
) -> None:
    assert statements(engine, **parameters) == found


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({"actor": "ایران"}, ["IR AGREE RU", "IR CONSULT AZ"]),
        ({"actor": "روسیه", "target": "ایران"}, ["RU AID IR", "IR AGREE RU"]),
        ({"actor": "باکو"}, ["AZ ACCUSE IR", "IR CONSULT AZ"]),
        ({"actor": "باکو", "quad": "3"}, ["AZ ACCUSE IR"]),
        ({"actor": "آمریکا", "type": "sanction"}, ["US SANCTION IR"]),
        ({"actor": "آلمان"}, ["DE AID IR"]),
    ],
    ids=str,
)
def test_did_finds_acts_of_one_and_mutual_ones_from_both_sides(
    parameters: dict[str, Given], found: list[str], engine: ArchiveEngine
) -> None:
    rows = ask("did", engine, **parameters)

    assert [f"{row['actor']} {row['type']} {row['target']}" for row in rows] == found


def test_pair_counts_mutual_acts_for_both_but_once_in_n(engine: ArchiveEngine) -> None:
    (row,) = ask("pair", engine, a="ایران", b="جمهوری آذربایجان", bucket="year")

    facts = row.pop("evidence")
    assert row == {
        "bucket": "2023", "a_to_b_coop": 1, "a_to_b_conf": 0, "b_to_a_coop": 1, "b_to_a_conf": 1,
        "net": 1.0, "top_event": "ACCUSE", "n": 2, "n_outlets": 1, "first": "2023-04-10", "last": "2023-04-12",
    }  # fmt: skip
    assert isinstance(facts, tuple)
    assert len(ask("evidence", engine, fact=facts)) == 2


def test_pair_leaves_out_what_was_negated(engine: ArchiveEngine) -> None:
    assert len(ask("pair", engine, a="آلمان", b="ایران")) == 0


def test_pair_sums_months_by_default_and_all_in_one_row(engine: ArchiveEngine) -> None:
    months = [row["bucket"] for row in ask("pair", engine, a="RU", b="IR")]
    whole = [(row["bucket"], row["n"], row["net"]) for row in ask("pair", engine, a="RU", b="IR", bucket="all")]

    assert months == ["2024-03", "2024-02"]
    assert whole == [(None, 2, 12.5)]


def test_evidence_shows_relations_and_statements_behind_a_link(engine: ArchiveEngine) -> None:
    rows = list(ask("evidence", engine, subject="ایران", object="آذربایجان"))

    assert [row["sentence"] for row in rows] == [
        "کنعانی: روابط با باکو مهم است",
        "ناصر کنعانی، سخنگوی وزارت امور خارجه گفت: روابط با باکو مهم است و مذاكرات ادامه دارد.",
        "وزیران دو کشور در باکو دیدار کردند.",
    ]
    assert rows[2]["before"] == "وزارت خارجه جمهوری آذربایجان سفیر ایران را احضار کرد."
    assert rows[2]["after"] == "باران می‌بارد."


def test_evidence_of_a_person_is_what_he_said(engine: ArchiveEngine) -> None:
    rows = list(ask("evidence", engine, subject="محسن رضایی", object="روسیه"))

    assert [row["sentence"] for row in rows] == ["محسن رضایی گفت: روسیه شریک ماست."]


@pytest.mark.parametrize(("kind", "found"), [("SAID", 2), ("consult", 1), ("AID", 0)])
def test_evidence_can_be_of_one_type(kind: str, found: int, engine: ArchiveEngine) -> None:
    assert len(ask("evidence", engine, subject="IR", object="AZ", type=kind)) == found


def test_coverage_tells_the_outlets_with_their_days(engine: ArchiveEngine) -> None:
    rows = [tuple(row.values()) for row in ask("coverage", engine)]

    assert rows == [
        (None, 1, None, None),
        ("Kayhan", 1, "2024-02-29", "2024-02-29"),
        ("ایسنا", 1, "2023-04-12", "2023-04-12"),
    ]


@pytest.mark.parametrize(
    ("name", "parameters", "told"),
    [
        ("sayed", {}, "no question of the catalogue"),
        ("said", {"speeker": "x"}, "takes no «speeker»; it takes speaker, country"),
        ("said", {"about": "ناکجاآباد"}, "names no country"),
        ("said", {"quote_type": "loud"}, "quote_type «loud»: is none of direct, indirect, mixed"),
        ("said", {"outlet": "ایرنا"}, "no outlet of the articles read; it is one of Kayhan، ایسنا"),
        ("said", {"limit": "many"}, "no number of rows"),
        ("said", {"limit": -1}, "no number of rows"),
        ("said", {"since": "دیروز"}, "is no date"),
        ("said", {"text": "\udc80"}, "is no text"),
        ("did", {}, "did: needs actor"),
        ("did", {"actor": "IR", "type": "HUG"}, "type «HUG»: is no event type; it is one of AGREE"),
        ("did", {"actor": "IR", "quad": "5"}, "quad «5»: is none of 1, 2, 3, 4"),
        ("pair", {"a": "IR"}, "pair: needs a and b"),
        ("evidence", {"subject": "IR"}, "evidence: needs fact, or subject and object"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_place_and_cure(
    name: str, parameters: dict[str, Given], told: str, engine: ArchiveEngine
) -> None:
    with pytest.raises(QuestionError) as caught:
        ask(name, engine, **parameters)

    assert told in str(caught.value)


def test_an_ambiguous_speaker_is_never_guessed(engine: ArchiveEngine) -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        ask("said", engine, speaker="رضایی")

    assert caught.value.candidates == ("ابراهیم رضایی (IR)", "محسن رضایی (IR)")


def test_unknown_facts_have_no_rows(engine: ArchiveEngine) -> None:
    assert len(ask("evidence", engine, fact="f0000")) == 0


def test_rows_know_their_columns_and_question(engine: ArchiveEngine) -> None:
    answer = ask("said", engine, limit=1)

    assert answer.question is question("said")
    assert list(next(iter(answer))) == list(answer.columns)
