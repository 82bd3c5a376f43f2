"""Where one clause ends and another opens."""

import pytest

from ingest.relating.clauses import Clauses, clauses
from ingest.relating.roles import finite
from ingest.words import tokens


def _laid_out(text: str) -> tuple[Clauses, list[str]]:
    keys = [token.key for token in tokens(text)]
    verbs = [index for index, key in enumerate(keys) if key in finite()]
    return clauses(keys, verbs, finite()), keys


def _link(text: str, one: str, other: str) -> str:
    laid_out, keys = _laid_out(text)
    return laid_out.link(laid_out.of[keys.index(one)], laid_out.of[keys.index(other)])


@pytest.mark.parametrize(
    ("text", "one", "other", "link"),
    [
        ("پرو از شیلی انتقاد کرد.", "پرو", "شیلی", "="),
        ("پرو گفت که شیلی توافق را نقض کرد.", "پرو", "شیلی", "t"),
        ("پرو گفت: شیلی توافق را نقض کرد.", "شیلی", "پرو", "^t"),
        ("پرو با بیان اینکه شیلی تهدید می‌کند، از کوبا تشکر کرد.", "پرو", "شیلی", "i"),
        ("پرو با بیان اینکه شیلی تهدید می‌کند، از کوبا تشکر کرد.", "پرو", "کوبا", "="),
        ("پرو توافق را رد کرد و از کوبا تشکر کرد.", "پرو", "کوبا", "n"),
    ],
)
def test_clauses_hang_on_each_other(text: str, one: str, other: str, link: str) -> None:
    assert _link(text, one, other) == link


def test_every_word_has_a_clause() -> None:
    laid_out, keys = _laid_out("وزیری که از پرو آمد، به شیلی رفت؛ سپس بازگشت.")

    assert len(laid_out.of) == len(keys)
    assert {clause.number for clause in laid_out.found} >= set(laid_out.of)
