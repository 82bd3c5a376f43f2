"""How well one office may be said for another."""

import pytest

from ingest.speaking.posts import Office, offices_of
from ingest.speaking.spotting import read
from ingest.speaking.wording import lay_out


def _office(text: str) -> Office:
    words = lay_out(text, (), [(0, len(text))])
    return offices_of(read(words)[0], words)[0]


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("وزیر امور خارجه", "وزیر خارجه", 3),
        ("نماینده ویژه", "نماینده", 3),
        ("وزیر نیرو", "وزیر", 2),
        ("وزیر نیرو", "وزیر دفاع", 0),
        ("وزیر دفاع", "معاون وزیر دفاع", 0),
    ],
)
def test_an_office_fits_another_by_its_head_and_its_field(one: str, other: str, fit: int) -> None:
    assert _office(one).fit(_office(other)) == fit
