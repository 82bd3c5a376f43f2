"""How parties stand to acts, on sentences whose grammar is given."""

from importlib.resources import files

import pytest

from graph.lexicon import entries
from ingest import words
from ingest.parsing.grammar import Parse, parse
from ingest.parsing.places import Place, Preposition, place


def _given(text: str) -> Parse:
    """A parse of words told as word/TAG/head/label, heads counted from 1 and 0 for the root."""
    rows = [row.split("/") for row in text.split()]
    words, tags, heads, labels = zip(*rows, strict=True)
    return Parse(words, tags, [int(head) - 1 for head in heads], labels)


def _label(text: str, act: str, party: str) -> str:
    return _place(_given(text), act, party).label


def _place(found: Parse, act: str, party: str) -> Place:
    at = {key: number for number, key in enumerate(found.keys)}
    return place(found, (at[act], at[act] + 1), (at[party], at[party] + 1))


MEETING = (
    "وزیر/NOUN/9/nsubj خارجه/NOUN/1/nmod ایران/NOUN/2/nmod در/ADP/5/case وین/NOUN/9/obl با/ADP/7/case همتای/NOUN/9/obl "
    "دیدار/NOUN/9/lvc کرد/VERB/0/root"
)
CHARGE = (
    "چین/NOUN/7/nsubj حمله/NOUN/7/obj هند/NOUN/2/nmod به/ADP/5/case مصر/NOUN/2/nmod را/POSTP/2/case کرد/VERB/0/root"
)
TOLD = (
    "ترکیه/NOUN/3/nsubj اعلام/NOUN/3/lvc کرد/VERB/0/root که/SCONJ/8/mark عراق/NOUN/8/nsubj به/ADP/7/case "
    "قطر/NOUN/8/obl رفت/VERB/3/ccomp"
)
WHO = (
    "دولت/NOUN/8/nsubj فرانسه/NOUN/1/nmod که/SCONJ/6/mark به/ADP/5/case عراق/NOUN/6/obl رفت/VERB/1/acl "
    "باز/ADV/8/advmod گشت/VERB/0/root"
)
THEN = "هند/NOUN/2/nsubj گفت/VERB/0/root و/CCONJ/4/cc رفت/VERB/2/conj"
TOPIC = "هند/NOUN/6/nsubj در/ADP/3/case مورد/NOUN/6/obl قطر/NOUN/3/nmod گفتگو/NOUN/6/lvc کرد/VERB/0/root"
OUT = "هند/NOUN/5/nsubj از/ADP/3/case قطر/NOUN/4/obl خارج/ADJ/5/xcomp شد/VERB/0/root"
SOURCE = "به/ADP/2/case گفته/NOUN/5/obl هند/NOUN/2/nmod قطر/NOUN/5/nsubj رفت/VERB/0/root"
TWO = "هند/NOUN/2/nsubj گفت/VERB/0/root قطر/NOUN/4/nsubj رفت/VERB/0/root"
BOTH = "سفر/NOUN/6/nsubj هند/NOUN/1/nmod و/CCONJ/4/cc قطر/NOUN/2/conj آغاز/NOUN/6/lvc شد/VERB/0/root"
BESIDE = (
    "سفر/NOUN/7/nsubj هند/NOUN/1/nmod برای/ADP/4/case مذاکره/NOUN/1/nmod با/ADP/6/case قطر/NOUN/4/nmod شد/VERB/0/root"
)


@pytest.mark.parametrize(
    ("text", "act", "party", "label"),
    [
        (MEETING, "دیدار", "ایران", "subj"),
        (MEETING, "دیدار", "وین", "obl:در"),
        (MEETING, "دیدار", "همتای", "obl:با"),
        (CHARGE, "کرد", "چین", "subj"),
        (CHARGE, "کرد", "مصر", "obj"),
        (CHARGE, "حمله", "چین", "subj"),
        (CHARGE, "حمله", "هند", "gen"),
        (CHARGE, "حمله", "مصر", "gen:به"),
        (TOLD, "رفت", "ترکیه", "outer-subj"),
        (TOLD, "رفت", "عراق", "subj"),
        (TOLD, "اعلام", "عراق", "in-subj"),
        (TOLD, "اعلام", "قطر", "in-obl"),
        (WHO, "رفت", "فرانسه", "rel"),
        (WHO, "رفت", "دولت", "rel"),
        (WHO, "گشت", "عراق", "in-obl"),
        (THEN, "رفت", "هند", "conj-subj"),
        (TOPIC, "گفتگو", "قطر", "obl:درباره"),
        (OUT, "شد", "قطر", "obl:از"),
        (SOURCE, "رفت", "هند", "obl:source"),
        (BOTH, "سفر", "قطر", "gen"),
        (BESIDE, "مذاکره", "هند", "sib"),
        (BESIDE, "سفر", "قطر", "gen:برای"),
        (BESIDE, "مذاکره", "قطر", "gen:با"),
        (BESIDE, "مذاکره", "سفر", "under"),
        (THEN, "رفت", "رفت", "self"),
        (TWO, "رفت", "هند", "conj-subj"),
    ],
)
def test_where_a_party_stands_is_told_by_where_the_two_meet(text: str, act: str, party: str, label: str) -> None:
    assert _label(text, act, party) == label


def test_steps_and_crossed_prepositions_tell_how_deep_a_party_is_in_its_phrase() -> None:
    found = _given("سفیر/NOUN/5/nsubj ایران/NOUN/1/nmod در/ADP/4/case هلند/NOUN/1/nmod رفت/VERB/0/root")

    assert _place(found, "رفت", "ایران") == Place("subj", "verb", 1, ())
    assert _place(found, "رفت", "هلند") == Place("subj", "verb", 1, ("در",))
    assert _place(found, "رفت", "سفیر") == Place("subj", "verb", 0, ())


def test_an_act_named_by_a_noun_stands_in_a_clause_itself() -> None:
    assert _place(_given(CHARGE), "حمله", "چین").act == "obj"
    assert _place(_given(MEETING), "دیدار", "ایران").act == "light"


def test_joined_phrases_with_prepositions_of_their_own_keep_them() -> None:
    found = _given(
        "از/ADP/2/case هند/NOUN/6/obl و/CCONJ/5/cc به/ADP/5/case قطر/NOUN/2/conj رفت/VERB/0/root",
    )

    assert _place(found, "رفت", "قطر").label == "obl:به"


@pytest.mark.parametrize(
    ("text", "act", "party", "label"),
    [
        ("وزیر خارجه عمان در ژنو با همتای مصری خود دیدار کرد.", "دیدار", "عمان", "subj"),
        ("وزیر خارجه عمان در ژنو با همتای مصری خود دیدار کرد.", "دیدار", "ژنو", "obl:در"),
        ("وزیر خارجه عمان در ژنو با همتای مصری خود دیدار کرد.", "دیدار", "مصری", "obl:با"),
        ("ترکیه اعلام کرد که نیروهای عراق به مرز رفتند.", "رفتند", "ترکیه", "outer-subj"),
        ("قطر از تصمیم عراق استقبال کرد.", "استقبال", "عراق", "obl:از"),
    ],
)
def test_the_parser_and_the_places_work_together(text: str, act: str, party: str, label: str) -> None:
    assert _place(parse(words.tokens(text)), act, party).label == label


def test_the_prepositions_are_told_in_order() -> None:
    assert list(entries(files("ingest") / "lexicon/phrase_prepositions.tsv", Preposition))
