"""What a network is narrowed to, as a person writes it."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from graph.archive import Archive
from graph.errors import AmbiguousNameError, QuestionError
from graph.sinks.selection import Selection
from queries.selecting import selection


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ({}, Selection()),
        ({"since": ["1402"], "until": ["1402"]}, Selection(date(2023, 3, 21), date(2024, 3, 19))),
        ({"since": ["10d"]}, Selection(date(2024, 2, 19))),
        ({"actor": ["ایران", "روسیه"]}, Selection(actors=frozenset({"IR", "RU"}))),
        ({"type": ["aid", "SAID"]}, Selection(types=frozenset({"AID", "SAID"}))),
        ({"quad": ["1", "4"]}, Selection(quads=frozenset({1, 4}))),
        ({"outlet": ["ايسنا"]}, Selection(outlet="ایسنا")),
        ({"since": [""], "actor": ()}, Selection()),
    ],
    ids=str,
)
def test_a_selection_is_read_from_what_people_write(
    given: dict[str, Iterable[str]], meant: Selection, archive_file: Path
) -> None:
    with Archive.open(archive_file, readonly=True) as archive:
        assert selection(archive, given) == meant


def test_a_speaker_is_chosen_by_all_his_ids(archive_file: Path) -> None:
    with Archive.open(archive_file, readonly=True) as archive:
        chosen = selection(archive, {"actor": ["کنعانی"]})

    assert len(chosen.actors) == 2


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"actor": ["رضایی"]}, AmbiguousNameError),
        ({"type": ["HUG"]}, QuestionError),
        ({"quad": ["9"]}, QuestionError),
        ({"since": ["دیروز"]}, QuestionError),
    ],
    ids=str,
)
def test_what_means_nothing_is_refused(
    given: dict[str, Iterable[str]], error: type[Exception], archive_file: Path
) -> None:
    with Archive.open(archive_file, readonly=True) as archive, pytest.raises(error):
        selection(archive, given)
