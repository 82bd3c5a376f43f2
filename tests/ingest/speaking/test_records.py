"""What the dated list of officials tells of the persons of an article."""

import pytest

from graph.letters import skeleton_text
from ingest.speaking.cast import Entity
from ingest.speaking.records import offices


def _person(name: str) -> Entity:
    return Entity("person", tuple(map(skeleton_text, name.split(" "))), name)


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("جوزپ بورل", {("وزیر", "ES"), ("مسئول", "EU")}),
        ("لاوروف", {("وزیر", "RU")}),
        ("سهراب مهرورز", set()),
    ],
)
def test_a_listed_person_holds_what_the_list_tells(name: str, held: set[tuple[str, str]]) -> None:
    told = {(office.head, office.code) for office in offices(_person(name))}

    assert told == {(skeleton_text(head), code) for head, code in held}


def test_a_surname_that_officials_of_several_states_share_tells_nothing() -> None:
    assert not offices(_person("موریسون"))


def test_an_organization_is_on_no_list_of_persons() -> None:
    assert not offices(Entity("organization", ("لاوروف",), "لاوروف"))
