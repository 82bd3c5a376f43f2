"""The error report as a page and as Markdown."""

import re
from html.parser import HTMLParser
from typing import override

import pytest

from queries.scoring.breakdowns import BREAKDOWNS, lines
from queries.scoring.mistakes import KINDS
from queries.scoring.report import Report, report
from queries.scoring.report_html import html
from queries.scoring.report_markdown import markdown
from queries.scoring.verdicts import Comparison
from queries.wording import Tongue

VOID = {"meta"}


class Balance(HTMLParser):
    """Every tag is closed where it should be."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture
def told(comparison: Comparison) -> Report:
    return report(comparison, list(lines(comparison)), "gold<1>.jsonl", "fa")


def test_the_page_is_persian_whole_and_needs_nothing_else(told: Report) -> None:
    page, reader = html(told), Balance()
    reader.feed(page)

    assert '<html lang="fa" dir="rtl">' in page
    assert reader.open == []
    assert not reader.tags & {"script", "link", "img", "iframe"}
    assert "http" not in page
    assert "prefers-color-scheme: dark" in page


def test_nothing_in_an_article_becomes_markup(told: Report) -> None:
    page = html(told)

    assert "<b>گفتگو</b>" not in page
    assert "&lt;b&gt;گفتگو&lt;/b&gt;" in page
    assert "<bdi>&lt;i&gt;ترکیه&lt;/i&gt;</bdi>" in page
    assert "gold&lt;1&gt;.jsonl" in page


def test_counts_come_before_the_mistakes_and_lead_to_them(told: Report) -> None:
    page = html(told)

    links = re.findall(r'<a href="#(\w+)">[^<]*<b>(\S+)</b>', page)
    assert links == [(kind, "۲" if kind == "relation_spurious" else "۱") for kind in KINDS]
    assert all(page.index(f'href="#{kind}"') < page.index(f'id="{kind}"') for kind in KINDS)


def test_a_mistake_shows_its_sentence_both_speakers_and_the_rule(told: Report) -> None:
    speaker = html(told).partition('id="speaker"')[2].partition("</section>")[0]

    assert '<mark class="gold predicted">سفر به زودی انجام</mark><mark class="gold"> می‌شود</mark>' in speaker
    assert '<span class="cue">افزود</span>' in speaker
    assert "<bdi>ناصر پیشرو = پیشرو</bdi>" in speaker
    assert "<bdi>وی</bdi>" in speaker
    assert "<code>afzud/that</code>" in speaker


def test_a_relation_is_shown_with_its_words(told: Report) -> None:
    missed = html(told).partition('id="relation_missed"')[2].partition("</section>")[0]

    assert '<mark class="gold">ترکیه از سوریه انتقاد کرد</mark>' in missed
    assert "ترکیه (TR) ← محکوم کردن (ACCUSE) ← سوریه (SY)" in missed


def test_markdown_brackets_the_words_and_escapes_what_is_its_own(told: Report) -> None:
    page = markdown(told)

    assert "⟦⟨سفر به زودی انجام⟩ می‌شود⟧" in page
    assert "\\<i\\>ترکیه\\</i\\>" in page
    assert "<b>" not in page
    assert f"](#{KINDS[-1]}): ۲" in page


@pytest.mark.parametrize("tongue", ["fa", "en"])
def test_a_report_has_words_for_all_it_shows(tongue: Tongue, comparison: Comparison) -> None:
    told = report(comparison, list(lines(comparison)), "gold.jsonl", tongue)

    assert len(told.tables) == 1 + len(BREAKDOWNS)
    assert [section.kind for section in told.sections] == list(KINDS)
    assert f'lang="{tongue}"' in html(told)


def test_a_report_is_the_same_each_time(comparison: Comparison) -> None:
    one, other = (html(report(comparison, list(lines(comparison)), "g", "fa")) for _ in range(2))

    assert one == other
