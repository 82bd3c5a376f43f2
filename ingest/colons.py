"""Speakers set before a bare colon: «سخنگوی دولت: …» as a headline, in front of a bullet, or alone on its line."""

import re
from collections.abc import Iterator, Sequence

from graph.facts import Span
from ingest.content import Draft, trimmed
from ingest.cues import Cue, Form
from ingest.gazetteer import Hit

_WHO = re.compile(r"[^\w«\"\n]*(?P<who>[^:؛.!؟/\n]{2,140}?)[ \u200c]*:(?![\d/])[ \u200c]*")
_SLASH = re.compile(r"/[ \u200c]*(?P<who>[^:؛.!؟/،\n]{2,60}?)[ \u200c]*:[ \u200c]*")
_DATELINE = re.compile(
    r"\W*(?:گروه|سرویس|واحد|خبرگزاری|دفتر|ایسنا|ایرنا|فارس|مهر|تسنیم|ایلنا|ایکنا|برنا|شبستان|خبرآنلاین|میزان|باشگاه|"
    r"همشهری|عصر ایران|تابناک|الف|جام جم|اطلاعات|کیهان|جوان آنلاین|روزنامه|خبرنگار|به گزارش|بیشتر بخوانید)(?![\w\u200c])"
)
_COLON = Form(":", Cue("colon", "", "say", frozenset({"clause"})), "verb", "colon")


def drafts(folded: str, sentence: Span, hits: Sequence[Hit[Form]]) -> list[Draft]:
    """The attributions by bare colon that a sentence may hold, by place."""
    head = _WHO.match(folded, *sentence)
    if head is None or head.end() > sentence[1]:
        return []
    colon = head.end("who")
    if any(hit.entry.role == "verb" and hit.end >= colon - 1 and hit.start < head.end() for hit in hits):
        return []
    if _DATELINE.match(head["who"]):
        return []
    return list(_parts(folded, sentence, head))


def _parts(folded: str, sentence: Span, head: re.Match[str]) -> Iterator[Draft]:
    end = sentence[1]
    for match in (head, *_SLASH.finditer(folded, head.end(), end)):
        later = _SLASH.search(folded, match.end(), end)
        stop = later.start() if later else end
        content = trimmed(folded, match.end(), stop)
        who = match.span("who")
        cue = (match.end("who"), match.end("who"))
        spans = (content,) if content else ()
        yield Draft(cue, _COLON, "colon", "colon", spans, (sentence[0], match.end("who")), who, open=stop == end)
