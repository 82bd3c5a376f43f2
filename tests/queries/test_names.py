"""Names are found in any spelling, by a part, never by a guess."""

from collections.abc import Iterable

import pytest

from graph.errors import AmbiguousNameError, QuestionError
from graph.letters import skeleton_text
from queries.names import Lookup, Name, actors, country

KNOWN = (
    Name("p-1", "person", "محسن رضایی", "IR", "محسن رضایی"),
    Name("p-1", "person", "محسن رضایی", "IR", "رضایی"),
    Name("p-2", "person", "ابراهیم رضایی", "IR", "ابراهیم رضایی"),
    Name("p-2", "person", "ابراهیم رضایی", "IR", "رضایی"),
    Name("p-3", "person", "امیرعلی حاجی‌زاده", "IR", "امیرعلی حاجی‌زاده"),
    Name("p-4", "person", "حاجی زاده", None, "حاجی زاده"),
    Name("p-5", "person", "الهام علی‌اف", "AZ", "الهام علی‌اف"),
    Name("p-6", "person", "الهام علی‌اف و امیرعلی حاجی‌زاده", "AZ", "الهام علی‌اف"),
    Name("p-6", "person", "الهام علی‌اف و امیرعلی حاجی‌زاده", "AZ", "الهام علی‌اف و امیرعلی حاجی‌زاده"),
    Name("u-1", "unnamed", "سخنگوی وزارت خارجه", "RU", "سخنگوی وزارت خارجه"),
    Name("u-2", "unnamed", "سخنگوی وزارت خارجه", "CN", "سخنگوی وزارت خارجه"),
    Name("p-7", "person", "مریم اکبری", "IR", "مریم اکبری"),
    Name("p-8", "person", "سارا اکبری و لیلا جم", "IR", "سارا اکبری و لیلا جم"),
    Name("u-3", "unnamed", "سخنگوی وزارت خارجه", None, "سخنگوی وزارت خارجه"),
)


@pytest.fixture
def lookup() -> Lookup:
    def containing(text: str | None) -> Iterable[Name]:
        return [known for known in KNOWN if text is None or text in skeleton_text(known.form)]

    return containing


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ("محسن رضایی", ("p-1",)),
        ("محسن رضائي", ("p-1",)),
        ("امیرعلی حاجی‌زاده", ("p-3",)),
        ("اميرعلي حاجيزاده", ("p-3",)),
        ("حاجیزاده", ("p-4",)),
        ("امیرعلی", ("p-3", "p-6")),
        ("الهام علیاف", ("p-5", "p-6")),
        ("سخنگوی وزارت خارجه (CN)", ("u-2",)),
        ("رضایی (AZ)", None),
        ("رضا", None),
        ("p-2", ("p-2",)),
        ("ایران", ("IR",)),
        ("EU", ("EU",)),
        ("اتحادیه اروپا", ("EU",)),
    ],
)
def test_a_name_finds_its_actor(asked: str, ids: tuple[str, ...] | None, lookup: Lookup) -> None:
    if ids is None:
        with pytest.raises(QuestionError, match="nobody that the graph knows"):
            actors(asked, lookup)
    else:
        assert actors(asked, lookup) == ids


@pytest.mark.parametrize(
    ("asked", "candidates"),
    [
        ("رضایی", ("ابراهیم رضایی (IR)", "محسن رضایی (IR)")),
        ("اکبری", ("سارا اکبری و لیلا جم (IR)", "مریم اکبری (IR)")),
        ("سخنگوی وزارت خارجه", ("سخنگوی وزارت خارجه (CN)", "سخنگوی وزارت خارجه (RU)")),
    ],
)
def test_a_name_of_several_is_answered_with_candidates(asked: str, candidates: tuple[str, ...], lookup: Lookup) -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        actors(asked, lookup)

    assert caught.value.candidates == candidates


def test_each_candidate_can_be_asked_for(lookup: Lookup) -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        actors("رضایی", lookup)

    assert [actors(candidate, lookup) for candidate in caught.value.candidates] == [("p-2",), ("p-1",)]


def test_an_unknown_name_is_answered_with_near_ones(lookup: Lookup) -> None:
    with pytest.raises(QuestionError, match="did you mean «رضایی»"):
        actors("رضاعی", lookup)


@pytest.mark.parametrize("asked", ["روسیه", "روسيه", "مسکو", "RU", "Russia"])
def test_a_country_goes_by_any_of_its_names(asked: str) -> None:
    assert country(asked) == "RU"


def test_what_is_no_country_is_refused() -> None:
    with pytest.raises(QuestionError):
        country("ناکجاآباد")
