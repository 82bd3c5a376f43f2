"""official–said–statement: an attribution, its speaker, and what the words are about, made one fact."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from operator import itemgetter

from graph import officials
from graph.facts import Evidence, Resolution, Span, Speaker, Statement, When
from ingest import dates
from ingest.attributions import Attribution
from ingest.reading import Reading
from ingest.states import StateMention

_ALSO = re.compile(r"[\s،,]*(?:(?:نیز|هم|همچنین)(?=\s))?[\s،,]*")

_BULLET = re.compile(r"[^\w«\"“'(]+(?=.)", re.DOTALL)

type Spoken = tuple[Speaker, Span | None, Resolution]
"""Whose words they are, where the clause names them (None: nowhere), and how that was resolved."""


def assemble(
    reading: Reading,
    attributions: Sequence[Attribution],
    speakers: Sequence[Spoken | None],
    states: Sequence[StateMention],
) -> list[Statement]:
    """The article's statements in reading order; an attribution to nobody is none, the same words twice are one."""
    made: dict[tuple[Span, ...], Statement] = {}
    for attribution, spoken in zip(attributions, speakers, strict=True):
        if spoken and attribution.content:
            content = _without_subject(reading, attribution.content, spoken[1])
            content = tuple([_without_bullet(reading.text, span) for span in content])
            if content not in made:
                made[content] = _statement(reading, attribution, content, spoken, states)
    return _nested(sorted(made.values(), key=lambda statement: (statement.evidence.start, statement.content)))


def about(content: Iterable[Span], states: Sequence[StateMention], own: str | None = None) -> tuple[str, ...]:
    """The codes of the countries and bodies named within the content, in order of first mention.

    `states` are in reading order; `own` is the speaker's country, which «کشور ما» means in his mouth.
    """
    named = chain.from_iterable(_within(states, span) for span in sorted(content))
    return tuple(dict.fromkeys([own if state.whose and own else state.code for state in named]))


def _within(states: Sequence[StateMention], span: Span) -> list[StateMention]:
    first, last = bisect_left(states, (span[0],)), bisect_left(states, (span[1],))
    return [state for state in states[first:last] if state.end <= span[1]]


def _without_subject(reading: Reading, content: tuple[Span, ...], mention: Span | None) -> tuple[Span, ...]:
    """The words without their speaker, where a small clause was cut to begin with him («X این را Y دانست»)."""
    start, end = content[0]
    if mention is None or mention[0] != start or mention[1] >= end:
        return content
    after = _ALSO.match(reading.folded, mention[1], end)
    return ((after.end() if after else mention[1], end), *content[1:])


def _without_bullet(text: str, span: Span) -> Span:
    """The words without the bullet before them, nor a quotation mark that they do not close."""
    start, end = span
    bullet = _BULLET.match(text, start, end)
    start = bullet.end() if bullet else start
    if text[start] == "«" and "»" not in text[start:end]:
        start += 1
    return (start, end) if start < end else span


def _statement(
    reading: Reading,
    attribution: Attribution,
    content: tuple[Span, ...],
    spoken: Spoken,
    states: Sequence[StateMention],
) -> Statement:
    speaker, mention, resolution = spoken
    cue, text = attribution.cue, reading.text
    spans = [*content, *filter(None, (mention, cue))]
    start, end = min(spans)[0], max([end for _, end in spans])
    when = _when(reading, cue, content)
    return Statement(
        article=reading.article.id,
        speaker=speaker,
        mention=mention,
        cue=cue,
        cue_text=text[slice(*cue)] if cue else ":",
        cue_kind=attribution.cue_kind,
        content=content,
        quote_type=attribution.quote_type,
        about=about(content, states, speaker.country),
        evidence=Evidence(reading.article.id, start, end, text[start:end], attribution.rule),
        resolution=resolution,
        when=when,
        known_as=_known_as(speaker, when or reading.article.published),
    )


def _known_as(speaker: Speaker, when: When | None) -> str | None:
    """Who held the office of a speaker without a name, by the dated list; nobody where the day is not known."""
    if speaker.kind != "unnamed" or not speaker.country or when is None or when.precision != "day":
        return None
    return officials.known_as(speaker.role or speaker.name, speaker.country, when.day)


def _when(reading: Reading, cue: Span | None, content: tuple[Span, ...]) -> When | None:
    """The date told in the sentence of the cue outside the words themselves («روز دوشنبه گفت»), the first one."""
    place = cue[0] if cue else content[0][0]
    sentence = reading.sentences[reading.sentence_at(place)]
    published = reading.article.published
    stretches = (dates.inside(reading.folded, span, published) for span in _outside(sentence, content))
    return next((phrase.when for phrase in chain.from_iterable(stretches)), None)


def _outside(sentence: Span, content: tuple[Span, ...]) -> Iterator[Span]:
    """What of a sentence is not the speaker's words."""
    at, end = sentence
    for first, last in content:
        if at < min(first, end):
            yield at, min(first, end)
        at = max(at, last)
    if at < end:
        yield at, end


def _nested(statements: list[Statement]) -> list[Statement]:
    """The statements, each within another's words with that one's id as `nested_in` (the innermost)."""
    spans = [(start, end, other) for other in statements for start, end in other.content]
    return [_in(statement, spans) for statement in statements]


def _in(statement: Statement, spans: Iterable[tuple[int, int, Statement]]) -> Statement:
    first, last = statement.content[0][0], statement.content[-1][1]
    first = min(statement.cue[0], first) if statement.cue else first
    holders = [
        (end - start, other)
        for start, end, other in spans
        if start <= first and last <= end and other is not statement and (start, end) not in statement.content
    ]
    return replace(statement, nested_in=min(holders, key=itemgetter(0))[1].id) if holders else statement
