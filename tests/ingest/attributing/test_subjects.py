"""The speaker is told apart from the object that follows him without a preposition."""

import pytest

from ingest.attributing import subjects
from ingest.skeleton import folded


@pytest.mark.parametrize(
    ("subject", "rest"),
    [
        ("رئیس‌جمهور آمریکا", "این پیشنهاد"),
        ("سخنگوی وزارت خارجه ایران", "گزارش یادشده"),
        ("روحانی", "مشکلات بانکی"),
        ("ایران", "این اقدام"),
        ("نماینده چین نیز", "نتیجه مذاکرات"),
        ("ایران", "آمریکا"),
        ("", "روابط دو کشور"),
        ("", "تصمیم‌های شورا"),
        ("", "ایران و عراق"),
        ("", "دولت آمریکا"),
    ],
)
def test_the_object_begins_behind_its_subject(subject: str, rest: str) -> None:
    text = folded(f"{subject} {rest}".strip())

    assert text[subjects.end(text, 0, len(text)) :] == rest
