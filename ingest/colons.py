"""Speakers set before a bare colon: «سخنگوی دولت: …» as a headline, in front of a bullet, or alone on its line."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graph import actors
from graph.facts import Span
from graph.letters import skeleton_text
from ingest.content import ANY_FINITE, Draft, trimmed
from ingest.cues import Cue, Form, rows
from ingest.gazetteer import Hit
from ingest.organizations import organization_names
from ingest.words import known_words

_WHO = re.compile(r"[^\w«\"\n]*(?P<who>[^:؛.!؟/\n]{2,140}?)[ \u200c]*:(?![\d/])[ \u200c]*")
_SLASH = re.compile(r"/[ \u200c]*(?P<who>[^:؛.!؟/،\n]{2,60}?)[ \u200c]*:[ \u200c]*")
# Who filed the story, or which desk: never a speaker.
_DATELINE = re.compile(
    r"\W*(?:گروه|سرویس|واحد|دفتر|ایسنا|ایرنا|فارس|مهر|تسنیم|ایلنا|ایکنا|برنا|شبستان|خبرآنلاین|میزان|باشگاه|همشهری|"
    r"عصر ایران|تابناک|الف|جام جم|اطلاعات|کیهان|جوان آنلاین|خبرنگار|به گزارش|بیشتر بخوانید)(?![\w\u200c])"
    r"|.*(?:خبرنگار \w+|خبرگزاری جمهوری اسلامی)\s*\Z"
)
_OFFICE = re.compile(
    r"(?<![\w\u200c])(?:وزیر|وزرای|وزارت|ریاست|رییس|معاون|سفیر|سفرای|سفارت|نماینده|نمایندگی|مدیر|مدیرعامل|مدیرکل|"
    r"دبیر|دبیرکل|فرمانده|نخست\S*|رهبر|رهبری|سناتور|کارشناس\w*|منبع|منابع|مقام\S*|عضو|مشاور|استاد|سخنگوی?|بیانیه|"
    r"شاه|ملک|شیخ|امیر|ولیعهد|پاپ|آیت\S*|حجت\S*|امام|سردار|سرلشکر|سرتیپ|ژنرال|دریادار|دکتر|آقای|خانم|مهندس|"
    r"پرزیدنت|صدراعظم|شهردار|استاندار|فرماندار|دادستان|قاضی|وکیل|سازمان|جنبش|حزب|ارتش|پارلمان|مجلس|دولت|"
    r"کمیسیون|اتحادیه|شورای|روزنامه|شبکه|مجله|هفته\S*|دیپلمات\w*|تحلیلگر\w*|سرمربی|مربی|بازیکن|ادعای|آژانس)(?![\w])"
)
_VERBAL = re.compile(r"[\w\u200c]+(?: [\w\u200c]+){0,2}\Z")
_COLON = Form(":", Cue("colon", "", "say", frozenset({"clause"})), "verb", "colon")


def drafts(folded: str, sentence: Span, hits: Sequence[Hit[Form]], headline: bool) -> list[Draft]:
    """The attributions by bare colon that a sentence may hold, by place; a headline names people by surname alone."""
    if (at := folded.find(":", *sentence)) < 0 or at - sentence[0] > 150:
        return []
    head = _WHO.match(folded, *sentence)
    if head is None or head.end() > sentence[1]:
        return []
    colon = head.end("who")
    if any(hit.entry.role == "verb" and hit.end >= colon - 1 and hit.start < head.end() for hit in hits):
        return []
    return list(_parts(folded, sentence, head, headline))


def _parts(folded: str, sentence: Span, head: re.Match[str], headline: bool) -> Iterator[Draft]:
    end = sentence[1]
    for match in (head, *_SLASH.finditer(folded, head.end(), end)):
        later = _SLASH.search(folded, match.end(), end)
        stop = later.start() if later else end
        content = trimmed(folded, match.end(), stop)
        if not speaks(match["who"], headline or content is None):
            continue
        who = match.span("who")
        cue = (match.end("who"), match.end("who"))
        spans = (content,) if content else ()
        yield Draft(cue, _COLON, "colon", "colon", spans, (sentence[0], match.end("who")), who, open=stop == end)


def speaks(who: str, headline: bool = False) -> bool:
    """Whether a phrase before a colon may name a speaker: an office, a name, a state or an organization, no label."""
    words = who.split()
    if not words or _DATELINE.match(who) or any(map(str.isdigit, who)) or who.count("(") != who.count(")"):
        return False
    if (last := _VERBAL.search(who)) and ANY_FINITE.search(last.group()):
        return False
    if _OFFICE.search(who) and skeleton_text(who) not in _labels():
        return True
    keys = [skeleton_text(word) for word in words]
    if skeleton_text(who) in _named() or skeleton_text("".join(words[1:])) in _named():
        return True
    if keys[0] in _labels():
        return False
    if headline and len(words) <= 6:
        return True
    return bool(_named() & set(keys)) or (len(words) <= 5 and any(key not in known_words() for key in keys))


@cache
def _labels() -> frozenset[str]:
    return frozenset(skeleton_text(row["label"]) for row in rows("labels.tsv"))


@cache
def _named() -> frozenset[str]:
    states = (spelling.surface for spelling in actors.spellings() if not spelling.needs)
    organizations = (name.surface for name in organization_names() if not name.is_doubtful)
    return frozenset(map(skeleton_text, (*states, *organizations)))
