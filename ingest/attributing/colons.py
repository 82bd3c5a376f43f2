"""Speakers set before a bare colon: «سخنگوی دولت: …» as a headline, in front of a bullet, or alone on its line."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from graph.facts import Span
from graph.letters import skeleton_text
from ingest.attributing.clauses import has_verb
from ingest.attributing.cues import Cue, Form, rows
from ingest.attributing.drafts import Draft, Sentence, trimmed
from ingest.attributing.renown import names
from ingest.words import known_words

_WHO = re.compile(r"[^\w«\"\n]*(?P<who>[^:؛.!؟/\n]{2,140}?)[ \u200c]*:(?![\d/])[ \u200c]*")
_SLASH = re.compile(r"/[ \u200c]*(?P<who>[^:؛.!؟/،\n]{2,60}?)[ \u200c]*:[ \u200c]*")
# Who filed the story, or which desk: never a speaker.
_DATELINE = re.compile(
    r"\W*(?:گروه|سرویس|واحد|دفتر|ایسنا|ایرنا|فارس|مهر|تسنیم|ایلنا|ایکنا|برنا|شبستان|خبرآنلاین|میزان|باشگاه|همشهری|"
    r"عصر ایران|تابناک|الف|جام جم|اطلاعات|کیهان|جوان آنلاین|خبرنگار|به گزارش|بیشتر بخوانید)(?![\w\u200c])"
    r"|.*(?:خبرنگار(?: \w+){1,3}|خبرگزاری جمهوری اسلامی)\s*\Z"
)
_RANK = re.compile(
    r"\W*(?:مقام|رتبه|رده|نفر|نفرات|تیم)[ \u200c](?:نخست|اول|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم)(?!\w)"
)
_OFFICE = re.compile(
    r"(?<![\w\u200c])(?:وزیر|وزرای|وزارت|ریاست|رییس|معاون|سفیر|سفرای|سفارت|نماینده|نمایندگی|مدیر|مدیرعامل|مدیرکل|"
    r"دبیر|دبیرکل|فرمانده|نخست\S*|رهبر|رهبری|سناتور|کارشناس\w*|منبع|منابع|مقام\S*|عضو|مشاور|استاد|سخنگوی?|بیانیه|"
    r"شاه|ملک|شیخ|امیر|ولیعهد|پاپ|آیت\S*|حجت\S*|امام|سردار|سرلشکر|سرتیپ|ژنرال|دریادار|دکتر|آقای|خانم|مهندس|"
    r"پرزیدنت|صدراعظم|شهردار|استاندار|فرماندار|دادستان|قاضی|وکیل|سازمان|جنبش|حزب|ارتش|پارلمان|مجلس|دولت|"
    r"کمیسیون|اتحادیه|شورای|روزنامه|شبکه|مجله|هفته\S*|دیپلمات\w*|تحلیلگر\w*|سرمربی|مربی|بازیکن|ادعای|آژانس)(?![\w])"
)
_LAST = re.compile(r"[\w\u200c]+(?: [\w\u200c]+){0,2}\Z")
_LONGEST = 150  # code points before a colon that a speaker's description may have
_NAME = 5  # words that a name may have
_SURNAME = 6  # words that a speaker of a headline may have
_COLON = Form(":", Cue("colon", "", "say", frozenset({"clause"})), "verb", "colon")


class _Label(NamedTuple):
    label: str


def may_open(folded: str, sentence: Span) -> bool:
    """Whether a colon stands where a speaker's description could end."""
    start, end = sentence
    return folded.find(":", start, min(end, start + _LONGEST)) > start


def drafts(sentence: Sentence, is_headline: bool) -> list[Draft]:
    """The attributions by bare colon that a sentence may hold, by place; a headline names people by surname alone."""
    folded, start, end, hits = sentence
    head = _WHO.match(folded, start, end) if may_open(folded, (start, end)) else None
    if head is None:
        return []
    colon = head.end("who")
    if any(hit.entry.role == "verb" and hit.end >= colon - 1 and hit.start < head.end() for hit in hits):
        return []
    return list(_parts(sentence, head, is_headline))


def _parts(sentence: Sentence, head: re.Match[str], is_headline: bool) -> Iterator[Draft]:
    """«A: B» and, in one line with it, «/ C: D»."""
    folded, start, end = sentence.folded, sentence.start, sentence.end
    for match in (head, *_SLASH.finditer(folded, head.end(), end)):
        later = _SLASH.search(folded, match.end(), end)
        stop = later.start() if later else end
        content = trimmed(folded, match.end(), stop)
        if not speaks(match["who"], is_headline or content is None):
            continue
        who = match.span("who")
        spans = (content,) if content else ()
        cue = (who[1], who[1])
        yield Draft(cue, _COLON, "colon", "colon", spans, (start, who[1]), who, open=stop == end)


def speaks(who: str, is_headline: bool = False) -> bool:
    """Whether a phrase before a colon may name a speaker: an office, a name, a state or an organization, no label."""
    words = who.split()
    if not words or _is_apparatus(who):
        return False
    keys = [skeleton_text(one) for one in words]
    if "".join(keys) in _labels():
        return False
    if _OFFICE.search(who) or {"".join(keys), "".join(keys[1:])} & names():
        return True
    if keys[0] in _labels():
        return False
    is_name = len(words) <= _NAME and any(key not in known_words() for key in keys)
    return is_name or bool(names() & set(keys)) or (is_headline and len(words) <= _SURNAME)


def _is_apparatus(who: str) -> bool:
    """Whether it is a dateline, a rank in a list, a label with a number, half of a parenthesis, or a clause."""
    if _DATELINE.match(who) or _RANK.match(who) or any(map(str.isdigit, who)) or who.count("(") != who.count(")"):
        return True
    last = _LAST.search(who)
    return last is not None and has_verb(who, last.start(), len(who))


@cache
def _labels() -> frozenset[str]:
    return frozenset(skeleton_text(row.label) for row in rows("labels.tsv", _Label))
