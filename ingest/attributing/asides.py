"""«با بیان اینکه A، … گفت: B»: the aside A is asserted too, and belongs to the statement of the cue that follows."""

import re
from dataclasses import replace

from graph.facts import Span
from ingest.attributing.clauses import has_verb, last_verb
from ingest.attributing.cues import Form
from ingest.attributing.drafts import Draft, Sentence, trimmed
from ingest.gazetteer import Hit

# A noun phrase behind «با تاکید بر» is asserted if it begins so; «مواضع خود» is only a topic.
_CLAIM = re.compile(
    r"[ \u200c\"«]*(?:لزوم|ضرورت|اهمیت|تداوم|ادامه|حمایت|پشتیبانی|آمادگی|عزم|اراده|حق|پایبندی|تعهد|مخالفت|موافقت|نقش|"
    r"حفظ|تقویت|گسترش|توسعه|تمایل|انتصاب|به|عدم|توقف|پایان|آغاز|کاهش|افزایش|اینکه|این که|خروج|بازگشت|وجود|نیاز)(?![\w])"
)


def holds(sentence: Sentence, aside: Hit[Form], draft: Draft) -> bool:
    """Whether the draft's cue stands inside the aside's own clause, which has had no verb yet.

    «، گفت:» closes the clause, and so does the sentence's last cue: an aside waits for one behind it.
    """
    if aside.entry.mood != "clause" or has_verb(sentence.folded, aside.end, draft.cue[0]):
        return False
    if draft.dress == "colon" and sentence.folded.find("،", aside.end, draft.cue[0]) > 0:
        return False
    return any(hit.start >= draft.cue[1] and hit.entry.role == "verb" for hit in sentence.hits)


def joined(sentence: Sentence, draft: Draft, aside: Hit[Form]) -> Draft:
    """The draft with the aside as its first content, if the aside asserts something."""
    span = _span(sentence, aside, draft.cue[0])
    if span is None:
        return draft
    if not draft.content or span[1] <= draft.content[0][0]:
        return replace(draft, content=(span, *draft.content), frame=draft.frame + "+aside")
    clipped = trimmed(sentence.folded, max(draft.content[0][0], span[1]), draft.content[0][1])
    if clipped is None or draft.dress != "before":
        return draft
    return replace(draft, content=(span, clipped), frame=draft.frame + "+aside")


def may_have(draft: Draft) -> bool:
    """Whether a draft could have an aside, and has none."""
    return draft.frame not in ("according", "colon", "aside", "nominal") and not draft.frame.endswith("+aside")


def alone(sentence: Sentence, aside: Hit[Form]) -> Draft | None:
    """The aside as an attribution of its own, where no cue follows it."""
    span = _span(sentence, aside, sentence.end)
    cue = (aside.start, aside.end)
    return span and Draft(cue, aside.entry, "aside", "aside", (span,), (sentence.start, aside.end))


def _span(sentence: Sentence, aside: Hit[Form], end: int) -> Span | None:
    folded = sentence.folded
    if aside.entry.mood == "clause":
        return trimmed(folded, aside.end, _clause_end(folded, aside.end, end))
    if not _CLAIM.match(folded, aside.end):
        return None
    comma = folded.find("،", aside.end, end)
    return trimmed(folded, aside.end, comma if comma > 0 else end)


def _clause_end(folded: str, start: int, end: int) -> int:
    """The first comma behind which no verb is left before the cue; without one, the end of the last verb."""
    stop = end
    comma = folded.rfind("،", start, end)
    while comma > 0 and not has_verb(folded, comma, end):
        stop = comma
        comma = folded.rfind("،", start, comma)
    return stop if stop < end else last_verb(folded, start, end) or end
