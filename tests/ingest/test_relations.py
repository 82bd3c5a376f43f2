"""Relations read from whole articles, by the rules and weights that ship."""

import pytest

from graph.facts import Article, Facts
from graph.plover import MUTUAL, quad
from graph.record import record
from ingest.pipeline import extract
from ingest.relating import predicates

CONDEMNED = (
    "وزیر خارجه ترکیه به تهران سفر کرد\n"
    "به گزارش خبرگزاری‌ها، وزیر خارجه ترکیه روز سه‌شنبه به تهران سفر کرد و با وزیر خارجه ایران دیدار و گفت‌وگو کرد.\n"
    "سخنگوی وزارت خارجه ایران حمله اسرائیل به سوریه را محکوم کرد و گفت: این حمله نقض آشکار حقوق بین‌الملل است."
)


def _read(text: str) -> Facts:
    return extract(Article("a", text, "ایسنا"))


def _told(facts: Facts) -> set[tuple[str, ...]]:
    return {
        (*(sorted((r.source, r.target)) if r.type in MUTUAL else (r.source, r.target)), r.type) for r in facts.relations
    }


def test_a_visit_a_condemnation_and_an_attack_are_read() -> None:
    told = _told(_read(CONDEMNED))

    assert {("IR", "TR", "CONSULT"), ("IR", "IL", "ACCUSE"), ("IL", "SY", "ASSAULT")} <= told


def test_evidence_is_printed_where_it_says_and_names_its_rule() -> None:
    facts = _read(CONDEMNED)
    known = {predicate.id for predicate in predicates.predicates()}

    assert facts.relations
    for relation in facts.relations:
        evidence = relation.evidence
        assert CONDEMNED[evidence.start : evidence.end] == evidence.exact
        assert evidence.rule in known


def test_one_relation_of_a_kind_between_two_states() -> None:
    facts = _read(CONDEMNED + "\n" + CONDEMNED)
    keys = [(relation.source, relation.target, relation.type) for relation in facts.relations]

    assert len(keys) == len(set(keys))


def test_an_act_told_within_words_is_claimed_by_their_statement() -> None:
    facts = _read("سخنگوی وزارت خارجه روسیه گفت: آمریکا باید به تحریم‌های خود علیه کوبا پایان دهد.")
    ids = {statement.id for statement in facts.statements}

    assert facts.relations
    assert {relation.claimed_by for relation in facts.relations} <= ids


@pytest.mark.parametrize(
    "text", ["هوا آفتابی است.", "ایران و آلمان در نیمه‌نهایی والیبال بازی می‌کنند.", "حمله قلبی", ""]
)
def test_where_nobody_acts_there_is_no_relation(text: str) -> None:
    assert _read(text).relations == ()


def test_most_examples_of_the_rules_are_read_as_they_say() -> None:
    wanted, right = 0, 0
    for example in predicates.examples():
        told = {(a, quad(kind), b) for a, b, kind in _told(_read(example.text))}
        for a, kind, b in (line.split() for line in example.reads):
            wanted += 1
            right += any((*pair, quad(kind)) in {(a_, b_, q) for a_, q, b_ in told} for pair in ((a, b), (b, a)))

    assert right / wanted > 0.5


def test_where_states_meet_is_the_place_and_where_an_envoy_is_posted_is_none() -> None:
    met = _read("وزیر خارجه ایران در وین با وزیر خارجه آلمان دیدار و گفت‌وگو کرد.")
    posted = _read("سفیر ایران در اتریش با وزیر خارجه آلمان دیدار و گفت‌وگو کرد.")

    assert {relation.place for relation in met.relations} == {"وین"}
    assert {relation.place for relation in posted.relations} == {None}


def test_what_will_be_done_is_planned() -> None:
    facts = _read("وزیر خارجه ایران فردا به مسکو سفر خواهد کرد و با وزیر خارجه روسیه دیدار خواهد کرد.")

    assert "planned" in {relation.status for relation in facts.relations if relation.type == "CONSULT"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("آفریقای جنوبی حملات آمریکا را محکوم نکرد.", ("ZA", "ACCUSE", "US", "negated")),
        ("رئیس‌جمهور روسیه به ترکیه سفر نخواهد کرد.", ("RU", "CONSULT", "TR", "negated")),
        ("سخنگوی وزارت خارجه ایران گفت: هیچ دیداری با آمریکا نداشتیم.", ("IR", "CONSULT", "US", "negated")),
        ("اگر فرانسه ایران را تحریم کند، تهران پاسخ می‌دهد.", ("FR", "SANCTION", "IR", "hypothetical")),
    ],
)
def test_what_was_not_done_or_depends_is_told_so(text: str, told: tuple[str, ...]) -> None:
    relations = {(one.source, one.type, one.target, one.status) for one in _read(text).relations}

    assert told in relations
    assert (*told[:3], "actual") not in relations


def test_what_is_refused_by_a_denied_verb_is_a_refusal_and_was_asked() -> None:
    told = {
        (one.source, one.type, one.target, one.status) for one in _read("ترکیه درخواست آمریکا را نپذیرفت.").relations
    }

    assert told == {("TR", "REJECT", "US", "actual"), ("US", "REQUEST", "TR", "actual")}


def test_who_does_something_with_his_own_is_the_one_who_acts() -> None:
    facts = _read("آمریکا نیروهای خود را از عراق خارج کرد.")

    assert {(one.source, one.type, one.target) for one in facts.relations} == {("US", "RETREAT", "IQ")}


def test_by_the_guide_what_was_not_done_is_no_relation() -> None:
    told = record(_read("رئیس‌جمهور روسیه به ترکیه سفر نخواهد کرد."))

    assert ("CONSULT", "negated") in {(one["type"], one["status"]) for one in told["unreal"]}
    assert "CONSULT" not in {one["type"] for one in told["relations"]}


def test_what_is_told_plainly_is_read_whatever_the_weights_say() -> None:
    told = _told(
        _read(
            "وزیر خارجه ژاپن سفیر چین را احضار کرد.\n"
            "ترکیه پیشنهاد سوئد را رد کرد.\n"
            "انگلیس، فرانسه و آلمان حمله روسیه به اوکراین را محکوم کردند."
        )
    )

    assert {("JP", "CN", "ACCUSE"), ("TR", "SE", "REJECT"), ("RU", "UA", "ASSAULT")} <= told
    assert {("GB", "RU", "ACCUSE"), ("FR", "RU", "ACCUSE"), ("DE", "RU", "ACCUSE")} <= told


def test_the_evidence_of_what_will_be_ends_with_its_verb() -> None:
    [visit] = [one for one in _read("رئیس‌جمهور روسیه به ترکیه سفر نخواهد کرد.").relations if one.type == "CONSULT"]

    assert visit.evidence.exact.endswith("سفر نخواهد کرد")


def test_the_evidence_begins_with_its_clause() -> None:
    text = "وزیر خارجه ژاپن گفت که باید هر چه زودتر با کره شمالی وارد گفت‌وگو شویم."
    evidence = {one.evidence.exact for one in _read(text).relations if one.target == "KP"}

    assert evidence
    assert all(exact.startswith(("باید هر چه زودتر با", "وزیر خارجه ژاپن")) for exact in evidence)
