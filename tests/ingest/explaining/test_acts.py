"""Relations are accounted for with their act, their parties and the words that stand for each."""

from graph.account import SentenceAccount, Tried
from graph.facts import Article
from ingest.explaining import explain


def sentences(text: str) -> tuple[SentenceAccount, ...]:
    return explain(Article("خبر", text)).sentences


def of(sentence: SentenceAccount, kind: str, source: str, target: str) -> Tried:
    (tried,) = (one for one in sentence.tried if (one.type, one.source.code, one.target.code) == (kind, source, target))
    return tried


def test_an_act_is_told_with_its_rule_and_both_parties() -> None:
    text = "آلمان ایران را تحریم کرد."

    tried = of(sentences(text)[0], "SANCTION", "DE", "IR")

    assert tried.relation
    assert tried.leading
    assert tried.rule == "sanction/sanction"
    assert tried.act
    assert "تحریم" in text[slice(*tried.act)]
    assert [(side.kind, text[slice(*(side.span or (0, 0)))]) for side in (tried.source, tried.target)] == [
        ("name", "آلمان"),
        ("name", "ایران"),
    ]
    assert tried.judgement.chance >= tried.judgement.threshold
    assert tried.judgement.reasons
    assert tried.rival
    assert tried.rival[:2] == ("IR", "DE")
    assert tried.rival[2] < tried.chance


def test_a_capital_and_a_person_stand_for_their_states() -> None:
    text = "برلین ایران را تحریم کرد."

    tried = of(sentences(text)[0], "SANCTION", "DE", "IR")

    assert (tried.source.kind, text[slice(*(tried.source.span or (0, 0)))]) == ("capital", "برلین")


def test_the_other_direction_is_weighed_too_and_refused() -> None:
    told = sentences("آلمان ایران را تحریم کرد.")[0].tried

    assert all(one.judgement.accepted == (one.relation is not None) for one in told)
    assert not any(one.relation for one in told if (one.source.code, one.target.code) == ("IR", "DE"))


def test_one_state_alone_gives_nothing_to_weigh() -> None:
    (sentence,) = sentences("آلمان دیروز روز آرامی داشت.")

    assert sentence.tried == ()
    assert [side.code for side in sentence.states] == ["DE"]


def test_what_was_denied_is_accounted_for_as_denied() -> None:
    tried = of(sentences("رئیس‌جمهور روسیه به ترکیه سفر نخواهد کرد.")[0], "CONSULT", "RU", "TR")

    assert tried.relation
    assert tried.status == "negated"
    assert tried.rule == "consult/visit"


def test_the_second_reader_is_named_where_it_spoke_and_only_there() -> None:
    read = of(sentences("آلمان ایران را تحریم کرد.")[0], "SANCTION", "DE", "IR")
    denied = of(sentences("آلمان ایران را تحریم نکرد.")[0], "SANCTION", "DE", "IR")

    assert any(reason.feature.startswith("net=") for reason in read.judgement.reasons)
    assert not any(reason.feature.startswith("net=") for reason in denied.judgement.reasons)
